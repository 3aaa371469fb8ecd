"""No word is lost: whatever a value says arrives as typed, in the text, the letterhead and the properties."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.blocks import (
    Align,
    Blank,
    Block,
    Box,
    BoxKind,
    Document,
    Emphasis,
    Heading,
    Item,
    Link,
    ListBlock,
    Meta,
    Numbering,
    Paragraph,
    Sender,
    Strong,
    Table,
    Text,
)
from generator.errors import BadText, OurFault
from generator.settle import settle
from generator.writers.docx import read_docx, write_docx
from tests.docx.sample import LAYOUT, META, part

NASTY = (
    "& < > \" ' | * _ # { } \\",
    "{{ 7*7 }} {% raw %} {# #} {_{ }_} {_% %_}",
    "]]> <!-- --> </w:t></w:r></w:p> <w:br/> &amp; &#38;",
    "’s-Heerenvoorde – “aangehaald” …",
    " voor  en  achter ",
    "een\nregel\ten een tab",
    "a\N{NO-BREAK SPACE}b \N{NON-BREAKING HYPHEN} \N{SOFT HYPHEN}",
    "\N{GRINNING FACE} \N{WOMAN}\N{ZERO WIDTH JOINER}\N{PERSONAL COMPUTER}",
    "مرحبا بكم Jan 12 שלום",
    "x" * 300,
    "_Ref_a \\* MERGEFORMAT =1+1",
)


def everywhere(value: str, meta: Meta = META) -> Document:
    """A document that says ``value`` in every place."""
    words = (Text(value),)
    inlines = (Strong(words), Emphasis((Strong(words),)), Link(words, "https://x.example/"), Blank(value, value), *words)
    grid = Table(((words, words),), ((words, (Blank(value),)),), (Align.LEFT, Align.RIGHT))
    blocks: tuple[Block, ...] = (
        Heading(1, words),
        Heading(2, words, Numbering.ARTICLE, "a"),
        ListBlock(Numbering.MEMBER, (Item((Paragraph(words), Paragraph(words), grid)),)),
        Box(BoxKind.NOTE, (Paragraph(inlines), ListBlock(Numbering.BULLET, (Item((Paragraph(words),)),)))),
        Box(BoxKind.SIGNATURE, (Paragraph(words), Table((), ((words, words),), (Align.LEFT,) * 2))),
    )
    sender = Sender(value, (value, value), value)
    changes = {
        "title": value,
        "kind_name": value,
        "reference": value,
        "subject": value,
        "text_version": value,
        "sender": sender,
    }
    return settle(Document(replace(meta, **changes), blocks))  # type: ignore[arg-type]


@pytest.mark.parametrize("value", NASTY)
def test_a_value_arrives_as_typed_in_text_letterhead_and_properties(value: str) -> None:
    data = write_docx(everywhere(value), LAYOUT)
    reading = read_docx(data)
    assert sum(value in line.text for line in reading.lines) == 14
    assert [value in text for text in reading.pages.values()] == [True, True, True]
    document = docx.Document(BytesIO(data))
    properties = document.core_properties
    assert (properties.title, properties.subject, properties.author, properties.identifier) == (value, value, value, value)
    assert document.paragraphs[1].text == value


TEXT = st.text(
    st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\ufffe\uffff") | st.sampled_from("\n\t<&{}%'\"")
)


@settings(max_examples=60, deadline=None)
@given(TEXT.filter(str.strip))
def test_any_text_arrives(value: str) -> None:
    reading = read_docx(write_docx(everywhere(value), LAYOUT))
    assert reading.lines[1].text == value


@pytest.mark.parametrize("character", ["\0", "\x0b", "\x0c", "\a", "\x1b", "\ud800", "\uffff"])
def test_a_character_that_no_word_file_can_hold_is_refused_by_name(character: str) -> None:
    with pytest.raises(BadText, match=rf"U\+{ord(character):04X} \(after 'Jansen'\)"):
        write_docx(everywhere(f"Jansen{character}"), LAYOUT)


def test_right_to_left_words_are_marked_as_such() -> None:
    xml = part(write_docx(everywhere("Jan مرحبا بكم"), LAYOUT), "word/document.xml")
    assert '<w:r><w:rPr><w:rtl/></w:rPr><w:t xml:space="preserve">مرحبا بكم</w:t></w:r>' in xml


def test_a_layout_that_swallows_words_is_caught_by_reading_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.writers.docx_text.escape", lambda text: text.replace("&", "").replace("<", "&lt;"))
    with pytest.raises(OurFault, match=r"expected '…FaluR&DAB"):
        write_docx(everywhere("Falu R&D AB"), LAYOUT)
