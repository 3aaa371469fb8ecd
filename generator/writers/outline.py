"""The outline: the tree as plain lines, one a block. In: a Document. Out: the tests' golden form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.blocks import (
    Blank,
    Block,
    Box,
    Break,
    Document,
    Emphasis,
    Entry,
    Heading,
    Inline,
    Item,
    Link,
    ListBlock,
    Paragraph,
    Part,
    Reference,
    Strong,
    Table,
    Text,
    Tick,
    WriteLine,
)

_INDENT = "    "


def write_outline(document: Document) -> bytes:
    """``h2  Artikel 7  Financiën``, ``7.1  De financiële afspraken …``: one line a block, indented below its parent."""
    return "".join(f"{line}\n" for block in document.blocks for line in _block(block)).encode()


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield "  ".join(part for part in (f"h{block.level}", block.number, _line(block.content)) if part)
        case Paragraph():
            yield f"p   {_line(block.content)}"
        case ListBlock():
            for item in block.items:
                yield from _item(item)
        case Table():
            yield from (f"th  {' | '.join(map(_line, row))}" for row in block.head)
            yield from (f"tr  {' | '.join(map(_line, row))}" for row in block.rows)
        case Box():
            yield f"[{' '.join(part for part in (block.kind, block.name) if part)}]"
            yield from (_INDENT + line for inner in block.blocks for line in _block(inner))
        case Part():
            yield "[part]"
            yield from (_INDENT + line for inner in block.blocks for line in _block(inner))
        case _:
            raise TypeError(f"unknown block {type(block).__name__}")


def _item(item: Item) -> Iterator[str]:
    first, *others = item.blocks
    anchor = f"  (#{item.anchor})" if item.anchor else ""
    lines = list(_block(first))
    yield f"{item.number}  {lines[0].removeprefix('p   ')}{anchor}"
    yield from (_INDENT + line for line in lines[1:])
    yield from (_INDENT + line for block in others for line in _block(block))


def _line(content: Iterable[Inline]) -> str:
    return "".join(_inline(inline) for inline in content)


def _inline(inline: Inline) -> str:
    match inline:
        case Text():
            return inline.text.replace("\N{NO-BREAK SPACE}", "~")
        case Break():
            return " / "
        case Strong():
            return f"*{_line(inline.content)}*"
        case Emphasis():
            return f"_{_line(inline.content)}_"
        case Link():
            return f"{_line(inline.content)} <{inline.target}>"
        case Reference():
            return f"{{{inline.word} {inline.number}}}"
        case Blank():
            return f"[{inline.label}: {inline.path}]" if inline.path else f"[{inline.label}]"
        case WriteLine():
            return f"____({inline.label})"
        case Entry():
            return f"[____ {inline.label}{f', {inline.lines} lines' if inline.lines > 1 else ''}]"
        case Tick():
            return f"[ ]({inline.label})"
        case _:
            raise TypeError(f"unknown inline {type(inline).__name__}")
