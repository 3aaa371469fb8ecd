"""Money: lines, VAT, shares, instalments, to the cent. In: plain values in ``Decimal``. Out: frozen records that add up.

Knows no profile. An amount becomes whole cents in five places only, always half up: a line, the VAT of an invoice, an indexed
price, an amount that is asked, and a part of a total. A total is never rounded: it is the sum of its parts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from math import lcm

from generator.errors import BadInput, Fault

CENT = Decimal("0.01")
NOTHING = Decimal("0.00")
RATES = {"high21": 21, "low9": 9, "zero": 0, "reverse": 0, "exempt": 0, "outside": 0}
"""VAT on an invoice, in per cent, by how a line is treated; in the order in which they are printed.

``reverse``: the invoice has none, who receives it pays it to the tax office. ``exempt`` and ``outside``: there is none.
"""
_ROOMY = Context(prec=80, rounding=ROUND_HALF_UP)
"""Enough digits that nothing is rounded before it is meant to be."""


# --- amounts and VAT ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Item:
    """An amount on somebody's invoice, in whole cents."""

    amount: Decimal
    """Without VAT; with it, where prices include VAT."""
    code: str
    """How it is treated: a key of ``RATES``."""
    payee: str = ""
    """Who sends the invoice; all that have no name are one."""
    payer: str = ""
    """Who gets the invoice."""


@dataclass(frozen=True, slots=True)
class Taxed:
    """All of a bill that is treated in one way."""

    code: str
    net: Decimal
    vat: Decimal

    @property
    def gross(self) -> Decimal:
        """Net and VAT."""
        return self.net + self.vat


@dataclass(frozen=True, slots=True)
class Bill:
    """What amounts come to: net, VAT per rate, gross."""

    rates: tuple[Taxed, ...] = ()

    @property
    def net(self) -> Decimal:
        """Without VAT."""
        return total(each.net for each in self.rates)

    @property
    def vat(self) -> Decimal:
        """The VAT of all rates."""
        return total(each.vat for each in self.rates)

    @property
    def gross(self) -> Decimal:
        """With VAT: what is paid."""
        return self.net + self.vat

    @property
    def charged(self) -> tuple[Taxed, ...]:
        """The rates that an invoice must name: those that are not exempt."""
        return tuple(each for each in self.rates if each.code not in ("exempt", "outside"))


def cents(value: Decimal) -> Decimal:
    """Rounded half up to whole cents, the arithmetic rounding of Dutch invoices; away from zero below it."""
    return value.quantize(CENT, context=_ROOMY)


def whole(value: Decimal) -> Decimal:
    """Rounded half up to whole euros, as a newspaper has it."""
    return value.quantize(Decimal(1), context=_ROOMY)


def total(amounts: Iterable[Decimal]) -> Decimal:
    """The sum; of no amounts it is nothing."""
    return sum(amounts, NOTHING)


def amount(quantity: Decimal, price: Decimal) -> Decimal:
    """What a line comes to: quantity × price, in cents."""
    return cents(_ROOMY.multiply(quantity, price))


def bill(items: Iterable[Item], *, includes_vat: bool = False) -> Bill:
    """What the items come to, with VAT computed once for each invoice and rate, over the sum of its amounts.

    Where prices include VAT the gross is what was agreed, and VAT is computed back out of it: gross × rate ÷ (100 + rate).
    """
    invoices: dict[tuple[str, str, str], Decimal] = {}
    for item in items:
        key = item.code, item.payee, item.payer
        invoices[key] = invoices.get(key, NOTHING) + item.amount
    return together(Bill((_taxed(code, summed, includes_vat),)) for (code, *_), summed in invoices.items())


def _taxed(code: str, summed: Decimal, includes_vat: bool) -> Taxed:
    rate = RATES[code]
    whole = 100 + rate if includes_vat else 100
    vat = cents(_ROOMY.divide(_ROOMY.multiply(summed, Decimal(rate)), Decimal(whole)))
    return Taxed(code, summed - vat if includes_vat else summed, vat)


