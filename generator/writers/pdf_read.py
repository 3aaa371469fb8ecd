"""Reads a PDF back: the words of the body, and those in the margins. In: bytes and what lies where. Out: text."""

from __future__ import annotations

import re
import sys
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2

_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]|([\udc00-\udfff])([\ud800-\udbff])")
"""Two halves of a character in the right order, or in the wrong one (then in groups)."""
POINTS = 0.75
"""Points in a CSS pixel."""


@dataclass(frozen=True, slots=True)
class Area:
    """The part of a page where the body's words stand, in points from the bottom of the page."""

    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Words:
    """What a PDF says."""

    body: str
    margins: tuple[str, ...]
    """Per page: what stands above and below the body."""


def areas(pages: Sequence[Any]) -> list[Area | None]:
    """Where WeasyPrint put the body (the element of class ``body``) on each page, without repeated table heads.

    None for a page that has no part of it: a long title may leave the letterhead alone on the first.
    """
    seen: set[Any] = set()
    return [_area(page, seen) for page in pages]


def _area(page: Any, seen: set[Any]) -> Area | None:
    top = bottom = None
    for box in page._page_box.descendants():
        if box.element is not None and box.element_tag == "div" and box.element.get("class") == "body":
            top, bottom = box.border_box_y(), box.border_box_y() + box.border_height()
        if getattr(box, "is_header", False):
            if box.element in seen:
                top = box.position_y + box.height
            seen.add(box.element)
    if top is None or bottom is None:
        return None
    return Area((page.height - top) * POINTS, (page.height - bottom) * POINTS)


def read_pdf(data: bytes, areas: Sequence[Area | None]) -> Words:
    """The text of each page, inside and outside its area. Raises ValueError when pages and areas are not as many."""
    pdf = pypdfium2.PdfDocument(data)
    try:
        pages = [_read_page(pdf[number], area) for number, area in zip(range(len(pdf)), areas, strict=True)]
    finally:
        pdf.close()
    return Words("\n".join(body for body, _ in pages), tuple(margin for _, margin in pages))


def read_pages(data: bytes) -> list[str]:
    """The text of each page."""
    pdf = pypdfium2.PdfDocument(data)
    try:
        return [_read_page(page, None)[1] for page in pdf]
    finally:
        pdf.close()


def read_places(data: bytes, places: Sequence[Sequence[tuple[float, ...]]]) -> list[tuple[list[str], str]]:
    """The text in each place of each page (left, bottom, right, top, in points), and the text of the whole page.

    Raises ValueError when there are not as many pages.
    """
    pdf = pypdfium2.PdfDocument(data)
    try:
        return [_read_places(pdf[number], wanted) for number, wanted in zip(range(len(pdf)), places, strict=True)]
    finally:
        pdf.close()


def _read_places(page: pypdfium2.PdfPage, places: Sequence[tuple[float, ...]]) -> tuple[list[str], str]:
    text = page.get_textpage()
    try:
        sides = ("left", "bottom", "right", "top")
        return [_bounded(text, **dict(zip(sides, place, strict=True))) for place in places], _bounded(text)
    finally:
        text.close()
        page.close()


def _read_page(page: pypdfium2.PdfPage, area: Area | None) -> tuple[str, str]:
    text = page.get_textpage()
    try:
        if area is None:
            return "", _bounded(text)
        body = _bounded(text, bottom=area.bottom, top=area.top)
        return body, _bounded(text, bottom=area.top) + "\n" + _bounded(text, top=area.bottom)
    finally:
        text.close()
        page.close()


def _bounded(text: pypdfium2.PdfTextPage, **bounds: float) -> str:
    """The text within bounds. PDFium turns right-to-left text around by halves of characters: an emoji in it falls apart."""
    halves = array("H", text.get_text_bounded(**bounds, errors="surrogatepass").encode("utf-16-le", "surrogatepass"))
    if sys.byteorder == "big":
        halves.byteswap()
    mended = _PAIR.sub(lambda pair: pair[0] if pair[1] is None else pair[2] + pair[1], "".join(map(chr, halves)))
    return mended.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
