"""The letter of intent: a profile, and what the parties read. It says what they intend, and it binds nobody."""

from __future__ import annotations

import re
from typing import Any

import pytest

from generator.load import load_partner
from generator.package import resource
from generator.profile import Profile
from generator.profile.party import Kind
from generator.tree import blanks, passages
from tests.agreements.drafts import lines_of, slips
from tests.agreements.test_english import SLIP as ENGLISH_SLIP
from tests.texts.letters import WIM, document, profile, school, told
from tests.texts.letters import read as read_letter

KIND = "letter-of-intent"
INTENT = {"date": "2027-03-23", "place": "Oudervoorde", "valid_until": "2027-07-01"}
HEADINGS = {
    "nl": [
        "Partijen",
        "Aanleiding",
        "Gezamenlijke ambitie",
        "Uitgangspunten",
        "Voorgenomen activiteiten",
        "Korte termijn",
        "Lange termijn",
        "Vervolgstappen",
        "Contactpersonen",
        "Communicatie",
        "Vertrouwelijkheid",
        "Kosten",
        "Status van deze verklaring",
        "Looptijd",
        "Ondertekening",
    ],
    "en": [
        "Parties",
        "Background",
        "Shared ambition",
        "Principles",
        "Intended activities",
        "Short term",
        "Long term",
        "Next steps",
        "Contact persons",
        "Communication",
        "Confidentiality",
        "Costs",
        "Status of this letter",
        "Term",
        "Signatures",
    ],
}
BINDING = re.compile(
    r"\b(verplicht\w* zich|verbind\w* zich|moet|moeten|dient te|zal|zullen|betaal\w*|garande\w*|shall|must"
    r"|undertake\w*|guarantee\w*|pays?|is obliged|are obliged)\b",
    re.IGNORECASE,
)
"""What a letter that does not bind cannot say."""


def intent(partner: dict[str, Any] | None = None, papers: dict[str, Any] | None = None, **sections: Any) -> Profile:
    """The bakery with a letter of intent."""
    return profile((WIM,), partner, documents={"intent": INTENT} | (papers or {}), **sections)


def read(partner: Profile, language: str = "nl") -> list[str]:
    """The lines, without their marks."""
    return lines_of(read_letter(KIND, partner, language=language))


def part(partner: Profile, heading: str, language: str = "nl") -> list[str]:
    """The lines under a heading."""
    lines, known = read(partner, language), HEADINGS[language]
    rest = lines[lines.index(heading) + 1 :]
    return rest[: next((n for n, line in enumerate(rest) if line in known), len(rest))]


def samples() -> list[Profile]:
    files = sorted((resource("examples") / "partners").glob("*.yaml"))
    return [loaded.value for file in files if (loaded := load_partner(file, file.name, school())).value]


# --- what it says ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["nl", "en"])
def test_its_parts_stand_in_order(language: str) -> None:
    outline = read_letter(KIND, intent(), language=language)
    assert [line.split("  ", 1)[1].strip() for line in outline.splitlines() if re.match(r"h[23] ", line)] == HEADINGS[language]


def test_no_rights_but_for_confidence_and_own_costs_and_an_agreement_only_when_it_is_signed() -> None:
    assert part(intent(), "Status van deze verklaring") == [
        "Deze verklaring is geen samenwerkingsovereenkomst. Aan deze verklaring kunnen partijen geen rechten ontlenen, behalve "
        "aan de afspraken over vertrouwelijkheid en eigen kosten.",
        "Een bindende overeenkomst ontstaat pas na ondertekening van een samenwerkingsovereenkomst door bevoegde "
        "vertegenwoordigers van alle partijen. Partijen blijven vrij om ook met anderen samen te werken.",
    ]
    assert part(intent(), "Looptijd") == [
        "Deze verklaring geldt vanaf de dag van ondertekening tot en met 1 juli 2027. Partijen onderzoeken in die tijd of zij "
        "een samenwerkingsovereenkomst kunnen sluiten. Is er dan geen overeenkomst, dan vervalt deze verklaring. Is er eerder "
        "een overeenkomst, dan komt die ervoor in de plaats."
    ]
    assert "Iedere partij draagt haar eigen kosten" in part(intent(), "Kosten")[0]


