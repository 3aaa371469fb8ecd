"""Numbers and money in digits and in words, phone numbers, bank accounts."""

from __future__ import annotations

from decimal import Decimal

import pytest
from babel.numbers import format_currency
from hypothesis import given
from hypothesis import strategies as st

from generator.wording import codes, filters, numbers
from generator.wording.spelled import LIMIT, in_words, money_in_words
from tests.wording import spaced

AMOUNTS = st.decimals(-(10**15), 10**15, places=2)


@pytest.mark.parametrize(
    ("value", "dutch", "english"),
    [
        ("1234.5", "€ 1.234,50", "€1,234.50"),
        ("500", "€ 500,00", "€500.00"),
        ("-12", "€ -12,00", "–€12.00"),
        ("0", "€ 0,00", "€0.00"),
        ("-0.001", "€ 0,00", "€0.00"),
        ("0.005", "€ 0,01", "€0.01"),
        ("1234567.891", "€ 1.234.567,89", "€1,234,567.89"),
    ],
)
def test_money(value: str, dutch: str, english: str) -> None:
    amount = Decimal(value)
    assert (spaced(numbers.money(amount, language="nl")), spaced(numbers.money(amount, language="en"))) == (dutch, english)


@given(AMOUNTS)
def test_money_is_that_of_babel(amount: Decimal) -> None:
    assert numbers.money(amount, language="nl") == format_currency(amount + 0, "EUR", locale="nl_NL")


@given(AMOUNTS)
def test_money_reads_back(amount: Decimal) -> None:
    text = numbers.money(amount, language="nl").removeprefix("€\u00a0")
    assert Decimal(text.replace(".", "").replace(",", ".")) == amount
    assert text[-3] == ","


@pytest.mark.parametrize(
    ("name", "value", "dutch", "english"),
    [
        ("money_letter", "500", "€ 500,-", "€500"),
        ("money_letter", "1234.50", "€ 1.234,50", "€1,234.50"),
        ("money_letter", "-500", "€ -500,-", "–€500"),
        ("money_press", "6580", "6.580 euro", "€6,580"),
        ("money_press", "12.50", "12,50 euro", "€12.50"),
        ("discount", "12", "– € 12,00", "–€12.00"),
        ("discount", "-12", "– € 12,00", "–€12.00"),
        ("price", "0.125", "€ 0,125", "€0.125"),
        ("price", "68.50", "€ 68,50", "€68.50"),
        ("price", "1E+3", "€ 1.000,00", "€1,000.00"),
        ("number", "1234.5", "1.234,5", "1,234.5"),
        ("number", "54", "54", "54"),
        ("number", "54.00", "54", "54"),
        ("number", "-0.50", "-0,5", "-0.5"),
        ("number", "1E+3", "1.000", "1,000"),
        ("percent", "21", "21%", "21%"),
        ("percent", "7.50", "7,5%", "7.5%"),
        ("percent", "3.1", "3,1%", "3.1%"),
    ],
)
def test_other_numbers(name: str, value: str, dutch: str, english: str) -> None:
    assert spaced(filters("nl")[name](Decimal(value))) == dutch
    assert spaced(filters("en")[name](Decimal(value))) == english


def test_as_many_decimals_as_wished() -> None:
    assert numbers.percent(Decimal("23.2885"), 2, language="nl") == "23,29%"
    assert numbers.number(12, 2, language="nl") == "12,00"


def test_money_is_never_a_float_and_always_a_number() -> None:
    with pytest.raises(TypeError, match=r"0\.1 is a float"):
        filters("nl")["money"](0.1)
    with pytest.raises(ValueError, match="NaN is no number"):
        numbers.money(Decimal("NaN"), language="nl")


# --- in words ----------------------------------------------------------------------------------------------------------------

DUTCH = {
    0: "nul",
    1: "één",
    2: "twee",
    21: "eenentwintig",
    22: "tweeëntwintig",
    33: "drieëndertig",
    44: "vierenveertig",
    100: "honderd",
    101: "honderdeen",
    235: "tweehonderdvijfendertig",
    1000: "duizend",
    1001: "duizend een",
    1100: "duizend honderd",
    1234: "duizend tweehonderdvierendertig",
    4002: "vierduizend twee",
    28_064: "achtentwintigduizend vierenzestig",
    115_000: "honderdvijftienduizend",
    381_000: "driehonderdeenentachtigduizend",
    1_000_000: "een miljoen",
    1_001_001: "een miljoen duizend een",
    2_000_000_003: "twee miljard drie",
    -12: "min twaalf",
}
ENGLISH = {
    0: "zero",
    1: "one",
    21: "twenty-one",
    100: "one hundred",
    101: "one hundred and one",
    1001: "one thousand and one",
    1100: "one thousand one hundred",
    12_103: "twelve thousand one hundred and three",
    2_000_040: "two million and forty",
    -12: "minus twelve",
}


@pytest.mark.parametrize(("number", "words"), DUTCH.items())
def test_dutch_numbers_in_words(number: int, words: str) -> None:
    assert in_words(number, language="nl") == words


