"""Workers: tasks made beside each other, told in the order in which they were given. In: tasks. Out: each with what was made.

The engine is any ``concurrent.futures.Executor``: processes of this machine, or a cluster's. Workers return bytes; only who
asked stores them. A window of tasks is under way at a time, so that 10,000 letters take no more memory than a hundred.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from functools import partial
from itertools import islice
from multiprocessing.connection import wait
from threading import Thread
from typing import Any, TypeVar

from generator.errors import Fault, OurFault

T = TypeVar("T")
R = TypeVar("R")
GARBAGE = 100_000
"""New objects before Python looks for garbage; nearly all of what a command makes lives until it is written."""
AHEAD = 8
"""Tasks under way for each worker: enough that none waits, few enough that little is held."""

FEW = 100
"""So many tasks are done in less time than it takes to begin with more processes."""
_PART = 100
"""Results that travel together at most."""


def processes(number: int, warm_up: Callable[[], object]) -> Executor | None:
    """So many worker processes, forked warm where the system can; None for 0: this process does it.

    ``warm_up`` is done before they are forked, so that what it imports and compiles is there in each of them. They are there
    when this returns: what is opened afterwards (a database) is not theirs.
    """
    if not number:
        return None
    warm_up()
    gc.freeze()  # else a worker that looks for garbage would copy all that it shares with this process
    method = "fork" if _can_fork() else None
    executor = ProcessPoolExecutor(number, multiprocessing.get_context(method), initializer=_begin)
    executor.submit(int).result()
    return executor


def beside(work: Callable[[T], R], tasks: Sequence[T], workers: int | None = None) -> list[R]:
    """What ``work`` makes of each task, in order, by ``workers`` processes; by one for each core where no number is given.

    They are forked, and so have everything already: only results travel. A few tasks are done here, and so are all where the
    system cannot fork. Raises OurFault when a process died.
    """
    number = workers or cores()
    if len(tasks) <= FEW or number == 1 or not _can_fork():
        return [work(task) for task in tasks]
    size = max(1, min(_PART, len(tasks) // (number * AHEAD)))
    firsts = range(0, len(tasks), size)
    with ProcessPoolExecutor(number, multiprocessing.get_context("fork"), _begin_with, (work, tasks, size)) as executor:
        return [result for _, part in in_order(_part, firsts, executor, number) for result in part]


_HERE: list[tuple[Callable[[Any], Any], Sequence[Any], int]] = []
"""What a process was forked for: what to do, with what, how many at a time."""


def _begin_with(*given: Any) -> None:
    _begin()
    _HERE[:] = [given]


def _part(first: int) -> list[Any]:
    """The results of some tasks, of which the process got the first one's number."""
    work, tasks, size = _HERE[0]
    return [work(task) for task in tasks[first : first + size]]


def _can_fork() -> bool:
    return "fork" in multiprocessing.get_all_start_methods()


def _begin() -> None:
    """A worker leaves Ctrl-C to who asked, and does not outlive that process, however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if parent := multiprocessing.parent_process():
        Thread(target=_follow, args=(parent.sentinel,), daemon=True).start()


def _follow(parent: int) -> None:
    wait([parent])
    os._exit(1)


def cores() -> int:
    """How many workers this machine has room for."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def in_order(
    work: Callable[[T], R], tasks: Iterable[T], executor: Executor | None, workers: int, bundle: int = 1
) -> Iterator[tuple[T, R]]:
    """Each task with its result, in order; without an executor it is done here. ``bundle``: how many travel together.

    Raises OurFault when a worker died: what was told before is done, and the rest can be done again.
    """
    if executor is None:
        yield from ((task, work(task)) for task in tasks)
    else:
        yield from in_bundles(partial(_each, work), tasks, executor, workers, bundle)


def in_bundles(
    work: Callable[..., Sequence[R]], tasks: Iterable[T], executor: Executor | None, workers: int, bundle: int
) -> Iterator[tuple[T, R]]:
    """The same for work that takes several tasks at once, and is quicker so; it gives a result for each."""
    if executor is None:
        for some in _bundles(iter(tasks), bundle):
            yield from zip(some, work(*some), strict=True)
        return
    window: deque[tuple[Sequence[T], Future[Sequence[R]]]] = deque()
    try:
        for some in _bundles(iter(tasks), bundle):
            window.append((some, executor.submit(work, *some)))
            if len(window) >= max(workers, workers * AHEAD // bundle):
                yield from _first(window)
        while window:
            yield from _first(window)
    except BrokenExecutor as error:
        hint = "the same command again makes only what is missing"
        raise OurFault(Fault(f"a worker process died: {error}", hint=hint)) from error
    finally:
        for _, future in window:
            future.cancel()


def _bundles(tasks: Iterator[T], size: int) -> Iterator[Sequence[T]]:
    while some := tuple(islice(tasks, size)):
        yield some


def _each(work: Callable[[T], R], *tasks: T) -> list[R]:
    return [work(task) for task in tasks]


def _first(window: deque[tuple[Sequence[T], Future[Sequence[R]]]]) -> Iterator[tuple[T, R]]:
    tasks, future = window.popleft()
    return zip(tasks, future.result(), strict=True)
