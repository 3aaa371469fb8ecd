"""A Word file read back. In: bytes. Out: its lines with style and number, as a reader sees them, and the text of headers and footers.

Word does not store the numbers of a list: they are counted here by Word's rules, so that they can be held against the tree.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

from lxml import etree

from generator.settle import letter
from generator.writers.docx_styles import NS, Level, W, abstract_lists, style_numbers, value

_SAID = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": "\t", f"{W}noBreakHyphen": "\N{NON-BREAKING HYPHEN}"}
_TEXT = f"{W}t"
_TYPES = "[Content_Types].xml"
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_ENDLESS_CELL = etree.XPath("//w:tc[not(*[last()][self::w:p])] | //w:tr[not(w:tc)] | //w:tbl[not(w:tr)]", namespaces=NS)


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
        kinds = {row.get("PartName", "/")[1:]: row.get("ContentType", "") for row in etree.fromstring(file.read(_TYPES))}
        roots = {
            name: etree.fromstring(file.read(name))
            for name, kind in kinds.items()
            if kind.endswith((".main+xml", "styles+xml", "numbering+xml", "header+xml", "footer+xml"))
        }
    of = {kind: name for name, kind in kinds.items()}
    main, styles, numbering = (
        roots[next(name for kind, name in of.items() if kind.endswith(end))]
        for end in (".main+xml", "styles+xml", "numbering+xml")
    )
    pages = {name: root for name, root in roots.items() if kinds[name].endswith(("header+xml", "footer+xml"))}
    faults = [fault for root in (main, *pages.values()) for fault in _faults(root)]
    return Reading(
        tuple(_lines(main, styles, numbering)),
        {name: "\n".join(said(paragraph) for paragraph in root.iter(f"{W}p")) for name, root in pages.items()},
        tuple(faults),
    )


def said(paragraph: etree._Element) -> str:
    """The text of a paragraph; what fields say, not their codes."""
    parts: list[str] = []
    for run in paragraph.iter(f"{W}r"):
        for child in run:
            parts.append((child.text or "") if child.tag == _TEXT else _SAID.get(child.tag, ""))
    return "".join(parts)


def page_text(xml: str) -> str:
    """The text of a page that is not in a file yet."""
    return "\n".join(said(paragraph) for paragraph in etree.fromstring(xml).iter(f"{W}p"))


def _lines(main: etree._Element, styles: etree._Element, numbering: etree._Element) -> Iterator[Line]:
    names = {style.get(f"{W}styleId", ""): value(style, "name") for style in styles.iterfind(f"{W}style")}
    own = style_numbers(styles)
    counter = Counter.of(numbering)
    for paragraph in main.iter(f"{W}p"):
        properties = paragraph.find(f"{W}pPr")
        style, number = "Normal", None
        if properties is not None:
            style = value(properties, "pStyle", "Normal")
            number = properties.find(f"{W}numPr")
        which = (
            own.get(style, (0, 0)) if number is None else (int(value(number, "numId", "0")), int(value(number, "ilvl", "0")))
        )
        label, bullet = counter.next(*which)
        yield Line(names.get(style, style), label, said(paragraph), bullet)


@dataclass
class Counter:
    """Counts as Word does: lists of one abstract list share their counters; a list may start a level again, once."""

    abstracts: dict[int, tuple[Level, ...]]
    lists: dict[int, tuple[int, dict[int, int]]]
    """List to its abstract list and the levels that it starts again."""
    _counts: dict[int, dict[int, int]] = field(default_factory=dict)
    _started: set[int] = field(default_factory=set)

    @classmethod
    def of(cls, numbering: etree._Element) -> Counter:
        """A counter for a numbering part."""
        lists = {
            int(num.get(f"{W}numId", "0")): (int(value(num, "abstractNumId", "0")), _restarts(num))
            for num in numbering.iterfind(f"{W}num")
        }
        return cls(abstract_lists(numbering), lists)

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
    for element in _ENDLESS_CELL(root):
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
