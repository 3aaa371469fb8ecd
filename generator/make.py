"""Making: one task to the bytes of one document, in every format. In: a task. Out: bytes and what is to be told.

Touches no output folder, so that it can be done anywhere, by as many as there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.articles import articles, untranslated
from generator.bind import bound
from generator.blocks import Blank, Document
from generator.desk import compose, name_of, paper_of, print_all, write
from generator.errors import ExitCode, Fault, HandslagError
from generator.judge import finished, judged, lengths_of
from generator.plan import Task
from generator.profile.school import PdfEngine
from generator.tree import blanks

if TYPE_CHECKING:
    from generator.writers.office import Paper

TOGETHER = {"nl": "met-bijlagen", "en": "with-annexes"}
"""What the name of a bound file says."""


@dataclass(frozen=True, slots=True)
class File:
    """One format of a document."""

    format: str
    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Made:
    """A document that was made or, without files, why it was not."""

    files: tuple[File, ...] = ()
    faults: tuple[Fault, ...] = ()
    reference: str = ""
    blanks: tuple[Blank, ...] = ()
    lengths: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    exit_code: ExitCode = ExitCode.DONE


@dataclass(frozen=True, slots=True)
class _Begun:
    """A document that is made but for its print."""

    task: Task
    document: Document
    told: tuple[Fault, ...]
    written: dict[str, bytes]
    """Format to bytes."""
    paper: Paper | None
    """What is still to be printed as its PDF."""


PRINTED = 25
"""Documents that LibreOffice prints in one go: starting it takes as long as printing six."""


def make(task: Task) -> Made:
    """The document in all its formats; a fault gives no files, and is told with all others."""
    (made,) = make_all(task)
    return made


def make_all(*tasks: Task) -> list[Made]:
    """The same for several; what LibreOffice prints is printed in one go, since starting it takes longer than printing."""
    begun = [_begun(task) for task in tasks]
    prints = iter(print_all([one.paper for one in begun if isinstance(one, _Begun) and one.paper]))
    return [one if isinstance(one, Made) else _ended(one, next(prints) if one.paper else b"") for one in begun]


def prints(task: Task) -> bool:
    """Whether LibreOffice makes the PDF."""
    order, style = task.order, task.order.school.house_style
    own = order.kind.document_in(order.language) is not None
    return "pdf" in task.formats and (own or (style is not None and style.pdf_engine is PdfEngine.LIBREOFFICE))


def _begun(task: Task) -> _Begun | Made:
    told = list(task.told)
    try:
        document = _document(task, told)
        # -- all formats before any is stored: a new Word file beside an old PDF would be two contracts --
        written = {"docx": write(document, "docx")} if "docx" in task.formats else {}
        paper = paper_of(document, written.get("docx")) if "pdf" in task.formats else None
        others = [format_ for format_ in task.formats if format_ != "docx" and not (format_ == "pdf" and paper)]
        return _Begun(task, document, tuple(told), written | {name: write(document, name) for name in others}, paper)
    except HandslagError as error:
        return _failed(task, error, told)


def _ended(begun: _Begun, pdf: bytes | HandslagError) -> Made:
    task, document = begun.task, begun.document
    if isinstance(pdf, HandslagError):
        return _failed(task, pdf, begun.told)
    together = TOGETHER[task.order.language] if task.bound else ""
    written = begun.written | ({"pdf": pdf} if begun.paper else {})
    files = tuple(File(name, name_of(task.order, document, name, together), written[name]) for name in task.formats)
    lengths = lengths_of(task.order.kind.about, document)
    return Made(files, begun.told, document.meta.reference, blanks(document), lengths)


def _failed(task: Task, error: HandslagError, told: Iterable[Fault]) -> Made:
    # -- a fault with a field and no file is about the profile --
    found = (fault.at(file=fault.file or task.file) if fault.path else fault for fault in error.faults)
    return Made(faults=tuple(dict.fromkeys((*found, *told))), exit_code=error.exit_code)


def _document(task: Task, told: list[Fault]) -> Document:
    """The document, bound if asked; what is found on the way is added to ``told``. Raises HandslagError when it may not be."""
    order = task.order
    document = compose(order)
    found = (*judged(order, document), *untranslated(order, articles(order)))
    if task.bound:
        document, more = bound(order, document)
        found += more
    told += [fault.at(file=fault.file or task.file) for fault in found]
    if order.final:
        finished(document, task.file, (*task.school_told, *told))
    return document
