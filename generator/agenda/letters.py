"""What letters and press make due. In: a partner's case. Out: what to send, answers, days of meeting, thanks, embargoes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from generator.agenda.due import INVITATION, THANKS, Case, Due, What, named
from generator.facts_activities import PLACEMENTS, Planned
from generator.profile.activity import ActivityType
from generator.profile.cooperation import Phase
from generator.profile.letters import Invitation, InvitationKind
from generator.profile.occasions import ThanksMoment, ThankYou

K = InvitationKind
LEAD = {K.EVALUATIEGESPREK: 2, K.ONDERTEKENING: 2, K.KENNISMAKINGSGESPREK: 3, K.OPEN_BEDRIJVENDAG: 8, K.JURY: 8, K.OPDRACHT: 8}
"""Weeks before its day that an invitation is sent at the latest, as the rules of the invitation say; others ``USUAL_LEAD``."""
USUAL_LEAD = 4
DECEMBER = (12, 15)
"""The last day for a thank-you before Christmas."""
THANKED = frozenset({ActivityType.GASTLES, *PLACEMENTS})
"""Activities after which somebody is thanked."""
SOON = timedelta(days=14)
PATIENCE = 30


def letters(case: Case) -> Iterator[Due]:
    """Everything; of a cooperation that is over, only what its profile still plans."""
    for place, invitation, occasion in named(case.documents.invitations, "kind"):
        yield from _invitation(case, f"documents.invitations.{place}", invitation, occasion)
    for place, letter, occasion in named(case.documents.thank_you, "moment"):
        if letter.date and not case.sent(THANKS, occasion, letter.date.year):
            values = {"moment": letter.moment, "choice": letter.moment.value}
            yield Due(What.THANKS, letter.date, f"documents.thank_you.{place}", values=values).for_days(PATIENCE)
    yield from _press(case)
    if case.relationship.phase is Phase.LOPEND:
        yield from _seasons(case)
        yield from _after_activities(case)


def _invitation(case: Case, path: str, one: Invitation, occasion: str) -> Iterator[Due]:
    values = {"kind": one.kind, "choice": one.kind.value, "on": one.date, "start": one.start, "location": one.location}
    send = one.letter_date or (one.date - timedelta(weeks=LEAD.get(one.kind, USUAL_LEAD)) if one.date else None)
    if send and not case.relationship.partner_declined and not case.sent(INVITATION, occasion, send.year):
        yield Due(What.LETTER, send, f"{path}.letter_date", values=values, lapses=one.date or send + timedelta(PATIENCE))
    if one.rsvp_by:
        yield Due(What.REPLY, one.rsvp_by, f"{path}.rsvp_by", values=values, lapses=one.date or one.rsvp_by)
    if one.date and not _is_planned_evaluation(case, one):
        yield Due(What.EVENT, one.date, f"{path}.date", values=values, lapses=one.date)


def _is_planned_evaluation(case: Case, one: Invitation) -> bool:
    """Whether the agenda has the day already, as an evaluation."""
    plan = case.cooperation.evaluation
    return one.kind is K.EVALUATIEGESPREK and plan is not None and one.date in plan.dates


def _press(case: Case) -> Iterator[Due]:
    release = case.documents.press_release
    if release is None:
        return
    if release.date and not case.sent("press-release", "", release.date.year):
        yield Due(What.PRESS, release.date, "documents.press_release.date").for_days(PATIENCE)
    if release.embargo:
        values = {"at": release.embargo.time()}
        yield Due(What.EMBARGO, release.embargo.date(), "documents.press_release.embargo", values=values).for_days(0)
    if release.photo_moment and release.photo_moment.date:
        photo = {"start": release.photo_moment.time, "location": release.photo_moment.place}
        path = "documents.press_release.photo_moment"
        yield Due(What.EVENT, release.photo_moment.date, path, "photo", photo).for_days(0)


def _seasons(case: Case) -> Iterator[Due]:
    """A thank-you before Christmas and one before the summer, as long as the cooperation lasts."""
    for year in range(case.today.year, case.until.year + 1):
        winter = _winter(case, year)
        summer = case.holidays.starts("zomer", year)
        yield from _season(case, ThanksMoment.EINDE_KALENDERJAAR, winter, date(year, 12, 31))
        if summer:
            last = case.holidays.working_day(summer - timedelta(days=1))
            yield from _season(case, ThanksMoment.EINDE_SCHOOLJAAR, last, summer + SOON)


def _winter(case: Case, year: int) -> date:
    """The middle of December, or the last day of school when that is earlier."""
    starts, usual = case.holidays.starts("kerst", year), date(year, *DECEMBER)
    return min(usual, starts - timedelta(days=1)) if starts else usual


def _season(case: Case, moment: ThanksMoment, last: date, lapses: date) -> Iterator[Due]:
    end, year = case.cooperation.end, last.year
    planned = any(one.moment is moment and (one.date is None or one.date.year == year) for one in case.documents.thank_you)
    if not planned and not (end and last > end) and not case.sent(THANKS, str(moment), year):
        path = f"documents.thank_you.{moment}.{year}"
        yield Due(What.THANKS, last, path, str(moment), {"choice": moment.value}, lapses)


def _after_activities(case: Case) -> Iterator[Due]:
    """Who helped and was not thanked yet, when the profile plans no letter for it."""
    for place, one in enumerate(case.planned):
        last = one.last
        if last and one.type in THANKED and not any(_thanks_for(one, last, letter) for letter in case.documents.thank_you):
            occasion = "na_gastles" if one.type is ActivityType.GASTLES else "na_stage"
            if not case.sent(THANKS, occasion, last.year):
                values = {"activity": one.activity.name or one.activity.id, "choice": occasion}
                path = f"cooperation.activities.{place}.thanks"
                yield Due(What.THANKS, last + SOON, path, "thanks_activity", values).for_days(2 * PATIENCE)


def _thanks_for(one: Planned, last: date, letter: ThankYou) -> bool:
    return letter.activity == one.activity.id or (letter.activity is None and letter.date is not None and letter.date >= last)
