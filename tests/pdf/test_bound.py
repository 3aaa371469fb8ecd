"""Papers bound in one file: each on a page of its own, one outline, pages that run on."""

from __future__ import annotations

import pytest

from generator.writers.pdf import write_pdf
from tests.pdf import reading
from tests.pdf.sample import LAYOUTS
from tests.pdf.sample_forms import bound


@pytest.fixture(scope="module")
def data() -> bytes:
    return write_pdf(bound(), LAYOUTS)


def test_each_paper_but_the_first_starts_a_page(data: bytes) -> None:
    pages = reading.page_texts(data)
    titles = ("Twee partijen, drie stukken.", "Partner Van ’t Veld", "Bijlage 1: Jaarplanning", "Bijlage 2: Begroting")
    starts = [next(n for n, text in enumerate(pages) if title in text) for title in titles]
    assert starts == [0, 1, len(pages) - 2, len(pages) - 1]


def test_page_numbers_run_on(data: bytes) -> None:
    pages = reading.page_texts(data)
    assert [f"Pagina {n} van {len(pages)}" in text for n, text in enumerate(pages, 1)] == [True] * len(pages)


def test_the_outline_has_each_paper_and_its_headings_below_it(data: bytes) -> None:
    assert reading.bookmarks(data) == [
        (0, "Keuzevak robotica"),
        (0, "Keuzevak robotica"),
        (1, "Partijen"),
        (1, "Overwegingen"),
        (1, "Artikel 1 Doel"),
        (1, "Artikel 2 Financiën"),
        (2, "Contact"),
        (1, "Artikel 3 Planning"),
        (1, "Bijlagen"),
        (0, "Bijlage 1: Jaarplanning"),
        (1, "Artikel 1 Afspraken"),
        (0, "Bijlage 2: Begroting"),
        (1, "Artikel 1 Afspraken"),
    ]


def test_a_screen_reader_finds_each_paper_whole(data: bytes) -> None:
    tags = reading.Tags(data)
    papers = [[str(tag["/S"]) for tag in tags.all(part) if tag["/S"] in {"/H1", "/H2"}] for part in tags.of("/Sect")]
    assert papers == [["/H1"], ["/H1", *["/H2"] * 6], ["/H1", "/H2"], ["/H1", "/H2"]]


def test_references_stay_in_their_paper(data: bytes) -> None:
    names = reading.reader(data).named_destinations
    assert set(names) == {"annex-plan", "finance", "planning", "purpose"}
