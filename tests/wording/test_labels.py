"""Every value of an enumeration has its words in both languages."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from enum import StrEnum

import pytest

import generator.profile
from generator.errors import OurFault
from generator.profile import Kind, LegalForm
from generator.wording import filters
from generator.wording.label_words import ENUMERATIONS
from generator.wording.labels import label

CODES = {"RuleId"}
"""Enumerations whose values are names already, and are printed as they are."""


def enumerations() -> dict[str, type[StrEnum]]:
    modules = [
        importlib.import_module(f"generator.profile.{found.name}") for found in pkgutil.iter_modules(generator.profile.__path__)
    ]
    classes = [thing for module in modules for _, thing in inspect.getmembers(module, inspect.isclass)]
    own = [found for found in classes if found.__module__.startswith("generator.profile.")]
    return {found.__name__: found for found in own if issubclass(found, StrEnum) and found.__name__ not in CODES}


@pytest.mark.parametrize("kind", enumerations().values(), ids=enumerations().keys())
def test_each_value_has_words_and_each_word_a_value(kind: type[StrEnum]) -> None:
    assert ENUMERATIONS[kind.__name__].keys() == {str(value) for value in kind}
    assert all(label(value, language=language) for value in kind for language in ("nl", "en"))


def test_no_table_without_an_enumeration() -> None:
    assert ENUMERATIONS.keys() - enumerations().keys() == set()


@pytest.mark.parametrize(
    ("value", "of", "dutch", "english"),
    [
        (LegalForm.BV, "", "besloten vennootschap", "private limited company (bv)"),
        (Kind.MBO_COLLEGE, "", "mbo-college", "senior secondary vocational college (mbo)"),
        ("school", "Place", "op school", "at the school"),
        ("keuzevak_op_mbo", "ActivityType", "keuzevak op het mbo", "elective at the mbo college"),
        ("dagdeel", "", "dagdeel", "half-day"),
        ("woensdag", "", "woensdag", "Wednesday"),
        ("low9", "VatCode", "9%", "9%"),
        ("eigen woord", "", "eigen woord", "eigen woord"),
    ],
)
def test_words(value: str, of: str, dutch: str, english: str) -> None:
    assert (label(value, of, language="nl"), label(value, of, language="en")) == (dutch, english)


def test_a_value_without_words_is_our_fault() -> None:
    class Weather(StrEnum):
        WET = "wet"

    with pytest.raises(OurFault, match="no label says how Weather 'wet' is printed"):
        label(Weather.WET, language="nl")


def test_there_are_filters_for_two_languages() -> None:
    assert filters("nl").keys() == filters("en").keys()
    with pytest.raises(ValueError, match="no wording for language 'de'; choose from: nl, en"):
        filters("de")
