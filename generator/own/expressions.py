"""What an expression of a text says. In: a piece of Jinja's tree, the local names around it. Out: the data it prints or asks.

Of what is said only what no grammar changes: which data, under which condition, with which link or blank.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import cast

from jinja2 import nodes

Names = dict[str, "str | frozenset[str]"]
"""The local names of a text: the path each stands for, or all that it is made of."""

FORMS = frozenset({"you", "u", "uw"})
"""What Dutch has for *you*, by who reads it: grammar too, for which English has one word."""
COUNTED = "how many "
"""What stands before data that is only counted: within a sentence that is grammar."""
LINK = re.compile(r"\]\((#[\w-]+|\w+:)")
ITEMS = frozenset({"list", "select", "reject", "selectattr", "rejectattr", "sort", "unique"})
"""Filters after which the items are still the same sort of items."""


@dataclass(frozen=True, slots=True)
class Expressions:
    """Reads the expressions of one text."""

    macros: set[str] = field(default_factory=set)
    """Its macros: of a call to one of them the words it is given do not count."""

    def summary(self, node: nodes.Node, names: Names) -> str:
        """All that it says, in one line."""
        return ", ".join(sorted(set(self.said(node, names)))) or "something"

    def item(self, node: nodes.Node, names: Names) -> str | frozenset[str]:
        """What a name stands for that goes through a list."""
        path = self.path(node, names)
        return f"{path}[]" if path else frozenset(self.said(node, names))

    def path(self, node: nodes.Node, names: Names) -> str:
        """``activities[].schedule.first``, with every local name as what it stands for; empty when it is no plain path."""
        match node:
            case nodes.Name():
                meant = names.get(node.name, node.name)
                return meant if isinstance(meant, str) else ""
            case nodes.Getattr():
                above = self.path(node.node, names)
                return above and f"{above}.{node.attr}"
            case nodes.Getitem(arg=nodes.Const(value=int())):
                above = self.path(node.node, names)
                return above and f"{above}[]"
            case nodes.Filter(node=nodes.Node()) if node.name in ITEMS:
                return self.path(cast("nodes.Node", node.node), names)
            case nodes.Filter(node=nodes.Node()) if node.name == "map" and node.kwargs:
                above = self.path(cast("nodes.Node", node.node), names)
                return above and f"{above}[].{cast('nodes.Const', node.kwargs[0].value).value}"
            case _:
                return ""

    def said(self, node: nodes.Node, names: Names) -> Iterator[str]:
        """The data that an expression prints or asks for."""
        match node:
            case nodes.Not():
                yield from (f"no {said}" for said in self.said(node.node, names))
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
            case nodes.Name() | nodes.Getattr() | nodes.Getitem() | nodes.Filter() if path := self.path(node, names):
                yield from [] if path.split(".")[0] == "loop" else [path]
                yield from (f"those with {part.value}" for part in node.find_all(nodes.Const) if isinstance(node, nodes.Filter))
            case nodes.Call(node=nodes.Name(name=name)):
                yield f"{name}({'' if name in self.macros else ', '.join(_constants(node.args))})"
                yield from self._parts(node.args, names)
            case nodes.Filter(name="blank"):
                yield f"a blank for {' '.join(_constants(node.args[1:]))}"
                yield from self._parts([cast("nodes.Node", node.node), *node.args[1:]], names)
            case nodes.Or():
                yield from self.asked(node.left, names)
                yield from self._parts([node.left, node.right], names)
            case nodes.CondExpr():
                yield from self.asked(node.test, names)
                yield from self._parts([node.expr1, *([node.expr2] if node.expr2 else [])], names)
            case nodes.Dict():
                yield from (f"a word for {key}" for key in _constants([pair.key for pair in node.items]))
                yield from self._parts([pair.value for pair in node.items], names)
            case nodes.Const(value=str(words)):
                yield from (f"a link to {target}" for target in LINK.findall(words))
            case _:
                yield from self._parts(node.iter_child_nodes(), names)

    def asked(self, test: nodes.Node, names: Names) -> Iterator[str]:
        """The data that decides what is said: asking after a field is not the same as printing it."""
        return (said if said.startswith("whether ") else f"whether {said}" for said in self.said(test, names))

    def _comparison(self, node: nodes.Compare, names: Names) -> Iterator[str]:
        """``activity.type is 'gastles'``; each of several for itself."""
        data = set(self._parts(_operands(node), names))
        verb = "is no" if node.ops[0].op in ("ne", "notin") else "is"
        for said in data:
            yield from [f"{said} {verb} {constant}" for constant in _constants(_operands(node))] or [
                f"{said} {verb} other data"
            ]

    def _parts(self, parts: Iterable[nodes.Node], names: Names) -> Iterator[str]:
        return (said for part in parts for said in self.said(part, names))


def _operands(node: nodes.Compare) -> list[nodes.Node]:
    return [node.expr, *(operand.expr for operand in node.ops)]


def _constants(parts: Iterable[nodes.Node]) -> list[str]:
    """The words in expressions, as they are written."""
    found = (part for above in parts for part in (above, *above.find_all(nodes.Const)))
    return list(dict.fromkeys(repr(part.value) for part in found if isinstance(part, nodes.Const)))


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
