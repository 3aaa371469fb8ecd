"""A Word file read back. In: bytes. Out: its lines with style and number, as a reader sees them; headers and footers.

Word does not store the numbers of a list: they are counted here by Word's rules, so that they can be held against the tree.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from io import BytesIO

from lxml import etree

from generator.settle import letter
from generator.writers.docx_styles import ENTRY, W14, Level, W, abstract_lists, selector, style_numbers, value

_SIGNS = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": "\t", f"{W}noBreakHyphen": "\N{NON-BREAKING HYPHEN}"}
_TEXT = f"{W}t"
_PARAGRAPH, _RUN, _STYLE, _NUMBER, _VALUE = (f"{W}{name}" for name in ("p", "r", "pStyle", "numPr", "val"))
_CONTROL = f"{W}sdt"
_TYPES = "[Content_Types].xml"
_READ = (".main+xml", "numbering+xml", "styles+xml", "header+xml", "footer+xml")
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_BROKEN = selector("//w:tc[not(*[last()][self::w:p])] | //w:tr[not(w:tc)] | //w:tbl[not(w:tr)]")


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph."""

    style: str
    """Its style's name: ``heading 1``."""
    number: str
    """What Word counts before it: ``Artikel 7``; a bullet's sign, or nothing."""
    text: str
    bullet: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """What a Word file says."""

    lines: tuple[Line, ...]
    """The paragraphs of the document itself, those in tables too, in reading order."""
    pages: dict[str, str]
    """Header or footer part to its text."""
    faults: tuple[str, ...]
    """What would make Word complain: a field without a result, a cell without a paragraph."""


def read_docx(data: bytes) -> Reading:
    """What the file says. Raises ``zipfile.BadZipFile``, ``KeyError`` or ``etree.XMLSyntaxError`` for what is no Word file."""
    with zipfile.ZipFile(BytesIO(data)) as file:
        kinds = _kinds(file.read(_TYPES))
        parts = {name: file.read(name) for name in kinds}
    main, numbering, styles = (next(parts[name] for name, kind in kinds.items() if kind == one) for one in _READ[:3])
    pages = {name: etree.fromstring(parts[name]) for name, kind in kinds.items() if kind in _READ[3:]}
    body = etree.fromstring(main)
    faults = [fault for root in (body, *pages.values()) for fault in _faults(root)]
    return Reading(
        tuple(_lines(body, _styles(styles), Counter(*_lists(numbering)))),
        {name: _text(root) for name, root in pages.items()},
        tuple(faults),
    )


@lru_cache(maxsize=16)
def _kinds(part: bytes) -> Mapping[str, str]:
    """The parts that are read, and what each is; the same for every document of a layout."""
    rows = etree.fromstring(part)
    named = ((row.get("PartName", "/")[1:], row.get("ContentType", "")) for row in rows)
    return {name: kind for name, content in named for kind in _READ if content.endswith(kind)}


def page_text(xml: str) -> str:
    """The text of a page that is not in a file yet."""
    return _text(etree.fromstring(xml))


def _text(root: etree._Element) -> str:
    return "\n".join(text for _, _, text in _paragraphs(root))


def _lines(main: etree._Element, styles: StyleNames, counter: Counter) -> Iterator[Line]:
    names, own = styles
    for style, number, text in _paragraphs(main):
        label, bullet = counter.next(*(number or own.get(style, (0, 0))))
        yield Line(names.get(style, style), label, text, bullet)


def _paragraphs(root: etree._Element) -> Iterator[tuple[str, tuple[int, int] | None, str]]:
    """Style id, (list, level) where the paragraph itself says so, and text; what fields say, not their codes.

    One pass over the elements that matter: a document is read each time one is written.
    """
    style: str = "Normal"
    number: tuple[int, int] | None = None
    said: list[str] = []
    inside = False
    silent: set[etree._Element] = set()
    for element in root.iter(_PARAGRAPH, _STYLE, _NUMBER, _TEXT, _CONTROL, *_SIGNS):
        tag = element.tag
        if element in silent:
            continue
        if tag == _TEXT:
            said.append(element.text or "")
        elif tag == _CONTROL:
            silent.update(_hints(element))
        elif tag == _STYLE:
            style = element.get(_VALUE, "")
        elif tag == _PARAGRAPH:
            if inside:
                yield style, number, "".join(said)
            style, number, said, inside = "Normal", None, [], True
        elif tag == _NUMBER:
            number = (int(value(element, "numId", "0")), int(value(element, "ilvl", "0")))
        elif getattr(element.getparent(), "tag", "") == _RUN:  # -- a tab elsewhere is a tab stop --
            said.append(_SIGNS[tag])
    if inside:
        yield style, number, "".join(said)


