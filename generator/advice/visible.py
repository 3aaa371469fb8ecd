"""Advice on being seen: press, images, pupils' stories, words that open doors. In: a scene. Out: spots."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from generator.advice.base import INVITATIONS, PRESS, Scene, Spot, spot
from generator.profile.letters import Invitation
from generator.profile.press import Image, PressRelease
from generator.prose import any_of

RECENT = timedelta(days=60)
LIVELY = re.compile(r"leerling|oud-leerling|pupil|student|[‘“\"]", re.IGNORECASE)
"""What makes a text lively: pupils, or somebody's own words."""
IMPOSSIBLE = any_of(
    (
        *("helaas", "onmogelijk", "kan niet", "lukt niet", "gaat niet", "niet haalbaar", "probleem", "problemen", "lastig"),
        *("unfortunately", "impossible", "cannot", "can't", "can’t", "not feasible", "problem", "problems", "difficult"),
    )
)
"""Words of what is not possible."""
SAID = ("agenda", "subject", "goal", "assignment", "stand", "speaker", "guests", "fee", "criteria")
"""What an invitation says in its own words."""


def enthusiasm(scene: Scene) -> Iterator[Spot]:
    """An invitation or a press release has a quote, a result or pupils in it."""
    for path, invitation in scene.invitations():
        if not any(LIVELY.search(text) for text in _said(invitation)):
            yield spot(path)
    press = scene.documents.press_release
    if press and scene.still(PRESS, press.date) and not (press.quotes or press.facts or _lively(press)):
        yield spot(f"{PRESS}.quotes")


def _lively(press: PressRelease) -> bool:
    """Whether the text of a press release tells of pupils."""
    return any(LIVELY.search(text) for text in (press.headline or "", press.lead or "", *press.body))


def _said(invitation: Invitation) -> Iterator[str]:
    for name in SAID:
        value = getattr(invitation, name)
        yield from (value if isinstance(value, tuple) else (value,) if value else ())


def possibilities(scene: Scene) -> Iterator[Spot]:
    """Texts say what is possible: ambition, recitals and invitations."""
    for path, text in _own_words(scene):
        for word in dict.fromkeys(found[0] for found in IMPOSSIBLE.finditer(text)):
            yield spot(path, word=word)


def _own_words(scene: Scene) -> Iterator[tuple[str, str]]:
    """The free texts of a profile that a partner reads, with their paths."""
    cooperation = scene.cooperation
    if cooperation.shared_ambition:
        yield "cooperation.shared_ambition", cooperation.shared_ambition
    yield from _each("cooperation.recitals", cooperation.recitals)
    for path, invitation in scene.invitations():
        for name in SAID:
            value = getattr(invitation, name)
            yield from _each(f"{path}.{name}", value) if isinstance(value, tuple) else ((f"{path}.{name}", value or ""),)


def _each(path: str, texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    yield from ((f"{path}.{number}", text) for number, text in enumerate(texts))


def press_release(scene: Scene) -> Iterator[Spot]:
    """What goes well is made known."""
    if scene.running and PRESS not in scene.asked and not scene.documents.press_release and not scene.made(PRESS):
        yield spot(PRESS)


def media(scene: Scene) -> Iterator[Spot]:
    """A press release goes to somebody."""
    press = scene.documents.press_release
    if press and not press.media:
        yield spot(f"{PRESS}.media")


def shown(scene: Scene) -> Iterator[Spot]:
    """What pupils did lately is shown: a press release or a photo since."""
    press = scene.documents.press_release
    made = [press.date] if press and press.date else []
    made += [paper.day for paper in scene.made(PRESS)]
    if (press and press.images) or any(day >= scene.today - RECENT for day in made):
        return
    for path, one in scene.activities:
        day = max((day for day in (one.first, one.last) if day and day <= scene.today), default=date.min)
        if one.has_pupils and scene.today - day <= RECENT:
            yield spot(path)


def consent(scene: Scene) -> Iterator[Spot]:
    """Everybody who can be recognised in a photo agrees, and pupils on record."""
    press = scene.documents.press_release
    for number, image in enumerate(press.images if press else ()):
        field = _lacking(image)
        if field:
            yield spot(f"{PRESS}.images.{number}.{field}", file=image.file)


def _lacking(image: Image) -> str:
    """The field of a consent that is not there; without recognisable pupils only that somebody refused counts."""
    if image.people_consent is False or (image.people_consent is None and image.pupils_recognisable is not False):
        return "people_consent"
    return "pupils_consent_ids" if image.pupils_recognisable and not image.pupils_consent_ids else ""


def former_pupils(scene: Scene) -> Iterator[Spot]:
    """Former pupils are asked: they like to do something for their old school."""
    texts = [one.activity.name or "" for _, one in scene.activities]
    texts += [text for one in scene.documents.invitations for text in (one.kind, one.greeting or "", *_said(one))]
    if scene.goes_on and not any(re.search(r"oud[-_ ]?leerling|former pupil|alumn", text, re.IGNORECASE) for text in texts):
        yield spot(INVITATIONS)
