"""The evaluation form: who gets one, what it asks, and that it can be filled in, in PDF and in Word."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from generator.bind import bound
from generator.blocks import Document, Part, Table
from generator.desk import compose, write
from generator.errors import WrongUsage
from generator.judge import cannot_make
from generator.kinds import kind_named
from generator.occasions import names_of, occasions
from generator.profile import Profile
from generator.profile.occasions import Respondent
from generator.tree import blanks, walk
from tests.agreements.drafts import SLIP, lines_of, slips
from tests.texts.forms import TO_THE_READER, choices, chosen, controls, entries, fields, filled, shape, ticks
from tests.texts.letters import FAMILIAR, FORMAL, ROOTS, document, order, profile, read

KIND = "evaluation-form"
GOALS: list[dict[str, Any]] = [
    {"id": "G2", "horizon": "lang", "text": "vier leerbanen", "due": "2030-07-31"},
    {"id": "G1", "horizon": "kort", "text": "12 stages", "measure": "aantal stages", "target": 12, "due": "2028-03-24"},
    {"id": "G3", "horizon": "kort", "text": "geen ongevallen", "target": 0},
]
VISIT = {"id": "ACT1", "type": "bedrijfsbezoek", "name": "Bezoek aan de bakkerij"}
PLACEMENT = {"id": "ACT2", "type": "lintstage", "name": "Stage in de winkel"}
MEETING = {"id": "ACT3", "type": "netwerkbijeenkomst"}
GROUPS = list(Respondent)
WORD_LIMIT = 64
"""Characters of a content control's title; Word refuses more, so that the rest is left out."""


def evaluated(evaluation: dict[str, Any] | None = None, **cooperation: Any) -> Profile:
    """A bakery and a school that have worked together."""
    return profile(cooperation={"activities": [VISIT]} | cooperation, documents={"evaluation": evaluation})


def block(text: str, heading: str) -> list[str]:
    """The lines below a heading of an outline."""
    return text.split(f"h2  {heading}\n")[1].split("\nh2 ")[0].splitlines()


def tables(made: Document) -> list[Table]:
    return [one for one in walk(made.blocks) if isinstance(one, Table) and one.head]


# -- for whom -----------------------------------------------------------------------------------------------------------------


def names(partner: Profile, *wanted: str) -> list[str]:
    base = order(KIND, partner)
    return [str(one.name) for one in occasions(base.kind, wanted, base.ask)]


def test_there_is_one_for_each_group_that_the_profile_names() -> None:
    assert names(evaluated({"respondents": ["partner", "bedrijven"]})) == ["partner", "bedrijven"]
    assert order(KIND, evaluated({"respondents": ["partner", "bedrijven"]}), "bedrijven").reference == "KRUIM-EV-2"


@pytest.mark.parametrize("partner", [evaluated(), evaluated({}), profile(cooperation={})])
def test_when_it_names_none_there_is_one_for_both_sides_and_the_pupils(partner: Profile) -> None:
    assert names(partner) == ["school", "partner", "leerlingen"]


def test_any_group_can_be_asked_for() -> None:
    assert names_of(kind_named(KIND, ROOTS)) == tuple(GROUPS)
    assert names(evaluated({"respondents": ["school"]}), "ouders") == ["ouders"]
    with pytest.raises(WrongUsage, match="evaluation-form has no occasion 'docenten'"):
        names(evaluated(), "docenten")


def test_it_needs_a_cooperation_and_a_scale_that_fits_on_the_page() -> None:
    assert [fault.problem for fault in cannot_make(order(KIND, profile()))] == [
        "evaluation-form for kruim: the profile has no section 'cooperation'"
    ]
    assert [fault.problem for fault in cannot_make(order(KIND, evaluated({"scale": 11})))] == [
        "evaluation-form for kruim: the scale of an evaluation form has 2 to 10 points"
    ]
    assert [cannot_make(order(KIND, evaluated({"scale": n}))) for n in (None, 2, 10)] == [(), (), ()]


