"""What an import tells. In: what becomes of each row. Out: lines for a reader, or plain data for a program."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from generator import report
from generator.errors import Fault, Severity
from generator.sheets.importing import Imported, Outcome, State
from generator.sheets.meet import Meeting

SHOWN = 3
"""Hints of one sort that are told one by one."""


def lines(imported: Imported, dry_run: bool) -> Iterator[str]:
    """What is new and what changes, and at the end how many rows came to what."""
    for met, outcome in zip(imported.meetings, imported.outcomes, strict=True):
        if outcome.state is State.NEW:
            yield f"new      {outcome.partner}"
        elif outcome.state is State.CHANGED:
            yield f"changed  {outcome.partner}  ({met.path.name})"
            yield from (f"  {change}" for change in outcome.changes)
    yield summary(imported)
    if dry_run:
        yield "nothing was written (--dry-run)"
    elif imported.sheet.headings.faults:
        yield "nothing was written: first put the headings right"


def summary(imported: Imported) -> str:
    """``partners.xlsx, sheet Partners: 300 rows: 12 new, 3 changed, 284 unchanged, 1 bad``."""
    counts = ", ".join(f"{imported.count(state)} {state}" for state in State)
    rows = len(imported.outcomes)
    return f"{imported.sheet.table.name}: {rows} {'row' if rows == 1 else 'rows'}: {counts}"


def few(faults: Iterable[Fault]) -> Iterator[Fault]:
    """The faults; of hints of one sort only the first ones, and then how many more there are."""
    counts: dict[tuple[str, str], int] = {}
    last: dict[tuple[str, str], Fault] = {}
    for fault in faults:
        sort = re.sub("[0-9]+", "", fault.path), fault.hint
        if fault.severity is Severity.HINT and fault.path:
            counts[sort] = counts.get(sort, 0) + 1
            if counts[sort] > SHOWN:
                last[sort] = fault
                continue
        yield fault
    for sort, fault in last.items():
        yield replace(fault, problem=f"and {counts[sort] - SHOWN} more like the first {SHOWN}; the last: {fault.problem}")


def as_json(imported: Imported, marked: Path | None) -> str:
    """What programs are told: each row with its state and changes, and where the bad cells are marked."""
    pairs = zip(imported.meetings, imported.outcomes, strict=True)
    return report.as_json([], imported.faults, rows=[row(*pair) for pair in pairs], marked=str(marked) if marked else None)


def row(met: Meeting, outcome: Outcome) -> dict[str, Any]:
    """What programs are told of a row."""
    changes = [{"path": change.path, "old": change.old, "new": change.new} for change in outcome.changes]
    return {"row": met.row.number + 1, "partner": outcome.partner, "state": str(outcome.state), "changes": changes}