def test_in_english_it_says_that_it_is_a_translation() -> None:
    assert "This is a translation for information. The Dutch text prevails." in read(intent(), "en")
    assert part(intent(), "Status of this letter", "en")[0] == (
        "This letter is not a cooperation agreement. The parties cannot derive any rights from it, except from what it says "
        "about confidentiality and each party’s own costs."
    )


@pytest.mark.parametrize("partner", samples(), ids=lambda partner: partner.id)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_none_of_our_words_binds(partner: Profile, language: str) -> None:
    for one in (partner, intent(), intent(cooperation={"activities": [{"id": "A", "type": "gastles"}]})):
        assert BINDING.findall(passages(document(KIND, one, language=language))[""]) == []
        assert [problem for problem in told(KIND, one, language=language) if "says" in problem] == []


@pytest.mark.parametrize(
    ("ambition", "word", "language"),
    [
        ("De bakker verplicht zich tot brood.", "verplicht zich", "nl"),
        ("De bakker betaalt het brood.", "betaalt", "nl"),
        ("De bakker zal leveren.", "zal leveren", "nl"),
        ("Wij garanderen brood.", "garanderen", "nl"),
        ("The baker shall bake.", "shall", "en"),
        ("The baker guarantees bread.", "guarantees", "en"),
    ],
)
def test_words_that_bind_are_told(ambition: str, word: str, language: str) -> None:
    made = intent(cooperation={"shared_ambition": ambition})
    assert f"the text says '{word}': it binds, and a letter of intent does not" in told(KIND, made, language=language)


def test_why_the_parties_want_it_and_how_they_met() -> None:
    log = [{"date": "2027-01-14", "kind": "telefoon"}, {"date": "2027-02-01"}, {"date": "2027-05-20", "kind": "gesprek"}]
    made = intent(
        cooperation={"recitals": ["leerlingen willen bakken;", "de bakker mensen zoekt."]},
        relationship={"origin": "ouder van een leerling", "contact_log": log},
    )
    assert part(made, "Aanleiding") == [
        "Partijen willen samenwerken omdat:",
        "leerlingen willen bakken;",
        "de bakker mensen zoekt.",
        "Herkomst van het contact: ouder van een leerling. Partijen hadden contact op 14 januari 2027 (telefoongesprek) en op "
        "1 februari 2027.",
    ]


def test_activities_are_intended_without_numbers_and_goals_stand_by_their_term() -> None:
    known = {"id": "A", "type": "gastles", "name": "Brood", "place": "school", "pupils": {"count": 24}}
    cooperation = {
        "activities": [
            known | {"schedule": {"dates": ["2027-09-14"]}},
            {"id": "B", "type": "bedrijfsbezoek"},
            {"id": "C", "type": "gastles"},
        ],
        "goals": [
            {"id": "G1", "horizon": "lang", "text": "elk jaar een leerbaan", "due": "2030-07-31"},
            {"id": "G2", "text": "een dag brood"},
        ],
    }
    made = intent(cooperation=cooperation)
    assert part(made, "Voorgenomen activiteiten") == [
        "Partijen onderzoeken of zij deze activiteiten samen kunnen uitvoeren:",
        "Activiteit | Plaats | Beoogde periode",
        "Brood | Vakcollege De Vuurbaak | 14-9-2027",
        "Bedrijfsbezoek | Bakkerij Kruim B.V. | in overleg",
        "Gastles | in overleg | in overleg",
    ]
    assert part(made, "Korte termijn")[-1] == "een dag brood."
    assert part(made, "Lange termijn")[-1] == "elk jaar een leerbaan, uiterlijk op 31 juli 2030."
    assert "Leerlingen kiezen zelf of zij aan een activiteit meedoen." in part(made, "Uitgangspunten")