# -- what is asked of those who work together ---------------------------------------------------------------------------------


def test_the_head_says_what_is_evaluated_and_asks_who_fills_it_in() -> None:
    known = {"title": "Brood en meer", "number": "DV-1", "school_years": ["2027-2028"]}
    text = read(KIND, evaluated({"date": "2028-06-15"}, **known), "partner")
    assert text.startswith("h1  Brood en meer\n[facts]\n")
    assert re.findall(r"^    tr  (.*)$", text, re.MULTILINE) == [
        "Partijen | Stichting Voortgezet Onderwijs Noorderlee en Bakkerij Kruim B.V.",
        "Nummer | DV-1",
        "Schooljaar | 2027-2028",
        "Organisatie | Bakkerij Kruim B.V.",
        "Ingevuld door | [____ naam en functie van wie dit invult]",
        "Datum | 15 juni 2028",
    ]


def test_the_goals_are_there_with_room_for_the_result_and_a_choice() -> None:
    made = document(KIND, evaluated(goals=GOALS), "school")
    assert block(read(KIND, evaluated(goals=GOALS), "school"), "Doelen")[:4] == [
        "th  Doel | Streefwaarde | Resultaat | Bereikt | Deels | Niet",
        *(
            f"tr  {goal} | {target} | [____ resultaat van doel {n}] | "
            + " | ".join(f"[ ](doel {n}: {how})" for how in ("bereikt", "deels", "niet"))
            for n, (goal, target) in enumerate(
                [
                    ("12 stages (uiterlijk 24 maart 2028)", "12 (aantal stages)"),
                    ("Geen ongevallen", "0"),
                    ("Vier leerbanen (uiterlijk 31 juli 2030)", "–"),
                ],
                1,
            )
        ),
    ]
    assert {group: n for group, n in choices(made).items() if group.startswith("doel")} == {f"doel-{n}": 3 for n in (1, 2, 3)}


def test_without_goals_it_asks_for_them() -> None:
    assert block(read(KIND, evaluated(), "school"), "Doelen") == [
        "p   Welke doelen waren er, en wat is daarvan bereikt? / [____ doelen en resultaten, 4 lines]"
    ]


def test_every_block_of_statements_has_room_to_explain() -> None:
    text = read(KIND, evaluated(interests={"common": ["vakmensen voor de regio"]}), "school")
    headings = re.findall(r"^h2  (.*)$", text, re.MULTILINE)
    assert headings == [
        *("Doelen", "Afspraken", "Leerlingen", "Praktijk", "Opbrengst", "Zichtbaarheid", "Financiën en verdeling"),
        *("Vooruit", "Acties"),
    ]
    assert all("[____" in "\n".join(block(text, heading)) for heading in headings)
    assert "p   Het gedeelde belang bij de start: vakmensen voor de regio." in block(text, "Opbrengst")
    assert "(hoe verder: doorgaan)\u00a0doorgaan" in text.replace(" doorgaan [", "\u00a0doorgaan [")


def test_costs_are_asked_about_only_where_there_are_any() -> None:
    line = {"code": "L1", "text": "Meel", "quantity": "1", "unit": "stuk", "unit_price": "10.00", "vat": "low9"}
    paid = profile(cooperation={}, finance={"lines": [line | {"payee": "partner"}]})
    for partner, asked in ((evaluated(), False), (paid, True)):
        rows = "\n".join(block(read(KIND, partner, "partner"), "Financiën en verdeling"))
        assert ("De kosten bleven binnen de begroting" in rows) is asked
        assert "De verdeling van het werk was eerlijk" in rows


def test_pupils_are_asked_about_only_where_they_take_part() -> None:
    assert "h2  Leerlingen" not in read(KIND, evaluated(activities=[MEETING]), "school")


