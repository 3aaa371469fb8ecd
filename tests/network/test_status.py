"""``handslag status``: how each partner stands, on a terminal of 80 columns and for a program."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.agenda.agenda import Asked, case_of
from generator.agenda.due import Case, Paper
from generator.facts_term import ends_on
from generator.network.charts import Bar, bars, columns
from generator.network.said import COLUMNS, PAGE
from generator.network.standing import state_of
from tests.agenda.school import midden, partner, school
from tests.cli.user import COMPANY, edit, handslag, listed, many_partners

DAY = ("--date", "2027-10-20")


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    return many_partners(tmp_path, 0)


def test_a_partner_is_a_row_of_as_many_lines_as_it_needs(sample: Path) -> None:
    result = handslag("status", "-w", sample, *DAY)
    assert result.exit_code == 0
    assert result.stdout.splitlines()[-8:] == [
        "ROC Noorderlee lopend      15-4-2027  2-9-2027!   getekend       € 24.583  0/1/1",
        "                                                  t/m 31-7-2029",
        "Van ’t Veld &  lopend      11-5-2027  7-9-2027!   getekend       € 21.673  0/1/4",
        "Zonen                                             t/m 31-7-2028",
        "",
        "3 partners: 3 lopend. 4 te laat, 12 op komst (handslag agenda)",
        "Laatste en volgende contact (! = voorbij).",
        "Advies: fouten/waarschuwingen/tips (handslag advise).",
    ]
    assert max(map(len, result.stdout.splitlines())) <= 80


def test_no_profile_is_read_more_often_than_for_the_agenda(sample: Path) -> None:
    profile, opened = str(sample / f"partners/{COMPANY}.yaml"), list[str]()
    sys.addaudithook(lambda event, given: opened.append(str(given[0])) if event == "open" else None)
    counts = []
    for command in ("agenda", "status"):
        opened.clear()
        handslag(command, "-w", sample, *DAY)
        counts.append(opened.count(profile))
    assert counts[0] == counts[1] > 0


def test_a_program_gets_every_figure(sample: Path) -> None:
    told = listed(handslag("status", "-w", sample, *DAY, "--json"))
    (found,) = [one for one in told["partners"] if one["partner"] == COMPANY]
    advice = found.pop("advice")
    assert set(advice) == {"error", "warning", "hint"}
    assert found == {
        "partner": COMPANY,
        "name": "Van ’t Veld & Zonen",
        "kind": "company",
        "phase": "lopend",
        "last_contact": "2027-05-11",
        "next_contact": "2027-09-07",
        "ends": "2028-07-31",
        "agreement": "signed",
        "cash": "21672.95",
        "in_kind": "6580.00",
        "late": 1,
        "due": 3,
    }
    assert told["contacts"][-6] == {"month": "2027-05", "number": 2}
    assert len(told["items"]) == 16


def paper(kind: str, status: str) -> Paper:
    return Paper(kind, "", "DV-1", date(2027, 6, 1), status, date(2027, 6, 2), status != "made")


@pytest.mark.parametrize(
    ("documents", "papers", "state"),
    [
        ({}, [], "none"),
        ({"intent": {"date": "2027-04-22"}}, [], "intent"),
        ({"agreement": {"date": "2027-06-17"}}, [], "signed"),
        ({"agreement": {"date": "2027-12-17"}}, [], "none"),
        ({"agreement": {"date": "2027-06-17"}}, [paper("cooperation-agreement", "made")], "draft"),
        ({}, [paper("cooperation-agreement", "sent")], "sent"),
        ({}, [paper("cooperation-agreement", "signed")], "signed"),
        ({}, [paper("cooperation-agreement", "withdrawn")], "none"),
        ({}, [paper("letter-of-intent", "signed")], "intent"),
        ({}, [paper("thank-you-letter", "sent")], "none"),
    ],
)
def test_an_agreement_is_as_far_as_the_register_says_or_else_the_profile(
    documents: dict[str, Any], papers: list[Paper], state: str
) -> None:
    assert state_of(case(partner(documents=documents), papers)) == state


def case(profile: Any, papers: list[Paper]) -> Case:
    asked = Asked(date(2027, 10, 20), date(2027, 12, 20), "nl")
    return case_of(school(), profile, tuple(papers), midden(), asked)


def test_an_agreement_that_ran_out_has_ended_once_the_phase_says_so() -> None:
    over = {"cooperation": {"end": "2027-07-31"}, "documents": {"agreement": {"date": "2026-06-17"}}}
    assert state_of(case(partner(**over), [])) == "signed"
    assert state_of(case(partner(**over, relationship={"phase": "afgerond"}), [])) == "ended"


@pytest.mark.parametrize(
    ("renewal", "end", "stands"),
    [
        ("tacit", "2026-07-31", "2028-07-31"),
        ("tacit", "2026-10-20", "2027-10-20"),
        ("tacit", "2024-02-29", "2028-02-29"),
        ("by_agreement", "2026-07-31", "2026-07-31"),
    ],
)
def test_an_agreement_that_goes_on_by_itself_ends_in_the_year_that_it_is_in(renewal: str, end: str, stands: str) -> None:
    profile = partner(cooperation={"end": end, "renewal": renewal, "notice": {"months": 3}})
    assert str(ends_on(case(profile, []).cooperation, date(2027, 10, 20))) == stands


def test_a_partner_that_cannot_be_read_is_told(sample: Path) -> None:
    edit(sample / f"partners/{COMPANY}.yaml", "phase: lopend", "phase: bezig")
    result = handslag("status", "-w", sample, *DAY)
    assert "2 partners: 2 lopend." in result.stdout
    assert "relationship.phase: 'bezig' is not one of the choices" in result.stderr


def test_a_school_without_partners_is_told_so(tmp_path: Path) -> None:
    handslag("init", tmp_path / "new")
    (tmp_path / "new/partners/voorbeeld.yaml").unlink()
    assert handslag("status", "-w", tmp_path / "new").stdout == "Er zijn nog geen partners.\n"


def test_bars_and_columns_are_as_long_as_their_figures_say() -> None:
    drawn = bars([Bar("a & <b>", (2.0, 1.0), ("€ 2", "€ 1")), Bar("c", (0.0, 1.5), ("", "€ 1,50"))])
    assert [(one.name, one.told, one.parts) for one in drawn] == [
        ("a & <b>", "€ 2 + € 1", (66.67, 33.33)),
        ("c", "€ 1,50", (0.0, 50.0)),
    ]
    assert [(one.name, one.under, one.told, one.parts) for one in columns([("jan", "2027", 0), ("feb", "", 3)])] == [
        ("jan", "2027", "0", (0.0,)),
        ("feb", "", "3", (100.0,)),
    ]
    assert bars([]) == bars([Bar("c", (0.0,), ("",))]) == columns([("jan", "2027", 0)]) == ()


def test_both_languages_say_the_same_things() -> None:
    assert set(PAGE["nl"]) == set(PAGE["en"])
    assert len(COLUMNS["nl"]) == len(COLUMNS["en"])