@pytest.mark.parametrize(("number", "words"), ENGLISH.items())
def test_english_numbers_in_words(number: int, words: str) -> None:
    assert in_words(number, language="en") == words


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_two_numbers_up_to_a_million_have_the_same_words(language: str) -> None:
    assert len({in_words(number, language=language) for number in range(1_000_001)}) == 1_000_001


@given(st.integers(2, 999), st.integers(1, 999))
def test_thousands_are_one_word_and_the_rest_another(thousands: int, rest: int) -> None:
    whole = in_words(thousands * 1000 + rest, language="nl")
    assert whole == f"{in_words(thousands, language='nl')}duizend {in_words(rest, language='nl').replace('éé', 'ee')}"
    assert whole.count(" ") == 1


@given(st.integers(2, LIMIT // 10**6 - 1), st.integers(0, 999_999))
def test_millions_stand_apart(millions: int, rest: int) -> None:
    whole = in_words(millions * 10**6 + rest, language="nl")
    if millions < 1000:
        assert whole.startswith(f"{in_words(millions, language='nl')} miljoen")
    assert set("0123456789,.").isdisjoint(whole)


def test_there_are_no_words_beyond_the_limit() -> None:
    with pytest.raises(ValueError, match="too large"):
        in_words(LIMIT, language="nl")


@pytest.mark.parametrize(
    ("amount", "dutch", "english"),
    [
        (
            "2266110.22",
            "twee miljoen tweehonderdzesenzestigduizend honderdtien euro en tweeëntwintig cent",
            "two million two hundred and sixty-six thousand one hundred and ten euros and twenty-two cents",
        ),
        ("10540692.25", "tien miljoen vijfhonderdveertigduizend zeshonderdtweeënnegentig euro en vijfentwintig cent", None),
        ("12103.80", "twaalfduizend honderddrie euro en tachtig cent", None),
        ("21672.95", "eenentwintigduizend zeshonderdtweeënzeventig euro en vijfennegentig cent", None),
        ("10399.18", "tienduizend driehonderdnegenennegentig euro en achttien cent", None),
        ("500", "vijfhonderd euro", "five hundred euros"),
        ("1.01", "één euro en één cent", "one euro and one cent"),
        ("0.80", "tachtig cent", "eighty cents"),
        ("0", "nul euro", "zero euros"),
        ("-12", "min twaalf euro", "minus twelve euros"),
    ],
)
def test_amounts_in_words(amount: str, dutch: str, english: str | None) -> None:
    assert money_in_words(Decimal(amount), language="nl") == dutch
    if english:
        assert money_in_words(Decimal(amount), language="en") == english


# --- codes -------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stored", "dutch", "english"),
    [
        ("+31101234567", "010 123 45 67", "+31 10 123 45 67"),
        ("+31341123456", "0341 12 34 56", "+31 341 12 34 56"),
        ("+31612345678", "06 12 34 56 78", "+31 6 12 34 56 78"),
        ("+31881234567", "088 123 45 67", "+31 88 123 45 67"),
        ("+318001234", "0800 1234", "0800 1234"),
        ("+319001234567", "0900 123 45 67", "0900 123 45 67"),
        ("+32470123456", "+32 470 12 34 56", "+32 470 12 34 56"),
        ("+352123456", "+352 12 34 56", "+352 12 34 56"),
        ("010-1234567", "010-1234567", "010-1234567"),
        ("+31 10 123 45 67", "010 123 45 67", "+31 10 123 45 67"),
    ],
)
def test_phone_numbers(stored: str, dutch: str, english: str) -> None:
    assert (spaced(codes.phone(stored, language="nl")), spaced(codes.phone(stored, language="en"))) == (dutch, english)


@given(st.from_regex(r"\+[1-9][0-9]{5,14}", fullmatch=True))
def test_a_phone_number_keeps_its_digits(stored: str) -> None:
    assert codes.phone(stored, language="en").replace("\u00a0", "").removeprefix("+").removeprefix("0") in stored


def test_an_account_in_groups() -> None:
    assert codes.iban("NL81FICT0100200301") == "NL81\u00a0FICT\u00a00100\u00a02003\u00a001"
    assert codes.iban("nl81 fict 0100 2003 01") == codes.iban("NL81FICT0100200301")


def test_what_hangs_together() -> None:
    assert numbers.money(500, language="nl") == "€\u00a0500,00"
    assert codes.phone("+31101234567", language="nl") == "010\u00a0123\u00a045\u00a067"


@pytest.mark.parametrize(
    ("text", "euros"),
    [
        ("een bijdrage ter waarde van € 6.580", ["6580"]),
        ("6.580 euro, of € 12,50 per leerling.", ["6580", "12.50"]),
        ("€1,234.50 and 20 euros", ["1234.50", "20"]),
        ("€ 500,- en € 1.234.567,8", ["500", "1234567.8"]),
        ("24 leerlingen, 9.00 uur", []),
    ],
)
def test_the_amounts_in_a_text(text: str, euros: list[str]) -> None:
    assert list(numbers.amounts(text)) == [Decimal(euro) for euro in euros]
