"""The budget of a profile: school years, prices, who pays, who is paid and when. A few lines of a profile, and the amounts."""

from __future__ import annotations

from decimal import Decimal as D
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import BadInput
from generator.facts import facts
from generator.facts_budget import labels
from generator.facts_finance import Budget
from generator.money import total
from generator.profile.cooperation import Cooperation
from tests.agreements.drafts import profile, school

LINE = {"code": "L1", "text": "les", "quantity": 1, "unit_price": "100.00", "vat": "high21", "payee": "partner"}
GIFT = {"code": "K1", "text": "zaal", "by": "partner", "quantity": 2, "unit_price": "50.00"}
CLUB = {"id": "club", "kind": "company", "legal_name": "Andere B.V.", "short_name": "de Club", "legal_form": "bv"}
TWO_YEARS = {"school_years": ["2027-2028", "2028-2029"]}


def line(**more: Any) -> dict[str, Any]:
    return LINE | more


def budget(cooperation: dict[str, Any] | None = None, **finance: Any) -> Budget:
    made = profile(finance={"lines": [LINE]} | finance, cooperation=cooperation or {}, third_parties=[CLUB])
    found = facts(made, school())["budget"]
    assert isinstance(found, Budget)
    return found


def sharing(*names: str, **more: Any) -> dict[str, Any]:
    return {"parties": [{"name": name, "weight": 1} for name in names]} | more


def paid(found: Budget) -> list[tuple[str, str]]:
    return [(each.who.name, str(each.total)) for each in found.bearers]


def test_without_finance_a_budget_is_empty_and_never_fails() -> None:
    found = facts(profile(), school())["budget"]
    assert isinstance(found, Budget)
    assert (found.years or found.lines or found.schedules) == ()
    assert {found.totals.gross, found.to_fund, found.undivided, found.payable_to_partner, found.in_kind_total} == {D(0)}
    assert found.partner_share is None


# --- school years ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cooperation", "years"),
    [
        (TWO_YEARS | {"start": "2027-08-01", "end": "2028-07-31"}, "2027-2028 2028-2029"),
        ({"start": "2027-09-01", "end": "2029-06-30"}, "2027-2028 2028-2029"),
        ({"start": "2027-06-15", "end": "2028-07-31"}, "2027-2028"),
        ({"start": "2027-08-01", "end": "2028-09-30"}, "2027-2028"),
        ({"start": "2028-01-10", "end": "2028-03-24"}, "2027-2028"),
        ({"start": "2028-06-20", "end": "2028-09-20"}, "2027-2028"),
        ({"start": "2027-09-01"}, "2027-2028"),
        ({"end": "2028-07-31"}, ""),
        ({}, ""),
    ],
)
def test_a_school_year_counts_when_the_cooperation_takes_up_three_months_of_it(cooperation: dict[str, Any], years: str) -> None:
    assert " ".join(labels(Cooperation.model_validate(cooperation))) == years


@pytest.mark.parametrize(
    ("index", "prices"),
    [
        ({"percentage": 10}, "100.00 110.00 121.00"),
        ({"percentage": 10, "from": "2028-08-01"}, "100.00 110.00 121.00"),
        ({"percentage": 10, "from": "2028-10-01"}, "100.00 100.00 110.00"),
        ({"percentage": 10, "from": "2027-01-01"}, "100.00 110.00 121.00"),
        ({"method": "cbs", "series": "CAO-lonen"}, "100.00 100.00 100.00"),
        (None, "100.00 100.00 100.00"),
    ],
)
def test_prices_rise_in_every_school_year_after_the_first_from_a_day_on(index: Any, prices: str) -> None:
    found = budget({"school_years": ["2027-2028", "2028-2029", "2029-2030"]}, indexation=index)
    assert " ".join(str(year.lines[0].price) for year in found.years) == prices
    assert found.index_unknown == bool(index and index.get("method") == "cbs")


def test_income_and_gifts_are_for_a_year_or_for_all_of_them() -> None:
    income = [
        {"code": "B1", "text": "a", "amount": "10.00"},
        {"code": "B2", "text": "b", "amount": "10.01", "per": "total"},
        {"code": "B3", "text": "c", "amount": "10.00", "indexed": True},
    ]
    found = budget(TWO_YEARS, income=income, in_kind=[GIFT, GIFT | {"per": "total"}], indexation={"percentage": 5})
    assert [[str(each.amount) for each in year.income] for year in found.years] == [
        ["10.00", "5.01", "10.00"],
        ["10.00", "5.00", "10.50"],
    ]
    assert [(gift.years, str(gift.amount)) for gift in found.in_kind] == [(2, "200.00"), (1, "100.00")]
    assert found.to_fund == found.totals.gross - D("50.51") == found.totals.gross - found.received


# --- who pays ----------------------------------------------------------------------------------------------------------------


