"""Commands for what to do next: advise, catalogue, add. In: words. Out: advice, examples, an activity in a profile."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from generator.commands.keeping import in_language, today_option
from generator.commands.options import complete_partners, json_option, open_workspace, this_day, workspace_option
from generator.commands.printing import COLOURS, tell
from generator.errors import ExitCode, Fault, Severity, WrongUsage


@click.command()
@click.argument("partners", nargs=-1, metavar="[PARTNER]...", shell_complete=complete_partners)
@click.option("--all", "everyone", is_flag=True, help="On every partner, and on the network; the same as naming nobody.")
@today_option
@in_language
@click.option(
    "--min", "least", type=click.Choice([str(each) for each in Severity]), default="hint", help="The least that is told."
)
@workspace_option
@json_option
def advise(
    partners: tuple[str, ...],
    everyone: bool,
    day: date | None,
    language: str,
    least: str,
    workspace: Path | None,
    as_json: bool,
) -> None:
    """Give the advice of experienced colleagues.

    What works and what does not, what the law asks, what to do now: on all partners, or on each PARTNER named by id. Each piece
    has its rule, why, and what to do. A rule that you do not follow can be accepted in the profile, with your reason:
    accepted: {DO-08a: "..."}.
    """
    from generator import advise_told
    from generator.advise import advise as look

    if partners and everyone:
        raise WrongUsage(Fault("--all and names exclude each other", hint="choose one"))
    found = look(open_workspace(workspace), partners, day or this_day(), language)
    if as_json:
        click.echo(advise_told.as_json(found, Severity(least)))
    else:
        for severity, line in advise_told.as_lines(found, Severity(least), language):
            click.echo(_coloured(severity, line))
        tell(fault for fault in found.others if fault.severity is Severity.ERROR)
    sys.exit(ExitCode.BAD_INPUT if found.errors else ExitCode.DONE)


def _coloured(severity: Severity | None, line: str) -> str:
    """The line, with its first words in the colour of their severity."""
    if severity is None:
        return line
    head, colon, rest = line.partition(":")
    return click.style(head, fg=COLOURS[severity], bold=True) + colon + rest
