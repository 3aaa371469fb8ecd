"""Commands for what to do next: advise, catalogue, add. In: words. Out: advice, examples, an activity in a profile."""

from __future__ import annotations

import sys
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands.group import Desk
from generator.commands.keeping import in_language, today_option
from generator.commands.options import complete_partners, json_option, open_workspace, this_day, workspace_option
from generator.commands.printing import COLOURS, tell
from generator.errors import ExitCode, Fault, Severity, WrongUsage, did_you_mean

if TYPE_CHECKING:
    from generator.asked import Asked


def complete_types(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[str]:
    """Types of activity whose name begins so."""
    from generator.profile.activity import ActivityType

    return [str(type_) for type_ in ActivityType if type_.startswith(incomplete)]


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


@click.command()
@click.argument("type_", metavar="[TYPE]", required=False, shell_complete=complete_types)
@click.option("--for", "kind", metavar="KIND", help="Only what suits a mbo_college, company, municipality, …")
@in_language
@workspace_option
@json_option
def catalogue(type_: str | None, kind: str | None, language: str, workspace: Path | None, as_json: bool) -> None:
    """Show what a school and a partner can do together.

    Examples from practice, small first steps first. Of one TYPE: which partners it suits, what you need to know, which articles
    it brings into an agreement, and what others learned.
    """
    from generator import catalogue_told
    from generator.adding import entry_named
    from generator.catalogue import catalogue as known
    from generator.workspace import nearest_workspace

    where = nearest_workspace(workspace)
    entries = dict([entry_named(where, type_)]) if type_ else known(where.text_roots).activities
    found = catalogue_told.suiting(entries, _kind(kind))
    if as_json:
        click.echo(catalogue_told.as_json(found, where.text_roots, language))
    elif type_ and found:
        for each, entry in found.items():
            click.echo("\n".join(catalogue_told.entry_as_lines(each, entry, where.text_roots, language)))
    else:
        click.echo("\n".join(catalogue_told.as_lines(found, language)))


def _kind(name: str | None) -> str | None:
    """A kind of partner by its name. Raises WrongUsage with the nearest for one that there is not."""
    from generator.profile.party import Kind

    if name is not None and name not in tuple(Kind):
        raise WrongUsage(Fault(f"'{name}' is not a kind of partner", hint=did_you_mean(name, tuple(Kind))))
    return name


@click.group(cls=Desk)
def add() -> None:
    """Add something to a partner's profile."""


@add.command()
@click.argument("partner", shell_complete=complete_partners)
@click.argument("type_", metavar="TYPE", shell_complete=complete_types)
@click.option(
    "--set", "settings", multiple=True, metavar="FIELD=VALUE", help="An answer beforehand: schedule.dates=2027-03-01."
)
@click.option("--dry-run", is_flag=True, help="Show what would be written, and write nothing.")
@in_language
@workspace_option
def activity(partner: str, type_: str, settings: tuple[str, ...], dry_run: bool, language: str, workspace: Path | None) -> None:
    """Add an activity from the catalogue.

    Asks what an activity of this TYPE needs, shows what will be written, and writes it into the profile of PARTNER, which keeps
    its comments and order. What is not known yet can be left open. Without a terminal nothing is asked: see --set.
    """
    from generator.adding import adding, shown
    from generator.amend import amend
    from generator.asked import ask_all
    from generator.workspace import one_partner

    where = open_workspace(workspace)
    new = adding(where, one_partner(where, partner), type_, settings, language)
    tell(new.remarks)
    answers = ask_all(new.type, new.fields, new.given, partial(_ask, language)) if sys.stdin.isatty() else dict(new.given)
    data = new.data(answers)
    click.echo(shown(data))
    if dry_run or (sys.stdin.isatty() and not _agreed(language)):
        click.echo(NOTHING[language], err=True)
        return
    changed = amend(where, partner, lambda profile: [new.edit(data, profile)])
    tell(changed.faults)
    if left := new.open(answers):
        click.echo(f"{LEFT[language]}: {', '.join(f'{field.label} ({field.path})' for field in left)}", err=True)


def _ask(language: str, field: Asked, problem: str) -> str:
    """Ask for a field; what was wrong with the last answer comes first."""
    if problem:
        click.echo(click.style(problem, fg="red"), err=True)
    choices = f" [{', '.join(field.choices)}]" if field.choices else ""
    several = f" ({SEVERAL[language]})" if field.is_list else ""
    answer: str = click.prompt(f"{field.label}{choices}{several}", default="", show_default=False, err=True)
    return answer


def _agreed(language: str) -> bool:
    """Whether the reader says yes, in Dutch or English; Enter is yes."""
    from generator.asked import YES

    question, yes = CONFIRM[language]
    answer: str = click.prompt(question, default=yes, show_default=False, err=True)
    return answer.strip().lower() in YES


CONFIRM = {"nl": ("In het profiel zetten? [J/n]", "j"), "en": ("Write it into the profile? [Y/n]", "y")}
NOTHING = {"nl": "er is niets geschreven", "en": "nothing was written"}
LEFT = {"nl": "nog in te vullen", "en": "still to fill in"}
SEVERAL = {"nl": "meer met komma’s ertussen", "en": "several with commas"}
