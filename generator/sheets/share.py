"""Work on many rows, shared out among processes. In: what to do, and with what. Out: the results, in order.

The workers are forked, so that they have everything already; only results travel.
"""

from __future__ import annotations

import gc
import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
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
    if len(tasks) < FEW or "fork" not in multiprocessing.get_all_start_methods():
        return map(work, tasks)
    _here = work, tasks
    gc.freeze()  # what is shared stays shared: a look for garbage would write to all of it
    executor = processes(cores(), lambda: None)
    chunks = range(0, len(tasks), CHUNK)
    return chain.from_iterable(done for _, done in in_order(_chunk, chunks, executor, cores()))


def _chunk(first: int) -> list[Any]:
    """The results of some tasks, of which the worker got the first one's number."""
    work, tasks = _here
    return [work(task) for task in tasks[first : first + CHUNK]]
