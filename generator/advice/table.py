"""Every rule of advice, in a table. In: nothing. Out: the rules; for a rule's name, the documents that it is about.

What a profile alone tells is in ``profile/rules.py`` and stands here as ``CHECKED``, so that each rule is written once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator.advice import contact, dates, goals, law, money, network, thanks, visible
from generator.advice.base import AGREEMENT, INTENT, INVITATIONS, PRESS, SIGNED, THANKS, Rule, Spot
from generator.errors import Severity
from generator.profile import Profile
from generator.profile.rule_ids import RuleId as Id
from generator.profile.rules import RULES, SCHOOL_RULES, SCHOOL_STRUCTURAL, STRUCTURAL

E, W, H = Severity.ERROR, Severity.WARNING, Severity.HINT
LOG, PHASE, GOALS = "relationship.contact_log", "relationship.phase", "cooperation.goals"
ACTIVITIES, EVALUATION = "cooperation.activities", "cooperation.evaluation"
PEOPLE, NOTHING = "partner.people", ()

ADVICE = (
    # --- do ---
    Rule(Id.DO_01A, W, (GOALS, PHASE), goals.some_goal),
    Rule(Id.DO_01C, H, (ACTIVITIES, PHASE, "cooperation.start"), goals.small_steps, (INTENT, SIGNED)),
    Rule(Id.DO_01D, W, (GOALS,), goals.short_term),
    Rule(Id.DO_02B, W, ("cooperation.interests",), goals.shared_interests),
    Rule(Id.DO_02C, H, ("cooperation.shared_ambition",), goals.one_sided),
    Rule(Id.DO_03, H, (INVITATIONS, PRESS), visible.enthusiasm),
    Rule(Id.DO_04A, W, (PHASE, LOG), contact.call_first, (INVITATIONS,)),
    Rule(Id.DO_04B, H, (INVITATIONS, "relationship.fixed_contact_school"), contact.phone_in_invitation),
    Rule(Id.DO_05, H, ("relationship.networks",), contact.network, NOTHING),
    Rule(Id.DO_06C, W, (EVALUATION, LOG), contact.evaluation_recorded, NOTHING),
    Rule(Id.DO_07B, W, ("relationship.fixed_contact_partner", PEOPLE), contact.partner_contact),
    Rule(Id.DO_08A, H, (PHASE, PRESS), visible.press_release, NOTHING),
    Rule(Id.DO_08B, W, (PRESS,), visible.media),
    Rule(Id.DO_09A, H, (PHASE, THANKS), thanks.end_of_year, NOTHING),
    Rule(Id.DO_09B, H, (PHASE, THANKS), dates.end_of_school_year, NOTHING),
    Rule(Id.DO_09C, W, (ACTIVITIES, THANKS), thanks.after_activity, NOTHING),
    # --- don't ---
    Rule(Id.DT_01, W, ("cooperation.recitals", "cooperation.shared_ambition", INVITATIONS), visible.possibilities),
    Rule(Id.DT_02, W, (PHASE, LOG, "relationship.next_contact"), contact.passive, NOTHING),
    Rule(Id.DT_03, W, (LOG,), contact.promise_late, (INVITATIONS, AGREEMENT)),
    Rule(Id.DT_03, E, (LOG, INVITATIONS, AGREEMENT), contact.promise_first, (INVITATIONS, AGREEMENT)),
    Rule(Id.DT_05A, W, (PHASE, LOG), contact.fading, NOTHING),
    Rule(Id.DT_05B, H, ("cooperation.tasks", "finance"), money.balance, NOTHING),
    Rule(Id.DT_05C, W, ("cooperation.end", EVALUATION, "relationship.next_contact"), contact.ending, NOTHING),
    Rule(Id.DT_06A, E, ("relationship.partner_declined", INVITATIONS, INTENT), contact.declined),
    Rule(Id.DT_06B, W, (LOG, INVITATIONS), contact.pushing, (INVITATIONS,)),
    # --- phases, and what is good to know ---
    Rule(Id.FZ_02, H, (INVITATIONS,), contact.conversation_guide, NOTHING),
    Rule(Id.FZ_03, H, (ACTIVITIES, PHASE), goals.some_example, NOTHING),
    Rule(Id.FZ_04, W, (ACTIVITIES, "finance"), money.costs),
    Rule(Id.FZ_05, W, (PHASE, AGREEMENT), money.agreement, NOTHING),
    Rule(Id.FZ_06, W, ("third_parties", "finance", "cooperation.governance"), money.working_group),
    Rule(Id.FZ_07, W, (GOALS,), goals.both_terms),
    Rule(Id.FZ_08, H, (ACTIVITIES, PRESS), visible.shown, NOTHING),
    Rule(Id.WT_01, H, ("partner.kind", "cooperation.interests"), goals.social_motive, NOTHING),
    Rule(Id.WT_02, H, ("partner.kind", ACTIVITIES, INVITATIONS, LOG), network.open_day, NOTHING),
    Rule(Id.WT_03, H, (ACTIVITIES, INVITATIONS), visible.former_pupils, NOTHING),
    # --- law ---
    Rule(Id.L_02, W, (PEOPLE, ACTIVITIES), law.guest_teachers),
    Rule(Id.L_07, W, ("partner.safety", ACTIVITIES), law.safe_workplace),
    Rule(Id.L_08, E, (PRESS,), visible.consent),
    Rule(Id.L_09, W, (ACTIVITIES,), law.exam_programme_late),
    Rule(Id.L_10, W, ("cooperation.mr", AGREEMENT), law.participation_council),
    Rule(Id.L_12, W, (ACTIVITIES, "cooperation.route_topics"), law.route_topics),
    Rule(Id.L_13, W, ("finance",), money.cofinancing),
    Rule(Id.L_14, W, ("finance.lines", "partner.vat"), money.vat),
    Rule(Id.L_16, W, (ACTIVITIES,), law.data_named),
    Rule(Id.L_17, W, ("cooperation.sponsoring",), law.sponsoring),
    Rule(Id.L_18, W, ("cooperation.confidentiality", "cooperation.transparency"), law.openness),
    Rule(Id.L_19, W, ("finance.invoicing",), money.payment_term),
    # --- dates and forms ---
    Rule(Id.D_02, W, (ACTIVITIES, EVALUATION, INVITATIONS), dates.days_off),
    Rule(Id.D_05, W, (INVITATIONS, THANKS, PEOPLE), dates.one_form),
)
"""Rules on one partner that need today, the register, the catalogue, the holidays or the money."""


@dataclass(frozen=True, slots=True)
class NetworkRule:
    """A rule on all partners together."""

    id: Id
    severity: Severity
    find: Callable[[Sequence[Profile]], Iterator[Spot]]


NETWORK = (NetworkRule(Id.DO_10, H, network.municipality), NetworkRule(Id.FZ_01, H, network.variety))
CHECKED = (*STRUCTURAL, *RULES, *SCHOOL_STRUCTURAL, *SCHOOL_RULES)
REFUSED = {Id.L_15: E, Id.D_03: E}
"""Rules that are kept while a file is read: such a value never becomes a profile."""
_CONCERNS = {str(rule.id): rule.concerns for rule in ADVICE}


def concerns(name: str) -> tuple[str, ...] | None:
    """The documents that a rule is about, by their sections; None when the place of what it found says so."""
    return _CONCERNS.get(name)


def severities(id_: Id) -> tuple[Severity, ...]:
    """How much what a rule finds may weigh, the heaviest first."""
    own = [rule.severity for rule in ADVICE if rule.id is id_] + [rule.severity for rule in NETWORK if rule.id is id_]
    checked = [rule.severity for rule in CHECKED if rule.name == id_]
    refused = [REFUSED[id_]] if id_ in REFUSED else []
    return tuple(severity for severity in Severity if severity in (*own, *checked, *refused))


def reads(id_: Id) -> tuple[str, ...]:
    """The sections that a rule looks at, where the table says so."""
    return tuple(dict.fromkeys(section for rule in ADVICE if rule.id is id_ for section in rule.reads))
