"""What a text or a Word document may use, as a list to read. In: a vocabulary, orders to take examples from. Out: a row a name.

Each record is described once, at its shortest path; elsewhere the row says where.
"""

from __future__ import annotations

import ast
import inspect
import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from functools import cache
from textwrap import dedent
from typing import Any

from pydantic import BaseModel

from generator.about import About
from generator.errors import OurFault
from generator.field_words import MEMBERS, NAMES
from generator.missing import Missing, own_name
from generator.order import SECTIONS as OF_A_PARTNER
from generator.order import Order
from generator.profile.party import Address
from generator.profile.person import Person
from generator.shapes import Shape, names_of
from generator.vocabulary import Vocabulary
from generator.wording import filters

SECTIONS = ("school", "board", "sender", *OF_A_PARTNER)
"""The names that are parts of a profile, or of the school's file."""
_LONGEST = 60
_HIDDEN = {"expected"}
"""Figures of the samples that were checked by hand: no school has them."""
_NUMBERED = re.compile(r"hours|percent|rate|weight|load|quantity|asked")
"""Amounts that are no money."""
_PLAIN: Mapping[type, tuple[str, str]] = {
    bool: ("ja of nee", "yes or no"),
    str: ("tekst", "text"),
    int: ("geheel getal", "whole number"),
    Decimal: ("bedrag of getal", "amount or number"),
    datetime: ("moment", "moment"),
    date: ("datum", "date"),
    time: ("tijd", "time"),
}
_FILTERS = ((datetime, "moment"), (date, "date"), (time, "clock"), (Person, "name"), (Address, "address"))
_WORDS = {
    "list": ("lijst", "list"),
    "of": (" van", " of"),
    "each": (", elk", ", each"),
    "group": ("groep", "group"),
    "as": ("als", "as"),
    "anything": ("", ""),
    "choice": ("een van", "one of"),
}
_ONE = {"people": "person", "staff": "member", "activities": "activity", "children": "child"}


@dataclass(frozen=True, slots=True)
class Row:
    """A name that may be used."""

    path: str
    """``parties[].name``: the brackets stand for each item of the list."""
    tag: str
    """``{{ party.name }}``: to paste."""
    holds: str
    description: str
    example: str
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Guide:
    """Makes the rows in one language."""

    language: str
    homes: Mapping[type, str]
    """Record to the path at which it is described."""
    orders: Sequence[Order]

    def rows(self, path: str, shape: Shape, said: str, above: str = "") -> Iterator[Row]:
        """A name, and everything below it that is described here."""
        item, each, inner = shape, path, above or path
        yield Row(path, self._tag(inner, path, shape), self._holds(shape, path), said, self._example(path), path.count("."))
        while item.items:
            each, inner, item = f"{each}[]", self._one_of(path), item.each
        if self._is_home(item, each):
            for field in (name for name in item.names() if name not in _HIDDEN):
                below = item.field(field)
                if below is not None:
                    yield from self.rows(f"{each}.{field}", below, self._said(item, field), f"{inner}.{field}")

    def _is_home(self, shape: Shape, path: str) -> bool:
        return any(self.homes.get(kind) == path for kind in shape.types)

    def _said(self, above: Shape, name: str) -> str:
        return next((said for kind in sorted(above.types, key=str) if (said := _described(kind, name, self.language))), "")

    def _holds(self, shape: Shape, path: str) -> str:
        if shape.items:
            inner = self._holds(shape.each, f"{path}[]")
            if not inner or inner == self._word("group"):
                return self._word("list")
            of = "each" if inner.startswith((f"{self._word('as')} ", f"{self._word('choice')}:")) else "of"
            return f"{self._word('list')}{self._word(of)} {inner}"
        told = dict.fromkeys(self._kind(kind, path) for kind in sorted(shape.types, key=str))
        return ", ".join(one for one in told if one)

    def _kind(self, kind: type, path: str) -> str:
        if issubclass(kind, Enum):
            values = [str(one.value) for one in kind]
            return f"{self._word('choice')}: {', '.join(values[:8])}{' …' if len(values) > 8 else ''}"
        if kind in self.homes:
            home = self.homes[kind]
            return self._word("group") if home == path else f"{self._word('as')} {home}"
        return next((words[self.language == "en"] for plain, words in _PLAIN.items() if issubclass(kind, plain)), "")

    def _word(self, name: str) -> str:
        return _WORDS[name][self.language == "en"]

    def _tag(self, inner: str, path: str, shape: Shape) -> str:
        if shape.items:
            one = self._one_of(path)
            return f"{{% for {one} in {inner} %}} … {{% endfor %}}"
        if any(issubclass(kind, bool) for kind in shape.types):
            return f"{{% if {inner} %}} … {{% endif %}}"
        filter_ = next((_filter(kind, path) for kind in shape.types if _filter(kind, path)), "")
        printed = filter_ or any(_is_printed(kind, self.language) for kind in shape.types)
        return f"{{{{ {inner}{f' | {filter_}' if filter_ else ''} }}}}" if printed else ""

    def _one_of(self, path: str) -> str:
        """What a loop calls one of them: ``party`` of ``parties``; never by a name that means something already."""
        name = path.rpartition(".")[2]
        one = _ONE.get(name) or (f"{name[:-3]}y" if name.endswith("ies") else re.sub(r"(?<=[^s])s$", "", name))
        return "item" if one == name or one in NAMES else one

    def _example(self, path: str) -> str:
        for order in self.orders:
            if shown := self._shown(_at(order.names, path.split(".")), path):
                return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"
        return ""

    def _shown(self, value: Any, path: str) -> str:
        words = filters(self.language)
        if value is None or isinstance(value, Missing) or callable(value):
            return ""
        if isinstance(value, bool):
            return {"nl": ("nee", "ja"), "en": ("no", "yes")}[self.language][value]
        if isinstance(value, Enum):
            return _labelled(value, self.language)
        if filter_ := _filter(type(value), path):
            return str(words[filter_](value)).replace("\u00a0", " ")
        return str(value).replace("\n", " ") if isinstance(value, str | int) else ""


