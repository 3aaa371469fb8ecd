"""Looking through a tree. In: a document. Out: its blanks, its passages, its words. Nothing is changed and nothing rendered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.blocks import (
    Blank,
    Block,
    Box,
    BoxKind,
    Document,
    Emphasis,
    Heading,
    Inline,
    Link,
    ListBlock,
    Paragraph,
    Part,
    Strong,
    Table,
)
from generator.readback import said

_WORD = re.compile(r"\w+(?:[.,’'&/-]\w+)*")


def blanks(document: Document) -> tuple[Blank, ...]:
    """What is still to be filled in, in reading order, each once."""
    return tuple(dict.fromkeys(blank for line in lines(document.blocks) for blank in _blanks(line)))


def passages(document: Document) -> dict[str, str]:
    """The words of the title, of each named passage, and (under '') of the whole document; a line for each line of the tree."""
    found = {"title": _said(block for block in document.blocks if isinstance(block, Heading) and block.level == 1)}
    for box in _boxes(document.blocks):
        if box.kind is BoxKind.PASSAGE:
            found[box.name] = "\n".join(part for part in (found.get(box.name), _said(box.blocks)) if part)
    return found | {"": _said(document.blocks)}


def count_words(text: str) -> int:
    """How many words a reader counts: ``9.00``, ``D&P`` and ``’s-Heerenvoorde`` are one each."""
    return len(_WORD.findall(text))


def lines(blocks: Iterable[Block]) -> Iterator[tuple[Inline, ...]]:
    """Every line of these blocks, in reading order: headings, paragraphs, cells."""
    for block in blocks:
        match block:
            case Heading() | Paragraph():
                yield block.content
            case ListBlock():
                yield from (line for item in block.items for line in lines(item.blocks))
            case Table():
                yield from (cell for row in (*block.head, *block.rows) for cell in row)
            case Box() | Part():
                yield from lines(block.blocks)


def _said(blocks: Iterable[Block]) -> str:
    return "\n".join(words for line in lines(blocks) if (words := said(line)))


def _boxes(blocks: Iterable[Block]) -> Iterator[Box]:
    for block in blocks:
        if isinstance(block, Box):
            yield block
        if isinstance(block, Box | Part):
            yield from _boxes(block.blocks)


def _blanks(line: Iterable[Inline]) -> Iterator[Blank]:
    for inline in line:
        if isinstance(inline, Blank):
            yield inline
        elif isinstance(inline, Strong | Emphasis | Link):
            yield from _blanks(inline.content)
