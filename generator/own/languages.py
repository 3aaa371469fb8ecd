"""Two languages of one text, held side by side. In: folders with texts, a text's name. Out: every difference, with its place.

A translation has its own words, order and grammar, but it says as much, of the same data, under the same conditions.
So a text is read as a row of places (a heading, an item, a table, a box, a macro), and of each place only what no grammar
changes: what it stands under, which data it prints and which it asks for, whatever its local names are. Counting
(``if activities | length == 1``) is grammar, and free; so is what filters do, and where in a place something stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path
from typing import cast

from jinja2 import nodes

from generator.errors import BadText, Fault
from generator.own.expressions import COUNTED, FORMS, LINK, Expressions, Names
from generator.shelf import FRONT_MATTER, find_text, read_text
from generator.texts import environment

PREVAILS = "This is a translation for information."
"""How the only places begin that a translation has and the Dutch text has not: it says what it is."""
MARK = re.compile(r"^(?P<mark>#{1,6}(?= )|[ ]*(?:1\.|-)(?= )|::: *\w[\w -]*|\|(?::?-+:?\|)*)", re.MULTILINE)


@dataclass
class Place:
    """Where something is said."""

    mark: str
    """``##``, ``1.``, ``::: facts``, ``|---|--:|``, ``macro place(planned)``; empty: before all others."""
    line: int
    under: tuple[str, ...] = ()
    """The conditions and loops around it."""
    says: set[str] = field(default_factory=set)
    """Which data it prints or asks for, where it refers to, which macros it calls."""
    bars: int = 0
    """Between the cells of its table."""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that one language says and the other does not."""

    file: str
    """The Dutch text, or the one that has more."""
    line: int | None
    here: str
    """The place in it: ``1.``, ``## ``."""
    there: str
    """The place in the other that stands against it: ``clauses/term.en.md:12 (1.)``; empty when there is none."""
    problem: str

    def __str__(self) -> str:
        """``clauses/x.nl.md:12 (1.) and clauses/x.en.md:11 (1.): only the Dutch text has partner``."""
        here = f"{self.file}:{self.line} ({self.here})" if self.line else self.file
        return f"{here}{' and ' + self.there if self.there else ''}: {self.problem}"


def differences(roots: tuple[Path, ...], name: str) -> list[Difference]:
    """What ``name`` (``clauses/term``) says in one language and not in the other.

    Raises BadText when one of them cannot be read as a text.
    """
    dutch, english = (_Reader(roots, f"{name}.{language}.md") for language in ("nl", "en"))
    file, told = f"{name}.nl.md", []
    if dutch.when != english.when:
        told.append(f"the front matter differs: {dutch.when!r} and {english.when!r}")
    told += [f"{only} among what it imports" for only in _only(dutch.imports, english.imports)]
    found = [Difference(file, None, "", "", problem) for problem in told]
    return found + list(_compared(name, dutch.places, [place for place in english.places if PREVAILS not in place.text]))


def _compared(name: str, dutch: list[Place], english: list[Place]) -> Iterator[Difference]:
    """Place by place; where the rows part, what follows cannot be compared any more."""
    for one, other in zip_longest(dutch, english):
        if one is None or other is None:
            place, language, missing = (one, "nl", "en") if one else (other, "en", "nl")
            yield _at(name, language, place, "", f"nothing stands against it in {name}.{missing}.md")
            return
        there = _shown(name, "en", other)
        if one.mark != other.mark:
            yield _at(name, "nl", one, there, "these are not the same sort of place")
            return
        if one.under != other.under:
            yield _at(name, "nl", one, there, f"these stand under other conditions: {one.under} and {other.under}")
        if one.bars != other.bars:
            yield _at(name, "nl", one, there, "these do not have the same cells")
        for only in _only(*({said for said in place.says if COUNTED not in said} for place in (one, other))):
            yield _at(name, "nl", one, there, only)


def _at(name: str, language: str, place: Place, there: str, problem: str) -> Difference:
    return Difference(f"{name}.{language}.md", place.line, place.mark.strip() or "start", there, problem)


def _only(dutch: Iterable[str], english: Iterable[str]) -> list[str]:
    sides = (("the Dutch", set(dutch) - set(english)), ("the English", set(english) - set(dutch)))
    return [f"only {side} text has {', '.join(sorted(more))}" for side, more in sides if more]


def _shown(name: str, language: str, place: Place) -> str:
    return f"{name}.{language}.md:{place.line} ({place.mark.strip() or 'start'})"


