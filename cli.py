"""handslag on the command line. In: a command. Out: documents, and what is wrong with the input.

This room holds no rules: it asks the others and prints. Nothing heavy is imported before it is needed, so that
``--help`` answers at once.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Collection, Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

import click

from generator import __version__
from generator.errors import ExitCode, Fault, HandslagError, Severity, WrongUsage, did_you_mean

if TYPE_CHECKING:
    from generator.job import Result
    from generator.register.register import Register
    from generator.rounds import Rounds
    from generator.workspace import Workspace

_JSON = "handslag.json"
"""Where a run remembers that JSON is asked for."""
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.HINT: "cyan"}


class Desk(click.Group):
    """The command group: turns every fault into place, problem and hint, and into the exit code that goes with it."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; bad input never shows a traceback, an unforeseen fault does only when HANDSLAG_DEBUG is set."""
        try:
            return super().invoke(ctx)
        except HandslagError as error:
            _tell(error.faults, as_json=ctx.meta[_JSON])
            ctx.exit(error.exit_code)
        except click.ClickException as error:
            if not ctx.meta[_JSON]:
                raise
            _tell([Fault(error.format_message())], as_json=True)
            ctx.exit(error.exit_code)
        except (click.exceptions.Exit, click.Abort):
            raise
        except KeyboardInterrupt:
            click.echo("stopped; every file that was made is whole", err=True)
            ctx.exit(130)
        except BrokenPipeError:
            sys.stderr.close()
            ctx.exit(ExitCode.DONE)
        except Exception as error:
            if os.environ.get("HANDSLAG_DEBUG"):
                raise
            hint = "set HANDSLAG_DEBUG=1 to see where, and report it"
            _tell([Fault(f"handslag itself failed: {type(error).__name__}: {error}", hint=hint)], ctx.meta[_JSON])
            ctx.exit(ExitCode.OUR_FAULT)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Remember whether JSON is asked for: faults are told in it even when the options are what is wrong."""
        ctx.meta[_JSON] = "--json" in args
        return super().parse_args(ctx, args)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """The named command; a misspelt one gets the nearest name."""
        if args and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            raise click.UsageError(f"there is no command '{args[0]}'; {did_you_mean(args[0], self.commands)}", ctx)
        return super().resolve_command(ctx, args)


_HELP = """The document desk for schools that work with partners in their region.

From one profile per partner: agreements, financial arrangements, invitations, press releases, thank-you letters and more, in
Dutch and English, as DOCX to edit in Word and as PDF to send, sign and archive.

\b
Start here:
  handslag init my-school --sample     a workspace with a sample school
  cd my-school
  handslag check                       is everything filled in well?
  handslag kinds                       which documents are there?
  handslag draft cooperation-agreement --all
"""


@click.group(cls=Desk, help=_HELP, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="handslag")
def main() -> None:
    """Give the word to a command."""


# --- options that commands share ---


def _complete_partners(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[str]:
    from generator.workspace import find_workspace, partner_ids

    try:
        return [name for name in partner_ids(find_workspace(ctx.params.get("workspace"))) if name.startswith(incomplete)]
    except HandslagError:
        return []


def _complete_kinds(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[str]:
    from generator.kinds import kinds
    from generator.workspace import nearest_workspace

    names = ("all", *kinds(nearest_workspace(ctx.params.get("workspace")).text_roots))
    return [name for name in names if name.startswith(incomplete)]


def _complete_occasions(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[str]:
    from generator.kinds import kinds
    from generator.occasions import names_of
    from generator.workspace import nearest_workspace

    kind = kinds(nearest_workspace(ctx.params.get("workspace")).text_roots).get(ctx.params.get("kind") or "")
    return [name for name in (names_of(kind) if kind else ()) if name.startswith(incomplete)]


def _complete_references(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[str]:
    from generator.register.finding import references

    try:
        with _register(ctx, ctx.params.get("workspace")) as opened:
            return [name for name in references(opened) if name.startswith(incomplete)]
    except HandslagError:
        return []


_workspace_option = click.option(
    "-w",
    "--workspace",
    type=click.Path(file_okay=False, path_type=Path),
    help="The school's folder; default: this one, or the nearest above with a school.yaml.",
)
_any_workspace = click.option(
    "-w",
    "--workspace",
    expose_value=False,
    type=click.Path(file_okay=False),
    help="Taken, as by every command; makes no difference.",
)
_json_option = click.option(
    "--json", "as_json", is_flag=True, help="Print JSON for programs, and nothing else, on standard output."
)

_occasion_option = click.option(
    "--occasion",
    "occasions",
    multiple=True,
    metavar="NAME",
    shell_complete=_complete_occasions,
    help="Which occasion (open_dag, na_stage …), by name; default: every one in the profile.",
)
_formats_option = click.option(
    "--format", "formats_", help="Any of docx, pdf, html, txt, md, outline; default: the kind's own, mostly docx,pdf."
)
_language_option = click.option(
    "--lang", "language", type=click.Choice(["nl", "en"]), help="Default: the partner's own language."
)
_out_option = click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), help="Folder to write in; default: made/ in the workspace."
)
_final_option = click.option("--final", is_flag=True, help="No draft: refused while a blank or an error is left.")
_headings_option = click.option(
    "--lang",
    "language",
    type=click.Choice(["nl", "en"]),
    default="nl",
    help="Language of the headings that are written; both are read. Default: nl.",
)
_force_option = click.option("--force", is_flag=True, help="Replace FILE when it is there already.")


def _open(workspace: Path | None) -> Workspace:
    from generator.workspace import find_workspace

    return find_workspace(workspace)


def _register(ctx: click.Context, workspace: Path | None = None) -> Register:
    """The workspace's register; a command of a group may have its workspace from the group."""
    from generator.register import open_register
    from generator.workspace import school_of

    where = _open(workspace or ctx.find_object(Path))
    return open_register(where.root, school_of(where))


