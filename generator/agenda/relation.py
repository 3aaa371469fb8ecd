"""What the relation makes due. In: a partner's case. Out: promises that are open, and contacts that should not fade."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

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
            yield Due(What.PROMISE, promise.due or entry.date, path, say, values)


def _contact(case: Case) -> Iterator[Due]:
    """The next contact that was planned, and the day on which a relation begins to fade."""
    last, planned = last_contact(case.profile, case.today), case.relationship.next_contact
    values: dict[str, object] = {"who": case.contact, "last": last}
    if planned and not (last and last >= planned):
        yield Due(What.CONTACT, planned, "relationship.next_contact", "contact_planned", values)
    patience = FADES.get(case.relationship.phase) if case.relationship.phase else None
    if patience is None or (planned and planned >= case.today and not _fades_before(planned, last, patience)):
        return
    if last:
        values["days"] = patience.days
        yield Due(What.CONTACT, last + patience, LOG, "contact_fading", values)
    elif not planned:
        yield Due(What.CONTACT, case.today, LOG, "contact_first", values)


def _fades_before(planned: date, last: date | None, patience: timedelta) -> bool:
    return last is not None and last + patience < planned
