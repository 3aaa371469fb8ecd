"""What an agreement makes due. In: a partner's case. Out: evaluations, ways out, the end, signatures, advice, goals."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from generator.agenda.due import AGREEMENT, INTENT, Case, Due, What
from generator.facts_term import exits, talk_by
from generator.profile.contacts import log_until
from generator.profile.cooperation import ContactKind, Renewal

AROUND = timedelta(days=30)
"""An evaluation is recorded when the log has one from so long before its day on."""
FOLLOW_UP = timedelta(days=120)
"""So long before the end one speaks of what comes next, when nothing else was agreed."""
PATIENCE = 30
"""Days that something is told of which nobody says whether it was done."""


def contract(case: Case) -> Iterator[Due]:
    """Everything; nothing of a cooperation that is over."""
    if case.is_over:
        return
    yield from _evaluations(case)
    yield from _ways_out(case)
    yield from _going_on(case)
    yield from _signatures(case)
    yield from _advice(case)
    for number, goal in enumerate(case.cooperation.goals):
        if goal.due:
            values = {"goal": goal.id, "text": goal.text}
            yield Due(What.GOAL, goal.due, f"cooperation.goals.{number}", values=values).for_days(PATIENCE)


def _evaluations(case: Case) -> Iterator[Due]:
    plan, form = case.cooperation.evaluation, case.documents.evaluation
    days = {day: f"cooperation.evaluation.dates.{number}" for number, day in enumerate(plan.dates if plan else ())}
    if form and form.date:
        days.setdefault(form.date, "documents.evaluation.date")
    held = [entry.date for entry in log_until(case.profile, case.today) if entry.kind is ContactKind.EVALUATIE]
    for day, path in days.items():
        if not any(each >= day - AROUND for each in held):
            yield Due(What.EVALUATION, day, path)


def _ways_out(case: Case) -> Iterator[Due]:
    """Notice: the last day is the one before the day that the agreement names."""
    for one in exits(case.cooperation, case.until + timedelta(days=1)):
        last = one.before - timedelta(days=1)
        values = {"before": one.before, "end": one.ends}
        say = "notice_renewal" if one.renewal else "notice"
        yield Due(What.NOTICE, last, f"cooperation.notice.{one.ends.year}", say, values, lapses=last)


def _going_on(case: Case) -> Iterator[Due]:
    """The end, and the talk about what comes next. An agreement that goes on by itself has neither."""
    end, talk = case.cooperation.end, talk_by(case.cooperation)
    if end is None or case.cooperation.renewal is Renewal.TACIT:
        return
    yield Due(What.RENEWAL, talk or end - FOLLOW_UP, "cooperation.renewal", values={"end": end}, lapses=end)
    yield Due(What.END, end, "cooperation.end", values={"end": end})


def _signatures(case: Case) -> Iterator[Due]:
    """The signing of both papers, the copies that come back, and until when an intent holds."""
    agreement, intent = case.documents.agreement, case.documents.intent
    signing = agreement.date if agreement else None
    if signing:
        yield from _signing(case, AGREEMENT, signing, "documents.agreement.date")
    if intent and intent.date:
        yield from _signing(case, INTENT, intent.date, "documents.intent.date")
    cover = case.documents.cover_letter
    if cover and cover.return_by and not case.signed(AGREEMENT):
        yield Due(What.RETURN, cover.return_by, "documents.cover_letter.return_by").for_days(PATIENCE)
    agreed = case.signed(AGREEMENT) or (signing is not None and signing <= case.today)
    if intent and intent.valid_until and not agreed:
        values, last = {"end": intent.valid_until}, intent.valid_until
        yield Due(What.INTENT, last, "documents.intent.valid_until", values=values).for_days(PATIENCE)


def _signing(case: Case, kind: str, day: date, path: str) -> Iterator[Due]:
    """A signature stays due as long as the register has a paper that waits for it."""
    if case.signed(kind):
        return
    waiting = case.pending(kind)
    due = Due(What.SIGNING, day, path, f"signing_{kind}", {"reference": waiting.reference if waiting else "REF"})
    yield due if waiting and kind == AGREEMENT else due.for_days(PATIENCE)


def _advice(case: Case) -> Iterator[Due]:
    """The participation council is asked before anybody signs."""
    council, agreement = case.cooperation.mr, case.documents.agreement
    day = (agreement.date if agreement else None) or case.cooperation.start
    if council and council.advice_required and not council.advice_date and day:
        yield Due(What.COUNCIL, day - timedelta(days=1), "cooperation.mr", values={"before": day}).for_days(PATIENCE)
