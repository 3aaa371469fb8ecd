"""The command ``fields``. In: a kind, a workspace, a language. Out: every field, as rows or as a Word file that is stored."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from generator.blocks import Sender
from generator.desk import write
from generator.errors import Fault, WrongUsage
from generator.fields import Row, guide
from generator.fields_told import as_document
from generator.house_style import look_of
from generator.kinds import Kind, kind_named, kinds
from generator.look import SCHOOL_FILE, Look
from generator.store import write_file
from generator.vocabulary import sample_orders, vocabulary
from generator.workspace import Workspace, school_of


def rows(kind: str | None, workspace: Workspace, language: str) -> tuple[Row, ...]:
    """Every field that the texts of a kind may use; of any kind, when none is named.

    Raises WrongUsage for a kind that there is not.
    """
    chosen = kind_named(kind, workspace.text_roots) if kind else _any(workspace)
    return guide(vocabulary(chosen, workspace, language), tuple(sample_orders(chosen, workspace, language)), language)


def write_paper(path: Path, listed: Sequence[Row], language: str, workspace: Workspace, day: date, force: bool) -> None:
    """A Word file with the fields, in the school's own style. Raises BadInput when it is there already."""
    if path.suffix.lower() != ".docx":
        raise WrongUsage(Fault(f"'{path.name}' is not the name of a Word file", hint=f"write {path.stem}.docx"))
    sender, look = Sender("handslag"), Look()
    if (workspace.root / SCHOOL_FILE).is_file():
        school = school_of(workspace)
        sender, look = Sender(school.school.name), look_of(school, workspace.root)
    write_file(path, write(as_document(listed, language, day, sender, look), "docx"), force)


def _any(workspace: Workspace) -> Kind:
    """A kind that is made once: its names are those of all."""
    return next(kind for kind in kinds(workspace.text_roots).values() if kind.about.occasions is None)
