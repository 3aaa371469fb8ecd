"""The financial arrangements: every figure that is printed is computed again from the document's own tables.

Read as somebody with a pocket calculator does: what stands in the cells, and nothing of how the program came to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator.blocks import Align, Block, Document, Heading, Paragraph, Row, Table
from generator.desk import compose
from generator.kinds import kind_named
from generator.load import load_partner
from generator.order import Order
from generator.package import resource
from generator.profile import Profile
from generator.readback import said
from generator.wording import filters
from generator.writers.outline import write_outline
from tests.agreements.drafts import profile, school, slips

SAMPLES = ("roc-noorderlee", "van-t-veld-en-zonen", "gemeente-noorderlee")
LANGUAGES = ("nl", "en")
BOTH = pytest.mark.parametrize("language", LANGUAGES)
EACH = pytest.mark.parametrize("name", SAMPLES)


def order(partner: Profile, language: str = "nl", final: bool = False) -> Order:
    roots = (resource("agreements"),)
    kind = kind_named("financial-arrangement", roots)
    return Order(kind, school(), partner, language, date(2027, 6, 1), final, roots, Path())


def document(partner: Profile, language: str = "nl", final: bool = False) -> Document:
    return compose(order(partner, language, final))


@cache
def sample(name: str, language: str) -> Document:
    loaded = load_partner(resource("examples") / "partners" / f"{name}.yaml", f"{name}.yaml", school())
    assert isinstance(loaded.value, Profile)
    return document(loaded.value, language, final=True)


def outline(partner: Profile, language: str = "nl") -> str:
    return write_outline(document(partner, language)).decode().replace("~", " ")


# --- reading the tables ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Read:
    """A table with its words as plain text, and the paragraph behind it."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    aligns: tuple[Align, ...]
    behind: str = ""

    def column(self, number: int) -> list[Decimal]:
        return [euros(row[number]) for row in self.rows]


def tables(document: Document, first: str) -> list[Read]:
    """The tables of which the head begins with this."""
    return [read for read in _tables(document.blocks) if re.fullmatch(first, read.head[0])]


def _tables(blocks: Sequence[Block]) -> Iterator[Read]:
    for block, behind in zip(blocks, (*blocks[1:], None), strict=True):
        if isinstance(block, Table) and block.head:
            words = said(behind.content) if isinstance(behind, Paragraph) else ""
            yield Read(plain(block.head[0]), tuple(map(plain, block.rows)), block.aligns, words.replace("\u00a0", " "))


def plain(row: Row) -> tuple[str, ...]:
    return tuple(said(cell).replace("\u00a0", " ") for cell in row)


def euros(text: str) -> Decimal:
    """``€ -1.234,50``, ``–€1,234.50``, ``€ 68,50 per uur``: what it is in euros."""
    found = re.search(r"(–?)€ ?(-?)([\d.,]*\d)", text)
    assert found, text
    digits = re.sub(r"[.,](?=\d{3}(?:\D|$))", "", found[3]).replace(",", ".")
    return Decimal(("-" if found[1] or found[2] else "") + digits)


def number(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))


