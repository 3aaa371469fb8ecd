"""Markdown to tree, by the cases in ``tests/cases/parse.md``."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.blocks import Meta
from generator.errors import BadText
from generator.parse import parse
from generator.settle import letter, settle
from generator.writers.outline import write_outline
from tests.cases import cases


@pytest.mark.parametrize(("given", "wanted"), [pytest.param(g, w, id=t) for t, g, w in cases("parse")])
def test_case(given: str, wanted: str, meta: Meta) -> None:
    try:
        found = write_outline(settle(parse(given, meta))).decode()
    except BadText as error:
        found = "\n".join(f"error: {fault.problem}" for fault in error.faults)
    assert found.strip() == wanted.strip()


def test_english_words_before_numbers(meta: Meta) -> None:
    document = settle(parse("# T\n\n## One {#one}\n\nSee [](#one).\n", replace(meta, language="en")))
    assert write_outline(document).decode() == "h1  T\nh2  Article 1  One\np   See {article 1}.\n"


@pytest.mark.parametrize(("number", "wanted"), [(1, "a"), (26, "z"), (27, "aa"), (53, "aaa")])
def test_letters_count_as_word_counts(number: int, wanted: str) -> None:
    assert letter(number) == wanted


def nested(depth: int) -> str:
    return "# T\n\n" + "\n".join(f"{'  ' * level}- item {level}" for level in range(depth)) + "\n"


def test_what_is_too_deep_is_refused_and_never_left_out(meta: Meta) -> None:
    for depth in range(1, 20):
        assert f"item {depth - 1}" in write_outline(settle(parse(nested(depth), meta))).decode()
    for depth in range(20, 30):
        with pytest.raises(BadText, match="too deep"):
            parse(nested(depth), meta)
