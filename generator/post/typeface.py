"""One font file for many documents. In: the parts of a TrueType font that each has. Out: one file with all of them.

A PDF has of a font only the glyphs that it uses; a thousand letters have a thousand such parts, which a printer would keep
apart. They fit together because a glyph has the same number in each. Only what composed glyphs are made of (the dot on an
``i``) has numbers of its own in each part, behind the glyphs that a text uses; here it is numbered anew.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate, pairwise

Tables = Mapping[str, bytes]

_NEEDED = {"glyf", "head", "hhea", "hmtx", "loca", "maxp"}
_SHARED = ("cvt ", "fpgm", "prep")
"""Tables that hold for all glyphs, and so must be the same in every part."""
_WORDS, _SCALE, _MORE, _TWO_SCALES, _MATRIX = 0x01, 0x08, 0x20, 0x40, 0x80
"""Flags of a component: its place takes words, not bytes; it has one, two or four numbers for its size; another one follows."""
_SUM = 0xB1B0AFBA
"""What all words of a font file add up to."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """An outline with its width, whatever number it has."""

    outline: bytes
    """With zeros for the numbers of its components."""
    width: bytes
    components: tuple[tuple[int, Glyph], ...] = ()
    """Where in the outline the number of each stands, and what it is."""


_NOTHING = Glyph(b"", bytes(4))


class Typeface:
    """A font that grows with each part that is taken in."""

    def __init__(self, first: Tables) -> None:
        self._first = first
        self._limits = _limits(first)
        self._glyphs: dict[int, Glyph] = {}

    def take(self, part: Tables, used: Iterable[int]) -> bool:
        """Take in the glyphs that a document uses; False, and nothing taken, when they are not of this font."""
        found = dict(_glyphs(part, used))
        same_font = _common(part) == _common(self._first)
        if not same_font or any(self._glyphs.get(number, glyph) != glyph for number, glyph in found.items()):
            return False
        self._glyphs |= found
        self._limits = [max(pair) for pair in zip(self._limits, _limits(part), strict=True)]
        return True

    def file(self) -> bytes:
        """All that was taken in, as one font file."""
        glyphs = self._numbered()
        outlines = [outline for outline, _ in glyphs]
        starts = accumulate(map(len, outlines), initial=0)
        head, hhea = bytearray(self._first["head"]), bytearray(self._first["hhea"])
        head[8:12], head[50:52], hhea[34:36] = bytes(4), b"\0\1", struct.pack(">H", len(glyphs))
        return _font_file(
            {name: self._first[name] for name in _SHARED if name in self._first}
            | {"glyf": b"".join(outlines), "hmtx": b"".join(width for _, width in glyphs)}
            | {"head": bytes(head), "hhea": bytes(hhea), "loca": struct.pack(f">{len(glyphs) + 1}L", *starts)}
            | {"maxp": self._first["maxp"][:4] + struct.pack(">14H", len(glyphs), *self._limits)}
        )

    def _numbered(self) -> list[tuple[bytes, bytes]]:
        """Outline and width of every number; components come after the glyphs that texts use."""
        numbers: dict[Glyph, int] = {}
        free = max(self._glyphs, default=0) + 1
        for glyph in self._glyphs.values():
            for component in _below(glyph):
                numbers.setdefault(component, free + len(numbers))
        every = self._glyphs | {number: glyph for glyph, number in numbers.items()}
        return [_written(every.get(number, _NOTHING), numbers) for number in range(free + len(numbers))]


def tables(font: bytes) -> Tables:
    """The tables of a font file by name; none when it has no TrueType outlines."""
    (count,) = struct.unpack_from(">H", font, 4)
    entries = [struct.unpack_from(">4sLLL", font, 12 + 16 * entry) for entry in range(count)]
    found = {name.decode("latin-1"): font[start : start + length] for name, _, start, length in entries}
    return found if found.keys() >= _NEEDED else {}


def is_part(font: Tables, used: Iterable[int]) -> bool:
    """Whether a font has just the glyphs that are used, and what those are made of; a font without outlines is none."""
    if not font:
        return False
    places = enumerate(pairwise(_starts(font)))
    outlines = {number: font["glyf"][start:end] for number, (start, end) in places if start < end}
    components = {number for outline in outlines.values() for _, number in _components(outline)}
    return outlines.keys() <= {0, *used, *components}


# --- reading a part ----------------------------------------------------------------------------------------------------------


def _common(part: Tables) -> list[bytes | None]:
    """What all parts of one font have in common: units, hints."""
    return [part["head"][18:20], *map(part.get, _SHARED)]


def _limits(part: Tables) -> list[int]:
    """The most points, contours and so on that a glyph has: what a printer makes room for."""
    return list(struct.unpack(">13H", part["maxp"][6:32]))


def _glyphs(part: Tables, used: Iterable[int]) -> Iterator[tuple[int, Glyph]]:
    starts = _starts(part)
    (widths,) = struct.unpack(">H", part["hhea"][34:36])

    def glyph(number: int) -> Glyph:
        outline = part["glyf"][starts[number] : starts[number + 1]]
        components = [(at, glyph(part_number)) for at, part_number in _components(outline)]
        bare = bytearray(outline + bytes(-len(outline) % 4))
        for at, _ in components:
            bare[at : at + 2] = bytes(2)
        return Glyph(bytes(bare), _width(part["hmtx"], number, widths), tuple(components))

    return ((number, glyph(number)) for number in used if number + 1 < len(starts))


def _starts(part: Tables) -> list[int]:
    """Where the outline of each glyph starts; the last is the end of all."""
    if part["head"][50:52] == b"\0\1":
        return list(struct.unpack(f">{len(part['loca']) // 4}L", part["loca"]))
    return [2 * half for half in struct.unpack(f">{len(part['loca']) // 2}H", part["loca"])]


def _components(outline: bytes) -> Iterator[tuple[int, int]]:
    """Where the number of each component stands, and the number; none in a simple outline."""
    at, more = 10, outline[:2] == b"\xff\xff"
    while more:
        flags, number = struct.unpack_from(">HH", outline, at)
        yield at + 2, number
        size = 8 if flags & _MATRIX else 4 if flags & _TWO_SCALES else 2 if flags & _SCALE else 0
        at += 4 + (4 if flags & _WORDS else 2) + size
        more = bool(flags & _MORE)


def _width(hmtx: bytes, number: int, widths: int) -> bytes:
    """Width and left side of a glyph; those at the end share one width."""
    if number < widths:
        return hmtx[4 * number : 4 * number + 4]
    side = 4 * widths + 2 * (number - widths)
    return hmtx[4 * widths - 4 : 4 * widths - 2] + hmtx[side : side + 2]


# --- writing the whole -------------------------------------------------------------------------------------------------------


def _below(glyph: Glyph) -> Iterator[Glyph]:
    for _, component in glyph.components:
        yield component
        yield from _below(component)


def _written(glyph: Glyph, numbers: Mapping[Glyph, int]) -> tuple[bytes, bytes]:
    outline = bytearray(glyph.outline)
    for at, component in glyph.components:
        outline[at : at + 2] = struct.pack(">H", numbers[component])
    return bytes(outline), glyph.width


def _font_file(parts: Tables) -> bytes:
    """The tables as a file, with its directory and sums."""
    names = sorted(parts)
    padded = [parts[name] + bytes(-len(parts[name]) % 4) for name in names]
    starts = accumulate(map(len, padded), initial=12 + 16 * len(names))
    power = len(names).bit_length() - 1
    directory = struct.pack(">LHHHH", 0x00010000, len(names), 16 << power, power, 16 * len(names) - (16 << power))
    for name, data, start in zip(names, padded, starts, strict=False):
        directory += struct.pack(">4sLLL", name.encode("latin-1"), _added(data), start, len(parts[name]))
    font = bytearray(directory + b"".join(padded))
    head = len(directory) + sum(len(data) for name, data in zip(names, padded, strict=True) if name < "head")
    font[head + 8 : head + 12] = struct.pack(">L", (_SUM - _added(bytes(font))) & 0xFFFFFFFF)
    return bytes(font)


def _added(data: bytes) -> int:
    total: int = sum(struct.unpack(f">{len(data) // 4}L", data))
    return total & 0xFFFFFFFF
