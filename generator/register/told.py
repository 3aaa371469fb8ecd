"""What the register tells. In: documents. Out: lines for a reader, JSON for a program, CSV for a spreadsheet."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from generator import csv_file
from generator.errors import Fault
from generator.register.models import Document, Making, Mark
from generator.register.verify import FAULTY, Checked, State, current

_COLUMNS = ("reference", "day", "kind", "partner", "occasion", "language", "status")
"""What a reader is shown in a list."""
_WRONG = {
    State.MISSING: "is missing",
    State.OLDER: "is older than the register says: handslag was stopped before it was stored",
    State.CHANGED: "is not the scan that was added",
}


def as_lines(documents: Sequence[Document]) -> Iterator[str]:
    """A table, one document a line."""
    rows = [[str(_row(document)[name]) for name in _COLUMNS] for document in documents]
    heads = ["reference", "date", *_COLUMNS[2:]]
    widths = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
    for row in [heads, *rows] if rows else []:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def as_csv(documents: Iterable[Document]) -> bytes:
    """A spreadsheet, one document a row."""
    rows = (_row(document) | {"files": " ".join(file.path for file in current(document))} for document in documents)
    return csv_file.as_csv((*_ROW, "files"), rows)


def as_json(documents: Iterable[Document]) -> str:
    """What programs are told: a list with all that is known."""
    return json.dumps([whole(document) for document in documents], indent=2, ensure_ascii=False)


def whole(document: Document) -> dict[str, Any]:
    """All that is known of a document."""
    related = {
        "replaces": document.replaces.reference if document.replaces else None,
        "replaced_by": [one.reference for one in document.replaced_by],
    }
    history = {"makings": [*map(_making, document.makings)], "marks": [*map(_mark, document.marks)]}
    return _row(document) | related | history


def shown(document: Document, files: Iterable[Checked]) -> Iterator[str]:
    """One document for a reader: what it is, how it was made, what happened to it, and its files."""
    last = document.last
    yield f"{document.reference}  {document.kind}" + (f" ({document.occasion})" if document.occasion else "")
    told = {
        "partner": f"{document.partner} ({document.partner_name})",
        "language": document.language,
        "status": document.status,
        "date": f"{last.day}, {'draft' if last.draft else 'final'}",
        "made": f"{last.made_at.astimezone():%Y-%m-%d %H:%M} with handslag {last.program}",
        "text": f"{last.text_version}, layout {last.layout}",
        "input": last.input,
        "replaces": document.replaces.reference if document.replaces else "",
        "replaced by": ", ".join(one.reference for one in document.replaced_by),
    }
    yield from (f"  {name + ':':<13}{value}" for name, value in told.items() if value)
    yield from (f"  {f'{mark.status}:':<13}{mark.day}{_taken_back(mark)}" for mark in document.marks)
    yield from (f"  {one.state:<11}  {one.path}" for one in files)
    if len(document.makings) > 1:
        yield f"  made {len(document.makings)} times; --json tells each"


def checked_as_lines(files: Sequence[Checked]) -> Iterator[str]:
    """What was edited since, which is no fault, and a count of all."""
    edited = (one for one in files if one.state is State.EDITED)
    yield from (f"{one.path}: {one.document.reference}: was edited after it was made" for one in edited)
    counts = Counter(one.state for one in files)
    listed = ", ".join(f"{counts[state]} {state}" for state in State if counts[state])
    yield f"{len(files)} {'file' if len(files) == 1 else 'files'} checked" + (f": {listed}" if listed else "")


def faults(files: Iterable[Checked]) -> tuple[Fault, ...]:
    """What is wrong with the files that are not as they should be, and what to do."""
    return tuple(
        Fault(f"{one.document.reference}: {_WRONG[one.state]}", file=one.path, hint=one.hint)
        for one in files
        if one.state in FAULTY
    )


def checked_as_json(files: Iterable[Checked]) -> str:
    """The same for programs, every file of it."""
    told = [
        {
            "reference": one.document.reference,
            "path": one.path,
            "sha256": one.sha256,
            "scan": one.scan,
            "state": one.state,
            "ok": one.state not in FAULTY,
        }
        for one in files
    ]
    return json.dumps(told, indent=2, ensure_ascii=False)


_ROW = (
    "reference",
    "day",
    "kind",
    "partner",
    "partner_name",
    "occasion",
    "language",
    "status",
    "status_day",
    "draft",
    "version",
    "text_version",
    "layout",
    "program",
    "made_at",
    "input",
)


def _row(document: Document) -> dict[str, Any]:
    """A document on one line, as it is now."""
    last, marks = document.last, [mark for mark in document.marks if mark.holds and mark.status is document.status]
    named = {name: getattr(document, name) for name in ("reference", "kind", "partner", "partner_name", "occasion", "language")}
    state = {"status": str(document.status), "status_day": marks[-1].day.isoformat() if marks else None}
    made = _making(last)
    told: Mapping[str, Any] = named | state | made | {"version": document.version}
    return {name: told[name] for name in _ROW}


def _making(making: Making) -> dict[str, Any]:
    told = {name: getattr(making, name) for name in ("draft", "text_version", "layout", "program", "input")}
    files = [{name: getattr(file, name) for name in ("format", "annexes", "path", "sha256", "size")} for file in making.files]
    return {"day": making.day.isoformat(), "made_at": making.made_at.isoformat(timespec="seconds"), **told, "files": files}


def _mark(mark: Mark) -> dict[str, Any]:
    told = {"status": str(mark.status), "day": mark.day.isoformat(), "noted_at": mark.noted_at.isoformat(timespec="seconds")}
    back = mark.taken_back_at.isoformat(timespec="seconds") if mark.taken_back_at else None
    return told | {"path": mark.path, "sha256": mark.sha256, "taken_back_at": back}


def _taken_back(mark: Mark) -> str:
    return f" (taken back on {mark.taken_back_at.astimezone():%Y-%m-%d})" if mark.taken_back_at else ""
