"""What a column holds, and both ways of it. In: a cell. Out: the value for a profile; and back: what to write in a cell.

Only what is surely meant is put right here (``06 12 34 56 78`` is ``+31612345678``). Anything else goes on as it is, and the
profile's own checks say what is wrong with it.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from generator.errors import did_you_mean
from generator.profile.base import shown
from generator.sheets.cells import Reading, Wrong, bare, plain, text_of, unfolded
from generator.sheets.days import day, show_day
from generator.sheets.table import BLANKS, Cell
from generator.wording.cldr import country
from generator.wording.label_words import ENUMERATIONS

Words = Mapping[str, tuple[str, str]]
Read = Callable[[Cell], Reading]
LANGUAGES = ("nl", "en")


def as_text(value: object, _: str) -> Cell:
    """A text as a cell holds it."""
    return str(value)


@dataclass(frozen=True, slots=True)
class Form:
    """What a column holds."""

    read: Read
    show: Callable[[object, str], Cell] = as_text
    """A value in a language, for a cell."""
    holds: Literal["text", "number", "date"] = "text"
    choices: Words | None = None
    """The words to choose from, by value: Dutch and English."""


# --- text and names ---------------------------------------------------------------------------------------------------------


def text(cell: Cell) -> Reading:
    """Any text that says something."""
    return Reading(text_of(cell))


def trimmed(cell: Cell) -> Reading:
    """A text in which blanks around it mean nothing."""
    return Reading(text_of(cell).strip(BLANKS))


# --- numbers ----------------------------------------------------------------------------------------------------------------


def digits(count: int, least: int) -> Form:
    """So many digits; a number that lost its leading zeros gets them back when ``least`` digits or more are left."""

    def read(cell: Cell) -> Reading:
        given = text_of(cell)
        number = unfolded(given.strip(BLANKS)) if "E" in given.upper() else bare(given)
        if not (number.isascii() and number.isdigit()):
            return Reading(given.strip(BLANKS))
        if least <= len(number) < count:
            full = number.zfill(count)
            return Reading(full, f"{number} lost its leading zero; read as {full}", "compare it with the register")
        return Reading(number)

    return Form(read)


def capitals(pattern: str) -> Form:
    """Letters and digits in capitals, without blanks and marks, when that gives the pattern."""
    wanted = re.compile(pattern)

    def read(cell: Cell) -> Reading:
        number = bare(cell).upper()
        return Reading(number) if wanted.fullmatch(number) else trimmed(cell)

    return Form(read)


PHONE_MARKS = " ()./-–\u2011"


def phone(cell: Cell) -> Reading:
    """A phone number in international form; a Dutch one may be written in the Dutch way."""
    given = text_of(cell).strip(BLANKS)
    number = bare(unfolded(given).replace("(0)", "") if not given.isdigit() else given, PHONE_MARKS)
    number = re.sub(r"^\+310(?=[1-9])", "+31", f"+{number[2:]}" if number.startswith("00") else number)
    if re.fullmatch(r"\+[0-9]{1,15}", number):  # more digits than any number has are two numbers
        return Reading(number)
    if re.fullmatch(r"0[1-9][0-9]{8}", number):
        return Reading(f"+31{number[1:]}")
    if re.fullmatch(r"31[1-9][0-9]{8}", number):
        return Reading(f"+{number}")
    if re.fullmatch(r"[1-9][0-9]{8}", number):
        return Reading(f"+31{number}", f"{given} lost its leading zero; read as +31{number}", "a Dutch number is assumed")
    return Reading(given)


def postcode(cell: Cell) -> Reading:
    """A postcode; a Dutch one gets its capitals and its one blank."""
    given = text_of(cell).strip(BLANKS)
    found = POSTCODE.fullmatch(bare(given, " ").upper())
    return Reading(f"{found[1]} {found[2]}" if found else given)


def email(cell: Cell) -> Reading:
    """An e-mail address, also as a link or with a name before it."""
    given = text_of(cell).strip(BLANKS).removeprefix("mailto:")
    found = re.fullmatch(r"[^<>]*<([^<>\s]+@[^<>\s]+)>", given)
    return Reading(found[1] if found else given)


def website(cell: Cell) -> Reading:
    """A web address; ``www.school.nl`` is one too."""
    given = text_of(cell).strip(BLANKS)
    return Reading(f"https://{given}" if re.fullmatch(r"(?:[\w-]+\.)+[a-zA-Z]{2,}(?:/\S*)?", given) else given)


# --- addresses --------------------------------------------------------------------------------------------------------------

POSTCODE = re.compile(r"([1-9][0-9]{3}) ?([A-Za-z]{2})\b")
HOUSE = re.compile(r"([0-9]{1,6})(?: ?([A-Za-z])(?![A-Za-z]))?(?:(?: ?[/-] ?(?=\w)| ?(?=[A-Za-z]))(\w[\w ./-]*))?", re.ASCII)
"""Number, letter, suffix: ``7``, ``7A``, ``22 bis``, ``12-2``; two numbers need a sign between them."""


def house(cell: Cell) -> Reading:
    """A house number in its parts: number, letter, suffix; what it does not have is None."""
    given = text_of(cell).strip(BLANKS)
    found = HOUSE.fullmatch(given)
    if found is None:
        raise Wrong(f"{shown(given)} is not a house number", "write the number first: 7, 7A, 22 bis, 12-2")
    return Reading((int(found[1]), found[2], found[3]))


def street_and_house(cell: Cell) -> Reading:
    """A street with its house number in one cell: street, number, letter, suffix, PO box; what it does not have is None."""
    given = " ".join(text_of(cell).split())
    if box := re.fullmatch(r"(?i)(?:postbus|po box|p\.o\. box) ([0-9]{1,6})", given):
        return Reading((None, None, None, None, box[1]))
    for blank in re.finditer(r" (?=[0-9])", given):
        street, behind = given[: blank.start()].rstrip(" ,"), given[blank.end() :]
        if POSTCODE.match(behind):
            hint = "write the house number, the postcode and the town in columns of their own"
            raise Wrong(f"{shown(given)} has more than a street and a number", hint)
        parts = HOUSE.fullmatch(behind)
        if parts and any(letter.isalpha() for letter in street):
            return Reading((street, int(parts[1]), parts[2], parts[3], None))
    raise Wrong(f"{shown(given)} has no house number at its end", "write the street and the number in columns of their own")


def show_number(value: object, _: str) -> Cell:
    """A whole number."""
    return int(str(value))


# --- choices ----------------------------------------------------------------------------------------------------------------


def choice(table: Words, also: Mapping[str, Iterable[str]] | None = None, unclear: Mapping[str, str] | None = None) -> Form:
    """One of some words, in Dutch or English; ``also`` has more words for a value, ``unclear`` a hint for a doubtful word."""
    known = {plain(said): value for value, list_ in (also or {}).items() for said in list_}
    known |= {plain(said): value for value, both in table.items() for said in (value, *both)}

    def read(cell: Cell) -> Reading:
        given = text_of(cell).strip(BLANKS)
        value = known.get(plain(given))
        if unclear and given in unclear:
            raise Wrong(f"{shown(given)} can mean two things", unclear[given])
        if value is None:
            raise Wrong(f"{shown(given)} is not one of the choices", did_you_mean(given, (nl for nl, _ in table.values())))
        return Reading(value)

    def show(value: object, language: str) -> Cell:
        said = table.get(str(value))
        return said[LANGUAGES.index(language)] if said else str(value)

    return Form(read, show, choices=table)


YES_OR_NO = choice(
    {"true": ("ja", "yes"), "false": ("nee", "no")}, {"true": ("j", "y", "x", "1", "waar"), "false": ("n", "0", "onwaar")}
)


def yes_or_no(cell: Cell) -> Reading:
    """Whether: a logical value, or a word for it."""
    return Reading(cell if isinstance(cell, bool) else YES_OR_NO.read(cell).value == "true")


def show_yes_or_no(value: object, language: str) -> Cell:
    """``ja`` or ``nee``."""
    return YES_OR_NO.show(str(value).lower(), language)


@cache
def countries() -> Form:
    """The countries whose names are known; of others the code of two letters."""
    return choice({code: (country(code, language="nl"), country(code, language="en")) for code in NEAR})


NEAR = ["NL", "BE", "DE", "FR", "GB", "LU", "IE", "DK", "AT", "CH", "ES", "IT", "PL", "PT", "SE", "NO"]


def land(cell: Cell) -> Reading:
    """A country: its code, or its name in Dutch or English."""
    given = text_of(cell).strip(BLANKS)
    return Reading(given.upper()) if re.fullmatch("[A-Za-z]{2}", given) else countries().read(cell)


def show_land(value: object, language: str) -> Cell:
    """The name of a country, or its code when the name would not be known again."""
    return countries().show(value, language)


# --- lists ------------------------------------------------------------------------------------------------------------------


def listed(cell: Cell) -> Reading:
    """Several texts: a semicolon or a new line between them, quotes around one that holds a semicolon itself."""
    rows = csv.reader(io.StringIO(text_of(cell), newline=""), delimiter=";", skipinitialspace=True)
    return Reading([item.strip() for row in rows for item in row if item.strip()])


def titles(cell: Cell) -> Reading:
    """Several titles; blanks or commas between them, or semicolons when a title has a blank itself."""
    given = text_of(cell)
    found = listed(given).value if ";" in given or '"' in given else re.split(r"[\s,]+", given.strip(f"{BLANKS},"))
    if isinstance(found, list) and any(plain(title) in SALUTATIONS for title in found):
        raise Wrong(f"{shown(given)} is a salutation, not a title", "put it in the column for the salutation")
    return Reading(found)


SALUTATIONS = frozenset(["dhr", "heer", "meneer", "mevr", "mevrouw", "mw", "ms", "mrs"])


def show_list(value: object, _: str) -> Cell:
    """Texts with semicolons between them, as they are read again."""
    items = [str(item) for item in value] if isinstance(value, Iterable) else []
    return "; ".join(quoted(item) for item in items)


def show_titles(value: object, language: str) -> Cell:
    """Titles with blanks between them where that can be read again."""
    items = [str(item) for item in value] if isinstance(value, Iterable) else []
    if all(re.fullmatch(r'[^\s,;"]+', item) for item in items):
        return " ".join(items)
    return f"{show_list(items, language)};"


def quoted(item: str) -> str:
    """An item of a list, in quotes when it would not be read as one item."""
    if re.search(r'[;"\n]', item):
        doubled = item.replace('"', '""')
        return f'"{doubled}"'
    return item


FORMS: dict[str, Form] = {
    "text": Form(text),
    "plain": Form(trimmed),
    "list": Form(listed, show_list),
    "titles": Form(titles, show_titles),
    "kvk": digits(8, least=7),
    "branch": digits(12, least=8),
    "rsin": digits(9, least=7),
    "vat": capitals("NL[0-9]{9}B[0-9]{2}"),
    "brin": capitals("[0-9]{2}[A-Z]{2}"),
    "iban": capitals("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}"),
    "phone": Form(phone),
    "postcode": Form(postcode),
    "email": Form(email),
    "website": Form(website),
    "house": Form(house, show_number, holds="number"),
    "address": Form(street_and_house),
    "country": Form(land, show_land),
    "day": Form(day, show_day, holds="date"),
    "yes_or_no": Form(yes_or_no, show_yes_or_no, choices=YES_OR_NO.choices),
}
"""What a column can hold, besides a choice."""


def form_named(name: str, also: Mapping[str, Mapping[str, Iterable[str]]], unclear: Mapping[str, Mapping[str, str]]) -> Form:
    """``text``, or ``choice Kind``: the words of that enumeration, with what is known about further words for it."""
    sort, _, enumeration = name.partition(" ")
    if sort != "choice":
        return FORMS[sort]
    return choice(ENUMERATIONS[enumeration], also.get(enumeration), unclear.get(enumeration))