def cents(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.01"), ROUND_HALF_UP)


def parts(whole: Decimal, weights: Sequence[Decimal]) -> list[Decimal]:
    """Largest remainder, in fractions, as somebody does it by hand."""
    exact = [Fraction(whole) * 100 * Fraction(weight) / Fraction(sum(weights)) for weight in weights]
    floors = [int(each) for each in exact]
    left = int(whole * 100) - sum(floors)
    first = sorted(range(len(exact)), key=lambda n: (floors[n] - exact[n], n))[:left]
    return [Decimal(floor + (n in first)) / 100 for n, floor in enumerate(floors)]


COSTS, GIFTS, WHO = "Omschrijving|Description", "Bijdrage|Contribution", "Wie betaalt|Who pays"
TERMS, YEARS, COFINANCING = "Termijn|Instalment", "Schooljaar|School year", "Cofinanciering|Co-financing"
EXCLUDING = r"Totaal exclusief btw|Total excluding VAT"
INCLUDING = r"Totaal inclusief btw|Total including VAT"
VAT = re.compile(r"(?:Btw|VAT) (\d+)% (?:over|on) (.*)")


@dataclass(frozen=True)
class Costs:
    """A cost table taken apart."""

    lines: list[tuple[str, ...]]
    net: Decimal
    vat: dict[str, tuple[Decimal, Decimal]]
    """By rate: over what, and how much."""
    gross: Decimal
    income: list[Decimal]
    to_fund: Decimal

    def gross_of(self, payee: str) -> Decimal:
        """What one payee is paid."""
        own = [row for row in self.lines if len(row) == 5 or row[1] == payee]
        rates = {row[-2] for row in own}
        nets = {rate: sum((euros(row[-1]) for row in own if row[-2] == rate), Decimal()) for rate in rates}
        vat = (cents(net * number(rate[:-1]) / 100) for rate, net in nets.items() if rate.endswith("%"))
        return sum(nets.values(), Decimal()) + sum(vat, Decimal())


def costs(read: Read) -> Costs:
    start = next(n for n, row in enumerate(read.rows) if re.fullmatch(EXCLUDING, row[0]))
    end = next(n for n, row in enumerate(read.rows) if re.fullmatch(INCLUDING, row[0]))
    found = [(VAT.fullmatch(row[0]), row) for row in read.rows[start + 1 : end]]
    behind = read.rows[end + 1 :]
    gross = euros(read.rows[end][-1])
    return Costs(
        list(read.rows[:start]),
        euros(read.rows[start][-1]),
        {vat[1]: (euros(vat[2]), euros(row[-1])) for vat, row in found if vat},
        gross,
        [euros(row[-1]) for row in behind[:-1]],
        euros(behind[-1][-1]) if behind else gross,
    )


def years_of(document: Document) -> list[Costs]:
    return [costs(read) for read in tables(document, COSTS)]


# --- the samples, added up again ---------------------------------------------------------------------------------------------


@EACH
@BOTH
def test_lines_vat_and_totals_add_up(name: str, language: str) -> None:
    found = tables(sample(name, language), COSTS)
    assert len(found) == (1 if name == "van-t-veld-en-zonen" else 2)
    for read, year in ((read, costs(read)) for read in found):
        for row in year.lines:
            assert cents(number(row[-4]) * euros(row[-3])) == euros(row[-1]), row
        assert year.net == sum(euros(row[-1]) for row in year.lines)
        for rate, (over, vat) in year.vat.items():
            assert over == sum(euros(row[-1]) for row in year.lines if row[-2] == f"{rate}%")
            assert vat == cents(over * number(rate) / 100)
        assert year.vat.keys() == {row[-2][:-1] for row in year.lines if row[-2].endswith("%")}
        assert year.gross == year.net + sum(vat for _, vat in year.vat.values())
        assert year.to_fund == year.gross + sum(year.income)
        words = filters(language)["money_in_words"](year.gross)
        assert f": {words}." in read.behind


@EACH
@BOTH
def test_the_school_years_together_are_their_sum(name: str, language: str) -> None:
    years = years_of(sample(name, language))
    found = tables(sample(name, language), YEARS)
    assert len(found) == (len(years) > 1)
    for read in found:
        *rows, last = [[euros(cell) for cell in row[1:]] for row in read.rows]
        income = name == "gemeente-noorderlee"
        for row, year in zip(rows, years, strict=True):
            expected = [year.net, year.gross - year.net, year.gross]
            assert row == ([*expected, sum(year.income), year.to_fund] if income else expected)
        assert last == [sum(column) for column in zip(*rows, strict=True)]
        assert str(filters(language)["money_in_words"](last[2])) in read.behind


@EACH
@BOTH
def test_contributions_in_kind_add_up_and_have_no_vat(name: str, language: str) -> None:
    found = tables(sample(name, language), GIFTS)
    assert len(found) == (name != "gemeente-noorderlee")
    for read in found:
        rows = [row for row in read.rows if row[2]]
        several = len(years_of(sample(name, language))) > 1
        for row in rows:
            assert cents(number(row[2]) * euros(row[3])) * (int(row[4]) if several else 1) == euros(row[-1])
        assert (len(read.rows) > len(rows)) == (len(rows) > 1)
        if len(rows) > 1:
            assert euros(read.rows[-1][-1]) == sum(euros(row[-1]) for row in rows)


@EACH
@BOTH
def test_shares_are_parts_of_what_is_to_be_funded_year_by_year(name: str, language: str) -> None:
    (read,) = tables(sample(name, language), WHO)
    *rows, last = read.rows
    weights = [number(found[0]) if (found := re.match(r"\d+", row[1])) else Decimal(1) for row in rows]
    for column, year in enumerate(years_of(sample(name, language)), start=2):
        amounts = read.column(column)
        assert amounts[:-1] == parts(year.to_fund, weights)
        assert amounts[-1] == year.to_fund == sum(amounts[:-1])
    for row in read.rows:
        assert euros(row[-1]) == (sum(map(euros, row[2:-1])) if len(row) > 3 else euros(row[2]))
    assert euros(last[-1]) == sum(year.to_fund for year in years_of(sample(name, language)))


@EACH
@BOTH
def test_instalments_are_parts_of_what_they_say(name: str, language: str) -> None:
    made = sample(name, language)
    schedules = [read for read in tables(made, TERMS) if len(read.head) == 4]
    years = years_of(made)
    payee = {"nl": "het Mbo-college", "en": "the College"}[language]
    wholes = {
        "roc-noorderlee": [year.gross_of(payee) for year in years],
        "van-t-veld-en-zonen": [years[0].gross],
        "gemeente-noorderlee": [euros(tables(made, WHO)[0].rows[0][-1])],
    }[name]
    for read, whole in zip(schedules, wholes, strict=True):
        *amounts, last = read.column(3)
        weights = [number(re.match(r"\d+", row[2])[0]) for row in read.rows[:-1]]  # type: ignore[index]
        assert amounts == parts(whole, weights)
        assert last == whole == sum(amounts)


@BOTH
def test_instalments_that_are_invoices_add_up_by_row_and_by_column(language: str) -> None:
    made = sample("van-t-veld-en-zonen", language)
    schedule, invoices = tables(made, TERMS)
    (year,) = years_of(made)
    for row in invoices.rows:
        *cells, last = map(euros, row[1:])
        assert sum(cells) == last
    assert invoices.column(5) == schedule.column(3)
    columns = [invoices.column(n) for n in range(1, 5)]
    assert all(column[-1] == sum(column[:-1]) for column in columns)
    assert [column[-1] for column in columns] == [*year.vat["21"], *year.vat["9"]]


@BOTH
def test_cofinancing_is_a_part_of_the_whole_project(language: str) -> None:
    made = sample("van-t-veld-en-zonen", language)
    project, required, given = tables(made, COFINANCING)[0].rows
    in_kind = euros(tables(made, GIFTS)[0].rows[-1][-1])
    assert euros(project[2]) == years_of(made)[0].gross + in_kind
    assert euros(given[2]) == in_kind
    assert number(given[1][:-1]) == cents(in_kind * 100 / euros(project[2]))
    assert euros(required[2]) == cents(euros(project[2]) * number(required[1][:-1]) / 100)


@EACH
def test_prices_of_the_next_school_year_are_those_of_the_last_and_the_index(name: str) -> None:
    first, *others = years_of(sample(name, "nl"))
    for year in others:
        for before, after in zip(first.lines, year.lines, strict=True):
            assert euros(after[-3]) == cents(euros(before[-3]) * Decimal("1.031"))


@EACH
def test_both_languages_print_the_same_amounts(name: str) -> None:
    dutch, english = ([each.rows for each in _tables(sample(name, language).blocks)] for language in LANGUAGES)
    amounts = [[[euros(cell) for row in rows for cell in row if "€" in cell] for rows in made] for made in (dutch, english)]
    assert amounts[0] == amounts[1]


@EACH
@BOTH
def test_amounts_stand_right_and_no_sentence_is_there_twice(name: str, language: str) -> None:
    made = sample(name, language)
    for read in _tables(made.blocks):
        money = {n for row in read.rows for n, cell in enumerate(row) if re.match(r"–?€", cell)}
        assert all(read.aligns[n] is Align.RIGHT for n in money)
    sentences = [said(block.content) for block in made.blocks if isinstance(block, Paragraph)]
    assert len(sentences) == len(set(sentences))


# --- few and odd arrangements ------------------------------------------------------------------------------------------------

LINE: dict[str, Any] = {
    "code": "L1", "text": "gastles", "quantity": 2, "unit": "uur", "unit_price": "60.00", "vat": "high21", "payee": "partner"
}  # fmt: skip
GIFT = {"code": "K1", "text": "zaal", "by": "partner", "quantity": 1, "unit_price": "100"}
CLUB = {"id": "club", "kind": "association", "legal_name": "Vereniging Club", "short_name": "de Club"}
DIRECT = [LINE, LINE | {"code": "L2", "text": "bus", "payer": "partner"}]
TWO_YEARS = {"school_years": ["2027-2028", "2028-2029"]}
ODD: dict[str, dict[str, Any]] = {
    "nothing": {"finance": {}},
    "one line": {"finance": {"lines": [LINE]}},
    "only in kind": {"finance": {"in_kind": [GIFT]}},
    "no vat": {"finance": {"lines": [LINE | {"vat": "exempt"}], "settlement": "fixed_price"}},
    "discount": {"finance": {"lines": [LINE, LINE | {"code": "L2", "text": "korting", "unit_price": "-10.00", "unit": None}]}},
    "reverse and zero": {"finance": {"lines": [LINE | {"vat": "reverse", "payee": "x"}, LINE | {"code": "L2", "vat": "zero"}]}},
    "three parties": {
        "finance": {"lines": DIRECT, "shares": {"parties": [{"name": n, "weight": 1} for n in ("School", "Bedrijf", "Club")]}},
        "third_parties": [CLUB],
    },
    "who pays directly, and nothing else": {"finance": {"lines": DIRECT, "settlement": "nacalculatie"}},
    "with vat": {
        "finance": {
            "prices_include_vat": True,
            "lines": [
                LINE,
                LINE | {"code": "L2", "vat": "low9", "unit_price": "33.33"},
                LINE | {"code": "L3", "vat": "exempt"},
            ],
            "instalments": {"of": "payable_to_partner", "parts": [{"weight": 1}] * 3},
        }
    },
    "one payment of an unknown share": {
        "finance": {"lines": [LINE], "instalments": {"of": "share_of_partner", "parts": [{"weight": 1, "kind": "voorschot"}]}}
    },
    "cbs": {
        "finance": {
            "lines": [LINE],
            "indexation": {"method": "cbs"},
            "income": [{"code": "B", "text": "sponsor", "amount": 9}],
        },
        "cooperation": TWO_YEARS,
    },
    "rise of an unknown height": {"finance": {"lines": [LINE], "indexation": {}, "in_kind": [GIFT]}, "cooperation": TWO_YEARS},
    "too little co-financing": {
        "finance": {"lines": [LINE], "subsidy": {"name": "STO", "cofinancing_required_pct": 10}},
        "cooperation": {"activities": [{"id": "A", "type": "gastles", "pupils": {"count": 1}}]},
    },
}


@pytest.mark.parametrize("name", ODD)
@BOTH
def test_few_or_odd_arrangements_read_well(name: str, language: str) -> None:
    text = outline(profile(**ODD[name]), language)
    assert [line for line in slips(text) if " | " not in line] == []
    headings = [said(block.content) for block in document(profile(**ODD[name]), language).blocks if isinstance(block, Heading)]
    assert headings[-1] in ("Paraaf", "Initials")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("nothing", "Partijen brengen elkaar geen kosten in rekening."),
        ("one line", "De kosten worden betaald aan het Bedrijf."),
        ("only in kind", "Zaal | het Bedrijf | 1 | € 100,00 | € 100,00"),
        ("no vat", "*Totaal* |  |  |  | *€ 120,00*"),
        ("no vat", "Het totaal is in woorden: honderdtwintig euro."),
        ("no vat", "Vrijgesteld van btw (de grond wordt vóór facturatie vastgelegd): Gastles."),
        ("discount", "Korting | 2 | € -10,00 | 21% | € -20,00"),
        ("reverse and zero", "Btw verlegd over € 120,00 |  |  |  |  | € 0,00"),
        ("reverse and zero", "Btw 0% over € 120,00 |  |  |  |  | € 0,00"),
        ("reverse and zero", "Die btw komt nog bij de bedragen in deze afspraken."),
        ("three parties", "Het Bedrijf | rechtstreeks: bus | € 145,20"),
        ("three parties", "De Club | 1 deel | € 48,40"),
        ("who pays directly, and nothing else", "De overige kosten, € 145,20, betaalt [wie betaalt: finance.invoicing.to]."),
        ("who pays directly, and nothing else", "Wie te veel heeft betaald, krijgt dat terug."),
        ("with vat", "Waarvan btw 21% over € 99,17 |  |  |  | € 20,83"),
        ("with vat", "*Totaal exclusief btw* |  |  |  | *€ 280,33*"),
        ("with vat", "Door het afronden is tussen de nettobedragen een enkele cent verschoven."),
        ("with vat", "De btw is per tarief uit de som van de bedragen teruggerekend en dan afgerond."),
        ("one payment of an unknown share", "Het aandeel van het Bedrijf wordt betaald in één keer:"),
        (
            "one payment of an unknown share",
            "1 (voorschot) | [datum: finance.instalments.parts] | 1 van 1 | [bedrag: finance.shares",
        ),
        ("cbs", "volgens de CBS-reeks [CBS-reeks: finance.indexation.series]."),
        ("cbs", "De kosten hierboven zijn berekend met de prijzen van het eerste schooljaar."),
        ("cbs", "Sponsor |  |  |  | € -9,00"),
        (
            "rise of an unknown height",
            "Vanaf het tweede schooljaar stijgen de prijzen per eenheid elk schooljaar met [Percentage:",
        ),
        ("too little co-financing", "Bijdragen die meetellen | 0,00% | € 0,00"),
        ("too little co-financing", "De bijdragen zijn lager dan de subsidie vraagt."),
        ("too little co-financing", "Per leerling is het € 145,20 (bij 1 leerling)."),
    ],
)
def test_what_an_arrangement_says(name: str, told: str) -> None:
    assert told in outline(profile(**ODD[name]))


