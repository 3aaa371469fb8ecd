"""Markdown, for wikis and version control. In: a settled Document. Out: CommonMark with tables, numbers written out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.blocks import (
    Align,
    Blank,
    Block,
    Box,
    BoxKind,
    Break,
    Document,
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
    Strong,
    Table,
    Text,
    Tick,
    WriteLine,
)
from generator.readback import said
from generator.writers.words import heading

_ACTIVE = re.compile(r"([\\`*_\[\]<>&#~|{}!])")
_STARTING = re.compile(r"^[ \t]*([-+=:]|\d+(?=[.)](?:\s|$)))", re.MULTILINE)
_RULES = {Align.LEFT: "---", Align.RIGHT: "---:", Align.CENTER: ":---:"}


def write_markdown(document: Document) -> bytes:
    """The document as Markdown that any reader shows with the same words and numbers; a blank is ``[label: ____]``."""
    return (
        "\n\n".join((_escaped(heading(document.meta)), *(part for block in document.blocks for part in _block(block)))) + "\n"
    ).encode()


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            number = f"{block.number}. " if block.number else ""
            yield f"{'#' * block.level} {number}{_line(block.content)}"
        case Paragraph():
            yield _starting(_line(block.content))
        case ListBlock():
            yield "\n".join(line for item in block.items for line in _item(item, block.numbering))
        case Table():
            yield "\n".join(_table(block))
        case Box(kind=BoxKind.PASSAGE) | Part():
            yield from (part for inner in block.blocks for part in _block(inner))
        case Box():
            quoted = "\n\n".join(part for inner in block.blocks for part in _block(inner))
            yield "\n".join(f"> {line}".rstrip() for line in quoted.split("\n"))
        case _:
            raise TypeError(f"unknown block {type(block).__name__}")


def _item(item: Item, numbering: Numbering) -> Iterator[str]:
    """A bullet with the number written out: Markdown has no ``7.2`` or ``A.`` of its own."""
    number = "" if numbering is Numbering.BULLET else f"{_starting(item.number)} "
    parts = "\n\n".join(part for block in item.blocks for part in _block(block))
    first, *others = parts.split("\n")
    yield f"- {number}{first}"
    yield from (f"  {line}".rstrip() for line in others)


def _table(table: Table) -> Iterator[str]:
    head = table.head[0] if table.head else tuple(() for _ in table.aligns)
    for row in (head, None, *table.rows):
        cells = (
            [_RULES[align] for align in table.aligns] if row is None else [_line(cell).replace("\\\n", "<br>") for cell in row]
        )
        yield f"| {' | '.join(cells)} |"


def _starting(line: str) -> str:
    return _STARTING.sub(lambda found: f"\\{found[1]}" if not found[1].isdigit() else f"{found[1]}\\", line)


def _escaped(text: str) -> str:
    return _ACTIVE.sub(r"\\\1", text)


def _line(content: Iterable[Inline]) -> str:
    return "".join(_inline(inline) for inline in content)


def _inline(inline: Inline) -> str:
    match inline:
        case Text():
            return _escaped(inline.text)
        case Break():
            return "\\\n"
        case Strong():
            return f"**{_line(inline.content)}**"
        case Emphasis():
            return f"*{_line(inline.content)}*"
        case Link():
            return f"[{_line(inline.content)}]({inline.target})"
        case Blank():
            return f"\\[{_escaped(inline.label)}: \\_\\_\\_\\_\\]"
        case WriteLine() | Entry():
            return "\\_" * 20
        case Tick():
            return "\\[ \\]"
        case _:
            return said((inline,))
