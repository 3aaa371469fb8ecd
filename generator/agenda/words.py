"""The agenda in words. In: something due with its values, a language. Out: what it is, and what to do about it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal
from enum import Enum

from generator.agenda.said import CALL, GLUE, NO_PHONE, SAID, UNKNOWN_AMOUNT, Words
from generator.profile.person import Person
from generator.wording.codes import phone
from generator.wording.dates import long_date, time_of_day
from generator.wording.labels import label
from generator.wording.names import full_name
from generator.wording.numbers import money
from generator.wording.sentences import upper_first


def words(say: str, values: Mapping[str, object], language: str) -> Words:
    """What is told."""
    shown = {name: written(value, language) for name, value in values.items()}
    shown["amount"] = shown.get("amount") or UNKNOWN_AMOUNT[language]
    pieces = {name: text.format_map(shown) if shown.get(_needs(text)) else "" for name, text in GLUE[language].items()}
    made = shown | pieces | {"Kind": upper_first(shown.get("kind", "")), "call": _call(values.get("who"), language)}
    title, do = SAID[say][language]
    return Words(plain(title.format_map(made)), plain(do.format_map(made)))


def _call(who: object, language: str) -> str:
    """Whom to call, and where; nothing when the profile has nobody."""
    if not isinstance(who, Person):
        return ""
    form = CALL if who.phone else NO_PHONE
    return form[language].format(who=full_name(who), phone=phone(who.phone, language=language) if who.phone else "")


def _needs(piece: str) -> str:
    """The value that a piece is about."""
    return piece.partition("{")[2].partition("}")[0]


def written(value: object, language: str) -> str:
    """A value as a reader of the language writes it."""
    match value:
        case Person():
            return full_name(value)
        case date():
            return long_date(value, language=language)
        case time():
            return time_of_day(value, language=language)
        case Decimal():
            return money(value, language=language)
        case Enum():
            return label(str(value), type(value).__name__, language=language)
        case None:
            return ""
    return str(value)


def plain(text: str) -> str:
    """A text for a terminal or a calendar: on one line, with ordinary blanks."""
    return " ".join(text.split())
