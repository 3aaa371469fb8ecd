"""A Word document looked at, before it is used. In: a file, a workspace. Out: every remark; a copy with remarks, stored.

What has no fault in its tags is filled in as well, for every partner that there is to try with: what passes can be made.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from generator.desk import compose
from generator.documents.annotate import annotated
from generator.documents.check import check, pages_of
from generator.documents.form import Page, Remark
from generator.documents.opened import opened, trees
from generator.documents.template import TAG
from generator.documents.typefaces import fonts_of
from generator.errors import BadInput, BadText, Fault, Severity
from generator.house_style import look_of
from generator.kinds import Kind, kinds
from generator.look import SCHOOL_FILE, Look
from generator.store import write_file
from generator.vocabulary import sample_orders, vocabulary
from generator.word_kinds import about_document
from generator.workspace import Workspace, read

_LONGEST = 60_000_000


def remarks(file: Path, workspace: Workspace, any_names: bool) -> tuple[Remark, ...]:
    """Everything that is wrong with the document, its form alone if it may use ``any_names``.

    Raises BadInput when the file cannot be read, BadText when it may not be opened.
    """
    data, name = _read(file), file.name
    if any_names:
        return check(data, name, None)
    kind = _kind(file, workspace)
    language = kind.about.languages[0]
    found = check(data, name, vocabulary(kind, workspace, language))
    if any(remark.severity is Severity.ERROR for remark in found):
        return found
    return (*found, *_tried(kind, workspace, language, data, name), *_fonts(data, name, workspace))


def write_copy(file: Path, found: Sequence[Remark], copy: Path, day: date, force: bool) -> None:
    """A copy of the document with the remarks as comments. Raises BadInput when it is there already."""
    write_file(copy, annotated(_read(file), file.name, found, day), force)


def _read(file: Path) -> bytes:
    try:
        if file.stat().st_size > _LONGEST:
            raise BadInput(Fault("is too big to be a Word document that can be filled in", file=str(file)))
        return file.read_bytes()
    except OSError as error:
        raise BadInput(Fault(f"cannot be read: {error.strerror or error}", file=str(file))) from error


def _kind(file: Path, workspace: Workspace) -> Kind:
    """The kind that the file is in this workspace; else one by itself."""
    known = kinds(workspace.text_roots).values()
    there = (kind for kind in known if kind.document and file.resolve() in _files(kind))
    return next(there, None) or Kind("document", about_document(file), file)


def _files(kind: Kind) -> list[Path]:
    return [found.resolve() for language in ("nl", "en") if (found := kind.document_in(language))]


def _tried(kind: Kind, workspace: Workspace, language: str, data: bytes, name: str) -> Iterator[Remark]:
    """What is only seen when it is filled in; the same fault once."""
    pages = pages_of(data, name)
    seen: set[str] = set()
    for order in sample_orders(kind, workspace, language):
        try:
            compose(order)
        except BadText as error:
            for fault in error.faults:
                if fault.problem not in seen:
                    seen.add(fault.problem)
                    yield _placed(f"{fault.problem} (with {order.partner.id})", fault, pages)


def _fonts(data: bytes, name: str, workspace: Workspace) -> Iterator[Remark]:
    """The fonts that a print of the document would not be in; nothing where the house style itself has a fault."""
    from generator.writers.fonts import absent  # -- slow to import, and only used here --

    try:
        school = read(workspace).school if (workspace.root / SCHOOL_FILE).is_file() else None
        missing = absent(fonts_of(trees(opened(data, name), name)), look_of(school, workspace.root) if school else Look())
    except BadInput:
        return
    hint = "install it here, or choose a font in Word that is in house_style of school.yaml"
    for font in missing:
        problem = f"the font '{font}' is not on this machine: in a PDF that is made here, LibreOffice prints another"
        yield Remark(problem, hint, pages_of(data, name)[0], 0, severity=Severity.HINT)


def _placed(problem: str, fault: Fault, pages: Sequence[Page]) -> Remark:
    """The remark at the paragraph whose tags could not be filled in, when they are told."""
    there = ((page, one) for page in pages for one in page.paragraphs if fault.path and fault.path in _tags(one.text))
    page, paragraph = next(there, (pages[0], None))
    return Remark(problem, fault.hint, page, paragraph.index if paragraph else 0, fault.path)


def _tags(text: str) -> str:
    return "".join(TAG.findall(text))
