"""Commands that make documents: draft and batch. In: words. Out: documents, and what is printed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterator
from datetime import date
from functools import wraps
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

import click

from generator.commands.options import (
    complete_kinds,
    complete_partners,
    date_option,
    final_option,
    formats_option,
    json_option,
    language_option,
    occasion_option,
    open_workspace,
    out_option,
    this_day,
    workspace_option,
)
from generator.commands.printing import show_result, tell
from generator.errors import ExitCode, Fault, Severity, WrongUsage

if TYPE_CHECKING:
    from generator.batch import Done
    from generator.job import Job, Result
    from generator.mailing import Wanted
    from generator.rounds import Rounds

Command = Callable[..., None]
FILE = click.Path(dir_okay=False, path_type=Path)


def with_job(command: Command) -> Command:
    """Puts the options that say what is made into one ``job``."""

    @wraps(command)
    def asked(
        *,
        kind: str,
        formats_: str | None,
        language: str | None,
        day: date | None,
        out: Path | None,
        final: bool,
        occasions: tuple[str, ...],
        workspace: Path | None,
        partners: tuple[str, ...] = (),
        force: bool = False,
        annexes: bool = False,
        new_version: bool = False,
        **others: object,
    ) -> None:
        from generator.desk import formats
        from generator.job import Job

        wanted, where = formats(formats_) if formats_ else (), open_workspace(workspace)
        made = (where, kind, partners, wanted, language, day, this_day(), final, out, force, occasions, annexes, new_version)
        command(job=Job(*made), **others)

    return asked


def with_post(command: Command) -> Command:
    """Puts the options that say what goes out into one ``post``."""

    @wraps(command)
    def asked(
        *, combined: Path | None, email: Path | None, labels: Path | None, sheet: str, start: int, order: str, **others: object
    ) -> None:
        from generator.mailing import Wanted

        command(post=Wanted(combined, email, labels, sheet, start, order), **others)

    return asked


@click.command()
@click.argument("kind", shell_complete=complete_kinds)
@click.argument("partners", nargs=-1, metavar="[PARTNER]...", shell_complete=complete_partners)
@click.option("--all", "everyone", is_flag=True, help="For every partner in the workspace.")
@occasion_option
@click.option("--annexes", is_flag=True, help="Bind an agreement with its annexes and a cover page in one file.")
@formats_option
@language_option
@date_option
@out_option
@final_option
@click.option("--force", is_flag=True, help="Replace files that were edited after they were made.")
@click.option("--new-version", is_flag=True, help="Begin what was sent, signed or withdrawn anew, with a new reference.")
@workspace_option
@json_option
@with_job
def draft(job: Job, everyone: bool, as_json: bool) -> None:
    """Draft documents for each partner.

    Makes the documents of KIND (see: handslag kinds) for each PARTNER, named by id, and prints where they are. KIND 'all' makes
    everything that the profile has data for, and says what it left out.

    A draft may have blanks: each is a field to fill in, and CONCEPT stands on every page. Each document gets a reference and is
    kept in the register; made again, it keeps that reference. One that was signed or withdrawn is not made again.
    """
    from generator.report import as_json as told
    from generator.work import run

    if bool(job.partners) == everyone:
        raise WrongUsage(Fault("name the partners, or ask for --all (not both)", hint=f"handslag draft {job.kind} --all"))
    results: list[Result] = []
    for result in run(job):
        results.append(result)
        if not as_json:
            show_result(result)
    if as_json:
        documents = (made.as_json() for made in results if made.path)
        click.echo(told(documents, [fault for made in results for fault in made.faults]))
    sys.exit(max((result.exit_code for result in results), default=ExitCode.DONE))


@click.command()
@click.argument("kind", shell_complete=complete_kinds)
@click.option("--from", "source", type=FILE, help="A spreadsheet with the partners, as for import; default: the workspace's.")
@click.option(
    "--where",
    multiple=True,
    metavar="FIELD=VALUE",
    help="Only these partners: kind=company, language=nl, phase=lopend, place=Oudervoorde. Other fields narrow the choice, "
    "another value of one field widens it.",
)
@occasion_option
@formats_option
@language_option
@date_option
@out_option
@final_option
@click.option("--workers", type=click.IntRange(1), metavar="N", help="Processes that make documents; default: one a core.")
@click.option(
    "--scheduler",
    metavar="ADDRESS",
    help="Have the workers of a Dask cluster make the documents: tcp://10.0.0.5:8786. Needs handslag[cluster].",
)
@click.option("--limit", type=click.IntRange(1), metavar="N", help="Only the first N documents: to try it.")
@click.option("--dry-run", is_flag=True, help="Say what would be made, and write nothing.")
@click.option("--combined", type=FILE, help="All PDFs in one, for the printer: each begins on a right-hand page.")
@click.option("--order", type=click.Choice(["postcode", "name"]), default="postcode", help="Of --combined and --labels.")
@click.option(
    "--email",
    type=click.Path(file_okay=False, path_type=Path),
    help="A folder for e-mails (.eml) with the letter as text and as PDF: to open, look over and send. Nothing is sent.",
)
@click.option("--labels", type=FILE, help="A PDF with address labels.")
@click.option("--sheet", default="63.5x38.1", show_default=True, help="Labels: 63.5x38.1, 64x33.9, 70x37 or 99.1x38.1 mm.")
@click.option("--start", type=int, default=1, metavar="N", help="The first free label of a sheet that was begun; from 1.")
@click.option("--report", type=FILE, help="What became of each document: .csv (for Excel) or .json.")
@click.option("--quiet", is_flag=True, help="Only errors.")
@workspace_option
@json_option
@with_post
@with_job
def batch(
    job: Job,
    post: Wanted,
    source: Path | None,
    where: tuple[str, ...],
    workers: int | None,
    scheduler: str | None,
    limit: int | None,
    dry_run: bool,
    report: Path | None,
    quiet: bool,
    as_json: bool,
) -> None:
    """Draft documents for many partners.

    Checks all partners first, then makes the documents of KIND for those that are in order, and tells what is wrong with the
    others. Stop it whenever you like: the same command goes on, and makes only what is missing or what changed.
    """
    from generator.rounds import Asked, Rounds

    _check(workers, scheduler)
    rounds = Rounds(Asked(job, source, where, limit, workers, scheduler or "", dry_run, post, report))
    told = () if as_json else (Severity.ERROR,) if quiet else (Severity.ERROR, Severity.WARNING)
    for done in rounds.hopeless:
        tell(_of_batch(done, told))
    _go(rounds, told)
    stored = [str(path) for path in rounds.finish()]
    tell(fault for fault in rounds.tally.remarks if fault.severity in told)
    if as_json:
        click.echo(rounds.tally.as_json(stored=stored))
    elif not quiet:
        click.echo("\n".join([*stored, *rounds.tally.as_lines(dry_run)]))
    sys.exit(rounds.tally.exit_code)


def _check(workers: int | None, scheduler: str | None) -> None:
    """Refuse what does not say who makes the documents."""
    if workers and scheduler is not None:
        raise WrongUsage(Fault("--workers is of this machine, and --scheduler has its own", hint="leave one of them out"))
    if scheduler is not None and not scheduler.strip():
        raise WrongUsage(Fault("--scheduler has no address", hint="give one, as tcp://10.0.0.5:8786, or leave it out"))


def _of_batch(done: Done, told: Collection[Severity]) -> Iterator[Fault]:
    """What is told of one document among many: advice that bars nothing is counted at the end."""
    from generator.tally import is_light, told_of

    return (fault for fault in told_of(done) if fault.severity in told and not is_light(fault))


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
            tell(_of_batch(done, told))
            made = done.state == "made" or done.state == "failed"
            rate = f"{(bar.tasks[0].completed + 1) / max(monotonic() - began, 0.1):.1f} a second"
            bar.update(task, advance=made, rate=rate, refresh=made)
