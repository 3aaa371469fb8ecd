"""Bound papers: each on a new page, each counting from one, in one file that Word numbers by itself."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator.blocks import Part
from generator.writers.docx import read_docx
from tests.docx.sample import bound, part, written
from tests.docx.texts import AGREEMENT, ANNEX
from tests.office import pages, printed

PAPER = "# T\n\n## Een {#a}\n\n1. lid\n\n   1. punt\n\n1. lid\n\n## Twee {#b}\n\n1. lid\n\n## Los\n\n1. item\n"
LISTS = "# U\n\n::: parties\n1. p\n:::\n\n::: recitals\n1. r\n:::\n\n::: annexes\n1. b\n:::\n\n## Drie {#c}\n\n1. zie [](#c)\n"


def numbers(data: bytes) -> list[str]:
    return [line.number for line in read_docx(data).lines if line.number]


def test_every_part_counts_from_one() -> None:
    once = ["Artikel 1", "1.1", "a.", "1.2", "Artikel 2", "2.1", "1."]
    lists = ["1.", "A.", "Bijlage 1", "Artikel 1", "1.1"]
    again = PAPER.replace("{#a}", "{#d}").replace("{#b}", "{#e}")
    assert numbers(written(bound(PAPER, LISTS, again, LISTS.replace("#c", "#f")))) == [*once, *lists, *once, *lists]


def test_a_part_that_starts_again_names_one_list_for_all_that_counts_in_it() -> None:
    data = written(bound("# T\n\n## Een {#a}\n\n1. lid\n", "# U\n\n## Een {#b}\n\n1. lid\n\n   1. punt\n\n## Twee {#c}\n"))
    xml = part(data, "word/document.xml")
    assert re.findall(r'<w:ilvl w:val="(\d)"/><w:numId w:val="(\d+)"/>', xml) == [
        ("0", "8"),
        ("1", "8"),
        ("2", "8"),
        ("0", "8"),
    ]
    assert (
        '<w:num w:numId="8"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
        in part(data, "word/numbering.xml")
    )


@pytest.mark.parametrize(
    ("first", "style"),
    [("tekst", "Normal"), ("- a", "ListBullet"), ("::: facts\n| | |\n|---|---|\n| a | b |\n:::", "FactsLabel")],
    ids=["text", "list", "box"],
)
def test_the_first_line_of_every_part_but_the_first_begins_a_page(first: str, style: str) -> None:
    document = bound("# T\n\neen\n", f"# U\n\n{first}\n", "# V\n\ndrie\n")
    one, two, three = document.blocks
    assert isinstance(two, Part)
    xml = part(written(replace(document, blocks=(one, Part(two.blocks[1:]), three))), "word/document.xml")
    assert re.findall(r'<w:pStyle w:val="(\w+)"/>(?:<w:keepNext/>)?<w:pageBreakBefore/>', xml) == [style, "Title"]


@pytest.mark.slow
def test_libreoffice_prints_every_part_on_its_own_pages_with_its_own_numbers(tmp_path: Path) -> None:
    file = tmp_path / "bound.docx"
    file.write_bytes(written(bound("# Omslag\n\nDrie stukken.\n", AGREEMENT, ANNEX)))
    found = [[word.text for word in page] for page in pages(printed([file], tmp_path / "printed")["bound.docx"])]
    starts = [n for n, words in enumerate(found) for title in ("Omslag", "robotica", "2:") if title in words[:40]]
    assert (starts[:2], starts[-1]) == ([0, 1], len(found) - 1)
    assert all(len(words) > 20 for words in found)
    annex = " ".join(found[-1])
    for whole in ("1. de school", "Artikel 1 Kosten", "1.2 Zij zijn", "a. naar", "Artikel 2", "A. overweging", "Bijlage 1"):
        assert whole in annex, whole
    assert "volgens artikel 1 voor" in annex
