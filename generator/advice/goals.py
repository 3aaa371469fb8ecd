"""Advice on goals, ambition, interests and first steps. In: a scene. Out: spots."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.advice.base import BEGINNING, Scene, Spot, spot
from generator.profile.cooperation import Horizon
from generator.profile.party import Kind
from generator.wording.dates import school_year_of

MANY = 3
"""More activities than this are many, to begin with."""
TOGETHER = re.compile(
    r"samen|gezamenlijk|partijen|leerling|jongere|regio|streek|together|joint|parties|pupil|young people|region", re.IGNORECASE
)
"""Words of an ambition that more than one has."""
SOCIAL = re.compile(
    r"maatschapp|samenleving|sociaal|sociale|\bmvo\b|opleid|regio|streek|buurt|iets terug"
    r"|society|social|community|region|giving back",
    re.IGNORECASE,
)
"""Words of a motive beyond the company's own interest."""


def some_goal(scene: Scene) -> Iterator[Spot]:
    """There is something to reach."""
    if scene.goes_on and not scene.cooperation.goals:
        yield spot("cooperation.goals")


def small_steps(scene: Scene) -> Iterator[Spot]:
    """Few activities to begin with: before there is an agreement, and in the first school year."""
    count, start = len(scene.cooperation.activities), scene.cooperation.start
    first_year = start is not None and school_year_of(scene.today) <= school_year_of(start)
    if count > MANY and (scene.phase in BEGINNING or first_year):
        yield spot("cooperation.activities", n=count)


def short_term(scene: Scene) -> Iterator[Spot]:
    """A goal that is near; where there is none at all, another rule says so."""
    goals = scene.cooperation.goals
    if goals and all(goal.horizon is not Horizon.KORT for goal in goals):
        yield spot("cooperation.goals")


def both_terms(scene: Scene) -> Iterator[Spot]:
    """Goals for the short and for the long term."""
    goals = scene.cooperation.goals
    if goals and {goal.horizon for goal in goals} & set(Horizon) != set(Horizon):
        yield spot("cooperation.goals")


def shared_interests(scene: Scene) -> Iterator[Spot]:
    """What the partner gains, and what both gain, is recorded."""
    interests = scene.cooperation.interests
    if scene.profile.cooperation and not (interests and interests.partner and interests.common):
        yield spot("cooperation.interests")


def one_sided(scene: Scene) -> Iterator[Spot]:
    """The ambition is not that of the school alone."""
    ambition = scene.cooperation.shared_ambition or ""
    school, partner = scene.school.school, scene.profile.partner
    ours = _named(ambition, school.name, school.short_name, scene.school.board.legal_name)
    theirs = _named(ambition, partner.legal_name, partner.trade_name, partner.short_name)
    if ours and not theirs and not TOGETHER.search(ambition):
        yield spot("cooperation.shared_ambition")


def _named(text: str, *names: str | None) -> bool:
    """Whether a text has one of these names."""
    return any(name.casefold() in text.casefold() for name in names if name)


def some_example(scene: Scene) -> Iterator[Spot]:
    """There is something to do together."""
    if scene.goes_on and not scene.cooperation.activities:
        yield spot("cooperation.activities", kind=str(scene.kind), kind_name=scene.kind)


def social_motive(scene: Scene) -> Iterator[Spot]:
    """Whether the company's motive was asked for: many see training as a duty to society."""
    interests = scene.cooperation.interests
    known = interests.partner if interests else ()
    if scene.goes_on and scene.kind is Kind.COMPANY and not any(SOCIAL.search(text) for text in known):
        yield spot("cooperation.interests.partner")