def test_steps_are_those_still_to_come_with_who_and_when() -> None:
    promises = [
        {"what": "rooster sturen", "by": "board", "due": "2027-04-01"},
        {"what": "al klaar", "by": "school", "done": True},
        {"what": "al voorbij", "by": "school", "due": "2027-03-01"},
        {"what": "collega’s vragen", "by": "partner"},
        {"what": "nog eens bellen"},
    ]
    made = intent(
        cooperation={"mr": {"advice_required": True, "advice_date": "2027-05-27"}},
        relationship={"next_contact": "2027-04-15", "contact_log": [{"date": "2027-03-01", "open_promises": promises}]},
        papers={
            "invitations": [
                {"kind": "bedrijfsbezoek", "date": "2027-05-10"},
                {"kind": "open_dag", "date": "2028-01-20"},
                {"kind": "gastles"},
            ]
        },
    )
    assert part(made, "Vervolgstappen")[2:] == [
        "Rooster sturen | De School | uiterlijk op 1 april 2027",
        "Collega’s vragen | Het Bedrijf | in overleg",
        "Nog eens bellen | Partijen | in overleg",
        "Uitwerken wat de activiteiten van iedere partij vragen | De contactpersonen | in overleg",
        "Volgend overleg | De contactpersonen | 15 april 2027",
        "Bedrijfsbezoek | Partijen | 10 mei 2027",
        "Advies van de medezeggenschapsraad | De School | 27 mei 2027",
        "Besluiten of er een samenwerkingsovereenkomst komt | Partijen | uiterlijk op 1 juli 2027",
    ]


def test_who_represents_a_party_needs_no_decision_or_proxy_of_a_later_day() -> None:
    town = next(partner for partner in samples() if partner.partner.kind is Kind.MUNICIPALITY)
    text = "\n".join(read(town))
    assert "vertegenwoordigd door de heer drs. P. in ’t Hout, wethouder onderwijs en economie, hierna" in text
    assert "artikel 171" not in text
    assert "gemachtigd" not in text
    steps = part(town, "Vervolgstappen")
    assert "Besluit van het college van burgemeester en wethouders | De Gemeente | 18 mei 2027" in steps
    assert "Op de Gemeente is de Wet open overheid (Woo) van toepassing." in part(town, "Vertrouwelijkheid")[0]
    assert sum(line.startswith("Namens de Bedrijvenkring") for line in read(town)) == 2
    assert "Aldus uitgesproken en in drievoud ondertekend," in read(town)


def test_a_sole_trader_is_the_party_and_represents_nobody() -> None:
    made = intent({"legal_form": "eenmanszaak", "trade_name": "Kruim"})
    line = next(line for line in read(made) if "handelend onder de naam" in line)
    assert line.startswith("de heer W.H. van ’t Veld, handelend onder de naam *Kruim*")
    assert "vertegenwoordigd" not in line


# --- what is told ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("made", "problem"),
    [
        (intent(papers={"intent": INTENT | {"valid_until": "2027-03-01"}}), "it is over before it is signed"),
        (
            intent(cooperation={"goals": [{"id": "G1", "text": "voor € 500 brood"}]}),
            "goal G1 names a price, and a letter of intent has none",
        ),
    ],
)
def test_what_a_letter_of_intent_should_not_do_is_told(made: Profile, problem: str) -> None:
    assert told(KIND, made) == [problem]


def test_a_small_first_step_is_told_nothing_of() -> None:
    assert told(KIND, intent(cooperation={"activities": [{"id": "A", "type": "gastles"}]})) == []


# --- every partner, and hardly anything known --------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_kind_of_partner_can_have_one(kind: Kind, language: str) -> None:
    forms = {Kind.MUNICIPALITY: "gemeente", Kind.ASSOCIATION: "vereniging", Kind.COMPANY: "vof"}
    made = intent({"kind": kind, "legal_form": forms.get(kind, "stichting"), "legal_name": "Kruim"})
    text = read_letter(KIND, made, language=language)
    assert slips(text) == []
    assert [line for line in lines_of(text) if language == "en" and ENGLISH_SLIP.search(line)] == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_is_not_known_yet_is_blank_or_left_to_the_parties(language: str) -> None:
    bare = profile((), {"visit": None}, documents={"intent": {}})
    text = read_letter(KIND, bare, language=language)
    paths = {blank.path for blank in blanks(document(KIND, bare, language=language))}
    assert slips(text) == []
    assert paths >= {"documents.intent.valid_until", "cooperation.shared_ambition", "cooperation.recitals", "partner.people"}
    assert not any(
        path.startswith(("cooperation.activities", "cooperation.goals", "relationship.contact_log")) for path in paths
    )


def test_odd_characters_arrive_as_they_were_typed() -> None:
    odd = "Jansen & Zn. <B.V.> *_{{7*7}}_* | #1"
    log = [{"date": "2027-03-01", "open_promises": [{"what": odd}]}]
    made = intent({"legal_name": odd}, cooperation={"shared_ambition": odd}, relationship={"contact_log": log})
    assert "\n".join(read(made)).count(odd) == 6
