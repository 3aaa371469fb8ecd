"""What the tests of the register share: documents to make, said in few words."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

from generator.register.marks import Event, Marked, mark, take_back
from generator.register.models import Status
from generator.register.references import Entry, Which
from generator.register.register import Fingerprints, Finished, Made, Register, Work

DAY, HAPPENED, TODAY = date(2027, 6, 17), date(2027, 6, 20), date(2027, 7, 1)


def agreement(partner: str = "roc-noorderlee", year: int = 2027, language: str = "nl") -> Which:
    """A document that is made once for a partner."""
    return Which("cooperation-agreement", partner, "", language, year)


def letter(partner: str = "roc-noorderlee", year: int = 2027, occasion: str = "na_stage") -> Which:
    """A letter that the profile dates."""
    return Which("thank-you-letter", partner, occasion, "nl", year, dated=True)


def work(draft: bool = True, input: str = "1", day: date = DAY) -> Work:
    """How a document was made."""
    return Work("ROC Noorderlee", day, draft, "1.0.0 (2026-11-23)", "agreement", "0.1.0", fingerprint(input))


def fingerprint(text: str) -> str:
    """SHA-256 of a text."""
    return hashlib.sha256(text.encode()).hexdigest()


def finished(register: Register, entry: Entry, *names: str, text: str = "1", draft: bool = True) -> Finished:
    """A document with files of this text, that is about to be stored in ``made/``."""
    files = (register.root / "made" / name for name in names or ("a.docx",))
    made = (Made(file.suffix[1:], False, file, fingerprint(text), len(text)) for file in files)
    return Finished(entry, work(draft, text), tuple(made))


def make(register: Register, which: Which, *names: str, text: str = "1", draft: bool = True, new: bool = False) -> Entry:
    """Promise, record and store, as handslag does."""
    entry = register.promise(which, new_version=new)
    done = finished(register, entry, *names, text=text, draft=draft)
    register.record(done)
    for made in done.files:
        made.path.parent.mkdir(exist_ok=True)
        made.path.write_text(text, encoding="utf-8")
    return entry


def record(register: Register, entry: Entry, *names: str, text: str = "1") -> Fingerprints:
    """Record a document that is not stored."""
    (known,) = register.record(finished(register, entry, *names, text=text))
    return known


def marked(register: Register, reference: str, status: str, scan: Path | None = None, day: date = HAPPENED) -> Marked:
    """Mark a document on a fixed day."""
    return mark(register, reference, Event(Status(status), day, TODAY, scan), register.root / "made")


def unmarked(register: Register, reference: str, status: str) -> Marked:
    """Take a mark back."""
    return take_back(register, reference, Status(status))


def file(root: Path, name: str, text: str = "scan") -> Path:
    """A file of the user's own."""
    path = root / name
    path.write_text(text, encoding="utf-8")
    return path
