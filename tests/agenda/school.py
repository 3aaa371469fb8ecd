"""What the tests of the agenda share: a profile with the least in it, and its agenda as lines."""

from __future__ import annotations

from datetime import date
from typing import Any

from generator.agenda.agenda import Asked, Item, agenda, case_of
from generator.agenda.due import Paper
from generator.agenda.holidays import FILE, Holidays, holidays
from generator.load import load_school
from generator.package import resource
from generator.profile import Profile, School
from generator.profile.school import VacationRegion


def school() -> School:
    loaded = load_school(resource("examples") / "school.yaml", "school.yaml")
    assert loaded.value is not None
    return loaded.value


def midden() -> Holidays:
    return holidays(resource("agreements") / FILE, resource("examples") / FILE, VacationRegion.MIDDEN)


def partner(**sections: Any) -> Profile:
    """A company with nothing but these sections."""
    people = [{"id": "baas", "roles": ["contact"], "given_name": "Kâmil", "surname": "Yıldız", "phone": "+31612345682"}]
    data = {"schema": "handslag/partnerprofiel/1", "id": "lasserij", **sections}
    data["partner"] = {"kind": "company", "legal_name": "Lasserij B.V.", "people": people, **sections.get("partner", {})}
    return Profile.model_validate(data)


def items(profile: Profile, today: str, until: str, *papers: Paper, language: str = "nl") -> tuple[Item, ...]:
    asked = Asked(date.fromisoformat(today), date.fromisoformat(until), language)
    return agenda([case_of(school(), profile, papers, midden(), asked)], language)


def lines(profile: Profile, today: str, until: str, *papers: Paper, language: str = "nl") -> list[str]:
    """``2028-04-28 Stoppen na …``; ``!`` before what is late, the note in brackets."""
    found = items(profile, today, until, *papers, language=language)
    return [f"{'!' if one.late else ''}{one.day} {one.title}{f' [{one.note}]' if one.note else ''}" for one in found]
