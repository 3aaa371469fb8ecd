"""The ways out of an agreement: the days that the article on the term means, and no others."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.facts_term import early_notice, exits, talk_by
from generator.profile.cooperation import Cooperation

TWO_YEARS = {"start": "2027-08-01", "end": "2029-07-31"}
ONE_YEAR = {"start": "2027-08-01", "end": "2028-07-31"}
THREE = {"months": 3}


def ways_out(given: dict[str, Any], until: str = "2031-12-31") -> list[str]:
    found = exits(Cooperation.model_validate(given), date.fromisoformat(until))
    return [f"before {one.before}, out after {one.ends}{', else it goes on' if one.renewal else ''}" for one in found]


@pytest.mark.parametrize(
    ("given", "how", "days"),
    [
        (
            TWO_YEARS | {"notice": {"months": 3, "before": "2028-08-01"}},
            "year_start",
            ["before 2028-05-01, out after 2028-07-31"],
        ),
        (TWO_YEARS | {"notice": THREE}, "year_end", ["before 2028-05-01, out after 2028-07-31"]),
        (
            ONE_YEAR | {"renewal": "tacit", "notice": THREE},
            "none",
            [
                "before 2028-05-01, out after 2028-07-31, else it goes on",
                "before 2029-05-01, out after 2029-07-31, else it goes on",
            ],
        ),
        (ONE_YEAR | {"renewal": "by_agreement", "notice": {"months": 2}}, "any_time", []),
        (ONE_YEAR, "none", []),
        ({"start": "2027-09-15", "notice": {"months": 1}}, "year_end", ["before 2028-07-01, out after 2028-07-31"]),
        (TWO_YEARS, "year_end", []),
        (
            {"start": "2027-08-01", "end": "2028-02-29", "renewal": "tacit", "notice": {"months": 1}},
            "none",
            [
                "before 2028-02-01, out after 2028-02-29, else it goes on",
                "before 2029-02-01, out after 2029-02-28, else it goes on",
            ],
        ),
    ],
)
def test_notice_can_be_given_until(given: dict[str, Any], how: str, days: list[str]) -> None:
    until = "2029-06-01" if "tacit" in given.values() else "2028-12-31"
    assert early_notice(Cooperation.model_validate(given)) == how
    assert ways_out(given, until) == days


def test_an_agreement_without_end_has_a_way_out_every_year() -> None:
    assert ways_out({"start": "2027-08-01", "notice": THREE}, "2030-12-31") == [
        "before 2028-05-01, out after 2028-07-31",
        "before 2029-05-01, out after 2029-07-31",
        "before 2030-05-01, out after 2030-07-31",
    ]


def test_who_can_only_go_on_together_speaks_of_it_in_time() -> None:
    assert talk_by(Cooperation.model_validate(ONE_YEAR | {"renewal": "by_agreement"})) == date(2028, 4, 30)
    assert talk_by(Cooperation.model_validate(ONE_YEAR | {"renewal": "none"})) is None
    assert talk_by(Cooperation.model_validate({"start": "2027-08-01", "renewal": "by_agreement"})) is None
