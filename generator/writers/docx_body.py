"""Blocks to WordprocessingML. In: the blocks of a settled document and a pen. Out: the XML between letterhead and page setup.

Numbers are never written: a paragraph has a style, the style has a list, and Word counts. Only where a list of the same kind
starts again does a paragraph name a list of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.blocks import Block, Box, BoxKind, Heading, Item, ListBlock, Numbering, Paragraph, Row, Table
from generator.readback import said
from generator.writers.docx_paragraph import Place, paragraph
from generator.writers.docx_table import LETTER, PADDING, cell, frame, gap, table
from generator.writers.docx_text import Pen, has_write_line

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
_BOXES = {BoxKind.FACTS: "Facts", BoxKind.SIGNATURE: "Signature", BoxKind.NOTE: "Note"}
_LABEL = (1600, 2900)
"""Narrowest and widest column of labels, in twips."""
_SIGNING_ROOM = 680
"""Height of a row to sign in, in twips: 12 mm."""
_SIGNATURE_GAP = 320
"""Air below a signature box, in twips."""
_ROUNDING = 20
"""Twips that two equal distances may differ by, one in millimetres and one in points."""
_BAR = 23
"""Half the bar left of a note: Word draws a border half outside its cell."""


def blocks(pen: Pen, content: Sequence[Block], place: Place) -> str:
    """Blocks under each other; what announces a list, a table or a box stays with it."""
    parts: list[str] = []
    for n, block in enumerate(content):
        announces = isinstance(content[n + 1] if n + 1 < len(content) else None, ListBlock | Table | Box)
        parts.append(_block(pen, block, replace(place, keep=True) if announces and isinstance(block, Paragraph) else place))
        if isinstance(block, ListBlock) and block.numbering is Numbering.POINT:
            place = replace(place, points=False)
    return "".join(parts)


def _block(pen: Pen, block: Block, place: Place) -> str:
    match block:
        case Heading():
            return _heading(pen, block, place)
        case Paragraph():
            return paragraph(pen, place.style, block.content, place)
        case ListBlock():
            return _list(pen, block, place)
        case Table():
            return table(pen, block, place)
        case Box():
            return _box(pen, block, place)
        case _:
            raise TypeError(f"unknown block {type(block).__name__}")


def _heading(pen: Pen, heading: Heading, place: Place) -> str:
    """An article's style numbers it; any other heading of that level says that it has no number."""
    pen.heading = " ".join(filter(None, (heading.number, said(heading.content))))
    style = _HEADINGS[heading.level]
    numberless = style.lower() in pen.layout.lists and heading.numbering is not Numbering.ARTICLE
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>' if numberless else ""
    text = paragraph(pen, style, heading.content, replace(place, indent=0), number=number, anchor=heading.anchor)
    return text.replace("</w:pPr>", '<w:ind w:left="0" w:firstLine="0"/></w:pPr>', 1) if numberless else text


def _list(pen: Pen, block: ListBlock, place: Place) -> str:
    style = "Point" if place.points and block.numbering is Numbering.POINT else _LISTS[block.numbering]
    own = pen.layout.lists[style.lower()]
    depth = own.depth if style in ("Member", "Point") else _depth(pen, style, place.indent)
    number = _number(pen, style, depth, block.numbering)
    below = replace(place, indent=own.levels[depth].left, points=block.numbering is Numbering.MEMBER)
    return "".join(_item(pen, item, style, number, below) for item in block.items)


def _depth(pen: Pen, style: str, indent: int) -> int:
    """The first level whose number stands at or right of ``indent``; the deepest when none does."""
    levels = pen.layout.lists[style.lower()].levels
    fitting = (depth for depth, level in enumerate(levels) if level.left - level.hanging >= indent - _ROUNDING)
    return next(fitting, len(levels) - 1) if indent else 0


