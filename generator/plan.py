"""Planning: which documents a job asks for. In: a job. Out: a task for each document, or a result that says why there is none.

One partner's fault never stops the next. Nothing is composed yet, so that a long job knows how long it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.errors import BadInput, ExitCode, Fault, Severity, WrongUsage
from generator.job import EVERYTHING, Job, Result
from generator.judge import cannot_make, concerning
from generator.kinds import Kind, broken_kinds
from generator.look import SCHOOL_FILE
from generator.occasions import names_of, occasions
from generator.order import Order
from generator.profile import Profile, School
from generator.setting import findings_for, kinds_of
from generator.workspace import Contents, read


@dataclass(frozen=True, slots=True)
class Task:
    """One document to make, with all that it takes; nothing of it is bound to this process."""

    order: Order
    formats: tuple[str, ...]
    bound: bool
    """Whether it is bound with its annexes."""
    file: str
    """The profile's file, as shown to the reader."""
    told: tuple[Fault, ...]
    """The faults of the profile that are about it."""
    school_told: tuple[Fault, ...]

    @property
    def result(self) -> Result:
        """What there is to tell before anything is made."""
        order = self.order
        return Result(partner=order.partner.id, kind=order.kind.id, occasion=str(order.occasion.name), language=order.language)


@dataclass(frozen=True, slots=True)
class _Known:
    """What was read of one partner, and the faults that were found on the way."""

    school: School
    partner: Profile
    file: str
    told: tuple[Fault, ...]
    school_told: tuple[Fault, ...]


def plan(job: Job, contents: Contents | None = None) -> Iterator[Task | Result]:
    """Everything the job asks for, partner by partner; of the job's own partners, or of those that were read already.

    A partner whose profile cannot be used gives a result. Raises WrongUsage for an unknown kind, partner or occasion, BadInput
    when the school cannot be read.
    """
    wanted = _kinds(job)
    contents = contents or read(job.workspace, job.partners, findings_for(job))
    if contents.school is None:
        raise BadInput(*contents.faults)
    usable = {partner.id: partner for partner in contents.partners}
    school = _of(contents, SCHOOL_FILE)
    if school:
        yield Result(school)
    if job.kind == EVERYTHING and (broken := broken_kinds(job.workspace.text_roots)):
        yield Result(broken, exit_code=ExitCode.BAD_INPUT)
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
    if job.kind == EVERYTHING and job.occasions:
        raise WrongUsage(Fault("--occasion is for one kind of document", hint="name the kind: handslag draft invitation …"))
    wanted = kinds_of(job)
    if job.annexes and not any(kind.about.binds for kind in wanted):
        raise WrongUsage(Fault(f"{job.kind} has no annexes", hint="leave --annexes out"))
    return wanted


def _of(contents: Contents, file: str) -> tuple[Fault, ...]:
    """The faults of one file."""
    return tuple(fault for fault in contents.faults if fault.file == file)


def _partner(job: Job, wanted: tuple[Kind, ...], known: _Known) -> Iterator[Task | Result]:
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
                yield _task(job, replace(order, occasion=occasion, day=day), known)
        except BadInput as error:
            yield _left_out(job, order, error, known)


def _task(job: Job, order: Order, known: _Known) -> Task:
    """The task; hints on the profile itself are for ``check``."""
    told = tuple(fault for fault in concerning(order, known.told) if fault.rule or fault.severity is not Severity.HINT)
    about = order.kind.about
    school_told = concerning(order, known.school_told)
    return Task(order, job.formats or about.formats, job.annexes and about.binds, known.file, told, school_told)


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
