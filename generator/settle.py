"""Tree to tree: numbers of articles, members and annexes; cross references; spaces that may not break. Out: what writers write.

Numbers are settled here once, so that Word (which counts for itself) and PDF agree, and so that a reference to an article that
dropped out is an error before anything is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise
from string import ascii_lowercase, ascii_uppercase

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
    Numbering,
    Paragraph,
    Part,
    Reference,
    Row,
    Strong,
    Table,
    Text,
)
from generator.errors import BadText, Fault, did_you_mean

_WORDS = {"nl": ("Artikel", "Bijlage"), "en": ("Article", "Annex")}
"""The words before the number of an article and of an annex."""
_MONTHS = (
    "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    "|January|February|March|April|May|June|July|August|September|October|November|December"
)
_UNITS = "uur|euro|weken|maanden|dagen|hours?|euros?|weeks?|months?|days?|am|pm"
_NO_BREAK = re.compile(rf"(?<=€) (?=[-–\d])|(?<=\d) (?=(?:{_UNITS}|{_MONTHS})\b)")


def settle(document: Document) -> Document:
    """The same document with every number and reference filled in.

    Raises BadText for a reference to what is not there, an anchor that stands twice, and a heading level that is skipped.
    """
    faults = _heading_faults(document.blocks)
    counter = _Counter(*_WORDS[document.meta.language])
    numbered = tuple(counter.block(block) for block in document.blocks)
    linker = _Linker(counter.targets)
    blocks = tuple(linker.block(block) for block in numbered)
    if faults := [*faults, *counter.faults, *linker.faults]:
        raise BadText(*faults)
    return replace(document, blocks=blocks)


def letter(number: int, letters: str = ascii_lowercase) -> str:
    """``a`` for 1, ``z`` for 26, ``aa`` for 27: as Word counts."""
    return letters[(number - 1) % 26] * ((number - 1) // 26 + 1)


def _heading_faults(blocks: tuple[Block, ...]) -> list[Fault]:
    """One title, and no level skipped: a screen reader's table of contents depends on it."""
    headings = list(_headings(blocks))
    titles = [heading for heading in headings if heading.level == 1]
    faults = []
    if len(titles) != 1 or headings[0] is not titles[0]:
        at = titles[1] if len(titles) > 1 else next(iter(headings), None)
        faults.append(Fault("a document has one title (# …), before all other headings", line=at.line if at else None))
    pairs = [(above, below) for above, below in pairwise(headings) if below.level > above.level + 1]
    return faults + [skipped(above.level, below.level, below.line) for above, below in pairs]


def _headings(blocks: Iterable[Block]) -> Iterator[Heading]:
    """Every heading in reading order, in boxes and lists too."""
    for block in blocks:
        match block:
            case Heading():
                yield block
            case Box():
                yield from _headings(block.blocks)
            case ListBlock():
                yield from (heading for item in block.items for heading in _headings(item.blocks))


def skipped(above: int, below: int, line: int | None) -> Fault:
    """What is told of a heading that is more than one level below the one before it."""
    problem = f"a heading of level {below} ({'#' * below}) stands under one of level {above}"
    return Fault(problem, line=line, hint=f"begin it with {'#' * (above + 1)}, or put a heading between them")


@lru_cache(maxsize=8192)
def _unbroken(text: Text) -> Text:
    """The text with spaces that may not break: most lines of a batch are the same for every partner."""
    return Text(_NO_BREAK.sub("\N{NO-BREAK SPACE}", text.text))


@dataclass
class _Counter:
    """Goes through the document in reading order and gives each numbered thing its number."""

    article_word: str
    annex_word: str
    targets: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Anchor to (word, number): ``{"finance": ("artikel", "7")}``."""
    faults: list[Fault] = field(default_factory=list)
    _article: int = 0
    _member: int = 0
    _annex: int = 0

    def block(self, block: Block) -> Block:
        match block:
            case Heading(numbering=Numbering.ARTICLE):
                return self._heading(block)
            case ListBlock():
                return replace(block, items=tuple(self._item(block, n, item) for n, item in enumerate(block.items, 1)))
            case Box():
                return replace(block, blocks=tuple(self.block(inner) for inner in block.blocks))
            case _:
                return block

    def _heading(self, heading: Heading) -> Heading:
        self._article += 1
        self._member = 0
        self._target(heading.anchor, self.article_word.lower(), str(self._article))
        return replace(heading, number=f"{self.article_word} {self._article}")

    def _item(self, block: ListBlock, position: int, item: Item) -> Item:
        number = self._number(block.numbering, position)
        if item.anchor and block.numbering is Numbering.ANNEX:
            self._target(item.anchor, self.annex_word.lower(), number.rpartition(" ")[2])
        elif item.anchor:
            self._target(item.anchor, self.article_word.lower(), number)
        return Item(tuple(self.block(inner) for inner in item.blocks), item.anchor, number)

    def _number(self, numbering: Numbering, position: int) -> str:
        match numbering:
            case Numbering.MEMBER:
                self._member += 1
                return f"{self._article}.{self._member}"
            case Numbering.ANNEX:
                self._annex += 1
                return f"{self.annex_word} {self._annex}"
            case Numbering.POINT:
                return f"{letter(position)}."
            case Numbering.RECITAL:
                return f"{letter(position, ascii_uppercase)}."
            case Numbering.PARTY | Numbering.DECIMAL:
                return f"{position}."
            case _:
                return "•"

    def _target(self, anchor: str, word: str, number: str) -> None:
        if anchor and anchor in self.targets:
            self.faults.append(Fault(f"the anchor '{anchor}' stands twice", hint="an anchor is unique in a document"))
        self.targets[anchor] = (word, number)


@dataclass
class _Linker:
    """Fills in references, and keeps together what may not be split."""

    targets: dict[str, tuple[str, str]]
    faults: list[Fault] = field(default_factory=list)

    def block(self, block: Block) -> Block:
        match block:
            case Paragraph():
                return Paragraph(self.line(block.content))
            case Heading():
                return replace(block, content=self.line(block.content))
            case ListBlock():
                return ListBlock(block.numbering, tuple(self._item(item) for item in block.items))
            case Box():
                return replace(block, blocks=tuple(self.block(inner) for inner in block.blocks))
            case Table():
                return replace(block, head=self._rows(block.head), rows=self._rows(block.rows))
            case Part():
                return Part(tuple(self.block(inner) for inner in block.blocks))

    def line(self, content: Iterable[Inline]) -> tuple[Inline, ...]:
        return tuple(self._inline(inline) for inline in content)

    def _item(self, item: Item) -> Item:
        return Item(tuple(self.block(inner) for inner in item.blocks), item.anchor, item.number)

    def _rows(self, rows: tuple[Row, ...]) -> tuple[Row, ...]:
        return tuple(tuple(self.line(cell) for cell in row) for row in rows)

    def _inline(self, inline: Inline) -> Inline:
        match inline:
            case Text():
                return _unbroken(inline)
            case Strong() | Emphasis() | Link():
                return replace(inline, content=self.line(inline.content))
            case Reference():
                return self._reference(inline)
            case _:
                return inline

    def _reference(self, reference: Reference) -> Reference:
        if reference.anchor not in self.targets:
            hint = (
                did_you_mean(reference.anchor, self.targets) + "; or give the sentence the condition that the article is there"
            )
            self.faults.append(Fault(f"a reference goes to '{reference.anchor}', which is not in this document", hint=hint))
            return reference
        word, number = self.targets[reference.anchor]
        return replace(reference, word=word, number=number)
