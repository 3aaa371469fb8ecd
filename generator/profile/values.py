"""Values with a form of their own: yes or no, numbers, days, times. In: plain data of a file. Out: exact Python values.

Each type says in the reader's terms what was given, what is wanted and how to write it.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from generator.profile.base import BareNumber, refuse, shown

# --- yes or no, numbers ----------------------------------------------------------------------------------------------------


def to_bool(value: object) -> object:
    """True or false, and nothing that looks like it."""
    if isinstance(value, bool):
        return value
    raise refuse(f"{shown(value)} is not true or false", "write true or false")


YesNo = Annotated[bool, BeforeValidator(to_bool)]

WHOLE = re.compile(r"-?[0-9]{1,12}")


def to_whole(value: object) -> object:
    """A whole number that is not negative."""
    if isinstance(value, bool) or not (isinstance(value, int) or (isinstance(value, str) and WHOLE.fullmatch(value.strip()))):
        raise refuse(f"{shown(value)} is not a whole number", "write digits only: 24")
    if int(value) < 0:
        raise refuse(f"{value} is negative", "write a number of 0 or more")
    return int(value)


WHOLE_SCHEMA = {"type": ["integer", "string"], "minimum": 0, "pattern": "^[0-9]+$"}
Whole = Annotated[int, BeforeValidator(to_whole), WithJsonSchema(WHOLE_SCHEMA)]
"""A whole number of 0 or more."""

NUMBER = re.compile(r"-?[0-9]{1,12}(?:\.[0-9]{1,8})?")


def to_number(value: object) -> object:
    """A decimal number, exact: digits with at most one decimal point."""
    if isinstance(value, float):
        value = BareNumber(repr(value))
    if isinstance(value, Decimal | int) and not isinstance(value, bool):
        return Decimal(value)
    if isinstance(value, str) and NUMBER.fullmatch(value.strip()):
        return Decimal(value.strip())
    if isinstance(value, str) and re.fullmatch(r"(?:€ ?)?-?[\d.]*\d(?:,\d+)?", value.strip()):
        raise refuse(
            f"{shown(value)} is not a number as a program reads it",
            "write 1234.50: a point for decimals, no € and no thousands mark",
        )
    raise refuse(f"{shown(value)} is not a number", "write digits with at most one decimal point: 1234.50")


def to_money(value: object) -> object:
    """An amount in euros, exact. A bare number with more than two decimals is refused: it is a slip more often than a price."""
    if isinstance(value, float):
        value = BareNumber(repr(value))
    if isinstance(value, BareNumber) and len(value.partition(".")[2]) > 2:
        raise refuse(f"{value} has more than two decimals", f'put quotes around it if that is meant: "{value}"')
    return to_number(value)


def not_negative(value: object) -> object:
    """A number of 0 or more."""
    number = to_number(value)
    if isinstance(number, Decimal) and number < 0:
        raise refuse(
            f"{value} is negative", "write a number of 0 or more; a discount has a negative price, not a negative quantity"
        )
    return number


def to_percentage(value: object) -> object:
    """A percentage between -100 and 100."""
    number = to_number(value)
    if isinstance(number, Decimal) and abs(number) > 100:
        raise refuse(f"{value} is not a percentage", "write a number up to 100: 3.1")
    return number


NUMBER_SCHEMA = {"type": ["string", "number"], "pattern": f"^{NUMBER.pattern}$"}
AMOUNT_SCHEMA = {"type": ["string", "number"], "pattern": r"^\d{1,12}(?:\.\d{1,8})?$", "minimum": 0}
Number = Annotated[Decimal, BeforeValidator(to_number), WithJsonSchema(NUMBER_SCHEMA)]
Money = Annotated[Decimal, BeforeValidator(to_money), WithJsonSchema(NUMBER_SCHEMA)]
Quantity = Annotated[Decimal, BeforeValidator(not_negative), WithJsonSchema(AMOUNT_SCHEMA)]
Percentage = Annotated[Decimal, BeforeValidator(to_percentage), WithJsonSchema(NUMBER_SCHEMA)]

# --- days and times ---------------------------------------------------------------------------------------------------------


def to_date(value: object) -> date:
    """A day, written year-month-day: ``2027-03-09``."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    hint = "write year-month-day: 2027-03-09"
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value.strip(), re.ASCII):
        raise refuse(f"{shown(value)} is not a date", hint)
    try:
        day = date.fromisoformat(value.strip())
    except ValueError:
        raise refuse(f"{shown(value)} is not a day of the calendar", hint) from None
    if not 1900 <= day.year <= 2200:
        raise refuse(f"{shown(value)} lies outside the years 1900-2200", hint)
    return day


def to_time(value: object) -> time:
    """A time of the day: ``13.00`` or ``13:00``."""
    if isinstance(value, time):
        return value
    match = re.fullmatch(r"(\d{1,2})[.:](\d{2})", value.strip(), re.ASCII) if isinstance(value, str) else None
    if match is None or int(match[1]) > 23 or int(match[2]) > 59:
        raise refuse(f"{shown(value)} is not a time", 'write hours and minutes: "13.00"')
    return time(int(match[1]), int(match[2]))


def to_moment(value: object) -> datetime:
    """A day and a time: ``2027-06-17T16:00``."""
    if isinstance(value, datetime):
        return value
    day, mark, clock = re.sub("[ T]", "|", value.strip(), count=1).partition("|") if isinstance(value, str) else ("", "", "")
    if not mark:
        raise refuse(f"{shown(value)} is not a day and a time", 'write both: "2027-06-17T16:00"')
    return datetime.combine(to_date(day), to_time(clock))


def to_school_year(value: object) -> object:
    """A school year, two years that follow each other: ``2027-2028``."""
    match = re.fullmatch(r"(\d{4})-(\d{4})", value.strip(), re.ASCII) if isinstance(value, str) else None
    if match is None or int(match[2]) != int(match[1]) + 1:
        raise refuse(f"{shown(value)} is not a school year", 'write two years that follow each other: "2027-2028"')
    return match[0]


Day = Annotated[date, BeforeValidator(to_date), WithJsonSchema({"type": "string", "format": "date"})]
Clock = Annotated[
    time, BeforeValidator(to_time), WithJsonSchema({"type": ["string", "number"], "pattern": r"^\d{1,2}[.:]\d{2}$"})
]
Moment = Annotated[
    datetime,
    BeforeValidator(to_moment),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}[ T]\d{1,2}[.:]\d{2}$"}),
]
SchoolYear = Annotated[str, BeforeValidator(to_school_year), WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{4}$"})]


class Weekday(StrEnum):
    """A day of the week, in the order of :meth:`datetime.date.weekday`."""

    MAANDAG = "maandag"
    DINSDAG = "dinsdag"
    WOENSDAG = "woensdag"
    DONDERDAG = "donderdag"
    VRIJDAG = "vrijdag"
    ZATERDAG = "zaterdag"
    ZONDAG = "zondag"
