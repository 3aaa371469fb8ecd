"""An .xlsx as we write it. In: columns and rows of cells, or a workbook and remarks on its cells. Out: its bytes.

The only room that knows openpyxl. Whatever a cell begins with, a text is written as a text: never a formula, a number or an
error. The same input gives the same bytes.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import zip_longest
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from generator.sheets.table import Broken, Cell, Where, letters

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

AUTHOR = "handslag"
BAD, EXAMPLE = "FFF4CCCC", "FF7F7F7F"
"""The colour of a cell with a fault, and of the letters of an example."""
LONGEST = 32_767
"""Characters that a cell can hold."""
LAST_ROW = 1_048_576
ESCAPED = re.compile("_(x[0-9A-Fa-f]{4}_)")
"""What a spreadsheet program takes for a character by its number."""
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
FONT, PROPERTY = re.compile(rb"<font>(.*?)</font>"), re.compile(rb"<(\w+)[^>]*/>")
FONT_ORDER = b"b i strike condense extend outline shadow u vertAlign sz color name family charset scheme".split()
STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


@dataclass(frozen=True, slots=True)
class Head:
    """A column as we write it."""

    text: str
    note: str = ""
    """Shown when one points at the heading."""
    colour: str = "FF1B5E6F"
    width: float = 16
    is_date: bool = False
    choices: tuple[str, ...] = ()


def table_bytes(title: str, heads: Sequence[Head], rows: Iterable[Sequence[Cell]], example: Sequence[Cell] = ()) -> bytes:
    """A sheet with headings that stay in sight, notes on them, lists to choose from, and columns that keep leading zeros."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet: Any = book.create_sheet(title)
    sheet.freeze_panes = "B2"
    for column, head in enumerate(heads):
        style_column(sheet, letters(column), head)
    add_choices(book, sheet, heads)
    sheet.append([heading(sheet, head) for head in heads])
    if example:
        sheet.append([written(sheet, cell, head.is_date, colour=EXAMPLE) for cell, head in zip(example, heads, strict=True)])
    for row in rows:
        sheet.append([written(sheet, cell, head.is_date) for cell, head in zip(row, heads, strict=True)])
    return saved(book)


def rows_bytes(title: str, rows: Sequence[Sequence[Cell]], remarks: Mapping[Where, str]) -> bytes:
    """A sheet with rows as they were read, and remarks on some cells."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet: Any = book.create_sheet(title)
    for column, width in enumerate(widths(rows)):
        sheet.column_dimensions[letters(column)].width = width
    for number, row in enumerate(rows):
        width = max([len(row), *(column + 1 for at, column in remarks if at == number)])
        cells = [written(sheet, row[column] if column < len(row) else "", is_date=False) for column in range(width)]
        for column, cell in enumerate(cells):
            if (number, column) in remarks:
                remark(cell, remarks[number, column])
        sheet.append(cells)
    return saved(book)


def widths(rows: Sequence[Sequence[Cell]]) -> list[int]:
    """Widths in which most of the first rows can be read."""
    lengths = zip_longest(*([len(str(cell)) for cell in row] for row in rows[:100]), fillvalue=0)
    return [min(max(column), 40) + 3 for column in lengths]


def annotated(raw: bytes, title: str, remarks: Mapping[Where, str]) -> bytes:
    """A copy of a workbook with a remark on some cells; formulas become their results, and earlier remarks of ours are gone."""
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(raw), data_only=True, keep_links=False)
    sheet = book[title]
    forget_remarks(sheet)
    for (row, column), text in remarks.items():
        remark(shown_cell(sheet, row + 1, column + 1), text)
        show(sheet, row + 1, column + 1)
    return saved(book)


# --- cells ------------------------------------------------------------------------------------------------------------------


def heading(sheet: Worksheet, head: Head) -> Any:
    """The cell of a heading."""
    from openpyxl.styles import Alignment, Font, PatternFill

    cell = written(sheet, head.text, is_date=False)
    cell.font = Font(bold=True, color="FFFFFFFF")
    cell.fill = PatternFill("solid", start_color=head.colour)
    cell.alignment = Alignment(wrap_text=True, vertical="center")
    if head.note:
        cell.comment = comment(head.note)
    return cell


def written(sheet: Worksheet, value: Cell, is_date: bool, colour: str = "") -> Any:
    """A cell; a text stays a text."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    text: Any = writable(value)
    cell = WriteOnlyCell(sheet, value=text)
    if isinstance(text, str):
        cell.data_type = "s"
    cell.number_format = "dd-mm-yyyy" if is_date or isinstance(text, date) else "@"
    if colour:
        cell.font = Font(italic=True, color=colour)
    return cell


