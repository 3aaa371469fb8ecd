"""Whom each row is about. In: the rows of a sheet, the partners of a workspace. Out: a meeting of each row with its partner.

Two rows about one partner are both refused, whichever comes first: nobody knows which is right. A new partner gets an id that
nobody has.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.errors import Fault, Severity
from generator.sheets.ids import partner_id
from generator.sheets.known import Known
from generator.sheets.rows import Row
from generator.sheets.who import Register, Unclear, Who, id_key, shown, who_is, who_says
from generator.workspace import PARTNERS, Workspace

SIGNS = ("id", "partner.ids.kvk", "partner.legal_name")
"""What shows best that two rows are about one partner."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """A row, and the partner that it is about."""

    row: Row
    partner: str
    """The partner's id; empty when it is not clear."""
    path: Path
    """The partner's file."""
    known: Known | None = None
    """None for a new partner."""
    fault: Fault | None = None
    """Why the row cannot be taken."""
    note: Fault | None = None
    """What is worth knowing: that somebody of this name is there."""


def meet(rows: Sequence[Row], partners: Iterable[Known], workspace: Workspace) -> Iterator[Meeting]:
    """The partner of each row, in order."""
    register = Register()
    for known in partners:
        register.add(who_is(known))
    notes: dict[int, Fault] = {}
    surest_first = sorted(rows, key=lambda row: not row.text("id"))  # so that it does not matter who comes first
    found = {row.number: found_by(row, register, notes) for row in surest_first}
    same: dict[str, list[Row]] = {}
    for row in rows:
        same.setdefault(called(row, found[row.number]), []).append(row)
    taken = set(register.by_id) | {id_key(path.stem) for path in workspace.partner_files()}
    for row in rows:
        who = found[row.number]
        met = meeting(row, who, same[called(row, who)], taken, workspace)
        yield replace(met, note=notes.get(row.number))


def called(row: Row, who: Who | Fault) -> str:
    """What all rows about one partner have in common: its id, also where it is not clear whether that is right."""
    id_ = who.id if isinstance(who, Who) else row.text("id")
    return id_key(id_) if id_ else f"{id(who)}"


def found_by(row: Row, register: Register, notes: dict[int, Fault]) -> Who | Fault:
    """Whom a row is about; who is new is known from now on, and noted when somebody else has this name."""
    said = who_says(row)
    try:
        who = register.find(said)
    except Unclear as unclear:
        return row.fault(unclear.path, unclear.problem, unclear.hint)
    if who is None:
        if alike := register.alike(said):
            problem = f"is taken as somebody else than {shown(alike)}, with the same name"
            notes[row.number] = row.fault("partner.legal_name", problem, severity=Severity.WARNING)
        register.add(said)
        return said
    register.learn(who, said)
    return who


def meeting(row: Row, who: Who | Fault, same: list[Row], taken: set[str], workspace: Workspace) -> Meeting:
    """A row with its partner, an id and a file."""
    if isinstance(who, Fault):
        return Meeting(row, "", workspace.root, fault=who)
    known = who.source if isinstance(who.source, Known) else None
    if len(same) > 1:
        return Meeting(row, who.id, workspace.root, known, twice(row, same))
    id_ = who.id or partner_id(row, lambda each: id_key(each) in taken)
    taken.add(id_key(id_))
    path = known.path if known else workspace.root / PARTNERS / f"{id_key(id_)}yaml"
    return Meeting(row, id_, path, known)


def twice(row: Row, rows: list[Row]) -> Fault:
    """A row that speaks of the same partner as another: neither is taken, because nobody knows which is right."""
    others = ", ".join(str(each.number + 1) for each in rows if each is not row)
    path = next((path for path in SIGNS if row.text(path)), SIGNS[-1])
    hint = "keep one row for each partner; two that are really different each get an id of their own"
    return row.fault(path, f"is the same partner as row {others}", hint)
