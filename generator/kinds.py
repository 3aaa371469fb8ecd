"""Document kinds. In: the folders with an ``about.yaml``. Out: what each kind is called, needs, and is made of.

A new kind is a new folder with a text: nothing in here, or anywhere in Python, knows a kind by name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from generator.about import About
from generator.errors import BadText, Fault, WrongUsage, did_you_mean
from generator.load.yaml import Source, read_bytes, read_yaml

_FRONT_MATTER = re.compile(r"\A---\n(?P<yaml>.*?\n)?---\n", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a kind in one language."""

    name: str
    """``finance``: the file's name and the anchor of its heading."""
    file: str
    """Where it is, below a folder with texts: ``clauses/finance.nl.md``."""
    when: str = ""
    """The condition, an expression over the names a text may use; empty: always."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A document kind: a folder with texts."""

    id: str
    """``cooperation-agreement``: the folder's name."""
    about: About = field(compare=False)

    def text(self, language: str) -> str:
        """The main text's file, below a folder with texts."""
        return f"{self.id}/text.{language}.md"

    @property
    def text_version(self) -> str:
        """Version and day of the text, as documents carry it: ``1.0.0 (2026-11-23)``."""
        return f"{self.about.version} ({self.about.date.isoformat()})"


def kinds(roots: Sequence[Path]) -> dict[str, Kind]:
    """Every kind below these folders, by id; the first folder that has one counts.

    Raises BadText with every fault of every ``about.yaml``.
    """
    found: dict[str, Kind] = {}
    faults: list[Fault] = []
    for file in (file for root in roots for file in sorted(root.glob("*/about.yaml"))):
        try:
            found.setdefault(file.parent.name, _kind(file))
        except BadText as error:
            faults.extend(error.faults)
    if faults:
        raise BadText(*faults)
    return found


def kind_named(name: str, roots: Sequence[Path]) -> Kind:
    """The kind of this name, whatever is wrong with others; raises WrongUsage with the nearest name there is."""
    files = {file.parent.name: file for root in reversed(roots) for file in root.glob("*/about.yaml")}
    if name not in files:
        raise WrongUsage(Fault(f"there is no document kind '{name}'", hint=did_you_mean(name, files)))
    return _kind(files[name])


@lru_cache(maxsize=64)
def clauses(kind: Kind, language: str, roots: tuple[Path, ...]) -> tuple[Clause, ...]:
    """The kind's clauses in order, with their conditions; raises BadText for each that is missing or has bad front matter."""
    found: list[Clause] = []
    faults: list[Fault] = []
    for name in kind.about.clauses:
        try:
            found.append(_clause(name, language, roots))
        except BadText as error:
            faults.extend(error.faults)
    if faults:
        raise BadText(*faults)
    return tuple(found)


def _kind(file: Path) -> Kind:
    shown = f"{file.parent.name}/{file.name}"
    about = _validated(_data(read_yaml(file, shown)), shown)
    missing = [language for language in about.languages if not (file.parent / f"text.{language}.md").is_file()]
    if missing:
        raise BadText(*(Fault(f"there is no text.{language}.md", file=shown, path="languages") for language in missing))
    return Kind(file.parent.name, about)


def _data(source: Source) -> Mapping[str, Any]:
    """What a YAML file says; raises BadText with its faults."""
    if source.faults:
        raise BadText(*source.faults)
    return source.data or {}


def _validated(data: Mapping[str, Any], shown: str) -> About:
    try:
        return About.model_validate(data)
    except ValidationError as error:
        faults = (Fault(str(item["msg"]), file=shown, path=".".join(map(str, item["loc"]))) for item in error.errors())
        raise BadText(*faults) from None


def _clause(name: str, language: str, roots: Sequence[Path]) -> Clause:
    file = f"clauses/{name}.{language}.md"
    path = next((root / file for root in roots if (root / file).is_file()), None)
    if path is None:
        raise BadText(
            Fault(f"there is no clause '{name}' in language '{language}'", file=file, hint="mend the list in about.yaml")
        )
    return Clause(name, file, _condition(path.read_text(encoding="utf-8"), file))


def _condition(text: str, shown: str) -> str:
    """The ``when`` of a clause's front matter."""
    found = _FRONT_MATTER.match(text)
    if not found or not found["yaml"]:
        return ""
    front = _data(read_bytes(found["yaml"].encode(), Source(shown)))
    if unknown := set(front) - {"when"}:
        raise BadText(
            Fault(f"unknown front matter: {', '.join(sorted(unknown))}", file=shown, hint="a clause knows only 'when'")
        )
    return str(front.get("when") or "")
