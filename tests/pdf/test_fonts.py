"""The fonts of a PDF: bundled and embedded, or the school's own; a character that none has is refused by name."""

from __future__ import annotations

import shutil
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from generator.blocks import Box, BoxKind, Emphasis, Numbering, Paragraph, Strong
from generator.errors import BadInput, BadText
from generator.look import Look
from generator.readback import is_right_to_left
from generator.writers.fonts import bundled
from generator.writers.pdf import write_pdf
from tests.pdf import reading
from tests.pdf.sample import LAYOUTS, document, grid, items, labelled, par, words

FONTS = LAYOUTS / "fonts"
REGULAR = ("Huis-Regular.ttf", (FONTS / "DejaVuSans.ttf").read_bytes())
BOLD = ("Huis-Bold.ttf", (FONTS / "DejaVuSans-Bold.ttf").read_bytes())


def test_the_bundled_fonts_are_embedded_and_no_others(pdf: bytes) -> None:
    assert reading.fonts(pdf) == {"Carlito": True, "Carlito-Bold": True, "Carlito-Italic": True}


def test_each_bundled_font_has_its_licence() -> None:
    families = {face.family.replace(" ", "").removesuffix("Sans") for face in bundled()}
    assert families == {path.stem.removeprefix("LICENSE-") for path in FONTS.glob("LICENSE-*.txt")}


@pytest.mark.parametrize(
    ("text", "fonts"),
    [
        ("emoji 🎉 👩\u200d🏫 👍 👍🏽 🏃 🏃\u200d♂️ ❤️ 🇳🇱 1️⃣", {"Carlito", "Carlito-Bold", "DejaVu-Sans", "Noto-Emoji"}),
        ("pijlen → ← ↔ ✓ ☎", {"Carlito", "Carlito-Bold", "DejaVu-Sans"}),
        ("مرحبا 🎉 بالعالم (<b>) 🎉", {"Carlito", "Carlito-Bold", "DejaVu-Sans", "Noto-Emoji"}),
        ("مرحبا بالعالم", {"Carlito", "Carlito-Bold", "DejaVu-Sans"}),
        ("Ελλάδα Москва Łódź İstanbul ½ ² €", {"Carlito", "Carlito-Bold"}),
    ],
)
def test_other_scripts_show_and_can_be_copied(text: str, fonts: set[str]) -> None:
    data = write_pdf(document(par(text), items(Numbering.DECIMAL, text), grid((text, "x"))), LAYOUTS)
    assert set(reading.fonts(data)) == fonts
    assert all(reading.fonts(data).values())


def test_a_character_that_no_font_has_is_refused_by_name_with_its_words() -> None:
    with pytest.raises(BadText) as caught:
        write_pdf(document(par("Groeten van 中 uit Delft"), par("En \ue000")), LAYOUTS)
    assert [fault.problem for fault in caught.value.faults] == [
        "no font has the character '中' (U+4E2D CJK UNIFIED IDEOGRAPH-4E2D) in 'Groeten van 中 uit Delft'",
        "no font has the character '\ue000' (U+E000 no known character) in 'En \ue000'",
    ]
    assert "house_style.font_files" in caught.value.faults[0].hint


def test_letterhead_and_footer_are_looked_at_too() -> None:
    made = document()
    with pytest.raises(BadText, match="U\\+4E2D"):
        write_pdf(replace(made, meta=replace(made.meta, sender=replace(made.meta.sender, name="中"))), LAYOUTS)


def test_the_schools_own_font_sets_the_text() -> None:
    data = write_pdf(document(par("Tekst"), look=Look(font="Huis", font_files=(REGULAR, BOLD))), LAYOUTS)
    assert reading.fonts(data) == {"Huis": True, "Huis-Bold": True}


def test_font_files_without_a_name_are_used_under_their_own() -> None:
    data = write_pdf(document(par("Tekst"), look=Look(font_files=(REGULAR, BOLD))), LAYOUTS)
    assert reading.fonts(data) == {"DejaVu-Sans": True, "DejaVu-Sans-Bold": True}


