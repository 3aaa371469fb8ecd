"""What a YAML parser complains about, in the reader's terms. In: its error and the text. Out: problem, hint, line, column."""

from __future__ import annotations

from typing import Any

QUOTES = "put quotes around the text"

TELL: tuple[tuple[str, str, str, bool], ...] = (
    ("mapping values are not allowed", "a second ': ' in one value, or a line that stands too far to the right", QUOTES, False),
    (
        "could not find expected ':'",
        "this line has no ': ' between key and value",
        "write 'key: value', or indent the line under its key",
        True,
    ),
    (
        "expected ',' or ']'",
        "the list that opens here with [ is not closed",
        "add ] or a comma, or put quotes around texts",
        True,
    ),
    (
        "expected ',' or '}'",
        "the group that opens here with { is not closed",
        "add } or a comma, or put quotes around texts",
        True,
    ),
    ("unexpected end of stream", "the quotes that open here are never closed", "add the closing quote", True),
    ("did not find expected key", "a key is expected here", "check the indentation, and the quotes of the line before", False),
    ("expected '-' indicator", "a '- ' is expected here: the lines before are a list", "check the indentation", False),
    ("unknown escape character", "a backslash in double quotes has a meaning of its own", "use single quotes", False),
    ("hexdecimal number", "a backslash in double quotes has a meaning of its own", "use single quotes", False),
    ("invalid Unicode character", "this escape is half of a character (a surrogate)", "type the character itself", False),
    ("expected <document start>", "there is text after the end of the profile", "check the quotes and the indentation", False),
    ("incompatible YAML document", "is written for another version of YAML", "remove the line that begins with %YAML", False),
    ("tab character", "a tab stands where YAML wants blanks", "replace tabs by blanks", False),
    (
        "expected comment or line break",
        "a text in lines (| or >) begins on the next line",
        "put the text on the next line, indented",
        False,
    ),
    ("alphabetic or numeric character", "* and & have a meaning of their own in YAML", QUOTES, False),
)
"""Part of the parser's message; what to say; hint; whether the place is where the thing began."""


def explain(error: Exception, text: str) -> tuple[str, str, int, int]:
    """Problem, hint, line and column (from 1) of an error of the parser."""
    problem = str(getattr(error, "problem", "") or "")
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return explain_without_mark(error)
    line, column = within(mark, text)
    if "cannot start any token" in problem:
        return character(text, line, column)
    for part, told, hint, at_start in TELL:
        if part in problem:
            start = getattr(error, "context_mark", None)
            if at_start and start is not None:
                line, column = within(start, text)
            return told, hint, line, column
    return f"this is not YAML: {problem or 'it cannot be read'}", "check indentation, quotes and colons", line, column


def explain_without_mark(error: Exception) -> tuple[str, str, int, int]:
    """An error that has no place of its own: nesting that is too deep, or something unforeseen."""
    mark: Any = error.args[0] if error.args else None
    if hasattr(mark, "line"):
        return "nests too deep", "a profile has at most ten levels; check the brackets", mark.line + 1, mark.column + 1
    return "this is not YAML", "check indentation, quotes and colons", 1, 1


def within(mark: Any, text: str) -> tuple[int, int]:
    """Line and column from 1; the end of a file counts as the end of its last line with something in it."""
    lines = text.split("\n")
    if mark.line < len(lines) and (lines[mark.line].strip() or mark.line + 1 < len(lines)):
        return mark.line + 1, mark.column + 1
    last = max((number for number, line in enumerate(lines, start=1) if line.strip()), default=1)
    return last, len(lines[last - 1]) + 1


def character(text: str, line: int, column: int) -> tuple[str, str, int, int]:
    """A character that no value can begin with; most often a tab."""
    row = text.split("\n")[line - 1] if line <= text.count("\n") + 1 else ""
    found = row[column - 1 : column]
    if found == "\t":
        return "a tab stands where YAML wants blanks", "replace tabs by blanks", line, column
    return f"a value cannot begin with {found}" if found else "this is not YAML", QUOTES, line, column