def _hints(control: etree._Element) -> Iterator[etree._Element]:
    """What a content control shows that nobody said: the hint to type, the sign of a box to tick."""
    (kind,) = control.iterfind(f"{W}sdtPr")
    waiting = value(kind, "tag") == ENTRY and kind.find(f"{W}showingPlcHdr") is not None
    if waiting or kind.find(f"{W14}checkbox") is not None:
        yield from control.iter(_TEXT, *_SIGNS)


StyleNames = tuple[dict[str, str], dict[str, tuple[int, int]]]
"""Style id to name, and to its list."""


@lru_cache(maxsize=16)
def _styles(part: bytes) -> StyleNames:
    """What the styles part says; the same for every document of a layout."""
    root = etree.fromstring(part)
    return {style.get(f"{W}styleId", ""): value(style, "name") for style in root.iterfind(f"{W}style")}, style_numbers(root)


@dataclass
class Counter:
    """Counts as Word does: lists of one abstract list share their counters; a list may start a level again, once."""

    abstracts: dict[int, tuple[Level, ...]]
    lists: dict[int, tuple[int, dict[int, int]]]
    """List to its abstract list and the levels that it starts again."""
    _counts: dict[int, dict[int, int]] = field(default_factory=dict)
    _started: set[int] = field(default_factory=set)

    def next(self, number: int, depth: int) -> tuple[str, bool]:
        """What stands before the next paragraph of a list, and whether it is a bullet."""
        if number not in self.lists:
            return "", False
        abstract, restarts = self.lists[number]
        levels, counts = self.abstracts[abstract], self._counts.setdefault(abstract, {})
        if number not in self._started:
            self._started.add(number)
            counts |= {level: start - 1 for level, start in restarts.items()}
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        for deeper in [level for level in counts if level > depth]:
            del counts[deeper]
        if levels[depth].form == "bullet":
            return levels[depth].text, True
        text = levels[depth].text
        for level in range(depth + 1):
            text = text.replace(f"%{level + 1}", _written(levels[level].form, counts.get(level, levels[level].start)))
        return text, False


@lru_cache(maxsize=16)
def _lists(part: bytes) -> tuple[dict[int, tuple[Level, ...]], dict[int, tuple[int, dict[int, int]]]]:
    """What a counter needs of the part with the lists; the same for every document that starts none of them again."""
    root = etree.fromstring(part)
    lists = {
        int(num.get(f"{W}numId", "0")): (int(value(num, "abstractNumId", "0")), _restarts(num))
        for num in root.iterfind(f"{W}num")
    }
    return abstract_lists(root), lists


def _restarts(num: etree._Element) -> dict[int, int]:
    return {
        int(row.get(f"{W}ilvl", "0")): int(value(row, "startOverride", "1"))
        for row in num.iterfind(f"{W}lvlOverride")
        if row.find(f"{W}startOverride") is not None
    }


def _written(form: str, number: int) -> str:
    match form:
        case "lowerLetter":
            return letter(number)
        case "upperLetter":
            return letter(number).upper()
        case "lowerRoman" | "upperRoman":
            roman = _roman(number)
            return roman.upper() if form == "upperRoman" else roman
        case "none":
            return ""
        case _:
            return str(number)


def _roman(number: int) -> str:
    parts: list[str] = []
    for value_, sign in _ROMAN:
        parts.append(sign * (number // value_))
        number %= value_
    return "".join(parts)


def _faults(root: etree._Element) -> Iterator[str]:
    for element in _BROKEN(root):
        yield f"a {etree.QName(element).localname} has nothing in it, or a cell does not end with a paragraph"
    yield from _field_faults(root)


def _field_faults(root: etree._Element) -> Iterator[str]:
    """Every field shows something before Word counts: a page number is never 0 or missing."""
    state, code, result = "", "", ""
    for element in root.iter(f"{W}fldChar", f"{W}instrText", f"{W}t"):
        if element.tag == f"{W}fldChar":
            state = element.get(f"{W}fldCharType", "")
            if state == "begin":
                code = result = ""
            elif state == "end" and not result.strip():
                yield f"the field '{code.strip()}' has no result"
        elif element.tag == f"{W}instrText":
            code += element.text or ""
        elif state == "separate":
            result += element.text or ""
