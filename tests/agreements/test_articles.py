"""Which articles an agreement has and what they say: a profile, and the words in the agreement."""

from __future__ import annotations

from typing import Any

import pytest

from generator.load import load_partner
from generator.package import resource
from generator.profile import Profile
from generator.profile.activity import ActivityType
from generator.tree import blanks
from tests.agreements.drafts import COMPANY, article, document, headings, profile, read, school, slips, with_activity

ALWAYS = [
    "Doel en ambitie",
    "Activiteiten",
    "Taken en verantwoordelijkheden",
    "Contactpersonen",
    "Financiën",
    "Communicatie",
    "Evaluatie",
    "Duur, verlenging en opzegging",
    "Wijziging",
    "Niet-nakoming en ontbinding",
    "Aansprakelijkheid",
    "Geschillen en toepasselijk recht",
    "Slotbepalingen",
]
ASSOCIATION = COMPANY | {"kind": "association", "id": "club", "short_name": "de Club", "legal_form": "vereniging"}
MUNICIPALITY = {"kind": "municipality", "legal_name": "gemeente Noorderlee", "legal_form": "gemeente"}


def found(**sections: Any) -> set[str]:
    return set(headings(read(profile(**sections)))) - set(ALWAYS)


def test_an_empty_cooperation_has_the_articles_that_are_always_there() -> None:
    assert headings(read(profile())) == ALWAYS


@pytest.mark.parametrize(
    ("sections", "expected"),
    [
        (with_activity("netwerkbijeenkomst"), set()),
        (with_activity("gastles", place="school"), {"Begripsbepalingen", "Vrijwillige keuze van leerlingen", "Beeldmateriaal"}),
        ({"cooperation": {"confidentiality": True}}, {"Geheimhouding"}),
        ({"cooperation": {"force_majeure": True}}, {"Overmacht"}),
        ({"cooperation": {"ip": {"owner": "school"}}}, {"Intellectuele eigendom"}),
        ({"cooperation": {"sponsoring": [{"what": "een oven"}]}}, {"Sponsoring"}),
        ({"cooperation": {"governance": {"working_group": {"members": ["docent"]}}}}, {"Organisatiestructuur"}),
        ({"third_parties": [ASSOCIATION]}, {"Organisatiestructuur"}),
        ({"finance": {"subsidy": {"name": "STO"}}}, {"Subsidie en verantwoording"}),
        ({"cooperation": {"route_topics": {"a": "DP"}}}, {"Doorlopende leerroute"}),
        ({"partner": MUNICIPALITY}, {"Openbaarheid"}),
    ],
)
def test_an_article_is_there_when_it_is_needed(sections: dict[str, Any], expected: set[str]) -> None:
    assert found(**sections) - {"Intellectuele eigendom"} == expected - {"Intellectuele eigendom"}


def test_a_placement_brings_all_that_protects_pupils() -> None:
    there = found(**with_activity("lintstage", place="partner"))
    assert there >= {
        "Stage",
        "Veiligheid en jeugdige leerlingen",
        "Verzekering",
        "Persoonsgegevens",
        "Begeleiding en aanwezigheid",
    }
    assert not there & {"VOG en gedragsregels", "Kwaliteit, examinering en PTA", "Inzet van personeel van de partner"}


def test_a_hybrid_teacher_brings_staff_and_certificate_but_no_placement() -> None:
    there = found(**with_activity("hybride_docent", place="school"))
    assert there >= {"Inzet van personeel van de partner", "VOG en gedragsregels", "Verzekering"}
    assert not there & {"Stage", "Veiligheid en jeugdige leerlingen", "Begeleiding en aanwezigheid"}


def test_an_elective_at_the_mbo_brings_the_recital_that_the_law_asks_for() -> None:
    text = read(profile(**with_activity("keuzevak_op_mbo")))
    assert "A.  leerlingen een deel van hun onderwijsprogramma volgen bij een mbo-college" in text
    assert "artikelen 2.99 en 2.100 van de Wet voortgezet onderwijs 2020," in text
    assert "Kwaliteit, examinering en PTA" in headings(text)


@pytest.mark.parametrize("type_", list(ActivityType))
@pytest.mark.parametrize("place", ["school", "partner", "extern", None])
def test_every_type_of_activity_can_be_agreed_at_every_place(type_: str, place: str | None) -> None:
    assert slips(read(profile(**with_activity(type_, place=place)))) == []


def test_guest_lessons_count_as_staff_from_three_times_on() -> None:
    staff = "Inzet van personeel van de partner"
    assert staff not in found(**with_activity("gastles", schedule={"dates": ["2027-09-16", "2027-11-18"]}))
    assert staff in found(**with_activity("gastles", schedule={"sessions": 3}))
    assert staff in found(**with_activity("gastles", regular=True))
    assert staff not in found(**with_activity("gastles", schedule={"sessions": 9}, regular=False))


def test_two_parties_are_both_and_three_are_all() -> None:
    two, three = read(profile()), read(profile(third_parties=[ASSOCIATION]))
    assert "alleen als beide partijen die schriftelijk" in two
    assert "alleen als alle partijen die schriftelijk" in three
    assert "alle partijen" not in two
    assert "beide" not in three
    assert "de andere partij " not in three


