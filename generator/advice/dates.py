"""Advice on days, and on the form in which a letter speaks. In: a scene. Out: spots."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from generator.advice.base import THANKS, Scene, Spot, spot
from generator.advice.forms import in_fields
from generator.advice.thanks import thanked
from generator.facts_parties import person_of
from generator.profile.letters import Letter
from generator.profile.occasions import ThanksMoment
from generator.profile.partner import Language
from generator.profile.person import AddressForm
from generator.wording.dates import SCHOOL_YEAR_STARTS

BEFORE_SUMMER = timedelta(days=45)


def days_off(scene: Scene) -> Iterator[Spot]:
    """What is planned is on a day on which people are there."""
    for path, day in _planned(scene):
        what = scene.holidays.why_off(day, "nl")
        if what:
            yield spot(path, date=day, what={language: scene.holidays.why_off(day, language) for language in ("nl", "en")})


def _planned(scene: Scene) -> Iterator[tuple[str, date]]:
    """Every day that is still to come on which people meet, sign, or send news, with its path."""
    days = [(f"{path}.{field}", day) for path, one in scene.activities for field, day in _days(one.activity)]
    plan = scene.cooperation.evaluation
    days += [(f"cooperation.evaluation.dates.{number}", day) for number, day in enumerate(plan.dates if plan else ())]
    papers = scene.documents
    for name, paper in (("agreement", papers.agreement), ("intent", papers.intent), ("press_release", papers.press_release)):
        days += [(f"documents.{name}.date", paper.date)] if paper and paper.date else []
    yield from ((path, day) for path, day in days if day >= scene.today)
    yield from ((f"{path}.date", each.date) for path, each in scene.invitations() if each.date)


def _days(activity: object) -> Iterator[tuple[str, date]]:
    """The days of an activity with their fields."""
    schedule = getattr(activity, "schedule", None)
    named = [(f"schedule.{name}", getattr(schedule, name, None)) for name in ("first", "last")]
    named += [(f"schedule.dates.{number}", day) for number, day in enumerate(getattr(schedule, "dates", ()))]
    named += [(name, getattr(activity, name, None)) for name in ("fair_date", "doe_dag")]
    yield from ((name, day) for name, day in named if isinstance(day, date))


def end_of_school_year(scene: Scene) -> Iterator[Spot]:
    """A word of thanks before the summer holiday."""
    summer, year = scene.holidays.starts("zomer", scene.today.year), scene.today.year
    near = summer is not None and timedelta() < summer - scene.today <= BEFORE_SUMMER
    begin = date(year - 1, SCHOOL_YEAR_STARTS, 1)
    if summer and near and scene.running and not thanked(scene, ThanksMoment.EINDE_SCHOOLJAAR, begin):
        yield spot(THANKS, date=summer)


def one_form(scene: Scene) -> Iterator[Spot]:
    """A letter says u or je, and not both."""
    for path, letter in _letters(scene):
        form = _form(scene, letter)
        for name, word in in_fields(letter, form) if form else ():
            yield spot(f"{path}.{name}", form=form, word=word)


def _letters(scene: Scene) -> Iterator[tuple[str, Letter]]:
    """The letters in Dutch that are still to come."""
    if scene.profile.language is not Language.NL:
        return
    yield from scene.invitations()
    for number, each in enumerate(scene.documents.thank_you):
        if scene.still(THANKS, each.date):
            yield f"{THANKS}.{number}", each


def _form(scene: Scene, letter: Letter) -> AddressForm | None:
    """The form that a letter has: its own, else ``u`` as soon as one reader wants it; None when that is not written down."""
    people = [person for party in scene.parties[1:] for id_ in letter.to if (person := person_of(party.people, id_))]
    forms = {person.address_form for person in people}
    if letter.address_form or letter.greeting or None in forms or not forms:
        return letter.address_form
    return AddressForm.U if AddressForm.U in forms else AddressForm.JE
