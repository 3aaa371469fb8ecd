"""A cell as text. In: whatever a spreadsheet keeps. Out: the text that its owner meant, or why it cannot be known.

Excel keeps a number where a KVK number was typed, a day where a house number was, and an error where a formula failed. What is
surely the same is taken; a guess is told; what was lost is a fault.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple

from generator.errors import Severity
from generator.profile.base import shown
from generator.sheets.table import BLANKS, Broken, Cell

AS_TEXT = "format the cell as text and type it again"
DIGITS_KEPT = 15
"""Digits that a spreadsheet keeps of a number; those after them are zeros."""

ERROR = re.compile(r"#(?:[A-ZÀ-Ý]+(?:/0)?[!?]|N/[AB])")
"""What a spreadsheet shows for a formula that failed, in Dutch or English: ``#N/B``, ``#VALUE!``, ``#DEEL/0!``."""
SCIENTIFIC = re.compile(r"([0-9])(?:[.,]([0-9]+))?[eE]\+?([0-9]{1,2})")
GARBLED = re.compile("[ÂÃÅÄâ][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2122]")
"""How a letter with an accent looks when a file in UTF-8 was once read as Windows-1252: ``Ã©`` for ``é``."""


NOTHING = {"nvt", "n.v.t.", "n.v.t", "n/a", "onbekend", "unknown"}
"""What people type where there is nothing to fill in; none of it may come in a letter."""
NO_ACCENT = str.maketrans("ıøłđðØŁĐ", "iolddOLD", "’‘'`´")
"""Letters that Unicode does not take apart; and signs that people type in many ways."""


class Wrong(Exception):
    """A cell that cannot be taken as it is: the problem and a hint."""

    def __init__(self, problem: str, hint: str = "") -> None:
        super().__init__(problem)
        self.problem, self.hint = problem, hint


class Reading(NamedTuple):
    """What a cell says, and what is worth telling about how it was read."""

    value: object
    note: str = ""
    hint: str = ""
    severity: Severity = Severity.HINT


def text_of(cell: Cell) -> str:
    """The text of a cell, in which somebody can read something; a whole number stands for its digits."""
    if isinstance(cell, str):
        return meaningful(sound(cell))
    if isinstance(cell, Broken):
        raise Wrong(cell.problem, cell.hint)
    if isinstance(cell, bool):
        raise Wrong(f"{str(cell).upper()} is a logical value, not a text", AS_TEXT)
    if isinstance(cell, int | float):
        return digits_of(cell)
    raise Wrong(f"the spreadsheet made {moment(cell)} of it", f"{AS_TEXT}, or put ' before it")


def moment(cell: date | datetime | time | timedelta) -> str:
    """A day or time as a message names it."""
    return f"the day {cell.isoformat()}" if type(cell) is date else f"the time {cell}"


def digits_of(number: int | float) -> str:
    """A whole number as it was typed."""
    if number != number or number in (float("inf"), float("-inf")) or int(number) != number:
        raise Wrong(f"{number} is a number with decimals, not a text", AS_TEXT)
    digits = str(int(number))
    if number < 0:
        raise Wrong(f"{digits} is a number below zero, not a text", AS_TEXT)
    if len(digits) > DIGITS_KEPT:
        raise Wrong(f"{digits} has more digits than a spreadsheet keeps; the last ones are lost", AS_TEXT)
    return digits


def sound(text: str) -> str:
    """A text, unless the spreadsheet or the way it was saved has spoilt it."""
    if "#" in text and ERROR.fullmatch(text.strip(BLANKS)):
        raise Wrong(f"{text.strip(BLANKS)} is an error of the spreadsheet", "mend the formula, or type the value")
    if text.isascii():
        return text
    if "\ufffd" in text:
        raise Wrong(f"{shown(text)} has lost a letter (�) when the file was saved", "type it again, and save as .xlsx")
    if GARBLED.search(text) and (meant := mended(text)):
        raise Wrong(f"{shown(text)} has lost its accents when the file was saved", f"type '{meant}', and save as .xlsx")
    return text


def mended(text: str) -> str:
    """What a garbled text was; empty when it was not garbled."""
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return ""


def meaningful(text: str) -> str:
    """A text, unless it says nothing: a dash, a question mark, ``n.v.t.``."""
    if text.strip(BLANKS).casefold() in NOTHING or not (text[:1].isalnum() or any(map(str.isalnum, text))):
        raise Wrong(f"{shown(text.strip(BLANKS))} says nothing", "leave the cell empty when there is nothing to fill in")
    return text


def bare(cell: Cell, marks: str = " .-") -> str:
    """The text of a cell without blanks and without the marks that people write in numbers."""
    text = text_of(cell)
    return text.translate(_without(marks)) if not text.isalnum() else text


@lru_cache
def _without(marks: str) -> dict[int, None]:
    return dict.fromkeys(map(ord, BLANKS + marks))


def unfolded(text: str) -> str:
    """``6.12345678E+08`` as the digits that it stands for; refused when digits are lost, other texts as they are."""
    found = SCIENTIFIC.fullmatch(text)
    if found is None:
        return text
    first, decimals, power = found[1], found[2] or "", int(found[3])
    if len(decimals) < power or decimals[power:].strip("0"):
        raise Wrong(f"'{text}' is how a spreadsheet shortens a long number; its last digits are lost", AS_TEXT)
    return first + decimals[:power]


def without_accents(text: str) -> str:
    """A text with plain letters: ``coöperatie`` -> ``cooperatie``."""
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFKD", text.translate(NO_ACCENT))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Letters and digits alone, small, without accents: how a heading or a choice is recognised."""
    return "".join(letter for letter in without_accents(text).casefold() if letter.isalnum())
