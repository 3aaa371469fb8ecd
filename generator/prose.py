"""Looking at prose: length, capitals, words it does without. In: what a kind wants, its text by passage. Out: faults.

Nothing is told of a passage that is not there, or still to be written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from generator.about import Avoided, Passage
from generator.errors import Fault, Severity
from generator.tree import WHOLE, count_words

Told = tuple[str, Fault]
"""A fault, after the name of the passage that it is about."""
_QUOTED = re.compile(r"‘[^’\n]*(?:’\w[^’\n]*)*’|[“„][^“”\n]*[“”]|\"[^\"\n]*\"")
"""What somebody says, in the marks of a document or as they are typed: its words are theirs. ``’`` can be in it: ‘Zo’n les’."""


def looked_at(wanted: Mapping[str, Passage], text: Mapping[str, str]) -> Iterator[Told]:
    """What is not as it should be in passages: their words, characters, capitals."""
    for name, passage in wanted.items():
        if written := text.get(name):
            yield from ((name, fault) for fault in _words_in(name, passage, count_words(written)))
            yield from ((name, fault) for fault in _characters_in(name, passage, written))


def worded(avoided: Avoided, language: str, text: Mapping[str, str]) -> Iterator[Told]:
    """The words that are avoided, each once a passage, where they are not somebody's own."""
    pattern = any_of(avoided.words.in_(language))
    for name in avoided.passages or (WHOLE,):
        for word in dict.fromkeys(found[0].lower() for found in pattern.finditer(without_quotes(text.get(name, "")))):
            problem = f"the {name or 'text'} says '{word}': it {avoided.why}"
            yield name, Fault(problem, hint=avoided.instead or "", severity=avoided.severity)


def without_quotes(text: str) -> str:
    """A text without what somebody says in it."""
    return _QUOTED.sub(" ", text)


def _words_in(name: str, wanted: Passage, words: int) -> Iterator[Fault]:
    least, most = wanted.words or (0, words)
    called = f"the {name} has {words} word{'' if words == 1 else 's'}"
    if wanted.never_over is not None and words > wanted.never_over:
        hint = f"shorten it to {_range(least, most)}" if wanted.words else "shorten it"
        yield Fault(f"{called}; more than {wanted.never_over} cannot be final", hint=hint)
    elif not least <= words <= most:
        hint = "shorten it" if words > most else "say more"
        yield Fault(f"{called}; {_range(least, most)} is right", hint=hint, severity=Severity.WARNING)


def _range(least: int, most: int) -> str:
    return f"at most {most}" if least <= 1 else f"{least} to {most}"


def _characters_in(name: str, wanted: Passage, written: str) -> Iterator[Fault]:
    if wanted.characters is not None and len(written) > wanted.characters:
        problem = f"the {name} has {len(written)} characters; {wanted.characters} is the most"
        yield Fault(problem, hint="shorten it", severity=Severity.WARNING)
    for word in () if wanted.capitals else _capitals(written):
        yield Fault(f"the {name} says '{word}', in capitals", hint="write it in full, or small", severity=Severity.WARNING)


def _capitals(written: str) -> Iterator[str]:
    """Words of two capitals or more and no small letter, each once: ``ROC``, ``D&P``, ``B.V.``."""
    words = (word.strip(",;:!?()‘’“”\"'") for word in written.split())
    yield from dict.fromkeys(word for word in words if word.isupper() and sum(map(str.isalpha, word)) > 1)


@lru_cache(maxsize=64)
def any_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Any of these words and phrases, whole, on one line and in any case; nothing when there are none."""
    made = "|".join(re.escape(phrase).replace(r"\*", r"\w*").replace(r"\ ", r"[^\S\n]+") for phrase in phrases)
    return re.compile(rf"(?<!\w)(?:{made})(?!\w)" if made else r"(?!)", re.IGNORECASE)
