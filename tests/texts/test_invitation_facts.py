"""Invitations: who answers, where values come from, and what is told of a letter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from generator.desk import compose
from generator.judge import judged
from generator.profile import Person
from generator.writers.outline import write_outline
from tests.texts.invitations import KIND, RELATION, WHEN, invited, letter, with_activity
from tests.texts.letters import SASKIA, WIM, order, school, told

# --- who answers ---


def sent_by(people: tuple[dict[str, Any], ...], **school_data: Any) -> tuple[str, list[str]]:
    """An invitation of a school with only these people, and what is told of it."""
    own = school()
    sender = own.model_copy(
        update={"people": tuple(map(Person.model_validate, people)), "school": own.school.model_copy(update=school_data)}
    )
    made = replace(order(KIND, invited("open_dag", **WHEN | {"address_form": "u"})), school=sender)
    text = write_outline(compose(made)).decode().replace("~", " ")
    return text, [fault.problem for fault in judged(made, compose(made))]


def test_who_signs_takes_answers_as_me() -> None:
    head_ = WIM | {"roles": ["letter_signatory", "rsvp"], "email": "wim@school.example", "phone": "+31612345678"}
    text, told_ = sent_by((head_,))
    assert "Dat kan bij mij: wim@school.example of 06 12 34 56 78." in text
    assert told_ == []


def test_the_school_s_own_number_serves_when_a_person_has_none() -> None:
    text, told_ = sent_by((SASKIA | {"roles": ["rsvp"]},))
    assert "Dat kan bij Saskia de Vries: info@devuurbaak.example of 010 123 45 67." in text
    assert told_ == []


def test_without_anybody_or_any_number_there_are_blanks() -> None:
    text, told_ = sent_by((), email=None, phone=None)
    assert "Dat kan bij [naam van wie de aanmeldingen ontvangt: people]: [e-mailadres of telefoonnummer: people]." in text
    assert "[closing]\n    p   Met vriendelijke groet,\n    p   [naam en functie van wie tekent: people] / Vakcollege" in text
    assert told_ == []


# --- where values come from ---


def test_an_activity_lends_its_day_and_topic_only_to_an_invitation_for_that_day() -> None:
    lessons = with_activity(
        "gastles", topic="deeg", schedule={"dates": ["2027-11-18", "2027-12-16"], "start": "10.00", "end": "11.00"}
    )
    assert "Onderwerp | Deeg" in letter("gastles", sections=lessons, date="2027-12-16")
    assert "donderdag 16 december 2027, van 10.00 tot 11.00 uur" in letter("gastles", sections=lessons, date="2027-12-16")
    assert "Deeg" not in letter("gastles", sections=lessons, date="2027-12-09")
    assert "donderdag 18 november 2027 en donderdag 16 december 2027, van" in letter("gastles", sections=lessons)
    assert "Deeg" in letter("gastles", sections=lessons, date="2027-12-09", activity="A1")


def test_the_school_s_own_place_gets_its_street() -> None:
    text = letter("kennismakingsgesprek", location="Vakcollege De Vuurbaak, lokaal 1.12")
    assert "Waar | Vakcollege De Vuurbaak, lokaal 1.12 (Havenkade 12, 1234 AB Oudervoorde)" in text
    assert "(Havenkade" not in letter("kennismakingsgesprek", location="Vakcollege De Vuurbaak, Havenkade 12")
    assert "Waar | Vakcollege De Vuurbaak, Havenkade 12, 1234 AB Oudervoorde" in letter("kennismakingsgesprek")


def test_shared_interests_are_named_in_the_language_they_are_written_in() -> None:
    assert "Wij delen een belang: goede bakkers voor de streek." in letter("partnerbijeenkomst", sections=RELATION)
    assert "Wat levert het uw bedrijf op? Denk aan bekendheid bij jongeren." in letter("bedrijfsbezoek", sections=RELATION)
    assert "streek" not in letter("partnerbijeenkomst", sections=RELATION, language="en")
    own = RELATION | {"language": "en"}
    assert "We share an interest: goede bakkers voor de streek." in letter("partnerbijeenkomst", sections=own, language="en")


# --- what is told ---


@pytest.mark.parametrize(
    ("occasion", "sent", "weeks"),
    [
        ("evaluatiegesprek", "2027-11-05", 2),
        ("ondertekening", "2027-11-05", 2),
        ("kennismakingsgesprek", "2027-10-29", 3),
        ("gastles", "2027-10-22", 4),
        ("open_dag", "2027-10-22", 4),
        ("open_bedrijvendag", "2027-09-24", 8),
        ("jury", "2027-09-24", 8),
    ],
)
def test_a_letter_that_goes_out_late_is_told(occasion: str, sent: str, weeks: int) -> None:
    late = WHEN | {"letter_date": sent, "rsvp_by": "2027-11-10"}
    assert told(KIND, invited(occasion, **late)) == [
        f"the letter goes out late: it should be sent at least {weeks} weeks before the day"
    ]
    day_before = date.fromisoformat(sent).replace(day=int(sent[-2:]) - 1).isoformat()
    assert told(KIND, invited(occasion, **late | {"letter_date": day_before})) == []


def test_answers_come_five_working_days_before_and_two_weeks_with_catering() -> None:
    assert told(KIND, invited("open_dag", **WHEN | {"rsvp_by": "2027-11-11"})) == []
    assert told(KIND, invited("open_dag", **WHEN | {"rsvp_by": "2027-11-12"})) == [
        "there are fewer than 5 working days between the last day to answer and the day itself"
    ]
    assert told(KIND, invited("open_dag", **WHEN | {"rsvp_by": "2027-11-04", "catering": True})) == []
    assert told(KIND, invited("open_dag", **WHEN | {"rsvp_by": "2027-11-05", "catering": True})) == [
        "there are fewer than two weeks between the last day to answer and a day with catering"
    ]


def test_words_that_press_are_told() -> None:
    assert told(KIND, invited("open_dag", **WHEN | {"agenda": ["kom zo snel mogelijk"]})) == [
        "the text says 'snel mogelijk': it puts on pressure, and an invitation does not"
    ]
