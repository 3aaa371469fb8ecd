"""What the fast reader keeps to itself, for .ods. In: the content of the file. Out: marks, or a refusal.

An .ods writes a row or cell that comes several times only once, with how often; so places are counted while reading.
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
VALUE_TYPES = (f"{OFFICE}value-type", "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 value-type")
PARAGRAPH = "urn:oasis:names:tc:opendocument:xmlns:text:1.0 p"
CELLS = {f"{TABLE}table-cell", f"{TABLE}covered-table-cell"}


def marks_of(archive: ZipFile, sheet: str) -> Marks:
    """What the sheet says besides its values. Raises BadInput when it is larger than any list of partners."""
    reader = Reader(sheet)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    with archive.open("content.xml") as content:
        parser.ParseFile(content)
    return Marks(reader.broken, tuple(reader.merged), frozenset(reader.hidden_rows), frozenset(reader.hidden_columns))


@dataclass(slots=True)
class Reader:
    """Goes through the elements of the content; notes what belongs to one sheet."""

    sheet: str
    broken: dict[Where, Broken] = field(default_factory=dict)
    merged: list[Area] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    inside: int = 0
    """How many tables are open: a cell can hold a table of its own."""
    here: bool = False
    row: int = -1
    rows: int = 0
    """How often the current row comes."""
    column: int = 0
    width: int = 0
    """Columns that are used so far."""
    columns_told: int = 0
    open: list[str] = field(default_factory=list)
    """The elements we are in."""
    untyped: Where | None = None
    """The cell we are in, when it says of no type to be."""

    def start(self, name: str, said: dict[str, str]) -> None:
        """An element begins."""
        if name == f"{TABLE}table":
            self.here = (not self.inside and said.get(f"{TABLE}name") == self.sheet) or (self.here and bool(self.inside))
            self.inside += 1
        elif self.here and self.inside == 1:
            self.start_inside(name, said)
        self.open.append(name)

    def start_inside(self, name: str, said: dict[str, str]) -> None:
        """An element of the sheet begins."""
        if name in CELLS:
            self.cell(said)
        elif name == f"{TABLE}table-row":
            self.start_row(said)
        elif name == f"{TABLE}table-column":
            self.start_column(said)
        elif name == PARAGRAPH and self.open[-1] in CELLS and self.untyped:
            self.broken[self.untyped] = NO_TYPE  # a paragraph of a note on the cell stands deeper

    def end(self, name: str) -> None:
        """An element ends."""
        self.open.pop()
        if name == f"{TABLE}table":
            self.inside -= 1

    def start_row(self, said: dict[str, str]) -> None:
        """A row, or several that are the same."""
        self.row += max(self.rows, 1)
        self.rows, self.column = times(said, "rows"), 0
        if said.get(f"{TABLE}visibility", "visible") != "visible":
            self.hidden_rows.update(range(self.row, self.row + min(self.rows, MAX_CELLS)))

    def start_column(self, said: dict[str, str]) -> None:
        """A column, or several that look the same."""
        count = times(said, "columns")
        if said.get(f"{TABLE}visibility", "visible") != "visible":
            self.hidden_columns.update(range(self.columns_told, min(self.columns_told + count, MAX_COLUMNS)))
        self.columns_told += count

    def cell(self, said: dict[str, str]) -> None:
        """A cell, or several that are the same."""
        first = (self.row, self.column)
        self.column += times(said, "columns")
        kind = next((said[key] for key in reversed(VALUE_TYPES) if key in said), "")
        self.untyped = None if kind else first
        if kind:
            self.width = max(self.width, self.column)
            refuse_area(self.row + self.rows, self.width)
        self.note_area(first, said)
        if kind == "error" or (not kind and f"{TABLE}formula" in said):
            places = product(range(self.row, self.row + self.rows), range(first[1], self.column))
            self.broken.update(dict.fromkeys(islice(places, MAX_CELLS), ERROR if kind else NO_RESULT))

    def note_area(self, first: Where, said: dict[str, str]) -> None:
        """A cell that covers others."""
        rows, columns = int(said.get(f"{TABLE}number-rows-spanned", 1)), int(said.get(f"{TABLE}number-columns-spanned", 1))
        if rows > 1 or columns > 1:
            self.merged.append(Area(first, (first[0] + rows - 1, first[1] + columns - 1)))


ERROR = Broken("the cell has an error of the spreadsheet", "mend the formula, or type the value")
NO_RESULT = Broken("the formula has no result yet", "open the file in a spreadsheet program, and save it")
NO_TYPE = Broken("the cell does not say what it holds", "open the file in a spreadsheet program, and save it")


def times(said: dict[str, str], what: str) -> int:
    """How often a row or column comes."""
    return max(int(said.get(f"{TABLE}number-{what}-repeated", 1)), 1)
