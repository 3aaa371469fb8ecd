"""The register. In: documents in the making. Out: their references; a record of each that was made.

The row of steps for one document: ``promise`` its reference; compose and write it; ``record`` it; store its files;
``moved`` when a file went beside an edited one. It is recorded before it is stored: no file with a reference can exist that
the register does not know, and what is missing after a killed process is seen by ``verify`` and mended by making the
document again. When a document is not made after all, ``give_up`` frees its number.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from generator.errors import BadInput, Fault
from generator.register.database import Database
from generator.register.models import Document, File, Making, Reservation
from generator.register.references import Entry, Promises, Which, is_of, locked, who_has

Fingerprints = Mapping[str, frozenset[str]]
"""Path to the fingerprints of all that was ever made there of one document: such a file is ours, unedited."""


class TakenError(Exception):
    """A number was promised to another document meanwhile: begin these documents anew. Nothing was recorded."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        super().__init__(", ".join(entry.reference for entry in entries))
        self.entries = tuple(entries)


@dataclass(frozen=True, slots=True)
class Made:
    """A file that is about to be stored."""

    format: str
    annexes: bool
    path: Path
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Work:
    """What is recorded of a making besides its files."""

    partner_name: str
    day: date
    draft: bool
    text_version: str
    layout: str
    program: str
    input: str
    """Fingerprint of all that it is made from."""


@dataclass(frozen=True, slots=True)
class Finished:
    """A document that is about to be stored."""

    entry: Entry
    work: Work
    files: tuple[Made, ...]


class Register:
    """The register of one workspace."""

    def __init__(self, database: Database, workspace: str, root: Path, pattern: str) -> None:
        self.database = database
        self.workspace = workspace
        """Which rows are this workspace's."""
        self.root = root.resolve()
        """From where paths are counted."""
        self.pattern = pattern

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.database.close()

    def promise(self, which: Which, new_version: bool = False) -> Entry:
        """The document's reference. Raises BadInput when it is locked and no new version is asked for."""
        (entry,) = self.promise_all((which,), new_version)
        if isinstance(entry, Fault):
            raise BadInput(entry)
        return entry

    def promise_all(self, wanted: Sequence[Which], new_version: bool = False) -> tuple[Entry | Fault, ...]:
        """References of many documents, numbered in their order, in one transaction; a fault for each that is locked."""
        return self.database.write(partial(self._promise, wanted, new_version))

    def foresee(self, wanted: Sequence[Which], new_version: bool = False) -> tuple[Entry | Fault, ...]:
        """What ``promise_all`` would say of documents that were made before; nothing is promised.

        The reference of a new document is only a guess: who is first gets it.
        """
        with self.database.reading() as session, session.no_autoflush:
            entries = self._promise(wanted, new_version, session)
            session.expunge_all()
            session.rollback()
        return entries

    def give_up(self, *entries: Entry) -> None:
        """Free numbers that were promised to documents that are not made after all; one that was made keeps its own."""
        self.database.write(partial(self._give_up, entries))

    def record(self, *finished: Finished) -> tuple[Fingerprints, ...]:
        """Use the numbers up and record what is about to be stored; says of each document which files are its own.

        All of them or none. Raises TakenError for numbers that are another document's by now, BadInput when a document was
        locked meanwhile.
        """
        return self.database.write(partial(self._record_all, finished))

    def moved(self, entry: Entry, changed: Mapping[Path, Path]) -> None:
        """Record that files were stored under other names than they were meant to."""
        if changed:
            self.database.write(partial(self._moved, entry, changed))

    def shown(self, path: Path) -> str:
        """A path as the register keeps it: from the workspace, or in full when it is outside."""
        full = path.resolve()
        return full.relative_to(self.root).as_posix() if full.is_relative_to(self.root) else full.as_posix()

    def _promise(self, wanted: Sequence[Which], new_version: bool, session: Session) -> tuple[Entry | Fault, ...]:
        promises = Promises(session, self.workspace, self.pattern, wanted)
        return tuple(promises.promise(which, new_version) for which in wanted)

    def _give_up(self, entries: Sequence[Entry], session: Session) -> None:
        held = who_has(session, self.workspace, entries)
        for entry in entries:
            row = held.promises.get((entry.year, entry.number))
            if row is not None and is_of(row, entry):
                session.delete(row)

    def _record_all(self, finished: tuple[Finished, ...], session: Session) -> tuple[Fingerprints, ...]:
        """Rows are read as objects and written in bulk: a batch records thousands."""
        held = who_has(session, self.workspace, [done.entry for done in finished])
        if taken := [done.entry for done in finished if not held.is_for(done.entry)]:
            raise TakenError(taken)
        if faults := [fault for document in held.documents.values() if (fault := locked(document))]:
            raise BadInput(*faults)
        documents = [held.documents.get((done.entry.year, done.entry.number)) for done in finished]
        begun = [done for done, document in zip(finished, documents, strict=True) if document is None]
        ids = iter(self._begin(begun, session))
        asked = [
            _Asked(done.work, {(self.shown(made.path), made.format, made.annexes): made for made in done.files}, document)
            for done, document in zip(finished, documents, strict=True)
        ]
        _record(asked, [document.id if document else next(ids) for document in documents], session)
        return tuple(one.fingerprints for one in asked)

    def _begin(self, begun: Sequence[Finished], session: Session) -> list[int]:
        """Numbers are used up: each promise becomes a document. Gives the documents' keys."""
        for year in {done.entry.year for done in begun}:
            numbers = [done.entry.number for done in begun if done.entry.year == year]
            ours = delete(Reservation).filter_by(workspace=self.workspace, year=year).where(Reservation.number.in_(numbers))
            session.execute(ours, execution_options={"synchronize_session": False})
        return _insert(session, Document, [self._row(done, session) for done in begun])

    def _row(self, done: Finished, session: Session) -> dict[str, Any]:
        entry = done.entry
        row = {name: getattr(entry.which, name) for name in ("kind", "partner", "occasion", "language")}
        row |= {name: getattr(entry, name) for name in ("reference", "year", "number", "version")}
        older = self._version(entry, session) if entry.version > 1 else None
        return row | {"workspace": self.workspace, "partner_name": done.work.partner_name, "replaces_id": older}

    def _version(self, entry: Entry, session: Session) -> int | None:
        """The key of the version before this one."""
        names = {name: getattr(entry.which, name) for name in ("kind", "partner", "occasion", "language")}
        wanted = select(Document.id).filter_by(workspace=self.workspace, version=entry.version - 1, **names)
        return session.scalar(wanted.order_by(Document.id.desc()).limit(1))

    def _moved(self, entry: Entry, changed: Mapping[Path, Path], session: Session) -> None:
        named = {"workspace": self.workspace, "reference": entry.reference}
        document = session.scalar(select(Document).filter_by(**named))
        places = {self.shown(old): self.shown(new) for old, new in changed.items()}
        for file in document.last.files if document else ():
            file.path = places.get(file.path, file.path)


