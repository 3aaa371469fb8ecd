"""Numbers and amounts in words. In: whole numbers, or euros as ``Decimal``. Out: Dutch or English words.

Dutch: one word up to a thousand, a space after *duizend*, *miljoen* and *miljard* apart, a diaeresis in *tweeëntwintig*. No
accent on *een* inside a number (*honderdeen*); 1 alone is *één*, so that nobody reads an article. ``num2words`` has this wrong.
"""

from __future__ import annotations

from collections.abc import Callable

from generator.wording.numbers import Number, cents

LIMIT = 10**15
"""Numbers from here on have no words."""

NL_SMALL = (
    "nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen",
    "tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien",
)  # fmt: skip
NL_TENS = ("", "", "twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")
NL_SCALES = ((10**12, "biljoen"), (10**9, "miljard"), (10**6, "miljoen"))

EN_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
EN_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
EN_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (10**3, "thousand"))


def in_words(number: int, *, language: str) -> str:
    """``28064`` -> ``achtentwintigduizend vierenzestig``. Raises ValueError from ``LIMIT`` (10¹⁵) on."""
    size = abs(number)
    if size >= LIMIT:
        raise ValueError(f"{number} is too large to write in words")
    spelled = "één" if size == 1 and language == "nl" else SPELLERS[language](size)
    return f"{'min' if language == 'nl' else 'minus'} {spelled}" if number < 0 else spelled


def money_in_words(amount: Number, *, language: str) -> str:
    """``12103.80`` -> ``twaalfduizend honderddrie euro en tachtig cent``; no cents are not named, nor no euros."""
    total = int(cents(amount) * 100)
    euros, rest = divmod(abs(total), 100)
    parts = [_coins(euros, "euro", language)] if euros or not rest else []
    parts += [_coins(rest, "cent", language)] if rest else []
    sign = "" if total >= 0 else "min " if language == "nl" else "minus "
    return sign + (" en " if language == "nl" else " and ").join(parts)


def _coins(number: int, unit: str, language: str) -> str:
    """``twee euro``, ``two euros``: Dutch sums stay in the singular."""
    plural = "s" if language == "en" and number != 1 else ""
    return f"{in_words(number, language=language)} {unit}{plural}"


def _dutch(number: int) -> str:
    """Scale by scale, apart: ``twee miljoen tweehonderdzesenzestigduizend honderdtien``."""
    parts = []
    for size, name in NL_SCALES:
        times, number = divmod(number, size)
        parts += [f"{_dutch(times)} {name}"] if times else []
    thousands, rest = divmod(number, 1000)
    if thousands:
        parts.append(f"{_dutch_below_1000(thousands) if thousands > 1 else ''}duizend")
    if rest or not parts:
        parts.append(_dutch_below_1000(rest))
    return " ".join(parts)


def _dutch_below_1000(number: int) -> str:
    """One word: ``driehonderdeenentachtig``; units come before tens, with ë where *twee* or *drie* meets *en*."""
    hundreds, rest = divmod(number, 100)
    if hundreds:
        before = "" if hundreds == 1 else NL_SMALL[hundreds]
        return f"{before}honderd{_dutch_below_1000(rest) if rest else ''}"
    if rest < len(NL_SMALL):
        return NL_SMALL[rest]
    tens, unit = divmod(rest, 10)
    if not unit:
        return NL_TENS[tens]
    return f"{NL_SMALL[unit]}{'ën' if NL_SMALL[unit].endswith('e') else 'en'}{NL_TENS[tens]}"


def _english(number: int) -> str:
    """British: ``one thousand two hundred and thirty-four``, ``one thousand and one``."""
    parts = []
    for size, name in EN_SCALES:
        times, number = divmod(number, size)
        parts += [f"{_english_below_1000(times)} {name}"] if times else []
    if number or not parts:
        parts.append(f"{'and ' if parts and number < 100 else ''}{_english_below_1000(number)}")
    return " ".join(parts)


def _english_below_1000(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    if hundreds:
        return f"{EN_SMALL[hundreds]} hundred{f' and {_english_below_1000(rest)}' if rest else ''}"
    if rest < len(EN_SMALL):
        return EN_SMALL[rest]
    tens, unit = divmod(rest, 10)
    return f"{EN_TENS[tens]}-{EN_SMALL[unit]}" if unit else EN_TENS[tens]


SPELLERS: dict[str, Callable[[int], str]] = {"nl": _dutch, "en": _english}
