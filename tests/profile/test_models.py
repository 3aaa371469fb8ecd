"""The models: every field explained, values checked at the door, nothing changes afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any
from unicodedata import normalize

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from generator.profile import Person, Profile, School
from generator.profile.base import BareNumber, Section, Text
from generator.profile.describe import field_at, fields_of, sections_in
from generator.profile.forbidden import KINDS, find_forbidden
from generator.profile.values import Clock, Moment, Money, Quantity


def all_sections(root: type[Section], seen: set[type[Section]] | None = None) -> Iterator[type[Section]]:
    seen = set() if seen is None else seen
    if root not in seen:
        seen.add(root)
        yield root
        for field in root.model_fields.values():
            for section in sections_in(field.annotation):
                yield from all_sections(section, seen)


SECTIONS = sorted({*all_sections(School), *all_sections(Profile)}, key=lambda each: each.__name__)


def test_both_files_together_have_all_sections() -> None:
    assert len(SECTIONS) > 70


@pytest.mark.parametrize("section", SECTIONS)
def test_every_field_has_a_dutch_label_and_an_english_explanation(section: type[Section]) -> None:
    unexplained = [name for name, field in section.model_fields.items() if not (field.title and field.description)]
    assert unexplained == []
    assert section.__doc__


@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_is_frozen_and_knows_no_other_keys(section: type[Section]) -> None:
    assert section.model_config["frozen"] is True
    assert section.model_config["extra"] == "forbid"


def test_no_field_has_a_forbidden_name() -> None:
    assert not {key for section in SECTIONS for key in fields_of(section)} & set(KINDS)


def person(**given: Any) -> Person:
    return Person.model_validate({"id": "p", "surname": "Jansen", **given})


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("'t", "’t"), ("van 't", "van ’t"), ("in `t", "in ’t"), ("d'", "d’"), ("D´", "D’"), ("\u2018t", "’t"), ("’t", "’t")],
)
def test_a_typed_apostrophe_in_an_infix_becomes_the_real_one(typed: str, kept: str) -> None:
    assert person(infix=typed).infix == kept


@pytest.mark.parametrize(
    ("typed", "kept"), [("d'Ancona", "d’Ancona"), ("l'Ami", "l’Ami"), ("O'Brien", "O'Brien"), ("'s Jacob", "’s Jacob")]
)
def test_an_apostrophe_in_a_surname_changes_only_where_the_rule_says(typed: str, kept: str) -> None:
    assert person(surname=typed).surname == kept


def test_a_legal_name_stays_as_typed() -> None:
    profile = Profile.model_validate(
        {
            "schema": "handslag/partnerprofiel/1",
            "id": "x",
            "partner": {"kind": "company", "legal_name": "Bakkerij 't Hoekje & Zn."},
        }
    )
    assert profile.partner.legal_name == "Bakkerij 't Hoekje & Zn."
    with pytest.raises(ValidationError):
        profile.partner.legal_name = "Y"  # type: ignore[misc]


def text(value: object) -> object:
    return TypeAdapter(Text).validate_python(value)


@pytest.mark.parametrize(
    "value", ["R&D <AB> 'x' \"y\" | * _ # { } \\", "{{ 7*7 }}", "a\nb\tc", "👩\u200d🏫 مرحبا", "a\u00a0b", "x" * 300]
)
def test_a_text_arrives_as_typed(value: str) -> None:
    assert text(value) == value


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        ("a\x00b", "character 2 is a control character (U+0000)"),
        ("\x1b[31m", "character 1 is a control character (U+001B)"),
        ("ab\u202ecd", "character 3 is a character that reverses the direction of text (U+202E)"),
        ("\u2066a", "character 1 is a character that reverses the direction of text (U+2066)"),
        ("a\ud800", "character 2 is half of a character (a surrogate) (U+D800)"),
        ("\ue000", "character 1 is a private-use character (U+E000)"),
        ("\ufffe", "character 1 is an unassigned character (U+FFFE)"),
        ("a\x7f", "character 2 is a control character (U+007F)"),
        ("   \n", "is empty"),
    ],
)
def test_characters_that_no_document_may_hold_are_refused_with_their_place(value: str, problem: str) -> None:
    with pytest.raises(ValidationError) as caught:
        text(value)
    assert caught.value.errors()[0]["msg"] == problem


def test_blanks_and_byte_order_marks_around_a_text_go_and_newlines_are_one_kind() -> None:
    assert text("\ufeff  a\r\nb\rc\u2028d \n") == "a\nb\nc\nd"


@given(st.text(min_size=1))
@example("豈")  # one of the few characters that Unicode's composed form replaces by another
def test_a_text_is_taken_over_or_refused_and_never_changed_inside(value: str) -> None:
    try:
        taken = text(value)
    except ValidationError:
        return
    assert isinstance(taken, str)
    assert taken.split() == normalize("NFC", value.replace("\x85", "\n").strip(" \t\r\n\ufeff")).split()


def test_money_is_exact_and_a_bare_number_has_two_decimals_at_most() -> None:
    money = TypeAdapter(Money).validate_python
    assert [money(each) for each in ("68.50", BareNumber("68.50"), 12, 0.1, "0.0375", "-750.00")] == [
        Decimal("68.50"),
        Decimal("68.50"),
        Decimal(12),
        Decimal("0.1"),
        Decimal("0.0375"),
        Decimal("-750.00"),
    ]


@pytest.mark.parametrize("wrong", [BareNumber("1.255"), 1.255, "1e3", "NaN", "1.234,50", "€ 5", True, None, [], "٣"], ids=repr)
def test_what_is_not_an_amount_is_refused(wrong: object) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Money).validate_python(wrong)


def test_a_quantity_is_not_negative() -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Quantity).validate_python("-1")


def test_times_are_written_with_a_point_or_a_colon() -> None:
    read = TypeAdapter(Clock).validate_python
    assert [read(each).isoformat("minutes") for each in ("13.00", "9.00", "13:05", BareNumber("9.15"))] == [
        "13:00",
        "09:00",
        "13:05",
        "09:15",
    ]
    for wrong in ("24.00", "9.60", "9", 9, "9.0"):
        with pytest.raises(ValidationError):
            read(wrong)
    assert TypeAdapter(Moment).validate_python("2027-06-17 16.00").isoformat() == "2027-06-17T16:00:00"


def test_a_field_is_found_by_its_path() -> None:
    field = field_at(Profile, "partner.ids.kvk")
    assert field is not None
    assert field.title == "KVK-nummer"
    data = {"cooperation": {"activities": [{"type": "gastles"}]}}
    topic = field_at(Profile, "cooperation.activities.0.topic", data)
    assert topic is not None
    assert topic.title == "Onderwerp"
    assert field_at(Profile, "partner.nothing") is None
    assert field_at(Profile, "finance.indexation.from") is not None


FORBIDDEN = "bsn BSN onderwijsnummer geboortedatum Geboorte-datum date_of_birth nationality health medisch omzetbelastingnummer"


@pytest.mark.parametrize("key", FORBIDDEN.split())
def test_forbidden_keys_are_found_anywhere(key: str) -> None:
    assert [path for path, _, _ in find_forbidden({"a": [{"b": {key: "x"}}]})] == [f"a.0.b.{key}"]


def test_a_citizen_service_number_in_a_text_is_found_and_an_rsin_is_not() -> None:
    assert [path for path, _, _ in find_forbidden({"note": "zijn BSN is 123456782"})] == ["note"]
    assert list(find_forbidden({"rsin": "999910012", "note": "RSIN 999910012", "other": "BSN wordt niet gedeeld"})) == []
