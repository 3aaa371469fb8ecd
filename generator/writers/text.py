"""Plain text, to paste in an e-mail. In: a Document. Out: UTF-8 text.

An agreement is read as it is: lines of at most 78 characters, a ruler under each heading. A letter and a press release are
pasted, so they have nothing that a mail or an editor would take out again: a paragraph is one line, no ruler, no reference.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import wrap

from generator.blocks import (
    Blank,
    Block,
    Box,
    BoxKind,
    Document,
    Entry,
    Heading,
    Inline,
    Item,
    Link,
    ListBlock,
    Meta,
    Paragraph,
    Part,
    Row,
    Strong,
    Table,
    Tick,
    WriteLine,
)
from generator.readback import said
from generator.writers.layouts import shown
from generator.writers.words import heading, mark

WIDTH = 78
_CELL = " | "


def write_text(document: Document) -> bytes:
    """The words with numbers, paragraphs apart by an empty line, blanks as ``[label: ____]``."""
    pasted = shown(document.meta.layout).pasted
    parts = [_top(document.meta), *(part for block in document.blocks for part in _block(block, "", pasted))]
    return ("\n\n".join(part for part in parts if part) + "\n").encode()


def _top(meta: Meta) -> str:
    """What stands above the text: ``PERSBERICHT``; ``CONCEPT`` on a draft; with the reference where it is not pasted."""
    look = shown(meta.layout)
    if not look.pasted:
        return heading(meta)
    return "\n\n".join(part for part in (mark(meta), meta.kind_name.upper() if look.kind else "") if part)


def _block(block: Block, indent: str, pasted: bool) -> Iterator[str]:
    match block:
        case Heading():
            yield _heading(block, pasted)
        case Paragraph():
            yield _wrapped(_line(block.content), indent, pasted)
        case ListBlock():
            yield from (part for item in block.items for part in _item(item, indent, pasted))
        case Table():
            yield "\n".join(indent + _CELL.join(map(_cell, row)) for row in (*block.head, *block.rows))
        case Box(kind=BoxKind.DETAILS, blocks=(Table() as table,)):
            yield "\n".join(map(_labelled, table.rows))
        case Box() | Part():
            yield from (part for inner in block.blocks for part in _block(inner, indent, pasted))
        case _:
            raise TypeError(f"unknown block {type(block).__name__}")


def _heading(heading: Heading, pasted: bool) -> str:
    words = " ".join(part for part in (heading.number, _line(heading.content)) if part)
    ruler = "" if pasted else {1: "=", 2: "-"}.get(heading.level, "")
    return f"{words}\n{ruler * min(len(words), WIDTH)}" if ruler else words


def _item(item: Item, indent: str, pasted: bool) -> Iterator[str]:
    number = f"{item.number} "
    inner = indent + " " * len(number)
    first, *others = (part for block in item.blocks for part in _block(block, inner, pasted))
    yield indent + number + first.removeprefix(inner)
    yield from others


def _wrapped(words: str, indent: str, pasted: bool) -> str:
    """Every line of the paragraph, no longer than WIDTH if it is not pasted; words and hyphens are never broken."""
    if pasted:
        return indent + words.replace("\n", f"\n{indent}")
    lines = (
        line
        for given in words.split("\n")
        for line in wrap(given, WIDTH - len(indent), break_long_words=False, break_on_hyphens=False) or [""]
    )
    return "\n".join(indent + line for line in lines)


def _labelled(row: Row) -> str:
    """``Datum: 9 maart 2027``."""
    label, *values = map(_cell, row)
    return f"{label.rstrip(' :')}: {' '.join(values)}"


def _cell(content: Iterable[Inline]) -> str:
    return _line(content).replace("\n", " ")


def _line(content: Iterable[Inline]) -> str:
    return "".join(_inline(inline) for inline in content)


def _inline(inline: Inline) -> str:
    match inline:
        case Blank():
            return f"[{inline.label}: ____]"
        case WriteLine() | Entry():
            return "_" * 30
        case Tick():
            return "[ ]"
        case Link() | Strong():
            return _line(inline.content)
        case _:
            return said((inline,))
