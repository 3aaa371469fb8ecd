"""Options that commands share, what completes them, and what they open. In: words. Out: values."""

from __future__ import annotations

import gc
import os
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.errors import Fault, HandslagError, WrongUsage

if TYPE_CHECKING:
    from generator.register.register import Register
    from generator.workspace import Workspace


def complete_partners(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[str]:
    """Partners whose id begins so."""
    from generator.workspace import find_workspace, partner_ids

    try:
        return [name for name in partner_ids(find_workspace(ctx.params.get("workspace"))) if name.startswith(incomplete)]
    except HandslagError:
        return []


def complete_kinds(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[str]:
    """Kinds of document whose name begins so."""
    from generator.kinds import kinds
    from generator.workspace import nearest_workspace

    names = ("all", *kinds(nearest_workspace(ctx.params.get("workspace")).text_roots))
    return [name for name in names if name.startswith(incomplete)]


def complete_occasions(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[str]:
    """Occasions of the kind at hand whose name begins so."""
    from generator.kinds import kinds
    from generator.occasions import names_of
    from generator.workspace import nearest_workspace

    kind = kinds(nearest_workspace(ctx.params.get("workspace")).text_roots).get(ctx.params.get("kind") or "")
    return [name for name in (names_of(kind) if kind else ()) if name.startswith(incomplete)]


def complete_references(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[str]:
    """References that begin so."""
    from generator.register.finding import references

    try:
        with open_register_of(ctx, ctx.params.get("workspace")) as opened:
            return [name for name in references(opened) if name.startswith(incomplete)]
    except HandslagError:
        return []


workspace_option = click.option(
    "-w",
    "--workspace",
    type=click.Path(file_okay=False, path_type=Path),
    help="The school's folder; default: this one, or the nearest above with a school.yaml.",
)
any_workspace = click.option(
    "-w",
    "--workspace",
    expose_value=False,
    type=click.Path(file_okay=False),
    help="Taken, as by every command; makes no difference.",
)
json_option = click.option(
    "--json", "as_json", is_flag=True, help="Print JSON for programs, and nothing else, on standard output."
)

occasion_option = click.option(
    "--occasion",
    "occasions",
    multiple=True,
    metavar="NAME",
    shell_complete=complete_occasions,
    help="Which occasion (open_dag, na_stage …), by name; default: every one in the profile.",
)
formats_option = click.option(
    "--format", "formats_", help="Any of docx, pdf, html, txt, md, outline; default: the kind's own, mostly docx,pdf."
)
language_option = click.option(
    "--lang", "language", type=click.Choice(["nl", "en"]), help="Default: the partner's own language."
)
out_option = click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), help="Folder to write in; default: made/ in the workspace."
)
final_option = click.option("--final", is_flag=True, help="No draft: refused while a blank or an error is left.")
headings_option = click.option(
    "--lang",
    "language",
    type=click.Choice(["nl", "en"]),
    default="nl",
    help="Language of the headings that are written; both are read. Default: nl.",
)
force_option = click.option("--force", is_flag=True, help="Replace FILE when it is there already.")


def open_workspace(workspace: Path | None) -> Workspace:
    """The given workspace, or the nearest. From here on garbage is looked for as seldom as suits what is read and made."""
    from generator.workers import GARBAGE
    from generator.workspace import find_workspace

    gc.set_threshold(GARBAGE)
    return find_workspace(workspace)


def open_register_of(ctx: click.Context, workspace: Path | None = None) -> Register:
    """The workspace's register; a command of a group may have its workspace from the group."""
    from generator.register import open_register
    from generator.workspace import school_of

    where = open_workspace(workspace or ctx.find_object(Path))
    return open_register(where.root, school_of(where))


def day_of(_ctx: click.Context, _: click.Parameter, given: str | None) -> date | None:
    """A day as ``2027-06-17``; a usage error when there is no such day."""
    try:
        return date.fromisoformat(given) if given else None
    except ValueError:
        raise click.BadParameter(f"'{given}' is not a day; write it as 2027-06-17") from None


date_option = click.option(
    "--date",
    "day",
    metavar="YYYY-MM-DD",
    callback=day_of,
    help="The date on the document; default: the profile's, or else today.",
)


def this_day() -> date:
    """Today, or the day of SOURCE_DATE_EPOCH, so that a build can be repeated byte for byte."""
    said = _said_moment()
    return said.date() if said else date.today()


def this_moment() -> datetime:
    """Now, or the moment of SOURCE_DATE_EPOCH."""
    return _said_moment() or datetime.now(UTC).replace(microsecond=0)


def _said_moment() -> datetime | None:
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        return datetime.fromtimestamp(int(epoch), UTC) if epoch else None
    except (ValueError, OverflowError, OSError):
        raise WrongUsage(Fault(f"SOURCE_DATE_EPOCH is '{epoch}'", hint="it is a number of seconds since 1970")) from None
