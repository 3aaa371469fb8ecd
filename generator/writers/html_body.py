"""The tree as HTML: one small function for each kind of block and inline. In: blocks. Out: Markup, every value escaped.

The same markup is read by a browser and printed by WeasyPrint. Numbers are real text, so that they are copied, searched and
read aloud. An item's first paragraph is not wrapped, so that number and words share one line (and a page costs less time).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from markupsafe import Markup

from generator.blocks import (
    Align,
    Blank,
    Block,
    Box,
    BoxKind,
    Break,
    Emphasis,
    Entry,
    Heading,
    Inline,
    Item,
    Link,
    ListBlock,
    Numbering,
    Paragraph,
    Part,
    Reference,
    Row,
    Strong,
    Table,
    Text,
    Tick,
    WriteLine,
)
from generator.readback import said

_LONG = re.compile(r"(\S{26,})")
"""A word that a narrow column cannot hold: a URL, a 300-character name."""
_APART = re.compile("((?<=\u200d)[\u2190-\U0010ffff]|[\U0001f3fb-\U0001f3ff])")
"""Parts of joined emoji: the font has one picture for many of them, and a picture can be copied as one text only."""
_FEW = 7
"""Rows of a table that is not split over pages."""
_LINE = 72
"""Characters that surely fit beside each other in a table, whatever its number of columns."""
_LABELLED = {BoxKind.SIGNATURE, BoxKind.FACTS, BoxKind.DETAILS}
"""Boxes in which a table without a head has labels left, values right."""
_SPACES = dict.fromkeys(map(ord, "\t\v\f\x85\u2028\u2029"), " ")
"""Separators that would start a new line inside a line: a line break of the tree is a Break."""


def body(blocks: Iterable[Block]) -> Markup:
    """The blocks as HTML, in reading order. Raises TypeError for a block or inline that is not of the tree."""
    return Markup("\n").join(_BLOCKS[type(block)](block) for block in blocks)


def line(content: Iterable[Inline]) -> Markup:
    """The words of one line as HTML."""
    return Markup("").join(_INLINES[type(inline)](inline) for inline in content)


# --- inlines -----------------------------------------------------------------------------------------------------------------


def escaped(text: str) -> Markup:
    """Characters as they are, none of them markup; a word too long for a narrow column may break anywhere."""
    return _wrapped(text.translate(_SPACES), _LONG, '<span class="long">{}</span>', _joined)


def _joined(text: str) -> Markup:
    return _wrapped(text, _APART, "<span>{}</span>", Markup.escape)


def apart(text: str) -> str:
    """Joined emoji in their parts, for a place that can hold no markup; browsers never show it."""
    return _APART.sub("\u200c\\1", text)


def _wrapped(text: str, pattern: re.Pattern[str], tag: str, inner: Callable[[str], Markup]) -> Markup:
    """Each part that ``pattern``, which has one group, finds goes in ``tag``; every part goes through ``inner``."""
    parts = (inner(part) if at % 2 == 0 else Markup(tag).format(inner(part)) for at, part in enumerate(pattern.split(text)))
    return Markup("").join(parts)


def _text(text: Text) -> Markup:
    return escaped(text.text)


def _break(_: Break) -> Markup:
    return Markup("<br>")


def _strong(strong: Strong) -> Markup:
    return Markup("<strong>{}</strong>").format(line(strong.content))


def _emphasis(emphasis: Emphasis) -> Markup:
    return Markup("<em>{}</em>").format(line(emphasis.content))


def _link(link: Link) -> Markup:
    return Markup('<a href="{}">{}</a>').format(link.target, line(link.content))


def _reference(reference: Reference) -> Markup:
    words = f"{reference.word}\N{NO-BREAK SPACE}{reference.number}".strip()
    return Markup('<a class="reference" href="#{}">{}</a>').format(reference.anchor, words)


def _blank(blank: Blank) -> Markup:
    return Markup('<span class="blank" data-path="{}"><span class="label">{}</span></span>').format(
        blank.path, escaped(blank.label)
    )


def _write_line(write: WriteLine) -> Markup:
    return Markup('<span class="write" role="img" aria-label="{}"></span>').format(write.label)


def _entry(entry: Entry) -> Markup:
    if entry.lines == 1:
        return Markup('<input class="entry" type="text" aria-label="{}">').format(entry.label)
    return Markup('<textarea class="entry" rows="{0}" style="--lines: {0}" aria-label="{1}"></textarea>').format(
        entry.lines, entry.label
    )


def _tick(tick: Tick) -> Markup:
    if not tick.group:
        return Markup('<input class="tick" type="checkbox" aria-label="{}">').format(tick.label)
    return Markup('<input class="tick" type="radio" name="{}" value="{}" aria-label="{}">').format(
        tick.group, tick.label, tick.label
    )


_INLINES: dict[type[Any], Callable[[Any], Markup]] = {
    Text: _text,
    Break: _break,
    Strong: _strong,
    Emphasis: _emphasis,
    Link: _link,
    Reference: _reference,
    Blank: _blank,
    WriteLine: _write_line,
    Entry: _entry,
    Tick: _tick,
}

# --- blocks ------------------------------------------------------------------------------------------------------------------


def _anchor(anchor: str) -> Markup:
    return Markup(' id="{}"').format(anchor) if anchor else Markup("")


def _number(number: str) -> Markup:
    """The number and a space: without the space a search for ``1.1 Partijen`` finds nothing."""
    return Markup('<span class="number">{} </span>').format(number) if number else Markup("")


def _heading(heading: Heading) -> Markup:
    return Markup('<h{0}{1} class="{2}">{3}{4}</h{0}>').format(
        heading.level, _anchor(heading.anchor), heading.numbering.value, _number(heading.number), line(heading.content)
    )


def _paragraph(paragraph: Paragraph) -> Markup:
    return Markup("<p>{}</p>").format(line(paragraph.content))


def _list(block: ListBlock) -> Markup:
    tag = "ul" if block.numbering is Numbering.BULLET else "ol"
    items = Markup("\n").join(_item(item, block.numbering) for item in block.items)
    # -- role: without it a list that has no list-style is no list in Safari's VoiceOver
    return Markup('<{0} role="list" class="{1}">\n{2}\n</{0}>').format(tag, block.numbering.value, items)


def _item(item: Item, numbering: Numbering) -> Markup:
    number = Markup("") if numbering is Numbering.BULLET else _number(item.number)
    first, rest = item.blocks[0], item.blocks[1:]
    words = line(first.content) if isinstance(first, Paragraph) else body([first])
    return Markup("<li{}>{}{}{}</li>").format(_anchor(item.anchor), number, words, body(rest))


def _table(table: Table) -> Markup:
    return _grid(table, labels=False)


def _grid(table: Table, labels: bool) -> Markup:
    """A table; ``labels``: the first cell of each row is the head of that row."""
    head = Markup("").join(_row(row, table.aligns, ["col"] * len(row)) for row in table.head)
    scopes = ["row" if labels else "", *[""] * len(table.aligns)][: len(table.aligns)]
    rows = Markup("\n").join(_row(row, table.aligns, scopes) for row in table.rows)
    above = Markup("<thead>{}</thead>\n").format(head) if head else Markup("")
    return Markup('<table class="{}">\n{}<tbody>\n{}\n</tbody></table>').format(_kinds(table, labels), above, rows)


def _kinds(table: Table, labels: bool) -> str:
    """What a style sheet needs to know: whether rows have heads, the table fits on a page, its longest words fit in a line."""
    rows = (*table.head, *table.rows)
    widest = (max((_longest(cell) for cell in column), default=0) for column in zip(*rows, strict=True))
    kinds = {"small": len(rows) <= _FEW, "roomy": not labels and sum(widest) <= _LINE}
    return " ".join(["labels" if labels else "data", *(kind for kind, true in kinds.items() if true)])


def _longest(cell: tuple[Inline, ...]) -> int:
    return max(map(len, said(cell).split()), default=0)


def _row(cells: Row, aligns: tuple[Align, ...], scopes: list[str]) -> Markup:
    made = (_cell(cell, align, scope) for cell, align, scope in zip(cells, aligns, scopes, strict=True))
    return Markup("<tr{}>{}</tr>").format(_class(_row_kind(cells)), Markup("").join(made))


def _row_kind(cells: Row) -> str:
    """What the height of a row depends on: a line to write on needs room above it, a field stands beside its label."""
    inlines = [inline for cell in cells for inline in cell]
    if any(isinstance(inline, WriteLine) for inline in inlines):
        return "to-write"
    return "to-answer" if any(isinstance(inline, Entry) and inline.lines == 1 for inline in inlines) else ""


def _class(*names: str) -> Markup:
    joined = " ".join(name for name in names if name)
    return Markup(' class="{}"').format(joined) if joined else Markup("")


def _cell(cell: tuple[Inline, ...], align: Align, scope: str) -> Markup:
    choice = len(cell) == 1 and isinstance(cell[0], Tick)
    style = _class("" if align is Align.LEFT else align.value, "choice" if choice else "")
    if not scope:
        return Markup("<td{}>{}</td>").format(style, line(cell))
    return Markup('<th scope="{}"{}>{}</th>').format(scope, style, line(cell))


def _box(box: Box) -> Markup:
    inner = Markup("\n").join(_boxed(block, box.kind) for block in box.blocks)
    role = Markup(' role="note"') if box.kind is BoxKind.NOTE else Markup("")
    return Markup('<div class="{}"{}>\n{}\n</div>').format(f"{box.kind.value} {box.name}".strip(), role, inner)


def _part(part: Part) -> Markup:
    return Markup('<section class="part">\n{}\n</section>').format(body(part.blocks))


def _boxed(block: Block, kind: BoxKind) -> Markup:
    if isinstance(block, Table) and not block.head and kind in _LABELLED:
        return _grid(block, labels=True)
    return _BLOCKS[type(block)](block)


_BLOCKS: dict[type[Any], Callable[[Any], Markup]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    ListBlock: _list,
    Table: _table,
    Box: _box,
    Part: _part,
}
