"""What a cooperation costs, school year by school year. In: finance, cooperation, parties. Out: frozen years and gifts in kind.

Prices rise with the index from the second school year on; income for the whole cooperation is spread over its years.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from generator.facts_parties import Party, person_of
from generator.money import Bill, Item, amount, bill, cents, indexed, split, total
from generator.profile.cooperation import Cooperation
from generator.profile.finance import CostLine, Finance, Income, Indexation, InKind, Per, answers_to
from generator.wording.dates import SCHOOL_YEAR_STARTS, school_years_between

FEWEST_DAYS = 92
"""A school year counts when the cooperation takes up three months of it."""


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody whom the money is about: a party, or another in the profile's words."""

    name: str
    """``het Bedrijf``, ``vervoerder``, ``De Vuurbaak Oostpolder``."""
    party: Party | None = None


@dataclass(frozen=True, slots=True)
class Charge:
    """A line of costs in one school year."""

    line: CostLine
    price: Decimal
    """The price of one in that year."""
    amount: Decimal
    """Quantity × price, in cents: without VAT, unless prices include VAT."""
    payee: Named
    payer: Named | None
    """Who pays it, when it is not divided."""

    @property
    def item(self) -> Item:
        """What it is on an invoice. Each party sends its own; others are estimates together, until their invoices are there."""
        payee, payer = self.payee.party, self.payer
        return Item(self.amount, self.line.vat, payee.id if payee else "", payer.name if payer else "")


@dataclass(frozen=True, slots=True)
class Received:
    """Income in one school year."""

    text: str
    amount: Decimal
    """Above zero: it lowers what is to be funded."""


@dataclass(frozen=True, slots=True)
class Year:
    """The money of one school year."""

    label: str
    """``2027-2028``; empty when no school year is known."""
    lines: tuple[Charge, ...]
    totals: Bill
    income: tuple[Received, ...]
    pupils: int | None
    """How many pupils it is for, when that has one answer."""

    @property
    def per_pupil(self) -> Decimal | None:
        """Gross for each pupil, to the cent; for information only."""
        return cents(self.totals.gross / self.pupils) if self.pupils and self.lines else None

    @property
    def received(self) -> Decimal:
        """All income."""
        return total(each.amount for each in self.income)

    @property
    def to_fund(self) -> Decimal:
        """What has to be paid: gross less income."""
        return self.totals.gross - self.received


@dataclass(frozen=True, slots=True)
class Gift:
    """A contribution in kind over all school years."""

    given: InKind
    by: Named
    value: Decimal
    """What it is worth in a school year, or once for all of them."""
    years: int
    """In how many school years it is given, 1 when it is given once."""

    @property
    def amount(self) -> Decimal:
        """What it is worth over all school years."""
        return self.value * self.years


def named(parties: tuple[Party, ...], name: str) -> Named:
    """Who is meant: a party by its id, its name or one of its people, a location of the school by its BRIN, or just a name."""
    party = _party(parties, name)
    locations = parties[0].school.locations if parties[0].school else ()
    known = (each.name for each in locations if each.brin_vestiging == name and each.name)
    return Named(party.name if party else next(known, name), party)


def _party(parties: tuple[Party, ...], name: str) -> Party | None:
    wanted = "school" if name == "board" else name
    by_id = (party for party in parties if party.id == wanted)
    by_name = (party for party in parties if answers_to(name, *_names(party)))
    by_person = (party for party in parties if person_of(party.people, name))
    return next(by_id, None) or next(by_name, None) or next(by_person, None)


def _names(party: Party) -> tuple[str | None, ...]:
    """The names by which a party goes: the school's too for its board."""
    own, school = party.organisation, party.school
    names = party.name, own.legal_name, own.trade_name, own.short_name
    return (*names, school.name, school.short_name) if school else names


def labels(cooperation: Cooperation) -> tuple[str, ...]:
    """The school years: as the profile lists them, else those of which the cooperation takes up enough; at least one."""
    if cooperation.school_years:
        return cooperation.school_years
    start, end = cooperation.start, cooperation.end or cooperation.start
    if not start or not end or end < start:
        return ("",)
    touched = school_years_between(start, end)
    return tuple(year for year in touched if _days_in(year, start, end) >= FEWEST_DAYS) or touched[:1]


def _days_in(school_year: str, start: date, end: date) -> int:
    begin = date(int(school_year[:4]), SCHOOL_YEAR_STARTS, 1)
    close = date(begin.year + 1, SCHOOL_YEAR_STARTS, 1) - timedelta(days=1)
    return (min(close, end) - max(begin, start)).days + 1


def years(finance: Finance, cooperation: Cooperation, parties: tuple[Party, ...], pupils: int | None) -> tuple[Year, ...]:
    """The money of each school year."""
    listed = labels(cooperation)
    return tuple(_year(finance, listed, number, parties, pupils) for number in range(len(listed)))


def _year(finance: Finance, listed: Sequence[str], number: int, parties: tuple[Party, ...], pupils: int | None) -> Year:
    rises = _rises(finance.indexation, listed[: number + 1])
    lines = tuple(_charge(finance, line, rises, parties) for line in finance.lines)
    totals = bill((each.item for each in lines), includes_vat=finance.prices_include_vat)
    income = tuple(Received(each.text, _received(finance, each, rises, number, len(listed))) for each in finance.income)
    return Year(listed[number], lines, totals, income, pupils)


def _charge(finance: Finance, line: CostLine, rises: int, parties: tuple[Party, ...]) -> Charge:
    price = _indexed(finance, line.unit_price, rises)
    payer = named(parties, line.payer) if line.payer else None
    return Charge(line, price, amount(line.quantity, price), named(parties, line.payee), payer)


def _received(finance: Finance, income: Income, rises: int, number: int, count: int) -> Decimal:
    if income.per is Per.TOTAL:
        return split(cents(income.amount), (Decimal(1),) * count)[number]
    return cents(_indexed(finance, income.amount, rises) if income.indexed else income.amount)


def _indexed(finance: Finance, price: Decimal, rises: int) -> Decimal:
    percentage = finance.indexation.percentage if finance.indexation else None
    return indexed(price, percentage, rises) if percentage else price


def _rises(indexation: Indexation | None, listed: Sequence[str]) -> int:
    """How often prices have risen by the last of these years: in each year after the first, from the index's day on."""
    since = indexation.from_ if indexation else None
    return sum(since is None or date(int(year[:4]), SCHOOL_YEAR_STARTS, 1) >= since for year in listed[1:])


def in_kind(gifts: Iterable[InKind], count: int, parties: tuple[Party, ...]) -> tuple[Gift, ...]:
    """What is given in kind, over so many school years; its value is not indexed."""
    return tuple(
        Gift(
            each,
            named(parties, each.by),
            amount(each.quantity, each.unit_price),
            1 if each.per is Per.TOTAL else count,
        )
        for each in gifts
    )
