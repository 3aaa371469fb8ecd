"""A command's work: many documents, one after the other. In: a job as the command line gives it. Out: a result a file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

from generator.inputs import Inputs
from generator.job import Job, Result
from generator.keep import Keeper
from generator.make import PRINTED, prints
from generator.plan import Task, plan
from generator.register import open_register


def run(job: Job) -> Iterator[Result]:
    """Make everything the job asks for, partner by partner.

    Yields a result a file; what cannot be made yields one without a path. Raises WrongUsage for an unknown kind, partner or
    occasion, BadInput when the school cannot be read or the register cannot be used.
    """
    keeper: Keeper | None = None
    with ExitStack() as open_:
        for some in _together(plan(job)):
            if isinstance(some, Result):
                yield some
                continue
            keeper = keeper or _keeper(job, some[0], open_)
            for results in keeper.done_all(some):
                yield from results


def _together(planned: Iterator[Task | Result]) -> Iterator[list[Task] | Result]:
    """Documents that are made together: those that stand next to each other and are printed by LibreOffice; others alone."""
    waiting: list[Task] = []
    for one in planned:
        waits = isinstance(one, Task) and prints(one)
        if waiting and (not waits or len(waiting) == PRINTED):
            yield waiting
            waiting = []
        if isinstance(one, Result):
            yield one
        elif waits:
            waiting.append(one)
        else:
            yield [one]
    if waiting:
        yield waiting


def _keeper(job: Job, task: Task, open_: ExitStack) -> Keeper:
    """Who keeps the job's documents: the register is opened when there is something to keep."""
    order = task.order
    register = open_.enter_context(open_register(order.workspace, order.school))
    return Keeper(job, register, Inputs(order.roots, order.school, order.workspace))
