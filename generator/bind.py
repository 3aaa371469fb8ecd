"""Binding: an agreement, its annexes and a cover page as one document. In: an order and its tree. Out: a tree of parts.

An annex that is a kind of its own (``annex: finance`` in its ``about.yaml``) is made and put in; for any other there is a sheet
that says that it is added apart. Each paper is numbered by itself; pages run on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from generator.blocks import (
    Block,
    Box,
    Document,
    Emphasis,
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
    Tick,
)
from generator.desk import compose, composed
from generator.errors import Fault
from generator.judge import cannot_make, judged
from generator.kinds import kinds
from generator.occasions import occasions
from generator.order import Order


@dataclass(frozen=True, slots=True)
class Paper:
    """An annex that is listed, and the documents that it is made of; none: it is added apart."""

    listed: Any
    """The annex as texts see it: number, title, subject."""
    documents: tuple[Document, ...]

    @property
    def made(self) -> bool:
        """Whether it is bound in."""
        return bool(self.documents)


def bound(order: Order, document: Document) -> tuple[Document, tuple[Fault, ...]]:
    """The document with a cover page before it and its annexes behind it, and what is to be told of the annexes."""
    papers, faults = [], []
    for listed in order.names["annexes"]:
        made = [(other, compose(other)) for other in _orders(order, listed.subject)]
        faults += [fault for other, annex in made for fault in judged(other, annex)]
        papers.append(Paper(listed, tuple(annex for _, annex in made)))
    folder, language = order.kind.id, order.language
    cover = composed(order, f"{folder}/cover.{language}.md", {"papers": tuple(papers)})
    sheets = [composed(order, f"{folder}/annex.{language}.md", {"paper": paper}) for paper in papers]
    annexes = (part for sheet, paper in zip(sheets, papers, strict=True) for part in _annex(sheet, paper))
    return replace(document, blocks=(Part(cover.blocks), Part(document.blocks), *annexes)), tuple(faults)


def _orders(order: Order, subject: str | None) -> Iterator[Order]:
    """The orders for an annex: of the kind that is about this subject, if it can be made for this partner."""
    for kind in kinds(order.roots).values():
        other = replace(order, kind=kind)
        if subject and kind.about.annex == subject and not cannot_make(other):
            yield from (replace(other, occasion=one) for one in occasions(kind, (), other.ask))


def _annex(sheet: Document, paper: Paper) -> Iterator[Part]:
    """The annex's own title gives way to that of the sheet (``Bijlage 1: …``)."""
    if not paper.documents:
        yield Part(sheet.blocks)
    for number, document in enumerate(paper.documents):
        prefix = f"annex-{paper.listed.number}-{number}-"
        body = tuple(_apart(block, prefix) for block in document.blocks if not _is_title(block))
        yield Part((*sheet.blocks, *body))


def _is_title(block: Block) -> bool:
    return isinstance(block, Heading) and block.level == 1


def _apart(block: Block, prefix: str) -> Block:
    """The same block with anchors and choices of its own: two papers may each have an article ``finance``."""
    match block:
        case Heading():
            return replace(block, content=_line(block.content, prefix), anchor=block.anchor and prefix + block.anchor)
        case Paragraph():
            return Paragraph(_line(block.content, prefix))
        case ListBlock():
            return replace(block, items=tuple(_item(item, prefix) for item in block.items))
        case Table():
            head, rows = (
                tuple(tuple(_line(cell, prefix) for cell in row) for row in rows) for rows in (block.head, block.rows)
            )
            return replace(block, head=head, rows=rows)
        case Box() | Part():
            return replace(block, blocks=tuple(_apart(inner, prefix) for inner in block.blocks))


def _item(item: Item, prefix: str) -> Item:
    return replace(
        item, blocks=tuple(_apart(inner, prefix) for inner in item.blocks), anchor=item.anchor and prefix + item.anchor
    )


def _line(content: Iterable[Inline], prefix: str) -> tuple[Inline, ...]:
    return tuple(_inline(inline, prefix) for inline in content)


def _inline(inline: Inline, prefix: str) -> Inline:
    if isinstance(inline, Reference):
        return replace(inline, anchor=prefix + inline.anchor)
    if isinstance(inline, Tick) and inline.group:
        return replace(inline, group=prefix + inline.group)
    if isinstance(inline, Strong | Emphasis | Link):
        return replace(inline, content=_line(inline.content, prefix))
    return inline
