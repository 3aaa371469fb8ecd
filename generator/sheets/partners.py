"""The partners of a spreadsheet, for documents at once. In: a workspace and a file. Out: profiles, as an import makes them.

Nothing is written: a partner counts as it would be after the import. A row with faults is told at its cells.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.errors import BadInput, ExitCode, Fault, Severity
from generator.job import Result
from generator.load import load_school
from generator.look import SCHOOL_FILE
from generator.profile import Profile, School
from generator.profile.rules import Findings, partner_findings
from generator.sheets.importing import look
from generator.sheets.meet import Meeting
from generator.sheets.merge import faults_in, merge
from generator.workspace import Contents, Workspace


def partners_of(workspace: Workspace, path: Path, findings: Findings = partner_findings) -> tuple[Contents, tuple[Result, ...]]:
    """The partners of a spreadsheet, and a result for each row that cannot be used.

    Raises BadInput or WrongUsage when the file, its headings or the workspace cannot be read.
    """
    imported = look(workspace, path, None)
    if imported.sheet.headings.faults:
        raise BadInput(*imported.faults)
    school = load_school(workspace.root / SCHOOL_FILE, SCHOOL_FILE)
    rows = [_used(met, school.value, findings) for met in imported.meetings]
    good = [row for row in rows if isinstance(row, _Good)]
    bad = [row for row in rows if isinstance(row, Result)]
    of_rows = {fault for met in imported.outcomes for fault in met.faults}
    others = tuple(fault for fault in imported.faults if fault not in of_rows)
    faults = (*school.faults, *(fault for row in good for fault in row.faults))
    files = {row.profile.id: row.place for row in good}
    contents = Contents(school.value, tuple(row.profile for row in good), faults, files)
    return contents, (*([_told(others)] if others else []), *bad)


@dataclass(frozen=True, slots=True)
class _Good:
    """A row that can be used."""

    profile: Profile
    place: str
    faults: tuple[Fault, ...]


def _used(met: Meeting, school: School | None, findings: Findings) -> _Good | Result:
    """A row as a partner, checked as a file would be."""
    if met.fault:
        return _told([met.fault, *faults_in(met.row)], met.partner)
    merged = merge(met.row, met.known, met.partner, school)
    if merged.profile is None:
        return _told(merged.faults, met.partner)
    found, place = tuple(findings(merged.profile, school)), _place(met)
    faults = tuple(each.fault.at(file=place) for each in found)
    unusable = any(each.unusable for each in found)
    return _told(faults, met.partner) if unusable else _Good(merged.profile, place, faults)


def _place(met: Meeting) -> str:
    """``partners.xlsx, sheet Partners, row 7``."""
    return f"{met.row.table.name}, row {met.row.number + 1}"


def _told(faults: Iterable[Fault], partner: str = "") -> Result:
    """What is wrong with the sheet or a row of it; an error leaves something out."""
    told = tuple(faults)
    bad = any(fault.severity is Severity.ERROR for fault in told)
    return Result(told, partner=partner, exit_code=ExitCode.BAD_INPUT if bad else ExitCode.DONE)
