"""The desk: one order, one document. In: who, what, which language and day. Out: the tree, and its bytes.

This is the row of steps of the whole house: facts, fill, parse, settle, write.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

from generator.blocks import (
    Blank,
    Block,
    Box,
    Document,
    Emphasis,
    Heading,
    Inline,
    Link,
    ListBlock,
    Meta,
    Paragraph,
    Part,
    Sender,
    Strong,
    Table,
)
from generator.errors import BadInput, Fault, Severity, WrongUsage
from generator.facts import facts
from generator.house_style import look_of
from generator.kinds import Kind, clauses
from generator.look import SCHOOL_FILE
from generator.missing import missing_field
from generator.package import resource
from generator.parse import parse
from generator.profile import Profile, School
from generator.settle import settle
from generator.source import fill
from generator.store import file_name
from generator.wording import filters
from generator.writers.words import mark

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


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for."""

    kind: Kind
    school: School
    partner: Profile
    language: str
    day: date
    """The document's date."""
    final: bool
    roots: tuple[Path, ...]
    """The folders with texts, in the order in which they count."""
    workspace: Path
    """Where the house style's own files are."""


def can_make(order: Order) -> tuple[Fault, ...]:
    """Why this kind cannot be made for this partner: a missing section, another kind of partner, a missing language.
    Empty: it can.
    """
    about, partner = order.kind.about, order.partner
    name = f"{order.kind.id} for {partner.id}"
    faults = [
        Fault(f"{name}: the profile has no section '{section}'", path=section, hint=f"add '{section}:' to the profile")
        for section in about.needs
        if getattr(partner, section, None) is None
    ]
    if about.partners and partner.partner.kind not in about.partners:
        faults.append(Fault(f"{name}: this kind of document is not for a {partner.partner.kind}", path="partner.kind"))
    if order.language not in order.kind.about.languages:
        faults.append(
            Fault(
                f"{name}: there is no text in '{order.language}'", hint=f"choose from: {', '.join(order.kind.about.languages)}"
            )
        )
    return tuple(faults)


def compose(order: Order) -> Document:
    """The document as a settled tree.

    Raises BadText when a text is wrong, BadInput when the house style's files cannot be read.
    """
    meta = _meta(order)
    names = _names(order, meta)
    sections = {name: names[name] for name in ("school", "board", "sender", *_SECTIONS)}
    chosen = clauses(order.kind, order.language, order.roots)
    markdown = fill(order.roots, order.kind.text(order.language), chosen, names, sections, order.language)
    return settle(parse(markdown, meta))


def finished(document: Document, partner: str, faults: Iterable[Fault]) -> None:
    """Refuse to call a document final while something is left: raises BadInput with every blank and every error-level fault."""
    left = [fault for fault in faults if fault.severity is Severity.ERROR]
    left += [
        Fault(
            f"'{blank.label}' is still blank",
            file=file_of(blank.path, partner),
            path=blank.path,
            hint="fill it in, or leave --final out for a draft",
        )
        for blank in blanks(document)
    ]
    if left:
        raise BadInput(*left)


def file_of(path: str, partner: str) -> str:
    """The file a field stands in: the school's own, or the partner's."""
    section = path.split(".")[0]
    return SCHOOL_FILE if section in School.model_fields and section not in Profile.model_fields else partner


def write(document: Document, format_: str) -> bytes:
    """The document in one format; raises OurFault when the result does not read back, BadText when the layout is wrong."""
    room, function = _WRITERS[format_]
    writer: Callable[..., bytes | str] = getattr(import_module(room), function)
    made = writer(document, *_layout(document, format_))
    return made.encode() if isinstance(made, str) else made


def name_of(order: Order, document: Document, format_: str) -> str:
    """The file's name: kind, partner and state; ``samenwerkingsovereenkomst-van-t-veld-concept.docx``."""
    state = (mark(document.meta).lower(),) if document.meta.draft else ()
    suffix = {"outline": "outline.txt"}.get(format_, format_)
    return file_name(order.kind.about.name.in_(order.language), order.partner.id, *state, suffix=suffix)


def blanks(document: Document) -> tuple[Blank, ...]:
    """What is still to be filled in, in reading order, each once."""
    return tuple(dict.fromkeys(found for block in document.blocks for found in _blanks(block)))


