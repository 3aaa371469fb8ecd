"""What is wrong with the money before anything is computed. In: a case. Out: (path, problem, hint) for each thing found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from generator.profile.finance import Instalment, InstalmentsOf, ShareBasis, ShareParty, answers_to
from generator.profile.rules_base import Case, Found

PUPILS = frozenset({"leerling", "leerlingen", "ouder", "ouders", "pupil", "pupils", "parents"})
LIMIT = Decimal(10**9)
"""A single amount of so many euros is a slip."""
OF_SHARE = {InstalmentsOf.SHARE_OF_PARTNER, InstalmentsOf.SHARE_OF_PARTNER_TWO_YEARS}


def weights(case: Case) -> Iterator[Found]:
    """Weights are not all zero: nothing can be divided by them."""
    for path, parts in (("finance.shares.parties", sharing(case)), ("finance.instalments.parts", instalments(case))):
        if parts and not any(part.weight for part in parts):
            yield path, "all weights are zero", "give at least one a weight of more than 0"


def sharing(case: Case) -> Sequence[ShareParty]:
    """Who shares the costs."""
    return case.finance.shares.parties if case.finance.shares else ()


def instalments(case: Case) -> Sequence[Instalment]:
    """The parts of the payment schedule."""
    return case.finance.instalments.parts if case.finance.instalments else ()


def amounts(case: Case) -> Iterator[Found]:
    """No amount is larger than a cooperation of a school can ever have."""
    priced = [("lines", number, line.quantity * line.unit_price) for number, line in enumerate(case.finance.lines)]
    priced += [("in_kind", number, gift.quantity * gift.unit_price) for number, gift in enumerate(case.finance.in_kind)]
    priced += [("income", number, income.amount) for number, income in enumerate(case.finance.income)]
    for part, number, amount in priced:
        if abs(amount) >= LIMIT:
            yield f"finance.{part}.{number}", f"it comes to {amount:.2f} euros", "correct the quantity or the price"


def percentages(case: Case) -> Iterator[Found]:
    """What is said to be percentages adds up to 100."""
    shares, schedule = case.finance.shares, case.finance.instalments
    sums: list[tuple[str, Decimal]] = []
    if shares and shares.basis is ShareBasis.PERCENTAGE:
        sums.append(("finance.shares.parties", sum((each.weight for each in shares.parties), Decimal())))
    if schedule and schedule.basis == "percentage":
        sums.append(("finance.instalments.parts", sum((each.weight for each in schedule.parts), Decimal())))
    for path, total in sums:
        if total != 100:
            yield path, f"the percentages add up to {total}, not 100", "correct them, or choose another basis"


def equal_shares(case: Case) -> Iterator[Found]:
    """Shares that are said to be equal have one weight."""
    shares = case.finance.shares
    if shares and shares.basis is ShareBasis.EQUAL and len({each.weight for each in shares.parties}) > 1:
        hint = "give each the same weight, or choose 'weight' as the basis"
        yield "finance.shares.parties", "the shares are said to be equal, but their weights differ", hint


def costs_for_pupils(case: Case) -> Iterator[Found]:
    """Pupils and parents pay nothing for a part of the programme."""
    for index, line in enumerate(case.finance.lines):
        if (line.payer or "").lower() in PUPILS:
            yield (
                f"finance.lines.{index}.payer",
                f"line {line.code} would be paid by '{line.payer}'",
                "charge pupils no compulsory costs",
            )


def income(case: Case) -> Iterator[Found]:
    """Income is written as what comes in, and lowers costs that are there."""
    for index, each in enumerate(case.finance.income):
        if each.amount < 0:
            path, problem = f"finance.income.{index}.amount", f"income {each.code} is negative"
            yield path, problem, "write what comes in, without a minus; it is taken off the costs"
    if case.finance.income and not case.finance.lines:
        yield "finance.income", "there is income, but there are no costs", "add the costs under finance.lines"


def scheduled(case: Case) -> Iterator[Found]:
    """What is paid in instalments is known: the partner has a share, or is paid for something."""
    of = case.finance.instalments.of if instalments(case) and case.finance.instalments else None
    if of in OF_SHARE and not any(is_partner(case, each.party, each.name) for each in sharing(case)):
        hint = "add 'party: partner' to its share under finance.shares.parties, or choose another 'of'"
        yield "finance.instalments.of", "the instalments are of the partner's share, but it has no share", hint
    if of is InstalmentsOf.PAYABLE_TO_PARTNER and not any(is_partner(case, each.payee) for each in case.finance.lines):
        hint = "write 'payee: partner' for what the partner is paid, or choose another 'of'"
        yield "finance.instalments.of", "the instalments are of what the partner is paid, but it is paid nothing", hint


def is_partner(case: Case, *names: str | None) -> bool:
    """Whether one of these means the partner."""
    partner = case.profile.partner if case.profile else None
    known = (partner.legal_name, partner.trade_name, partner.short_name) if partner else ()
    return any(name == "partner" or answers_to(name, *known) for name in names if name)


def school_years(case: Case) -> Iterator[Found]:
    """School years follow each other: each has its own costs, and its own rise of the prices."""
    listed = case.cooperation.school_years
    for number, (before, year) in enumerate(pairwise(listed), start=1):
        if year[:4] != before[5:]:
            yield f"cooperation.school_years.{number}", f"'{year}' does not follow '{before}'", "list them in order, each once"


def indexed_late(case: Case) -> Iterator[Found]:
    """Prices rise after the first school year: that has the prices that are agreed."""
    index, start = case.finance.indexation, first_day(case)
    if index and index.from_ and start and index.from_ <= start:
        problem = f"{index.from_.isoformat()} is not after the start ({start.isoformat()})"
        hint = "the first school year has the prices that are agreed: fill in the first day of a later one"
        yield "finance.indexation.from", problem, hint


def first_day(case: Case) -> date | None:
    """The first day of the cooperation, or of its first school year."""
    years = case.cooperation.school_years
    return case.cooperation.start or (date(int(years[0][:4]), 8, 1) if years else None)
