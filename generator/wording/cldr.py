"""Babel's door: what Unicode's locale data knows. In: a language and a code. Out: months, days, countries, number signs.

Importing Babel and reading a locale costs about 30 ms and a call of its formatters 8 to 25 µs. So this room imports it when the
first date or amount is written, takes the words it needs, once, and the other rooms put them together themselves (the tests
compare the result with Babel's own formatters).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel.core import Locale

LOCALES = {"nl": "nl_NL", "en": "en_GB"}
"""Our languages, and the locale whose habits each follows."""


@dataclass(frozen=True, slots=True)
class LocaleWords:
    """What one language contributes to dates and numbers."""

    months: tuple[str, ...]
    """Index 1 is January; index 0 is empty."""
    short_months: tuple[str, ...]
    weekdays: tuple[str, ...]
    """Index 0 is Monday, as in ``date.weekday()``."""
    number_signs: dict[int, str]
    """A table for ``str.translate``: from Python's ``1,234.5`` to the language's own signs."""


@cache
def words(language: str) -> LocaleWords:
    """The words and signs of ``nl`` or ``en``."""
    locale = _locale(language)
    months, days = locale.months["format"], locale.days["format"]["wide"]
    signs = locale.number_symbols["latn"]
    return LocaleWords(
        months=("", *(months["wide"][n] for n in range(1, 13))),
        short_months=("", *(months["abbreviated"][n] for n in range(1, 13))),
        weekdays=tuple(days[n] for n in range(7)),
        number_signs={ord(","): signs["group"], ord("."): signs["decimal"]},
    )


@cache
def country(code: str, *, language: str) -> str:
    """The country's name: ``BE`` -> ``België``; what is no known ISO code comes back as it is."""
    name: str = _locale(language).territories.get(code.upper(), code)
    return name


@cache
def _locale(language: str) -> Locale:
    from babel.core import Locale

    return Locale.parse(LOCALES[language])
