"""A table as it was read. In: rows of cells. Out: what stands where, and how its place is called."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from generator.errors import Fault, Severity


@dataclass(frozen=True, slots=True)
class Broken:
    """A cell whose value did not arrive: an error of the spreadsheet, a formula without a result."""

    problem: str
    hint: str


Cell = str | int | float | bool | date | datetime | time | timedelta | Broken
"""What a cell can hold; an empty one holds an empty text."""

Where = tuple[int, int]
"""Row and column, from 0."""


@dataclass(frozen=True, slots=True)
class Area:
    """Cells that are merged into one, from the first to the last."""

    first: Where
    last: Where


@dataclass(frozen=True, slots=True)
class Marks:
    """What a sheet says about its cells besides their values."""

    broken: Mapping[Where, Broken] = field(default_factory=dict)
    merged: tuple[Area, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    since_1904: bool = False
    """Whether a day that stands there as a bare number is counted from 1904."""


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet of a workbook, or a text file with columns."""

    file: str
    """The file as its owner knows it."""
    sheet: str
    """Empty for a text file."""
    rows: list[list[Cell]]
    marks: Marks = field(default_factory=Marks)

    @property
    def name(self) -> str:
        """``partners.xlsx, sheet Partners``."""
        return f"{self.file}, sheet {self.sheet}" if self.sheet else self.file

    def place(self, row: int, column: int) -> str:
        """``partners.xlsx, sheet Partners, C7``."""
        return f"{self.name}, {name_of(row, column)}"

    def where(self, fault: Fault) -> Where | None:
        """The cell of a fault; None when it is about the whole sheet."""
        found = re.fullmatch(r", ([A-Z]+)([0-9]+)", fault.file.removeprefix(self.name))
        return (int(found[2]) - 1, column_of(found[1])) if found else None

    def cell(self, row: int, column: int) -> Cell:
        """What stands there; an empty text beyond the end of a row."""
        cells = self.rows[row] if row < len(self.rows) else []
        return cells[column] if column < len(cells) else ""

    def fault(
        self, row: int, column: int, problem: str, hint: str = "", severity: Severity = Severity.ERROR, path: str = ""
    ) -> Fault:
        """A fault at a cell."""
        return Fault(problem, file=self.place(row, column), path=path, hint=hint, severity=severity)


def name_of(row: int, column: int) -> str:
    """``C7`` for row 6 and column 2."""
    return f"{letters(column)}{row + 1}"


def letters(column: int) -> str:
    """``A``, ``Z``, ``AA`` for columns 0, 25, 26."""
    name = ""
    while column >= 0:
        column, letter = divmod(column, 26)
        name = chr(ord("A") + letter) + name
        column -= 1
    return name


def column_of(name: str) -> int:
    """0 for ``A``, 26 for ``AA``."""
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def is_empty(cell: Cell) -> bool:
    """Whether nothing stands there, or blanks only."""
    return isinstance(cell, str) and not cell.strip(BLANKS)


BLANKS = " \t\r\n\u00a0\u200b\u2007\u202f\ufeff"
"""What looks like nothing: blanks of every kind, and a byte order mark."""