def writable(value: Cell) -> str | int | float | bool | date | datetime | time | timedelta:
    """A value that a cell can hold; a character that cannot be written shows as a picture of it."""
    if isinstance(value, Broken):
        return "#FOUT!"  # which is an error when it is read again
    if not isinstance(value, str):
        return value
    return ESCAPED.sub(r"_x005F_\1", UNWRITABLE.sub("\ufffd", value))


def remark(cell: Any, text: str) -> None:
    """A note on a cell that has a fault, and a colour; a note that was there stays."""
    from openpyxl.styles import PatternFill

    before = f"\n\n{cell.comment.text}" if cell.comment else ""
    cell.comment = comment(f"{text}{before}")
    cell.fill = PatternFill("solid", start_color=BAD)


def comment(text: str) -> Any:
    """A note in which all of a text can be seen."""
    from openpyxl.comments import Comment

    lines = sum(1 + len(line) // 45 for line in text.split("\n"))
    return Comment(text, AUTHOR, height=24 + 18 * lines, width=320)


def forget_remarks(sheet: Any) -> None:
    """Takes our remarks of an earlier time off a sheet, with their colour."""
    from openpyxl.styles import PatternFill

    for cell in (cell for row in sheet.iter_rows() for cell in row if cell.comment and cell.comment.author == AUTHOR):
        cell.comment = None
        if cell.fill.start_color.rgb == BAD:
            cell.fill = PatternFill()


def show(sheet: Any, row: int, column: int) -> None:
    """Brings a row and a column into sight, with the columns that were hidden together with it: what is wrong must be seen."""
    sheet.row_dimensions[row].hidden = False
    for each in sheet.column_dimensions.values():
        if each.min <= column <= each.max:
            each.hidden = False


def shown_cell(sheet: Any, row: int, column: int) -> Any:
    """The cell at a place; of cells that are merged, the first."""
    for area in sheet.merged_cells.ranges:
        if (row, column) in area.cells:
            return sheet.cell(area.min_row, area.min_col)
    return sheet.cell(row, column)


# --- columns and files ------------------------------------------------------------------------------------------------------


def style_column(sheet: Any, name: str, head: Head) -> None:
    """The width of a column, and the format of cells that are filled in later."""
    sheet.column_dimensions[name].width = head.width
    sheet.column_dimensions[name].number_format = "dd-mm-yyyy" if head.is_date else "@"


def add_choices(book: Workbook, sheet: Any, heads: Sequence[Head]) -> None:
    """Lists to choose from; the words stand on a sheet that is not shown."""
    from openpyxl.worksheet.datavalidation import DataValidation

    columns = [(letters(place), head.choices) for place, head in enumerate(heads) if head.choices]
    if not columns:
        return
    for place, (name, choices) in enumerate(columns):
        area = f"{HIDDEN}!${letters(place)}$1:${letters(place)}${len(choices)}"
        rule = DataValidation(type="list", formula1=area, allow_blank=True, showErrorMessage=True, errorStyle="warning")
        rule.add(f"{name}2:{name}{LAST_ROW}")
        sheet.data_validations.append(rule)
    hidden: Any = book.create_sheet(HIDDEN)
    hidden.sheet_state = "hidden"
    for row in range(max(len(choices) for _, choices in columns)):
        hidden.append([written(hidden, choices[row] if row < len(choices) else "", is_date=False) for _, choices in columns])


HIDDEN = "Keuzes"


def saved(book: Workbook) -> bytes:
    """The bytes of a workbook, without the time at which it was made."""
    made = io.BytesIO()
    book.save(made)
    fixed = io.BytesIO()
    with ZipFile(made) as source, ZipFile(fixed, "w", ZIP_DEFLATED) as target:
        for name, data in parts(source):
            target.writestr(ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data, ZIP_DEFLATED)
    return fixed.getvalue()


def parts(source: ZipFile) -> Iterator[tuple[str, bytes]]:
    """The parts of a file, in a fixed order."""
    for name in sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
        data = source.read(name)
        if name == "docProps/core.xml":
            data = STAMP.sub(rb"\g<1>2020-01-01T00:00:00Z", data)
        yield name, FONT.sub(in_order, data) if name == "xl/styles.xml" else data


def in_order(font: re.Match[bytes]) -> bytes:
    """A font with its properties in the order that the standard has for them; openpyxl has another."""
    found = sorted(PROPERTY.finditer(font[1]), key=lambda each: FONT_ORDER.index(each[1]))
    return b"<font>" + b"".join(each[0] for each in found) + b"</font>"
