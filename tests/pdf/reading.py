"""Reads a PDF for the tests: words, tags, links, fonts. In: bytes. Out: plain lists."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pypdf
import pypdfium2

MILLIMETRE = 25.4 / 72
"""Millimetres in a point."""


def reader(data: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(data))


def page_texts(data: bytes) -> list[str]:
    """All words of each page, headers and footers too."""
    pdf = pypdfium2.PdfDocument(data)
    try:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in pdf]
    finally:
        pdf.close()


def raw_texts(data: bytes) -> list[str]:
    """The text of each page as another reader finds it, every character of it."""
    return [str(page.extract_text()) for page in reader(data).pages]


def places(data: bytes) -> list[list[tuple[float, float]]]:
    """Per page: the lower and upper edge of each character, in points from the bottom of the page."""
    pdf = pypdfium2.PdfDocument(data)
    try:
        texts = [page.get_textpage() for page in pdf]
        return [[box[1::2] for n in range(text.count_chars()) if (box := text.get_charbox(n))[3] > box[1]] for text in texts]
    finally:
        pdf.close()


def heights(data: bytes, page: int, word: str) -> list[tuple[float, float]]:
    """The lower and upper edge of each place where a page has the word, in points from the bottom."""
    pdf = pypdfium2.PdfDocument(data)
    try:
        text = pdf[page].get_textpage()
        search, found = text.search(word), []
        while place := search.get_next():
            boxes = [text.get_charbox(place[0] + n) for n in range(place[1])]
            found.append((min(box[1] for box in boxes), max(box[3] for box in boxes)))
        return found
    finally:
        pdf.close()


def corner(data: bytes, word: str, page: int = 0) -> tuple[float, float]:
    """Millimetres from the left and the upper edge of the page to the first place that has the word."""
    pdf = pypdfium2.PdfDocument(data)
    try:
        text = pdf[page].get_textpage()
        place = text.search(word).get_next()
        assert place is not None, f"page {page + 1} does not say '{word}'"
        boxes = [text.get_charbox(place[0] + n, loose=True) for n in range(place[1])]
        return boxes[0][0] * MILLIMETRE, (pdf[page].get_height() - max(box[3] for box in boxes)) * MILLIMETRE
    finally:
        pdf.close()


def fonts(data: bytes) -> dict[str, bool]:
    """Font name to whether its file is embedded."""
    found: dict[str, bool] = {}
    for page in reader(data).pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            inner = font.get_object()["/DescendantFonts"][0].get_object()
            found[str(inner["/BaseFont"]).split("+")[-1]] = "/FontFile2" in inner["/FontDescriptor"]
    return found


def bookmarks(data: bytes) -> list[tuple[int, str]]:
    """Level and title, in order."""
    pdf = pypdfium2.PdfDocument(data)
    try:
        return [(mark.level, str(mark.get_title())) for mark in pdf.get_toc()]
    finally:
        pdf.close()


def links(data: bytes) -> list[tuple[str, str]]:
    """What a screen reader says of a link, and where it goes: a name in the file, or an address."""
    found = []
    for page in reader(data).pages:
        for reference in page.get("/Annots", ()):
            note = reference.get_object()
            target = note["/Dest"] if "/Dest" in note else note["/A"]["/URI"]
            found.append((str(note["/Contents"]), str(target)))
    return found


class Tags:
    """The structure tree: what a screen reader walks through."""

    def __init__(self, data: bytes) -> None:
        self.pdf = reader(data)
        self.words = {page.indirect_reference.idnum: _marked(page) for page in self.pdf.pages if page.indirect_reference}
        self.root: Any = self.pdf.trailer["/Root"]["/StructTreeRoot"]["/K"][0]  # type: ignore[index]

    def all(self, element: Any = None) -> Iterator[Any]:
        """The element and every one below it, in reading order."""
        element = self.root if element is None else element
        yield element.get_object()
        for kid in element.get_object().get("/K", ()):
            if not isinstance(kid, int) and kid.get_object().get("/Type") == "/StructElem":
                yield from self.all(kid)

    def of(self, *kinds: str) -> list[Any]:
        """The elements of these kinds, in reading order."""
        return [element for element in self.all() if element["/S"] in kinds]

    def text(self, element: Any) -> str:
        """The words marked as belonging to the element."""
        parts = [
            self.words[inner["/Pg"].indirect_reference.idnum].get(kid, "")
            for inner in self.all(element)
            for kid in inner.get("/K", ())
            if isinstance(kid, int)
        ]
        return " ".join("".join(parts).split())


def _marked(page: pypdf.PageObject) -> dict[int, str]:
    """Mark to words: the text drawn between its BDC and EMC."""
    found: dict[int, str] = {}
    open_marks: list[int | None] = []

    def before(operator: bytes, operands: Any, *_: Any) -> None:
        if operator == b"BDC" and isinstance(operands[1], dict):
            open_marks.append(operands[1].get("/MCID"))
        elif operator in {b"BDC", b"BMC"}:
            open_marks.append(None)
        elif operator == b"EMC":
            open_marks.pop()

    def words(text: str, *_: Any) -> None:
        if open_marks and open_marks[-1] is not None:
            found[open_marks[-1]] = found.get(open_marks[-1], "") + text

    page.extract_text(visitor_operand_before=before, visitor_text=words)
    return found