def test_companies_that_take_part_are_not_asked_about_goals_and_costs() -> None:
    text = read(KIND, evaluated(goals=GOALS), "bedrijven")
    assert not re.search("h2  (Doelen|Financiën)", text)
    assert "Organisatie | [____ naam van de organisatie]" in text


@pytest.mark.parametrize(
    ("scale", "head", "action"),
    [
        (None, "th  Stelling | 1 oneens | 2 | 3 | 4 eens | n.v.t.", "een 1 of een 2."),
        (2, "th  Stelling | 1 oneens | 2 eens | n.v.t.", "een 1."),
        (5, "th  Stelling | 1 oneens | 2 | 3 | 4 | 5 eens | n.v.t.", "een 1 of een 2."),
        (10, "th  Stelling | 1 oneens | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 eens | n.v.t.", "een 5 of lager."),
    ],
)
def test_a_scale_has_as_many_columns_and_its_lower_half_asks_for_action(scale: int | None, head: str, action: str) -> None:
    partner = evaluated({"scale": scale})
    text = read(KIND, partner, "school")
    assert block(text, "Afspraken")[0] == head
    assert block(text, "Acties")[0] == f"p   Spreek een actie af voor iedere stelling met {action}"
    assert f"tot {scale or 4} (helemaal eens)" in text
    assert {n for group, n in choices(document(KIND, partner, "school")).items() if group != "verder"} == {(scale or 4) + 1}


# -- what is asked of pupils and parents --------------------------------------------------------------------------------------


def test_pupils_get_five_statements_in_plain_words_and_no_question_for_a_name() -> None:
    made = document(KIND, evaluated(), "leerlingen")
    (table,) = tables(made)
    assert len(table.rows) == 5
    assert entries(made) == ["wat het leukst was", "wat beter kan"]
    text = read(KIND, evaluated(), "leerlingen")
    assert "p   Vul je naam niet in." in text
    assert max(len(line.split(" | ")[0].split()) for line in text.splitlines() if line.startswith("tr")) <= 9


@pytest.mark.parametrize(
    ("activities", "said"),
    [
        ([VISIT], "Activiteit | Bezoek aan de bakkerij"),
        (
            [VISIT, MEETING, PLACEMENT],
            "Activiteit | [ ](Bezoek aan de bakkerij) Bezoek aan de bakkerij [ ](Stage in de winkel) Stage in de winkel",
        ),
        ([], "Activiteit | [____ activiteit]"),
    ],
)
@pytest.mark.parametrize("group", ["leerlingen", "ouders"])
def test_they_say_which_activity_it_was(group: str, activities: list[dict[str, Any]], said: str) -> None:
    assert f"    tr  {said}\n" in read(KIND, evaluated(activities=activities), group)


def test_each_group_is_spoken_to_in_its_own_way() -> None:
    texts = {group: "\n".join(lines_of(read(KIND, evaluated(), group))) for group in GROUPS}
    assert [group for group, text in texts.items() if FORMAL.search(text)] == ["ouders"]
    assert [group for group, text in texts.items() if FAMILIAR.search(text)] == ["leerlingen"]
    english = {group: "\n".join(lines_of(read(KIND, evaluated(), group, "en"))) for group in GROUPS}
    assert [group for group, text in english.items() if TO_THE_READER.search(text)] == ["leerlingen", "ouders"]


# -- language -----------------------------------------------------------------------------------------------------------------

WAYS: dict[str, Profile] = {
    "much": evaluated(
        {"scale": 5, "date": "2028-06-15"},
        goals=GOALS,
        title="Brood en meer",
        number="DV-1",
        school_years=["2027-2028", "2028-2029"],
        activities=[VISIT, PLACEMENT],
        interests={"common": ["vakmensen"]},
    ),
    "hardly anything": profile(cooperation={}),
    "several parties": profile(
        cooperation={},
        third_parties=[{"id": "club", "kind": "association", "legal_name": "Vereniging Club", "short_name": "de Club"}],
    ),
}


