"""A line of Markdown to inlines. In: the source of one paragraph, heading or cell. Out: a tuple of inlines.

Most lines of a batch are the same for every partner, so each is parsed once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.blocks import Blank, Break, Emphasis, Entry, Inline, Link, Reference, Strong, Text, Tick, WriteLine
from generator.errors import BadText, Fault

_FOREIGN = {
    re.compile(r"^>", re.MULTILINE): "a quotation (>)",
    re.compile(r"^(```|~~~)", re.MULTILINE): "a code block",
    re.compile(r"^(-{3,}|\*{3,}|_{3,}|={3,})$", re.MULTILINE): "a ruler",
    re.compile(r"(?<!\\)<[A-Za-z/!]"): "HTML",
    re.compile(r"(?<!\\)!\["): "an image",
    re.compile(r"^:::", re.MULTILINE): "a box without a name or an end",
}
_TARGETS = ("https:", "http:", "mailto:", "tel:")
_PLACES: dict[str, Callable[[str, str], Inline]] = {
    "blank": Blank,
    "write": lambda label, _: WriteLine(label),
    "entry": lambda label, lines: Entry(label, int(lines) if lines.isdecimal() else 1),
    "tick": Tick,
}
"""What looks like a link, but is a place to fill in: ``[label](kind:more)``."""


@lru_cache(maxsize=4096)
def parse_line(source: str) -> tuple[Inline, ...]:
    """The inlines of a line; neighbouring texts are one.

    Raises BadText with everything in it that a document may not contain.
    """
    faults = [
        Fault(
            f"a document may not contain {name}: '{source[found.start() :].splitlines()[0][:60]}'",
            line=source.count("\n", 0, found.start()) + 1,
            hint="write it as plain text",
        )
        for pattern, name in _FOREIGN.items()
        if (found := pattern.search(source))
    ]
    (inline,) = _parser().parseInline(source)
    reader = _Reader(inline.children or [], faults)
    inlines = tuple(reader.until_closed())
    if faults:
        raise BadText(*faults)
    return inlines


@cache
def _parser() -> MarkdownIt:
    """Preset ``zero`` with what a line may contain."""
    return MarkdownIt("zero", {"maxNesting": 40}).enable(["escape", "entity", "link", "emphasis", "newline"])


class _Reader:
    """Goes through the flat list of tokens once, and keeps every fault on the way."""

    def __init__(self, tokens: list[Token], faults: list[Fault]) -> None:
        self._tokens = iter(tokens)
        self._faults = faults

    def until_closed(self) -> Iterator[Inline]:
        """The inlines up to the end, or to the closing token of the element we are in; neighbouring texts as one."""
        pending = ""
        for inline in self._inlines():
            if isinstance(inline, Text):
                pending += inline.text
                continue
            if pending:
                yield Text(pending)
                pending = ""
            yield inline
        if pending:
            yield Text(pending)

    def _inlines(self) -> Iterator[Inline]:
        for token in self._tokens:
            match token.type:
                case "text" | "text_special":
                    yield from _lines_of(token.content)
                case "softbreak":
                    yield Text(" ")
                case "hardbreak":
                    yield Break()
                case "strong_open":
                    yield Strong(tuple(self.until_closed()))
                case "em_open":
                    yield Emphasis(tuple(self.until_closed()))
                case "link_open":
                    yield self._link(str(token.attrs["href"]), tuple(self.until_closed()))
                case "strong_close" | "em_close" | "link_close":
                    return
                case _:
                    self._faults.append(Fault(f"a document may not contain {token.type}", hint="write it as plain text"))

    def _link(self, target: str, content: tuple[Inline, ...]) -> Inline:
        label = "".join(inline.text for inline in content if isinstance(inline, Text))
        if target.startswith("#"):
            return Reference(target[1:])
        kind, _, more = target.partition(":")
        if make := _PLACES.get(kind):
            if not label:
                hint = "write what is filled in there, for those who hear the document"
                self._faults.append(Fault(f"a place to fill in has no label: '[]({target})'", hint=hint))
            return make(label, more)
        if not target.startswith(_TARGETS):
            self._faults.append(Fault(f"a link may not go to '{target}'", hint="a link starts with https:, mailto: or tel:"))
        return Link(content, target)


def _lines_of(text: str) -> Iterator[Inline]:
    """A value's own line ends (they come as ``&#10;``) become breaks."""
    for number, line in enumerate(text.split("\n")):
        if number:
            yield Break()
        if line:
            yield Text(line)
