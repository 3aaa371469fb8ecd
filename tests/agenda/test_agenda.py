"""What is due, thing by thing: its day, its words, and when it is no longer told."""

from __future__ import annotations

import ast
import re
from datetime import date
from typing import Any

import pytest

from cli import main
from generator.agenda.due import Paper, What
from generator.agenda.letters import LEAD, USUAL_LEAD
from generator.agenda.said import CALL, GLUE, LABELS, SAID
from generator.kinds import kinds
from generator.load.yaml import read_yaml
from generator.package import resource
from generator.profile.letters import InvitationKind
from tests.agenda.school import items, lines, partner

TWO_YEARS = {"start": "2027-08-01", "end": "2029-07-31", "notice": {"months": 3, "before": "2028-08-01"}}
ONE_YEAR = {"start": "2027-08-01", "end": "2028-07-31"}


def test_notice_is_given_before_the_day_that_the_agreement_means() -> None:
    profile = partner(cooperation=TWO_YEARS)
    assert lines(profile, "2028-03-01", "2028-05-15") == [
        "2028-04-28 Stoppen na 31 juli 2028? Zeg op vóór 1 mei 2028 "
        "[eigenlijk 30 april 2028: meivakantie, daarom de werkdag ervoor]"
    ]
    assert lines(profile, "2028-05-01", "2028-08-15") == [], "too late: there is nothing left to do"
    assert lines(profile, "2028-03-01", "2028-05-15", language="en") == [
        "2028-04-28 Stop after 31 July 2028? Give notice before 1 May 2028 "
        "[really 30 April 2028: May holiday, hence the working day before]"
    ]


def test_an_agreement_that_goes_on_by_itself_says_so_every_year() -> None:
    profile = partner(cooperation=ONE_YEAR | {"renewal": "tacit", "notice": {"months": 3}})
    found = items(profile, "2028-04-01", "2029-06-01")
    assert [(str(one.day), one.what, one.do) for one in found] == [
        ("2028-04-28", "notice", "Opzeggen gaat schriftelijk. Wie niets doet, gaat nog een schooljaar door."),
        ("2029-04-26", "notice", "Opzeggen gaat schriftelijk. Wie niets doet, gaat nog een schooljaar door."),
    ]


@pytest.mark.parametrize(("renewal", "day"), [("by_agreement", "2028-04-28"), ("none", "2028-04-02"), (None, "2028-04-02")])
def test_one_speaks_of_what_comes_next_in_time(renewal: str | None, day: str) -> None:
    found = items(partner(cooperation=ONE_YEAR | {"renewal": renewal}), "2028-03-01", "2028-07-31")
    talk, end = found
    assert talk.title == "Bespreek het vervolg: de overeenkomst eindigt op 31 juli 2028"
    assert str(talk.day) == {"2028-04-02": "2028-03-31"}.get(day, day)
    assert (str(end.day), str(end.meant), end.title) == ("2028-07-07", "2028-07-31", "De overeenkomst eindigt op 31 juli 2028")


def test_the_end_is_told_until_the_phase_says_that_it_is_over() -> None:
    assert [line[:11] for line in lines(partner(cooperation=ONE_YEAR), "2028-10-01", "2028-10-02")] == ["!2028-07-07"]
    over = partner(cooperation=ONE_YEAR, relationship={"phase": "afgerond"})
    assert lines(over, "2028-10-01", "2028-10-02") == []


def test_an_evaluation_is_due_until_the_log_has_it() -> None:
    plan = {"evaluation": {"dates": ["2028-02-10", "2028-06-22"]}}
    assert lines(partner(cooperation=plan), "2028-02-20", "2028-07-01") == [
        "!2028-02-10 Evaluatie van de samenwerking",
        "2028-06-22 Evaluatie van de samenwerking",
    ]
    log = [{"date": "2028-02-12", "kind": "evaluatie"}]
    done = partner(cooperation=plan, relationship={"contact_log": log})
    assert lines(done, "2028-02-20", "2028-07-01") == ["2028-06-22 Evaluatie van de samenwerking"]
    assert lines(done, "2028-02-11", "2028-02-12")[0].startswith("!2028-02-10"), "what is noted later is not known yet"


