"""Word documents of the school's own: filled in, read back, checked."""
