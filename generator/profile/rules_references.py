"""Whether what a profile refers to exists. In: a case. Out: (path, problem, hint) for each reference to nobody or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.errors import did_you_mean
from generator.profile.activity import Activity
from generator.profile.letters import Letter
from generator.profile.party import ThirdParty
from generator.profile.person import Person
from generator.profile.rules_base import Case, Found

SIDES = frozenset({"school", "partner", "board"})
PARTY_FIELDS = ("result_owner",)
ANYONE = ("person", "coach", "client")


def ids(people: Iterable[Person | Activity | ThirdParty]) -> frozenset[str]:
    """The ids of people, activities, parties."""
    return frozenset(each.id for each in people)


def their_people(case: Case) -> frozenset[str]:
    """The ids of people of the partner and of third parties."""
    return frozenset().union(*(ids(party.people) for party in case.parties))


def our_people(case: Case) -> frozenset[str] | None:
    """The ids of the school's people; None when the school is not known."""
    return ids(case.school.people) if case.school else None


def everybody(case: Case) -> frozenset[str] | None:
    """The ids of all people; None when the school's are not known."""
    ours = our_people(case)
    return None if ours is None else ours | their_people(case)


def parties_of(case: Case) -> frozenset[str]:
    """The names by which a file refers to parties."""
    return SIDES | ids(case.profile.third_parties if case.profile else ())


def unknown(path: str, name: str | None, known: Iterable[str] | None, what: str) -> Iterator[Found]:
    """A reference that points nowhere; ``known`` None means that it cannot be told."""
    if name is None or known is None:
        return
    choices = frozenset(known)
    if name not in choices:
        yield path, f"'{name}' is not {what}", did_you_mean(name, choices) or "add it, or take the reference out"


def duplicates(path: str, values: Iterable[str], key: str = "id") -> Iterator[Found]:
    """A name that an earlier item of the same list has."""
    seen: dict[str, int] = {}
    for index, value in enumerate(values):
        if value in seen:
            yield f"{path}.{index}.{key}", f"'{value}' is the {key} of item {seen[value] + 1} too", f"give each its own {key}"
        seen.setdefault(value, index)


def duplicate_ids(case: Case) -> Iterator[Found]:
    """Ids and codes are names: each stands once in its list, and a third party is not named like a side."""
    for party in case.parties:
        yield from duplicates(party.people_path, (person.id for person in party.people))
    yield from duplicates("cooperation.activities", (each.id for each in case.cooperation.activities))
    yield from duplicates("cooperation.goals", (each.id for each in case.cooperation.goals))
    for name in ("lines", "income", "in_kind"):
        yield from duplicates(f"finance.{name}", (each.code for each in getattr(case.finance, name)), "code")
    third = case.profile.third_parties if case.profile else ()
    yield from duplicates("third_parties", (each.id for each in third))
    for index, each in enumerate(third):
        if each.id in SIDES:
            yield f"third_parties.{index}.id", f"'{each.id}' already means another party", "choose another id"


def people_in_parties(case: Case) -> Iterator[Found]:
    """A second signatory and a replacement are people of the same organisation, and somebody else."""
    for party in case.parties:
        known = ids(party.people)
        for index, person in enumerate(party.people):
            path = f"{party.people_path}.{index}"
            if person.authority:
                yield from somebody_else(f"{path}.authority.together_with", person.authority.together_with, person, known)
            yield from somebody_else(f"{path}.backup_person", person.backup_person, person, known)


def somebody_else(path: str, name: str | None, person: Person, known: frozenset[str]) -> Iterator[Found]:
    """A person refers to another of the same organisation."""
    if name is not None and (name == person.id or name not in known):
        yield from unknown(path, name, known - {person.id}, "the id of another person of the same organisation")


def fixed_contacts(case: Case) -> Iterator[Found]:
    """The fixed contacts are people of their side."""
    relationship = case.profile.relationship if case.profile else None
    if case.profile and relationship:
        path = "relationship.fixed_contact_"
        yield from unknown(
            f"{path}school", relationship.fixed_contact_school, our_people(case), "the id of a person of the school"
        )
        ours = ids(case.profile.partner.people)
        yield from unknown(f"{path}partner", relationship.fixed_contact_partner, ours, "the id of a person of the partner")


