"""What every part of a profile is made of. In: plain data of a file. Out: checked values and the base class of all sections.

Each type here is strict at the door and speaks the reader's terms: what was given, what is wanted, what to do about it. A value
that is None, an empty text or an empty list means: not known yet, so that a draft shows a blank there.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from typing import Annotated, Any, ClassVar, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

T = TypeVar("T")


class Section(BaseModel):
    """The base of every part of a profile: it never changes, and a key it does not know is a fault."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    also: ClassVar[frozenset[str]] = frozenset()
    """Fields of other sections like it: a text may ask for them, and finds them empty."""

    @model_validator(mode="before")
    @classmethod
    def leave_out_nothing(cls, data: object) -> object:
        """``key: null`` means the same as no key, so that every field has one way to be unknown."""
        if not isinstance(data, dict) or None not in data.values():
            return data
        known = cls.keys()
        return {key: value for key, value in data.items() if value is not None or key not in known}

    @classmethod
    @cache
    def keys(cls) -> frozenset[str]:
        """The keys that a file may use for this section."""
        return frozenset(field.alias or name for name, field in cls.model_fields.items())


class BareNumber(str):
    """A number with a decimal point that stood in the file without quotes; kept as typed, so that ``1.10`` stays ``1.10``."""

    __slots__ = ()


def refuse(problem: str, hint: str = "") -> PydanticCustomError:
    """The error that a check raises: what is wrong and, when there is something to do, a hint."""
    return PydanticCustomError("refused", "{problem}", {"problem": problem, "hint": hint})


def shown(value: object) -> str:
    """A value as a message quotes it."""
    if isinstance(value, str):
        return f"'{value[:60]}…'" if len(value) > 60 else f"'{value}'"
    return {dict: "a group of fields", list: "a list", type(None): "nothing"}.get(type(value), str(value).lower()[:60])


def optional(title: str, description: str) -> Any:
    """A field that may be unknown (None): its Dutch label and an English explanation."""
    return Field(default=None, title=title, description=description)


def several(title: str, description: str) -> Any:
    """A list that may be empty: its Dutch label and an English explanation."""
    return Field(default=(), title=title, description=description)


def required(title: str, description: str) -> Any:
    """A field that must be there: its Dutch label and an English explanation."""
    return Field(title=title, description=description)


# --- text ----------------------------------------------------------------------------------------------------------------

REFUSED_CATEGORIES = {
    "Cc": "a control character",
    "Cs": "half of a character (a surrogate)",
    "Co": "a private-use character",
    "Cn": "an unassigned character",
}
BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
NEWLINES = re.compile("\r\n|\r|\u2028|\u2029|\x85")
PLAIN = re.compile("[ -~\n\t\u00a0-\u024f\u2018-\u201d\u2026\u20ac]*")
"""Text of characters that are surely allowed: most values, so that the slow look at each character is rare."""


def refused_character(text: str) -> str:
    """What is wrong with the first character that no text may hold, with its place; empty when all are fine."""
    if PLAIN.fullmatch(text):
        return ""
    for place, character in enumerate(text, start=1):
        kind = REFUSED_CATEGORIES.get(unicodedata.category(character), "")
        if character in BIDI:
            kind = "a character that reverses the direction of text"
        if kind and character not in "\n\t":
            return f"character {place} is {kind} (U+{ord(character):04X})"
    return ""


def clean(text: str) -> str:
    """Text with one kind of newline, accents on their letters, no blanks around it; refuses characters that may not be."""
    if text.isascii() and text.isprintable():  # most texts
        return text.strip(" ")
    cleaned = unicodedata.normalize("NFC", NEWLINES.sub("\n", text)).strip(" \t\n\ufeff")
    problem = refused_character(cleaned)
    if problem:
        raise refuse(problem, "remove it; it is invisible in most editors, so type the text anew")
    return cleaned


def to_text(value: object) -> object:
    """Text, cleaned; a whole number stands for its digits, and an empty text for None."""
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if isinstance(value, bool):
        raise refuse(f"{str(value).lower()} is not a text", "put quotes around it if it is meant as a word")
    if not isinstance(value, str):
        return value
    return clean(value) or None


def filled(value: object) -> object:
    """Text that must hold something."""
    text = to_text(value)
    if text is None:
        raise refuse("is empty", "fill it in")
    return text


Text = Annotated[str, BeforeValidator(filled)]
"""A text that is not empty; may have several lines."""
MaybeText = Annotated[str | None, BeforeValidator(to_text)]
"""A text, or None when it is empty or absent."""

APOSTROPHE = re.compile(r"(?:(?<=^)|(?<=[\s(-])|(?<=\b[dDlL]))['`´\u2018](?=\w)")
"""A typed apostrophe at the start of a word, or after a lone ``d`` or ``l``."""


def to_name(value: object) -> object:
    """Part of a person's name: a typed apostrophe becomes ``’`` (``'t`` → ``’t``, ``d'`` → ``d’``)."""
    text = to_text(value)
    if not isinstance(text, str):
        return text
    text = APOSTROPHE.sub("’", text)
    return re.sub(r"(?<=\b[dDlL])['`´\u2018]$", "’", text)


def filled_name(value: object) -> object:
    """Part of a person's name that must hold something."""
    return to_name(filled(value))


Name = Annotated[str, BeforeValidator(filled_name)]
MaybeName = Annotated[str | None, BeforeValidator(to_name)]

IDENTIFIER = re.compile(r"[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*")


def to_identifier(value: object) -> object:
    """A name within files: letters, digits, hyphens and underscores, at most 80."""
    text = filled(value)
    if isinstance(text, str) and (not IDENTIFIER.fullmatch(text) or len(text) > 80):
        raise refuse(f"'{text[:40]}' cannot be an id", "use letters, digits, hyphens and underscores: 'van-t-veld'")
    return text


Identifier = Annotated[
    str, BeforeValidator(to_identifier), WithJsonSchema({"type": "string", "pattern": f"^{IDENTIFIER.pattern}$"})
]
"""The name of a partner, person or activity, by which other places refer to it."""


def one_or_more(value: object) -> object:
    """A single name stands for a list of one."""
    return (value,) if isinstance(value, str | int) else value


OneOrMore = Annotated[
    tuple[Identifier, ...],
    BeforeValidator(one_or_more),
    WithJsonSchema(
        {"anyOf": [{"type": "string", "pattern": f"^{IDENTIFIER.pattern}$"}, {"type": "array", "items": {"type": "string"}}]}
    ),
]
"""One name, or a list of them."""

# --- lists ------------------------------------------------------------------------------------------------------------------


Several = tuple[T, ...]
"""A list, kept as a tuple; absent and ``null`` are the empty one."""
Validator = Callable[[object], object]


def checked(check: Callable[[str], str]) -> Validator:
    """A validator that cleans a text and then holds it against a check; empty stays None."""

    def validate(value: object) -> object:
        text = to_text(value)
        return check(text) if isinstance(text, str) else text

    return validate
