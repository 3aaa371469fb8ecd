"""Numbers and money in digits. In: ``Decimal`` or ``int``, never a float. Out: text with the language's signs.

Amounts are euros. What has more decimals than is printed is rounded half up, the arithmetic rounding of Dutch invoices; the
money room has already rounded to cents where that counts.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal

from generator.wording.cldr import words
from generator.wording.sentences import NBSP

Number = Decimal | int

_ROOMY = Context(prec=60, rounding=ROUND_HALF_UP)
"""Enough digits that no amount of money ever hits the precision of the default context."""
_CENT = Decimal("0.01")
_AMOUNT = re.compile(r"€\s*(\d[\d.,]*)|(\d[\d.,]*)\s*euros?\b")
_CENTS = re.compile(r"([\d.,]*?)(?:[.,](\d{1,2}))?[.,]*")
"""Euros, cents, the end of a sentence: one or two digits behind the last sign are cents, three are not."""


def number(value: Number, decimals: int | None = None, *, language: str) -> str:
    """``1.234,5``, ``54``; as many decimals as it has (zeros at the end dropped), or exactly ``decimals``."""
    exact = _decimal(value)
    if decimals is not None:
        exact = exact.quantize(Decimal(1).scaleb(-decimals), context=_ROOMY)
    digits = _digits(exact, language)
    if decimals is None and exact != exact.to_integral_value():
        digits = digits.rstrip("0")
    elif decimals is None:
        digits = _digits(exact.to_integral_value(), language)
    return f"{_minus(exact)}{digits}"


def percent(value: Number, decimals: int | None = None, *, language: str) -> str:
    """``21%``, ``7,5%``: no space in either language."""
    return f"{number(value, decimals, language=language)}%"


def money(value: Number, *, language: str) -> str:
    """For contracts and tables, always two decimals: ``€ 1.234,50``, ``€ -12,00``; English ``€1,234.50``, ``–€12.00``."""
    return _euros(cents(value), language)


def price(value: Number, *, language: str) -> str:
    """For a price per unit: as :func:`money`, but parts of a cent are kept: ``€ 0,125``."""
    exact = _decimal(value)
    parts = max(2, -int(exact.normalize(_ROOMY).as_tuple().exponent))
    return _euros(exact.quantize(Decimal(1).scaleb(-parts), context=_ROOMY), language)


def money_letter(value: Number, *, language: str) -> str:
    """For letters: whole euros as ``€ 500,-`` (English ``€500``), others as :func:`money`."""
    if not _is_whole(value):
        return money(value, language=language)
    whole = money(value, language=language)[:-3]
    return f"{whole},-" if language == "nl" else whole


def money_press(value: Number, *, language: str) -> str:
    """For the press: ``6.580 euro``, ``12,50 euro``; English ``€6,580``."""
    if language != "nl":
        return money_letter(value, language=language)
    return f"{number(value, 0 if _is_whole(value) else 2, language=language)}{NBSP}euro"


def discount(value: Number, *, language: str) -> str:
    """What is taken off, whatever its sign: ``– € 12,00``, ``–€12.00``."""
    amount = money(_decimal(value).copy_abs(), language=language)
    return f"–{NBSP}{amount}" if language == "nl" else f"–{amount}"


def amounts(text: str) -> tuple[Decimal, ...]:
    """The euros that a text names, in either language's signs: ``€ 6.580`` and ``12,50 euro`` are 6580 and 12.50."""
    found = (before or behind for before, behind in _AMOUNT.findall(text))
    parts = (_CENTS.fullmatch(digits) for digits in found)
    return tuple(Decimal(f"{re.sub('[.,]', '', part[1])}.{part[2] or 0}") for part in parts if part)


def cents(value: Number) -> Decimal:
    """The amount, rounded half up to whole cents."""
    return _decimal(value).quantize(_CENT, context=_ROOMY)


# --- parts -------------------------------------------------------------------------------------------------------------------


def _decimal(value: Number) -> Decimal:
    """The value as a finite Decimal. Raises TypeError for a float, ValueError for NaN and infinity."""
    if isinstance(value, float):
        raise TypeError(f"{value!r} is a float; numbers in documents are Decimal or int")
    exact = Decimal(value)
    if not exact.is_finite():
        raise ValueError(f"{value} is no number to print")
    return exact


def _euros(value: Decimal, language: str) -> str:
    """The sign before or behind the minus, as each language has it."""
    if language == "nl":
        return f"€{NBSP}{_minus(value)}{_digits(value, language)}"
    return f"{'–' if value < 0 else ''}€{_digits(value, language)}"


def _is_whole(value: Number) -> bool:
    return cents(value) % 1 == 0


def _digits(value: Decimal, language: str) -> str:
    """Without its sign, with the decimals it has: ``1.234,50``."""
    return f"{value.copy_abs():,f}".translate(words(language).number_signs)


def _minus(value: Decimal) -> str:
    """A minus for what is below zero; -0.00 has none."""
    return "-" if value < 0 else ""
