"""The bad rows of a spreadsheet, to put right. In: what an import found. Out: an .xlsx with a note on each bad cell.

Of an .xlsx it is a copy. Another file becomes a new workbook with the same rows; a file so large that a copy would take long,
one with the headings and the bad rows.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress

from generator.errors import Fault
from generator.sheets.export import TITLE
from generator.sheets.importing import Imported, State
from generator.sheets.table import Cell, Where
from generator.sheets.xlsx import annotated, rows_bytes

MAX_COPIED = 100_000
"""Cells of which a whole copy is made."""


def bad_rows(imported: Imported, raw: bytes) -> bytes:
    """The file with a note on each cell that has a fault."""
    table, remarks = imported.sheet.table, remarks_of(imported)
    if sum(map(len, table.rows)) > MAX_COPIED:
        return rows_bytes(TITLE, *bad_only(imported, remarks))
    if table.sheet:
        with suppress(Exception):  # openpyxl raises whatever it stumbles over, an .ods too; a new file can always be made
            return annotated(raw, table.sheet, remarks)
    return rows_bytes(TITLE, table.rows, remarks)


def remarks_of(imported: Imported) -> dict[Where, str]:
    """All that is wrong in each cell; what is wrong with the sheet stands at its first heading."""
    table, headings = imported.sheet.table, imported.sheet.headings
    first = headings.row, min(headings.columns, default=0)
    remarks: dict[Where, list[str]] = {}
    for fault in imported.errors:
        remarks.setdefault(table.where(fault) or first, []).append(said(fault))
    return {where: "\n\n".join(texts) for where, texts in remarks.items()}


def said(fault: Fault) -> str:
    """A problem and its hint, as a note."""
    return f"{fault.problem}\n{fault.what_to_do}".strip()


def bad_only(imported: Imported, remarks: Mapping[Where, str]) -> tuple[list[list[Cell]], dict[Where, str]]:
    """The headings and the bad rows, with the remarks at their new places."""
    head = imported.sheet.headings.row
    pairs = zip(imported.meetings, imported.outcomes, strict=True)
    bad = [head, *(met.row.number for met, outcome in pairs if outcome.state is State.BAD)]
    new = {old: place for place, old in enumerate(bad)}
    moved = {(new[row], column): text for (row, column), text in remarks.items() if row in new}
    return [imported.sheet.table.rows[row] for row in bad], moved
