"""A command's work: many documents, one after the other. In: a job as the command line gives it. Out: a result a file."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from dataclasses import replace

from generator.job import Job, Result
from generator.make import Made, make
from generator.plan import Task, plan
from generator.store import store

GARBAGE = 100_000
"""New objects before Python looks for garbage; nearly all of a document's live until it is written."""


def run(job: Job) -> Iterator[Result]:
    """Make everything the job asks for, partner by partner.

    Yields a result a file; what cannot be made yields one without a path. Raises WrongUsage for an unknown kind, partner or
    occasion, BadInput when the school cannot be read.
    """
    gc.set_threshold(GARBAGE)
    for one in plan(job):
        if isinstance(one, Result):
            yield one
        else:
            yield from kept(job, one, make(one))


def kept(job: Job, task: Task, made: Made) -> Iterator[Result]:
    """Store what was made: a result a file, the first with all there is to tell."""
    result = replace(task.result, reference=made.reference, blanks=made.blanks, lengths=made.lengths, exit_code=made.exit_code)
    if not made.files:
        yield replace(result, faults=made.faults)
    for number, file in enumerate(made.files):
        stored = store(job.out or job.workspace.output, file.name, file.data, job.force)
        done = replace(result, format=file.format, path=stored.path, kept=stored.kept, sha256=stored.sha256)
        yield replace(done, first=True, faults=made.faults) if number == 0 else done
