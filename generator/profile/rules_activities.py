"""What activities with pupils ask for. In: a case. Out: (path, problem, hint) for each thing that lacks or is not allowed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from generator.profile.activity import Activity, ActivityType, Place, Placement, Schedule, type_of
from generator.profile.cooperation import Relationship
from generator.profile.person import Person, Role
from generator.profile.rules_base import Case, Found, called, named
from generator.profile.values import Weekday

VOG_DAYS = 182
"""A certificate of conduct is at most 26 weeks old when it is handed over."""
DAY_HOURS, WEEK_HOURS = timedelta(hours=7), timedelta(hours=35)
EARLIEST, LATEST = time(7), time(19)
LONG, BREAK_MINUTES = timedelta(hours=4, minutes=30), 30
OWN_PERIOD = ("rounds", "fair_date", "doe_dag", "deadline", "periods", "cspe_period")
"""Fields that say when an activity is, beside its schedule."""
ELECTIVES = frozenset({ActivityType.KEUZEVAK_OP_MBO, ActivityType.KEUZEVAK_DOOR_BEDRIJF})
OF_PUPILS = frozenset({ActivityType.KEUZEVAK_OP_MBO, ActivityType.LINTSTAGE, ActivityType.BLOKSTAGE})
"""Types that are nothing without pupils."""
AT_PARTNER = OF_PUPILS | {ActivityType.BEDRIJFSBEZOEK}
"""Types that are at the partner's as long as the profile does not say where."""
ELSEWHERE = frozenset({ActivityType.OPEN_BEDRIJVENDAG, ActivityType.WORLDSKILLS, ActivityType.ONDERWIJS_ON_STAGE})
"""Types that are away from school as long as the profile does not say where."""
TEACHING = frozenset({Role.HYBRID_TEACHER, Role.GUEST_TEACHER})
GUEST_LESSONS = frozenset({ActivityType.HYBRIDE_DOCENT, ActivityType.GASTLES})


def responsible(activity: Activity, relationship: Relationship | None) -> str | None:
    """Who is in charge of an activity: an id of a person or the name of a party, or None when nobody is known."""
    exam = activity.exam
    named_in = (activity.responsible, activity.person, activity.supervisor, activity.school_supervisor, exam and exam.assessor)
    first = next((name for name in named_in if name), None)
    return first or contact_at(activity.place, relationship)


def contact_at(place: Place | None, relationship: Relationship | None) -> str | None:
    """The fixed contact of the party at whose place something is; elsewhere the school's."""
    if place is None or relationship is None:
        return None
    school, partner = relationship.fixed_contact_school, relationship.fixed_contact_partner
    return {Place.SCHOOL: school, Place.PARTNER: partner}.get(place, school or partner)


def has_period(activity: Activity) -> bool:
    """Whether it is known when an activity is; an integrated route lasts as long as the cooperation."""
    schedule = activity.schedule
    if schedule and (schedule.first or schedule.dates):
        return True
    return activity.type is ActivityType.DOORLOPENDE_LEERROUTE or any(getattr(activity, name) for name in OWN_PERIOD)


def complete(case: Case) -> Iterator[Found]:
    """An activity has a place, a period and somebody in charge."""
    relationship = case.profile.relationship if case.profile else None
    for path, activity in case.activities():
        lacks = {
            "place": not (activity.place or activity.location),
            "period": not has_period(activity),
            "person in charge": responsible(activity, relationship) is None,
        }
        missing = [name for name, is_missing in lacks.items() if is_missing]
        if missing:
            yield path, f"activity {called(activity)} lacks {' and '.join(missing)}", "fill in place, schedule, responsible"


def own_choice(case: Case) -> Iterator[Found]:
    """Pupils who go to a partner chose that themselves."""
    for path, activity in case.activities():
        pupils = activity.pupils
        chosen = pupils is not None and pupils.voluntary and pupils.choice_recorded
        if sends_pupils(activity) and not chosen:
            hint = "let pupils choose; then fill in voluntary: true and choice_recorded: true"
            yield f"{path}.pupils", f"it is not recorded that pupils chose {called(activity)} themselves", hint


def sends_pupils(activity: Activity) -> bool:
    """Whether pupils go to a partner: the profile names them, or the activity would be nothing without them."""
    type_ = type_of(activity)
    away = activity.place is not Place.SCHOOL if activity.place else type_ in AT_PARTNER | ELSEWHERE
    return away and (activity.pupils is not None or type_ in OF_PUPILS)


def ages(case: Case) -> Iterator[Found]:
    """The youngest is not older than the oldest."""
    for path, activity in case.activities():
        pupils = activity.pupils
        if pupils and pupils.min_age is not None and pupils.max_age is not None and pupils.min_age > pupils.max_age:
            yield (
                f"{path}.pupils.min_age",
                f"{pupils.min_age} is more than max_age ({pupils.max_age})",
                "correct one of the two",
            )


def pupils_add_up(case: Case) -> Iterator[Found]:
    """The pupils of all locations together are all pupils."""
    for path, activity in case.activities():
        pupils = activity.pupils
        if pupils and pupils.by_location and pupils.count is not None:
            total = sum(pupils.by_location.values())
            if total != pupils.count:
                yield (
                    f"{path}.pupils.by_location",
                    f"the locations add up to {total}, not to {pupils.count}",
                    "correct one of them",
                )


