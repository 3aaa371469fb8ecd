"""The profile as JSON Schema, for editors that check while one types. In: which file. Out: a schema (draft 2020-12)."""

from __future__ import annotations

from functools import cache
from typing import Any, Literal

from generator.profile.base import Section
from generator.profile.partner import Profile
from generator.profile.school import School

ROOTS: dict[str, type[Section]] = {"school": School, "partner": Profile}
DIALECT = "https://json-schema.org/draft/2020-12/schema"


@cache
def json_schema(which: Literal["school", "partner"]) -> dict[str, Any]:
    """The schema of ``school.yaml`` or of a partner profile. What may be absent may also be ``null``, as in the models."""
    model = ROOTS[which]
    name = str(model.model_fields["schema_"].description)
    schema = model.model_json_schema(by_alias=True, mode="validation")
    parts = schema.get("$defs", {})
    for section in (schema, *parts.values()):
        allow_null(section)
        for field in section.get("properties", {}).values():
            explain(field, parts)
    return {"$schema": DIALECT, "$id": f"urn:{name.replace('/', ':')}", **schema, "title": name}


def allow_null(section: dict[str, Any]) -> None:
    """Lets every field that a section can do without be null."""
    wanted = section.get("required", ())
    for name, field in section.get("properties", {}).items():
        if name not in wanted and not accepts_null(field):
            about = {key: field.pop(key) for key in ("title", "description", "default") if key in field}
            section["properties"][name] = {"anyOf": [dict(field), {"type": "null"}], **about}


def explain(field: dict[str, Any], parts: dict[str, Any]) -> None:
    """Gives a field the words of the part it refers to where it has none: pydantic leaves out what is the same in both."""
    choices = (field, *field.get("anyOf", ()))
    part: dict[str, Any] = next(
        (parts.get(choice["$ref"].rpartition("/")[2], {}) for choice in choices if "$ref" in choice), {}
    )
    for key in ("title", "description"):
        if key in part:
            field.setdefault(key, part[key])


def accepts_null(field: dict[str, Any]) -> bool:
    """Whether a field's schema names null among its choices."""
    return any(choice.get("type") == "null" for choice in field.get("anyOf", ()))
