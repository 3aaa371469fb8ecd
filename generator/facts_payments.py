"""Who pays, who is paid, and when. In: finance, its school years, parties. Out: frozen bearers, payables, a schedule.

Shares and instalments are parts of amounts with VAT: a school cannot deduct VAT, so that is what it pays. A payer who can
deduct it settles that with the tax office, outside these arrangements.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.errors import BadInput
from generator.facts_budget import Charge, Named, Year, named
from generator.facts_parties import Party, PartyRole
from generator.money import Bill, bill, in_parts, split, together, total
from generator.profile.finance import Finance, InstalmentKind, Instalments, InstalmentsOf, InvoiceDetail, Per


@dataclass(frozen=True, slots=True)
class Bearer:
    """Somebody who bears a part of the costs."""

    who: Named
    weight: Decimal
    lines: tuple[str, ...]
    """The lines of costs that it pays directly, as a whole; empty: it bears a part of what is divided."""
    amounts: tuple[Decimal, ...]
    """What it pays, by school year."""

    @property
    def total(self) -> Decimal:
        """Over all school years."""
        return total(self.amounts)

    @property
    def is_partner_share(self) -> bool:
        """Whether it is what the partner bears of the costs that are divided."""
        return not self.lines and _is_partner(self.who.party)


@dataclass(frozen=True, slots=True)
class Payable:
    """What a party is paid for the lines of costs that are its own."""

    party: Party
    bills: tuple[Bill, ...]
    """By school year."""

    @property
    def bill(self) -> Bill:
        """Over all school years."""
        return together(self.bills)


@dataclass(frozen=True, slots=True)
class Payment:
    """One instalment."""

    number: int
    day: date | None
    kind: InstalmentKind | None
    weight: Decimal
    amount: Decimal | None
    """None when it is not known what it is a part of."""
    bill: Bill | None
    """Net and VAT per rate, when the instalment is an invoice with VAT."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """The payment schedule of a school year, or of all together."""

    label: str
    """``2027-2028``; empty when it is for all school years."""
    of: InstalmentsOf
    whole: Decimal | None
    """What is paid in parts; None when the partner has no share."""
    payments: tuple[Payment, ...]
    bill: Bill | None
    """The whole as net and VAT per rate, when the instalments are invoices with VAT."""
    moved: bool
    """Whether a cent was moved between the nets of two invoices."""
    weights: Decimal
    """The sum of the weights."""
    in_percent: bool
    """Whether the weights are percentages."""


# --- who pays ----------------------------------------------------------------------------------------------------------------


def bearers(finance: Finance, years: Sequence[Year], parties: tuple[Party, ...]) -> tuple[Bearer, ...]:
    """Those who share the costs, in the profile's order, then those who pay lines directly."""
    return (*_sharing(finance, years, parties), *_direct(finance, years))


def _sharing(finance: Finance, years: Sequence[Year], parties: tuple[Party, ...]) -> Iterator[Bearer]:
    """What is left of every year is divided; then the years are added up."""
    sharing = finance.shares.parties if finance.shares else ()
    if not sharing:
        return
    with _about("finance.shares.parties"):
        parts = [split(_to_divide(finance, year), [share.weight for share in sharing]) for year in years]
    for share, *amounts in zip(sharing, *parts, strict=True):
        yield Bearer(named(parties, share.party or share.name), share.weight, (), tuple(amounts))


def _to_divide(finance: Finance, year: Year) -> Decimal:
    return year.to_fund - _bill(finance, (line for line in year.lines if line.payer)).gross


def _direct(finance: Finance, years: Sequence[Year]) -> Iterator[Bearer]:
    payers = {line.payer.name: line.payer for line in years[0].lines if line.payer}
    for name, payer in payers.items():
        own = [[line for line in year.lines if line.payer and line.payer.name == name] for year in years]
        texts = tuple(line.line.text for line in own[0])
        yield Bearer(payer, Decimal(), texts, tuple(_bill(finance, lines).gross for lines in own))


def _bill(finance: Finance, lines: Iterable[Charge]) -> Bill:
    return bill((line.item for line in lines), includes_vat=finance.prices_include_vat)


