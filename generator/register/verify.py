"""Holding the register against the disk. In: documents. Out: for each file, whether it is there and as it was made.

A file that somebody edited after it was made is told, and is no fault: that is what Word is for. A file that is missing,
one that is older than the register says, and a scan that changed are faults.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from generator.register.models import Document, File, Mark
from generator.register.register import Register, fingerprints


class State(StrEnum):
    """What became of a file."""

    UNCHANGED = "unchanged"
    EDITED = "edited"
    OLDER = "older"
    """As it was made once, but not the last time: handslag was stopped before it stored the new one."""
    MISSING = "missing"
    CHANGED = "changed"
    """A scan that is not the one that was added."""


FAULTY = (State.OLDER, State.MISSING, State.CHANGED)
HINTS = {
    State.OLDER: "make the document again",
    State.MISSING: "make the document again, or put the file back",
    State.CHANGED: "put back the scan that was added, from a backup",
}


@dataclass(frozen=True, slots=True)
class Checked:
    """A file of a document and what became of it."""

    document: Document
    path: str
    sha256: str
    """As the register has it."""
    state: State
    format: str = ""
    """Empty for a scan."""
    annexes: bool = False

    @property
    def scan(self) -> bool:
        """Whether it was added, not made."""
        return not self.format

    @property
    def hint(self) -> str:
        """What to do about it."""
        if self.scan and self.state is State.MISSING:
            return HINTS[State.CHANGED]
        return HINTS.get(self.state, "")


def verify(register: Register, documents: Iterable[Document]) -> Iterator[Checked]:
    """Every file that counts, in the order of the documents."""
    for document in documents:
        known = fingerprints(document)
        for file in current(document):
            state = _state(register, file, known[file.path])
            yield Checked(document, file.path, file.sha256, state, file.format, file.annexes)
        for mark in document.marks:
            if mark.holds and mark.path and mark.sha256:
                yield Checked(document, mark.path, mark.sha256, _scan(register, mark))


def current(document: Document) -> tuple[File, ...]:
    """The files that count: of each format the newest, so that a draft may go when there is a final document."""
    newest: dict[tuple[str, bool], File] = {}
    for making in document.makings:
        for file in making.files:
            newest[file.format, file.annexes] = file
    return tuple(newest.values())


def _state(register: Register, file: File, known: frozenset[str]) -> State:
    found = _print(register, file.path)
    if found == file.sha256:
        return State.UNCHANGED
    if not found:
        return State.MISSING
    return State.OLDER if found in known else State.EDITED


def _scan(register: Register, mark: Mark) -> State:
    found = _print(register, mark.path or "")
    if found == mark.sha256:
        return State.UNCHANGED
    return State.CHANGED if found else State.MISSING


def _print(register: Register, path: str) -> str:
    """The fingerprint of a file; nothing when it is not there or cannot be read."""
    try:
        with (register.root / path).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
