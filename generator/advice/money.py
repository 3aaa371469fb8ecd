"""Advice on money and on who does what. In: a scene. Out: spots."""

from __future__ import annotations

from collections.abc import Iterator

from generator.advice.base import AGREEMENT, Scene, Spot, spot
from generator.catalogue import Money
from generator.facts_parties import PartyRole
from generator.money import RATES, total
from generator.profile.finance import VatCode
from generator.profile.party import Organisation, VatStatus

MUCH = 10_000
"""Euros above which a working group looks after the money too."""
MANY_PARTIES = 3
UNEVEN = 75
"""Per cent of the tasks that is too much for one."""
LONGEST_TERM = 30


def costs(scene: Scene) -> Iterator[Spot]:
    """What needs money has an arrangement, also when nobody pays."""
    entries = scene.catalogue.activities
    needing = [one for _, one in scene.activities if one.type in entries and entries[one.type].money is Money.YES]
    if needing and scene.profile.finance is None:
        yield spot("finance", activity=needing[0].activity.name or entries[needing[0].type].name.nl)


def agreement(scene: Scene) -> Iterator[Spot]:
    """A cooperation that goes on has an agreement."""
    paper = scene.documents.agreement
    signed = any(one.signed for one in scene.made(AGREEMENT))
    if scene.running and not (paper and paper.date) and not signed:
        yield spot(f"{AGREEMENT}.date")


def working_group(scene: Scene) -> Iterator[Spot]:
    """With several parties, or much money, a working group meets."""
    governance = scene.cooperation.governance
    if scene.profile.cooperation is None or (governance and governance.working_group):
        return
    if len(scene.parties) >= MANY_PARTIES or scene.budget.totals.gross > MUCH:
        yield spot("cooperation.governance.working_group")


def balance(scene: Scene) -> Iterator[Spot]:
    """Neither side does or brings nearly everything."""
    tasks = [len(party.tasks) for party in scene.parties]
    most = max(tasks) * 100 // max(sum(tasks), 1)
    if most > UNEVEN:
        yield spot("cooperation.tasks", x=most)
        return
    outside = {party.name for party in scene.parties if party.role is not PartyRole.BOARD}
    given = [(each.who, each.total) for each in scene.budget.bearers] + [
        (each.by, each.amount) for each in scene.budget.in_kind
    ]
    ours = total(value for who, value in given if who.name not in outside)
    theirs = total(value for who, value in given if who.name in outside)
    if (ours > 0) != (theirs > 0):
        yield spot("finance", x=100)


def cofinancing(scene: Scene) -> Iterator[Spot]:
    """Companies contribute what the subsidy asks."""
    subsidy = scene.finance.subsidy
    if subsidy is None or subsidy.cofinancing_required_pct is None:
        return
    found = scene.budget.cofinancing
    if found and not found.is_enough:
        yield spot("finance.subsidy.cofinancing_required_pct", x=found.percentage, y=found.asked)


def vat(scene: Scene) -> Iterator[Spot]:
    """A line's VAT is as its payee's own position says, and who charges it has a number for it."""
    known = {party.id: party.organisation for party in scene.parties} | {"board": scene.school.board}
    for number, line in enumerate(scene.finance.lines):
        if (payee := known.get(line.payee)) and _doubtful(payee, line.vat):
            yield spot(f"finance.lines.{number}.vat", code=line.code)


def _doubtful(payee: Organisation, code: VatCode) -> bool:
    """Whether the VAT of a line does not go with who is paid; shares are of the gross amount always, so that is never wrong."""
    status, taxed = payee.vat.status if payee.vat else None, bool(RATES[code])
    untaxed = status is VatStatus.TAXABLE and code is VatCode.EXEMPT
    return untaxed or (taxed and (status is VatStatus.EXEMPT or payee.ids.btw_id is None))


def payment_term(scene: Scene) -> Iterator[Spot]:
    """Invoices are paid within thirty days."""
    invoicing = scene.finance.invoicing
    if invoicing and invoicing.terms_days and invoicing.terms_days > LONGEST_TERM:
        yield spot("finance.invoicing.terms_days", days=invoicing.terms_days)
