"""How each sort of party is described, represented and signs: a profile, and the words in the agreement."""

from __future__ import annotations

from typing import Any

import pytest

from tests.agreements.drafts import COMPANY, profile, read, school

ADDRESS = {"street": "Dorpsstraat", "number": 1, "postcode": "1234 AB", "place": "Oudervoorde"}
BOSS = {
    "id": "boss",
    "roles": ["signatory"],
    "salutation": "mevrouw",
    "initials": "A.",
    "surname": "Bakker",
    "function": "bestuurder",
    "authority": {"basis": "sole"},
}
AT = "kantoorhoudende aan Dorpsstraat 1, 1234 AB Oudervoorde, ingeschreven in het handelsregister onder nummer 68750110"
SIGNED_BY = "rechtsgeldig vertegenwoordigd door mevrouw A. Bakker, bestuurder"


def partner(form: str, name: str, *people: dict[str, Any], kind: str = "other", **more: Any) -> dict[str, Any]:
    ids = {"kvk": "68750110"}
    known = {
        "kind": kind,
        "legal_form": form,
        "legal_name": name,
        "statutory_seat": "Oudervoorde",
        "visit": ADDRESS,
        "ids": ids,
    }
    return known | {"people": list(people)} | more


def described(given: dict[str, Any]) -> str:
    """The second party as the agreement describes it, up to its defined name."""
    return (
        next(line for line in read(profile(given)).splitlines() if line.startswith("2.  "))[4:]
        .split(", hierna")[0]
        .replace("*", "")
    )


@pytest.mark.parametrize(
    ("form", "name", "words"),
    [
        ("stichting", "Stichting Zorg", "Stichting Zorg, statutair gevestigd te Oudervoorde en"),
        ("stichting", "Zorg voor Allen", "de stichting Zorg voor Allen, statutair gevestigd te Oudervoorde en"),
        ("vereniging", "Vereniging Zwaluw", "Vereniging Zwaluw, statutair gevestigd te Oudervoorde en"),
        ("cooperatie", "Coöperatie Graan U.A.", "Coöperatie Graan U.A., statutair gevestigd te Oudervoorde en"),
        ("cooperatie", "Graan U.A.", "de coöperatie Graan U.A., statutair gevestigd te Oudervoorde en"),
        ("bv", "Kruim B.V.", "Kruim B.V., statutair gevestigd te Oudervoorde en"),
        ("bv", "Kruim", "de besloten vennootschap Kruim, statutair gevestigd te Oudervoorde en"),
        ("nv", "Kruim N.V.", "Kruim N.V., statutair gevestigd te Oudervoorde en"),
        ("openbaar_lichaam", "Regio Noord", "het openbaar lichaam Regio Noord, gevestigd te Oudervoorde en"),
        ("provincie", "provincie Noorderlee", "de provincie Noorderlee, zetelend te Oudervoorde en"),
        ("provincie", "Noorderlee", "de provincie Noorderlee, zetelend te Oudervoorde en"),
        ("waterschap", "Waterschap Noord", "het waterschap Noord, zetelend te Oudervoorde en"),
        ("waterschap", "Hoogheemraadschap Noord", "het hoogheemraadschap Noord, zetelend te Oudervoorde en"),
        ("kerkgenootschap", "Gemeente te Noord", "de kerkelijke rechtspersoon Gemeente te Noord, gevestigd te Oudervoorde en"),
    ],
)
def test_each_legal_form_is_described_in_its_own_way(form: str, name: str, words: str) -> None:
    assert described(partner(form, name, BOSS)) == f"{words} {AT}, {SIGNED_BY}"


@pytest.mark.parametrize(
    ("form", "words", "office"),
    [
        ("vof", "de vennootschap onder firma Jansen en Zoon", "vennoot"),
        ("maatschap", "de maatschap Jansen en Zoon", "maat"),
        ("cv", "de commanditaire vennootschap Jansen en Zoon", "beherend vennoot"),
    ],
)
def test_a_partnership_is_represented_by_a_partner(form: str, words: str, office: str) -> None:
    text = described(partner(form, "Jansen en Zoon", BOSS | {"function": None}))
    assert text.startswith(f"{words}, gevestigd aan Dorpsstraat 1, 1234 AB Oudervoorde, ingeschreven")
    assert text.endswith(f"vertegenwoordigd door mevrouw A. Bakker, {office}")


