"""Parts of a font, put together again: every glyph as it was, whatever its components are called."""

from __future__ import annotations

import io
import struct
from functools import cache
from typing import Any

import pytest
from fontTools import subset
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from generator.package import resource
from generator.post.typeface import Typeface, tables

FONTS = resource("templates") / "layouts" / "fonts"


@cache
def part(text: str, file: str = "Carlito-Regular.ttf", hints: bool = False) -> tuple[dict[str, bytes], list[int]]:
    """What a PDF has of a font for a text, and the numbers of the glyphs in it."""
    font = TTFont(FONTS / file, recalcTimestamp=False)
    numbers = [font.getGlyphID(font.getBestCmap()[ord(character)]) for character in text]
    cutter = subset.Subsetter(subset.Options(retain_gids=True, layout_features=[], hinting=hints, notdef_outline=True))
    cutter.populate(gids=numbers)
    cutter.subset(font)
    data = io.BytesIO()
    font.save(data)
    return dict(tables(data.getvalue())), numbers


def drawn(data: bytes, *numbers: int) -> dict[int, tuple[Any, int]]:
    """What each of these glyphs draws, component by component, and its width."""
    font = TTFont(io.BytesIO(data), fontNumber=-1)
    font.setGlyphOrder([f"g{n}" for n in range(font["maxp"].numGlyphs)])
    glyphs, found = font.getGlyphSet(), {}
    for number in numbers:
        pen = DecomposingRecordingPen(glyphs)
        glyphs[f"g{number}"].draw(pen)
        found[number] = (pen.value, font["hmtx"][f"g{number}"][0])
    return found


def whole(file: str = "Carlito-Regular.ttf") -> bytes:
    return (FONTS / file).read_bytes()


@pytest.mark.parametrize("hints", [False, True])
@pytest.mark.parametrize("file", ["Carlito-Regular.ttf", "Carlito-Bold.ttf", "DejaVuSans.ttf"])
def test_each_glyph_is_drawn_as_in_the_font_it_came_from(file: str, hints: bool) -> None:
    first, second = part("Kâmil Yıldız, één", file, hints), part("Zoë ½ ï i j ij", file, hints)
    face = Typeface(first[0])
    assert face.take(*first)
    assert face.take(*second)
    numbers = {*first[1], *second[1]}
    assert drawn(face.file(), *numbers) == drawn(whole(file), *numbers)


def test_a_glyph_is_the_same_though_its_components_have_other_numbers() -> None:
    """The dot of an ``i`` has another number in each document, behind the glyphs of the text."""
    one, (number,) = part("i")
    face = Typeface(one)
    assert face.take(one, [number])
    other = tables(face.file())
    assert other["glyf"] != one["glyf"]
    assert face.take(other, [number])
    assert drawn(face.file(), number) == drawn(whole(), number)


def test_a_part_of_another_font_is_not_taken() -> None:
    first, other = part("abc"), part("abc", "Carlito-Bold.ttf")
    face = Typeface(first[0])
    assert face.take(*first)
    before = face.file()
    assert not face.take(*other)
    assert face.file() == before


def test_fonts_with_other_hints_are_kept_apart() -> None:
    face = Typeface(part("abc", "DejaVuSans.ttf", hints=True)[0])
    assert not face.take(*part("def", "DejaVuSans.ttf"))


def test_the_file_is_one_that_other_programs_read() -> None:
    face = Typeface(part("é")[0])
    assert face.take(*part("éïq"))
    data = face.file()
    font = TTFont(io.BytesIO(data), checkChecksums=2)
    for name in ("glyf", "head", "hhea", "hmtx", "loca", "maxp"):
        assert font[name]
    assert sum(struct.unpack(f">{len(data) // 4}L", data)) & 0xFFFFFFFF == 0xB1B0AFBA


def test_the_same_parts_give_the_same_file() -> None:
    def made() -> bytes:
        face = Typeface(part("abc")[0])
        face.take(*part("abc"))
        face.take(*part("déf"))
        return face.file()

    assert made() == made()


def test_a_font_without_truetype_outlines_has_no_tables_for_us() -> None:
    assert tables(struct.pack(">4sHHHH4sLLL", b"OTTO", 1, 16, 0, 0, b"CFF ", 0, 28, 0)) == {}
