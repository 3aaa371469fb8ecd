"""The money, ready to print. In: finance, cooperation, parties. Out: one frozen budget, the same in every text.

Every figure that a document names comes from here, so that agreement, annex, letter and press release say the same amount.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.errors import BadInput
from generator.facts_activities import Planned, party_of
from generator.facts_budget import Charge, Gift, Named, Year, in_kind, named, years
from generator.facts_parties import Party, PartyRole
from generator.facts_payments import Bearer, Payable, Schedule, bearers, payables, schedules
from generator.money import RATES, Bill, Cofinancing, together, total, whole
from generator.profile.cooperation import Cooperation
from generator.profile.finance import Finance, IndexMethod, InvoiceDetail, ShareBasis, VatCode
from generator.profile.party import Kind, Partner


@dataclass(frozen=True, slots=True)
class Exemption:
    """Lines that are exempt from VAT on the same ground."""

    ground: str | None
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Budget:
    """All the money of a cooperation. Of a profile without finance it is empty."""

    years: tuple[Year, ...] = ()
    in_kind: tuple[Gift, ...] = ()
    bearers: tuple[Bearer, ...] = ()
    """Who bears the costs: first those who share them, then those who pay lines directly."""
    payable: tuple[Payable, ...] = ()
    """What the parties are paid, party by party."""
    exemptions: tuple[Exemption, ...] = ()
    schedules: tuple[Schedule, ...] = ()
    """The payment schedule, school year by school year, or one for all."""
    cofinancing: Cofinancing | None = None
    """Only when the subsidy asks it."""
    index_unknown: bool = False
    """Whether prices of later school years still have to be indexed, by a series that is not known yet."""

    @property
    def lines(self) -> tuple[Charge, ...]:
        """The lines of costs, with the prices of the first school year."""
        return self.years[0].lines if self.years else ()

    @property
    def totals(self) -> Bill:
        """Net, VAT per rate and gross over all school years."""
        return together(year.totals for year in self.years)

    @property
    def has_income(self) -> bool:
        """Whether money comes in."""
        return any(year.income for year in self.years)

    @property
    def received(self) -> Decimal:
        """All income, over all school years."""
        return total(year.received for year in self.years)

    @property
    def to_fund(self) -> Decimal:
        """Gross less income, over all school years."""
        return total(year.to_fund for year in self.years)

    @property
    def borne(self) -> tuple[Decimal, ...]:
        """What all bearers pay together, by school year."""
        return tuple(map(total, zip(*(each.amounts for each in self.bearers), strict=True)))

    @property
    def undivided(self) -> Decimal:
        """What nobody is said to bear."""
        return self.to_fund - total(self.borne)

    @property
    def in_kind_total(self) -> Decimal:
        """The value of what is given in kind."""
        return total(each.amount for each in self.in_kind)

    @property
    def project_total(self) -> Decimal:
        """Gross and in kind: what the project is worth."""
        return self.totals.gross + self.in_kind_total

    @property
    def payable_to_partner(self) -> Decimal:
        """Gross of the partner's lines."""
        return total(each.bill.gross for each in self.payable if each.party.role is PartyRole.PARTNER)

    @property
    def partner_share(self) -> Decimal | None:
        """What the partner bears of the costs that are divided; None when it has no share."""
        return next((each.total for each in self.bearers if each.is_partner_share), None)

    @property
    def amounts(self) -> frozenset[Decimal]:
        """Every amount that a text may name, to the cent and in whole euros; none for a budget without any."""
        if not self.lines and not self.in_kind:
            return frozenset()
        known = [self.totals.net, self.totals.gross, self.received, self.to_fund, self.in_kind_total, self.project_total]
        known += [amount for each in self.bearers for amount in (each.total, *each.amounts)]
        known += [each.bill.gross for each in self.payable] + [each.amount for each in self.in_kind]
        for year in self.years:
            known += [year.totals.gross, year.to_fund]
            known += [each.amount for each in year.lines] + [each.amount for each in year.income]
        known += [payment.amount for each in self.schedules for payment in each.payments if payment.amount is not None]
        return frozenset(amount for each in known for amount in (each, whole(each)))

    @property
    def vat_codes(self) -> frozenset[VatCode]:
        """How the lines are treated for VAT."""
        return frozenset(each.line.vat for each in self.lines)

    @property
    def vat_is_apart(self) -> bool:
        """Whether VAT is computed apart for some: each party has invoices of its own, all others are one estimate."""
        return len({(each.item.payee, each.item.payer) for each in self.lines if RATES[each.line.vat]}) > 1

    @property
    def several_payees(self) -> bool:
        """Whether more than one is paid."""
        return len({each.payee.name for each in self.lines}) > 1


