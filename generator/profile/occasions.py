"""What is made and when: intent, agreement, thank-you letters, evaluation. In: checked values. Out: frozen sections."""

from __future__ import annotations

from enum import StrEnum

from generator.profile.base import Identifier, MaybeText, Section, Several, Text, optional, required, several
from generator.profile.letters import Invitation, Letter
from generator.profile.press import PressRelease
from generator.profile.values import Day, Whole, YesNo


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


class ThankYou(Letter):
    """One thank-you letter."""

    moment: ThanksMoment = required("Moment", "Occasion.")
    date: Day | None = optional("Datum", "Day of the letter.")
    present: MaybeText = optional("Presentje", "Present that goes with it.")
    result: MaybeText = optional("Resultaat", "One concrete effect, a clause: '24 leerlingen …'.")
    activity: Identifier | None = optional("Activiteit", "Activity that it is about: its id.")
    quote: MaybeText = optional("Uitspraak", "Words of a pupil, without quotation marks and without a name.")
    lessons: Whole | None = optional("Aantal lessen", "Number of lessons that were given.")
    years: Whole | None = optional("Aantal jaren", "Years of cooperation, for an anniversary.")
    personal: MaybeText = optional("Persoonlijke zin", "Personal line, as a whole sentence.")


class CoverLetter(Letter):
    """The letter that goes with an agreement sent for signature."""

    date: Day | None = optional("Datum", "Day of the letter.")
    return_by: Day | None = optional("Retour uiterlijk", "Last day to send back what is signed.")
    signed_by_school: YesNo | None = optional(
        "Door de school ondertekend", "Whether the school has signed first; no: it signs when all copies are back."
    )


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
    respondents: Several[Respondent] = several("Invullers", "People who fill it in.")


class Documents(Section):
    """What each document kind needs beyond the facts of the cooperation."""

    intent: Intent | None = optional("Intentieverklaring", "Letter of intent.")
    agreement: Agreement | None = optional("Overeenkomst", "Cooperation agreement.")
    cover_letter: CoverLetter | None = optional("Begeleidende brief", "Letter that goes with the agreement.")
    invitations: Several[Invitation] = several("Uitnodigingen", "Invitations.")
    press_release: PressRelease | None = optional("Persbericht", "Press release.")
    thank_you: Several[ThankYou] = several("Bedankbrieven", "Thank-you letters.")
    evaluation: EvaluationForm | None = optional("Evaluatieformulier", "Evaluation form.")
