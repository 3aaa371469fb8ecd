"""Document to PDF: archivable (PDF/A-3a) and accessible (PDF/UA-1) in one file. In: the tree. Out: bytes, read back before they
are given.

The steps: every character has a font; HTML is made and laid out; fields are put in and tags mended as it is written; its words
are compared.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from generator.blocks import Document
from generator.errors import Fault, OurFault
from generator.readback import canonical, compare, counted, is_right_to_left, pieces
from generator.writers.fonts import check_characters
from generator.writers.html import page
from generator.writers.layouts import shown
from generator.writers.words import author, footer, keywords, mark, running

_REPORT = "nothing was written; please report this"
_TRIES = 4
_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that turn the direction of text around."""


def write_pdf(document: Document, layout_dir: Path) -> bytes:
    """The document as PDF; the same document and layout give the same bytes.

    Raises BadText for a character that no font has and for every warning about the layout, BadInput for a font that cannot
    be read, and OurFault when the file does not say what the document says.
    """
    from generator.writers.pdf_engine import OPTIONS, lay_out, no_warnings, press_for
    from generator.writers.pdf_logo import flat
    from generator.writers.pdf_tags import add_ua, remembering_sources
    from generator.writers.pdf_text import glyphs_say_what_they_show

    _check_characters(document)
    press = press_for(document.meta.look, layout_dir)
    laid_out = _with_room(lambda margins: lay_out(page(document, layout_dir, margins, press.logo, flat), press))
    _set_properties(laid_out.metadata, document)
    add_ua(laid_out.metadata)
    with no_warnings(press), remembering_sources(), glyphs_say_what_they_show():
        data: bytes = laid_out.write_pdf(finisher=_finish, **OPTIONS)
    _check_fonts({font.family for font in laid_out.fonts.values()}, press.families)
    _check_words(document, data, laid_out.pages)
    return data


def _with_room(laid_out: Callable[[str], Any]) -> Any:
    """The pages, with margins that hold what stands in them: wider margins can make more pages, with a margin of their own."""
    from generator.writers.pdf_margins import wider_margins

    pages = laid_out("")
    for _ in range(_TRIES):
        if not (margins := wider_margins(pages.pages)):
            break
        pages = laid_out(margins)
    return pages


def _finish(laid_out: Any, pdf: Any) -> None:
    """WeasyPrint's ``finisher``: what a PDF that is about to be written still needs."""
    from generator.writers.pdf_forms import add_fields
    from generator.writers.pdf_tags import mend

    add_fields(laid_out.pages, pdf)
    mend(pdf)


def _check_characters(document: Document) -> None:
    meta = document.meta
    check_characters(
        [*letterhead(document), *pieces(document, numbers=True), running(meta), footer(meta), meta.sender.footer], meta.look
    )


def letterhead(document: Document) -> list[str]:
    """What the layout says before the body: the name (a logo says it else), the address lines, the kind."""
    meta = document.meta
    name = [] if meta.look.logo else [meta.sender.name]
    kind = [meta.kind_name] if shown(meta.layout).kind else []
    return [*name, *meta.sender.lines, *kind]


def _set_properties(metadata: Any, document: Document) -> None:
    """File properties exactly as typed: HTML's own would split keywords at commas."""
    meta = document.meta
    moment = f"{meta.day.isoformat()}T00:00:00Z"
    metadata.title, metadata.description, metadata.authors = meta.title, meta.subject or None, [author(meta)]
    metadata.keywords, metadata.lang, metadata.generator = list(keywords(meta)), meta.language, "handslag"
    metadata.created = metadata.modified = moment


def _check_fonts(used: set[str], allowed: frozenset[str]) -> None:
    if strange := used - allowed:
        raise OurFault(Fault(f"the PDF has a font that is not bundled: {', '.join(sorted(strange))}"))


def _check_words(document: Document, data: bytes, pages: Sequence[Any]) -> None:
    """No word is lost: the body says what the tree says; the first page who sends it; each page what it is a page of."""
    from generator.writers.pdf_read import areas, read_pdf

    expected = pieces(document, numbers=True)
    found = read_pdf(data, areas(pages))
    compare(expected, found.body, "the PDF", ordered=not _turns(expected))
    _check_margin(letterhead(document), found.margins[0], "the letterhead")
    meta = document.meta
    for number, margin in enumerate(found.margins, 1):
        page_number = [f"{number}"] if number > 1 or shown(meta.layout).number_first else []
        _check_margin([meta.reference, meta.sender.footer, mark(meta), *page_number], margin, f"page {number}")


def _turns(texts: list[str]) -> bool:
    """Whether text runs from right to left somewhere, which every reader of PDF puts in an order of its own."""
    return is_right_to_left(texts) or any(_TURNS & set(text) for text in texts)


def _check_margin(expected: list[str], found: str, where: str) -> None:
    """A layout may print a name in capitals; it may not leave it out, or let it run off the page."""
    got = canonical(found.upper())
    for text in expected:
        letters = canonical(text.upper())
        if letters not in got and not (_turns([text]) and counted(letters) <= counted(got)):
            raise OurFault(Fault(f"{where} does not say '{text}'", file="the PDF", hint=_REPORT))
