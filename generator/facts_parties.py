"""Who the parties are. In: a partner's profile and the school. Out: one frozen record a party, the school's board first.

Profiles say who people are; an agreement wants to know who is bound, under which name, and who signs for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.profile.cooperation import Cooperation, Relationship
from generator.profile.partner import Profile
from generator.profile.party import PUBLIC_FORMS, Kind, LegalForm, Organisation, ThirdParty
from generator.profile.person import Authority, AuthorityBasis, Person, Role
from generator.profile.school import School, SchoolData

SCHOOL_NAME = {"nl": "de School", "en": "the School"}
"""Defined names for parties that have none of their own (and in English for all: a profile's own name is Dutch)."""
NAMES: dict[str, dict[Kind, str]] = {
    "nl": {
        Kind.MBO_COLLEGE: "het Mbo-college",
        Kind.COMPANY: "het Bedrijf",
        Kind.MUNICIPALITY: "de Gemeente",
        Kind.INSTITUTION: "de Instelling",
        Kind.ASSOCIATION: "de Vereniging",
        Kind.OTHER: "de Partner",
    },
    "en": {
        Kind.MBO_COLLEGE: "the College",
        Kind.COMPANY: "the Company",
        Kind.MUNICIPALITY: "the Municipality",
        Kind.INSTITUTION: "the Institution",
        Kind.ASSOCIATION: "the Association",
        Kind.OTHER: "the Partner",
    },
}
FORM_WORDS: dict[LegalForm, tuple[str, ...]] = {
    LegalForm.COOPERATIE: ("coöperatie", "cooperatie"),
    LegalForm.BV: ("b.v.", "bv"),
    LegalForm.NV: ("n.v.", "nv"),
    LegalForm.VOF: ("v.o.f.", "vof"),
    LegalForm.CV: ("c.v.", "cv"),
    LegalForm.OPENBAAR_LICHAAM: ("openbaar lichaam", "gemeenschappelijke regeling", "veiligheidsregio", "omgevingsdienst"),
    LegalForm.WATERSCHAP: ("waterschap", "hoogheemraadschap", "wetterskip"),
}
"""Words by which a registered name says its own legal form; the others say it with the form's own word."""


class PartyRole(StrEnum):
    """Which party it is."""

    BOARD = "board"
    PARTNER = "partner"
    THIRD = "third"


@dataclass(frozen=True, slots=True)
class Signatory:
    """Somebody who signs for a party."""

    person: Person
    by_proxy: bool
    """Signs on a proxy: of the mayor in a municipality, of the board elsewhere."""
    by_mandate: bool


@dataclass(frozen=True, slots=True)
class Decision:
    """A public body's decision to enter the agreement."""

    day: date | None
    number: str | None


@dataclass(frozen=True, slots=True)
class Party:
    """A party to the agreement."""

    role: PartyRole
    id: str
    """``school``, ``partner`` or the third party's id: by it the profile refers to the party."""
    name: str
    """The defined name with its article: ``het Bedrijf``."""
    organisation: Organisation
    people: tuple[Person, ...]
    path: str
    """Where the party stands in the profile, for blanks: ``third_parties.0``."""
    contact_path: str
    """The field that would name its contact."""
    school: SchoolData | None
    """The school, for its board only."""
    signatories: tuple[Signatory, ...]
    contact: Person | None
    tasks: tuple[str, ...]
    """Tasks that the profile gives it; empty: the text says the usual ones."""

    @property
    def form(self) -> str:
        """``bv``; empty when it is not known."""
        return str(self.organisation.legal_form or "")

    @property
    def printed_name(self) -> str:
        """The name under which it is a party: a sole trader's trade name, else the registered one."""
        trades = self.organisation.legal_form is LegalForm.EENMANSZAAK and self.organisation.trade_name
        return trades or self.organisation.legal_name

    @property
    def is_public(self) -> bool:
        """Whether it is a public body, under the law on openness."""
        return self.organisation.legal_form in PUBLIC_FORMS

    @property
    def names_its_form(self) -> bool:
        """Whether the registered name already says what it is: ``Stichting …``, ``… B.V.``."""
        form = self.organisation.legal_form
        words = self.organisation.legal_name.casefold().replace(",", " ").split()
        name = f" {' '.join(words)} "
        return form is not None and any(f" {word} " in name for word in FORM_WORDS.get(form, (str(form),)))

    @property
    def signs_jointly(self) -> bool:
        """Whether its signatories can only sign together."""
        return len(self.signatories) > 1 and any(_basis(s.person) is AuthorityBasis.JOINT for s in self.signatories)

    @property
    def decision(self) -> Decision | None:
        """The public body's decision, wherever it is recorded."""
        known = (p.authority for p in self.people if p.authority and (p.authority.decision_date or p.authority.decision_number))
        return next((Decision(found.decision_date, found.decision_number) for found in known), None)

    @property
    def backup(self) -> Person | None:
        """Who stands in for its contact."""
        return person_of(self.people, self.contact.backup_person if self.contact else None)

    @property
    def contact_is_complete(self) -> bool:
        """Whether its contact can be reached and replaced."""
        reached = [place for place in (self.contact, self.desk) if place]
        return bool(self.backup and any(place.phone for place in reached) and any(place.email for place in reached))

    @property
    def desk(self) -> SchoolData | Organisation:
        """Whose phone and e-mail serve when its contact has none."""
        return self.school or self.organisation


def parties(profile: Profile, school: School, language: str) -> tuple[Party, ...]:
    """All parties: the school's board, the partner, then the third parties in the profile's order."""
    cooperation = profile.cooperation or Cooperation()
    relation = profile.relationship or Relationship()
    names = defined_names(profile, school, language)
    tasks = cooperation.tasks
    board = Party(
        PartyRole.BOARD,
        "school",
        next(names),
        school.board,
        school.people,
        "sender",
        "relationship.fixed_contact_school",
        school.school,
        signatories(school.people, school.board.legal_form),
        contact_of(school.people, relation.fixed_contact_school),
        bare(tasks.school if tasks else ()),
    )
    partner = Party(
        PartyRole.PARTNER,
        "partner",
        next(names),
        profile.partner,
        profile.partner.people,
        "partner",
        "relationship.fixed_contact_partner",
        None,
        signatories(profile.partner.people, profile.partner.legal_form),
        contact_of(profile.partner.people, relation.fixed_contact_partner),
        bare(tasks.partner if tasks else ()),
    )
    shared = tasks.third_parties if tasks else {}
    thirds = (
        _third(third, number, next(names), bare(shared.get(third.id, ()))) for number, third in enumerate(profile.third_parties)
    )
    return board, partner, *thirds


def _third(third: ThirdParty, number: int, name: str, tasks: tuple[str, ...]) -> Party:
    """A third party; a relation with it is not recorded, so that its signatory is its contact when nobody else is."""
    path, signing = f"third_parties.{number}", signatories(third.people, third.legal_form)
    contact = contact_of(third.people, None) or next((s.person for s in signing), None)
    return Party(PartyRole.THIRD, third.id, name, third, third.people, path, f"{path}.people", None, signing, contact, tasks)


def defined_names(profile: Profile, school: School, language: str) -> Iterator[str]:
    """The defined name of each party in order, no name twice: a second company is called by its own name."""
    own = language == "nl"
    taken = {(school.school.short_name if own else None) or SCHOOL_NAME[language]}
    yield from taken
    for partner in (profile.partner, *profile.third_parties):
        name = (partner.short_name if own else None) or NAMES[language][partner.kind]
        if name in taken:
            name = partner.trade_name or partner.legal_name
        taken.add(name)
        yield name


def signatories(people: Iterable[Person], form: LegalForm | None) -> tuple[Signatory, ...]:
    """Who signs for an organisation with these people, each once.

    Of a public body the one with a recorded proxy signs instead of the one whom the law names, never both; who may only sign
    together brings the other along.
    """
    known = tuple(people)
    signing = [person for person in known if Role.SIGNATORY in person.roles]
    by_proxy = [person for person in known if Role.SIGNATORY_BY_PROXY in person.roles]
    recorded = [person for person in (*by_proxy, *signing) if _has_proxy(person)]
    chosen = recorded if form in PUBLIC_FORMS and recorded else signing or by_proxy
    together = [other for person in chosen if (other := person_of(known, _authority(person).together_with))]
    each = {person.id: person for person in (*chosen, *together)}
    bases = AuthorityBasis.PROXY, AuthorityBasis.MANDATE
    return tuple(Signatory(person, *(_basis(person) is basis for basis in bases)) for person in each.values())


def person_of(people: Iterable[Person], id_: str | None) -> Person | None:
    """The person with this id."""
    return next((person for person in people if person.id == id_), None)


def contact_of(people: tuple[Person, ...], id_: str | None) -> Person | None:
    """The contact that the relationship names, else whoever has that role."""
    roles = Role.FIXED_CONTACT, Role.CONTACT
    by_role = (person for role in roles for person in people if role in person.roles)
    return person_of(people, id_) or next(by_role, None)


def bare(texts: Iterable[str]) -> tuple[str, ...]:
    """Parts of a sentence without the punctuation that the text puts after them."""
    return tuple(stripped for text in texts if (stripped := text.rstrip(" .;,")))


def _authority(person: Person) -> Authority:
    return person.authority or Authority()


def _basis(person: Person) -> AuthorityBasis | None:
    return _authority(person).basis


def _has_proxy(person: Person) -> bool:
    authority = _authority(person)
    return authority.basis is AuthorityBasis.PROXY and bool(authority.date or authority.number or authority.evidence)