def test_a_name_means_a_party_by_its_id_its_names_or_its_people_and_a_location_by_its_number() -> None:
    names = ["school", "Vakcollege De Vuurbaak", "Het Bedrijf", "bakkerij kruim b.v.", "Club", "99ZA01", "fonds"]
    found = budget(shares=sharing(*names))
    assert [each.who.name for each in found.bearers] == [
        "de School",
        "de School",
        "het Bedrijf",
        "het Bedrijf",
        "de Club",
        "De Vuurbaak Oostpolder",
        "fonds",
    ]
    assert [each.is_partner_share for each in found.bearers].index(True) == 2


def test_a_share_that_says_so_is_the_partners_whatever_its_name() -> None:
    parties = [{"name": "fonds", "weight": 1}, {"name": "Kruim", "weight": 1, "party": "partner"}]
    assert budget(shares={"parties": parties}).partner_share == D("60.50")


def test_who_pays_a_line_directly_pays_it_beside_what_is_divided() -> None:
    lines = [LINE, line(code="L2", text="bus", payer="de Club", vat="low9")]
    found = budget(lines=lines, shares=sharing("School", "Partner", "Fonds"))
    assert paid(found) == [("de School", "40.34"), ("Partner", "40.33"), ("Fonds", "40.33"), ("de Club", "109.00")]
    assert [each.lines for each in found.bearers] == [(), (), (), ("bus",)]
    assert (found.undivided, found.to_fund) == (D(0), D("230.00"))


def test_what_nobody_is_said_to_bear_is_told() -> None:
    assert budget(lines=[LINE, line(code="L2", payer="club")]).undivided == D("121.00")


def test_weights_that_are_all_zero_are_a_fault_with_its_place() -> None:
    for path, finance in (
        ("finance.shares.parties", {"shares": {"parties": [{"name": "x", "weight": 0}]}}),
        ("finance.instalments.parts", {"instalments": {"parts": [{"weight": 0}]}}),
    ):
        with pytest.raises(BadInput, match="all weights are zero") as error:
            budget(**finance)
        assert [(fault.path, bool(fault.hint)) for fault in error.value.faults] == [(path, True)]


# --- who is paid, and when ---------------------------------------------------------------------------------------------------


def test_every_party_sends_its_own_invoices_and_others_are_one_estimate() -> None:
    odd = "0.02"
    lines = [line(code=f"L{n}", unit_price=odd, payee=payee) for n, payee in enumerate(("partner", "club", "x", "y", "z"))]
    found = budget(lines=lines)
    assert [(each.party.name, str(each.bill.gross)) for each in found.payable] == [("het Bedrijf", "0.02"), ("de Club", "0.02")]
    assert (found.payable_to_partner, found.totals.vat, found.totals.gross) == (D("0.02"), D("0.01"), D("0.11"))


@pytest.mark.parametrize(
    ("of", "amounts"),
    [
        ({}, "121.00"),
        ({"of": "total_gross"}, "121.00"),
        ({"of": "payable_to_partner"}, "121.00"),
        ({"of": "share_of_partner"}, "60.50"),
    ],
)
def test_a_schedule_is_of_one_school_year_and_comes_again_in_the_next(of: dict[str, Any], amounts: str) -> None:
    parts = [{"weight": 40, "date": "2028-02-29"}, {"weight": 60}]
    found = budget(TWO_YEARS, shares=sharing("School", "Bedrijf"), instalments={"parts": parts} | of)
    assert [(each.label, str(each.whole), each.in_percent) for each in found.schedules] == [
        ("2027-2028", amounts, True),
        ("2028-2029", amounts, True),
    ]
    days = [[str(payment.day) for payment in each.payments] for each in found.schedules]
    assert days == [["2028-02-29", "None"], ["2029-02-28", "None"]]


@pytest.mark.parametrize("of", [{"of": "share_of_partner", "per": "total"}, {"of": "share_of_partner_two_years"}])
def test_a_schedule_can_be_for_the_whole_cooperation(of: dict[str, Any]) -> None:
    found = budget(TWO_YEARS, shares=sharing("School", "Bedrijf"), instalments={"parts": [{"weight": 1}]} | of)
    assert [(each.label, str(each.whole), each.bill) for each in found.schedules] == [("", "121.00", None)]


@pytest.mark.parametrize(
    ("finance", "are"),
    [
        ({}, True),
        ({"invoicing": {"detail": "per_instalment"}}, True),
        ({"invoicing": {"detail": "per_activity"}}, False),
        ({"invoicing": {"detail": "subsidiebeschikking"}}, False),
        ({"lines": [line(vat="exempt")]}, False),
    ],
)
def test_instalments_are_invoices_when_there_is_vat_and_nothing_else_is_agreed(finance: dict[str, Any], are: bool) -> None:
    found = budget(instalments={"parts": [{"weight": 1}]}, **finance).schedules[0]
    assert (found.bill is not None, found.payments[0].bill is not None) == (are, are)


def test_a_share_that_is_not_there_leaves_the_instalments_open() -> None:
    found = budget(instalments={"of": "share_of_partner", "parts": [{"weight": 1}]}).schedules[0]
    assert (found.whole, found.payments[0].amount) == (None, None)


