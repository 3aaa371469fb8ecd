"""Boxes to WordprocessingML. In: a box, a pen, a place, and who writes the blocks inside. Out: a table, or the end of a letter.

Most boxes are a table: of one cell, or of labels and values where they hold a table without a head.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from generator.blocks import Block, Box, BoxKind, Row, Table
from generator.readback import said
from generator.writers.docx_paragraph import Place, paragraph
from generator.writers.docx_table import FOOT, PADDING, SIGNING_ROOM, answer_height, at_least, cell, frame, gap
from generator.writers.docx_text import Pen, has_write_line

Inner = Callable[[Pen, Sequence[Block], Place], str]
"""Writes blocks under each other."""

_NAMES = {BoxKind.FACTS: "Facts", BoxKind.SIGNATURE: "Signature", BoxKind.DETAILS: "Details"}
_LETTER = 120
"""Width of an average letter of a label, of 10 pt, in twips."""
_LABEL = (1600, 2900)
"""Narrowest and widest column of labels, in twips."""
_AIR = {BoxKind.SIGNATURE: 200, BoxKind.DETAILS: 160}
"""Below a box, in twips."""
_ABOVE_RULE = 200
"""Between the text and the rule above a signature, in twips; the paragraph itself is as high again."""
_BELOW_RULE = '<w:tcMar><w:top w:w="170" w:type="dxa"/></w:tcMar>'
"""Between that rule and what stands below it: 3 mm."""
_CELL_WIDTH = re.compile(r"<w:tcW [^>]*/>(?:<w:gridSpan [^>]*/>)?")
_BAR = 23
"""Half the bar left of a note: Word draws a border half outside its cell."""
_WINDOW = {"left": (0, 4819), "right": (5102, 3969)}
"""Where a letter's address begins and how wide it is, in twips: 85 mm from the margin, or 70 mm from 115 mm on the page."""
_WINDOW_HEIGHT = 2211
"""Of the address, in twips: 39 mm, so that nothing else shows in the window."""


def box(pen: Pen, block: Box, place: Place, inner: Inner) -> str:
    """A box of any kind but a passage, which looks like other text."""
    return _KINDS[block.kind](pen, block, place, inner)


def _note(pen: Pen, block: Box, place: Place, inner: Inner) -> str:
    width = place.width - place.indent
    within = Place(width=width - PADDING * 2, style="Note Text")
    rows = [_spanning(pen, block.blocks, within, 1, inner)]
    return frame(pen, "Note Table", [width - _BAR], rows, place.indent + _BAR, "") + gap(pen)


def _address(pen: Pen, block: Box, place: Place, inner: Inner) -> str:
    """One cell where the window of the envelope is, high enough to fill it."""
    indent, width = _WINDOW[pen.layout.window]
    text = inner(pen, block.blocks, Place(width=width, style="Address Text"))
    row = f"<w:tr><w:trPr><w:cantSplit/>{at_least(_WINDOW_HEIGHT)}</w:trPr>{cell(width, text)}</w:tr>"
    return frame(pen, "Address Table", [width], [row], indent, "") + gap(pen)


def _closing(pen: Pen, block: Box, place: Place, inner: Inner) -> str:
    """Greeting, room to sign, then who signs; a second signatory has no greeting. All of it on one page."""
    signs = 1 if len(block.blocks) > 1 else 0
    styles = ("Closing Name" if n == signs else "Closing Text" for n in range(len(block.blocks)))
    return "".join(
        inner(pen, [part], replace(place, style=style, keep=True)) for part, style in zip(block.blocks, styles, strict=True)
    )


def _labelled(pen: Pen, block: Box, place: Place, inner: Inner) -> str:
    """Labels left and values right; what is no table of pairs goes over both."""
    name = _NAMES[block.kind]
    width = place.width - place.indent
    within = Place(width=width - PADDING * 2, style=f"{name} Text", keep=block.kind is BoxKind.SIGNATURE)
    label = _label_width(block.blocks, width, round(_LETTER * pen.layout.breadth))
    widths = [label, width - label]
    rows = [row for group in _groups(block.blocks) for row in _rows(pen, group, name, within, widths, inner)]
    above = ""
    if block.kind is BoxKind.SIGNATURE and rows:
        above, rows[0] = gap(pen, _ABOVE_RULE, keep=True), _CELL_WIDTH.sub(rf"\g<0>{_BELOW_RULE}", rows[0])
    return above + frame(pen, f"{name} Table", widths, rows, place.indent, "") + gap(pen, _AIR.get(block.kind, 0))


_KINDS: dict[BoxKind, Callable[[Pen, Box, Place, Inner], str]] = {
    BoxKind.NOTE: _note,
    BoxKind.ADDRESS: _address,
    BoxKind.CLOSING: _closing,
    **dict.fromkeys(_NAMES, _labelled),
}


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


def _rows(pen: Pen, group: list[Block], name: str, place: Place, widths: list[int], inner: Inner) -> list[str]:
    pairs = group[0]
    if isinstance(pairs, Table) and _is_pairs(pairs):
        return [_pair(pen, row, name, widths, place) for row in pairs.rows]
    return [_spanning(pen, group, place, len(widths), inner)]


def _pair(pen: Pen, row: Row, name: str, widths: list[int], place: Place) -> str:
    """Label left, value right; a row to sign or to answer in has room."""
    signing = has_write_line(row[1])
    here = replace(place, width=widths[1] - PADDING)
    label = paragraph(pen, f"{name} Label", row[0], here)
    text = paragraph(pen, f"{name} Text", row[1], here)
    foot = FOOT if signing else ""
    cells = cell(widths[0], label, foot) + cell(widths[1], text, foot)
    high = at_least(SIGNING_ROOM) if signing else answer_height(row[1])
    return f"<w:tr><w:trPr><w:cantSplit/>{high}</w:trPr>{cells}</w:tr>"


def _spanning(pen: Pen, content: Sequence[Block], place: Place, columns: int, inner: Inner) -> str:
    span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    within = inner(pen, content, place)
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cell(place.width + PADDING * 2, within, span)}</w:tr>"


def _label_width(content: Sequence[Block], width: int, letter: int) -> int:
    """As wide as the longest label, within reason."""
    labels = [said(row[0]) for block in content if isinstance(block, Table) and _is_pairs(block) for row in block.rows]
    narrow, wide = _LABEL
    wanted = max((len(label) for label in labels), default=0) * letter + PADDING * 2
    return min(max(narrow, wanted), wide, width // 2)
