"""Letters and press releases on paper: what shows through a window envelope, page numbers, how a letter ends."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.blocks import Align, Block, Box, BoxKind, Numbering, Table
from generator.errors import BadText
from generator.look import Logo, Look
from generator.writers.pdf import write_pdf
from tests.pdf import reading
from tests.pdf.sample import LAYOUTS, LONG, document, items, par, words
from tests.pdf.sample_letters import ADDRESS, SIGNED, THANKS, letter, press_release

WIDE = ("Donaudampfschifffahrtsgesellschaftskapitän" * 8)[:300]
NASTY = "Jansen & Zn. <B.V.> *_{{7*7}}_* | #1"
LOGO = Logo(
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 3"><rect width="9" height="3" fill="#f00"/></svg>',
    "image/svg+xml",
    "Logo",
)
GREETING, END = "Met hartelijke groet,", "Bijlage: programma van de open dag"


@pytest.mark.parametrize("logo", [None, LOGO])
@pytest.mark.parametrize("sender", [(), ("regel 1",), tuple(f"regel {n}" for n in range(6))])
@pytest.mark.parametrize(("window", "left"), [("left", 25), ("right", 115)])
def test_a_window_envelope_shows_the_address(window: str, left: int, sender: tuple[str, ...], logo: Logo | None) -> None:
    data = write_pdf(letter(sender=sender, look=Look(window=window, logo=logo)), LAYOUTS)
    for n, line in enumerate(ADDRESS):
        x, y = reading.corner(data, line.replace("  ", " "))
        assert x == pytest.approx(left, abs=0.5)
        assert 50 <= y - n * 5.2 <= 53.5


@pytest.mark.parametrize("window", ["left", "right"])
def test_the_address_moves_down_under_a_high_letterhead(window: str) -> None:
    sender = tuple(f"regel {n}" for n in range(20))
    data = write_pdf(letter(sender=sender, look=Look(window=window)), LAYOUTS)
    assert reading.corner(data, "regel 19")[1] + 8 < reading.corner(data, ADDRESS[0])[1]


def test_a_letter_says_no_kind_and_numbers_its_pages_from_the_second() -> None:
    first, second = reading.page_texts(write_pdf(letter(par(LONG * 12), par(LONG * 12)), LAYOUTS))
    assert "BEDANKBRIEF" not in first.upper()
    assert "Pagina" not in first
    assert first.endswith("Vakcollege De Vuurbaak · DV-2027-001-SO")
    assert second.endswith("Bedankbrief · DV-2027-001-SO Vakcollege De Vuurbaak · DV-2027-001-SO Pagina 2 van 2")


def test_a_letter_in_draft_says_so_on_every_page() -> None:
    pages = reading.page_texts(write_pdf(letter(par(LONG * 12), par(LONG * 12), draft=True), LAYOUTS))
    assert ["CONCEPT" in text for text in pages] == [True, True]


def test_a_letter_of_150_words_leaves_room_on_its_page() -> None:
    assert 130 < len(" ".join(THANKS).split()) < 170
    data = write_pdf(letter(), LAYOUTS)
    assert len(reading.page_texts(data)) == 1
    assert reading.corner(data, END)[1] < 240


def test_a_letter_is_in_the_order_of_letters() -> None:
    (text,) = reading.page_texts(write_pdf(letter(), LAYOUTS))
    parts = ("info@devuurbaak.example", "Constructiebedrijf", "Datum", "Bedankt", "Geachte", "Wat fijn", GREETING, "drs.", END)
    places = [text.index(words) for words in parts]
    assert places == sorted(places)


def test_there_is_room_to_sign() -> None:
    data = write_pdf(letter(), LAYOUTS)
    greeting, name = reading.corner(data, GREETING)[1], reading.corner(data, SIGNED[0])[1]
    assert 15 <= name - greeting - 5.2 <= 18


@pytest.mark.parametrize("paragraphs", range(14, 30))
def test_a_closing_is_never_split_and_never_alone(paragraphs: int) -> None:
    text = [par(f"Alinea {n} van de brief.") for n in range(paragraphs)]
    pages = reading.page_texts(write_pdf(letter(*text, signed=(SIGNED, ("mr. A. Bos", "bestuurder"))), LAYOUTS))
    ends = [page for page in pages if any(part in page for part in (GREETING, *SIGNED[:2], "mr. A. Bos", END))]
    assert len(ends) == 1
    assert f"Alinea {paragraphs - 1}" in ends[0]


ROWS = 22
"""With which the closing no longer fits on the first page."""
REGELS = tuple(f"regel {n}" for n in range(1, ROWS + 1))


@pytest.mark.parametrize(
    "above",
    [
        items(Numbering.DECIMAL, *REGELS),
        Table((), tuple((words(text),) for text in REGELS), (Align.LEFT,)),
        Box(BoxKind.PASSAGE, tuple(map(par, REGELS)), "core"),
        Box(BoxKind.PASSAGE, (Box(BoxKind.PASSAGE, tuple(map(par, REGELS)), "core"),), "whole"),
    ],
)
def test_a_closing_takes_along_whatever_stands_above_it(above: Block) -> None:
    first, second = reading.page_texts(write_pdf(letter(above), LAYOUTS))
    assert "regel 2" in first
    assert GREETING in second
    assert f"regel {ROWS}" in second


def test_a_long_address_with_odd_characters_arrives_and_covers_nothing() -> None:
    data = write_pdf(letter(address=(NASTY, WIDE, *ADDRESS), look=Look(window="right")), LAYOUTS)
    assert reading.corner(data, ADDRESS[0])[1] + 5 < reading.corner(data, "Datum")[1]


@pytest.mark.parametrize("reference", ["abcdefghij " * 60, WIDE])
def test_a_long_reference_stays_on_the_paper_of_a_letter(reference: str) -> None:
    made = letter(par(LONG * 12), par(LONG * 6))
    data = write_pdf(replace(made, meta=replace(made.meta, reference=reference)), LAYOUTS)
    assert all(bottom > 11 and top < 831 for page in reading.places(data) for bottom, top in page)


def test_names_in_a_letter_are_not_hyphenated() -> None:
    name = "Onderwijsgroep Verantwoordelijkheidsverdeling Samenwerkingsovereenkomst"
    (text,) = reading.page_texts(write_pdf(letter(address=(name,), signed=((name * 3,),), look=Look(window="right")), LAYOUTS))
    assert text.count("Verantwoordelijkheidsverdeling") == 4


def test_a_press_release_says_so_and_numbers_every_page() -> None:
    (text,) = reading.page_texts(write_pdf(press_release(), LAYOUTS))
    assert text.startswith("Vakcollege De Vuurbaak Smidsweg 7A")
    assert " PERSBERICHT Datum Oudervoorde, 9 maart 2027 Publicatie Voor directe publicatie Leerlingen bouwen robot" in text
    assert text.endswith("Pagina 1 van 1")


def test_a_layout_that_is_not_there_is_refused_by_name() -> None:
    made = document(par("x"))
    with pytest.raises(BadText, match="there is no layout 'leter'"):
        write_pdf(replace(made, meta=replace(made.meta, layout="leter")), LAYOUTS)
