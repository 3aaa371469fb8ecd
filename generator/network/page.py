"""What the overview page shows. In: how partners stand, a language. Out: plain values and charts, ready for the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.agenda.agenda import Item
from generator.agenda.said import LABELS
from generator.agenda.told import sort_of
from generator.errors import Severity
from generator.network.charts import Bar, Chart, bars, columns
from generator.network.said import MONTHS, NO_PHASE, PAGE, SEVERITIES, UNTIL
from generator.network.standing import Network, Standing, State
from generator.network.told import euros, phase, state
from generator.profile.cooperation import Phase
from generator.profile.party import Kind
from generator.wording.dates import long_date, short_date, weekday_date
from generator.wording.labels import label

MOST = 12
"""Partners in a chart; the others are added up."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that stands out at the head of the page."""

    number: str
    what: str


@dataclass(frozen=True, slots=True)
class Overview:
    """The page, in one language."""

    language: str
    title: str
    as_of: str
    words: dict[str, str]
    figures: tuple[Figure, ...]
    partners: tuple[dict[str, tuple[str, ...]], ...]
    """A row of the table: its cells by name, each of one line or more."""
    charts: tuple[Chart, ...]
    late: tuple[dict[str, str], ...]
    """What is late: ``date``, ``name``, ``title``, ``do`` and ``note``."""
    coming: tuple[dict[str, str], ...]
    """What is still to come, in the same way."""
    unread: tuple[str, ...]
    """Files of partners that could not be read, and are not counted."""
    made_by: str


def overview(network: Network, language: str) -> Overview:
    """The whole page."""
    words, asked = PAGE[language], network.agenda.asked
    until = {"day": long_date(asked.until, language=language)}
    today = long_date(asked.today, language=language)
    return Overview(
        language=language,
        title=words["title"].format(school=network.agenda.school.school.name),
        as_of=words["as_of"].format(day=today),
        words=words | {name: words[name].format_map(until) for name in ("coming", "coming_head")},
        figures=tuple(_figures(network, language)),
        partners=tuple(_row(one, asked.today, language) for one in network.partners),
        charts=tuple(_charts(network, language)),
        late=tuple(_item(item, language) for item in network.agenda.items if item.late),
        coming=tuple(_item(item, language) for item in network.agenda.items if not item.late),
        unread=tuple(dict.fromkeys(fault.file for fault in network.agenda.faults if fault.severity is Severity.ERROR)),
        made_by=words["made_by"].format(day=today),
    )


def _figures(network: Network, language: str) -> Iterator[Figure]:
    words, items = PAGE[language], network.agenda.items
    until = long_date(network.agenda.asked.until, language=language)
    signed = sum(one.agreement is State.SIGNED for one in network.partners)
    yield Figure(str(len(network.partners)), words["partners"])
    yield Figure(str(network.phases[Phase.LOPEND]), words["current"])
    yield Figure(str(signed), words["signed"])
    yield Figure(str(sum(item.late for item in items)), words["late"])
    yield Figure(str(sum(not item.late for item in items)), words["coming"].format(day=until))


def _row(one: Standing, today: date, language: str) -> dict[str, tuple[str, ...]]:
    """A partner's cells; what is not known is a dash."""
    words, other = PAGE[language], language == "en"
    ends = one.ends if one.agreement is not State.NONE else None
    passed = one.next_contact is not None and one.next_contact < today and not _came(one)
    to_do = [words[name].format(number=number) for name, number in (("to_do_late", one.late), ("to_do_due", one.due)) if number]
    cells = {
        "partner": [one.name],
        "kind": [label(one.kind, language=language)],
        "phase": [phase(one, language)],
        "last": [_day(one.last_contact, language)],
        "next": [_day(one.next_contact, language), words["overdue"] if passed else ""],
        "agreement": [state(one, language), UNTIL[other].format(day=_day(ends, language)) if ends else ""],
        "cash": [euros(one.cash, language) if one.cash else ""],
        "in_kind": [euros(one.in_kind, language) if one.in_kind else ""],
        "advice": [SEVERITIES[severity][other][number != 1].format(number) for severity, number in _open(one)],
        "to_do": to_do,
    }
    return {name: tuple(filter(None, lines)) or (words["none"],) for name, lines in cells.items()}


def _open(one: Standing) -> Iterator[tuple[Severity, int]]:
    """The advice that is open, the weightiest first."""
    yield from ((severity, number) for severity in Severity if (number := one.advice.get(severity, 0)))


