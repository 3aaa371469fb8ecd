"""What a screen reader finds in the PDF: one element for one thing, labels, heads, and no footer inside a sentence."""

from __future__ import annotations

import re

import pytest

from generator.blocks import Item, ListBlock, Numbering
from generator.writers.pdf import write_pdf
from tests.pdf.reading import Tags
from tests.pdf.sample import LAYOUTS, LONG, document, par

LABELS = ["1.", "2.", "A.", "B.", "1.1", "1.2", "a.", "b.", "c.", "1.3", "2.1", "2.2", "1.", "2.", "3.1", "3.2"]
LABELS += ["Bijlage 1", "Bijlage 2"]


@pytest.fixture(scope="module")
def tags(pdf: bytes) -> Tags:
    return Tags(pdf)


def test_headings_are_tagged_in_order(tags: Tags) -> None:
    assert [(str(e["/S"]), tags.text(e)) for e in tags.of("/H1", "/H2", "/H3")] == [
        ("/H1", "Keuzevak robotica"),
        ("/H2", "Partijen"),
        ("/H2", "Overwegingen"),
        ("/H2", "Artikel 1 Doel"),
        ("/H2", "Artikel 2 Financiën"),
        ("/H3", "Contact"),
        ("/H2", "Artikel 3 Planning"),
        ("/H2", "Bijlagen"),
    ]


def test_a_table_over_three_pages_is_one_table_with_one_head(tags: Tags) -> None:
    planning = tags.of("/Table")[1]
    inside = list(tags.all(planning))
    assert [str(e["/S"]) for e in inside if e["/S"] in {"/Table", "/THead", "/TBody"}] == ["/Table", "/THead", "/TBody"]
    rows = [tags.text(e) for e in inside if e["/S"] == "/TR"]
    assert len(rows) == 61
    assert re.sub(r"\s", "", rows[0]) == "ActiviteitWanneerBedrag"
    assert re.sub(r"\s", "", rows[60]) == "Les59indewerkplaats4-9-2027€1475,00"
    assert len({e["/Pg"].indirect_reference.idnum for e in inside if e["/S"] == "/TR"}) == 3


def test_every_cell_names_a_head_that_is_there(tags: Tags) -> None:
    heads = tags.of("/TH")
    names = {str(e["/ID"]) for e in heads}
    assert len(names) == len(heads)
    assert {str(name) for e in tags.of("/TD") for name in e["/A"]["/Headers"]} <= names
    assert [str(e["/A"]["/Scope"]) for e in heads] == ["/Row"] * 3 + ["/Column"] * 3 + ["/Row"] * 6


def test_the_number_of_an_item_is_its_label(tags: Tags) -> None:
    labels = [tags.text(e) for e in tags.of("/Lbl")]
    assert labels == LABELS
    assert {str(e["/P"]["/S"]) for e in tags.of("/Lbl")} == {"/LI"}
    assert {tuple(str(kid.get_object()["/S"]) for kid in e["/K"]) for e in tags.of("/LI")} == {("/Lbl", "/LBody"), ("/LBody",)}


def test_headers_and_footers_are_not_read(tags: Tags) -> None:
    text = tags.text(tags.root)
    assert "Pagina" not in text
    assert "CONCEPT" not in text
    assert "Vakcollege De Vuurbaak ·" not in text


def test_a_paragraph_and_a_list_over_a_page_end_stay_one() -> None:
    endless = ListBlock(Numbering.DECIMAL, (Item((par(LONG * 20), par(LONG * 60))), Item((par("einde"),))))
    made = Tags(write_pdf(document(par(LONG * 60), endless), LAYOUTS))
    assert [str(e["/S"]) for e in made.of("/L", "/LI", "/Lbl", "/LBody")] == ["/L", *["/LI", "/Lbl", "/LBody"] * 2]
    assert [tag.count("stemmen") for tag in map(made.text, made.of("/P"))][-2:] == [60, 60]


def test_what_is_read_is_read_in_the_order_of_the_page(tags: Tags) -> None:
    text = tags.text(tags.root)
    places = [text.index(words) for words in ("Vakcollege", "Keuzevak", "Looptijd", "Artikel 1", "Artikel 3", "Bijlage 2")]
    assert places == sorted(places)
