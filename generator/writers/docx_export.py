"""A layout of ours to edit in Word, in the school's look. In: its bytes. Out: bytes of a .docx, with its tags still in it."""

from __future__ import annotations

from datetime import date

from lxml import etree

from generator.documents.opened import opened, trees
from generator.look import Look
from generator.writers.docx_house import restyle
from generator.writers.docx_zip import member, packed

_LANGUAGE, _DAY = "nl", date(2026, 11, 24)
"""Of the layout's own words, which become the document's when it is filled; and of the zip, so that the bytes are the same."""


def in_style(data: bytes, name: str, look: Look) -> bytes:
    """The layout with the school's colours and fonts in its theme, so that Word shows it as it will be."""
    parts = opened(data, name)
    roots = trees(parts, name)
    restyle(roots, look, _LANGUAGE)
    written = {part: etree.tostring(root, encoding="UTF-8", standalone=True) for part, root in roots.items()}
    return packed((member(part, content) for part, content in (parts | written).items()), _DAY)
