"""Where in the texts something is said. In: a text that was filled, and what is wrong with it. Out: the same, with its place.

What is filled is one long Markdown; its writer knows files. So when something is wrong, the texts are filled once more, with a
mark at the end of every line that says where it came from. Nothing of this is done while all is well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import nodes

from generator.clauses import Clause
from generator.errors import Fault
from generator.source import fill
from generator.texts import TextCompiler, TextEnvironment

_MARK = re.compile("\ue000(?P<file>[^\ue000\ue001]*):(?P<line>[0-9]+)\ue001")
"""Of characters that no value can hold."""
_QUOTED = re.compile(r"'([^']+)'")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of what was filled."""

    text: str
    file: str
    """The text that its end stands in: ``clauses/term.nl.md``."""
    line: int


class _Compiler(TextCompiler):
    """Compiles a text so that each of its lines says where it comes from."""

    def _output_child_to_const(self, node: nodes.Expr, frame: Any, finalize: Any) -> str:
        said = super()._output_child_to_const(node, frame, finalize)
        return "".join(self._marked(said, node.lineno)) if isinstance(node, nodes.TemplateData) else said

    def _marked(self, said: str, line: int) -> Iterator[str]:
        pieces = said.split("\n")
        for number, piece in enumerate(pieces[:-1]):
            yield f"{piece}\ue000{self.name}:{line + number}\ue001\n"
        yield pieces[-1]


class _Environment(TextEnvironment):
    code_generator_class = _Compiler


@lru_cache(maxsize=4)
def _environment(roots: tuple[Path, ...], language: str) -> TextEnvironment:
    return _Environment(roots, language)


def traced(
    roots: tuple[Path, ...],
    text: str,
    clauses: Sequence[Clause],
    names: Mapping[str, Any],
    sections: Mapping[str, Any],
    language: str,
) -> tuple[Line, ...]:
    """Every line of a filled text, with its place; what is given is what :func:`generator.source.fill` is given."""
    filled = fill(roots, text, clauses, names, sections, language, _environment(roots, language))
    found: list[Line] = []
    file, line = text, 1
    for said in reversed(filled.split("\n")):  # a line without an end of its own goes with the one after it
        if marks := list(_MARK.finditer(said)):
            file, line = marks[-1]["file"], int(marks[-1]["line"])
        found.append(Line(_MARK.sub("", said), file, line))
    return tuple(reversed(found))


def located(faults: Iterable[Fault], markdown: str, lines: Sequence[Line]) -> Iterator[Fault]:
    """The faults, each with its place: that of its line in ``markdown``, else of the reference or anchor it is about."""
    given = markdown.split("\n")
    seen: dict[str, int] = {}
    for fault in faults:
        if fault.line is None:
            wanted = _about(fault.problem)
            seen[wanted] = seen.get(wanted, 0) + 1
            there = [line for line in lines if wanted in line.text] if wanted else lines[:1]
            yield _at(fault, there, seen[wanted] + wanted.startswith("{"))
        else:
            said = given[fault.line - 1].strip()
            alike = sum(one.strip() == said for one in given[: fault.line])
            yield _at(fault, [line for line in lines if line.text.strip() == said], alike)


def _about(problem: str) -> str:
    """What a fault without a line is about, as it is written in a text; of an anchor, its second place is the wrong one."""
    if not (found := _QUOTED.search(problem)):
        return ""
    return f"{{#{found[1]}}}" if problem.startswith("the anchor") else f"](#{found[1]})"


def _at(fault: Fault, lines: Sequence[Line], number: int) -> Fault:
    """The fault at one of these lines; without a place when there is none."""
    if not lines:
        return fault.at(line=None)
    line = lines[min(number, len(lines)) - 1]
    return fault.at(file=line.file, line=line.line)
