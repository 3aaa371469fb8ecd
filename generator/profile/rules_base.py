"""What all rules look at. In: a profile and a school. Out: parties, people and activities with their paths in the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.profile.activity import Activity
from generator.profile.cooperation import Cooperation
from generator.profile.finance import Finance
from generator.profile.occasions import Documents
from generator.profile.partner import Profile
from generator.profile.party import Organisation
from generator.profile.person import Person
from generator.profile.school import School

Found = tuple[str, str, str]
"""Dotted path, problem, hint."""


@dataclass(frozen=True, slots=True)
class Party:
    """An organisation of a file with its people, and where both stand."""

    name: str
    """How the file refers to it: ``partner``, ``board``, the id of a third party."""
    path: str
    organisation: Organisation
    people_path: str
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """One file to be judged: a profile (with the school it belongs to, if known) or a school alone."""

    profile: Profile | None
    school: School | None

    @property
    def parties(self) -> tuple[Party, ...]:
        """The parties that stand in the file itself."""
        if self.profile:
            partner = self.profile.partner
            third = (
                Party(p.id, f"third_parties.{i}", p, f"third_parties.{i}.people", p.people)
                for i, p in enumerate(self.profile.third_parties)
            )
            return (Party("partner", "partner", partner, "partner.people", partner.people), *third)
        return (Party("board", "board", self.school.board, "people", self.school.people),) if self.school else ()

    @property
    def cooperation(self) -> Cooperation:
        """The cooperation; one without any data when there is none."""
        return (self.profile and self.profile.cooperation) or NO_COOPERATION

    @property
    def finance(self) -> Finance:
        """The financial arrangement; one without any data when there is none."""
        return (self.profile and self.profile.finance) or NO_FINANCE

    @property
    def documents(self) -> Documents:
        """The documents; without any data when there are none."""
        return (self.profile and self.profile.documents) or NO_DOCUMENTS

    @property
    def agreed(self) -> bool:
        """Whether the file is about an agreement: a name and an address alone are enough for a letter."""
        return self.profile is None or self.profile.cooperation is not None or self.documents.agreement is not None

    def activities(self) -> Iterator[tuple[str, Activity]]:
        """Each activity with its path."""
        for index, activity in enumerate(self.cooperation.activities):
            yield f"cooperation.activities.{index}", activity


NO_COOPERATION = Cooperation()
NO_FINANCE = Finance()
NO_DOCUMENTS = Documents()


def called(activity: Activity) -> str:
    """How a message names an activity."""
    return f"{activity.id} ({activity.name})" if activity.name else activity.id


def named(person: Person) -> str:
    """How a message names a person."""
    parts = (person.initials or person.given_name, person.infix, person.surname)
    return " ".join(part for part in parts if part)