def test_what_the_own_font_lacks_comes_from_the_bundled_ones() -> None:
    small = ("Huis.ttf", (FONTS / "Carlito-Regular.ttf").read_bytes())
    data = write_pdf(
        document(Paragraph((Emphasis(words("Tekst مرحبا")),)), look=Look(font="Huis", font_files=(small,))), LAYOUTS
    )
    assert set(reading.fonts(data)) <= {"Huis", "Huis-Bold", "Huis-Italic", "DejaVu-Sans", "Carlito-Bold", "Carlito-Italic"}


def test_calibri_is_set_in_carlito() -> None:
    data = write_pdf(document(par("Tekst"), look=Look(font="Calibri")), LAYOUTS)
    assert set(reading.fonts(data)) == {"Carlito", "Carlito-Bold"}


def test_a_font_that_is_nowhere_is_a_fault() -> None:
    with pytest.raises(BadInput, match=r"^school\.yaml: house_style\.font: the font 'Nergens' is not on this machine"):
        write_pdf(document(look=Look(font="Nergens")), LAYOUTS)


@pytest.mark.parametrize("data", [b"", b"OTTO", b"\x00\x01\x00\x00" * 20, REGULAR[1][:5000]])
def test_a_file_that_is_no_font_is_a_fault(data: bytes) -> None:
    with pytest.raises(BadInput, match=r"^school\.yaml: house_style\.font_files: 'Huis\.ttf' cannot be read as a font"):
        write_pdf(document(look=Look(font="Huis", font_files=(("Huis.ttf", data),))), LAYOUTS)


def test_a_font_of_the_machine_is_never_taken(tmp_path: Path) -> None:
    for name in ("page.html", "print.css", "screen.css"):
        shutil.copy(LAYOUTS / name, tmp_path)
    with (tmp_path / "print.css").open("a", encoding="utf-8") as css:
        css.write("html { font-family: 'DejaVu Serif', 'Liberation Serif', OpenSymbol, serif }")
    assert set(reading.fonts(write_pdf(document(par("Tekst")), tmp_path))) <= {
        "Carlito",
        "Carlito-Bold",
        "DejaVu-Sans",
        "DejaVu-Sans-Bold",
    }


SELECTORS = set(map(chr, [*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)]))
SELECTORS = set(map(chr, [*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)]))
UNSEEN = SELECTORS | set("\ufff9\ufffa\ufffb\ufffc") | set("\u034b\u034c\u034f\u1dc4\u1dc5\u1dc6\u1dc7\u1dc8\u1dc9")
"""A selector says nothing by itself; nine accents without width are in the file, but PDFium passes over them."""
POINTS = {point for face in bundled() for point in face.characters if point > 0x20}
KNOWN = sorted(c for c in set(map(chr, POINTS)) - UNSEEN if unicodedata.bidirectional(c) not in {"R", "AL", "AN"})
"""Where text runs from right to left, PDFium spells signs in its own way (``R`` for ``®``)."""
CHARACTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn"), exclude_characters=UNSEEN)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.sampled_from(KNOWN), min_size=1, max_size=60))
def test_any_text_of_known_characters_arrives(text: str) -> None:
    facts = Box(BoxKind.FACTS, (labelled(("Naam", words(text))),))
    write_pdf(document(par(text), Paragraph((Strong(words(text)),)), facts, items(Numbering.MEMBER, text)), LAYOUTS)


@settings(max_examples=40, deadline=None)
@given(st.text(CHARACTERS, min_size=1, max_size=40))
def test_any_text_arrives_or_is_refused_by_name(text: str) -> None:
    assume(not is_right_to_left([text]))
    try:
        write_pdf(document(par(text), grid((text, text))), LAYOUTS)
    except BadText as refused:
        problems = [fault.problem for fault in refused.faults]
    else:
        problems = []
    assert [problem for problem in problems if not problem.startswith("no font has the character")] == []
