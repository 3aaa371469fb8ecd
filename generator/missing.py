"""A value that is still to be filled in. In: an empty field. Out: what is false and prints as a blank.

Texts never test for None: ``{{ partner.ids.kvk }}`` of an empty field becomes a blank with the field's own name, and everything
below an empty section (``cooperation.governance.steering_group.chair``) is empty too, as long as the model knows such a field.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, cast, get_args

from pydantic import BaseModel


@dataclass(frozen=True, slots=True)
class Missing:
    """An empty value: false in a condition, nothing in a loop, a blank in print."""

    label: str
    path: str = ""
    section: type[BaseModel] | None = None
    """The model that would stand here, when a whole section is empty."""

    def __bool__(self) -> bool:
        return False

    def __iter__(self) -> Iterator[Any]:
        return iter(())

    def __len__(self) -> int:
        return 0

    def field(self, name: str, language: str) -> Missing | None:
        """The empty field below this one, or None when the model knows no such field."""
        own = own_name(self.section, name) if self.section else ""
        if self.section is None or own not in self.section.model_fields:
            return None
        return missing_field(self.section, own, self.path, language)


def missing_field(model: type[BaseModel], name: str, above: str, language: str) -> Missing:
    """What stands for an empty field; ``above`` is the dotted path of its section."""
    if name not in model.model_fields:
        return missing_value(name, above)
    label, section = _label(model, name, language), _section(model, name)
    shown = model.model_fields[name].alias or name
    return Missing(label, f"{above}.{shown}" if above else shown, section)


@lru_cache(maxsize=2048)
def own_name(model: type, name: str) -> str:
    """The field's name in Python for its name in a profile: ``from_`` for ``from``; other names are the same."""
    fields = model.model_fields if issubclass(model, BaseModel) else {}
    return next((own for own, field in fields.items() if field.alias == name), name)


def missing_value(name: str, above: str = "") -> Missing:
    """What stands for an empty value that is no field of the profile."""
    return Missing(name.replace("_", " "), f"{above}.{name}" if above else "")


def section_paths(profile: Mapping[str, Any]) -> dict[int, str]:
    """The dotted path of every section, by identity: ``{id(profile.finance): "finance", …}``.

    ``sender`` is the whole of the school's file, so that its people are ``people.0`` as they are there.
    """
    paths: dict[int, str] = {}
    for name, value in profile.items():
        if isinstance(value, BaseModel | tuple):
            _walk(value, "" if name == "sender" else name, paths)
    return paths


def _walk(value: Any, path: str, paths: dict[int, str]) -> None:
    """Only fields that can hold sections are looked at: this is done for every document with an empty field."""
    above = f"{path}." if path else ""
    if isinstance(value, tuple):
        for number, item in enumerate(value):
            if isinstance(item, BaseModel):
                _walk(item, f"{above}{number}", paths)
        return
    paths.setdefault(id(value), path)
    for name in _sections(cast("Any", type(value))):
        if (item := getattr(value, name)) is not None:
            _walk(item, f"{above}{name}", paths)


@lru_cache(maxsize=512)
def _sections(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields of a model that hold a section, or a list of them."""
    return tuple(name for name in model.model_fields if _section(model, name))


def section_at(model: type[BaseModel], path: str) -> type[BaseModel] | None:
    """The model of the section, or of an item of the list, at a dotted path; None when there is no such section."""
    found: type[BaseModel] | None = model
    for name in path.split("."):
        own = own_name(found, name) if found else ""
        found = _section(found, own) if found and own in found.model_fields else None
    return found


@lru_cache(maxsize=2048)
def _label(model: type[BaseModel], name: str, language: str) -> str:
    """The field's title (Dutch), or the first words of its description (English)."""
    field = model.model_fields[name]
    if language == "nl" and field.title:
        return field.title
    return re.split(r"[.,;:(]", field.description or name.replace("_", " "))[0].strip()


@lru_cache(maxsize=2048)
def _section(model: type[BaseModel], name: str) -> type[BaseModel] | None:
    """The model in a field's annotation, if there is one."""
    pending = [model.model_fields[name].annotation]
    while pending:
        kind = pending.pop()
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            return kind
        pending.extend(get_args(kind))
    return None
