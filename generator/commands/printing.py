"""What is printed of faults and results. In: both. Out: lines on the terminal, or JSON for programs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from generator.errors import Fault, Severity

if TYPE_CHECKING:
    from generator.job import Result

AS_JSON = "handslag.json"
"""Where a run remembers that JSON is asked for."""
COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.HINT: "cyan"}


def tell(faults: Iterable[Fault], as_json: bool = False, to_error: bool = True) -> None:
    """Every fault: place, problem and, after it, the hint. As JSON on standard output when asked."""
    if as_json:
        from generator.report import as_json as told

        click.echo(told([], faults))
        return
    for fault in faults:
        say(fault, to_error)


def say(fault: Fault, to_error: bool = True) -> None:
    """One fault, and its hint."""
    click.echo(click.style(f"{fault.severity}: ", fg=COLOURS[fault.severity], bold=True) + str(fault), err=to_error)
    if fault.hint:
        click.echo(f"  hint: {fault.hint}", err=to_error)


def show_result(result: Result) -> None:
    """One made document: its path, what is worth knowing of it, and what is wrong."""
    from generator.report import remarks

    if result.path:
        click.echo(str(result.path))
    for line in remarks(result):
        click.echo(line, err=True)
    for fault in result.faults:
        say(fault)
