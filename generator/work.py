"""A command's work: many orders, one after the other. In: a job as the command line gives it. Out: a result for each file made.

One partner's fault never stops the next; every result carries the faults that concern it.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from generator.blocks import Blank, Document
from generator.desk import Order, blanks, can_make, compose, finished, name_of, write
from generator.errors import BadInput, ExitCode, Fault, HandslagError, Severity
from generator.kinds import Kind, kind_named
from generator.look import SCHOOL_FILE
from generator.profile import Profile, School
from generator.store import store
from generator.workspace import Contents, Workspace, read

GARBAGE = 100_000
"""New objects before Python looks for garbage; nearly all of a document's live until it is written."""


@dataclass(frozen=True, slots=True)
class Job:
    """What a command asks for."""

    workspace: Workspace
    kind: str
    partners: tuple[str, ...]
    """Partner ids; empty: everyone."""
    formats: tuple[str, ...]
    language: str | None
    """None: each partner's own language."""
    day: date
    final: bool
    out: Path | None
    force: bool


@dataclass(frozen=True, slots=True)
class Result:
    """One file that was made, or (without a path) why it was not."""

    faults: tuple[Fault, ...] = ()
    partner: str = ""
    kind: str = ""
    language: str = ""
    format: str = ""
    path: Path | None = None
    kept: Path | None = None
    """An edited file of the same name that was left as it is."""
    reference: str = ""
    sha256: str = ""
    blanks: tuple[Blank, ...] = ()
    first: bool = False
    """Whether this is the document's first format, so that its blanks are told once."""
    exit_code: ExitCode = ExitCode.DONE
    """How the command should end: not DONE when something that was asked for was not made."""

    def as_json(self) -> dict[str, Any]:
        """What programs are told of a made document."""
        told = {name: getattr(self, name) for name in ("partner", "kind", "language", "format")}
        listed = [{"label": blank.label, "path": blank.path} for blank in self.blanks]
        return told | {"path": str(self.path), "reference": self.reference, "sha256": self.sha256, "blanks": listed}


def run(job: Job) -> Iterator[Result]:
    """Make everything the job asks for, partner by partner.

    Yields a result a file; a partner whose profile cannot be used yields one without a path. Raises WrongUsage for an
    unknown kind or partner, BadInput when the school cannot be read.
    """
    gc.set_threshold(GARBAGE)
    kind = kind_named(job.kind, job.workspace.text_roots)
    contents = read(job.workspace, job.partners)
    if contents.school is None:
        raise BadInput(*contents.faults)
    usable = {partner.id: partner for partner in contents.partners}
    school = _of(contents, SCHOOL_FILE)
    if school:
        yield Result(school)
    for id_, file in contents.files.items():
        told = _of(contents, file)
        if id_ in usable:
            yield from _partner(job, kind, contents.school, usable[id_], file, told, school)
        else:
            yield Result(told, partner=id_, kind=kind.id, exit_code=ExitCode.BAD_INPUT)
    if not contents.files:
        hint = "handslag init shows what one looks like"
        raise BadInput(Fault("there are no partners yet", file=f"{job.workspace.root}/partners", hint=hint))


def _of(contents: Contents, file: str) -> tuple[Fault, ...]:
    """The faults of one file."""
    return tuple(fault for fault in contents.faults if fault.file == file)


def _partner(
    job: Job, kind: Kind, school: School, partner: Profile, file: str, told: tuple[Fault, ...], school_told: tuple[Fault, ...]
) -> Iterator[Result]:
    """Every format of one partner's document; a final one asks that the school's own file is right too."""
    language = job.language or (partner.language if partner.language in kind.about.languages else kind.about.languages[0])
    order = Order(kind, school, partner, language, job.day, job.final, job.workspace.text_roots, job.workspace.root)
    blank = Result(partner=partner.id, kind=kind.id, language=language)
    try:
        if cannot := can_make(order):
            raise BadInput(*(fault.at(file=file) for fault in cannot))
        document = compose(order)
        if job.final:
            finished(document, file, (*school_told, *told))
        told = tuple(fault for fault in told if fault.severity is not Severity.HINT)
        # -- all formats before any is stored: a new Word file beside an old PDF would be two contracts --
        written = [(format_, write(document, format_)) for format_ in job.formats]
        for number, (format_, data) in enumerate(written):
            yield _made(job, order, document, format_, data, told if number == 0 else (), number == 0)
    except HandslagError as error:
        yield _refusal(blank, error, told)


def _refusal(blank: Result, error: HandslagError, told: tuple[Fault, ...]) -> Result:
    return replace(blank, faults=tuple(dict.fromkeys((*error.faults, *told))), exit_code=error.exit_code)


def _made(
    job: Job, order: Order, document: Document, format_: str, data: bytes, told: tuple[Fault, ...], first: bool
) -> Result:
    """Store one format."""
    stored = store(job.out or job.workspace.output, name_of(order, document, format_), data, job.force)
    return Result(
        told,
        order.partner.id,
        order.kind.id,
        order.language,
        format_,
        stored.path,
        stored.kept,
        document.meta.reference,
        stored.sha256,
        blanks(document),
        first,
    )
