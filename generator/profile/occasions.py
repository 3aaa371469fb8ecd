"""What is sent and when: agreement, invitations, press release, letters. In: checked values. Out: frozen sections."""

from __future__ import annotations

from enum import StrEnum

from generator.profile.activity import TimeSlot
from generator.profile.base import Identifier, MaybeText, Section, Several, Text, optional, required, several
from generator.profile.checks import Email
from generator.profile.values import Clock, Day, Moment, Whole, YesNo


class Intent(Section):
    """The letter of intent."""

    date: Day | None = optional("Datum", "Day of signing.")
    place: MaybeText = optional("Plaats", "Town of signing.")
    valid_until: Day | None = optional("Geldig tot en met", "Last day it is valid.")


class Agreement(Section):
    """The cooperation agreement."""

    date: Day | None = optional("Datum", "Day of signing.")
    place: MaybeText = optional("Plaats", "Town of signing.")
    copies: Whole | None = optional("Aantal exemplaren", "Number of signed copies.")
    electronic: YesNo | None = optional("Elektronisch ondertekend", "Whether it is signed electronically.")
    annexes: Several[Text] = several("Bijlagen", "Titles of the annexes, in order.")


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


class Invitation(Section):
    """One invitation."""

    kind: InvitationKind = required("Soort uitnodiging", "The occasion.")
    to: Identifier | None = optional("Aan", "Id of the person who is invited, of the partner or a third party.")
    letter_date: Day | None = optional("Datum brief", "Day of the letter.")
    date: Day | None = optional("Datum", "Day of the event.")
    start: Clock | None = optional("Begintijd", "Start: '15.00'.")
    end: Clock | None = optional("Eindtijd", "End: '16.00'.")
    location: MaybeText = optional("Locatie", "Place with address.")
    rsvp_by: Day | None = optional("Aanmelden uiterlijk", "Last day to answer.")
    agenda: Several[Text] = several("Programma", "Items of the programme.")
    route: MaybeText = optional("Route", "Parking, public transport, entrance.")
    attachments: Several[Text] = several("Bijlagen", "What goes with the letter.")
    group_size: Whole | None = optional("Groepsgrootte", "Number of pupils who come.")
    supervisors: Whole | None = optional("Aantal begeleiders", "Number of supervisors.")
    subject: MaybeText = optional("Onderwerp", "Topic of the lesson or assignment.")
    group: MaybeText = optional("Groep", "Class and level.")
    room: MaybeText = optional("Lokaal", "Room and equipment.")
    slots: Several[TimeSlot] = several("Tijdvakken", "Time slots.")
    catering: YesNo | None = optional("Catering", "Whether food is ordered.")


class Quote(Section):
    """What somebody says in a press release."""

    person: Identifier = required("Persoon", "Id of the speaker.")
    organisation: Identifier | None = optional("Organisatie", "Whose person it is: school, partner or the id of a third party.")
    text: Text = required("Citaat", "The words, without quotation marks.")
    approved: YesNo | None = optional("Goedgekeurd", "Whether the speaker approved them.")
    approved_date: Day | None = optional("Goedgekeurd op", "Day of the approval.")


class Image(Section):
    """A photo that goes with a press release."""

    file: Text = required("Bestand", "File name.")
    caption: MaybeText = optional("Bijschrift", "Caption.")
    photographer: MaybeText = optional("Fotograaf", "Who made it.")
    free_of_rights: YesNo | None = optional("Rechtenvrij", "Whether papers may use it freely.")
    people_consent: YesNo | None = optional("Toestemming personen", "Whether everyone in it consented.")
    pupils_recognisable: YesNo | None = optional("Leerlingen herkenbaar", "Whether pupils can be recognised.")
    pupils_consent_ids: Several[Text] = several(
        "Toestemming leerlingen", "Numbers of the consents in the school's register; no names."
    )


class PhotoMoment(Section):
    """When and where photographers are welcome."""

    date: Day | None = optional("Datum", "Day.")
    time: Clock | None = optional("Tijd", "Time.")
    place: MaybeText = optional("Plaats", "Place with address.")


class Medium(Section):
    """A paper or broadcaster."""

    name: Text = required("Medium", "Name.")
    kind: MaybeText = optional("Soort", "Sort: 'weekblad', 'lokale_omroep'.")
    email: Email = optional("E-mailadres", "E-mail address of the editors.")
    appears: MaybeText = optional("Verschijnt", "When it appears.")
    deadline: MaybeText = optional("Deadline", "When copy must be in.")


class PressRelease(Section):
    """The press release."""

    date: Day | None = optional("Datum", "Day of sending.")
    place: MaybeText = optional("Plaats", "Town.")
    embargo: Moment | None = optional("Embargo tot", "Day and time of release; none: at once.")
    headline: MaybeText = optional("Kop", "Headline.")
    lead: MaybeText = optional("Lead", "Who, what, where, when, in two or three sentences.")
    body: Several[Text] = several("Tekst", "Paragraphs after the lead, the weightiest first.")
    facts: Several[Text] = several("Feiten", "Facts in few words.")
    quotes: Several[Quote] = several("Citaten", "One or two quotes.")
    images: Several[Image] = several("Beeld", "Photos.")
    photo_moment: PhotoMoment | None = optional("Fotomoment", "When photographers are welcome.")
    media: Several[Medium] = several("Media", "Who gets it.")


class ThanksMoment(StrEnum):
    """The occasion of a thank-you letter."""

    NA_GASTLES = "na_gastles"
    NA_BEZOEK = "na_bezoek"
    NA_ACTIVITEIT = "na_activiteit"
    NA_STAGE = "na_stage"
    HYBRIDE_DOCENT = "hybride_docent"
    EINDE_KALENDERJAAR = "einde_kalenderjaar"
    EINDE_SCHOOLJAAR = "einde_schooljaar"
    NA_ONDERTEKENING = "na_ondertekening"
    JUBILEUM = "jubileum"
    VERTREK = "vertrek"
    AFSCHEID = "afscheid"


class ThankYou(Section):
    """One thank-you letter."""

    moment: ThanksMoment = required("Moment", "The occasion.")
    to: Identifier | None = optional("Aan", "Id of the person who is thanked, of the partner or a third party.")
    date: Day | None = optional("Datum", "Day of the letter.")
    present: MaybeText = optional("Presentje", "What goes with it.")
    result: MaybeText = optional("Resultaat", "One concrete effect, a clause: '24 leerlingen …'.")
    activity: Identifier | None = optional("Activiteit", "Id of the activity it is about.")


class Respondent(StrEnum):
    """Who fills in the evaluation form."""

    SCHOOL = "school"
    PARTNER = "partner"
    LEERLINGEN = "leerlingen"
    BEDRIJVEN = "bedrijven"
    OUDERS = "ouders"


class EvaluationForm(Section):
    """The evaluation form."""

    date: Day | None = optional("Datum", "Day of the evaluation.")
    scale: Whole | None = optional("Schaal", "Number of points of the scale.")
    respondents: Several[Respondent] = several("Invullers", "Who fills it in.")


class Documents(Section):
    """What each document kind needs beyond the facts of the cooperation."""

    intent: Intent | None = optional("Intentieverklaring", "The letter of intent.")
    agreement: Agreement | None = optional("Overeenkomst", "The cooperation agreement.")
    invitations: Several[Invitation] = several("Uitnodigingen", "Invitations.")
    press_release: PressRelease | None = optional("Persbericht", "The press release.")
    thank_you: Several[ThankYou] = several("Bedankbrieven", "Thank-you letters.")
    evaluation: EvaluationForm | None = optional("Evaluatieformulier", "The evaluation form.")
