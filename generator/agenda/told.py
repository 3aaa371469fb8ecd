"""What the agenda tells. In: items. Out: lines for a reader of 80 columns, or JSON for a program."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from textwrap import wrap
from typing import Any

from generator.agenda.agenda import Item
from generator.agenda.said import LABELS
from generator.errors import Fault
from generator.report import fault_as_json
from generator.wording.dates import weekday_date

WIDTH = 80
HEADS = {"nl": ("TE LAAT", "VANDAAG"), "en": ("LATE", "TODAY")}
NOTHING = {"nl": "Tot en met {until} is er niets te doen.", "en": "Nothing is due up to and including {until}."}


def as_lines(items: Sequence[Item], asked_for: tuple[date, date], language: str) -> Iterator[str]:
    """The agenda day by day: what is late first, with what to do below each."""
    today, until = asked_for
    if not items:
        yield NOTHING[language].format(until=_day(until, language))
    before = ""
    for item in sorted(items, key=lambda item: not item.late):
        head = _head(item, today, language)
        if head != before:
            yield from ([""] if before else []) + [head]
        before = head
        yield from _lines(item, language)


def _head(item: Item, today: date, language: str) -> str:
    late, now = HEADS[language]
    if item.late:
        return late
    return f"{_day(item.day, language)}{f' ({now.lower()})' if item.day == today else ''}"


def _lines(item: Item, language: str) -> Iterator[str]:
    since = f" ({_day(item.counts, language)})" if item.late else ""
    note = f" [{item.note}]" if item.note and not item.late else ""
    told = f"{item.name}: {item.title}{since}{note}"
    yield from _wrapped(told, "  ", "    ")
    if item.do:
        yield from _wrapped(item.do, "    → ", "      ")


def _wrapped(text: str, first: str, rest: str) -> list[str]:
    """Lines of a text; a word with a hyphen, such as a partner's id, is never broken."""
    return wrap(text, WIDTH, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False, break_long_words=False)


def _day(day: date, language: str) -> str:
    return " ".join(weekday_date(day, language=language).split())


def as_json(items: Iterable[Item], faults: Iterable[Fault]) -> str:
    """What programs are told: ``{"items": […], "faults": […]}``."""
    told = {"items": [item_as_json(item) for item in items], "faults": [fault_as_json(fault) for fault in faults]}
    return json.dumps(told, indent=2, ensure_ascii=False)


def item_as_json(item: Item) -> dict[str, Any]:
    """One item."""
    days = {"date": item.day.isoformat(), "meant": item.meant.isoformat(), "late": item.late}
    named = {"what": item.what.value, "partner": item.partner, "name": item.name}
    return {**days, **named, "title": item.title, "do": item.do, "note": item.note, "path": item.path}


def sort_of(item: Item, language: str) -> str:
    """What sort of thing it is, in a word: ``toezegging``."""
    return LABELS[item.what][language == "en"]