def _day(_ctx: click.Context, _: click.Parameter, given: str | None) -> date | None:
    """A day as ``2027-06-17``; a usage error when there is no such day."""
    try:
        return date.fromisoformat(given) if given else None
    except ValueError:
        raise click.BadParameter(f"'{given}' is not a day; write it as 2027-06-17") from None


_date_option = click.option(
    "--date",
    "day",
    metavar="YYYY-MM-DD",
    callback=_day,
    help="The date on the document; default: the profile's, or else today.",
)


def _today() -> date:
    """Today, or the day of SOURCE_DATE_EPOCH, so that a build can be repeated byte for byte."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else date.today()
    except (ValueError, OverflowError, OSError):
        raise WrongUsage(Fault(f"SOURCE_DATE_EPOCH is '{epoch}'", hint="it is a number of seconds since 1970")) from None


# --- commands ---


@main.command()
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


@main.command()
@click.argument("partners", nargs=-1, metavar="[PARTNER]...", shell_complete=_complete_partners)
@_workspace_option
@_json_option
def check(partners: tuple[str, ...], workspace: Path | None, as_json: bool) -> None:
    """Check profiles: every fault at once.

    Checks the school and its partners: all of them, or each PARTNER named by id.
    """
    from generator.report import summary
    from generator.workspace import read

    contents = read(_open(workspace), partners)
    _tell(contents.faults, as_json, to_error=False)
    if not as_json:
        click.echo(summary(len(contents.files), contents.faults))
    bad = any(fault.severity is Severity.ERROR for fault in contents.faults)
    sys.exit(ExitCode.BAD_INPUT if bad else ExitCode.DONE)


@main.command()
@click.argument("kind", shell_complete=_complete_kinds)
@click.argument("partners", nargs=-1, metavar="[PARTNER]...", shell_complete=_complete_partners)
@click.option("--all", "everyone", is_flag=True, help="For every partner in the workspace.")
@_occasion_option
@click.option("--annexes", is_flag=True, help="Bind an agreement with its annexes and a cover page in one file.")
@_formats_option
@_language_option
@_date_option
@_out_option
@_final_option
@click.option("--force", is_flag=True, help="Replace files that were edited after they were made.")
@click.option("--new-version", is_flag=True, help="Begin what was sent, signed or withdrawn anew, with a new reference.")
@_workspace_option
@_json_option
def draft(
    kind: str,
    partners: tuple[str, ...],
    everyone: bool,
    occasions: tuple[str, ...],
    annexes: bool,
    formats_: str | None,
    language: str | None,
    day: date | None,
    out: Path | None,
    final: bool,
    force: bool,
    new_version: bool,
    workspace: Path | None,
    as_json: bool,
) -> None:
    """Draft documents for each partner.

    Makes the documents of KIND (see: handslag kinds) for each PARTNER, named by id, and prints where they are. KIND 'all' makes
    everything that the profile has data for, and says what it left out.

    A draft may have blanks: each is a field to fill in, and CONCEPT stands on every page. Each document gets a reference and is
    kept in the register; made again, it keeps that reference. One that was signed or withdrawn is not made again.
    """
    from generator.desk import formats
    from generator.job import Job
    from generator.report import as_json as told
    from generator.work import run

    if bool(partners) == everyone:
        raise WrongUsage(Fault("name the partners, or ask for --all (not both)", hint=f"handslag draft {kind} --all"))
    wanted = formats(formats_) if formats_ else ()
    where, today = _open(workspace), _today()
    job = Job(where, kind, partners, wanted, language, day, today, final, out, force, occasions, annexes, new_version)
    results: list[Result] = []
    for result in run(job):
        results.append(result)
        if not as_json:
            _show(result)
    if as_json:
        documents = (made.as_json() for made in results if made.path)
        click.echo(told(documents, [fault for made in results for fault in made.faults]))
    sys.exit(max((result.exit_code for result in results), default=ExitCode.DONE))


_FILE = click.Path(dir_okay=False, path_type=Path)


@main.command()
@click.argument("kind", shell_complete=_complete_kinds)
@click.option("--from", "source", type=_FILE, help="A spreadsheet with the partners, as for import; default: the workspace's.")
@click.option(
    "--where",
    multiple=True,
    metavar="FIELD=VALUE",
    help="Only these partners: kind=company, language=nl, phase=lopend, place=Oudervoorde. Other fields narrow the choice, "
    "another value of one field widens it.",
)
@_occasion_option
@_formats_option
@_language_option
@_date_option
@_out_option
@_final_option
@click.option("--workers", type=click.IntRange(1), metavar="N", help="Processes that make documents; default: one a core.")
@click.option("--limit", type=click.IntRange(1), metavar="N", help="Only the first N documents: to try it.")
@click.option("--dry-run", is_flag=True, help="Say what would be made, and write nothing.")
@click.option("--combined", type=_FILE, help="All PDFs in one, for the printer: each begins on a right-hand page.")
@click.option("--order", type=click.Choice(["postcode", "name"]), default="postcode", help="Of --combined and --labels.")
@click.option(
    "--email",
    type=click.Path(file_okay=False, path_type=Path),
    help="A folder for e-mails (.eml) with the letter as text and as PDF: to open, look over and send. Nothing is sent.",
)
@click.option("--labels", type=_FILE, help="A PDF with address labels.")
@click.option("--sheet", default="63.5x38.1", show_default=True, help="Labels: 63.5x38.1, 64x33.9, 70x37 or 99.1x38.1 mm.")
@click.option("--start", type=int, default=1, metavar="N", help="The first free label of a sheet that was begun; from 1.")
@click.option("--report", type=_FILE, help="What became of each document: .csv (for Excel) or .json.")
@click.option("--quiet", is_flag=True, help="Only errors.")
@_workspace_option
@_json_option
def batch(
    kind: str,
    source: Path | None,
    where: tuple[str, ...],
    occasions: tuple[str, ...],
    formats_: str | None,
    language: str | None,
    day: date | None,
    out: Path | None,
    final: bool,
    workers: int | None,
    limit: int | None,
    dry_run: bool,
    combined: Path | None,
    order: str,
    email: Path | None,
    labels: Path | None,
    sheet: str,
    start: int,
    report: Path | None,
    quiet: bool,
    workspace: Path | None,
    as_json: bool,
) -> None:
    """Draft documents for many partners.

    Checks all partners first, then makes the documents of KIND for those that are in order, and tells what is wrong with the
    others. Stop it whenever you like: the same command goes on, and makes only what is missing or what changed.
    """
    from generator.desk import formats
    from generator.job import Job
    from generator.mailing import Wanted
    from generator.report import many
    from generator.rounds import Asked, Rounds

    wanted = formats(formats_) if formats_ else ()
    job = Job(_open(workspace), kind, (), wanted, language, day, _today(), final, out, False, occasions)
    post = Wanted(combined, email, labels, sheet, start, order)
    rounds = Rounds(Asked(job, source, where, limit, workers, dry_run, post, report))
    told = () if as_json else (Severity.ERROR,) if quiet else (Severity.ERROR, Severity.WARNING)
    for done in rounds.hopeless:
        _tell(fault for fault in done.results[0].faults if fault.severity in told)
    _go(rounds, told)
    stored = [str(one.path) for one in rounds.finish()]
    _tell(fault for fault in rounds.tally.remarks if fault.severity in told)
    if as_json:
        click.echo(rounds.tally.as_json(stored=stored))
    elif not quiet:
        hints = f"; {many(rounds.tally.hints, 'hint')}: --json has them" if rounds.tally.hints else ""
        click.echo(
            "\n".join([*stored, rounds.tally.summary + hints, *(["nothing was written (--dry-run)"] if dry_run else [])])
        )
    sys.exit(rounds.tally.exit_code)


def _go(rounds: Rounds, told: Collection[Severity]) -> None:
    """Make everything, with a bar that shows how far it is; none when nobody looks."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"), TimeRemainingColumn())
    console = Console(stderr=True)
    hidden = Severity.WARNING not in told or not console.is_terminal
    # -- refreshed here and not by a thread, since processes are forked meanwhile --
    with Progress(*columns, console=console, auto_refresh=False, disable=hidden) as bar:
        task, began = bar.add_task("", total=rounds.length, rate=""), monotonic()
        for done in rounds.go():
            _tell(fault for fault in done.results[0].faults if fault.severity in told)
            made = done.state == "made" or done.state == "failed"
            rate = f"{(bar.tasks[0].completed + 1) / max(monotonic() - began, 0.1):.1f} a second"
            bar.update(task, advance=made, rate=rate, refresh=made)


