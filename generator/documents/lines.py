"""What a filled Word document says, as a tree. In: its main page with marks, its styles, what was printed. Out: blocks.

For the plain formats (text, Markdown, e-mail) and for what looks at a document's words; its looks stay in the Word file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from generator.blocks import Align, Blank, Block, Break, Heading, Inline, Paragraph, Row, Table, Text
from generator.documents.environment import MARK
from generator.documents.reading import P, W, paragraphs
from generator.documents.values import Printed
from generator.missing import Missing

_SPLIT = re.compile(f"({MARK.pattern.replace('(', '(?:')}|\n)")
_TITLES = {"title", "heading 1"}


def blocks_of(root: etree._Element, styles: Mapping[str, str], printed: Printed) -> tuple[Block, ...]:
    """The blocks of the main page; its first title is the title."""
    found: list[Block] = []
    titled = False
    tables = {table: rows for table in root.iter(f"{W}tbl") if (rows := _top(table))}
    done: set[etree._Element] = set()
    for paragraph, words in paragraphs(root):
        table = next((one for one in reversed([*paragraph.iterancestors(f"{W}tbl")]) if one in tables), None)
        if table is not None:
            if table not in done:
                done.add(table)
                found.append(_table(table, printed))
            continue
        content = _inlines(words, printed)
        if not content:
            continue
        style = _style(paragraph, styles)
        is_title = not titled and style in _TITLES
        titled = titled or is_title
        found.append(_block(content, style, is_title))
    return tuple(found)


def _block(content: tuple[Inline, ...], style: str, is_title: bool) -> Block:
    if is_title or style.startswith("heading "):
        return Heading(1 if is_title else 2, content)
    return Paragraph(content)


def _style(paragraph: etree._Element, styles: Mapping[str, str]) -> str:
    named = paragraph.find(f"{W}pPr/{W}pStyle") if paragraph.tag == P else None
    return styles.get(named.get(f"{W}val", ""), "").lower() if named is not None else ""


def _top(table: etree._Element) -> list[etree._Element]:
    """The rows of a table that stands in no other; of one in a cell, nothing: it is read as part of that cell."""
    return [] if next(table.iterancestors(f"{W}tbl"), None) is not None else list(table.iter(f"{W}tr"))


def _table(table: etree._Element, printed: Printed) -> Block:
    rows = [tuple(_cell(cell, printed) for cell in row.iter(f"{W}tc") if _row_of(cell) is row) for row in _top(table)]
    rows = [row for row, element in zip(rows, _top(table), strict=True) if next(element.iterancestors(f"{W}tbl")) is table]
    width = max(map(len, rows), default=0)
    even: tuple[Row, ...] = tuple((*row, *[()] * (width - len(row))) for row in rows)
    return Table((), even, (Align.LEFT,) * width)


def _row_of(cell: etree._Element) -> etree._Element | None:
    return next(cell.iterancestors(f"{W}tr"), None)


def _cell(cell: etree._Element, printed: Printed) -> tuple[Inline, ...]:
    lines = [words for _, words in paragraphs(cell) if words.strip()]
    return _inlines("\n".join(lines), printed)


def _inlines(words: str, printed: Printed) -> tuple[Inline, ...]:
    return tuple(_joined(_pieces(words.strip(), printed)))


def _pieces(words: str, printed: Printed) -> Iterator[Inline]:
    for part in _SPLIT.split(words):
        mark = MARK.fullmatch(part)
        value = printed[int(mark[1])] if mark else part
        if isinstance(value, Missing):
            yield Blank(value.label, value.path)
            continue
        for n, line in enumerate(value.split("\n")):
            yield from ([Break()] if n else [])
            yield from ([Text(line)] if line else [])


def _joined(pieces: Iterator[Inline]) -> Iterator[Inline]:
    """Text that runs on is one text."""
    held: Text | None = None
    for piece in pieces:
        if isinstance(piece, Text):
            held = Text(held.text + piece.text) if held else piece
            continue
        yield from [held] if held else []
        held = None
        yield piece
    yield from [held] if held else []
