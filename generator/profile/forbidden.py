"""Data that has no place in a profile. In: the plain data of a file. Out: (path, problem, hint) for each piece found.

A profile is about organisations and the people who act for them. A citizen service number (BSN), a pupil number, a date of
birth, nationality or health of anybody is refused, wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from generator.profile.checks import is_elfproef

FORBIDDEN_KEYS = {
    "a citizen service number (BSN)": "bsn burgerservicenummer burger_service_nummer sofinummer sofi_nummer"
    " citizen_service_number",
    "a pupil number": "onderwijsnummer pgn persoonsgebonden_nummer leerlingnummer pupil_number education_number",
    "a date of birth": "geboortedatum geboorte_datum geboortedag date_of_birth birth_date birthdate birthday dob"
    " geboorteplaats geboren",
    "nationality": "nationaliteit nationality afkomst etniciteit ethnicity geboorteland country_of_birth",
    "information on health": "gezondheid health medisch medical medicatie medication ziekte illness diagnose diagnosis "
    "allergie allergieen allergies handicap disability zorgbehoefte care_needs",
    "information on religion": "religie religion geloof levensovertuiging",
    "the number of an identity document": "paspoortnummer passport_number identiteitskaartnummer rijbewijsnummer",
    "a VAT number that holds a BSN": "omzetbelastingnummer ob_nummer",
}
KINDS = {key: kind for kind, keys in FORBIDDEN_KEYS.items() for key in keys.split()}
MENTION = re.compile(r"\b(?:bsn|burgerservicenummer|sofinummer|onderwijsnummer|pgn)\b", re.IGNORECASE)
NINE_DIGITS = re.compile(r"(?<![0-9])([0-9]{4}[. ]?[0-9]{2}[. ]?[0-9]{3})(?![0-9])")

Found = tuple[str, str, str]


def find_forbidden(data: Any, path: str = "") -> Iterator[Found]:
    """Goes through all keys and texts of plain data; nesting is limited by whoever read it."""
    if isinstance(data, dict):
        for key, value in data.items():
            below = f"{path}.{key}" if path else str(key)
            kind = kind_of(str(key))
            if kind:
                yield below, f"{kind} does not belong in a profile", f"remove '{key}'"
            else:
                yield from find_forbidden(value, below)
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from find_forbidden(value, f"{path}.{index}")
    elif isinstance(data, str) and MENTION.search(data) and holds_bsn(data):
        yield path, "holds a citizen service number (BSN), which does not belong in a profile", "remove the number"


@lru_cache(maxsize=4096)
def kind_of(key: str) -> str:
    """What kind of forbidden data a key holds; empty for any other key."""
    return KINDS.get(re.sub(r"[\s-]+", "_", key.strip().lower()), "")


def holds_bsn(text: str) -> bool:
    """Whether a text holds nine digits that pass the check of a BSN."""
    return any(is_elfproef(re.sub(r"[. ]", "", match[1])) for match in NINE_DIGITS.finditer(text))
