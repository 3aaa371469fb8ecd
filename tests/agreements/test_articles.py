"""Which articles an agreement has and what they say: a profile, and the words in the agreement."""

from __future__ import annotations

from typing import Any

import pytest

from generator.desk import blanks
from generator.load import load_partner
from generator.package import resource
from generator.profile import Profile
from generator.profile.activity import ActivityType
from tests.agreements.drafts import COMPANY, article, document, headings, profile, read, school, slips

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


def with_activity(type_: str, **more: Any) -> dict[str, Any]:
    return {"cooperation": {"activities": [{"id": "A1", "type": type_} | more]}}


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
    assert lines[:2] == ["Partijen maken deze kosten:", "Omschrijving | Aantal | Prijs per eenheid | Btw | Ontvanger"]
    assert lines[2].endswith("2 zak | € 9,50 | 9% | het Bedrijf")


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


def test_what_holds_for_several_activities_is_said_once() -> None:
    there = {"place": "partner", "supervisor": "a", "pupils": {"supervisors": 1}, "exam": {"assessor": "partner"}}
    given = [{"id": name, "type": "keuzevak_door_bedrijf", "name": f"Vak {name}"} | there for name in "ABC"]
    person = {"id": "a", "surname": "Bakker", "initials": "A.", "roles": ["contact"]}
    text = read(profile(COMPANY | {"people": [person]}, cooperation={"activities": given}))
    all_ = "‘Vak A’, ‘Vak B’ en ‘Vak C’"
    staff = article(text, "Inzet van personeel van de partner")
    assert staff[0] == f"Het Bedrijf zet deskundige medewerkers in voor de activiteiten {all_}."
    there_too = article(text, "Begeleiding en aanwezigheid")
    assert there_too[0] == f"Bij de activiteiten {all_} begeleidt A. Bakker de leerlingen."
    assert f"Bij de activiteiten {all_} gaat telkens ten minste één begeleider van de School mee." in there_too
    exams = article(text, "Kwaliteit, examinering en PTA")
    assert f"Het Bedrijf beoordeelt {all_}. De School stelt het cijfer vast." in exams
    assert exams[1].startswith(f"De School neemt {all_} vóór 1 oktober van het schooljaar waarin")


@pytest.mark.parametrize(
    ("activity", "said"),
    [
        ({"type": "gastles", "topic": "lassen"}, "het onderwerp is lassen"),
        (
            {"type": "keuzevak_door_bedrijf", "elective": "hout", "part": "zagen"},
            "het keuzevak is hout en het onderdeel is zagen",
        ),
        (
            {"type": "blokstage", "groups": ["3A"], "cspe_period": "april"},
            "het gaat om 3A en de stage valt samen met het cspe (april)",
        ),
        ({"type": "slim_roosteren", "periods": ["week 1", "week 2"]}, "het rooster geldt voor week 1 en week 2"),
        ({"type": "netwerkbijeenkomst", "hosts": ["de Club"]}, "de gasten worden ontvangen door de Club"),
        (
            {"type": "worldskills", "discipline": "bakken", "partner_role": "trainingsplek"},
            "het Bedrijf biedt een trainingsplek",
        ),
        (
            {"type": "vakkanjers", "rounds": [{"name": "finale"}], "fee": "50"},
            "de ronde is finale en het inschrijfgeld is € 50,00",
        ),
        ({"type": "onderwijs_on_stage", "doe_dag": "2027-11-20"}, "de doe-dag is op 20 november 2027"),
        ({"type": "opdracht_voor_bedrijf", "question": "Wat nu?"}, "de vraag is ‘Wat nu?’"),
    ],
)
def test_the_article_says_what_an_activity_is_about(activity: dict[str, Any], said: str) -> None:
    one = read(profile(cooperation={"activities": [{"id": "A", "name": "X"} | activity]}))
    line = next(line for line in article(one, "Activiteiten") if line.startswith("Voor de activiteit ‘X’ geldt: "))
    assert line.endswith(f"{said}.")


def test_the_result_of_an_assignment_has_an_owner_and_a_last_day() -> None:
    text = read(profile(**with_activity("opdracht_voor_bedrijf", name="Hek", deadline="2028-03-01", result_owner="partner")))
    assert "| uiterlijk 1-3-2028 | in overleg |" in text
    rights = article(text, "Intellectuele eigendom")
    assert "Het resultaat van de activiteit ‘Hek’ is van het Bedrijf." in rights
    assert rights[-1].startswith("Ander werk dat een leerling maakt")


@pytest.mark.parametrize(
    ("type_", "words"),
    [
        ("hybride_docent", "beschikbaar als hybride docent voor [Uren per week"),
        ("gastles", "beschikbaar als gastdocent voor de activiteit ‘X’."),
        ("keuzevak_door_bedrijf", "beschikbaar als docent voor de activiteit ‘X’."),
    ],
)
def test_staff_has_the_role_of_its_activity(type_: str, words: str) -> None:
    person = {"id": "a", "surname": "Bakker", "initials": "A."}
    regular = {"regular": True} if type_ == "gastles" else {}
    text = read(profile(COMPANY | {"people": [person]}, **with_activity(type_, name="X", person="a", **regular)))
    assert words in article(text, "Inzet van personeel van de partner")[0]


@pytest.mark.parametrize(
    ("steps", "first"),
    [
        (["rechter"], "Bij een geschil is de rechter in het arrondissement"),
        (["arbitrage"], "Bij een geschil beslist een arbiter"),
        (["directies"], "Bij een verschil van mening overleggen de directies."),
        (["stuurgroep"], "Bij een verschil van mening bespreekt de stuurgroep het geschil."),
    ],
)
def test_the_first_step_in_a_dispute_follows_on_nothing(steps: list[str], first: str) -> None:
    lines = article(read(profile(cooperation={"disputes": {"steps": steps}})), "Geschillen en toepasselijk recht")
    assert lines[1].startswith(first)


@pytest.mark.parametrize(
    ("groups", "words"),
    [
        (
            {"steering_group": {"chair": "school"}, "working_group": {"chair": "school"}},
            "van de stuurgroep en van de werkgroep.",
        ),
        (
            {"steering_group": {"chair": "school"}, "working_group": {}},
            "van de stuurgroep. De werkgroep kiest zelf een voorzitter.",
        ),
        ({"steering_group": {}, "working_group": {}}, "Elke groep kiest zelf een voorzitter."),
        ({"working_group": {}}, "De werkgroep kiest zelf een voorzitter."),
    ],
)
def test_every_group_has_a_chair_and_somebody_decides(groups: dict[str, Any], words: str) -> None:
    text = " ".join(article(read(profile(cooperation={"governance": groups})), "Organisatiestructuur"))
    assert words in text
    assert text.count("met instemming van beide partijen") == 1


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        ("negatief", "negatief advies over"),
        ("voorwaardelijk", "onder voorwaarden positief advies over"),
        (None, "2027 advies over"),
    ],
)
def test_the_recital_says_what_the_council_advised(outcome: str | None, words: str) -> None:
    assert words in read(profile(cooperation={"mr": {"advice_date": "2027-05-01", "outcome": outcome}}))


def test_an_annex_about_money_stands_instead_of_everyones_own_costs() -> None:
    lines = article(read(profile(documents={"agreement": {"annexes": ["Begroting"]}})), "Financiën")
    assert lines[0] == "De financiële afspraken staan in {bijlage 1}."
    assert "eigen kosten" not in " ".join(lines)


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
