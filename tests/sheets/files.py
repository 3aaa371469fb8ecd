"""Spreadsheets for the tests: small real files, with everything that schools do to them."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

HEADINGS = ("Naam", "Soort partner", "KVK-nummer", "Plaats")
BAKERY: tuple[Any, ...] = ("Bakkerij De Korenaar B.V.", "bedrijf", "12345678", "Oudervoorde")


@dataclass(frozen=True, slots=True)
class Typed:
    """A value with the type that its cell says: ``e`` for an error, ``f`` for a formula, ``s`` for a text."""

    value: str
    kind: str


def book(path: Path, *rows: Sequence[Any], title: str = "Partners") -> Path:
    """A workbook with one sheet."""
    made = Workbook()
    sheet = made.active
    assert isinstance(sheet, Worksheet)
    sheet.title = title
    fill(sheet, rows)
    made.save(path)
    return path


def fill(sheet: Worksheet, rows: Iterable[Sequence[Any]]) -> None:
    """Fills a sheet from its first cell on; a text that looks like a formula is a text."""
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            cell = sheet.cell(number, column)
            if isinstance(value, Typed):
                cell.value, cell.data_type = value.value, value.kind
            elif isinstance(value, str):
                cell.value, cell.data_type = value, "s"
            else:
                cell.value = value


def text(path: Path, content: str, encoding: str = "utf-8", mark: bytes = b"") -> Path:
    """A text file in an encoding, with a byte order mark when one is given."""
    path.write_bytes(mark + content.encode(encoding))
    return path


def part_changed(path: Path, name: str, old: bytes, new: bytes) -> Path:
    """A workbook with something else in one of its parts."""
    with zipfile.ZipFile(path) as source:
        parts = {each: source.read(each) for each in source.namelist()}
    assert old in parts[name]
    parts[name] = parts[name].replace(old, new, 1)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for each, data in parts.items():
            target.writestr(each, data)
    return path


# --- .ods: LibreOffice's own form, as little of it as there must be ----------------------------------------------------------

NAMESPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
)
CALCEXT = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'


def ods(path: Path, rows: str, name: str = "Partners", columns: str = "") -> Path:
    """An .ods with one sheet, from its rows."""
    content = (
        f'<?xml version="1.0"?><office:document-content {NAMESPACES} {CALCEXT}><office:body><office:spreadsheet>'
        f'<table:table table:name="{name}">{columns}{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        made.writestr("META-INF/manifest.xml", '<?xml version="1.0"?><manifest/>')
        made.writestr("content.xml", content)
    return path


def ods_row(*cells: str, more: str = "") -> str:
    """A row; a cell that is no XML is a text."""
    written = (cell if cell.startswith("<") else ods_text(cell) for cell in cells)
    return f"<table:table-row {more}>{''.join(written)}</table:table-row>"


def ods_text(value: str) -> str:
    """A cell with a text."""
    return f'<table:table-cell office:value-type="string"><text:p>{value}</text:p></table:table-cell>'
