"""What the fast reader keeps to itself, for .ods. In: the content of the file. Out: the marks of each sheet, or a refusal.

An .ods writes a row or cell that comes several times only once, with how often; so places are counted while reading. It must be
looked at before python-calamine opens the file, because that writes all repetitions out at once.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice, product
from xml.parsers import expat
from zipfile import ZipFile

from generator.sheets.marks import MAX_CELLS, MAX_COLUMNS, refuse_area
from generator.sheets.table import Area, Broken, Marks, Where

TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0 "
CALCEXT = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 "
SHEET, ROW, COLUMN = f"{TABLE}table", f"{TABLE}table-row", f"{TABLE}table-column"
CELLS = {f"{TABLE}table-cell", f"{TABLE}covered-table-cell"}
PARAGRAPH = "urn:oasis:names:tc:opendocument:xmlns:text:1.0 p"

ERROR = Broken("the cell has an error of the spreadsheet", "mend the formula, or type the value")
NO_RESULT = Broken("the formula has no result yet", "open the file in a spreadsheet program, and save it")
NO_TYPE = Broken("the cell does not say what it holds", "open the file in a spreadsheet program, and save it")

Said = dict[str, str]
"""The attributes of an element."""


def marks_by_sheet(archive: ZipFile) -> dict[str, Marks]:
    """What each sheet says besides its values. Raises BadInput when one is larger than any list of partners."""
    reader = Reader()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    with archive.open("content.xml") as content:
        parser.ParseFile(content)
    return {name: sheet.marks() for name, sheet in reader.sheets.items()}


@dataclass(slots=True)
class Reader:
    """Goes through the elements of the content; a table in a cell of a table is no sheet."""

    sheets: dict[str, SheetReader] = field(default_factory=dict)
    open: list[str] = field(default_factory=list)
    """The elements we are in."""
    here: SheetReader | None = None
    """The sheet we are in."""
    depth: int = 0
    """How many tables are open."""

    def start(self, name: str, said: Said) -> None:
        """An element begins."""
        if name == SHEET:
            self.depth += 1
            if self.depth == 1:
                self.here = self.sheets.setdefault(said.get(f"{TABLE}name", ""), SheetReader())
        elif self.here and self.depth == 1:
            self.here.start(name, said, self.open[-1])
        self.open.append(name)

    def end(self, name: str) -> None:
        """An element ends."""
        self.open.pop()
        self.depth -= name == SHEET


@dataclass(slots=True)
class SheetReader:
    """Counts the rows and cells of one sheet, and notes what is worth knowing."""

    broken: dict[Where, Broken] = field(default_factory=dict)
    merged: list[Area] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    row: int = -1
    rows: int = 0
    """How often the current row comes."""
    column: int = 0
    width: int = 0
    """Columns that are used so far."""
    columns: int = 0
    """Columns that are described so far."""
    untyped: Where | None = None
    """The cell we are in, when it does not say what it holds."""

    def marks(self) -> Marks:
        """All that was noted."""
        return Marks(self.broken, tuple(self.merged), frozenset(self.hidden_rows), frozenset(self.hidden_columns))

    def start(self, name: str, said: Said, parent: str) -> None:
        """An element of the sheet begins."""
        if name in CELLS:
            self.cell(said)
        elif name == ROW:
            self.start_row(said)
        elif name == COLUMN:
            self.start_column(said)
        elif name == PARAGRAPH and parent in CELLS and self.untyped:
            self.broken[self.untyped] = NO_TYPE  # a paragraph of a note on the cell stands deeper

    def start_row(self, said: Said) -> None:
        """A row, or several that are the same."""
        self.row += max(self.rows, 1)
        self.rows, self.column = times(said, "rows"), 0
        if said.get(f"{TABLE}visibility", "visible") != "visible":
            self.hidden_rows.update(range(self.row, self.row + min(self.rows, MAX_CELLS)))

    def start_column(self, said: Said) -> None:
        """A column, or several that look the same."""
        count = times(said, "columns")
        if said.get(f"{TABLE}visibility", "visible") != "visible":
            self.hidden_columns.update(range(self.columns, min(self.columns + count, MAX_COLUMNS)))
        self.columns += count

    def cell(self, said: Said) -> None:
        """A cell, or several that are the same."""
        first = (self.row, self.column)
        self.column += times(said, "columns")
        kind = said.get(f"{CALCEXT}value-type") or said.get(f"{OFFICE}value-type", "")
        self.untyped = None if kind else first
        if kind:
            self.width = max(self.width, self.column)
            refuse_area(self.row + self.rows, self.width)
        self.note_area(first, said)
        if kind == "error" or (not kind and f"{TABLE}formula" in said):
            places = product(range(self.row, self.row + self.rows), range(first[1], self.column))
            self.broken.update(dict.fromkeys(islice(places, MAX_CELLS), ERROR if kind else NO_RESULT))

    def note_area(self, first: Where, said: Said) -> None:
        """A cell that covers others."""
        rows, columns = int(said.get(f"{TABLE}number-rows-spanned", 1)), int(said.get(f"{TABLE}number-columns-spanned", 1))
        if rows > 1 or columns > 1:
            self.merged.append(Area(first, (first[0] + rows - 1, first[1] + columns - 1)))


def times(said: Said, what: str) -> int:
    """How often a row or column comes."""
    return max(int(said.get(f"{TABLE}number-{what}-repeated", 1)), 1)
