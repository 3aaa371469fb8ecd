"""The file for the printer: every document on a right-hand page, as it was, found by its bookmark, and small."""

from __future__ import annotations

import io
from functools import cache
from itertools import pairwise

import pikepdf
import pypdf
import pypdfium2
import pytest

from generator.blocks import Emphasis, Paragraph, Strong
from generator.errors import OurFault
from generator.look import Logo, Look
from generator.post.binder import Document, combine
from generator.writers.pdf import write_pdf
from tests.pdf.reading import bookmarks, page_texts, reader
from tests.pdf.sample import LAYOUTS, LONG, agreement, document, par, words
from tests.pdf.sample_forms import form
from tests.pdf.sample_letters import letter

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><rect width="4" height="2" fill="#f00" opacity=".7"/></svg>'
NAMES = ("Jansen & Zn. <B.V.>", "Yıldız (één)", "Van ’t Veld", "Zoë’s \\ kapsalon", "IJzerman", "Ελλάδα")


@cache
def letters(count: int) -> tuple[Document, ...]:
    """Letters of one page, each with words of its own."""
    made = [letter(par(f"Brief {n} aan {NAMES[n % 6]}: {chr(192 + n)} {chr(97 + n % 26)}")) for n in range(count)]
    return tuple(Document(f"{n} {NAMES[n % 6]}", write_pdf(tree, LAYOUTS)) for n, tree in enumerate(made))


@cache
def mixed() -> tuple[Document, ...]:
    """Of one page, of two, of five with a table; with fields, with a half transparent logo, with letters of every font."""
    trees = {
        "brief": letter(),
        "twee": letter(*[par(LONG)] * 10),
        "overeenkomst": agreement(),
        "formulier": form(),
        "logo": letter(look=Look(logo=Logo(SVG, "image/svg+xml", "Logo"))),
        "schrift": document(par("مرحبا שלום Ελλάδα 😀 👩\u200d🏫 ☎ é q̇")),
        "vet": document(Paragraph((Strong(words("vet")), Emphasis(words("schuin")), Strong((Emphasis(words("beide")),))))),
    }
    return tuple(Document(name, write_pdf(tree, LAYOUTS)) for name, tree in trees.items())


def printed(documents: tuple[Document, ...]) -> bytes:
    return combine(documents, "Bedankbrieven 2027", "nl")


def pictures(data: bytes) -> list[bytes]:
    """Every page as it looks, fields filled."""
    pdf = pypdfium2.PdfDocument(data)
    try:
        pdf.init_forms()
        return [page.render(scale=1.5).to_pil().tobytes() for page in pdf]
    finally:
        pdf.close()


def starts(data: bytes) -> list[tuple[str, int]]:
    """Each bookmark with the number of its page, from 0."""
    pdf = pypdfium2.PdfDocument(data)
    try:
        return [(mark.get_title(), mark.get_dest().get_index()) for mark in pdf.get_toc()]
    finally:
        pdf.close()


def test_every_document_begins_on_a_right_hand_page_and_has_a_bookmark() -> None:
    found = starts(printed(mixed()))
    assert [name for name, _ in found] == [each.name for each in mixed()]
    assert [page for _, page in found if page % 2] == []
    sizes = [len(reader(each.pdf).pages) for each in mixed()]
    assert sizes[:3] == [1, 2, 5]
    assert [later - page for (_, page), (_, later) in pairwise(found)] == [size + size % 2 for size in sizes[:-1]]


def test_every_page_looks_and_reads_as_it_did_and_blank_pages_are_blank() -> None:
    data = printed(mixed())
    looks, texts, blank = pictures(data), page_texts(data), 0
    for each, (_, first) in zip(mixed(), starts(data), strict=True):
        own = pictures(each.pdf)
        assert looks[first : first + len(own)] == own, each.name
        assert texts[first : first + len(own)] == page_texts(each.pdf), each.name
        if len(own) % 2 and first + len(own) < len(looks):
            assert texts[first + len(own)] == ""
            blank += 1
    assert blank == 5


def test_what_is_filled_in_is_printed() -> None:
    writer = pypdf.PdfWriter(io.BytesIO(write_pdf(form(), LAYOUTS)))
    fields = [name for name, field in (writer.get_fields() or {}).items() if field.get("/FT") == "/Tx"]
    writer.update_page_form_field_values(writer.pages[0], {fields[0]: "Ingevuld"}, auto_regenerate=False)
    filled = io.BytesIO()
    writer.write(filled)
    data = printed((Document("formulier", filled.getvalue()),))
    assert "Ingevuld" in " ".join(page_texts(data))
    assert "/AcroForm" not in reader(data).trailer["/Root"]  # type: ignore[operator]


def test_names_of_bookmarks_arrive_as_typed() -> None:
    assert bookmarks(printed(letters(6))) == [(0, each.name) for each in letters(6)]


def test_a_font_is_in_the_file_once_and_a_letter_costs_little() -> None:
    few, many = printed(letters(5)), printed(letters(20))
    with pikepdf.open(io.BytesIO(many)) as pdf:
        programs = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/FontFile2" in each]
        assert sorted(str(each.FontName) for each in programs) == ["/HANDSL+Carlito", "/HANDSL+Carlito-Bold"]
    assert (len(many) - len(few)) / 15 < 4_000
    assert len(many) < sum(len(each.pdf) for each in letters(20)) / 4


def other_producer(document: Document, change: str) -> Document:
    """A document as another program would have written it: characters by a map of their own, or widths left to a default."""
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(document.pdf)) as pdf:
        for font in pdf.pages[0].Resources.Font.values():
            below = font.DescendantFonts[0]
            if change == "map":
                below.CIDToGIDMap = pdf.make_stream(b"".join(n.to_bytes(2, "big") for n in range(3000)))
            else:
                first, width, *more = below.W
                below.W, below.DW = pikepdf.Array([first, width, *more[:-2]]), more[-1][-1]
        pdf.save(made)
    return Document(document.name, made.getvalue())


@pytest.mark.parametrize("change", ["map", "default"])
def test_fonts_of_other_programs_are_kept_as_they_are(change: str) -> None:
    documents = (*letters(3), *(other_producer(each, change) for each in letters(3)))
    looks = pictures(printed(documents))
    assert looks[::2] == [picture for each in documents for picture in pictures(each.pdf)]


def test_the_printer_is_asked_for_both_sides_at_true_size() -> None:
    root = reader(printed(letters(2))).trailer["/Root"]
    assert root["/ViewerPreferences"] == {  # type: ignore[index]
        "/Duplex": "/DuplexFlipLongEdge",
        "/PrintScaling": "/None",
        "/DisplayDocTitle": True,
    }
    assert reader(printed(letters(2))).metadata == {"/Title": "Bedankbrieven 2027"}


def test_the_file_is_whole() -> None:
    with pikepdf.open(io.BytesIO(printed(mixed()))) as pdf:
        assert pdf.check_pdf_syntax() == []
    assert reader(printed(mixed())).pages[0].extract_text()


def test_colours_keep_their_meaning() -> None:
    assert "/OutputIntents" in reader(printed(letters(2))).trailer["/Root"]  # type: ignore[operator]


def test_the_same_documents_give_the_same_bytes_and_may_come_one_by_one() -> None:
    assert printed(letters(3)) == combine((each for each in letters(3)), "Bedankbrieven 2027", "nl")


def test_what_is_no_pdf_is_told_with_its_name() -> None:
    with pytest.raises(OurFault, match="the document for Jansen cannot be bound"):
        printed((Document("Jansen", b"PK\x03\x04"),))