def finances(
    finance: Finance | None, cooperation: Cooperation, planned: Iterable[Planned], parties: tuple[Party, ...]
) -> dict[str, object]:
    """The budget, and how it is invoiced."""
    found = budget(finance, cooperation, planned, parties) if finance else Budget()
    return {"budget": found, **invoices(finance, parties)}


def invoices(finance: Finance | None, parties: tuple[Party, ...]) -> dict[str, object]:
    """Who sends invoices to whom (None: not known), and whether a subsidy decision takes their place."""
    invoicing = finance.invoicing if finance else None
    return {
        "invoicer": party_of(parties, invoicing.by if invoicing else None),
        "invoiced": party_of(parties, invoicing.to if invoicing else None),
        "paid_by_decision": bool(invoicing and invoicing.detail is InvoiceDetail.SUBSIDIEBESCHIKKING),
    }


def known_budget(
    finance: Finance | None, cooperation: Cooperation, planned: Iterable[Planned], parties: tuple[Party, ...]
) -> Budget:
    """The budget; an empty one of money that cannot be computed, which ``check`` and the documents tell."""
    try:
        return budget(finance, cooperation, planned, parties) if finance else Budget()
    except BadInput:
        return Budget()


def budget(finance: Finance, cooperation: Cooperation, planned: Iterable[Planned], parties: tuple[Party, ...]) -> Budget:
    """The budget. Raises BadInput for what cannot be computed, with its place in the profile."""
    listed = years(finance, cooperation, parties, _pupils(finance, planned))
    gifts = in_kind(finance.in_kind, len(listed), parties)
    if not finance.lines:
        return Budget(listed, gifts)
    bearing, payable = bearers(finance, listed, parties), tuple(payables(finance, listed, parties))
    share = next((each for each in bearing if each.is_partner_share), None)
    return Budget(
        listed,
        gifts,
        bearing,
        payable,
        _exemptions(listed[0].lines),
        schedules(finance, listed, payable, share),
        _cofinancing(finance, total(year.totals.gross for year in listed), bearing, gifts, parties),
        _index_unknown(finance, listed),
    )


def _exemptions(lines: Iterable[Charge]) -> tuple[Exemption, ...]:
    """The exempt lines by their ground: the line's own, else that of the party that is paid."""
    found: dict[str | None, list[str]] = {}
    for each in (line for line in lines if line.line.vat is VatCode.EXEMPT):
        vat = each.payee.party.organisation.vat if each.payee.party else None
        found.setdefault(each.line.vat_ground or (vat.ground if vat else None), []).append(each.line.text)
    return tuple(Exemption(ground, tuple(texts)) for ground, texts in found.items())


def _cofinancing(
    finance: Finance, gross: Decimal, bearing: Sequence[Bearer], gifts: Sequence[Gift], parties: tuple[Party, ...]
) -> Cofinancing | None:
    """What companies contribute, in cash and in kind, of all costs and what is given in kind."""
    subsidy = finance.subsidy
    if subsidy is None or subsidy.cofinancing_required_pct is None:
        return None
    counted = {named(parties, name).name for name in subsidy.cofinancing_by}
    given = [(each.who, each.total) for each in bearing] + [(each.by, each.amount) for each in gifts]
    contribution = total(value for who, value in given if _counts(who, counted))
    return Cofinancing(contribution, gross + total(each.amount for each in gifts), subsidy.cofinancing_required_pct)


def _counts(who: Named, counted: set[str]) -> bool:
    """Whether a contribution of somebody counts: of those whom the profile names, else of the parties that are companies."""
    if counted:
        return who.name in counted
    organisation = who.party.organisation if who.party else None
    return isinstance(organisation, Partner) and organisation.kind is Kind.COMPANY


def _pupils(finance: Finance, planned: Iterable[Planned]) -> int | None:
    """The pupils by whose number the costs are divided, else those of the only activity that says how many there are."""
    if finance.shares and finance.shares.basis is ShareBasis.PUPILS:
        return int(sum(share.weight for share in finance.shares.parties)) or None
    counts = [one.activity.pupils.count for one in planned if one.activity.pupils and one.activity.pupils.count]
    return counts[0] if len(counts) == 1 else None


def _index_unknown(finance: Finance, listed: Sequence[Year]) -> bool:
    index = finance.indexation
    return bool(index and index.method is IndexMethod.CBS and index.percentage is None and len(listed) > 1)
