"""What follows from a profile."""
