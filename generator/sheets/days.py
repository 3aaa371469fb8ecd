"""Days in a spreadsheet. In: a cell. Out: the day for a profile; and back.

A spreadsheet keeps a day as a number, shows it as it likes, and gives it away as text. In Dutch the day comes before the month.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache

from generator.sheets.cells import Reading, Wrong, text_of
from generator.sheets.table import BLANKS, Cell
from generator.wording.cldr import words

EPOCH = date(1899, 12, 30).toordinal()
"""Day 0 of a spreadsheet; right from 1 March 1900 on, because spreadsheets keep a 29 February 1900."""
FIRST_DAY, LAST_DAY = 61, 110_000
WRITE_DAY = "write it as 2027-06-17 or 17-6-2027"
DAY_FIRST = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4})")
WRITTEN_OUT = re.compile(r"(?:[a-z]+,? )?([0-9]{1,2}) ([a-z]+)\.? ([0-9]{4})", re.IGNORECASE)


@cache
def months() -> Mapping[str, int]:
    """The names of the months, whole and short, in both languages."""
    tables = [table for language in ("nl", "en") for table in (words(language).months, words(language).short_months)]
    return {name.rstrip(".").lower(): number for table in tables for number, name in enumerate(table) if name}


def day(cell: Cell) -> Reading:
    """A day: a date, the number that a spreadsheet keeps for it, or a text with the day first."""
    if isinstance(cell, date):
        if getattr(cell, "hour", 0) or getattr(cell, "minute", 0):
            raise Wrong(f"{cell} is a day and a time", WRITE_DAY)
        return Reading(date(cell.year, cell.month, cell.day).isoformat())
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return counted_day(cell)
    given = text_of(cell).strip(BLANKS)
    return counted_day(int(given)) if re.fullmatch("[1-9][0-9]{4}", given) else written_day(given)


def counted_day(number: int | float) -> Reading:
    """The day that a number stands for."""
    if not FIRST_DAY <= number <= LAST_DAY or int(number) != number:
        raise Wrong(f"{number} is not a day", WRITE_DAY)
    found = date.fromordinal(EPOCH + int(number)).isoformat()
    return Reading(found, f"{int(number)} is the number of a day; read as {found}", "format the cells as dates")


def written_day(given: str) -> Reading:
    """A day in words or figures, the day before the month."""
    found, note = DAY_FIRST.fullmatch(given), ""
    if found:
        numbers = int(found[4]), int(found[3]), int(found[1])
        if found[2] == "/" and numbers[1] <= 12 and numbers[2] <= 12 and numbers[1] != numbers[2]:
            note = f"'{given}' is read with the day first"
    elif (out := WRITTEN_OUT.fullmatch(given)) and out[2].lower() in months():
        numbers = int(out[3]), months()[out[2].lower()], int(out[1])
    else:
        return Reading(given)
    try:
        read = date(*numbers).isoformat()
    except ValueError:
        raise Wrong(f"'{given}' is not a day of the calendar", WRITE_DAY) from None
    return Reading(read, f"{note}: {read}", WRITE_DAY) if note else Reading(read)


def show_day(value: object, _: str) -> Cell:
    """A day, as a spreadsheet keeps it; in words of its own before it can count well."""
    return value if isinstance(value, date) and value.toordinal() - EPOCH > FIRST_DAY else str(value)
