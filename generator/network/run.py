"""The overview of a workspace. In: a workspace, a day. Out: how all partners stand; the page, stored."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from generator.advise import open_advice
from generator.agenda.run import Agenda
from generator.errors import Fault, WrongUsage
from generator.house_style import look_of
from generator.network.page import overview
from generator.network.standing import Network, network
from generator.package import resource
from generator.store import write_file
from generator.workspace import Workspace
from generator.writers.overview import write_overview

PAGES = ("html", "htm")


def status(workspace: Workspace, today: date, language: str) -> Network:
    """How every partner stands. Raises BadInput when the school cannot be read."""
    return network(Agenda.of(workspace, (), today, None, language), open_advice(workspace, today))


def write_page(found: Network, workspace: Workspace, path: Path, force: bool) -> None:
    """Store the overview as a page in the school's look. Raises BadInput when the file is there, unless ``force`` says to
    replace it, or when the house style cannot be used.
    """
    if path.suffix.lower().removeprefix(".") not in PAGES:
        raise WrongUsage(Fault(f"'{path.name}' is not the name of a web page", hint=f"write {path.stem}.html"))
    look = look_of(found.agenda.school, workspace.root)
    page = overview(found, found.agenda.asked.language, look.accent)
    write_file(path, write_overview(page, look, resource("templates") / "pages").encode(), force)
