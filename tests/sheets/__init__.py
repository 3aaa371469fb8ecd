"""Tests of spreadsheets: what is read, what becomes of it, and what is written."""
