"""``text check``: everything that is wrong with the texts, at once, with file and line, whoever the partners are."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from generator.own.listing import Listed, listed
from generator.own.markdown import written_faults
from generator.workspace import Workspace
from tests.cli.user import COMPANY, EXAMPLES, edit, handslag, many_partners

pytestmark = pytest.mark.slow

PARKING = "---\nafter: contacts\n---\n## Parkeren\n\n1. Bezoekers parkeren op het terrein.\n"


def put(school: Path, name: str, text: str) -> None:
    """A text in the workspace."""
    file = school / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def exported(school: Path, *words: str) -> None:
    """A copy of ours."""
    assert handslag("text", "export", *words, "-w", school).exit_code == 0


def told(school: Path, *words: str, exit_code: int = 1) -> str:
    """What a check prints."""
    result = handslag("text", "check", "-w", school, *words)
    assert result.exit_code == exit_code, result.output
    return result.stdout


def test_our_own_texts_have_nothing_wrong_and_nothing_is_written(school: Path) -> None:
    before = sorted(path.relative_to(school) for path in school.rglob("*"))
    found = told(school, exit_code=0)
    assert found.count("\n") == 1
    assert "for 3 partners: 0 errors, 0 warnings" in found
    assert sorted(path.relative_to(school) for path in school.rglob("*")) == before


def test_every_mistake_is_told_at_once_each_at_its_line(school: Path) -> None:
    put(school, "clauses/parking.nl.md", f"{PARKING}\n1. {{{{ the_scool }}}} en {{{{ partner.legal_nam }}}}.\n")
    put(school, "clauses/bikes.nl.md", "---\nafter: contact\n---\n## Fietsen\n\n1. {{ 'x' | mony }}\n")
    put(school, "clauses/keys.nl.md", "---\nafter: contacts\n---\n## Sleutels\n\n1. {% if %}\n")
    exported(school, "thank-you-letter/na_stage", "--lang", "nl")
    edit(school / "texts/thank-you-letter/na_stage.nl.md", "Ook de leerlingen", "<hr>\nOok de leerlingen")
    found = told(school, COMPANY)
    for line in (
        "error: clauses/parking.nl.md:8: there is nothing called 'the_scool'\n  hint: did you mean 'the_school'?\n",
        "error: clauses/parking.nl.md:8: there is no field 'legal_nam' in 'partner'\n  hint: did you mean 'legal_name'?\n",
        "error: clauses/bikes.nl.md: after: there is no article 'contact'",
        "error: clauses/bikes.nl.md:6: there is no filter 'mony'\n  hint: did you mean 'money'?\n",
        "error: clauses/keys.nl.md:6: ",
    ):
        assert line in found
    assert ": a document may not contain HTML: '<hr>'" in found
    assert "error: texts/thank-you-letter/na_stage.nl.md:" in found


def test_a_branch_that_no_partner_comes_to_is_read_too(school: Path) -> None:
    put(
        school,
        "clauses/parking.nl.md",
        f"{PARKING}\n{{% if partner.kind == 'x' %}}\n1. {{{{ finance.lnes }}}}\n{{% endif %}}\n",
    )
    assert "error: clauses/parking.nl.md:9: there is no field 'lnes' in 'finance'\n  hint: did you mean 'lines'?" in told(
        school
    )


def test_a_mistake_that_only_a_partner_shows_names_the_partner(school: Path) -> None:
    put(
        school, "clauses/parking.nl.md", f"{PARKING}\n{{% if partner.kind == 'company' %}}\n1. {{{{ 1 / 0 }}}}\n{{% endif %}}\n"
    )
    put(school, "clauses/parking.en.md", PARKING)
    assert f"error: clauses/parking.nl.md:9: division by zero, for {COMPANY}\n" in told(school, COMPANY)
    assert "0 errors" in told(school, "roc-noorderlee", exit_code=0)


def test_what_can_stay_blank_is_told_when_it_is_asked_for(school: Path) -> None:
    edit(school / f"partners/{COMPANY}.yaml", "  shared_ambition:", "  # shared_ambition:")
    assert "places can stay blank (--blanks shows them)" in told(school, COMPANY, exit_code=0)
    blanks = told(school, COMPANY, "--blanks", exit_code=0)
    place = "hint: clauses/purpose.nl.md:5: cooperation.shared_ambition"
    assert f"{place}: 'Gezamenlijke ambitie' stays blank, for {COMPANY}" in blanks


def test_references_and_values_are_held_against_what_there_is(school: Path) -> None:
    lines = {
        "1. Zie [](#finanse).": "a reference goes to 'finanse', which no text has\n  hint: did you mean 'finance'?",
        "1. {% include 'clauses/_wrds.nl.md' %}": "there is no text 'clauses/_wrds.nl.md'\n  hint: did you mean 'clauses/_word",
        "1. {% include 'clauses/parking.nl.md' %}": "'clauses/parking.nl.md' uses this text in turn",
        "1. {{ cooperation.start }}": "a date needs a filter: '| date'",
        "1. {{ activities.activity }}": "'activity' stands in each item of a list, not in the list",
    }
    put(school, "clauses/parking.nl.md", f"{PARKING}\n{chr(10).join(lines)}\n")
    found = told(school, COMPANY)
    for number, problem in enumerate(lines.values(), 8):
        assert f"error: clauses/parking.nl.md:{number}: {problem}" in found


def test_texts_that_use_each_other_are_told(school: Path) -> None:
    put(school, "clauses/parking.nl.md", f"{PARKING}\n{{% include 'clauses/_a.nl.md' %}}\n")
    put(school, "clauses/_a.nl.md", "a\n{% include 'clauses/_b.nl.md' %}\n")
    put(school, "clauses/_b.nl.md", "b\n\n{% include 'clauses/_a.nl.md' %}\n")
    found = told(school, COMPANY)
    assert "error: clauses/_a.nl.md:2: 'clauses/_b.nl.md' uses this text in turn" in found
    assert "error: clauses/_b.nl.md:3: 'clauses/_a.nl.md' uses this text in turn" in found


def test_a_text_that_nothing_uses_is_warned_of(school: Path) -> None:
    put(school, "texts/thank-you-letter/na_staage.nl.md", "Bedankt.\n")
    put(school, "texts/notes.md", "Aantekeningen.\n")
    found = told(school, COMPANY)
    assert "warning: texts/thank-you-letter/na_staage.nl.md: no document uses this text" in found
    assert "error: texts/notes.md: the name of a text is one word and its language\n  hint: call it notes.nl.md or" in found


def test_languages_that_say_something_else_are_warned_of(school: Path) -> None:
    exported(school, "clause/contacts")
    file = school / "clauses/contacts.nl.md"
    file.write_text(file.read_text("utf-8") + "\n1. {{ the_school | start }} belt.\n", encoding="utf-8")
    assert "warning: clauses/contacts.nl.md:" in told(school, exit_code=0)
    file.unlink()
    edit(school / "clauses/contacts.en.md", "## Contact persons", "## Who calls whom")
    assert "warning: clauses/contacts.nl.md: the text in 'en' is your own, and this one is not" in told(school, exit_code=0)


def test_a_broken_kind_and_a_text_of_another_encoding_are_told_and_the_rest_is_tried(school: Path) -> None:
    put(school, "texts/card/about.yaml", "name: Card\n")
    put(school, "clauses/parking.nl.md", f"{PARKING}\n1. {{{{ the_scool }}}}\n")
    (school / "clauses/bikes.nl.md").write_bytes(b"## Fietsen\n\n1. caf\xe9\n")
    found = told(school, COMPANY)
    assert "error: texts/card/about.yaml:1: version: version is missing" in found
    assert "error: clauses/bikes.nl.md:3: is not a text in UTF-8\n  hint: save it as text in UTF-8" in found
    assert "error: clauses/parking.nl.md:8: there is nothing called 'the_scool'" in found


def test_programs_are_told_the_same(school: Path) -> None:
    put(school, "clauses/parking.nl.md", f"{PARKING}\n1. {{{{ the_scool }}}}\n")
    found = json.loads(told(school, "--json"))
    assert found["checked"]["partners"] == found["checked"]["tried"] == 3
    fault = next(fault for fault in found["faults"] if fault["line"])
    assert (fault["file"], fault["line"], fault["severity"]) == ("clauses/parking.nl.md", 8, "error")
    assert fault["hint"] == "did you mean 'the_school'?"


def test_of_partners_that_are_alike_one_is_tried(tmp_path: Path) -> None:
    school = many_partners(tmp_path, 100)
    assert " for 3 partners of 103, the others are filled in like them: 0 errors" in told(school, exit_code=0)


def test_where_there_are_no_partners_yet_the_sample_partners_are_tried(school: Path) -> None:
    shutil.rmtree(school / "partners")
    assert " for 3 partners: 0 errors" in told(school, exit_code=0)
    result = handslag("text", "check", "nobody", "-w", school)
    assert result.exit_code == 2


def test_what_is_wrong_in_one_text_hides_nothing_else_in_it_or_in_others(school: Path) -> None:
    lines = {
        "1. {{ the_school }": "a bracket, or the tag itself, is not closed, in {{ the_school }",
        "1. {{ the_scool }}": "there is nothing called 'the_scool'",
        "1. ![plaatje](foto.png)": "a document may not contain an image",
        "1. <b>vet</b>": "a document may not contain HTML",
        "> Citaat": "a document may not contain a quotation (>)",
        "#### Te diep": "a heading of level 4 (####) stands under one of level 2\n  hint: begin it with ###",
        "{% if placements %}": "something is begun and not ended, in {% if placements %}",
    }
    put(school, "clauses/parking.nl.md", f"{PARKING}\n{(chr(10) * 2).join(lines)}\n")
    put(school, "clauses/bikes.nl.md", "---\nafter: contact\n---\n1. Fietsen.\n")
    put(school, "clauses/Mijn sleutels.nl.md", PARKING)
    found = told(school, COMPANY)
    for number, problem in enumerate(lines.values()):
        assert found.count(f"error: clauses/parking.nl.md:{8 + 2 * number}: {problem}") == 1
    assert "error: clauses/bikes.nl.md: after: there is no article 'contact'" in found
    assert "error: clauses/bikes.nl.md: an article has a heading of its own: ## Parkeren" in found
    assert found.count("the name of a text is one word and its language") == 1
    assert "hint: call it mijn-sleutels.nl.md or mijn-sleutels.en.md" in found
    assert "no document uses this text" not in found


def test_a_text_that_cannot_be_read_is_there_all_the_same(school: Path) -> None:
    put(school, "texts/thank-you-letter/na_stage.nl.md", "{{ greeting() }\n")
    assert "there is no text 'thank-you-letter/na_stage.nl.md'" not in told(school, COMPANY)


def test_a_kind_with_a_layout_that_is_not_there_is_told(school: Path) -> None:
    about = "name: {nl: Kaart}\nversion: '1.0.0'\ndate: 2026-11-24\ncode: KA\nlayout: brief\nlanguages: [nl]\n"
    put(school, "texts/card/about.yaml", about)
    put(school, "texts/card/text.nl.md", "# Kaart\n")
    said = "texts/card/about.yaml: layout: there is no layout 'brief'\n  hint: choose from: agreement, letter, press-release"
    assert f"error: {said}" in told(school, COMPANY)


def test_a_heading_at_the_wrong_level_is_told_with_its_line_where_it_is_made_too(school: Path) -> None:
    exported(school, "thank-you-letter/na_stage", "--lang", "nl")
    edit(school / "texts/thank-you-letter/na_stage.nl.md", "Ook de leerlingen", "#### Tot slot\n\nOok de leerlingen")
    result = handslag("draft", "thank-you-letter", COMPANY, "--occasion", "na_stage", "-w", school)
    assert "thank-you-letter/na_stage.nl.md:36: a heading of level 4 (####) stands under one of level 1" in result.stderr


@pytest.mark.parametrize("text", listed(Workspace(EXAMPLES)), ids=lambda text: text.name)
def test_of_our_own_texts_nothing_is_wrong_as_they_were_typed(text: Listed) -> None:
    assert list(written_faults(text.now, text.name)) == []


def test_an_article_of_a_profile_needs_english_where_english_is_asked(school: Path) -> None:
    extra = "cooperation:\n  extra_clauses: [{after: contacts, title: Sleutels, text: [De sleutel gaat terug.]}]\n"
    edit(school / f"partners/{COMPANY}.yaml", "cooperation:\n", extra)
    said = "cooperation.extra_clauses.0.en: the article 'Sleutels' is not there in English"
    assert f"warning: partners/{COMPANY}.yaml: {said}" in told(school, COMPANY, exit_code=0)
