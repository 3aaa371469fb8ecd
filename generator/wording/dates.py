"""Dates, times, periods, school years. In: ``date`` and ``time`` values. Out: text; a weekday is computed, never typed.

``tot`` leaves the last day out, ``tot en met`` takes it in: a period always takes it in.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from generator.wording.cldr import words
from generator.wording.sentences import NBSP, conjunction

SCHOOL_YEAR_STARTS = 8
"""August: a Dutch school year runs from 1 August to 31 July, by law."""
SATURDAY = 5
SCHOOL_YEAR = {"nl": ("schooljaar", "schooljaren"), "en": ("school year", "school years")}


# --- days --------------------------------------------------------------------------------------------------------------------


def long_date(day: date, *, language: str) -> str:
    """``9 maart 2027``, ``9 March 2027``."""
    return f"{day_month(day, language=language)} {day.year}"


def weekday_date(day: date, *, language: str) -> str:
    """``dinsdag 9 maart 2027``, ``Tuesday 9 March 2027``."""
    return f"{weekday(day, language=language)} {long_date(day, language=language)}"


def short_date(day: date, *, language: str) -> str:
    """For tables: ``9-3-2027``; English spells the month (``9 Mar 2027``), for 9/3 means two days there."""
    if language == "nl":
        return f"{day.day}-{day.month}-{day.year}"
    return f"{day.day}{NBSP}{words(language).short_months[day.month]}{NBSP}{day.year}"


def day_month(day: date, written: date | None = None, *, language: str) -> str:
    """``9 maart``; where the year is known, or is that of the day on which the text is written: else ``9 maart 2028``."""
    year = f" {day.year}" if written and day.year != written.year else ""
    return f"{day.day}{NBSP}{words(language).months[day.month]}{year}"


def weekday_day(day: date, written: date | None = None, *, language: str) -> str:
    """``dinsdag 9 maart``; the year as :func:`day_month` has it, the way of the press."""
    return f"{weekday(day, language=language)} {day_month(day, written, language=language)}"


def weekday(day: date, *, language: str) -> str:
    """``dinsdag``, ``Tuesday``."""
    return words(language).weekdays[day.weekday()]


def days_until(day: date, other: date) -> int:
    """How many days later the other day is: ``10``; below zero when it is earlier: ``-7``."""
    return (other - day).days


def working_days_until(day: date, other: date) -> int:
    """How many days later it is without Saturdays and Sundays: ``5`` from a Tuesday to the next; ``0`` when it is earlier."""
    between = (day + timedelta(days=number) for number in range(days_until(day, other)))
    return sum(each.weekday() < SATURDAY for each in between)


def period(first: date, last: date, *, language: str) -> str:
    """``van 1 augustus 2027 tot en met 31 juli 2028``, the last day included."""
    begin, end = long_date(first, language=language), long_date(last, language=language)
    return f"van {begin} tot en met {end}" if language == "nl" else f"from {begin} up to and including {end}"


def short_period(first: date, last: date, *, language: str) -> str:
    """For tables: ``31-8-2027 t/m 6-6-2028``, ``31 Aug 2027 – 6 Jun 2028``; one day stands alone."""
    begin, end = short_date(first, language=language), short_date(last, language=language)
    if first == last:
        return begin
    return f"{begin} t/m {end}" if language == "nl" else f"{begin} – {end}"


# --- times -------------------------------------------------------------------------------------------------------------------


def time_of_day(at: time, *, language: str) -> str:
    """``14.00 uur``, ``9.30 uur``; ``2.00 pm``, ``9.30 am``."""
    if language == "nl":
        return f"{clock(at, language=language)}{NBSP}uur"
    return f"{at.hour % 12 or 12}.{at.minute:02}{NBSP}{'am' if at.hour < 12 else 'pm'}"


def clock(at: time, *, language: str) -> str:
    """For tables: ``14.00``; English ``14:00``."""
    return f"{at.hour}.{at.minute:02}" if language == "nl" else f"{at.hour:02}:{at.minute:02}"


def time_range(begin: time, end: time, *, language: str) -> str:
    """In text: ``van 14.00 tot 16.30 uur``, ``from 2.00 pm to 4.30 pm``."""
    if language == "nl":
        return f"van {clock(begin, language=language)} tot {time_of_day(end, language=language)}"
    return f"from {time_of_day(begin, language=language)} to {time_of_day(end, language=language)}"


def clock_range(begin: time, end: time, *, language: str) -> str:
    """In tables: ``14.00-16.30 uur``; English ``14:00–16:30``."""
    first, last = clock(begin, language=language), clock(end, language=language)
    return f"{first}-{last}{NBSP}uur" if language == "nl" else f"{first}–{last}"


def moment(at: datetime, *, language: str) -> str:
    """Day and time: ``donderdag 17 juni 2027, 16.00 uur``."""
    return f"{weekday_date(at, language=language)}, {time_of_day(at.time(), language=language)}"


# --- school years ------------------------------------------------------------------------------------------------------------


def school_year_of(day: date) -> str:
    """The school year that a day falls in: 31 July 2028 is in ``2027-2028``, 1 August 2028 in ``2028-2029``."""
    first = day.year if day.month >= SCHOOL_YEAR_STARTS else day.year - 1
    return f"{first}-{first + 1}"


def school_years_between(first: date, last: date) -> tuple[str, ...]:
    """All school years that a period touches, in order; none when it ends before it starts."""
    begin, end = (int(school_year_of(day)[:4]) for day in (first, last))
    return tuple(f"{year}-{year + 1}" for year in range(begin, end + 1))


def school_years(years: str | Iterable[str], *, language: str) -> str:
    """``schooljaar 2027-2028``, ``schooljaren 2027-2028 en 2028-2029``; no year gives ''."""
    listed = [years] if isinstance(years, str) else list(years)
    if not listed:
        return ""
    noun = SCHOOL_YEAR[language][len(listed) > 1]
    return f"{noun} {conjunction(listed, language=language)}"
