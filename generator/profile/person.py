"""A person: name, titles, form of address, function, authority to sign. In: checked values. Out: frozen sections."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from generator.profile.base import Identifier, MaybeName, MaybeText, Name, Section, Several, Text, optional, required, several
from generator.profile.checks import Email, Phone
from generator.profile.values import Day, Quantity, Whole, YesNo


class Salutation(StrEnum):
    """How a person wants to be addressed; never derived from a first name."""

    MEVROUW = "mevrouw"
    HEER = "heer"
    NEUTRAAL = "neutraal"


class AddressForm(StrEnum):
    """The Dutch formal (u) or familiar (je) form."""

    U = "u"
    JE = "je"


class NameStyle(StrEnum):
    """Whether the infix takes a capital by the Dutch rules, or stays as registered (Belgian names)."""

    NL = "nl"
    AS_REGISTERED = "as_registered"


class Role(StrEnum):
    """What a person does in the cooperation."""

    SIGNATORY = "signatory"
    SIGNATORY_BY_PROXY = "signatory_by_proxy"
    LETTER_SIGNATORY = "letter_signatory"
    SPOKESPERSON = "spokesperson"
    FIXED_CONTACT = "fixed_contact"
    CONTACT = "contact"
    RSVP = "rsvp"
    PRESS_CONTACT = "press_contact"
    EVALUATION = "evaluation"
    QUOTE = "quote"
    TEACHER = "teacher"
    GUEST_TEACHER = "guest_teacher"
    HYBRID_TEACHER = "hybrid_teacher"
    INTERNSHIP_SUPERVISOR = "internship_supervisor"
    COACH = "coach"


class AuthorityBasis(StrEnum):
    """How a signatory may bind the organisation."""

    SOLE = "sole"
    JOINT = "joint"
    STATUTORY = "statutory"
    PROXY = "proxy"
    MANDATE = "mandate"


class AuthorityEvidence(StrEnum):
    """What shows the authority to sign."""

    KVK = "kvk"
    MANDATE = "mandate"
    PROXY = "proxy"
    PROXY_DEED = "proxy_deed"
    STATUTES = "statutes"
    DECISION = "decision"
    COLLEGE_DECISION = "college_decision"
    OWNER = "owner"


class Authority(Section):
    """What lets a person sign for the organisation."""

    basis: AuthorityBasis | None = optional(
        "Grondslag bevoegdheid", "Basis of the authority: alone, jointly, by law, by proxy."
    )
    evidence: AuthorityEvidence | None = optional(
        "Bewijs van bevoegdheid", "Evidence of the authority: the trade register, a decision, a deed."
    )
    together_with: Identifier | None = optional(
        "Samen met", "Second signatory: the id of a person of the same party, when basis is joint."
    )
    date: Day | None = optional("Datum volmacht", "Day of the proxy or mandate.")
    number: MaybeText = optional("Kenmerk volmacht", "Reference of the proxy or mandate.")
    decision_date: Day | None = optional("Datum collegebesluit", "Day of the decision to enter the agreement.")
    decision_number: MaybeText = optional("Kenmerk collegebesluit", "Reference of that decision.")


class CertificateOfConduct(Section):
    """The certificate of conduct (VOG) of somebody who works with pupils."""

    required: YesNo | None = optional("VOG vereist", "Whether the work asks for a certificate of conduct.")
    date: Day | None = optional("Datum VOG", "Day the certificate was issued.")
    handed_over: Day | None = optional("VOG overgelegd op", "Day it was handed to the school; else the start date counts.")
    checked_by_school: YesNo | None = optional("VOG gezien door de school", "Whether the school has seen it.")
    employer_holds: YesNo | None = optional("VOG bij de werkgever", "Whether the employer has it on file.")


class TeachingBasis(StrEnum):
    """On what footing somebody from outside teaches."""

    GASTDOCENT = "gastdocent"
    BEVOEGD = "bevoegd"
    ZIJ_INSTROMER = "zij_instromer"


class Teaching(Section):
    """How somebody from outside teaches at the school."""

    basis: TeachingBasis | None = optional("Grondslag lesgeven", "Footing on which the person teaches.")
    hours_per_week: Quantity | None = optional("Lesuren per week", "Clock hours of teaching a week.")
    weeks: Whole | None = optional("Aantal lesweken", "Weeks of teaching in a school year.")
    responsible_teacher: MaybeText = optional("Verantwoordelijke docent", "Qualified teacher under whom the person teaches.")
    training: MaybeText = optional("Scholing", "Training for teaching: name and size.")


class Person(Section):
    """Somebody of the school, the partner or a third party."""

    id: Identifier = required("Aanduiding", "Name by which other places of the file refer to this person.")
    roles: Several[Role] = several("Rollen", "Roles in the cooperation.")
    salutation: Salutation | None = optional("Aanspreekvorm", "Salutation: mevrouw, heer or neutraal; ask, do not guess.")
    noble_title: MaybeName = optional("Adellijke titel", "Noble title: 'jonkheer', 'baron'.")
    titles_before: Several[Text] = several("Titels voor de naam", "Dutch academic titles, in order: 'prof.', 'dr.', 'ir.'.")
    titles_after: Several[Text] = several("Titels achter de naam", "Titles after the surname: 'MSc', 'MBA'.")
    initials: MaybeName = optional("Voorletters", "Initials with full stops and no spaces: 'M.J.', 'IJ.', 'Th.'.")
    given_name: MaybeName = optional("Roepnaam", "First name in use.")
    infix: MaybeName = optional("Tussenvoegsel", "Infix of the surname, small: 'van der', '’t'.")
    surname: Name = required("Achternaam", "Surname without infix.")
    second_infix: MaybeName = optional("Tussenvoegsel tweede naam", "Infix of the second surname.")
    second_surname: MaybeName = optional("Tweede achternaam", "Second surname of a double name, without infix.")
    name_style: NameStyle = Field(
        default=NameStyle.NL,
        title="Schrijfwijze naam",
        description="Spelling of the name: nl, or as_registered to keep every capital as it stands.",
    )
    function: MaybeText = optional("Functie", "Position in the organisation, small: 'directeur'.")
    address_form: AddressForm | None = optional("U of je", "Form of address: u (formal) or je (familiar).")
    email: Email = optional("E-mailadres", "E-mail address.")
    phone: Phone = optional("Telefoonnummer", "Phone number in international form: +31612345678.")
    backup_person: Identifier | None = optional("Vervanger", "Deputy: the id of a person of the same organisation.")
    authority: Authority | None = optional("Bevoegdheid", "Authority to sign for the organisation.")
    vog: CertificateOfConduct | None = optional("VOG", "Certificate of conduct.")
    teaching: Teaching | None = optional("Lesgeven", "Teaching at the school.")
