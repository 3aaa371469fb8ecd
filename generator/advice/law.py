"""Advice on the law: what a profile lacks that somebody may ask for. In: a scene. Out: spots.

What a profile alone tells is in ``profile/rules_*``: certificates, ages, hours, signatures, the exam programme.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from generator.advice.base import Scene, Spot, spot
from generator.facts_activities import ELECTIVES, IN_WORKPLACES
from generator.facts_parties import PartyRole
from generator.profile.activity import ActivityType
from generator.profile.party import Kind
from generator.profile.person import Person, TeachingBasis
from generator.wording.dates import school_year_of
from generator.wording.names import full_name

MOST_HOURS = 6
"""Clock hours a week that a guest teacher may teach, on average over the year."""
WEEKS = 40
"""Weeks of lessons in a school year."""
LONG = 730
"""Days of a cooperation that lasts: two years."""
LASTING = frozenset({Kind.MBO_COLLEGE, Kind.MUNICIPALITY})
OF_PUPILS = frozenset({ActivityType.KEUZEVAK_OP_MBO, ActivityType.DOORLOPENDE_LEERROUTE})
"""Activities for which data of pupils are exchanged in any case."""


def guest_teachers(scene: Scene) -> Iterator[Spot]:
    """A guest teacher teaches six hours a week at most, under a named teacher."""
    for party in scene.parties[1:]:
        for number, person in enumerate(party.people):
            if person.teaching and person.teaching.basis is TeachingBasis.GASTDOCENT and not _within(scene, person):
                yield spot(f"{party.path}.people.{number}.teaching", name=full_name(person))


def _within(scene: Scene, person: Person) -> bool:
    """Whether a guest teacher's hours are within the law's, and somebody is responsible."""
    lesson = next((one.activity for _, one in scene.activities if one.person == person), None)
    known = [each for each in (person.teaching, lesson) if each is not None]
    hours, weeks, teacher = (
        next((value for each in known if (value := getattr(each, name, None))), None)
        for name in ("hours_per_week", "weeks", "responsible_teacher")
    )
    average = Decimal(hours or 0) * min(weeks or WEEKS, WEEKS) / WEEKS
    return teacher is not None and average <= MOST_HOURS


def safe_workplace(scene: Scene) -> Iterator[Spot]:
    """A company where pupils come has looked at the risks for them, and somebody watches over them."""
    safety = scene.profile.partner.safety
    for _, one in scene.activities:
        here = one.is_away and one.host is not None and one.host.role is PartyRole.PARTNER and one.type in IN_WORKPLACES
        watched = one.supervisor is not None or bool(safety and safety.supervisor_named)
        if scene.kind is Kind.COMPANY and here and not (watched and safety and safety.rie_covers_youth):
            yield spot("partner.safety")
            return


def exam_programme_late(scene: Scene) -> Iterator[Spot]:
    """An elective that is not in the exam programme by its last day."""
    for path, one in scene.activities:
        deadline = (one.exam and one.exam.pta_deadline) or _first_of_october(one.first or scene.cooperation.start)
        if one.type in ELECTIVES and not (one.exam and one.exam.pta_included) and deadline and deadline < scene.today:
            yield spot(f"{path}.exam", deadline=deadline)


def _first_of_october(day: date | None) -> date | None:
    """The first of October of the school year in which a day is."""
    return date(int(school_year_of(day)[:4]), 10, 1) if day else None


def participation_council(scene: Scene) -> Iterator[Spot]:
    """The council is asked for advice before a lasting cooperation is agreed."""
    cooperation, agreement = scene.profile.cooperation, scene.documents.agreement
    if cooperation is None:
        return
    required, advised = (cooperation.mr.advice_required, cooperation.mr.advice_date) if cooperation.mr else (None, None)
    signed = agreement.date if agreement else None
    too_late = advised is None or (signed is not None and advised >= signed)
    if too_late if required else required is None and advised is None and _lasts(scene):
        yield spot("cooperation.mr")


def _lasts(scene: Scene) -> bool:
    """Whether it is a lasting cooperation: by the kind of partner, or by its length."""
    start, end = scene.cooperation.start, scene.cooperation.end
    long = bool(start and end and (end - start).days + 1 >= LONG)
    return scene.kind in LASTING or len(scene.cooperation.school_years) > 1 or long


def route_topics(scene: Scene) -> Iterator[Spot]:
    """An integrated pathway has agreements on the ten topics of the law."""
    if not any(one.type is ActivityType.DOORLOPENDE_LEERROUTE for _, one in scene.activities):
        return
    topics = scene.cooperation.route_topics
    lacking = [letter for letter in "abcdefghij" if topics is None or getattr(topics, letter) is None]
    if lacking:
        yield spot("cooperation.route_topics", x=tuple(lacking))


def data_named(scene: Scene) -> Iterator[Spot]:
    """Which data of pupils are exchanged is known."""
    for path, one in scene.activities:
        sharing = one.activity.data_sharing
        if (sharing or one.type in OF_PUPILS) and not (sharing and sharing.categories):
            yield spot(f"{path}.data_sharing")


def sponsoring(scene: Scene) -> Iterator[Spot]:
    """The council consents to money or goods with something in return."""
    for number, each in enumerate(scene.cooperation.sponsoring):
        if each.counter_performance and each.mr_consent_date is None:
            yield spot(f"cooperation.sponsoring.{number}")


def openness(scene: Scene) -> Iterator[Spot]:
    """What is confidential with a public body is so within the law on openness."""
    public = any(party.is_public for party in scene.parties[1:])
    open_ = scene.cooperation.transparency
    if public and scene.cooperation.confidentiality and not (open_ and open_.woo_applies):
        yield spot("cooperation.transparency")