def _number(pen: Pen, style: str, depth: int, numbering: Numbering) -> str:
    """The ``w:numPr`` of a list: none where the style's own list does, else a list of its own, or another level."""
    own = pen.layout.lists[style.lower()]
    counts_on = numbering in _RUN_ON or style == "Point"
    used = style in pen.started
    pen.started.add(style)
    if depth == own.depth and (counts_on or not used):
        return ""
    number = own.number
    if not counts_on:
        pen.lists.append((own.abstract, depth))
        number = pen.layout.last_list + len(pen.lists)
    return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'


def _item(pen: Pen, item: Item, style: str, number: str, place: Place) -> str:
    """The first paragraph has the number; what follows stands under its text."""
    first, rest = (item.blocks[0], item.blocks[1:]) if isinstance(item.blocks[0], Paragraph) else (Paragraph(()), item.blocks)
    announces = bool(rest) and isinstance(rest[0], ListBlock | Table | Box)
    here = replace(place, indent=0, keep=place.keep or announces)
    head = paragraph(pen, style, first.content, here, number=number, anchor=item.anchor)
    return head + blocks(pen, rest, place)


def _box(pen: Pen, block: Box, place: Place) -> str:
    """A box is a table: of one cell, or of labels and values where it holds a table without a head."""
    name = _BOXES[block.kind]
    width = place.width - place.indent
    inside = Place(width=width - PADDING * 2, style=f"{name} Text", keep=block.kind is BoxKind.SIGNATURE)
    if block.kind is BoxKind.NOTE:
        rows = [_spanning(pen, block.blocks, inside, 1)]
        return frame(pen, "Note Table", [width - _BAR], rows, place.indent + _BAR, "") + gap(pen)
    label = _label_width(block.blocks, width)
    rows = [row for group in _groups(block.blocks) for row in _box_rows(pen, group, name, inside, [label, width - label])]
    air = _SIGNATURE_GAP if block.kind is BoxKind.SIGNATURE else 0
    return frame(pen, f"{name} Table", [label, width - label], rows, place.indent, "") + gap(pen, air)


def _is_pairs(block: Block) -> bool:
    return isinstance(block, Table) and len(block.aligns) == 2 and not block.head


def _groups(content: Sequence[Block]) -> list[list[Block]]:
    """Tables of pairs alone, all that stands between them together."""
    groups: list[list[Block]] = []
    for block in content:
        if groups and not _is_pairs(block) and not _is_pairs(groups[-1][0]):
            groups[-1].append(block)
        else:
            groups.append([block])
    return groups


def _box_rows(pen: Pen, group: list[Block], name: str, place: Place, widths: list[int]) -> list[str]:
    pairs = group[0]
    if isinstance(pairs, Table) and _is_pairs(pairs):
        return [_pair(pen, row, name, widths, place) for row in pairs.rows]
    return [_spanning(pen, group, place, len(widths))]


def _pair(pen: Pen, row: Row, name: str, widths: list[int], place: Place) -> str:
    """Label left, value right; a row to sign in has room."""
    signing = has_write_line(row[1])
    here = replace(place, width=widths[1] - PADDING)
    label = paragraph(pen, f"{name} Label", row[0], here)
    text = paragraph(pen, f"{name} Text", row[1], here)
    foot = '<w:vAlign w:val="bottom"/>' if signing else ""
    cells = cell(widths[0], label, foot) + cell(widths[1], text, foot)
    height = f'<w:trHeight w:val="{_SIGNING_ROOM}" w:hRule="atLeast"/>' if signing else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{height}</w:trPr>{cells}</w:tr>"


def _spanning(pen: Pen, content: Sequence[Block], place: Place, columns: int) -> str:
    span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    inner = blocks(pen, content, place)
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cell(place.width + PADDING * 2, inner, span)}</w:tr>"


def _label_width(content: Sequence[Block], width: int) -> int:
    """As wide as the longest label, within reason."""
    labels = [said(row[0]) for block in content if isinstance(block, Table) and _is_pairs(block) for row in block.rows]
    narrow, wide = _LABEL
    wanted = max((len(label) for label in labels), default=0) * LETTER + PADDING * 2
    return min(max(narrow, wanted), wide, width // 2)
