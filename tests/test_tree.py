"""Looking through a tree: blanks, passages, words. A few lines of Markdown, and what is found in them."""

from __future__ import annotations

from datetime import date
from typing import cast

import pytest

from generator.blocks import Block, Document, Heading, Meta, Part, Sender, Text
from generator.parse import parse
from generator.tree import blanks, count_words, lines, passages, walk

META = Meta("Brief", "letter", "Brief", "1.0.0", "nl", "X-1", date(2027, 6, 1), True, Sender("School"))


def document(markdown: str) -> Document:
    return parse(markdown, META)


NEWS = document("""
Oudervoorde

# Metaal in **de klas**

::: passage lead
**Wim [functie](blank:partner.people.0.function) leert lassen.**
:::


:::: passage body
Tekst één.

- punt

  ::: passage quote
  ‘Mooi!’
  :::

| Wat | Wie |
|---|---|
| les | [naam](blank:partner.people) |
::::

::: passage lead
Nog een zin met [functie](blank:partner.people.0.function).
:::
""")


def test_a_passage_is_what_is_written_in_it_line_by_line_without_the_labels_of_blanks() -> None:
    found = passages(NEWS)
    assert found["title"] == "Metaal in de klas"
    assert found["lead"] == "Wim  leert lassen.\nNog een zin met ."
    assert found["body"] == "Tekst één.\npunt\n‘Mooi!’\nWat\nWie\nles"
    assert found["quote"] == "‘Mooi!’"
    assert found[""].startswith("Oudervoorde\nMetaal in de klas\nWim")


def test_what_is_still_to_be_written_is_no_words() -> None:
    found = passages(document("# [kop](blank:x)\n\n::: passage lead\n**[lead](blank:y)**\n:::\n"))
    assert found == {"": "", "title": "", "lead": ""}


def test_each_blank_is_found_once_in_reading_order() -> None:
    assert [(blank.label, blank.path) for blank in blanks(NEWS)] == [
        ("functie", "partner.people.0.function"),
        ("naam", "partner.people"),
    ]


def test_every_block_is_walked_through_what_holds_others_first() -> None:
    bound = (Part(document("1. een\n\n   a. twee\n").blocks), Heading(1, (Text("Slot"),)))
    assert [type(block).__name__ for block in walk(bound)] == ["Part", "ListBlock", "Paragraph", "Paragraph", "Heading"]
    assert ["".join(inline.text for inline in line if isinstance(inline, Text)) for line in lines(bound)][-1] == "Slot"


def test_what_is_no_block_is_never_passed_over() -> None:
    with pytest.raises(TypeError, match="unknown block str"):
        list(walk(cast("list[Block]", ["tekst"])))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("Vmbo’ers uit ’s-Heerenvoorde volgen D&P", 5),
        ("€ 6.580 – of 13.00–16.00 uur", 4),
        ("een\ntwee\N{NO-BREAK SPACE}drie", 3),
        ("‘Zo’n les!’", 2),
    ],
)
def test_words_are_counted_as_a_reader_does(text: str, words: int) -> None:
    assert count_words(text) == words
