"""Enumerations in words. In: a value of an enumeration, or a plain word. Out: how a document prints it, small."""

from __future__ import annotations

from enum import Enum

from generator.errors import OurFault
from generator.wording.label_words import ENUMERATIONS, LOOSE

LANGUAGES = ("nl", "en")

_PLAIN_WORDS = LOOSE | ENUMERATIONS["Weekday"]


def label(value: str, of: str = "", *, language: str) -> str:
    """``LegalForm.BV`` -> ``besloten vennootschap``, ``private limited company (bv)``.

    A plain word (a unit, a payee) is looked up among the loose words, or as a value of one enumeration: ``of="Place"``. Without
    a label it is the user's own and comes back as it is. Raises OurFault for a value of an enumeration without a label: no
    document may show ``eigen_aanstelling``.
    """
    kind, word = of or type(value).__name__, str(value)
    pair = ENUMERATIONS.get(kind, _PLAIN_WORDS).get(word)
    if pair:
        return pair[LANGUAGES.index(language)]
    if isinstance(value, Enum):
        raise OurFault(f"no label says how {kind} '{word}' is printed; add it to generator/wording/label_words.py")
    return word
