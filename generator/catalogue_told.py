"""The catalogue as it is told. In: entries. Out: lines for a reader, in Dutch or English; JSON for a program."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from textwrap import wrap
from typing import Any

from generator.asked import fields_of
from generator.catalogue import Entry, Money
from generator.profile.activity import ActivityType
from generator.profile.party import Kind
from generator.shelf import find_text
from generator.wording.labels import label
from generator.wording.sentences import conjunction

Entries = Mapping[ActivityType, Entry]
WORDS: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "first": "goede eerste stap",
        "suits": "past bij",
        "asks": "nodig",
        "clauses": "artikelen",
        "money": "geld",
        "tip": "tip",
        "add": "toevoegen",
        Money.YES: "ja",
        Money.MAYBE: "soms",
        Money.NO: "nee",
        "nothing": "Voor deze soort partner staat er niets in de catalogus.",
        "more": "Meer over één ervan: handslag catalogue {example}",
    },
    "en": {
        "first": "good first step",
        "suits": "suits",
        "asks": "needs",
        "clauses": "articles",
        "money": "money",
        "tip": "tip",
        "add": "add",
        Money.YES: "yes",
        Money.MAYBE: "sometimes",
        Money.NO: "no",
        "nothing": "There is nothing in the catalogue for this kind of partner.",
        "more": "More about one of them: handslag catalogue {example} --lang en",
    },
}
_TITLE = re.compile(r"^## (?P<title>[^{\n]+?) *(?:\{#[^}]*\})?$", re.MULTILINE)
WIDTH = 100


def suiting(entries: Entries, kind: str | None) -> Entries:
    """The entries that suit a kind of partner, or all; first steps first."""
    found = ((type_, entry) for type_, entry in entries.items() if kind is None or kind in entry.suits)
    return dict(sorted(found, key=lambda named: not named[1].first_step))


def as_lines(entries: Entries, language: str) -> Iterator[str]:
    """Every entry in a few lines."""
    words = WORDS[language]
    for type_, entry in entries.items():
        yield from _head(type_, entry, language)
    yield ""
    yield words["more"].format(example=next(iter(entries))) if entries else words["nothing"]


def entry_as_lines(type_: ActivityType, entry: Entry, roots: Sequence[Path], language: str) -> Iterator[str]:
    """All that is known of one entry."""
    words = WORDS[language]
    yield from _head(type_, entry, language)
    asks = "; ".join(f"{field.label} ({field.path})" for field in fields_of(type_, entry, language))
    clauses = "; ".join(clause_title(name, roots, language) for name in entry.clauses)
    suits = conjunction([_kind(kind, language) for kind in entry.suits], language=language)
    told = {"tip": entry.tip.in_(language), "suits": suits, "asks": asks, "clauses": clauses, "money": words[entry.money]}
    told["add"] = f"handslag add activity PARTNER {type_}"
    for key, text in told.items():
        lines = wrap(f"  {words[key]}: {text}", WIDTH, subsequent_indent="    ", break_on_hyphens=False)
        yield from lines


def _head(type_: ActivityType, entry: Entry, language: str) -> Iterator[str]:
    mark = f"  ({WORDS[language]['first']})" if entry.first_step else ""
    yield f"{type_}  {entry.name.in_(language)}{mark}"
    yield from wrap(entry.what.in_(language), WIDTH, initial_indent="  ", subsequent_indent="  ")


def clause_title(name: str, roots: Sequence[Path], language: str) -> str:
    """The heading of a clause; its name, when its heading depends on the profile."""
    path = find_text(roots, f"clauses/{name}.{language}.md")
    found = _TITLE.search(path.read_text(encoding="utf-8")) if path else None
    return found["title"] if found else name


def _kind(kind: Kind, language: str) -> str:
    return label(kind, language=language).replace("\N{NO-BREAK SPACE}", " ")


def as_json(entries: Entries, roots: Sequence[Path], language: str) -> str:
    """What programs are told."""
    return json.dumps(
        [_as_json(type_, entry, roots, language) for type_, entry in entries.items()], indent=2, ensure_ascii=False
    )


def _as_json(type_: ActivityType, entry: Entry, roots: Sequence[Path], language: str) -> dict[str, Any]:
    told: dict[str, Any] = {"type": str(type_)} | {name: getattr(entry, name).in_(language) for name in ("name", "what", "tip")}
    told |= {"first_step": entry.first_step, "money": str(entry.money), "suits": [str(kind) for kind in entry.suits]}
    told["asks"] = [{"field": field.path, "label": field.label} for field in fields_of(type_, entry, language)]
    return told | {"clauses": [{"name": name, "title": clause_title(name, roots, language)} for name in entry.clauses]}
