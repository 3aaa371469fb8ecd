"""Letters: to whom, and the invitation with what each occasion asks. In: checked values. Out: frozen sections."""

from __future__ import annotations

from enum import StrEnum

from generator.profile.activity import TimeSlot
from generator.profile.base import Identifier, MaybeText, OneOrMore, Section, Several, Text, optional, required, several
from generator.profile.person import AddressForm
from generator.profile.values import Clock, Day, Whole, YesNo


class Letter(Section):
    """What every letter has: to whom it goes, and how it speaks to them."""

    to: OneOrMore = several("Aan", "Recipient: the id of a person of the partner or a third party; or several.")
    greeting: MaybeText = optional(
        "Aanhef", "Word for a group, body or function, instead of names: 'oud-leerlingen', 'bestuur', 'wethouder'."
    )
    address_form: AddressForm | None = optional(
        "U of je", "Form of address: u or je, when it differs from the person's own, or for a group."
    )
    your_reference: MaybeText = optional("Uw kenmerk", "Reference of theirs that the letter answers.")
    cc: Several[Text] = several("Kopie aan", "Copy to, in words.")
    attachments: Several[Text] = several("Bijlagen", "Attachments to the letter.")


class InvitationKind(StrEnum):
    """The occasion of an invitation."""

    KENNISMAKINGSGESPREK = "kennismakingsgesprek"
    OPEN_DAG = "open_dag"
    BEDRIJFSBEZOEK = "bedrijfsbezoek"
    OPEN_BEDRIJVENDAG = "open_bedrijvendag"
    PARTNERBIJEENKOMST = "partnerbijeenkomst"
    NETWERKBIJEENKOMST = "netwerkbijeenkomst"
    EVALUATIEGESPREK = "evaluatiegesprek"
    GASTLES = "gastles"
    OUD_LEERLINGEN = "oud_leerlingen"
    ONDERTEKENING = "ondertekening"
    JURY = "jury"
    OPDRACHT = "opdracht"


class Invitation(Letter):
    """One invitation."""

    kind: InvitationKind = required("Soort uitnodiging", "Occasion.")
    letter_date: Day | None = optional("Datum brief", "Day of the letter.")
    date: Day | None = optional("Datum", "Day of the event.")
    start: Clock | None = optional("Begintijd", "Start time: '15.00'.")
    end: Clock | None = optional("Eindtijd", "End time: '16.00'.")
    location: MaybeText = optional("Locatie", "Place with address.")
    rsvp_by: Day | None = optional("Aanmelden uiterlijk", "Last day to answer.")
    agenda: Several[Text] = several("Programma", "Items of the programme.")
    route: MaybeText = optional("Route", "Route: parking, public transport, entrance.")
    group_size: Whole | None = optional("Groepsgrootte", "Number of pupils who come.")
    supervisors: Whole | None = optional("Aantal begeleiders", "Number of supervisors.")
    subject: MaybeText = optional("Onderwerp", "Topic of the lesson or assignment.")
    group: MaybeText = optional("Groep", "Class and level.")
    room: MaybeText = optional("Lokaal", "Room and equipment.")
    goal: MaybeText = optional("Doel", "Learning goal, as a clause: 'leerlingen zien hoe staal wordt bewerkt'.")
    lessons: Whole | None = optional("Aantal lessen", "Number of lessons that is asked.")
    pupils_age: MaybeText = optional("Leeftijd leerlingen", "Ages in words: '14 tot 16 jaar'.")
    teacher_present: YesNo | None = optional("Docent aanwezig", "Whether a teacher of the school is there.")
    fee: MaybeText = optional("Vergoeding", "Fee or travel costs, in words: 'wij vergoeden uw reiskosten'.")
    other_dates: Several[Day] = several("Andere data", "Other days that are proposed.")
    introduced_by: MaybeText = optional("Via", "Person who introduced them; follows 'via': 'een ouder'.")
    stand: MaybeText = optional("Stand", "Size and power of a stand: 'een tafel van 2 meter, met stroom'.")
    arrival: Clock | None = optional("Ontvangst vanaf", "Time from which a guest is welcome, or a stand can be set up.")
    clothing: Several[Text] = several("Kleding", "Clothing or protection that visitors need.")
    photos: YesNo | None = optional("Foto's", "Whether photos are taken.")
    transport: MaybeText = optional("Vervoer", "Transport of the group, after 'wij komen': 'met de fiets'.")
    speaker: MaybeText = optional("Spreker", "Speaker.")
    bring_colleague: YesNo | None = optional("Collega meenemen", "Whether a guest may bring somebody.")
    guests: Several[Text] = several("Gasten", "Other guests, in words.")
    press_present: YesNo | None = optional("Pers aanwezig", "Whether the press is invited.")
    assignment: MaybeText = optional("Opdracht", "Assignment: what pupils make, or what is judged.")
    criteria: Several[Text] = several("Criteria", "Criteria by which it is judged.")
    accessibility: MaybeText = optional("Toegankelijkheid", "Accessibility: entrance, lift, wheelchair access.")
    activity: Identifier | None = optional("Activiteit", "Activity that it is about: its id.")
    slots: Several[TimeSlot] = several("Tijdvakken", "Time slots.")
    catering: YesNo | None = optional("Catering", "Whether food is ordered.")
