"""Arithmetic of money: small sums and their visible answers, and what holds for every sum there is."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal as D
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import BadInput
from generator.money import (
    CENT,
    NOTHING,
    RATES,
    Bill,
    Cofinancing,
    Item,
    Taxed,
    amount,
    bill,
    cents,
    in_parts,
    indexed,
    split,
    together,
    total,
)


def weighed(*weights: str | int) -> list[D]:
    return [D(weight) for weight in weights]


def shown(parts: Sequence[D]) -> str:
    return " ".join(map(str, parts))


# --- lines, VAT, prices ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("quantity", "price", "comes_to"),
    [
        ("54", "68.50", "3699.00"),
        ("1", "0.005", "0.01"),
        ("1", "0.004999", "0.00"),
        ("3", "-0.335", "-1.01"),
        ("0", "12.50", "0.00"),
        ("2.5", "33.33", "83.33"),
        ("123456789012.12345678", "123456789012.12345678", "15241578753183967091425.14"),
    ],
)
def test_a_line_is_quantity_times_price_rounded_half_up(quantity: str, price: str, comes_to: str) -> None:
    assert str(amount(D(quantity), D(price))) == comes_to


def test_vat_is_computed_over_the_sum_of_a_rate_and_not_line_by_line() -> None:
    lines = [Item(D(net), "high21", "partner") for net in ("13500.00", "1500.00", "909.60", "1312.80")]
    assert bill(lines).vat == D("3616.70")
    assert total(bill([line]).vat for line in lines) == D("3616.71")


def test_each_payee_sends_its_own_invoice() -> None:
    apart = [Item(D("1875.50"), "high21", "printer"), Item(D("624.80"), "high21", "guard")]
    as_one = [Item(each.amount, each.code) for each in apart]
    assert (bill(apart).vat, bill(as_one).vat) == (D("525.07"), D("525.06"))


def test_a_bill_goes_rate_by_rate_from_high_to_none() -> None:
    items = [Item(D(100), code) for code in ("outside", "exempt", "reverse", "zero", "low9", "high21")]
    found = bill(items)
    assert [(each.code, str(each.vat)) for each in found.rates] == [
        ("high21", "21.00"),
        ("low9", "9.00"),
        ("zero", "0.00"),
        ("reverse", "0.00"),
        ("exempt", "0.00"),
        ("outside", "0.00"),
    ]
    assert [each.code for each in found.charged] == ["high21", "low9", "zero", "reverse"]
    assert (found.net, found.vat, found.gross) == (D(600), D(30), D(630))


def test_vat_is_computed_back_out_of_prices_that_include_it() -> None:
    found = bill([Item(D("100.00"), "high21"), Item(D("20.00"), "low9"), Item(D("5.00"), "exempt")], includes_vat=True)
    assert [(each.code, str(each.net), str(each.vat)) for each in found.rates] == [
        ("high21", "82.64", "17.36"),
        ("low9", "18.35", "1.65"),
        ("exempt", "5.00", "0.00"),
    ]
    assert found.gross == D("125.00")


def test_no_lines_come_to_nothing() -> None:
    assert (bill([]), together([])) == (Bill(), Bill())
    assert (str(Bill().net), str(Bill().gross), Bill().charged) == ("0.00", "0.00", ())


@pytest.mark.parametrize(
    ("price", "new"),
    [
        ("58.00", "59.80"),
        ("1250.00", "1288.75"),
        ("385.00", "396.94"),
        ("1875.50", "1933.64"),
        ("14.35", "14.79"),
        ("312.40", "322.08"),
        ("-50.00", "-51.55"),
    ],
)
def test_an_indexed_price_is_rounded_to_cents(price: str, new: str) -> None:
    assert str(indexed(D(price), D("3.1"), 1)) == new


def test_every_rise_is_over_the_last_price() -> None:
    assert indexed(D("14.35"), D("3.1"), 2) == indexed(D("14.79"), D("3.1"), 1) == D("15.25")
    assert indexed(D("0.125"), D("3.1"), 0) == D("0.125")


# --- parts -------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("whole", "weights", "parts"),
    [
        ("12103.80", weighed(12, 7, 5), "6051.90 3530.28 2521.62"),
        ("8866.50", weighed(1, 1, 1, 1), "2216.63 2216.63 2216.62 2216.62"),
        ("21672.95", weighed(45, 35, 20), "9752.83 7585.53 4334.59"),
        ("21672.95", weighed(40, 30, 30), "8669.18 6501.89 6501.88"),
        ("15349.49", weighed(1, 1, 1), "5116.50 5116.50 5116.49"),
        ("15848.04", weighed(1, 1, 1), "5282.68 5282.68 5282.68"),
        ("10399.18", weighed(80, 20), "8319.34 2079.84"),
        ("0.01", weighed(1, 1, 1), "0.01 0.00 0.00"),
        ("100.00", weighed(1, 1, 1), "33.34 33.33 33.33"),
        ("-10.00", weighed(1, 1, 1), "-3.34 -3.33 -3.33"),
        ("10.00", weighed(0, 1, 0, 2), "0.00 3.33 0.00 6.67"),
        ("10.00", weighed("0.5", "0.25", "0.25"), "5.00 2.50 2.50"),
        ("99.99", weighed(7), "99.99"),
        ("0.00", weighed(1, 2), "0.00 0.00"),
    ],
)
def test_parts_add_up_and_the_cents_that_are_left_go_to_the_largest_remainders(
    whole: str, weights: list[D], parts: str
) -> None:
    assert shown(split(D(whole), weights)) == parts


@pytest.mark.parametrize(
    ("weights", "told"), [(weighed(0, 0), "all weights are zero"), ([], "all weights are zero"), (weighed(2, -1), "negative")]
)
def test_what_nothing_can_be_divided_by_is_told(weights: list[D], told: str) -> None:
    with pytest.raises(BadInput, match=told) as error:
        split(D(10), weights)
    assert error.value.faults[0].hint


def test_instalments_that_are_invoices_add_up_by_row_and_by_column() -> None:
    whole = bill([Item(D("17222.40"), "high21"), Item(D("765.00"), "low9")])
    parts = in_parts(whole, weighed(40, 30, 30))
    assert [[f"{each.net} {each.vat}" for each in row.rates] for row in parts.bills] == [
        ["6888.96 1446.68", "306.00 27.54"],
        ["5166.72 1085.01", "229.50 20.66"],
        ["5166.72 1085.01", "229.50 20.65"],
    ]
    assert (shown([row.gross for row in parts.bills]), parts.moved) == ("8669.18 6501.89 6501.88", False)


def test_a_row_that_differs_from_its_part_of_the_gross_gets_it_from_the_largest_net() -> None:
    whole = Bill((Taxed("high21", D("1.00"), D("0.21")), Taxed("low9", D("10.00"), D("0.90"))))
    parts = in_parts(whole, weighed(1, 1, 1))
    assert [[f"{each.net} {each.vat}" for each in row.rates] for row in parts.bills] == [
        ["0.34 0.07", "3.33 0.30"],
        ["0.33 0.07", "3.34 0.30"],
        ["0.33 0.07", "3.33 0.30"],
    ]
    assert (shown([row.gross for row in parts.bills]), parts.moved) == ("4.04 4.04 4.03", True)


def test_nothing_in_parts_is_nothing() -> None:
    assert in_parts(Bill(), weighed(1, 1)).bills == (Bill(), Bill())


# --- co-financing ------------------------------------------------------------------------------------------------------------


def test_cofinancing_is_what_companies_contribute_of_the_whole_project() -> None:
    found = Cofinancing(D("6580.00"), D("28252.95"), D(10))
    assert (round(found.percentage, 2), found.required, found.is_enough) == (D("23.29"), D("2825.30"), True)


def test_cofinancing_is_compared_unrounded() -> None:
    short = Cofinancing(D("999.96"), D("10000.00"), D(10))
    assert (cents(short.percentage), short.is_enough) == (D("10.00"), False)
    assert Cofinancing(D("1000.00"), D("10000.00"), D(10)).is_enough
    assert Cofinancing(NOTHING, NOTHING, D(10)).percentage == 0


# --- what always holds -------------------------------------------------------------------------------------------------------

AMOUNTS = st.decimals(min_value=-(10**7), max_value=10**7, places=2)
WEIGHTS = st.lists(st.decimals(min_value=0, max_value=1000, places=3), min_size=1, max_size=8).filter(any)
ITEMS = st.lists(
    st.builds(Item, AMOUNTS, st.sampled_from(list(RATES)), st.sampled_from(["", "a", "b"]), st.sampled_from(["", "c"])),
    max_size=12,
)


@given(AMOUNTS, WEIGHTS)
def test_no_cent_appears_or_disappears(whole: D, weights: list[D]) -> None:
    parts = split(whole, weights)
    assert sum(parts) == whole
    for part, weight in zip(parts, weights, strict=True):
        exact = Fraction(whole) * Fraction(weight) / Fraction(sum(weights))
        assert abs(Fraction(part) - exact) < Fraction(CENT)
        assert part == cents(part)


@given(AMOUNTS, WEIGHTS)
def test_parts_below_zero_mirror_those_above(whole: D, weights: list[D]) -> None:
    assert split(-whole, weights) == tuple(-part for part in split(whole, weights))


@given(AMOUNTS, WEIGHTS, st.integers(1, 9))
def test_only_the_proportion_of_weights_counts(whole: D, weights: list[D], times: int) -> None:
    assert split(whole, weights) == split(whole, [weight * times for weight in weights])
    assert split(whole, weights) == split(whole, [weight / 8 for weight in weights])


@given(AMOUNTS, WEIGHTS)
def test_who_has_more_weight_never_gets_less(whole: D, weights: list[D]) -> None:
    parts = [abs(part) for part in split(whole, weights)]
    ranked = sorted(zip(weights, parts, strict=True), key=lambda pair: pair[0])
    assert all(part - more <= CENT for (_, part), (_, more) in pairwise(ranked))
    assert all(part == 0 for weight, part in ranked if weight == 0)


@given(ITEMS, st.booleans(), st.randoms())
def test_the_order_of_lines_does_not_matter(items: list[Item], includes: bool, random: object) -> None:
    mixed = list(items)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert bill(mixed, includes_vat=includes) == bill(items, includes_vat=includes)


@given(ITEMS)
def test_net_is_what_the_lines_say_and_gross_is_net_and_vat(items: list[Item]) -> None:
    found = bill(items)
    assert found.net == total(item.amount for item in items)
    assert found.gross == found.net + found.vat == total(each.gross for each in found.rates)
    for each in found.rates:
        invoices = len({(item.payee, item.payer) for item in items if item.code == each.code})
        assert abs(each.vat - each.net * RATES[each.code] / 100) <= CENT / 2 * invoices


@given(ITEMS)
def test_gross_is_what_the_lines_say_where_prices_include_vat(items: list[Item]) -> None:
    found = bill(items, includes_vat=True)
    assert found.gross == total(item.amount for item in items)
    assert all(each.vat == 0 or (each.vat > 0) == (each.gross > 0) or each.gross == 0 for each in found.rates)


@given(ITEMS, st.booleans())
def test_what_each_is_paid_and_pays_adds_up_to_the_whole(items: list[Item], includes: bool) -> None:
    whole = bill(items, includes_vat=includes)
    for part in ("payee", "payer"):
        names = {getattr(item, part) for item in items}
        own = [bill((item for item in items if getattr(item, part) == name), includes_vat=includes) for name in names]
        assert together(own) == whole


@given(ITEMS, WEIGHTS, st.booleans())
def test_invoices_add_up_by_row_by_column_and_in_total(items: list[Item], weights: list[D], includes: bool) -> None:
    whole = bill(items, includes_vat=includes)
    parts = in_parts(whole, weights)
    assert together(parts.bills) == whole
    assert tuple(row.gross for row in parts.bills) == split(whole.gross, weights)
    assert all(row.gross == total(each.net + each.vat for each in row.rates) for row in parts.bills)
    assert [shown([row.rates[n].vat for row in parts.bills]) for n in range(len(whole.rates))] == [
        shown(split(each.vat, weights)) for each in whole.rates
    ]


@given(st.lists(ITEMS, max_size=3))
def test_several_years_are_the_sum_of_the_years(years: list[list[Item]]) -> None:
    all_years = together(bill(items) for items in years)
    assert all_years.gross == total(bill(items).gross for items in years)
    assert all_years.vat == total(bill(items).vat for items in years)
