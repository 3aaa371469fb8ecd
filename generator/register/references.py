"""Which number a document has. In: what the document is. Out: its reference: the one it had, or the next.

A reference stands on every page, so it must be known before the document is composed, and a document that is then not made
may leave no hole. So a number goes through two hands. It is *promised*, in a transaction of its own, to one document in the
making; and it is *used up* when that document is recorded (``register.py``), before the first of its files is stored. A
promise that is given up, or not kept within ``LEASE``, goes to the next new document; a process that was killed finds its
own promise back. So numbers are given from 1 on, per workspace and year, without holes; two processes never hold the same
one.

The year is that of the document's date when it is made first. A document that is made again keeps its reference, whatever
changed in it. It is the same when kind, partner, occasion and language are; where the profile dates the occasion, the year
too: the thank-you letter of next December is another letter. A signed or withdrawn document is locked: it is begun anew
with a new reference, and only when that is asked for.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from sqlalchemy import ColumnElement, ScalarResult, and_, func, select
from sqlalchemy.orm import Session, selectinload

from generator.errors import Fault
from generator.profile.numbering import reference_of
from generator.register.models import Document, Making, Reservation, Status

Name = tuple[str, str, str, str]
"""Kind, partner, occasion and language."""
Row = TypeVar("Row", Document, Reservation)
LEASE = timedelta(days=1)
LOCKED = (Status.SIGNED, Status.WITHDRAWN)
_MANY = 500
"""Partners that a query names one by one; beyond that it is given all of a kind."""
CLOSED = (Status.SENT, *LOCKED)
"""What has left the house: a new version of it begins anew when that is asked for."""


@dataclass(frozen=True, slots=True)
class Which:
    """What a document is: with this it is found again."""

    kind: str
    partner: str
    occasion: str
    """``open_dag``, ``open_dag-2``; empty for a kind that is made once."""
    language: str
    year: int
    """Of its date."""
    dated: bool = False
    """Whether the profile gives the occasion its date: then another year is another document."""

    @property
    def name(self) -> Name:
        """What it has in common with its other versions, and with the same of another year."""
        return self.kind, self.partner, self.occasion, self.language


@dataclass(frozen=True, slots=True)
class Entry:
    """A document's place in the register while it is made."""

    which: Which
    reference: str
    number: int
    year: int
    """In which the number counts."""
    version: int
    again: bool
    """Whether an older document has the same name: it was of another year, or this is a new version of it."""
    document: Document | None = field(default=None, compare=False)
    """As it was recorded last; None when it is new."""


class Promises:
    """What one transaction needs to promise numbers: the documents and promises that there are, and which numbers are free.

    All of it is read at once, since a batch asks for thousands.
    """

    def __init__(self, session: Session, workspace: str, pattern: str, wanted: Sequence[Which]) -> None:
        self._session, self._workspace, self._pattern = session, workspace, pattern
        self._documents = _by_name(Document, session, workspace, wanted)
        self._reservations = _by_name(Reservation, session, workspace, wanted)
        self._free: dict[int, Iterator[int]] = {}

    def promise(self, which: Which, new_version: bool) -> Entry | Fault:
        """The document's place: the one it has, or a new number that is promised to it.

        A fault when it is locked and no new version is asked for.
        """
        named = self._documents.get(which.name, [])
        found = [document for document in named if document.year == which.year or not which.dated]
        version = 1
        if found:
            last = found[-1]
            if not (new_version and last.status in CLOSED):
                again = named[0] is not last
                place = Entry(which, last.reference, last.number, last.year, last.version, again, last)
                return locked(last) or place
            version = last.version + 1
        row = self._promised(which, version) or self._reserve(which, version)
        row.until = datetime.now(UTC) + LEASE
        reference = reference_of(self._pattern, row.year, row.number)
        return Entry(which, reference, row.number, row.year, version, bool(named))

    def _promised(self, which: Which, version: int) -> Reservation | None:
        """What was promised to this document already, by this process or another, or by one that was killed."""
        rows = reversed(self._reservations.get(which.name, ()))
        wanted = (row for row in rows if row.version == version and (row.year == which.year or not which.dated))
        return next(wanted, None)

    def _reserve(self, which: Which, version: int) -> Reservation:
        """Promise the lowest number that is free."""
        free = self._free.setdefault(which.year, _free(self._session, self._workspace, which.year))
        names = {name: getattr(which, name) for name in ("kind", "partner", "occasion", "language", "year")}
        row = Reservation(workspace=self._workspace, number=next(free), version=version, **names)
        self._session.add(row)
        self._reservations.setdefault(which.name, []).append(row)
        return row