def people_of_activities(case: Case) -> Iterator[Found]:
    """Who carries out, supervises and teaches exists."""
    for path, activity in case.activities():
        for name in ANYONE:
            yield from unknown(f"{path}.{name}", getattr(activity, name), everybody(case), "the id of a person")
        yield from unknown(f"{path}.supervisor", activity.supervisor, their_people(case), "the id of a person of the partner")
        yield from unknown(
            f"{path}.school_supervisor", activity.school_supervisor, our_people(case), "the id of a person of the school"
        )
        for index, teacher in enumerate(activity.teachers or ()):
            yield from unknown(f"{path}.teachers.{index}", teacher, their_people(case), "the id of a person of the partner")
        people = everybody(case)
        known = None if people is None else people | parties_of(case)
        yield from unknown(f"{path}.responsible", activity.responsible, known, "the id of a person or party")


def people_of_occasions(case: Case) -> Iterator[Found]:
    """Who is invited, thanked and quoted exists, and so does the activity a letter is about."""
    documents = case.documents
    for path, letter in letters(case):
        for name in letter.to:
            yield from unknown(f"{path}.to", name, their_people(case), "the id of a person of the partner or a third party")
        activity = getattr(letter, "activity", None)
        yield from unknown(f"{path}.activity", activity, ids(case.cooperation.activities), "the id of an activity")
    for index, quote in enumerate(documents.press_release.quotes if documents.press_release else ()):
        path = f"documents.press_release.quotes.{index}"
        yield from unknown(
            f"{path}.organisation", quote.organisation, parties_of(case), "school, partner or the id of a third party"
        )
        yield from unknown(
            f"{path}.person", quote.person, people_of_party(case, quote.organisation), "the id of a person there"
        )


def letters(case: Case) -> Iterator[tuple[str, Letter]]:
    """Every letter with its path."""
    documents = case.documents
    yield from ((f"documents.invitations.{index}", each) for index, each in enumerate(documents.invitations))
    yield from ((f"documents.thank_you.{index}", each) for index, each in enumerate(documents.thank_you))
    if documents.cover_letter:
        yield "documents.cover_letter", documents.cover_letter


def people_of_party(case: Case, name: str | None) -> frozenset[str] | None:
    """The ids of the people of a party; of everybody when no party is named."""
    if name in ("school", "board"):
        return our_people(case)
    for party in case.parties:
        if party.name == name:
            return ids(party.people)
    return everybody(case)


def party_references(case: Case) -> Iterator[tuple[str, str | None]]:
    """Every place that names a party, with the name that stands there."""
    governance = case.cooperation.governance
    for name in ("steering_group", "working_group"):
        group = getattr(governance, name) if governance else None
        yield f"cooperation.governance.{name}.chair", group.chair if group else None
    for path, activity in case.activities():
        yield from activity_parties(path, activity)
    relationship = case.profile.relationship if case.profile else None
    for number, entry in enumerate(relationship.contact_log if relationship else ()):
        for index, promise in enumerate(entry.open_promises):
            yield f"relationship.contact_log.{number}.open_promises.{index}.by", promise.by
    for index, share in enumerate(case.finance.shares.parties if case.finance.shares else ()):
        yield f"finance.shares.parties.{index}.party", share.party
    for third in case.cooperation.tasks.third_parties if case.cooperation.tasks else ():
        yield f"cooperation.tasks.third_parties.{third}", third


def activity_parties(path: str, activity: Activity) -> Iterator[tuple[str, str | None]]:
    """Every place of an activity that names a party."""
    for name in PARTY_FIELDS:
        yield f"{path}.{name}", getattr(activity, name)
    yield f"{path}.transport.arranged_by", activity.transport.arranged_by if activity.transport else None
    exam = activity.exam
    for name in ("assessor", "grade_owner"):
        yield f"{path}.exam.{name}", getattr(exam, name) if exam else None


def parties_named(case: Case) -> Iterator[Found]:
    """Every party that is named exists."""
    known = parties_of(case)
    for path, name in party_references(case):
        yield from unknown(path, name, known, "school, partner or the id of a third party")


def locations(case: Case) -> Iterator[Found]:
    """Pupils come from locations that the school has listed."""
    listed = frozenset(each.brin_vestiging for each in case.school.school.locations) if case.school else frozenset()
    for path, activity in case.activities():
        for brin in activity.pupils.by_location if activity.pupils and listed else ():
            yield from unknown(f"{path}.pupils.by_location.{brin}", brin, listed, "a location of the school")
