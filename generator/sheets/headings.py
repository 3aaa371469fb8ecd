"""Which row holds the headings, and what each column is. In: a table. Out: the columns that are known, and every fault.

A heading that is not known stops the import: leaving its column out would lose what stands there. One that begins with # is
left out on purpose, which is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.errors import BadInput, Fault, Severity
from generator.sheets.columns import Column, advice, column_named
from generator.sheets.table import BLANKS, Cell, Table, is_empty, letters

LOOK = 30
"""Rows in which headings are looked for; above them a list may have a title."""
OUT = "#"
"""Begins a heading whose column is left out, and a row that is left out."""


@dataclass(frozen=True, slots=True)
class Headings:
    """The row with headings, and the column that stands at each place."""

    row: int
    columns: dict[int, Column]
    faults: tuple[Fault, ...]
    told: tuple[Fault, ...]
    """What is worth knowing."""


def known_in(row: Sequence[Cell]) -> int:
    """How many headings of ours a row has."""
    return len({found.path for cell in row if isinstance(cell, str) and (found := column_named(cell))})


def heading_row(table: Table) -> int | None:
    """The row, among the first, with most headings of ours; None when there is none."""
    counts = [known_in(row) for row in table.rows[:LOOK]]
    if not any(counts):
        return None
    row = counts.index(max(counts))
    while table.rows[row + 1 : row + 2] == [table.rows[row]]:  # headings that are merged with the row below them
        row += 1
    return row


def headings_of(table: Table) -> Headings:
    """What each column of a table is. Raises BadInput when no row has headings."""
    row = heading_row(table)
    if row is None:
        hint = "the first row names the columns; handslag import --template FILE.xlsx makes an example"
        raise BadInput(Fault("no row has headings of a list of partners", file=table.name, hint=hint))
    columns: dict[int, Column] = {}
    faults = list(faults_of(table, row, columns))
    left_out = [letters(column) for column, cell in enumerate(table.rows[row]) if is_left_out(cell)]
    told = [hint_at(table, row, f"{', '.join(left_out)}: left out, because the heading begins with #")] if left_out else []
    return Headings(row, columns, tuple(faults), tuple(told))


def faults_of(table: Table, row: int, columns: dict[int, Column]) -> Iterator[Fault]:
    """Fills ``columns`` and gives a fault for each heading that cannot be one."""
    places: dict[tuple[str, ...], int] = {}
    for place in range(max(map(len, table.rows[row:]))):
        cell = table.cell(row, place)
        if is_empty(cell):
            yield from without_heading(table, row, place)
        elif not is_left_out(cell):
            name = cell.strip(BLANKS) if isinstance(cell, str) else str(cell)
            column = column_named(name)
            if column is None:
                yield table.fault(row, place, *advice(name))
            elif column.paths in places:
                first = letters(places[column.paths])
                problem = f"'{name}' is '{column.nl}', and so is column {first}"
                yield table.fault(row, place, problem, "give one of them another heading; # leaves a column out")
            else:
                columns[place], places[column.paths] = column, place


def without_heading(table: Table, row: int, column: int) -> Iterator[Fault]:
    """A fault at the first value of a column that has no heading."""
    for below in range(row + 1, len(table.rows)):
        if not is_empty(table.cell(below, column)):
            hint = f"give the column a heading in {letters(column)}{row + 1}; # leaves it out"
            yield table.fault(below, column, "stands in a column without a heading", hint)
            return


def is_left_out(cell: Cell) -> bool:
    """Whether a heading says that its column is to be left out."""
    return isinstance(cell, str) and cell.strip(BLANKS).startswith(OUT)


def hint_at(table: Table, row: int, problem: str) -> Fault:
    """Something that is worth knowing of a row."""
    return table.fault(row, 0, problem, severity=Severity.HINT)
