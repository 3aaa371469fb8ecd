"""Commands that keep relations warm: agenda, log, status. In: words. Out: what is due, files, and what is printed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from generator.commands.options import (
    complete_partners,
    day_of,
    force_option,
    json_option,
    open_workspace,
    this_day,
    this_moment,
    workspace_option,
)
from generator.commands.printing import tell
from generator.errors import Fault, Severity, WrongUsage

FILE = click.Path(dir_okay=False, path_type=Path)
partners_argument = click.argument("partners", nargs=-1, metavar="[PARTNER]...", shell_complete=complete_partners)
today_option = click.option(
    "--date", "day", metavar="YYYY-MM-DD", callback=day_of, help="The day from which to look; default: today."
)
in_language = click.option(
    "--lang", "language", type=click.Choice(["nl", "en"]), default="nl", help="Language of what is told. Default: nl."
)


@click.command()
@partners_argument
@click.option("--until", metavar="YYYY-MM-DD", callback=day_of, help="The last day to look at; default: 60 days ahead.")
@today_option
@in_language
@click.option("--ics", type=FILE, help="Write a calendar too, for Outlook, Google and Apple; taking it again doubles nothing.")
@force_option
@workspace_option
@json_option
def agenda(
    partners: tuple[str, ...],
    until: date | None,
    day: date | None,
    language: str,
    ics: Path | None,
    force: bool,
    workspace: Path | None,
    as_json: bool,
) -> None:
    """Say what is due, and what is late.

    Evaluations, notice, promises, invoices, letters and thanks, of all partners or of each PARTNER named by id. A deadline on a
    day off moves to the working day before.
    """
    from generator.agenda import told
    from generator.agenda.run import Agenda

    today = day or this_day()
    found = Agenda.of(open_workspace(workspace), partners, today, until, language)
    if ics:
        found.write(ics, force, this_moment())
    if as_json:
        click.echo(told.as_json(found.items, found.faults))
        return
    click.echo("\n".join(told.as_lines(found.items, (today, found.asked.until), language)))
    if ics:
        click.echo(str(ics), err=True)
    tell(found.faults)


@click.command()
@click.argument("partner", shell_complete=complete_partners)
@click.argument("note", required=False, default="")
@click.option("--kind", help="telefoon, gesprek, bezoek, e-mail …; what sort of contact it was.")
@click.option("--date", "day", metavar="YYYY-MM-DD", callback=day_of, help="When it was; default: today.")
@click.option("--promise", default="", metavar="TEXT", help="Something that was promised.")
@click.option("--by", metavar="WHO", help="Who promised it: school (default), partner or the id of a third party.")
@click.option("--due", metavar="YYYY-MM-DD", callback=day_of, help="The last day to do what was promised.")
@click.option("--answered/--unanswered", default=None, help="Of an invitation: whether there was an answer.")
@click.option("--kept", type=int, multiple=True, metavar="N", help="Promise N is done; the log has the numbers.")
@click.option("--next", "next_", metavar="YYYY-MM-DD", callback=day_of, help="When to get in touch again.")
@workspace_option
@json_option
def log(
    partner: str,
    note: str,
    kind: str | None,
    day: date | None,
    promise: str,
    by: str | None,
    due: date | None,
    answered: bool | None,
    kept: tuple[int, ...],
    next_: date | None,
    workspace: Path | None,
    as_json: bool,
) -> None:
    """Keep the log of contacts with a partner.

    Writes NOTE into the profile of PARTNER, which keeps its comments and order. Without a NOTE: shows what was noted.
    """
    from generator import diary
    from generator.amend import amend
    from generator.workspace import one_partner

    if not note.strip() and (kind or promise or by or due or answered is not None):
        hint = f'say in a few words what it was about: handslag log {partner} "…"'
        raise WrongUsage(Fault("there is no note of the contact", hint=hint))
    if not promise and (by or due):
        raise WrongUsage(Fault("--by and --due are about a promise", hint='say what was promised: --promise "…"'))
    where, when = open_workspace(workspace), day or this_day()
    faults: tuple[Fault, ...] = ()
    if not (note or kept or next_):
        profile = one_partner(where, partner)
    else:
        said = diary.Noted(when, note.strip(), diary.kind_of(kind), promise.strip(), by or "school", due, answered, kept, next_)
        changed = amend(where, partner, lambda profile: diary.edits(said, profile))
        profile, faults = changed.profile, changed.faults
    click.echo(diary.as_json(profile) if as_json else "\n".join(diary.as_lines(profile)))
    if when > this_day() and not as_json:
        tell([Fault(f"{when} is still to come", hint="look at the date again", severity=Severity.WARNING)])
    tell(() if as_json else faults)


@click.command()
@today_option
@in_language
@click.option("--html", type=FILE, help="Write a page with charts too: to look at, print or send; it needs no other file.")
@force_option
@workspace_option
@json_option
def status(day: date | None, language: str, html: Path | None, force: bool, workspace: Path | None, as_json: bool) -> None:
    """Show how the network stands.

    For each partner the phase, the last and the next contact, the agreement, the money and the advice that is open.
    """
    from generator.network import told
    from generator.network.run import status as look
    from generator.network.run import write_page

    where = open_workspace(workspace)
    found = look(where, day or this_day(), language)
    if html:
        write_page(found, where, html, force)
    if as_json:
        click.echo(told.as_json(found))
        return
    click.echo("\n".join(told.as_lines(found, language)))
    if html:
        click.echo(str(html), err=True)
    tell(found.agenda.faults)