def formats(given: str) -> tuple[str, ...]:
    """``("docx", "pdf")`` of ``"docx,pdf"``; raises WrongUsage for one that is not there."""
    wanted = tuple(dict.fromkeys(part.strip().lower() for part in given.split(",") if part.strip()))
    if not wanted:
        raise WrongUsage(Fault("no format is named", hint=f"choose from: {', '.join(FORMATS)}"))
    unknown = [part for part in wanted if part not in FORMATS]
    if unknown:
        raise WrongUsage(Fault(f"there is no format '{', '.join(unknown)}'", hint=f"choose from: {', '.join(FORMATS)}"))
    return wanted


_SECTIONS = ("partner", "third_parties", "relationship", "cooperation", "finance", "documents")
"""The sections of a partner's profile that texts speak of by name."""


def _names(order: Order, meta: Meta) -> dict[str, Any]:
    """Everything a text may speak of."""
    partner, school = order.partner, order.school
    sections = {"school": school.school, "board": school.board, "sender": school} | {
        name: _or_missing(partner, name, order.language) for name in _SECTIONS
    }
    state = {
        "day": order.day,
        "final": order.final,
        "language": order.language,
        "about": order.kind.about,
        "text_version": meta.text_version,
        "reference": meta.reference,
    }
    return {**sections, **facts(partner, school, order.language), **state}


def _or_missing(partner: Profile, name: str, language: str) -> Any:
    """A section of the profile; an empty one knows which fields would be in it."""
    value = getattr(partner, name)
    return missing_field(Profile, name, "", language) if value is None else value


def _meta(order: Order) -> Meta:
    about, partner = order.kind.about, order.partner
    name = about.name.in_(order.language)
    cooperation = partner.cooperation
    return Meta(
        title=" – ".join(
            part for part in (name, cooperation.title if cooperation else None, partner.partner.legal_name) if part
        ),
        kind=order.kind.id,
        kind_name=name,
        text_version=order.kind.text_version,
        language=order.language,
        reference=_reference(order),
        day=order.day,
        draft=not order.final,
        sender=_sender(order),
        look=look_of(order.school, order.workspace),
        subject=partner.partner.legal_name,
        layout=about.layout,
    )


def _reference(order: Order) -> str:
    """The document's number: the agreement's own number (or the partner's id) and the kind's letters."""
    cooperation = order.partner.cooperation
    number = (cooperation and cooperation.number) or order.partner.id.upper()
    language = "" if order.language == "nl" else f"-{order.language.upper()}"
    return f"{number}-{order.kind.about.code}{language}"


def _sender(order: Order) -> Sender:
    school, words = order.school.school, filters(order.language)
    address = school.post or school.visit
    lines = (
        words["address"](address) if address else "",
        words["phone"](school.phone) if school.phone else "",
        school.email or "",
        (school.website or "").removeprefix("https://").removeprefix("http://").removesuffix("/"),
    )
    return Sender(school.name, tuple(str(line) for line in lines if line), order.school.board.legal_name or "")


def _layout(document: Document, format_: str) -> tuple[Any, ...]:
    """What a writer needs besides the document: the Word layout's bytes, or the folder with page and styles."""
    folder = resource("templates") / "layouts"
    if format_ == "docx":
        return ((folder / f"{document.meta.layout}.docx").read_bytes(),)
    return (folder,) if format_ in ("pdf", "html") else ()


def _blanks(block: Block) -> Iterator[Blank]:
    match block:
        case Heading() | Paragraph():
            yield from _in_line(block.content)
        case ListBlock():
            yield from (blank for item in block.items for inner in item.blocks for blank in _blanks(inner))
        case Table():
            yield from (blank for row in (*block.head, *block.rows) for cell in row for blank in _in_line(cell))
        case Box() | Part():
            yield from (blank for inner in block.blocks for blank in _blanks(inner))


def _in_line(content: Iterable[Inline]) -> Iterator[Blank]:
    for inline in content:
        if isinstance(inline, Blank):
            yield inline
        elif isinstance(inline, Strong | Emphasis | Link):
            yield from _in_line(inline.content)