class _Reader:
    """Reads a text's tree from Jinja into its places."""

    def __init__(self, roots: tuple[Path, ...], name: str) -> None:
        language = name.split(".")[-2]
        path = find_text(roots, name)
        if path is None:
            raise BadText(Fault(f"there is no text '{name}'"))
        source = read_text(path, name)
        head = FRONT_MATTER.match(source)
        self.when = " ".join((head["yaml"] or "").split()) if head else ""
        self._name = name
        self.imports: set[str] = set()
        self.places = [Place("", 1)]
        self._roots, self._language = roots, language
        self._data_of = Expressions()
        self._lines = head[0].count("\n") if head else 0
        tree = environment(roots, language).parse(source[head.end() :] if head else source)
        self._data_of.macros.update(macro.name for macro in tree.find_all(nodes.Macro))
        self._walk(tree.body, (), {})

    # -- statements --

    def _walk(self, body: Iterable[nodes.Node], under: tuple[str, ...], names: Names) -> None:
        for node in body:
            kind = type(node).__name__.lower()
            step = cast("Callable[[nodes.Node, tuple[str, ...], Names], None]", getattr(self, f"_{kind}", self._other))
            step(node, under, names)

    def _other(self, node: nodes.Node, under: tuple[str, ...], names: Names) -> None:
        """A statement that our own texts do without: what stands in it counts."""
        self._walk((inner for inner in node.iter_child_nodes() if isinstance(inner, nodes.Stmt)), under, names)

    def _output(self, node: nodes.Output, under: tuple[str, ...], names: Names) -> None:
        for part in node.nodes:
            if isinstance(part, nodes.TemplateData):
                self._data(part, under)
            else:
                self.places[-1].says.update(self._data_of.said(part, names))

    def _data(self, data: nodes.TemplateData, under: tuple[str, ...]) -> None:
        """The writer's own words: each mark at the start of a line begins a place."""
        pieces = MARK.split(data.data)
        line = data.lineno + self._lines
        for index, piece in enumerate(pieces):
            if index % 2:
                self.places.append(Place(piece, line, under, bars=piece.count("|")))
            else:
                here = self.places[-1]
                here.text += piece
                here.bars += piece.count("|")
                here.says.update(f"a link to {target}" for target in LINK.findall(piece))
            line += piece.count("\n")

    def _if(self, node: nodes.If, under: tuple[str, ...], names: Names) -> None:
        """An ``if`` around whole places is a condition of theirs; one within a sentence is of that sentence."""
        branches = [(node.test, node.body), *((other.test, other.body) for other in node.elif_)]
        if not _has_places(node):
            self.places[-1].says.update(said for test, _ in branches for said in self._data_of.asked(test, names))
        for test, body in branches:
            self._walk(body, (*under, f"if {self._data_of.summary(test, names)}") if _has_places(node) else under, names)
        self._walk(node.else_, (*under, "else") if _has_places(node) else under, names)

    def _for(self, node: nodes.For, under: tuple[str, ...], names: Names) -> None:
        inner = names | {str(target.name): self._data_of.item(node.iter, names) for target in _targets(node.target)}
        asked = self._data_of.summary(node.test, inner) if node.test else ""
        if _has_places(node):
            inside = (*under, f"for {self._data_of.summary(node.iter, names)}" + (f" if {asked}" if asked else ""))
        else:
            asks = self._data_of.asked(node.test, inner) if node.test else ()
            self.places[-1].says.update(self._data_of.said(node.iter, names), asks)
            inside = under
        self._walk(node.body, inside, inner)
        self._walk(node.else_, (*inside, "else") if _has_places(node) else under, names)

    def _macro(self, node: nodes.Macro, under: tuple[str, ...], names: Names) -> None:
        if node.name in FORMS:
            return
        arguments = [argument.name for argument in node.args]
        self.places.append(Place(f"macro {node.name}({', '.join(arguments)})", node.lineno + self._lines, under))
        self._walk(node.body, under, names | {name: name for name in arguments})

    def _assign(self, node: nodes.Assign, under: tuple[str, ...], names: Names) -> None:
        """A local name says nothing by itself: what it stands for counts where it is used."""
        values = node.node.items if isinstance(node.node, nodes.Tuple) and isinstance(node.target, nodes.Tuple) else [node.node]
        for target, value in zip(_targets(node.target), values, strict=False):
            known = names.get(target.name, frozenset()) if isinstance(target, nodes.NSRef) else frozenset()
            meant = self._data_of.path(value, names)
            names[target.name] = meant or frozenset({*self._data_of.said(value, names), *_as_set(known)})

    def _fromimport(self, node: nodes.FromImport, under: tuple[str, ...], names: Names) -> None:
        macros = [name if isinstance(name, str) else name[0] for name in node.names if name not in FORMS]
        self._data_of.macros.update(macros)
        self.imports.update(f"{name} of {self._other_text(node.template)}" for name in macros)

    def _include(self, node: nodes.Include, under: tuple[str, ...], names: Names) -> None:
        self.places.append(Place(f"all of {self._other_text(node.template)}", node.lineno + self._lines, under))

    def _other_text(self, template: nodes.Expr) -> str:
        """The text that is named; where its name is put together (``'a/' ~ kind ~ '.nl.md'``), a star for what varies."""
        parts = template.nodes if isinstance(template, nodes.Concat) else [template]
        file = "".join(str(part.value) if isinstance(part, nodes.Const) else "*" for part in parts)
        if "*" in file:
            return file.split(".")[0]
        if not find_text(self._roots, file):
            raise BadText(Fault(f"there is no {file}", file=self._name, line=template.lineno + self._lines))
        if f".{self._language}." not in file:
            raise BadText(Fault(f"{file} is in the other language", file=self._name, line=template.lineno + self._lines))
        return file.split(".")[0]


def _targets(target: nodes.Node) -> list[nodes.Name | nodes.NSRef]:
    return cast("list[nodes.Name | nodes.NSRef]", target.items if isinstance(target, nodes.Tuple) else [target])


def _as_set(known: str | frozenset[str]) -> frozenset[str]:
    return frozenset({known}) if isinstance(known, str) else known


def _has_places(node: nodes.Node) -> bool:
    """Whether a heading, an item, a table or a box begins in it."""
    return any(MARK.search(data.data) for data in node.find_all(nodes.TemplateData))
