"""A command's work: many documents, one after the other. In: a job as the command line gives it. Out: a result a file."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import ExitStack

from generator.inputs import Inputs
from generator.job import Job, Result
from generator.keep import Keeper
from generator.plan import Task, plan
from generator.register import open_register

GARBAGE = 100_000
"""New objects before Python looks for garbage; nearly all of a document's live until it is written."""


def run(job: Job) -> Iterator[Result]:
    """Make everything the job asks for, partner by partner.

    Yields a result a file; what cannot be made yields one without a path. Raises WrongUsage for an unknown kind, partner or
    occasion, BadInput when the school cannot be read or the register cannot be used.
    """
    gc.set_threshold(GARBAGE)
    keeper: Keeper | None = None
    with ExitStack() as open_:
        for one in plan(job):
            if isinstance(one, Result):
                yield one
                continue
            keeper = keeper or _keeper(job, one, open_)
            yield from keeper.done(one)


def _keeper(job: Job, task: Task, open_: ExitStack) -> Keeper:
    """Who keeps the job's documents: the register is opened when there is something to keep."""
    order = task.order
    register = open_.enter_context(open_register(order.workspace, order.school))
    return Keeper(job, register, Inputs(order.roots, order.school, order.workspace))
