"""What else an agreement wants to know: recitals, annexes, terms, steps. In: sections of a profile. Out: plain records."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from generator.facts_activities import ELECTIVES, PLACEMENTS, Planned, only_host
from generator.facts_parties import Party, bare
from generator.profile.activity import ActivityType
from generator.profile.cooperation import Cooperation, DisputeStep, Goal, Horizon, Interests
from generator.profile.party import LegalForm

SUBJECTS: dict[str, tuple[str, ...]] = {
    "finance": ("financi", "begroting", "kosten", "financial", "budget"),
    "planning": ("planning", "jaarplan", "rooster", "calendar", "timetable"),
    "data": ("gegevens", "privacy", "avg", "data", "gdpr"),
    "secondment": ("detacher", "inzet", "hybride", "secondment"),
    "placement": ("stage", "placement", "internship"),
    "safety": ("veilig", "safety"),
    "evaluation": ("evaluati",),
    "script": ("draaiboek", "script"),
}
"""By which words the title of an annex tells its subject; the word that comes first counts."""
TERMS = ("activity", "annex", "hybrid_teacher", "elective", "pupil", "receiver", "parents", "school_year", "placement")
"""Terms that an agreement can define, in the order of the Dutch alphabet."""


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex as it is listed."""

    number: int
    title: str
    subject: str | None
    """``finance``; None when the title does not tell, or an earlier annex has that subject."""

    @property
    def anchor(self) -> str:
        """What references go to: ``annex-finance``."""
        return f"annex-{self.subject or self.number}"


@dataclass(frozen=True, slots=True)
class Recital:
    """A recital: ``own`` with the profile's words, or one that the text has words for."""

    kind: str
    text: str = ""
    party: Party | None = None


@dataclass(frozen=True, slots=True)
class Interest:
    """What a party gains; without a party: what all gain."""

    party: Party | None
    what: tuple[str, ...]


def annexes(titles: Iterable[str]) -> tuple[Annex, ...]:
    """The annexes in order, each subject once."""
    rows: list[Annex] = []
    for number, title in enumerate(titles, start=1):
        subject = _subject(title)
        taken = {row.subject for row in rows}
        rows.append(Annex(number, title, None if subject in taken else subject))
    return tuple(rows)


def _subject(title: str) -> str | None:
    found = {title.casefold().find(word): subject for subject, words in reversed(SUBJECTS.items()) for word in words}
    places = [place for place in found if place >= 0]
    return found[min(places)] if places else None


def recitals(cooperation: Cooperation, parties: tuple[Party, ...], planned: Iterable[Planned]) -> tuple[Recital, ...]:
    """The profile's own recitals, then those that law or procedure asks for."""
    rows = [Recital("own", text) for text in bare(cooperation.recitals)]
    if any(one.type is ActivityType.KEUZEVAK_OP_MBO for one in planned):
        rows.append(Recital("elective_at_mbo"))
    deciding = (party for party in parties if party.organisation.legal_form is LegalForm.GEMEENTE)
    rows.extend(Recital("college_decision", party=party) for party in deciding if party.decision and party.decision.day)
    if cooperation.mr and cooperation.mr.advice_date:
        rows.append(Recital("council_advice"))
    return tuple(rows)


def interests(given: Interests | None, parties: tuple[Party, ...]) -> tuple[Interest, ...]:
    """Interests of the school, the partner and all together, as far as they are known."""
    if given is None:
        return ()
    rows = (Interest(parties[0], given.school), Interest(parties[1], given.partner), Interest(None, given.common))
    return tuple(Interest(row.party, bare(row.what)) for row in rows if row.what)


def goals(cooperation: Cooperation) -> tuple[Goal, ...]:
    """The goals, those for the short term first."""
    return tuple(sorted(cooperation.goals, key=lambda goal: goal.horizon is Horizon.LANG))


def defined_terms(planned: Iterable[Planned], has_annexes: bool) -> tuple[str, ...]:
    """Which of the terms this agreement uses, in order."""
    rows = tuple(planned)
    types = {one.type for one in rows}
    pupils = any(one.has_pupils for one in rows)
    used = {
        "activity": bool(rows),
        "annex": has_annexes,
        "hybrid_teacher": ActivityType.HYBRIDE_DOCENT in types,
        "elective": bool(types & ELECTIVES),
        "pupil": pupils,
        "receiver": any(one.is_away for one in rows) and only_host(rows) is None,
        "parents": pupils,
        "school_year": True,
        "placement": bool(types & PLACEMENTS),
    }
    return tuple(term for term in TERMS if used[term])


def dispute_steps(cooperation: Cooperation) -> tuple[str, ...]:
    """The steps in a dispute; without any of its own, the usual ones."""
    if cooperation.disputes and cooperation.disputes.steps:
        return tuple(str(step) for step in cooperation.disputes.steps)
    steering = cooperation.governance.steering_group if cooperation.governance else None
    talk = DisputeStep.STUURGROEP if steering else DisputeStep.DIRECTIES
    return tuple(str(step) for step in (DisputeStep.CONTACTPERSONEN, talk, DisputeStep.MEDIATION, DisputeStep.RECHTER))


def is_open_ended(cooperation: Cooperation) -> bool:
    """Whether it has no end on purpose: a start, and nothing that speaks of an end."""
    return bool(cooperation.start) and not (cooperation.end or cooperation.renewal or cooperation.school_years)


def spans_school_years(cooperation: Cooperation) -> bool:
    """Whether it lasts longer than one school year."""
    start, end = cooperation.start, cooperation.end
    return len(cooperation.school_years) > 1 or bool(start and end and end - start > timedelta(days=366))
