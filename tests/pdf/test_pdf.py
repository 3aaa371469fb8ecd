"""The PDF: words, pages, properties, links; the same bytes each time."""

from __future__ import annotations

import re
import subprocess
import sys
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from generator.blocks import Box, BoxKind, Heading, Link, Numbering, Paragraph, Reference, Sender
from generator.errors import BadInput, BadText, OurFault
from generator.readback import canonical
from generator.settle import settle
from generator.writers import pdf as writer
from generator.writers.html import page
from generator.writers.pdf import write_pdf
from tests.pdf import reading
from tests.pdf.sample import LAYOUTS, LONG, agreement, article, document, grid, items, labelled, long_table, par, words

ROOT = LAYOUTS.parents[1]
WIDE = ("Donaudampfschifffahrtsgesellschaftskapitän" * 8)[:300]
NASTY = "Jansen & Zn. <B.V.> \"x\" 'y' *_{{7*7}}_* | #1 \\ </p><script>alert(1)</script> <!-- ]]>"


def test_every_page_says_what_it_is_a_page_of(pdf: bytes) -> None:
    pages = reading.page_texts(pdf)
    assert len(pages) == 5
    assert [f"Pagina {n} van 5" in text for n, text in enumerate(pages, 1)] == [True] * 5
    assert ["Vakcollege De Vuurbaak · DV-2027-001-SO" in text for text in pages] == [True] * 5
    assert ["Samenwerkingsovereenkomst · DV-2027-001-SO" in text for text in pages] == [False, True, True, True, True]


def test_a_draft_says_so_on_every_page_and_a_final_on_none(pdf: bytes) -> None:
    assert all("CONCEPT" in text for text in reading.page_texts(pdf))
    final = write_pdf(agreement(draft=False, rows=3), LAYOUTS)
    assert not any("CONCEPT" in text for text in reading.page_texts(final))


def test_english_has_english_footers() -> None:
    made = document()
    text = reading.page_texts(write_pdf(replace(made, meta=replace(made.meta, language="en")), LAYOUTS))[0]
    assert "Page 1 of 1" in text
    assert "DRAFT" in text


def test_the_letterhead_says_who_sends_it(pdf: bytes) -> None:
    start = "Vakcollege De Vuurbaak Smidsweg 7A 1236 CD ’s-Heerenvoorde 035 - 555 01 20 info@devuurbaak.example"
    assert reading.page_texts(pdf)[0].startswith(f"{start} SAMENWERKINGSOVEREENKOMST Keuzevak robotica Partner ")


def test_a_long_table_repeats_its_head_and_splits_no_row(pdf: bytes) -> None:
    pages = reading.page_texts(pdf)
    assert [text.count("Activiteit Wanneer Bedrag") for text in pages] == [0, 1, 1, 1, 0]
    rows = [int(n) for text in pages for n in re.findall(r"Les (\d+) in de werkplaats", text)]
    assert rows == list(range(60))


@pytest.mark.parametrize("lines", range(6, 24, 3))
def test_a_signature_is_never_split(lines: int) -> None:
    filler = [par(LONG) for _ in range(lines)]
    rows = labelled(*((f"Naam {n}", words("drs. M.J. de Graaf")) for n in range(12)))
    data = write_pdf(document(*filler, Box(BoxKind.SIGNATURE, (par("Voor de school"), rows))), LAYOUTS)
    on = [n for n, text in enumerate(reading.page_texts(data)) if "Naam " in text or "Voor de school" in text]
    assert len(on) == 1


@pytest.mark.parametrize("lines", range(9, 25, 2))
def test_a_heading_is_never_alone_at_the_foot(lines: int) -> None:
    filler = [par("Een regel.") for _ in range(lines)]
    end = article("Financiën", "finance", items(Numbering.MEMBER, "De activiteiten zijn:"), long_table(5))
    for text in reading.page_texts(write_pdf(document(*filler, *end), LAYOUTS)):
        assert ("Artikel 1 Financiën" in text) == ("De activiteiten zijn:" in text) == ("Les 0" in text)


def test_a_blank_is_a_ruled_space_with_its_label(pdf: bytes) -> None:
    assert "Van ’t Veld Techniek B.V., KVK KVK-nummer , hierna: de partner." in reading.page_texts(pdf)[0]


