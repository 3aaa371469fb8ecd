"""The names in tags, held against what there is. In: a template, the shape of every name. Out: what is wrong, by line.

Nothing is run: each expression is followed through the types that the profile and our facts declare, into loops too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from functools import cache
from inspect import signature
from typing import get_type_hints

from jinja2 import nodes

from generator.shapes import ANYTHING, NOTHING, Shape, declared, needs_filter
from generator.tag_words import ARGUMENTS, FILTERS, near
from generator.wording import IN_A_LANGUAGE, IN_ANY_LANGUAGE

Scope = dict[str, Shape]
Found = tuple[int, str, str]
"""Line, problem, hint."""
_SAME = {"list", "sort", "unique", "select", "reject", "selectattr", "rejectattr"}
_ONE = {"first", "last", "max", "min"}
_BY_ATTRIBUTE = {"map", "selectattr", "rejectattr", "sort", "sum", "unique", "max", "min"}
_NUMBERS = {"length": int, "sum": int}


@dataclass
class Names:
    """Follows the expressions of one page."""

    known: Mapping[str, Shape]
    filters: Collection[str]
    tests: Collection[str]
    found: list[Found] = field(default_factory=list)

    def check(self, template: nodes.Template) -> list[Found]:
        """Everything that is wrong with the names of a template."""
        self._body(template.body, {})
        return list(dict.fromkeys(self.found))

    # -- what stands under each other --

    def _body(self, body: list[nodes.Node], scope: Scope) -> None:
        for node in body:
            self._statement(node, scope)

    def _statement(self, node: nodes.Node, scope: Scope) -> None:
        match node:
            case nodes.Output():
                for printed in node.nodes:
                    self._print(printed, scope)
            case nodes.For():
                self._loop(node, scope)
            case nodes.If():
                self.shape(node.test, scope)
                self._body([*node.body, *node.elif_, *node.else_], scope)
            case nodes.Assign():
                self._bind(node.target, self.shape(node.node, scope), scope)
            case nodes.AssignBlock():
                self._body(node.body, dict(scope))
                self._bind(node.target, ANYTHING, scope)
            case nodes.Macro():
                scope[node.name] = ANYTHING
                self._body(node.body, scope | {argument.name: ANYTHING for argument in node.args})
            case nodes.With():
                inner = dict(scope)
                for target, value in zip(node.targets, node.values, strict=True):
                    self._bind(target, self.shape(value, scope), inner)
                self._body(node.body, inner)
            case nodes.CallBlock() | nodes.FilterBlock() | nodes.Scope() | nodes.ScopedEvalContextModifier():
                self._body(node.body, dict(scope))
            case _:
                for inner_node in node.iter_child_nodes():
                    self._statement(inner_node, scope) if isinstance(inner_node, nodes.Stmt) else self.shape(inner_node, scope)

    def _print(self, node: nodes.Node, scope: Scope) -> None:
        if not isinstance(node, nodes.TemplateData) and (problem := needs_filter(self.shape(node, scope))):
            self._tell(node, problem, "")

    def _loop(self, node: nodes.For, scope: Scope) -> None:
        over = self.shape(node.iter, scope)
        if over.types and over.items is None and not over.unknown:
            self._tell(node, f"'{_written(node.iter)}' is no list: there is nothing to go through", "")
        inner = scope | {"loop": ANYTHING}
        self._bind(node.target, over.each, inner)
        if node.test is not None:
            self.shape(node.test, inner)
        self._body(node.body, inner)
        self._body(node.else_, dict(scope))

    def _bind(self, target: nodes.Node, shape: Shape, scope: Scope) -> None:
        if isinstance(target, nodes.Name):
            scope[target.name] = shape
        else:
            scope.update({name.name: ANYTHING for name in target.find_all(nodes.Name)})

    # -- what an expression is --

    def shape(self, node: nodes.Node, scope: Scope) -> Shape:
        """What an expression can be; whatever is wrong with it is noted."""
        match node:
            case nodes.Name():
                return self._name(node, scope)
            case nodes.Getattr():
                return self._field(node, self.shape(node.node, scope), node.attr)
            case nodes.Getitem(arg=nodes.Const(value=str() as name)):
                return self._field(node, self.shape(node.node, scope), name)
            case nodes.Getitem(arg=nodes.Slice()):
                return self.shape(node.node, scope)
            case nodes.Getitem():
                return self.shape(node.node, scope).each
            case nodes.Filter():
                return self._filter(node, scope)
            case nodes.Test():
                self.shape(node.node, scope)
                if node.name not in self.tests:
                    self._tell(node, f"there is no test 'is {node.name}'", near(node.name, self.tests, FILTERS))
                return Shape(frozenset({bool}))
            case nodes.CondExpr():
                self.shape(node.test, scope)
                other = self.shape(node.expr2, scope) if node.expr2 is not None else NOTHING
                return self.shape(node.expr1, scope) | other
            case nodes.Const():
                return Shape(frozenset({type(node.value)}))
            case _:
                for inner in node.iter_child_nodes():
                    self.shape(inner, scope)
                return ANYTHING

    def _name(self, node: nodes.Name, scope: Scope) -> Shape:
        if node.name in scope:
            return scope[node.name]
        if node.name not in self.known:
            self._tell(node, f"there is nothing called '{node.name}'", near(node.name, (*self.known, *scope)))
            return ANYTHING
        return self.known[node.name]

    def _field(self, node: nodes.Node, above: Shape, name: str) -> Shape:
        found = above.field(name)
        if found is None:
            self._tell(node, *_no_field(name, _written(node).rpartition(".")[0], above))
        return found or ANYTHING

    def _filter(self, node: nodes.Filter, scope: Scope) -> Shape:
        given = self.shape(node.node, scope) if node.node is not None else ANYTHING
        for argument in (*node.args, *(pair.value for pair in node.kwargs)):
            self.shape(argument, scope)
        if node.name not in self.filters:
            self._tell(node, f"there is no filter '{node.name}'", near(node.name, self.filters, FILTERS))
            return ANYTHING
        if not _is_given_enough(node):
            self._tell(node, f"the filter '{node.name}' is not given what it takes", ARGUMENTS)
        self._attributes(node, given)
        self._fits(node, given)
        if node.name in _SAME:
            return given
        if node.name in _ONE:
            return given.each
        if node.name in _NUMBERS:
            return Shape(frozenset({_NUMBERS[node.name]})) if node.name == "length" else ANYTHING
        return ANYTHING

    def _attributes(self, node: nodes.Filter, given: Shape) -> None:
        """``| map(attribute='person.name')`` names fields of the items."""
        named = next((pair.value for pair in node.kwargs if pair.key == "attribute"), None)
        if named is None and node.name in ("selectattr", "rejectattr") and node.args:
            named = node.args[0]
        if node.name in _BY_ATTRIBUTE and isinstance(named, nodes.Const) and isinstance(named.value, str):
            shape = given.each
            for name in named.value.split("."):
                shape = self._field(node, shape, name) if not name.isdigit() else shape.each

    def _fits(self, node: nodes.Filter, given: Shape) -> None:
        """A filter gets what it is for: ``| date`` a date."""
        wanted = _wanted(node.name)
        if not wanted or given.unknown or not given.types or given.items is not None:
            return
        if not any(issubclass(kind, wanted) for kind in given.types):
            problem = f"the filter '{node.name}' is for {_named(wanted)}, and this is {_named(sorted(given.types, key=str))}"
            self._tell(node, problem, needs_filter(given))

    def _tell(self, node: nodes.Node, problem: str, hint: str) -> None:
        self.found.append((node.lineno, problem, hint))


def _no_field(name: str, written: str, above: Shape) -> tuple[str, str]:
    """What is told of a field that is not there: it may be that of each item of a list, or stand deeper."""
    if above.items is not None and not above.types:
        if above.each.field(name) is not None:
            hint = f"go through it: {{% for one in … %}}{{{{ one.{name} }}}}{{% endfor %}}"
            return f"'{name}' stands in each item of a list, not in the list", hint
        return f"there is no field '{name}' in the items of '{written}'", near(name, above.each.names())
    hint = near(name, above.names())
    deeper = [f"{written}.{one}.{name}" for one in above.names() if not hint.startswith("did") and _has(above.field(one), name)]
    return f"there is no field '{name}' in '{written}'", f"did you mean '{deeper[0]}'?" if deeper else hint


def _has(shape: Shape | None, name: str) -> bool:
    """Whether a field is surely there."""
    return shape is not None and not shape.unknown and shape.field(name) is not None


_KINDS: tuple[tuple[type, str], ...] = (
    (bool, "yes or no"),
    (Enum, "a word from a list"),
    (str, "text"),
    (int, "a whole number"),
    (Decimal, "an amount"),
    (datetime, "a moment"),
    (date, "a date"),
    (time, "a time"),
)


def _named(kinds: Iterable[type]) -> str:
    """``a date or a moment``."""
    words = (next((word for kind, word in _KINDS if issubclass(one, kind)), "a group of fields") for one in kinds)
    return " or ".join(dict.fromkeys(words))


def _is_given_enough(node: nodes.Filter) -> bool:
    """Whether a filter of ours is given what it takes, as far as can be seen without it being run."""
    call = _CALLS.get(node.name)
    if call is None or node.dyn_args or node.dyn_kwargs:
        return True
    takes = signature(call)
    named: dict[str, None] = dict.fromkeys([*(str(pair.key) for pair in node.kwargs), *({"language"} & set(takes.parameters))])
    try:
        takes.bind(None, *node.args, **named)
    except TypeError:
        return False
    return True


_CALLS = IN_A_LANGUAGE | IN_ANY_LANGUAGE


@cache
def _wanted(name: str) -> tuple[type, ...]:
    """The types of value that a filter takes; none when it takes several sorts of thing."""
    call = _CALLS.get(name)
    hints = list(get_type_hints(call).values()) if call else []
    shape = declared(hints[0]) if hints else ANYTHING
    plain = all(any(issubclass(one, kind) for kind, _ in _KINDS) for one in shape.types)
    return tuple(sorted(shape.types, key=str)) if plain and not shape.unknown and shape.items is None else ()


def _written(node: nodes.Node) -> str:
    """An expression as it was written, near enough."""
    match node:
        case nodes.Name():
            return node.name
        case nodes.Getattr():
            return f"{_written(node.node)}.{node.attr}"
        case nodes.Getitem(arg=nodes.Const(value=str() as name)):
            return f"{_written(node.node)}.{name}"
        case nodes.Getitem(arg=nodes.Const(value=value)):
            return f"{_written(node.node)}[{value}]"
        case nodes.Filter(node=nodes.Node() as inner):
            return f"{_written(inner)} | {node.name}"
        case _:
            return "…"
