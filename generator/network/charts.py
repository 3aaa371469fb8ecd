"""Charts. In: rows of figures, colours. Out: SVG that shows them, with the figures written in it; no script, nothing fetched.

Every chart has its figures as rows too, for a table beside it: who cannot see it misses nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from xml.etree.ElementTree import Element, SubElement, tostring

from generator.colour import tint

WIDE = 640
"""Of every chart, in its own units; a page makes it as wide as there is room."""
LABEL = 200
"""Of the names before bars."""
ROW = 30
BAR = 20
FONT = 13
LETTER = 7.9
"""The width of a letter, of a wide typeface too."""
INK = "#1F2933"
SHADES = (1.0, 0.68, 0.42, 0.2, 0.08)
"""Of the accent, for the parts of a bar; each part has its figure, so nobody needs to tell them apart by colour alone."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart and its figures."""

    id: str
    title: str
    svg: str
    """Empty when there is nothing to show."""
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of a chart: its name, and the size of each of its parts with how that is written."""

    name: str
    parts: tuple[float, ...]
    written: tuple[str, ...]


def bars(name: str, rows: Sequence[Bar], series: Sequence[str], accent: str) -> str:
    """Bars from left to right, their parts behind each other, with a key when there are more than one."""
    longest = max((sum(row.parts) for row in rows), default=0)
    if not longest:
        return ""
    key = _key_height(series)
    svg = _svg(name, key + ROW * len(rows))
    colours = shades(accent, len(series))
    if key:
        _key(svg, series, colours)
    room = WIDE - LABEL - max(len(" + ".join(filter(None, row.written))) for row in rows) * LETTER - 12
    for number, row in enumerate(rows):
        _bar(svg, row, key + ROW * number, max(room, 80) / longest, colours)
    return _text_of(svg)


def columns(name: str, rows: Sequence[tuple[str, int]], accent: str) -> str:
    """Columns side by side, each with its figure above it and its name below."""
    highest = max((size for _, size in rows), default=0)
    if not highest:
        return ""
    svg, step, foot, most = _svg(name, 190), WIDE / len(rows), 165.0, 130.0
    for number, (label, size) in enumerate(rows):
        height = most * size / highest
        left = step * number
        if size:
            _rect(svg, left + step * 0.18, foot - height, step * 0.64, height, accent)
        _write(svg, left + step / 2, foot - height - 5, str(size), "middle")
        _write(svg, left + step / 2, foot + 18, label, "middle")
    SubElement(svg, "line", {"x1": "0", "x2": str(WIDE), "y1": _n(foot), "y2": _n(foot), "stroke": INK})
    return _text_of(svg)


def shades(accent: str, number: int) -> tuple[str, ...]:
    """So many colours of the accent, the darkest first."""
    return tuple(tint(accent, SHADES[min(place, len(SHADES) - 1)]) for place in range(number))


# --- parts -------------------------------------------------------------------------------------------------------------------


def _bar(svg: Element, row: Bar, top: float, unit: float, colours: Sequence[str]) -> None:
    """One row: its name, its parts, and behind them how much each is."""
    _write(svg, LABEL - 8, top + 20, _shortened(row.name), "end")
    ends = list(accumulate(part * unit for part in row.parts))
    for part, end, colour in zip(row.parts, ends, colours, strict=True):
        width = part * unit
        if width:
            _rect(svg, LABEL + end - width, top + (ROW - BAR) / 2, width, BAR, colour)
    _write(svg, LABEL + ends[-1] + 6, top + 20, " + ".join(filter(None, row.written)), "start")


def _key(svg: Element, series: Sequence[str], colours: Sequence[str]) -> None:
    """Which colour is what, on as many lines as needed."""
    left, top = 0.0, 0.0
    for name, colour in zip(series, colours, strict=True):
        width = 22 + len(name) * LETTER + 16
        if left + width > WIDE:
            left, top = 0.0, top + 22
        _rect(svg, left, top + 3, 14, 14, colour)
        _write(svg, left + 20, top + 15, name, "start")
        left += width


def _key_height(series: Sequence[str]) -> float:
    """How much room the key takes; none for a single series."""
    if len(series) < 2:
        return 0
    left, lines = 0.0, 1
    for name in series:
        width = 22 + len(name) * LETTER + 16
        left, lines = (width, lines + 1) if left + width > WIDE else (left + width, lines)
    return lines * 22.0 + 6


def _shortened(name: str) -> str:
    """A name that fits before a bar; the table beside the chart has it whole."""
    most = int((LABEL - 8) / LETTER)
    return name if len(name) <= most else f"{name[: most - 1].rstrip()}…"


def _svg(name: str, height: float) -> Element:
    return Element("svg", {"viewBox": f"0 0 {WIDE} {_n(height)}", "role": "img", "aria-label": name, "class": "chart"})


def _rect(svg: Element, left: float, top: float, width: float, height: float, colour: str) -> None:
    box = {"x": _n(left), "y": _n(top), "width": _n(width), "height": _n(height)}
    SubElement(svg, "rect", {**box, "fill": colour, "stroke": INK, "stroke-width": "0.6"})


def _write(svg: Element, left: float, base: float, said: str, anchor: str) -> None:
    where = {"x": _n(left), "y": _n(base), "text-anchor": anchor}
    SubElement(svg, "text", {**where, "font-size": str(FONT), "fill": INK}).text = said


def _n(number: float) -> str:
    """A number as short as it can be: ``12``, ``12.5``."""
    return f"{number:.1f}".removesuffix(".0")


def _text_of(svg: Element) -> str:
    return tostring(svg, encoding="unicode")
