"""Whether a letter speaks in one form. In: a letter's fields, or all it says; its form. Out: words of the other form.

What somebody says, between quotation marks, is their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.advice.saying import said
from generator.errors import Fault, Severity
from generator.profile.letters import Letter
from generator.profile.person import AddressForm
from generator.profile.rule_ids import RuleId
from generator.prose import without_quotes

OTHER_FORM = {
    AddressForm.JE: re.compile(r"(?<![\w-])(?:u|U(?!\.)|[Uu]w|[Uu]zelf)(?![\w-])"),
    AddressForm.U: re.compile(r"(?<![\w-])(?:je|jij|jou|jouw|jezelf|jullie)(?![\w-])", re.IGNORECASE),
}
"""Words that a letter in this form does without; ``U.`` is an initial."""
OWN_WORDS = (
    *("agenda", "assignment", "fee", "goal", "introduced_by", "personal", "present", "result"),
    *("route", "stand", "subject", "transport", "accessibility"),
)
"""Fields of letters that are printed as they are written; a pupil's own words are not among them."""


def other_form(text: str, form: AddressForm) -> str:
    """The first word of the other form; empty when there is none."""
    found = OTHER_FORM[form].search(without_quotes(text))
    return found[0] if found else ""


def in_fields(letter: Letter, form: AddressForm) -> Iterator[tuple[str, str]]:
    """The fields of a letter that speak in the other form, each with the first word of it."""
    for name in OWN_WORDS:
        value = getattr(letter, name, None)
        if word := other_form("\n".join(value) if isinstance(value, tuple) else str(value or ""), form):
            yield name, word


def in_text(text: str, form: AddressForm, called: str, language: str) -> Iterator[Fault]:
    """What is told of a letter whose own text, whoever wrote it, has a word of the other form."""
    words = said(RuleId.D_05, language)
    if words and (word := other_form(text, form)):
        told = words.about({"form": form, "field": called, "word": word}, language)
        yield Fault(told.message, hint=told.do, severity=Severity.WARNING, rule=RuleId.D_05)