@main.group(cls=Desk, invoke_without_command=True)
@click.option(
    "--partner", "partners", multiple=True, metavar="ID", shell_complete=_complete_partners, help="Only of this partner."
)
@click.option("--kind", "kinds_", multiple=True, metavar="KIND", shell_complete=_complete_kinds, help="Only of this kind.")
@click.option("--csv", "as_csv", is_flag=True, help="Print a spreadsheet, as Excel opens it by itself.")
@_workspace_option
@_json_option
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

    with _register(ctx) as opened:
        documents = finding.documents(opened, partners, kinds_)
    if as_csv or as_json:
        click.echo(told.as_csv(documents) if as_csv else told.as_json(documents), nl=as_json)
        return
    for line in told.as_lines(documents):
        click.echo(line)


@register.command()
@click.argument("reference", metavar="REF", shell_complete=_complete_references)
@_workspace_option
@_json_option
@click.pass_context
def show(ctx: click.Context, reference: str, workspace: Path | None, as_json: bool) -> None:
    """Show all that is known of a document.

    How and when it was made, what happened to it, and whether its files are as they were made.
    """
    from generator.register import finding, told
    from generator.register.verify import verify as hold

    with _register(ctx, workspace) as opened:
        found = finding.document(opened, reference)
        files = list(hold(opened, [found]))
    lines = [json.dumps(told.whole(found), indent=2, ensure_ascii=False)] if as_json else told.shown(found, files)
    for line in lines:
        click.echo(line)


