"""Advice that its reader does not follow, and why. In: ``accepted`` in a profile. Out: rules with a reason each.

A reason is somebody's own answer: advice that is accepted bars nothing any more, and stays in sight.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from generator.profile.base import Text, refuse
from generator.profile.rule_ids import RuleId

NEVER = frozenset({RuleId.D_01, RuleId.D_03, RuleId.L_15})
"""Rules about a profile that cannot be used as it is: a day that does not exist is nobody's choice."""


def check_accepted(accepted: dict[RuleId, str]) -> dict[RuleId, str]:
    """Refuse to accept what a profile cannot do without."""
    wrong = [str(rule) for rule in accepted if rule in NEVER]
    if wrong:
        problem = f"{', '.join(wrong)} cannot be accepted: the profile cannot be used so"
        raise refuse(problem, "correct what the rule tells, and take it out here")
    return accepted


Accepted = Annotated[dict[RuleId, Text], AfterValidator(check_accepted)]


def accepting() -> Accepted:
    """The field ``accepted``."""
    found: Accepted = Field(
        default={},
        title="Geaccepteerd advies",
        description='Advice that you do not follow, with your reason: {DO-08a: "partner wil geen publiciteit"}.',
    )
    return found
