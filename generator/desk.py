"""The desk: one order, one document. In: who, what, which language and day. Out: the tree, and its bytes.

This is the row of steps of the whole house: facts, fill, parse, settle, write.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.articles import articles
from generator.blocks import Document, Meta, Sender, Word
from generator.errors import BadText, Fault, HandslagError, OurFault, WrongUsage, did_you_mean
from generator.house_style import look_of
from generator.layout_files import PAGE
from generator.look import LIBREOFFICE, Look
from generator.order import Order
from generator.package import resource
from generator.parse import parse
from generator.profile import School
from generator.settle import settle
from generator.source import fill
from generator.store import file_name
from generator.trace import located, traced
from generator.wording import filters
from generator.writers.words import mark

if TYPE_CHECKING:
    from generator.writers.office import Paper

USUAL = ("post", "phone", "email", "website")
"""The lines of a letterhead where the school chose none."""
FORMATS = ("docx", "pdf", "html", "txt", "md", "outline")
_WRITERS: Mapping[str, tuple[str, str]] = {
    "docx": ("generator.writers.docx", "write_docx"),
    "pdf": ("generator.writers.pdf", "write_pdf"),
    "html": ("generator.writers.html", "write_html"),
    "txt": ("generator.writers.text", "write_text"),
    "md": ("generator.writers.markdown", "write_markdown"),
    "outline": ("generator.writers.outline", "write_outline"),
}
"""Format to the room and function that write it; imported only when asked for, since some take most of a second."""
_PRINT = ("generator.writers.pdf_print", "write_pdf")
"""A PDF that is the print of its Word file."""
_WORD: Mapping[str, tuple[str, str]] = {
    format_: ("generator.documents.written", f"write_{format_}") for format_ in ("docx", "pdf", "html")
}
"""The same for a Word document of the school's own, where it differs."""


def compose(order: Order) -> Document:
    """The document as a settled tree.

    Raises BadText when a text is wrong, BadInput when the house style's files cannot be read.
    """
    if file := order.kind.document_in(order.language):
        return _filled_in(order, file)
    return composed(order, order.kind.text(order.language), {})


def _filled_in(order: Order, file: Path) -> Document:
    """A Word document of the school's own, filled in."""
    from generator.documents.filled import fill_in  # -- docxtpl is slow to import, and texts do without --

    shown, meta = f"{file.parent.name}/{file.name}", _meta(order)
    try:
        data = file.read_bytes()
    except OSError as error:
        raise BadText(Fault(f"cannot be read: {error.strerror or error}", file=shown)) from error
    filled = fill_in(data, shown, order.names, order.places, meta)
    return Document(meta, filled.blocks, Word(filled.data, filled.blanks))


def composed(order: Order, text: str, more: Mapping[str, Any]) -> Document:
    """A document of this order made of another of the kind's texts, which may use ``more`` names: a cover page."""
    chosen = articles(order)
    given = (order.roots, text, chosen, {**order.names, **more}, order.places, order.language)
    markdown = fill(*given)
    try:
        return settle(parse(markdown, _meta(order)))
    except BadText as error:
        raise BadText(*located(error.faults, markdown, traced(*given))) from error


def write(document: Document, format_: str) -> bytes:
    """The document in one format; raises OurFault when the result does not read back, BadText when the layout is wrong."""
    room, function = _writer(document, format_)
    writer: Callable[..., bytes | str] = getattr(import_module(room), function)
    try:
        made = writer(document, *_layout(document, format_))
    except OurFault as error:
        if not (own := _own_files(document.meta, format_)):
            raise
        hint = f"the layout is your own ({own}): handslag layout check says more; without the file ours is used"
        raise BadText(*(fault.at(hint=hint) for fault in error.faults)) from error
    return made.encode() if isinstance(made, str) else made


def paper_of(document: Document, docx: bytes | None = None) -> Paper | None:
    """What LibreOffice is to print as the PDF of a document, from its Word file; None when the PDF is made otherwise.

    Raises what :func:`write` raises.
    """
    if not printed(document.meta.look, document.word is not None):
        return None
    if document.word:
        from generator.documents import written

        return written.paper_of(document)
    from generator.writers import pdf_print

    return pdf_print.paper_of(document, docx or write(document, "docx"))


def print_all(papers: Sequence[Paper]) -> list[bytes | HandslagError]:
    """The PDF of each paper, or why there is none."""
    if not papers:
        return []
    from generator.writers.office import to_pdfs

    return to_pdfs(papers)


def printed(look: Look, is_word: bool) -> bool:
    """Whether a PDF is the print of its Word file: where the school wants that, and for a Word document of its own."""
    return is_word or look.engine == LIBREOFFICE


