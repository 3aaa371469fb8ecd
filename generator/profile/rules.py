"""What the fields of a profile say about each other. In: a valid profile (and school). Out: findings, all at once.

Each rule is a small function in a table. A STRUCTURAL rule makes the profile unusable (a reference to nobody, dates out of
order); the others leave it usable for a draft: an error bars a final document, a warning bars nothing. The name in brackets
behind a hint is the rule's, as in the documentation. What also needs today, the register or other partners is in ``advice/``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from generator.errors import Fault, Severity
from generator.profile import (
    rules_activities,
    rules_agreement,
    rules_dates,
    rules_finance,
    rules_house,
    rules_parties,
    rules_references,
)
from generator.profile.partner import Profile
from generator.profile.rule_ids import RuleId
from generator.profile.rules_base import Case, Found
from generator.profile.school import School

E, W, H = Severity.ERROR, Severity.WARNING, Severity.HINT


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault, and whether it makes the profile unusable."""

    fault: Fault
    unusable: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its name, its weight, and the function that finds where it is broken."""

    name: str
    severity: Severity
    find: Callable[[Case], Iterator[Found]]


Findings = Callable[[Profile, School | None], Iterable[Finding]]
"""What looks for findings in a partner's profile; the least is :func:`partner_findings`."""
LIGHTER = {E: W, W: Severity.HINT}
"""What a finding weighs that is accepted: it bars nothing, and is still told."""


STRUCTURAL = (
    Rule("", E, rules_references.duplicate_ids),
    Rule("", E, rules_references.people_in_parties),
    Rule("", E, rules_references.fixed_contacts),
    Rule("", E, rules_references.people_of_activities),
    Rule("", E, rules_references.people_of_occasions),
    Rule("", E, rules_references.parties_named),
    Rule("", E, rules_references.locations),
    Rule("D-01", E, rules_dates.period),
    Rule("D-01", E, rules_dates.schedules),
    Rule("D-01", E, rules_dates.weekdays),
    Rule("D-01", E, rules_dates.invitations),
    Rule("D-01", E, rules_dates.papers),
    Rule("D-01", E, rules_dates.evaluations),
    Rule("D-03", E, rules_parties.numbers_agree),
    Rule("D-04", E, rules_finance.weights),
    Rule("14.9", E, rules_finance.amounts),
    Rule("", E, rules_activities.ages),
)
RULES = (
    Rule("L-11", E, rules_parties.signatories),
    Rule("L-11", E, rules_parties.joint),
    Rule("L-11", E, rules_parties.college_decision),
    Rule("L-11", E, rules_parties.alderman),
    Rule("1.3", E, rules_parties.register_numbers),
    Rule("1.3", W, rules_parties.wanted_numbers),
    Rule("1.3", E, rules_parties.vat_numbers),
    Rule("1.3", E, rules_parties.accounts),
    Rule("DO-02a", E, rules_agreement.ambition),
    Rule("DO-06b", E, rules_agreement.evaluation),
    Rule("DO-07a", E, rules_agreement.school_contact),
    Rule("DO-07c", W, rules_agreement.backup),
    Rule("A3", E, rules_agreement.some_activity),
    Rule("A23", E, rules_agreement.duration),
    Rule("R", W, rules_agreement.recitals),
    Rule("DO-01b", W, rules_agreement.goals),
    Rule("D-06", W, rules_agreement.signed_late),
    Rule("D-04", W, rules_finance.percentages),
    Rule("D-04", E, rules_finance.equal_shares),
    Rule("L-06", E, rules_finance.costs_for_pupils),
    Rule("14.9", E, rules_finance.income),
    Rule("14.8", E, rules_finance.scheduled),
    Rule("14.4", E, rules_finance.school_years),
    Rule("4.4", W, rules_finance.indexed_late),
    Rule("5.1", W, rules_agreement.embargo),
    Rule("DO-06a", E, rules_activities.complete),
    Rule("DT-04", E, rules_activities.own_choice),
    Rule("L-01", E, rules_activities.conduct),
    Rule("L-03", E, rules_activities.placement_age),
    Rule("L-04", E, rules_activities.placement_hours),
    Rule("L-05", E, rules_activities.placement_agreement),
    Rule("L-09", E, rules_activities.exam_programme),
    Rule("L-09", W, rules_activities.exam_deadline),
    Rule("", E, rules_activities.pupils_add_up),
)
SCHOOL_STRUCTURAL = (
    Rule("", E, rules_references.duplicate_ids),
    Rule("", E, rules_references.people_in_parties),
    Rule("D-03", E, rules_parties.numbers_agree),
)
SCHOOL_RULES = (
    Rule("L-11", E, rules_parties.signatories),
    Rule("L-11", E, rules_parties.joint),
    Rule("1.3", E, rules_parties.register_numbers),
    Rule("1.3", W, rules_parties.wanted_numbers),
    Rule("", W, rules_house.colours),
    Rule("", H, rules_house.letterhead),
)


def partner_findings(profile: Profile, school: School | None) -> tuple[Finding, ...]:
    """Everything that the rules find in a partner profile; without a school, references to its people are not looked at."""
    return run(Case(profile, school), STRUCTURAL, RULES)


def school_findings(school: School) -> tuple[Finding, ...]:
    """Everything that the rules find in a school file."""
    return run(Case(None, school), SCHOOL_STRUCTURAL, SCHOOL_RULES)


def run(case: Case, structural: tuple[Rule, ...], others: tuple[Rule, ...]) -> tuple[Finding, ...]:
    """Goes through both tables."""
    owner = case.profile or case.school
    reasons: Mapping[RuleId, str] = owner.accepted if owner else {}
    findings = [Finding(fault(rule, found), True) for rule in structural for found in rule.find(case)]
    findings += [Finding(weighed(fault(rule, found), reasons), False) for rule in others for found in rule.find(case)]
    return tuple(findings)


def fault(rule: Rule, found: Found) -> Fault:
    """What a rule found, as a fault."""
    path, problem, hint = found
    return Fault(problem, path=path, hint=hint, severity=rule.severity, rule=rule.name)


def weighed(fault: Fault, accepted: Mapping[RuleId, str]) -> Fault:
    """The fault, or one that weighs less because its rule is accepted; the reason stands with it."""
    reason = next((reason for rule, reason in accepted.items() if rule == fault.rule), None)
    if reason is None:
        return fault
    return replace(fault, accepted=reason, severity=LIGHTER.get(fault.severity, fault.severity))
