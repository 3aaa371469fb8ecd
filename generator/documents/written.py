"""A Word document of the school's own, in the formats that show its looks. In: a filled document. Out: bytes.

The DOCX is the document; the PDF is the print of it. A web page it has none: that would need looks of another kind.
"""

from __future__ import annotations

from generator.blocks import Document, Word
from generator.errors import BadInput, Fault, OurFault
from generator.readback import said
from generator.tree import lines
from generator.word_kinds import FORMATS
from generator.writers.office import Paper, to_pdf


def write_docx(document: Document) -> bytes:
    """The document itself."""
    return _word(document).data


def write_pdf(document: Document) -> bytes:
    """The document as LibreOffice prints it. Raises BadInput when that is absent, BadText when it does not print every word."""
    return to_pdf(paper_of(document))


def paper_of(document: Document) -> Paper:
    """The document, ready to be printed."""
    meta, words = document.meta, tuple(line for line in map(said, lines(document.blocks)) if line)
    return Paper(f"the PDF of {meta.reference}", _word(document).data, meta.day, words, meta.look.font_files)


def write_html(document: Document) -> bytes:
    """A Word document is no web page: raises BadInput."""
    hint = f"choose from: {', '.join(FORMATS)}"
    raise BadInput(Fault(f"'{document.meta.kind}' is a Word document, and is not made as html", hint=hint))


def _word(document: Document) -> Word:
    if document.word is None:
        raise OurFault(f"{document.meta.reference} is no Word document of the school's own")
    return document.word
