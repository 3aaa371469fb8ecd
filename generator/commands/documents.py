"""Commands for Word documents of the school's own, and what they may use. In: words. Out: what is printed, or a Word file."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.commands.group import Desk
from generator.commands.options import complete_kinds, force_option, json_option, this_day, workspace_option
from generator.commands.printing import tell
from generator.errors import ExitCode, Fault, Severity, WrongUsage


@click.group(cls=Desk)
def document() -> None:
    """Work with Word documents of your own.

    A Word file with tags in documents/ of the workspace is a kind of document like the others.
    """


@document.command("check")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--annotate", type=click.Path(dir_okay=False, path_type=Path), help="Write a copy with the remarks as comments.")
@click.option("--any-names", is_flag=True, help="Judge the form alone: tags may use any name and filter.")
@force_option
@workspace_option
@json_option
def check(file: Path, annotate: Path | None, any_names: bool, force: bool, workspace: Path | None, as_json: bool) -> None:
    """Check the tags in a Word document.

    Tells everything that is wrong in FILE (.docx) at once, each with its paragraph or cell and what to do: unknown names and
    filters, tags that are not whole, loops that are not closed, rows and paragraphs that a tag would take away.
    """
    from generator.documents import looked_at, told
    from generator.workspace import nearest_workspace

    if annotate and annotate.resolve() == file.resolve():
        raise WrongUsage(Fault("--annotate writes a copy, and this is the document itself", hint="give the copy another name"))
    remarks = looked_at.remarks(file, nearest_workspace(workspace), any_names)
    faults = [remark.fault(str(file)) for remark in remarks]
    if annotate:
        looked_at.write_copy(file, remarks, annotate, this_day(), force)
    if as_json:
        click.echo(told.as_json(remarks, faults, annotate))
    else:
        tell(faults, to_error=False)
        click.echo(told.summary(file, remarks))
        if annotate:
            click.echo(str(annotate))
    bad = any(remark.severity is Severity.ERROR for remark in remarks)
    sys.exit(ExitCode.BAD_INPUT if bad else ExitCode.DONE)


@click.command()
@click.argument("kind", required=False, shell_complete=complete_kinds)
@click.option("--lang", "language", type=click.Choice(["nl", "en"]), default="nl", help="Of the explanations; default: nl.")
@click.option(
    "--docx", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Write a Word file to paste from."
)
@force_option
@workspace_option
@json_option
def fields(kind: str | None, language: str, docx: Path | None, force: bool, workspace: Path | None, as_json: bool) -> None:
    """List what a text or a Word document may use.

    Every name with what it is, and an example from the workspace. With a KIND, its occasion too.
    """
    from generator import fields_run, fields_told
    from generator.workspace import nearest_workspace

    where = nearest_workspace(workspace)
    rows = fields_run.rows(kind, where, language)
    if docx:
        fields_run.write_paper(docx, rows, language, where, this_day(), force)
        click.echo(str(docx))
        return
    for line in [fields_told.as_json(rows)] if as_json else fields_told.as_lines(rows):
        click.echo(line)
