"""Case files of advice. In: ``tests/cases/advice/<rule>.yaml``. Out: what the rule says of a sample with a small change.

A case begins with a sample partner, on a day. ``change`` has dotted paths and what comes there (null: nothing); ``school`` the
same of the school's file. ``made`` is what the register knows, ``asked`` the sections of the documents that are being made,
``partners`` the kinds of all partners, for rules on the network.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Any

from generator.advice.base import Paper
from generator.advice.looking import Setting, looking, network_advice, worded
from generator.agenda.holidays import FILE, holidays
from generator.catalogue import catalogue
from generator.errors import Fault
from generator.load.paths import put_at
from generator.load.profiles import validate
from generator.load.yaml import Source, read_yaml
from generator.package import resource
from generator.profile import Profile, School
from tests.texts.letters import ROOTS

FOLDER = Path(__file__).resolve().parents[1] / "cases/advice"
SAMPLE, DAY = "van-t-veld-en-zonen", "2027-06-01"


@dataclass(frozen=True)
class Case:
    """One case of a rule."""

    rule: str
    when: str
    data: Mapping[str, Any]
    says: tuple[str, ...]
    """``warning cooperation.goals: …``, each thing that the rule says; nothing where it is silent."""

    def told(self, language: str = "nl") -> list[Fault]:
        """What the rule says."""
        return [fault for fault in _all(self.data, language) if fault.rule == self.rule]


def cases(file: Path) -> Iterator[Case]:
    """Every case of a file: those in which the rule says something, and those in which it is silent."""
    data = read_yaml(file, file.name).data
    assert data is not None, f"{file} cannot be read"
    for each in data["fires"]:
        yield Case(file.stem, each["when"], each, tuple(each["says"]))
    for each in data["silent"]:
        yield Case(file.stem, each["when"], each, ())


def setting(case: Mapping[str, Any]) -> Setting:
    """The day of a case, and what is known of it."""
    made = tuple(_paper(each) for each in case.get("made", ()))
    days = partial(holidays, resource("agreements") / FILE, Path("none"))
    today = date.fromisoformat(case.get("date", DAY))
    name = case.get("sample", SAMPLE)
    return Setting(today, catalogue(ROOTS), days, {name: made}, frozenset(case.get("asked", ())))


def _all(case: Mapping[str, Any], language: str) -> list[Fault]:
    school = School.model_validate(_changed("school", case.get("school", {})))
    if "partners" in case:
        return list(network_advice([_partner(kind) for kind in case["partners"]], school, language))
    source = Source("case")
    source.data = _changed(case.get("sample", SAMPLE), case.get("change", {}))
    profile, located = validate(source, Profile)
    found = [worded(each.fault, None, language) for each in located]
    return found + ([each.fault for each in looking(setting(case), language)(profile, school)] if profile else [])


def _partner(kind: str) -> Profile:
    partner = {"kind": kind, "legal_name": "Iemand"}
    return Profile.model_validate({"schema": "handslag/partnerprofiel/1", "id": kind, "partner": partner})


def _changed(name: str, changes: Mapping[str, Any]) -> dict[str, Any]:
    data = copy.deepcopy(_sample(name))
    for path, value in changes.items():
        put_at(data, path, value)
    return data


@cache
def _sample(name: str) -> dict[str, Any]:
    folder = resource("examples")
    source = read_yaml(folder / "school.yaml" if name == "school" else folder / f"partners/{name}.yaml", name)
    assert source.data is not None, source.faults
    return source.data


def _paper(given: Mapping[str, Any]) -> Paper:
    days = {name: date.fromisoformat(given[name]) for name in ("sent", "signed") if name in given}
    day = date.fromisoformat(given["day"])
    return Paper(given.get("section", ""), given.get("occasion", ""), day, tuple(given.get("prepares", ())), **days)
