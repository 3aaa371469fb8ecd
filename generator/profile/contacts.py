"""What the contact log tells. In: a partner's profile and a day. Out: contacts up to that day, the last one, promises.

An invitation or a letter that nobody answered is no contact: it takes two.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from generator.profile.cooperation import ContactEntry, ContactKind, Promise
from generator.profile.partner import Profile

LOG = "relationship.contact_log"
ONE_WAY = frozenset({ContactKind.UITNODIGING, ContactKind.BRIEF})
"""Kinds of contact that count only when they were answered."""
SPOKEN = frozenset({ContactKind.TELEFOON, ContactKind.GESPREK, ContactKind.BEZOEK, ContactKind.BEDRIJFSBEZOEK})
"""Kinds of contact in which people talk with each other."""


class Promised(NamedTuple):
    """A promise, and where it stands."""

    path: str
    promise: Promise
    number: int
    """Its place among all promises of the log, from 1: by that it can be said to be kept."""
    entry: ContactEntry
    """The contact in which it was made."""


def log_until(profile: Profile, day: date) -> tuple[ContactEntry, ...]:
    """The entries of the contact log up to a day, in order of their days."""
    entries = profile.relationship.contact_log if profile.relationship else ()
    return tuple(sorted((entry for entry in entries if entry.date <= day), key=lambda entry: entry.date))


def is_contact(entry: ContactEntry) -> bool:
    """Whether there were two sides to it."""
    return entry.kind not in ONE_WAY or entry.answered is True


def last_contact(profile: Profile, day: date) -> date | None:
    """The day of the last contact up to a day; None when none is recorded."""
    return next((entry.date for entry in reversed(log_until(profile, day)) if is_contact(entry)), None)


def promises(profile: Profile) -> Iterator[Promised]:
    """Every promise of the log, kept or not."""
    number = 0
    for place, entry in enumerate(profile.relationship.contact_log if profile.relationship else ()):
        for index, promise in enumerate(entry.open_promises):
            number += 1
            yield Promised(f"{LOG}.{place}.open_promises.{index}", promise, number, entry)


def open_promises(profile: Profile) -> Iterator[Promised]:
    """Every promise that is not said to be done."""
    return (promised for promised in promises(profile) if not promised.promise.done)
