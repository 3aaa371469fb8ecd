"""What the relation makes due. In: a partner's case. Out: promises that are open, and contacts that should not fade."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from generator.agenda.due import Case, Due, What
from generator.profile.contacts import LOG, last_contact, open_promises
from generator.profile.cooperation import Phase

FADES = {Phase.LOPEND: timedelta(days=90), Phase.VERKENNING: timedelta(days=30), Phase.INTENTIE: timedelta(days=30)}
"""How long a partner may go without contact."""


def relation(case: Case) -> Iterator[Due]:
    """Everything. A partner who said no is left in peace; what was promised stays."""
    yield from _promises(case)
    if not case.relationship.partner_declined:
        yield from _contact(case)


def _promises(case: Case) -> Iterator[Due]:
    for path, promise, number, entry in open_promises(case.profile):
        if entry.date <= case.today:
            party = next((party for party in case.parties if party.id == promise.by), None)
            say = "promise_school" if promise.by in ("school", None) else "promise_other"
            values = {"promised": promise.what, "number": number, "party": party.name if party else ""}
            yield Due(What.PROMISE, promise.due or case.today, path, say, values)  # without a day it is never late


def _contact(case: Case) -> Iterator[Due]:
    """The next contact that was planned, and the day on which a relation begins to fade, when that comes before it."""
    last, planned = last_contact(case.profile, case.today), case.relationship.next_contact
    patience = FADES.get(case.relationship.phase) if case.relationship.phase else None
    fades = last + patience if last and patience else None
    values: dict[str, object] = {"who": case.contact, "last": last, "days": patience.days if patience else 0}
    waits = planned is not None and not (last and last >= planned)
    if planned and waits:
        yield Due(What.CONTACT, planned, "relationship.next_contact", "contact_planned", values)
    if fades and not (planned and waits and (planned <= fades or planned < case.today)):
        yield Due(What.CONTACT, fades, LOG, "contact_fading", values)
    if patience and last is None and planned is None:
        yield Due(What.CONTACT, case.today, LOG, "contact_first", values)
