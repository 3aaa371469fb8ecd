"""Where a value stands in a profile. In: a dotted path, a profile. Out: the value there; plain data with a value put there."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from itertools import pairwise
from typing import Any

from generator.profile.describe import fields_of, section_at
from generator.profile.partner import Profile


@lru_cache(maxsize=4096)
def steps_of(path: str) -> tuple[str | int, ...]:
    """The keys and indexes of a path."""
    return tuple(int(step) if step.isdigit() else step for step in path.split("."))


def value_at(profile: Profile, path: str) -> Any:
    """What a profile has at a path; None when it has nothing there."""
    found: Any = profile
    for step in steps_of(path):
        found = getattr(found, step) if isinstance(step, str) else found[step] if step < len(found) else None
        if found is None:
            return None
    return None if found == () else found


def put_at(data: dict[str, Any], path: str, value: object) -> None:
    """Puts a value in plain data, with the groups and lists that lead to it."""
    steps = steps_of(path)
    here: Any = data
    for step, following in pairwise(steps):
        there = here[step] if isinstance(step, int) and step < len(here) else here.get(step) if isinstance(here, dict) else None
        if there is None:
            there = [] if isinstance(following, int) else {}
            put_in(here, step, there)
        here = there
    put_in(here, steps[-1], value)


def put_in(here: Any, step: str | int, value: object) -> None:
    """Puts a value in a group or a list."""
    if isinstance(step, int) and step == len(here):
        here.append(value)
    else:
        here[step] = value


def plain(value: Any) -> Any:
    """A value as a file has it."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    return str(value) if isinstance(value, Decimal) else value


def order_at(path: str) -> tuple[str, ...]:
    """The keys of the group in which a path ends, in their usual order."""
    section = section_at(Profile, steps_of(path)[:-1], None)
    return tuple(fields_of(section)) if section else ()
