"""A row and a partner put together. In: a row, and the partner's file if there is one. Out: what would change, and every fault.

The result goes through the same checks as a file that somebody wrote; a fault in a value of the sheet is told at its cell. An
empty cell changes nothing, and what the sheet has no column for stays.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from generator.errors import Fault, Severity
from generator.load.paths import plain, put_at, value_at
from generator.load.profiles import format_of, is_within, validate
from generator.load.yaml import Source
from generator.profile import Profile, School
from generator.profile.base import shown
from generator.profile.rules import STRUCTURAL, run
from generator.profile.rules_base import Case
from generator.sheets.complete import complete, keep_legal_name
from generator.sheets.known import Known
from generator.sheets.rows import Given, Row, given_by
from generator.sheets.spots import spots_of


@dataclass(frozen=True, slots=True)
class Change:
    """One value that becomes another."""

    path: str
    old: object
    """As a file has it; None when there was nothing."""
    new: object

    def __str__(self) -> str:
        """``partner.phone: '+31101234572' -> '+31101234573'``."""
        return f"{self.path}: {told(self.old)} -> {told(self.new)}"


@dataclass(frozen=True, slots=True)
class Merged:
    """What a row makes of a partner."""

    profile: Profile | None
    """None when the row has faults."""
    changes: tuple[Change, ...] = ()
    """In a profile that was there."""
    faults: tuple[Fault, ...] = ()
    """Errors, when there is no profile; what is worth knowing in any case."""


def merge(row: Row, known: Known | None, id_: str, school: School | None) -> Merged:
    """A row put into a partner's profile, or made into a new one with this id."""
    old = known.profile if known else None
    if known is not None and old is None:
        hint = f"handslag check {id_} tells what is wrong in it"
        return Merged(None, faults=(row.fault("id", f"belongs to {known.shown}, which has faults of its own", hint),))
    spots = spots_of(row, old)
    given = given_by(row, old, spots)
    keep_legal_name(given, old)
    complete(row, given, old, spots, id_)
    if old is not None and not given.values and not given.faults:
        return Merged(old)
    return checked(row, given, known, school)


def faults_in(row: Row) -> tuple[Fault, ...]:
    """What is wrong in the cells of a row, whoever it is about."""
    return checked(row, given_by(row, None, spots_of(row, None)), None, None).faults


def checked(row: Row, given: Given, known: Known | None, school: School | None) -> Merged:
    """The profile with the values of a row, when nothing is wrong with them."""
    old, source = known.profile if known else None, Source("")
    source.data = with_values(known.data if known else {"schema": format_of(Profile)}, given)
    profile, located = validate(source, Profile)
    faults = [*given.faults, *(at_cell(row, given, each.fault) for each in located if is_news(each.fault, given))]
    if profile is not None and not faults:
        faults += [at_cell(row, given, fault) for fault in newly_broken(old, profile, school)]
    if profile is None or faults:
        return Merged(None, faults=tuple(faults))
    if old is None:
        return Merged(profile, faults=tuple(given.notes.values()))
    changes = tuple(changes_between(old, profile, given.values))
    changed = {change.path for change in changes}
    notes = (note for path, note in given.notes.items() if path in changed)
    return Merged(profile, changes, (*notes, *left_behind(row, old, changed)))


def with_values(data: dict[str, Any], given: Given) -> dict[str, Any]:
    """Plain data with the values of a row."""
    merged = copy.deepcopy(data)
    for path, value in given.values.items():
        put_at(merged, path, value)
    return merged


def changes_between(old: Profile, new: Profile, paths: Iterable[str]) -> Iterator[Change]:
    """Each value that is another than before."""
    for path in paths:
        before, after = value_at(old, path), value_at(new, path)
        if before != after:
            yield Change(path, plain(before), plain(after))


def newly_broken(old: Profile | None, new: Profile, school: School | None) -> Iterator[Fault]:
    """The rules that make a profile unusable, and that it did not break before."""
    found = [each.fault for each in run(Case(new, school), STRUCTURAL, ())]
    before = [each.fault for each in run(Case(old, school), STRUCTURAL, ())] if old and found else []
    yield from (fault for fault in found if fault not in before)


def left_behind(row: Row, old: Profile, changed: set[str]) -> Iterator[Fault]:
    """A house number that changes, while a letter or suffix that belongs to the old one stays."""
    for part in ("visit", "post"):
        paths = [f"partner.{part}.{key}" for key in ("letter", "suffix")]
        stays = [str(value_at(old, path)) for path in paths if path not in changed and value_at(old, path)]
        if f"partner.{part}.number" in changed and stays:
            problem = f"the house number changes, and {' and '.join(map(shown, stays))} behind it stays"
            hint = "an empty cell changes nothing: take it out of the profile, if it no longer belongs there"
            yield row.fault(f"partner.{part}.number", problem, hint, Severity.WARNING)


def is_news(fault: Fault, given: Given) -> bool:
    """Whether a fault of the profile is not told at its cell already."""
    return not fault.problem.endswith("is missing") and all(fault.path != each.path for each in given.faults)


def at_cell(row: Row, given: Given, fault: Fault) -> Fault:
    """A fault of the profile at the cell that it comes from, with a hint for who types in a spreadsheet."""
    near = (place for path, place in given.places.items() if is_within(fault.path, path) or is_within(path, fault.path))
    place = next(near, None)
    hint = "format the cell as text and type it again" if "quotes" in fault.hint else fault.hint
    return replace(
        fault, file=row.table.place(row.number, row.place_of(fault.path) if place is None else place), hint=hint, rule=""
    )


def told(value: object) -> str:
    """A value as a change names it."""
    return "nothing" if value is None else shown(value) if isinstance(value, str) else str(value)
