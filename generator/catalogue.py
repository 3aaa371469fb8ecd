"""The catalogue: what a school and a partner can do together. In: folders with texts. Out: entries, examples for a partner.

It is data (``agreements/catalogue.yaml``); a school's own catalogue counts instead of ours.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from pydantic import Field

from generator.load.sections import section_of
from generator.load.yaml import read_yaml
from generator.profile.activity import ActivityType
from generator.profile.base import Section, Several, Text, required, several
from generator.profile.party import Kind as PartnerKind
from generator.profile.values import YesNo
from generator.shelf import find_text

FILE = "catalogue.yaml"


class Words(Section):
    """What a reader is told, in both languages."""

    nl: Text = required("Nederlands", "In Dutch.")
    en: Text = required("Engels", "In English.")

    def in_(self, language: str) -> str:
        """The words in this language."""
        return self.nl if language == "nl" else self.en


class Money(StrEnum):
    """Whether something needs money."""

    YES = "yes"
    MAYBE = "maybe"
    NO = "no"


class Entry(Section):
    """One type of activity."""

    name: Words = required("Naam", "What it is called.")
    what: Words = required("Wat het is", "What it is, in a sentence.")
    tip: Words = required("Tip", "Advice from practice.")
    suits: Several[PartnerKind] = required("Past bij", "Kinds of partner that it suits.")
    first_step: YesNo = required("Eerste stap", "Whether it is a small first step.")
    asks: Several[Text] = several("Vraagt", "Fields of the activity that have to be known: 'schedule.dates'.")
    clauses: Several[Text] = several("Artikelen", "Clauses that it brings into an agreement.")
    money: Money = required("Geld nodig", "Whether it needs money: yes, maybe or no.")


class Catalogue(Section):
    """A ``catalogue.yaml``."""

    activities: dict[ActivityType, Entry] = Field(
        default={}, title="Activiteiten", description="Types of activity, in the order in which they are offered."
    )


@dataclass(frozen=True, slots=True)
class Example:
    """An entry as a text shows it, in the language of the document."""

    type: ActivityType
    name: str
    what: str
    tip: str
    first_step: bool


@lru_cache(maxsize=8)
def catalogue(roots: tuple[Path, ...]) -> Catalogue:
    """The catalogue of the first folder that has one. Raises BadText with every fault in it."""
    path = find_text(roots, FILE)
    if path is None:
        return Catalogue()
    return section_of(read_yaml(path, FILE), Catalogue)


def examples(known: Catalogue, partner: PartnerKind, language: str) -> tuple[Example, ...]:
    """What suits this kind of partner, first steps first."""
    suiting = [(type_, entry) for type_, entry in known.activities.items() if partner in entry.suits]
    return tuple(
        Example(type_, entry.name.in_(language), entry.what.in_(language), entry.tip.in_(language), entry.first_step)
        for type_, entry in _first_steps_first(suiting)
    )


def _first_steps_first(entries: Sequence[tuple[ActivityType, Entry]]) -> list[tuple[ActivityType, Entry]]:
    return sorted(entries, key=lambda named: not named[1].first_step)
