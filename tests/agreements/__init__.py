"""The agreement as a reader gets it."""
