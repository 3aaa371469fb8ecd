"""The agenda of a workspace. In: a workspace, partners, days. Out: items, what is worth knowing, and a calendar, stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from generator.agenda.agenda import USUAL, Asked, Item, agenda, case_of, remarks
from generator.agenda.due import Case, Paper
from generator.agenda.holidays import FILE, holidays
from generator.agenda.papers import papers_of
from generator.errors import BadInput, Fault, WrongUsage
from generator.package import resource
from generator.profile import School
from generator.store import write_file
from generator.workspace import Contents, Workspace, read

Papers = Mapping[str, tuple[Paper, ...]]
"""Partner id to what was made."""
YEARS = (1900, 2200)
FURTHEST = timedelta(days=3660)
"""How far ahead somebody may look."""


@dataclass(frozen=True, slots=True)
class Agenda:
    """What is due in a workspace."""

    school: School
    asked: Asked
    cases: tuple[Case, ...]
    """The partners, each with all that its agenda depends on."""
    items: tuple[Item, ...]
    faults: tuple[Fault, ...]
    """What the agenda does not know, and partners that cannot be read."""

    @classmethod
    def of(cls, workspace: Workspace, partners: tuple[str, ...], today: date, until: date | None, language: str) -> Agenda:
        """The agenda of these partners, or of all. Raises BadInput when the school cannot be read, WrongUsage for an unknown
        partner, or an end before the day from which to look.
        """
        asked = days_asked(today, until, language)
        contents = read(workspace, partners)
        return cls.made(workspace, contents, papers_of(workspace.root, school_in(contents)), asked)

    @classmethod
    def made(cls, workspace: Workspace, contents: Contents, papers: Papers, asked: Asked) -> Agenda:
        """The agenda of what was read; ``papers`` is what was made, by partner."""
        school = school_in(contents)
        days = holidays(resource("agreements") / FILE, workspace.root / FILE, school.school.vacation_region)
        cases = tuple(case_of(school, one, papers.get(one.id, ()), days, asked) for one in contents.partners)
        faults = (*unread(contents), *remarks(school, days, asked))
        return cls(school, asked, cases, agenda(cases, asked.language), faults)

    def write(self, path: Path, force: bool, moment: datetime) -> None:
        """Store it as a calendar. Raises BadInput when the file is there, unless ``force`` says to replace it: then what was
        due, and is no more, is told too.
        """
        from generator.agenda.ics import Made, calendar

        if path.suffix.lower() != ".ics":
            raise WrongUsage(Fault(f"'{path.name}' is not the name of a calendar", hint=f"write {path.stem}.ics"))
        partners = {case.profile.id for case in self.cases}
        made = Made(self.school.id, self.school.school.name, self.asked, partners, moment)
        before = path.read_bytes() if force and path.is_file() else b""
        write_file(path, calendar(self.items, made, before), force)


def days_asked(today: date, until: date | None, language: str) -> Asked:
    """For which days an agenda is made. Raises WrongUsage for days that nobody can mean."""
    if not YEARS[0] <= today.year <= YEARS[1]:
        raise WrongUsage(Fault(f"{today} lies outside the years {YEARS[0]}-{YEARS[1]}", hint="look at --date again"))
    if until and until < today:
        raise WrongUsage(Fault(f"--until {until} is before {today}", hint="name a later day"))
    if until and until > today + FURTHEST:
        raise WrongUsage(Fault(f"--until {until} is more than ten years ahead", hint="name an earlier day"))
    return Asked(today, until or today + USUAL, language)


def school_in(contents: Contents) -> School:
    """The school of what was read; raises BadInput when it could not be."""
    if contents.school is None:
        raise BadInput(*contents.faults)
    return contents.school


def unread(contents: Contents) -> tuple[Fault, ...]:
    """The faults of partners that could not be read: nothing of them is told."""
    usable = {partner.id for partner in contents.partners}
    left_out = {file for id_, file in contents.files.items() if id_ not in usable}
    return tuple(fault for fault in contents.faults if fault.file in left_out)
