"""What a batch tells. In: what became of each document. Out: a summary, and a report for a spreadsheet or a program."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.batch import Done, State
from generator.csv_file import as_csv
from generator.errors import ExitCode, Fault, Severity, WrongUsage
from generator.report import fault_as_json, many

FORMATS = (".csv", ".json")
"""The formats of a report, by the name of its file."""
_COLUMNS = (
    "state",
    "partner",
    "kind",
    "occasion",
    "language",
    "reference",
    "files",
    "blanks",
    "severity",
    "place",
    "field",
    "problem",
    "hint",
)


class Tally:
    """What became of the documents of a batch, as they come."""

    def __init__(self) -> None:
        self._documents: list[tuple[dict[str, Any], tuple[Fault, ...]]] = []
        self.remarks: list[Fault] = []
        """What is told of no document in particular."""
        self.counts: Counter[State] = Counter()
        self.blanks = 0
        """Documents with blanks."""
        self.exit_code = ExitCode.DONE

    def add(self, done: Done) -> None:
        """Count a document."""
        first = done.results[0]
        files = [{"format": one.format, "path": str(one.path), "sha256": one.sha256} for one in done.results if one.path]
        names = ("partner", "kind", "occasion", "language", "reference")
        blanks = [{"label": blank.label, "path": blank.path} for blank in first.blanks]
        told = {"state": str(done.state)} | {name: getattr(first, name) for name in names} | {"files": files, "blanks": blanks}
        self._documents.append((told, told_of(done)))
        self.counts[done.state] += 1
        self.blanks += bool(blanks)
        self.end(max(result.exit_code for result in done.results))

    def remark(self, *faults: Fault) -> None:
        """Take in what is told of no document in particular; an error makes the command fail."""
        self.remarks += faults
        if any(fault.severity is Severity.ERROR for fault in faults):
            self.end(ExitCode.BAD_INPUT)

    def end(self, exit_code: ExitCode) -> None:
        """How the command should end: as the worst of all says."""
        self.exit_code = max(self.exit_code, exit_code)

    def as_lines(self, dry_run: bool) -> Iterator[str]:
        """What a reader is told at the end."""
        hints = f"; {many(self.hints, 'hint')}: --json has them" if self.hints else ""
        yield self.summary + hints
        if self.advice:
            yield f"{many(self.advice, 'warning')} of advice: handslag advise"
        if dry_run:
            yield "nothing was written (--dry-run)"

    @property
    def summary(self) -> str:
        """``298 documents: 290 made, 6 unchanged, 2 failed; 12 have blanks``."""
        counts = ", ".join(f"{self.counts[state]} {state}" for state in State if self.counts[state])
        blanks = f"; {self.blanks} with blanks to fill in" if self.blanks else ""
        return f"{many(len(self._documents), 'document')}{': ' if counts else ''}{counts}{blanks}"

    @property
    def advice(self) -> int:
        """Warnings of advice, which a reader is not shown one by one."""
        return sum(is_light(fault) for _, faults in self._documents for fault in faults)

    @property
    def hints(self) -> int:
        """Hints that a reader is not shown."""
        return sum(fault.severity is Severity.HINT for _, faults in self._documents for fault in faults)

    def as_json(self, **more: object) -> str:
        """What programs are told: each document with its faults, and what there is besides."""
        documents = [told | {"faults": [fault_as_json(fault) for fault in faults]} for told, faults in self._documents]
        counts = {str(state): self.counts[state] for state in State}
        told = {"documents": documents, "counts": counts, **more, "faults": [fault_as_json(one) for one in self.remarks]}
        return json.dumps(told, indent=2, ensure_ascii=False)

    def report(self, path: Path) -> bytes:
        """The report in the format that the name of its file says."""
        return as_csv(_COLUMNS, self._rows()) if path.suffix.lower() == ".csv" else f"{self.as_json()}\n".encode()

    def _rows(self) -> Iterator[dict[str, object]]:
        """A row a document, and of one with faults a row a fault."""
        for told, faults in self._documents:
            files, blanks = " ".join(file["path"] for file in told["files"]), len(told["blanks"])
            for fault in faults or (None,):
                yield told | {"files": files, "blanks": blanks} | _cells(fault)
        yield from (_cells(fault) for fault in self.remarks)


def told_of(done: Done) -> tuple[Fault, ...]:
    """All there is to tell of a document; also that a file was edited, and that the new one stands beside it."""
    return (*done.results[0].faults, *(left_alone(one.kept, one.path) for one in done.results if one.kept and one.path))


def left_alone(kept: Path, path: Path) -> Fault:
    """What is told of a file that is not ours to replace."""
    problem = f"{kept} is not as handslag made it, and is left as it is"
    return Fault(problem, hint=f"the new one is {path.name}", severity=Severity.WARNING)


def is_light(fault: Fault) -> bool:
    """Whether a fault is advice that a batch need not tell of each document: it bars nothing, and nobody had to accept it."""
    return bool(fault.rule) and fault.severity is Severity.WARNING and not fault.accepted


def check_name(path: Path | None) -> None:
    """Refuse a report whose name says no format."""
    if path and path.suffix.lower() not in FORMATS:
        raise WrongUsage(
            Fault(f"'{path.name}' says no format of a report", hint=f"name it {path.stem}.csv or {path.stem}.json")
        )


def _cells(fault: Fault | None) -> dict[str, object]:
    if fault is None:
        return {}
    place = fault.file if fault.line is None else f"{fault.file}:{fault.line}"
    named: dict[str, object] = {"severity": str(fault.severity), "place": place, "field": fault.path}
    return named | {"problem": fault.problem, "hint": fault.what_to_do}
