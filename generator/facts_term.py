"""How an agreement ends: when notice can be given, and when to speak of going on. In: the cooperation. Out: days.

The article on the term and the agenda both ask here, so that they never differ.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from generator.facts_agreement import is_open_ended, spans_school_years
from generator.profile.cooperation import Cooperation, Notice, Renewal

NEW_YEAR = (8, 1)
"""The first day of a school year."""
TALK_MONTHS = 3
"""So many months before the end the parties speak of going on, when they can only go on together."""


class EarlyNotice(StrEnum):
    """How one party can end the agreement before its end."""

    YEAR_START = "year_start"
    """With effect from the start of a school year, from a first one on that is agreed."""
    YEAR_END = "year_end"
    """At the end of any school year."""
    ANY_TIME = "any_time"
    NONE = "none"
    """Only all together."""


@dataclass(frozen=True, slots=True)
class Exit:
    """A way out that a date ends."""

    before: date
    """Notice has to be given before this day: 1 May."""
    ends: date
    """The last day of the agreement then: 31 July."""
    renewal: bool
    """Whether the agreement goes on by itself otherwise."""


def early_notice(cooperation: Cooperation) -> EarlyNotice:
    """How one party can end it before its end."""
    if cooperation.notice and cooperation.notice.before:
        return EarlyNotice.YEAR_START
    if is_open_ended(cooperation) or spans_school_years(cooperation):
        return EarlyNotice.YEAR_END
    return EarlyNotice.ANY_TIME if cooperation.notice and not _is_tacit(cooperation) else EarlyNotice.NONE


def exits(cooperation: Cooperation, until: date) -> tuple[Exit, ...]:
    """Every way out with notice before the day ``until``, in order; none while the term of notice is not known."""
    notice, end, tacit = cooperation.notice or Notice(), cooperation.end, _is_tacit(cooperation)
    if notice.months is None:
        return ()
    ends = {day - timedelta(days=1) for day in _new_years(cooperation, until, notice.months)}
    if end and tacit:
        ends |= {end, *_each_year_after(end, until, notice.months)}
    found = (Exit(_back(day, notice.months), day, tacit and end is not None and day >= end) for day in ends)
    return tuple(sorted((one for one in found if one.before <= until), key=lambda one: one.before))


def ends_on(cooperation: Cooperation, today: date) -> date | None:
    """The last day of the agreement as it stands: of one that goes on by itself, that of the year that it is in."""
    end = cooperation.end
    if end is None or end >= today or not _is_tacit(cooperation):
        return end
    years = today.year - end.year
    this_year = _later(end, 12 * years)
    return this_year if this_year >= today else _later(end, 12 * (years + 1))


def talk_by(cooperation: Cooperation) -> date | None:
    """The last day to speak of going on, when the parties can only go on together and said so."""
    if cooperation.end is None or cooperation.renewal is not Renewal.BY_AGREEMENT:
        return None
    return _back(cooperation.end, TALK_MONTHS) - timedelta(days=1)


def _new_years(cooperation: Cooperation, until: date, months: int) -> Iterator[date]:
    """The days from which one party can be out before the end."""
    how, start = early_notice(cooperation), cooperation.start
    first = cooperation.notice.before if cooperation.notice else None
    if how is EarlyNotice.YEAR_END and start:
        first = date(start.year + ((start.month, start.day) >= NEW_YEAR), *NEW_YEAR)
    while first and first <= _later(until, months) and not (cooperation.end and first > cooperation.end):
        yield first
        first = date(first.year + (how is EarlyNotice.YEAR_END or (first.month, first.day) >= NEW_YEAR), *NEW_YEAR)


def _each_year_after(end: date, until: date, months: int) -> Iterator[date]:
    """The ends of an agreement that goes on by itself, year by year."""
    for years in range(1, until.year - end.year + 2 + months // 12):
        yield _later(end, 12 * years)


def _is_tacit(cooperation: Cooperation) -> bool:
    return cooperation.renewal is Renewal.TACIT


def _back(last: date, months: int) -> date:
    """So many months before the day after the last one: 31 July and 3 give 1 May."""
    return _later(last + timedelta(days=1), -months)


def _later(day: date, months: int) -> date:
    """The same day so many months later; the last of the month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
