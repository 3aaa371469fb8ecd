"""The bar of a batch: how far, how fast, how long still; on a terminal only."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.processes import Running, command


def command_on(terminal: str, *words: str) -> None:
    """Handslag with its error output on a terminal."""
    os.dup2(os.open(terminal, os.O_RDWR | os.O_NOCTTY), 2)
    command(*words)


def on_a_terminal(*words: str) -> str:
    """What a batch writes on a terminal besides its result."""
    master, slave = os.openpty()
    asked = ("batch", "thank-you-letter", "--date", "2027-12-07", "--format", "txt", *words)
    code, said = Running(command_on, os.ttyname(slave), *asked, TERM="xterm", COLUMNS="100").end()
    assert code == 0, said
    assert said or "--quiet" in words
    os.close(slave)
    os.set_blocking(master, False)
    try:
        return os.read(master, 100_000).decode()
    except (BlockingIOError, OSError):
        return ""
    finally:
        os.close(master)


@pytest.mark.parametrize("quiet", [False, True])
def test_on_a_terminal_it_tells_how_far_it_is_unless_quiet_is_asked(three: Path, quiet: bool) -> None:
    shown = on_a_terminal("-w", str(three), *(["--quiet"] if quiet else []))
    assert (shown == "") if quiet else ("4/4" in shown and " a second" in shown)
