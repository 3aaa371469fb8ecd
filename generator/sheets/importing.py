"""A spreadsheet into the profiles of a workspace. In: a workspace and a file. Out: what becomes of each row; then the files.

All rows are looked at before anything is written. Good rows go in; bad ones are listed, and nothing of them is written.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path

from generator.errors import ExitCode, Fault, Severity
from generator.load import load_school
from generator.look import SCHOOL_FILE
from generator.profile import School
from generator.sheets.known import known_partners
from generator.sheets.meet import Meeting, meet
from generator.sheets.merge import Change, faults_in, merge
from generator.sheets.read import Sheet, read_sheet
from generator.sheets.rows import Row, rows_of
from generator.sheets.write import changed_file, new_file
from generator.store import alone, store_all
from generator.workers import beside
from generator.workspace import Workspace


class State(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of a row."""

    state: State
    partner: str
    """The partner's id; empty when it is not clear."""
    after: bytes | None = None
    """What the partner's file holds from now on; None when nothing changes."""
    changes: tuple[Change, ...] = ()
    """In a partner that was there."""
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Imported:
    """What becomes of a file."""

    workspace: Workspace
    sheet: Sheet
    meetings: tuple[Meeting, ...]
    outcomes: tuple[Outcome, ...]
    """One for each meeting."""
    faults: tuple[Fault, ...]
    """Everything that is told: of the sheet, and of each row."""

    def count(self, state: State) -> int:
        """How many rows came to this."""
        return sum(outcome.state is state for outcome in self.outcomes)

    @property
    def errors(self) -> tuple[Fault, ...]:
        """What must be put right."""
        return tuple(fault for fault in self.faults if fault.severity is Severity.ERROR)

    @property
    def exit_code(self) -> ExitCode:
        """Not DONE when anything was left out."""
        return ExitCode.BAD_INPUT if self.errors else ExitCode.DONE


def look(workspace: Workspace, path: Path, sheet: str | None) -> Imported:
    """What an import would do. Raises BadInput or WrongUsage when the file, or the workspace, cannot be read."""
    read = read_sheet(path, sheet)
    found = tuple(rows_of(read))
    told = [*read.headings.faults, *read.told, *(each for each in found if isinstance(each, Fault))]
    rows = [each for each in found if isinstance(each, Row)]
    if not rows:
        told.append(Fault("has no partners: there are no rows below the headings", file=read.table.name))
    meetings = tuple(meet(rows, known_partners(workspace), workspace))
    school = load_school(workspace.root / SCHOOL_FILE, SCHOOL_FILE).value
    outcomes = tuple(beside(partial(outcome, school=school), meetings))
    if read.headings.faults:  # whatever stands in a column that is not understood would be lost
        outcomes = tuple(Outcome(State.BAD, each.partner, faults=each.faults) for each in outcomes)
    notes = (met.note for met in meetings if met.note and not met.fault)
    faults = (*told, *notes, *(fault for each in outcomes for fault in each.faults))
    in_order = sorted(dict.fromkeys(faults), key=lambda fault: read.table.where(fault) or (-1, -1))
    return Imported(workspace, read, meetings, outcomes, tuple(in_order))


def go(imported: Imported) -> None:
    """Writes what changed, each file whole or not at all. Raises BadInput when a file was changed meanwhile."""
    pairs = zip(imported.meetings, imported.outcomes, strict=True)
    files = [(met.path, met.known.raw if met.known else None, done.after) for met, done in pairs if done.after is not None]
    if files:
        with alone(imported.workspace.own):
            store_all(files)


def outcome(met: Meeting, school: School | None) -> Outcome:
    """What becomes of one row."""
    known = met.known
    if met.fault:
        return Outcome(State.BAD, met.partner, faults=(met.fault, *faults_in(met.row)))
    merged = merge(met.row, known, met.partner, school)
    if merged.profile is None:
        return Outcome(State.BAD, met.partner, faults=merged.faults)
    if known is None:
        return Outcome(State.NEW, met.partner, new_file(merged.profile), faults=merged.faults)
    if not merged.changes:
        return Outcome(State.UNCHANGED, met.partner, faults=merged.faults)
    after = changed_file(known, merged.profile, merged.changes)
    return Outcome(State.CHANGED, met.partner, after, merged.changes, merged.faults)
