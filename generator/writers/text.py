"""Plain text, to paste in an e-mail. In: a Document. Out: UTF-8 text of lines of at most 78 characters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import wrap

from generator.blocks import (
    Blank,
    Block,
    Box,
    Document,
    Entry,
    Heading,
    Inline,
    Item,
    Link,
    ListBlock,
    Paragraph,
    Part,
    Strong,
    Table,
    Tick,
    WriteLine,
)
from generator.readback import said
from generator.writers.words import heading

WIDTH = 78
_CELL = " | "


def write_text(document: Document) -> bytes:
    """The words with numbers, paragraphs apart by an empty line, blanks as ``[label: ____]``."""
    parts = [heading(document.meta), *(part for block in document.blocks for part in _block(block, ""))]
    return ("\n\n".join(part for part in parts if part) + "\n").encode()


def _block(block: Block, indent: str) -> Iterator[str]:
    match block:
        case Heading():
            yield _heading(block)
        case Paragraph():
            yield _wrapped(_line(block.content), indent)
        case ListBlock():
            yield from (part for item in block.items for part in _item(item, indent))
        case Table():
            yield "\n".join(indent + _CELL.join(map(_cell, row)) for row in (*block.head, *block.rows))
        case Box() | Part():
            yield from (part for inner in block.blocks for part in _block(inner, indent))
        case _:
            raise TypeError(f"unknown block {type(block).__name__}")


def _heading(heading: Heading) -> str:
    words = " ".join(part for part in (heading.number, _line(heading.content)) if part)
    ruler = {1: "=", 2: "-"}.get(heading.level)
    return f"{words}\n{ruler * min(len(words), WIDTH)}" if ruler else words


def _item(item: Item, indent: str) -> Iterator[str]:
    number = f"{item.number} "
    inner = indent + " " * len(number)
    first, *others = (part for block in item.blocks for part in _block(block, inner))
    yield indent + number + first.removeprefix(inner)
    yield from others


def _wrapped(words: str, indent: str) -> str:
    """Every line of the paragraph, no longer than WIDTH; words and hyphens are never broken."""
    lines = (
        line
        for given in words.split("\n")
        for line in wrap(given, WIDTH - len(indent), break_long_words=False, break_on_hyphens=False) or [""]
    )
    return "\n".join(indent + line for line in lines)


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
