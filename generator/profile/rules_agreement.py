"""What an agreement needs beside parties and activities. In: a case. Out: (path, problem, hint) for each thing that lacks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from generator.profile.rules_base import Case, Found


def is_agreement(case: Case) -> bool:
    """Whether the file is a profile about an agreement."""
    return case.profile is not None and case.agreed


def ambition(case: Case) -> Iterator[Found]:
    """The parties want something together."""
    if is_agreement(case) and case.cooperation.shared_ambition is None:
        yield "cooperation.shared_ambition", "the shared ambition is missing", "state it first, in one sentence"


def evaluation(case: Case) -> Iterator[Found]:
    """At least one evaluation a school year, with a date."""
    plan = case.cooperation.evaluation
    if is_agreement(case) and (plan is None or not plan.per_school_year or not plan.dates):
        hint = "agree at least one a school year, and fill in the date of the first"
        yield "cooperation.evaluation", "no evaluation is agreed, or its date is missing", hint


def school_contact(case: Case) -> Iterator[Found]:
    """The school has a fixed contact."""
    relationship = case.profile.relationship if case.profile else None
    if is_agreement(case) and (relationship is None or relationship.fixed_contact_school is None):
        hint = "name a fixed contact: relation manager, placement broker"
        yield "relationship.fixed_contact_school", "the school's fixed contact is missing", hint


def backup(case: Case) -> Iterator[Found]:
    """The school's contact has a replacement."""
    relationship = case.profile.relationship if case.profile else None
    contact = relationship.fixed_contact_school if relationship else None
    for person in case.school.people if case.school and contact else ():
        if person.id == contact and person.backup_person is None:
            hint = "fill in backup_person for this person in school.yaml"
            yield "relationship.fixed_contact_school", f"'{contact}' has no replacement", hint


def some_activity(case: Case) -> Iterator[Found]:
    """An agreement is about something."""
    if is_agreement(case) and not case.cooperation.activities:
        yield "cooperation.activities", "no activity is agreed", "add what is done, where, when and by whom"


def duration(case: Case) -> Iterator[Found]:
    """An agreement has a first and a last day."""
    for name in ("start", "end"):
        if is_agreement(case) and getattr(case.cooperation, name) is None:
            yield f"cooperation.{name}", f"the {name} of the cooperation is missing", "write year-month-day: 2027-08-01"


def recitals(case: Case) -> Iterator[Found]:
    """Two to six recitals say why each party takes part."""
    count = len(case.cooperation.recitals)
    if is_agreement(case) and not 2 <= count <= 6:
        yield (
            "cooperation.recitals",
            f"there {'is' if count == 1 else 'are'} {count or 'no'} recitals",
            "write two to six: why each party takes part",
        )


def goals(case: Case) -> Iterator[Found]:
    """A goal can be measured."""
    for index, goal in enumerate(case.cooperation.goals):
        if goal.measure is None or goal.target is None or goal.due is None:
            yield f"cooperation.goals.{index}", f"goal {goal.id} cannot be measured", "add measure, target and due"


def signed_late(case: Case) -> Iterator[Found]:
    """An agreement is signed before it starts."""
    signed = case.documents.agreement.date if case.documents.agreement else None
    start = case.cooperation.start
    if signed and start and signed > start:
        problem = f"{signed.isoformat()} is after the start of the cooperation ({start.isoformat()})"
        yield "documents.agreement.date", problem, "sign before it starts, or let it start later"


def embargo(case: Case) -> Iterator[Found]:
    """An embargo lasts at most about three days."""
    press = case.documents.press_release
    if press and press.embargo and press.date and press.embargo.date() - press.date > timedelta(days=3):
        yield "documents.press_release.embargo", "the embargo lasts more than three days", "send the text later"
