"""The order of a pile: by postal code as the post likes it, by name as people look for it."""

from __future__ import annotations

from generator.post.sorting import by_name, by_postcode
from generator.profile.party import Partner


def partner(name: str, postcode: str = "", number: int = 1, **more: object) -> Partner:
    address = {"street": "Straat", "number": number, "postcode": postcode, "place": "Oord", **more}
    return Partner.model_validate({"kind": "company", "legal_name": name} | ({"visit": address} if postcode else {}))


def names(partners: list[Partner]) -> list[str]:
    return [each.legal_name for each in partners]


def test_dutch_postal_codes_come_first_then_other_countries_then_who_has_no_address() -> None:
    pile = [
        partner("zonder adres"),
        partner("Duits", "01067", country="DE"),
        partner("Belgisch", "2399", country="BE"),
        partner("ver", "9999 ZZ"),
        partner("dichtbij", "1011 AB"),
    ]
    assert names(sorted(pile, key=by_postcode)) == ["dichtbij", "ver", "Belgisch", "Duits", "zonder adres"]


def test_within_a_code_numbers_count_as_numbers_then_letters_then_names() -> None:
    pile = [
        partner("tien", "1234 AB", 10),
        partner("zeven A", "1234 AB", 7, letter="A"),
        partner("zeven bis", "1234 AB", 7, suffix="bis"),
        partner("zeven", "1234 AB", 7),
        partner("buren z", "1234 AB", 8),
        partner("Buren a", "1234 AB", 8),
    ]
    assert names(sorted(pile, key=by_postcode)) == ["zeven", "zeven A", "zeven bis", "Buren a", "buren z", "tien"]


def test_a_postal_address_counts_before_a_visiting_address() -> None:
    post = {"po_box": "250", "postcode": "1000 AA", "place": "Oord"}
    boxed = partner("postbus", "9999 ZZ")
    boxed = Partner.model_validate(boxed.model_dump(exclude_none=True) | {"post": post})
    small = Partner.model_validate(
        boxed.model_dump(exclude_none=True) | {"legal_name": "klein", "post": post | {"po_box": "9"}}
    )
    assert names(sorted([partner("midden", "5000 AA"), boxed, small], key=by_postcode)) == ["klein", "postbus", "midden"]


def test_names_are_sorted_without_capitals_accents_and_the_legal_form_in_front() -> None:
    pile = ["Zuivel B.V.", "Stichting Édelhert", "eekhoorn", "’t Dak", "Coöperatie Dal U.A.", "IJsbeer", "Stichting", "Çelik"]
    assert names(sorted(map(partner, pile), key=by_name)) == [
        "Çelik",
        "’t Dak",
        "Coöperatie Dal U.A.",
        "Stichting Édelhert",
        "eekhoorn",
        "IJsbeer",
        "Stichting",
        "Zuivel B.V.",
    ]


def test_a_sole_trader_stands_under_the_name_of_the_business() -> None:
    kapper = {"kind": "company", "legal_name": "A. Zomer", "trade_name": "Kapsalon Aan Zee", "legal_form": "eenmanszaak"}
    assert by_name(Partner.model_validate(kapper))[0] == "kapsalon aan zee"
