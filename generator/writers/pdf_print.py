"""Document to PDF by its Word file: the PDF is the print of the DOCX, exactly. In: the tree and a layout. Out: bytes."""

from __future__ import annotations

from generator.blocks import Document
from generator.readback import pieces
from generator.writers.docx import write_docx
from generator.writers.fonts import house
from generator.writers.office import Paper, to_pdf


def write_pdf(document: Document, layout: bytes) -> bytes:
    """The document as LibreOffice prints it.

    Raises BadText for a layout that cannot be used or a print that lacks words, BadInput when LibreOffice is absent or fails.
    """
    return to_pdf(paper_of(document, write_docx(document, layout)))


def paper_of(document: Document, docx: bytes) -> Paper:
    """The Word file of a document, ready to be printed: with its fonts, and the words that its print must say."""
    meta = document.meta
    fonts = tuple((f"{number}.ttf", face.data) for number, face in enumerate(house(meta.look)))
    return Paper(f"the PDF of {meta.reference}", docx, meta.day, tuple(pieces(document, numbers=False)), fonts)
