"""How documents are numbered. In: a pattern of ``school.yaml``. Out: the pattern, held against its form; references made
with it.

``DV-{year}-{number:04}`` gives ``DV-2027-0042``. Both the year and the number must be in it: numbers begin at 1 again every
year.
"""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BeforeValidator, Field, WithJsonSchema

from generator.profile.base import Section, checked, refuse

PATTERN = "{year}-{number:04}"
"""The pattern of a school that chose none."""
_PLACE = re.compile(r"\{(?P<name>year|number)(?::0(?P<width>[1-9]))?\}")
_AROUND = re.compile(r"[A-Za-z0-9 ./_-]*")
_LONGEST = 40


def check_pattern(value: str) -> str:
    """A pattern with one ``{year}`` and one ``{number}`` among letters, digits and a few marks."""
    names = [place["name"] for place in _PLACE.finditer(value)]
    if sorted(names) != ["number", "year"]:
        raise refuse(f"'{value}' must have {{year}} and {{number}} in it, each once", "write it as 'DV-{year}-{number:04}'")
    if not _AROUND.fullmatch(_PLACE.sub("", value)) or not reference_of(value, 2027, 1)[0].isalnum():
        raise refuse(
            f"'{value}' has something in it that a reference cannot have",
            "use letters, digits, blanks and . / _ - around {year} and {number:04}, and begin with a letter or digit",
        )
    if len(value) > _LONGEST:
        raise refuse(f"'{value}' has {len(value)} characters; at most {_LONGEST} fit on a page", "make it shorter")
    return value


def reference_of(pattern: str, year: int, number: int) -> str:
    """``DV-2027-0042`` of ``DV-{year}-{number:04}``; a number with more digits than asked for keeps all of them."""
    values = {"year": year, "number": number}
    return _PLACE.sub(lambda place: str(values[place["name"]]).zfill(int(place["width"] or 0)), pattern)


Pattern = Annotated[
    str, BeforeValidator(checked(check_pattern)), WithJsonSchema({"type": "string", "examples": ["DV-{year}-{number:04}"]})
]


class References(Section):
    """How documents are numbered."""

    pattern: Pattern = Field(
        default=PATTERN,
        title="Patroon",
        description="The reference of a made document: 'DV-{year}-{number:04}' gives DV-2027-0042.",
    )
