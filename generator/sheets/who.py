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
        if who.id:
            refuse_number_of_one_there(numbered)
            return None
        return by_number(who, numbered) or by_name(who, self.alike(who))

    def alike(self, who: Who) -> list[Who]:
        """Everybody who has a name of somebody, and is no other branch of theirs."""
        found = {id(each): each for name in who.names for each in self.by_name.get(name, ())}
        return [each for each in found.values() if not another_branch(who, each)]


def refuse_number_of_another(who: Who, named: Who, numbered: list[Who]) -> None:
    """A KVK number that is new for a partner may not be that of another."""
    others = [each for each in numbered if each is not named]
    if others and who.kvk != named.kvk:
        raise Unclear("partner.ids.kvk", f"'{who.kvk}' is the KVK number of {others[0].shown}", "correct the number or the id")


def refuse_number_of_one_there(numbered: list[Who]) -> None:
    """A row with an id of its own is a new partner, but not with the number of one that is there; ids of rows are trusted."""
    there = [each for each in numbered if not (each.id and isinstance(each.source, Row))]
    if there:
        hint = f"if it is the same partner, {one_of(there)}; if it is a branch, give both their Vestigingsnummer"
        raise Unclear("partner.ids.kvk", f"has the KVK number of {there[0].shown}, and another id", hint)


def by_number(who: Who, numbered: list[Who]) -> Who | None:
    """The one partner with the KVK number of a row and a name of it."""
    both = [each for each in numbered if each.names & who.names]
    if len(both) == 1 or not numbered:
        return next(iter(both), None)
    problem = f"'{who.kvk}' is the KVK number of {shown(numbered)}" + ("" if both else ", with another name")
    raise Unclear("partner.ids.kvk", problem, f"if it is the same partner, {one_of(numbered)}")


def by_name(who: Who, alike: list[Who]) -> Who | None:
    """The one partner with a name of a row, when number and town do not speak against it; who has both another is another."""
    possible = [each for each in alike if not other(who.kvk, each.kvk)]
    here = [each for each in possible if who.place and who.place == each.place]
    if len(here) == 1 or (len(possible) == 1 and not other(who.place, possible[0].place)):
        return (here or possible)[0]
    doubtful = [each for each in alike if not (other(who.kvk, each.kvk) and other(who.place, each.place))]
    if not doubtful:
        return None
    why = "" if len(doubtful) > 1 else f", with another {'KVK number' if doubtful[0] not in possible else 'town'}"
    hint = f"if it is the same partner, {one_of(doubtful)}; otherwise give it an id of its own"
    raise Unclear("partner.legal_name", f"has the name of {shown(doubtful)}{why}", hint)


def other(one: str, another: str) -> bool:
    """Whether both are known, and differ."""
    return bool(one and another and one != another)


def another_branch(who: Who, each: Who) -> bool:
    """Whether two are branches of one organisation, each with a number of its own."""
    return other(who.branch, each.branch)


def shown(found: Iterable[Who]) -> str:
    """Whom a message speaks of."""
    return " and ".join(each.shown for each in found)


def one_of(found: Iterable[Who]) -> str:
    """What to do with a row that is about one of these: to name it, where it has a name."""
    ids = ids_of(found)
    return f"give its id in the column Id: {ids}" if ids else "keep one row for it"


def ids_of(found: Iterable[Who]) -> str:
    """Ids to choose from."""
    return ", ".join(f"'{each.id}'" for each in found if each.id)
