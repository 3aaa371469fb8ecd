"""Blocks to WordprocessingML. In: the blocks of a settled document and a pen. Out: the XML between letterhead and page setup.

Numbers are never written: a paragraph has a style, the style has a list, and Word counts. Only where a list of the same kind
starts again does a paragraph name a list of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.blocks import (
    Block,
    Box,
    BoxKind,
    Break,
    Entry,
    Heading,
    Inline,
    Item,
    ListBlock,
    Numbering,
    Paragraph,
    Part,
    Table,
)
from generator.readback import said
from generator.writers.docx_box import box
from generator.writers.docx_numbers import depth_at, number
from generator.writers.docx_paragraph import Place, paragraph
from generator.writers.docx_table import answer, table
from generator.writers.docx_text import Pen, room

_HEADINGS = {1: "Title", 2: "heading 1", 3: "heading 2", 4: "heading 3"}
"""The title is no heading in Word; an article is the first level below it."""
_LISTS = {
    Numbering.MEMBER: "Member",
    Numbering.POINT: "List Letter",
    Numbering.PARTY: "Party",
    Numbering.RECITAL: "Recital",
    Numbering.ANNEX: "Annex",
    Numbering.DECIMAL: "List Number",
    Numbering.BULLET: "List Bullet",
}
_RUN_ON = {Numbering.MEMBER, Numbering.ANNEX, Numbering.BULLET}
"""Lists that go on counting where the last one of the kind stopped (or do not count)."""
Line = tuple[Inline, ...]
_STYLE = re.compile(r"(<w:pPr><w:pStyle [^>]*/>)(?!<w:keepNext/>)")
_FIRST = re.compile(r"(<w:pPr><w:pStyle [^>]*/>(?:<w:keepNext/>)?)")


def blocks(pen: Pen, content: Sequence[Block], place: Place) -> str:
    """Blocks under each other; what announces a list, a table or a box stays with it, and a bound paper begins a page."""
    flat = list(_opened(content))
    parts: list[str] = []
    for n, block in enumerate(flat):
        written = _block(pen, block, place)
        if n and isinstance(block, Part):
            written = _FIRST.sub(r"\1<w:pageBreakBefore/>", written, count=1)
        parts.append(_with_next(written) if _stays(block, flat[n + 1] if n + 1 < len(flat) else None) else written)
        place = _after(block, place)
    return "".join(parts)


def _opened(content: Iterable[Block]) -> Iterator[Block]:
    """A passage is only what is in it."""
    for block in content:
        if isinstance(block, Box) and block.kind is BoxKind.PASSAGE:
            yield from _opened(block.blocks)
        else:
            yield block


def _stays(block: Block, follower: Block | None) -> bool:
    """A paragraph stays with what it announces; a letter's end has something above it."""
    return _is_announced(follower) and (isinstance(block, Paragraph) or _is_closing(follower))


def _is_announced(block: Block | None) -> bool:
    """A list, a table, a box, room for an answer: what a paragraph before it is about."""
    return isinstance(block, ListBlock | Table | Box) or (isinstance(block, Paragraph) and room(block.content) > 1)


def _is_closing(block: Block | None) -> bool:
    return isinstance(block, Box) and block.kind is BoxKind.CLOSING


def _after(block: Block, place: Place) -> Place:
    """What a block changes for those below it."""
    if _is_closing(block):
        return replace(place, style="Enclosures")
    return replace(place, points=False) if isinstance(block, ListBlock) and block.numbering is Numbering.POINT else place


def _with_next(xml: str) -> str:
    """The last line (of a table its last row) stays on the page with what follows."""
    last = xml.rfind("<w:p>")
    if xml[:last].endswith("</w:tbl>"):
        last = xml.rfind("<w:tr>")
    return xml[:last] + _STYLE.sub(r"\1<w:keepNext/>", xml[last:])


def _block(pen: Pen, block: Block, place: Place) -> str:
    match block:
        case Heading():
            return _heading(pen, block, place)
        case Paragraph():
            return _paragraph(pen, block, place)
        case ListBlock():
            return _list(pen, block, place)
        case Table():
            return table(pen, block, place)
        case Box():
            return box(pen, block, place, blocks)
        case Part():
            pen.counting.clear()
            return blocks(pen, block.blocks, place)
        case _:
            raise TypeError(f"unknown block {type(block).__name__}")


def _heading(pen: Pen, heading: Heading, place: Place) -> str:
    """An article's style numbers it; any other heading of that level says that it has no number."""
    pen.heading = " ".join(filter(None, (heading.number, said(heading.content))))
    style, here = _HEADINGS[heading.level], replace(place, indent=0)
    if heading.numbering is Numbering.ARTICLE:
        own = number(pen, style, pen.layout.lists[style.lower()].depth, runs_on=True)
        return paragraph(pen, style, heading.content, here, number=own, anchor=heading.anchor)
    if style.lower() not in pen.layout.lists:
        return paragraph(pen, style, heading.content, here, anchor=heading.anchor)
    none = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
    text = paragraph(pen, style, heading.content, here, number=none, anchor=heading.anchor)
    return text.replace("</w:pPr>", '<w:ind w:left="0" w:firstLine="0"/></w:pPr>', 1)


def _paragraph(pen: Pen, block: Paragraph, place: Place) -> str:
    """A line or more of text; below it the room for an answer, which in a box has no border of its own."""
    asked, answered = _asked(block.content) if place.style == "Normal" else (block.content, ())
    if not answered:
        return paragraph(pen, place.style, asked, place)
    question = paragraph(pen, place.style, asked, replace(place, keep=True)) if asked else ""
    return question + answer(pen, answered, place)


def _asked(content: Line) -> tuple[Line, Line]:
    """What stands before an answer of several lines, and all from there."""
    start = next((n for n, inline in enumerate(content) if isinstance(inline, Entry) and inline.lines > 1), len(content))
    above = start - 1 if 0 < start < len(content) and isinstance(content[start - 1], Break) else start
    return content[:above], content[start:]


def _list(pen: Pen, block: ListBlock, place: Place) -> str:
    style = "Point" if place.points and block.numbering is Numbering.POINT else _LISTS[block.numbering]
    own = pen.layout.lists[style.lower()]
    depth = own.depth if style in ("Member", "Point") else depth_at(pen, style, place.indent)
    numbered = number(pen, style, depth, runs_on=block.numbering in _RUN_ON or style == "Point")
    below = replace(place, indent=own.levels[depth].left, points=block.numbering is Numbering.MEMBER)
    return "".join(_item(pen, item, style, numbered, below) for item in block.items)


def _item(pen: Pen, item: Item, style: str, numbered: str, place: Place) -> str:
    """The first paragraph has the number; what follows stands under its text."""
    first, rest = (item.blocks[0], item.blocks[1:]) if isinstance(item.blocks[0], Paragraph) else (Paragraph(()), item.blocks)
    asked, answered = _asked(first.content)
    rest = (Paragraph(answered), *rest) if answered else rest
    here = replace(place, indent=0, keep=place.keep or (bool(rest) and _is_announced(rest[0])))
    head = paragraph(pen, style, asked, here, number=numbered, anchor=item.anchor)
    return head + blocks(pen, rest, place)
