"""The bar of a batch: how far, how fast, how long still; on a terminal only."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def on_a_terminal(*words: str) -> str:
    """What a batch writes on a terminal besides its result."""
    master, slave = os.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "100"}
    command = [sys.executable, "cli.py", "batch", "thank-you-letter", "--date", "2027-12-07", "--format", "txt", *words]
    ran = subprocess.run(command, stdout=subprocess.PIPE, stderr=slave, cwd=ROOT, env=environment, check=True)
    os.close(slave)
    os.set_blocking(master, False)
    try:
        shown = os.read(master, 100_000).decode()
    except (BlockingIOError, OSError):
        shown = ""
    finally:
        os.close(master)
    assert ran.stdout or "--quiet" in words
    return shown


@pytest.mark.parametrize("quiet", [False, True])
def test_on_a_terminal_it_tells_how_far_it_is_unless_quiet_is_asked(three: Path, quiet: bool) -> None:
    shown = on_a_terminal("-w", str(three), *(["--quiet"] if quiet else []))
    assert (shown == "") if quiet else ("4/4" in shown and " a second" in shown)
