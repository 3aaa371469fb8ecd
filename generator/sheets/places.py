"""Which place of a profile a column speaks of. In: its path, and the places that a row names. Out: the path in that profile."""

from __future__ import annotations

from functools import lru_cache

from generator.sheets.columns import COMING, CONTACT

Spots = tuple[int, int]
"""The place of the contact among the people, and of the coming letter among the thank-you letters."""


@lru_cache(maxsize=4096)
def resolved(path: str, spots: Spots) -> str:
    """A path with the places in it that depend on the profile."""
    for marker, place in zip((CONTACT, COMING), spots, strict=True):
        if path.startswith(marker):
            return f"{marker.rpartition('.')[0]}.{place}{path.removeprefix(marker)}"
    return path
