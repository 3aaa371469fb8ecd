"""Money: every amount to the cent, and the same in every text."""
