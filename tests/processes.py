"""Processes of their own, for what goes on at once or is stopped half-way. In: an act, its words. Out: what it said, its end.

Each is forked from a server that has imported handslag once, which is a second less for each; and so a moment to stop one falls
into its work, and not into its imports.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TextIO

Word = str | Path | int
FORKED = get_context("forkserver")
IMPORTED = [
    *("pytest", "generator.make", "generator.amend", "generator.register.verify", "generator.report", "generator.writers.text"),
    *("alembic.command", "sqlalchemy.dialects.sqlite", "babel.dates", "babel.numbers", "holidays.countries"),
]
"""What most of them would import; whatever else they want they import themselves."""
FORKED.set_forkserver_preload(IMPORTED)


def command(*words: str) -> None:
    """Handslag, as a terminal runs it."""
    from cli import main

    main(list(words), prog_name="handslag")


class Running:
    """An act in a process of its own, from its beginning to its end."""

    def __init__(self, act: Callable[..., object], *words: Word, **environment: str) -> None:
        said, say = FORKED.Pipe(duplex=False)
        asked = (say, act, words, {**os.environ, **environment})
        self._process = FORKED.Process(target=_done, args=asked)
        self._process.start()
        say.close()
        self._said = os.fdopen(os.dup(said.fileno()), encoding="utf-8")
        said.close()

    def line(self) -> str:
        """The next line that it says, on either output; it is waited for."""
        return self._said.readline().rstrip("\n")

    def stop(self, sign: signal.Signals = signal.SIGKILL) -> tuple[int, str]:
        """Send it a signal, and wait for its end."""
        assert self._process.pid is not None
        os.kill(self._process.pid, sign)
        return self.end()

    def end(self) -> tuple[int, str]:
        """Its exit code, negative for a signal, and everything more that it says until then."""
        with self._said:
            said = self._said.read()
        self._process.join(120)
        code = self._process.exitcode
        assert code is not None, f"it does not end: {said}"
        self._process.close()
        return code, said


def _done(say: Connection, act: Callable[..., object], words: Sequence[Word], environment: dict[str, str]) -> None:
    os.environ.clear()
    os.environ.update(environment)
    signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever runs the tests in the background ignores it
    sys.stdout, sys.stderr = _to(say, 1), _to(say, 2)
    say.close()
    act(*words)


def _to(say: Connection, number: int) -> TextIO:
    os.dup2(say.fileno(), number)
    return open(number, "w", encoding="utf-8", closefd=False)
