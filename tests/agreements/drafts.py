"""Drafts of the cooperation agreement for tests. In: what a profile says, as plain data. Out: what a reader sees."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from generator.blocks import Document
from generator.desk import Order, compose
from generator.kinds import kind_named
from generator.load import load_school
from generator.package import resource
from generator.profile import Profile, School
from generator.writers.outline import write_outline

DAY = date(2027, 6, 1)
COMPANY: dict[str, Any] = {
    "kind": "company",
    "legal_name": "Bakkerij Kruim B.V.",
    "short_name": "het Bedrijf",
    "legal_form": "bv",
}


@cache
def school() -> School:
    """The sample school."""
    loaded = load_school(resource("examples") / "school.yaml", "school.yaml")
    assert loaded.value is not None
    return loaded.value


def profile(partner: dict[str, Any] | None = None, **sections: Any) -> Profile:
    """A profile that says no more than this."""
    head = {"schema": "handslag/partnerprofiel/1", "id": "kruim", "cooperation": {}}
    return Profile.model_validate(head | {"partner": COMPANY if partner is None else partner} | sections)


def with_activity(type_: str, **more: Any) -> dict[str, Any]:
    """Sections of a profile with this one activity."""
    return {"cooperation": {"activities": [{"id": "A1", "type": type_} | more]}}


def document(partner: Profile, final: bool = False, sender: School | None = None) -> Document:
    """The settled agreement."""
    roots = (resource("agreements"),)
    kind = kind_named("cooperation-agreement", roots)
    return compose(Order(kind, sender or school(), partner, "nl", DAY, final, roots, Path()))


def read(partner: Profile, final: bool = False, sender: School | None = None) -> str:
    """The agreement as an outline, no-break spaces as plain ones."""
    return write_outline(document(partner, final, sender)).decode().replace("~", " ")


def article(text: str, heading: str) -> list[str]:
    """The lines of one article, without their numbers."""
    lines = text.splitlines()
    start = next(i for i, line in enumerate(lines) if line.startswith("h2") and line.endswith(heading))
    rest = lines[start + 1 :]
    end = next((i for i, line in enumerate(rest) if line.startswith("h2")), len(rest))
    return [line.strip().split("  ", 1)[-1].strip() for line in rest[:end]]


SLIP = re.compile(r"\S  +\S| [,;.:)](?!\.)|[,;:.][,;:]|\.\.|\( |None|\bde het\b|\bhet de\b")
"""What a careless condition leaves behind: two spaces, a space before a comma, two full stops."""


def slips(text: str) -> list[str]:
    """The lines of an outline, without their marks, in which a condition was careless."""
    shown = text.replace("  (#", " (#")
    bare = (re.sub(r"^\s*(\[\w+\]|Bijlage \d+  |\S+  +(Artikel \d+  )?)", "", line) for line in shown.splitlines())
    return [line for line in bare if SLIP.search(line)]


def headings(text: str) -> list[str]:
    """The headings of the articles."""
    return [line.split("  ")[-1] for line in text.splitlines() if line.startswith("h2  Artikel")]
