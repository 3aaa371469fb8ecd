"""What a rule says. In: its name, a language, what is named. Out: message, why, source, what to do, from ``words/*.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

from generator.errors import OurFault
from generator.load.yaml import read_yaml
from generator.wording.dates import clock, long_date
from generator.wording.labels import label
from generator.wording.numbers import number
from generator.wording.sentences import conjunction

FOLDER = Path(__file__).parent / "words"


@dataclass(frozen=True, slots=True)
class Said:
    """What a rule says in one language; the first and the last with places for names: ``{partner}``."""

    message: str
    why: str
    """One sentence."""
    source: str
    """What that rests on: a do, a don't, a law by its name."""
    do: str
    """The field to fill in, the command to run."""

    def about(self, values: Mapping[str, object], language: str) -> Said:
        """The same with the names filled in."""
        written = {name: _written(value, language) for name, value in values.items()}
        return Said(self.message.format_map(written), self.why, self.source, self.do.format_map(written))


def said(rule: str, language: str, severity: str = "") -> Said | None:
    """What a rule says, or says of what weighs so much; None for one that has no words here, since its fault says it all."""
    found = _words().get(f"{rule} {severity}") or _words().get(rule)
    return found[language] if found else None


@cache
def _words() -> Mapping[str, Mapping[str, Said]]:
    found: dict[str, Mapping[str, Said]] = {}
    for path in sorted(FOLDER.glob("*.yaml")):
        source = read_yaml(path, path.name)
        if source.faults or source.data is None:
            raise OurFault(*source.faults)
        found |= {rule: {language: _said(words) for language, words in each.items()} for rule, each in source.data.items()}
    return found


def _said(words: Mapping[str, str]) -> Said:
    return Said(*(words[field.name].strip() for field in fields(Said)))


def _written(value: Any, language: str) -> str:
    """A value as a message has it."""
    match value:
        case Enum():
            return label(value.value, type(value).__name__, language=language)
        case datetime() | str():
            return str(value)
        case date():
            return long_date(value, language=language)
        case time():
            return clock(value, language=language)
        case int() | Decimal():
            return number(round(Decimal(value), 2).normalize(), language=language)
        case dict():
            return str(value[language])
        case tuple():
            return conjunction([_written(each, language) for each in value], language=language)
    return "" if value is None else str(value)
