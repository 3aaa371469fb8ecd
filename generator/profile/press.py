"""The press release: headline, lead, quotes, images, media. In: checked values. Out: frozen sections."""

from __future__ import annotations

from generator.profile.base import Identifier, MaybeText, Section, Several, Text, optional, required, several
from generator.profile.checks import Email
from generator.profile.values import Clock, Day, Moment, YesNo


class Quote(Section):
    """What somebody says in a press release."""

    person: Identifier = required("Persoon", "Speaker: the id of a person.")
    organisation: Identifier | None = optional(
        "Organisatie", "Organisation of the speaker: school, partner or the id of a third party."
    )
    text: Text = required("Citaat", "Words of the quote, without quotation marks.")
    approved: YesNo | None = optional("Goedgekeurd", "Whether the speaker approved them.")
    approved_date: Day | None = optional("Goedgekeurd op", "Day of the approval.")


class Image(Section):
    """A photo that goes with a press release."""

    file: Text = required("Bestand", "File name.")
    caption: MaybeText = optional("Bijschrift", "Caption.")
    photographer: MaybeText = optional("Fotograaf", "Photographer.")
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
    kind: MaybeText = optional("Soort", "Kind of medium: 'weekblad', 'lokale_omroep'.")
    email: Email = optional("E-mailadres", "E-mail address of the editors.")
    appears: MaybeText = optional("Verschijnt", "Days on which it appears.")
    deadline: MaybeText = optional("Deadline", "Deadline for copy.")


class PressRelease(Section):
    """The press release."""

    date: Day | None = optional("Datum", "Day of sending.")
    place: MaybeText = optional("Plaats", "Town.")
    embargo: Moment | None = optional("Embargo tot", "Day and time of release; none: at once.")
    headline: MaybeText = optional("Kop", "Headline.")
    lead: MaybeText = optional("Lead", "Lead: who, what, where, when, in two or three sentences.")
    body: Several[Text] = several("Tekst", "Paragraphs after the lead, the weightiest first.")
    facts: Several[Text] = several("Feiten", "Facts in few words.")
    quotes: Several[Quote] = several("Citaten", "One or two quotes.")
    images: Several[Image] = several("Beeld", "Photos.")
    photo_moment: PhotoMoment | None = optional("Fotomoment", "Moment for photographers.")
    reachable: MaybeText = optional(
        "Bereikbaar", "Hours at which the press contact can be reached: 'op werkdagen van 9.00 tot 17.00 uur'."
    )
    next_step: MaybeText = optional("Vervolg", "Next step, as a whole sentence.")
    media: Several[Medium] = several("Media", "Media that get it.")