@contextmanager
def _about(path: str) -> Iterator[None]:
    """What cannot be computed in here is a fault at this place of the profile."""
    try:
        yield
    except BadInput as error:
        raise BadInput(*(fault.at(path=path) for fault in error.faults)) from None


# --- who is paid -------------------------------------------------------------------------------------------------------------


def payables(finance: Finance, years: Sequence[Year], parties: Iterable[Party]) -> Iterator[Payable]:
    """Every party that has lines of its own."""
    for party in parties:
        own = [[line for line in year.lines if line.payee.party and line.payee.party.id == party.id] for year in years]
        if any(own):
            yield Payable(party, tuple(_bill(finance, lines) for lines in own))


def _is_partner(party: Party | None) -> bool:
    return party is not None and party.role is PartyRole.PARTNER


# --- when --------------------------------------------------------------------------------------------------------------------


def schedules(
    finance: Finance, years: Sequence[Year], payable: Iterable[Payable], share: Bearer | None
) -> tuple[Schedule, ...]:
    """The payment schedule, again in every school year: parts of all costs, of what the partner is paid, or of its share.

    One that is for the whole cooperation comes once.
    """
    given = finance.instalments
    if given is None or not given.parts:
        return ()
    of = given.of or InstalmentsOf.TOTAL_GROSS
    dues = _dues(of, years, payable, share)
    with _about("finance.instalments.parts"):
        if given.per is Per.TOTAL or of is InstalmentsOf.SHARE_OF_PARTNER_TWO_YEARS:
            return (_schedule(finance, given, "", 0, _added(dues)),)
        return tuple(
            _schedule(finance, given, year.label, n, due) for n, (year, due) in enumerate(zip(years, dues, strict=True))
        )


Due = Bill | Decimal | None


def _dues(of: InstalmentsOf, years: Sequence[Year], payable: Iterable[Payable], share: Bearer | None) -> Sequence[Due]:
    """What is paid in parts, by school year: a bill, a share, or None for a share that is not known."""
    if of is InstalmentsOf.TOTAL_GROSS:
        return [year.totals for year in years]
    if of is InstalmentsOf.PAYABLE_TO_PARTNER:
        own = next((each.bills for each in payable if _is_partner(each.party)), None)
        return own or [Bill()] * len(years)
    return share.amounts if share else [None] * len(years)


def _added(dues: Sequence[Due]) -> Due:
    """Over all school years."""
    bills = [due for due in dues if isinstance(due, Bill)]
    amounts = [due for due in dues if isinstance(due, Decimal)]
    return together(bills) if bills else total(amounts) if amounts else None


def _schedule(finance: Finance, given: Instalments, label: str, later: int, due: Due) -> Schedule:
    weights = [part.weight for part in given.parts]
    whole = due.gross if isinstance(due, Bill) else due
    amounts = split(whole, weights) if whole is not None else (None,) * len(weights)
    bill = due if isinstance(due, Bill) and _are_invoices(finance, due) else None
    invoices = in_parts(bill, weights) if bill else None
    return Schedule(
        label,
        given.of or InstalmentsOf.TOTAL_GROSS,
        whole,
        _payments(given, later, amounts, invoices.bills if invoices else (None,) * len(weights)),
        bill,
        bool(invoices and invoices.moved),
        sum(weights, Decimal()),
        given.basis == "percentage" or (given.basis is None and sum(weights) == 100),
    )


def _are_invoices(finance: Finance, due: Bill) -> bool:
    detail = finance.invoicing.detail if finance.invoicing else None
    return bool(due.vat) and detail in (None, InvoiceDetail.PER_INSTALMENT)


def _payments(
    given: Instalments, later: int, amounts: Sequence[Decimal | None], invoices: Sequence[Bill | None]
) -> tuple[Payment, ...]:
    rows = enumerate(zip(given.parts, amounts, invoices, strict=True), start=1)
    return tuple(
        Payment(number, _later(part.date, later), part.kind, part.weight, due, one) for number, (part, due, one) in rows
    )


def _later(day: date | None, years: int) -> date | None:
    """The same day so many years later; 29 February becomes the 28th where there is none."""
    if day is None or not years:
        return day
    last = 28 if (day.month, day.day) == (2, 29) else day.day
    return day.replace(year=day.year + years, day=last)