def together(bills: Iterable[Bill]) -> Bill:
    """Bills added up, rate by rate: several invoices, or several school years."""
    sums: dict[str, Taxed] = {}
    for each in (rate for one in bills for rate in one.rates):
        known = sums.get(each.code, Taxed(each.code, NOTHING, NOTHING))
        sums[each.code] = Taxed(known.code, known.net + each.net, known.vat + each.vat)
    return Bill(tuple(sums[code] for code in RATES if code in sums))


def indexed(price: Decimal, percentage: Decimal, times: int) -> Decimal:
    """A price that has risen so many times; each new price is rounded to cents, and the next rise is over that price."""
    for _ in range(times):
        price = cents(_ROOMY.multiply(price, (100 + percentage) / 100))
    return price


# --- parts -------------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Parts:
    """A bill in parts, each a bill with the same rates."""

    bills: tuple[Bill, ...]
    moved: bool
    """Whether a cent was moved from the net of one part to that of another, so that each part is the part of the gross."""


def split(whole: Decimal, weights: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """Parts in cents, in proportion to the weights, that add up to the whole.

    Largest remainder: every part is rounded down; the cents that are left go to the largest remainders, among equal ones to
    the first. Below zero the parts are those of the same amount above zero. Raises BadInput when nothing can be divided by
    the weights.
    """
    _check(weights)
    size, parts = int(abs(whole).scaleb(2, _ROOMY)), _whole_numbers(weights)
    floors, remainders = zip(*(divmod(size * part, sum(parts)) for part in parts), strict=True)
    ranked = sorted(range(len(parts)), key=lambda place: (-remainders[place], place))
    favoured = set(ranked[: size - sum(floors)])
    sign = -CENT if whole < 0 else CENT
    return tuple((floor + (place in favoured)) * sign for place, floor in enumerate(floors))


def _whole_numbers(weights: Sequence[Decimal]) -> list[int]:
    """The weights in the same proportions, as whole numbers."""
    ratios = [weight.as_integer_ratio() for weight in weights]
    common = lcm(*(below for _, below in ratios))
    return [above * common // below for above, below in ratios]


def _check(weights: Sequence[Decimal]) -> None:
    if any(weight < 0 for weight in weights):
        raise BadInput(Fault("a weight is negative", hint="give each a weight of 0 or more"))
    if not any(weights):
        raise BadInput(Fault("all weights are zero", hint="give at least one a weight of more than 0"))


def in_parts(whole: Bill, weights: Sequence[Decimal]) -> Parts:
    """A bill in parts for as many invoices: net and VAT are split per rate, so that every column adds up.

    A row can then differ by a cent from its part of the gross, which is what is agreed; another row then differs the other way.
    That cent moves between their nets, at the rate with the largest net: rows and columns add up, and VAT stays as it is.
    """
    columns = [(each.code, split(each.net, weights), split(each.vat, weights)) for each in whole.rates]
    rows = [Bill(tuple(Taxed(code, net[n], vat[n]) for code, net, vat in columns)) for n in range(len(weights))]
    off = [due - row.gross for due, row in zip(split(whole.gross, weights), rows, strict=True)]
    largest = max(whole.rates, key=lambda each: abs(each.net), default=Taxed("", NOTHING, NOTHING)).code
    return Parts(tuple(_with(row, largest, cent) for row, cent in zip(rows, off, strict=True)), any(off))


def _with(row: Bill, code: str, cent: Decimal) -> Bill:
    """The row with so much more net at this rate."""
    return Bill(tuple(Taxed(each.code, each.net + cent * (each.code == code), each.vat) for each in row.rates))


# --- co-financing ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Cofinancing:
    """What companies contribute of what a project costs."""

    contribution: Decimal
    """In cash and in kind."""
    project: Decimal
    """What it is a part of: all costs with VAT, and what is given in kind."""
    asked: Decimal
    """Per cent that must be reached."""

    @property
    def percentage(self) -> Decimal:
        """The part in per cent, unrounded; of a project that costs nothing it is nothing."""
        return _ROOMY.divide(self.contribution * 100, self.project) if self.project else NOTHING

    @property
    def required(self) -> Decimal:
        """What is asked, in euros."""
        return cents(_ROOMY.multiply(self.project, self.asked) / 100)

    @property
    def is_enough(self) -> bool:
        """Whether it is reached; compared unrounded."""
        return self.contribution * 100 >= self.asked * self.project
