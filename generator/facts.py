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
    party_of,
    plan,
    staff,
)
from generator.facts_agreement import (
    annexes,
    defined_terms,
    dispute_steps,
    goals,
    interests,
    is_open_ended,
    money,
    recitals,
    spans_school_years,
)
from generator.facts_parties import Party, parties
from generator.profile.activity import Activity, ActivityType, DataRole
from generator.profile.cooperation import Cooperation, Governance
from generator.profile.occasions import Agreement, Documents
from generator.profile.partner import Profile
from generator.profile.school import School

GROWN_UP = 16
"""From this age on the stricter rules for work by children do not hold."""


def facts(profile: Profile, school: School, language: str = "nl") -> dict[str, object]:
    """Every derived name that a text may use; never fails, however little the profile says."""
    cooperation = profile.cooperation or Cooperation()
    known = parties(profile, school, language)
    planned = plan(cooperation.activities, known)
    agreement = (profile.documents or Documents()).agreement or Agreement()
    return {
        **_parties(known, cooperation),
        **_activities(planned, known),
        **_pupils(planned),
        **_safeguards(planned, known),
        **_governance(cooperation.governance or Governance(), known),
        **_terms(cooperation, known, planned),
        **_papers(agreement, planned, known),
        **money(profile.finance, known),
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
        "public_parties": public or (known[1:2] if open_ else ()),
    }


def _activities(planned: tuple[Planned, ...], known: tuple[Party, ...]) -> dict[str, object]:
    """The activities by what they are, and the partners' staff."""
    members = staff(planned, known)
    return {
        "activities": planned,
        "electives": of_type(planned, ELECTIVES),
        "examined": of_type(planned, ELECTIVES | {ActivityType.DOORLOPENDE_LEERROUTE}),
        "placements": of_type(planned, PLACEMENTS),
        "integrated_route": bool(of_type(planned, {ActivityType.DOORLOPENDE_LEERROUTE})),
        "transported": tuple(one for one in planned if one.activity.transport),
        "shared_material": bool(of_type(planned, MATERIAL)),
        "staff": members,
        "unnamed_staff": any(row.person is None for row in members),
        "staff_parties": tuple(party for party in known[1:] if any(row.party.id == party.id for row in members)),
    }


def _pupils(planned: tuple[Planned, ...]) -> dict[str, object]:
    """Which pupils take part, and at whose place; a host is None when there is more than one, or one that is no party."""
    away = tuple(one for one in planned if one.is_away)
    placements = of_type(away, PLACEMENTS)
    ages = [one.activity.pupils.min_age if one.activity.pupils else None for one in of_type(planned, PLACEMENTS)]
    return {
        "pupils_involved": any(one.has_pupils for one in planned),
        "pupils_at_partner": bool(away),
        "visiting": away,
        "unsupervised": any(one.supervisor is None for one in away),
        "hosted_elsewhere": any(one.host is None for one in away),
        "pupil_hosts": _hosts(away),
        "pupil_host": _only_host(away),
        "placement_host": _only_host(placements),
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


def _hosts(away: Iterable[Planned]) -> tuple[Party, ...]:
    """The parties that receive pupils, each once."""
    return tuple({one.host.id: one.host for one in away if one.host}.values())


def _only_host(away: tuple[Planned, ...]) -> Party | None:
    hosts = _hosts(away)
    return hosts[0] if len(hosts) == 1 and all(one.host for one in away) else None


def _work(activity: Activity, name: str) -> tuple[str, ...]:
    """What pupils on placement may (``tasks``) or may not (``forbidden``) do."""
    return tuple(getattr(getattr(activity, "work", None), name, ()))


def _each(lists: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """All items once, in order."""
    return tuple(dict.fromkeys(item for items in lists for item in items))
