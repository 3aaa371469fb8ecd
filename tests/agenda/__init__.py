"""The agenda: what is due."""
