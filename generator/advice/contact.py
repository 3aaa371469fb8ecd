"""Advice on contact: call, keep in touch, keep promises, do not push. In: a scene. Out: spots."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from generator.advice.base import AGREEMENT, BEGINNING, INTENT, INVITATIONS, Scene, Spot, spot
from generator.facts_letters import with_role
from generator.facts_parties import contact_of
from generator.profile.contacts import LOG, SPOKEN, Promised, is_contact, last_contact, open_promises
from generator.profile.cooperation import ContactKind, Phase, Renewal
from generator.profile.letters import InvitationKind
from generator.profile.person import Person, Role

PASSIVE_DAYS, FADING_DAYS = 30, 90
LATE_DAYS = 30
"""So many days late, a promise stands in the way of asking something new."""
ENDING_DAYS = 120
UNANSWERED = 3
YEAR = timedelta(days=365)
MONTH = timedelta(days=30)
GUIDE = re.compile("leidraad|praatplaat|guide", re.IGNORECASE)
"""What a conversation is prepared with, among the attachments of an invitation."""


def call_first(scene: Scene) -> Iterator[Spot]:
    """In the beginning somebody called or spoke."""
    if scene.phase is Phase.VERKENNING and not any(entry.kind in SPOKEN for entry in scene.log):
        yield spot(LOG)


def phone_in_invitation(scene: Scene) -> Iterator[Spot]:
    """Who is invited can call who takes the answers."""
    contact = contact_of(scene.school.people, scene.relationship.fixed_contact_school)
    answers = with_role(scene.school, Role.RSVP, contact)
    for path, _ in scene.invitations():
        if isinstance(answers, Person) and not answers.phone:
            yield spot(path)


def partner_contact(scene: Scene) -> Iterator[Spot]:
    """Somebody of the partner can be called or written to."""
    named = scene.relationship.fixed_contact_partner
    if scene.goes_on and named is None:
        yield spot("relationship.fixed_contact_partner")
    for number, person in enumerate(scene.profile.partner.people):
        if scene.goes_on and person.id == named and not (person.phone or person.email):
            yield spot(f"partner.people.{number}")


def network(scene: Scene) -> Iterator[Spot]:
    """By which network the two know each other."""
    if scene.goes_on and not scene.relationship.networks:
        yield spot("relationship.networks")


def passive(scene: Scene) -> Iterator[Spot]:
    """In the beginning it is the school that keeps it going."""
    relationship, last = scene.relationship, last_contact(scene.profile, scene.today)
    planned = relationship.next_contact is not None and relationship.next_contact >= scene.today
    if scene.phase not in BEGINNING or last is None or planned or relationship.partner_declined:
        return
    days = (scene.today - last).days
    if days > PASSIVE_DAYS:
        yield spot("relationship.next_contact", days=days)


def fading(scene: Scene) -> Iterator[Spot]:
    """Partners who work together speak with each other."""
    last = last_contact(scene.profile, scene.today)
    if scene.running and last and (scene.today - last).days > FADING_DAYS:
        yield spot(LOG, date=last)


def _late(scene: Scene) -> Iterator[tuple[Promised, int]]:
    """The school's own promises that are late, and by how many days."""
    for promised in open_promises(scene.profile):
        due = promised.promise.due
        if promised.promise.by == "school" and due and due < scene.today:
            yield promised, (scene.today - due).days


def _asking(scene: Scene) -> bool:
    """Whether something new is asked of the partner: an invitation or an agreement is being made, or is to come."""
    agreement = scene.documents.agreement
    to_sign = bool(agreement and agreement.date and agreement.date >= scene.today)
    return bool({INVITATIONS, AGREEMENT} & scene.asked) or to_sign or any(scene.invitations())


def promise_late(scene: Scene) -> Iterator[Spot]:
    """The school does what it promised."""
    asking = _asking(scene)
    for promised, days in _late(scene):
        if days <= LATE_DAYS or not asking:
            yield _broken(promised)


def promise_first(scene: Scene) -> Iterator[Spot]:
    """What was promised long ago comes before something new is asked."""
    asking = _asking(scene)
    for promised, days in _late(scene):
        if days > LATE_DAYS and asking:
            yield _broken(promised)


def _broken(promised: Promised) -> Spot:
    return spot(promised.path, what=promised.promise.what, due=promised.promise.due)


def declined(scene: Scene) -> Iterator[Spot]:
    """Who said no is not asked again."""
    if not scene.relationship.partner_declined:
        return
    intent = scene.documents.intent
    if INTENT in scene.asked or (intent and scene.still(INTENT, intent.date)):
        yield spot(INTENT)
    if INVITATIONS in scene.asked:
        yield spot(INVITATIONS)
    else:
        yield from (spot(path) for path, _ in scene.invitations())


def pushing(scene: Scene) -> Iterator[Spot]:
    """Three invitations without an answer are enough."""
    since = scene.today - YEAR
    answered = max((entry.date for entry in scene.log if is_contact(entry)), default=date.min)
    logged = {
        entry.date
        for entry in scene.log
        if entry.kind is ContactKind.UITNODIGING and not (entry.answered or (entry.answered is None and entry.date <= answered))
    }
    sent = {paper.sent for paper in scene.made(INVITATIONS) if paper.sent and paper.sent > answered}
    unanswered = {day for day in logged | sent if day >= since}
    if len(unanswered) >= UNANSWERED:
        yield spot(LOG, n=len(unanswered))


def evaluation_recorded(scene: Scene) -> Iterator[Spot]:
    """What an evaluation gave is recorded within a month: each has its own entry, from a month before it on."""
    plan = scene.cooperation.evaluation
    days = sorted(plan.dates) if plan else []
    recorded = [entry.date + MONTH for entry in scene.log if entry.kind is ContactKind.EVALUATIE]
    for day, following in pairwise([*days, date.max]):
        if scene.today - day > MONTH and not any(day <= each < following for each in recorded):
            yield spot(f"cooperation.evaluation.dates.{plan.dates.index(day) if plan else 0}", date=day)


def ending(scene: Scene) -> Iterator[Spot]:
    """Before an agreement ends, somebody speaks of what comes after it; one that goes on by itself does not end."""
    end, tacit = scene.cooperation.end, scene.cooperation.renewal is Renewal.TACIT
    if tacit or not scene.goes_on or end is None or not timedelta() <= end - scene.today <= timedelta(days=ENDING_DAYS):
        return
    plan, form = scene.cooperation.evaluation, scene.documents.evaluation
    talks = [scene.relationship.next_contact, form.date if form else None, *(plan.dates if plan else ())]
    talks += [each.date for _, each in scene.invitations() if each.kind is InvitationKind.EVALUATIEGESPREK]
    if not any(day and day >= scene.today for day in talks):
        yield spot("cooperation.end", end=end)


def conversation_guide(scene: Scene) -> Iterator[Spot]:
    """A first talk is prepared with a guide: made here, or added to the invitation."""
    kind = InvitationKind.KENNISMAKINGSGESPREK
    if any(kind in paper.prepares for paper in scene.papers):
        return
    for path, each in scene.invitations():
        if each.kind is kind and not GUIDE.search(" ".join(each.attachments)):
            yield spot(path)
