"""The columns that a spreadsheet of partners can have. In: ``templates/sheets/columns.yaml``. Out: the column of a heading.

Each column knows its heading in Dutch and English, other names that schools give it, where its value goes in a profile, what it
holds, and what it is for. Capitals, accents, blanks, hyphens and the order of words make no difference in a heading.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from generator.errors import OurFault
from generator.load.yaml import read_yaml
from generator.package import resource
from generator.profile import Profile
from generator.profile.describe import field_at
from generator.profile.forbidden import kind_of
from generator.sheets.cells import plain, without_accents
from generator.sheets.forms import Form, form_named

CONTACT, COMING = "partner.people.contact", "documents.thank_you.coming"
"""Places in a list that depend on the profile: the contact, and the thank-you letter that is coming."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column."""

    paths: tuple[str, ...]
    """Where its value goes, or each part of it."""
    nl: str
    en: str
    form: Form
    about: str
    """What it is for, in Dutch; empty for a column that is read but never written."""
    example: str
    also: tuple[str, ...]
    """Other headings for it."""

    @property
    def path(self) -> str:
        """Where its value goes: the first of its parts."""
        return self.paths[0]

    def heading(self, language: str) -> str:
        """The heading in a language."""
        return self.nl if language == "nl" else self.en

    def explained(self, language: str) -> str:
        """What it is for, in a language."""
        field = field_at(Profile, self.path.replace(CONTACT, "partner.people.0").replace(COMING, "documents.thank_you.0"))
        return self.about if language == "nl" or field is None else field.description or ""


def columns() -> tuple[Column, ...]:
    """Every column, in the order of the template."""
    return _table().columns


def written() -> tuple[Column, ...]:
    """The columns that we write: one for each value."""
    return tuple(column for column in columns() if column.about)


def column_named(heading: str) -> Column | None:
    """The column that a heading names."""
    return next((found for key in _keys(heading) if (found := _table().by_key.get(key))), None)


def advice(heading: str) -> tuple[str, str]:
    """Why a heading is no column, and what to do."""
    if kind := kind_of(heading):
        return f"'{heading}': {kind} does not belong in a profile", "delete the column (rule L-15)"
    told = next((told for key in _keys(heading) if (told := _table().refused.get(key))), "")
    return (
        f"there is no column '{heading}'",
        f"{told or _nearest(heading)} (a heading that begins with # leaves its column out)",
    )


def _nearest(heading: str) -> str:
    """The heading that is meant, most likely."""
    near = difflib.get_close_matches(plain(heading), [key for key in _table().by_key if " " not in key], n=1, cutoff=0.7)
    if near:
        column = _table().by_key[near[0]]
        return f"did you mean '{column.nl}' ({column.en})?" if column.nl != column.en else f"did you mean '{column.nl}'?"
    return "handslag import --template FILE.xlsx shows the columns"


def _keys(heading: str) -> Iterator[str]:
    """How a heading is recognised: all its letters, and its words in the order of the alphabet."""
    yield plain(heading)
    words = without_accents(heading).casefold().replace("e-mail", "email").replace("-", " ").split()
    yield " ".join(sorted(filter(None, map(plain, words))))


@dataclass(frozen=True, slots=True)
class _Table:
    columns: tuple[Column, ...]
    by_key: Mapping[str, Column]
    refused: Mapping[str, str]


@cache
def _table() -> _Table:
    path = resource("templates") / "sheets" / "columns.yaml"
    source = read_yaml(path, path.name)
    if source.data is None or source.faults:
        raise OurFault(*source.faults)
    found = tuple(_column(each, source.data) for each in source.data["columns"])
    keys = {key: column for column in found for said in _headings(column) for key in _keys(said)}
    refused = {key: str(each["do"]) for each in source.data["refused"] for said in each["headings"] for key in _keys(said)}
    return _Table(found, keys, refused)


def _headings(column: Column) -> tuple[str, ...]:
    """Everything that names a column; of one that we write, its path too."""
    return (*column.also, *(column.paths[:1] if column.about else ()), column.nl, column.en)


def _column(data: Mapping[str, Any], table: Mapping[str, Any]) -> Column:
    form = form_named(data["form"], table["words"], table["unclear"])
    also = tuple(str(said) for said in data.get("also", ()))
    paths = tuple(data["path"].split())
    return Column(paths, data["nl"], data["en"], form, data.get("about", ""), data.get("example", ""), also)
