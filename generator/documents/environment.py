"""Jinja as Word documents see it: that of the texts, with the same names, filters and limits. In: a language. Out: it.

A value never stands in the XML while a page is filled in. What a tag prints is noted, and a mark is put in its place; so
nothing that a profile holds can be XML, and every value that was printed is known afterwards, in its order.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from enum import Enum
from functools import lru_cache, wraps
from typing import Any

from jinja2 import Undefined, nodes
from markupsafe import Markup

from generator.limits import LimitedCompiler, TooMuch, spend
from generator.missing import Missing
from generator.texts import TextEnvironment

MARK = re.compile("\ufdd0([0-9]+)\ufdd1")
"""Where a value stands; of characters that XML may hold and no text ever does."""
ESCAPING = ("e", "escape")
"""Filters that documents made for docxtpl use; here every value is escaped, and they do nothing more."""
_PRINTED: ContextVar[list[str | Missing]] = ContextVar("_PRINTED")
_MOST = 40_000_000
"""Characters of XML that a page may become."""


@contextmanager
def printing() -> Iterator[list[str | Missing]]:
    """Within it, pages can be filled in; what is printed is gathered in the list, by the number of its mark."""
    printed: list[str | Missing] = []
    token = _PRINTED.set(printed)
    try:
        yield printed
    finally:
        _PRINTED.reset(token)


class _Compiler(LimitedCompiler):
    """Compiles a page so that every value, a constant too, is noted."""

    def _output_child_to_const(self, node: nodes.Expr, frame: Any, finalize: Any) -> str:
        if not isinstance(node, nodes.TemplateData):
            raise nodes.Impossible
        return super()._output_child_to_const(node, frame, finalize)


class WordEnvironment(TextEnvironment):
    """Jinja of the texts, for a page of a Word document."""

    code_generator_class = _Compiler

    def __init__(self, language: str) -> None:
        super().__init__((), language)
        self.trim_blocks = self.lstrip_blocks = False
        ours = {name: _of_words(call) for name, call in self.filters.items()}
        self.filters = ours | dict.fromkeys(ESCAPING, _as_it_is)

    def _printed(self, value: Any) -> Markup:
        """A mark, for a value that is noted; what a macro made has its marks already."""
        if isinstance(value, Markup):
            return value
        if isinstance(value, Enum):
            value = self._label(value)
        if not isinstance(value, str | Missing):
            value = str(super()._printed(value))  # a whole number; what cannot be printed is refused as in a text
        printed = _PRINTED.get()
        printed.append(value)
        return Markup(f"\ufdd0{len(printed) - 1}\ufdd1")

    def concat(self, parts: Any) -> str:
        """The parts of a page; XML is longer than what it says."""
        listed: list[str] = []
        length = 0
        for part in parts:
            listed.append(part)
            length += len(part)
            if length > _MOST:
                raise TooMuch("this becomes longer than a Word document can be")
        spend(1 + length // 1024)
        return "".join(listed)


def _of_words(call: Callable[..., Any]) -> Callable[..., Any]:
    """A filter that is given words, where a macro or a joined text has marks; of a text with a blank the blank is left."""

    @wraps(call)
    def worded(*given: Any, **options: Any) -> Any:
        return call(*map(_words, given), **options)

    return worded


def _as_it_is(value: Any) -> Any:
    """What documents made for docxtpl ask for, ``{{ name | e }}``, is done for all."""
    return value


def _words(value: Any) -> Any:
    if isinstance(value, Undefined):
        value._fail_with_undefined_error()
    if not isinstance(value, Markup):
        return value
    printed = _PRINTED.get()
    found = [printed[int(mark[1])] for mark in MARK.finditer(value)]
    blank = next((one for one in found if isinstance(one, Missing)), None)
    if blank is not None:
        return blank
    return MARK.sub(lambda mark: str(printed[int(mark[1])]), Markup(value).striptags() if "<" in value else str(value))


@lru_cache(maxsize=2)
def environment(language: str) -> WordEnvironment:
    """The environment for a language."""
    return WordEnvironment(language)
