"""Facts: what a text may ask besides the profile itself. In: a partner's profile and the school. Out: names to values.

Everything here follows from the profile; nothing here has words of its own, but for the names of parties that have none.
What is not known is None, an empty tuple or false.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.facts_activities import (
    ELECTIVES,
    IN_WORKPLACES,
    MATERIAL,
    PLACEMENTS,
    PRACTICAL,
    TAUGHT,
    Planned,
    hosts,
    only_host,
    party_of,
    plan,
    staff,
    together,
)
from generator.facts_agreement import (
    annexes,
    defined_terms,
    dispute_steps,
    goals,
    interests,
    is_open_ended,
    recitals,
    spans_school_years,
)
from generator.facts_finance import finances
from generator.facts_parties import Party, parties
from generator.facts_press import quotes
from generator.facts_term import TALK_MONTHS, early_notice
from generator.profile.activity import Activity, ActivityType, DataRole
from generator.profile.cooperation import Cooperation, Governance
from generator.profile.occasions import Agreement, Documents
from generator.profile.partner import Profile
from generator.profile.school import School

EXAMINED = ELECTIVES | {ActivityType.DOORLOPENDE_LEERROUTE}
GROWN_UP = 16
"""From this age on the stricter rules for work by children do not hold."""


def facts(profile: Profile, school: School, language: str = "nl") -> dict[str, object]:
    """Every derived name that a text may use; never fails, however little the profile says.

    Raises BadInput only for money that nothing can be divided by, which the rules of a profile find first.
    """
    cooperation = profile.cooperation or Cooperation()
    known = parties(profile, school, language)
    planned = plan(cooperation.activities, known)
    papers = profile.documents or Documents()
    return {
        **_parties(known, cooperation),
        **_activities(planned, known),
        **_pupils(planned),
        **_safeguards(planned, known),
        **_governance(cooperation.governance or Governance(), known),
        **_terms(cooperation, known, planned),
        **_papers(papers.agreement or Agreement(), planned, known),
        "quotes": quotes(papers.press_release, known),
        **finances(profile.finance, cooperation, planned, known),
    }


def _parties(known: tuple[Party, ...], cooperation: Cooperation) -> dict[str, object]:
    """The parties, and the names by which texts call the first two.

    Public is who is so by legal form; where nobody is, but the law on openness applies, it is the partner.
    """
    public = tuple(party for party in known if party.is_public)
    open_ = bool(cooperation.transparency and cooperation.transparency.woo_applies)
    return {
        "parties": known,
        "outside_parties": known[1:],
        "the_school": known[0].name,
        "the_partner": known[1].name,
        "two_parties": len(known) == 2,
        "contacts_known": all(party.contact_is_complete for party in known if party.contact),
        "public_parties": public or (known[1:2] if open_ else ()),
    }


def _activities(planned: tuple[Planned, ...], known: tuple[Party, ...]) -> dict[str, object]:
    """The activities by what they are, and the partners' staff."""
    members = staff(planned, known)
    return {
        "activities": planned,
        "electives": of_type(planned, ELECTIVES),
        "placements": of_type(planned, PLACEMENTS),
        "integrated_route": bool(of_type(planned, {ActivityType.DOORLOPENDE_LEERROUTE})),
        "transported": together(
            (one for one in planned if one.activity.transport),
            lambda one: (one.carrier, one.activity.transport and one.activity.transport.mode),
        ),
        "owned_results": together((one for one in planned if one.result_owner), lambda one: one.result_owner),
        **_exams(of_type(planned, EXAMINED)),
        "shared_material": bool(of_type(planned, MATERIAL)),
        "staff": members,
        "staff_parties": tuple(party for party in known[1:] if any(row.party.id == party.id for row in members)),
    }


def _exams(examined: tuple[Planned, ...]) -> dict[str, object]:
    """What is examined, and how; groups of activities of which the same holds."""
    in_pta = tuple(one for one in examined if one.exam and one.exam.pta_included)
    return {
        "examined": examined,
        "in_pta": in_pta,
        "not_yet_in_pta": together(
            (one for one in examined if one not in in_pta), lambda one: one.exam.pta_deadline if one.exam else None
        ),
        "assessed": together(examined, lambda one: (one.assessor, one.grader)),
    }


