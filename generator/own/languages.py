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
from generator.shelf import FRONT_MATTER, find_text, read_text
from generator.texts import environment

Names = dict[str, "str | frozenset[str]"]
"""The local names of a text: the path each stands for, or all that it is made of."""

PREVAILS = "This is a translation for information."
"""How the only places begin that a translation has and the Dutch text has not: it says what it is."""
MARK = re.compile(r"^(?P<mark>#{1,6}(?= )|[ ]*(?:1\.|-)(?= )|::: *\w[\w -]*|\|(?::?-+:?\|)*)", re.MULTILINE)
FORMS = frozenset({"you", "u", "uw"})
"""What Dutch has for *you*, by who reads it: grammar too, for which English has one word."""
COUNTED = "how many "
"""What stands before data that is only counted: within a sentence that is grammar."""
LINK = re.compile(r"\]\((#[\w-]+|\w+:)")
ITEMS = frozenset({"list", "select", "reject", "selectattr", "rejectattr", "sort", "unique"})
"""Filters after which the items are still the same sort of items."""


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
        self._macros: set[str] = set()
        self._lines = head[0].count("\n") if head else 0
        tree = environment(roots, language).parse(source[head.end() :] if head else source)
        self._macros.update(macro.name for macro in tree.find_all(nodes.Macro))
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
                self.places[-1].says.update(self._said(part, names))

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
            self.places[-1].says.update(said for test, _ in branches for said in self._asked(test, names))
        for test, body in branches:
            self._walk(body, (*under, f"if {self._summary(test, names)}") if _has_places(node) else under, names)
        self._walk(node.else_, (*under, "else") if _has_places(node) else under, names)

    def _for(self, node: nodes.For, under: tuple[str, ...], names: Names) -> None:
        inner = names | {str(target.name): self._item(node.iter, names) for target in _targets(node.target)}
        asked = self._summary(node.test, inner) if node.test else ""
        if _has_places(node):
            inside = (*under, f"for {self._summary(node.iter, names)}" + (f" if {asked}" if asked else ""))
        else:
            self.places[-1].says.update(self._said(node.iter, names), self._asked(node.test, inner) if node.test else ())
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
            meant = self._path(value, names)
            names[target.name] = meant or frozenset({*self._said(value, names), *_as_set(known)})

    def _fromimport(self, node: nodes.FromImport, under: tuple[str, ...], names: Names) -> None:
        macros = [name if isinstance(name, str) else name[0] for name in node.names if name not in FORMS]
        self._macros.update(macros)
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

    # -- expressions --

    def _summary(self, node: nodes.Node, names: Names) -> str:
        return ", ".join(sorted(set(self._said(node, names)))) or "something"

    def _item(self, node: nodes.Node, names: Names) -> str | frozenset[str]:
        """What a name stands for that goes through a list."""
        path = self._path(node, names)
        return f"{path}[]" if path else frozenset(self._said(node, names))

    def _path(self, node: nodes.Node, names: Names) -> str:
        """``activities[].schedule.first``, with every local name as what it stands for; empty when it is no plain path."""
        match node:
            case nodes.Name():
                meant = names.get(node.name, node.name)
                return meant if isinstance(meant, str) else ""
            case nodes.Getattr():
                above = self._path(node.node, names)
                return above and f"{above}.{node.attr}"
            case nodes.Getitem(arg=nodes.Const(value=int())):
                above = self._path(node.node, names)
                return above and f"{above}[]"
            case nodes.Filter(node=nodes.Node()) if node.name in ITEMS:
                return self._path(cast("nodes.Node", node.node), names)
            case nodes.Filter(node=nodes.Node()) if node.name == "map" and node.kwargs:
                above = self._path(cast("nodes.Node", node.node), names)
                return above and f"{above}[].{cast('nodes.Const', node.kwargs[0].value).value}"
            case _:
                return ""

    def _said(self, node: nodes.Node, names: Names) -> Iterator[str]:
        """The data that an expression prints or asks for."""
        match node:
            case nodes.Not():
                yield from (f"no {said}" for said in self._said(node.node, names))
            case nodes.Compare() if any(isinstance(part, nodes.Const) and _is_number(part.value) for part in _operands(node)):
                yield from (f"{COUNTED}{path}" for path in self._parts(_operands(node), names))
            case nodes.Compare():
                yield from self._comparison(node, names)
            case nodes.Name() if node.name in FORMS:
                pass
            case nodes.Call(node=nodes.Name(name=name)) if name in FORMS:
                yield from self._parts(node.args, names)
            case nodes.Name() if not isinstance(names.get(node.name, ""), str):
                yield from cast("frozenset[str]", names[node.name])
            case nodes.Name() | nodes.Getattr() | nodes.Getitem() | nodes.Filter() if path := self._path(node, names):
                yield from [] if path.split(".")[0] == "loop" else [path]
                yield from (f"those with {part.value}" for part in node.find_all(nodes.Const) if isinstance(node, nodes.Filter))
            case nodes.Call(node=nodes.Name(name=name)):
                yield f"{name}({'' if name in self._macros else ', '.join(_constants(node.args))})"
                yield from self._parts(node.args, names)
            case nodes.Filter(name="blank"):
                yield f"a blank for {' '.join(_constants(node.args[1:]))}"
                yield from self._parts([cast("nodes.Node", node.node), *node.args[1:]], names)
            case nodes.Or():
                yield from self._asked(node.left, names)
                yield from self._parts([node.left, node.right], names)
            case nodes.CondExpr():
                yield from self._asked(node.test, names)
                yield from self._parts([node.expr1, *([node.expr2] if node.expr2 else [])], names)
            case nodes.Dict():
                yield from (f"a word for {key}" for key in _constants([pair.key for pair in node.items]))
                yield from self._parts([pair.value for pair in node.items], names)
            case nodes.Const(value=str(words)):
                yield from (f"a link to {target}" for target in LINK.findall(words))
            case _:
                yield from self._parts(node.iter_child_nodes(), names)

    def _asked(self, test: nodes.Node, names: Names) -> Iterator[str]:
        """The data that decides what is said: asking after a field is not the same as printing it."""
        return (said if said.startswith("whether ") else f"whether {said}" for said in self._said(test, names))

    def _comparison(self, node: nodes.Compare, names: Names) -> Iterator[str]:
        """``activity.type is 'gastles'``; each of several for itself."""
        data = set(self._parts(_operands(node), names))
        verb = "is no" if node.ops[0].op in ("ne", "notin") else "is"
        for said in data:
            yield from [f"{said} {verb} {constant}" for constant in _constants(_operands(node))] or [
                f"{said} {verb} other data"
            ]

    def _parts(self, parts: Iterable[nodes.Node], names: Names) -> Iterator[str]:
        return (said for part in parts for said in self._said(part, names))


def _targets(target: nodes.Node) -> list[nodes.Name | nodes.NSRef]:
    return cast("list[nodes.Name | nodes.NSRef]", target.items if isinstance(target, nodes.Tuple) else [target])


def _operands(node: nodes.Compare) -> list[nodes.Node]:
    return [node.expr, *(operand.expr for operand in node.ops)]


def _constants(parts: Iterable[nodes.Node]) -> list[str]:
    """The words in expressions, as they are written."""
    found = (part for above in parts for part in (above, *above.find_all(nodes.Const)))
    return list(dict.fromkeys(repr(part.value) for part in found if isinstance(part, nodes.Const)))


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _as_set(known: str | frozenset[str]) -> frozenset[str]:
    return frozenset({known}) if isinstance(known, str) else known


def _has_places(node: nodes.Node) -> bool:
    """Whether a heading, an item, a table or a box begins in it."""
    return any(MARK.search(data.data) for data in node.find_all(nodes.TemplateData))
