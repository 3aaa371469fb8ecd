"""Forms for tests. In: a document, or the bytes of one. Out: where something can be filled in, and what is filled in there."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from typing import Any

import pypdf

from generator.blocks import Document, Entry, Tick
from generator.tree import lines

TO_THE_READER = re.compile(r"\b(u|uw|uzelf|je|jij|jou|jouw|jullie|you|your)\b", re.IGNORECASE)
"""Words that speak to the reader."""


def entries(document: Document) -> list[str]:
    """The labels of all room for an answer, in reading order."""
    return [inline.label for line in lines(document.blocks) for inline in line if isinstance(inline, Entry)]


def ticks(document: Document) -> list[Tick]:
    """All boxes to tick, in reading order."""
    return [inline for line in lines(document.blocks) for inline in line if isinstance(inline, Tick)]


def choices(document: Document) -> dict[str, int]:
    """Each group of boxes of which one is ticked, and how many boxes it has."""
    return dict(Counter(tick.group for tick in ticks(document)))


def shape(text: str) -> list[tuple[str, int, int]]:
    """What no translation changes of an outline: each line's mark, its cells, its places to fill in."""
    marks = [(re.match(r"\s*\S+", line), line) for line in text.splitlines()]
    return [(mark[0] if mark else "", line.count(" | "), line.count("[____") + line.count("[ ]")) for mark, line in marks]


def fields(pdf: bytes) -> dict[str, Any]:
    """The fields of a PDF form by name."""
    return pypdf.PdfReader(io.BytesIO(pdf)).get_fields() or {}


def filled(pdf: bytes, answers: dict[str, str]) -> bytes:
    """The form as somebody filled it in."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf))
    for page in writer.pages:
        writer.update_page_form_field_values(page, answers, auto_regenerate=False)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def chosen(pdf: bytes, group: str) -> list[str]:
    """Which boxes of a choice are on."""
    return [str(kid.get_object()["/AS"]) for kid in fields(pdf)[group]["/Kids"] if kid.get_object()["/AS"] != "/Off"]


def controls(docx: bytes) -> Counter[str]:
    """The content controls of a Word file by what can be done with them: ``text``, ``checkbox``."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        xml = archive.read("word/document.xml").decode()
    return Counter(re.findall(r"<w:sdtPr>.*?<w(?:14)?:(text|checkbox)\b", xml))
