"""One paragraph in WordprocessingML. In: its style, its words, where it stands. Out: ``w:p``.

Word fact: the order of the properties is fixed (style, keep, number, tabs, indent, alignment); any other is an invalid file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.blocks import Inline
from generator.writers.docx_text import Pen, has_write_line, runs

WRITE_LINE = 3402
"""Length of a line to write on, in twips: 60 mm."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands."""

    width: int
    """From margin to margin (or of the cell), in twips."""
    indent: int = 0
    """Of the text, in twips from the left."""
    style: str = "Normal"
    """Of its paragraphs."""
    keep: bool = False
    """Whether every paragraph stays with the next: a box that never splits."""
    points: bool = False
    """Under a member: a list of points is the member's own third level."""


def paragraph(
    pen: Pen, style: str, content: Sequence[Inline], place: Place, number: str = "", align: str = "", anchor: str = ""
) -> str:
    """One ``w:p``; ``number`` is a ``w:numPr`` where the style's own does not do."""
    indent = f'<w:ind w:left="{place.indent}"/>' if place.indent else ""
    inner = (
        f'<w:pStyle w:val="{pen.layout.styles[style.lower()]}"/>'
        + ("<w:keepNext/>" if place.keep else "")
        + number
        + (_ruled(place) if has_write_line(content) else "")
        + indent
        + (f'<w:jc w:val="{align}"/>' if align else "")
    )
    text = runs(pen, content)
    return f"<w:p><w:pPr>{inner}</w:pPr>{_bookmarked(pen, anchor, text) if anchor else text}</w:p>"


def _ruled(place: Place) -> str:
    """Tab stops that rule a line: 60 mm long at the start of a line, to the next stop behind a word."""
    stops = [place.indent + WRITE_LINE * n for n in (1, 2)]
    ruled = "".join(f'<w:tab w:val="left" w:leader="underscore" w:pos="{stop}"/>' for stop in stops if stop <= place.width)
    return (
        f"<w:tabs>{ruled}</w:tabs>"
        if ruled
        else f'<w:tabs><w:tab w:val="right" w:leader="underscore" w:pos="{place.width}"/></w:tabs>'
    )


def _bookmarked(pen: Pen, anchor: str, text: str) -> str:
    name = pen.bookmark(anchor)
    number = list(pen.bookmarks.values()).index(name)
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{text}<w:bookmarkEnd w:id="{number}"/>'