# --- what else a text tells --------------------------------------------------------------------------------------------------


def test_cofinancing_is_by_companies_in_cash_and_in_kind_unless_the_profile_says_by_whom() -> None:
    subsidy = {"name": "STO", "cofinancing_required_pct": 10}
    money: dict[str, Any] = {"shares": sharing("School", "Club"), "in_kind": [GIFT, GIFT | {"by": "school"}]}
    found = budget(subsidy=subsidy, **money).cofinancing
    assert found
    assert (found.contribution, found.project) == (D("160.50"), D("321.00"))
    by_school = budget(subsidy=subsidy | {"cofinancing_by": ["school"]}, **money).cofinancing
    assert by_school
    assert by_school.contribution == D("160.50")
    assert budget(subsidy={"name": "STO"}, **money).cofinancing is None


def test_lines_are_exempt_on_their_own_ground_or_on_that_of_who_is_paid() -> None:
    lines = [line(vat="exempt", vat_ground="verhuur"), line(code="L2", vat="exempt", payee="x"), LINE | {"code": "L3"}]
    found = budget(lines=lines)
    assert [(each.ground, each.lines) for each in found.exemptions] == [("verhuur", ("les",)), (None, ("les",))]


@pytest.mark.parametrize(
    ("counts", "shares", "pupils"),
    [([24], None, 24), ([24, 12], None, None), ([24, 12], sharing("a", "b", basis="pupils"), 2), ([], None, None)],
)
def test_the_amount_for_each_pupil_needs_one_number_of_pupils(counts: list[int], shares: Any, pupils: int | None) -> None:
    activities = [{"id": f"A{n}", "type": "gastles", "pupils": {"count": count}} for n, count in enumerate(counts)]
    year = budget({"activities": activities}, shares=shares).years[0]
    assert (year.pupils, year.per_pupil) == (pupils, pupils and round(D("121.00") / pupils, 2))


# --- what always holds -------------------------------------------------------------------------------------------------------

LINES = st.lists(
    st.fixed_dictionaries(
        {
            "code": st.uuids().map(str),
            "text": st.just("les"),
            "quantity": st.decimals(0, 300, places=2).map(str),
            "unit_price": st.decimals(-100, 900, places=3).map(str),
            "vat": st.sampled_from(["exempt", "outside", "zero", "low9", "high21", "reverse"]),
            "payee": st.sampled_from(["partner", "board", "club", "vervoerder", "drukker"]),
        },
        optional={"payer": st.sampled_from(["club", "partner", "fonds"])},
    ),
    min_size=1,
    max_size=6,
)
PARTS = st.lists(st.integers(1, 60).map(lambda weight: {"weight": weight}), min_size=1, max_size=5)


@settings(deadline=None, max_examples=60)
@given(
    LINES,
    st.booleans(),
    st.lists(st.integers(1, 99), min_size=1, max_size=4),
    PARTS,
    st.sampled_from(["total_gross", "payable_to_partner", "share_of_partner"]),
    st.sampled_from([{}, TWO_YEARS]),
)
def test_every_budget_adds_up(
    lines: list[Any], includes: bool, weights: list[int], parts: list[Any], of: str, cooperation: Any
) -> None:
    shares = {"parties": [{"name": name, "weight": weight} for name, weight in zip(("Bedrijf", *"abc"), weights, strict=False)]}
    found = budget(
        cooperation,
        lines=lines,
        prices_include_vat=includes,
        income=[{"code": "B", "text": "b", "amount": "33.33"}],
        shares=shares,
        instalments={"of": of, "parts": parts},
        indexation={"percentage": "3.1"},
    )
    assert found.undivided == 0
    assert total(each.total for each in found.bearers) == found.to_fund == total(found.borne)
    for year, borne in zip(found.years, found.borne, strict=True):
        amounts = total(each.amount for each in year.lines)
        assert amounts == (year.totals.gross if includes else year.totals.net)
        assert borne == year.to_fund == year.totals.gross - D("33.33")
    for schedule in found.schedules:
        assert total(each.amount for each in schedule.payments if each.amount is not None) == schedule.whole
        assert all(each.bill is None or each.bill.gross == each.amount for each in schedule.payments)


# --- what a text may name ----------------------------------------------------------------------------------------------------


def test_every_amount_that_a_text_may_name_is_known_to_the_cent_and_in_whole_euros() -> None:
    odd = line(unit_price="100.33")
    known = budget(
        TWO_YEARS,
        lines=[odd],
        in_kind=[GIFT],
        income=[{"code": "B1", "text": "fonds", "amount": "20.00"}],
        shares=sharing("A", "B"),
    )
    wanted = {"200.66", "242.80", "243", "121.40", "40.00", "202.80", "101.40", "200.00", "442.80", "100.33", "20.00"}
    assert {D(amount) for amount in wanted} <= known.amounts
    assert D("242.81") not in known.amounts
    assert budget(lines=[]).amounts == frozenset()