def test_dutch_words_are_broken_by_syllable_but_not_in_headings_or_tables() -> None:
    word = "verantwoordelijkheidsverdeling "
    broken = reading.page_texts(write_pdf(document(par(word * 30)), LAYOUTS))[0]
    assert re.search(r"verantwoor[-\u2010\ufffe]|verantwoordelijk[-\u2010\ufffe]|verantwoordelijkheids[-\u2010\ufffe]", broken)
    whole = write_pdf(document(*article(word * 9, "x"), grid((word * 9,))), LAYOUTS)
    assert reading.page_texts(whole)[0].count(word.strip()) == 18


def test_bookmarks_are_the_headings(pdf: bytes) -> None:
    assert reading.bookmarks(pdf) == [
        (0, "Keuzevak robotica"),
        (1, "Partijen"),
        (1, "Overwegingen"),
        (1, "Artikel 1 Doel"),
        (1, "Artikel 2 Financiën"),
        (2, "Contact"),
        (1, "Artikel 3 Planning"),
        (1, "Bijlagen"),
    ]


def test_a_reference_goes_to_its_article_and_says_its_words(pdf: bytes) -> None:
    assert [(canonical(words), target) for words, target in reading.links(pdf)] == [
        ("artikel2", "finance"),
        ("bijlage1", "annex-plan"),
        ("info@devuurbaak.example", "mailto:info@devuurbaak.example"),
    ]
    names = reading.reader(pdf).named_destinations
    pages = [reading.reader(pdf).get_destination_page_number(names[name]) for name in ("finance", "annex-plan")]
    assert pages == [1, 3]


def test_the_properties_are_as_typed() -> None:
    made = document()
    sender = Sender("School, & <Zn>", (), "Stichting, A & B")
    meta = replace(made.meta, title=f"{NASTY} 😀 مرحبا", subject=NASTY, reference="A,B", sender=sender)
    file = reading.reader(write_pdf(replace(made, meta=meta), LAYOUTS))
    assert file.metadata is not None
    assert file.metadata.title == f"{NASTY} 😀 مرحبا"
    assert file.metadata.subject == NASTY
    assert file.metadata.author == "Stichting, A & B"
    assert str(file.metadata["/Keywords"]) == "A,B, Samenwerkingsovereenkomst, Tekstversie 1.0.0 (2026-11-23)"
    assert str(file.metadata["/CreationDate"]) == "D:20270309000000Z"
    assert str(file.root_object["/Lang"]) == "nl"
    assert file.xmp_metadata is not None
    assert file.xmp_metadata.dc_title == {"x-default": f"{NASTY} 😀 مرحبا"}