@register.command()
@_workspace_option
@_json_option
@click.pass_context
def verify(ctx: click.Context, workspace: Path | None, as_json: bool) -> None:
    """Hold every file against the register.

    Says which were edited, which are missing, and which scans changed. A file that was edited is no fault; the others are.
    """
    from generator.register import finding, told
    from generator.register.verify import verify as hold

    with _register(ctx, workspace) as opened:
        files = list(hold(opened, finding.documents(opened)))
    faults = told.faults(files)
    _tell(() if as_json else faults, to_error=False)
    for line in [told.checked_as_json(files)] if as_json else told.checked_as_lines(files):
        click.echo(line)
    sys.exit(ExitCode.BAD_INPUT if faults else ExitCode.DONE)


@main.command()
@click.argument("reference", metavar="REF", shell_complete=_complete_references)
@click.argument("status", type=click.Choice(["sent", "signed", "withdrawn"]))
@click.option("--date", "day", metavar="YYYY-MM-DD", callback=_day, help="When it happened; default: today.")
@click.option("--file", "scan", type=click.Path(path_type=Path), help="The signed paper as a scan: kept beside the document.")
@click.option("--undo", is_flag=True, help="Take the mark back: it was a mistake.")
@_workspace_option
@_json_option
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
    today, what = _today(), Status(status)
    with _register(ctx, workspace) as opened:
        event = Event(what, day or today, today, scan)
        marked = take_back(opened, reference, what) if undo else note(opened, reference, event, _open(workspace).output)
    if as_json:
        click.echo(json.dumps(told.whole(marked.document), indent=2, ensure_ascii=False))
        return
    click.echo(f"{marked.document.reference}  {marked.document.kind}  {marked.document.partner}: {marked.document.status}")
    if marked.scan:
        click.echo(str(marked.scan))
    _tell(marked.faults)


