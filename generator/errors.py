"""Every fault handslag tells its reader about. In: what is wrong, where, and what to do. Out: one line of text, an exit code.

This room imports nothing of ours. A function that can find several faults returns or raises them all at once, as a tuple of
:class:`Fault`; only the command line prints them.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum


class Severity(StrEnum):
    """How much a fault weighs: an error bars a final document, a warning and a hint bar nothing."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


class ExitCode(IntEnum):
    """What the program tells the shell."""

    DONE = 0
    BAD_INPUT = 1
    WRONG_USAGE = 2
    OUR_FAULT = 3


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong, in the reader's terms."""

    problem: str
    """What is wrong, with what was given: ``'1234567' has 7 digits; a KVK number has 8``."""
    file: str = ""
    """The file as its owner knows it, relative to the workspace: ``partners/van-t-veld.yaml``."""
    line: int | None = None
    """Line in the file, from 1."""
    column: int | None = None
    """Column in the line, from 1."""
    path: str = ""
    """Dotted path of the field: ``finance.lines.0.vat``."""
    hint: str = ""
    """What to do about it."""
    severity: Severity = Severity.ERROR
    rule: str = ""
    """The rule that found it, as ``handslag advise`` names it: ``L-01``."""
    accepted: str = ""
    """Why its owner accepts it: it weighs less then, and stays in sight."""

    @property
    def what_to_do(self) -> str:
        """The hint, with the name of the rule behind it: ``let it be shown (rule L-01)``."""
        return " ".join(part for part in (self.hint, self.rule and f"(rule {self.rule})") if part)

    def __str__(self) -> str:
        """``partners/x.yaml:14: partner.ids.kvk: '1234567' has 7 digits``."""
        place = self.file if self.line is None or not self.file else f"{self.file}:{self.line}"
        problem = f"{self.problem} (accepted: {self.accepted})" if self.accepted else self.problem
        return ": ".join(part for part in (place, self.path, problem) if part)

    def at(self, **place: str | int | None) -> Fault:
        """The same fault with a place filled in: ``fault.at(file="school.yaml", line=3)``."""
        return replace(self, **place)  # type: ignore[arg-type]


class HandslagError(Exception):
    """The base of all that is raised on purpose: carries every fault found, and knows its exit code."""

    exit_code = ExitCode.BAD_INPUT

    def __init__(self, *faults: Fault | str) -> None:
        self.faults: tuple[Fault, ...] = tuple(Fault(f) if isinstance(f, str) else f for f in faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))

    def __reduce__(self) -> tuple[type[HandslagError], tuple[Fault, ...]]:
        """So that it arrives whole from another process."""
        return type(self), self.faults


class BadInput(HandslagError):
    """A profile, a spreadsheet or an option's value is wrong."""


class BadText(HandslagError):
    """A text or a layout is wrong: an unknown name, Markdown that a document may not contain, a missing style."""


class WrongUsage(HandslagError):
    """The command was given wrongly: an unknown kind or partner, options that exclude each other."""

    exit_code = ExitCode.WRONG_USAGE


class OurFault(HandslagError):
    """handslag itself failed: a written document that does not read back as it should."""

    exit_code = ExitCode.OUR_FAULT


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """A hint for a misspelt word: ``did you mean 'kvk'?``, or the choices when none is near (``choose from: a, b``)."""
    known = sorted(set(choices))
    near = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    if near:
        return f"did you mean '{near[0]}'?"
    return f"choose from: {', '.join(known)}" if known else ""