def _is_printed(kind: type, language: str) -> bool:
    """Whether a tag can print it by itself."""
    if issubclass(kind, Enum):
        return bool(_labelled(next(iter(kind)), language))
    return issubclass(kind, str | int)


def _labelled(code: Enum, language: str) -> str:
    """The word for a code; nothing for one that is asked for, and never printed."""
    try:
        return str(filters(language)["label"](code))
    except OurFault:
        return ""


def guide(vocabulary: Vocabulary, orders: Sequence[Order], language: str) -> tuple[Row, ...]:
    """Every name, and what is below it."""
    one = Guide(language, _homes(vocabulary.names), orders)
    rows = (row for name, shape in vocabulary.names.items() for row in one.rows(name, shape, _name_said(name, language)))
    return tuple(rows)


def _name_said(name: str, language: str) -> str:
    return NAMES[name][language == "en"] if name in NAMES else ""


def _homes(names: Mapping[str, Shape]) -> dict[type, str]:
    """Each record to the shortest path that leads to it."""
    homes: dict[type, str] = {}
    # -- the kind's own occasion first, then the profile; what follows from it refers to them --
    for group in (("occasion",), SECTIONS, tuple(names)):
        _walk({name: names[name] for name in group if name in names}, homes)
    return homes


def _walk(names: Mapping[str, Shape], homes: dict[type, str]) -> None:
    waiting = deque(names.items())
    while waiting:
        path, shape = waiting.popleft()
        while shape.items:
            path, shape = f"{path}[]", shape.each
        new = [kind for kind in shape.types if kind not in homes and _is_record(kind)]
        homes |= dict.fromkeys(new, path)
        for name in dict.fromkeys(name for kind in new for name in names_of(kind)):
            if (below := shape.field(name)) is not None:
                waiting.append((f"{path}.{name}", below))


def _is_record(kind: type) -> bool:
    """Whether it is described; what an about.yaml may say is for those who make kinds (docs/reference.md)."""
    return bool(names_of(kind)) and not issubclass(kind, date | time) and kind.__module__ != About.__module__


def _filter(kind: type, path: str) -> str:
    """What writes such a value out."""
    name = path.rpartition(".")[2]
    if issubclass(kind, Decimal | float):
        return "number" if _NUMBERED.search(name) else "money"
    if issubclass(kind, str) and name in ("phone", "iban"):
        return name
    return next((filter_ for one, filter_ in _FILTERS if issubclass(kind, one)), "")


def _at(names: Mapping[str, Any], steps: Iterable[str]) -> Any:
    """The value at a path, of the first item of each list."""
    value: Any = names
    for step in steps:
        name, lists = step.rstrip("[]"), step.count("[]")
        kind: Any = type(value)
        value = value.get(name) if isinstance(value, Mapping) else getattr(value, own_name(kind, name), None)
        for _ in range(lists):
            value = next(iter(value), None) if isinstance(value, tuple | frozenset) else None
        if value is None or isinstance(value, Missing):
            return None
    return value


# --- what each says of itself ---


def _described(kind: type, name: str, language: str) -> str:
    """What a model says of its field, or a record of its own."""
    if issubclass(kind, BaseModel) and own_name(kind, name) in kind.model_fields:
        field = kind.model_fields[own_name(kind, name)]
        return str((field.title if language == "nl" else field.description) or field.description or "")
    dutch = MEMBERS.get(kind.__name__, {}).get(name, "")
    return dutch if language == "nl" and dutch else _sentences(kind).get(name, "") or name.replace("_", " ").capitalize()


@cache
def _sentences(kind: type) -> Mapping[str, str]:
    """The first line that stands under each field of a record, and in each property."""
    (record,) = ast.parse(dedent(inspect.getsource(kind))).body
    assert isinstance(record, ast.ClassDef)
    found: dict[str, str] = {}
    for node, after in zip(record.body, [*record.body[1:], None], strict=True):
        if isinstance(node, ast.FunctionDef):
            found[node.name] = (ast.get_docstring(node) or "").split("\n")[0]
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            said = after.value if isinstance(after, ast.Expr) else None
            found[node.target.id] = str(said.value).split("\n")[0] if isinstance(said, ast.Constant) else ""
    return {name: said.replace("``", "") for name, said in found.items()}
