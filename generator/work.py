"""A command's work: many orders, one after the other. In: a job as the command line gives it. Out: a result for each file made.

One partner's fault never stops the next; every result carries the faults that concern it.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from generator.bind import bound
from generator.blocks import Blank, Document
from generator.desk import compose, name_of, write
from generator.errors import BadInput, ExitCode, Fault, HandslagError, Severity, WrongUsage
from generator.judge import cannot_make, concerning, finished, judged, lengths_of
from generator.kinds import Kind, kind_named, kinds
from generator.look import SCHOOL_FILE
from generator.occasions import names_of, occasions
from generator.order import Order
from generator.profile import Profile, School
from generator.store import store
from generator.tree import blanks
from generator.workspace import Contents, Workspace, read

GARBAGE = 100_000
"""New objects before Python looks for garbage; nearly all of a document's live until it is written."""
EVERYTHING = "all"
"""The kind that means every kind."""


@dataclass(frozen=True, slots=True)
class Job:
    """What a command asks for."""

    workspace: Workspace
    kind: str
    """A kind's id, or ``all``."""
    partners: tuple[str, ...]
    """Partner ids; empty: everyone."""
    formats: tuple[str, ...]
    """Empty: each kind's own."""
    language: str | None
    """None: each partner's own language."""
    day: date | None
    """None: the date that the profile gives the document, else today."""
    today: date
    final: bool
    out: Path | None
    force: bool
    occasions: tuple[str, ...] = ()
    """Names of occasions; empty: all that the profile has."""
    annexes: bool = False
    """Whether an agreement is bound with its annexes."""


@dataclass(frozen=True, slots=True)
class Result:
    """One file that was made, or (without a path) why it was not."""

    faults: tuple[Fault, ...] = ()
    partner: str = ""
    kind: str = ""
    occasion: str = ""
    language: str = ""
    format: str = ""
    path: Path | None = None
    kept: Path | None = None
    """An edited file of the same name that was left as it is."""
    reference: str = ""
    sha256: str = ""
    blanks: tuple[Blank, ...] = ()
    lengths: Mapping[str, Mapping[str, int]] | None = None
    """Words and characters of the passages whose length matters."""
    first: bool = False
    """Whether this is the document's first format, so that its blanks are told once."""
    exit_code: ExitCode = ExitCode.DONE
    """How the command should end: not DONE when something that was asked for was not made."""

    def as_json(self) -> dict[str, Any]:
        """What programs are told of a made document."""
        told = {name: getattr(self, name) for name in ("partner", "kind", "occasion", "language", "format")}
        listed = [{"label": blank.label, "path": blank.path} for blank in self.blanks]
        told |= {"path": str(self.path), "reference": self.reference, "sha256": self.sha256, "blanks": listed}
        return told | ({"lengths": self.lengths} if self.lengths else {})


@dataclass(frozen=True, slots=True)
class _Known:
    """What was read of one partner, and the faults that were found on the way."""

    school: School
    partner: Profile
    file: str
    told: tuple[Fault, ...]
    school_told: tuple[Fault, ...]


def run(job: Job) -> Iterator[Result]:
    """Make everything the job asks for, partner by partner.

    Yields a result a file; a partner whose profile cannot be used yields one without a path. Raises WrongUsage for an
    unknown kind, partner or occasion, BadInput when the school cannot be read.
    """
    gc.set_threshold(GARBAGE)
    wanted = _kinds(job)
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
            yield from _partner(job, wanted, _Known(contents.school, usable[id_], file, told, school))
        else:
            yield Result(told, partner=id_, kind=job.kind, exit_code=ExitCode.BAD_INPUT)
    if not contents.files:
        hint = "handslag init shows what one looks like"
        raise BadInput(Fault("there are no partners yet", file=f"{job.workspace.root}/partners", hint=hint))


def _kinds(job: Job) -> tuple[Kind, ...]:
    """The kinds that are asked for. Raises WrongUsage for options that they do not have."""
    roots = job.workspace.text_roots
    if job.kind == EVERYTHING and job.occasions:
        raise WrongUsage(Fault("--occasion is for one kind of document", hint="name the kind: handslag draft invitation …"))
    wanted = tuple(kinds(roots).values()) if job.kind == EVERYTHING else (kind_named(job.kind, roots),)
    if job.annexes and not any(kind.about.binds for kind in wanted):
        raise WrongUsage(Fault(f"{job.kind} has no annexes", hint="leave --annexes out"))
    return wanted


