"""Advice on saying thank you. In: a scene. Out: spots."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from generator.advice.base import THANKS, Scene, Spot, spot
from generator.facts_activities import PLACEMENTS, Planned
from generator.profile.activity import ActivityType
from generator.profile.occasions import ThanksMoment
from generator.wording.names import full_name

DECEMBER = ((11, 15), (12, 15))
"""First and last day on which to think of a thank-you at the end of the year."""
AFTER = timedelta(days=14)
"""So long after an activity, somebody should have been thanked for it."""
LONG_AGO = timedelta(days=365)
THANKED_FOR = PLACEMENTS | {ActivityType.GASTLES}


def end_of_year(scene: Scene) -> Iterator[Spot]:
    """A word of thanks before Christmas."""
    year = scene.today.year
    first, last = (date(year, *day) for day in DECEMBER)
    if scene.running and first <= scene.today <= last and not thanked(scene, ThanksMoment.EINDE_KALENDERJAAR, date(year, 1, 1)):
        yield spot(THANKS)


def thanked(scene: Scene, moment: ThanksMoment, since: date) -> bool:
    """Whether there is a thank-you of this moment in the year from a day on: made, in the profile, or planned without a day."""
    until = since.replace(year=since.year + 1)
    planned = (each.date is None or since <= each.date < until for each in scene.documents.thank_you if each.moment is moment)
    made = (since <= paper.day < until for paper in scene.made(THANKS) if paper.occasion.startswith(moment))
    return any(planned) or any(made)


def after_activity(scene: Scene) -> Iterator[Spot]:
    """Who gave a lesson or received pupils is thanked for it."""
    for path, one in scene.activities:
        last = one.last
        over = one.type in THANKED_FOR and last is not None and AFTER < scene.today - last <= LONG_AGO
        if last and over and not _thanked_for(scene, one, last):
            person = one.person or one.supervisor
            who = full_name(person) if person else scene.profile.partner.trade_name or scene.profile.partner.legal_name
            yield spot(path, who=who)


def _thanked_for(scene: Scene, planned: Planned, last: date) -> bool:
    """Whether there is a thank-you about an activity, or any after its last day."""
    letters = scene.documents.thank_you
    about = any(each.activity == planned.activity.id for each in letters)
    later = any(each.date is not None and each.date >= last for each in letters)
    return about or later or any(paper.day >= last for paper in scene.made(THANKS))
