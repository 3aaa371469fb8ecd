"""The tree as a Word file. In: a settled document and the bytes of a layout. Out: the bytes of a .docx that has been read back.

Five steps: the layout is compiled, once (docx_layout); the blocks become WordprocessingML (docx_body); the layout is filled;
the parts are packed (docx_package); what was written is read (docx_read) and held against the tree.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from markupsafe import Markup

from generator.blocks import Block, Box, Document, Heading, ListBlock, Meta, Numbering, Part
from generator.errors import BadText, Fault, OurFault
from generator.readback import compare, pieces
from generator.writers.docx_body import blocks
from generator.writers.docx_layout import BODY, compile_layout, fill
from generator.writers.docx_logo import logo_run
from generator.writers.docx_package import Size, package
from generator.writers.docx_paragraph import Place
from generator.writers.docx_read import Line, Reading, page_text, read_docx
from generator.writers.docx_styles import Layout
from generator.writers.docx_table import ended
from generator.writers.docx_text import Pen

__all__ = ["Line", "Reading", "read_docx", "write_docx"]

_PARAGRAPH = re.compile(r"<w:p[ >/]")
_MARK = "\ue000{}\ue001"
_MARKS = re.compile("\ue000(\\d+)\ue001")


def write_docx(document: Document, layout: bytes) -> bytes:
    """The document on the layout; the same input gives the same bytes.

    Raises BadText for a layout that cannot be used or a character that a document cannot hold, BadInput for a logo that cannot
    be read, and OurFault when the file does not say what the document says.
    """
    meta = document.meta
    compiled = compile_layout(layout, layout_name(meta), meta.look, meta.language)
    pen = Pen(compiled)
    body = ended(pen, blocks(pen, document.blocks, Place(compiled.width)))
    words = pieces(document, numbers=False)
    size = Size(sum(len(piece.split()) for piece in words), sum(map(len, words)))
    pages = fill(compiled, _values(meta, size))
    frame = pages[compiled.document]
    data = package(compiled, pages | {compiled.document: frame.replace(BODY, body)}, pen, meta, size)
    _check(document, data, compiled, frame, size, words)
    return data


def layout_name(meta: Meta) -> str:
    """The layout's file, as messages name it."""
    file = f"{meta.layout}.docx"
    return file if meta.look.own(file) is None else f"layouts/{file}"


def _values(meta: Meta, size: Size) -> dict[str, Any]:
    """What a layout may use; the names are ``docx_layout.NAMES``."""
    sender, look = meta.sender, meta.look
    return {
        "body": Markup(BODY),
        "reference": meta.reference,
        "kind": meta.kind,
        "kind_name": meta.kind_name,
        "title": meta.title,
        "subject": meta.subject,
        "text_version": meta.text_version,
        "draft": meta.draft,
        "language": meta.language,
        "day": meta.day.isoformat(),
        "pages": size.pages,
        "sender": {"name": sender.name, "board": sender.board, "lines": list(sender.lines), "footer": sender.footer},
        "look": {"accent": look.accent, "font": look.font, "logo": Markup(logo_run(look.logo)) if look.logo else ""},
    }


def _check(document: Document, data: bytes, layout: Layout, frame: str, size: Size, words: list[str]) -> None:
    """Read the file and hold it against the tree: the words, the numbers, the letterhead, and what would make Word complain."""
    name = f"the DOCX of {document.meta.reference}"
    reading = read_docx(data)
    if reading.faults:
        raise OurFault(*(Fault(fault, file=name) for fault in reading.faults))
    before, after = (len(_PARAGRAPH.findall(part)) for part in frame.split(BODY))
    body = reading.lines[before : len(reading.lines) - after]
    _same(words, "\n".join(line.text for line in body), name)
    _check_numbers(document, body, layout)
    around = reading.lines[:before] + reading.lines[len(reading.lines) - after :]
    _check_pages(document.meta, layout, size, reading.pages | {layout.document: "\n".join(line.text for line in around)})


def _same(expected: Sequence[str], found: str, what: str) -> None:
    """The quick look first: texts that differ in white space alone, as nearly all do, need no comparison by character."""
    if "".join(" ".join(expected).split()) != "".join(found.split()):
        compare(expected, found, what)


def _check_numbers(document: Document, body: Iterable[Line], layout: Layout) -> None:
    """Word counts what the tree counts; how it writes the count ("Art. 1", "a)") is the layout's affair."""
    wanted = [_count(number) for number in _numbers(document.blocks)]
    found = [_count(line.number) for line in body if line.number and not line.bullet]
    if wanted != found:
        where = next(
            (f"'{a}' where the text has '{b}'" for a, b in zip(found, wanted, strict=False) if a != b), "too many or too few"
        )
        hint = "let its lists count as the package's own layout does"
        raise BadText(Fault(f"the layout's numbering does not count as the text does: {where}", file=layout.name, hint=hint))


def _count(number: str) -> str:
    return (number.split() or [""])[-1].strip("().:")


def _numbers(content: Iterable[Block]) -> Iterator[str]:
    """Every number of the tree, in reading order."""
    for block in content:
        match block:
            case Heading(numbering=Numbering.ARTICLE):
                yield block.number
            case ListBlock():
                for item in block.items:
                    yield from () if block.numbering is Numbering.BULLET else (item.number,)
                    yield from _numbers(item.blocks)
            case Box() | Part():
                yield from _numbers(block.blocks)


def _check_pages(meta: Meta, layout: Layout, size: Size, found: dict[str, str]) -> None:
    """Letterhead, headers and footers say what was filled in: the layout, filled with marks, says each mark's value.

    A layout whose tags change values (``{{ title | upper }}``) says something else by intent, and is not held to this.
    """
    said_by_mark: list[str] = []

    def mark(value: str) -> str:
        said_by_mark.append(value)
        return _MARK.format(len(said_by_mark) - 1) if value else ""

    for part, marked in _said(layout, _marked(_values(meta, size), mark)).items():
        text = _MARKS.sub(lambda found_mark: said_by_mark[int(found_mark.group(1))], marked)
        _same([text], found[part], f"{part} of the DOCX of {meta.reference}")


def _said(layout: Layout, marked: dict[str, Any]) -> dict[str, str]:
    """What the plain pages say of marked values, by part; remembered, for documents differ in what the marks stand for."""
    key = repr(marked)
    if key not in layout.said:
        pages = fill(layout, marked)
        layout.said[key] = {part: page_text(pages[part].replace(BODY, "")) for part in sorted(layout.plain)}
    return layout.said[key]


def _marked(values: dict[str, Any], mark: Callable[[str], str]) -> dict[str, Any]:
    """The values with every plain text as a mark, except those that a layout may ask about."""
    made: dict[str, Any] = {}
    for name, value in values.items():
        if isinstance(value, dict):
            made[name] = _marked(value, mark)
        elif isinstance(value, list):
            made[name] = [mark(line) for line in value]
        else:
            made[name] = mark(value) if type(value) is str and name not in ("language", "kind") else value
    return made
