"""What the models say about themselves. In: a model and a path. Out: the section or field that stands there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, get_args, get_origin

from pydantic.fields import FieldInfo

from generator.profile.activity import ACTIVITY_CLASSES, Activity
from generator.profile.base import Section

ACTIVITY_OF_TYPE = {get_args(each.model_fields["type"].annotation)[0].value: each for each in ACTIVITY_CLASSES}


def fields_of(section: type[Section]) -> dict[str, FieldInfo]:
    """The fields of a section by the key that a file uses."""
    return {field.alias or name: field for name, field in section.model_fields.items()}


def sections_in(annotation: Any) -> list[type[Section]]:
    """The sections that a type is made of: one for ``Address | None``, fifteen for an activity."""
    if isinstance(annotation, type) and get_origin(annotation) is None:
        return [annotation] if issubclass(annotation, Section) else []
    return [section for part in get_args(annotation) for section in sections_in(part)]


def section_at(root: type[Section], path: Sequence[str | int], data: Any) -> type[Section] | None:
    """The section whose fields stand at a path; ``data`` says of which type an activity is."""
    section: type[Section] | None = root
    for step in path:
        data = under(data, step)
        if isinstance(step, str):
            field = fields_of(section).get(step) if section else None
            section = next(iter(sections_in(field.annotation)), None) if field else None
        elif section is not None and issubclass(section, Activity) and isinstance(data, dict):
            section = ACTIVITY_OF_TYPE.get(str(data.get("type")), section)
    return section


def under(data: Any, step: str | int) -> Any:
    """What plain data has under a key or index; None when it has nothing there."""
    if isinstance(data, dict):
        return data.get(step)
    return data[step] if isinstance(data, list) and isinstance(step, int) and step < len(data) else None


def field_at(root: type[Section], path: str, data: Any = None) -> FieldInfo | None:
    """The field at a dotted path (``partner.ids.kvk``): its title is the Dutch label, its description explains it."""
    steps = [int(step) if step.isdigit() else step for step in path.split(".")]
    section = section_at(root, steps[:-1], data)
    return fields_of(section).get(str(steps[-1])) if section else None
