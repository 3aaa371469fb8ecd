"""Fonts as data: what a font file is, and which characters it has. In: bytes. Out: frozen facts, or faults.

A character that no font has would be an empty box on a signature page, so it is refused here, by name and with its place.
"""

from __future__ import annotations

import io
import logging
import subprocess
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from generator.errors import BadInput, BadText, Fault
from generator.look import SCHOOL_FILE, Look
from generator.package import resource

SHOWN = 40
"""Characters of the text around an unknown character that a fault quotes."""
_RANGES = "00-1F 7F-7F 85-85 AD-AD 34F-34F 61C-61C 180B-180E 200B-200F 2028-202E 2060-206F FE00-FE0F FEFF-FEFF E0000-E01EF"
_INVISIBLE = frozenset(
    point for first, last in (pair.split("-") for pair in _RANGES.split()) for point in range(int(first, 16), int(last, 16) + 1)
)
"""Joiners, direction marks, variation selectors and line ends: they shape what stands beside them, and need no glyph."""
_NEVER = frozenset({0xFFF9, 0xFFFA, 0xFFFB, 0xFFFC})
"""Marks for annotations and objects between letters, which Pango draws in no font."""
_COMMON = "abcdefghijklmnopqrstuvwxyz0123456789"
_REGULAR = 400
_SAME = {"calibri"}
"""Families that Carlito stands in for, line by line: their letters have the same widths."""
_DRAWN = {"ms gothic", "symbol", "wingdings", "segoe ui symbol"}
"""Families for signs alone (a bullet, a box to tick): any font that has the sign does."""
_TRUETYPE = {b"\0\1\0\0", b"true"}
"""How a file with TrueType outlines begins."""
_EDITABLE, _BITMAPS = {0, 8}, 0x200
"""Rights (fsType) with which a font may go along in a document that is edited; a right to its bitmaps alone is none."""

ANSWER_FIRST = 32
"""The code of the first character that can be typed in a form."""
TURKISH = {0x7F: "İ", 0x81: "ı", 0x8D: "Ğ", 0x8F: "ğ", 0x90: "Ş", 0x9D: "ş"}
"""Letters in the six codes that Windows 1252 leaves free: many who fill in a form need them for their name."""
_PLAIN = {0xA0: " ", 0xAD: "-"}
"""What a PDF shows for a space that does not break and a soft hyphen."""
ANSWER_CODES = tuple((TURKISH | _PLAIN).get(code) or bytes([code]).decode("cp1252") for code in range(ANSWER_FIRST, 256))
"""The character of each code, from ``ANSWER_FIRST`` up: Windows 1252 and Turkish."""


@dataclass(frozen=True, slots=True)
class Face:
    """One font file: the family it is used under, and how heavy and slanted it is."""

    family: str
    data: bytes
    weight: int
    """100 (thin) to 900 (black); 400 is regular, 700 bold."""
    italic: bool
    characters: frozenset[int]
    """Code points it has a glyph for."""
    embeddable: bool = False
    """Whether a Word file can hold it: TrueType outlines, and a maker who allows it."""


@lru_cache(maxsize=1)
def bundled() -> tuple[Face, ...]:
    """The fonts that come with handslag: Carlito for text, DejaVu Sans and Noto Emoji for what Carlito lacks."""
    files = sorted((resource("templates") / "layouts" / "fonts").glob("*.ttf"))
    return tuple(read_face(path.read_bytes(), path.name) for path in files)


@lru_cache(maxsize=16)
def house(look: Look) -> tuple[Face, ...]:
    """The school's own fonts: its files, and the fonts of the other names it chose that this machine has.

    Raises BadInput for a file that is no font, and for every name that is neither in a file, bundled, nor installed.
    """
    if not _chosen(look):
        return ()
    files = tuple(_named(read_face(data, name), look) for name, data in look.font_files)
    known = {face.family.lower() for face in (*bundled(), *files)} | _SAME
    chosen = {"font": look.font, "heading_font": look.heading_font}
    wanted = {field: family for field, family in chosen.items() if family and family.lower() not in known}
    found = {field: _installed(family) for field, family in wanted.items()}
    if nowhere := [_nowhere(field, wanted[field]) for field, paths in found.items() if not paths]:
        raise BadInput(*nowhere)
    installed = {path: wanted[field] for field, paths in found.items() for path in paths}
    return files + tuple(read_face(path.read_bytes(), path.name, family) for path, family in installed.items())


def _chosen(look: Look) -> bool:
    """Whether the school chose fonts at all. If not, none need be read, which takes longer than writing ten letters."""
    return bool(look.font_files or look.font or look.heading_font)


