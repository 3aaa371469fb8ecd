"""Looking through a tree. In: a document. Out: its blanks, its passages, its words. Nothing is changed and nothing rendered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

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

Line = tuple[Inline, ...]
"""What stands in a heading, a paragraph or a cell."""
TITLE = "title"
"""The passage that every document has: its title."""
WHOLE = ""
"""The passage that is the whole document."""


def blanks(document: Document) -> tuple[Blank, ...]:
    """What is still to be filled in, in reading order, each once."""
    found = (blank for line in lines(document.blocks) for blank in _blanks(line))
    return tuple(dict.fromkeys((*found, *(document.word.blanks if document.word else ()))))


def passages(document: Document) -> dict[str, str]:
    """What is written in the title, in each named passage and in the whole document; a line for each line of the tree.

    The label of a blank is not written there: it says what is not.
    """
    found = {WHOLE: _written(document.blocks), TITLE: ""}
    for name, blocks in _named(document.blocks):
        found[name] = "\n".join(part for part in (found.get(name), _written(blocks)) if part)
    return found


def count_words(text: str) -> int:
    """How many words a reader counts, or Word: ``€ 6.580``, ``13.00–16.00`` and ``’s-Heerenvoorde`` are one each."""
    return sum(any(map(str.isalnum, word)) for word in text.split())


def walk(blocks: Iterable[Block]) -> Iterator[Block]:
    """Every block in reading order, what holds others before what it holds. Raises TypeError for what is no block."""
    for block in blocks:
        yield block
        match block:
            case Box() | Part():
                yield from walk(block.blocks)
            case ListBlock():
                yield from (inner for item in block.items for inner in walk(item.blocks))
            case Heading() | Paragraph() | Table():
                pass
            case _:
                raise TypeError(f"unknown block {type(block).__name__}")


def lines(blocks: Iterable[Block]) -> Iterator[Line]:
    """Every line of these blocks, in reading order."""
    for block in walk(blocks):
        if isinstance(block, Heading | Paragraph):
            yield block.content
        elif isinstance(block, Table):
            yield from (cell for row in (*block.head, *block.rows) for cell in row)


def _named(blocks: Iterable[Block]) -> Iterator[tuple[str, tuple[Block, ...]]]:
    for block in walk(blocks):
        if isinstance(block, Heading) and block.level == 1:
            yield TITLE, (block,)
        elif isinstance(block, Box) and block.kind is BoxKind.PASSAGE:
            yield block.name, block.blocks


def _written(blocks: Iterable[Block]) -> str:
    return "\n".join(words for line in lines(blocks) if (words := said(_without_blanks(line))))


def _without_blanks(line: Iterable[Inline]) -> Iterator[Inline]:
    for inline in line:
        if isinstance(inline, Strong | Emphasis | Link):
            yield replace(inline, content=tuple(_without_blanks(inline.content)))
        elif not isinstance(inline, Blank):
            yield inline


def _blanks(line: Iterable[Inline]) -> Iterator[Blank]:
    for inline in line:
        if isinstance(inline, Blank):
            yield inline
        elif isinstance(inline, Strong | Emphasis | Link):
            yield from _blanks(inline.content)
