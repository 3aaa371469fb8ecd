"""``handslag log``: what was said is in the profile, where its owner would have written it."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest

from tests.cli.user import COMPANY, edit, handslag, listed


def told_by(school: Path, *words: str) -> list[str]:
    """The lines of the profile that a command changes."""
    file = school / f"partners/{COMPANY}.yaml"
    before = file.read_text("utf-8").splitlines()
    result = handslag("log", COMPANY, *words, "-w", school)
    assert result.exit_code == 0, result.output
    after = file.read_text("utf-8").splitlines()
    return [line for line in difflib.unified_diff(before, after, n=0, lineterm="") if line[0] in "+-" and line[1:2] not in "+-"]


def test_a_contact_comes_behind_the_last_and_nothing_else_changes(school: Path) -> None:
    words = ("Gebeld over “de start” & meer: #1", "--kind", "telefoon", "--date", "2026-09-02")
    assert told_by(school, *words) == [
        '+    - date: "2026-09-02"',
        "+      kind: telefoon",
        '+      note: "Gebeld over “de start” & meer: #1"',
    ]


def test_a_promise_comes_with_it_and_is_kept_by_its_number(school: Path) -> None:
    words = ("--promise", "rooster sturen", "--by", "partner", "--due", "2027-09-10")
    assert told_by(school, "Besproken", "--date", "2026-09-02", *words)[2:] == [
        "+      open_promises:",
        '+        - what: "rooster sturen"',
        '+          by: "partner"',
        '+          due: "2027-09-10"',
    ]
    assert told_by(school, "--kept", "2") == ["+          done: true"]
    assert handslag("log", COMPANY, "-w", school).stdout.splitlines() == [
        "2027-01-14  bedrijfsbezoek  Rondleiding met sectie PIE en D&P",
        "2027-05-11  gesprek  Afspraken hybride docent",
        "  promise 1, kept: VOG-aanvraag klaarzetten (school by 2027-06-15)",
        "2026-09-02  Besproken",
        "  promise 2, kept: rooster sturen (partner by 2027-09-10)",
        "next contact: 2027-09-07",
    ]


def test_the_next_contact_is_put_in_its_place(school: Path) -> None:
    assert told_by(school, "--next", "2027-11-01") == ['-  next_contact: "2027-09-07"', '+  next_contact: "2027-11-01"']


def test_a_profile_without_a_relationship_gets_one(tmp_path: Path) -> None:
    handslag("init", tmp_path / "new")
    result = handslag(
        "log", "voorbeeld", "Eerste telefoontje", "--kind", "telefoon", "--date", "2026-09-02", "-w", tmp_path / "new"
    )
    assert result.exit_code == 0
    assert 'relationship:\n  contact_log:\n    - date: "2026-09-02"\n      kind: telefoon\n' in (
        tmp_path / "new/partners/voorbeeld.yaml"
    ).read_text("utf-8")


def test_a_program_gets_the_log(school: Path) -> None:
    told = listed(handslag("log", COMPANY, "Langs geweest", "--kind", "bezoek", "--date", "2026-09-02", "-w", school, "--json"))
    assert told["contacts"][-1]["note"] == "Langs geweest"
    assert [(one["number"], one["what"], one["done"]) for one in told["promises"]] == [(1, "VOG-aanvraag klaarzetten", True)]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--kind", "telefoon"), "there is no note of the contact"),
        (("Gebeld", "--kind", "telefon"), "hint: did you mean 'telefoon'?"),
        (("Gebeld", "--due", "2027-09-10"), "--by and --due are about a promise"),
        (("--kept", "7"), "there is no promise 7"),
        (("--kept", "0"), "hint: no promise is open"),
        (("Gebeld", "--date", "2027-13-01"), "'2027-13-01' is not a day"),
    ],
)
def test_what_cannot_be_noted_is_refused(school: Path, words: tuple[str, ...], told: str) -> None:
    before = (school / f"partners/{COMPANY}.yaml").read_bytes()
    result = handslag("log", COMPANY, *words, "-w", school)
    assert (result.exit_code, told in result.stderr) == (2, True), result.stderr
    assert (school / f"partners/{COMPANY}.yaml").read_bytes() == before


def test_somebody_who_is_no_party_cannot_promise(school: Path) -> None:
    result = handslag(
        "log", COMPANY, "Besproken", "--promise", "x", "--by", "burgemeester", "--date", "2026-09-02", "-w", school
    )
    assert result.exit_code == 1
    assert "open_promises.0.by" in result.stderr


def test_a_day_that_is_still_to_come_is_told(school: Path) -> None:
    result = handslag("log", COMPANY, "Gebeld", "--date", "2199-09-02", "-w", school)
    assert "warning: 2199-09-02 is still to come" in result.stderr


def test_a_profile_with_faults_is_left_alone(school: Path) -> None:
    edit(school / f"partners/{COMPANY}.yaml", "phase: lopend", "phase: bezig")
    result = handslag("log", COMPANY, "Gebeld", "-w", school)
    assert (result.exit_code, "'bezig' is not one of the choices" in result.stderr) == (1, True)
