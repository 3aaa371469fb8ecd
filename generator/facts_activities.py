"""What the activities mean for an agreement. In: a profile's activities and the parties. Out: frozen records.

Clauses ask these facts whether they apply: do pupils leave the school, does the partner's staff teach, is there a placement?
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from generator.facts_parties import Party, person_of
from generator.profile.activity import Activity, ActivityType, Construction, Exam, Place, Schedule, type_of
from generator.profile.person import Person, Teaching
from generator.profile.rules_activities import AT_PARTNER, ELSEWHERE

T = ActivityType
ELECTIVES = frozenset({T.KEUZEVAK_OP_MBO, T.KEUZEVAK_DOOR_BEDRIJF})
PLACEMENTS = frozenset({T.LINTSTAGE, T.BLOKSTAGE})
WITHOUT_PUPILS = frozenset({T.SLIM_ROOSTEREN, T.NETWERKBIJEENKOMST})
"""Types that are about pupils only when the profile says which pupils."""
AT_SCHOOL = frozenset({T.SLIM_ROOSTEREN})
"""Types that are at the school as long as the profile does not say where."""
PRACTICAL = ELECTIVES | PLACEMENTS | {T.DOORLOPENDE_LEERROUTE}
"""Types in which pupils do practical work, so that the risk assessment has to cover them."""
TAUGHT = ELECTIVES | {T.DOORLOPENDE_LEERROUTE}
"""Types in which a partner's staff teaches pupils, at school or elsewhere."""
IN_WORKPLACES = PRACTICAL | {T.BEDRIJFSBEZOEK, T.OPEN_BEDRIJVENDAG, T.ONDERWIJS_ON_STAGE}
MATERIAL = ELECTIVES | {T.HYBRIDE_DOCENT, T.GASTLES, T.OPDRACHT_VOOR_BEDRIJF, T.DOORLOPENDE_LEERROUTE}
"""Types for which teaching material, or a product of pupils, is made."""
REGULAR_LESSONS = 3
"""From this many lessons a guest teacher counts as staff who works with pupils regularly, unless the profile says otherwise."""


@dataclass(frozen=True, slots=True)
class Leader:
    """Who is in charge: a person, or a party as a whole."""

    person: Person | None = None
    party: Party | None = None


@dataclass(frozen=True, slots=True)
class Planned:
    """An activity with everyone it refers to."""

    activity: Activity
    host: Party | None
    """The party at whose place it is; None when it is elsewhere."""
    leader: Leader | None
    person: Person | None
    """Who carries it out: who teaches, mostly."""
    supervisor: Person | None
    """Who supervises for the host."""
    school_supervisor: Person | None
    carrier: Party | None
    """Who arranges the transport."""
    assessor: Party | None
    grader: Party
    """Who sets the grade: the school, unless the profile says otherwise."""
    coach: Person | None
    result_owner: Party | None
    """Whose the result of an assignment is."""

    @property
    def type(self) -> ActivityType:
        """Its type, which every activity has."""
        return type_of(self.activity)

    @property
    def has_pupils(self) -> bool:
        """Whether pupils take part."""
        return self.activity.pupils is not None or self.type not in WITHOUT_PUPILS

    @property
    def is_away(self) -> bool:
        """Whether pupils leave the school for it."""
        if self.activity.place is None:
            return self.has_pupils and self.type in AT_PARTNER | ELSEWHERE
        return self.has_pupils and self.activity.place is not Place.SCHOOL

    @property
    def exam(self) -> Exam | None:
        """How it is examined, for the types that know an exam."""
        found = getattr(self.activity, "exam", None)
        return found if isinstance(found, Exam) else None

    @property
    def pathways(self) -> tuple[str, ...]:
        """Learning pathways, as schools write them: ``kb``."""
        return tuple(str(pathway) for pathway in self.activity.leerwegen)

    @property
    def first(self) -> date | None:
        """The first day."""
        return _schedule(self.activity).first or min(_days(self.activity), default=None)

    @property
    def last(self) -> date | None:
        """The last day."""
        return _schedule(self.activity).last or max(_days(self.activity), default=None)

    @property
    def deadline(self) -> date | None:
        """The day of delivery, for an activity that has no other day."""
        due: date | None = getattr(self.activity, "deadline", None)
        return due if self.first == due else None

    @property
    def round_places(self) -> tuple[str, ...]:
        """Where the rounds of a competition are, each place once."""
        rounds = getattr(self.activity, "rounds", None) or ()
        return tuple(dict.fromkeys(round_.place for round_ in rounds if round_.place))

    @property
    def loose_days(self) -> tuple[date, ...]:
        """Its days, when they do not follow each other; else none: then first and last day say it all."""
        days = tuple(sorted(set(_days(self.activity))))
        row = bool(days) and days[-1] - days[0] == timedelta(days=len(days) - 1)
        return () if row else days


@dataclass(frozen=True, slots=True)
class Staff:
    """Somebody of a partner who works at the school, or (without a person) a party that sends somebody."""

    planned: Planned
    party: Party
    person: Person | None
    known: bool
    """Whether an earlier row is about the same person, so that what holds for the person is not said twice."""
    construction: Construction | None
    hours_per_week: Decimal | None
    hours_total: Decimal | None
    responsible_teacher: str | None
    training: str | None
    absence_cover: str | None
    is_guest_teacher: bool
    """Whether the law's limit of six hours a week on average holds."""


def plan(activities: Iterable[Activity], parties: tuple[Party, ...]) -> tuple[Planned, ...]:
    """Every activity with the people and parties it refers to."""
    return tuple(_planned(activity, parties) for activity in activities)


