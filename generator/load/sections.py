"""YAML that is no profile: about.yaml, catalogue.yaml, front matter. In: what was read. Out: a checked section."""

from __future__ import annotations

from typing import TypeVar

from pydantic import ValidationError

from generator.errors import BadText
from generator.load.translate import translate
from generator.load.yaml import Source
from generator.profile.base import Section

T = TypeVar("T", bound=Section)


def section_of(source: Source, model: type[T]) -> T:
    """What the file says. Raises BadText with every fault in it, each at its line."""
    if source.faults:
        raise BadText(*source.faults)
    try:
        return model.model_validate(source.data or {})
    except ValidationError as error:
        located = translate(error.errors(include_url=False), model, source.data or {})
    raise BadText(*(source.places.put(each.fault, source.shown, key=each.key) for each in located))
