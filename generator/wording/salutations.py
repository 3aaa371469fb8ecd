"""How a letter greets. In: one or more people, or a word for a group, body or function. Out: the salutation with its comma.

Form ``u`` is formal, ``je`` is by first name, ``middle`` stands between (``Beste mevrouw De Graaf,``). A salutation carries no
titles and no initials, except the neutral formal one. It never mixes: ``Geachte`` with a first name is not made.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, cast

from generator.wording.names import full_name, plain_name, surname
from generator.wording.protocols import Named
from generator.wording.sentences import conjunction

NEUTER = ("bestuur", "college", "team", "lid", "genootschap", "comité")
"""Words with *het*: ``Geacht bestuur,``; all others, and every plural: ``Geachte redactie,``."""
UNKNOWN = {"nl": "Geachte heer of mevrouw,", "en": "Dear Sir or Madam,"}
PERSONAL = {"nl": {"heer": "heer", "mevrouw": "mevrouw"}, "en": {"heer": "Mr", "mevrouw": "Ms"}}
_AFTER_THE_NOUN = (" van ", " voor ", " der ", " uit ", " bij ", " in ", " op ")


class Greeting(NamedTuple):
    """The opening word of a language and form, and what joins a second person to the first."""

    word: str
    joint: str


GREETINGS = {
    ("nl", "u"): Greeting("Geachte", ", geachte "),
    ("nl", "middle"): Greeting("Beste", " en "),
    ("nl", "je"): Greeting("Beste", " en "),
    ("en", "u"): Greeting("Dear", " and "),
    ("en", "middle"): Greeting("Dear", " and "),
    ("en", "je"): Greeting("Dear", " and "),
}


def salutation(to: Named | str | Sequence[Named], form: str = "", *, language: str) -> str:
    """``Geachte heer Van ’t Veld,`` for a person, people, or a word (``bestuur``, ``partners``); '' is an unknown person.

    ``form`` is ``u``, ``je`` or ``middle``; without it the people's ``address_form`` counts, ``u`` as soon as one has ``u``.
    Where ``je`` lacks a first name, the whole salutation takes the middle form.
    """
    if isinstance(to, str):
        return _to_word(to, form or "u", language)
    people = cast("Sequence[Named]", to) if isinstance(to, Sequence) else [to]
    if not people:
        return UNKNOWN[language]
    chosen = _form(people, form)
    word, joint = GREETINGS[language, chosen]
    called = [_called(person, chosen, language) for person in people]
    listed = joint.join(called) if chosen == "u" and language == "nl" else conjunction(called, language=language)
    return f"{word} {listed},"


def _form(people: Sequence[Named], form: str) -> str:
    """One form for all: the wished one, else the most formal of theirs."""
    wished = form or ("je" if all(person.address_form == "je" for person in people) else "u")
    return "middle" if wished == "je" and not all(person.given_name for person in people) else wished


def _called(person: Named, form: str, language: str) -> str:
    """What comes after *Geachte* or *Beste*: ``heer Van ’t Veld``, ``Wim``, ``R. el Hamdaoui``, ``baron de Raet``."""
    if form == "je":
        return person.given_name or ""
    word = PERSONAL[language].get(person.salutation or "")
    noble = (person.noble_title or "") if language == "nl" else ""
    if word and noble and not noble.lower().startswith("j"):
        return f"{noble} {surname(person, preceded=True)}"
    if word:
        return f"{word} {surname(person)}"
    return full_name(person) if form == "middle" else plain_name(person)


def _to_word(word: str, form: str, language: str) -> str:
    """``Geacht bestuur,`` ``Geachte wethouder,`` ``Beste partners,``; the noun decides, not what follows *van*."""
    if not word:
        return UNKNOWN[language]
    if (language, form) != ("nl", "u"):
        return f"{GREETINGS[language, form].word} {word},"
    ends = [at for at in (word.find(after) for after in _AFTER_THE_NOUN) if at > 0]
    noun = word[: min(ends, default=len(word))].lower()
    return f"{'Geacht' if noun.endswith(NEUTER) else 'Geachte'} {word},"
