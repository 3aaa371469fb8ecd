"""The agenda: everything that is due, in order. In: a school, its partners, what was made. Out: items with their words.

A deadline on a day off moves to the working day before, and says so; an appointment stays, and says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.agenda.contract import contract
from generator.agenda.due import Case, Due, Paper, What
from generator.agenda.holidays import FILE, Holidays
from generator.agenda.letters import letters
from generator.agenda.money import money
from generator.agenda.people import people
from generator.agenda.relation import relation
from generator.agenda.said import CLASH, MOVED
from generator.agenda.words import plain, words
from generator.errors import Fault, Severity
from generator.facts_activities import plan
from generator.facts_parties import parties
from generator.look import SCHOOL_FILE
from generator.profile import Profile, School
from generator.profile.cooperation import Cooperation
from generator.wording.dates import long_date

ROOMS = (contract, people, money, letters, relation)
"""Each tells one sort of things that are due."""
USUAL = timedelta(days=60)
"""How far ahead the agenda looks when nobody says."""


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the agenda."""

    day: date
    """When to do it."""
    meant: date
    """The day that the profile means; a deadline on a day off is done before."""
    what: What
    partner: str
    """The partner's id."""
    name: str
    """The partner's name, as people say it."""
    title: str
    do: str
    """What to do about it; empty for an appointment."""
    note: str
    """What is the matter with the day; empty when nothing is."""
    late: bool
    """Whether its day is past."""
    path: str
    """Where in the profile it comes from."""

    @property
    def counts(self) -> date:
        """The day by which it is told: how late it is counts from the day that was meant."""
        return self.meant if self.late else self.day


@dataclass(frozen=True, slots=True)
class Asked:
    """For which days an agenda is made, and how."""

    today: date
    until: date
    language: str


def agenda(cases: Iterable[Case], language: str) -> tuple[Item, ...]:
    """Everything that is due, and what was due and is not done; the first day first."""
    items = [item for case in cases for item in _items(case, language)]
    return tuple(sorted(items, key=lambda item: (item.counts, item.name.casefold(), item.what, item.path)))


def remarks(school: School, holidays: Holidays, asked: Asked) -> Iterator[Fault]:
    """What the agenda does not know, so that nobody trusts a day too much."""
    if school.school.vacation_region is None:
        hint = "add 'vacation_region: noord', midden or zuid"
        problem = "no holiday region, so only weekends and public holidays are known"
        yield Fault(problem, file=SCHOOL_FILE, path="school.vacation_region", hint=hint, severity=Severity.HINT)
        return
    days = (asked.today + timedelta(days=number) for number in range(max((asked.until - asked.today).days, 0) + 1))
    unknown = sorted({_school_year(day) for day in days if not holidays.knows(day)})
    for year in unknown:
        problem = f"not all school holidays of {year} are known: a day of that year may fall in one"
        yield Fault(problem, hint=f"add them in {FILE} in the workspace", severity=Severity.HINT)


def _school_year(day: date) -> str:
    first = day.year - (day.month < 9)
    return f"{first}-{first + 1}"


def case_of(school: School, profile: Profile, papers: tuple[Paper, ...], holidays: Holidays, asked: Asked) -> Case:
    """A partner with all that its agenda depends on."""
    known = parties(profile, school, asked.language)
    activities = (profile.cooperation or Cooperation()).activities
    return Case(profile, school, papers, known, plan(activities, known), holidays, asked.today, asked.until)


def _items(case: Case, language: str) -> Iterator[Item]:
    for room in ROOMS:
        for due in room(case):
            day = _day(case, due)
            if day <= case.until and (due.lapses is None or case.today <= due.lapses):
                yield _item(case, due, day, language)


def _day(case: Case, due: Due) -> date:
    """When to do it: on its day, or on the working day before; when that is past and its day is not, today."""
    day = due.day if due.what.is_appointment else case.holidays.working_day(due.day)
    return case.today if day < case.today <= due.day else day


def _item(case: Case, due: Due, day: date, language: str) -> Item:
    name = plain(case.profile.partner.trade_name or case.profile.partner.legal_name)
    title, do = words(due.say or due.what, {**due.values, "id": case.profile.id, "name": name}, language)
    note = _note(case.holidays, due, language)
    return Item(day, due.day, due.what, case.profile.id, name, title, do, note, due.day < case.today, due.path)


def _note(holidays: Holidays, due: Due, language: str) -> str:
    """What is the matter with the day: an appointment is on a day off, or a deadline is, and moves."""
    why = holidays.why_off(due.day, language)
    form = CLASH if due.what.is_appointment else MOVED
    return plain(form[language].format(meant=long_date(due.day, language=language), why=why)) if why else ""
