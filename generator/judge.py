"""Judging an order by the ``about.yaml`` of its kind. In: an order, its document. Out: faults: what bars it, what to look at.

``cannot_make`` asks before anything is written; ``judged`` looks at what was; ``concerning`` leaves out what is not about it;
``finished`` refuses to call it final.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from generator.about import PAPERS, About, Rule
from generator.advice.base import SIGNED
from generator.advice.forms import in_fields, in_text
from generator.advice.table import concerns
from generator.blocks import Document
from generator.errors import BadInput, Fault, Severity
from generator.look import SCHOOL_FILE
from generator.missing import Missing
from generator.order import Order
from generator.profile import Profile, School
from generator.profile.letters import Letter
from generator.profile.person import AddressForm
from generator.profile.rules import weighed
from generator.prose import looked_at, worded
from generator.tree import WHOLE, blanks, count_words, passages

NBSP = "\N{NO-BREAK SPACE}"
LETTER = "letter"
"""The layout of what is written to somebody."""
DETAILS = "details"
"""The passage with date and reference, whose labels speak to nobody: ``Uw kenmerk``."""


# --- before it is made ---


def cannot_make(order: Order) -> tuple[Fault, ...]:
    """Why this kind cannot be made for this partner at all; empty: it can."""
    about, partner = order.kind.about, order.partner
    name = f"{order.kind.id} for {partner.id}"
    return (*_not_for(order, name), *(() if order.language not in about.languages else _lacks(order, name)))


def _not_for(order: Order, name: str) -> Iterator[Fault]:
    about, kind = order.kind.about, order.partner.partner.kind
    if about.partners and kind not in about.partners:
        hint = f"it is for: {', '.join(about.partners)}"
        yield Fault(f"{name}: this kind of document is not for a {kind}", path="partner.kind", hint=hint)
    if order.language not in about.languages:
        hint = f"choose from: {', '.join(about.languages)}"
        yield Fault(f"{name}: there is no text in '{order.language}'", hint=hint)


def _lacks(order: Order, name: str) -> Iterator[Fault]:
    about = order.kind.about
    for section in about.needs:
        if _is_nothing(order.ask(section)):
            hint = f"add '{section}:' to the profile"
            yield Fault(f"{name}: the profile has no section '{section}'", path=section, hint=hint)
    for need in about.requires:
        if not order.ask(need.that):
            yield Fault(f"{name}: {need.say}", hint=need.hint or "")


def _is_nothing(value: object) -> bool:
    return value is None or isinstance(value, Missing) or value == ()


# --- when it is made ---


def judged(order: Order, document: Document) -> tuple[Fault, ...]:
    """What the kind's rules, its wishes for passages and the words it avoids find in a document."""
    about, text = order.kind.about, passages(document)
    fields = {name: passage.path for name, passage in about.passages.items()}
    told = [*looked_at(about.passages, text)]
    told += [each for avoided in about.avoid for each in worded(avoided, order.language, text)]
    return (*_broken(order), *(_at(fault, fields.get(name), order) for name, fault in told), *_one_form(order, text))


def _one_form(order: Order, text: Mapping[str, str]) -> Iterator[Fault]:
    """A letter says u or je and not both, whoever wrote its text; of a profile's own fields the advice has told already."""
    if order.kind.about.layout != LETTER or order.language != "nl":
        return
    form, letter = AddressForm("u" if order.ask("addressee.form") == "u" else "je"), order.occasion.record
    if not (isinstance(letter, Letter) and any(in_fields(letter, form))):
        labels = text.get(DETAILS, "")
        own = text[WHOLE].replace(labels, "") if labels else text[WHOLE]
        yield from (weighed(fault, order.partner.accepted) for fault in in_text(own, form, "the text", "en"))


def lengths_of(about: About, document: Document) -> dict[str, dict[str, int]]:
    """Words and characters of each passage that is looked at: ``{"lead": {"words": 42, "characters": 260}}``."""
    text = passages(document)
    return {name: {"words": count_words(text.get(name, "")), "characters": len(text.get(name, ""))} for name in about.passages}


def finished(document: Document, partner: str, faults: Iterable[Fault]) -> None:
    """Refuse to call a document final while something is left: raises BadInput with every blank and every error-level fault."""
    left = [fault for fault in faults if fault.severity is Severity.ERROR]
    left += [
        Fault(
            f"'{blank.label}' is still blank",
            file=file_of(blank.path, partner),
            path=blank.path,
            hint="fill it in, or leave --final out for a draft",
        )
        for blank in blanks(document)
    ]
    if left:
        raise BadInput(*left)


def file_of(path: str, partner: str) -> str:
    """The file a field stands in: the school's own, or the partner's."""
    section = path.split(".")[0]
    return SCHOOL_FILE if section in School.model_fields and section not in Profile.model_fields else partner


# --- what of the profile is about it ---


def concerning(order: Order, faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """The faults of a profile, or of the school's file, that are about this document.

    What parties sign is about all that is agreed; a letter only about itself: an activity without a place is no reason not to
    say thank you. Another letter's date or quote is nobody else's business.
    """
    return tuple(fault for fault in faults if _is_about(fault, order.kind.about, order.occasion.path))


def _is_about(fault: Fault, about: About, occasion: str) -> bool:
    told = concerns(fault.rule)
    if told is not None:
        return bool({*about.papers, *((SIGNED,) if about.signed else ())} & {*told})
    return _stands_in(fault.path, about.papers, occasion, about.signed)


def _stands_in(path: str, papers: Iterable[str], occasion: str, signed: bool) -> bool:
    if not path.startswith(PAPERS):
        return signed
    if not any(f"{path}.".startswith(f"{section}.") for section in papers):
        return False
    listed = re.match(r"documents\.\w+\.\d+(?=\.|$)", path)
    return listed is None or not re.search(r"\.\d+$", occasion) or listed[0] == occasion


# --- rules ---


def _broken(order: Order) -> Iterator[Fault]:
    for rule in order.kind.about.rules:
        items = order.ask(rule.each) if rule.each else (None,)
        for number, item in enumerate(items):
            if not order.ask(rule.that, it=item):
                yield _told(order, rule, number, item)


def _told(order: Order, rule: Rule, number: int, item: object) -> Fault:
    shown = str(order.ask(rule.shown, it=item) if rule.shown else "").replace(NBSP, " ")
    fault = Fault(rule.say.replace("{}", shown), hint=rule.hint or "", severity=rule.severity)
    return _at(fault, rule.path, order, number)


def _at(fault: Fault, path: str | None, order: Order, number: int = 0) -> Fault:
    """The fault with its field; ``{}`` is the item's place in its list. Who asks knows the partner's file."""
    field = (path or "").replace("{}", str(number)).replace("{occasion}", order.occasion.path)
    return fault.at(path=field, file=file_of(field, ""))
