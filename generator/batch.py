"""A batch: one kind of document for many partners. In: a job and the partners that were read. Out: what becomes of each.

Everything is planned before anything is made, so that all faults are known first, and what is there already is passed over.
Then documents get their numbers by the chunk, are made by workers, and are recorded and stored here: stopped at any moment,
the same command goes on.

A chunk is a stretch of the plan and is finished before the next gets its numbers. So a number that is given up goes to the same
document whenever a batch was stopped, and however many workers it has.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from generator.inputs import Inputs
from generator.job import Job, Result
from generator.keep import Keeper, Numbered
from generator.make import PRINTED, Made, make, make_all, prints
from generator.order import Order
from generator.plan import Task, plan
from generator.register import open_register
from generator.register.database import ELSEWHERE, FILE
from generator.register.register import Register, TakenError
from generator.store import sweep
from generator.workers import cores, in_bundles, in_order, processes
from generator.workspace import Contents

if TYPE_CHECKING:
    from generator.cluster import Cluster

T = TypeVar("T")
CHUNK = 256
"""Documents that get their numbers in one transaction."""
TOGETHER = 16
"""Documents that are recorded in one transaction; so many are made again, at most, after a stop."""
BUNDLE = 4
"""Documents that travel to a worker together, and share what they are sent with."""
STRETCH = 4
"""Chunks after which workers are forked anew: what the libraries below keep of every document (some 30 kB) goes with them."""
FEW = 16
"""So many documents are made quicker by this process alone, unless workers are asked for."""


class State(StrEnum):
    """What became of a document."""

    MADE = "made"
    TO_MAKE = "to make"
    UNCHANGED = "unchanged"
    """It is there, and what it is made from is the same."""
    LEFT_OUT = "left out"
    """It was signed or withdrawn; or, where everything is asked for, the profile has nothing for it."""
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a document."""

    state: State
    results: tuple[Result, ...]
    """A result a file, or one that says why there is none."""
    task: Task | None = None
    """None when it could not even be planned."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What a batch is going to do."""

    job: Job
    remarks: tuple[Result, ...]
    """What is told of the school."""
    hopeless: tuple[Done, ...]
    """Documents that cannot be made."""
    planned: deque[Done]
    """All others, in order, each with what is known of it: to make, or no need to."""

    @property
    def to_make(self) -> int:
        """How many documents have to be made."""
        return sum(done.state is State.TO_MAKE for done in self.planned)


def prepare(job: Job, contents: Contents, limit: int | None = None, unread: Sequence[Result] = ()) -> Batch:
    """Plan a batch, of the first ``limit`` documents if so asked; writes nothing. ``unread`` is told with what cannot be made.

    Raises WrongUsage for an unknown kind or occasion, BadInput when the school or the register cannot be read.
    """
    found = tuple(plan(job, contents))
    told = [*unread, *(one for one in found if isinstance(one, Result))]
    hopeless = tuple(_ended((one,), None) for one in told if one.partner)
    tasks = [one for one in found if isinstance(one, Task)][:limit]
    return Batch(job, tuple(one for one in told if not one.partner), hopeless, deque(_looked_up(job, tasks)))


def carry_out(batch: Batch, workers: int | None = None, scheduler: str = "") -> Iterator[Done]:
    """Make what is to be made, by workers of this machine or of a scheduler's; everything that was planned is told in order,
    and let go of.

    Raises BadInput when the disk is full, the folder cannot be written, the register or the scheduler cannot be used.
    """
    pending = [done.task for done in batch.planned if done.task and done.state is State.TO_MAKE]
    if not pending:
        while batch.planned:
            yield batch.planned.popleft()
        return
    number = min(workers or (cores() if len(pending) > FEW else 1), len(pending))
    if number == 1 and len(pending) <= CHUNK * STRETCH:
        number = 0  # no worker: this process does not grow so much that it matters
    first = pending[0]
    del pending
    sweep(batch.job.out or batch.job.workspace.output)
    chunks = _chunks(batch.planned)
    with ExitStack() as open_:
        elsewhere = open_.enter_context(_cluster(scheduler, first.order)) if scheduler else None
        while batch.planned:
            yield from _stretch(batch.job, first, number, islice(chunks, STRETCH), elsewhere)


def _cluster(scheduler: str, order: Order) -> AbstractContextManager[Cluster]:
    """Workers on other machines; what speaks to them is imported only here, and need not be installed."""
    from generator.cluster import cluster

    return cluster(scheduler, order)


