"""What every rule of advice looks at. In: a partner, a school, a day, what was made. Out: the same, ready to be asked.

A rule is a small function from a :class:`Scene` to spots: the fields that it is about, with what its message names. What it
says stands in ``words/``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from generator.agenda.holidays import Holidays
from generator.catalogue import Catalogue
from generator.errors import Severity
from generator.facts_activities import Planned, plan
from generator.facts_finance import Budget, known_budget
from generator.facts_parties import Party, parties
from generator.profile import Profile, School
from generator.profile.contacts import log_until
from generator.profile.cooperation import OVER, ContactEntry, Cooperation, Phase, Relationship
from generator.profile.finance import Finance
from generator.profile.letters import Invitation
from generator.profile.occasions import Documents
from generator.profile.party import Kind
from generator.profile.rule_ids import RuleId

INVITATIONS, PRESS, THANKS = "documents.invitations", "documents.press_release", "documents.thank_you"
INTENT, AGREEMENT = "documents.intent", "documents.agreement"
SIGNED = "signed"
"""Stands for whatever parties sign."""
BEGINNING = frozenset({Phase.VERKENNING, Phase.INTENTIE})


@dataclass(frozen=True, slots=True)
class Paper:
    """A document that was made, as the register knows it."""

    section: str
    """The section of the profile that it is made from: ``documents.press_release``; empty when it is made from all of it."""
    occasion: str
    day: date
    """The date on it."""
    prepares: tuple[str, ...] = ()
    """The occasions that it helps to prepare."""
    sent: date | None = None
    signed: date | None = None


@dataclass(frozen=True)
class Scene:
    """One partner on one day."""

    profile: Profile
    school: School
    today: date
    catalogue: Catalogue = field(default_factory=Catalogue)
    holidays: Holidays = field(default_factory=lambda: Holidays((), frozenset()))
    papers: tuple[Paper, ...] = ()
    """What was made for this partner."""
    asked: frozenset[str] = frozenset()
    """The sections of the documents that are being made now."""

    @property
    def kind(self) -> Kind:
        """The kind of partner."""
        return self.profile.partner.kind

    @property
    def relationship(self) -> Relationship:
        """The relationship; one without any data when there is none."""
        return self.profile.relationship or NO_RELATIONSHIP

    @property
    def phase(self) -> Phase | None:
        """The phase of the relationship."""
        return self.relationship.phase

    @property
    def running(self) -> bool:
        """Whether the cooperation is going on."""
        return self.phase is Phase.LOPEND

    @property
    def goes_on(self) -> bool:
        """Whether it is not over: what has ended needs no goals, contacts or examples any more."""
        return self.phase not in OVER

    @property
    def cooperation(self) -> Cooperation:
        """The cooperation; one without any data when there is none."""
        return self.profile.cooperation or NO_COOPERATION

    @property
    def finance(self) -> Finance:
        """The financial arrangement; one without any data when there is none."""
        return self.profile.finance or NO_FINANCE

    @property
    def documents(self) -> Documents:
        """The documents; without any data when there are none."""
        return self.profile.documents or NO_DOCUMENTS

    @cached_property
    def log(self) -> tuple[ContactEntry, ...]:
        """The contacts up to today, in order."""
        return log_until(self.profile, self.today)

    @cached_property
    def parties(self) -> tuple[Party, ...]:
        """The parties, the school's board first."""
        return parties(self.profile, self.school, "nl")

    @cached_property
    def activities(self) -> tuple[tuple[str, Planned], ...]:
        """The activities with their paths."""
        found = plan(self.cooperation.activities, self.parties)
        return tuple((f"cooperation.activities.{number}", one) for number, one in enumerate(found))

    @cached_property
    def budget(self) -> Budget:
        """The money; none when it cannot be computed."""
        return known_budget(self.profile.finance, self.cooperation, [one for _, one in self.activities], self.parties)

    def still(self, section: str, day: date | None) -> bool:
        """Whether something of a section is still to come: its day is, or it is being made now."""
        return section in self.asked or day is None or day >= self.today

    def invitations(self) -> Iterator[tuple[str, Invitation]]:
        """The invitations that are still to come, with their paths."""
        for number, each in enumerate(self.documents.invitations):
            if self.still(INVITATIONS, each.date or each.letter_date):
                yield f"{INVITATIONS}.{number}", each

    def made(self, section: str) -> tuple[Paper, ...]:
        """What was made from a section."""
        return tuple(paper for paper in self.papers if paper.section == section)


NO_RELATIONSHIP = Relationship()
NO_COOPERATION = Cooperation()
NO_FINANCE = Finance()
NO_DOCUMENTS = Documents()


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a rule finds something, and what its message names."""

    path: str
    values: Mapping[str, object]


def spot(path: str, **values: object) -> Spot:
    """``spot("relationship.contact_log", days=41)``."""
    return Spot(path, values)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of advice."""

    id: RuleId
    severity: Severity
    reads: tuple[str, ...]
    """The sections of a profile that it looks at."""
    find: Callable[[Scene], Iterator[Spot]]
    concerns: tuple[str, ...] | None = None
    """The documents that it is about, by their sections; none: it is about the relationship, and no document. None: its path
    says which."""
