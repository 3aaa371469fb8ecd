"""Values in the place of their marks. In: the tree of a filled page, and what was printed. Out: the same tree, with the values.

A line break and a tab are elements of their own in Word; a blank is a content control, and splits the run that it stands in.
Where no control can stand (a picture's text, a field's code) a blank is its label in brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from generator.documents.environment import MARK
from generator.documents.reading import P, R, T, W
from generator.errors import BadText, Fault
from generator.missing import Missing
from generator.writers.docx_text import attribute, characters, escape

Printed = Sequence[str | Missing]
_NS = f'xmlns:w="{W[1:-1]}"'
_SPLIT = re.compile(f"({MARK.pattern.replace('(', '(?:')})")
_HOLDS = {f"{W}{name}" for name in ("p", "hyperlink", "ins", "smartTag", "sdtContent", "fldSimple")}
"""What a content control can stand in, as a run does."""
_CLOSED = {f"{W}{name}" for name in ("text", "date", "comboBox", "dropDownList")}
"""Content controls that hold plain text, and no other control."""
_FLOW = {f"{W}{name}" for name in ("body", "tc", "hdr", "ftr", "footnote", "endnote", "txbxContent")}
_BEFORE_COLOUR = (
    *("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow", "emboss"),
    *("imprint", "noProof", "snapToGrid", "vanish", "webHidden"),
)
_BEFORE_SHADE = (
    *(*_BEFORE_COLOUR, "color", "spacing", "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect", "bdr"),
)
"""Word wants what a run looks like in this order."""
_GREY, _YELLOW = "595959", "FFF2CC"
"""Contrast 6.3 : 1 (WCAG AA)."""
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_LONGEST = 64


@dataclass
class Filler:
    """Puts the values of one document in its pages."""

    printed: Printed
    name: str
    """The document, as messages name it."""
    blanks: list[Missing] = field(default_factory=list)
    """Those that the pages show, in reading order."""
    controls: int = 0

    def fill(self, root: etree._Element) -> None:
        """Every mark of a page becomes its value."""
        for element in list(root.iter(etree.Element)):
            self._attributes(element)
            if element.tag == R:
                self._run(element)
            elif element.tag != T and element.text and MARK.search(element.text):
                element.text = self._plainly(element.text)
        for text in list(root.iter(T)):  # -- those that stand in no run --
            if text.text and MARK.search(text.text):
                text.text = self._plainly(text.text)

    def said(self, words: str) -> str:
        """Words with marks, as they should read."""
        return MARK.sub(lambda mark: self._shown(self.printed[int(mark[1])]), words)

    def _shown(self, value: str | Missing) -> str:
        return value.label if isinstance(value, Missing) else _one_kind_of_line(value)

    def _plainly(self, words: str) -> str:
        """Text that can hold no control: a blank is its label in brackets."""
        return MARK.sub(lambda mark: self._bare(self.printed[int(mark[1])]), words)

    def _bare(self, value: str | Missing) -> str:
        if isinstance(value, Missing):
            self.blanks.append(value)
            return f"[{value.label}]"
        escape(value)  # -- refuses a character that XML cannot hold --
        return value

    def _shown_bare(self, value: str | Missing) -> str:
        """In a content control that was there already, a blank is its label."""
        if isinstance(value, Missing):
            self.blanks.append(value)
        return self._shown(value)

    def _attributes(self, element: etree._Element) -> None:
        for name, value in element.attrib.items():
            if MARK.search(str(value)):
                given = [self.printed[int(mark[1])] for mark in MARK.finditer(str(value))]
                words = MARK.sub(lambda mark: str(self.printed[int(mark[1])]), str(value))
                self._check_attribute(etree.QName(element).localname, str(name), words, given)
                element.set(name, words)

    def _check_attribute(self, element: str, name: str, words: str, given: Printed) -> None:
        """A colour or a number of columns must be one, or Word does not open the file."""
        wanted = {"shd": ("a colour", r"[0-9A-Fa-f]{6}|auto"), "gridSpan": ("a number of columns", r"[1-9]\d?")}.get(element)
        blank = next((value for value in given if isinstance(value, Missing)), None)
        if blank is not None:
            problem = f"'{blank.label}' is empty, and stands where something must be known ({name.rpartition('}')[2]})"
            raise BadText(Fault(problem, file=self.name, path=blank.path, hint="fill it in, or put an {% if %} around it"))
        if wanted and not re.fullmatch(wanted[1], words):
            hint = "write a colour as 1B5E6F" if element == "shd" else "use a whole number, from 1"
            raise BadText(Fault(f"'{words[:40]}' is not {wanted[0]}", file=self.name, hint=hint))
        escape(words)

    # -- a run --

    def _run(self, run: etree._Element) -> None:
        if not any(text.text and MARK.search(text.text) for text in run.iterfind(T)):
            return
        look = run.find(f"{W}rPr")
        controls = _can_hold_controls(run)
        pieces: list[list[etree._Element] | Missing] = [[]]
        for child in list(run):
            if child.tag == T and child.text and MARK.search(child.text):
                self._pieces(child.text, controls, pieces)
            elif child is not look:
                _last(pieces).append(child)
        parent = run.getparent()
        assert parent is not None
        made = [one for piece in pieces for one in self._made(piece, look)]
        at, tail = parent.index(run), run.tail
        parent.remove(run)
        parent[at:at] = made
        if made:
            made[-1].tail = tail

    def _pieces(self, words: str, controls: bool, pieces: list[list[etree._Element] | Missing]) -> None:
        """The text of a ``w:t`` as elements of a run, and blanks between them."""
        for part in _SPLIT.split(words):
            mark = MARK.fullmatch(part)
            value = self.printed[int(mark[1])] if mark else part
            if isinstance(value, Missing) and controls:
                self.blanks.append(value)
                pieces += [value, []]
            elif isinstance(value, Missing) or value:
                _last(pieces).extend(_elements(self._shown_bare(value)))

    def _made(self, piece: list[etree._Element] | Missing, look: etree._Element | None) -> Iterator[etree._Element]:
        if isinstance(piece, Missing):
            yield self._control(piece, look)
        elif piece:
            run = etree.Element(R)
            run.extend([*([deepcopy(look)] if look is not None else []), *piece])
            yield run

    def _control(self, blank: Missing, look: etree._Element | None) -> etree._Element:
        """A content control that asks for what is missing; the label goes when one types.

        Not one for plain text alone: LibreOffice forgets the looks of those, and the print has to show what is missing.
        """
        self.controls += 1
        tag = f'<w:tag w:val="{attribute(blank.path[:_LONGEST])}"/>' if blank.path else ""
        made = etree.fromstring(
            f'<w:sdt {_NS}><w:sdtPr><w:alias w:val="{attribute(blank.label[:_LONGEST])}"/>{tag}'
            f'<w:id w:val="{self.controls}"/><w:showingPlcHdr/></w:sdtPr>'
            f"<w:sdtContent><w:r>{characters(blank.label)}</w:r></w:sdtContent></w:sdt>"
        )
        inner = made.find(f".//{R}")
        assert inner is not None
        inner.insert(0, _to_fill_in(look))
        return made


def lift_strays(root: etree._Element, name: str) -> None:
    """Marks that ``{{r`` and ``{{p`` put between runs or paragraphs get a run or a paragraph of their own.

    docxtpl means these tags for text that a Python program makes; a plain value would stand outside all text, and be lost.
    Raises BadText where no text can stand.
    """
    for element in list(root.iter(etree.Element)):
        if element.text and element.tag != T and MARK.search(element.text) and (element.tag in _FLOW or element.tag == P):
            element.text = _lifted(element, 0, element.text, name)
        parent = element.getparent()
        if element.tail and MARK.search(element.tail) and parent is not None:
            element.tail = _lifted(parent, parent.index(element) + 1, element.tail, name)


def _lifted(parent: etree._Element, at: int, words: str, name: str) -> str:
    if parent.tag not in _FLOW and parent.tag not in _HOLDS:
        tag = etree.QName(parent).localname
        raise BadText(
            Fault(f"a tag stands where no text can stand ({tag})", file=name, hint="move it into a paragraph or cell")
        )
    run = f'<w:r {_NS}><w:t xml:space="preserve">{escape(words)}</w:t></w:r>'
    parent.insert(at, etree.fromstring(f"<w:p {_NS}>{run}</w:p>" if parent.tag in _FLOW else run))
    return ""


def _last(pieces: list[list[etree._Element] | Missing]) -> list[etree._Element]:
    last = pieces[-1]
    assert isinstance(last, list)
    return last


def _elements(words: str) -> list[etree._Element]:
    return list(etree.fromstring(f"<w:r {_NS}>{characters(words)}</w:r>"))


def _one_kind_of_line(words: str) -> str:
    return words.replace("\r\n", "\n").replace("\r", "\n")


def _can_hold_controls(run: etree._Element) -> bool:
    parent = run.getparent()
    if parent is None or parent.tag not in _HOLDS:
        return False
    return not any(_is_closed(control) for control in run.iterancestors(f"{W}sdt"))


def _is_closed(control: etree._Element) -> bool:
    kind = control.find(f"{W}sdtPr")
    return kind is not None and any(child.tag in _CLOSED for child in kind)


def _to_fill_in(look: etree._Element | None) -> etree._Element:
    """How the text around it looks, in grey on pale yellow."""
    made = deepcopy(look) if look is not None else etree.Element(f"{W}rPr")
    for old in (*made.iterfind(f"{W}color"), *made.iterfind(f"{W}shd"), *made.iterfind(f"{W}highlight")):
        made.remove(old)
    _insert(made, etree.Element(f"{W}color", {f"{W}val": _GREY}), _BEFORE_COLOUR)
    _insert(made, etree.Element(f"{W}shd", {f"{W}val": "clear", f"{W}color": "auto", f"{W}fill": _YELLOW}), _BEFORE_SHADE)
    return made


def _insert(look: etree._Element, one: etree._Element, before: Sequence[str]) -> None:
    names = [etree.QName(child).localname for child in look]
    look.insert(sum(1 for name in names if name in before), one)
