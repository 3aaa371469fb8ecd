"""What a type of activity asks. In: an entry of the catalogue, typed answers. Out: fields by their labels; an activity.

The catalogue names the fields; what they are called and what they may hold is the profile's own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from itertools import count
from typing import Any, get_args

from generator.catalogue import Entry
from generator.errors import BadInput, BadText, Fault
from generator.load.paths import put_at
from generator.load.sections import section_of
from generator.load.yaml import Source, read_bytes
from generator.missing import missing_field
from generator.profile import Profile
from generator.profile.activity import Activity, ActivityType
from generator.profile.base import Section
from generator.profile.describe import ACTIVITY_OF_TYPE, field_at, sections_in

ALWAYS = ("name", "place")
"""What every activity is asked, first and last: without its place it is not settled."""
YES, NO = ("ja", "j", "yes", "y", "true", "waar"), ("nee", "n", "no", "false", "onwaar")


@dataclass(frozen=True, slots=True)
class Asked:
    """A field that is asked."""

    path: str
    """In the activity: ``schedule.dates``."""
    label: str
    meaning: str
    """What it is, and how it is written."""
    choices: tuple[str, ...] = ()
    is_list: bool = False


def fields_of(type_: ActivityType, entry: Entry, language: str) -> tuple[Asked, ...]:
    """The fields that a type asks, in order; a group is asked field by field."""
    first, last = ALWAYS
    paths = dict.fromkeys((first, *entry.asks, last))
    model = ACTIVITY_OF_TYPE[type_]
    return tuple(_asked(model, path, language) for given in paths for path in _within(model, given))


def _within(model: type[Activity], path: str) -> Iterator[str]:
    """The path, or those of the fields of a group; a list of groups is one answer."""
    field = field_at(model, path)
    assert field is not None, f"{model.__name__} has no field {path}"
    inner = sections_in(field.annotation)
    if inner and not _is_list(field.annotation):
        yield from (f"{path}.{name}" for name in inner[0].model_fields)
    else:
        yield path


def _asked(model: type[Activity], path: str, language: str) -> Asked:
    field = field_at(model, path)
    assert field is not None
    above, _, name = path.rpartition(".")
    group: type[Section] = model
    for step in above.split(".") if above else ():
        group = sections_in(group.model_fields[step].annotation)[0]
    label = missing_field(group, name, "", language).label
    choices = tuple(str(member.value) for member in _enum(field.annotation) or ())
    return Asked(path, label, field.description or "", choices, _is_list(field.annotation))


# --- answers -----------------------------------------------------------------------------------------------------------------


def answer(type_: ActivityType, path: str, typed: str) -> Any:
    """What somebody typed, as a file has it; None when it is nothing. Raises BadInput for brackets that do not match."""
    field = field_at(ACTIVITY_OF_TYPE[type_], path)
    text, annotation = typed.strip(), field.annotation if field else None
    if not text:
        return None
    if text[0] in "[{":
        return _as_yaml(path, text)
    if _is_list(annotation):
        return [_plain(annotation, part.strip()) for part in text.split(",") if part.strip()]
    return _plain(annotation, text)


def _as_yaml(path: str, text: str) -> Any:
    source = read_bytes(f"value: {text}".encode(), Source(path))
    if source.faults or source.data is None:
        raise BadInput(*(Fault(each.problem, path=path, hint=each.hint) for each in source.faults))
    return source.data["value"]


def _plain(annotation: Any, text: str) -> Any:
    kinds, low = _types(annotation), text.lower()
    if bool in kinds and low in (*YES, *NO):
        return low in YES
    if int in kinds and text.isdigit():
        return int(text)
    enum = _enum(annotation)
    return next((member for member in enum or () if member.value == low), text)


def _types(annotation: Any) -> list[Any]:
    """The types in an annotation: ``[int]`` of ``int | None``."""
    inner = get_args(annotation)
    return [each for part in inner for each in _types(part)] if inner else [annotation]


def _enum(annotation: Any) -> type[Enum] | None:
    return next((kind for kind in _types(annotation) if isinstance(kind, type) and issubclass(kind, Enum)), None)


def _is_list(annotation: Any) -> bool:
    return any(getattr(part, "__origin__", None) in (tuple, dict) for part in (annotation, *get_args(annotation)))


# --- the activity ------------------------------------------------------------------------------------------------------------


def built(type_: ActivityType, id_: str, answers: Mapping[str, Any]) -> dict[str, Any]:
    """The activity as a file has it, with its keys in their usual order."""
    data: dict[str, Any] = {"id": id_, "type": type_}
    order = tuple(ACTIVITY_OF_TYPE[type_].model_fields)
    for path in sorted(answers, key=lambda path: _place(order, path)):
        if answers[path] is not None:
            put_at(data, path, answers[path])
    return data


def _place(order: tuple[str, ...], path: str) -> int:
    first = path.split(".")[0]
    return order.index(first) if first in order else len(order)


def wrong(type_: ActivityType, data: Mapping[str, Any]) -> tuple[Fault, ...]:
    """What is wrong with the fields of an activity."""
    source = Source("")
    source.data = {**data, "type": str(type_)}
    try:
        section_of(source, ACTIVITY_OF_TYPE[type_])
    except BadText as error:
        return error.faults
    return ()


def free_id(profile: Profile) -> str:
    """An id that no activity of the partner has: ``ACT5``."""
    taken = {each.id for each in (profile.cooperation.activities if profile.cooperation else ())}
    return next(name for number in count(len(taken) + 1) if (name := f"ACT{number}") not in taken)


def ask_all(
    type_: ActivityType, fields: Iterable[Asked], given: Mapping[str, Any], ask: Callable[[Asked, str], str]
) -> dict[str, Any]:
    """Answers for all fields that are not given: each is asked again, with what was wrong, until it is right or left open."""
    answers = dict(given)
    for field in fields:
        problem = ""
        while field.path not in answers:
            try:
                value = answer(type_, field.path, ask(field, problem))
                faults = wrong(type_, built(type_, "new", {field.path: value}))
            except BadInput as error:
                faults = error.faults
            if faults:
                problem = f"{faults[0].problem}; {faults[0].hint}".rstrip("; ")
            else:
                answers[field.path] = value
    return answers
