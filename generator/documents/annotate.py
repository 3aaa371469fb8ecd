"""Remarks as Word comments, each at the words it is about. In: a document's bytes, remarks. Out: the bytes of a copy.

Word facts: a comment has a beginning, an end and a reference mark in the text, and its words in a part of its own; headers,
footers and notes can have none, so their remarks stand at the first paragraph of the text, with their place.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from generator.documents.check import pages_in
from generator.documents.dangers import MAIN
from generator.documents.form import Remark
from generator.documents.opened import TYPES, kinds_of, opened, trees
from generator.documents.reading import P, R, T, W
from generator.writers.docx_package import relations_of
from generator.writers.docx_text import attribute, characters
from generator.writers.docx_zip import member, packed

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_COMMENTS = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATION = f"{_OFFICE}relationships/comments"
_NS = f'xmlns:w="{W[1:-1]}"'
AUTHOR, INITIALS = "handslag", "hs"


@dataclass
class _Copy:
    """The document that is written in."""

    parts: dict[str, bytes]
    roots: dict[str, etree._Element]
    kinds: dict[str, str]
    day: datetime.date

    @property
    def main(self) -> str:
        """The part with the text."""
        return next(part for part, kind in self.kinds.items() if kind == MAIN)


def annotated(data: bytes, name: str, remarks: Iterable[Remark], day: datetime.date) -> bytes:
    """A copy of the document with the remarks as comments, dated ``day``; the same input gives the same bytes."""
    parts = opened(data, name)
    roots = trees(parts, name)
    copy = _Copy(parts, roots, kinds_of(roots[TYPES], parts), day)
    pages = {page.part: page for page in pages_in(roots, copy.kinds)}
    comments, part = _comments(copy)
    number = _first_free(comments)
    for remark in remarks:
        page = pages[remark.page.part]
        home = page.part == copy.main and remark.paragraph > 0
        paragraph = page.elements[remark.paragraph - 1] if home else _first(pages[copy.main].elements, roots[copy.main])
        comments.append(_comment(number, remark, day, place=not home))
        _mark(paragraph, number, remark if home else None)
        number += 1
    written = {part: comments, **{one: roots[one] for one in (copy.main, TYPES, relations_of(copy.main))}}
    for one, root in written.items():
        parts[one] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return packed((member(one, parts[one]) for one in sorted(parts, key=lambda one: (one != TYPES, one))), day)


def _comments(copy: _Copy) -> tuple[etree._Element, str]:
    """The part with comments; a new one when the document has none."""
    there = next((part for part, kind in copy.kinds.items() if kind == _COMMENTS), None)
    if there:
        return copy.roots[there], there
    folder, _, _ = copy.main.rpartition("/")
    part = f"{folder}/comments-handslag.xml".lstrip("/")
    row = {"PartName": f"/{part}", "ContentType": _COMMENTS}
    etree.SubElement(copy.roots[TYPES], f"{{{_PACKAGE}content-types}}Override", row)
    relations = copy.roots.setdefault(
        relations_of(copy.main), etree.fromstring(f'<Relationships xmlns="{_PACKAGE}relationships"/>')
    )
    target = {"Id": "rIdHandslag", "Type": _RELATION, "Target": part.rpartition("/")[2]}
    etree.SubElement(relations, f"{{{_PACKAGE}relationships}}Relationship", target)
    return etree.fromstring(f"<w:comments {_NS}/>"), part


def _first_free(comments: etree._Element) -> int:
    numbers = [int(one.get(f"{W}id", "0")) for one in comments.iter(f"{W}comment") if one.get(f"{W}id", "").isdigit()]
    return max(numbers, default=-1) + 1


def _first(paragraphs: tuple[etree._Element, ...], root: etree._Element) -> etree._Element:
    """The first paragraph of the text; a text without any gets one."""
    if paragraphs:
        return paragraphs[0]
    body = root.find(f"{W}body")
    assert body is not None
    body.insert(0, etree.Element(P))
    return body[0]


def _comment(number: int, remark: Remark, day: datetime.date, place: bool) -> etree._Element:
    words = [f"{remark.place}: {remark.problem}" if place else remark.problem, remark.tag if place else "", remark.hint]
    lines = "".join(f"<w:p><w:r>{characters(line)}</w:r></w:p>" for line in words if line)
    return etree.fromstring(
        f'<w:comment {_NS} w:id="{number}" w:author="{attribute(AUTHOR)}" w:date="{day.isoformat()}T00:00:00Z" '
        f'w:initials="{INITIALS}">{lines}</w:comment>'
    )


def _mark(paragraph: etree._Element, number: int, remark: Remark | None) -> None:
    """The comment's place: the runs with the tag, or the whole paragraph."""
    first, last = _around(paragraph, remark)
    begin, end = (etree.Element(f"{W}commentRange{which}", {f"{W}id": str(number)}) for which in ("Start", "End"))
    sign = etree.fromstring(f'<w:r {_NS}><w:commentReference w:id="{number}"/></w:r>')
    if first is None or last is None:
        look = paragraph.find(f"{W}pPr")
        paragraph.insert(0 if look is None else 1, begin)
        paragraph.extend([end, sign])
        return
    first.addprevious(begin)
    last.addnext(end)
    end.addnext(sign)


def _around(paragraph: etree._Element, remark: Remark | None) -> tuple[etree._Element | None, etree._Element | None]:
    """The first and last run of the paragraph in which the tag stands."""
    if remark is None or not remark.column or not remark.tag:
        return None, None
    begin, end = remark.column - 1, remark.column - 1 + len(remark.tag)
    at, found = 0, []
    for run in paragraph.iter(R):
        if next(run.iterancestors(P), None) is not paragraph or run.getparent() is not paragraph:
            continue
        length = (
            sum(len(text.text or "") for text in run.iterfind(T)) + len(run.findall(f"{W}tab")) + len(run.findall(f"{W}br"))
        )
        if at < end and at + length > begin:
            found.append(run)
        at += length
    return (found[0], found[-1]) if found else (None, None)