def test_an_appointment_on_a_day_off_stays_and_says_so() -> None:
    plan = {"evaluation": {"dates": ["2028-05-03"]}}
    assert lines(partner(cooperation=plan), "2028-04-20", "2028-05-05") == [
        "2028-05-03 Evaluatie van de samenwerking [let op: meivakantie]"
    ]


def paper(kind: str, status: str, occasion: str = "", day: str = "2027-06-10") -> Paper:
    return Paper(kind, occasion, "DV-2027-0042", date.fromisoformat(day), status, date.fromisoformat(day), status != "made")


def test_a_signature_is_due_until_the_register_has_it() -> None:
    profile = partner(documents={"agreement": {"date": "2027-06-17"}, "cover_letter": {"return_by": "2027-06-11"}})
    assert lines(profile, "2027-06-10", "2027-06-30") == [
        "2027-06-11 Laatste dag om de getekende overeenkomst terug te sturen",
        "2027-06-17 Ondertekening van de overeenkomst",
    ]
    assert lines(profile, "2027-09-10", "2027-09-11") == [], "nobody said that it waits"
    waiting = items(profile, "2027-09-10", "2027-09-11", paper("cooperation-agreement", "sent"))
    assert [one.do.partition("Getekend? ")[2] for one in waiting] == ["handslag mark DV-2027-0042 signed --file scan.pdf"]
    assert lines(profile, "2027-06-10", "2027-06-30", paper("cooperation-agreement", "signed")) == []


def test_a_letter_of_intent_expires_unless_there_is_an_agreement() -> None:
    intent = {"intent": {"valid_until": "2027-07-01"}}
    told = ["2027-07-01 De intentieverklaring vervalt na 1 juli 2027"]
    assert lines(partner(documents=intent), "2027-06-20", "2027-07-10") == told
    agreed = partner(documents=intent | {"agreement": {"date": "2027-06-17"}})
    assert [line for line in lines(agreed, "2027-06-20", "2027-07-10") if "intentie" in line] == []


def test_the_participation_council_comes_before_the_signature() -> None:
    asked = {"mr": {"advice_required": True}}
    profile = partner(cooperation=asked, documents={"agreement": {"date": "2027-06-14"}})
    assert lines(profile, "2027-06-01", "2027-06-12") == [
        "2027-06-11 Vraag advies aan de medezeggenschapsraad, vóór 14 juni 2027 "
        "[eigenlijk 13 juni 2027: zondag, daarom de werkdag ervoor]"
    ]


def teacher(**vog: Any) -> dict[str, Any]:
    """A hybrid teacher who begins on 31 August."""
    person = {"id": "saskia", "given_name": "Saskia", "surname": "de Vries", "vog": {"required": True, **vog}}
    schedule = {"first": "2027-08-31", "last": "2028-06-06"}
    activity = {"id": "A1", "type": "hybride_docent", "person": "saskia", "schedule": schedule}
    return {"partner": {"people": [person]}, "cooperation": {"activities": [activity]}}


@pytest.mark.parametrize(
    ("vog", "told"),
    [
        ({}, "VOG van Saskia de Vries ontbreekt; nodig vóór 31 augustus 2027"),
        (
            {"date": "2027-02-01", "checked_by_school": True},
            "VOG van Saskia de Vries is op 31 augustus 2027 ouder dan 26 weken",
        ),
        ({"date": "2027-07-05"}, "VOG van Saskia de Vries is nog niet gezien; nodig vóór 31 augustus 2027"),
        ({"date": "2027-07-05", "checked_by_school": True}, ""),
        (
            {"date": "2027-02-01", "handed_over": "2027-03-01"},
            "VOG van Saskia de Vries is nog niet gezien; nodig vóór 31 augustus 2027",
        ),
        ({"date": "2027-02-01", "handed_over": "2027-03-01", "checked_by_school": True}, ""),
        (
            {"date": "2027-07-05", "employer_holds": True},  # enough for a college's own teacher
            "VOG van Saskia de Vries is nog niet gezien; nodig vóór 31 augustus 2027",
        ),
    ],
)
def test_a_certificate_of_conduct_is_there_before_the_first_lesson(vog: dict[str, Any], told: str) -> None:
    found = items(partner(**teacher(**vog)), "2027-06-20", "2027-09-01")
    assert [one.title for one in found if one.what is What.VOG] == ([told] if told else [])
    assert {str(one.day) for one in found if one.what is What.VOG} <= {"2027-08-30"}


