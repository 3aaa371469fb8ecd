"""Document kinds. In: folders with texts and Word documents. Out: what each kind is called, needs, and is made of.

A new kind is a new folder with a text, or a Word document: nothing in here, or anywhere in Python, knows a kind by name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.about import About
from generator.errors import BadText, Fault, WrongUsage, did_you_mean
from generator.layout_files import WORD
from generator.load.sections import section_of
from generator.load.yaml import read_yaml
from generator.shelf import find_text, text_in
from generator.word_kinds import about_document, documents_in, in_language

ABOUT = "about.yaml"


@dataclass(frozen=True, slots=True)
class Kind:
    """A document kind: a folder with texts, or a Word document of the school's own."""

    id: str
    """``cooperation-agreement``: the folder's name, or that of the Word document."""
    about: About = field(compare=False)
    document: Path | None = field(default=None, compare=False)
    """The Word document, if it is one."""

    def document_in(self, language: str) -> Path | None:
        """The Word document in a language, if it is one."""
        return in_language(self.document, language) if self.document else None

    def text(self, language: str) -> str:
        """The main text's file, below a folder with texts."""
        return f"{self.id}/text.{language}.md"

    @property
    def text_version(self) -> str:
        """Version and day of the text, as documents carry it: ``1.0.0 (2026-11-23)``."""
        return f"{self.about.version} ({self.about.date.isoformat()})"


def kinds(roots: Sequence[Path]) -> dict[str, Kind]:
    """Every kind below these folders that can be used, by id.

    The first folder that has one counts, even if it is broken there: ours is no stand-in for a school's own.
    """
    return _all_kinds(tuple(roots))[0]


def broken_kinds(roots: Sequence[Path]) -> tuple[Fault, ...]:
    """What is wrong with the kinds that cannot be used: every fault of every ``about.yaml``."""
    return _all_kinds(tuple(roots))[1]


def kind_names(roots: Iterable[Path]) -> tuple[str, ...]:
    """The id of every kind, usable or not."""
    return tuple(dict.fromkeys(name for root in roots for name in _names_in(root)))


def _names_in(root: Path) -> list[str]:
    return [*(file.parent.name for file in sorted(root.glob(f"*/{ABOUT}"))), *documents_in(root)]


def kind_named(name: str, roots: Sequence[Path]) -> Kind:
    """The kind of this name, whatever is wrong with others; raises WrongUsage with the nearest name there is."""
    if name not in kind_names(roots):
        raise WrongUsage(Fault(f"there is no document kind '{name}'", hint=did_you_mean(name, kind_names(roots))))
    return _kind(name, roots)


def _all_kinds(roots: tuple[Path, ...]) -> tuple[dict[str, Kind], tuple[Fault, ...]]:
    found: dict[str, Kind] = {}
    faults: list[Fault] = []
    for name in kind_names(roots):
        try:
            found[name] = _kind(name, roots)
        except BadText as error:
            faults.extend(error.faults)
    return found, tuple(faults)


def _kind(name: str, roots: Sequence[Path]) -> Kind:
    shown = f"{name}/{ABOUT}"
    root = next(root for root in roots if name in _names_in(root))
    if document := documents_in(root).get(name):
        return Kind(name, about_document(document), document)
    file = text_in(root, shown)
    assert file is not None, shown
    about = section_of(read_yaml(file, shown), About)
    if faults := [fault.at(file=shown) for fault in _about_faults(name, about, roots)]:
        raise BadText(*faults)
    return Kind(name, about)


def _about_faults(name: str, about: About, roots: Sequence[Path]) -> Iterator[Fault]:
    """What an ``about.yaml`` speaks of that is not there."""
    for language in about.languages:
        if not find_text(roots, f"{name}/text.{language}.md"):
            hint = f"write it, or leave '{language}' out of the languages"
            yield Fault(f"there is no text.{language}.md", path="languages", hint=hint)
    if about.layout not in WORD:
        yield Fault(f"there is no layout '{about.layout}'", path="layout", hint=did_you_mean(about.layout, WORD))
