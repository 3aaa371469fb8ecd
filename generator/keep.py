"""Keeping: what is made gets its number, is recorded and stored. In: tasks, and what was made of them. Out: a result a
file.

The only way from a task to a file, for one document and for thousands: ``number`` the tasks, make each (anywhere), ``keep``
what was made. The order of things in here is what makes it safe to stop at any moment; ``generator/register/`` says why.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator import __version__
from generator.errors import ExitCode, Fault, Severity
from generator.inputs import Inputs
from generator.job import EVERYTHING, Job, Result
from generator.make import File, Made, make, make_all
from generator.order import Order
from generator.plan import Task
from generator.register.references import Entry, Which
from generator.register.register import Fingerprints, Finished, Register, TakenError, Work
from generator.register.register import Made as Recorded
from generator.register.verify import Checked, State, verify
from generator.store import Stored, fingerprint, make_folder, store


@dataclass(frozen=True, slots=True)
class Numbered:
    """A task whose document has its reference, and its place in the register."""

    task: Task
    entry: Entry


class Keeper:
    """Numbers, records and stores the documents of a job."""

    def __init__(self, job: Job, register: Register, inputs: Inputs) -> None:
        self._job, self._register, self._inputs = job, register, inputs
        self._folder = job.out or job.workspace.output

    def number(self, tasks: Sequence[Task]) -> tuple[Numbered | Result, ...]:
        """The tasks with their references, in their order; a result for each whose document is locked."""
        entries = self._register.promise_all([which(task.order) for task in tasks], self._job.new_version)
        return tuple(self._numbered(task, entry) for task, entry in zip(tasks, entries, strict=True))

    def foresee(self, tasks: Sequence[Task]) -> tuple[Numbered | Result, ...]:
        """The same, and no number is given: for those that were made before, and to say what would be done."""
        entries = self._register.foresee([which(task.order) for task in tasks], self._job.new_version)
        return tuple(self._numbered(task, entry) for task, entry in zip(tasks, entries, strict=True))

    def done_all(self, tasks: Sequence[Task]) -> list[tuple[Result, ...]]:
        """Documents from number to file, made together."""
        numbered = self.number(tasks)
        ready = [one for one in numbered if isinstance(one, Numbered)]
        try:
            kept = iter(self.keep_all(list(zip(ready, make_all(*(one.task for one in ready)), strict=True))))
        except TakenError:
            kept = iter([self.done(one.task) for one in ready])
        return [(one,) if isinstance(one, Result) else next(kept) for one in numbered]

    def done(self, task: Task) -> tuple[Result, ...]:
        """One document from number to file."""
        while True:
            (one,) = self.number([task])
            if isinstance(one, Result):
                return (one,)
            try:
                return self.keep(one, make(one.task))
            except TakenError:  # its number was promised for a day, and that was too short: again, with another one
                continue

    def keep(self, numbered: Numbered, made: Made) -> tuple[Result, ...]:
        """The same as ``keep_all``, for one document."""
        return self.keep_all([(numbered, made)])[0]

    def keep_all(self, several: Sequence[tuple[Numbered, Made]]) -> list[tuple[Result, ...]]:
        """Record documents, in one transaction, and store their files: of each a result a file, the first with all there is to
        tell.

        One that could not be made gives its number back. Raises TakenError when a number is another document's by now (then
        nothing was recorded), BadInput when a document was locked meanwhile or the folder cannot be written.
        """
        unmade = [numbered.entry for numbered, made in several if not made.files]
        if unmade:
            self._register.give_up(*unmade)
        finished = [self._finished(numbered, made) for numbered, made in several if made.files]
        if finished:
            make_folder(self._folder)
        ours = iter(self._register.record(*finished) if finished else ())
        return [self._stored(one, made, next(ours)) if made.files else _unmade(one, made) for one, made in several]

    def _stored(self, numbered: Numbered, made: Made, ours: Fingerprints) -> tuple[Result, ...]:
        """Store the files of a document that was recorded."""
        stored = [self._store(file, ours) for file in made.files]
        places = {self._folder / file.name: one.path for file, one in zip(made.files, stored, strict=True)}
        self._register.moved(numbered.entry, {old: new for old, new in places.items() if old != new})
        result = replace(numbered.task.result, reference=made.reference, blanks=made.blanks, lengths=made.lengths)
        results = [
            replace(result, format=file.format, path=one.path, kept=one.kept, sha256=one.sha256)
            for file, one in zip(made.files, stored, strict=True)
        ]
        return (replace(results[0], first=True, faults=made.faults), *results[1:])

    def _store(self, file: File, ours: Fingerprints) -> Stored:
        """Store a file; what was made of the same document before may be replaced, and nothing else."""

        def known(path: Path) -> frozenset[str]:
            return ours.get(self._register.shown(path), frozenset())

        return store(self._folder, file.name, file.data, known, self._job.force)

    def unchanged(self, numbered: Numbered) -> tuple[Result, ...]:
        """The files of a document that need not be made again: its input is the same, and all its files are there.

        Empty: it must be made. A file that was edited by hand is there, and is left alone.
        """
        task, document = numbered.task, numbered.entry.document
        if document is None or document.last.input != self._inputs.of(task.order):
            return ()
        wanted = {(format_, task.bound) for format_ in task.formats}
        there = [one for one in verify(self._register, [document]) if (one.format, one.annexes) in wanted]
        good = [one for one in there if one.state in (State.UNCHANGED, State.EDITED) and self._is_here(one)]
        if len(good) < len(wanted):
            return ()
        result = replace(task.result, reference=numbered.entry.reference)
        return tuple(
            replace(result, format=one.format, path=self._register.root / one.path, sha256=one.sha256) for one in there
        )

    def _is_here(self, file: Checked) -> bool:
        """Whether a file is in the folder that is asked for."""
        return (self._register.root / file.path).parent == self._folder.resolve()

    def _numbered(self, task: Task, entry: Entry | Fault) -> Numbered | Result:
        if isinstance(entry, Entry):
            return Numbered(replace(task, order=replace(task.order, number=entry.reference, again=entry.again)), entry)
        if self._job.kind == EVERYTHING or not self._job.partners:
            entry = replace(entry, problem=f"left out: {entry.problem}", severity=Severity.HINT)
            return replace(task.result, faults=(entry,))
        return replace(task.result, faults=(entry,), exit_code=ExitCode.BAD_INPUT)

    def _finished(self, numbered: Numbered, made: Made) -> Finished:
        order, bound = numbered.task.order, numbered.task.bound
        work = Work(
            partner_name=order.partner.partner.legal_name,
            day=order.day,
            draft=not order.final,
            text_version=order.kind.text_version,
            layout=order.kind.about.layout,
            program=__version__,
            input=self._inputs.of(order),
        )
        files = (
            Recorded(file.format, bound, self._folder / file.name, fingerprint(file.data), len(file.data))
            for file in made.files
        )
        return Finished(numbered.entry, work, tuple(files))


def _unmade(numbered: Numbered, made: Made) -> tuple[Result, ...]:
    """What is told of a document that could not be made."""
    result = replace(numbered.task.result, blanks=made.blanks, lengths=made.lengths)
    return (replace(result, faults=made.faults, exit_code=made.exit_code),)


def which(order: Order) -> Which:
    """What the order's document is, for the register: its first twin is the same as it was when it had none."""
    occasion = order.occasion
    name = str(occasion.name or occasion.number or "")
    twin = f"-{occasion.twin}" if occasion.twin > 1 else ""
    return Which(order.kind.id, order.partner.id, name + twin, order.language, order.day.year, occasion.day is not None)
