"""Five hundred spreadsheets as nobody should make them: never a traceback, and nothing is lost in silence.

Every cell that is filled either is in the profile afterwards, as its column reads it, or a fault names it or its row; and every
row is spoken of.
"""

from __future__ import annotations

import random
import tempfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.errors import HandslagError
from generator.load.paths import steps_of
from generator.load.yaml import Source, read_bytes
from generator.sheets.columns import columns
from generator.sheets.importing import Imported, State, go, look
from generator.sheets.places import resolved
from generator.sheets.table import is_empty
from generator.workspace import Workspace
from tests.sheets.files import Typed, fill

GOOD: dict[str, tuple[Any, ...]] = {
    "Id": ("korenaar", "vuurtoren"),
    "Naam": ("Bakkerij De Korenaar B.V.", "Café ’t Hoekje & Zn."),
    "Soort partner": ("bedrijf", "Company"),
    "KVK-nummer": ("12345678", 1234567),
    "Adres": ("Molenpad 7A", "Kade 12-2"),
    "Postcode": ("1236CD", "1236 CD"),
    "Plaats": ("Oudervoorde", "’s-Heerenvoorde"),
    "Telefoon": ("010 123 45 67", 6.12345678e8),
    "E-mail": ("info@korenaar.example", "INFO@hoekje.example"),
    "Aanhef": ("mevr.", "dhr"),
    "Voorletters": ("A.B.", "W."),
    "Tussenvoegsel": ("van der", ""),
    "Achternaam": ("Ven", "Yıldız"),
    "U of je": ("u", "je"),
    "Volgend contact": (date(2027, 9, 7), 46637),
    "Netwerken": ("Kring; STO", "STO"),
    "Bedankmoment": ("kerst", "einde schooljaar"),
    "Bedankdatum": ("15-12-2027", datetime(2027, 12, 15)),
    "Presentje": ("een taart", "=SOM(1;2)"),
}
STRANGE_TEXT = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ["", " ", "\u00a0", "-", "n.v.t.", "#N/B", "#REF!", "=1+1", "@A1", "+31", "\t=1", "6,12E+08", "CafÃ©", "a\ufffdb",
         "\x07", "_x0041_", "{{ 7*7 }}", "</t>", "../../x", "CON", "x" * 400, "1e5", "TRUE", "01-02-03", "31/12/2027",
         "a;b,c\td", "12345678901234567890", '"', "'", "a\nb", "\u202e", "\ud83d", "NULL", "# x",
          "geboortedatum", "123456782"]
    ),
)  # fmt: skip
STRANGE = st.one_of(
    STRANGE_TEXT,
    st.integers(-(10**20), 10**20),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.dates(date(1900, 1, 1), date(2300, 1, 1)),
    st.datetimes(datetime(1900, 3, 1), datetime(2300, 1, 1)),
    st.times(),
    st.sampled_from([Typed("#N/A", "e"), Typed("#DIV/0!", "e"), Typed("=A1&B1", "f"), Typed("=1+1", "f")]),
)
HEADING = st.one_of(
    st.sampled_from(sorted({name for column in columns() for name in (column.nl, column.en, *column.also)})),
    st.sampled_from(
        ["KvK-numer", "", "# intern", "Geboortedatum", "Contactpersoon", "naam", "  Naam:", "NAAM", "E mail", "BSN"]
    ),
    st.text(max_size=10),
)
ENCODINGS = ("utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "latin-1")


@st.composite
def tables(draw: st.DrawFn) -> list[list[Any]]:
    """A good list of partners, and some of it made strange."""
    names = draw(st.permutations(list(GOOD)))
    rows: list[list[Any]] = [
        list(names),
        *([GOOD[name][number % 2] for name in names] for number in range(draw(st.integers(1, 4)))),
    ]
    for _ in range(draw(st.integers(0, 6))):
        row, column = draw(st.integers(0, len(rows) - 1)), draw(st.integers(0, len(names) - 1))
        rows[row][column] = draw(HEADING if row == 0 and draw(st.booleans()) else STRANGE)
    for _ in range(draw(st.integers(0, 2))):
        rows.insert(draw(st.integers(0, len(rows))), draw(st.sampled_from([[], [""], ["# weg"], ["Partners 2027"], ["", "x"]])))
    return rows


@settings(max_examples=350, deadline=None, suppress_health_check=list(HealthCheck))
@given(rows=tables(), data=st.data())
def test_a_mutated_workbook_loses_nothing_in_silence(rows: list[list[Any]], data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "partners.xlsx"
        workbook(path, rows, data)
        nothing_is_lost(path)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(rows=tables(), data=st.data())
def test_a_mutated_text_file_loses_nothing_in_silence(rows: list[list[Any]], data: st.DataObject) -> None:
    separator, encoding = data.draw(st.sampled_from(";,\t|")), data.draw(st.sampled_from(ENCODINGS))
    quoted = data.draw(st.booleans())
    lines = (separator.join(as_text(cell, separator, quoted) for cell in row) for row in rows)
    content = data.draw(st.sampled_from(["\n", "\r\n", "\r"])).join(lines)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "partners.csv"
        path.write_bytes(damaged(content.encode(encoding, "replace"), data))
        nothing_is_lost(path)


def workbook(path: Path, rows: list[list[Any]], data: st.DataObject) -> None:
    """A workbook with these rows, and what else people do to it."""
    made = Workbook()
    sheet = made.active
    assert isinstance(sheet, Worksheet)
    fill(sheet, [[storable(cell) for cell in row] for row in rows])
    if data.draw(st.booleans()):
        row, column = data.draw(st.integers(1, 5)), data.draw(st.integers(1, 10))
        height, width = data.draw(st.integers(0, 2)), data.draw(st.integers(0, 2))
        sheet.merge_cells(start_row=row, start_column=column, end_row=row + height, end_column=column + width)
    if data.draw(st.booleans()):
        sheet.row_dimensions[data.draw(st.integers(1, 5))].hidden = True
        sheet.column_dimensions["C"].hidden = True
    made.save(path)
    if data.draw(st.integers(0, 5)) == 0:
        path.write_bytes(damaged(path.read_bytes(), data))


def storable(cell: Any) -> Any:
    """A value that openpyxl is able to write."""
    if isinstance(cell, str):
        return (
            "".join(character for character in cell if character >= " " or character in "\n\t")
            .encode("utf-8", "replace")
            .decode()
        )
    return cell


def as_text(cell: Any, separator: str, quoted: bool) -> str:
    """A value in a text file, with quotes where they belong, or not."""
    said = str(cell.value if isinstance(cell, Typed) else cell)
    if quoted or not any(each in said for each in (separator, '"', "\n", "\r")):
        return '"' + said.replace('"', '""') + '"' if quoted else said
    return '"' + said.replace('"', '""') + '"'


def damaged(raw: bytes, data: st.DataObject) -> bytes:
    """Bytes of which, now and then, some are others or the end is missing."""
    if data.draw(st.integers(0, 3)):
        return raw
    chance = random.Random(data.draw(st.integers(0, 10**6)))
    broken = bytearray(raw)
    for _ in range(chance.randint(0, 4)):
        broken[chance.randrange(len(broken))] = chance.randrange(256)
    return bytes(broken[: chance.choice([len(broken), chance.randrange(len(broken))])])


def nothing_is_lost(path: Path) -> None:
    """Imports a file into an empty workspace, and looks for every cell of it."""
    workspace = Workspace(path.parent)
    try:
        imported = look(workspace, path, None)
    except HandslagError:  # it cannot be read, and says so
        return
    go(imported)
    every_row_is_spoken_of(imported)
    for met, outcome in zip(imported.meetings, imported.outcomes, strict=True):
        if outcome.state is State.BAD:
            assert outcome.faults or imported.sheet.headings.faults, "a bad row has a fault, or all the headings"
        else:
            assert outcome.state is State.NEW
            every_cell_is_there(imported, met.row.number, met.path)
    again = look(workspace, path, None)
    assert again.count(State.NEW) == again.count(State.CHANGED) == 0, "the second time there is nothing new"
    assert again.count(State.BAD) == imported.count(State.BAD)


def every_row_is_spoken_of(imported: Imported) -> None:
    """Each row with something in it has an outcome, or a hint that it is left out."""
    table = imported.sheet.table
    spoken = {met.row.number for met in imported.meetings} | {
        where[0] for fault in imported.faults if (where := table.where(fault)) is not None
    }
    filled = {
        number for number, row in enumerate(table.rows) if number > imported.sheet.headings.row and not all(map(is_empty, row))
    }
    assert filled <= spoken


def every_cell_is_there(imported: Imported, number: int, path: Path) -> None:
    """Each cell of a row is in the partner's file, as its column reads it."""
    source = read_bytes(path.read_bytes(), Source(path.name))
    assert not source.faults
    table, headings = imported.sheet.table, imported.sheet.headings
    assert not headings.faults
    for place, cell in enumerate(table.rows[number]):
        if is_empty(cell) or place not in headings.columns:
            left_out = str(table.cell(headings.row, place)).strip().startswith("#")
            assert is_empty(cell) or left_out
            continue
        column = headings.columns[place]
        value = column.form.read(cell).value
        for where, part in zip(column.paths, value if isinstance(value, tuple) else (value,), strict=True):
            if part is not None:
                assert same(at(source.data, resolved(where, (0, 0))), part), (where, part)


def at(data: Any, path: str) -> Any:
    """What plain data has at a path."""
    for step in steps_of(path):
        data = data[step]
    return data


def same(found: Any, said: Any) -> bool:
    """Whether a file has what a cell says, but for blanks and signs that mean nothing."""
    if isinstance(said, list):
        return len(found) == len(said) and all(map(same, found, said))
    return bare(found) == bare(said)


def bare(value: Any) -> str:
    """The letters and digits of a value."""
    return "".join(character for character in str(value) if character.isalnum()).lower()
