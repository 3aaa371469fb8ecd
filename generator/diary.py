"""The contact log of a partner. In: what was said, or a promise that was kept. Out: edits of the profile; the log to read.

Promises are numbered through the whole log, from 1, in the order in which they stand there.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.errors import Fault, WrongUsage, did_you_mean
from generator.load.change import Edit
from generator.profile import Profile
from generator.profile.contacts import LOG, promises
from generator.profile.cooperation import ContactKind

KINDS = tuple(kind.value for kind in ContactKind)
ALSO = {"e-mail": ContactKind.EMAIL, "mail": ContactKind.EMAIL}
"""Other words for a sort of contact."""


@dataclass(frozen=True, slots=True)
class Noted:
    """What is to be noted."""

    day: date
    note: str = ""
    """What it was about; empty when only something else changes."""
    kind: ContactKind | None = None
    promise: str = ""
    by: str = "school"
    """Who promised it: school, partner or the id of a third party."""
    due: date | None = None
    answered: bool | None = None
    """Of an invitation: whether there was an answer."""
    kept: tuple[int, ...] = ()
    """Numbers of promises that are done now."""
    next: date | None = None
    """The day of the next contact."""


def kind_of(word: str | None) -> ContactKind | None:
    """A sort of contact by its name. Raises WrongUsage with the nearest for one that does not exist."""
    if word is None:
        return None
    known = {kind.value: kind for kind in ContactKind} | ALSO
    if word.lower() not in known:
        raise WrongUsage(Fault(f"'{word}' is not a sort of contact", hint=did_you_mean(word, KINDS)))
    return known[word.lower()]


def edits(noted: Noted, profile: Profile) -> Iterator[Edit]:
    """What changes in the profile. Raises WrongUsage for a promise that is not there."""
    log = profile.relationship.contact_log if profile.relationship else ()
    if noted.note:
        yield f"{LOG}.{len(log)}", _entry(noted)
    known = {one.number: one for one in promises(profile)}
    for number in noted.kept:
        if number not in known:
            raise WrongUsage(Fault(f"there is no promise {number}", hint=_numbers(profile)))
        yield f"{known[number].path}.done", True
    if noted.next:
        yield "relationship.next_contact", noted.next.isoformat()


def _entry(noted: Noted) -> dict[str, object]:
    promise: dict[str, object] = {"what": noted.promise, "by": noted.by}
    if noted.due:
        promise["due"] = noted.due.isoformat()
    entry: dict[str, object] = {"date": noted.day.isoformat(), "kind": noted.kind, "note": noted.note}
    entry |= {"answered": noted.answered, "open_promises": [promise] if noted.promise else None}
    return {name: value for name, value in entry.items() if value is not None}


def _numbers(profile: Profile) -> str:
    """The promises that can be kept, for a hint."""
    found = [f"{one.number} ({one.promise.what})" for one in promises(profile) if not one.promise.done]
    return f"open are: {', '.join(found)}" if found else "no promise is open"


def as_lines(profile: Profile) -> Iterator[str]:
    """The log for a reader, the last contact last, with the promises that came of each."""
    log = profile.relationship.contact_log if profile.relationship else ()
    made = list(promises(profile))
    for entry in log:
        yield "  ".join(
            part for part in (entry.date.isoformat(), str(entry.kind or ""), " ".join((entry.note or "").split())) if part
        )
        for one in made:
            if one.entry is entry:
                due = f" by {one.promise.due}" if one.promise.due else ""
                state = "kept" if one.promise.done else "open"
                yield f"  promise {one.number}, {state}: {one.promise.what} ({one.promise.by or 'school'}{due})"
    if not log:
        yield "nothing was noted yet"
    if profile.relationship and profile.relationship.next_contact:
        yield f"next contact: {profile.relationship.next_contact}"


def as_json(profile: Profile) -> str:
    """The log for a program."""
    relationship = profile.relationship
    next_day = relationship.next_contact if relationship else None
    told: dict[str, Any] = {"partner": profile.id, "next_contact": next_day.isoformat() if next_day else None}
    told["contacts"] = [entry.model_dump(mode="json") for entry in (relationship.contact_log if relationship else ())]
    told["promises"] = [{"number": one.number, **one.promise.model_dump(mode="json")} for one in promises(profile)]
    return json.dumps(told, indent=2, ensure_ascii=False)
