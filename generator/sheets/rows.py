"""The rows of a sheet, and what a row says. In: a sheet. Out: the cells of each row; its values for a profile, and every fault.

A cell that says what the profile says already is no news, and is not even read: what was exported comes back without a change.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.errors import Fault, Severity
from generator.load.paths import value_at
from generator.profile.partner import Profile
from generator.sheets.cells import Wrong
from generator.sheets.columns import Column
from generator.sheets.forms import LANGUAGES
from generator.sheets.headings import OUT
from generator.sheets.places import Spots, resolved
from generator.sheets.read import Sheet
from generator.sheets.table import BLANKS, Cell, Table, is_empty

SINCE_1904 = 1462
"""Days by which the day numbers of some workbooks are behind."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row with something in it."""

    table: Table
    number: int
    """From 0."""
    columns: dict[int, Column]
    """Every column of the sheet by its place."""
    places: dict[str, int]
    """The place of each column of the sheet, by its path."""
    cells: dict[int, Cell]
    """What stands in this row, by the place of its column."""

    def text(self, *paths: str) -> str:
        """What the first filled of some columns says, as far as it can be understood; empty when it says nothing."""
        filled = (place for path in paths if (place := self.places.get(path)) in self.cells)
        place = next(filled, None)
        return "" if place is None else understood(self.cells[place], self.columns[place])

    def place_of(self, path: str) -> int:
        """The place of the column for a path, or of the first cell of the row when the sheet has none."""
        exact = [place for place, column in self.columns.items() if path in column.paths]
        near = [place for place in self.cells if self.columns[place].path.startswith(f"{path}.")]
        return next(iter((*exact, *near, *self.cells)), 0)

    def fault(self, path: str, problem: str, hint: str = "", severity: Severity = Severity.ERROR) -> Fault:
        """A fault at the column for a path."""
        return self.table.fault(self.number, self.place_of(path), problem, hint, severity, path)


@dataclass(slots=True)
class Given:
    """What a row says, for one profile."""

    values: dict[str, object] = field(default_factory=dict)
    """By the path in the profile."""
    places: dict[str, int] = field(default_factory=dict)
    """The column of each value."""
    faults: list[Fault] = field(default_factory=list)
    notes: dict[str, Fault] = field(default_factory=dict)
    """What is worth knowing about how a value was read, by its path."""


def understood(cell: Cell, column: Column) -> str:
    """A cell's text, as the profile would have it; empty when it cannot be taken."""
    try:
        value = column.form.read(cell).value
    except Wrong:
        return ""
    first = value[0] if isinstance(value, tuple) else value
    return str(first or "").strip()


def rows_of(sheet: Sheet) -> Iterator[Row | Fault]:
    """Each row below the headings that has anything in it; a hint in the place of one that is left out with #."""
    table, columns = sheet.table, sheet.headings.columns
    first, places = min(columns, default=0), {column.path: place for place, column in columns.items()}
    for number in range(sheet.headings.row + 1, len(table.rows)):
        cells = table.rows[number]
        filled = {place: cell for place, cell in enumerate(cells) if not is_empty(cell)}
        if not filled:
            continue
        start = filled.get(first, "")
        if isinstance(start, str) and (start.strip(BLANKS) == OUT or start.startswith(f"{OUT} ")):
            yield table.fault(number, first, "the row begins with # and is left out", severity=Severity.HINT)
        else:
            yield Row(table, number, columns, places, {place: cell for place, cell in filled.items() if place in columns})


def given_by(row: Row, old: Profile | None, spots: Spots) -> Given:
    """What a row says that the profile does not say yet."""
    given = Given()
    for place, cell in row.cells.items():
        column = row.columns[place]
        path = resolved(column.path, spots)
        if old is not None and says_the_same(cell, column, value_at(old, path)):
            continue
        try:
            reading = column.form.read(dated(cell, column) if row.table.marks.since_1904 else cell)
        except Wrong as wrong:
            given.faults.append(row.table.fault(row.number, place, wrong.problem, wrong.hint, path=path))
            continue
        if reading.note:
            given.notes[path] = row.table.fault(row.number, place, reading.note, reading.hint, reading.severity, path)
        if len(column.paths) == 1:
            take(given, row, place, path, reading.value)
        else:
            take_parts(given, row, place, reading.value)
    return given


def take_parts(given: Given, row: Row, place: int, parts: object) -> None:
    """Notes each part that a value has."""
    assert isinstance(parts, tuple)
    for path, part in zip(row.columns[place].paths, parts, strict=True):
        if part is not None:
            take(given, row, place, path, part)


def take(given: Given, row: Row, place: int, path: str, value: object) -> None:
    """Notes a value, unless another cell of the row says otherwise."""
    known = given.values.setdefault(path, value)
    if known == value:
        given.places[path] = place
        return
    first = row.columns[given.places[path]].nl
    problem = f"says '{value}', where '{first}' says '{known}'"
    given.faults.append(row.table.fault(row.number, place, problem, "keep one of the two", path=path))


def says_the_same(cell: Cell, column: Column, value: object) -> bool:
    """Whether a cell says what the profile has, as an export writes it."""
    if value is None or isinstance(cell, bool) or (len(column.paths) > 1 and isinstance(cell, str)):
        return False
    return any(bare(cell) == bare(column.form.show(value, language)) for language in LANGUAGES)


def bare(cell: Cell) -> Cell:
    """A cell without blanks around it."""
    return cell.strip(BLANKS) if isinstance(cell, str) else cell


def dated(cell: Cell, column: Column) -> Cell:
    """The number of a day, counted as in most workbooks."""
    if isinstance(cell, int | float) and not isinstance(cell, bool) and column.form.holds == "date":
        return cell + SINCE_1904
    return cell
