"""A text file with columns (.csv) as a table. In: its bytes. Out: rows of texts, or a refusal with its place.

Schools get these files from many programs: UTF-8 with and without a mark, Windows-1252, Excel's "Unicode text" (UTF-16);
semicolons, commas or tabs. The right separator is the one with which the headings make sense.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from itertools import islice

from generator.errors import BadInput, Fault
from generator.sheets.table import Cell, Table

SEPARATORS = ";,\t|"
LOOK = 30
"""Rows in which headings are looked for."""
MAX_FIELD = 1_000_000
MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
Score = Callable[[list[Cell]], int]


def read_text(raw: bytes, file: str, score: Score) -> Table:
    """Reads a text file; ``score`` says how many headings it knows in a row. Raises BadInput with the line that is wrong."""
    text = decoded(raw, file)
    first, _, rest = text.partition("\n")
    said = first.strip().lower().removeprefix("sep=") if first.strip().lower().startswith("sep=") else ""
    if len(said) == 1 or first.strip("\r ") == "sep=\t":
        lines = parsed(rest, said or "\t", file)
        return Table(file, "", [[], *lines])  # Excel's own line about the separator is a row as well
    separator = max(SEPARATORS, key=lambda each: best(text, each, score))
    return Table(file, "", parsed(text, separator, file))


def decoded(raw: bytes, file: str) -> str:
    """The text of a file. Bytes that are no UTF-8 are Windows-1252, unless they cannot be."""
    for mark, encoding in MARKS:
        if raw.startswith(mark):
            return decode(raw[len(mark) :], encoding, file)
    if b"\0" in raw[:1000]:
        return decode(raw, "utf-16-le" if raw[1:2] == b"\0" else "utf-16-be", file)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return decode(raw, "cp1252", file)


def decode(raw: bytes, encoding: str, file: str) -> str:
    """The text of bytes in an encoding, or a fault at the line that is not in it."""
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        problem = f"byte 0x{raw[error.start]:02x} is no letter in {encoding.upper()}"
        raise BadInput(Fault(problem, file, line, hint="save the file as .xlsx, or as CSV in UTF-8")) from error


def best(text: str, separator: str, score: Score) -> int:
    """The most headings in one of the first rows."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        return max((score(list[Cell](row)) for row in islice(reader, LOOK)), default=0)
    except csv.Error:
        return 0


def parsed(text: str, separator: str, file: str) -> list[list[Cell]]:
    """All rows. Raises BadInput at the line where the quotes go wrong."""
    csv.field_size_limit(MAX_FIELD)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        return [list[Cell](row) for row in reader]
    except csv.Error as error:
        problem = f"the quotes are wrong in or before this line ({error})"
        hint = 'a text with quotes in it has them doubled: "Café ""De Zon"""'
        raise BadInput(Fault(problem, file, max(reader.line_num, 1), hint=hint)) from error
