"""What is made of a cell: the value for a profile, or why it cannot be known."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

import pytest

from generator.sheets.cells import Wrong
from generator.sheets.columns import column_named
from generator.sheets.table import Broken

TAKEN: tuple[tuple[str, Any, Any], ...] = (
    ("Naam", "Jansen & Zn. <B.V.> *_{{7*7}}_* | #1", "Jansen & Zn. <B.V.> *_{{7*7}}_* | #1"),
    ("Naam", "=1+1", "=1+1"),
    ("Naam", 1001.0, "1001"),
    ("KVK", "68750110", "68750110"),
    ("KVK", 68750110.0, "68750110"),
    ("KVK", "6875 01 10", "68750110"),
    ("KVK", 1234567, "01234567"),
    ("KVK", "1234567", "01234567"),
    ("KVK", "1.2345678E+07", "12345678"),
    ("Vestigingsnummer", 37178598.0, "000037178598"),
    ("RSIN", 9999100.0, "009999100"),
    ("Btw-id", "nl 9999.10.036.b01", "NL999910036B01"),
    ("IBAN", "nl81 fict 0100 2003 01", "NL81FICT0100200301"),
    ("Telefoon", 6.12345678e8, "+31612345678"),
    ("Telefoon", "6,12345678E+08", "+31612345678"),
    ("Telefoon", 31612345678, "+31612345678"),
    ("Telefoon", "06-12 34 56 78", "+31612345678"),
    ("Telefoon", "(010) 123 45 67", "+31101234567"),
    ("Telefoon", "+31 (0)10 1234567", "+31101234567"),
    ("Telefoon", "0032 2 555 12 34", "+3225551234"),
    ("Telefoon", "010/1234567", "+31101234567"),
    ("Postcode", "1236cd", "1236 CD"),
    ("Postcode", " 1236\u00a0CD ", "1236 CD"),
    ("Postcode", 9000.0, "9000"),
    ("E-mail", "mailto:info@school.example", "info@school.example"),
    ("E-mail", "Info <info@school.example>", "info@school.example"),
    ("Website", "www.school.example", "https://www.school.example"),
    ("Website", "http://school.example/a", "http://school.example/a"),
    ("Huisnummer", 7.0, (7, None, None)),
    ("Huisnummer", "7A", (7, "A", None)),
    ("Huisnummer", "7 a", (7, "a", None)),
    ("Huisnummer", "22 bis", (22, None, "bis")),
    ("Huisnummer", "12-2", (12, None, "2")),
    ("Huisnummer", "7A-2", (7, "A", "2")),
    ("Adres", "Laan van ’t Veld 12-2", ("Laan van ’t Veld", 12, None, "2", None)),
    ("Adres", "Plein 1940 7", ("Plein 1940", 7, None, None, None)),
    ("Adres", "2e Molenpad 12 - 2", ("2e Molenpad", 12, None, "2", None)),
    ("Adres", "Dreef 1236 bis", ("Dreef", 1236, None, "bis", None)),
    ("Adres", "Plein 1940, 7A", ("Plein 1940", 7, "A", None, None)),
    ("Postadres", "Postbus 123", (None, None, None, None, "123")),
    ("Land", "België", "BE"),
    ("Land", "germany", "DE"),
    ("Land", "us", "US"),
    ("Volgend contact", date(2027, 9, 7), "2027-09-07"),
    ("Volgend contact", datetime(2027, 9, 7), "2027-09-07"),
    ("Volgend contact", 46637.0, "2027-09-07"),
    ("Volgend contact", "46637", "2027-09-07"),
    ("Volgend contact", "7-9-2027", "2027-09-07"),
    ("Volgend contact", "07/09/2027", "2027-09-07"),
    ("Volgend contact", "dinsdag 7 september 2027", "2027-09-07"),
    ("Volgend contact", "7 Sept 2027", "2027-09-07"),
    ("Volgend contact", "2027-09-07", "2027-09-07"),
    ("Soort partner", "Mbo-college", "mbo_college"),
    ("Soort partner", "COMPANY", "company"),
    ("Rechtsvorm", "B.V.", "bv"),
    ("Rechtsvorm", "coöperatie", "cooperatie"),
    ("Aanhef", "Dhr.", "heer"),
    ("Aanhef", "mevr", "mevrouw"),
    ("Taal", "Engels", "en"),
    ("Fase", "beëindigd", "beeindigd"),
    ("Bedankmoment", "Einde van het kalenderjaar", "einde_kalenderjaar"),
    ("Partner wil niet", True, True),
    ("Partner wil niet", "Nee", False),
    ("Netwerken", "Kring Noord; STO", ["Kring Noord", "STO"]),
    ("Netwerken", 'A; "B; C"', ["A", "B; C"]),
    ("Netwerken", "A\nB", ["A", "B"]),
    ("Titels voor de naam", "prof. dr. ir.", ["prof.", "dr.", "ir."]),
    ("Titels achter de naam", "MBA, MSc", ["MBA", "MSc"]),
    ("Titels voor de naam", "dr. h.c.;", ["dr. h.c."]),
)
REFUSED: tuple[tuple[str, Any, str], ...] = (
    ("Naam", "#N/B", "#N/B is an error of the spreadsheet"),
    ("Naam", " #VALUE! ", "#VALUE! is an error of the spreadsheet"),
    ("Naam", Broken("the formula has no result yet", ""), "the formula has no result yet"),
    ("Naam", "-", "'-' says nothing"),
    ("Tussenvoegsel", "n.v.t.", "'n.v.t.' says nothing"),
    ("Achternaam", " Onbekend ", "says nothing"),
    ("Telefoon", "-", "'-' says nothing"),
    ("Volgend contact", "?", "'?' says nothing"),
    ("KVK", -12345678.0, "-12345678 is a number below zero"),
    ("Naam", "CafÃ© Noord", "has lost its accents"),
    ("Naam", "Caf\ufffd Noord", "has lost a letter"),
    ("Naam", True, "TRUE is a logical value"),
    ("Naam", 7.5, "7.5 is a number with decimals"),
    ("Naam", float("inf"), "is a number with decimals"),
    ("Toevoeging", date(2027, 2, 12), "the spreadsheet made the day 2027-02-12 of it"),
    ("Toevoeging", time(12, 2), "the spreadsheet made the time 12:02:00 of it"),
    ("KVK", 1e20, "has more digits than a spreadsheet keeps"),
    ("KVK", "1,23E+07", "its last digits are lost"),
    ("Telefoon", "6.12E+08", "its last digits are lost"),
    ("Volgend contact", "31-6-2027", "is not a day of the calendar"),
    ("Volgend contact", "12/31/2027", "is not a day of the calendar"),
    ("Volgend contact", 12.5, "12.5 is not a day"),
    ("Volgend contact", datetime(2027, 9, 7, 12, 30), "is a day and a time"),
    ("Volgend contact", False, "FALSE is a logical value"),
    ("Soort partner", "bedrif", "'bedrif' is not one of the choices"),
    ("Aanhef", "mr.", "'mr.' can mean two things"),
    ("Huisnummer", "A7", "is not a house number"),
    ("Huisnummer", "12 2", "is not a house number"),
    ("Adres", "Kade 4, 1236 AB Oudervoorde", "has more than a street and a number"),
    ("Adres", "Kade 4\n1236ab", "has more than a street and a number"),
    ("Adres", "Molenpad", "has no house number at its end"),
    ("Titels voor de naam", "dhr.", "is a salutation, not a title"),
)


@pytest.mark.parametrize(("heading", "cell", "value"), TAKEN, ids=lambda each: repr(each)[:40])
def test_what_is_surely_meant_is_taken(heading: str, cell: Any, value: Any) -> None:
    column = column_named(heading)
    assert column is not None
    assert column.form.read(cell).value == value


@pytest.mark.parametrize(("heading", "cell", "problem"), REFUSED, ids=lambda each: repr(each)[:40])
def test_what_is_lost_or_unclear_is_refused(heading: str, cell: Any, problem: str) -> None:
    column = column_named(heading)
    assert column is not None
    with pytest.raises(Wrong) as found:
        column.form.read(cell)
    assert problem in found.value.problem


def test_two_phone_numbers_in_one_cell_stay_as_they_were_typed() -> None:
    column = column_named("Telefoon")
    assert column is not None
    assert column.form.read("+31 (0)10 1234567 / 06 12345678").value == "+31 (0)10 1234567 / 06 12345678"


@pytest.mark.parametrize(
    ("heading", "cell", "note"),
    [
        ("KVK", 1234567, "1234567 lost its leading zero; read as 01234567"),
        ("Telefoon", 612345678, "612345678 lost its leading zero; read as +31612345678"),
        ("Volgend contact", 46637, "46637 is the number of a day; read as 2027-09-07"),
        ("Volgend contact", "3/9/2027", "'3/9/2027' is read with the day first: 2027-09-03"),
    ],
)
def test_a_guess_is_told(heading: str, cell: Any, note: str) -> None:
    column = column_named(heading)
    assert column is not None
    assert column.form.read(cell).note == note


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("Naam", "Jansen"),
        ("KVK", 12345678),
        ("Volgend contact", "7-9-2027"),
        ("Telefoon", "06 12 34 56 78"),
        ("Netwerken", "A; B"),
    ],
)
def test_what_needs_no_guess_is_not_told(heading: str, cell: Any) -> None:
    column = column_named(heading)
    assert column is not None
    assert column.form.read(cell).note == ""
