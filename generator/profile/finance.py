"""The money: lines, shares, instalments, invoicing, subsidy. In: checked values. Out: frozen sections in Decimal."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Literal

from pydantic import Field

from generator.profile.base import Identifier, MaybeText, Section, Several, Text, optional, required, several
from generator.profile.values import Day, Money, Percentage, Quantity, Whole, YesNo

_ARTICLE = re.compile(r"^(?:de|het|the) ", re.IGNORECASE)


def answers_to(name: str, *known: str | None) -> bool:
    """Whether a name is one of those that are known, whatever its article and capitals: ``Gemeente`` is ``de Gemeente``."""
    wanted, *others = (_ARTICLE.sub("", each).casefold() for each in (name, *filter(None, known)))
    return wanted in others


class VatCode(StrEnum):
    """How a line is treated for VAT."""

    EXEMPT = "exempt"
    OUTSIDE = "outside"
    ZERO = "zero"
    LOW9 = "low9"
    HIGH21 = "high21"
    REVERSE = "reverse"


class VatRounding(StrEnum):
    """Where VAT is rounded: over the sum of a rate, the only way that is used."""

    PER_RATE = "per_rate"


class Per(StrEnum):
    """Whether an amount is for each school year or for the whole cooperation."""

    YEAR = "year"
    TOTAL = "total"


class ShareBasis(StrEnum):
    """By what the costs are divided."""

    PUPILS = "pupils"
    EQUAL = "equal"
    PERCENTAGE = "percentage"
    WEIGHT = "weight"


class InstalmentsOf(StrEnum):
    """What is paid in instalments."""

    TOTAL_GROSS = "total_gross"
    PAYABLE_TO_PARTNER = "payable_to_partner"
    SHARE_OF_PARTNER = "share_of_partner"
    SHARE_OF_PARTNER_TWO_YEARS = "share_of_partner_two_years"


class InstalmentKind(StrEnum):
    """What sort of instalment it is."""

    TERMIJN = "termijn"
    VOORSCHOT = "voorschot"
    NA_VERANTWOORDING = "na_verantwoording"


class InvoiceDetail(StrEnum):
    """Make-up of the invoices."""

    PER_INSTALMENT = "per_instalment"
    PER_ACTIVITY = "per_activity"
    SUBSIDIEBESCHIKKING = "subsidiebeschikking"


class IndexMethod(StrEnum):
    """How prices are indexed."""

    PERCENTAGE = "percentage"
    CBS = "cbs"


class Settlement(StrEnum):
    """What happens when the costs turn out otherwise."""

    FIXED_PRICE = "fixed_price"
    NACALCULATIE = "nacalculatie"


class CostLine(Section):
    """One line of costs; net is quantity × unit price."""

    code: Identifier = required("Code", "Short name of the line: 'L1'.")
    text: Text = required("Omschrijving", "Description.")
    quantity: Quantity = required("Aantal", "Quantity, 0 or more.")
    unit: MaybeText = optional("Eenheid", "Unit: 'uur', 'leerling', 'dagdeel'.")
    unit_price: Money = required("Prijs per eenheid", "Price of one in euros; negative for a discount.")
    vat: VatCode = required("Btw", "VAT code: exempt, outside, zero, low9, high21 or reverse.")
    vat_ground: MaybeText = optional("Grond btw", "Ground of the VAT treatment: 'onderwijsvrijstelling'.")
    payee: Text = required("Ontvanger", "Payee: partner, board, the id of a third party, or another in words.")
    payer: MaybeText = optional("Betaler", "Payer, when it is not as divided under shares.")


class Income(Section):
    """Money that comes in and lowers what is to be divided."""

    code: Identifier = required("Code", "Short name: 'B1'.")
    text: Text = required("Omschrijving", "Description.")
    amount: Money = required("Bedrag", "Amount in euros.")
    per: Per = Field(default=Per.YEAR, title="Per", description="Period: year or total.")
    indexed: YesNo = Field(default=False, title="Geïndexeerd", description="Whether it rises with the index.")


class InKind(Section):
    """A contribution in kind: valued and shown, never paid."""

    code: Identifier = required("Code", "Short name: 'K1'.")
    text: Text = required("Omschrijving", "Description.")
    by: Text = required("Door", "Contributor: partner, school, the id of a third party, or another in words.")
    quantity: Quantity = required("Aantal", "Quantity.")
    unit: MaybeText = optional("Eenheid", "Unit: 'uur', 'dagdeel'.")
    unit_price: Money = required("Waarde per eenheid", "Value of one in euros.")
    per: Per = Field(default=Per.YEAR, title="Per", description="Period: year, or total for the whole cooperation.")


class ShareParty(Section):
    """Somebody who bears a part of the costs."""

    name: Text = required("Naam", "Name as it is printed.")
    weight: Quantity = required("Gewicht", "Weight of the part; 0 or more.")
    party: Identifier | None = optional(
        "Partij", "Party: partner, school, board or the id of a third party, when the name does not say it."
    )


class Shares(Section):
    """Division of the costs."""

    basis: ShareBasis | None = optional("Grondslag", "Basis of the division: pupils, equal, percentage or weight.")
    parties: Several[ShareParty] = several("Verdeling", "Division by party.")


class Instalment(Section):
    """One payment."""

    weight: Quantity = required("Gewicht", "Weight of the part; percentages when all add up to 100.")
    date: Day | None = optional("Datum", "Day of the payment or invoice.")
    kind: InstalmentKind | None = optional("Soort", "Kind of payment: termijn, voorschot or na_verantwoording.")


class Instalments(Section):
    """Payment schedule."""

    of: InstalmentsOf | None = optional("Waarvan", "Amount that is paid in parts.")
    per: Per = Field(
        default=Per.YEAR,
        title="Per",
        description="Period: year, the same again in every school year; total, once for the whole cooperation.",
    )
    basis: Literal["percentage", "weight"] | None = optional(
        "Grondslag", "Basis of the weights: percentage, or weight for ratios."
    )
    parts: Several[Instalment] = several("Termijnen", "Payments in order.")


class Invoicing(Section):
    """Invoicing."""

    by: Text | None = optional("Factuur van", "Party that invoices: partner, board or the id of a third party.")
    to: Text | None = optional("Factuur aan", "Party that is invoiced: board, partner or the id of a third party.")
    terms_days: Whole | None = optional("Betaaltermijn in dagen", "Days to pay after receipt.")
    reference: MaybeText = optional("Kenmerk op factuur", "Reference on every invoice.")
    detail: InvoiceDetail | None = optional("Specificatie", "Make-up of the invoices.")


class Indexation(Section):
    """Indexation of prices."""

    method: IndexMethod | None = optional("Methode", "Method: percentage or cbs.")
    percentage: Percentage | None = optional("Percentage", "Yearly rise: '3.1'.")
    series: MaybeText = optional("CBS-reeks", "Name of the CBS series, when method is cbs.")
    from_: Day | None = Field(default=None, alias="from", title="Vanaf", description="First day of the new prices.")
    on: Literal["unit_price"] | None = optional("Over", "Base of the index: unit_price.")


class Subsidy(Section):
    """The subsidy that pays for the activities."""

    name: Text = required("Subsidie", "Name of the scheme.")
    project: MaybeText = optional("Project", "Name of the project.")
    penvoerder: MaybeText = optional("Penvoerder", "Lead applicant.")
    decision_number: MaybeText = optional("Kenmerk beschikking", "Reference of the decision.")
    granted_by: MaybeText = optional("Verleend door", "Body that granted it.")
    cofinancing_required_pct: Percentage | None = optional(
        "Vereiste cofinanciering", "Co-financing that the scheme asks, in per cent."
    )
    cofinancing_by: Several[Text] = several(
        "Cofinanciering door",
        "Contributors that count: partner, the id of a third party, a name under shares; empty: those of companies.",
    )


class ExpectedYear(Section):
    """Figures of one school year, checked by hand; only for tests."""

    unit_prices: dict[str, Money] = Field(default={}, title="Prijzen", description="Price by line code.")
    net: dict[VatCode, Money] = Field(default={}, title="Netto per tarief", description="Net by VAT code.")
    vat: dict[VatCode, Money] = Field(default={}, title="Btw per tarief", description="VAT by VAT code.")
    total_net: Money | None = optional("Totaal netto", "Net of all lines.")
    total_vat: Money | None = optional("Totaal btw", "VAT of all lines.")
    total_gross: Money | None = optional("Totaal bruto", "Net and VAT.")
    to_fund: Money | None = optional("Te dekken", "Gross less income.")
    shares: dict[str, Money] = Field(default={}, title="Verdeling", description="Share by name.")


class Expected(ExpectedYear):
    """Figures checked by hand; only for tests, a user's profile has none."""

    payable_to_partner: Money | None = optional("Te betalen aan partner", "Gross of the partner's lines.")
    in_kind: Money | None = optional("In natura", "Value in kind.")
    instalments: Several[Money] = several("Termijnen", "Instalments in order.")
    per_pupil: Money | None = optional("Per leerling", "Gross for each pupil.")
    project_total: Money | None = optional("Projecttotaal", "Gross and in kind.")
    cofinancing_pct: Percentage | None = optional("Cofinanciering", "Co-financing in per cent.")
    cofinancing_required: Money | None = optional("Vereiste cofinanciering", "Co-financing that is asked, in euros.")
    gross_in_words: MaybeText = optional("Bruto in woorden", "Gross in words.")
    year1: ExpectedYear | None = optional("Eerste schooljaar", "Figures of the first school year.")
    year2: ExpectedYear | None = optional("Tweede schooljaar", "Figures of the second school year.")
    total_to_fund: Money | None = optional("Te dekken in totaal", "To be funded, all years.")
    total_shares: dict[str, Money] = Field(default={}, title="Verdeling in totaal", description="Share by name, all years.")
    partner_share_in_words: MaybeText = optional("Aandeel partner in woorden", "Share of the partner in words.")


