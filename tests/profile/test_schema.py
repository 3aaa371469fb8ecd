"""The published JSON Schemas: valid themselves, and they accept what the models accept."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from jsonschema import Draft202012Validator

from generator.load.yaml import read_yaml
from generator.profile.schema import json_schema

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
FILES = [EXAMPLES / "school.yaml", *sorted((EXAMPLES / "partners").glob("*.yaml"))]


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_the_samples_are_valid_by_the_schema(path: Path) -> None:
    validator = Draft202012Validator(json_schema("school" if path.stem == "school" else "partner"))
    assert [
        (list(error.absolute_path), error.message) for error in validator.iter_errors(read_yaml(path, path.name).data)
    ] == []


@pytest.mark.parametrize("which", ["school", "partner"])
def test_a_schema_is_valid_and_explains_every_field(which: Literal["school", "partner"]) -> None:
    schema = json_schema(which)
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == {"school": "urn:handslag:school:1", "partner": "urn:handslag:partnerprofiel:1"}[which]
    for name, section in {"": schema, **schema["$defs"]}.items():
        for key, field in section.get("properties", {}).items():
            assert {"title", "description"} <= set(field), f"{name}.{key}"


@pytest.mark.parametrize(
    ("data", "path"),
    [
        (
            {"schema": "handslag/partnerprofiel/1", "id": "x", "partner": {"kind": "company", "legal_name": "X", "kvkk": 1}},
            ["partner"],
        ),
        (
            {"schema": "handslag/partnerprofiel/1", "id": "x", "partner": {"kind": "firm", "legal_name": "X"}},
            ["partner", "kind"],
        ),
        ({"schema": "handslag/partnerprofiel/2", "id": "x", "partner": {"kind": "company", "legal_name": "X"}}, ["schema"]),
    ],
)
def test_the_schema_refuses_what_the_models_refuse(data: dict[str, object], path: list[str]) -> None:
    assert [list(error.absolute_path) for error in Draft202012Validator(json_schema("partner")).iter_errors(data)] == [path]
