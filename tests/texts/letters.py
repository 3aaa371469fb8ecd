"""Letters for tests. In: a kind, what a profile says as plain data, an occasion. Out: what a reader sees, what is told."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from generator.blocks import Document
from generator.desk import compose
from generator.judge import judged
from generator.kinds import kind_named
from generator.load import load_school
from generator.occasions import occasions
from generator.order import Order
from generator.package import resource
from generator.profile import Profile, School
from generator.writers.outline import write_outline

ROOTS = (resource("agreements"), resource("templates") / "texts")
DAY = date(2027, 6, 1)
WIM: dict[str, Any] = {
    "id": "wim",
    "roles": ["contact", "signatory"],
    "salutation": "heer",
    "initials": "W.H.",
    "given_name": "Wim",
    "infix": "van ’t",
    "surname": "Veld",
    "function": "directeur",
    "authority": {"basis": "sole", "evidence": "kvk"},
}
SASKIA: dict[str, Any] = {
    "id": "saskia",
    "salutation": "mevrouw",
    "initials": "S.",
    "given_name": "Saskia",
    "infix": "de",
    "surname": "Vries",
    "function": "teamleider",
}
READERS: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    # who reads it: what the people are, what the letter says of them
    "u": ({"address_form": "u"}, {"to": "wim"}),
    "je": ({"address_form": "je"}, {"to": "wim"}),
    "jullie": ({"address_form": "je"}, {"to": ["wim", "saskia"]}),
    "two, formally": ({"address_form": "u"}, {"to": ["wim", "saskia"]}),
    "a board": ({}, {"greeting": "bestuur"}),
    "a group": ({}, {"greeting": "oud-leerlingen", "address_form": "je"}),
}
FORMAL = re.compile(r"\b(u|uw|uzelf)\b", re.IGNORECASE)
FAMILIAR = re.compile(r"\b(je|jij|jou|jouw|jullie)\b", re.IGNORECASE)


@cache
def school() -> School:
    """The sample school."""
    loaded = load_school(resource("examples") / "school.yaml", "school.yaml")
    assert loaded.value is not None
    return loaded.value


def profile(people: tuple[dict[str, Any], ...] = (WIM,), partner: dict[str, Any] | None = None, **sections: Any) -> Profile:
    """A bakery with these people, of which the profile says no more than this."""
    bakery = {"kind": "company", "legal_name": "Bakkerij Kruim B.V.", "visit": {"street": "Dorpsstraat", "number": 4}}
    data = {"schema": "handslag/partnerprofiel/1", "id": "kruim", "partner": {**bakery, "people": people} | (partner or {})}
    return Profile.model_validate(data | sections)


def order(kind: str, partner: Profile, name: str = "", language: str = "nl", day: date = DAY) -> Order:
    """The order for the partner's first such letter, or for an occasion by this name."""
    base = Order(kind_named(kind, ROOTS), school(), partner, language, day, False, ROOTS, Path())
    occasion = occasions(base.kind, (name,) if name else (), base.ask)[0]
    return replace(base, occasion=occasion, day=occasion.day or day)


def document(kind: str, partner: Profile, name: str = "", language: str = "nl", day: date = DAY) -> Document:
    """The settled letter."""
    return compose(order(kind, partner, name, language, day))


def read(kind: str, partner: Profile, name: str = "", language: str = "nl", day: date = DAY) -> str:
    """The letter as an outline, no-break spaces as plain ones."""
    return write_outline(document(kind, partner, name, language, day)).decode().replace("~", " ")


def told(kind: str, partner: Profile, name: str = "", language: str = "nl", day: date = DAY) -> list[str]:
    """What is told of the letter: the problems."""
    asked = order(kind, partner, name, language, day)
    return [fault.problem for fault in judged(asked, compose(asked))]
