"""Who is who. In: the partners of a workspace, and rows one by one. Out: the partner of a row, or why it is not clear.

Partners are the same by id, by KVK number together with a name, or by name where nothing speaks against it. Where one sign says
yes and another says no, nobody is merged with anybody: it is told, and an id in the sheet decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from generator.sheets.cells import plain
from generator.sheets.known import Known
from generator.sheets.rows import Row
from generator.store import file_name

FORM = re.compile(r"[\s,]*\b(?:b\.?\s?v|n\.?\s?v|v\.?\s?o\.?\s?f|c\.?\s?v)\b\.?\s*$")
"""A legal form at the end of a name, in small letters."""


@dataclass(frozen=True, slots=True)
class Who:
    """The signs by which a partner is known."""

    id: str
    names: frozenset[str]
    kvk: str = ""
    branch: str = ""
    place: str = ""
    shown: str = ""
    """How a message names it."""
    source: Known | Row | None = None
    """Where it was found: a file, or a row."""


SIGNS = (
    "partner.legal_name",
    "partner.trade_name",
    "partner.ids.kvk",
    "partner.ids.vestigingsnummer",
    "partner.visit.place",
)


class Unclear(Exception):
    """Why a row cannot be given to a partner: the path of the sign, the problem, a hint."""

    def __init__(self, path: str, problem: str, hint: str) -> None:
        super().__init__(problem)
        self.path, self.problem, self.hint = path, problem, hint


def who_is(known: Known) -> Who:
    """The signs of a file; they are looked up in plain data, because a file with faults is somebody too."""
    said = {path: text_in(known.data, path) for path in ("id", *SIGNS)}
    legal_name, trade_name, kvk, branch, place = (said[path] for path in SIGNS)
    id_ = said["id"] or known.path.stem
    names = frozenset(map(name_key, filter(None, (legal_name, trade_name))))
    return Who(id_, names, kvk, branch, plain(place), f"'{id_}' ({legal_name})", known)


def text_in(data: object, path: str) -> str:
    """A text in plain data, whatever that holds."""
    for step in path.split("."):
        data = data.get(step) if isinstance(data, dict) else None
    return str(data) if isinstance(data, str | int) else ""


def who_says(row: Row) -> Who:
    """The signs of a row."""
    legal_name, trade_name, kvk, branch, place = map(row.text, SIGNS)
    names = frozenset(map(name_key, filter(None, (legal_name, trade_name))))
    return Who(row.text("id"), names, kvk, branch, plain(place), f"row {row.number + 1}", row)


def name_key(name: str) -> str:
    """A name as it is compared: without capitals, marks and legal form."""
    return plain(FORM.sub("", name.casefold().strip())) or plain(name)


@lru_cache(maxsize=20_000)
def id_key(id_: str) -> str:
    """An id as it is compared: two that give one file name are one."""
    return file_name(id_, suffix="")


@dataclass(slots=True)
class Register:
    """All partners that are known so far."""

    by_id: dict[str, Who] = field(default_factory=dict)
    by_kvk: dict[str, list[Who]] = field(default_factory=dict)
    by_name: dict[str, list[Who]] = field(default_factory=dict)

    def add(self, who: Who) -> None:
        """Somebody that is known from now on."""
        if who.id:
            self.by_id.setdefault(id_key(who.id), who)
        if who.kvk:
            self.by_kvk.setdefault(who.kvk, []).append(who)
        for name in who.names:
            self.by_name.setdefault(name, []).append(who)

    def learn(self, known: Who, who: Who) -> None:
        """What a row says of a partner that is known: its number and names are taken from now on."""
        if who.kvk and who.kvk != known.kvk:
            self.by_kvk.setdefault(who.kvk, []).append(known)
        for name in who.names - known.names:
            self.by_name.setdefault(name, []).append(known)

    def find(self, who: Who) -> Who | None:
        """The partner that is meant; None for a new one. Raises Unclear."""
        named = self.by_id.get(id_key(who.id)) if who.id else None
        numbered = [each for each in self.by_kvk.get(who.kvk, ()) if not another_branch(who, each)] if who.kvk else []
        if named is not None:
            refuse_number_of_another(who, named, numbered)
            return named
        alike = [
            each for each in unique(each for name in who.names for each in self.by_name.get(name, ())) if agrees(who, each)
        ]
        if who.id:
            refuse_likeness(numbered, alike)
            return None
        return nearest(who, numbered, alike)


def refuse_number_of_another(who: Who, named: Who, numbered: list[Who]) -> None:
    """A KVK number that is new for a partner may not be that of another."""
    others = [each for each in numbered if each is not named]
    if others and who.kvk != named.kvk:
        raise Unclear("partner.ids.kvk", f"'{who.kvk}' is the KVK number of {others[0].shown}", "correct the number or the id")


def refuse_likeness(numbered: list[Who], alike: list[Who]) -> None:
    """A row with an id of its own is a new partner, unless it looks like one that is there. Ids in one sheet are trusted."""
    for path, what, found in (("partner.ids.kvk", "KVK number", numbered), ("partner.legal_name", "name", alike)):
        others = [each for each in found if not (each.id and isinstance(each.source, Row))]
        if others:
            hint = f"if it is the same partner, its id is {ids_of(others)}; if it is a branch, give both their Vestigingsnummer"
            raise Unclear(path, f"has the {what} of {others[0].shown}, and another id", hint)


def unique(found: Iterable[Who]) -> list[Who]:
    """Each once."""
    return list({id(each): each for each in found}.values())


def another_branch(who: Who, other: Who) -> bool:
    """Whether two are branches of one organisation, each with a number of its own."""
    return bool(who.branch and other.branch and who.branch != other.branch)


def agrees(who: Who, other: Who) -> bool:
    """Whether the numbers do not say that two of one name are different partners."""
    return not (who.kvk and other.kvk and who.kvk != other.kvk) and not another_branch(who, other)


def nearest(who: Who, numbered: list[Who], alike: list[Who]) -> Who | None:
    """The one partner with this KVK number and a name of the row, or with a name alone."""
    both = [each for each in numbered if each.names & who.names]
    if numbered and len(both) != 1:
        problem = f"'{who.kvk}' is the KVK number of {numbered[0].shown}, who has another name"
        problem = (
            problem if not both else f"several partners have this name and number: {', '.join(each.shown for each in both)}"
        )
        raise Unclear(
            "partner.ids.kvk", problem, f"if it is the same partner, give its id in the column Id: {ids_of(numbered)}"
        )
    found = both or alike
    if len(found) > 1 or (found and not both and who.place and found[0].place and who.place != found[0].place):
        problem = f"has the name of {found[0].shown}" + (" and others" if len(found) > 1 else ", which is in another town")
        hint = f"if it is the same partner, give its id in the column Id: {ids_of(found)}; otherwise an id of its own"
        raise Unclear("partner.legal_name", problem, hint)
    return found[0] if found else None


def ids_of(found: Iterable[Who]) -> str:
    """Ids to choose from."""
    return ", ".join(f"'{each.id}'" for each in found if each.id) or "not given yet"
