"""Tables to WordprocessingML. In: a table, a pen, a place. Out: ``w:tbl`` and the small gap below it.

Word facts: two tables without a paragraph between them become one; a cell must end with a paragraph; a row goes to the next
page whole only with ``w:cantSplit``, and rows stay together when every paragraph in them keeps with the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from generator.blocks import Align, Inline, Row, Table
from generator.readback import said
from generator.writers.docx_paragraph import Place, paragraph
from generator.writers.docx_styles import Layout
from generator.writers.docx_text import Pen, attribute, has_write_line, room

PADDING = 216
"""Both sides of a cell, in twips."""
SIZE, BOLD = 190, 1.1
"""Of the letters in a table, in twips (9.5 pt), and how much wider they are in bold."""
LETTER = 100
"""Width of an average letter of 9.5 pt, in twips; bold and capitals need a little more."""
_SHORT_TABLE = 6
"""A table of so many rows or fewer stays on one page."""
_LONGEST_WORD, _LONGEST_CELL = 24, 60
"""Letters; more does not make a column wider."""
_SHORTEST_WORD = 4
"""Letters; fewer can be wide ones, as in ``21%`` and ``Btw``."""
_DESCRIPTION = 250
_LINE = 320
"""Height of a line of an answer, in twips; there is room to write it by hand, too."""
_ANSWER = " answer" * 6
"""An answer, as far as its column's width goes."""
_NO_ROOM = '<w:spacing w:line="20" w:lineRule="exact"/>'
_SIGNED = " a signature "
"""What a line to write on needs."""
SIGNING_ROOM = 680
"""Height of a row to sign in, in twips: 12 mm."""
FOOT = '<w:vAlign w:val="bottom"/>'


def table(pen: Pen, block: Table, place: Place) -> str:
    """A table as wide as the text, its head repeated on every page."""
    style = "Document Table"
    width = place.width - place.indent
    widths = _widths(pen.layout, block, width)
    together = len(block.rows) <= _SHORT_TABLE
    rows = [_row(pen, row, block.aligns, widths, "Table Head", True) for row in block.head]
    for n, row in enumerate(block.rows, 1):
        rows.append(_row(pen, row, block.aligns, widths, "Table Text", place.keep or (together and n < len(block.rows))))
    described = ", ".join(said(cell) for cell in block.head[0]) if block.head else ""
    return frame(pen, style, widths, rows, place.indent, described, head=bool(block.head)) + gap(pen)


def _row(pen: Pen, row: Row, aligns: Sequence[Align], widths: list[int], style: str, keep: bool) -> str:
    """One row; a head is told from the rest by its style."""
    signing = any(has_write_line(content) for content in row)
    height = at_least(SIGNING_ROOM) if signing else answer_height(inline for content in row for inline in content)
    head = "<w:tblHeader/>" if style == "Table Head" else height
    foot = FOOT if signing else ""
    cells = [
        cell(
            width,
            paragraph(pen, style, words, Place(width - PADDING, keep=keep), align="" if align is Align.LEFT else align.value),
            foot,
        )
        for words, align, width in zip(row, aligns, widths, strict=True)
    ]
    return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{''.join(cells)}</w:tr>"


def answer(pen: Pen, content: Sequence[Inline], place: Place) -> str:
    """A paragraph with room for an answer of several lines: a cell so high, with a border around it."""
    width = place.width - place.indent
    text = paragraph(pen, "Table Text", content, Place(width - PADDING, keep=place.keep))
    row = f"<w:tr><w:trPr><w:cantSplit/>{answer_height(content)}</w:trPr>{cell(width, text)}</w:tr>"
    return frame(pen, "Entry Table", [width], [row], place.indent, "") + gap(pen)


def answer_height(content: Iterable[Inline]) -> str:
    """The height of a row in which an answer of several lines is typed; one line needs no more than any row has."""
    lines = room(content)
    return at_least(_LINE * lines) if lines > 1 else ""


def at_least(height: int) -> str:
    """``w:trHeight``, in twips."""
    return f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>'


