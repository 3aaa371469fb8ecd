"""Whom a letter speaks to, and who speaks. In: an occasion's record, the parties, the school. Out: names to values for texts.

The form of address is one for the whole letter: formal as soon as one reader wants it, *jullie* for several who do not.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial

from generator.facts_activities import Planned
from generator.facts_parties import Party, contact_of, person_of
from generator.missing import Missing
from generator.profile.activity import Activity
from generator.profile.partner import Profile
from generator.profile.person import AddressForm, Person, Role
from generator.profile.school import School

NOBODY = Missing("", "people", Person)
"""A person of the school who is not known yet; a text says what for."""
NO_ACTIVITY = Activity(id="none")
"""Stands for an activity of which nothing is known."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a kind of letter is sent, as far as the profile does not say."""

    to: str = "contact"
    """``contact`` or ``signatories``: whom it goes to."""
    form: str = "u"
    """``u`` or ``je``, for readers whose own form is not known."""


@dataclass(frozen=True, slots=True)
class Addressee:
    """To whom a letter goes."""

    party: Party
    people: tuple[Person, ...]
    """Nobody, when no one is known there."""
    group: str
    """The word for a group, body or function that is greeted instead: ``oud-leerlingen``; mostly empty."""
    form: str
    """``u``, ``je``, or ``jullie`` for several people."""
    reference: str | None = None
    """Their own reference, of what the letter answers."""

    @property
    def at_address(self) -> tuple[Person, ...]:
        """Who is at the party's address; somebody of another organisation is greeted, but not named above the letter."""
        return tuple(person for person in self.people if person in self.party.people)

    @property
    def superiors(self) -> tuple[Person, ...]:
        """Who signs for their organisation, when only people are addressed who do not: those who may want a copy."""
        heads = tuple(signatory.person for signatory in self.party.signatories)
        return () if not self.people or any(person in heads for person in self.people) else heads

    @property
    def greeted(self) -> str | tuple[Person, ...]:
        """What the filter ``salutation`` takes."""
        return self.group or self.people

    @property
    def greeted_as(self) -> str:
        """The form that the filter ``salutation`` takes: ``u`` or ``je``."""
        return "u" if self.form == "u" else "je"


def letter_facts(
    record: object, parties: tuple[Party, ...], planned: Iterable[Planned], profile: Profile, school: School, manner: Manner
) -> dict[str, object]:
    """What a letter may ask: to whom it goes, who of the school signs and answers, what it is about.

    ``record`` is the occasion; ``activity_for('gastles', on=occasion.date)`` is the activity that it names, else the first of
    these types on that day.
    """
    fixed = profile.relationship.fixed_contact_school if profile.relationship else None
    contact = contact_of(school.people, fixed)
    rows, named = tuple(planned), getattr(record, "activity", None)
    about = next((one for one in rows if one.activity.id == named), None)
    return {
        "addressee": addressee(record, parties, manner),
        "signs": with_role(school, Role.LETTER_SIGNATORY, contact),
        "answers": with_role(school, Role.RSVP, contact),
        "press_contact": with_role(school, Role.PRESS_CONTACT, contact),
        "spokesperson": with_role(school, Role.SPOKESPERSON, contact),
        "about_activity": about or Missing("activiteit", "", None),
        "activity_for": partial(_activity_for, (about,) if about else rows, bool(about)),
    }


def addressee(record: object, parties: tuple[Party, ...], manner: Manner) -> Addressee:
    """The people whom the record names, else the partner's contact or signatories."""
    ids = tuple(getattr(record, "to", ()))
    group = getattr(record, "greeting", None) or ""
    party = next((each for each in parties[1:] if any(person_of(each.people, id_) for id_ in ids)), parties[1])
    known = [person for each in parties[1:] for person in each.people]
    people = tuple(found for id_ in ids if (found := person_of(known, id_))) or _by_default(party, group, manner.to)
    form = _form(getattr(record, "address_form", None), people, group, manner.form)
    return Addressee(party, people, group, form, getattr(record, "your_reference", None))


def _by_default(party: Party, group: str, to: str) -> tuple[Person, ...]:
    if group:
        return ()
    if to == "signatories" and party.signatories:
        return tuple(signatory.person for signatory in party.signatories)
    return (party.contact,) if party.contact else ()


def _form(wished: AddressForm | None, people: tuple[Person, ...], group: str, usual: str) -> str:
    """``u`` unless everybody is on first-name terms; a group has no form of its own, whoever hands the letter on."""
    own = {usual} if group else {str(person.address_form or usual) for person in people}
    nobody = not people and not group
    if nobody or AddressForm.U in ({wished} if wished else own):
        return "u"
    return "jullie" if group or len(people) > 1 else "je"


def _activity_for(rows: tuple[Planned, ...], named: bool, *types: str, on: object = None) -> Activity:
    """The first of these types that is on this day, or whose days are not known; else one of which nothing is known."""
    known = (one.activity for one in rows if named or (one.type in types and _may_be_on(one, on)))
    return next(known, NO_ACTIVITY)


def _may_be_on(planned: Planned, day: object) -> bool:
    first, last, loose = planned.first, planned.last, planned.loose_days
    if not isinstance(day, date) or first is None:
        return True
    return day in loose if loose else first <= day <= (last or first)


def with_role(school: School, role: Role, contact: Person | None) -> Person | Missing:
    """Whoever has the role, else the school's contact."""
    return next((person for person in school.people if role in person.roles), None) or contact or NOBODY
