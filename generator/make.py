"""Making: one task to the bytes of one document, in every format. In: a task. Out: bytes and what is to be told.

Touches no output folder, so that it can be done anywhere, by as many as there are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.articles import articles, untranslated
from generator.bind import bound
from generator.blocks import Blank, Document
from generator.desk import compose, name_of, write
from generator.errors import ExitCode, Fault, HandslagError
from generator.judge import finished, judged, lengths_of
from generator.order import Order
from generator.plan import Task
from generator.tree import blanks

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


def make(task: Task) -> Made:
    """The document in all its formats; a fault gives no files, and is told with all others."""
    told = list(task.told)
    try:
        document = _document(task, told)
        # -- all formats before any is stored: a new Word file beside an old PDF would be two contracts --
        together = TOGETHER[task.order.language] if task.bound else ""
        files = tuple(_file(task.order, document, format_, together) for format_ in task.formats)
    except HandslagError as error:
        # -- a fault with a field and no file is about the profile --
        found = (fault.at(file=fault.file or task.file) if fault.path else fault for fault in error.faults)
        return Made(faults=tuple(dict.fromkeys((*found, *told))), exit_code=error.exit_code)
    lengths = lengths_of(task.order.kind.about, document)
    return Made(files, tuple(told), document.meta.reference, blanks(document), lengths)


def _file(order: Order, document: Document, format_: str, together: str) -> File:
    return File(format_, name_of(order, document, format_, together), write(document, format_))


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
