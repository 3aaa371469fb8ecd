"""What a name can be, and what stands below it. In: values, or the types that models declare. Out: one frozen record a name.

So a text or a Word document can be held against everything that it may use, without a partner who happens to have it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from generator.missing import Missing, own_name

_OF_A_DAY = ("year", "month", "day")
_OF_A_TIME = ("hour", "minute")


@dataclass(frozen=True, slots=True)
class Shape:
    """What can stand somewhere: a value of one of these types, or a list of such values."""

    types: frozenset[type] = frozenset()
    items: Shape | None = None
    """What is in it, when it is a list."""
    unknown: bool = False
    """Whether it can be anything: nothing is said of what stands below."""

    def __or__(self, other: Shape) -> Shape:
        items = self.items | other.items if self.items and other.items else self.items or other.items
        return Shape(self.types | other.types, items, self.unknown or other.unknown)

    def field(self, name: str) -> Shape | None:
        """What stands below it by this name; None when nothing does."""
        if self.unknown:
            return ANYTHING
        found = [shape for kind in self.types if (shape := _field(kind, name)) is not None]
        return _any_of(found) if found else None

    def names(self) -> tuple[str, ...]:
        """Every name below it."""
        return tuple(dict.fromkeys(name for kind in sorted(self.types, key=str) for name in names_of(kind)))

    @property
    def each(self) -> Shape:
        """What a loop over it goes through."""
        return self.items.known if self.items else ANYTHING

    @property
    def known(self) -> Shape:
        """Itself; where nothing was ever seen, it can be anything."""
        return self if self.types or self.items else ANYTHING


ANYTHING = Shape(unknown=True)
NOTHING = Shape()


def shape_of(value: object) -> Shape:
    """The shape of a value; what is empty says nothing."""
    if callable(value):
        return ANYTHING
    if value is None or isinstance(value, Missing):
        return Shape(frozenset({value.section})) if isinstance(value, Missing) and value.section else NOTHING
    if isinstance(value, tuple | list | frozenset | set):
        return Shape(items=_any_of(map(shape_of, value)))
    return ANYTHING if isinstance(value, Mapping) else Shape(frozenset({type(value)}))


def declared(annotation: Any) -> Shape:
    """The shape that an annotation declares."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if annotation in (None, NoneType):
        return NOTHING
    if origin is Annotated:
        return declared(arguments[0])
    if origin in (Union, UnionType):
        return _any_of(map(declared, arguments))
    if origin is Literal:
        return Shape(frozenset(type(one) for one in arguments))
    if origin in (tuple, list, set, frozenset):
        return Shape(items=_any_of(declared(one) for one in arguments if one is not Ellipsis))
    if origin is not None or not isinstance(annotation, type) or issubclass(annotation, Mapping) or annotation is object:
        return ANYTHING
    return Shape(frozenset(_kinds_of(annotation)))


def _kinds_of(kind: type) -> Iterator[type]:
    """The type itself, and for a section those that it is more of: an organisation is a partner or a board."""
    yield kind
    for more in kind.__subclasses__() if issubclass(kind, BaseModel) else ():
        yield from _kinds_of(more)


@cache
def names_of(kind: type) -> tuple[str, ...]:
    """The names below a value of this type, as texts use them."""
    properties = tuple(
        name for name in dir(kind) if not name.startswith("_") and isinstance(getattr(kind, name, None), property)
    )
    if issubclass(kind, BaseModel):
        own = tuple(field.alias or name for name, field in kind.model_fields.items())
        return (*own, *(name for name in properties if name not in _OF_PYDANTIC))
    if is_dataclass(kind):
        return (*(field.name for field in fields(kind)), *properties)
    if issubclass(kind, datetime.date | datetime.time):
        return (*(_OF_A_DAY if issubclass(kind, datetime.date) else ()), *(_OF_A_TIME if kind is not datetime.date else ()))
    return ()


_OF_PYDANTIC = {"model_extra", "model_fields_set"}


@cache
def _field(kind: type, name: str) -> Shape | None:
    own = own_name(kind, name)
    if issubclass(kind, BaseModel) and own in kind.model_fields:
        return declared(kind.model_fields[own].annotation)
    if issubclass(kind, BaseModel) and own in getattr(kind, "also", ()):
        return ANYTHING
    value = getattr(kind, own, None)
    if isinstance(value, property) and own in names_of(kind):
        return _hinted(value.fget, "return")
    if is_dataclass(kind) and own in names_of(kind):
        return _hinted(kind, own)
    return Shape(frozenset({int})) if own in names_of(kind) else None


def _hinted(owner: Any, name: str) -> Shape:
    try:
        return declared(get_type_hints(owner).get(name))
    except NameError:  # a type that is imported for checking only
        return ANYTHING


def _any_of(shapes: Iterable[Shape]) -> Shape:
    found = NOTHING
    for shape in shapes:
        found = found | shape
    return found


def is_printable(shape: Shape) -> bool:
    """Whether ``{{ value }}`` can print it by itself: text, a whole number, a code of the profile."""
    if shape.unknown:
        return True
    plain = [kind for kind in shape.types if issubclass(kind, str | int | Enum) and kind is not bool]
    return bool(plain) or (not shape.types and shape.items is None)


def needs_filter(shape: Shape) -> str:
    """What to do to print it: ``a date needs a filter: '| date'``; empty when it can be printed."""
    if is_printable(shape):
        return ""
    if shape.items is not None and not shape.types:
        return "a list needs a loop ({% for … %}) or '| conjunction'"
    kinds = tuple(shape.types)
    for kind, told in _FILTERED.items():
        if all(issubclass(one, kind) for one in kinds):
            return told
    return "this is a group of fields: print one of them"


_FILTERED: Mapping[type, str] = {
    bool: "yes or no cannot be printed: use it in {% if … %}",
    datetime.datetime: "a moment needs a filter: '| moment'",
    datetime.date: "a date needs a filter: '| date'",
    datetime.time: "a time needs a filter: '| clock'",
    Decimal: "an amount needs a filter: '| money' or '| number'",
    float: "a number needs a filter: '| number'",
}
