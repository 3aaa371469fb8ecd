"""Trials: documents made for partners, to see what texts do. In: a workspace's partners. Out: faults, and what stays blank.

Of 300 partners most are alike: the same fields are filled in. So a partner is tried when something in its profile is filled in,
empty or chosen as in no partner before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from generator.articles import articles
from generator.bind import bound
from generator.blocks import Blank
from generator.desk import compose
from generator.errors import BadInput, BadText, Fault
from generator.escape import escape
from generator.judge import cannot_make, judged
from generator.kinds import Kind
from generator.occasions import Occasion, names_of, occasions
from generator.order import Order
from generator.profile import Profile, School
from generator.trace import Line, traced
from generator.tree import blanks


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of one document."""

    order: Order
    faults: tuple[Fault, ...] = ()
    blanks: tuple[Blank, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """What all trials share."""

    school: School
    kinds: Sequence[Kind]
    roots: tuple[Path, ...]
    workspace: Path
    today: date

    def orders(self, partner: Profile, every: bool, faults: list[Fault]) -> Iterator[Order]:
        """Every document of a partner in every language: for the occasions of the profile, or for ``every`` one.

        What is wrong with an ``about.yaml`` is added to the faults.
        """
        for kind in self.kinds:
            for language in kind.about.languages:
                order = Order(kind, self.school, partner, language, self.today, False, self.roots, self.workspace)
                try:
                    found = () if cannot_make(order) else _occasions(order, every)
                except BadText as error:
                    faults.extend(error.faults)
                    continue
                yield from (replace(order, occasion=one, day=one.day or self.today) for one in found)


def _occasions(order: Order, every: bool) -> tuple[Occasion, ...]:
    found = occasions(order.kind, (), order.ask)
    names = names_of(order.kind) if every else ()
    return (*found, *(one for one in (occasions(order.kind, names, order.ask) if names else ()) if one not in found))


def alike(partners: Iterable[Profile]) -> Iterator[Profile]:
    """The partners that differ from all before them in what is filled in, empty or chosen."""
    seen: set[str] = set()
    for partner in partners:
        if new := set(_features(partner, "")) - seen:
            seen |= new
            yield partner


def place_of(order: Order, blank: Blank) -> Line | None:
    """Where in the texts a blank of this order stands."""
    given = (order.roots, order.kind.text(order.language), articles(order), order.names, order.places, order.language)
    wanted = f"[{escape(blank.label)}](blank:{blank.path})"
    return next((line for line in traced(*given) if wanted in line.text), None)


def tried(order: Order) -> Trial:
    """What comes of an order; nothing is written."""
    try:
        document = compose(order)
        judged(order, document)
        if order.kind.about.binds:
            bound(order, document)
    except BadText as error:
        return Trial(order, error.faults)
    except BadInput as error:
        return Trial(order, tuple(fault for fault in error.faults if fault.path.startswith("cooperation.")))
    return Trial(order, (), blanks(document) if order.kind.about.occasions is None or _is_known(order) else ())


def _is_known(order: Order) -> bool:
    """Whether the occasion stands in the profile: one that was only asked for is all blanks."""
    value: Any = order.partner
    for name in order.occasion.path.split("."):
        if not name.isdigit():
            value = getattr(value, name, None)
        else:
            value = value[int(name)] if isinstance(value, tuple) and int(name) < len(value) else None
    return value is not None and not isinstance(value, tuple)


def _features(value: Any, path: str) -> Iterator[str]:
    """What is filled in, empty or chosen, by its place; items of a list are all in one place."""
    if isinstance(value, BaseModel):
        yield f"{path}:{type(value).__name__}"
        for name in type(value).model_fields:
            yield from _features(getattr(value, name), f"{path}.{name}")
    elif isinstance(value, tuple):
        yield f"{path}:{min(len(value), 2)}"
        for item in value:
            yield from _features(item, f"{path}[]")
    elif isinstance(value, Enum | bool):
        yield f"{path}:{value}"
    else:
        yield f"{path}:{value is None}"