def outside_teachers(case: Case) -> Iterator[tuple[str, Person, date | None]]:
    """Hybrid and guest teachers with their paths and the day they start."""
    starts: dict[str, date | None] = {}
    for _, activity in case.activities():
        if activity.person and activity.type in GUEST_LESSONS:
            starts.setdefault(activity.person, activity.schedule.first if activity.schedule else None)
    for party in case.parties:
        for index, person in enumerate(party.people):
            if person.id in starts or TEACHING & set(person.roles):
                yield f"{party.people_path}.{index}", person, starts.get(person.id) or case.cooperation.start


def conduct(case: Case) -> Iterator[Found]:
    """A hybrid or guest teacher has a certificate of conduct that is recent and that the school has seen."""
    for path, person, start in outside_teachers(case):
        vog = person.vog
        if vog is None or not vog.required:
            continue
        day = vog.handed_over or start
        if vog.date is None:
            yield (
                f"{path}.vog",
                f"the certificate of conduct (VOG) of {named(person)} is missing",
                "ask for it before the start",
            )
        elif day and (day - vog.date).days > VOG_DAYS:
            problem = f"the certificate of conduct (VOG) of {named(person)} is older than 26 weeks on {day.isoformat()}"
            yield f"{path}.vog.date", problem, "ask for a new one"
        elif not vog.checked_by_school:
            yield (
                f"{path}.vog",
                f"the school has not seen the certificate of conduct (VOG) of {named(person)}",
                "let it be shown",
            )


def placements(case: Case) -> Iterator[tuple[str, Placement]]:
    """The work placements with their paths."""
    for path, activity in case.activities():
        if isinstance(activity, Placement):
            yield path, activity


def placement_age(case: Case) -> Iterator[Found]:
    """Placement in a company is for pupils from 14 years."""
    for path, activity in placements(case):
        if activity.pupils and activity.pupils.min_age is not None and activity.pupils.min_age < 14:
            yield (
                f"{path}.pupils.min_age",
                f"{activity.pupils.min_age} is too young: placement is allowed from age 14",
                "choose older pupils",
            )


def placement_hours(case: Case) -> Iterator[Found]:
    """Pupils under 16 work at most 7 hours a day and 35 a week, between 7.00 and 19.00, not on Sunday, with a break."""
    for path, activity in placements(case):
        young = activity.pupils is not None and (activity.pupils.min_age or 0) < 16
        if young and activity.schedule:
            for problem in hours_problems(activity.schedule):
                yield f"{path}.schedule", f"{problem}, which is not allowed for pupils under 16", "change the hours"


def hours_problems(schedule: Schedule) -> Iterator[str]:
    """What is wrong with the hours of a placement, each as the start of a sentence."""
    if schedule.weekday is Weekday.ZONDAG or any(day.weekday() == 6 for day in schedule.dates):
        yield "placement is on a Sunday"
    if schedule.start is None or schedule.end is None or schedule.end <= schedule.start:
        return
    present = datetime.combine(date.min, schedule.end) - datetime.combine(date.min, schedule.start)
    work = present - timedelta(minutes=schedule.break_minutes or 0)
    if work > DAY_HOURS:
        yield f"a day has {hours(work)} hours of work (at most 7)"
    days = max(Counter(day.isocalendar()[:2] for day in schedule.dates).values(), default=1)
    if work * days > WEEK_HOURS:
        yield f"a week has {hours(work * days)} hours of work (at most 35)"
    if schedule.start < EARLIEST or schedule.end > LATEST:
        yield "there is work before 7.00 or after 19.00"
    if present > LONG and (schedule.break_minutes or 0) < BREAK_MINUTES:
        yield "more than 4.5 hours pass without a break of 30 minutes"


def hours(work: timedelta) -> str:
    """Hours with at most two decimals: ``7.5``."""
    return f"{work.total_seconds() / 3600:.2f}".rstrip("0").rstrip(".")


def placement_agreement(case: Case) -> Iterator[Found]:
    """Each pupil on placement has an agreement that the parents sign."""
    for path, activity in placements(case):
        agreement = activity.internship_agreement
        if agreement is None or not agreement.per_pupil or not agreement.parents_sign:
            hint = "fill in internship_agreement: {per_pupil: true, parents_sign: true}"
            yield f"{path}.internship_agreement", "the placement agreement per pupil, signed by parents, is missing", hint


def electives(case: Case) -> Iterator[tuple[str, Activity]]:
    """The electives with their paths."""
    for path, activity in case.activities():
        if activity.type in ELECTIVES:
            yield path, activity


def exam_programme(case: Case) -> Iterator[Found]:
    """An elective is in the school's exam programme."""
    for path, activity in electives(case):
        exam = activity.exam
        if exam is None or not exam.pta_included:
            hint = "put it in before 1 October; then fill in exam.pta_included: true"
            yield f"{path}.exam", f"{called(activity)} is not in the PTA", hint


def exam_deadline(case: Case) -> Iterator[Found]:
    """The agreement comes before the last day to set the exam programme."""
    signed = case.documents.agreement.date if case.documents.agreement else None
    for path, activity in electives(case):
        exam = activity.exam
        if exam and exam.pta_deadline and signed and signed > exam.pta_deadline:
            problem = (
                f"the PTA must be set on {exam.pta_deadline.isoformat()}, before the agreement is signed ({signed.isoformat()})"
            )
            yield f"{path}.exam.pta_deadline", problem, "sign earlier, or set the PTA without it"
