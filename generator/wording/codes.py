"""Phone numbers and bank accounts as people read them. In: E.164 and IBAN as stored. Out: the same digits in groups.

Groups hang together with no-break spaces. What is not stored in that form comes back as it is: this room shows,
it does not check.
"""

from __future__ import annotations

import re

from generator.wording.sentences import NBSP

SHORT_AREAS = re.compile(r"1[035]|2[0346]|3[03568]|4[0356]|5[0358]|7[0-9]|8[24578]|91")
"""Dutch area and company prefixes of two digits after the 0; the others have three (``0341``)."""
SERVICES = ("800", "900", "906", "909")
LONG_COUNTRIES = re.compile(r"1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3}")
"""A country code at the start of a number: one or two digits for these, three for all others."""


def phone(number: str, *, language: str) -> str:
    """``010 123 45 67``, ``0341 12 34 56``, ``06 12 34 56 78``; in English, and from abroad, ``+31 10 123 45 67``."""
    digits = number.removeprefix("+").replace(" ", "")
    if not number.startswith("+") or not digits.isdecimal():
        return number
    code = _country_code(digits)
    rest = digits[len(code) :]
    area, local = _dutch_parts(rest) if code == "31" else ("", rest)
    at_home = code == "31" and (language == "nl" or area in SERVICES)
    first = f"0{area}" if at_home else f"+{code}{NBSP}{area}".rstrip(NBSP)
    return NBSP.join([first, *_pairs(local)])


def iban(account: str) -> str:
    """In groups of four: ``NL81 FICT 0100 2003 01``."""
    packed = re.sub(r"\s", "", account).upper()
    return NBSP.join(packed[at : at + 4] for at in range(0, len(packed), 4))


def _country_code(digits: str) -> str:
    match = LONG_COUNTRIES.match(digits)
    return match.group() if match else digits


def _dutch_parts(national: str) -> tuple[str, str]:
    """Area and subscriber's number, without the 0: ``("10", "1234567")``."""
    if national.startswith(SERVICES) and len(national) != 9:
        return national[:3], national[3:]
    if national.startswith("6"):
        return "6", national[1:]
    size = 2 if SHORT_AREAS.match(national) else 3
    return national[:size], national[size:]


def _pairs(digits: str) -> list[str]:
    """``1234567`` -> 123 45 67; an odd number of digits starts with three; four stay together (``0800 1234``)."""
    if len(digits) in (0, 4):
        return [digits] if digits else []
    head = 3 if len(digits) % 2 else 2
    return [digits[:head], *(digits[at : at + 2] for at in range(head, len(digits), 2))]
