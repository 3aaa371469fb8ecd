"""Document to PDF by its Word file: the PDF is the print of the DOCX, exactly. In: the tree and a layout. Out: bytes."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

from generator.blocks import Document, Meta
from generator.errors import BadInput, Fault
from generator.readback import pieces
from generator.writers.docx import layout_name, write_docx
from generator.writers.fonts import absent, house
from generator.writers.office import Paper, to_pdf

_FONTS = re.compile(r'<w:rFonts [^>]*?w:(?:ascii|hAnsi)="([^"]+)"|<a:latin typeface="([^"]+)"')
_PARTS = re.compile(r"word/(document|styles|numbering|header\d*|footer\d*|theme/theme\d+)\.xml")


def write_pdf(document: Document, layout: bytes) -> bytes:
    """The document as LibreOffice prints it.

    Raises BadText for a layout that cannot be used or a print that lacks words, BadInput when LibreOffice is absent or fails.
    """
    return to_pdf(paper_of(document, write_docx(document, layout)))


def paper_of(document: Document, docx: bytes) -> Paper:
    """The Word file of a document, ready to be printed: with its fonts, and the words that its print must say."""
    meta = document.meta
    _check_fonts(docx, meta)
    fonts = tuple((f"{number}.ttf", face.data) for number, face in enumerate(house(meta.look)))
    return Paper(f"the PDF of {meta.reference}", docx, meta.day, tuple(pieces(document, numbers=False)), fonts)


def _check_fonts(docx: bytes, meta: Meta) -> None:
    """Raises BadInput for a font that is nowhere: LibreOffice would take another without a word."""
    with zipfile.ZipFile(BytesIO(docx)) as file:
        text = "".join(file.read(name).decode() for name in file.namelist() if _PARTS.fullmatch(name))
    families = {family for pair in _FONTS.findall(text) for family in pair if family}
    if missing := absent(families, meta.look):
        hint = "choose a font in Word that is in house_style of school.yaml, or install it on this machine"
        said = "uses the font '{}', which is not on this machine: LibreOffice would print another"
        raise BadInput(*(Fault(said.format(family), file=layout_name(meta), hint=hint) for family in missing))