def _stretch(job: Job, first: Task, number: int, chunks: Iterable[list[Done]], elsewhere: Cluster | None) -> Iterator[Done]:
    """Some chunks, with workers of their own; the register is opened after they are forked, since it is not theirs."""
    with ExitStack() as open_:
        executor: Executor | None = elsewhere
        if elsewhere:
            number = elsewhere.workers
        elif executor := processes(number, lambda: make(replace(first, order=replace(first.order)))):
            open_.enter_context(executor)
        register = open_.enter_context(open_register(first.order.workspace, first.order.school))
        keeper = _keeper(job, first, register)
        for chunk in chunks:
            numbered = _numbered(keeper, chunk)
            tasks = [one.task for one in numbered.values() if isinstance(one, Numbered)]
            yield from _kept(keeper, chunk, numbered, _made(tasks, executor, number))


def _made(tasks: Sequence[Task], executor: Executor | None, number: int) -> Iterator[tuple[Task, Made]]:
    """Each task with what was made, in order; those that LibreOffice prints are made together."""
    if not any(map(prints, tasks)):
        yield from in_order(make, tasks, executor, number, BUNDLE)
        return
    size = max(1, min(PRINTED, -(-len(tasks) // max(1, number))))
    yield from in_bundles(make_all, tasks, executor, number, size)


# --- before anything is made -------------------------------------------------------------------------------------------------


def _looked_up(job: Job, tasks: Sequence[Task]) -> Iterator[Done]:
    """Each document with what the register knows of it."""
    if not tasks:
        return
    order = tasks[0].order
    with open_register(order.workspace, order.school, _readable(job)) as register:
        keeper, waiting = _keeper(job, tasks[0], register), deque(tasks)
        for chunk in _chunks(waiting):
            for task, one in zip(chunk, keeper.foresee(chunk), strict=True):
                yield _known(keeper, task, one)


def _readable(job: Job) -> Mapping[str, str]:
    """Where the register is; an empty one in memory when there is none, for looking makes none."""
    is_there = ELSEWHERE in os.environ or (job.workspace.root / FILE).is_file()
    return os.environ if is_there else {ELSEWHERE: "sqlite://"}


def _known(keeper: Keeper, task: Task, one: Numbered | Result) -> Done:
    if isinstance(one, Result):
        return _ended((one,), task)
    files = keeper.unchanged(one)
    return Done(State.UNCHANGED, files, task) if files else Done(State.TO_MAKE, (task.result,), task)


def _ended(results: tuple[Result, ...], task: Task | None) -> Done:
    """What became of a document, by its results."""
    if results[0].path:
        return Done(State.MADE, results, task)
    return Done(State.FAILED if any(result.exit_code for result in results) else State.LEFT_OUT, results, task)


# --- when it is made ---------------------------------------------------------------------------------------------------------


def _keeper(job: Job, task: Task, register: Register) -> Keeper:
    order = task.order
    return Keeper(job, register, Inputs(order.roots, order.school, order.workspace))


def _chunks(waiting: deque[T]) -> Iterator[list[T]]:
    """Stretches of what waits, which is let go of."""
    while waiting:
        yield [waiting.popleft() for _ in range(min(CHUNK, len(waiting)))]


def _numbered(keeper: Keeper, chunk: Sequence[Done]) -> dict[int, Numbered | Result]:
    """What is to be made of a chunk, by its place in it, with the references: all in one transaction."""
    places = {place: done.task for place, done in enumerate(chunk) if done.task and done.state is State.TO_MAKE}
    return dict(zip(places, keeper.number(tuple(places.values())), strict=True)) if places else {}


def _kept(
    keeper: Keeper, chunk: Sequence[Done], numbered: Mapping[int, Numbered | Result], made: Iterator[tuple[Task, Made]]
) -> Iterator[Done]:
    """Each document of a chunk: kept as they come from the workers, some at a time."""
    for start in range(0, len(chunk), TOGETHER):
        places = range(start, min(start + TOGETHER, len(chunk)))
        ready = [(one, next(made)[1]) for place in places if isinstance(one := numbered.get(place), Numbered)]
        kept = iter(_keep(keeper, ready))
        for place in places:
            yield _become(chunk[place], numbered.get(place), kept)


def _become(done: Done, one: Numbered | Result | None, kept: Iterator[tuple[Result, ...]]) -> Done:
    """What became of a document: as it was known, or what the register said of its number, or the next that was kept."""
    if one is None:
        return done
    return _ended((one,), done.task) if isinstance(one, Result) else _ended(next(kept), one.task)


def _keep(keeper: Keeper, ready: Sequence[tuple[Numbered, Made]]) -> list[tuple[Result, ...]]:
    """Record and store documents; one whose number was taken meanwhile is made anew, here."""
    try:
        return keeper.keep_all(ready)
    except TakenError:
        return [_keep_one(keeper, numbered, made) for numbered, made in ready]


def _keep_one(keeper: Keeper, numbered: Numbered, made: Made) -> tuple[Result, ...]:
    try:
        return keeper.keep(numbered, made)
    except TakenError:
        return keeper.done(numbered.task)
