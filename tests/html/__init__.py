"""HTML: one file that shows, reads aloud and prints."""
