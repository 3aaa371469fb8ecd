"""Tests of the wording: the tables of Dutch and English usage, and properties that hold for every value."""

from __future__ import annotations


def spaced(text: object) -> str:
    """A text with ordinary spaces, for tables that are read by people; where the no-break spaces stand has its own tests."""
    return str(text).replace("\u00a0", " ")
