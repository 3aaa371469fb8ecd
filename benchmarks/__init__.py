"""How fast handslag is, beside what one would use otherwise: ``make bench``."""
