"""How partners stand. In: profiles, what was made, what is due. Out: one record for each, and counts for all together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from generator.agenda.agenda import Item
from generator.agenda.due import AGREEMENT, INTENT, Case
from generator.agenda.run import Agenda
from generator.agenda.words import plain
from generator.errors import Severity
from generator.facts_term import ends_on
from generator.profile.contacts import last_contact, log_until
from generator.profile.cooperation import Phase
from generator.profile.party import Kind

Advice = Mapping[str, Mapping[Severity, int]]
"""Partner id to how much advice of each severity is open."""


class State(StrEnum):
    """How far an agreement is."""

    NONE = "none"
    INTENT = "intent"
    DRAFT = "draft"
    SENT = "sent"
    SIGNED = "signed"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Standing:
    """How a partner stands."""

    partner: str
    """The partner's id."""
    name: str
    kind: Kind
    phase: Phase | None
    last_contact: date | None
    next_contact: date | None
    """As it is planned; a day in the past when it did not come to it."""
    agreement: State
    ends: date | None
    """The last day of the agreement, or until when an intent holds."""
    cash: Decimal
    """What it costs with VAT, over all school years."""
    in_kind: Decimal
    late: int
    """Items of the agenda whose day is past."""
    due: int
    """Items of the agenda that are still to come."""
    advice: Mapping[Severity, int]
    """Open advice by severity."""


@dataclass(frozen=True, slots=True)
class Network:
    """All partners of a school."""

    agenda: Agenda
    partners: tuple[Standing, ...]
    contacts: tuple[tuple[date, int], ...]
    """The first day of each of the last twelve months, and the contacts in it."""

    @property
    def phases(self) -> Counter[Phase | None]:
        """How many partners are in each phase."""
        return Counter(one.phase for one in self.partners)


MONTHS = 12


def network(agenda: Agenda, advice: Advice) -> Network:
    """How every partner stands, in the order of their names."""
    items = defaultdict[str, list[Item]](list)
    for item in agenda.items:
        items[item.partner].append(item)
    partners = (_standing(case, items[case.profile.id], advice.get(case.profile.id, {})) for case in agenda.cases)
    by_name = sorted(partners, key=lambda one: (one.name.casefold(), one.partner))
    return Network(agenda, tuple(by_name), tuple(_contacts(agenda.cases, agenda.asked.today)))


def _standing(case: Case, items: Sequence[Item], advice: Mapping[Severity, int]) -> Standing:
    partner, state = case.profile.partner, state_of(case)
    intent = case.documents.intent
    return Standing(
        partner=case.profile.id,
        name=plain(partner.trade_name or partner.legal_name),
        kind=partner.kind,
        phase=case.relationship.phase,
        last_contact=last_contact(case.profile, case.today),
        next_contact=case.relationship.next_contact,
        agreement=state,
        ends=(intent.valid_until if intent else None) if state is State.INTENT else ends_on(case.cooperation, case.today),
        cash=case.budget.totals.gross,
        in_kind=case.budget.in_kind_total,
        late=sum(item.late for item in items),
        due=sum(not item.late for item in items),
        advice=advice,
    )


def state_of(case: Case) -> State:
    """How far the agreement is: as the register has it, else as the profile's own day of signing says."""
    end, made = case.cooperation.end, case.pending(AGREEMENT)
    signing, intent = case.documents.agreement, case.documents.intent
    signed = case.signed(AGREEMENT) or (made is None and bool(signing and signing.date and signing.date <= case.today))
    if signed:
        return State.ENDED if end and end < case.today and case.is_over else State.SIGNED
    if made:
        return State.SENT if made.left else State.DRAFT
    intended = case.signed(INTENT) or bool(intent and intent.date and intent.date <= case.today)
    return State.INTENT if intended else State.NONE


def _contacts(cases: Sequence[Case], today: date) -> Iterator[tuple[date, int]]:
    """The last twelve months, the oldest first."""
    days = Counter(entry.date.replace(day=1) for case in cases for entry in log_until(case.profile, today))
    last = today.year * 12 + today.month - 1
    for number in range(last - MONTHS + 1, last + 1):
        month = date(number // 12, number % 12 + 1, 1)
        yield month, days[month]
