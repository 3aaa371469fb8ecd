"""Drafts of the cooperation agreement for tests. In: what a profile says, as plain data. Out: what a reader sees."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from generator.blocks import Document
from generator.desk import compose
from generator.kinds import kind_named
from generator.load import load_school
from generator.order import Order
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


def document(partner: Profile, final: bool = False, sender: School | None = None, language: str = "nl") -> Document:
    """The settled agreement."""
    roots = (resource("agreements"),)
    kind = kind_named("cooperation-agreement", roots)
    return compose(Order(kind, sender or school(), partner, language, DAY, final, roots, Path()))


def read(partner: Profile, final: bool = False, sender: School | None = None, language: str = "nl") -> str:
    """The agreement as an outline, no-break spaces as plain ones."""
    return write_outline(document(partner, final, sender, language)).decode().replace("~", " ")


def article(text: str, heading: str) -> list[str]:
    """The lines of one article, without their numbers."""
    lines = text.splitlines()
    start = next(i for i, line in enumerate(lines) if line.startswith("h2") and line.endswith(heading))
    rest = lines[start + 1 :]
    end = next((i for i, line in enumerate(rest) if line.startswith("h2")), len(rest))
    return [line.strip().split("  ", 1)[-1].strip() for line in rest[:end]]


CARELESS = r"\S  +\S| [,;.:)](?!\.)|[,;:.][,;:]|\.\.|\( |None"
"""What a careless condition leaves behind: two spaces, a space before a comma, two full stops."""
SLIP = re.compile(rf"{CARELESS}|\bde het\b|\bhet de\b")


def slips(text: str, slip: re.Pattern[str] = SLIP) -> list[str]:
    """The lines of an outline, without their marks, in which a condition was careless."""
    return [line for line in lines_of(text) if slip.search(line)]


def lines_of(text: str) -> list[str]:
    """The lines of an outline without their marks and numbers."""
    shown = text.replace("  (#", " (#")
    mark = r"^\s*(\[\w+\]|(Bijlage|Annex) \d+  |\S+  +((Artikel|Article) \d+  )?)"
    return [re.sub(mark, "", line) for line in shown.splitlines()]


def headings(text: str) -> list[str]:
    """The headings of the articles."""
    return [line.split("  ")[-1] for line in text.splitlines() if line.startswith(("h2  Artikel", "h2  Article"))]
