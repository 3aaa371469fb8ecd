"""Profiles as a spreadsheet. In: profiles, or nothing for an empty one. Out: an .xlsx that can be imported again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.errors import Fault, Severity
from generator.load.paths import value_at
from generator.profile import Profile
from generator.sheets.columns import COMING, CONTACT, Column, written
from generator.sheets.places import resolved
from generator.sheets.spots import usual_spots
from generator.sheets.table import Cell
from generator.sheets.xlsx import LONGEST, Head, table_bytes

TITLE = "Partners"
COLOURS = (("partner.visit", "FF2F6B4F"), ("partner.post", "FF4F6B2F"), (CONTACT, "FF5B3F7A"), ("relationship", "FF7A4A1F"),
           (COMING, "FF7A1F5C"))  # fmt: skip
"""The colour of the headings of a group of columns, by where they go; all are dark enough for white letters."""
WIDTHS = {
    "name": 34, "boilerplate": 50, "result": 40, "present": 34, "personal": 34, "email": 30, "website": 28, "networks": 34,
    "origin": 26, "legal_form": 26, "moment": 28, "iban": 26, "btw_id": 20, "street": 26, "function": 24,
}  # fmt: skip
"""Of columns whose values are wider than their headings, by the end of their path."""


def exported(profiles: Iterable[Profile], language: str) -> tuple[bytes, tuple[Fault, ...]]:
    """The spreadsheet of these partners; and what does not fit in it."""
    rows = [(profile, row_of(profile, language)) for profile in profiles]
    told = tuple(fault for profile, row in rows for fault in too_long(profile, row))
    return table_bytes(TITLE, heads(language), [fitting(row) for _, row in rows]), told


def template(language: str) -> bytes:
    """An empty spreadsheet, with an example row that is left out by an import."""
    example = [as_example(column, language) for column in written()]
    return table_bytes(TITLE, heads(language), [], example)


def heads(language: str) -> list[Head]:
    """The columns, with what each is for and what it can hold."""
    return [head(column, language) for column in written()]


def head(column: Column, language: str) -> Head:
    """A column's heading, explanation, colour, width and choices."""
    place = ("nl", "en").index(language)
    choices = tuple(words[place] for words in (column.form.choices or {}).values())
    colour = next((colour for part, colour in COLOURS if column.path.startswith(part)), Head("").colour)
    width = next(
        (width for part, width in WIDTHS.items() if column.path.endswith(part)), max(14, len(column.heading(language)) + 4)
    )
    return Head(column.heading(language), column.explained(language), colour, width, column.form.holds == "date", choices)


def row_of(profile: Profile, language: str) -> list[Cell]:
    """What each column has of a partner."""
    spots = usual_spots(profile)
    values = ((column, value_at(profile, resolved(column.path, spots))) for column in written())
    return ["" if value is None else column.form.show(value, language) for column, value in values]


def as_example(column: Column, language: str) -> Cell:
    """What the example row has in a column, in the language of the headings."""
    if not column.example or language == "nl" or column.form.choices is None:
        return column.example
    return column.form.show(column.form.read(column.example).value, language)


def fitting(row: Sequence[Cell]) -> list[Cell]:
    """A row without what is too long for a cell: half a text would be read back as the whole of it."""
    return ["" if isinstance(cell, str) and len(cell) > LONGEST else cell for cell in row]


def too_long(profile: Profile, row: Sequence[Cell]) -> Iterator[Fault]:
    """A warning for each text that a cell cannot hold."""
    for column, cell in zip(written(), row, strict=True):
        if isinstance(cell, str) and len(cell) > LONGEST:
            problem = f"'{profile.id}': the text of {len(cell)} characters is too long for a cell, and is left out"
            yield Fault(problem, path=column.path, hint="it stays in the profile", severity=Severity.WARNING)
