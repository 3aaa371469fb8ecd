"""Numbers and addresses of a party: the good and the bad ones of the domain reference, and what is said of the bad."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pydantic_core import PydanticCustomError

from generator.profile import checks

GOOD: dict[str, tuple[Callable[[str], str], str]] = {
    "kvk": (
        checks.check_kvk,
        "69599068 90000102 90006623 68750110 90001354 68727720 90004760 69599076 90005414 69599084 55344526",
    ),
    "branch": (checks.check_branch, "000037178598 990064773193"),
    "rsin": (checks.check_rsin, "999910012 999910024 999910036 999910048 999910061 999910073 999910115 999910127"),
    "vat": (checks.check_vat_id, "NL999910036B01 NL000099998B57"),
    "iban": (
        checks.check_iban,
        "NL81FICT0100200301 NL54FICT0100200302 NL27FICT0100200303 NL97FICT0100200304 NL70FICT0100200305 BE68539007547034",
    ),
    "brin": (checks.check_brin, "99ZA 99ZB 05KO"),
    "location": (checks.check_brin_location, "07NU00 99ZA02"),
    "oin": (checks.check_oin, "00000001999910048000"),
    "postcode": (checks.check_postcode, "1234_AB 9999_ZZ"),
    "phone": (checks.check_phone, "+31101234567 +31612345678 +31850123456 +3225551234 +318000200"),
    "email": (
        checks.check_email,
        "r.elhamdaoui@rocnoorderlee.example j.d'ancona@school.nl jürgen@straße.de",
    ),
    "url": (checks.check_url, "https://www.school.example http://school.nl/pad?x=1 https://müller.de"),
}
BAD: tuple[tuple[Callable[[str], str], str, str], ...] = (
    (checks.check_kvk, "1234567", "'1234567' has 7 digits; a KVK number has 8"),
    (checks.check_kvk, "123456789", "'123456789' has 9 digits; a KVK number has 8"),
    (checks.check_kvk, "6959 9068", "'6959 9068' has blanks or marks; a KVK number has digits only"),
    (checks.check_kvk, "KVK69599068", "'KVK69599068' is not a KVK number"),
    (checks.check_kvk, "６９５９９０６８", "'６９５９９０６８' is not a KVK number"),
    (checks.check_rsin, "999910013", "'999910013' fails the check (elfproef) of an RSIN"),
    (checks.check_rsin, "99991001", "'99991001' has 8 digits; a RSIN has 9"),
    (checks.check_rsin, "000000000", "'000000000' fails the check (elfproef) of an RSIN"),
    (checks.check_vat_id, "NL999910037B01", "'NL999910037B01' fails the check of a btw-id"),
    (checks.check_vat_id, "NL4495445B01", "'NL4495445B01' is not a btw-id"),
    (checks.check_vat_id, "999910036B01", "'999910036B01' is not a btw-id"),
    (checks.check_vat_id, "nl999910036b01", "'nl999910036b01' is not a btw-id"),
    (checks.check_iban, "NL82FICT0100200301", "'NL82FICT0100200301' fails the check of an IBAN"),
    (checks.check_iban, "NL81FICT010020030", "'NL81FICT010020030' is not a Dutch IBAN"),
    (checks.check_iban, "hallo", "'hallo' is not an IBAN"),
    (checks.check_brin, "9ZA1", "'9ZA1' is not a BRIN"),
    (checks.check_brin, "99za", "'99za' is not a BRIN"),
    (checks.check_oin, "00000001999910048001", "'00000001999910048001' fails the check of an OIN"),
    (checks.check_postcode, "1234 SS", "'1234 SS' is not a Dutch postcode: no postcode ends in SS"),
    (checks.check_postcode, "0123 AB", "'0123 AB' is not a Dutch postcode"),
    (checks.check_postcode, "NL-2611ET", "'NL-2611ET' is not a Dutch postcode"),
    (checks.check_phone, "010 123 45 67", "'010 123 45 67' is not a phone number in international form"),
    (checks.check_phone, "+310101234567", "'+310101234567' cannot be a phone number"),
    (checks.check_phone, "+999123456789", "'+999123456789' cannot be a phone number"),
    (checks.check_email, "info@@school.nl", "'info@@school.nl' is not an e-mail address"),
    (checks.check_email, "info@school", "'info@school' is not an e-mail address"),
    (checks.check_url, "javascript:alert(1)", "'javascript:alert(1)' is not a web address"),
    (
        checks.check_url,
        "https://u:p@x.nl",
        "'https://u:p@x.nl' holds a character that a web address cannot have",
    ),
    (checks.check_url, "http://[x", "'http://[x' is not a web address"),
    (checks.check_colour, "teal", "'teal' is not a colour"),
)


@pytest.mark.parametrize("name", GOOD)
def test_good_numbers_pass(name: str) -> None:
    check, values = GOOD[name]
    wanted = [value.replace("_", " ") for value in values.split()]
    assert [check(value) for value in wanted] == wanted


@pytest.mark.parametrize(("check", "value", "problem"), BAD, ids=[value for _, value, _ in BAD])
def test_bad_numbers_are_refused_in_the_readers_terms(check: Callable[[str], str], value: str, problem: str) -> None:
    with pytest.raises(PydanticCustomError) as caught:
        check(value)
    assert caught.value.message() == problem
    assert caught.value.context is not None
    assert caught.value.context["hint"]


def test_a_spelling_that_is_right_but_not_ours_is_told_how_to_write() -> None:
    with pytest.raises(PydanticCustomError) as caught:
        checks.check_phone("010 - 123 45 67")
    assert caught.value.context is not None
    assert caught.value.context["hint"] == "write '+31101234567'"
    assert checks.check_postcode("1234AB") == "1234 AB"
    assert checks.check_iban("NL81 FICT 0100 2003 01") == "NL81FICT0100200301"


def test_the_btw_id_of_a_sole_trader_is_told_from_one_that_holds_a_bsn() -> None:
    assert checks.is_sole_trader_vat_id("NL000099998B57")
    assert not checks.is_sole_trader_vat_id("NL999910036B01")
