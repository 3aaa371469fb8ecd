"""What pydantic finds, in the reader's terms. In: its errors and the data. Out: one fault each, with a dotted path.

pydantic names types ("Input should be a valid tuple") and puts its own marks in a path; the reader knows keys, lists and texts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from generator.errors import Fault, did_you_mean
from generator.profile.activity import ActivityType
from generator.profile.base import Section, shown
from generator.profile.describe import fields_of, section_at
from generator.profile.rule_ids import RuleId

ACTIVITY_TYPES = tuple(kind.value for kind in ActivityType)
NUMBERS = re.compile(r"(?:^|\.)ids\.\w+$|\.iban$")
"""Where numbers stand that somebody gave out, each with a check of its own."""
Told = tuple[str, str]
"""Problem and hint."""


@dataclass(frozen=True, slots=True)
class Located:
    """A fault with a dotted path; ``key``: its place is the key, not the value."""

    fault: Fault
    key: bool = False


def translate(errors: Iterable[Any], root: type[Section], data: Any) -> list[Located]:
    """One fault for each error of pydantic, each path once."""
    found: dict[str, Located] = {}
    for error in errors:
        steps = plain_steps(error["loc"], error["type"])
        told = unknown_key(error, root, steps, data) if error["type"] == "extra_forbidden" else tell(error)
        path = ".".join(str(step) for step in steps)
        rule = RuleId.D_03 if error["type"] == "refused" and NUMBERS.search(path) else ""
        fault = Fault(told[0], path=path, hint=told[1], rule=rule)
        located = Located(fault, key=error["type"] in {"extra_forbidden", "invalid_key"})
        found.setdefault(path, located)
    return list(found.values())


def plain_steps(loc: tuple[str | int, ...], kind: str) -> list[str | int]:
    """The path as it stands in the file: without the type of an activity and without pydantic's mark for keys."""
    steps: list[str | int] = []
    for step in loc:
        tag = len(steps) > 1 and steps[-2] == "activities" and isinstance(steps[-1], int)
        if step == "[key]" or (tag and step in ACTIVITY_TYPES):
            continue
        steps.append(step)
    return [*steps, "type"] if kind.startswith("union_tag") else steps


def unknown_key(error: Any, root: type[Section], steps: list[str | int], data: Any) -> Told:
    """A key that the section does not have, with the nearest that it has."""
    section = section_at(root, steps[:-1], data)
    known = fields_of(section) if section else {}
    return f"unknown field '{steps[-1]}'", did_you_mean(str(steps[-1]), known)


def tell(error: Any) -> Told:
    """Problem and hint for an error, from the table or, when it is not in there, from pydantic's own words."""
    teller = TELLERS.get(error["type"])
    if teller:
        return teller(error)
    return f"{shown(error['input'])} is not right: {error['msg'][:1].lower()}{error['msg'][1:]}", ""


def choice(error: Any) -> Told:
    """A word that is none of the choices."""
    choices = re.findall(r"'([^']*)'", str(error["ctx"].get("expected", "")))
    return f"{shown(error['input'])} is not one of the choices", did_you_mean(str(error["input"]), choices)


def activity_type(error: Any) -> Told:
    """An activity of a type that does not exist."""
    tag = str(error["ctx"].get("tag", ""))
    return f"'{tag}' is not a type of activity", did_you_mean(tag, ACTIVITY_TYPES)


def no_type(error: Any) -> Told:
    """An activity without type, or something else in its place."""
    if not isinstance(error["input"], dict):
        return f"{shown(error['input'])} is not an activity", "give it fields: id, type, name, schedule, …"
    return "type is missing", did_you_mean("", ACTIVITY_TYPES)


def missing(error: Any) -> Told:
    """A key that must be there."""
    name = error["loc"][-1]
    hint = {"schema": "write 'schema: handslag/partnerprofiel/1' (or 'handslag/school/1' in school.yaml) at the top"}
    return f"{name} is missing", hint.get(str(name), f"add '{name}: …'")


def not_a_group(error: Any) -> Told:
    """Something else where fields belong."""
    return f"{shown(error['input'])} is not a group of fields", "write its fields below it, indented: 'key: value'"


def not_a_list(error: Any) -> Told:
    """Something else where a list belongs."""
    return f"{shown(error['input'])} is not a list", "write each item on a line of its own that begins with '- '"


def nothing_in_it(error: Any) -> Told:
    """A list without an item, where it needs one."""
    return "there is nothing in this list", "write at least one item, on a line that begins with '- '"


def not_a_text(error: Any) -> Told:
    """Something else where a text belongs."""
    return f"{shown(error['input'])} is not a text", "put quotes around it if it is meant as a text"


def refused(error: Any) -> Told:
    """A check of ours, which says it best itself."""
    return str(error["ctx"]["problem"]), str(error["ctx"]["hint"])


TELLERS: dict[str, Callable[[Any], Told]] = {
    "refused": refused,
    "missing": missing,
    "enum": choice,
    "literal_error": choice,
    "union_tag_invalid": activity_type,
    "union_tag_not_found": no_type,
    "model_type": not_a_group,
    "model_attributes_type": not_a_group,
    "dict_type": not_a_group,
    "tuple_type": not_a_list,
    "too_short": nothing_in_it,
    "string_type": not_a_text,
}