@main.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--sheet", metavar="NAME", help="The sheet to read; default: the one that lists partners.")
@click.option("--dry-run", is_flag=True, help="Say what would change, and write nothing.")
@click.option("--template", is_flag=True, help="Write an empty spreadsheet to FILE instead, to fill in.")
@_headings_option
@_force_option
@_workspace_option
@_json_option
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
    from generator.sheets import run, tell

    if template:
        run.write_template(file, language, force)
        click.echo(str(file))
        return
    imported, marked = run.import_file(_open(workspace), file, sheet, dry_run)
    if as_json:
        click.echo(tell.as_json(imported, marked))
    else:
        click.echo("\n".join(tell.lines(imported, dry_run)))
        _tell(tell.few(imported.faults))
        if marked:
            click.echo(f"the cells with errors are marked in {marked}", err=True)
    sys.exit(imported.exit_code)


@main.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@_headings_option
@_force_option
@_workspace_option
def export(file: Path, language: str, force: bool, workspace: Path | None) -> None:
    """Write all partners into a spreadsheet.

    FILE (.xlsx) can be changed in Excel, and imported again.
    """
    from generator.report import many
    from generator.sheets import run

    count, faults = run.export_file(_open(workspace), file, language, force)
    click.echo(f"{file}: {many(count, 'partner')}")
    _tell(faults)
    sys.exit(ExitCode.BAD_INPUT if any(fault.severity is Severity.ERROR for fault in faults) else ExitCode.DONE)


@main.command()
@_workspace_option
@_json_option
def kinds(workspace: Path | None, as_json: bool) -> None:
    """List the kinds of document.

    Says what each needs, for which occasions it is made, and which partners can have it. A workspace adds kinds of its own.
    """
    from generator.kinds import kinds as all_kinds
    from generator.report import kind_as_json, kind_as_lines
    from generator.workspace import nearest_workspace

    found = all_kinds(nearest_workspace(workspace).text_roots).values()
    if as_json:
        click.echo(json.dumps([kind_as_json(kind) for kind in found], indent=2, ensure_ascii=False))
        return
    click.echo("\n\n".join("\n".join(kind_as_lines(kind)) for kind in found))


@main.command()
@click.argument("which", type=click.Choice(["school", "partner"]), default="partner")
@_any_workspace
def schema(which: str) -> None:
    """Print the JSON Schema of a profile.

    With it, an editor completes and checks a profile while it is typed.
    """
    from generator.profile.schema import json_schema

    click.echo(json.dumps(json_schema(which), indent=2, ensure_ascii=False))


@main.command()
@_any_workspace
def doctor() -> None:
    """Say what is installed and what is not.

    For what is missing it prints the command that mends it.
    """
    from generator.doctor import examine

    findings = examine()
    for finding in findings:
        sign = click.style("ok     ", fg="green") if finding.ok else click.style("missing", fg="red")
        click.echo(f"{sign}  {finding.name}: {finding.detail}")
        if finding.mend:
            click.echo(f"         hint: {finding.mend}")
    sys.exit(ExitCode.DONE if all(finding.ok for finding in findings) else ExitCode.BAD_INPUT)


@main.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@_any_workspace
def completion(shell: str) -> None:
    """Print the completion script of a SHELL.

    For bash: eval "$(handslag completion bash)"
    """
    from click.shell_completion import get_completion_class

    engine = get_completion_class(shell)
    if engine is not None:
        click.echo(engine(main, {}, "handslag", "_HANDSLAG_COMPLETE").source())


# --- printing: the only place ---


def _tell(faults: Iterable[Fault], as_json: bool = False, to_error: bool = True) -> None:
    """Every fault: place, problem and, after it, the hint. As JSON on standard output when asked."""
    if as_json:
        from generator.report import as_json as told

        click.echo(told([], faults))
        return
    for fault in faults:
        _say(fault, to_error)


def _say(fault: Fault, to_error: bool = True) -> None:
    click.echo(click.style(f"{fault.severity}: ", fg=_COLOURS[fault.severity], bold=True) + str(fault), err=to_error)
    if fault.hint:
        click.echo(f"  hint: {fault.hint}", err=to_error)


def _show(result: Result) -> None:
    """One made document: its path, what is worth knowing of it, and what is wrong."""
    from generator.report import remarks

    if result.path:
        click.echo(str(result.path))
    for line in remarks(result):
        click.echo(line, err=True)
    for fault in result.faults:
        _say(fault)


if __name__ == "__main__":
    main(prog_name="handslag")
