"""Looking at a partner with all rules. In: what is known of the day, a profile, its school. Out: findings, as of ``check``."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from generator.advice.base import Paper, Rule, Scene, Spot
from generator.advice.naming import label_at, names_at, partner_names
from generator.advice.saying import Said, said
from generator.advice.table import ADVICE, NETWORK, NetworkRule
from generator.agenda.holidays import Holidays
from generator.catalogue import Catalogue
from generator.errors import Fault
from generator.profile import Profile, School
from generator.profile.base import Section
from generator.profile.rules import Finding, Findings, partner_findings, weighed
from generator.profile.school import VacationRegion

ENGLISH = "en"


@dataclass(frozen=True)
class Setting:
    """What is known of a day, whoever the partner is."""

    today: date
    catalogue: Catalogue
    holidays: Callable[[VacationRegion | None], Holidays]
    papers: Mapping[str, tuple[Paper, ...]] = field(default_factory=dict)
    """What was made, by partner."""
    asked: frozenset[str] = frozenset()
    """The sections of the documents that are being made now."""

    def scene(self, profile: Profile, school: School) -> Scene:
        """One partner in this setting."""
        papers = self.papers.get(profile.id, ())
        days_off = self.holidays(school.school.vacation_region)
        return Scene(profile, school, self.today, self.catalogue, days_off, papers, self.asked)

    def asking(self, sections: frozenset[str]) -> Setting:
        """The same, when documents are made from these sections."""
        return replace(self, asked=sections)


def looking(setting: Setting, language: str = "") -> Findings:
    """What looks for everything in a profile; worded in a language, or else as ``check`` words it."""

    def look(profile: Profile, school: School | None) -> Iterator[Finding]:
        found = partner_findings(profile, school)
        yield from (replace(each, fault=worded(each.fault, profile, language)) for each in found) if language else found
        if school and not any(each.unusable for each in found):
            scene = setting.scene(profile, school)
            yield from (Finding(fault, False) for fault in advice(scene, language or ENGLISH))

    return look


def advice(scene: Scene, language: str) -> Iterator[Fault]:
    """What the rules of advice find, worded; what is accepted weighs less."""
    names = partner_names(scene.profile)
    for rule in ADVICE:
        for spot in rule.find(scene):
            fault = _fault(rule, spot, {**names, **names_at(scene.profile, spot.path, language)}, language)
            yield weighed(fault, scene.profile.accepted)


def network_advice(partners: Sequence[Profile], school: School, language: str) -> Iterator[Fault]:
    """What the rules on all partners together find."""
    for rule in NETWORK:
        for spot in rule.find(partners):
            yield weighed(_fault(rule, spot, {}, language), school.accepted)


def words_of(fault: Fault, language: str) -> Said | None:
    """What the rule of a fault says; what weighs less because it is accepted is called as it was."""
    return said(fault.rule, language, "" if fault.accepted else fault.severity)


def worded(fault: Fault, root: Section | None, language: str) -> Fault:
    """A fault in the words of its rule, if it has one that is about advice; else as it is."""
    words = words_of(fault, language)
    if words is None:
        return fault
    names = names_at(root, fault.path, language) if root else {"name": "", "field": label_at(fault.path), "value": ""}
    if isinstance(root, Profile):
        names |= partner_names(root)
    told = words.about({"id": "", "partner": "", **names}, language)
    return replace(fault, problem=told.message, hint=told.do)


def _fault(rule: Rule | NetworkRule, spot: Spot, names: Mapping[str, object], language: str) -> Fault:
    words = said(rule.id, language, rule.severity)
    assert words is not None, f"rule {rule.id} has no words"
    told = words.about({**names, **spot.values}, language)
    return Fault(told.message, path=spot.path, hint=told.do, severity=rule.severity, rule=str(rule.id))
