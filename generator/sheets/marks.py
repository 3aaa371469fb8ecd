"""What the fast reader keeps to itself. In: the XML of a sheet of an .xlsx. Out: marks, or a refusal.

python-calamine gives an empty text for ``#N/A`` and for a formula without result, does not tell hidden rows, and takes as much
memory as the farthest cell asks for. All of that stands in the sheet's XML; finding it there takes a quarter of a second for
400,000 cells.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree
from zipfile import ZipFile

from generator.errors import BadInput, Fault
from generator.sheets.table import Area, Broken, Marks, Where, column_of, name_of

MAX_CELLS, MAX_COLUMNS = 8_000_000, 1_000
"""Of the rectangle that holds everything."""

FILLED = re.compile(rb"""<(?:\w+:)?c\b[^>]*?\sr=["']([A-Z]{1,3})([0-9]{1,7})["'][^>]*(?<!/)>""")
CELL_COLUMN, CELL_ROW = re.compile(rb' r="([A-Z]+)'), re.compile(rb' r="[A-Z]+([0-9]+)')
ROW = re.compile(rb"<(?:\w+:)?row\b([^>]*?)(?:/>|>(.*?)</(?:\w+:)?row>)", re.DOTALL)
CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*?)(?:/>|>(.*?)</(?:\w+:)?c>)", re.DOTALL)
YES = {b"1", b"true"}
ROW_START = re.compile(rb"<(?:\w+:)?row\b([^>]*)>")
COLUMN = re.compile(rb"<(?:\w+:)?col\b([^>]*)>")
MERGED = re.compile(rb"""<(?:\w+:)?mergeCell\b[^>]*?\sref=["']([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})["']""")
VALUE = re.compile(rb"<(?:\w+:)?v>([^<]+)")
FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
SUSPECT = (b"<f>", b"<f ", b"<f/", b":f>", b":f ", b' t="e"', b" t='e'")
"""What is there when a sheet has formulas or errors; far quicker to look for than the cells themselves."""
ATTRIBUTE = re.compile(rb"""([\w:]+)=["']([^"'<]*)["']""")


def marks_of(archive: ZipFile, sheet: str) -> Marks:
    """What the sheet says besides its values. Raises BadInput when it is larger than any list of partners."""
    parts, since_1904 = workbook(archive)
    xml = archive.read(parts[sheet])
    refuse_huge(xml)
    return Marks(
        broken=dict(broken(xml)) if any(sign in xml for sign in SUSPECT) else {},
        merged=tuple(area(*corners) for corners in MERGED.findall(xml)) if b"mergeCell" in xml else (),
        hidden_rows=frozenset(hidden_rows(xml)) if b"hidden=" in xml else frozenset(),
        hidden_columns=frozenset(hidden_columns(xml)) if b"hidden=" in xml else frozenset(),
        since_1904=since_1904,
    )


def workbook(archive: ZipFile) -> tuple[dict[str, str], bool]:
    """The part of each sheet by the sheet's name, and whether days count from 1904."""
    book = next((to for kind, _, to in relations(archive, "") if kind == "officeDocument"), "xl/workbook.xml")
    root = ElementTree.fromstring(archive.read(book))
    targets = {id_: to for _, id_, to in relations(archive, book)}
    sheets = (each for each in root.iter() if each.tag.rpartition("}")[2] == "sheet")
    parts = {each.get("name", ""): targets[link] for each in sheets if (link := link_of(each)) in targets}
    settings = (each for each in root.iter() if each.tag.rpartition("}")[2] == "workbookPr")
    return parts, any(each.get("date1904") in {"1", "true"} for each in settings)


def link_of(sheet: ElementTree.Element) -> str:
    """The relation by which a workbook names the part of a sheet; strict files have a namespace of their own."""
    return next((value for key, value in sheet.attrib.items() if key.endswith("/relationships}id")), "")


