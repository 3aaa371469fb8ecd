"""PDF: words, tags, fonts, validity."""
