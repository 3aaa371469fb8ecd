"""Ids for who is new. In: names, and what is taken. Out: a name for files that is readable and free."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from generator.sheets.cells import without_accents
from generator.sheets.rows import Row
from generator.store import file_name

LONGEST = 60
SPELLED = {"&": " en ", "b.v.": "bv", "n.v.": "nv", "v.o.f.": "vof", "c.v.": "cv"}
IsTaken = Callable[[str], bool]


def partner_id(row: Row, is_taken: IsTaken) -> str:
    """An id for a new partner: its name in daily use; when that is taken, with its town or a number behind it."""
    name, place = row.text("partner.trade_name", "partner.legal_name"), row.text("partner.visit.place")
    first = slug(name) or "partner"
    with_place = f"{first}-{slug(place)}" if slug(place) else first
    return with_place if is_taken(first) and not is_taken(with_place) else unused(first, is_taken)


@lru_cache(maxsize=20_000)
def slug(name: str) -> str:
    """``De Vries & Zn. B.V.`` -> ``de-vries-en-zn-bv``; empty when a name has no letters that a file name can have."""
    small = without_accents(name).casefold()
    for sign, spelled in SPELLED.items():
        small = small.replace(sign, spelled)
    if not any(letter.isascii() and letter.isalnum() for letter in small):
        return ""
    words = file_name(small, suffix="").rstrip(".").split("-")
    while len("-".join(words)) > LONGEST and len(words) > 1:
        words.pop()
    return "-".join(filter(None, words))[:LONGEST]


def unused(name: str, is_taken: IsTaken) -> str:
    """A name, with a number behind it when it is taken."""
    number, free = 1, name
    while is_taken(free):
        number += 1
        free = f"{name}-{number}"
    return free