def _named(face: Face, look: Look) -> Face:
    """A file's font under the name the school calls it by: what is not the font of the headings is that of the text."""
    if face.family.lower() == look.heading_font.lower():
        return replace(face, family=look.heading_font)
    return replace(face, family=look.font) if look.font else face


def _nowhere(field: str, family: str) -> Fault:
    hint = "name its files in house_style.font_files in school.yaml, or leave the font out"
    return Fault(f"the font '{family}' is not on this machine", file=SCHOOL_FILE, path=f"house_style.{field}", hint=hint)


@lru_cache(maxsize=16)
def breadth(look: Look) -> float:
    """How wide the school's text is beside Calibri, which is 1: what is counted in letters needs so much more room."""
    if not _chosen(look):
        return 1.0
    return _average(_text_face(look).data) / _average(_carlito().data)


def width_of(look: Look, text: str) -> float:
    """How wide ``text`` is in the school's font, as a part of the font's size."""
    advances = _advances(_text_face(look).data)
    return sum(advances.get(ord(character), 1.0) for character in text)


def _text_face(look: Look) -> Face:
    """The font of the text: the school's own, else that with Calibri's widths."""
    own = [face for face in (*house(look), *bundled()) if face.family.lower() == look.font.lower()]
    own = own or ([] if look.font else list(house(look))) or [_carlito()]
    return min(own, key=lambda face: (face.italic, abs(face.weight - _REGULAR)))


def _carlito() -> Face:
    return next(face for face in bundled() if face.family == "Carlito" and face.weight == _REGULAR and not face.italic)


def _average(data: bytes) -> float:
    """The average width of small letters and figures, as a part of the font's size."""
    advances = _advances(data)
    widths = [advances[point] for point in map(ord, _COMMON) if point in advances]
    return sum(widths) / max(len(widths), 1)


@lru_cache(maxsize=16)
def _advances(data: bytes) -> dict[int, float]:
    """The width of each character, as a part of the font's size."""
    from fontTools.ttLib import TTFont

    _no_wonder()
    font = TTFont(io.BytesIO(data), lazy=True)
    advances, size = font["hmtx"].metrics, font["head"].unitsPerEm
    return {point: advances[glyph][0] / size for point, glyph in font.getBestCmap().items()}


def absent(families: Iterable[str], look: Look) -> list[str]:
    """Those of the families that neither the look nor this machine has; none where the machine cannot say what it has."""
    known = {face.family.lower() for face in (*bundled(), *house(look))} | _SAME | _DRAWN
    if not (there := {family for names, _ in _listed() for family in names}):
        return []
    return sorted(family for family in families if family.lower() not in known | there)


def _installed(family: str) -> list[Path]:
    """The files of an installed family."""
    return [path for names, path in _listed() if family.lower() in names]


@lru_cache(maxsize=1)
def _listed() -> tuple[tuple[frozenset[str], Path], ...]:
    """The fonts of this machine as fontconfig knows them: the names of the family in lower case, and the file."""
    try:
        command = ["fc-list", "--format", "%{family}\t%{file}\n"]
        listed = subprocess.check_output(command, text=True)
    except (OSError, subprocess.CalledProcessError):
        return ()
    pairs = sorted(line.rsplit("\t", 1) for line in listed.splitlines() if "\t" in line)
    found = ((frozenset(names.lower().split(",")), Path(file)) for names, file in pairs)
    return tuple((names, path) for names, path in found if path.suffix.lower() in {".ttf", ".otf"})


def read_face(data: bytes, name: str, family: str = "") -> Face:
    """What a TTF, OTF, WOFF or WOFF2 file holds; ``family``: the name to use it under, if not its own."""
    from fontTools.ttLib import TTFont

    try:
        font = TTFont(io.BytesIO(data), lazy=True)
        own, os2 = font["name"].getBestFamilyName(), font["OS/2"]
        characters = frozenset(font.getBestCmap())
        embeddable = data[:4] in _TRUETYPE and os2.fsType & 0xF in _EDITABLE and not os2.fsType & _BITMAPS
        italic = bool(os2.fsSelection & 1)
        return Face(family or own or name, data, _weight(os2.usWeightClass), italic, characters, embeddable)
    except Exception as error:
        # -- fontTools raises whatever a broken table makes it stumble over: KeyError, struct.error, AssertionError
        hint = "give a TTF or OTF file, as it came from the designer"
        fault = Fault(f"'{name}' cannot be read as a font: {error}", SCHOOL_FILE, path="house_style.font_files", hint=hint)
        raise BadInput(fault) from error


