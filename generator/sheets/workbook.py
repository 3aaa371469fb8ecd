"""An .xlsx or .ods as tables. In: its bytes. Out: the sheets by name, and the cells of one; a refusal, never a traceback.

The only room that knows python-calamine, which reads 400,000 cells in 0.4 s (openpyxl, read only: 5.7 s). What it does not
tell stands in the file itself: see ``marks``.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError

from generator.errors import BadInput, Fault
from generator.sheets import marks, marks_ods
from generator.sheets.table import Cell, Marks, Table, is_empty, name_of

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

MAX_UNPACKED = 500_000_000
"""Bytes of all parts together."""
UNREADABLE = (BadZipFile, ParseError, ExpatError, ZlibError, KeyError, ValueError, EOFError, NotImplementedError, RuntimeError)
"""What the standard library raises for a file that is damaged or locked."""


@dataclass(frozen=True, slots=True)
class Workbook:
    """A workbook that is open."""

    file: str
    sheets: tuple[str, ...]
    """Those that are shown, in order."""
    hidden: tuple[str, ...]
    read: Callable[[str], Table]
    """The table of a sheet."""


def open_workbook(raw: bytes, file: str) -> Workbook:
    """Opens a workbook. Raises BadInput when it cannot be read, or is no workbook."""
    with told(file):
        archive = ZipFile(io.BytesIO(raw))
        refuse_traps(archive)
        found = marks_ods.marks_by_sheet(archive) if "content.xml" in archive.namelist() else None
        book = opened(raw)
        sheets = [(str(sheet.name), str(sheet.visible).endswith("Visible")) for sheet in book.sheets_metadata]

    def read(sheet: str) -> Table:
        with told(f"{file}, sheet {sheet}"):
            noted = marks.marks_of(archive, sheet) if found is None else found[sheet]
            return Table(file, sheet, filled(cells(book, sheet, noted), noted), noted)

    return Workbook(file, tuple(name for name, is_shown in sheets if is_shown), tuple(n for n, s in sheets if not s), read)


@contextmanager
def told(place: str) -> Iterator[None]:
    """Whatever makes a workbook unreadable becomes a fault at its place."""
    from python_calamine import CalamineError

    hint = "open it in Excel or LibreOffice, and save it anew as .xlsx"
    try:
        yield
    except BadInput as error:
        raise BadInput(*(fault.at(file=", ".join(filter(None, (place, fault.file)))) for fault in error.faults)) from error
    except (*UNREADABLE, CalamineError, OSError) as error:
        raise BadInput(Fault("cannot be read: it is damaged, or no workbook", file=place, hint=hint)) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # how the reader's own faults come out of Rust
            raise
        raise BadInput(Fault("cannot be read: the reader stumbles over it", file=place, hint=hint)) from error


def opened(raw: bytes) -> CalamineWorkbook:
    """The reader's own workbook."""
    from python_calamine import load_workbook

    return load_workbook(io.BytesIO(raw))


def refuse_traps(archive: ZipFile) -> None:
    """Refuses a file that would unpack to more than any list of partners, or whose XML defines entities."""
    if sum(part.file_size for part in archive.infolist()) > MAX_UNPACKED:
        raise BadInput(Fault("unpacks to more than 500 MB", hint="keep the list of partners in a file of its own"))
    for name in archive.namelist():
        if PurePath(name).suffix in {".xml", ".rels"}:
            with archive.open(name) as part:
                start = part.read(1000)
            if b"<!DOCTYPE" in start or b"\0" in start:
                raise BadInput(Fault("is not written as workbooks are", hint="save it anew as .xlsx"))


def cells(book: CalamineWorkbook, sheet: str, found: Marks) -> list[list[Cell]]:
    """The cells of a sheet, from its first row and column on.

    The reader gives up at an error that it does not know (``#SPILL!``); then all errors of the sheet are told.
    """
    from python_calamine import CalamineError

    try:
        return [list[Cell](row) for row in book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)]
    except CalamineError as error:
        faults = [Fault(each.problem, name_of(*where), hint=each.hint) for where, each in found.broken.items()]
        if faults:
            raise BadInput(*faults) from error
        raise


def filled(rows: list[list[Cell]], found: Marks) -> list[list[Cell]]:
    """The cells with what the reader kept to itself; rows that share a merged cell all have its value."""
    for (row, column), broken in found.broken.items():
        put(rows, row, column, broken)
    for area in found.merged:
        row, column = area.first
        value = rows[row][column] if row < len(rows) and column < len(rows[row]) else ""
        for below in range(row + 1, min(area.last[0] + 1, len(rows))):
            if not all(map(is_empty, rows[below])):
                put(rows, below, column, value)
    return rows


def put(rows: list[list[Cell]], row: int, column: int, value: Cell) -> None:
    """Puts a value in a cell, which may lie beyond what was read."""
    rows.extend([] for _ in range(len(rows), row + 1))
    rows[row].extend("" for _ in range(len(rows[row]), column + 1))
    rows[row][column] = value