def _writer(document: Document, format_: str) -> tuple[str, str]:
    if document.word:
        return _WORD.get(format_, _WRITERS[format_])
    return _PRINT if format_ == "pdf" and printed(document.meta.look, False) else _WRITERS[format_]


def _own_files(meta: Meta, format_: str) -> str:
    """The school's own layouts that have a hand in a format."""
    word = format_ == "docx" or (format_ == "pdf" and meta.look.engine == LIBREOFFICE)
    names = (f"{meta.layout}.docx",) if word else PAGE
    return ", ".join(f"layouts/{name}" for name in names if meta.look.own(name) is not None)


def name_of(order: Order, document: Document, format_: str, bound: str = "") -> str:
    """The file's name: kind, occasion, partner and state; ``uitnodiging-open-dag-van-t-veld-concept.docx``.

    ``bound`` says that it is more than the document alone.
    """
    occasion = order.occasion
    which = (occasion.name, str(occasion.twin or ""))
    state = mark(document.meta).lower() if document.meta.draft else ""
    suffix = {"outline": "outline.txt"}.get(format_, format_)
    number = order.number if order.again else ""
    called = (order.kind.about.file_name or order.kind.about.name).in_(order.language)
    parts = (called, *which, order.partner.id, number, bound, state)
    return file_name(*(part for part in parts if part), suffix=suffix)


def formats(given: str) -> tuple[str, ...]:
    """``("docx", "pdf")`` of ``"docx,pdf"``; raises WrongUsage for one that is not there."""
    wanted = tuple(dict.fromkeys(part.strip().lower() for part in given.split(",") if part.strip()))
    if not wanted:
        raise WrongUsage(Fault("no format is named", hint=f"choose from: {', '.join(FORMATS)}"))
    unknown = [part for part in wanted if part not in FORMATS]
    if unknown:
        raise WrongUsage(Fault(f"there is no format '{', '.join(unknown)}'", hint=f"choose from: {', '.join(FORMATS)}"))
    return wanted


def _meta(order: Order) -> Meta:
    about = order.kind.about
    name = about.name.in_(order.language)
    return Meta(
        title=" – ".join(part for part in (name, _about(order), order.partner.partner.legal_name) if part),
        kind=order.kind.id,
        kind_name=name,
        text_version=order.kind.text_version,
        language=order.language,
        reference=order.reference,
        day=order.day,
        draft=not order.final,
        sender=sender_of(order.school, order.language),
        look=look_of(order.school, order.workspace),
        subject=order.partner.partner.legal_name,
        layout=about.layout,
    )


def _about(order: Order) -> str:
    """What the document is about: its occasion in words, else the cooperation's title."""
    if isinstance(order.occasion.name, Enum):
        return str(filters(order.language)["label"](order.occasion.name))
    cooperation = order.partner.cooperation
    return (cooperation and cooperation.title) or ""


def sender_of(school: School, language: str) -> Sender:
    """Who sends a document: the letterhead and the footer."""
    style, board = school.house_style, school.board.legal_name or ""
    known = _letterhead(school, language)
    chosen = [known[name] for name in (style and style.letterhead) or USUAL]
    return Sender(school.school.name, tuple(filter(None, chosen)), board, (style and style.footer) or "")


def _letterhead(file: School, language: str) -> dict[str, str]:
    """What each line of a letterhead says, by its name in ``house_style.letterhead``; nothing where the school has none."""
    school, board, words = file.school, file.board, filters(language)
    visit, post = (str(words["address"](place)) if place else "" for place in (school.visit, school.post))
    return {
        "board": board.legal_name or "",
        "visit": visit,
        "post": post or visit,
        "phone": str(words["phone"](school.phone)) if school.phone else "",
        "email": school.email or "",
        "website": (school.website or "").removeprefix("https://").removeprefix("http://").removesuffix("/"),
        "kvk": f"KVK {board.ids.kvk}" if board.ids.kvk else "",
        "brin": f"BRIN {school.ids.brin}" if school.ids.brin else "",
    }


def _layout(document: Document, format_: str) -> tuple[Any, ...]:
    """What a writer needs besides the document: the Word layout's bytes, or the folder with page and styles."""
    folder = resource("templates") / "layouts"
    if document.word:
        return ()
    if format_ == "docx" or (format_ == "pdf" and printed(document.meta.look, False)):
        if (own := document.meta.look.own(f"{document.meta.layout}.docx")) is not None:
            return (own,)
        file = folder / f"{document.meta.layout}.docx"
        if not file.is_file():
            known = (path.stem for path in folder.glob("*.docx"))
            raise BadText(Fault(f"there is no layout '{document.meta.layout}'", hint=did_you_mean(document.meta.layout, known)))
        return (file.read_bytes(),)
    return (folder,) if format_ in ("pdf", "html") else ()
