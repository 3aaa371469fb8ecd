"""What the writer of a text put in it, before anything is filled in. In: a text as it stands. Out: its faults, by line.

A document is parsed when it is filled in; but a text with another mistake is never filled in, nor is a branch that no partner
comes to. So each paragraph is looked at as it was typed, with an ``x`` for each value: what no document may contain is found
in all of it at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.errors import BadText, Fault
from generator.lines import parse_line
from generator.settle import skipped
from generator.shelf import CLAUSES, body_of

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#(?![a-z][a-z0-9-]*\}).*?#\}", re.DOTALL)
_TARGET = re.compile(r"(?<=\]\()x(?=\))")
_PARAGRAPH = re.compile(r"(?:^.*\S.*$\n?)+", re.MULTILINE)
_BOX = "a box"
"""How the fault begins of a box whose ends are not both there: they may stand under conditions."""
_LEVEL = re.compile(r"^(#{1,6}) ", re.MULTILINE)
_HEADING = re.compile(r"^## ", re.MULTILINE)
_TAKES_IN = re.compile(r"\{%-? *(include|from|import)\b|\{\{")
"""What may bring a heading along."""


def written_faults(text: str, name: str) -> Iterator[Fault]:
    """What is wrong with the words of ``text``, of which the name is ``clauses/term.nl.md``."""
    body = body_of(text)
    plain = _TARGET.sub("#x", _TAG.sub(_standing_in, body))
    for paragraph in _PARAGRAPH.finditer(plain):
        yield from _paragraph_faults(paragraph[0].rstrip(), plain.count("\n", 0, paragraph.start()))
    headings = [(len(found[1]), plain.count("\n", 0, found.start()) + 1) for found in _LEVEL.finditer(plain)]
    yield from (skipped(above, below, line) for (above, _), (below, line) in pairwise(headings) if below > above + 1)
    if _is_article(name) and not _HEADING.search(plain) and not _TAKES_IN.search(body):
        yield Fault("an article has a heading of its own: ## Parkeren", hint="write it above the first line of the article")


def _standing_in(tag: re.Match[str]) -> str:
    """An ``x`` for a value, nothing for an instruction; as many lines as there were."""
    return ("x" if tag[0].startswith("{{") else "") + "\n" * tag[0].count("\n")


def _paragraph_faults(paragraph: str, above: int) -> Iterator[Fault]:
    try:
        parse_line("\n".join(line.strip() for line in paragraph.split("\n")))
    except BadText as error:
        found = (fault for fault in error.faults if f"contain {_BOX}" not in fault.problem)
        yield from (fault.at(line=above + (fault.line or 1)) for fault in found)


def _is_article(name: str) -> bool:
    folder, _, rest = name.partition("/")
    return folder == CLAUSES and not rest.startswith("_")