def relations(archive: ZipFile, part: str) -> Iterator[tuple[str, str, str]]:
    """What a part refers to: the kind, the id and the part referred to."""
    folder, name = posixpath.split(part)
    for each in ElementTree.fromstring(archive.read(posixpath.join(folder, "_rels", f"{name}.rels"))):
        to = posixpath.normpath(posixpath.join("/", folder, each.get("Target", "")))
        yield each.get("Type", "").rpartition("/")[2], each.get("Id", ""), to.lstrip("/")


def refuse_huge(xml: bytes) -> None:
    """Refuses a sheet with a cell so far away that all cells before it would not fit in memory."""
    if b" r='" not in xml and is_small(*extent(CELL_COLUMN.findall(xml), CELL_ROW.findall(xml))):
        return  # as nearly every sheet; a look at which cells are filled takes three times as long
    filled = FILLED.findall(xml)
    refuse_area(*extent((name for name, _ in filled), (row for _, row in filled)))


def extent(columns: Iterable[bytes], rows: Iterable[bytes]) -> tuple[int, int]:
    """How many rows and columns there are, from the columns and rows of cells."""
    last = max((column_of(name.decode()) for name in set(columns)), default=-1)
    return max(map(int, set(rows)), default=0), last + 1


def is_small(rows: int, columns: int) -> bool:
    """Whether a list of partners can be so large."""
    return rows * columns <= MAX_CELLS and columns <= MAX_COLUMNS


def refuse_area(rows: int, columns: int) -> None:
    """Refuses what no list of partners can be."""
    if not is_small(rows, columns):
        problem = f"the sheet reaches to {name_of(rows - 1, columns - 1)}, which is more than a list of partners can be"
        raise BadInput(Fault(problem, hint="delete the rows and columns behind the list; Ctrl+End shows its last cell"))


def broken(xml: bytes) -> Iterator[tuple[Where, Broken]]:
    """Each cell with an error, or with a formula that has no result."""
    row = -1
    for found in ROW.finditer(xml):
        row = int(attributes(found[1]).get(b"r", row + 2)) - 1
        column = -1
        for cell in CELL.finditer(found[2] or b""):
            said = attributes(cell[1])
            reference = said.get(b"r", b"").rstrip(b"0123456789")
            column = column_of(reference.decode()) if reference else column + 1
            if told := what_is_wrong(said.get(b"t", b""), cell[2] or b""):
                yield (row, column), told


def what_is_wrong(kind: bytes, inside: bytes) -> Broken | None:
    """Why a cell has no value, when it should have one. An empty text can be the result of a formula."""
    value = VALUE.search(inside)
    if kind == b"e":
        name = value[1].decode("ascii", "replace") if value else "an error"
        return Broken(f"{name} is an error of the spreadsheet", "mend the formula, or type the value")
    if FORMULA.search(inside) and not value and kind != b"str":
        return Broken("the formula has no result yet", "open the file in a spreadsheet program, and save it")
    return None


def hidden_rows(xml: bytes) -> Iterator[int]:
    """The rows that are not shown, by hand or by a filter."""
    row = -1
    for found in ROW_START.finditer(xml):
        said = attributes(found[1])
        row = int(said.get(b"r", row + 2)) - 1
        if said.get(b"hidden") in YES:
            yield row


def hidden_columns(xml: bytes) -> Iterator[int]:
    """The columns that are not shown."""
    for found in COLUMN.finditer(xml):
        said = attributes(found[1])
        if said.get(b"hidden") in YES:
            yield from range(int(said[b"min"]) - 1, min(int(said[b"max"]), MAX_COLUMNS))


def attributes(tag: bytes) -> dict[bytes, bytes]:
    """The attributes of a tag."""
    return dict(ATTRIBUTE.findall(tag))


def area(column: bytes, row: bytes, last_column: bytes, last_row: bytes) -> Area:
    """The cells between two corners."""
    return Area((int(row) - 1, column_of(column.decode())), (int(last_row) - 1, column_of(last_column.decode())))
