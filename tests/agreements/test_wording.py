"""How an agreement says it: once for several activities, complete, and in whole sentences. A profile, and the words in it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.agreements.drafts import COMPANY, article, profile, read, with_activity


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
