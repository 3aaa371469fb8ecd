"""The overview of a workspace. In: a workspace, a day. Out: how all partners stand; the page, stored."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from generator.advice.looking import looking
from generator.advise import by_section, open_advice
from generator.agenda.papers import papers_of
from generator.agenda.run import Agenda, days_asked
from generator.errors import Fault, WrongUsage
from generator.house_style import look_of
from generator.network.page import overview
from generator.network.standing import Network, network
from generator.package import resource
from generator.setting import setting_of
from generator.store import write_file
from generator.workspace import Workspace, read, school_of
from generator.writers.overview import write_overview

PAGES = ("html", "htm")


def status(workspace: Workspace, today: date, language: str) -> Network:
    """How every partner stands; each is read once. Raises BadInput when the school cannot be read."""
    asked, papers = days_asked(today, None, language), papers_of(workspace.root, school_of(workspace))
    contents = read(workspace, (), looking(setting_of(workspace, today, by_section(workspace, papers))))
    agenda = Agenda.made(workspace, contents, papers, asked)
    return network(agenda, open_advice(contents))


def write_page(found: Network, workspace: Workspace, path: Path, force: bool) -> None:
    """Store the overview as a page in the school's look. Raises BadInput when the file is there, unless ``force`` says to
    replace it, or when the house style cannot be used.
    """
    if path.suffix.lower().removeprefix(".") not in PAGES:
        raise WrongUsage(Fault(f"'{path.name}' is not the name of a web page", hint=f"write {path.stem}.html"))
    look = look_of(found.agenda.school, workspace.root)
    page = overview(found, found.agenda.asked.language)
    write_file(path, write_overview(page, look, resource("templates") / "pages").encode(), force)