def test_a_sole_trader_is_a_person_who_trades_under_a_name() -> None:
    text = read(profile(partner("eenmanszaak", "Bakker Las", BOSS | {"function": None}, trade_name="Las & Co")))
    assert "2.  mevrouw A. Bakker, handelend onder de naam *Las & Co*, gevestigd aan Dorpsstraat 1, 1234 AB Oudervoorde" in text
    assert "nummer 68750110, hierna te noemen ‘de Partner’," in text
    assert "Functie | eigenaar" in text
    assert "Namens de Partner:\n    p   *Las & Co*" in text


MAYOR = {
    "id": "mayor",
    "surname": "Groot",
    "roles": ["signatory"],
    "salutation": "heer",
    "initials": "B.",
    "function": "burgemeester",
}
DECIDED = {"basis": "statutory", "decision_date": "2027-05-18", "decision_number": "Z-1"}
ALDERMAN = {"id": "alderman", "surname": "Klein", "roles": ["signatory_by_proxy"], "initials": "C.", "function": "wethouder"}
PROXY = {"basis": "proxy", "date": "2027-05-19"}


def municipality(*people: dict[str, Any]) -> dict[str, Any]:
    return partner("gemeente", "gemeente Noorderlee", *people, kind="municipality")


def test_a_municipality_is_represented_by_its_mayor() -> None:
    assert described(municipality(MAYOR | {"authority": DECIDED})) == (
        f"de gemeente Noorderlee, zetelend te Oudervoorde en {AT}, op grond van artikel 171 van de Gemeentewet "
        "vertegenwoordigd door de heer B. Groot, burgemeester, handelend ter uitvoering "
        "van het besluit van het college van burgemeester en wethouders van 18 mei 2027 (kenmerk Z-1)"
    )


def test_who_has_the_mayors_proxy_signs_instead() -> None:
    text = read(profile(municipality(MAYOR | {"authority": DECIDED}, ALDERMAN | {"authority": PROXY})))
    assert "C. Klein, wethouder, daartoe gemachtigd bij besluit van de burgemeester van 19 mei 2027, handelend" in text
    assert "Naam | C. Klein" in text
    assert "Groot" not in text


def test_a_proxy_that_is_not_recorded_does_not_count() -> None:
    text = read(profile(municipality(MAYOR | {"authority": DECIDED}, ALDERMAN)))
    assert "Naam | B. Groot" in text
    assert "Klein" not in text


def test_a_decision_that_is_not_there_yet_is_a_blank() -> None:
    assert "wethouders van [datum van het besluit" in read(profile(municipality(MAYOR)))


def test_two_who_sign_together_have_a_box_each() -> None:
    joint = {"basis": "joint", "together_with": "second"}
    second = {"id": "second", "surname": "Tweede", "initials": "T.", "function": "secretaris", "roles": []}
    text = read(profile(partner("vereniging", "Vereniging Zwaluw", BOSS | {"authority": joint}, second)))
    assert "door mevrouw A. Bakker, bestuurder, en T. Tweede, secretaris, gezamenlijk bevoegd, hierna" in text
    assert text.count("Namens de Partner:") == 2


def test_a_school_board_can_be_a_municipality() -> None:
    board = school().board.model_copy(update={"legal_form": "gemeente", "legal_name": "gemeente Noorderlee"})
    text = read(profile(), sender=school().model_copy(update={"board": board}))
    assert "1.  de *gemeente Noorderlee*, zetelend te Oudervoorde" in text
    assert "als bevoegd gezag van Vakcollege De Vuurbaak (BRIN 99ZA), op grond van artikel 171 van de Gemeentewet" in text


def test_the_school_is_never_a_party_by_its_own_name() -> None:
    first = next(line for line in read(profile()).splitlines() if line.startswith("1.  "))
    assert first.startswith("1.  *Stichting Voortgezet Onderwijs Noorderlee*, ")
    assert ", als bevoegd gezag van Vakcollege De Vuurbaak (BRIN 99ZA), " in first


def test_a_neutral_salutation_leaves_no_gap() -> None:
    assert "vertegenwoordigd door A. Bakker, bestuurder" in described(
        partner("bv", "Kruim B.V.", BOSS | {"salutation": "neutraal"})
    )


def test_a_second_company_is_called_by_its_own_name() -> None:
    nameless = {key: value for key, value in COMPANY.items() if key != "short_name"}
    third = nameless | {"id": "oven", "legal_name": "Ovenbouw Oost B.V.", "trade_name": "Ovenbouw"}
    text = read(profile(nameless, third_parties=[third]))
    assert "‘het Bedrijf’;" in text
    assert "hierna te noemen ‘Ovenbouw’," in text
    assert "in drievoud ondertekend" in text
