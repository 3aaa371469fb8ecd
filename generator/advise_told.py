"""Advice as it is told. In: advice. Out: lines for a reader, in Dutch or English; JSON for a program."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from textwrap import wrap
from typing import Any

from generator.advise import Advice, Advised
from generator.errors import Severity
from generator.report import fault_as_json

Line = tuple[Severity | None, str]
"""A line, and the severity that it begins with, if it does."""
WIDTH = 100
LABELS = {
    "nl": {
        Severity.ERROR: ("fout", "fouten"),
        Severity.WARNING: ("waarschuwing", "waarschuwingen"),
        Severity.HINT: ("tip", "tips"),
        "accepted": ("geaccepteerd", "geaccepteerd"),
        "why": "waarom",
        "do": "doen",
        "reason": "reden",
        "everybody": "De school en het netwerk",
        "nothing": "Geen advies: dit ziet er goed uit.",
        "others": "Er is meer mis in de bestanden zelf ({count}): handslag check",
        "partner": ("partner", "partners"),
    },
    "en": {
        Severity.ERROR: ("error", "errors"),
        Severity.WARNING: ("warning", "warnings"),
        Severity.HINT: ("hint", "hints"),
        "accepted": ("accepted", "accepted"),
        "why": "why",
        "do": "do",
        "reason": "reason",
        "everybody": "The school and its network",
        "nothing": "No advice: this looks good.",
        "others": "There is more wrong in the files themselves ({count}): handslag check",
        "partner": ("partner", "partners"),
    },
}


def as_lines(told: Advised, least: Severity, language: str) -> Iterator[Line]:
    """For a reader: partner by partner, the heaviest first, each rule once with its why and what to do."""
    words, found = LABELS[language], told.at_least(least)
    for partner, of_partner in groupby(found, key=lambda each: each.partner):
        name = told.names.get(partner, "")
        yield None, f"{name} ({partner})" if partner else str(words["everybody"])
        for _, same in groupby(of_partner, key=lambda each: (each.weight, each.fault.rule)):
            yield from _rule(tuple(same), language)
        yield None, ""
    if not told.advice:
        yield None, str(words["nothing"])
    yield None, summary(told, language)
    if told.others:
        yield None, str(words["others"]).format(count=len(told.others))


def _rule(same: Sequence[Advice], language: str) -> Iterator[Line]:
    """What one rule found of a partner."""
    words, first = LABELS[language], same[0]
    label = words["accepted"] if first.fault.accepted else words[first.fault.severity]
    for number, each in enumerate(same):
        head = f"  {label[0]} {first.fault.rule}: " if number == 0 else "    "
        text = _wrapped(head + each.fault.problem, "    ")
        yield from ((None if number or place else first.fault.severity, line) for place, line in enumerate(text))
        place = each.fault.file if each.fault.line is None else f"{each.fault.file}:{each.fault.line}"
        if place:
            yield None, f"    {place}  {each.fault.path}".rstrip()
    said = {"reason": first.fault.accepted} if first.fault.accepted else {}
    said |= {"why": f"{first.why.rstrip('.')} ({first.source}).", "do": first.fault.hint}
    for key, text_ in said.items():
        yield from ((None, line) for line in _wrapped(f"    {words[key]}: {text_}", "      "))


def _wrapped(text: str, margin: str) -> list[str]:
    """Lines of a text; a command in it keeps its hyphens."""
    return wrap(text, WIDTH, subsequent_indent=margin, break_on_hyphens=False, break_long_words=False)


def summary(told: Advised, language: str) -> str:
    """``3 partners: 1 fout, 4 waarschuwingen, 9 tips, 1 geaccepteerd``; the lighter ones too, when they are not shown."""
    words = LABELS[language]
    counts = Counter("accepted" if each.fault.accepted else each.fault.severity for each in told.advice)
    keys = (*Severity, *(["accepted"] if counts["accepted"] else []))
    told_counts = ", ".join(f"{counts[key]} {words[key][counts[key] != 1]}" for key in keys)
    return f"{len(told.names)} {words['partner'][len(told.names) != 1]}: {told_counts}"


def as_json(told: Advised, least: Severity) -> str:
    """What programs are told."""
    listed = [_as_json(each) for each in told.at_least(least)]
    faults = [fault_as_json(fault) for fault in told.others]
    return json.dumps({"advice": listed, "faults": faults}, indent=2, ensure_ascii=False)


def _as_json(advice: Advice) -> dict[str, Any]:
    fault = advice.fault
    told = {"partner": advice.partner, "rule": fault.rule, "severity": str(fault.severity), "message": fault.problem}
    told |= {"why": advice.why, "source": advice.source, "do": fault.hint}
    return told | {"file": fault.file, "line": fault.line, "path": fault.path, "accepted": fault.accepted}
