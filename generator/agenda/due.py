"""What can be due. In: nothing. Out: the records that the rooms of the agenda speak of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property
from typing import TypeVar

from generator.agenda.holidays import Holidays
from generator.facts_activities import Planned
from generator.facts_finance import Budget, known_budget
from generator.facts_parties import Party, contact_of
from generator.profile import Profile, School
from generator.profile.cooperation import OVER, Cooperation, Relationship
from generator.profile.occasions import Documents
from generator.profile.person import Person

T = TypeVar("T")
AGREEMENT = "cooperation-agreement"
INTENT = "letter-of-intent"
INVITATION = "invitation"
THANKS = "thank-you-letter"


class What(StrEnum):
    """What sort of thing is due."""

    EVALUATION = "evaluation"
    NOTICE = "notice"
    RENEWAL = "renewal"
    END = "end"
    INTENT = "intent"
    SIGNING = "signing"
    RETURN = "return"
    COUNCIL = "council"
    VOG = "vog"
    PTA = "pta"
    GOAL = "goal"
    PROMISE = "promise"
    INVOICE = "invoice"
    REPLY = "reply"
    LETTER = "letter"
    EVENT = "event"
    PRESS = "press"
    EMBARGO = "embargo"
    THANKS = "thanks"
    CONTACT = "contact"

    @property
    def is_appointment(self) -> bool:
        """Whether the day was agreed with others: it does not move, whatever day it is."""
        return self in APPOINTMENTS


APPOINTMENTS = frozenset({What.EVALUATION, What.SIGNING, What.EVENT, What.EMBARGO})


@dataclass(frozen=True, slots=True)
class Due:
    """Something that is due, as the profile means it."""

    what: What
    day: date
    path: str
    """Where in the profile it comes from, with what tells it apart: the calendar knows it by that."""
    say: str = ""
    """Which words tell it, when they are not those of ``what``."""
    values: Mapping[str, object] = field(default_factory=dict)
    """What the words name."""
    lapses: date | None = None
    """The last day on which it makes sense to be told; None: until it is done."""

    def for_days(self, days: int) -> Due:
        """The same, told no longer than so many days after its day."""
        return Due(self.what, self.day, self.path, self.say, self.values, self.day + timedelta(days=days))


@dataclass(frozen=True, slots=True)
class Paper:
    """A document in the register."""

    kind: str
    occasion: str
    reference: str
    day: date
    """The date on it."""
    status: str
    """``made``, ``sent``, ``signed`` or ``withdrawn``."""
    since: date | None
    """The day of that."""
    left: bool
    """Whether it was sent or signed: it has left the house."""


@dataclass(frozen=True)
class Case:
    """A partner, and all that its agenda depends on."""

    profile: Profile
    school: School
    papers: tuple[Paper, ...]
    parties: tuple[Party, ...]
    planned: tuple[Planned, ...]
    holidays: Holidays
    today: date
    until: date

    @property
    def cooperation(self) -> Cooperation:
        """What is done together; empty when the profile says nothing."""
        return self.profile.cooperation or Cooperation()

    @property
    def relationship(self) -> Relationship:
        """How it stands between them."""
        return self.profile.relationship or Relationship()

    @property
    def documents(self) -> Documents:
        """What is to be made."""
        return self.profile.documents or Documents()

    @property
    def is_over(self) -> bool:
        """Whether the cooperation is over."""
        return self.relationship.phase in OVER

    @property
    def contact(self) -> Person | None:
        """Whom the school calls."""
        people = self.profile.partner.people
        return contact_of(people, self.relationship.fixed_contact_partner) or next(iter(people), None)

    @cached_property
    def budget(self) -> Budget:
        """The money; none when it cannot be computed."""
        return known_budget(self.profile.finance, self.cooperation, self.planned, self.parties)

    def signed(self, kind: str) -> bool:
        """Whether a document of a kind was signed, as the register has it."""
        return any(paper.kind == kind and paper.status == "signed" for paper in self.papers)

    def pending(self, kind: str) -> Paper | None:
        """The last document of a kind that waits to be sent or signed."""
        found = [paper for paper in self.papers if paper.kind == kind and paper.status in ("made", "sent")]
        return max(found, key=lambda paper: (paper.day, paper.reference), default=None)

    def sent(self, kind: str, occasion: str, year: int) -> bool:
        """Whether a letter for an occasion left the house in a year."""
        return any(
            paper.left and (paper.kind, paper.occasion, paper.day.year) == (kind, occasion, year) for paper in self.papers
        )


def named(records: Sequence[T], name: str) -> Iterator[tuple[int, T, str]]:
    """Each record with its place and the name of its occasion, as the register has it: ``open_dag``, ``open_dag-2``."""
    names = [str(getattr(record, name)) for record in records]
    for place, (record, each) in enumerate(zip(records, names, strict=True)):
        twin = names[: place + 1].count(each)
        yield place, record, each if twin == 1 else f"{each}-{twin}"
