"""The texts as they stand in the folder: complete, readable, and without what an agreement may not say."""

from __future__ import annotations

import re

import pytest

from generator.kinds import kind_named
from generator.package import resource

ROOT = resource("agreements")
TEXTS = sorted(ROOT.glob("*/*.nl.md"))
CLAUSES = sorted(path for path in (ROOT / "clauses").glob("*.nl.md") if not path.name.startswith("_"))
WRONG_WORDS = re.compile(r"\b(u|uw|je|jij|jouw|keuzedeel|student|studenten|ons|wij)\b", re.IGNORECASE)
WITHOUT_NUMBER = re.compile(r"7:658|6:119|Arbobesluit art|artikel (2\.37|7\.2\.8|10|11|160)\b|Waadi|Wtta|Wet DBA")
"""References whose number an agreement must not print, because it is not certain or does not belong there."""


def prose(text: str) -> str:
    """What a reader sees of a text: without front matter, code and comments."""
    text = re.sub(r"\A---\n.*?---\n", "", text, flags=re.DOTALL)
    return re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "", text, flags=re.DOTALL)


def test_the_kind_lists_every_clause_there_is() -> None:
    listed = kind_named("cooperation-agreement", (ROOT,)).about.clauses
    assert sorted(listed) == [path.name.removesuffix(".nl.md") for path in CLAUSES]
    assert len(listed) == 31


@pytest.mark.parametrize("path", CLAUSES, ids=lambda path: path.stem)
def test_a_clause_is_one_article(path: object) -> None:
    text = prose((ROOT / "clauses" / str(path)).read_text("utf-8"))
    assert len(re.findall(r"^#+ ", text, re.MULTILINE)) == 1


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_text_addresses_nobody_and_mixes_no_words(path: object) -> None:
    text = prose((ROOT / str(path)).read_text("utf-8"))
    assert WRONG_WORDS.findall(text) == []
    assert WITHOUT_NUMBER.findall(text) == []


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_text_has_short_lines_and_typographic_quotes(path: object) -> None:
    text = (ROOT / str(path)).read_text("utf-8")
    assert [line for line in text.splitlines() if len(line) > 128] == []
    assert [line for line in prose(text).splitlines() if "'" in line or '"' in line] == []
