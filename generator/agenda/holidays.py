"""Holidays. In: ``holidays.yaml`` of the package and of the workspace, a region. Out: days off with their names.

School holidays are data, with their source; public holidays are computed. What is not known is said, never guessed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache
from pathlib import Path

from generator.errors import BadInput, BadText, Fault
from generator.load.sections import section_of
from generator.load.yaml import read_yaml
from generator.profile.base import Section, Several, Text, optional, required, several
from generator.profile.school import VacationRegion
from generator.profile.values import Day, SchoolYear, YesNo

FILE = "holidays.yaml"
NAMES = {
    "herfst": ("herfstvakantie", "autumn holiday"),
    "kerst": ("kerstvakantie", "Christmas holiday"),
    "voorjaar": ("voorjaarsvakantie", "spring holiday"),
    "mei": ("meivakantie", "May holiday"),
    "zomer": ("zomervakantie", "summer holiday"),
}
WEEKEND = {5: ("zaterdag", "Saturday"), 6: ("zondag", "Sunday")}
SEPTEMBER = 9
"""The month in which a school year has surely begun: the days before are in the table of the year before."""


class Regions(Section):
    """A holiday: its first and last day, for each region or for all."""

    all: Several[Day] = several("Alle regio's", "First and last day, when it is the same everywhere.")
    noord: Several[Day] = several("Noord", "First and last day in the north.")
    midden: Several[Day] = several("Midden", "First and last day in the middle.")
    zuid: Several[Day] = several("Zuid", "First and last day in the south.")


class YearOfHolidays(Section):
    """The school holidays of a school year."""

    source: Text = required("Bron", "Where it is said.")
    seen: Day = required("Gezien op", "When that was looked up.")
    complete: YesNo = required("Volledig", "Whether all holidays of the year are here.")
    herfst: Regions | None = optional("Herfstvakantie", "Autumn.")
    kerst: Regions | None = optional("Kerstvakantie", "Christmas.")
    voorjaar: Regions | None = optional("Voorjaarsvakantie", "Spring.")
    mei: Regions | None = optional("Meivakantie", "May.")
    zomer: Regions | None = optional("Zomervakantie", "Summer.")


class HolidayFile(Section):
    """A ``holidays.yaml``."""

    school_years: dict[SchoolYear, YearOfHolidays] = required("Schooljaren", "Holidays by school year.")


@dataclass(frozen=True, slots=True)
class Break:
    """A school holiday."""

    name: str
    """``kerst``."""
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Holidays:
    """The days off of a school."""

    breaks: tuple[Break, ...]
    complete: frozenset[int]
    """The years in which a school year begins of which every holiday is known."""

    def why_off(self, day: date, language: str) -> str:
        """Why nobody works on a day: ``meivakantie``, ``Tweede paasdag``, ``zaterdag``; empty for a working day."""
        number = ("nl", "en").index(language)
        inside = next((NAMES[one.name][number] for one in self.breaks if one.first <= day <= one.last), "")
        weekend = WEEKEND.get(day.weekday())
        return inside or public_holidays(day.year, language).get(day, "") or (weekend[number] if weekend else "")

    def working_day(self, day: date) -> date:
        """The day, or the last working day before it."""
        while self.why_off(day, "nl"):
            day -= timedelta(days=1)
        return day

    def knows(self, day: date) -> bool:
        """Whether the school holidays around a day are known."""
        return day.year - (day.month < SEPTEMBER) in self.complete

    def starts(self, name: str, year: int) -> date | None:
        """The first day of a holiday that begins in a year; None when it is not known."""
        return next((one.first for one in self.breaks if one.name == name and one.first.year == year), None)


@cache
def public_holidays(year: int, language: str) -> dict[date, str]:
    """The public holidays of a year, with Good Friday, on which schools are closed."""
    from holidays import country_holidays

    return dict(country_holidays("NL", years=year, language={"nl": "nl", "en": "en_US"}[language]))


@lru_cache(maxsize=8)
def holidays(ours: Path, own: Path, region: VacationRegion | None) -> Holidays:
    """The days off in a region, from the package's file and the school's own; a school year of its own counts instead.

    Raises BadInput with every fault of the school's own file.
    """
    years = {**_read(ours), **_read(own)} if own.is_file() else _read(ours)
    breaks = tuple(sorted(_breaks(years, region), key=lambda one: one.first)) if region else ()
    complete = (int(label[:4]) for label, year in years.items() if year.complete and region)
    return Holidays(breaks, frozenset(complete))


def _read(path: Path) -> dict[SchoolYear, YearOfHolidays]:
    try:
        years = section_of(read_yaml(path, path.name), HolidayFile).school_years
    except BadText as error:
        raise BadInput(*error.faults) from None
    wrong = [
        Fault(f"{region} is not a first and a last day", file=path.name, path=f"school_years.{label}.{name}", hint=_HINT)
        for label, year in years.items()
        for name in NAMES
        for region, days in _regions(year, name)
        if days and (len(days) != 2 or days[0] > days[1])
    ]
    if wrong:
        raise BadInput(*wrong)
    return years


_HINT = 'write both, the first one first: ["2027-10-16", "2027-10-24"]'


def _regions(year: YearOfHolidays, name: str) -> Iterator[tuple[str, tuple[date, ...]]]:
    found: Regions | None = getattr(year, name)
    for region in ("all", *VacationRegion) if found else ():
        yield str(region), getattr(found, region)


def _breaks(years: dict[SchoolYear, YearOfHolidays], region: VacationRegion) -> Iterator[Break]:
    for year in years.values():
        for name in NAMES:
            days = dict(_regions(year, name))
            first_and_last = days.get(region) or days.get("all")
            if first_and_last:
                yield Break(name, *first_and_last)
