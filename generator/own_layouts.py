"""The school's own layouts: exported, listed and tried. In: a workspace. Out: files, rows, and every fault at once.

A layout is tried by making the samples of ``templates/samples`` with it, in both languages, as DOCX, PDF and web page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.blocks import Document, Meta
from generator.desk import sender_of, write
from generator.errors import Fault, HandslagError, Severity, WrongUsage, did_you_mean
from generator.house_style import look_of
from generator.layout_files import LAYOUTS, PAGE, WORD, layout_files
from generator.look import LIBREOFFICE, SCHOOL_FILE, Look
from generator.package import resource
from generator.parse import parse
from generator.profile import School
from generator.settle import settle
from generator.store import write_new
from generator.word_kinds import DOCUMENTS

LANGUAGES = ("nl", "en")
PDF = "page"
"""What is exported to change the PDF and the web page."""
CHOICES = (*WORD, PDF)
_PRINT = PAGE[:2]
_ENGINE = re.compile(r"^[^#\n]*\bpdf_engine:\s*[\"']?libreoffice\b", re.MULTILINE)
_DAY = date(2027, 6, 17)


@dataclass(frozen=True, slots=True)
class Row:
    """A layout, and whose counts."""

    name: str
    """``letter``; ``page`` for that of PDF and web page."""
    files: tuple[str, ...]
    own: bool


def prints(workspace: Path) -> bool:
    """Whether this workspace needs LibreOffice, as far as can be seen without reading anything well: never raises."""
    try:
        asked = _ENGINE.search((workspace / SCHOOL_FILE).read_text("utf-8", "replace"))
        return asked is not None or any((workspace / DOCUMENTS).glob("*.docx"))
    except OSError:
        return False


def listed(workspace: Path) -> tuple[Row, ...]:
    """Every layout."""
    there = {path.name for path in layout_files(workspace)}
    rows = [Row(name, (f"{name}.docx",), f"{name}.docx" in there) for name in WORD]
    return (*rows, Row(PDF, tuple(name for name in PAGE if name in there) or _PRINT, bool(there & set(PAGE))))


def export(workspace: Path, school: School, name: str) -> Iterator[tuple[Path, bool]]:
    """Copy a layout of ours into the workspace, in the school's look; yields each file with whether it is new.

    Raises WrongUsage for a name that is no layout.
    """
    if name not in CHOICES:
        raise WrongUsage(Fault(f"there is no layout '{name}'", hint=did_you_mean(name, CHOICES)))
    ours = resource("templates") / "layouts"
    for file in _PRINT if name == PDF else (f"{name}.docx",):
        target = workspace / LAYOUTS / file
        yield target, write_new(target, _exported(ours / file, look_of(school, workspace)))


def _exported(file: Path, look: Look) -> bytes:
    if file.suffix != ".docx":
        return file.read_bytes()
    from generator.writers.docx_export import in_style

    return in_style(file.read_bytes(), file.name, look)


def check(workspace: Path, school: School) -> tuple[Fault, ...]:
    """Everything that is wrong with the school's own layouts and its look, and what is worth knowing."""
    try:
        look = look_of(school, workspace)
    except HandslagError as error:
        return error.faults
    found = [fault for name in _to_try(look) for fault in _tried(name, school, look)]
    return tuple(dict.fromkeys((*found, *_remarks(look), *_staying(look))))


def _to_try(look: Look) -> tuple[str, ...]:
    """The layouts that something of the school's own has a hand in."""
    page = any(look.own(name) is not None for name in PAGE)
    return WORD if page else tuple(name for name in WORD if look.own(f"{name}.docx") is not None)


def _tried(name: str, school: School, look: Look) -> Iterator[Fault]:
    """What goes wrong with a sample on this layout, in every language and format."""
    for language in LANGUAGES:
        document = sample(name, school, look, language)
        for format_ in ("docx", "pdf", "html"):
            try:
                write(document, format_)
            except HandslagError as error:
                yield from error.faults


def sample(name: str, school: School, look: Look, language: str) -> Document:
    """A small document on a layout, with everything that it may contain."""
    meta = Meta(
        title="Voorbeeld",
        kind="sample",
        kind_name="Voorbeeld",
        text_version="1.0.0",
        language=language,
        reference="VB-2027-0001",
        day=_DAY,
        draft=True,
        sender=sender_of(school, language),
        look=look,
        layout=name,
    )
    return settle(parse((resource("templates") / "samples" / f"{name}.md").read_text("utf-8"), meta))


def _remarks(look: Look) -> Iterator[Fault]:
    """A layout that has no say in the PDF, where one might think it has."""
    word = [f"{name}.docx" for name in WORD if look.own(f"{name}.docx") is not None]
    page = [name for name in PAGE[:2] if look.own(name) is not None]
    if look.engine != LIBREOFFICE and word and not page:
        problem = "makes the DOCX; the PDF is not made from it"
        hint = "to print the PDF from the Word file: house_style.pdf_engine: libreoffice; or: handslag layout export page"
        yield from (Fault(problem, file=f"{LAYOUTS}/{name}", hint=hint, severity=Severity.HINT) for name in word)
    if look.engine == LIBREOFFICE and page:
        problem, hint = "has no say in the PDF: LibreOffice prints the Word file", "it still makes the web page (--format html)"
        yield from (Fault(problem, file=f"{LAYOUTS}/{name}", hint=hint, severity=Severity.HINT) for name in page)


def _staying(look: Look) -> Iterator[Fault]:
    """Fonts that cannot go along in a Word file: who opens it elsewhere may see another."""
    from generator.writers.fonts import house

    try:
        faces = house(look)
    except HandslagError:  # -- told already --
        return
    hint = "its maker forbids it, or it is no TTF; the PDF has it all the same"
    for family in sorted({face.family for face in faces if not face.embeddable}):
        problem = f"the font '{family}' cannot go along in a Word file: on a computer without it, Word shows another"
        yield Fault(problem, file=SCHOOL_FILE, path="house_style.font_files", hint=hint, severity=Severity.HINT)
