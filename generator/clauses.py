"""Clauses: which articles a kind of document has, in order. In: a kind, a language, folders with texts. Out: a row of clauses.

The kind's ``about.yaml`` lists them. A clause that says itself where it comes (``after: evaluation``) joins the kinds that have
that article: so a school adds an article by putting a file in ``clauses/``, and changes no list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from generator.errors import BadText, Fault, did_you_mean
from generator.kinds import Kind, kind_names, kinds
from generator.load.sections import section_of
from generator.load.yaml import Source, read_bytes
from generator.profile.base import MaybeText, OneOrMore, Section, optional, several
from generator.shelf import CLAUSES, FRONT_MATTER, find_text, read_text, strays_in

_LANGUAGES = ("nl", "en")
_NAME = re.compile(r"[a-z][a-z0-9-]*")
"""What an anchor may be."""


class Front(Section):
    """What a clause may say above its text."""

    when: MaybeText = optional("Als", "The condition, an expression over the names a text may use; none: always.")
    after: MaybeText = optional("Na", "The article that it comes after: 'evaluation'. Not for an article that has a place.")
    kinds: OneOrMore = several("Stukken", "Kinds of document that it is for; none: all that have the article before it.")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a kind in one language."""

    name: str
    """``finance``: the file's name and the anchor of its heading."""
    file: str
    """Where it is, below a folder with texts: ``clauses/finance.nl.md``."""
    when: str = ""
    """The condition, an expression over the names a text may use; empty: always."""
    line: int | None = None
    """Where the condition stands in the file."""
    more: Mapping[str, Any] = field(default_factory=dict, compare=False)
    """Names that only this clause may use."""


@lru_cache(maxsize=64)
def clauses(kind: Kind, language: str, roots: tuple[Path, ...]) -> tuple[Clause, ...]:
    """The kind's clauses in order, with their conditions; raises BadText for each that is missing, misplaced or has bad front
    matter.
    """
    listed = kind.about.clauses
    if not listed:
        return ()
    faults = [fault for root in roots if root.name == CLAUSES for fault in strays_in(root)]
    order = _placed(listed, _joining(kind, roots, faults))
    found = [clause for name in order if (clause := _clause(name, language, roots, faults))]
    if faults:
        raise BadText(*faults)
    return tuple(found)


def clause_names(roots: Iterable[Path]) -> tuple[str, ...]:
    """The name of every clause that any folder has; not of what clauses share (``_words``)."""
    files = (file for root in roots for file in sorted(_folder(root).glob("*.md")))
    names = (file.name.split(".")[0] for file in files)
    return tuple(dict.fromkeys(name for name in names if not name.startswith("_")))


def front_of(text: str, shown: str) -> Front:
    """What stands above a clause; raises BadText with every fault in it."""
    found = FRONT_MATTER.match(text)
    source = read_bytes(f"\n{found['yaml'] or ''}".encode(), Source(shown)) if found else Source(shown)
    return section_of(source, Front)


# -- where they stand --


def _placed(listed: Iterable[str], joining: Mapping[str, str]) -> list[str]:
    """The names in order, each that joins behind the one it comes after; those behind the same one by name."""
    order = list(listed)
    waiting = dict(sorted(joining.items(), reverse=True))
    while ready := [name for name, after in waiting.items() if after in order]:
        for name in ready:
            order.insert(order.index(waiting.pop(name)) + 1, name)
    return order


def _joining(kind: Kind, roots: tuple[Path, ...], faults: list[Fault]) -> dict[str, str]:
    """The clauses that join this kind by themselves, with the article each comes after."""
    known = clause_names(roots)
    fronts = {name: found for name in known if (found := _front(name, roots, faults))}
    joining = {name: found for name, found in fronts.items() if name not in kind.about.clauses}
    after = {name: front.after for name, (front, _) in joining.items() if front.after}
    for name, (front, shown) in joining.items():
        faults += _misplaced(name, front, shown, known, after, roots)
    for name, (front, shown) in fronts.items():
        if front.after and name not in joining:
            hint = "leave 'after' out, or give the clause a name of its own"
            faults.append(Fault(f"the article '{name}' has its place already", file=shown, path="after", hint=hint))
    return {name: place for name, place in after.items() if not fronts[name][0].kinds or kind.id in fronts[name][0].kinds}


def _misplaced(
    name: str, front: Front, shown: str, known: Sequence[str], after: Mapping[str, str], roots: tuple[Path, ...]
) -> Iterator[Fault]:
    """What is wrong with the place that a clause gives itself."""
    if not _NAME.fullmatch(name):
        hint = "use small letters, figures and hyphens: parking.nl.md"
        yield Fault(f"'{name}' cannot be the name of an article", file=shown, hint=hint)
    if front.after is None:
        if all(name not in kind.about.clauses for kind in kinds(roots).values()):
            hint = "write above it, between two lines with ---: after: evaluation"
            yield Fault(f"nothing says where the article '{name}' comes", file=shown, path="after", hint=hint)
    elif front.after not in known:
        yield Fault(f"there is no article '{front.after}'", file=shown, path="after", hint=did_you_mean(front.after, known))
    elif _goes_round(name, after):
        hint = "let one of them come after an article of the agreement"
        yield Fault(f"the article '{name}' comes after itself", file=shown, path="after", hint=hint)
    for wanted in front.kinds:
        if wanted not in kind_names(roots):
            hint = did_you_mean(wanted, kind_names(roots))
            yield Fault(f"there is no document kind '{wanted}'", file=shown, path="kinds", hint=hint)


def _goes_round(name: str, after: Mapping[str, str]) -> bool:
    seen: list[str] = []
    while name in after and name not in seen:
        seen.append(name)
        name = after[name]
    return name in seen


# -- one clause --


def _clause(name: str, language: str, roots: Sequence[Path], faults: list[Fault]) -> Clause | None:
    file = f"{CLAUSES}/{name}.{language}.md"
    path = find_text(roots, file)
    if path is None:
        hint = "write it, beside the other language" if name in clause_names(roots) else "mend the list in about.yaml"
        faults.append(Fault(f"there is no clause '{name}' in language '{language}'", file=file, hint=hint))
        return None
    found = _front(name, roots, faults, (language,))
    return Clause(name, file, found[0].when or "", _line_of("when:", read_text(path, file))) if found else None


def _line_of(key: str, text: str) -> int | None:
    """The line that begins so."""
    return next((number for number, line in enumerate(text.split("\n"), 1) if line.startswith(key)), None)


def _front(
    name: str, roots: Sequence[Path], faults: list[Fault], languages: Iterable[str] = _LANGUAGES
) -> tuple[Front, str] | None:
    """What stands above a clause, in the first of these languages that it has, and its file as shown; None when it is bad."""
    for language in languages:
        file = f"{CLAUSES}/{name}.{language}.md"
        if path := find_text(roots, file):
            try:
                return front_of(read_text(path, file), file), file
            except BadText as error:
                faults.extend(fault for fault in error.faults if fault not in faults)
                return None
    return None


def _folder(root: Path) -> Path:
    return root if root.name == CLAUSES else root / CLAUSES
