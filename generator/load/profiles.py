"""A school or partner file as a checked profile. In: a path. Out: the profile and every fault, each with its place.

The steps: read YAML, refuse data that no profile may hold, check every field, check what fields say about each other. A profile
comes out unless its fields or references are wrong; what a final document needs besides is told as faults beside it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from generator.errors import Fault, Severity
from generator.load.translate import Located, translate
from generator.load.yaml import Source, read_yaml
from generator.profile.base import Section
from generator.profile.forbidden import find_forbidden
from generator.profile.partner import Profile
from generator.profile.rule_ids import RuleId
from generator.profile.rules import Finding, Findings, partner_findings, school_findings
from generator.profile.school import School

T = TypeVar("T", bound=Section)

FORMATS = {"handslag/school/1": "a school file", "handslag/partnerprofiel/1": "a partner profile"}


@dataclass(frozen=True, slots=True)
class Loaded(Generic[T]):
    """A profile, or None when it cannot be used, and all faults in the order of the file."""

    value: T | None
    faults: tuple[Fault, ...]


def load_school(path: Path, shown: str) -> Loaded[School]:
    """Reads ``school.yaml``; ``shown`` is the file's name in messages. Never raises for what a file holds."""
    source, school = read(path, shown, School)
    findings = school_findings(school) if school else ()
    return finish(source, school, findings)


def load_partner(path: Path, shown: str, school: School | None, findings: Findings = partner_findings) -> Loaded[Profile]:
    """Reads a partner profile; with a school, references to its people are checked too. Never raises for what a file holds.

    ``findings`` may look for more than what makes a profile right.
    """
    source, profile = read(path, shown, Profile)
    return finish(source, profile, findings(profile, school) if profile else ())


def read(path: Path, shown: str, model: type[T]) -> tuple[Source, T | None]:
    """The file's fields checked one by one; the faults are in the source."""
    source = read_yaml(path, shown)
    if source.data is None or not right_format(source, model):
        return source, None
    value, located = validate(source, model)
    for each in located:
        if not any(is_within(each.fault.path, path) for path in source.broken):
            source.faults.append(source.places.put(each.fault, shown, key=each.key))
    return source, None if source.faults else value


def right_format(source: Source, model: type[Section]) -> bool:
    """Whether the file says that it is of the format asked for; silence is told later, as a missing field."""
    assert source.data is not None
    said, wanted = source.data.get("schema"), format_of(model)
    if not isinstance(said, str) or said not in FORMATS or said == wanted:
        return True
    problem = f"this is {FORMATS[said]}, not {FORMATS[wanted]}"
    fault = Fault(problem, path="schema", hint=f"write 'schema: {wanted}', or move the file")
    source.faults.append(source.places.put(fault, source.shown))
    return False


def format_of(model: type[Section]) -> str:
    """The name of the format that a root model reads."""
    return str(model.model_fields["schema_"].description)


def validate(source: Source, model: type[T]) -> tuple[T | None, list[Located]]:
    """The checked value and the faults of its fields, forbidden data first."""
    forbidden = list(find_forbidden(source.data))
    located = [Located(Fault(problem, path=path, hint=hint, rule=RuleId.L_15), key=True) for path, problem, hint in forbidden]
    try:
        return model.model_validate(source.data), located
    except ValidationError as error:
        told = translate(error.errors(include_url=False), model, source.data)
    banned = [path for path, _, _ in forbidden]
    return None, [*located, *(each for each in told if not any(is_within(each.fault.path, path) for path in banned))]


def is_within(path: str, part: str) -> bool:
    """Whether a dotted path is that part of the file or lies in it."""
    return path == part or path.startswith(f"{part}.")


def finish(source: Source, value: T | None, findings: Iterable[Finding]) -> Loaded[T]:
    """All faults in the order of the file; without a value when a finding makes it unusable."""
    faults = list(source.faults)
    for finding in findings:
        faults.append(source.places.put(finding.fault, source.shown))
        if finding.unusable:
            value = None
    return Loaded(value, tuple(sorted(faults, key=order)))


def order(fault: Fault) -> tuple[Any, ...]:
    """By place in the file; at one place errors first."""
    return fault.line or 0, fault.column or 0, fault.severity is not Severity.ERROR, fault.path, fault.problem