def cell(width: int, inner: str, properties: str = "") -> str:
    """``w:tc``; it must end with a paragraph, so an empty one gets one."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}</w:tcPr>{inner or "<w:p/>"}</w:tc>'


def frame(pen: Pen, style: str, widths: list[int], rows: list[str], indent: int, described: str, head: bool = False) -> str:
    """``w:tbl`` with a title and a description for a screen reader, and fixed widths, so that Word and others agree."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    first = int(head)
    look = f'w:val="{0x0620 if head else 0x0600:04X}" w:firstRow="{first}" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
    caption = f'<w:tblCaption w:val="{attribute(pen.heading[:_DESCRIPTION])}"/>' if pen.heading else ""
    description = f'<w:tblDescription w:val="{attribute(described[:_DESCRIPTION])}"/>' if described else ""
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{pen.layout.styles[style.lower()]}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblInd w:w="{indent}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook {look} w:noHBand="1" w:noVBand="1"/>{caption}{description}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def gap(pen: Pen, air: int = 0, keep: bool = False) -> str:
    """The paragraph that keeps two tables apart and ends a cell; ``air`` is room below it, in twips."""
    more = "<w:keepNext/>" * keep + (f'<w:spacing w:after="{air}"/>' if air else "")
    return f'<w:p><w:pPr><w:pStyle w:val="{pen.layout.styles["table gap"]}"/>{more}</w:pPr></w:p>'


def ended(pen: Pen, body: str) -> str:
    """The body with a last gap that takes no room: after a table that fills its page it would stand alone on the next."""
    start = body.rfind("<w:p>")
    if start < 0 or f'<w:pStyle w:val="{pen.layout.styles["table gap"]}"/>' not in body[start:]:
        return body
    return f"{body[:start]}{gap(pen).replace('</w:pPr>', _NO_ROOM + '</w:pPr>')}"


def _widths(layout: Layout, block: Table, width: int) -> list[int]:
    """Every column has room for its longest word; what is left goes to those with the longest texts."""
    columns, letter = range(len(block.aligns)), round(LETTER * layout.breadth)
    texts = [[_measured(row[column]) for row in (*block.head, *block.rows)] for column in columns]
    words = [min(_LONGEST_WORD, max((len(w) for text in column for w in text.split(" ")), default=1)) for column in texts]
    lines = [
        min(_LONGEST_CELL, max((len(line) for text in column for line in text.split("\n")), default=1)) for column in texts
    ]
    least = [max(_SHORTEST_WORD, word) * letter + PADDING for word in words]
    wanted = [max(_SHORTEST_WORD, line) * letter + PADDING for line in lines]
    for breaks in ("[ \n]", r"[ \n]|(?<=-)"):
        if sum(least) >= width:
            least = [_narrowest(layout, column, len(block.head), breaks) for column in texts]
    if sum(least) >= width:
        # -- what a cell keeps free beside its words is the same for a short word, and is not shared
        return [PADDING + share for share in _shared([one - PADDING for one in least], width - PADDING * len(columns))]
    spare = width - sum(least)
    room = [max(0, w - n) for w, n in zip(wanted, least, strict=True)]
    shares = room if sum(room) else least
    return _shared([n + spare * share // sum(shares) for n, share in zip(least, shares, strict=True)], width)


def _narrowest(layout: Layout, texts: Sequence[str], heads: int, breaks: str) -> int:
    """The least width of a column in which no word breaks, measured in its font; its heads come first, and are bold."""
    words = ((word, BOLD if n < heads else 1) for n, text in enumerate(texts) for word in re.split(breaks, text))
    return round(max((SIZE * wider * layout.width_of(word) for word, wider in words), default=0)) + PADDING + 1


def _measured(content: Sequence[Inline]) -> str:
    """What a cell says, and room for an answer or a signature as if it were there."""
    return said(content) + _ANSWER * bool(room(content)) + _SIGNED * has_write_line(content)


def _shared(parts: list[int], width: int) -> list[int]:
    """The same proportions, adding up to ``width``."""
    total = sum(parts)
    scaled = [part * width // total for part in parts]
    return [*scaled[:-1], width - sum(scaled[:-1])]
