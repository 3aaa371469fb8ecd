"""Whom a letter speaks to, and who speaks. In: an occasion's record, the parties, the school. Out: names to values for texts.

The form of address is one for the whole letter: formal as soon as one reader wants it, *jullie* for several who do not.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.facts_activities import Planned
from generator.facts_parties import Party, contact_of, person_of
from generator.missing import Missing
from generator.profile.partner import Profile
from generator.profile.person import AddressForm, Person, Role
from generator.profile.school import School

NOBODY = Missing("", "people", Person)
"""A person of the school who is not known yet; a text says what for."""


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
    def greeted(self) -> str | tuple[Person, ...]:
        """What the filter ``salutation`` takes."""
        return self.group or self.people

    @property
    def greeted_as(self) -> str:
        """The form that the filter ``salutation`` takes: ``u`` or ``je``."""
        return "u" if self.form == "u" else "je"


def letter_facts(
    record: object, parties: tuple[Party, ...], planned: Iterable[Planned], profile: Profile, school: School, to: str
) -> dict[str, object]:
    """What a letter may ask: ``addressee``, ``signs``, ``answers``, ``press_contact``, ``spokesperson``, ``about_activity``.

    ``record`` is the occasion; ``to`` is ``contact`` or ``signatories``: whom it goes to when the record names nobody.
    """
    fixed = profile.relationship.fixed_contact_school if profile.relationship else None
    contact = contact_of(school.people, fixed)
    activity = getattr(record, "activity", None)
    about = next((one for one in planned if one.activity.id == activity), None)
    return {
        "addressee": addressee(record, parties, to),
        "signs": _with_role(school, Role.LETTER_SIGNATORY, contact),
        "answers": _with_role(school, Role.RSVP, contact),
        "press_contact": _with_role(school, Role.PRESS_CONTACT, contact),
        "spokesperson": _with_role(school, Role.SPOKESPERSON, contact),
        "about_activity": about or Missing("activiteit", "", None),
    }


def addressee(record: object, parties: tuple[Party, ...], to: str) -> Addressee:
    """The people whom the record names, else the partner's contact or signatories."""
    ids = tuple(getattr(record, "to", ()))
    group = getattr(record, "greeting", None) or ""
    party = next((each for each in parties[1:] if any(person_of(each.people, id_) for id_ in ids)), parties[1])
    known = [person for each in parties[1:] for person in each.people]
    people = tuple(found for id_ in ids if (found := person_of(known, id_))) or _by_default(party, group, to)
    form = _form(getattr(record, "address_form", None), people, group)
    return Addressee(party, people, group, form, getattr(record, "your_reference", None))


def _by_default(party: Party, group: str, to: str) -> tuple[Person, ...]:
    if group:
        return ()
    if to == "signatories" and party.signatories:
        return tuple(signatory.person for signatory in party.signatories)
    return (party.contact,) if party.contact else ()


def _form(wished: AddressForm | None, people: tuple[Person, ...], group: str) -> str:
    """``u`` unless everybody is on first-name terms."""
    own = {person.address_form for person in people}
    familiar = wished is AddressForm.JE or (wished is None and own == {AddressForm.JE} and not group)
    if not familiar:
        return "u"
    return "jullie" if group or len(people) > 1 else "je"


def _with_role(school: School, role: Role, contact: Person | None) -> Person | Missing:
    """Whoever has the role, else the school's contact."""
    return next((person for person in school.people if role in person.roles), None) or contact or NOBODY