def test_a_day_off_is_no_reason_to_look_back() -> None:
    """On a Saturday in the summer, what is due on Sunday is for today: the working day before it is past."""
    profile = partner(relationship={"contact_log": [{"date": "2028-07-01", "open_promises": [PROMISED]}]})
    assert lines(profile, "2028-07-15", "2028-08-01") == [
        "2028-07-15 Toegezegd door de school: folder sturen [eigenlijk 16 juli 2028: zomervakantie, daarom de werkdag ervoor]"
    ]
    assert lines(profile, "2028-07-06", "2028-08-01")[0].startswith("2028-07-07 Toegezegd")
    assert lines(profile, "2028-07-17", "2028-08-01")[0].startswith("!2028-07-07 Toegezegd")


PROMISED = {"what": "folder sturen", "by": "school", "due": "2028-07-16"}


def test_an_elective_is_in_the_programme_of_every_school_year() -> None:
    exam = {"pta_included": True, "pta_deadline": "2027-10-01"}
    schedule = {"first": "2027-09-09", "last": "2028-01-27"}
    activity = {"id": "A1", "type": "keuzevak_op_mbo", "name": "Robotica", "exam": exam, "schedule": schedule}
    years = {"school_years": ["2027-2028", "2028-2029"]}
    told = "2028-09-29 Neem ‘Robotica’ op in het PTA 2028-2029, vóór 1 oktober 2028 "
    why = "[eigenlijk 30 september 2028: zaterdag, daarom de werkdag ervoor]"
    assert lines(partner(cooperation={**years, "activities": [activity]}), "2027-09-01", "2028-10-01") == [told + why]
    activity["exam"] = {"pta_included": False}
    first = lines(partner(cooperation={**years, "activities": [activity]}), "2027-09-01", "2027-10-01")
    assert first == ["2027-09-30 Neem ‘Robotica’ op in het PTA 2027-2028, vóór 1 oktober 2027"]


def test_promises_are_told_until_they_are_kept() -> None:
    made = [
        {"what": "rooster sturen", "by": "school", "due": "2027-09-10"},
        {"what": "kleding regelen", "by": "partner", "due": "2027-09-24"},
        {"what": "gedaan", "by": "school", "done": True},
        {"what": "ooit eens bellen"},
    ]
    log = [{"date": "2027-09-01", "kind": "gesprek", "open_promises": made}]
    found = items(partner(relationship={"contact_log": log}), "2027-09-20", "2027-10-01")
    assert [(str(one.day), one.late, one.title, one.do.rpartition(" ")[2]) for one in found] == [
        ("2027-09-10", True, "Toegezegd door de school: rooster sturen", "1"),
        ("2027-09-20", False, "Toegezegd door de school: ooit eens bellen", "4"),  # without a day it is never late
        ("2027-09-24", False, "Toegezegd door het Bedrijf: kleding regelen", "2"),
    ]


@pytest.mark.parametrize(
    ("relationship", "told"),
    [
        ({"phase": "lopend", "contact_log": [{"date": "2027-09-01"}]}, ["2027-11-30 Neem contact op: 90 dagen na"]),
        ({"phase": "intentie", "contact_log": [{"date": "2027-09-15"}]}, ["2027-10-15 Neem contact op: 30 dagen na"]),
        ({"phase": "verkenning"}, ["2027-10-01 Bel: er is nog geen contact vastgelegd"]),
        ({"phase": "verkenning", "partner_declined": True}, []),
        ({"phase": "afgerond", "contact_log": [{"date": "2027-01-01"}]}, []),
        (
            {"phase": "lopend", "contact_log": [{"date": "2027-09-01"}], "next_contact": "2027-10-12"},
            ["2027-10-12 Neem contact op, zoals gepland"],
        ),
        (
            {"phase": "lopend", "contact_log": [{"date": "2027-09-01"}], "next_contact": "2027-09-21"},
            ["!2027-09-21 Neem contact op, zoals gepland"],
        ),
        ({"phase": "lopend", "contact_log": [{"date": "2027-09-22"}], "next_contact": "2027-09-21"}, []),
        (
            {"phase": "lopend", "contact_log": [{"date": "2027-09-01"}, {"date": "2027-09-29", "kind": "brief"}]},
            ["2027-11-30 Neem contact op: 90 dagen na"],
        ),
    ],
)
def test_a_relation_does_not_fade(relationship: dict[str, Any], told: list[str]) -> None:
    found = lines(partner(relationship=relationship), "2027-10-01", "2027-12-10")
    assert [line.partition(" het laatste")[0] for line in found if "contact" in line] == told


