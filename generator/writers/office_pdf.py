"""The PDF that LibreOffice made, fit to be stored. In: its bytes, the document's day and words. Out: bytes, the same each time.

LibreOffice writes the hour at which it printed in four places; here they become the document's day. It leaves words out without
a word where it could not read them, so the print is read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from io import BytesIO

from pikepdf import Name, Pdf, Stream

from generator.errors import BadText, Fault
from generator.readback import canonical, counted, is_right_to_left
from generator.writers.pdf_read import read_pages

_CREATED = re.compile(rb"<xmp:(Create|Modify|Metadata)Date>[^<]*<")
_HOUR = slice(24, 36)
"""Where an ICC profile says when it was made."""
_BOXES = dict.fromkeys(map(ord, "☐☑☒"))
_SHOWN = 60
_SPLIT, _PAGE = 20, 800
"""Letters of the shortest line that can be split over pages, and of the least that a whole page of a paragraph has."""


def finished(data: bytes, day: date, words: Sequence[str], name: str) -> bytes:
    """The print, with the document's day for its date. Raises BadText when it does not say every one of ``words``.

    Raises ``pikepdf.PdfError`` for bytes that are no whole PDF.
    """
    with Pdf.open(BytesIO(data)) as pdf:
        _set_day(pdf, day)
        file = BytesIO()
        pdf.save(file, deterministic_id=True)
    dated = file.getvalue()
    if lost := missing(words, read_pages(dated)):
        hint = "LibreOffice prints it so: open the Word file in LibreOffice to look at it"
        raise BadText(Fault(f"the PDF does not say '{lost[:_SHOWN]}'", file=name, hint=hint))
    return dated


def _set_day(pdf: Pdf, day: date) -> None:
    moment = f"{day:%Y%m%d}000000"
    pdf.docinfo[Name.CreationDate] = f"D:{moment}Z"
    for changing in {"/ID", "/DocChecksum"} & set(pdf.trailer.keys()):
        del pdf.trailer[changing]
    if (metadata := pdf.Root.get(Name.Metadata)) is not None:
        xmp = _CREATED.sub(rf"<xmp:\1Date>{day}T00:00:00Z<".encode(), metadata.read_bytes())
        pdf.Root.Metadata = Stream(pdf, xmp, Type=Name.Metadata, Subtype=Name.XML)
    for item in pdf.objects:
        if isinstance(item, Stream) and Name.N in item and Name.Type not in item:
            profile = bytearray(item.read_bytes())
            profile[_HOUR] = b"".join(part.to_bytes(2, "big") for part in (day.year, day.month, day.day, 0, 0, 0))
            item.write(bytes(profile))


def missing(words: Sequence[str], pages: Sequence[str]) -> str:
    """The first of ``words`` (a line or a cell each) that the pages do not say as often as it is there; else nothing.

    Only what is missing counts: headers and numbers stand between the lines. What runs on on a next page is looked for there.
    """
    said = [_plain(page) for page in pages]
    everything = "\n".join(said)
    wanted = Counter(line for word in words if (line := _plain(word)))
    for line, times in wanted.items():
        if everything.count(line) < times and not _runs_on(line, said) and not _turned(line, everything):
            return next(word for word in words if _plain(word) == line).strip()
    return ""


def _plain(text: str) -> str:
    """What counts: a layout may print in capitals, and a box to tick is no word."""
    return canonical(text.upper().translate(_BOXES))


def _runs_on(line: str, pages: Sequence[str]) -> bool:
    """Whether a line begins on one page and ends on the next; a paragraph of more than a page has whole pages between."""
    return len(line) >= _SPLIT and any(_begins(line, pages[number:]) for number in range(len(pages) - 1))


def _begins(line: str, pages: Sequence[str]) -> bool:
    for number, page in enumerate(pages):
        if line in page:
            return True
        length = next((end for end in range(len(line) - 1, 0, -1) if line[:end] in page), 0)
        if length < (_PAGE if number else 1):
            return False
        line = line[length:]
    return False


def _turned(line: str, everything: str) -> bool:
    """Text from right to left comes back in an order of the reader's own."""
    return is_right_to_left([line]) and counted(line) <= counted(everything)
