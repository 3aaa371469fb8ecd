"""What people and lessons make due. In: a partner's case. Out: certificates of conduct, and the exam programme (PTA)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from generator.agenda.due import Case, Due, What
from generator.facts_activities import Planned
from generator.profile.activity import Exam
from generator.profile.person import CertificateOfConduct, Person
from generator.profile.rules_activities import GUEST_LESSONS, TEACHING
from generator.wording.dates import school_year_of, school_years_between

FRESH = timedelta(weeks=26)
"""How old a certificate of conduct may be on the day it is handed over."""
PTA_SET = (9, 30)
"""The last day to set the exam programme: before 1 October."""
PATIENCE = 30


def people(case: Case) -> Iterator[Due]:
    """Everything; nothing of a cooperation that is over."""
    if not case.is_over:
        yield from _certificates(case)
        yield from _programmes(case)


def _certificates(case: Case) -> Iterator[Due]:
    for party in case.parties[1:]:
        for number, person in enumerate(party.people):
            first = _first_day(case, person)
            if person.vog and person.vog.required and first and (say := _lacks(case, person, person.vog, first)):
                values = {"person": person, "first": first}
                yield Due(What.VOG, first - timedelta(days=1), f"{party.path}.people.{number}.vog", say, values)


def _lacks(case: Case, person: Person, vog: CertificateOfConduct, first: date) -> str:
    """What a certificate lacks on the first day with pupils; empty when it is in order.

    The school itself sees those of guest and hybrid teachers; of a college's own teachers the college has them on file.
    """
    if vog.date is None:
        return "vog_missing"
    if (vog.handed_over or first) - vog.date > FRESH:
        return "vog_old"
    on_file = vog.employer_holds and not _is_guest(case, person)
    return "" if vog.checked_by_school or on_file else "vog_unseen"


def _is_guest(case: Case, person: Person) -> bool:
    """Whether somebody teaches at the school as a guest or hybrid teacher."""
    teaches = (one.activity.person == person.id and one.type in GUEST_LESSONS for one in case.planned)
    return bool(TEACHING & set(person.roles)) or any(teaches)


def _first_day(case: Case, person: Person) -> date | None:
    """The first day on which somebody works with pupils; else the first of the cooperation."""
    own = (one.first for one in case.planned if _takes_part(one, person))
    return min((day for day in own if day), default=case.cooperation.start)


def _takes_part(one: Planned, person: Person) -> bool:
    teachers = getattr(one.activity, "teachers", None) or ()
    return person.id in (one.activity.person, one.activity.supervisor, *teachers)


def _programmes(case: Case) -> Iterator[Due]:
    """Each school year anew: what is in this year's programme has to be in the next one too."""
    for number, one in enumerate(case.planned):
        if one.exam is None:
            continue
        years = _years(case, one)
        done = (school_year_of(one.exam.pta_deadline) if one.exam.pta_deadline else years[0]) if years else ""
        for year in years:
            if not (one.exam.pta_included and year <= done):
                yield _programme(one, one.exam, year, f"cooperation.activities.{number}.exam")


def _programme(one: Planned, exam: Exam, year: str, path: str) -> Due:
    last = date(int(year[:4]), *PTA_SET)
    agreed = exam.pta_deadline
    day = min(agreed, last) if agreed and school_year_of(agreed) == year else last
    name = one.activity.name or one.activity.id
    values = {"activity": name, "year": year, "before": last + timedelta(days=1)}
    return Due(What.PTA, day, f"{path}.{year}", values=values).for_days(PATIENCE)


def _years(case: Case, one: Planned) -> tuple[str, ...]:
    """The school years in which an elective is given."""
    given, cooperation = case.cooperation.school_years, case.cooperation
    if given:
        return tuple(sorted(given))
    first, last = cooperation.start or one.first, cooperation.end or one.last
    return school_years_between(first, last) if first and last else ()
