"""A cluster on this machine, as an operator starts one: a scheduler and workers, each a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 30.0


class Site:
    """A scheduler and its workers; ``disk`` is what the workers cannot reach, ``scratch`` is theirs."""

    def __init__(self, disk: Path, scratch: Path, failures: int = 3) -> None:
        self._disk, self.scratch = disk, scratch
        self._failures = failures
        self.workers: list[subprocess.Popen[bytes]] = []
        place = scratch / "scheduler.json"
        self.scheduler = self._start("scheduler", "--port", "0", "--scheduler-file", str(place))
        until(lambda: place.exists() and bool(place.read_text("utf-8").strip()))
        self.address = str(json.loads(place.read_text("utf-8"))["address"])

    def grow(self, number: int, program: Path = ROOT) -> None:
        """Start workers until there are so many, from this program."""
        self.workers = [worker for worker in self.workers if worker.poll() is None]
        for _ in range(len(self.workers), number):
            words = ("--no-nanny", "--nthreads", "1", "--preload", str(ROOT / "tests/cluster/elsewhere.py"))
            self.workers.append(self._start("worker", self.address, *words, program=program))

    def close(self) -> None:
        """End all of it."""
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait()

    def _start(self, kind: str, *words: str, program: Path = ROOT) -> subprocess.Popen[bytes]:
        own = {"PYTHONPATH": str(program), "HANDSLAG_NOT_HERE": str(self._disk), "DASK_TEMPORARY_DIRECTORY": str(self.scratch)}
        own["DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES"] = str(self._failures)
        command = (sys.executable, "-m", "dask", kind, "--host", "127.0.0.1", "--no-dashboard", *words)
        with (self.scratch / "log.txt").open("ab") as log:
            return subprocess.Popen(command, env=os.environ | own, cwd=self.scratch, stdout=log, stderr=log)


def until(holds: Callable[[], bool]) -> None:
    """Wait until something holds."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, "it never came to be"
        time.sleep(0.02)
