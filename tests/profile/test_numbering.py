"""Patterns of references: what they give, and what cannot be one."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from generator.profile.numbering import References, reference_of


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        ("DV-{year}-{number:04}", "DV-2027-0042"),
        ("{year}-{number}", "2027-42"),
        ("{number:03}/{year} VB", "042/2027 VB"),
        ("DV{year}{number:01}", "DV202742"),
    ],
)
def test_a_pattern_gives_references(pattern: str, wanted: str) -> None:
    assert reference_of(References(pattern=pattern).pattern, 2027, 42) == wanted


def test_a_number_that_outgrows_its_digits_keeps_all_of_them() -> None:
    assert reference_of("DV-{year}-{number:04}", 2027, 12345) == "DV-2027-12345"


def test_without_a_pattern_there_is_one() -> None:
    assert reference_of(References().pattern, 2027, 1) == "2027-0001"


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("DV-{year}", "must have {year} and {number} in it, each once"),
        ("DV-{number:04}", "must have {year} and {number} in it, each once"),
        ("{year}{year}{number}", "must have {year} and {number} in it, each once"),
        ("{year}-{number:4}", "must have {year} and {number} in it, each once"),
        ("{year}-{number}-{partner}", "has something in it that a reference cannot have"),
        ("={year}-{number}", "has something in it that a reference cannot have"),
        ("-{year}-{number}", "has something in it that a reference cannot have"),
        ("{year}-{number}é", "has something in it that a reference cannot have"),
        ("A" * 40 + "{year}{number}", "at most 40 fit on a page"),
    ],
)
def test_what_cannot_be_a_pattern(pattern: str, said: str) -> None:
    with pytest.raises(ValidationError) as caught:
        References(pattern=pattern)
    assert said in str(caught.value)
