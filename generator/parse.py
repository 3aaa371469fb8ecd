"""Markdown to tree. In: the filled text, a plain string. Out: a Document whose numbers and references are not settled yet.

Only what a document may contain is parsed: headings, paragraphs, lists, tables, boxes, emphasis and links. All else is
refused by name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.container import container_plugin

from generator.blocks import (
    Align,
    Block,
    Box,
    BoxKind,
    Document,
    Heading,
    Inline,
    Item,
    ListBlock,
    Meta,
    Numbering,
    Paragraph,
    Table,
)
from generator.errors import BadText, Fault
from generator.lines import parse_line

_LISTS = {"parties": Numbering.PARTY, "recitals": Numbering.RECITAL, "annexes": Numbering.ANNEX}
"""Containers that only say how the list in them is numbered."""
_BOXES = {str(kind): kind for kind in BoxKind}
_CONTAINER = re.compile(rf"{'|'.join(name for name in [*_LISTS, *_BOXES] if name != BoxKind.PASSAGE)}|passage [a-z][a-z-]*")
DEEPEST = 40
"""How many elements may stand in each other."""
_ANCHOR = re.compile(r"\s*\{#([a-z][a-z0-9-]*)\}\s*$")


def parse(markdown: str, meta: Meta) -> Document:
    """The tree of a filled text.

    Raises BadText with every place where the text holds something that a document may not contain; its line is that of
    the Markdown.
    """
    tokens = _parser().parse(markdown)
    faults: list[Fault] = [_too_deep(token) for token in tokens if token.nesting > 0 and token.level >= DEEPEST - 1]
    blocks = () if faults else tuple(_Reader(faults).blocks(_nodes(tokens)))
    if faults:
        raise BadText(*faults)
    return Document(meta, blocks)


def _too_deep(token: Token) -> Fault:
    """What is in such an element, the parser leaves out without a word."""
    hint = "lists and boxes may stand some twenty deep in each other"
    return Fault("too deep in other lists or boxes", line=token.map[0] + 1 if token.map else None, hint=hint)


@cache
def _parser() -> MarkdownIt:
    """Preset ``zero`` with only what a document may contain; lines are left for :func:`parse_line`."""
    parser = MarkdownIt("zero", {"maxNesting": DEEPEST}).enable(["heading", "list", "table"]).disable(["inline", "text_join"])
    return parser.use(container_plugin, name="box", validate=lambda info, _marker: bool(_CONTAINER.fullmatch(info.strip())))


class _Node:
    """An element of the Markdown with what is in it; markdown-it's own tree does the same, four times as slowly."""

    __slots__ = ("children", "token", "type")

    def __init__(self, token: Token) -> None:
        self.type = (token.info.split() or [""])[0] if token.type == "container_box_open" else token.type.removesuffix("_open")
        self.token = token
        self.children: list[_Node] = []


def _nodes(tokens: Iterable[Token]) -> list[_Node]:
    """The flat list of tokens as elements in each other."""
    levels: list[list[_Node]] = [[]]
    for token in tokens:
        if token.nesting < 0:
            levels.pop()
            continue
        node = _Node(token)
        levels[-1].append(node)
        if token.nesting > 0:
            levels.append(node.children)
    return levels[0]


class _Reader:
    """Turns nodes into blocks, and keeps every fault on the way."""

    def __init__(self, faults: list[Fault]) -> None:
        self._faults = faults
        self._in_article = False
        self._readers: dict[str, Callable[[_Node], Iterator[Block]]] = {
            "heading": self._heading,
            "paragraph": self._paragraph,
            "ordered_list": self._ordered,
            "bullet_list": self._bullets,
            "table": self._table,
            **dict.fromkeys(_LISTS, self._numbered),
            **dict.fromkeys(_BOXES, self._box),
        }

    def blocks(self, nodes: list[_Node]) -> Iterator[Block]:
        for node in nodes:
            yield from self._readers[node.type](node)

    # -- one method a kind of node --

    def _heading(self, node: _Node) -> Iterator[Block]:
        inline = node.children[0]
        source, anchor = _without_anchor(inline.token.content)
        level = int(node.token.tag[1])
        numbering = Numbering.ARTICLE if anchor and level == 2 else Numbering.NONE
        if level <= 2:
            self._in_article = numbering is Numbering.ARTICLE
        line = node.token.map[0] + 1 if node.token.map else None
        yield Heading(level, self._line(source, inline.token), numbering, anchor, line=line)

    def _paragraph(self, node: _Node) -> Iterator[Block]:
        yield Paragraph(self._line(node.children[0].token.content, node.children[0].token))

    def _ordered(self, node: _Node) -> Iterator[Block]:
        yield self._list(node, Numbering.MEMBER if self._in_article else Numbering.DECIMAL)

    def _bullets(self, node: _Node) -> Iterator[Block]:
        yield self._list(node, Numbering.BULLET)

    def _numbered(self, node: _Node) -> Iterator[Block]:
        numbering = _LISTS[node.type]
        for child in node.children:
            if child.type == "ordered_list":
                yield self._list(child, numbering)
            else:
                yield from self.blocks([child])

    def _list(self, node: _Node, numbering: Numbering) -> ListBlock:
        return ListBlock(numbering, tuple(self._item(item) for item in node.children))

    def _item(self, node: _Node) -> Item:
        anchor = ""
        blocks: list[Block] = []
        for child in node.children:
            if child.type == "ordered_list":
                blocks.append(self._list(child, Numbering.POINT))
            elif child.type == "paragraph" and not blocks:
                source, anchor = _without_anchor(child.children[0].token.content)
                blocks.append(Paragraph(self._line(source, child.children[0].token)))
            else:
                blocks.extend(self.blocks([child]))
        return Item(tuple(blocks) or (Paragraph(()),), anchor)

    def _table(self, node: _Node) -> Iterator[Block]:
        head, *body = node.children
        header = head.children[0].children
        cells = tuple(self._cell(cell) for cell in header)
        rows = tuple(tuple(self._cell(cell) for cell in row.children) for part in body for row in part.children)
        yield Table((cells,) if any(cells) else (), rows, tuple(_align(cell) for cell in header))

    def _box(self, node: _Node) -> Iterator[Block]:
        yield Box(_BOXES[node.type], tuple(self.blocks(node.children)), name=node.token.info.partition("passage ")[2].strip())

    # -- lines --

    def _cell(self, node: _Node) -> tuple[Inline, ...]:
        return self._line(node.children[0].token.content, node.children[0].token)

    def _line(self, source: str, token: Token) -> tuple[Inline, ...]:
        try:
            return parse_line(source)
        except BadText as error:
            above = token.map[0] if token.map else 0
            self._faults.extend(fault.at(line=above + (fault.line or 1)) for fault in error.faults)
            return ()


def _without_anchor(source: str) -> tuple[str, str]:
    """``('Financiën', 'finance')`` of ``Financiën {#finance}``. Looks at the source, so that a value can never be an anchor."""
    found = _ANCHOR.search(source)
    return (source[: found.start()], found[1]) if found else (source, "")


def _align(cell: _Node) -> Align:
    style = str(cell.token.attrs.get("style", ""))
    return Align(style.removeprefix("text-align:")) if style else Align.LEFT