def _of(contents: Contents, file: str) -> tuple[Fault, ...]:
    """The faults of one file."""
    return tuple(fault for fault in contents.faults if fault.file == file)


def _partner(job: Job, wanted: tuple[Kind, ...], known: _Known) -> Iterator[Result]:
    """Every document of one partner; asked for everything, what cannot be made is told and is no failure."""
    for kind in wanted:
        order = _order(job, kind, known)
        try:
            if faults := cannot_make(order):
                raise BadInput(*faults)
            found = occasions(kind, job.occasions, order.ask)
            if not found:
                raise BadInput(_nothing(order))
            for occasion in found:
                day = job.day or occasion.day or job.today
                yield from _document(job, replace(order, occasion=occasion, day=day), known)
        except BadInput as error:
            yield _left_out(job, order, error, known)


def _order(job: Job, kind: Kind, known: _Known) -> Order:
    about, partner = kind.about, known.partner
    language = job.language or (partner.language if partner.language in about.languages else about.languages[0])
    roots, root = job.workspace.text_roots, job.workspace.root
    return Order(kind, known.school, partner, language, job.day or job.today, job.final, roots, root)


def _nothing(order: Order) -> Fault:
    """The profile has no occasion for this kind."""
    about, name = order.kind.about.occasions, f"{order.kind.id} for {order.partner.id}"
    names = names_of(order.kind)
    told = (about and about.without) or "the profile has none"
    hint = f"add it to the profile, or name one: --occasion {'|'.join(names)}" if names else ""
    return Fault(f"{name}: {told}", path=about.from_ if about else "", hint=hint)


def _left_out(job: Job, order: Order, error: BadInput, known: _Known) -> Result:
    blank = Result(partner=order.partner.id, kind=order.kind.id, language=order.language)
    faults = tuple(fault.at(file=fault.file or known.file) for fault in error.faults)
    if job.kind != EVERYTHING:
        return replace(blank, faults=tuple(dict.fromkeys((*faults, *known.told))), exit_code=error.exit_code)
    hints = (replace(fault, problem=f"left out: {fault.problem}", severity=Severity.HINT) for fault in faults)
    return replace(blank, faults=tuple(hints))


def _document(job: Job, order: Order, known: _Known) -> Iterator[Result]:
    """Every format of one document; a final one asks that the school's own file is right too."""
    blank = Result(partner=order.partner.id, kind=order.kind.id, occasion=str(order.occasion.name), language=order.language)
    told = tuple(fault for fault in concerning(order, known.told) if fault.severity is not Severity.HINT)  # for `check`
    try:
        document = compose(order)
        told += tuple(fault.at(file=fault.file or known.file) for fault in judged(order, document))
        if job.annexes and order.kind.about.binds:
            document, more = bound(order, document)
            told += tuple(fault.at(file=fault.file or known.file) for fault in more)
        if job.final:
            finished(document, known.file, (*concerning(order, known.school_told), *told))
        made = replace(
            blank,
            reference=document.meta.reference,
            blanks=blanks(document),
            lengths=lengths_of(order.kind.about, document) or None,
        )
        yield from _made(job, order, document, made, told)
    except HandslagError as error:
        yield replace(blank, faults=tuple(dict.fromkeys((*error.faults, *told))), exit_code=error.exit_code)


def _made(job: Job, order: Order, document: Document, blank: Result, told: tuple[Fault, ...]) -> Iterator[Result]:
    """All formats are written before any is stored: a new Word file beside an old PDF would be two contracts."""
    written = [(format_, write(document, format_)) for format_ in job.formats or order.kind.about.formats]
    together = {"nl": "met-bijlagen", "en": "with-annexes"}[order.language] if job.annexes and order.kind.about.binds else ""
    for number, (format_, data) in enumerate(written):
        name = name_of(order, document, format_, together)
        stored = store(job.out or job.workspace.output, name, data, job.force)
        made = replace(blank, format=format_, path=stored.path, kept=stored.kept, sha256=stored.sha256, first=number == 0)
        yield replace(made, faults=told) if number == 0 else made
