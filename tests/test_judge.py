"""Judging an order by its kind: an about.yaml of a few lines, a text, a profile, and what is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.desk import compose
from generator.errors import BadInput, BadText, Fault, Severity
from generator.judge import cannot_make, concerning, file_of, finished, judged, lengths_of
from generator.kinds import kind_named
from generator.occasions import Occasion
from generator.order import Order
from tests.texts.letters import SASKIA, WIM, profile, school

HEAD = "name: {nl: Kaart, en: Card}\nversion: '1.0.0'\ndate: 2026-11-24\ncode: KA\nlayout: letter\n"
TEXT = "# Kop\n\n::: passage wens\nVeel plezier.\n:::\n"
THANKS = {"thank_you": [{"moment": "na_stage", "to": "wim"}, {"moment": "jubileum", "to": "wim"}]}
Made = Callable[..., Order]


@pytest.fixture
def order(tmp_path: Path) -> Made:
    """Makes an order for the bakery, of a kind whose about.yaml has these lines and which has this text."""

    def make(about: str = "", text: str = TEXT, language: str = "nl", **sections: Any) -> Order:
        folder = tmp_path / "card"
        folder.mkdir(exist_ok=True)
        (folder / "about.yaml").write_text(HEAD + about, encoding="utf-8")
        for code in ("nl", "en"):
            (folder / f"text.{code}.md").write_text(text, encoding="utf-8")
        kind = kind_named("card", (tmp_path,))
        return Order(
            kind, school(), profile((WIM, SASKIA), **sections), language, date(2027, 6, 1), False, (tmp_path,), tmp_path
        )

    return make


def told(order: Order) -> list[str]:
    """What is told of the document: ``warning the wens has 2 words; …``."""
    return [f"{fault.severity} {fault.problem}" for fault in judged(order, compose(order))]


# --- before it is made -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("about", "language", "problem", "hint"),
    [
        (
            "partners: [municipality]",
            "nl",
            "card for kruim: this kind of document is not for a company",
            "it is for: municipality",
        ),
        ("languages: [nl]", "en", "card for kruim: there is no text in 'en'", "choose from: nl"),
        ("needs: [documents.intent]", "nl", "card for kruim: the profile has no section 'documents.intent'", "add 'documents"),
        (
            "requires: [{that: partner.website, say: it has no website, hint: make one}]",
            "nl",
            "card for kruim: it has no website",
            "make one",
        ),
    ],
)
def test_what_cannot_be_made_says_why_and_what_to_do(order: Made, about: str, language: str, problem: str, hint: str) -> None:
    (fault,) = cannot_make(order(about, language=language))
    assert fault.problem == problem
    assert fault.hint.startswith(hint)


def test_an_empty_section_is_there_and_an_empty_list_is_not(order: Made) -> None:
    assert not cannot_make(order("needs: [cooperation, partner.people]", cooperation={}))
    assert len(cannot_make(order("needs: [cooperation.goals, documents.thank_you]", cooperation={}, documents={}))) == 2


def test_a_language_without_a_text_is_all_that_is_told_of_it(order: Made) -> None:
    (fault,) = cannot_make(order("languages: [nl]\nneeds: [finance]", language="en"))
    assert "no text in 'en'" in fault.problem


# --- rules -------------------------------------------------------------------------------------------------------------------


def test_a_rule_that_holds_says_nothing(order: Made) -> None:
    assert told(order("rules: [{that: partner.people, say: nobody}]")) == []


def test_a_rule_is_asked_for_each_and_names_it_and_its_field(order: Made) -> None:
    about = (
        "rules:\n  - {each: partner.people, that: it.phone, shown: it | full_name, say: '{} has no phone',"
        " hint: ask, path: 'partner.people.{}.phone', severity: hint}\n"
    )
    made = order(about)
    assert judged(made, compose(made)) == (
        Fault("Wim van ’t Veld has no phone", path="partner.people.0.phone", hint="ask", severity=Severity.HINT),
        Fault("Saskia de Vries has no phone", path="partner.people.1.phone", hint="ask", severity=Severity.HINT),
    )


def test_a_rule_about_an_occasion_says_which(order: Made) -> None:
    made = order(
        "occasions: {from: documents.thank_you, named: moment}\n"
        "rules: [{that: occasion.present, say: nothing goes with it, path: '{occasion}.present'}]",
        documents=THANKS,
    )
    record = made.partner.documents.thank_you[1] if made.partner.documents else None
    second = replace(made, occasion=Occasion(record, "jubileum", 2, "documents.thank_you.1"))
    (fault,) = judged(second, compose(second))
    assert (fault.path, fault.severity, fault.file) == ("documents.thank_you.1.present", Severity.ERROR, "")


def test_a_rule_about_the_school_is_about_its_own_file(order: Made) -> None:
    made = order("rules: [{that: school.name == 'X', say: another name, path: school.name}]")
    assert [fault.file for fault in judged(made, compose(made))] == ["school.yaml"]
    assert file_of("people.0.phone", "partners/kruim.yaml") == "school.yaml"
    assert file_of("partner.people.0.phone", "partners/kruim.yaml") == "partners/kruim.yaml"


@pytest.mark.parametrize("that", ["partner.peple", "partner.people |", "1 + partner.people"])
def test_a_rule_that_is_wrong_is_a_fault_of_the_kind(order: Made, that: str) -> None:
    with pytest.raises(BadText, match=r"card/about\.yaml"):
        told(order(f"rules: [{{that: '{that}', say: x}}]"))


# --- passages ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "problems"),
    [
        ("words: [1, 2]", []),
        ("words: [3, 9]", ["warning the wens has 2 words; 3 to 9 is right"]),
        ("words: [0, 1]", ["warning the wens has 2 words; at most 1 is right"]),
        ("words: [0, 1], never_over: 2", ["warning the wens has 2 words; at most 1 is right"]),
        ("words: [0, 1], never_over: 1", ["error the wens has 2 words; more than 1 cannot be final"]),
        ("never_over: 1", ["error the wens has 2 words; more than 1 cannot be final"]),
        ("characters: 13", []),
        ("characters: 12", ["warning the wens has 13 characters; 12 is the most"]),
        ("capitals: false", []),
    ],
)
def test_the_length_of_a_passage(order: Made, wanted: str, problems: list[str]) -> None:
    assert told(order(f"passages: {{wens: {{{wanted}}}}}")) == problems


@pytest.mark.parametrize(
    ("words", "hint"),
    [("[3, 9]", "say more"), ("[0, 1]", "shorten it"), ("[0, 1], never_over: 1", "shorten it to at most 1")],
)
def test_the_hint_says_which_way(order: Made, words: str, hint: str) -> None:
    made = order(f"passages: {{wens: {{words: {words}}}}}")
    assert [fault.hint for fault in judged(made, compose(made))] == [hint]


def test_a_passage_that_is_not_there_or_still_blank_has_no_length(order: Made) -> None:
    passages = "passages: {title: {words: [3, 9]}, wens: {words: [3, 9]}, lead: {words: [3, 9]}}"
    blank = "# [kop](blank:x)\n\n::: passage wens\n[wens](blank:y)\n:::\n"
    assert told(order(passages, text=blank)) == []


def test_words_in_capitals_are_told_where_they_may_not_be(order: Made) -> None:
    text = "# ROC en D&P: „KOM!” B.V. in A4 van de IJsclub, vmbo’ers in ’s-Heerenvoorde (ROC)\n"
    assert told(order("passages: {title: {capitals: false}}", text=text)) == [
        f"warning the title says '{word}', in capitals" for word in ("ROC", "D&P", "„KOM", "B.V.")
    ]


def test_a_fault_in_a_passage_names_the_field_that_it_is_written_in(order: Made) -> None:
    made = order(
        "passages: {wens: {words: [3, 9], path: '{occasion}.result'}}\n"
        "avoid: [{words: {nl: [plezier]}, why: is worn, passages: [wens]}]\n"
        "occasions: {from: documents.thank_you, named: moment}",
        documents=THANKS,
    )
    first = replace(made, occasion=Occasion(None, "na_stage", 1, "documents.thank_you.0"))
    assert [fault.path for fault in judged(first, compose(first))] == ["documents.thank_you.0.result"] * 2


def test_lengths_are_told_of_the_passages_that_are_looked_at(order: Made) -> None:
    made = order("passages: {title: {}, wens: {}, lead: {}}")
    assert lengths_of(made.kind.about, compose(made)) == {
        "title": {"words": 1, "characters": 3},
        "wens": {"words": 2, "characters": 13},
        "lead": {"words": 0, "characters": 0},
    }


# --- words -------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("phrase", "line", "found"),
    [
        ("vrij", "Wij zijn vrij op vrijdag. Vrij!", ["vrij"]),
        ("uniek*", "Een unieke kans, uniek, en geen communieke", ["unieke", "uniek"]),
        ("verplicht* zich", "Wie verplicht is, verplicht\nzich", ["verplicht zich"]),
        ("verplicht* zich", "Wie verplicht\\\nzich", []),
        ("o.a.", "Brood, o.a. wit (o.a.)", ["o.a."]),
        ("o.a.", "Brood van oxax", []),
        ("beste", 'Dat is ‘de beste’, “beste” of "beste"', []),
        ("beste", "‘Zo’n les is de beste’, en het beste brood", ["beste"]),
        ("beste", "In ’s-Hertogenbosch het beste brood van ’t dorp", ["beste"]),
    ],
)
def test_words_to_avoid_are_found_whole_in_any_case_and_not_in_quotes(
    order: Made, phrase: str, line: str, found: list[str]
) -> None:
    made = order(f"avoid: [{{words: {{nl: ['{phrase}']}}, why: is worn}}]", text=f"# Kop\n\n{line}\n")
    assert told(made) == [f"warning the text says '{word}': it is worn" for word in found]


def test_words_are_looked_for_where_the_kind_says_in_the_language_of_the_document(order: Made) -> None:
    about = (
        "avoid: [{words: {nl: [plezier], en: [fun]}, why: is worn, instead: say what for, passages: [wens, title],"
        " severity: error}]\n"
    )
    text = "# Plezier\n\n::: passage wens\nPlezier, plezier, fun\n:::\n\nMeer plezier\n"
    assert told(order(about, text=text)) == [
        "error the wens says 'plezier': it is worn",
        "error the title says 'plezier': it is worn",
    ]
    english = order(about, text=text, language="en")
    assert [fault.problem for fault in judged(english, compose(english))] == ["the wens says 'fun': it is worn"]
    assert [fault.hint for fault in judged(english, compose(english))] == ["say what for"]


def test_a_language_without_words_to_avoid_avoids_none(order: Made) -> None:
    assert told(order("avoid: [{words: {nl: [plezier]}, why: is worn}]", language="en")) == []


# --- the final document, and whose business a fault is -----------------------------------------------------------------------


LIGHT = (Fault("so so", severity=Severity.WARNING), Fault("a thought", severity=Severity.HINT))


def test_a_final_document_is_refused_with_every_blank_and_every_error(order: Made) -> None:
    made = order(text="# Kop\n\n[naam](blank:partner.people) [telefoon](blank:people.0.phone)\n")
    with pytest.raises(BadInput) as refused:
        finished(compose(made), "partners/kruim.yaml", (*LIGHT, Fault("wrong")))
    assert [str(fault) for fault in refused.value.faults] == [
        "wrong",
        "partners/kruim.yaml: partner.people: 'naam' is still blank",
        "school.yaml: people.0.phone: 'telefoon' is still blank",
    ]


def test_warnings_and_hints_bar_no_final_document(order: Made) -> None:
    finished(compose(order()), "partners/kruim.yaml", LIGHT)


ABOUT_PAPERS = {"documents.thank_you.0.date", "documents.thank_you.1.date", "documents.thank_you"}
EVERYTHING = ABOUT_PAPERS | {"documents.press_release.quotes.0", "partner.ids.kvk", "cooperation.goals", ""}


@pytest.mark.parametrize(
    ("about", "occasion", "own"),
    [
        (
            "occasions: {from: documents.thank_you, named: moment}",
            "documents.thank_you.0",
            ABOUT_PAPERS - {"documents.thank_you.1.date"},
        ),
        ("needs: [documents.press_release]", "", {"documents.press_release.quotes.0"}),
        (
            "needs: [documents.press_release]\nsigned: true",
            "",
            {"documents.press_release.quotes.0", "partner.ids.kvk", "cooperation.goals", ""},
        ),
        ("", "", set()),
    ],
)
def test_a_fault_of_the_profile_is_told_with_the_document_that_it_is_about(
    order: Made, about: str, occasion: str, own: set[str]
) -> None:
    made = replace(order(about), occasion=Occasion(path=occasion))
    found = concerning(made, [Fault("wrong", path=path) for path in sorted(EVERYTHING)])
    assert {fault.path for fault in found} == own