def test_who_to_call_is_told_with_the_number() -> None:
    (item,) = items(partner(relationship={"phase": "verkenning"}), "2027-10-01", "2027-10-02")
    assert item.do == 'Bel Kâmil Yıldız, 06 12 34 56 82. Leg het vast: handslag log lasserij "…" --kind telefoon'


def test_an_invitation_is_sent_answered_and_held() -> None:
    invitation = {
        "kind": "open_dag",
        "date": "2028-01-20",
        "start": "18.30",
        "location": "Aula",
        "rsvp_by": "2028-01-10",
    }
    profile = partner(documents={"invitations": [invitation]})
    assert lines(profile, "2027-12-01", "2028-02-01") == [
        "2027-12-23 Verstuur de uitnodiging: open dag, op 20 januari 2028",
        "2028-01-10 Laatste dag om te antwoorden op de uitnodiging: open dag",
        "2028-01-20 Open dag, 18.30 uur, Aula",
    ]
    sent = paper("invitation", "sent", "open_dag", "2027-12-20")
    assert lines(profile, "2027-12-30", "2028-02-01", sent)[0].startswith("2028-01-10"), "it left the house"
    assert lines(profile, "2028-01-21", "2028-02-01") == []


def test_two_letters_for_one_sort_of_occasion_are_told_apart() -> None:
    thanks = [{"moment": "na_gastles", "date": "2027-11-19"}, {"moment": "na_gastles", "date": "2027-12-03"}]
    profile = partner(documents={"thank_you": thanks})
    sent = paper("thank-you-letter", "sent", "na_gastles", "2027-11-19")
    assert lines(profile, "2027-11-20", "2027-12-10", sent) == ["2027-12-03 Verstuur het bedankje: na de gastles"]


def test_a_current_partner_is_thanked_before_christmas_and_before_the_summer() -> None:
    profile = partner(relationship={"phase": "lopend", "contact_log": [{"date": "2028-07-01"}]})
    assert [line for line in lines(profile, "2027-11-20", "2028-08-01") if "edank" in line] == [
        "2027-12-15 Stuur een bedankje vóór de kerstvakantie",
        "2028-07-07 Stuur een bedankje vóór de zomervakantie",
    ]
    planned = {"thank_you": [{"moment": "einde_kalenderjaar", "date": "2027-12-13"}]}
    profile = partner(relationship={"phase": "lopend"}, documents=planned)
    found = [line for line in lines(profile, "2027-11-20", "2027-12-31") if "edank" in line]
    assert found == ["2027-12-13 Verstuur het bedankje: einde van het kalenderjaar"]


def test_who_gave_lessons_or_a_placement_is_thanked() -> None:
    activity = {"id": "A1", "type": "gastles", "name": "Veilig werken", "schedule": {"dates": ["2027-10-07"]}}
    profile = partner(cooperation={"activities": [activity]}, relationship={"phase": "lopend"})
    thanks = [line for line in lines(profile, "2027-10-08", "2027-10-31") if "edank" in line]
    assert thanks == [
        "2027-10-15 Bedank voor ‘Veilig werken’ [eigenlijk 21 oktober 2027: herfstvakantie, daarom de werkdag ervoor]"
    ]
    sent = paper("thank-you-letter", "sent", "na_gastles", "2027-10-12")
    assert [line for line in lines(profile, "2027-10-08", "2027-10-31", sent) if "edank" in line] == []


