"""Dates, times, periods and school years; Babel's own formatter judges the long dates."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from generator.wording import dates, filters
from tests.wording import spaced

DAY = date(2027, 3, 9)


@pytest.mark.parametrize(
    ("write", "dutch", "english"),
    [
        (dates.long_date, "9 maart 2027", "9 March 2027"),
        (dates.weekday_date, "dinsdag 9 maart 2027", "Tuesday 9 March 2027"),
        (dates.short_date, "9-3-2027", "9 Mar 2027"),
        (dates.day_month, "9 maart", "9 March"),
        (dates.weekday_day, "dinsdag 9 maart", "Tuesday 9 March"),
        (dates.weekday, "dinsdag", "Tuesday"),
    ],
)
def test_days(write: Callable[..., str], dutch: str, english: str) -> None:
    assert (spaced(write(DAY, language="nl")), spaced(write(DAY, language="en"))) == (dutch, english)


def test_the_year_stands_there_when_it_is_not_that_of_the_text() -> None:
    this_year, next_year = date(2027, 11, 8), date(2028, 3, 9)
    assert spaced(dates.weekday_day(next_year, this_year, language="nl")) == "donderdag 9 maart 2028"
    assert spaced(dates.day_month(next_year, this_year, language="en")) == "9 March 2028"
    assert spaced(dates.weekday_day(this_year, this_year, language="nl")) == "maandag 8 november"


def test_days_from_one_day_to_another() -> None:
    assert dates.days_until(DAY, date(2027, 3, 19)) == 10
    assert dates.days_until(DAY, date(2027, 3, 2)) == -7


@pytest.mark.parametrize(
    ("other", "days"),
    [(date(2027, 3, 9), 0), (date(2027, 3, 12), 3), (date(2027, 3, 15), 4), (date(2027, 3, 16), 5), (date(2027, 3, 2), 0)],
)
def test_working_days_leave_out_saturdays_and_sundays(other: date, days: int) -> None:
    assert dates.working_days_until(DAY, other) == days


@given(st.dates())
def test_long_dates_are_those_of_babel(day: date) -> None:
    assert spaced(dates.long_date(day, language="nl")) == format_date(day, "d MMMM y", locale="nl_NL")
    assert spaced(dates.weekday_date(day, language="en")) == format_date(day, "EEEE d MMMM y", locale="en_GB")


@pytest.mark.parametrize(
    ("name", "begin", "end", "dutch", "english"),
    [
        (
            "period",
            date(2027, 8, 1),
            date(2028, 7, 31),
            "van 1 augustus 2027 tot en met 31 juli 2028",
            "from 1 August 2027 up to and including 31 July 2028",
        ),
        ("short_period", date(2027, 8, 31), date(2028, 6, 6), "31-8-2027 t/m 6-6-2028", "31 Aug 2027 – 6 Jun 2028"),
        ("short_period", DAY, DAY, "9-3-2027", "9 Mar 2027"),
        ("time_range", time(14), time(16, 30), "van 14.00 tot 16.30 uur", "from 2.00 pm to 4.30 pm"),
        ("clock_range", time(14), time(16, 30), "14.00-16.30 uur", "14:00–16:30"),
        ("clock_range", time(9), time(15, 30), "9.00-15.30 uur", "09:00–15:30"),
    ],
)
def test_from_one_to_the_other(name: str, begin: object, end: object, dutch: str, english: str) -> None:
    assert (spaced(filters("nl")[name](begin, end)), spaced(filters("en")[name](begin, end))) == (dutch, english)


@pytest.mark.parametrize(
    ("at", "dutch", "clock", "english"),
    [
        (time(14), "14.00 uur", "14.00", "2.00 pm"),
        (time(9, 30), "9.30 uur", "9.30", "9.30 am"),
        (time(0, 5), "0.05 uur", "0.05", "12.05 am"),
        (time(12), "12.00 uur", "12.00", "12.00 pm"),
    ],
)
def test_times(at: time, dutch: str, clock: str, english: str) -> None:
    assert spaced(dates.time_of_day(at, language="nl")) == dutch
    assert dates.clock(at, language="nl") == clock
    assert spaced(dates.time_of_day(at, language="en")) == english


def test_a_moment() -> None:
    assert spaced(dates.moment(datetime(2027, 6, 17, 16), language="nl")) == "donderdag 17 juni 2027, 16.00 uur"


def test_what_hangs_together() -> None:
    assert dates.long_date(DAY, language="nl") == "9\u00a0maart 2027"
    assert dates.time_of_day(time(14), language="nl") == "14.00\u00a0uur"


def test_a_school_year_starts_on_the_first_of_august() -> None:
    assert dates.school_year_of(date(2028, 7, 31)) == "2027-2028"
    assert dates.school_year_of(date(2028, 8, 1)) == "2028-2029"
    assert dates.school_years_between(date(2027, 8, 1), date(2029, 7, 31)) == ("2027-2028", "2028-2029")
    assert dates.school_years_between(date(2029, 8, 1), date(2027, 7, 31)) == ()


@pytest.mark.parametrize(
    ("years", "dutch", "english"),
    [
        ("2027-2028", "schooljaar 2027-2028", "school year 2027-2028"),
        (("2027-2028",), "schooljaar 2027-2028", "school year 2027-2028"),
        (("2027-2028", "2028-2029"), "schooljaren 2027-2028 en 2028-2029", "school years 2027-2028 and 2028-2029"),
        ((), "", ""),
    ],
)
def test_school_years(years: str | tuple[str, ...], dutch: str, english: str) -> None:
    assert (dates.school_years(years, language="nl"), dates.school_years(years, language="en")) == (dutch, english)
