"""What stands at a path, as a reader knows it. In: a profile, a dotted path, a language. Out: names to values."""

from __future__ import annotations

from typing import Any

from generator.missing import missing_field, own_name
from generator.profile.activity import Activity
from generator.profile.base import Section
from generator.profile.cooperation import Goal
from generator.profile.describe import field_at
from generator.profile.finance import CostLine
from generator.profile.partner import Profile
from generator.profile.party import Organisation
from generator.profile.person import Person
from generator.profile.school import School
from generator.wording.names import full_name


def names_at(root: Section, path: str, language: str) -> dict[str, object]:
    """``name``, the nearest thing on the path that has one, else whose file it is; ``field``, the last field's label;
    ``value``, what stands there.
    """
    here: Any = root
    name, field = _name(root), path
    for step in path.split(".") if path else ():
        if isinstance(here, Section):
            own = own_name(type(here), step)
            field = missing_field(type(here), own, "", language).label
            here = getattr(here, own, None)
        else:
            here = here[int(step)] if isinstance(here, tuple) and step.isdigit() and int(step) < len(here) else None
        name = _name(here) or name
    return {"name": name, "field": field, "value": None if isinstance(here, Section | tuple) else here}


def label_at(path: str) -> str:
    """The label of a partner's field that never became a part of a profile."""
    field = field_at(Profile, path)
    return (field and field.title) or path


def partner_names(profile: Profile) -> dict[str, object]:
    """``id``, by which commands know the partner, and ``partner``, its name."""
    return {"id": profile.id, "partner": profile.partner.trade_name or profile.partner.legal_name}


def _name(thing: object) -> str:
    match thing:
        case Profile():
            return thing.partner.trade_name or thing.partner.legal_name
        case School():
            return thing.board.legal_name
        case Activity():
            return thing.name or thing.id
        case Person():
            return full_name(thing)
        case Goal():
            return thing.id
        case CostLine():
            return thing.code
        case Organisation():
            return thing.trade_name or thing.legal_name
    return ""
