"""Commands that make no document: init, check, kinds, schema, doctor, completion. In: words. Out: what is printed."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from generator.commands.options import (
    any_workspace,
    complete_partners,
    json_option,
    open_workspace,
    workspace_option,
)
from generator.commands.printing import tell
from generator.errors import ExitCode, Severity


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--sample", is_flag=True, help="With a sample school and its partners, all fictional.")
def init(folder: Path, sample: bool) -> None:
    """Make a workspace in FOLDER.

    Writes a commented school.yaml and partner profile, or the sample school. Never overwrites.
    """
    from generator.starter import start

    for path, new in start(folder, sample):
        click.echo(str(path) if new else f"{path} (was there already, left as it is)")
    click.echo(f"\nnext: fill in school.yaml, then run: handslag check -w {folder}", err=True)


@click.command()
@click.argument("partners", nargs=-1, metavar="[PARTNER]...", shell_complete=complete_partners)
@workspace_option
@json_option
def check(partners: tuple[str, ...], workspace: Path | None, as_json: bool) -> None:
    """Check profiles: every fault at once.

    Checks the school and its partners: all of them, or each PARTNER named by id.
    """
    from generator.report import summary
    from generator.workspace import read

    contents = read(open_workspace(workspace), partners)
    tell(contents.faults, as_json, to_error=False)
    if not as_json:
        click.echo(summary(len(contents.files), contents.faults))
    bad = any(fault.severity is Severity.ERROR for fault in contents.faults)
    sys.exit(ExitCode.BAD_INPUT if bad else ExitCode.DONE)


@click.command()
@workspace_option
@json_option
def kinds(workspace: Path | None, as_json: bool) -> None:
    """List the kinds of document.

    Says what each needs, for which occasions it is made, and which partners can have it. A workspace adds kinds of its own.
    """
    from generator.kinds import broken_kinds
    from generator.kinds import kinds as all_kinds
    from generator.report import kind_as_json, kind_as_lines
    from generator.workspace import nearest_workspace

    roots = nearest_workspace(workspace).text_roots
    found, broken = all_kinds(roots).values(), broken_kinds(roots)
    if as_json:
        click.echo(json.dumps([kind_as_json(kind) for kind in found], indent=2, ensure_ascii=False))
    else:
        click.echo("\n\n".join("\n".join(kind_as_lines(kind)) for kind in found))
    tell(broken)
    sys.exit(ExitCode.BAD_INPUT if broken else ExitCode.DONE)


@click.command()
@click.argument("which", type=click.Choice(["school", "partner"]), default="partner")
@any_workspace
def schema(which: str) -> None:
    """Print the JSON Schema of a profile.

    With it, an editor completes and checks a profile while it is typed.
    """
    from generator.profile.schema import json_schema

    click.echo(json.dumps(json_schema(which), indent=2, ensure_ascii=False))


@click.command()
@workspace_option
def doctor(workspace: Path | None) -> None:
    """Say what is installed and what is not.

    For what is missing it prints the command that mends it. Names LibreOffice where the workspace needs it: when the school
    has Word documents of its own, or chose it to print its PDFs.
    """
    from generator.doctor import examine
    from generator.own_layouts import prints
    from generator.workspace import nearest_workspace

    findings = examine(prints(nearest_workspace(workspace).root))
    for finding in findings:
        sign = click.style("ok     ", fg="green") if finding.ok else click.style("missing", fg="red")
        click.echo(f"{sign}  {finding.name}: {finding.detail}")
        if finding.mend:
            click.echo(f"         hint: {finding.mend}")
    sys.exit(ExitCode.DONE if all(finding.ok for finding in findings) else ExitCode.BAD_INPUT)


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@any_workspace
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the completion script of a SHELL.

    For bash: eval "$(handslag completion bash)"
    """
    from click.shell_completion import get_completion_class

    engine = get_completion_class(shell)
    if engine is not None:
        click.echo(engine(ctx.find_root().command, {}, "handslag", "_HANDSLAG_COMPLETE").source())
