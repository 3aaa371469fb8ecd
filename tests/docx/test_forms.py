"""Places to fill in: room for an answer, boxes to tick; nothing that stands there until then counts as a word."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.blocks import Align, Box, BoxKind, Document, Entry, Heading, Paragraph, Strong, Table, Text, Tick
from generator.settle import settle
from generator.writers.docx import read_docx
from tests.docx.sample import META, made, part, relaid, written
from tests.docx.texts import FORM
from tests.office import pages, printed

_CONTROL = re.compile(
    r'<w:alias w:val="(.*?)"/>(?:<w:tag w:val="(.*?)"/>)?.*?<w(?:14)?:(text|checkbox)\b.*?<w:sdtContent>.*?>([^<]+)</w:t>'
)


def controls(document: Document) -> list[tuple[str, str, str, str]]:
    """Title, tag, what can be done with it, and what shows, of every content control."""
    return _CONTROL.findall(part(written(document), "word/document.xml"))


def test_room_for_an_answer_is_a_control_that_asks_to_be_typed_in() -> None:
    text = "# T\n\nNaam: [uw naam](entry:)\n\n[ja](tick:again) ja [nee](tick:again) nee [ook dit](tick:)\n"
    assert controls(made(text)) == [
        ("uw naam", "entry", "text", "Klik om te typen"),
        ("ja", "again", "checkbox", "☐"),
        ("nee", "again", "checkbox", "☐"),
        ("ook dit", "", "checkbox", "☐"),
    ]
    assert controls(made(text, language="en"))[0] == ("uw naam", "entry", "text", "Click to type")


def test_a_box_to_tick_can_be_ticked_in_word() -> None:
    xml = part(written(made("# T\n\n[ja](tick:)\n")), "word/document.xml")
    assert re.findall(r'<w14:(\w+) w14:val="(\w+)"', xml) == [
        ("checked", "0"),
        ("checkedState", "2612"),
        ("uncheckedState", "2610"),
    ]
    assert 'mc:Ignorable="w14"' in xml


def test_hints_and_boxes_are_no_words_and_make_no_draft() -> None:
    data = written(made("# T\n\nNaam [uw naam](entry:) en [ja](tick:) ja.\n\nWaarom?\n\n[waarom](entry:3)\n", draft=False))
    assert [line.text for line in read_docx(data).lines[1:] if line.style != "Table Gap"] == [
        "T",
        "Naam  en  ja.",
        "Waarom?",
        "",
    ]
    assert "CONCEPT" not in "".join(read_docx(data).pages.values())


def test_what_was_typed_is_read() -> None:
    empty = written(made("# T\n\nNaam: [uw naam](entry:)\n"))
    filled = relaid({"word/document.xml": ("<w:showingPlcHdr/>", "")}, empty)
    typed = relaid({"word/document.xml": ("Klik om te typen", "Jansen")}, filled)
    assert [read_docx(data).lines[-1].text for data in (empty, typed)] == ["Naam: ", "Naam: Jansen"]


def test_an_answer_of_several_lines_has_a_cell_so_high() -> None:
    xml = part(written(made(FORM)), "word/document.xml")
    assert re.findall(r'<w:trHeight w:val="(\d+)" w:hRule="atLeast"/>', xml) == ["1280", "640"]
    assert xml.count('<w:text w:multiLine="1"/>') == 2
    assert '<w:keepNext/></w:pPr><w:r><w:t xml:space="preserve">Toelichting:' in xml, "the question on another page"
    assert xml.count('w:tblStyle w:val="EntryTable"') == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Waarom? [waarom](entry:3)", [("Normal", "", "Waarom? "), ("Table Text", "", "")]),
        ("Waarom?\\\n[waarom](entry:3)", [("Normal", "", "Waarom?"), ("Table Text", "", "")]),
        ("1. Waarom? [waarom](entry:3)", [("List Number", "1.", "Waarom? "), ("Table Text", "", "")]),
        ("Waar [plaats](entry:) was het?", [("Normal", "", "Waar  was het?")]),
    ],
    ids=["in a line", "below a line", "in a list", "one line"],
)
def test_the_room_for_an_answer_stands_below_the_question(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = read_docx(written(made(f"# T\n\n{text}\n"))).lines[2:]
    assert [(line.style, line.number, line.text) for line in found if line.style != "Table Gap"] == expected


def test_places_to_fill_in_stand_in_words_lists_cells_and_boxes() -> None:
    answer, tick = Entry("antwoord", 3), Tick("ja", "keus")
    cells = (((Text("vraag"),), (tick,), (Strong((answer,)),)),)
    pairs = Table((), (((Text("Naam"),), (Entry("naam"),)),), (Align.LEFT, Align.LEFT))
    blocks = (
        Heading(1, (Text("T"),)),
        Table((), cells, (Align.LEFT, Align.CENTER, Align.LEFT)),
        Box(BoxKind.FACTS, (pairs,)),
        Box(BoxKind.NOTE, (Paragraph((tick, Text(" gelezen"))), Paragraph((answer,)))),
    )
    found = controls(settle(Document(META, blocks)))
    assert [(title, kind) for title, _, kind, _ in found] == [
        ("ja", "checkbox"),
        ("antwoord", "text"),
        ("naam", "text"),
        ("ja", "checkbox"),
        ("antwoord", "text"),
    ]


@pytest.mark.slow
def test_libreoffice_shows_a_box_for_every_tick_and_room_for_every_answer(tmp_path: Path) -> None:
    file = tmp_path / "form.docx"
    file.write_bytes(written(made(FORM)))
    (page,) = pages(printed([file], tmp_path / "printed")["form.docx"])
    assert sum("☐" in word.text for word in page) == 11
    tops = {word.text: word.top for word in page}
    assert tops["Ingevuld"] - tops["Toelichting:"] > 40
