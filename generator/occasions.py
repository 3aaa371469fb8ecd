"""Occasions: how often a kind is made for one partner. In: a kind and a way to ask the profile. Out: one record a document.

An invitation is made for each item of ``documents.invitations``; an agreement once. An occasion that the profile does not have
can be asked for by name: its document has blanks where the profile would have said more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import Any, get_args

from generator.about import Occasions
from generator.errors import Fault, WrongUsage, did_you_mean
from generator.kinds import Kind
from generator.missing import Missing, section_at
from generator.profile import Profile

Ask = Callable[..., Any]
"""``ask("documents.intent")``: what a text would see there; more names may be given: ``ask("it.day", it=record)``."""
ITSELF = "it"
"""The field of an item that is the item itself: in a list of names."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """What one document is about."""

    record: Any = None
    """The section, record or name in the profile; a Missing when the profile has none."""
    name: str = ""
    """What ``--occasion`` names it by: ``open_dag``; a value of an enumeration, or an id."""
    number: int = 0
    """Its place among the partner's, from 1; 0 for a kind that is made once."""
    path: str = ""
    """Where it stands in the profile: ``documents.invitations.0``."""
    day: date | None = None
    """The date that the profile gives the document."""
    twin: int = 0
    """Its place among those of the same name, when there are more; else 0."""


def occasions(kind: Kind, wanted: Sequence[str], ask: Ask) -> tuple[Occasion, ...]:
    """Every occasion of a partner for this kind; those ``wanted`` by name, or all.

    Empty: there is none. Raises WrongUsage for a name that no such occasion can have.
    """
    about = kind.about.occasions
    if wanted and (about is None or about.named is None):
        raise WrongUsage(Fault(f"{kind.id} has no occasions to choose from", hint="leave --occasion out"))
    if about is None:
        return (Occasion(),)
    found = _found(about, ask)
    asked = tuple(dict.fromkeys(wanted)) or (() if found else about.usual)
    if not asked:
        return found
    known = list(found)
    for name in asked:
        if not _called(name, known):
            known.append(_new(kind, name, known, ask))
    return tuple(one for name in asked for one in _called(name, known))


def names_of(kind: Kind) -> tuple[str, ...]:
    """The names that an occasion of this kind can have, as far as the profile's own fields say."""
    about = kind.about.occasions
    choices = _choices(about) if about else None
    return tuple(str(member) for member in choices or ())


def _found(about: Occasions, ask: Ask) -> tuple[Occasion, ...]:
    value = ask(about.from_)
    if isinstance(value, tuple):
        return _told_apart([_occasion(about, record, n, f"{about.from_}.{n - 1}", ask) for n, record in enumerate(value, 1)])
    listed = isinstance(value, Missing) and about.named is not None
    return () if listed else (_occasion(about, value, 0, about.from_, ask),)


def _occasion(about: Occasions, record: Any, number: int, path: str, ask: Ask) -> Occasion:
    day = ask(f"it.{about.day}", it=record) if about.day else None
    named = about.named if about.named in (None, ITSELF) else f"it.{about.named}"
    name = ask(named, it=record) if named else ""
    return Occasion(record, name, number, path, day if isinstance(day, date) else None)


def _told_apart(found: list[Occasion]) -> tuple[Occasion, ...]:
    """Two open days of one partner are open day 1 and open day 2."""
    names = [one.name for one in found]
    return tuple(
        replace(one, twin=names[: n + 1].count(one.name)) if names.count(one.name) > 1 else one for n, one in enumerate(found)
    )


def _called(name: str, found: Iterable[Occasion]) -> list[Occasion]:
    return [one for one in found if one.name == name]


def _new(kind: Kind, name: str, known: Sequence[Occasion], ask: Ask) -> Occasion:
    """An occasion that the profile does not have."""
    about = kind.about.occasions
    assert about is not None
    try:
        record = _record(about, name)
    except ValueError:
        choices = names_of(kind) or tuple(one.name for one in known)
        hint = did_you_mean(name, choices) or about.without or ""
        raise WrongUsage(Fault(f"{kind.id} has no occasion '{name}'", hint=hint)) from None
    return _occasion(about, record, len(known) + 1, about.from_, ask)


def _record(about: Occasions, name: str) -> Any:
    """What the profile would hold for an occasion of this name. Raises ValueError when it cannot have one."""
    choices, model = _choices(about), section_at(Profile, about.from_)
    if about.named == ITSELF and choices is not None:
        return choices(name)
    if model is None:
        raise ValueError(name)
    return model.model_validate({about.named: name})


def _choices(about: Occasions) -> type[Enum] | None:
    """The enumeration that the occasions' names come from, if one says them all."""
    field = about.from_ if about.named == ITSELF else f"{about.from_}.{about.named}"
    section, _, name = field.rpartition(".")
    model = section_at(Profile, section)
    found = model.model_fields.get(name) if model else None
    return next((one for one in _types(found.annotation) if issubclass(one, Enum)), None) if found else None


def _types(annotation: Any) -> list[type[Any]]:
    """The types in an annotation: ``[ThanksMoment]``."""
    if isinstance(annotation, type):
        return [annotation]
    return [one for argument in get_args(annotation) for one in _types(argument)]
