"""Which person of a partner a row speaks of, and which thank-you letter. In: a row, a profile. Out: their places in the lists.

Somebody with another name is somebody else, who gets a place of their own: no one may inherit the signature, the certificate of
conduct or the letters of the person before them.
"""

from __future__ import annotations

from generator.facts_parties import contact_of
from generator.profile.occasions import ThankYou
from generator.profile.partner import Profile
from generator.profile.person import Person
from generator.sheets.cells import plain
from generator.sheets.columns import COMING, CONTACT
from generator.sheets.places import Spots
from generator.sheets.rows import Row


def usual_spots(profile: Profile) -> Spots:
    """The contact of a partner, and the last of its thank-you letters; where they would come when there is none."""
    people, letters = profile.partner.people, thanks(profile)
    fixed = profile.relationship.fixed_contact_partner if profile.relationship else None
    contact = contact_of(people, fixed) or next(iter(people), None)
    return next((place for place, person in enumerate(people) if person is contact), 0), max(len(letters) - 1, 0)


def spots_of(row: Row, old: Profile | None) -> Spots:
    """The places of which a row speaks; one behind the last for somebody or something new."""
    if old is None:
        return 0, 0
    contact, coming = usual_spots(old)
    return person_spot(row, old.partner.people, contact), letter_spot(row, thanks(old), coming)


def thanks(profile: Profile) -> tuple[ThankYou, ...]:
    """The thank-you letters of a profile."""
    return profile.documents.thank_you if profile.documents else ()


def person_spot(row: Row, people: tuple[Person, ...], usual: int) -> int:
    """The place of the person that a row names: by id, by name, or by a first name and e-mail address that stay."""
    id_, surname = row.text(f"{CONTACT}.id"), row.text(f"{CONTACT}.surname")
    if id_:
        return next((place for place, person in enumerate(people) if person.id == id_), len(people))
    if not surname:
        return usual
    same = [place for place, person in enumerate(people) if plain(person.surname) == plain(surname) and first_fits(row, person)]
    moved = [place for place, person in enumerate(people) if has_address(row, person) and first_is(row, person)]
    found = same or moved
    return usual if usual in found else next(iter(found), len(people))


def first_fits(row: Row, person: Person) -> bool:
    """Whether the initials and the first name of a row do not speak against a person."""
    said = (row.text(f"{CONTACT}.initials"), person.initials), (row.text(f"{CONTACT}.given_name"), person.given_name)
    return all(not ours or not theirs or plain(ours) == plain(theirs) for ours, theirs in said)


def first_is(row: Row, person: Person) -> bool:
    """Whether a row has the initials or the first name of a person, and nothing that speaks against it."""
    said = (row.text(f"{CONTACT}.initials"), person.initials), (row.text(f"{CONTACT}.given_name"), person.given_name)
    return first_fits(row, person) and any(ours and theirs for ours, theirs in said)


def has_address(row: Row, person: Person) -> bool:
    """Whether a row has the e-mail address of a person."""
    said = row.text(f"{CONTACT}.email")
    return bool(said and person.email) and said.lower() == str(person.email).lower()


def letter_spot(row: Row, letters: tuple[ThankYou, ...], usual: int) -> int:
    """The place of the letter for the occasion and the day of a row; a letter that has no day yet can get one."""
    moment, day = row.text(f"{COMING}.moment"), row.text(f"{COMING}.date")
    if not moment:
        return usual
    dates = [(place, str(letter.date or "")) for place, letter in enumerate(letters) if letter.moment == moment]
    found = [place for place, date in dates if date == day] or [place for place, date in dates if not date]
    return found[-1] if found else len(letters)
