"""Markdown to tree. In: the filled text, a plain string. Out: a Document whose numbers and references are not settled yet.

Only what a document may contain is parsed: headings, paragraphs, lists, tables, boxes, emphasis and links. All else is
refused by name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.container import container_plugin

from generator.blocks import (
    Align,
    Blank,
    Block,
    Box,
    BoxKind,
    Break,
    Document,
    Emphasis,
    Heading,
    Inline,
    Item,
    Link,
    ListBlock,
    Meta,
    Numbering,
    Paragraph,
    Reference,
    Strong,
    Table,
    Text,
    WriteLine,
)
from generator.errors import BadText, Fault

_LISTS = {"parties": Numbering.PARTY, "recitals": Numbering.RECITAL, "annexes": Numbering.ANNEX}
"""Containers that only say how the list in them is numbered."""
_BOXES = {str(kind): kind for kind in BoxKind}
_ANCHOR = re.compile(r"\s*\{#([a-z][a-z0-9-]*)\}\s*$")
_FOREIGN = {
    re.compile(r"^>"): "a quotation (>)",
    re.compile(r"^(```|~~~)"): "a code block",
    re.compile(r"^(-{3,}|\*{3,}|_{3,}|={3,})$"): "a ruler",
    re.compile(r"(?<!\\)<[A-Za-z/!]"): "HTML",
    re.compile(r"(?<!\\)!\["): "an image",
    re.compile(r"^:::"): "a box without a name or an end",
}
_TARGETS = ("https:", "http:", "mailto:", "tel:")


def parse(markdown: str, meta: Meta) -> Document:
    """The tree of a filled text.

    Raises BadText with every place where the text holds something that a document may not contain.
    """
    faults: list[Fault] = []
    root = SyntaxTreeNode(_parser().parse(markdown))
    blocks = tuple(_Reader(faults).blocks(root.children))
    if faults:
        raise BadText(*faults)
    return Document(meta, blocks)


@cache
def _parser() -> MarkdownIt:
    """Preset ``zero`` with only what a document may contain."""
    parser = MarkdownIt("zero", {"maxNesting": 40}).enable(
        ["heading", "list", "table", "escape", "entity", "link", "emphasis", "newline"]
    )
    for name in (*_LISTS, *_BOXES):
        parser.use(container_plugin, name=name)
    return parser


class _Reader:
    """Turns nodes into blocks, and keeps every fault on the way."""

    def __init__(self, faults: list[Fault]) -> None:
        self._faults = faults
        self._in_article = False
        self._readers: dict[str, Callable[[SyntaxTreeNode], Iterator[Block]]] = {
            "heading": self._heading,
            "paragraph": self._paragraph,
            "ordered_list": self._ordered,
            "bullet_list": self._bullets,
            "table": self._table,
            **{f"container_{name}": self._numbered for name in _LISTS},
            **{f"container_{name}": self._box for name in _BOXES},
        }

    def blocks(self, nodes: list[SyntaxTreeNode]) -> Iterator[Block]:
        for node in nodes:
            yield from self._readers[node.type](node)

    # -- one method a kind of node --

    def _heading(self, node: SyntaxTreeNode) -> Iterator[Block]:
        inline = node.children[0]
        raw, anchor = _without_anchor(inline.content)
        level = int(node.tag[1])
        numbering = Numbering.ARTICLE if anchor and level == 2 else Numbering.NONE
        if level <= 2:
            self._in_article = numbering is Numbering.ARTICLE
        yield Heading(level, self._line(inline, raw), numbering, anchor)

    def _paragraph(self, node: SyntaxTreeNode) -> Iterator[Block]:
        yield Paragraph(self._line(node.children[0]))

    def _ordered(self, node: SyntaxTreeNode) -> Iterator[Block]:
        yield self._list(node, Numbering.MEMBER if self._in_article else Numbering.DECIMAL)

    def _bullets(self, node: SyntaxTreeNode) -> Iterator[Block]:
        yield self._list(node, Numbering.BULLET)

    def _numbered(self, node: SyntaxTreeNode) -> Iterator[Block]:
        numbering = _LISTS[node.type.removeprefix("container_")]
        for child in node.children:
            if child.type == "ordered_list":
                yield self._list(child, numbering)
            else:
                yield from self.blocks([child])

    def _list(self, node: SyntaxTreeNode, numbering: Numbering) -> ListBlock:
        return ListBlock(numbering, tuple(self._item(item) for item in node.children))

    def _item(self, node: SyntaxTreeNode) -> Item:
        anchor = ""
        blocks: list[Block] = []
        for child in node.children:
            if child.type == "ordered_list":
                blocks.append(self._list(child, Numbering.POINT))
            elif child.type == "paragraph" and not blocks:
                raw, anchor = _without_anchor(child.children[0].content)
                blocks.append(Paragraph(self._line(child.children[0], raw)))
            else:
                blocks.extend(self.blocks([child]))
        return Item(tuple(blocks) or (Paragraph(()),), anchor)

    def _table(self, node: SyntaxTreeNode) -> Iterator[Block]:
        head, *body = node.children
        header = head.children[0].children
        cells = tuple(self._cell(cell) for cell in header)
        rows = tuple(tuple(self._cell(cell) for cell in row.children) for part in body for row in part.children)
        yield Table((cells,) if any(cells) else (), rows, tuple(_align(cell) for cell in header))

    def _box(self, node: SyntaxTreeNode) -> Iterator[Block]:
        yield Box(_BOXES[node.type.removeprefix("container_")], tuple(self.blocks(node.children)))

    # -- lines --

    def _cell(self, node: SyntaxTreeNode) -> tuple[Inline, ...]:
        return self._line(node.children[0])

    def _line(self, node: SyntaxTreeNode, raw: str | None = None) -> tuple[Inline, ...]:
        """The inlines of an inline node; ``raw`` when its anchor was cut off."""
        self._refuse_foreign(node)
        if raw is not None and raw != node.content:
            node = SyntaxTreeNode(_parser().parseInline(raw)).children[0]
        return tuple(_joined(self._inlines(node.children)))

    def _refuse_foreign(self, node: SyntaxTreeNode) -> None:
        for line in node.content.split("\n"):
            for pattern, name in _FOREIGN.items():
                if pattern.search(line):
                    self._fault(f"a document may not contain {name}: '{line[:60]}'", "write it as plain text")

    def _inlines(self, nodes: list[SyntaxTreeNode]) -> Iterator[Inline]:
        for node in nodes:
            match node.type:
                case "text" | "text_special":
                    yield from _lines_of(node.content)
                case "softbreak":
                    yield Text(" ")
                case "hardbreak":
                    yield Break()
                case "strong":
                    yield Strong(tuple(_joined(self._inlines(node.children))))
                case "em":
                    yield Emphasis(tuple(_joined(self._inlines(node.children))))
                case "link":
                    yield self._link(node)
                case _:
                    self._fault(f"a document may not contain {node.type}", "write it as plain text")

    def _link(self, node: SyntaxTreeNode) -> Inline:
        target = str(node.attrs["href"])
        content = tuple(_joined(self._inlines(node.children)))
        label = "".join(inline.text for inline in content if isinstance(inline, Text))
        if target.startswith("blank:"):
            return Blank(label, target.removeprefix("blank:"))
        if target.startswith("write:"):
            return WriteLine(label)
        if target.startswith("#"):
            return Reference(target[1:])
        if not target.startswith(_TARGETS):
            self._fault(f"a link may not go to '{target}'", "a link starts with https:, mailto: or tel:")
        return Link(content, target)

    def _fault(self, problem: str, hint: str) -> None:
        self._faults.append(Fault(problem, hint=hint))


def _without_anchor(raw: str) -> tuple[str, str]:
    """``('Financiën', 'finance')`` of ``Financiën {#finance}``. Looks at the source, so that a value can never be an anchor."""
    found = _ANCHOR.search(raw)
    return (raw[: found.start()], found[1]) if found else (raw, "")


def _align(cell: SyntaxTreeNode) -> Align:
    style = str(cell.attrs.get("style", ""))
    return Align(style.removeprefix("text-align:")) if style else Align.LEFT


def _lines_of(text: str) -> Iterator[Inline]:
    """A value's own line ends (they come as ``&#10;``) become breaks."""
    for number, line in enumerate(text.split("\n")):
        if number:
            yield Break()
        if line:
            yield Text(line)


def _joined(inlines: Iterator[Inline]) -> Iterator[Inline]:
    """Neighbouring texts made one."""
    pending = ""
    for inline in inlines:
        if isinstance(inline, Text):
            pending += inline.text
            continue
        if pending:
            yield Text(pending)
            pending = ""
        yield inline
    if pending:
        yield Text(pending)
