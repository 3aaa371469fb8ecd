"""Workers: everything is made, once, in order, wherever it is made."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from generator.errors import OurFault
from generator.workers import AHEAD, FEW, beside, in_order, processes


def slow_square(number: int) -> int:
    time.sleep(0.02 * (number % 3 == 0))
    return number * number


def die_at_three(number: int) -> int:
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


@pytest.mark.parametrize("workers", [1, 2, 5])
def test_results_come_in_the_order_of_the_tasks(workers: int) -> None:
    executor = ThreadPoolExecutor(workers) if workers > 1 else None
    assert list(in_order(slow_square, range(50), executor, workers)) == [(n, n * n) for n in range(50)]


@pytest.mark.parametrize("bundle", [2, 7, 64])
def test_tasks_that_travel_together_come_in_order_too(bundle: int) -> None:
    with ThreadPoolExecutor(2) as executor:
        assert list(in_order(slow_square, range(20), executor, 2, bundle)) == [(n, n * n) for n in range(20)]


def test_no_more_than_a_window_is_under_way() -> None:
    asked: list[int] = []

    def tasks() -> Iterator[int]:
        for number in range(1000):
            asked.append(number)
            yield number

    with ThreadPoolExecutor(2) as executor:
        done = in_order(slow_square, tasks(), executor, 2)
        for _ in range(10):
            next(done)
        assert len(asked) <= 10 + 2 * AHEAD
        done.close()  # type: ignore[attr-defined]


def test_a_worker_that_dies_is_told_and_what_came_before_is_done() -> None:
    executor = processes(2, lambda: None)
    assert executor is not None
    done: list[tuple[int, int]] = []
    with executor, pytest.raises(OurFault, match="a worker process died"):
        done.extend(in_order(die_at_three, range(200), executor, 2))
    assert done == [(n, n) for n in range(len(done))]
    assert len(done) <= 3


def test_no_worker_is_no_process() -> None:
    assert processes(0, lambda: None) is None


def test_many_tasks_are_done_beside_each_other_and_told_in_order() -> None:
    offset, parent = 1000, os.getpid()  # -- a function of this place does not travel, and need not --
    done = beside(lambda number: (offset + number, os.getpid()), range(2 * FEW), workers=2)
    assert [result for result, _ in done] == [offset + number for number in range(2 * FEW)]
    assert parent not in {process for _, process in done}


def test_few_tasks_are_done_here() -> None:
    assert set(beside(lambda _: os.getpid(), range(FEW), workers=2)) == {os.getpid()}


def test_a_process_that_dies_beside_is_told() -> None:
    with pytest.raises(OurFault, match="a worker process died"):
        beside(die_at_three, range(2 * FEW), workers=2)