def test_the_same_document_gives_the_same_bytes_in_every_process(pdf: bytes, tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from tests.pdf.sample import LAYOUTS, agreement; "
        "from generator.writers.pdf import write_pdf; Path(sys.argv[1]).write_bytes(write_pdf(agreement(), LAYOUTS))"
    )
    file = tmp_path / "elsewhere.pdf"
    environment = {"PYTHONHASHSEED": "1", "PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "TZ": "Asia/Tokyo"}
    subprocess.run([sys.executable, "-c", code, file], cwd=ROOT, env=environment, check=True)
    assert file.read_bytes() == pdf


def test_a_word_of_300_letters_stays_on_the_page_wherever_it_stands() -> None:
    facts = Box(BoxKind.FACTS, (labelled((WIDE, words(WIDE))),))
    made = document(par(WIDE), facts, grid((WIDE, "b", WIDE)), items(Numbering.MEMBER, WIDE))
    meta = replace(made.meta, kind_name=WIDE, sender=Sender(WIDE, (WIDE,)))
    data = write_pdf(replace(made, meta=meta), LAYOUTS)
    assert canonical(" ".join(reading.page_texts(data))).count(canonical(WIDE)) >= 8


@pytest.mark.parametrize(
    "text",
    [
        NASTY,
        "a\u00a0b\u202f1 e\u0301 ﬁ ½ ² \u00adx \u2028y",
        "  veel   wit  ",
        "\u0301 x",
        "\u07eb",
        "A–B — C-D \u2011 E",
    ],
)
def test_a_value_arrives_as_typed_in_every_place(text: str) -> None:
    facts = Box(BoxKind.FACTS, (labelled((text, words(text))),))
    write_pdf(document(par(text), facts, items(Numbering.MEMBER, text), grid((text, text))), LAYOUTS)


@pytest.mark.parametrize(
    "reference",
    [WIDE, "W" * 300, "abcdefghij " * 60, "شركة (فيلد) [B.V.] 12", "DV 👩\u200d👩\u200d👧\u200d👦 👍🏽 🏳️\u200d🌈 1"],
)
@pytest.mark.parametrize("name", ["W" * 300, "Vakcollege 👩\u200d👩\u200d👧 الب (x)"])
def test_a_margin_has_room_for_all_that_stands_in_it(reference: str, name: str) -> None:
    made = document(*(par(LONG * 12) for _ in range(2)))
    data = write_pdf(replace(made, meta=replace(made.meta, reference=reference, sender=Sender(name, (name,)))), LAYOUTS)
    low, high = 11, 842 - 11
    for characters in reading.places(data):
        assert all(low < bottom and top < high for bottom, top in characters)


def test_a_wider_margin_never_covers_the_text() -> None:
    made = document(*(par(LONG * 12) for _ in range(2)))
    data = write_pdf(replace(made, meta=replace(made.meta, reference="abcdefghij " * 60)), LAYOUTS)
    margin, text = reading.heights(data, 1, "abcdefghij"), reading.heights(data, 1, "leerlingen")
    highest, lowest = max(top for _, top in text), min(bottom for bottom, _ in text)
    assert len(margin) == 120
    assert [bottom > highest + 14 or top < lowest - 14 for bottom, top in margin] == [True] * 120


def test_a_letterhead_alone_on_its_page_is_no_part_of_the_text() -> None:
    made = document()
    meta = replace(made.meta, sender=Sender("School", tuple(f"regel {n}" for n in range(40))))
    long_title = (Heading(1, words(WIDE)), par("x"))
    data = write_pdf(settle(replace(made, meta=meta, blocks=long_title)), LAYOUTS)
    assert ["regel 39" in text for text in reading.page_texts(data)] == [True, False]
    assert [len(reading.heights(data, page, "Donau")) for page in (0, 1)] == [0, 8]


def test_words_that_leave_no_page_for_the_text_are_refused() -> None:
    made = document(par("x"))
    with pytest.raises(BadInput, match="too much of it"):
        write_pdf(replace(made, meta=replace(made.meta, reference="W" * 3000)), LAYOUTS)


@pytest.mark.parametrize(
    "text", ["q\u0307\u0323 dan q", "dan q en q\u0307", "Nhung e\u0323\u0302 o", "n\u0303\u0301, ñ en n", "o\u031b\u0301"]
)
def test_a_letter_with_accents_is_copied_and_found_as_one(text: str) -> None:
    copied = reading.raw_texts(write_pdf(document(par(text)), LAYOUTS))[0]
    assert unicodedata.normalize("NFC", text) in unicodedata.normalize("NFC", copied)
    assert "\u200b" not in copied


def test_a_link_may_go_wherever_a_text_may_send_it() -> None:
    targets = ("https:devuurbaak.example", "http://x.example/", "tel:+31355550120")
    made = document(*(Paragraph((Link(words("x"), target),)) for target in targets))
    assert [target for _, target in reading.links(write_pdf(made, LAYOUTS))] == list(targets)


def test_a_lost_word_is_never_given_to_the_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "page", lambda *given: page(*given).replace("overlap", "", 1))
    with pytest.raises(OurFault, match="the PDF: the file does not say what was written to it: expected '…"):
        write_pdf(document(par(LONG)), LAYOUTS)


def test_a_reference_to_nowhere_is_not_printed() -> None:
    made = document(*article("Doel", "purpose"))
    stray = Paragraph((Reference("gone", "artikel", "9"),))
    with pytest.raises(BadText, match="gone"):
        write_pdf(replace(made, blocks=(*made.blocks, stray)), LAYOUTS)
