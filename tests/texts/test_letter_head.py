"""The head of a letter, tried on invitations: to whom, where, their reference, the subject."""

from __future__ import annotations

from typing import Any

import pytest

from tests.texts.invitations import KIND, LANGUAGES, OCCASIONS, invited, letter, partner
from tests.texts.letters import SASKIA, WIM, read


def head(**how: Any) -> list[str]:
    """The lines of the address."""
    people = how.pop("people", (WIM, SASKIA))
    text = read(KIND, invited("open_dag", people, how.pop("sections", None), **how))
    return text.split("[address]\n    p   ")[1].split("\n")[0].split(" / ")


def test_the_address_names_who_is_written_to() -> None:
    assert head(to="wim")[:2] == ["Bakkerij Kruim B.V.", "T.a.v. de heer W.H. van ’t Veld"]
    assert head(to=["wim", "saskia"])[1:3] == ["T.a.v. de heer W.H. van ’t Veld", "en mevrouw S. de Vries"]
    assert head(greeting="bestuur") == ["Bakkerij Kruim B.V.", "Dorpsstraat 4"]
    assert head(people=()) == ["Bakkerij Kruim B.V.", "Dorpsstraat 4"]


def test_who_is_of_another_organisation_is_greeted_but_not_at_this_address() -> None:
    third = {"id": "kring", "kind": "association", "legal_name": "Bedrijvenkring", "people": (SASKIA | {"address_form": "u"},)}
    sections = {"third_parties": [third]}
    assert head(people=(WIM,), sections=sections, to=["wim", "saskia"])[1] == "T.a.v. de heer W.H. van ’t Veld"
    text = letter("open_dag", (WIM,), sections, to=["wim", "saskia"])
    assert "Geachte heer Van ’t Veld, geachte mevrouw De Vries," in text


def test_without_an_address_a_letter_goes_by_e_mail_or_asks_for_one() -> None:
    nowhere = {"kind": "company", "legal_name": "Kruim", "visit": None, "people": (WIM,)}
    assert head(sections={"partner": nowhere})[2] == "[adres: partner.visit]"
    assert head(sections={"partner": nowhere | {"email": "info@kruim.example"}})[2] == "Per e-mail: info@kruim.example"
    reachable = nowhere | {"email": "info@kruim.example", "people": (WIM | {"email": "wim@kruim.example"},)}
    assert head(sections={"partner": reachable})[2] == "Per e-mail: wim@kruim.example"


def test_a_foreign_address_ends_with_its_country() -> None:
    abroad = partner(
        "company", visit={"street": "Kerkstraat", "number": 1, "postcode": "2000", "place": "Antwerpen", "country": "BE"}
    )
    assert head(sections={"partner": abroad})[-2:] == ["2000 ANTWERPEN", "BELGIË"]


def test_their_reference_stands_there_when_it_is_known() -> None:
    assert "Uw kenmerk | KL-2028/17" in letter("open_dag", your_reference="KL-2028/17")
    assert "Your reference | KL-2028/17" in letter("open_dag", your_reference="KL-2028/17", language="en")
    assert "Uw kenmerk" not in letter("open_dag")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("occasion", OCCASIONS)
def test_a_subject_is_short_and_no_sentence(occasion: str, language: str) -> None:
    text = read(KIND, invited(occasion), language=language)
    (subject,) = [line.removeprefix("h1  ") for line in text.splitlines() if line.startswith("h1")]
    assert len(subject) <= 45
    assert subject[0].isupper()
    assert subject[-1].isalpha()
