"""A school's own texts: copied from ours, listed, held against ours, tried. In: a workspace. Out: files, and what is told."""