def fingerprints(document: Document) -> Fingerprints:
    """All that was ever made of a document, by its place."""
    found: dict[str, set[str]] = {}
    for making in document.makings:
        for file in making.files:
            found.setdefault(file.path, set()).add(file.sha256)
    return {path: frozenset(known) for path, known in found.items()}


_Place = tuple[str, str, bool]
"""Where a file of a making is, its format, whether it is bound with its annexes."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is to be recorded of one document."""

    work: Work
    files: Mapping[_Place, Made]
    document: Document | None
    """As it is there already."""

    @property
    def making(self) -> Making | None:
        """The last making, when this is the same again or another format of it: what it says of a file stays true."""
        last = self.document.last if self.document else None
        if last is None or last.input != self.work.input:
            return None
        known = _prints(last)
        return last if all(known.get(place, made.sha256) == made.sha256 for place, made in self.files.items()) else None

    @property
    def fingerprints(self) -> Fingerprints:
        """All that was ever made of it, this time included, by its place."""
        found = dict(fingerprints(self.document)) if self.document else {}
        for (path, _, _), made in self.files.items():
            found[path] = found.get(path, frozenset()) | {made.sha256}
        return found


def _record(asked: Sequence[_Asked], documents: Sequence[int], session: Session) -> None:
    """Enter the makings that are new, of the documents with these keys, and the files that they do not have yet."""
    lasts = [one.making for one in asked]
    rows = [_row(one.work, key) for one, key, last in zip(asked, documents, lasts, strict=True) if last is None]
    ids = iter(_insert(session, Making, rows))
    files: list[dict[str, Any]] = []
    for one, last in zip(asked, lasts, strict=True):
        key, known = (next(ids), {}) if last is None else (last.id, _prints(last))
        for place, made in one.files.items():
            if place not in known:
                path, format_, annexes = place
                row = {"path": path, "format": format_, "annexes": annexes, "sha256": made.sha256, "size": made.size}
                files.append({"making_id": key, **row})
    _insert(session, File, files)


def _prints(making: Making) -> dict[_Place, str]:
    return {(file.path, file.format, file.annexes): file.sha256 for file in making.files}


def _row(work: Work, document: int) -> dict[str, Any]:
    """A making as it is entered."""
    names = ("day", "draft", "text_version", "layout", "program", "input")
    return {"document_id": document, "made_at": datetime.now(UTC)} | {name: getattr(work, name) for name in names}


def _insert(session: Session, table: type[Document | Making | File], rows: Sequence[Mapping[str, Any]]) -> list[int]:
    """Enter rows; their keys, in the same order."""
    if not rows:
        return []
    return list(session.scalars(insert(table).returning(table.id, sort_by_parameter_order=True), rows))
