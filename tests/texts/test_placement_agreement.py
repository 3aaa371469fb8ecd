"""The placement agreement: a profile, and what pupil, parents, school and company read and fill in."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.blocks import Box, BoxKind, Document
from generator.desk import write
from generator.occasions import occasions
from generator.profile import Profile
from generator.tree import blanks, walk
from tests.agreements.drafts import SLIP, article, lines_of, slips
from tests.cli.user import COMPANY, EXAMPLES, handslag
from tests.texts.forms import choices, controls, entries, fields, filled, shape, ticks
from tests.texts.letters import SASKIA, WIM, document, order, profile, read

KIND = "placement-agreement"
BOARD = "Stichting Voortgezet Onderwijs Noorderlee"
WEEKLY = {"weekday": "vrijdag", "first": "2028-01-14", "last": "2028-03-24", "start": "9.00", "end": "16.00"}
TRANSLATION = "    p   This is a translation for information. The Dutch text prevails."


def placed(people: tuple[dict[str, Any], ...] = (WIM,), partner: dict[str, Any] | None = None, **more: Any) -> Profile:
    """A bakery that has pupils on placement."""
    activity = {"id": "ACT1", "type": "lintstage", "place": "partner", "schedule": WEEKLY} | more
    return profile(people, partner, cooperation={"activities": [activity]})


def boxes(made: Document) -> list[Box]:
    """The boxes to sign in."""
    return [block for block in walk(made.blocks) if isinstance(block, Box) and block.kind is BoxKind.SIGNATURE]


# -- how often ----------------------------------------------------------------------------------------------------------------


def test_there_is_one_for_each_placement() -> None:
    types = ("gastles", "lintstage", "blokstage")
    activities = [{"id": f"A{n}", "type": type_} for n, type_ in enumerate(types, 1)]
    base = order(KIND, profile(cooperation={"activities": activities}))
    assert [(one.name, one.number) for one in occasions(base.kind, (), base.ask)] == [("A2", 1), ("A3", 2)]
    assert base.reference == "KRUIM-ST-1"


def test_without_a_placement_there_is_none() -> None:
    made = handslag("draft", KIND, "roc-noorderlee", "-w", EXAMPLES)
    assert made.exit_code == 1
    assert "no placement (lintstage, blokstage) among its activities" in made.stderr


# -- the pupil ----------------------------------------------------------------------------------------------------------------


def test_what_is_known_of_a_pupil_is_filled_in_on_the_form_and_asks_no_more_than_is_needed() -> None:
    made = document(KIND, placed(supervisor="wim", school_supervisor="relatiebeheerder"))
    assert blanks(made) == ()
    assert entries(made) == [
        "voornaam en achternaam van de leerling",
        "klas van de leerling",
        "naam van de ouders",
        "telefoonnummer van de ouders bij nood",
        "telefoonnummer van het Bedrijf",
        "taken van de leerling",
        "vervoer naar de stage",
        "wie de reiskosten betaalt",
    ]
    text = read(KIND, placed())
    assert not re.search(r"geboorte|nationaliteit|BSN", text)
    assert text.count("burgerservicenummer") == text.count("geen burgerservicenummer en geen gegevens over de gezondheid") == 1


@pytest.mark.parametrize(
    ("ages", "choice", "young", "older"),
    [
        ({}, True, "Voor een leerling die jonger is dan 16 jaar, gelden deze regels:", "Voor een leerling van 16 of 17 jaar"),
        ({"min_age": 14, "max_age": 16}, True, "Voor een leerling die jonger is", "Voor een leerling van 16 of 17 jaar"),
        ({"min_age": 14, "max_age": 15}, False, "Voor de leerling gelden deze regels:", ""),
        ({"min_age": 16, "max_age": 17}, False, "", "Voor de leerling gelden de regels van de Arbeidstijdenwet."),
        ({"min_age": 15}, True, "Voor een leerling die jonger is", "Voor een leerling van 16 of 17 jaar"),
    ],
)
def test_the_rules_are_those_of_the_pupils_age(ages: dict[str, int], choice: bool, young: str, older: str) -> None:
    made, hours = document(KIND, placed(pupils=ages)), article(read(KIND, placed(pupils=ages)), "Regels voor werktijden")
    assert choices(made) == ({"leeftijd": 2} if choice else {})
    assert hours[0] == f"De leerling is bij de start van de stage ten minste {14 if young else 16} jaar."
    assert any(line.startswith(young) for line in hours) if young else not any("zondag" in line for line in hours)
    assert any(line.startswith(older) for line in hours) if older else not any("Arbeidstijdenwet" in line for line in hours)


def test_a_pupil_under_sixteen_works_no_more_than_the_law_allows() -> None:
    assert article(read(KIND, placed()), "Regels voor werktijden")[2:7] == [
        "de leerling werkt ten hoogste 7 uur per dag en 35 uur per week; de uren van lessen tellen mee;",
        "de leerling werkt niet op zondag;",
        "de leerling werkt niet vóór 7.00 uur en niet na 19.00 uur;",
        "tussen twee werkdagen heeft de leerling ten minste 14 uur rust;",
        "wie langer dan 4,5 uur werkt, heeft ten minste 30 minuten pauze.",
    ]
    assert not re.search(r"artikel \d+:|art\. ?\d|7\.2\.8|2\.37", read(KIND, placed())), "a number of law that is not certain"


# -- when ---------------------------------------------------------------------------------------------------------------------

ROW = ["2028-04-03", "2028-04-04", "2028-04-05"]


@pytest.mark.parametrize(
    ("schedule", "said"),
    [
        (
            WEEKLY | {"sessions": 10, "break_minutes": 30},
            [
                "De stage duurt van 14 januari 2028 tot en met 24 maart 2028.",
                "De stagedag is vrijdag (10 keer).",
                "De leerling werkt van 9.00 tot 16.00 uur. In die tijd is er 30 minuten pauze.",
            ],
        ),
        (
            {"dates": ROW, "start": "9.00", "end": "15.00"},
            [
                "De stage duurt van 3 april 2028 tot en met 5 april 2028.",
                "De leerling loopt in deze periode elke dag stage.",
                "De leerling werkt van 9.00 tot 15.00 uur.",
            ],
        ),
        (
            {"dates": ["2028-04-03", "2028-04-10"], "start": "9.00"},
            [
                "De stage is op 3 april 2028 en 10 april 2028.",
                "De leerling werkt van [____ begintijd] tot [____ eindtijd].",
            ],
        ),
        (
            None,
            [
                "De stage duurt van [Eerste dag: cooperation.activities.0.schedule.first] tot en met"
                " [Laatste dag: cooperation.activities.0.schedule.last].",
                "De stagedagen zijn: [____ dagen van de week]",
                "De leerling werkt van [____ begintijd] tot [____ eindtijd].",
            ],
        ),
    ],
)
def test_the_days_and_times(schedule: dict[str, Any] | None, said: list[str]) -> None:
    assert article(read(KIND, placed(schedule=schedule)), "Periode, dagen en tijden") == [
        *said,
        "Op vrije dagen van de School is er geen stage.",
    ]


# -- where and with whom ------------------------------------------------------------------------------------------------------


def test_the_partner_is_the_company_with_its_address_and_supervisors() -> None:
    partner = {"visit": {"street": "Dorpsstraat", "number": 4, "postcode": "1234 AB", "place": "Oudervoorde"}}
    text = read(KIND, placed((WIM | {"phone": "+31612345678"},), partner, supervisor="wim", school_supervisor="directeur"))
    assert "    tr  Stagebedrijf | Bakkerij Kruim B.V.\n" in text
    assert "h3  Het Bedrijf\n[facts]\n    tr  Adres | Dorpsstraat 4, 1234 AB Oudervoorde\n" in text
    assert "    tr  Begeleider | de heer W.H. van ’t Veld, directeur\n    tr  Telefoon | 06 12 34 56 78\n" in text
    assert f"    tr  Schoolbestuur | {BOARD}\n    tr  Begeleider | de heer T. Bakker, directeur\n" in text


@pytest.mark.parametrize("place", ["extern", "school", None])
def test_a_company_that_is_no_party_yet_is_filled_in(place: str | None) -> None:
    type_ = "lintstage" if place else "blokstage"
    made = document(KIND, placed(place=place or "extern", type=type_, location="Oudervoorde"))
    labels = entries(made)
    assert {"naam van het stagebedrijf", "adres van het stagebedrijf", "begeleider van het stagebedrijf"} <= set(labels)
    text = read(KIND, placed(place=place or "extern", type=type_, location="Oudervoorde"))
    assert "vier partijen: de leerling, de ouders, de School en het stagebedrijf." in text
    assert "    tr  Plaats van de stage | Oudervoorde\n" in text
    assert "[signature]\n    p   Namens het stagebedrijf:\n    tr  Naam | ____(naam)\n    tr  Functie | ____(functie)\n" in text
    assert "Bakkerij" not in text


def test_a_municipality_can_be_the_company() -> None:
    text = read(KIND, placed(partner={"kind": "municipality", "legal_form": "gemeente", "legal_name": "gemeente Noorderlee"}))
    assert "de School en de Gemeente." in text
    assert "h3  De Gemeente\n" in text


def test_the_tasks_and_what_is_forbidden_come_from_the_profile() -> None:
    known = article(read(KIND, placed(work={"tasks": ["deeg wegen", "taart versieren"], "forbidden": ["de oven"]})), "Het werk")
    assert known[1:5] == [
        "De leerling doet deze taken:",
        "deeg wegen;",
        "taart versieren.",
        "De leerling werkt niet alleen met gevaarlijke machines of gevaarlijke stoffen. Ook dit is niet toegestaan: de oven.",
    ]
    assert article(read(KIND, placed()), "Het werk")[1] == "De leerling doet deze taken: [____ taken van de leerling, 3 lines]"


def test_travel_is_arranged_or_filled_in() -> None:
    arranged = article(read(KIND, placed(transport={"mode": "bus", "arranged_by": "school"})), "Vergoeding en reizen")
    assert arranged[1:] == ["De leerling reist met de bus naar de stage.", "De School regelt het vervoer."]
    assert "hoeft de leerling geen loon of vergoeding te betalen" in arranged[0]
    assert article(read(KIND, placed(transport={"mode": "lopend"})), "Vergoeding en reizen")[1:] == [
        "De leerling reist lopend naar de stage.",
        "De reiskosten worden betaald door: [____ wie de reiskosten betaalt]",
    ]


def test_data_that_the_profile_names_are_named() -> None:
    shared = placed(data_sharing={"categories": ["naam", "klas", "aanwezigheid"]})
    assert "Zij delen verder alleen: naam, klas en aanwezigheid." in read(KIND, shared)
    assert "they only share: name, class and attendance." in read(KIND, shared, language="en")
    assert "Zij delen verder alleen of de leerling er is en hoe de stage gaat." in read(KIND, placed())


def test_images_need_a_consent_of_their_own() -> None:
    assert article(read(KIND, placed()), "Foto’s en video’s")[0] == (
        "Wie deze overeenkomst tekent, geeft daarmee geen toestemming voor foto’s en video’s van de leerling."
    )


# -- who signs ----------------------------------------------------------------------------------------------------------------


def test_four_parties_sign() -> None:
    made = document(KIND, placed())
    text = read(KIND, placed()).split("h2  Ondertekening")[1]
    assert len(boxes(made)) == 4
    assert re.findall(r"p   (De .*|Namens .*):", text) == [
        "De leerling",
        "De ouders (ten minste één van hen)",
        "Namens de School",
        "Namens het Bedrijf",
    ]
    assert text.count("____(handtekening)") == text.count("____(plaats)") == text.count("____(datum)") == 4
    assert "drs. M.J. de Graaf" in text
    assert "W.H. van ’t Veld" in text


def test_those_who_only_sign_together_each_have_a_box() -> None:
    joint = {"authority": {"basis": "joint", "evidence": "statutes", "together_with": "saskia"}}
    assert len(boxes(document(KIND, placed((WIM | joint, SASKIA))))) == 5


def test_whoever_is_not_known_signs_on_an_open_line() -> None:
    made = document(KIND, placed(people=()))
    assert len(boxes(made)) == 4
    assert blanks(made) == ()


# -- language -----------------------------------------------------------------------------------------------------------------

WAYS: dict[str, dict[str, Any]] = {
    "weekly": {},
    "hardly anything": {"schedule": None, "place": None},
    "elsewhere": {"place": "extern", "type": "blokstage", "schedule": {"dates": ROW}},
    "loose days": {"schedule": {"dates": ["2028-04-03", "2028-04-10"]}, "pupils": {"min_age": 16}},
    "young": {"pupils": {"min_age": 14, "max_age": 15}, "work": {"tasks": ["deeg wegen"], "forbidden": ["de oven", "heffen"]}},
    "by coach": {"transport": {"mode": "bus", "arranged_by": "partner"}, "data_sharing": {"categories": ["naam"]}},
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_it_reads_well_and_addresses_nobody(way: dict[str, Any], language: str) -> None:
    text = read(KIND, placed(**way), language=language)
    assert slips(text, SLIP) == []
    assert not re.search(r"\b(u|uw|je|jij|jouw|ons|wij|student|you|your)\b", "\n".join(lines_of(text)), re.IGNORECASE)


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_both_languages_have_the_same_articles_and_fields(way: dict[str, Any]) -> None:
    dutch, english = (read(KIND, placed(**way), language=language) for language in ("nl", "en"))
    assert TRANSLATION in english
    assert shape(english.replace(f"[note]\n{TRANSLATION}\n", "")) == shape(dutch)


def test_sentences_are_short_enough_for_every_parent() -> None:
    text = "\n".join(line for line in lines_of(read(KIND, placed())) if line.endswith((".", ";", "?")))
    sentences = [sentence.split() for sentence in re.split(r"(?<=[.?;])\s", text)]
    assert max(map(len, sentences)) <= 30
    assert sum(map(len, sentences)) / len(sentences) < 13


# -- the files ----------------------------------------------------------------------------------------------------------------


def test_a_final_one_of_the_samples_has_no_blank(tmp_path: Path) -> None:
    for partner in (COMPANY, "gemeente-noorderlee"):
        words = ("-w", EXAMPLES, "--out", tmp_path, "--final", "--format", "outline", "--date", "2027-11-01")
        assert handslag("draft", KIND, partner, *words).exit_code == 0
    assert len(list(tmp_path.glob("*.txt"))) == 2


def test_pdf_and_word_are_forms_with_the_same_fields() -> None:
    made = document(KIND, placed(), day=date(2027, 11, 1))
    pdf = write(made, "pdf")
    assert len(fields(pdf)) == len(entries(made)) + 1
    answers = {"voornaam-en-achternaam-van-de-leerling": "Fenna Öztürk", "leeftijd": "/0"}
    assert {name: fields(filled(pdf, answers))[name]["/V"] for name in answers} == answers
    assert controls(write(made, "docx")) == {"text": len(entries(made)), "checkbox": len(ticks(made))}