@pytest.mark.parametrize("name", ODD)
def test_a_section_without_data_is_left_out(name: str) -> None:
    sections = {said(b.content) for b in document(profile(**ODD[name])).blocks if isinstance(b, Heading) and b.level == 2}
    finance = ODD[name]["finance"]
    lines = bool(finance.get("lines"))
    assert ("Bijdragen in natura" in sections) == ("in_kind" in finance)
    assert ("Verdeling van de kosten" in sections) == ("shares" in finance or finance.get("lines") == DIRECT)
    assert ("Betaling in termijnen" in sections) == ("instalments" in finance)
    assert ("Indexering" in sections) == ("indexation" in finance)
    assert ("Subsidie" in sections) == ("subsidy" in finance)
    assert {name in sections for name in ("Facturen", "Afrekening", "Toelichting op de bedragen")} == {lines}


def test_values_are_printed_as_they_are() -> None:
    odd = "Jansen & Zn. <B.V.> *_{{7*7}}_* | #1"
    line = LINE | {"text": odd, "payee": odd, "payer": odd, "unit": odd, "vat_ground": odd, "vat": "exempt"}
    given = {
        "lines": [line, LINE | {"code": "L2"}],
        "income": [{"code": "B", "text": odd, "amount": 1}],
        "in_kind": [GIFT | {"text": odd, "by": odd}],
        "shares": {"parties": [{"name": odd, "weight": 1}, {"name": "x", "weight": 2}]},
    }
    assert outline(profile(finance=given)).count(odd) == 11


def test_vat_that_is_computed_apart_is_told() -> None:
    apart = [LINE, LINE | {"code": "L2", "payee": "drukker"}]
    assert "Dat is voor iedere partij apart gedaan." in outline(profile(finance={"lines": apart}))
    assert "apart gedaan" not in outline(
        profile(finance={"lines": [LINE, LINE | {"code": "L2", "payee": "x", "vat": "exempt"}]})
    )