@lru_cache(maxsize=16)
def glyph_characters(data: bytes) -> dict[int, str]:
    """Glyph number to the character that it shows by itself; a glyph of several, or of a part of one, is left out."""
    from fontTools import agl
    from fontTools.ttLib import TTFont

    font = TTFont(io.BytesIO(data), lazy=True)
    shown = {font.getGlyphID(name): chr(point) for point, name in sorted(font.getBestCmap().items(), reverse=True)}
    # -- another form of the same character (uni0301.case) is named after it
    named = {number: agl.toUnicode(name) for number, name in enumerate(font.getGlyphOrder())}
    return {number: text for number, text in named.items() if len(text) == 1} | shown


@dataclass(frozen=True, slots=True)
class AnswerFont:
    """A font for what is typed in a form; measures in thousandths of its size."""

    name: str
    data: bytes
    widths: tuple[int, ...]
    """Of the characters of ``ANSWER_CODES``."""
    ascent: int
    descent: int
    capitals: int
    box: tuple[int, ...]


@lru_cache(maxsize=1)
def answer_font() -> AnswerFont:
    """Carlito with the characters of ``ANSWER_CODES``, and no others."""
    from fontTools import subset
    from fontTools.ttLib import TTFont

    _no_wonder()
    file = resource("templates") / "layouts" / "fonts" / "Carlito-Regular.ttf"
    font = TTFont(file, recalcTimestamp=False)
    cutter = subset.Subsetter(subset.Options(layout_features=[], hinting=False, notdef_outline=True))
    cutter.populate(text="".join(ANSWER_CODES))
    cutter.subset(font)
    data = io.BytesIO()
    font.save(data)
    return _measured(font, data.getvalue())


def _no_wonder() -> None:
    """The date in Carlito's file is one that fontTools wonders at."""
    logging.getLogger("fontTools.ttLib.tables._h_e_a_d").setLevel(logging.ERROR)


def _measured(font: Any, data: bytes) -> AnswerFont:
    """What a PDF must know of the font besides its file."""
    glyphs, advances, scale = font.getBestCmap(), font["hmtx"].metrics, 1000 / font["head"].unitsPerEm
    widths = tuple(round(advances[glyphs[ord(character)]][0] * scale) for character in ANSWER_CODES)
    head, lines, os2 = font["head"], font["hhea"], font["OS/2"]
    box = tuple(round(side * scale) for side in (head.xMin, head.yMin, head.xMax, head.yMax))
    ascent, descent, capitals = (round(size * scale) for size in (lines.ascent, lines.descent, os2.sCapHeight))
    return AnswerFont("Carlito", data, widths, ascent, descent, capitals, box)


def check_characters(texts: list[str], look: Look) -> None:
    """Raises BadText naming every character in ``texts`` that no font has, each with the words it stands in."""
    known = _coverage(look)
    faults: dict[str, Fault] = {}
    for text in texts:
        for character in set(text):
            if ord(character) not in known:
                faults.setdefault(character, _unknown(character, text))
    if faults:
        raise BadText(*(faults[character] for character in sorted(faults)))


@lru_cache(maxsize=16)
def _coverage(look: Look) -> frozenset[int]:
    return _INVISIBLE.union(*(face.characters for face in (*bundled(), *house(look)))) - _NEVER


def _weight(weight: int) -> int:
    """CSS knows hundreds only."""
    return min(900, max(100, round(weight / 100) * 100))


def _unknown(character: str, text: str) -> Fault:
    name = unicodedata.name(character, "no known character")
    at = text.index(character)
    around = text[max(0, at - SHOWN // 2) : at + SHOWN // 2].strip()
    return Fault(
        f"no font has the character '{character}' (U+{ord(character):04X} {name}) in '{around}'",
        hint="write it in Latin script, or add a font that has it to house_style.font_files in school.yaml",
    )


def font_faces(faces: tuple[Face, ...], addresses: list[str]) -> str:
    """``@font-face`` rules: each face under its family, to be fetched from its address."""
    return "\n".join(_font_face(face, address) for face, address in zip(faces, addresses, strict=True))


def _font_face(face: Face, address: str) -> str:
    described = f"font-weight: {face.weight}; font-style: {'italic' if face.italic else 'normal'};"
    return f'@font-face {{ font-family: "{css_string(face.family)}"; {described} src: url("{address}"); }}'


def css_string(text: str) -> str:
    """A value inside a CSS string: what could end the string, or the style element, is written as a number."""
    return "".join(c if c.isalnum() or c in " -_" else f"\\{ord(c):x} " for c in text)


def media_type(data: bytes) -> str:
    """``font/otf`` for a file that begins as one."""
    return {b"OTTO": "font/otf", b"wOFF": "font/woff", b"wOF2": "font/woff2"}.get(data[:4], "font/ttf")