class Finance(Section):
    """The financial arrangement; figures are per school year."""

    currency: Literal["EUR"] = Field(default="EUR", title="Munt", description="EUR.")
    prices_include_vat: YesNo = Field(
        default=False,
        title="Prijzen inclusief btw",
        description="Whether unit prices include VAT: it is then computed back out of the sum of each rate.",
    )
    vat_rounding: VatRounding = Field(default=VatRounding.PER_RATE, title="Afronding btw", description="per_rate.")
    lines: Several[CostLine] = several("Kosten", "Lines of costs.")
    income: Several[Income] = several("Baten", "Money that comes in.")
    in_kind: Several[InKind] = several("In natura", "Contributions in kind.")
    shares: Shares | None = optional("Verdeelsleutel", "Division of the costs.")
    instalments: Instalments | None = optional("Betaalschema", "Payment schedule.")
    invoicing: Invoicing | None = optional("Facturering", "Invoicing.")
    indexation: Indexation | None = optional("Indexering", "Indexation of prices.")
    subsidy: Subsidy | None = optional("Subsidie", "Subsidy that pays.")
    settlement: Settlement | None = optional("Verrekening", "Settlement: fixed_price or nacalculatie.")
    expected: Expected | None = optional("Controlewaarden", "Figures checked by hand; only for tests.")
