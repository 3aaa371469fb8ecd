"""An order: what is asked for, and every name that its text may use. In: a kind, a school, a partner. Out: names to values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from generator.catalogue import catalogue, examples
from generator.facts import facts
from generator.facts_letters import Manner, letter_facts
from generator.kinds import Kind
from generator.missing import Missing, missing_field
from generator.occasions import Occasion
from generator.profile import Profile, School
from generator.source import asking

SECTIONS = ("partner", "third_parties", "relationship", "cooperation", "finance", "documents")
"""The sections of a partner's profile that texts speak of by name."""


@dataclass(frozen=True)
class Order:
    """What is asked for."""

    kind: Kind
    school: School
    partner: Profile
    language: str
    day: date
    """The document's date."""
    final: bool
    roots: tuple[Path, ...]
    """The folders with texts, in the order in which they count."""
    workspace: Path
    """Where the house style's own files are."""
    occasion: Occasion = field(default_factory=Occasion)
    number: str = ""
    """The reference that the register gave the document."""
    again: bool = False
    """Whether an older document has the same name: the number tells their files apart then."""

    @property
    def reference(self) -> str:
        """The document's number; without a register, one that is made of what is known.

        That is the agreement's own number (or the partner's id), the kind's letters, which occasion.
        """
        if self.number:
            return self.number
        cooperation = self.partner.cooperation
        number = (cooperation and cooperation.number) or self.partner.id.upper()
        language = "" if self.language == "nl" else self.language.upper()
        parts = (number, self.kind.about.code, str(self.occasion.number or ""), language)
        return "-".join(part for part in parts if part)

    @cached_property
    def sections(self) -> dict[str, Any]:
        """The parts of the profile and of the school's file; an empty one knows which fields would be in it."""
        partner, school = self.partner, self.school
        known = {name: _or_missing(partner, name, self.language) for name in SECTIONS}
        return {"school": school.school, "board": school.board, "sender": school} | known

    @cached_property
    def places(self) -> dict[str, Any]:
        """Dotted path to section, for the place of a blank: the profile's own, and an occasion that is not in it."""
        return {**self.sections, self.occasion.path: self.occasion.record}

    @cached_property
    def names(self) -> dict[str, Any]:
        """Everything that the text may speak of."""
        known: dict[str, Any] = dict(facts(self.partner, self.school, self.language))
        record = self.occasion.record
        about = self.kind.about.occasions
        manner = Manner(about.to, about.forms.get(self.occasion.name, "u")) if about else Manner()
        letter = letter_facts(record, known["parties"], known["activities"], self.partner, self.school, manner)
        state = {
            "day": self.day,
            "final": self.final,
            "language": self.language,
            "in_own_language": self.language == self.partner.language,
            "about": self.kind.about,
            "text_version": self.kind.text_version,
            "reference": self.reference,
            "occasion": Missing("gelegenheid") if record is None else record,
            "examples": examples(catalogue(self.roots), self.partner.partner.kind, self.language),
        }
        return {**self.sections, **known, **letter, **state}

    @cached_property
    def ask(self) -> Callable[..., Any]:
        """Says what the text would see: ``ask("documents.intent.date")``; see :func:`generator.source.asking`."""
        return asking(self.roots, self.names, self.places, self.language, f"{self.kind.id}/about.yaml")


def _or_missing(partner: Profile, name: str, language: str) -> Any:
    value = getattr(partner, name)
    return missing_field(Profile, name, "", language) if value is None else value
