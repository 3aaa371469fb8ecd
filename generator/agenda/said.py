"""The words of the agenda. In: nothing. Out: a table from what is due to what it is and what to do, in Dutch and English.

``{…}`` are the values of a :class:`Due`, with ``id`` and ``name`` of the partner, each written in the language.
"""

from __future__ import annotations

from typing import NamedTuple


class Words(NamedTuple):
    """What is told of one thing."""

    title: str
    do: str


SAID: dict[str, dict[str, Words]] = {
    "evaluation": {
        "nl": Words(
            "Evaluatie van de samenwerking",
            "Vul samen het formulier in: handslag draft evaluation-form {id}. "
            'Leg het daarna vast: handslag log {id} "…" --kind evaluatie',
        ),
        "en": Words(
            "Evaluation of the cooperation",
            "Fill in the form together: handslag draft evaluation-form {id}. "
            'Record it afterwards: handslag log {id} "…" --kind evaluatie',
        ),
    },
    "notice": {
        "nl": Words(
            "Stoppen na {end}? Zeg op vóór {before}", "Opzeggen gaat schriftelijk. Doorgaan? Dan hoeft er niets te gebeuren."
        ),
        "en": Words(
            "Stop after {end}? Give notice before {before}", "Notice is given in writing. To go on, nothing needs to be done."
        ),
    },
    "notice_renewal": {
        "nl": Words(
            "Stoppen na {end}? Zeg op vóór {before}",
            "Opzeggen gaat schriftelijk. Wie niets doet, gaat nog een schooljaar door.",
        ),
        "en": Words(
            "Stop after {end}? Give notice before {before}",
            "Notice is given in writing. Without it, the agreement goes on for another school year.",
        ),
    },
    "renewal": {
        "nl": Words(
            "Bespreek het vervolg: de overeenkomst eindigt op {end}",
            'Maak een afspraak met de partner. Leg die vast: handslag log {id} "…" --kind gesprek',
        ),
        "en": Words(
            "Discuss what comes next: the agreement ends on {end}",
            'Make an appointment with the partner. Record it: handslag log {id} "…" --kind gesprek',
        ),
    },
    "end": {
        "nl": Words(
            "De overeenkomst eindigt op {end}",
            "Doorgaan? Vul de nieuwe einddatum in en maak een nieuwe overeenkomst: "
            "handslag draft cooperation-agreement {id} --new-version. Stoppen? Zet de fase in het profiel op afgerond.",
        ),
        "en": Words(
            "The agreement ends on {end}",
            "To go on, fill in the new end date and make a new agreement: "
            "handslag draft cooperation-agreement {id} --new-version. To stop, set the phase in the profile to afgerond.",
        ),
    },
    "intent": {
        "nl": Words(
            "De intentieverklaring vervalt na {end}",
            "Sluit voor die tijd een overeenkomst: handslag draft cooperation-agreement {id}",
        ),
        "en": Words(
            "The letter of intent expires after {end}",
            "Conclude an agreement before that day: handslag draft cooperation-agreement {id}",
        ),
    },
    "signing_cooperation-agreement": {
        "nl": Words(
            "Ondertekening van de overeenkomst",
            "Maak de versie om te tekenen: handslag draft cooperation-agreement {id} --final. "
            "Getekend? handslag mark {reference} signed --file scan.pdf",
        ),
        "en": Words(
            "Signing of the agreement",
            "Make the version to sign: handslag draft cooperation-agreement {id} --final. "
            "Signed? handslag mark {reference} signed --file scan.pdf",
        ),
    },
    "signing_letter-of-intent": {
        "nl": Words(
            "Ondertekening van de intentieverklaring",
            "Maak de versie om te tekenen: handslag draft letter-of-intent {id} --final. "
            "Getekend? handslag mark {reference} signed --file scan.pdf",
        ),
        "en": Words(
            "Signing of the letter of intent",
            "Make the version to sign: handslag draft letter-of-intent {id} --final. "
            "Signed? handslag mark {reference} signed --file scan.pdf",
        ),
    },
    "return": {
        "nl": Words("Laatste dag om de getekende overeenkomst terug te sturen", "Is zij er niet? Bel {name}."),
        "en": Words("Last day to return the signed agreement", "Not there yet? Call {name}."),
    },
    "council": {
        "nl": Words(
            "Vraag advies aan de medezeggenschapsraad, vóór {before}",
            "Vul daarna de datum en de uitkomst in bij cooperation.mr in het profiel.",
        ),
        "en": Words(
            "Ask the participation council for advice before {before}",
            "Then fill in the date and the outcome under cooperation.mr in the profile.",
        ),
    },
    "vog_missing": {
        "nl": Words(
            "VOG van {person} ontbreekt; nodig vóór {first}",
            "Vraag om een VOG van hooguit 26 weken oud en vul vog.date en vog.handed_over in het profiel in.",
        ),
        "en": Words(
            "Certificate of conduct (VOG) of {person} is missing; needed before {first}",
            "Ask for one that is at most 26 weeks old, and fill in vog.date and vog.handed_over in the profile.",
        ),
    },
    "vog_old": {
        "nl": Words(
            "VOG van {person} is op {first} ouder dan 26 weken",
            "Vraag op tijd een nieuwe aan en vul vog.date en vog.handed_over in het profiel in.",
        ),
        "en": Words(
            "Certificate of conduct (VOG) of {person} will be older than 26 weeks on {first}",
            "Ask for a new one in time, and fill in vog.date and vog.handed_over in the profile.",
        ),
    },
    "vog_unseen": {
        "nl": Words(
            "VOG van {person} is nog niet gezien; nodig vóór {first}",
            "Laat de VOG zien op school en vul vog.handed_over en vog.checked_by_school in het profiel in.",
        ),
        "en": Words(
            "Certificate of conduct (VOG) of {person} has not been seen yet; needed before {first}",
            "Have it shown at the school, and fill in vog.handed_over and vog.checked_by_school in the profile.",
        ),
    },
    "pta": {
        "nl": Words(
            "Neem ‘{activity}’ op in het PTA {year}, vóór {before}",
            "Spreek het af met de examensecretaris. De medezeggenschapsraad stemt in met het PTA.",
        ),
        "en": Words(
            "Put ‘{activity}’ in the exam programme (PTA) {year} before {before}",
            "Arrange it with the exam secretary. The participation council consents to the PTA.",
        ),
    },
    "goal": {
        "nl": Words("Doel {goal}: {text}", "Is het gehaald? Neem het mee in de evaluatie."),
        "en": Words("Goal {goal}: {text}", "Was it reached? Bring it up in the evaluation."),
    },
    "promise_school": {
        "nl": Words("Toegezegd door de school: {promised}", "Gedaan? handslag log {id} --kept {number}"),
        "en": Words("Promised by the school: {promised}", "Done? handslag log {id} --kept {number}"),
    },
    "promise_other": {
        "nl": Words("Toegezegd door {party}: {promised}", "Vraag ernaar. Gedaan? handslag log {id} --kept {number}"),
        "en": Words("Promised by {party}: {promised}", "Ask about it. Done? handslag log {id} --kept {number}"),
    },
    "invoice_expect": {
        "nl": Words("{Kind} {number} van {count}{of_year}: {amount}", "Verwacht de factuur van {by}{with_reference}."),
        "en": Words("{Kind} {number} of {count}{of_year}: {amount}", "Expect the invoice from {by}{with_reference}."),
    },
    "invoice_send": {
        "nl": Words("{Kind} {number} van {count}{of_year}: {amount}", "Stuur de factuur aan {to}{with_reference}."),
        "en": Words("{Kind} {number} of {count}{of_year}: {amount}", "Send the invoice to {to}{with_reference}."),
    },
    "invoice_decision": {
        "nl": Words("{Kind} {number} van {count}{of_year}: {amount}", "Kijk of het bedrag is betaald{with_reference}."),
        "en": Words("{Kind} {number} of {count}{of_year}: {amount}", "See whether the amount was paid{with_reference}."),
    },
    "invoice_unknown": {
        "nl": Words(
            "{Kind} {number} van {count}{of_year}: {amount}",
            "Spreek af wie de factuur stuurt en vul finance.invoicing in het profiel in.",
        ),
        "en": Words(
            "{Kind} {number} of {count}{of_year}: {amount}",
            "Agree who sends the invoice, and fill in finance.invoicing in the profile.",
        ),
    },
    "reply": {
        "nl": Words(
            "Laatste dag om te antwoorden op de uitnodiging: {kind}",
            'Nog geen antwoord? Bel, en leg het vast: handslag log {id} "…" --kind telefoon',
        ),
        "en": Words(
            "Last day to answer the invitation: {kind}",
            'No answer yet? Call, and record it: handslag log {id} "…" --kind telefoon',
        ),
    },
    "letter": {
        "nl": Words("Verstuur de uitnodiging: {kind}{on_day}", "handslag draft invitation {id} --occasion {choice}"),
        "en": Words("Send the invitation: {kind}{on_day}", "handslag draft invitation {id} --occasion {choice}"),
    },
    "event": {"nl": Words("{Kind}{at_start}{at_place}", ""), "en": Words("{Kind}{at_start}{at_place}", "")},
    "photo": {"nl": Words("Fotomoment{at_start}{at_place}", ""), "en": Words("Photo moment{at_start}{at_place}", "")},
    "press": {
        "nl": Words("Verstuur het persbericht", "handslag draft press-release {id}"),
        "en": Words("Send the press release", "handslag draft press-release {id}"),
    },
    "embargo": {
        "nl": Words(
            "Het embargo op het persbericht eindigt om {at}", "Daarna mag het nieuws ook op de eigen website en sociale media."
        ),
        "en": Words(
            "The embargo on the press release ends at {at}", "After that it may also go on your own website and social media."
        ),
    },
    "thanks": {
        "nl": Words("Verstuur het bedankje: {moment}", "handslag draft thank-you-letter {id} --occasion {choice}"),
        "en": Words("Send the thank-you letter: {moment}", "handslag draft thank-you-letter {id} --occasion {choice}"),
    },
    "einde_kalenderjaar": {
        "nl": Words("Stuur een bedankje vóór de kerstvakantie", "handslag draft thank-you-letter {id} --occasion {choice}"),
        "en": Words(
            "Send a thank-you before the Christmas holiday", "handslag draft thank-you-letter {id} --occasion {choice}"
        ),
    },
    "einde_schooljaar": {
        "nl": Words("Stuur een bedankje vóór de zomervakantie", "handslag draft thank-you-letter {id} --occasion {choice}"),
        "en": Words("Send a thank-you before the summer holiday", "handslag draft thank-you-letter {id} --occasion {choice}"),
    },
    "thanks_activity": {
        "nl": Words("Bedank voor ‘{activity}’", "handslag draft thank-you-letter {id} --occasion {choice}"),
        "en": Words("Say thank you for ‘{activity}’", "handslag draft thank-you-letter {id} --occasion {choice}"),
    },
    "contact_planned": {
        "nl": Words("Neem contact op, zoals gepland", '{call}Leg het vast: handslag log {id} "…" --kind telefoon'),
        "en": Words("Get in touch, as planned", '{call}Record it: handslag log {id} "…" --kind telefoon'),
    },
    "contact_fading": {
        "nl": Words(
            "Neem contact op: {days} dagen na het laatste contact ({last})",
            '{call}Leg het vast: handslag log {id} "…" --kind telefoon',
        ),
        "en": Words(
            "Get in touch: {days} days after the last contact ({last})",
            '{call}Record it: handslag log {id} "…" --kind telefoon',
        ),
    },
    "contact_first": {
        "nl": Words("Bel: er is nog geen contact vastgelegd", '{call}Leg het vast: handslag log {id} "…" --kind telefoon'),
        "en": Words("Call: no contact has been recorded yet", '{call}Record it: handslag log {id} "…" --kind telefoon'),
    },
}

