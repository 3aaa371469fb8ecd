"""Kinds that are made for an occasion, as a user asks for them: by name, all at once, and a kind of the school's own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.user import COMPANY, ROOT, edit, handslag, listed

CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
ABOUT = """
name: {nl: Felicitatie, en: Congratulation}
what: {nl: Een kaart}
version: '1.0.0'
date: 2026-11-24
code: FE
layout: letter
languages: [nl, en]
partners: [company]
needs: [relationship]
occasions: {from: documents.thank_you, named: moment, day: date, without: no moment to congratulate}
requires:
  - {that: partner.people, say: nobody of the partner is known, hint: add people}
rules:
  - {that: occasion.present, path: '{occasion}.present', severity: warning, say: nothing goes with it, hint: think of something}
  - {each: partner.people, that: it.phone, shown: it.surname, path: 'partner.people.{}.phone', say: '{} has no phone'}
passages: {title: {words: [1, 3]}, wish: {words: [1, 20], characters: 30, never_over: 40}}
avoid: [{words: {nl: [gefelicit*]}, why: is worn, instead: say what for, passages: [wish]}]
"""
TEXT = """
# Van harte

::: passage wish
Gefeliciteerd, {{ addressee.people | map('full_name') | conjunction }}, met {{ occasion.result }}!
:::
"""


@pytest.fixture
def cards(school: Path) -> Path:
    """The sample school with a kind of its own."""
    folder = school / "texts/card"
    folder.mkdir(parents=True)
    (folder / "about.yaml").write_text(ABOUT, encoding="utf-8")
    (folder / "text.nl.md").write_text(TEXT, encoding="utf-8")
    (folder / "text.en.md").write_text(TEXT.replace("Van harte", "Congratulations"), encoding="utf-8")
    return school


def test_the_kind_that_contributing_shows_is_a_whole_kind(school: Path) -> None:
    about, text = re.findall(r"^```(?:yaml|markdown)\n(.*?)^```", CONTRIBUTING, re.MULTILINE | re.DOTALL)
    assert len((about + text).splitlines()) == 10
    folder = school / "texts/visit-report"
    folder.mkdir(parents=True)
    (folder / "about.yaml").write_text(about, encoding="utf-8")
    (folder / "text.nl.md").write_text(text, encoding="utf-8")
    result = handslag("draft", "visit-report", COMPANY, "-w", school, "--format", "outline,docx,pdf")
    assert result.exit_code == 0, result.stderr
    outline = (school / "made" / f"bezoekverslag-{COMPANY}-concept.outline.txt").read_text("utf-8")
    assert "•  11~mei 2027: Afspraken hybride docent" in outline


def test_a_broken_kind_is_in_nobody_elses_way(cards: Path) -> None:
    (cards / "texts/half").mkdir()
    (cards / "texts/half/about.yaml").write_text("name: Half\n", encoding="utf-8")
    assert handslag("draft", "card", COMPANY, "-w", cards, "--format", "outline").exit_code == 0
    for words in (["draft", "half", COMPANY], ["draft", "all", COMPANY, "--format", "outline"], ["kinds"]):
        result = handslag(*words, "-w", cards)
        assert result.exit_code == 1
        assert "half/about.yaml:1: version: version is missing" in result.stderr


def made(result: str) -> list[str]:
    """The names of the files that a command says it made."""
    return [Path(line).name for line in result.splitlines() if line.startswith("/")]


def test_one_document_for_every_occasion_in_the_profile(cards: Path) -> None:
    result = handslag("draft", "card", COMPANY, "-w", cards, "--format", "outline")
    assert result.exit_code == 0, result.stderr
    assert made(result.stdout) == [
        "felicitatie-na-gastles-van-t-veld-en-zonen-concept.outline.txt",
        "felicitatie-na-stage-van-t-veld-en-zonen-concept.outline.txt",
        "felicitatie-einde-kalenderjaar-van-t-veld-en-zonen-concept.outline.txt",
    ]


def test_an_occasion_by_its_name_has_its_own_day_and_reference(cards: Path) -> None:
    words: list[str | Path] = ["draft", "card", COMPANY, "-w", cards, "--format", "outline", "--occasion", "na_stage"]
    (document,) = listed(handslag(*words, "--json"))["documents"]
    assert (document["occasion"], document["reference"]) == ("na_stage", "DV-2028-0001")
    assert "Gefeliciteerd, Kâmil Yıldız, met twaalf leerlingen" in Path(document["path"]).read_text("utf-8")
    english = listed(handslag(*words, "--lang", "en", "--json"))["documents"][0]
    assert english["reference"] == "DV-2028-0002"
    assert english["path"].endswith("congratulation-na-stage-van-t-veld-en-zonen-draft.outline.txt")


def test_an_occasion_that_the_profile_does_not_have_gives_a_draft_with_blanks(cards: Path) -> None:
    result = handslag("draft", "card", COMPANY, "-w", cards, "--format", "outline", "--occasion", "jubileum", "--json")
    (document,) = listed(result)["documents"]
    assert document["reference"].endswith("-0001")
    assert document["blanks"] == [{"label": "Resultaat", "path": "documents.thank_you.result"}]


def test_twins_get_a_number(cards: Path) -> None:
    edit(cards / f"partners/{COMPANY}.yaml", "moment: na_gastles", "moment: na_stage")
    result = handslag("draft", "card", COMPANY, "-w", cards, "--format", "outline", "--occasion", "na_stage")
    assert made(result.stdout) == [
        "felicitatie-na-stage-1-van-t-veld-en-zonen-concept.outline.txt",
        "felicitatie-na-stage-2-van-t-veld-en-zonen-concept.outline.txt",
    ]


@pytest.mark.parametrize(
    ("words", "problem", "hint"),
    [
        (["card", COMPANY, "--occasion", "na_staeg"], "card has no occasion 'na_staeg'", "did you mean 'na_stage'?"),
        (["cooperation-agreement", COMPANY, "--occasion", "x"], "has no occasions to choose from", "leave --occasion out"),
        (["all", COMPANY, "--occasion", "na_stage"], "--occasion is for one kind", "name the kind"),
        (["card", COMPANY, "--annexes"], "card has no annexes", "leave --annexes out"),
    ],
)
def test_what_cannot_be_asked_is_said(cards: Path, words: list[str], problem: str, hint: str) -> None:
    result = handslag("draft", *words, "-w", cards)
    assert result.exit_code == 2
    assert problem in result.stderr
    assert hint in result.stderr
    assert not (cards / "made").exists()


def test_a_partner_without_an_occasion_is_told_how_to_get_one(cards: Path) -> None:
    (cards / "partners/klein.yaml").write_text(
        "schema: handslag/partnerprofiel/1\nid: klein\nrelationship: {}\n"
        "partner: {kind: company, legal_name: Klein B.V., people: [{id: a, surname: Aa}]}\n",
        encoding="utf-8",
    )
    result = handslag("draft", "card", "klein", "-w", cards)
    assert result.exit_code == 1
    assert "partners/klein.yaml: documents.thank_you: card for klein: no moment to congratulate" in result.stderr
    assert "--occasion na_gastles|na_bezoek" in result.stderr


def test_a_partner_that_cannot_have_it_is_told_why(cards: Path) -> None:
    result = handslag("draft", "card", "roc-noorderlee", "-w", cards)
    assert result.exit_code == 1
    assert "card for roc-noorderlee: this kind of document is not for a mbo_college" in result.stderr
    assert "it is for: company" in result.stderr


def test_a_language_without_a_text_is_said(cards: Path) -> None:
    edit(cards / "texts/card/about.yaml", "languages: [nl, en]", "languages: [nl]")
    result = handslag("draft", "card", COMPANY, "-w", cards, "--lang", "en")
    assert result.exit_code == 1
    assert "card for van-t-veld-en-zonen: there is no text in 'en'" in result.stderr


def test_rules_lengths_and_words_are_told_with_the_draft_and_bar_the_final(cards: Path) -> None:
    words: list[str | Path] = ["draft", "card", COMPANY, "-w", cards, "--format", "outline", "--occasion", "na_gastles"]
    edit(cards / f"partners/{COMPANY}.yaml", '      phone: "+31612345681"\n', "")
    told = listed(handslag(*words, "--json"))
    assert told["documents"][0]["lengths"] == {
        "title": {"words": 2, "characters": 9},
        "wish": {"words": 11, "characters": 89},
    }
    faults = {(fault["severity"], fault["path"], fault["problem"]) for fault in told["faults"]}
    assert faults >= {
        ("warning", "documents.thank_you.0.present", "nothing goes with it"),
        ("error", "partner.people.1.phone", "Vries has no phone"),
        ("warning", "", "the wish has 89 characters; 30 is the most"),
        ("warning", "", "the wish says 'gefeliciteerd': it is worn"),
    }
    final = handslag(*words, "--final")
    assert final.exit_code == 1
    assert "partner.people.1.phone: Vries has no phone" in final.stderr


def test_everything_that_the_profile_has_data_for_and_what_was_left_out(cards: Path) -> None:
    result = handslag("draft", "all", "roc-noorderlee", "-w", cards, "--format", "outline")
    assert result.exit_code == 0, result.stderr
    assert "samenwerkingsovereenkomst-roc-noorderlee-concept.outline.txt" in made(result.stdout)
    assert "left out: card for roc-noorderlee: this kind of document is not for a mbo_college" in result.stderr


def test_own_kinds_are_listed_where_the_workspace_is(cards: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "card  Felicitatie (text 1.0.0" in handslag("kinds", "-w", cards).stdout
    monkeypatch.chdir(cards / "partners")
    told = handslag("kinds").stdout
    assert "  Een kaart\n" in told
    assert "  needs:     relationship\n" in told
    assert "  occasions: documents.thank_you, or one by name: na_gastles, na_bezoek" in told
    monkeypatch.chdir(cards.parent)
    assert "card" not in handslag("kinds").stdout


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("from: documents.thank_you", "from: documents.thanks", "card/about.yaml: there is no field 'thanks' there"),
        ("that: occasion.present", "that: occasion.prezent", "card/about.yaml: there is no field 'prezent' there"),
        ("that: partner.people,", "that: 'partner.people |',", "card/about.yaml"),
        ("needs: [relationship]", "needs: [relation]", "there is nothing called 'relation'"),
        ("severity: warning", "severity: grave", "rules.0.severity: 'grave' is not one of the choices"),
        ("layout: letter", "layuot: letter", "layuot: unknown field 'layuot'"),
    ],
)
def test_a_mistake_in_about_yaml_is_told_with_its_file(cards: Path, old: str, new: str, told: str) -> None:
    edit(cards / "texts/card/about.yaml", old, new)
    result = handslag("draft", "card", COMPANY, "-w", cards, "--format", "outline")
    assert result.exit_code == 1
    assert told in result.stderr
    assert "Traceback" not in result.output


def test_what_is_wrong_with_the_agreement_is_no_reason_not_to_send_a_letter(cards: Path) -> None:
    file = cards / f"partners/{COMPANY}.yaml"
    edit(file, "  shared_ambition: ", "  # shared_ambition: ")
    edit(cards / "texts/card/about.yaml", "that: it.phone", "that: it.surname")
    letter: list[str | Path] = ["draft", "card", COMPANY, "-w", cards, "--format", "outline", "--occasion", "na_stage"]
    assert "shared ambition" not in handslag(*letter).stderr
    assert handslag(*letter, "--final").exit_code == 0
    agreement = handslag("draft", "cooperation-agreement", COMPANY, "-w", cards, "--format", "outline", "--final")
    assert agreement.exit_code == 1
    assert "cooperation.shared_ambition: the shared ambition is missing" in agreement.stderr
    edit(cards / "texts/card/about.yaml", "layout: letter", "layout: letter\nsigned: true")
    assert handslag(*letter, "--final").exit_code == 1