def test_an_agreement_without_end_runs_until_notice() -> None:
    text = read(profile(cooperation={"start": "2027-08-01", "notice": {"months": 3}}))
    assert article(text, "Duur, verlenging en opzegging") == [
        "Deze overeenkomst gaat in op 1 augustus 2027 en geldt voor onbepaalde tijd.",
        "Een partij kan deze overeenkomst opzeggen tegen het einde van een schooljaar. Dat gebeurt schriftelijk, "
        "met een termijn van drie maanden.",
    ]
    assert "vanaf 1 augustus 2027, voor onbepaalde tijd" in text


def test_tacit_renewal_says_until_when_notice_can_be_given() -> None:
    terms = {"start": "2027-08-01", "end": "2028-07-31", "renewal": "tacit", "notice": {"months": 1}}
    lines = article(read(profile(cooperation=terms)), "Duur, verlenging en opzegging")
    assert lines[0].endswith("eindigt van rechtswege op 31 juli 2028, tenzij zij wordt verlengd.")
    assert "uiterlijk één maand vóór het einde schriftelijk opzegt" in lines[1]
    assert lines[2:] == ["Eerder beëindigen kan alleen als beide partijen dat schriftelijk afspreken."]


def test_without_costs_everyone_bears_their_own() -> None:
    assert article(read(profile()), "Financiën") == [
        "Iedere partij draagt de eigen kosten. Partijen brengen elkaar geen kosten in rekening."
    ]


def test_costs_without_an_annex_stand_in_the_article() -> None:
    line = {
        "code": "L1",
        "text": "Meel | bloem",
        "quantity": "2",
        "unit": "zak",
        "unit_price": "9.50",
        "vat": "low9",
        "payee": "partner",
    }
    lines = article(read(profile(finance={"lines": [line]})), "Financiën")
    assert lines[:7] == [
        "De kosten zijn:",
        "Omschrijving | Aantal | Prijs per eenheid | Btw | Bedrag",
        "Meel | bloem | 2 | € 9,50 per zak | 9% | € 19,00",
        "*Totaal exclusief btw* |  |  |  | *€ 19,00*",
        "Btw 9% over € 19,00 |  |  |  | € 1,71",
        "*Totaal inclusief btw* |  |  |  | *€ 20,71*",
        "Deze kosten worden betaald aan het Bedrijf.",
    ]


def test_own_tasks_take_the_place_of_the_usual_ones() -> None:
    tasks = {"school": ["een lokaal."], "partner": ["een oven;"], "third_parties": {"club": ["publiek"]}}
    lines = article(read(profile(cooperation={"tasks": tasks}, third_parties=[ASSOCIATION])), "Taken en verantwoordelijkheden")
    assert [line for line in lines if line.endswith(";")] == ["een lokaal;", "een oven;", "publiek;"]


def test_an_article_refers_to_an_annex_only_when_it_is_listed() -> None:
    annexes = {"documents": {"agreement": {"annexes": ["Begroting", "Jaarplanning"]}}}
    text = read(profile(**annexes))
    assert "De jaarplanning staat in {bijlage 2}." in text
    assert "Bijlage 1" in text
    assert "{bijlage" not in read(profile())


def test_a_public_partner_is_open_and_can_still_be_discreet() -> None:
    text = read(profile(MUNICIPALITY, cooperation={"confidentiality": True}))
    assert article(text, "Geheimhouding")[-1].startswith("Op de Gemeente is de Wet open overheid (Woo) van toepassing.")


def test_young_pupils_on_placement_have_shorter_days() -> None:
    young = article(read(profile(**with_activity("lintstage", pupils={"min_age": 14}))), "Stage")
    grown = article(read(profile(**with_activity("lintstage", pupils={"min_age": 16}))), "Stage")
    assert "Voor leerlingen jonger dan zestien jaar geldt:" in young
    assert "De werktijden voldoen aan de Arbeidstijdenwet. Lestijd telt mee als werktijd." in grown


def test_a_placement_at_who_is_no_party_names_the_company_for_what_it_is() -> None:
    text = read(profile(**with_activity("blokstage", place="extern")))
    assert "‘het stagebedrijf’" in " ".join(article(text, "Stage"))
    assert "geen partij is bij deze overeenkomst" in " ".join(article(text, "Begeleiding en aanwezigheid"))


def test_the_topics_of_an_integrated_route_that_are_not_settled_are_blanks() -> None:
    lines = article(read(profile(**with_activity("doorlopende_leerroute"))), "Doorlopende leerroute")
    assert sum("[" in line for line in lines) == 10


def test_a_draft_asks_for_an_adviser_and_a_final_does_not() -> None:
    words = "Laat het nakijken door de eigen juridisch adviseur van de school"
    assert words in read(profile())
    assert words not in read(profile(), final=True)


@pytest.mark.parametrize("partner", ["roc-noorderlee", "van-t-veld-en-zonen", "gemeente-noorderlee"])
def test_the_samples_read_well_and_can_be_final(partner: str) -> None:
    loaded = load_partner(resource("examples") / "partners" / f"{partner}.yaml", f"{partner}.yaml", school())
    assert isinstance(loaded.value, Profile)
    assert slips(read(loaded.value)) == []
    assert blanks(document(loaded.value, final=True)) == ()


def test_the_barest_profile_reads_well_and_asks_for_what_it_lacks() -> None:
    assert slips(read(profile())) == []
    asked = [blank.label for blank in blanks(document(profile()))]
    assert len(asked) == len(set(asked)) > 10