@pytest.mark.parametrize("partner", WAYS.values(), ids=WAYS)
@pytest.mark.parametrize("group", GROUPS)
def test_it_reads_well_and_says_the_same_in_both_languages(partner: Profile, group: str) -> None:
    dutch, english = (read(KIND, partner, group, language) for language in ("nl", "en"))
    assert slips(dutch, SLIP) == slips(english, SLIP) == []
    assert shape(dutch) == shape(english)
    assert blanks(document(KIND, partner, group)) == ()


# -- the files ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("group", GROUPS)
def test_a_label_is_short_enough_for_word(group: str, language: str) -> None:
    made = document(KIND, evaluated(goals=GOALS), group, language)
    assert [label for label in [*entries(made), *(tick.label for tick in ticks(made))] if len(label) > WORD_LIMIT] == []


def test_the_pdf_can_be_filled_in_and_a_statement_has_one_answer() -> None:
    made = document(KIND, evaluated(goals=GOALS), "partner")
    pdf, groups = write(made, "pdf"), choices(made)
    known = fields(pdf)
    assert len(known) == len(entries(made)) + len(groups)
    assert {name: len(known[name]["/Kids"]) for name in groups} == groups
    answers = {
        "afspraken-1": "/3",
        "doel-2": "/0",
        "verder": "/1",
        "resultaat-van-doel-1": "12 stages",
        "verbeterpunt": "Eén.\nTwee.",
    }
    answered = filled(pdf, answers)
    assert {name: str(fields(answered)[name]["/V"]) for name in answers} == answers
    assert [chosen(answered, name) for name in ("afspraken-1", "doel-2", "verder", "afspraken-2")] == [
        ["/3"],
        ["/0"],
        ["/1"],
        [],
    ]
    again = filled(answered, {"afspraken-1": "/0"})
    assert chosen(again, "afspraken-1") == ["/0"]
    assert str(known["afspraken-1"]["/Opt"][3]) == "De afspraken zijn duidelijk: 4"


@pytest.mark.parametrize("group", GROUPS)
def test_word_has_a_control_for_every_place_to_fill_in(group: str) -> None:
    made = document(KIND, evaluated(goals=GOALS), group)
    assert controls(write(made, "docx")) == {"text": len(entries(made)), "checkbox": len(ticks(made))}


def test_bound_as_an_annex_every_form_keeps_its_own_choices() -> None:
    partner = evaluated().model_copy(
        update={"documents": profile(documents={"agreement": {"annexes": ["Evaluatieformulier"]}}).documents}
    )
    asked = replace(order("cooperation-agreement", partner), day=order(KIND, partner).day)
    together, _ = bound(asked, compose(asked))
    forms = [part for part in together.blocks if isinstance(part, Part)][2:]
    alone = [document(KIND, partner, group) for group in ("school", "partner", "leerlingen")]
    assert len(forms) == 3
    assert len(choices(together)) == sum(len(choices(form)) for form in alone)


def test_names_are_only_names_in_words_labels_and_fields() -> None:
    nasty = "Jansen & Zn. <B.V.> *_{{7*7}}_* | #1 ](x:"
    partner = evaluated(activities=[VISIT | {"name": nasty}, PLACEMENT], goals=[GOALS[1] | {"text": nasty}], title=nasty)
    pupils = document(KIND, partner, "leerlingen")
    assert [tick.label for tick in ticks(pupils)][:2] == [nasty, "Stage in de winkel"]
    assert [str(one) for one in fields(write(pupils, "pdf"))["activiteit"]["/Opt"]] == [nasty, "Stage in de winkel"]
    assert f"h1  {nasty}\n" in read(KIND, partner, "school")
    assert block(read(KIND, partner, "school"), "Doelen")[1].startswith(f"tr  {nasty} (uiterlijk 24 maart 2028) |")
