"""The worked examples: every figure that was checked by hand is what the program computes."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from generator.facts import facts
from generator.facts_finance import Budget
from generator.load import load_partner
from generator.money import cents, total
from generator.package import resource
from generator.profile import Profile
from generator.profile.finance import Expected, ExpectedYear
from generator.wording import filters
from tests.agreements.drafts import school

SAMPLES = ("roc-noorderlee", "van-t-veld-en-zonen", "gemeente-noorderlee")
WORDS = filters("nl")["money_in_words"]


def sample(name: str) -> tuple[Profile, Budget]:
    loaded = load_partner(resource("examples") / "partners" / f"{name}.yaml", f"{name}.yaml", school())
    assert isinstance(loaded.value, Profile)
    budget = facts(loaded.value, school())["budget"]
    assert isinstance(budget, Budget)
    return loaded.value, budget


def shares(profile: Profile, amounts: list[Decimal]) -> dict[str, Decimal]:
    assert profile.finance
    assert profile.finance.shares
    return {share.name: part for share, part in zip(profile.finance.shares.parties, amounts, strict=True)}


def of_year(profile: Profile, budget: Budget, number: int) -> dict[str, Any]:
    """The figures of one school year, by the names that the profile has for them."""
    year = budget.years[number]
    return {
        "unit_prices": {each.line.code: each.price for each in year.lines},
        "net": {each.code: each.net for each in year.totals.rates},
        "vat": {each.code: each.vat for each in year.totals.rates if each.vat},
        "total_net": year.totals.net,
        "total_vat": year.totals.vat,
        "total_gross": year.totals.gross,
        "to_fund": year.to_fund,
        "shares": shares(profile, [each.amounts[number] for each in budget.bearers]),
    }


def figures(profile: Profile, budget: Budget) -> dict[str, Any]:
    """All the figures that a profile can have checked by hand; of several school years those of the first."""
    gross, partner = budget.years[0].totals.gross, [each for each in budget.payable if each.party.id == "partner"]
    cofinancing, share = budget.cofinancing, budget.partner_share
    return of_year(profile, budget, 0) | {
        "payable_to_partner": total(each.bills[0].gross for each in partner),
        "in_kind": total(gift.value for gift in budget.in_kind),
        "instalments": tuple(each.amount for each in budget.schedules[0].payments),
        "per_pupil": budget.years[0].per_pupil,
        "project_total": gross + total(gift.value for gift in budget.in_kind),
        "cofinancing_pct": cofinancing and cents(cofinancing.percentage),
        "cofinancing_required": cofinancing and cofinancing.required,
        "gross_in_words": WORDS(gross),
        "total_to_fund": budget.to_fund,
        "total_shares": shares(profile, [each.total for each in budget.bearers]),
        "partner_share_in_words": share and WORDS(share),
    }


def said(expected: ExpectedYear) -> dict[str, Any]:
    """What a block of checked figures says, without the years in it."""
    names = set(type(expected).model_fields) - {"year1", "year2"}
    return {name: value for name in names if (value := getattr(expected, name)) not in (None, {}, ())}


@pytest.mark.parametrize("name", SAMPLES)
def test_every_figure_that_was_checked_by_hand_is_computed(name: str) -> None:
    profile, budget = sample(name)
    assert profile.finance
    expected = profile.finance.expected
    assert isinstance(expected, Expected)
    known = figures(profile, budget)
    assert {one: known[one] for one in said(expected)} == said(expected)
    for number, year in enumerate(filter(None, (expected.year1, expected.year2))):
        computed = of_year(profile, budget, number)
        assert {one: computed[one] for one in said(year)} == said(year)


def test_every_sort_of_figure_is_checked_in_some_example() -> None:
    blocks = [profile.finance.expected for profile, _ in map(sample, SAMPLES) if profile.finance and profile.finance.expected]
    years = [year for block in blocks for year in (block.year1, block.year2) if year]
    assert {name for block in blocks for name in said(block)} | {name for year in years for name in said(year)} == set(
        Expected.model_fields
    ) - {"year1", "year2"}


def test_an_agreement_of_two_years_is_the_sum_of_its_years() -> None:
    _, budget = sample("gemeente-noorderlee")
    first, second = budget.years
    assert budget.totals.gross == first.totals.gross + second.totals.gross == Decimal("32697.53")
    assert budget.to_fund == first.to_fund + second.to_fund
    assert budget.borne == (first.to_fund, second.to_fund)
    assert budget.undivided == 0