def test_press_goes_out_and_waits_for_its_hour() -> None:
    photo = {"date": "2027-06-17", "time": "15.30", "place": "Techniekplein 100"}
    press = {"date": "2027-06-16", "embargo": "2027-06-17T16:00", "photo_moment": photo}
    assert lines(partner(documents={"press_release": press}), "2027-06-10", "2027-06-30") == [
        "2027-06-16 Verstuur het persbericht",
        "2027-06-17 Het embargo op het persbericht eindigt om 16.00 uur",
        "2027-06-17 Fotomoment, 15.30 uur, Techniekplein 100",
    ]


FINANCE = {
    "lines": [{"code": "L1", "text": "x", "quantity": 1, "unit_price": "100.00", "vat": "high21", "payee": "partner"}],
    "instalments": {"of": "total_gross", "parts": [{"weight": 60, "date": "2027-10-01"}, {"weight": 40, "date": "2028-05-01"}]},
    "invoicing": {"by": "partner", "to": "board", "reference": "DV-1"},
}


def test_instalments_have_the_amounts_of_the_arrangement() -> None:
    cooperation = {"school_years": ["2027-2028"]}
    found = items(partner(finance=FINANCE, cooperation=cooperation), "2027-09-20", "2028-05-01")
    assert [(str(one.day), one.title, one.do) for one in found if one.what is What.INVOICE] == [
        ("2027-10-01", "Termijn 1 van 2 (2027-2028): € 72,60", "Verwacht de factuur van het Bedrijf (kenmerk DV-1)."),
        ("2028-04-28", "Termijn 2 van 2 (2027-2028): € 48,40", "Verwacht de factuur van het Bedrijf (kenmerk DV-1)."),
    ]
    ours = FINANCE | {"invoicing": {"by": "board", "to": "partner"}}
    first = items(partner(finance=ours, cooperation=cooperation), "2027-09-20", "2027-10-02")[0]
    assert first.do == "Stuur de factuur aan het Bedrijf."
    nobody = FINANCE | {"invoicing": None}
    first = items(partner(finance=nobody, cooperation=cooperation), "2027-09-20", "2027-10-02")[0]
    assert first.do == "Spreek af wie de factuur stuurt en vul finance.invoicing in het profiel in."


def test_a_partner_with_nothing_but_a_name_has_nothing_due() -> None:
    assert lines(partner(), "2027-01-01", "2029-12-31") == []


def test_everything_can_be_said_in_both_languages() -> None:
    fields = re.compile(r"\{(\w+)\}")
    for say, told in SAID.items():
        assert set(told) == {"nl", "en"}
        assert sorted(fields.findall(" ".join(told["nl"]))) == sorted(fields.findall(" ".join(told["en"]))), say
        assert re.findall(r"handslag [a-z-]+", told["nl"].do) == re.findall(r"handslag [a-z-]+", told["en"].do), say
    assert set(LABELS) == {what.value for what in What}
    assert set(GLUE["nl"]) == set(GLUE["en"])
    assert set(CALL) == {"nl", "en"}


def test_invitations_leave_as_early_as_their_own_rules_ask() -> None:
    about = read_yaml(resource("templates") / "texts/invitation/about.yaml", "about.yaml").data
    assert about is not None
    (rule,) = [rule for rule in about["rules"] if "goes out late" in rule["say"]]
    weeks = {kind: number for number, kinds in ast.literal_eval(rule["each"]) for kind in kinds}
    assert weeks == {kind.value: LEAD.get(kind, USUAL_LEAD) for kind in InvitationKind}


def test_every_command_that_is_advised_exists() -> None:
    found = {word for told in SAID.values() for words in told.values() for word in re.findall(r"handslag ([^.:?]+)", words.do)}
    texts = kinds((resource("agreements"), resource("templates") / "texts"))
    for told in found:
        name, *rest = told.split()
        known = {option for parameter in main.commands[name].params for option in parameter.opts}
        assert {word for word in rest if word.startswith("--")} <= known, told
        assert name != "draft" or rest[0] in texts, told
    assert len(found) > 8
