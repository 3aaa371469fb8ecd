"""Batches that are stopped, again and again, in a process of their own. In: how and how often, a seed. Out: what went wrong.

Everything is imported once; each batch is a fork, so that a moment to stop it falls into the work and not into the imports.

    python -m tests.batch.stopping FOLDER SEED kill=10 interrupt=3 full=3 twice=1
"""

from __future__ import annotations

import hashlib
import json
import os
import resource
import shutil
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from random import Random

from benchmarks.partners import town
from cli import main
from tests.batch.office import COMMAND, PARTNERS

FULL = range(8_000, 150_000, 1_000)
"""Bytes that a file may have on a disk that is nearly full."""
PATIENCE = 20.0


def begin(workspace: Path, workers: int = 1, room: int = 0) -> int:
    """Start a batch; gives its process."""
    process = os.fork()
    if process:
        return process
    os.setsid()
    signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever runs the tests in the background ignores it
    with (workspace / "told.txt").open("ab", buffering=0) as file:
        os.dup2(file.fileno(), 1)
        os.dup2(file.fileno(), 2)
        if room:
            resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))
        code = 99
        try:
            main([*COMMAND, "--workers", str(workers), "-w", str(workspace)], prog_name="handslag")
        except SystemExit as end:
            code = int(end.code or 0)
        finally:
            sys.stdout.flush()
            os._exit(code)


def ended(process: int) -> int:
    """Wait for a batch and its workers; gives its exit code, negative for a signal."""
    _, status = os.waitpid(process, 0)
    until = time.monotonic() + PATIENCE
    with suppress(ProcessLookupError):
        while time.monotonic() < until:
            os.killpg(process, 0)
            time.sleep(0.005)
        return 98  # a worker outlives who asked it
    return os.waitstatus_to_exitcode(status)


def made(workspace: Path) -> dict[str, str]:
    """Every file that a reader sees, and its fingerprint."""
    files = (path for path in (workspace / "made").glob("*") if not path.name.startswith("."))
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


class Trial:
    """Batches that should all come to the same as one that nobody stopped."""

    def __init__(self, folder: Path, seed: str) -> None:
        self.folder, self.chance = folder, Random(seed)
        town(folder / "fresh", PARTNERS)
        began = time.monotonic()
        assert ended(begin(self.fresh("whole"))) == 0, self.told(folder / "whole")
        self.seconds = time.monotonic() - began
        self.whole = made(folder / "whole")
        self.cut = 0
        """How many did not come to their end."""

    def fresh(self, name: str) -> Path:
        return Path(shutil.copytree(self.folder / "fresh", self.folder / name))

    def stopped(self, sign: signal.Signals, count: int) -> Iterator[str]:
        """One batch that gets a signal at a random moment."""
        workspace, workers = self.fresh(f"{sign}-{count}"), self.chance.choice((1, 1, 2))
        process = begin(workspace, workers)
        moment = self.chance.uniform(0, self.seconds)
        time.sleep(moment)
        os.kill(process, sign)
        code = ended(process)
        self.cut += code != 0
        expected = (0, 130) if sign is signal.SIGINT else (0, -sign)
        if code not in expected:
            yield f"{count}: after {moment:.3f} s of {self.seconds:.3f}: ended with {code}: {self.told(workspace)}"
        yield from self.goes_on(workspace, count)

    def full(self, count: int) -> Iterator[str]:
        """One batch on a disk that is nearly full."""
        workspace, room = self.fresh(f"full-{count}"), self.chance.choice(FULL)
        code = ended(begin(workspace, 1, room))
        self.cut += code != 0
        if code not in (0, 1) or (code and "error: cannot" not in self.told(workspace)):
            yield f"{count}: with {room} bytes: ended with {code}: {self.told(workspace)}"
        yield from self.goes_on(workspace, count)

    def twice(self, count: int) -> Iterator[str]:
        """Two batches at once."""
        workspace = self.fresh(f"twice-{count}")
        codes = [ended(process) for process in [begin(workspace), begin(workspace, 2)]]
        if codes != [0, 0]:
            yield f"{count}: ended with {codes}: {self.told(workspace)}"
        yield from self.goes_on(workspace, count)

    def goes_on(self, workspace: Path, count: int) -> Iterator[str]:
        """What is there is whole, and the same command makes the rest."""
        if not made(workspace).items() <= self.whole.items():
            yield f"{count}: {sorted(made(workspace).items() - self.whole.items())} is not whole"
        if ended(begin(workspace)) != 0:
            yield f"{count}: does not go on: {self.told(workspace)}"
        if made(workspace) != self.whole:
            yield f"{count}: {sorted(made(workspace).items() ^ self.whole.items())} differ afterwards"
        shutil.rmtree(workspace)

    def told(self, workspace: Path) -> str:
        return (workspace / "told.txt").read_text("utf-8")


def wrong(trial: Trial, how: str, times: int) -> Iterator[str]:
    """What went wrong in so many trials."""
    for count in range(times):
        match how:
            case "kill":
                yield from trial.stopped(signal.SIGKILL, count)
            case "interrupt":
                yield from trial.stopped(signal.SIGINT, count)
            case "full":
                yield from trial.full(count)
            case _:
                yield from trial.twice(count)


if __name__ == "__main__":
    folder, seed, *asked = sys.argv[1:]
    first = town(Path(folder) / "first", 1)
    with suppress(SystemExit):
        main([*COMMAND, "--quiet", "-w", str(first.root)])
    trial = Trial(Path(folder), seed)
    for how, _, times in (each.partition("=") for each in asked):
        trial.cut = 0
        sys.stdout.write(json.dumps({"how": how, "wrong": list(wrong(trial, how, int(times))), "cut": trial.cut}) + "\n")
