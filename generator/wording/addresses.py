"""Addresses: one line for text and tables, a block for a window envelope. In: a party or an address. Out: text or lines.

The two spaces and the capitals are for the block only (the post's machines read it); text and tables have one space and the
place as its people write it. A country is named when it is not the Netherlands.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from generator.wording.cldr import country
from generator.wording.names import addressed, full_name, plain_name
from generator.wording.protocols import Located, Named
from generator.wording.sentences import AND, NBSP, start

ATTENTION = {"nl": "T.a.v.", "en": "Attn."}
HOME = "NL"


def street(place: Located, *, language: str) -> str:
    """``Smidsweg 7A``, ``Marktstraat 22 bis``, ``Postbus 250``; in English too, for the Dutch post reads *Postbus*."""
    box = _text(place, "po_box")
    if box:
        word = "P.O. Box" if language == "en" and _is_foreign(place) else "Postbus"
        return f"{word}{NBSP}{box}"
    return f"{_text(place, 'street')} {_house_number(place)}".strip()


def address(place: Located, *, language: str) -> str:
    """One line, as in a contract: ``Smidsweg 7A, 1236 CD ’s-Heerenvoorde``; abroad with the country's name."""
    town = f"{_postcode(place)} {place.place or ''}".strip()
    land = country(place.country or HOME, language=language) if _is_foreign(place) else ""
    return ", ".join(part for part in (street(place, language=language), town, land) if part)


def address_block(to: object, people: Named | Sequence[Named] = (), *, language: str, attention: bool = True) -> str:
    """The block above a letter. ``to`` is a party (its name, then its post or else its visiting address) or a bare address.

    ``people`` open it: ``T.a.v. de heer F.J. Jansen`` with below it ``en mevrouw L. ter Horst``; without ``attention``, or
    without an organisation's name above it, the line starts with a capital (``De heer …``). An organisation that is called
    like its reader, as a sole trader may be, is not named twice. What is unknown is left out.
    """
    readers = tuple(people) if isinstance(people, Sequence) else (people,)
    name = "" if _is_called_like(to, readers) else start(organisation(to))
    lines = [name, *_readers(readers, ATTENTION[language] if attention and name else "", language)]
    place = mail_address(to)
    if place is not None:
        lines += [street(place, language=language), _window_town(place)]
        lines += [country(place.country or HOME, language=language).upper()] if _is_foreign(place) else []
    return "\n".join(line for line in lines if line)


def mail_address(to: object) -> Located | None:
    """Where letters go: a party's post address, else its visiting address; an address is its own."""
    if hasattr(to, "postcode"):
        return cast(Located, to)
    found: Located | None = getattr(to, "post", None) or getattr(to, "visit", None)
    return found


def organisation(to: object) -> str:
    """The name on the envelope: legal name, else name, else trade name; an address has none. A sole trader trades as such."""
    keys = ["legal_name", "name", "trade_name"]
    known = sorted(keys, key="trade_name".__ne__) if _text(to, "legal_form") == "eenmanszaak" else keys
    return next((name for key in known if (name := _text(to, key))), "")


# --- parts -------------------------------------------------------------------------------------------------------------------


def _readers(people: Sequence[Named], attention: str, language: str) -> list[str]:
    """A line each, the last one joined to the others: ``T.a.v. de heer F.J. Jansen``, ``en mevrouw L. ter Horst``."""
    lines = [addressed(person, language=language) for person in people]
    if len(lines) > 1:
        *before, last = lines
        lines = [*(f"{line}," for line in before[:-1]), before[-1], f"{AND[language]} {last}"]
    if lines:
        lines[0] = f"{attention} {lines[0]}" if attention else start(lines[0])
    return lines


def _is_called_like(to: object, people: Sequence[Named]) -> bool:
    """Whether the organisation's name is that of one of these people."""
    name = organisation(to).replace(NBSP, " ")
    return any(name in (plain_name(person).replace(NBSP, " "), full_name(person).replace(NBSP, " ")) for person in people)


def _house_number(place: Located) -> str:
    """``7A``, ``22 bis``, ``12-2``: letter behind the number, a word with a space, a number with a hyphen."""
    before, suffix = f"{_text(place, 'number')}{_text(place, 'letter')}", _text(place, "suffix")
    if not suffix:
        return before
    return f"{before}{'-' if suffix.isdecimal() else ' '}{suffix}"


def _window_town(place: Located) -> str:
    """``1236 CD  ’S-HEERENVOORDE``: two spaces, neither to be collapsed or broken; abroad one."""
    gap = NBSP if _is_foreign(place) else NBSP * 2
    return f"{_postcode(place)}{gap}{(place.place or '').upper()}".strip(NBSP)


def _postcode(place: Located) -> str:
    return (place.postcode or "").replace(" ", NBSP)


def _is_foreign(place: Located) -> bool:
    return (place.country or HOME).upper() != HOME


def _text(thing: object, attribute: str) -> str:
    """An attribute that may be absent, None or a number, as text."""
    value = getattr(thing, attribute, None)
    return "" if value is None else str(value).strip()
