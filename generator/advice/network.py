"""Advice on the network as a whole, and on companies in it. In: all partners, or a scene. Out: spots."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.advice.base import Scene, Spot, spot
from generator.profile import Profile
from generator.profile.activity import ActivityType
from generator.profile.cooperation import ContactKind
from generator.profile.letters import InvitationKind
from generator.profile.party import Kind

FEW_KINDS = 2
OPEN_DAYS = frozenset({ActivityType.OPEN_BEDRIJVENDAG, ActivityType.BEDRIJFSBEZOEK})
INVITED = frozenset({InvitationKind.OPEN_BEDRIJVENDAG, InvitationKind.BEDRIJFSBEZOEK})


def kinds_of(partners: Sequence[Profile]) -> frozenset[Kind]:
    """The kinds of organisation that a school works with."""
    return frozenset(party.kind for each in partners for party in (each.partner, *each.third_parties))


def municipality(partners: Sequence[Profile]) -> Iterator[Spot]:
    """The municipality is among the partners."""
    if Kind.MUNICIPALITY not in kinds_of(partners):
        yield spot("")


def variety(partners: Sequence[Profile]) -> Iterator[Spot]:
    """There are partners of more than one kind."""
    if len(kinds_of(partners)) < FEW_KINDS:
        yield spot("")


def open_day(scene: Scene) -> Iterator[Spot]:
    """A company has been visited, or will be: many have open days."""
    visited = any(one.type in OPEN_DAYS for _, one in scene.activities)
    invited = any(each.kind in INVITED for each in scene.documents.invitations)
    seen = any(entry.kind is ContactKind.BEDRIJFSBEZOEK for entry in scene.relationship.contact_log)
    if scene.goes_on and scene.kind is Kind.COMPANY and not (visited or invited or seen):
        yield spot("cooperation.activities")
