"""What happens to a document after it was made. In: a reference, and sent, signed or withdrawn. Out: the mark, and its scan
stored.

A mark that was a mistake can be taken back. A scan is stored first, under a name that no other file has, and recorded with
its fingerprint; so a mark never names a file that is not there. A document that is marked the same again may get one more
scan, nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from sqlalchemy.orm import Session

from generator.errors import BadInput, Fault, Severity, WrongUsage
from generator.register.finding import find
from generator.register.models import Document, Mark, Status
from generator.register.register import Register
from generator.store import Stored, file_name, store

MARKS = (Status.SENT, Status.SIGNED, Status.WITHDRAWN)
_WORDS = {
    "nl": {Status.SENT: "verzonden", Status.SIGNED: "getekend", Status.WITHDRAWN: "ingetrokken"},
    "en": {Status.SENT: "sent", Status.SIGNED: "signed", Status.WITHDRAWN: "withdrawn"},
}
"""What a scan's file is called after its document's reference."""
_LARGEST = 200_000_000


@dataclass(frozen=True, slots=True)
class Event:
    """What happened to a document."""

    status: Status
    day: date
    today: date
    scan: Path | None = None
    """A file that shows it: the signed paper, the message as it was sent."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A document after it was marked."""

    document: Document
    scan: Path | None
    faults: tuple[Fault, ...]
    """What is worth knowing."""


def mark(register: Register, reference: str, event: Event, folder: Path) -> Marked:
    """Mark a document; ``folder`` is where its scan goes when its own files are nowhere to be found.

    Raises BadInput when it cannot be marked so, or the scan cannot be read or stored; WrongUsage for an unknown reference.
    """
    with register.database.reading() as session:
        document = find(register, session, reference)
        _refuse(document, event)
        place = _beside(register, document) or folder
    stored = _stored(document, event.status, event.scan, place) if event.scan else None
    marked = register.database.write(partial(_mark, register, reference, event, stored))
    return Marked(marked, stored.path if stored else None, tuple(_told(marked, event)))


def take_back(register: Register, reference: str, status: Status) -> Marked:
    """Undo a mark that was a mistake; the register keeps that it was there, and its scan is left where it is.

    Raises BadInput when the document is not marked so, WrongUsage for an unknown reference.
    """
    return Marked(register.database.write(partial(_take_back, register, reference, status)), None, ())


def _take_back(register: Register, reference: str, status: Status, session: Session) -> Document:
    document = find(register, session, reference)
    held = [one for one in document.marks if one.holds and one.status is status]
    if not held:
        raise BadInput(Fault(f"{document.reference} is not marked as {status}", hint=f"it is {document.status}"))
    for one in held:
        one.taken_back_at = datetime.now(UTC)
    return document


def _mark(register: Register, reference: str, event: Event, stored: Stored | None, session: Session) -> Document:
    document = find(register, session, reference)
    _refuse(document, event)
    path, sha256 = (register.shown(stored.path), stored.sha256) if stored else (None, None)
    if all((one.status, one.sha256) != (event.status, sha256) for one in document.marks if one.holds):
        row = Mark(status=event.status, day=event.day, noted_at=datetime.now(UTC), path=path, sha256=sha256)
        document.marks.append(row)
    return document


def _refuse(document: Document, event: Event) -> None:
    """Raise BadInput for what cannot have happened."""
    now, made, status, day = document.status, document.makings[0], event.status, event.day
    if now is Status.WITHDRAWN and status is not now:
        raise BadInput(Fault(f"{document.reference} was withdrawn", hint="make it anew with draft … --new-version"))
    before = [one.day for one in document.marks if one.holds and one.status is status]
    if before and event.scan is None:
        hint = "a scan can still be added: --file scan.pdf"
        raise BadInput(Fault(f"{document.reference} is marked as {status} already, on {before[-1]}", hint=hint))
    if day < min(made.day, made.made_at.date()):
        problem = f"{day} is before {document.reference} was made ({made.made_at.date()})"
        raise BadInput(Fault(problem, hint="look at the reference and the date again"))
    if day > event.today:
        raise BadInput(Fault(f"{day} is still to come", hint="mark a document when it has happened"))


def _beside(register: Register, document: Document) -> Path | None:
    """The folder with the document's last file."""
    files = [file for making in document.makings for file in making.files]
    folder = (register.root / files[-1].path).parent if files else None
    return folder if folder and folder.is_dir() else None


def _stored(document: Document, status: Status, scan: Path, folder: Path) -> Stored:
    """The scan's copy: whole or not at all, and in nobody's place."""
    word = _WORDS.get(document.language, _WORDS["en"])[status]
    return store(folder, file_name(document.reference, word, suffix=_suffix(scan)), _read(scan))


def _suffix(scan: Path) -> str:
    suffix = scan.suffix.lower().removeprefix(".")
    if not (suffix.isascii() and suffix.isalnum()):
        raise WrongUsage(Fault(f"'{scan.name}' does not say what sort of file it is", hint="name it scan.pdf, for example"))
    return suffix


def _read(scan: Path) -> bytes:
    try:
        if not scan.is_file():
            raise BadInput(Fault("is no file" if scan.exists() else "is not there", file=str(scan)))
        if scan.stat().st_size > _LARGEST:
            raise BadInput(Fault("is larger than 200 MB", file=str(scan), hint="scan it in black and white, or smaller"))
        data = scan.read_bytes()
    except OSError as error:
        raise BadInput(Fault(f"cannot be read: {error.strerror or error}", file=str(scan))) from None
    if not data:
        raise BadInput(Fault("is empty", file=str(scan), hint="scan it again"))
    return data


def _told(document: Document, event: Event) -> list[Fault]:
    """What is worth knowing: a concept that was signed, a signature without its scan."""
    told = []
    if event.status is Status.SIGNED and document.last.draft:
        told.append("it was made as a draft: is this the document that was signed?")
    if event.status is Status.SIGNED and event.scan is None:
        told.append("the signed paper can be kept with it: --file scan.pdf")
    return [Fault(f"{document.reference}: {problem}", severity=Severity.HINT) for problem in told]
