"""What a PDF says when it is copied, searched or read aloud: the text behind each glyph. In: fonts of WeasyPrint. Out: mended.

WeasyPrint gives the first glyph of a letter with accents all of its characters and the others none, for the whole file: every
``q`` after a ``q̇`` would be copied with the dot. Here a letter's glyph is the letter, and an accent's glyph the accent.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from weasyprint import pdf as weasyprint_pdf
from weasyprint.pdf.fonts import get_hb_object_data

from generator.writers.fonts import glyph_characters

_NOTHING = "\u200b"
"""For a glyph that is a part of the one before: a reader that finds no text makes some up from the glyph's number."""

_CIRCLE = "\u25cc"
"""A dotted circle, which is drawn under an accent that has no letter."""


@contextmanager
def glyphs_say_what_they_show() -> Iterator[None]:
    """While a PDF is written, its fonts' texts are mended just before they go into the file."""
    original = weasyprint_pdf.build_fonts_dictionary

    def build(pdf: Any, fonts: Mapping[str, Any], *args: Any) -> Any:
        for font in fonts.values():
            if any(len(text) != 1 for text in font.to_unicode.values()):
                shown = glyph_characters(get_hb_object_data(font.hb_face))
                font.to_unicode = {glyph: _said(text, shown.get(glyph, "")) for glyph, text in font.to_unicode.items()}
        return original(pdf, fonts, *args)

    weasyprint_pdf.build_fonts_dictionary = build
    try:
        yield
    finally:
        weasyprint_pdf.build_fonts_dictionary = original


def _said(text: str, shown: str) -> str:
    """The text of a glyph: what it shows by itself, if all else in ``text`` is accents, which have glyphs of their own.

    A glyph that shows all of its text (a picture of several emoji, a ligature) keeps it.
    """
    if shown == _CIRCLE and unicodedata.category(text[:1] or _CIRCLE).startswith("M"):
        return _NOTHING
    if not text:
        return shown if shown and unicodedata.category(shown).startswith("M") else _NOTHING
    if len(text) == 1 or not shown:
        return text
    whole, own = set(unicodedata.normalize("NFKD", text)), set(unicodedata.normalize("NFKD", shown))
    attached = all(unicodedata.category(character) in {"Mn", "Me", "Cf"} for character in whole - own)
    return unicodedata.normalize("NFKC", shown) if own <= whole and attached else text
