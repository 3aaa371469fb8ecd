"""Commands of the register: what was made, and what became of it. In: words. Out: what is printed."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path

import click

from generator.commands.group import Desk
from generator.commands.options import (
    complete_kinds,
    complete_partners,
    complete_references,
    day_of,
    json_option,
    open_register_of,
    open_workspace,
    this_day,
    workspace_option,
)
from generator.commands.printing import tell
from generator.errors import ExitCode, Fault, WrongUsage


@click.group(cls=Desk, invoke_without_command=True)
@click.option(
    "--partner", "partners", multiple=True, metavar="ID", shell_complete=complete_partners, help="Only of this partner."
)
@click.option("--kind", "kinds_", multiple=True, metavar="KIND", shell_complete=complete_kinds, help="Only of this kind.")
@click.option("--csv", "as_csv", is_flag=True, help="Print a spreadsheet, as Excel opens it by itself.")
@workspace_option
@json_option
@click.pass_context
def register(
    ctx: click.Context, partners: tuple[str, ...], kinds_: tuple[str, ...], as_csv: bool, workspace: Path | None, as_json: bool
) -> None:
    """List the documents that were made.

    Each with its reference, and whether it was sent, signed or withdrawn. All that is known of one: register show REF.
    """
    ctx.obj = workspace
    if ctx.invoked_subcommand:
        return
    if as_csv and as_json:
        raise WrongUsage(Fault("--json and --csv exclude each other", hint="choose one"))
    from generator.register import finding, told

    with open_register_of(ctx) as opened:
        documents = finding.documents(opened, partners, kinds_)
    if as_csv or as_json:
        click.echo(told.as_csv(documents) if as_csv else told.as_json(documents), nl=as_json)
        return
    for line in told.as_lines(documents):
        click.echo(line)
    if not documents:
        click.echo("nothing was made yet", err=True)


@register.command()
@click.argument("reference", metavar="REF", shell_complete=complete_references)
@workspace_option
@json_option
@click.pass_context
def show(ctx: click.Context, reference: str, workspace: Path | None, as_json: bool) -> None:
    """Show all that is known of a document.

    How and when it was made, what happened to it, and whether its files are as they were made.
    """
    from generator.register import finding, told
    from generator.register.verify import verify as hold

    with open_register_of(ctx, workspace) as opened:
        found = finding.document(opened, reference)
        files = list(hold(opened, [found]))
    lines = [json.dumps(told.whole(found), indent=2, ensure_ascii=False)] if as_json else told.shown(found, files)
    for line in lines:
        click.echo(line)


@register.command()
@workspace_option
@json_option
@click.pass_context
def verify(ctx: click.Context, workspace: Path | None, as_json: bool) -> None:
    """Hold every file against the register.

    Says which were edited, which are missing, and which scans changed. A file that was edited is no fault; the others are.
    """
    from generator.register import finding, told
    from generator.register.verify import verify as hold

    with open_register_of(ctx, workspace) as opened:
        files = list(hold(opened, finding.documents(opened)))
    faults = told.faults(files)
    tell(() if as_json else faults, to_error=False)
    for line in [told.checked_as_json(files)] if as_json else told.checked_as_lines(files):
        click.echo(line)
    sys.exit(ExitCode.BAD_INPUT if faults else ExitCode.DONE)


@click.command()
@click.argument("reference", metavar="REF", shell_complete=complete_references)
@click.argument("status", type=click.Choice(["sent", "signed", "withdrawn"]))
@click.option("--date", "day", metavar="YYYY-MM-DD", callback=day_of, help="When it happened; default: today.")
@click.option("--file", "scan", type=click.Path(path_type=Path), help="The signed paper as a scan: kept beside the document.")
@click.option("--undo", is_flag=True, help="Take the mark back: it was a mistake.")
@workspace_option
@json_option
@click.pass_context
def mark(
    ctx: click.Context,
    reference: str,
    status: str,
    day: date | None,
    scan: Path | None,
    undo: bool,
    workspace: Path | None,
    as_json: bool,
) -> None:
    """Note that a document was sent, signed or withdrawn.

    REF is its reference. One that was signed or withdrawn is locked: it is not made again, unless with --new-version.
    """
    from generator.register import told
    from generator.register.marks import Event, take_back
    from generator.register.marks import mark as note
    from generator.register.models import Status

    if undo and (day or scan):
        raise WrongUsage(Fault("--undo takes a mark back as it is", hint="leave --date and --file out"))
    today, what = this_day(), Status(status)
    with open_register_of(ctx, workspace) as opened:
        event = Event(what, day or today, today, scan)
        marked = (
            take_back(opened, reference, what) if undo else note(opened, reference, event, open_workspace(workspace).output)
        )
    if as_json:
        click.echo(json.dumps(told.whole(marked.document), indent=2, ensure_ascii=False))
        return
    click.echo(f"{marked.document.reference}  {marked.document.kind}  {marked.document.partner}: {marked.document.status}")
    if marked.scan:
        click.echo(str(marked.scan))
    tell(marked.faults)
