"""The network on a terminal. In: how partners stand. Out: a table of 80 columns, or JSON for a program."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import zip_longest
from textwrap import wrap
from typing import Any

from generator.agenda.told import item_as_json
from generator.errors import Severity
from generator.network.said import COLUMNS, LEGEND, NO_PHASE, NOBODY, ONE, STATES, TOTALS, UNTIL
from generator.network.standing import Network, Standing, State
from generator.report import fault_as_json
from generator.wording.dates import short_date
from generator.wording.labels import label
from generator.wording.numbers import money_letter

WIDTHS = (14, 11, 10, 11, 14, 8, 6)
"""With a blank between them: 80 columns."""
RIGHT = (5, 6)
"""Columns that stand to the right."""


def as_lines(network: Network, language: str) -> Iterator[str]:
    """The table, then what is to be done in all."""
    if not network.partners:
        yield NOBODY[language]
        return
    yield from _row(COLUMNS[language])
    yield " ".join("─" * width for width in WIDTHS)
    for one in network.partners:
        yield from _row(_cells(one, network.agenda.asked.today, language))
    yield ""
    yield _totals(network, language)
    yield LEGEND[language]


def _cells(one: Standing, today: date, language: str) -> tuple[str, ...]:
    ends = UNTIL[language == "en"].format(day=_day(one.ends, language)) if one.ends and one.agreement is not State.NONE else ""
    overdue = "!" if one.next_contact and one.next_contact < today and not _came(one) else ""
    return (
        one.name,
        phase(one, language),
        _day(one.last_contact, language),
        _day(one.next_contact, language) + overdue,
        f"{state(one, language)}\n{ends}",
        euros(one.cash, language) if one.cash else "–",
        "/".join(str(one.advice.get(severity, 0)) for severity in Severity) if one.advice else "–",
    )


def _came(one: Standing) -> bool:
    """Whether there was contact since the day that was planned."""
    return bool(one.last_contact and one.next_contact and one.last_contact >= one.next_contact)


def phase(one: Standing, language: str) -> str:
    """The phase in a word."""
    return label(one.phase, language=language) if one.phase else NO_PHASE[language == "en"]


def state(one: Standing, language: str) -> str:
    """How far the agreement is, in a word."""
    return STATES[one.agreement][language == "en"]


def euros(amount: Decimal, language: str) -> str:
    """Whole euros: ``€ 12.104``."""
    return money_letter(amount.quantize(Decimal(1)), language=language).removesuffix(",-").replace("\u00a0", " ")


def _day(day: date | None, language: str) -> str:
    """``9-3-2027``; in English ``2027-03-09``, which is as short."""
    if day is None:
        return "–"
    return short_date(day, language=language) if language == "nl" else day.isoformat()


def _row(cells: Sequence[str]) -> Iterator[str]:
    """A row, of as many lines as its fullest cell needs: no name is cut off."""
    columns = [
        [line for part in cell.splitlines() for line in wrap(part, width)] for cell, width in zip(cells, WIDTHS, strict=True)
    ]
    for parts in zip_longest(*columns, fillvalue=""):
        told = (
            part.rjust(width) if number in RIGHT else part.ljust(width)
            for number, (part, width) in enumerate(zip(parts, WIDTHS, strict=True))
        )
        yield " ".join(told).rstrip()


def _totals(network: Network, language: str) -> str:
    """``3 partners: 2 lopend, 1 verkenning. 2 te laat, 9 op komst (handslag agenda)``."""
    count, agenda = TOTALS[language]
    number = len(network.partners)
    phases = (
        f"{many} {label(each, language=language) if each else NO_PHASE[language == 'en']}"
        for each, many in network.phases.most_common()
    )
    late, due = sum(one.late for one in network.partners), sum(one.due for one in network.partners)
    partners = ONE[language] if number == 1 else count.format(partners=number)
    return f"{partners}: {', '.join(phases)}. {agenda.format(late=late, due=due)}"


def as_json(network: Network) -> str:
    """What programs are told: every partner, the contacts of each month, what is due, and what could not be read."""
    told = {
        "date": network.agenda.asked.today.isoformat(),
        "partners": [standing_as_json(one) for one in network.partners],
        "contacts": [{"month": f"{month:%Y-%m}", "number": number} for month, number in network.contacts],
        "items": [item_as_json(item) for item in network.agenda.items],
        "faults": [fault_as_json(fault) for fault in network.agenda.faults],
    }
    return json.dumps(told, indent=2, ensure_ascii=False)


def standing_as_json(one: Standing) -> dict[str, Any]:
    """One partner."""
    days = {name: day.isoformat() if (day := getattr(one, name)) else None for name in ("last_contact", "next_contact", "ends")}
    named = {"partner": one.partner, "name": one.name, "kind": one.kind.value, "phase": one.phase.value if one.phase else None}
    money = {"cash": f"{one.cash:.2f}", "in_kind": f"{one.in_kind:.2f}"}
    advice = {str(severity): one.advice.get(severity, 0) for severity in Severity}
    return {**named, **days, "agreement": one.agreement.value, **money, "late": one.late, "due": one.due, "advice": advice}
