"""A text as Jinja reads it, whatever is wrong with it. In: a text. Out: its tree, and each tag that cannot be read, by line.

Jinja stops at the first mistake. So the line with that mistake is left out, as far as it opens or closes nothing, and the rest
is read once more: who wrote three mistakes is told of three.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jinja2 import Environment, TemplateSyntaxError, nodes

from generator.errors import Fault
from generator.tag_words import unreadable

_MOST = 30
"""Mistakes that are told of one text."""
_STANDING_IN = {
    # an instruction that cannot be read, or stands beside what cannot: what opens or closes the same
    "if": "if true",
    "elif": "elif true",
    "else": "else",
    "endif": "endif",
    "for": "for one in []",
    "endfor": "endfor",
    "macro": "macro one()",
    "endmacro": "endmacro",
}
_INSTRUCTION = re.compile(r"\{%[-+]?\s*(\w+)")
_ANY = re.compile(r"\{[{%].*?[}%]\}|\{[{%][^\n]*")


def parsed(body: str, room: Environment) -> tuple[nodes.Template, tuple[Fault, ...]]:
    """The tree of all that can be read of ``body``, and what cannot. Raises RecursionError for what is too deep in itself."""
    faults: list[Fault] = []
    while len(faults) < _MOST:
        try:
            return room.parse(body), tuple(faults)
        except TemplateSyntaxError as error:
            lines = body.split("\n")
            begun = _begun(lines, error)
            at = begun or min(error.lineno, len(lines))
            faults.append(_fault(error, lines[at - 1], at))
            if (left := "" if begun else _without(lines[at - 1])) == lines[at - 1]:
                break
            body = "\n".join((*lines[: at - 1], left, *lines[at:]))
    return room.parse(""), tuple(faults)


def _fault(error: TemplateSyntaxError, line: str, number: int) -> Fault:
    tags = "".join(_ANY.findall(line))
    problem, hint = unreadable(str(error.message), tags.strip("{%} "))
    return Fault(f"{problem}, in {tags[:60]}" if tags else problem, line=number, hint=hint)


def _without(line: str) -> str:
    """The line with no more than what opens and closes something."""
    return "".join(f"{{% {_STANDING_IN[name]} %}}" for name in _INSTRUCTION.findall(line) if name in _STANDING_IN)


def _begun(lines: list[str], error: TemplateSyntaxError) -> int | None:
    """The line of the last thing that is begun and never ended, when that is what is wrong."""
    if "Unexpected end of template" not in str(error.message):
        return None
    open_: list[int] = []
    for number, name in _instructions(lines):
        if name in ("if", "for", "macro"):
            open_.append(number)
        elif name in ("endif", "endfor", "endmacro") and open_:
            open_.pop()
    return open_[-1] if open_ else None


def _instructions(lines: list[str]) -> Iterator[tuple[int, str]]:
    return ((number, name) for number, line in enumerate(lines, 1) for name in _INSTRUCTION.findall(line))
