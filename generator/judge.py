"""Judging an order by the ``about.yaml`` of its kind. In: an order, its document. Out: faults: what bars it, what to look at.

``cannot_make`` asks before anything is written; ``judged`` looks at what was; ``concerning`` leaves out what is not about it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from generator.about import About, Avoided, Length, Rule
from generator.blocks import Document
from generator.errors import BadInput, Fault, Severity
from generator.look import SCHOOL_FILE
from generator.missing import Missing
from generator.order import Order
from generator.profile import Profile, School
from generator.tree import blanks, count_words, passages

_PAPERS = "documents."
_QUOTED = re.compile(r"‘[^’\n]*(?:’\w[^’\n]*)*’|“[^”\n]*”")
"""What somebody else says: its words are theirs."""


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
    """What the kind's rules, lengths and words to avoid find in a document."""
    about, text = order.kind.about, passages(document)
    lengths = (fault for name, length in about.passages.items() for fault in _too_long(name, length, text.get(name, "")))
    words = (fault for avoided in about.avoid for fault in _avoided(avoided, order.language, text))
    return (*_broken(order), *lengths, *words)


def lengths_of(about: About, document: Document) -> dict[str, dict[str, int]]:
    """Words and characters of each passage whose length matters: ``{"lead": {"words": 42, "characters": 260}}``."""
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


def concerning(order: Order, faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """The faults of a profile that are about this document: another letter's date or quote is none of its business."""
    about = order.kind.about
    own = {*about.needs, *([about.occasions.from_] if about.occasions else []), f"{_PAPERS}agreement" if about.binds else ""}
    papers = {section for section in own if section.startswith(_PAPERS)}
    return tuple(fault for fault in faults if _is_about(fault.path, papers, order.occasion.path))


def _is_about(path: str, papers: set[str], occasion: str) -> bool:
    if not path.startswith(_PAPERS):
        return True
    if not any(f"{path}.".startswith(f"{section}.") for section in papers):
        return False
    listed = re.match(r"documents\.\w+\.\d+", path)
    return listed is None or not re.search(r"\.\d+$", occasion) or listed[0] == occasion


def _broken(order: Order) -> Iterator[Fault]:
    for rule in order.kind.about.rules:
        items = order.ask(rule.each) if rule.each else (None,)
        for number, item in enumerate(items):
            if not order.ask(rule.that, it=item):
                yield _told(order, rule, number, item)


def _told(order: Order, rule: Rule, number: int, item: object) -> Fault:
    shown = order.ask(rule.shown, it=item) if rule.shown else ""
    path = (rule.path or "").replace("{}", str(number)).replace("{occasion}", order.occasion.path)
    return Fault(rule.say.replace("{}", str(shown)), path=path, hint=rule.hint or "", severity=rule.severity)


def _too_long(name: str, length: Length, text: str) -> Iterator[Fault]:
    words = count_words(text)
    called = f"the {name} of {words} words"
    if length.never_over is not None and words > length.never_over:
        yield Fault(f"{called} has more than {length.never_over}", hint=f"shorten it: {_range(length)}")
    elif length.words is not None and not length.words[0] <= words <= length.words[1]:
        verb = "shorten" if words > length.words[1] else "lengthen"
        yield Fault(f"{called} should have {_range(length)}", hint=f"{verb} it", severity=Severity.WARNING)
    if length.characters is not None and len(text) > length.characters:
        problem = f"the {name} has {len(text)} characters; {length.characters} is the most"
        yield Fault(problem, hint="shorten it", severity=Severity.WARNING)


def _range(length: Length) -> str:
    least, most = length.words or (0, 0)
    return f"at most {most}" if least <= 1 else f"{least} to {most}"


def _avoided(avoided: Avoided, language: str, text: Mapping[str, str]) -> Iterator[Fault]:
    pattern = _pattern(tuple(avoided.words.get(language, ())))  # type: ignore[call-overload]
    for name in avoided.passages or ("",):
        for word in dict.fromkeys(found[0].lower() for found in pattern.finditer(_QUOTED.sub(" ", text.get(name, "")))):
            where = f"the {name} says" if name else "the text says"
            yield Fault(f"{where} '{word}': it {avoided.why}", hint=avoided.instead or "", severity=avoided.severity)


@lru_cache(maxsize=64)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of these words and phrases, whole and in any case; nothing when there are none."""
    made = "|".join(re.escape(word).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for word in words)
    return re.compile(rf"\b(?:{made})\b" if made else r"(?!)", re.IGNORECASE)
