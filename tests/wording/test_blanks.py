"""Every blank has a label that can stand in a sentence, in both languages: the first words of what a field means."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from typing import Any

import pytest
from pydantic import BaseModel

import generator.profile
from generator.missing import missing_field

NO_NAME = r"(?:Whether|Who|Whose|What|Which|When|How|Where|From|Ids?|If|The|A|An|For)\b"
"""How a description begins that explains instead of naming; and a value (``school, partner or …``) has no capital."""


def can_be_empty(model: type[BaseModel], name: str) -> bool:
    """Whether a draft can show a blank for it: what is always there, and what is yes or no, is never printed as one."""
    field: Any = model.model_fields[name]
    return field.default in (None, ()) and "bool" not in str(field.annotation)


def fields() -> list[tuple[type[BaseModel], str]]:
    modules = [
        importlib.import_module(f"generator.profile.{found.name}") for found in pkgutil.iter_modules(generator.profile.__path__)
    ]
    classes = {thing for module in modules for _, thing in inspect.getmembers(module, inspect.isclass)}
    models = sorted((found for found in classes if issubclass(found, BaseModel)), key=lambda model: model.__name__)
    return [(model, name) for model in models for name in model.model_fields if can_be_empty(model, name)]


def test_a_label_names_what_belongs_there() -> None:
    labels = {(model.__name__, name): missing_field(model, name, "", "en").label for model, name in fields()}
    assert len(labels) > 200
    assert {where: label for where, label in labels.items() if not re.match(rf"(?!{NO_NAME})[A-Z]", label)} == {}
    assert {where: label for where, label in labels.items() if len(label.split()) > 9} == {}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_label_is_empty_or_ends_in_a_full_stop(language: str) -> None:
    labels = [missing_field(model, name, "", language).label for model, name in fields()]
    assert [label for label in labels if not label or label.endswith((".", ":", ","))] == []
