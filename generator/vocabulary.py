"""Every name that a text or a Word document may use. In: a kind, a workspace, a language. Out: name to what it can be.

What it can be is gathered from the school's partners and from the sample partners that come with handslag: one partner has no
placements, another no budget, and a text may speak of both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.kinds import Kind
from generator.look import SCHOOL_FILE
from generator.occasions import Occasion, occasions
from generator.order import Order
from generator.package import resource
from generator.shapes import ANYTHING, NOTHING, Shape, shape_of
from generator.texts import environment
from generator.workspace import Contents, Workspace, read

_MANY = 20
"""Partners of the workspace that are looked at."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What a text may use."""

    names: Mapping[str, Shape]
    filters: tuple[str, ...]
    tests: tuple[str, ...]


def vocabulary(kind: Kind, workspace: Workspace, language: str) -> Vocabulary:
    """The names, filters and tests that the texts of a kind may use."""
    return gathered(sample_orders(kind, workspace, language), language)


def gathered(orders: Iterable[Order], language: str) -> Vocabulary:
    """The names that these orders have, each with all that it is in any of them."""
    names: dict[str, Shape] = {}
    for order in orders:
        for name, value in order.names.items():
            names[name] = names.get(name, NOTHING) | shape_of(value)
    room = environment((), language)
    known = {name: shape.known for name, shape in names.items()}
    return Vocabulary(known | dict.fromkeys(room.globals, ANYTHING), tuple(room.filters), tuple(room.tests))


def sample_orders(kind: Kind, workspace: Workspace, language: str) -> Iterator[Order]:
    """Orders of this kind: for the workspace's own partners, then for the samples; each occasion that they have."""
    samples = Workspace(resource("examples"))
    for place in dict.fromkeys((workspace, samples)):
        contents = read(place) if (place.root / SCHOOL_FILE).is_file() else None
        if contents and contents.school:
            yield from _orders(kind, place, contents, language, workspace)


def _orders(kind: Kind, place: Workspace, contents: Contents, language: str, workspace: Workspace) -> Iterator[Order]:
    assert contents.school is not None
    for partner in contents.partners[:_MANY]:
        order = Order(
            kind, contents.school, partner, language, date(2027, 6, 17), False, workspace.text_roots, place.root, Occasion()
        )
        found = occasions(kind, (), order.ask) if kind.about.occasions else ()
        for occasion in found or (Occasion(),):
            yield Order(kind, contents.school, partner, language, order.day, False, workspace.text_roots, place.root, occasion)
