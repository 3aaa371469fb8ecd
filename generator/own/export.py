"""Texts for the school to change. In: the name of a text of ours. Out: a copy in the workspace, which counts instead.

A file that is there is never replaced. What the copy was made from is kept, so that later can be told who changed what.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.errors import Fault, WrongUsage
from generator.own.listing import VERSION, Listed, State, named, original_of
from generator.shelf import CLAUSES
from generator.store import write_file, write_new
from generator.workspace import TEXTS, Workspace


def export(workspace: Workspace, wanted: str, language: str | None) -> Iterator[tuple[Path, bool]]:
    """Copy the texts that are meant; each path, and whether it is new. Raises WrongUsage when there are none of ours."""
    found = [text for text in named(workspace, wanted, language) if text.ours]
    if not found:
        raise WrongUsage(Fault(f"'{wanted}' is your own already", hint="handslag text list shows which are ours"))
    for text in found:
        target = workspace.root / (text.name if text.name.startswith(f"{CLAUSES}/") else f"{TEXTS}/{text.name}")
        new = text.own is None and write_new(target, text.now)
        if new:
            _note(text)
        yield text.own or target, new


def take_over(workspace: Workspace, wanted: str, language: str | None) -> Iterator[Listed]:
    """Note that the school has looked at what we changed: from now on, its own text is based on ours as it is now."""
    for text in named(workspace, wanted, language):
        if text.state is State.BEHIND:
            _note(text)
            yield text


def _note(text: Listed) -> None:
    for name, said in ((text.name, text.now), (text.name + VERSION, f"{text.version}\n")):
        write_file(original_of(text.workspace, name), said.encode(), force=True)