def _pupils(planned: tuple[Planned, ...]) -> dict[str, object]:
    """Which pupils take part, and at whose place; a host is None when there is more than one, or one that is no party."""
    away = tuple(one for one in planned if one.is_away)
    placements = of_type(away, PLACEMENTS)
    ages = [one.activity.pupils.min_age if one.activity.pupils else None for one in of_type(planned, PLACEMENTS)]
    return {
        "pupils_involved": any(one.has_pupils for one in planned),
        "pupils_at_partner": bool(away),
        "supervised": together(
            (one for one in away if one.supervisor or one.school_supervisor),
            lambda one: (one.supervisor, one.school_supervisor),
        ),
        "unsupervised": any(one.supervisor is None or one.school_supervisor is None for one in away),
        "accompanied": together(
            (one for one in away if one.activity.pupils and one.activity.pupils.supervisors),
            lambda one: one.activity.pupils and one.activity.pupils.supervisors,
        ),
        "hosted_elsewhere": any(one.host is None for one in away),
        "pupil_hosts": hosts(away),
        "pupil_host": only_host(away),
        "placement_host": only_host(placements),
        "young_pupils": any(age is None or age < GROWN_UP for age in ages),
    }


def _safeguards(planned: tuple[Planned, ...], known: tuple[Party, ...]) -> dict[str, object]:
    """What protects pupils: certificates, safety, data."""
    away = tuple(one for one in planned if one.is_away)
    members = staff(planned, known)
    sharing = [one.activity.data_sharing for one in planned if one.activity.data_sharing]
    roles = {each.role for each in sharing}
    return {
        "works_with_pupils": bool(members or of_type(planned, TAUGHT) or _asked_for_certificate(known[1:])),
        "taught_at_partner": bool(of_type(away, TAUGHT)),
        "workplace_safety": bool(of_type(away, IN_WORKPLACES)),
        "practical_work": bool(of_type(away, PRACTICAL)),
        "forbidden": _each(_work(one.activity, "forbidden") for one in planned),
        "placement_tasks": _each(_work(one.activity, "tasks") for one in planned),
        "data_exchange": bool(sharing or away or of_type(planned, ELECTIVES)),
        "data_categories": _each(each.categories for each in sharing),
        "data_purposes": _each((each.purpose,) for each in sharing if each.purpose),
        "joint_controllers": DataRole.GEZAMENLIJK_VERANTWOORDELIJK in roles,
        "data_processor": DataRole.VERWERKER in roles,
    }


def _governance(governance: Governance, known: tuple[Party, ...]) -> dict[str, object]:
    """The groups, and the parties that preside over them."""
    steering, working = governance.steering_group, governance.working_group
    return {
        "steering": steering,
        "working": working,
        "steering_chair": party_of(known, steering.chair if steering else None),
        "working_chair": party_of(known, working.chair if working else None),
    }


def _terms(cooperation: Cooperation, known: tuple[Party, ...], planned: tuple[Planned, ...]) -> dict[str, object]:
    """Why, for how long, and what if it goes wrong."""
    return {
        "recitals": recitals(cooperation, known, planned),
        "interests": interests(cooperation.interests, known),
        "goals": goals(cooperation),
        "open_ended": is_open_ended(cooperation),
        "several_school_years": spans_school_years(cooperation),
        "early_notice": early_notice(cooperation),
        "renewal_talk_months": TALK_MONTHS,
        "dispute_steps": dispute_steps(cooperation),
    }


def _papers(agreement: Agreement, planned: tuple[Planned, ...], known: tuple[Party, ...]) -> dict[str, object]:
    """The paper itself: annexes, copies, defined terms. ``annex('finance')`` tells whether an annex is about that."""
    listed = annexes(agreement.annexes)
    return {
        "annexes": listed,
        "annex": frozenset(one.subject for one in listed if one.subject).__contains__,
        "copies": agreement.copies or len(known),
        "defined_terms": defined_terms(planned, bool(listed)),
    }


def of_type(planned: Iterable[Planned], types: Iterable[ActivityType]) -> tuple[Planned, ...]:
    """The activities of these types."""
    wanted = frozenset(types)
    return tuple(one for one in planned if one.type in wanted)


def _asked_for_certificate(known: Iterable[Party]) -> bool:
    """Whether the profile asks a certificate of conduct of somebody of these parties."""
    return any(person.vog and person.vog.required for party in known for person in party.people)


def _work(activity: Activity, name: str) -> tuple[str, ...]:
    """What pupils on placement may (``tasks``) or may not (``forbidden``) do."""
    return tuple(getattr(getattr(activity, "work", None), name, ()))


def _each(lists: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """All items once, in order."""
    return tuple(dict.fromkeys(item for items in lists for item in items))
