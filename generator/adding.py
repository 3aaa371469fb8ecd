"""An activity added to a partner. In: a partner, a type of activity, answers. Out: the edit of its file; what is still open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.asked import Asked, answer, built, fields_of, free_id, wrong
from generator.catalogue import Entry, catalogue
from generator.errors import BadInput, Fault, Severity, WrongUsage, did_you_mean
from generator.load.change import Edit
from generator.load.dump import block_item
from generator.profile import Profile
from generator.profile.activity import ActivityType
from generator.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Adding:
    """An activity that is to be added."""

    type: ActivityType
    entry: Entry
    fields: tuple[Asked, ...]
    profile: Profile
    given: Mapping[str, Any]
    """What was said beforehand, by field."""

    @property
    def remarks(self) -> tuple[Fault, ...]:
        """What is worth knowing before anything is asked."""
        kind = self.profile.partner.kind
        if kind in self.entry.suits:
            return ()
        hint = f"handslag catalogue --for {kind} shows what does"
        return (Fault(f"'{self.type}' does not usually suit a {kind}", hint=hint, severity=Severity.WARNING),)

    def data(self, answers: Mapping[str, Any]) -> dict[str, Any]:
        """The activity as a file has it. Raises BadInput with every fault in it."""
        data = built(self.type, str(answers.get("id") or free_id(self.profile)), answers)
        if faults := wrong(self.type, data):
            raise BadInput(*(fault.at(file="", line=None, column=None) for fault in faults))
        return data

    def edit(self, data: Mapping[str, Any], profile: Profile) -> Edit:
        """Where it comes in the file. Raises BadInput when another activity has its id by now."""
        activities = profile.cooperation.activities if profile.cooperation else ()
        if any(each.id == data["id"] for each in activities):
            raise BadInput(Fault(f"there is an activity '{data['id']}' already", path="id", hint="give it another id"))
        return f"cooperation.activities.{len(activities)}", data

    def open(self, answers: Mapping[str, Any]) -> tuple[Asked, ...]:
        """The fields that are not known yet."""
        return tuple(field for field in self.fields if answers.get(field.path) is None)


def adding(workspace: Workspace, profile: Profile, name: str, settings: Sequence[str], language: str) -> Adding:
    """What it takes to add an activity of this type; ``settings`` are ``field=value`` each.

    Raises WrongUsage for an unknown type or a setting without a value.
    """
    type_, entry = entry_named(workspace, name)
    given = {path: answer(type_, path, value) for path, value in map(_setting, settings)}
    return Adding(type_, entry, fields_of(type_, entry, language), profile, given)


def entry_named(workspace: Workspace, name: str) -> tuple[ActivityType, Entry]:
    """The type of this name, and its entry. Raises WrongUsage with the nearest that there is."""
    known = catalogue(workspace.text_roots).activities
    found = next((type_ for type_ in known if type_ == name), None)
    if found is None:
        raise WrongUsage(Fault(f"there is no activity '{name}' in the catalogue", hint=did_you_mean(name, known)))
    return found, known[found]


def _setting(given: str) -> tuple[str, str]:
    path, equals, value = given.partition("=")
    if not equals:
        hint = "name a field and its value: --set schedule.dates=2027-03-01"
        raise WrongUsage(Fault(f"'{given}' sets nothing", hint=hint))
    return path.strip(), value


def shown(data: Mapping[str, Any]) -> str:
    """The lines that come in the file."""
    return "\n".join(block_item(data, "    "))
