"""Commands of the texts: what a school says in its own words. In: words. Out: texts in the workspace, and what is printed."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.commands.group import Desk
from generator.commands.options import complete_partners, json_option, open_workspace, this_day, workspace_option
from generator.commands.printing import tell
from generator.errors import ExitCode, Severity

_COLOURS = {"old": "red", "new": "green"}


def complete_texts(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[str]:
    """Texts whose name begins so."""
    from generator.errors import HandslagError
    from generator.own.listing import listed

    try:
        names = dict.fromkeys(text.stem for text in listed(open_workspace(ctx.params.get("workspace"))))
    except HandslagError:
        return []
    return [name for name in names if name.startswith(incomplete)]


language_option = click.option(
    "--lang", "language", type=click.Choice(["nl", "en"]), help="Only in this language; default: in each that it has."
)


@click.group("text", cls=Desk)
def texts() -> None:
    """Make the texts your own.

    Copy a text or an article of ours, change it, and it counts instead of ours. Try all texts before you use them.
    """


@texts.command()
@click.argument("name", shell_complete=complete_texts)
@language_option
@workspace_option
def export(name: str, language: str | None, workspace: Path | None) -> None:
    """Copy a text of ours, to change it.

    NAME is a kind of document (thank-you-letter), one of its texts (thank-you-letter/na_stage) or an article
    (clause/contacts). Never overwrites.
    """
    from generator.own.export import export as copy

    for path, new in copy(open_workspace(workspace), name, language):
        click.echo(str(path) if new else f"{path} (was there already, left as it is)")
    click.echo("\nnext: change it in a text editor, then run: handslag text check", err=True)


@texts.command("list")
@workspace_option
@json_option
def list_(workspace: Path | None, as_json: bool) -> None:
    """List the texts: your own, and ours.

    Says which of your own are based on an older version than the one that comes with handslag now.
    """
    from generator.own import told
    from generator.own.listing import listed

    found = listed(open_workspace(workspace))
    for line in [told.as_json(found)] if as_json else told.as_lines(found):
        click.echo(line)


@texts.command()
@click.argument("name", required=False, shell_complete=complete_texts)
@language_option
@click.option("--done", is_flag=True, help="Note that you have taken over what you want of our changes.")
@workspace_option
@json_option
def diff(name: str | None, language: str | None, done: bool, workspace: Path | None, as_json: bool) -> None:
    """Show what you changed in a text, and what handslag changed since.

    Of one text, or of all that are your own.
    """
    from generator.errors import Fault, WrongUsage
    from generator.own import told
    from generator.own.diff import difference
    from generator.own.export import take_over
    from generator.own.listing import State, listed, named

    where = open_workspace(workspace)
    if done:
        if name is None:
            raise WrongUsage(Fault("--done is for one text", hint="name it: handslag text diff clause/contacts --done"))
        for text in take_over(where, name, language):
            click.echo(f"{text.shown}: based on {text.version} from now on")
        return
    meant = named(where, name, language) if name else (text for text in listed(where) if text.state is not State.SAME)
    found = [difference(text) for text in meant if text.own and text.ours]
    if as_json:
        click.echo(told.differences_as_json(found))
        return
    if not found:
        click.echo("here you changed nothing of ours")
    for number, one in enumerate(found):
        for sort, line in (*([("head", "")] if number else []), *told.difference_as_lines(one)):
            click.echo(click.style(line, fg=_COLOURS.get(sort), bold=sort == "head"))


@texts.command()
@click.argument("partners", nargs=-1, metavar="[PARTNER]...", shell_complete=complete_partners)
@click.option("--all", "everyone", is_flag=True, help="For every partner, also those that are filled in alike.")
@click.option("--blanks", is_flag=True, help="Show what stays blank, and for whom.")
@workspace_option
@json_option
def check(partners: tuple[str, ...], everyone: bool, blanks: bool, workspace: Path | None, as_json: bool) -> None:
    """Try all texts: every fault at once.

    Each kind of document, article and occasion, in each language, for partners that differ in what is filled in; or for each
    PARTNER named by id. Nothing is written.
    """
    from generator.own import told
    from generator.own.check import check as tried

    done = tried(open_workspace(workspace), partners, everyone, this_day())
    if as_json:
        click.echo(told.checked_as_json(done))
    else:
        tell((fault for fault in done.faults if blanks or fault.severity is not Severity.HINT), to_error=False)
        click.echo(told.summary(done, blanks))
    bad = any(fault.severity is Severity.ERROR for fault in done.faults)
    sys.exit(ExitCode.BAD_INPUT if bad else ExitCode.DONE)
