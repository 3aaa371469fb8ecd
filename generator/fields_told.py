"""The list of fields, told. In: rows. Out: lines for a reader, a table for the docs, JSON, a document to paste from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from datetime import date
from itertools import groupby

from generator.blocks import Align, Document, Heading, Inline, Meta, Paragraph, Sender, Table, Text
from generator.fields import Row
from generator.look import Look

_WIDE = 44
HEADS = {
    "nl": ("Overnemen", "Wat het is", "Voorbeeld"),
    "en": ("To paste", "What it is", "Example"),
}
TITLES = {"nl": "Velden voor teksten en Word-documenten", "en": "Fields for texts and Word documents"}
_INTRO = {
    "nl": "Neem over wat in de eerste kolom staat, met de accolades. Wat leeg is, wordt een invulveld.",
    "en": "Copy what stands in the first column, with its braces. What is empty becomes a field to fill in.",
}


def as_lines(rows: Iterable[Row]) -> Iterator[str]:
    """A line a field: ``partner.legal_name   Statutaire naam (tekst)   Constructiebedrijf …``."""
    for row in rows:
        yield f"{row.path:<{_WIDE}}  {_said(row)}" + (f"  e.g. {row.example}" if row.example else "")


def as_json(rows: Iterable[Row]) -> str:
    """What programs are told."""
    listed = [{name: value for name, value in asdict(row).items() if name != "depth"} for row in rows]
    return json.dumps({"fields": listed}, indent=2, ensure_ascii=False)


def as_markdown(rows: Iterable[Row], language: str) -> Iterator[str]:
    """A table for each name at the top."""
    for name, group in groupby(rows, lambda row: row.path.partition(".")[0].rstrip("[]")):
        first, *rest = group
        if not rest:
            yield f"\n{_bullet(first)}"
            continue
        yield f"\n### {name}\n"
        yield f"{_bullet(first)}\n"
        yield f"| {' | '.join(HEADS[language])} |"
        yield "|---|---|---|"
        yield from (f"| {' | '.join(map(_cell, _cells(row)))} |" for row in rest)


def as_document(rows: Sequence[Row], language: str, day: date, sender: Sender, look: Look) -> Document:
    """A document with the fields, to paste from in Word."""
    title = TITLES[language]
    blocks: list[Heading | Paragraph | Table] = [Heading(1, _text(title)), Paragraph(_text(_INTRO[language]))]
    head = tuple(_text(word) for word in HEADS[language])
    for name, group in groupby(rows, lambda row: row.path.partition(".")[0].rstrip("[]")):
        listed = tuple(tuple(_text(cell) for cell in _cells(row)) for row in group)
        blocks += [Heading(2, _text(name)), Table((head,), listed, (Align.LEFT,) * 3)]
    meta = Meta(title, "fields", title, "", language, "", day, False, sender, look)
    return Document(meta, tuple(blocks))


def _cells(row: Row) -> tuple[str, str, str]:
    return row.tag or row.path, _said(row), row.example


def _said(row: Row) -> str:
    return f"{row.description.rstrip('.')} ({row.holds})" if row.holds else row.description.rstrip(".")


def _bullet(row: Row) -> str:
    example = f" *{row.example}*" if row.example else ""
    return f"- `{row.tag or row.path}`: {_said(row)}.{example}"


def _cell(text: str) -> str:
    """Text that stays in its cell; a tag as code."""
    shown = text.replace("|", "\\|")
    return f"`{shown}`" if text.startswith("{") else shown


def _text(words: str) -> tuple[Inline, ...]:
    return (Text(words),) if words else ()
