"""Word documents of the school's own. In: a .docx with tags, and values. Out: the same document, filled in and read back."""
