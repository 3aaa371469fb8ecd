"""No word is lost: compare what a written file says with what the tree says. In: pieces of text. Out: nothing, or OurFault.

Files are compared character by character without white space and hyphens, for these are the layout's own (a line break, a
hyphenated word), and without invisible characters (joiners, direction marks, variation selectors); all else must be equal.
A ratio would not do: one lost word in two thousand hardly moves it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

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
    Numbering,
    Paragraph,
    Part,
    Reference,
    Strong,
    Table,
    Text,
    Tick,
    WriteLine,
)
from generator.errors import Fault, OurFault


class _Counting(dict[int, int | None]):
    """Character to itself, or to None when it does not count; looked up once for each character there is."""

    def __missing__(self, code: int) -> int | None:
        ignored = unicodedata.category(chr(code)) in _IGNORED_CATEGORIES or chr(code) in _IGNORED
        self[code] = None if ignored else code
        return self[code]


_COUNTING = _Counting()
_WITHOUT_MARKS = dict.fromkeys([0xAD, *range(0x200B, 0x2010), *range(0x2060, 0x2065), 0xFEFF])
"""Soft hyphen, zero-width characters and direction marks."""
_IGNORED_CATEGORIES = {"Cf", "Cc", "Zs", "Zl", "Zp", "Pd"}
_IGNORED = "\ufffe" + "".join(map(chr, range(0xFE00, 0xFE10))) + "".join(map(chr, range(0xE0100, 0xE01F0)))
"""What stands for a hyphen in a PDF's text, and variation selectors: they choose the look of the character before."""
_MINUS = re.compile(r"(?<=€)\s*[-\u2010-\u2013]|[-\u2010-\u2013](?=\s*€)")
"""On either side of the sign, whatever follows: right-to-left text turns ``- € -12`` into ``12- € -``."""
_QUOTES = "‘’‚‛“”„‟"
_CONTEXT = 40


def pieces(document: Document, numbers: bool) -> list[str]:
    """Every piece of text of the body, in reading order.

    ``numbers`` adds what stands before headings and items (``Artikel 7``, ``7.2``); a bullet's sign is never part of it.
    A reference is one piece with word and number, as both formats show it.
    """
    return [piece for block in document.blocks for piece in _block(block, numbers) if piece]


def canonical(text: str) -> str:
    """The characters that count: compatibility forms made one, no white space, hyphens, or invisible marks.

    The minus of an amount (``€ -750,00``) does count.
    """
    joined = unicodedata.normalize("NFKC", text.translate(_WITHOUT_MARKS))  # a mark between letter and accent parts them
    return _MINUS.sub("\u2212", joined.replace("\u2044", "/")).translate(_COUNTING)


def compare(expected: Sequence[str], found: str, what: str, ordered: bool = True) -> None:
    """Check that ``found``, the text of a written file, says exactly ``expected``.

    ``ordered=False`` compares how often each character occurs: for files whose reader shuffles right-to-left text.
    Raises OurFault that names the first words that differ.
    """
    wanted, got = canonical(" ".join(expected)), canonical(found)
    if wanted == got or (not ordered and counted(wanted) == counted(got)):
        return
    raise OurFault(Fault(_difference(expected, wanted, got), file=what, hint="nothing was written; please report this"))


def counted(text: str) -> Counter[str]:
    """How often each character occurs; what has a mirror image counts as one, as readers turn it in right-to-left text."""
    return Counter("<>" if unicodedata.mirrored(c) or c in _QUOTES else c for c in text)


def is_right_to_left(texts: Iterable[str]) -> bool:
    """Whether any character runs from right to left."""
    return any(unicodedata.bidirectional(c) in {"R", "AL"} for text in texts for c in text if c > "\u0590")


def _difference(expected: Sequence[str], wanted: str, got: str) -> str:
    """Where the two part: the tree's words there, and the file's."""
    at = next((i for i, (a, b) in enumerate(zip(wanted, got, strict=False)) if a != b), min(len(wanted), len(got)))
    return (
        f"the file does not say what was written to it: expected '…{wanted[max(0, at - 15) : at + _CONTEXT]}…', "
        f"found '…{got[max(0, at - 15) : at + _CONTEXT]}…'"
    )


def _block(block: Block, numbers: bool) -> Iterator[str]:
    match block:
        case Heading():
            yield from ([block.number] if numbers else [])
            yield said(block.content)
        case Paragraph():
            yield said(block.content)
        case ListBlock():
            for item in block.items:
                yield from _item(item, numbers and block.numbering is not Numbering.BULLET)
        case Table():
            yield from (said(cell) for row in (*block.head, *block.rows) for cell in row)
        case Box() | Part():
            yield from (piece for inner in block.blocks for piece in _block(inner, numbers))
        case _:
            raise TypeError(f"unknown block {type(block).__name__}")


def _item(item: Item, numbers: bool) -> Iterator[str]:
    if numbers:
        yield item.number
    for block in item.blocks:
        yield from _block(block, numbers)


def said(content: Iterable[Inline]) -> str:
    """The words of a line, markup left out: ``zie artikel 7`` (a blank says its label, a line to write on nothing)."""
    return "".join(_inline(inline) for inline in content)


def _inline(inline: Inline) -> str:
    match inline:
        case Text():
            return inline.text
        case Break():
            return "\n"
        case Strong() | Emphasis() | Link():
            return said(inline.content)
        case Reference():
            return f"{inline.word} {inline.number}".strip()
        case Blank():
            return inline.label
        case WriteLine() | Entry() | Tick():
            return ""
        case _:
            raise TypeError(f"unknown inline {type(inline).__name__}")
