"""Spreadsheets: many partners at once. A file becomes rows, rows become profiles; profiles become a file again."""