def _planned(activity: Activity, parties: tuple[Party, ...]) -> Planned:
    school, partners = parties[:1], (*parties[1:], *parties[:1])
    host = _host(activity, parties)
    exam = getattr(activity, "exam", None) or Exam()
    return Planned(
        activity,
        host,
        _leader(activity, exam, host or parties[0], partners),
        person_in(partners, activity.person),
        person_in(partners, activity.supervisor),
        person_in(school, activity.school_supervisor) or person_in(partners, activity.school_supervisor),
        party_of(parties, activity.transport.arranged_by if activity.transport else None),
        party_of(parties, exam.assessor),
        party_of(parties, exam.grade_owner) or parties[0],
        person_in(partners, getattr(activity, "coach", None)),
        party_of(parties, getattr(activity, "result_owner", None)),
    )


def _host(activity: Activity, parties: tuple[Party, ...]) -> Party | None:
    type_ = getattr(activity, "type", None)
    usual = Place.PARTNER if type_ in AT_PARTNER else Place.SCHOOL if type_ in AT_SCHOOL else None
    by_place = {Place.SCHOOL: parties[0], Place.PARTNER: parties[1]}
    place = activity.place or usual
    return by_place.get(place) if place else None


def _leader(activity: Activity, exam: Exam, host: Party, parties: tuple[Party, ...]) -> Leader | None:
    """The first who is named; else the host's contact, and the school's for what is elsewhere."""
    named = (activity.responsible, activity.person, activity.supervisor, activity.school_supervisor, exam.assessor)
    for id_ in filter(None, named):
        if person := person_in(parties, id_):
            return Leader(person=person)
        if party := party_of(parties, id_):
            return Leader(party=party)
    return Leader(person=host.contact) if host.contact else None


def together(planned: Iterable[Planned], alike: Callable[[Planned], object]) -> tuple[tuple[Planned, ...], ...]:
    """Activities of which the same holds in one group, so that a text says it once; in order."""
    groups: list[tuple[object, list[Planned]]] = []
    for one in planned:
        key = alike(one)
        members = next((members for known, members in groups if known == key), None)
        if members is None:
            groups.append((key, [one]))
        else:
            members.append(one)
    return tuple(tuple(members) for _, members in groups)


def hosts(planned: Iterable[Planned]) -> tuple[Party, ...]:
    """The parties that receive pupils, each once."""
    return tuple({one.host.id: one.host for one in planned if one.is_away and one.host}.values())


def only_host(planned: Iterable[Planned]) -> Party | None:
    """The one party that receives pupils; None when there is another, or somebody who is no party."""
    away = tuple(one for one in planned if one.is_away)
    known = hosts(away)
    return known[0] if len(known) == 1 and all(one.host for one in away) else None


def person_in(parties: Iterable[Party], id_: str | None) -> Person | None:
    """The person with this id, of the first party that has one."""
    return next((found for party in parties if (found := person_of(party.people, id_))), None)


def party_of(parties: tuple[Party, ...], name: str | None) -> Party | None:
    """The party that is meant: ``school`` or ``board``, ``partner``, a third party's id, or the id of one of its people."""
    wanted = "school" if name == "board" else name
    by_id = (party for party in parties if party.id == wanted)
    return next(by_id, None) or next((party for party in parties if person_of(party.people, name)), None)


def staff(planned: Iterable[Planned], parties: tuple[Party, ...]) -> tuple[Staff, ...]:
    """Who of the partners works at the school, activity by activity."""
    rows: list[Staff] = []
    for one in planned:
        if not _brings_staff(one):
            continue
        activity = one.activity
        ids = dict.fromkeys(filter(None, (activity.person, *(getattr(activity, "teachers", None) or ()))))
        people = [person for id_ in ids if (person := person_in(parties[1:], id_))]
        rows.extend(_member(one, person, parties, tuple(rows)) for person in people or (None,))
    return tuple(rows)


def _brings_staff(planned: Planned) -> bool:
    if planned.type is not T.GASTLES:
        return planned.type in (T.HYBRIDE_DOCENT, T.KEUZEVAK_DOOR_BEDRIJF)
    days = _schedule(planned.activity)
    regular: bool | None = getattr(planned.activity, "regular", None)
    lessons: int = getattr(planned.activity, "lessons", None) or days.sessions or len(days.dates)
    return lessons >= REGULAR_LESSONS if regular is None else regular


def _member(planned: Planned, person: Person | None, parties: tuple[Party, ...], before: tuple[Staff, ...]) -> Staff:
    activity = planned.activity
    teaching = (person.teaching if person else None) or Teaching()
    party = party_of(parties, person.id if person else None) if person else None
    return Staff(
        planned,
        next((found for found in parties[1:] if person and person in found.people), party or parties[1]),
        person,
        person is not None and any(row.person == person for row in before),
        getattr(activity, "construction", None),
        getattr(activity, "hours_per_week", None) or teaching.hours_per_week,
        getattr(activity, "hours_total", None),
        getattr(activity, "responsible_teacher", None) or teaching.responsible_teacher,
        getattr(activity, "training", None) or teaching.training,
        getattr(activity, "absence_cover", None),
        str(teaching.basis or "") == "gastdocent",
    )


def _days(activity: Activity) -> tuple[date, ...]:
    """The single days of an activity: of its schedule, else of its fair and return visit, its rounds, its day of delivery."""
    rounds = tuple(round_.date for round_ in getattr(activity, "rounds", None) or ())
    others = (*(getattr(activity, name, None) for name in ("fair_date", "doe_dag", "deadline")), *rounds)
    return _schedule(activity).dates or tuple(day for day in others if day)


def _schedule(activity: Activity) -> Schedule:
    return activity.schedule or Schedule()
