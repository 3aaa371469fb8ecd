"""A spreadsheet as text. In: the names of columns, rows. Out: CSV as Dutch Excel opens it by itself.

Semicolons, and a byte order mark so that accents stay whole. A cell that a spreadsheet would take for a formula gets an
apostrophe before it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_csv(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> bytes:
    """The rows under a line with the names of the columns; what a row does not have is an empty cell."""
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, delimiter=";")
    writer.writeheader()
    writer.writerows({name: _text(value) for name, value in row.items()} for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _text(value: object) -> str:
    """A cell: text that stays text."""
    text = {True: "yes", False: "no"}[value] if isinstance(value, bool) else "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
