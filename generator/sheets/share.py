"""Work on many rows, shared out among processes. In: what to do, and with what. Out: the results, in order.

The workers are forked, so that they have everything already; only results travel.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from generator.workers import cores, in_order, processes

T = TypeVar("T")
R = TypeVar("R")
FEW = 1_000
"""So many are done quicker by one process."""
CHUNK = 100

_here: tuple[Callable[[Any], Any], Sequence[Any]] = (lambda each: each, ())
"""What forked workers find: what to do, and with what."""


def shared_out(work: Callable[[T], R], tasks: Sequence[T]) -> Iterator[R]:
    """The result of each task, in order."""
    global _here
    if len(tasks) < FEW or cores() < 2 or "fork" not in multiprocessing.get_all_start_methods():
        yield from map(work, tasks)
        return
    _here = work, tasks
    executor = processes(cores() if cores() > 1 else 0, lambda: None)
    assert executor is not None
    with executor:
        for _, results in in_order(_chunk, range(0, len(tasks), CHUNK), executor, cores()):
            yield from results


def _chunk(first: int) -> list[Any]:
    """The results of some tasks, of which the worker got the first one's number."""
    work, tasks = _here
    return [work(task) for task in tasks[first : first + CHUNK]]
