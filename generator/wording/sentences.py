"""Small grammar: capitals at the start, lists, counts. In: words and numbers. Out: words that fit in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable

NBSP = "\u00a0"
"""No-break space: between what must not part at the end of a line (``9 maart``, ``€ 500,00``, ``J. van den Berg``)."""

AND = {"nl": "en", "en": "and"}
FOLDS = {
    "nl": ("", "enkelvoud", "tweevoud", "drievoud", "viervoud", "vijfvoud", "zesvoud", "zevenvoud", "achtvoud"),
    "en": ("", "one copy", "duplicate", "triplicate", "quadruplicate"),
}

CAPITALS = {"ij": "IJ", "éé": "Eé"}
"""Starts of a word whose capital is more than its first letter's; a capital has no accent of stress."""

NOUNS = {
    "de": (
        *("avond", "beurs", "bijeenkomst", "cursus", "dag", "excursie", "les", "lessen", "markt", "opdracht", "route"),
        *("stage", "training", "wedstrijd", "week", "workshop"),
    ),
    "het": ("bezoek", "deel", "project", "rooster", "traject", "vak"),
}
"""Dutch words by their article. A compound has that of its last part: *de stageweek*, *het keuzevak*."""
_ADJECTIVES = ("open", "gezamenlijke", "eerste")
"""What may stand before such a word."""
_ENDS = (".", "!", "?", "…")
"""What ends a sentence, before the quotes and brackets that close after it."""
_BEFORE_A_WORD = re.compile(r"[\s(\[“”‘\"«]*(?:[’']\w[ \-\u00a0](?=\w))?")
"""What a capital skips: opening quotes and brackets, and ``’t``, ``’s``, ``’n``: ``’s-Heerenvoorde``, ``’t Bedrijf``."""


def upper_first(text: str) -> str:
    """A capital on the first letter, the Dutch way: ``ijsclub`` -> ``IJsclub``, ``één`` -> ``Eén``, ``élan`` -> ``Élan``."""
    for small, capital in CAPITALS.items():
        if text.startswith(small):
            return capital + text[len(small) :]
    return text[:1].upper() + text[1:]


def start(text: str) -> str:
    """The text as the start of a sentence or line: ``het Bedrijf`` -> ``Het Bedrijf``.

    ``’t``, ``’s`` and ``d’`` stay small (the next word takes the capital), and so does a name like ``iXperium``.
    """
    match = _BEFORE_A_WORD.match(text)
    at = match.end() if match else 0
    first_word = re.split(r"[\s\-]", text[at:], maxsplit=1)[0]
    if any(letter.isupper() for letter in first_word):
        return text
    return text[:at] + upper_first(text[at:])


def lower_first(text: str) -> str:
    """The text inside a sentence: ``Het Bedrijf`` -> ``het Bedrijf``; abbreviations (``VOG``, ``D&P``) keep their capital."""
    first_word = re.split(r"[\s\-]", text, maxsplit=1)[0].rstrip(",;:")
    if first_word.startswith("IJ") and first_word[2:].islower():
        return "ij" + text[2:]
    ordinary = len(first_word) == 1 or (first_word.isalpha() and first_word[1:].islower())
    return text[:1].lower() + text[1:] if ordinary else text


def titled(name: str, *, language: str) -> str:
    """The name of an activity as a sentence has it: ``Lintstage metaal`` -> ``de lintstage metaal``.

    What does not begin with a word of which the article is known is a title: ``‘Techniek XL’``, and in English all are.
    """
    first, *others = name.split() or [""]
    noun = others[0] if others and first.lower() in _ADJECTIVES else first
    found = (article for article, nouns in NOUNS.items() if noun.lower().endswith(nouns))
    article = next(found, "") if language == "nl" else ""
    return f"{article} {lower_first(name)}" if article else f"‘{name}’"


def full_stop(text: str) -> str:
    """The text as a sentence that ends: with a full stop, unless it has its own end (``zij leren lassen!``)."""
    bare = text.rstrip()
    return bare if bare.rstrip("’”)").endswith(_ENDS) else bare.rstrip(" ,;:") + "."  # + keeps markup what it is


def conjunction(items: Iterable[str], word: str = "", *, language: str) -> str:
    """A list in words: ``a, b en c``; one item stands alone, no item gives ''. ``word`` replaces *en* (``of``).

    Raises TypeError for an item that is no text, lest its Python form be printed.
    """
    texts = list(items)
    for item in texts:
        if not isinstance(item, str):
            raise TypeError(f"a list in words is made of texts, not of a {type(item).__name__}")
    *before, last = map(str, texts or [""])
    return f"{', '.join(before)} {word or AND[language]} {last}" if before else last


def count(number: int, one: str, more: str) -> str:
    """A number and its noun: ``1 keer``, ``3 keer``; ``1 leerling``, ``24 leerlingen``."""
    return f"{number}{NBSP}{one if number == 1 else more}"


def fold(copies: int, *, language: str) -> str:
    """In how many copies an agreement is signed, after *in*: ``tweevoud``, ``triplicate``; many: ``9 exemplaren``."""
    known = FOLDS[language]
    if 0 < copies < len(known):
        return known[copies]
    return f"{copies}{NBSP}{'exemplaren' if language == 'nl' else 'copies'}"
