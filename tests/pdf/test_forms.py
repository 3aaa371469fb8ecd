"""Forms: fields that can be filled in, read aloud and kept; papers bound in one file."""

from __future__ import annotations

import io
from typing import Any

import pypdf
import pytest

from generator.blocks import Entry, Heading, Paragraph, Table, Text, Tick
from generator.writers.pdf import write_pdf
from tests.pdf import reading
from tests.pdf.sample import LAYOUTS, LONG, agreement, document, par, words
from tests.pdf.sample_forms import SCALE, STATEMENTS, form

WIDE = ("Donaudampfschifffahrtsgesellschaftskapitän" * 8)[:300]
NASTY = "Jansen & Zn. <B.V.> *_{{7*7}}_* | #1 (\\) ’t"
ANSWERS = {
    "ingevuld-door": "Kâmil Yıldız, mevrouw Özgür-Şahin & Ğ (€ 5) – ’t Veld",
    "datum": "9 maart 2027",
    "vraag-0": "/3",
    "vraag-2": "/0",
    "toelichting-bij-afspraken": "Eerste regel\nTweede regel",
    "mail-mij-de-uitkomst": "/Yes",
}


@pytest.fixture(scope="module")
def empty() -> bytes:
    return write_pdf(form(), LAYOUTS)


@pytest.fixture(scope="module")
def filled(empty: bytes) -> bytes:
    return fill(empty, ANSWERS)


def fill(data: bytes, answers: dict[str, str]) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    for page in writer.pages:
        writer.update_page_form_field_values(page, answers, auto_regenerate=False)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def fields(data: bytes) -> dict[str, Any]:
    return reading.reader(data).get_fields() or {}


def values(data: bytes) -> dict[str, Any]:
    return {name: field.get("/V") for name, field in fields(data).items()}


def widgets(data: bytes) -> list[Any]:
    return [note.get_object() for page in reading.reader(data).pages for note in page.get("/Annots", ())]


def test_each_place_to_fill_in_is_a_field_with_a_name_and_a_description(empty: bytes) -> None:
    found = [(name, str(field["/FT"]), str(field["/TU"])) for name, field in fields(empty).items()]
    assert found == [
        ("ingevuld-door", "/Tx", "ingevuld door"),
        ("datum", "/Tx", "datum"),
        *((f"vraag-{n}", "/Btn", statement) for n, statement in enumerate(STATEMENTS)),
        ("toelichting-bij-afspraken", "/Tx", "toelichting bij afspraken"),
        ("mail-mij-de-uitkomst", "/Btn", "mail mij de uitkomst"),
    ]


def test_only_a_field_of_several_lines_takes_several(empty: bytes) -> None:
    assert [name for name, field in fields(empty).items() if field.get("/Ff", 0) & 1 << 12] == ["toelichting-bij-afspraken"]


def test_of_a_group_of_ticks_one_is_chosen_and_says_what_it_means(empty: bytes) -> None:
    choice = fields(empty)["vraag-1"]
    assert choice["/Ff"] == 1 << 15
    assert [str(meaning) for meaning in choice["/Opt"]] == [f"{STATEMENTS[1]}: {mark}" for mark in SCALE]
    ticks = [note for note in widgets(empty) if "/Parent" in note and note["/Parent"]["/T"] == "vraag-1"]
    assert [str(note["/TU"]) for note in ticks] == [str(meaning) for meaning in choice["/Opt"]]


def test_what_is_filled_in_is_kept(filled: bytes) -> None:
    kept = {name: value for name, value in values(filled).items() if value not in {None, "/Off"}}
    assert kept == ANSWERS


def test_a_chosen_tick_is_the_only_one_of_its_group(filled: bytes) -> None:
    groups = [note["/Parent"].get_object()["/T"] for note in widgets(filled) if "/Parent" in note and note["/AS"] != "/Off"]
    assert groups == ["vraag-0", "vraag-2"]


def test_a_field_is_not_filled_in_by_its_neighbour(empty: bytes) -> None:
    drawn = [note["/AP"]["/N"].get_object().get_data() for note in widgets(fill(empty, {"datum": "9 maart"})) if "/DA" in note]
    assert [b"Tj" in drawing for drawing in drawn] == [False, True, False]


def test_a_screen_reader_finds_each_field_where_it_stands(empty: bytes) -> None:
    tags = reading.Tags(empty)
    places = [str(e["/P"]["/S"]) for e in tags.of("/Form")]
    assert places == ["/TD"] * 17 + ["/P"] * 2
    found = [e["/K"][0].get_object()["/Obj"].get_object() for e in tags.of("/Form")]
    assert [str(note["/TU"]) for note in found] == [str(note["/TU"]) for note in widgets(empty)]


def test_fields_of_one_label_have_names_of_their_own() -> None:
    data = write_pdf(document(*(Paragraph((Entry("Toelichting"),)) for _ in range(3)), Paragraph((Tick("★"),))), LAYOUTS)
    assert list(fields(data)) == ["toelichting", "toelichting-2", "toelichting-3", "field"]


def test_a_group_over_two_pages_is_one_group() -> None:
    made = document(*(part for n in range(2) for part in (par(LONG * 24), Paragraph((Tick(f"keuze {n}", "keuze"),)))))
    data = write_pdf(made, LAYOUTS)
    assert [len(page.get("/Annots", ())) for page in reading.reader(data).pages] == [1, 1]
    assert {name: list(field["/Opt"]) for name, field in fields(data).items()} == {"keuze": ["keuze 0", "keuze 1"]}


def test_a_field_in_a_repeated_table_head_is_one_field() -> None:
    rows = tuple((words(f"regel {n}"),) for n in range(80))
    data = write_pdf(document(Table(((((Entry("kop")),),),), rows, form().blocks[3].aligns[:1])), LAYOUTS)  # type: ignore[union-attr]
    assert list(fields(data)) == ["kop"]


@pytest.mark.parametrize("label", [NASTY, WIDE, "مرحبا 😀"])
def test_a_label_is_said_as_typed(label: str) -> None:
    data = write_pdf(document(Paragraph((Entry(label), Tick(label), Tick(label, "groep"), Tick(label, "groep")))), LAYOUTS)
    assert [str(note["/TU"]) for note in widgets(data)] == [label] * 4
    assert [str(meaning) for meaning in fields(data)["groep"]["/Opt"]] == [label] * 2
    assert all(len(name) <= 62 for name in fields(data))


def test_fields_stand_where_the_page_has_room_for_them(empty: bytes) -> None:
    heights = [float(note["/Rect"][3]) - float(note["/Rect"][1]) for note in widgets(empty)]
    assert all(20 < height < 24 for height in heights[:2])
    assert all(8 < height < 12 for height in [*heights[2:17], heights[18]])
    assert 75 < heights[17] < 90
    assert all(50 < float(note["/Rect"][0]) < float(note["/Rect"][2]) < 545 for note in widgets(empty))


def test_a_field_says_nothing_by_itself() -> None:
    made = document(Paragraph((Text("Naam: "), Entry("naam"), Text(" einde"))), Heading(2, (Text("Kop"), Tick("kop"))))
    assert "Naam: einde Kop" in reading.page_texts(write_pdf(made, LAYOUTS))[0]


def test_the_same_form_gives_the_same_bytes(empty: bytes) -> None:
    assert write_pdf(form(), LAYOUTS) == empty


def test_a_document_without_fields_has_no_form() -> None:
    assert "/AcroForm" not in reading.reader(write_pdf(agreement(rows=2), LAYOUTS)).root_object
