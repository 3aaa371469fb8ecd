"""Names of people: infixes, titles, forms of address. In: a person (``protocols.Named``). Out: plain text.

The Dutch rule for infixes: a capital on the first word when nothing of the name stands before it (``de heer Van den Berg``, but
``J. van den Berg``); titles do not count as name; ``’t``, ``’s`` and ``d’`` stay small. Foreign names follow the rule too;
``name_style`` ``as_registered`` switches it off. Names never meet ``.title()`` or ``.capitalize()``: those break ``IJ``.
"""

from __future__ import annotations

import re
import unicodedata

from generator.wording.protocols import Named
from generator.wording.sentences import NBSP, upper_first

ADDRESS_WORDS = {"nl": {"heer": "de heer", "mevrouw": "mevrouw"}, "en": {"heer": "Mr", "mevrouw": "Ms"}}
ENGLISH_TITLES = {"prof": "Professor", "professor": "Professor", "dr": "Dr"}
"""Titles that an English text keeps, the weightiest first; drs., ir. and mr. mean nothing there."""
UNTITLED_NOBLES = ("jhr", "jkvr", "jonk")
"""Jonkheer and jonkvrouw stand before the initials; baron, graaf … between initials and surname."""

_TYPED_APOSTROPHE = re.compile(r"(?<!\w)['`´‘](?=\w)|(?<=\b[dDlL])['`´‘](?=\w|$)")
_STAYS_SMALL = re.compile(r"’|d’")
_SORTED_AS = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "’": ""})


def normal_apostrophes(name: str) -> str:
    """``van 't`` -> ``van ’t``, ``d'Ancona`` -> ``d’Ancona``; elsewhere (``O'Brien``) a name stays as it was typed."""
    return _TYPED_APOSTROPHE.sub("’", name)


def surname(person: Named, preceded: bool = False) -> str:
    """The whole surname; ``preceded``: initials, a first name or a noble title stand before it (titles do not count)."""
    whole = _joined(person.infix, person.surname)
    if person.second_surname:
        whole = f"{whole}-{_joined(person.second_infix, person.second_surname)}"
    if preceded or _as_registered(person) or _STAYS_SMALL.match(whole):
        return whole
    return upper_first(whole)


def plain_name(person: Named) -> str:
    """Initials and surname, without titles: ``M.J. de Graaf``. Without initials the first name stands there."""
    before = NBSP.join(part for part in (person.initials or person.given_name, _title_of_nobility(person)) if part)
    return f"{before}{NBSP}{surname(person, preceded=True)}" if before else surname(person)


def full_name(person: Named) -> str:
    """First name and surname, as a newspaper or a letter among acquaintances has it: ``Marjan de Graaf``."""
    return f"{person.given_name} {surname(person, preceded=True)}" if person.given_name else plain_name(person)


def name(person: Named, *, language: str) -> str:
    """The name in running text: ``dr. A.B. van der Ven-van Dijk MBA``; in English only Dr and Professor are kept."""
    titles = _titles(person) if language == "nl" else _english_title(person)
    return _with_titles(titles, person)


def addressed(person: Named, *, language: str) -> str:
    """The name in an address or a party's description: ``mevrouw drs. M.J. de Graaf``, ``Ms drs. M.J. de Graaf``.

    A neutral person has no word before the name. At the start of a line, ``start`` gives it its capital.
    """
    return _spaced(_address_word(person, language), _with_titles(_titles(person), person))


def polite_name(person: Named, *, language: str) -> str:
    """How a letter speaks of somebody: ``de heer Van ’t Veld``, ``Ms De Vries``; neutral ``R. el Hamdaoui``."""
    word = _address_word(person, language)
    if not word:
        return plain_name(person)
    noble = _title_of_nobility(person)
    return _spaced(word, noble, surname(person, preceded=bool(noble)))


def sort_name(person: Named) -> str:
    """The name in a list, by its main word: ``Berg, J. van den``; as registered (Belgium): ``Op de Beeck, S.``."""
    first = person.initials or person.given_name
    if _as_registered(person):
        return ", ".join(part for part in (surname(person), first) if part)
    main = person.surname or ""
    if person.second_surname:
        main = f"{main}-{_joined(person.second_infix, person.second_surname)}"
    rest = NBSP.join(part for part in (first, _title_of_nobility(person), normal_apostrophes(person.infix or "")) if part)
    return ", ".join(part for part in (normal_apostrophes(main), rest) if part)


def sort_key(text: str) -> str:
    """What to sort by: no case, accents or apostrophes, and ``’s-Heerenvoorde`` under H: ``heerenvoorde``."""
    main = re.sub(r"^[’'](?:s|t|n)[- ]", "", text.strip().casefold())
    letters = unicodedata.normalize("NFKD", main)
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).translate(_SORTED_AS)


# --- parts -------------------------------------------------------------------------------------------------------------------


def _joined(infix: str | None, main: str | None) -> str:
    """Infix and main word; ``d’`` and ``l’`` are written on to it."""
    before, after = normal_apostrophes((infix or "").strip()), normal_apostrophes((main or "").strip())
    gap = "" if before.lower() in ("", "d’", "l’") else " "
    return f"{before}{gap}{after}".strip()


def _as_registered(person: Named) -> bool:
    return person.name_style == "as_registered"


def _address_word(person: Named, language: str) -> str:
    return ADDRESS_WORDS[language].get(person.salutation or "", "")


def _titles(person: Named) -> str:
    """Titles before the name: prof. before all others, then jhr., the rest in the order of the profile."""
    titles = list(person.titles_before or ())
    if _is_jonkheer(person) and person.noble_title:
        titles.insert(0, person.noble_title)
    return " ".join(sorted(titles, key=lambda title: not title.lower().startswith("prof")))


def _english_title(person: Named) -> str:
    held = {title.lower().rstrip(".") for title in person.titles_before or ()}
    return next((english for dutch, english in ENGLISH_TITLES.items() if dutch in held), "")


def _title_of_nobility(person: Named) -> str:
    return "" if _is_jonkheer(person) else person.noble_title or ""


def _is_jonkheer(person: Named) -> bool:
    return (person.noble_title or "").lower().startswith(UNTITLED_NOBLES)


def _with_titles(before: str, person: Named) -> str:
    """Titles around the name: one after it follows directly, several are divided by commas."""
    return _spaced(before, plain_name(person), ", ".join(person.titles_after or ()))


def _spaced(*parts: str) -> str:
    return " ".join(part for part in parts if part)
