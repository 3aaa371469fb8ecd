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
FEW = 3
"""So many warnings of advice are told with a document."""
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
    if fault.what_to_do:
        click.echo(f"  hint: {fault.what_to_do}", err=to_error)


def few(faults: Iterable[Fault]) -> tuple[list[Fault], str]:
    """What is told of a document: all but the lighter advice, of which a few warnings stay; and how many more there are.

    What is accepted, and would bar it, is always told. Tips are for ``advise``.
    """
    listed = list(faults)
    advice = [fault for fault in listed if fault.rule and fault.severity is not Severity.ERROR]
    warnings = [fault for fault in advice if fault.severity is Severity.WARNING]
    kept = [fault for fault in warnings if fault.accepted] + [fault for fault in warnings if not fault.accepted][:FEW]
    left = len(warnings) - len(kept)
    more = f"{left} warning{'' if left == 1 else 's'}" if left else ""
    return [fault for fault in listed if fault in kept or fault not in advice], more


def show_result(result: Result) -> None:
    """One made document: its path, what is worth knowing of it, and what is wrong."""
    from generator.report import remarks

    if result.path:
        click.echo(str(result.path))
    for line in remarks(result):
        click.echo(line, err=True)
    shown, more = few(result.faults)
    tell(shown)
    if more:
        click.echo(f"  more advice ({more}): handslag advise {result.partner}", err=True)