def locked(document: Document) -> Fault | None:
    """Why a document may not be made again, if it may not."""
    if document.status not in LOCKED:
        return None
    day = max(mark.day for mark in document.marks if mark.holds and mark.status is document.status)
    problem = f"{document.reference} was {document.status} on {day}, and is not made again"
    return Fault(problem, hint="make it with a new reference: --new-version")


@dataclass(frozen=True, slots=True)
class Held:
    """Who has some numbers, by year and number."""

    documents: Mapping[tuple[int, int], Document]
    promises: Mapping[tuple[int, int], Reservation]

    def is_for(self, entry: Entry) -> bool:
        """Whether the entry's number is still its own, or nobody's."""
        place = entry.year, entry.number
        row = self.documents.get(place) or self.promises.get(place)
        return row is None or is_of(row, entry)


def who_has(session: Session, workspace: str, entries: Sequence[Entry]) -> Held:
    """Who has the numbers of these entries, whatever the entries say: read at once."""
    years, numbers = {entry.year for entry in entries}, {entry.number for entry in entries}

    def held(table: type[Row]) -> dict[tuple[int, int], Row]:
        rows = _rows(session, table, table.workspace == workspace, table.year.in_(years), table.number.in_(numbers))
        return {(row.year, row.number): row for row in rows}

    return Held(held(Document), held(Reservation))


def is_of(row: Reservation | Document, entry: Entry) -> bool:
    """Whether a row is about the entry's document."""
    which = entry.which
    return (row.kind, row.partner, row.occasion, row.language, row.version) == (*which.name, entry.version)


def _rows(session: Session, table: type[Row], *where: ColumnElement[bool]) -> ScalarResult[Row]:
    """The rows of which all this is true, in the order in which they were made; documents with all that belongs to them."""
    query = select(table).where(*where).order_by(Document.id if table is Document else Reservation.until)
    if table is Document:
        query = query.options(selectinload(Document.makings).selectinload(Making.files), selectinload(Document.marks))
    return session.scalars(query)


def _by_name(table: type[Row], session: Session, workspace: str, wanted: Sequence[Which]) -> dict[Name, list[Row]]:
    """The rows with the names of these documents, of any year, in the order in which they were made."""
    partners, kinds = {which.partner for which in wanted}, {which.kind for which in wanted}
    where = [table.workspace == workspace, table.kind.in_(kinds)]
    if len(partners) <= _MANY:
        where.append(table.partner.in_(partners))
    found: dict[Name, list[Row]] = {}
    for row in _rows(session, table, *where):
        found.setdefault((row.kind, row.partner, row.occasion, row.language), []).append(row)
    return found


def _free(session: Session, workspace: str, year: int) -> Iterator[int]:
    """Free numbers, in order; a promise that was not kept in time is broken when it is its number's turn.

    Numbers that are used up are looked through only when one is missing in between.
    """
    used = and_(Document.workspace == workspace, Document.year == year)
    last, count = session.execute(select(func.coalesce(func.max(Document.number), 0), func.count()).where(used)).one()
    promises = select(Reservation).where(Reservation.workspace == workspace, Reservation.year == year)
    rows = {row.number: row for row in session.scalars(promises)}
    taken = {number for number, row in rows.items() if row.until > datetime.now(UTC)}
    if count < last:
        taken |= set(session.scalars(select(Document.number).where(used)))
    for number in itertools.count(last + 1 if count == last else 1):
        if number not in taken:
            if number in rows:
                session.delete(rows[number])
                session.flush()
            yield number
