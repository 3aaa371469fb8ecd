"""What every format says of a document itself, in its language. In: a language, or a Meta. Out: plain words.

A word that stands in the header of the PDF stands in that of the Word file, in the file's name, and in the properties of both.
"""

from __future__ import annotations

from generator.blocks import Meta

TAGS = {"nl": "nl-NL", "en": "en-GB"}
"""Language of the document to the language tag of its proofing."""
WORDS = {
    "nl": {
        "draft": "CONCEPT",
        "final": "DEFINITIEF",
        "page": "Pagina",
        "of": "van",
        "version": "Tekstversie",
        "reference": "Kenmerk",
        "entry": "Klik om te typen",
    },
    "en": {
        "draft": "DRAFT",
        "final": "FINAL",
        "page": "Page",
        "of": "of",
        "version": "Text version",
        "reference": "Reference",
        "entry": "Click to type",
    },
}
"""By language; ``draft`` and ``final`` in capitals, as a page shows them."""


def mark(meta: Meta) -> str:
    """What every page of a draft says: ``CONCEPT``; nothing on a final document."""
    return WORDS[meta.language]["draft"] if meta.draft else ""


def state(meta: Meta) -> str:
    """``Concept`` or ``Definitief``."""
    return WORDS[meta.language]["draft" if meta.draft else "final"].capitalize()


def author(meta: Meta) -> str:
    """Who the file says made it: the board, which is the contract party, or else the school."""
    return meta.sender.board or meta.sender.name


def keywords(meta: Meta) -> tuple[str, ...]:
    """The file's keywords: reference, kind, and the version of the text."""
    version = f"{WORDS[meta.language]['version']} {meta.text_version}"
    return tuple(word for word in (meta.reference, meta.kind_name, version) if word)


def running(meta: Meta) -> str:
    """The header of every page but the first."""
    return _join(meta.kind_name, meta.reference)


def footer(meta: Meta) -> str:
    """The footer of every page, beside the page number."""
    return _join(meta.sender.name, meta.reference)


def heading(meta: Meta) -> str:
    """The first line of a format without pages: ``Samenwerkingsovereenkomst · DV-1-SO · CONCEPT``."""
    return _join(meta.kind_name, meta.reference, mark(meta))


def _join(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
