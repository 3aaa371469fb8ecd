"""A file as one table. In: a path, and a sheet's name when it was given. Out: the table, and what is worth knowing of it.

What a file is, its first bytes say: a school saves a workbook as ``partners.csv`` as easily as the other way round.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.errors import BadInput, Fault, Severity, WrongUsage, did_you_mean
from generator.sheets.headings import LOOK, Headings, headings_of, known_in
from generator.sheets.table import Area, Table, is_empty, letters
from generator.sheets.text_table import read_text
from generator.sheets.workbook import Workbook, open_workbook

MAX_BYTES = 100_000_000
USUAL = "partners"
"""The sheet that counts when several have headings."""
TEXT = {".csv", ".txt", ".tsv"}
OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with its headings."""

    table: Table
    headings: Headings
    told: tuple[Fault, ...]
    """What is worth knowing of it: hidden rows, merged cells."""


def read_sheet(path: Path, name: str | None) -> Sheet:
    """Reads a file. Raises BadInput when it cannot be read, WrongUsage when it is not clear which sheet is meant."""
    raw = bytes_of(path)
    if not raw.strip(b"\xef\xbb\xbf\r\n\t "):
        raise BadInput(Fault("is empty", file=path.name, hint="save the list again, and look whether it is there"))
    if raw.startswith(b"PK"):
        table = table_of(open_workbook(raw, path.name), name)
    elif raw.startswith(OLD_OR_LOCKED):
        hint = "save it as .xlsx without a password"
        raise BadInput(Fault("is locked with a password, or of an old kind (.xls)", file=path.name, hint=hint))
    elif path.suffix.lower() in TEXT:
        table = read_text(raw, path.name, known_in)
    else:
        hint = "open it in Excel or LibreOffice, and save it as .xlsx"
        raise BadInput(Fault("is no spreadsheet", file=path.name, hint=hint))
    headings = headings_of(table)
    return Sheet(table, headings, (*headings.told, *hidden(table, headings), *merged(table, headings)))


def bytes_of(path: Path) -> bytes:
    """What a file holds, unless it is too much."""
    try:
        if path.exists() and not path.is_file():
            raise BadInput(Fault("is no ordinary file", file=path.name))
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise BadInput(Fault(f"cannot be read: {(error.strerror or 'unknown reason').lower()}", file=path.name)) from error
    if len(raw) > MAX_BYTES:
        raise BadInput(Fault("is larger than 100 MB", file=path.name, hint="keep the list of partners in a file of its own"))
    return raw


def table_of(book: Workbook, name: str | None) -> Table:
    """The sheet of that name, or else the one that lists partners."""
    if name is not None:
        by_name = {sheet.casefold(): sheet for sheet in (*book.hidden, *book.sheets)}
        if name.casefold() not in by_name:
            hint = did_you_mean(name, (*book.sheets, *book.hidden))
            raise WrongUsage(Fault(f"there is no sheet '{name}'", file=book.file, hint=hint))
        return book.read(by_name[name.casefold()])
    tables = [book.read(sheet) for sheet in book.sheets]
    fit = [table for table in tables if max(map(known_in, table.rows[:LOOK]), default=0) >= 2] or tables[:1]
    usual = [table for table in fit if table.sheet.casefold() == USUAL]
    if not fit:
        raise BadInput(Fault("has no sheet that is shown", file=book.file, hint="name one: --sheet NAME"))
    if len(fit) > 1 and not usual:
        names = ", ".join(f"'{table.sheet}'" for table in fit)
        raise WrongUsage(Fault(f"several sheets list partners: {names}", file=book.file, hint="name one: --sheet NAME"))
    return (usual or fit)[0]


def hidden(table: Table, headings: Headings) -> Iterator[Fault]:
    """Hidden rows and columns are read like all others; whoever looks at the sheet may not know that they are there."""
    rows = [row + 1 for row in sorted(table.marks.hidden_rows) if headings.row < row < len(table.rows) and any_in(table, row)]
    columns = [letters(column) for column in sorted(table.marks.hidden_columns) if column in headings.columns]
    for what, places in (("row", rows), ("column", columns)):
        if places:
            plural = "s" if len(places) > 1 else ""
            problem = f"hidden {what}{plural} {spans(places)} {'are' if plural else 'is'} read too"
            yield Fault(problem, file=table.name, hint=f"delete hidden {what}s that do not count", severity=Severity.WARNING)


def any_in(table: Table, row: int) -> bool:
    """Whether a row holds anything."""
    return not all(map(is_empty, table.rows[row]))


def spans(places: list[int] | list[str]) -> str:
    """``3, 4, 5`` or, when there are many, ``3, 4, 5 and 20 more``."""
    few = ", ".join(map(str, places[:5]))
    return few if len(places) <= 5 else f"{few} and {len(places) - 5} more"


def merged(table: Table, headings: Headings) -> Iterator[Fault]:
    """Merged cells below the headings: downwards all rows have the value; to the right it counts for the first column alone."""
    for area in sorted(table.marks.merged, key=lambda area: area.first):
        row, column = area.first
        if row > headings.row and column in headings.columns and not is_empty(table.cell(row, column)):
            yield from merged_area(table, area, headings)


def merged_area(table: Table, area: Area, headings: Headings) -> Iterator[Fault]:
    """What is worth knowing of one merged cell."""
    (row, column), (last_row, last_column) = area.first, area.last
    if last_row > row:
        problem = f"is merged with the cells below it, to row {last_row + 1}; each of these rows has its value"
        yield table.fault(row, column, problem, "undo the merge, and fill in each row", Severity.WARNING)
    if last_column > column:
        problem = f"is merged with the cells to its right; it counts as '{headings.columns[column].nl}' alone"
        yield table.fault(row, column, problem, "undo the merge, and fill in each cell", Severity.WARNING)
