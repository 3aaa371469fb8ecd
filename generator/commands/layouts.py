"""Commands of the layouts: how documents look. In: words. Out: layouts in the workspace, and what is printed."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from generator.commands.group import Desk
from generator.commands.options import json_option, open_workspace, workspace_option
from generator.commands.printing import tell
from generator.errors import ExitCode, Severity


def complete_layouts(_ctx: click.Context, _: click.Parameter, incomplete: str) -> list[str]:
    """Layouts whose name begins so."""
    from generator.own_layouts import CHOICES

    return [name for name in CHOICES if name.startswith(incomplete)]


@click.group("layout", cls=Desk)
def layouts() -> None:
    """Make the letterhead your own.

    Copy a layout of ours, change it in Word, and it counts instead of ours. Colours, fonts and logo are in school.yaml.
    """


@layouts.command()
@click.argument("name", metavar="agreement|letter|press-release|page", shell_complete=complete_layouts)
@workspace_option
def export(name: str, workspace: Path | None) -> None:
    """Copy a layout of ours, to change it.

    Puts the Word file in layouts/ of the workspace; 'page' puts page.html and print.css there, which make the PDF and the web
    page. Never overwrites.
    """
    from generator.own_layouts import export as copy
    from generator.workspace import school_of

    where = open_workspace(workspace)
    for path, new in copy(where.root, school_of(where), name):
        click.echo(str(path) if new else f"{path} (was there already, left as it is)")
    click.echo("\nnext: change it in Word, save it, then run: handslag layout check", err=True)


@layouts.command("list")
@workspace_option
@json_option
def list_(workspace: Path | None, as_json: bool) -> None:
    """List the layouts, and whose counts."""
    from generator.own_layouts import listed

    rows = listed(open_workspace(workspace).root)
    if as_json:
        told = [{"name": row.name, "files": row.files, "own": row.own} for row in rows]
        click.echo(json.dumps({"layouts": told}, indent=2, ensure_ascii=False))
        return
    for row in rows:
        click.echo(f"{row.name:<14} {'your own: layouts/' + ', layouts/'.join(row.files) if row.own else 'ours'}")


@layouts.command()
@workspace_option
@json_option
def check(workspace: Path | None, as_json: bool) -> None:
    """Try the layouts of your own: every fault at once.

    Makes a sample on each, in Dutch and in English, as DOCX, PDF and web page. Writes nothing.
    """
    from generator.own_layouts import check as tried
    from generator.own_layouts import listed
    from generator.workspace import school_of

    where = open_workspace(workspace)
    faults = tried(where.root, school_of(where))
    tell(faults, as_json, to_error=False)
    bad = sum(fault.severity is Severity.ERROR for fault in faults)
    if not as_json:
        own = sum(row.own for row in listed(where.root))
        click.echo(f"{own} of your own; " + (f"{bad} to mend" if bad else "in order"))
    sys.exit(ExitCode.BAD_INPUT if bad else ExitCode.DONE)