LABELS: dict[str, tuple[str, str]] = {
    "evaluation": ("evaluatie", "evaluation"),
    "notice": ("opzeggen", "notice"),
    "renewal": ("vervolg", "renewal"),
    "end": ("einde", "end"),
    "intent": ("intentie", "intent"),
    "signing": ("ondertekening", "signing"),
    "return": ("retour", "return"),
    "council": ("advies mr", "council"),
    "vog": ("VOG", "certificate"),
    "pta": ("PTA", "PTA"),
    "goal": ("doel", "goal"),
    "promise": ("toezegging", "promise"),
    "invoice": ("geld", "money"),
    "reply": ("aanmelden", "reply"),
    "letter": ("brief", "letter"),
    "event": ("afspraak", "appointment"),
    "press": ("pers", "press"),
    "embargo": ("embargo", "embargo"),
    "thanks": ("bedankje", "thanks"),
    "contact": ("contact", "contact"),
}
"""What each sort of thing is called, in Dutch and English."""

MOVED = {
    "nl": "eigenlijk {meant}: {why}, daarom de werkdag ervoor",
    "en": "really {meant}: {why}, hence the working day before",
}
CLASH = {"nl": "let op: {why}", "en": "note: {why}"}
GLUE: dict[str, dict[str, str]] = {
    "nl": {
        "of_year": " ({year})",
        "on_day": ", op {on}",
        "at_start": ", {start}",
        "at_place": ", {location}",
        "with_reference": " (kenmerk {reference})",
    },
    "en": {
        "of_year": " ({year})",
        "on_day": ", on {on}",
        "at_start": ", {start}",
        "at_place": ", {location}",
        "with_reference": " (reference {reference})",
    },
}
"""Pieces that stand there when their value is known."""
CALL = {"nl": "Bel {who}, {phone}. ", "en": "Call {who}, {phone}. "}
NO_PHONE = {"nl": "Spreek {who}. ", "en": "Speak with {who}. "}
UNKNOWN_AMOUNT = {"nl": "bedrag nog niet bekend", "en": "amount not known yet"}
