"""The letter that goes with an agreement: on paper, electronically, before a ceremony, and of a partner hardly known."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.desk import write
from generator.profile import Profile
from generator.tree import blanks
from tests.agreements.drafts import slips
from tests.pdf.reading import page_texts
from tests.texts.letters import FAMILIAR, FORMAL, READERS, SASKIA, WIM, document, profile, read, told

KIND = "cover-letter"
LANGUAGES = ("nl", "en")
COOPERATION = {"number": "DV-1", "title": "Leren bakken", "start": "2027-08-01", "end": "2028-07-31"}
ANNEXES = ["Financiële afspraken", "Jaarplanning"]
CEREMONY = {"kind": "ondertekening", "date": "2027-06-17", "start": "15.30", "location": "Dorpsstraat 4, Oudervoorde"}
VARIANTS: dict[str, dict[str, Any]] = {
    "on paper": {"agreement": {"date": "2027-06-24", "annexes": ANNEXES}},
    "electronically": {"agreement": {"date": "2027-06-24", "annexes": ANNEXES, "electronic": True}},
    "before a ceremony": {"agreement": {"date": "2027-06-17", "annexes": ANNEXES}, "invitations": [CEREMONY]},
    "without annexes": {"agreement": {"date": "2027-06-24", "copies": 3}},
}


def cover(
    letter: dict[str, Any] | None = None, people: tuple[dict[str, Any], ...] = (WIM,), more: Any = None, **papers: Any
) -> Profile:
    """A partner to whom the agreement is sent with such a letter."""
    documents = papers | ({"cover_letter": letter} if letter else {})
    return profile(people, **{"cooperation": COOPERATION, "documents": documents} | (more or {}))


def steps(text: str) -> list[str]:
    """What the reader is asked to do."""
    return [line.split(".  ", 1)[1] for line in text.splitlines() if line[:1].isdigit()]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("variant", VARIANTS)
def test_every_letter_is_whole_and_speaks_to_its_reader_in_one_form(variant: str, reader: str, language: str) -> None:
    person, how = READERS[reader]
    text = read(KIND, cover(how, (WIM | person, SASKIA | person), **VARIANTS[variant]), language=language)
    formal = reader in ("u", "two, formally", "a board")
    assert language == "en" or not (FAMILIAR if formal else FORMAL).findall(text)
    assert slips(text) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("variant", VARIANTS)
def test_a_letter_fits_on_one_page(variant: str, language: str) -> None:
    made = document(KIND, cover({"return_by": "2027-06-20"}, **VARIANTS[variant]), language=language)
    assert len(page_texts(write(made, "pdf"))) == 1


def test_it_goes_to_whoever_signs_with_the_numbers_of_the_agreement() -> None:
    people = (SASKIA | {"roles": ["contact"]}, WIM | {"roles": ["signatory"]})
    text = read(KIND, cover(people=people, **VARIANTS["on paper"]))
    assert "Geachte heer Van ’t Veld," in text
    assert "‘Leren bakken’ (nummer DV-1) met de bijlagen, in tweevoud." in text
    assert "De overeenkomst geldt van 1 augustus 2027 tot en met 31 juli 2028." in text
    assert "Ons kenmerk | DV-1-BG" in text
    assert (
        "Bijlagen: samenwerkingsovereenkomst in tweevoud, bijlage 1 ‘Financiële afspraken’ en bijlage 2 ‘Jaarplanning’" in text
    )


def test_on_paper_it_asks_to_initial_to_sign_and_to_return_by_the_day_of_signing() -> None:
    assert steps(read(KIND, cover(**VARIANTS["on paper"]))) == [
        "Lees de overeenkomst en de bijlagen goed door.",
        "Zet een paraaf op elke bladzijde, ook van de bijlagen.",
        "Vul plaats en datum in, en onderteken beide exemplaren.",
        "Houd één exemplaar en stuur het andere uiterlijk 24 juni 2027 terug naar Postbus 250, 1234 ZP Oudervoorde, "
        "t.a.v. mevrouw N. Janssen-ten Broeke.",
    ]
    assert steps(read(KIND, cover(**VARIANTS["on paper"]), language="en"))[2:] == [
        "Fill in place and date, and sign both copies.",
        "Keep one copy and return the other by 24 June 2027 to Postbus 250, 1234 ZP Oudervoorde, "
        "attn. Ms N. Janssen-ten Broeke.",
    ]


def test_electronically_nothing_is_initialled_or_returned() -> None:
    text = read(KIND, cover({"return_by": "2027-06-20"}, **VARIANTS["electronically"]))
    assert steps(text)[1:] == [
        "Open de uitnodiging om elektronisch te ondertekenen. Die komt per e-mail.",
        "Onderteken uiterlijk 20 juni 2027. Een paraaf op elke bladzijde is dan niet nodig.",
        "Bewaar het ondertekende bestand. Alle partijen krijgen hetzelfde bestand.",
    ]
    assert "Bijlagen: samenwerkingsovereenkomst, bijlage 1" in text


def test_before_a_ceremony_it_is_only_read() -> None:
    text = read(KIND, cover(**VARIANTS["before a ceremony"]))
    assert "De ondertekening is op donderdag 17 juni 2027 om 15.30 uur (Dorpsstraat 4, Oudervoorde)." in text
    assert steps(text)[1:] == [
        "Laat ons vóór die dag weten of alles klopt.",
        "Wacht met ondertekenen tot de bijeenkomst. Dan zetten alle partijen hun paraaf en hun handtekening.",
    ]
    later = read(KIND, cover(**VARIANTS["before a ceremony"]), day=date(2027, 6, 18))
    assert "De ondertekening is op" not in later
    assert "uiterlijk [Retour uiterlijk: documents.cover_letter.return_by] terug" in later


@pytest.mark.parametrize(
    ("copies", "letter", "said"),
    [
        (2, None, "Houd één exemplaar en stuur het andere uiterlijk"),
        (3, None, "Houd één exemplaar en stuur de andere twee uiterlijk"),
        (1, None, "Stuur de overeenkomst uiterlijk 24 juni 2027 terug naar"),
        (2, {"signed_by_school": False}, "Stuur beide exemplaren uiterlijk 24 juni 2027 terug naar"),
        (2, {"signed_by_school": True}, "Houd één exemplaar en stuur het andere uiterlijk"),
    ],
)
def test_a_copy_is_kept_by_whoever_signs_last(copies: int, letter: dict[str, Any] | None, said: str) -> None:
    text = read(KIND, cover(letter, agreement={"date": "2027-06-24", "copies": copies}))
    assert steps(text)[-1].startswith(said)
    kept = said.startswith("Houd")
    assert ("Als alle partijen hebben ondertekend, krijgt u een" in text) is not kept
    assert ("Ons bevoegd gezag heeft al ondertekend." in text) is bool(letter and letter["signed_by_school"])


def test_with_three_parties_all_copies_come_back_first() -> None:
    shop = {"id": "winkel", "kind": "association", "legal_name": "Vereniging De Winkel", "people": [SASKIA]}
    partner = cover({"return_by": "2027-07-01"}, more={"third_parties": [shop]})
    assert "onderteken alle drie de exemplaren." in read(KIND, partner)
    assert "Stuur alle exemplaren uiterlijk 1 juli 2027 terug naar" in read(KIND, partner)
    third = cover({"to": "saskia"}, more={"third_parties": [shop]})
    assert "p   Vereniging De Winkel / T.a.v. mevrouw S. de Vries" in read(KIND, third)
    assert "mag namens uw vereniging ondertekenen." in read(KIND, third)


def test_only_those_who_are_authorised_sign() -> None:
    jointly = {"roles": ["signatory"], "authority": {"basis": "joint", "evidence": "kvk"}}
    text = read(KIND, cover(people=(WIM | jointly, SASKIA | jointly)))
    assert "Alleen wie daartoe bevoegd is, mag namens uw bedrijf ondertekenen." in text
    assert "In de overeenkomst staan daarvoor de heer W.H. van ’t Veld en mevrouw S. de Vries, die samen ondertekenen." in text
    english = read(KIND, cover(people=(WIM | {"titles_before": ["drs."]},)), language="en")
    assert "The agreement names W.H. van ’t Veld for this." in english


def test_whoever_has_questions_can_call_or_mail_the_fixed_contact() -> None:
    text = read(KIND, cover(more={"relationship": {"fixed_contact_school": "directeur"}}))
    assert "Bel of mail Tom Bakker, directeur: 010 123 45 68 of t.bakker@devuurbaak.example." in text


def test_of_a_partner_of_whom_only_the_name_is_known_there_is_still_a_letter() -> None:
    bare = profile((), cooperation={})
    made = document(KIND, bare)
    assert "Hierbij ontvangt u de samenwerkingsovereenkomst in tweevoud." in read(KIND, bare)
    assert [blank.path for blank in blanks(made)] == ["documents.cover_letter.return_by"]
    assert told(KIND, bare) == ["nobody is known who signs for the partner"]


@pytest.mark.parametrize(
    ("return_by", "problem"),
    [
        ("2027-06-01", "the last day to send the agreement back does not come after the day of the letter"),
        ("2027-06-07", "there is less than a week to send the agreement back"),
        ("2027-08-02", "the agreement may come back after the cooperation starts"),
        ("2027-06-20", None),
    ],
)
def test_the_day_to_send_it_back_is_judged(return_by: str, problem: str | None) -> None:
    partner = cover({"date": "2027-06-01", "return_by": return_by}, **VARIANTS["on paper"])
    assert told(KIND, partner) == ([problem] if problem else [])