def _came(one: Standing) -> bool:
    return bool(one.last_contact and one.next_contact and one.last_contact >= one.next_contact)


def _day(day: date | None, language: str) -> str:
    return short_date(day, language=language) if day else PAGE[language]["none"]


def _item(item: Item, language: str) -> dict[str, str]:
    told = {"date": weekday_date(item.counts, language=language), "name": item.name, "title": item.title}
    return told | {"do": item.do, "note": item.note if not item.late else ""}


# --- charts ------------------------------------------------------------------------------------------------------------------


def _charts(network: Network, language: str) -> Iterator[Chart]:
    yield _kinds(network, language)
    yield _contacts(network, language)
    yield _money(network, language)
    yield _due(network, language)


def _in_parts(name: str, rows: Sequence[Bar], key: Sequence[str], first: str, nothing: str, language: str) -> Chart:
    """A chart of bars; its table has a column for each part."""
    table = tuple((row.name, *(said or nothing for said in row.written)) for row in rows)
    return Chart(name, PAGE[language][name], tuple(key), bars(rows), (), (first, *key), table)


def _kinds(network: Network, language: str) -> Chart:
    """Partners by kind, each bar in phases."""
    counts = Counter((one.kind, one.phase) for one in network.partners)
    phases: list[Phase | None] = [each for each in (*Phase, None) if network.phases[each]]
    named = [label(each, language=language) if each else NO_PHASE[language == "en"] for each in phases]
    rows = [
        Bar(label(kind, language=language), sizes, tuple(str(int(size)) if size else "" for size in sizes))
        for kind in Kind
        if sum(sizes := tuple(float(counts[kind, each]) for each in phases))
    ]
    return _in_parts("kinds", rows, named, PAGE[language]["kind"], "0", language)


def _contacts(network: Network, language: str) -> Chart:
    """Contacts in each of the last twelve months; the year stands below the first month of it."""
    words, months, names = PAGE[language], network.contacts, MONTHS[language]
    drawn = columns(
        [(names[month.month - 1], _year(month, place == 0), number) for place, (month, number) in enumerate(months)]
    )
    table = tuple((long_date(month, language=language).partition("\u00a0")[2], str(number)) for month, number in months)
    return Chart("contacts", words["contacts"], (), (), drawn, (words["month"], words["number"]), table)


def _year(month: date, first: bool) -> str:
    """The year where it begins, and below the first month; not in December, where two years would stand side by side."""
    return str(month.year) if month.month == 1 or (first and month.month < 12) else ""


def _money(network: Network, language: str) -> Chart:
    """Cash and in kind for each partner, the largest first."""
    words = PAGE[language]
    paid = sorted((one for one in network.partners if one.cash or one.in_kind), key=lambda one: -(one.cash + one.in_kind))
    rows = [_amounts(one.name, one.cash, one.in_kind, language) for one in paid[:MOST]]
    if rest := paid[MOST:]:
        cash, in_kind = sum((one.cash for one in rest), Decimal()), sum((one.in_kind for one in rest), Decimal())
        rows.append(_amounts(words["others"].format(number=len(rest)), cash, in_kind, language))
    return _in_parts("money", rows, (words["cash"], words["in_kind"]), words["partner"], words["none"], language)


def _amounts(name: str, cash: Decimal, in_kind: Decimal, language: str) -> Bar:
    sizes = (max(float(cash), 0.0), max(float(in_kind), 0.0))
    return Bar(name, sizes, tuple(euros(amount, language) if amount else "" for amount in (cash, in_kind)))


def _due(network: Network, language: str) -> Chart:
    """What is to be done, by its sort; what is late stands first in each bar."""
    words = PAGE[language]
    until = long_date(network.agenda.asked.until, language=language)
    rows = list(_sorts(network.agenda.items, language))
    return _in_parts("due", rows, (words["late"], words["coming"].format(day=until)), words["sort"], "0", language)


def _sorts(items: Sequence[Item], language: str) -> Iterator[Bar]:
    counts = Counter((sort_of(item, language), item.late) for item in items)
    for sort in (pair[language == "en"] for pair in LABELS.values()):
        sizes = counts[sort, True], counts[sort, False]
        if any(sizes):
            yield Bar(sort, (float(sizes[0]), float(sizes[1])), tuple(str(size) if size else "" for size in sizes))
