"""Commands for spreadsheets: import and export. In: words. Out: profiles or a spreadsheet, and what is printed."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.commands.options import (
    force_option,
    headings_option,
    json_option,
    open_workspace,
    workspace_option,
)
from generator.commands.printing import tell
from generator.errors import ExitCode, Severity


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--sheet", metavar="NAME", help="The sheet to read; default: the one that lists partners.")
@click.option("--dry-run", is_flag=True, help="Say what would change, and write nothing.")
@click.option("--template", is_flag=True, help="Write an empty spreadsheet to FILE instead, to fill in.")
@headings_option
@force_option
@workspace_option
@json_option
def import_(
    file: Path,
    sheet: str | None,
    dry_run: bool,
    template: bool,
    language: str,
    force: bool,
    workspace: Path | None,
    as_json: bool,
) -> None:
    """Read partners from a spreadsheet.

    Makes a profile of each new partner in FILE (.xlsx, .ods or .csv), updates those that are there, and says what changes.
    Good rows go in; bad rows are listed, and marked in a copy of the file.
    """
    from generator.sheets import run, told

    if template:
        run.write_template(file, language, force)
        click.echo(str(file))
        return
    imported, marked = run.import_file(open_workspace(workspace), file, sheet, dry_run)
    if as_json:
        click.echo(told.as_json(imported, marked))
    else:
        click.echo("\n".join(told.lines(imported, dry_run)))
        tell(told.few(imported.faults))
        if marked:
            click.echo(f"the cells with errors are marked in {marked}", err=True)
    sys.exit(imported.exit_code)


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@headings_option
@force_option
@workspace_option
def export(file: Path, language: str, force: bool, workspace: Path | None) -> None:
    """Write all partners into a spreadsheet.

    FILE (.xlsx) can be changed in Excel, and imported again.
    """
    from generator.report import many
    from generator.sheets import run

    count, faults = run.export_file(open_workspace(workspace), file, language, force)
    click.echo(f"{file}: {many(count, 'partner')}")
    tell(faults)
    sys.exit(ExitCode.BAD_INPUT if any(fault.severity is Severity.ERROR for fault in faults) else ExitCode.DONE)
