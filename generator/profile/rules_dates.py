"""Whether dates and times are in order. In: a case. Out: (path, problem, hint) for each that is not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time

from generator.profile.activity import Schedule
from generator.profile.rules_base import Case, Found
from generator.profile.values import Weekday

WEEKDAYS = tuple(Weekday)


def before(
    path: str, early: date | time | None, late: date | time | None, words: str, *, same: bool = False
) -> Iterator[Found]:
    """``late`` comes after ``early`` (or on the same day); ``words`` names what early is, for the message at late."""
    if early is None or late is None or type(early) is not type(late):
        return
    if late < early or (late == early and not same):  # type: ignore[operator]
        told = "before" if late < early else "equal to"  # type: ignore[operator]
        yield path, f"{written(late)} is {told} {words} ({written(early)})", "correct one of the two"


def written(moment: date | time) -> str:
    """A day or a time as it stands in the file."""
    return moment.strftime("%H.%M") if isinstance(moment, time) else moment.isoformat()


def period(case: Case) -> Iterator[Found]:
    """The cooperation ends after it starts."""
    yield from before("cooperation.end", case.cooperation.start, case.cooperation.end, "the start of the cooperation")


def schedules(case: Case) -> Iterator[Found]:
    """An activity ends after it starts and has no more sessions than there are weeks."""
    for path, activity in case.activities():
        schedule = activity.schedule
        if schedule:
            yield from before(f"{path}.schedule.end", schedule.start, schedule.end, "the start time")
            yield from before(f"{path}.schedule.last", schedule.first, schedule.last, "the first day", same=True)
            yield from too_many(f"{path}.schedule.sessions", schedule)
        for index, slot in enumerate(activity.slots or ()):
            yield from before(f"{path}.slots.{index}.end", slot.start, slot.end, "the start time")


def too_many(path: str, schedule: Schedule) -> Iterator[Found]:
    """A weekly activity cannot be held more often than its weekday comes round."""
    if schedule.weekday and schedule.first and schedule.last and schedule.sessions and schedule.first <= schedule.last:
        weeks = (schedule.last - schedule.first).days // 7 + 1
        if schedule.sessions > weeks:
            problem = f"{schedule.sessions} sessions do not fit: {schedule.weekday} comes {weeks} times in the period"
            yield path, problem, "correct the number or the period"


def weekdays(case: Case) -> Iterator[Found]:
    """The days of a weekly activity fall on its weekday."""
    for path, activity in case.activities():
        schedule = activity.schedule
        if schedule is None or schedule.weekday is None:
            continue
        days = [("first", schedule.first), ("last", schedule.last)]
        days += [(f"dates.{index}", day) for index, day in enumerate(schedule.dates)]
        for name, day in days:
            if day and WEEKDAYS[day.weekday()] is not schedule.weekday:
                problem = f"{day.isoformat()} is a {WEEKDAYS[day.weekday()]}, not a {schedule.weekday}"
                yield f"{path}.schedule.{name}", problem, "correct the date or the weekday"


def invitations(case: Case) -> Iterator[Found]:
    """Letter, last day to answer and event follow each other."""
    for index, invitation in enumerate(case.documents.invitations):
        path = f"documents.invitations.{index}"
        yield from before(f"{path}.rsvp_by", invitation.letter_date, invitation.rsvp_by, "the day of the letter")
        yield from before(f"{path}.date", invitation.rsvp_by, invitation.date, "the last day to answer")
        if invitation.rsvp_by is None:
            yield from before(f"{path}.date", invitation.letter_date, invitation.date, "the day of the letter")
        yield from before(f"{path}.end", invitation.start, invitation.end, "the start time")
        for number, slot in enumerate(invitation.slots):
            yield from before(f"{path}.slots.{number}.end", slot.start, slot.end, "the start time")


def papers(case: Case) -> Iterator[Found]:
    """A letter of intent holds after it is signed and comes before the agreement; an embargo ends after the text is sent."""
    documents = case.documents
    if documents.intent:
        intent = documents.intent
        yield from before("documents.intent.valid_until", intent.date, intent.valid_until, "the day of signing", same=True)
        if documents.agreement:
            yield from before(
                "documents.agreement.date", intent.date, documents.agreement.date, "the letter of intent", same=True
            )
    press = documents.press_release
    if press and press.embargo:
        yield from before("documents.press_release.embargo", press.date, press.embargo.date(), "the day of sending", same=True)
    for party in case.parties:
        for index, person in enumerate(party.people):
            if person.vog:
                path = f"{party.people_path}.{index}.vog.handed_over"
                yield from before(path, person.vog.date, person.vog.handed_over, "the day it was issued", same=True)


def evaluations(case: Case) -> Iterator[Found]:
    """Evaluations lie within the cooperation."""
    plan, start, end = case.cooperation.evaluation, case.cooperation.start, case.cooperation.end
    for index, day in enumerate(plan.dates if plan else ()):
        path = f"cooperation.evaluation.dates.{index}"
        yield from before(path, start, day, "the start of the cooperation", same=True)
        if end and day > end:
            yield path, f"{day.isoformat()} is after the end of the cooperation ({end.isoformat()})", "correct one of the two"
