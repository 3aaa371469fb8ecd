"""The order of a pile of post. In: a partner. Out: a key to sort by.

By postal code, as the post likes it: Dutch codes first, then country by country; within a code by number; who has no address
comes last. By name, as people look for it: without accents and capitals, and without the word for a legal form in front
(*Stichting De Wissel* stands under *De*); a sole trader under the name of the business.
"""

from __future__ import annotations

import re

from generator.wording.addresses import HOME, mail_address, organisation
from generator.wording.names import sort_key

_FORM = re.compile(
    r"^(?:stichting|vereniging|coöperatie|coöperatieve vereniging|maatschap|firma|vof|v\.o\.f\.)\s+", re.IGNORECASE
)
"""A legal form in front of a name; behind it, it does not matter to the order."""

Key = tuple[int | str, ...]


def by_postcode(partner: object) -> Key:
    """The key of a party's mail address; the name decides between neighbours."""
    place = mail_address(partner)
    if place is None:
        return (2, *by_name(partner))
    country, code = (place.country or HOME).upper(), (place.postcode or "").replace(" ", "").upper()
    number, letter, suffix = (_of(place, part) for part in ("number", "letter", "suffix"))
    digits = re.match(r"\d*", number or _of(place, "po_box"))
    return (int(country != HOME), country, code, int(digits[0] or 0) if digits else 0, letter + suffix, *by_name(partner))


def by_name(partner: object) -> Key:
    """The key of a party's name: ``("wissel", "Stichting Wissel")``."""
    name = organisation(partner)
    return sort_key(_FORM.sub("", name)), name


def _of(place: object, part: str) -> str:
    """A part of an address that it may not have, as text without capitals."""
    value = getattr(place, part, None)
    return "" if value is None else str(value).strip().casefold()
