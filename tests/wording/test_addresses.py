"""Addresses in text and in a window."""

from __future__ import annotations

from typing import Any

import pytest

from generator.profile import Address, Partner, Person
from generator.wording import addresses
from tests.wording import spaced
from tests.wording.people import GRAAF, KERKSTRAAT, MARKTSTRAAT, POSTBUS, SMIDSWEG, VELD, YILDIZ, address


def partner(**parts: Any) -> Partner:
    return Partner.model_validate({"kind": "company", "legal_name": "Constructiebedrijf Van ’t Veld & Zonen B.V.", **parts})


@pytest.mark.parametrize(
    ("place", "street", "line"),
    [
        (SMIDSWEG, "Smidsweg 7A", "Smidsweg 7A, 1236 CD ’s-Heerenvoorde"),
        (MARKTSTRAAT, "Marktstraat 22 bis", "Marktstraat 22 bis, 1234 BK Oudervoorde"),
        (POSTBUS, "Postbus 250", "Postbus 250, 1234 ZP Oudervoorde"),
        (KERKSTRAAT, "Kerkstraat 12-2", "Kerkstraat 12-2, 2000 Antwerpen, België"),
        (address(place="Oudervoorde"), "", "Oudervoorde"),
        (address(street="Kerklaan", number=1), "Kerklaan 1", "Kerklaan 1"),
    ],
)
def test_one_line(place: Address, street: str, line: str) -> None:
    assert spaced(addresses.street(place, language="nl")) == street
    assert spaced(addresses.address(place, language="nl")) == line


@pytest.mark.parametrize(
    ("place", "town"),
    [
        ("’s-Gravenhage", "’S-GRAVENHAGE"),
        ("IJsselstein", "IJSSELSTEIN"),
        ("Súdwest-Fryslân", "SÚDWEST-FRYSLÂN"),
        ("’s-Heerenvoorde", "’S-HEERENVOORDE"),
    ],
)
def test_two_hard_spaces_and_capitals_in_a_window(place: str, town: str) -> None:
    block = addresses.address_block(address(street="Kerklaan", number=1, postcode="1234 AB", place=place), language="nl")
    assert block.split("\n") == ["Kerklaan 1", f"1234\u00a0AB\u00a0\u00a0{town}"]


def test_a_letter_goes_to_the_organisation_for_the_attention_of_a_person() -> None:
    lines = spaced(addresses.address_block(partner(visit=SMIDSWEG), VELD, language="nl")).split("\n")
    assert lines == [
        "Constructiebedrijf Van ’t Veld & Zonen B.V.",
        "T.a.v. de heer W.H. van ’t Veld",
        "Smidsweg 7A",
        "1236 CD  ’S-HEERENVOORDE",
    ]


@pytest.mark.parametrize(
    ("people", "language", "lines"),
    [
        ([VELD, GRAAF], "nl", ["T.a.v. de heer W.H. van ’t Veld", "en mevrouw drs. M.J. de Graaf"]),
        ((YILDIZ, VELD, GRAAF), "nl", ["T.a.v. K. Yıldız,", "de heer W.H. van ’t Veld", "en mevrouw drs. M.J. de Graaf"]),
        ([VELD, GRAAF], "en", ["Attn. Mr W.H. van ’t Veld", "and Ms drs. M.J. de Graaf"]),
        ([], "nl", []),
    ],
)
def test_several_readers_have_a_line_each(people: list[Person], language: str, lines: list[str]) -> None:
    block = spaced(addresses.address_block(partner(), people, language=language))
    assert block.split("\n") == ["Constructiebedrijf Van ’t Veld & Zonen B.V.", *lines]


def test_several_readers_without_an_organisation() -> None:
    block = spaced(addresses.address_block(KERKSTRAAT, [VELD, GRAAF], language="nl"))
    assert block.split("\n")[:2] == ["De heer W.H. van ’t Veld", "en mevrouw drs. M.J. de Graaf"]


@pytest.mark.parametrize("name", ["W.H. van ’t Veld", "Wim van ’t Veld"])
def test_a_sole_trader_is_not_for_the_attention_of_himself(name: str) -> None:
    trader = partner(legal_name=name, legal_form="eenmanszaak", visit=SMIDSWEG)
    assert spaced(addresses.address_block(trader, VELD, language="nl")).split("\n")[:2] == [
        "De heer W.H. van ’t Veld",
        "Smidsweg 7A",
    ]
    assert spaced(addresses.address_block(trader, GRAAF, language="nl")).split("\n")[:2] == [
        name,
        "T.a.v. mevrouw drs. M.J. de Graaf",
    ]


def test_a_sole_trader_is_written_to_under_the_trade_name() -> None:
    trader = partner(legal_name="W.H. van ’t Veld", trade_name="Smederij Het Vuur", legal_form="eenmanszaak")
    assert spaced(addresses.address_block(trader, VELD, language="nl")).split("\n") == [
        "Smederij Het Vuur",
        "T.a.v. de heer W.H. van ’t Veld",
    ]
    company = partner(trade_name="Van ’t Veld")
    assert addresses.address_block(company, language="nl") == "Constructiebedrijf Van ’t Veld & Zonen B.V."


def test_without_attention_and_without_an_organisation_the_name_has_its_capital() -> None:
    assert addresses.address_block(partner(), VELD, language="nl", attention=False).split("\n")[1].startswith("De heer W.H.")
    assert spaced(addresses.address_block(SMIDSWEG, GRAAF, language="nl")).split("\n")[0] == "Mevrouw drs. M.J. de Graaf"
    assert "\nT.a.v. K. Yıldız" in spaced(addresses.address_block(partner(), YILDIZ, language="nl"))


def test_the_post_box_comes_before_the_visiting_address() -> None:
    assert spaced(addresses.address_block(partner(visit=SMIDSWEG, post=POSTBUS), language="en")).split("\n")[1:] == [
        "Postbus 250",
        "1234 ZP  OUDERVOORDE",
    ]


def test_abroad_the_country_is_the_last_line_in_the_language_of_the_letter() -> None:
    abroad = partner(legal_name="gemeente Antwerpen", visit=KERKSTRAAT)
    assert (
        spaced(addresses.address_block(abroad, language="nl")) == "Gemeente Antwerpen\nKerkstraat 12-2\n2000 ANTWERPEN\nBELGIË"
    )
    assert addresses.address_block(abroad, VELD, language="en").split("\n")[-1] == "BELGIUM"
    box = address(po_box="1", postcode="2000", place="Antwerpen", country="BE")
    assert spaced(addresses.address(box, language="en")) == "P.O. Box 1, 2000 Antwerpen, Belgium"


def test_what_is_unknown_is_left_out() -> None:
    assert addresses.address_block(partner(), language="nl") == "Constructiebedrijf Van ’t Veld & Zonen B.V."
