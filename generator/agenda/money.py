"""What money makes due. In: a partner's case. Out: instalments with their amounts, as the financial arrangement has them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.agenda.due import Case, Due, What
from generator.facts_finance import invoices
from generator.facts_parties import Party, PartyRole
from generator.facts_payments import Payment, Schedule
from generator.profile.finance import InstalmentKind

PATIENCE = 14
"""Days that an instalment is told: nobody says whether it was paid."""


def money(case: Case) -> Iterator[Due]:
    """Every instalment that has a day; none of an arrangement that cannot be computed, which ``check`` tells."""
    finance = case.profile.finance
    facts = invoices(finance, case.parties)
    say, values = _who(facts["invoicer"], facts["invoiced"], bool(facts["paid_by_decision"]))
    values["reference"] = (finance.invoicing.reference if finance and finance.invoicing else None) or ""
    for number, schedule in enumerate(case.budget.schedules):
        for payment in schedule.payments:
            if payment.day:
                path = f"finance.instalments.{number}.{payment.number - 1}"
                yield Due(What.INVOICE, payment.day, path, say, values | _which(schedule, payment)).for_days(PATIENCE)


def _who(invoicer: object, invoiced: object, by_decision: bool) -> tuple[str, dict[str, object]]:
    """Which words tell it, by who sends the invoice to whom."""
    names: dict[str, object] = {"by": getattr(invoicer, "name", ""), "to": getattr(invoiced, "name", "")}
    if by_decision:
        return "invoice_decision", names
    if not isinstance(invoicer, Party):
        return "invoice_unknown", names
    return ("invoice_send" if invoicer.role is PartyRole.BOARD else "invoice_expect"), names


def _which(schedule: Schedule, payment: Payment) -> dict[str, object]:
    return {
        "kind": payment.kind or InstalmentKind.TERMIJN,
        "number": payment.number,
        "count": len(schedule.payments),
        "year": schedule.label,
        "amount": payment.amount,
    }
