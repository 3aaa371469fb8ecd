"""Invitations for tests. In: an occasion, what a profile says as plain data. Out: profiles, and what a reader sees."""

from __future__ import annotations

from typing import Any

from generator.profile import Profile
from generator.profile.letters import InvitationKind
from tests.agreements.drafts import slips
from tests.texts.letters import WIM, profile, read

KIND = "invitation"
OCCASIONS = [str(kind) for kind in InvitationKind]
LANGUAGES = ("nl", "en")
WHEN: dict[str, Any] = {
    "letter_date": "2027-09-01",
    "date": "2027-11-18",
    "start": "15.00",
    "end": "16.00",
    "location": "Dorpshuis, Dorpsstraat 1, Oudervoorde",
    "rsvp_by": "2027-10-12",
}
FULL: dict[str, Any] = WHEN | {
    "location": "Vakcollege De Vuurbaak, lokaal 1.12",
    "agenda": ["ontvangst", "rondleiding"],
    "route": "parkeren op het schoolplein",
    "accessibility": "lift bij de hoofdingang",
    "other_dates": ["2027-11-23", "2027-11-25"],
    "introduced_by": "een ouder",
    "arrival": "14.45",
    "group_size": 24,
    "supervisors": 2,
    "group": "klas 3B, kader",
    "subject": "veilig werken",
    "room": "lokaal 0.14, met smartboard",
    "goal": "leerlingen zien hoe brood wordt gebakken",
    "lessons": 2,
    "pupils_age": "14 tot 16 jaar",
    "teacher_present": True,
    "fee": "wij vergoeden de reiskosten",
    "stand": "een tafel van 2 meter, met stroom",
    "clothing": ["een schort", "een haarnet"],
    "photos": True,
    "transport": "met de fiets",
    "speaker": "mevrouw De Graaf",
    "bring_colleague": True,
    "guests": ["de wethouder", "het roc"],
    "press_present": True,
    "assignment": "een fietsenrek voor het dorpshuis",
    "criteria": ["vakmanschap", "samenwerken"],
    "slots": [{"start": "15.00", "end": "15.30"}, {"start": "15.30", "end": "16.00"}],
    "catering": True,
    "attachments": ["folder", "praatplaat"],
}
RELATION: dict[str, Any] = {
    "relationship": {"phase": "lopend", "origin": "een ouder van een leerling"},
    "cooperation": {
        "title": "Brood voor de buurt",
        "interests": {"partner": ["bekendheid bij jongeren"], "common": ["goede bakkers voor de streek"]},
        "goals": [{"id": "G1", "text": "12 leerlingen bakken elke week brood", "due": "2028-03-24"}],
    },
}


def invited(
    occasion: str, people: tuple[dict[str, Any], ...] = (WIM,), sections: dict[str, Any] | None = None, **more: Any
) -> Profile:
    """A partner who gets this invitation."""
    said = {"documents": {"invitations": [{"kind": occasion} | more]}} | (sections or {})
    return profile(people, said.pop("partner", None), **said)


def letter(
    occasion: str, people: tuple[dict[str, Any], ...] = (WIM,), sections: dict[str, Any] | None = None, **more: Any
) -> str:
    """The invitation, without the marks of its lines, with one space between lines."""
    language = more.pop("language", "nl")
    text = read(KIND, invited(occasion, people, sections, **more), language=language)
    return " ".join(line.split("  ", 1)[-1].strip() for line in text.splitlines())


def with_activity(type_: str, **more: Any) -> dict[str, Any]:
    """Sections of a profile with this one activity."""
    return {"cooperation": {"activities": [{"id": "A1", "type": type_} | more]}}


def careless(text: str) -> list[str]:
    """The lines in which a condition was careless; legal names and the window have their own full stops and spaces."""
    return slips(text.replace("B.V.", "BV").replace("  OUDERVOORDE", " OUDERVOORDE"))


def partner(kind: str, **more: Any) -> dict[str, Any]:
    """A partner of this kind, with Wim."""
    visit = {"street": "Dorpsstraat", "number": 4, "postcode": "1234 AB", "place": "Oudervoorde"}
    return {"kind": kind, "legal_name": "Kruim en Zoon", "people": (WIM,), "visit": visit} | more
