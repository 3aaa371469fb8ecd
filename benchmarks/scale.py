"""What a letter costs, for the arithmetic of docs/scaling.md. In: a number of letters. Out: docs/scaling.yaml, written anew.

    python -m benchmarks.scale [LETTERS] > docs/scaling.yaml && make docs

On a quiet machine. What making costs is measured by making; what the caller can take, by a real cluster on this machine whose
workers have every letter ready, so that they are never waited for.
"""

from __future__ import annotations

import gc
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import generator.batch
from benchmarks.partners import town
from generator.batch import carry_out, prepare
from generator.job import Job
from generator.make import Made, make
from generator.plan import Task
from generator.workers import GARBAGE
from generator.workspace import read

ROOT = Path(__file__).resolve().parent.parent
DAY = date(2027, 12, 7)
LETTERS = 2_000
FIGURES = """\
# What one thank-you letter costs, as DOCX and PDF, read back and registered. docs/scaling.md is reckoned from this file.
# Measured with {letters} letters, Python {python}, {machine}: python -m benchmarks.scale > docs/scaling.yaml && make docs
make: {make:.4f}  # seconds of one core, to make it
keep: {keep:.4f}  # seconds of the machine that asks: to hand it out, take it back, record and store it
read: {read:.4f}  # seconds of that machine, to read and plan a partner beforehand
planned: {planned:.1f}  # kB of its memory for each partner of a batch
worker: {worker:.0f}  # MB of memory of a worker's process
bytes: {bytes:.0f}  # of a letter's files together
register: {register:.0f}  # bytes of the register's file
"""

_ready: list[Made] = []


def ready(task: Task) -> Made:
    """A letter that costs nothing to make: the first that this worker made, under another name."""
    if not _ready:
        _ready.append(make(task))
    files = tuple(replace(file, name=f"{task.order.partner.id}.{file.format}") for file in _ready[0].files)
    return replace(_ready[0], files=files, reference=task.order.reference)


def main() -> None:
    """Measure, and print the file."""
    gc.set_threshold(GARBAGE)
    letters = int((*sys.argv[1:], str(LETTERS))[0])
    with tempfile.TemporaryDirectory() as folder:
        where = town(Path(folder) / "town", letters)
        job = Job(where, "thank-you-letter", (), (), None, DAY, DAY, False, None, False, ("einde_kalenderjaar",))
        figures = _measured(job, letters, Path(folder))
    machine = f"{os.cpu_count()} cores, {platform.machine()}"
    sys.stdout.write(FIGURES.format(letters=letters, python=platform.python_version(), machine=machine, **figures))


def _measured(job: Job, letters: int, folder: Path) -> dict[str, float]:
    before, began = _memory(), time.perf_counter()
    contents = read(job.workspace)
    batch = prepare(job, contents)
    found = {"read": (time.perf_counter() - began) / letters, "planned": (_memory() - before) / letters / 1000}
    tasks = [done.task for done in batch.planned if done.task]
    make(replace(tasks[0], order=replace(tasks[0].order)))
    began, made = time.process_time(), 0
    for task in tasks[: max(100, letters // 4)]:
        made += sum(len(file.data) for file in make(replace(task, order=replace(task.order))).files)
    number = len(tasks[: max(100, letters // 4)])
    found |= {"make": (time.process_time() - began) / number, "bytes": made / number}
    found["worker"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    with _cluster(folder) as address:
        found["keep"] = _kept(job, address)
    register = sum(file.stat().st_size for file in (job.workspace.root / ".handslag").glob("register.sqlite*"))
    return found | {"register": register / letters}


def _kept(job: Job, address: str) -> float:
    """Seconds for each letter when all come back at once; of the second half, when everything runs."""
    generator.batch.make = ready  # type: ignore[attr-defined]
    moments = [time.perf_counter() for _ in carry_out(prepare(job, read(job.workspace)), scheduler=address)]
    half = len(moments) // 2
    return (moments[-1] - moments[half]) / (len(moments) - half - 1)


@contextmanager
def _cluster(folder: Path) -> Iterator[str]:
    """A scheduler and a worker a core, each a process of its own."""
    address = "tcp://127.0.0.1:8799"
    env = os.environ | {"PYTHONPATH": str(ROOT), "DASK_TEMPORARY_DIRECTORY": str(folder)}
    words = [("scheduler", "--port", "8799"), *[("worker", address, "--nthreads", "1", "--no-nanny")] * (os.cpu_count() or 1)]
    commands = [(sys.executable, "-m", "dask", *each, "--no-dashboard") for each in words]
    running = [subprocess.Popen(command, env=env, cwd=folder, stderr=subprocess.DEVNULL) for command in commands]
    try:
        yield address
    finally:
        for process in running:
            process.terminate()
            process.wait()


def _memory() -> float:
    return float(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) * 1000


if __name__ == "__main__":
    main()
