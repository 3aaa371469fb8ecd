"""What a layout offers to the text: styles by name, lists by style, the width of the page. In: the layout's parsed parts.

Word facts: a localised Word saves "heading 1" under another id (``Kop1``), so a style is found by its name alone; a style has
its list from itself or from the style it is based on; a list has its levels from an abstract list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import product
from typing import cast

from jinja2 import Template
from lxml import etree

from generator.errors import BadText, Fault

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
NS = {"w": W[1:-1]}
ENTRY = "entry"
"""The tag of a content control that is room for an answer; it says nothing until one types."""

NEEDED = {
    "paragraph": (
        *("Normal", "Title", "heading 1", "heading 2", "heading 3", "Table Text", "Table Head", "Table Gap"),
        *("Facts Label", "Facts Text", "Note Text", "Signature Label", "Signature Text", "Address Text", "Details Label"),
        *("Details Text", "Closing Text", "Closing Name", "Enclosures"),
    ),
    "character": ("Strong", "Emphasis", "Hyperlink", "Placeholder Text", "Tick"),
    "table": (
        "Document Table",
        "Facts Table",
        "Note Table",
        "Signature Table",
        "Address Table",
        "Details Table",
        "Entry Table",
    ),
}
"""Style type to the names that every layout must have."""
NUMBERED = ("heading 1", "Member", "Point", "Party", "Recital", "Annex", "List Number", "List Letter", "List Bullet")
"""Paragraph styles that must have a list of their own."""


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list."""

    form: str
    """``decimal``, ``lowerLetter``, ``bullet`` …"""
    text: str
    """``Artikel %1``."""
    left: int
    """Where the text begins, in twips from the margin."""
    hanging: int
    """How far the number stands before the text, in twips."""
    start: int = 1


@dataclass(frozen=True, slots=True)
class Numbered:
    """The list of a paragraph style."""

    number: int
    """``w:numId``."""
    depth: int
    """``w:ilvl``."""
    abstract: int
    levels: tuple[Level, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """A compiled layout, ready to be filled any number of times."""

    name: str
    styles: dict[str, str]
    """Style name in lower case to id."""
    lists: dict[str, Numbered]
    """Style name in lower case to its list."""
    looks: dict[tuple[bool, bool, bool, bool], str]
    """(strong, emphasis, link, right to left) to ``w:rPr``."""
    last_list: int
    """The highest ``w:numId``."""
    width: int
    """Of the text, in twips."""
    breadth: float = 1.0
    """How wide the letters are beside Calibri's."""
    width_of: Callable[[str], float] = len
    """How wide a text is, as a part of the size of its letters; asked only where there is hardly room."""
    language: str = "nl"
    """Of what the file says of itself: a hint to type."""
    window: str = "left"
    """The side on which an address stands."""
    pages: dict[str, Template] = field(default_factory=dict)
    """Name of the part (document, headers, footers) to its template."""
    plain: frozenset[str] = frozenset()
    """Those of the pages that show values as they are, without a filter."""
    parts: dict[str, bytes] = field(default_factory=dict)
    """Every other part, as it goes into the file; lists, relations and types still get the document's added."""
    document: str = "word/document.xml"
    """The part with the text."""
    numbering: str = "word/numbering.xml"
    """The part with the lists."""
    said: dict[str, dict[str, str]] = field(default_factory=dict)
    """What the plain pages say of values that were tried, by those values: part to text."""


def selector(query: str) -> Callable[[etree._Element], list[etree._Element]]:
    """An XPath query that finds elements."""
    return cast(Callable[[etree._Element], list[etree._Element]], etree.XPath(query, namespaces=NS))


def styles_by_name(root: etree._Element, name: str) -> dict[str, str]:
    """Style name in lower case to id; raises BadText that names every style the layout lacks."""
    found: dict[str, dict[str, str]] = {kind: {} for kind in NEEDED}
    for style in root.iterfind(f"{W}style"):
        title = style.find(f"{W}name")
        if title is not None and style.get(f"{W}type") in found:
            found[style.get(f"{W}type", "")][title.get(f"{W}val", "").lower()] = style.get(f"{W}styleId", "")
    needed = {**NEEDED, "paragraph": dict.fromkeys((*NEEDED["paragraph"], *NUMBERED))}
    if lacking := [(kind, style) for kind, names in needed.items() for style in names if style.lower() not in found[kind]]:
        raise BadText(*(_lacks(name, f"no {kind} style '{style}'") for kind, style in lacking))
    return {style: identity for kind in found.values() for style, identity in kind.items()}


def _lacks(name: str, what: str) -> Fault:
    hint = "add it in Word (Home, Styles, New Style), or start from a copy of the package's own layout"
    return Fault(f"the layout has {what}", file=name, hint=hint)


def abstract_lists(root: etree._Element) -> dict[int, tuple[Level, ...]]:
    """Abstract list id to its levels."""
    return {
        int(abstract.get(f"{W}abstractNumId", "0")): tuple(_level(level) for level in abstract.iterfind(f"{W}lvl"))
        for abstract in root.iterfind(f"{W}abstractNum")
    }


def list_numbers(root: etree._Element) -> dict[int, int]:
    """List id to abstract list id."""
    return {int(num.get(f"{W}numId", "0")): int(value(num, "abstractNumId", "0")) for num in root.iterfind(f"{W}num")}


def value(element: etree._Element, child: str, default: str = "") -> str:
    """The ``w:val`` of a child element."""
    found = element.find(f"{W}{child}")
    return default if found is None else found.get(f"{W}val", default)


def _level(level: etree._Element) -> Level:
    indent = level.find(f"{W}pPr/{W}ind")
    left, hanging = ("0", "0") if indent is None else (indent.get(f"{W}left", "0"), indent.get(f"{W}hanging", "0"))
    return Level(
        value(level, "numFmt", "decimal"), value(level, "lvlText"), int(left), int(hanging), int(value(level, "start", "1"))
    )


def style_numbers(styles: etree._Element) -> dict[str, tuple[int, int]]:
    """Style id to (list, level), inherited where the style itself has none."""
    every = {style.get(f"{W}styleId", ""): style for style in styles.iterfind(f"{W}style")}
    return {identity: found for identity in every if (found := next(_inherited(every, identity), None))}


def _inherited(every: dict[str, etree._Element], identity: str) -> Iterator[tuple[int, int]]:
    """The list of a style, then of the one it is based on, and so on."""
    seen: set[str] = set()
    while identity in every and identity not in seen:
        seen.add(identity)
        number = every[identity].find(f"{W}pPr/{W}numPr")
        if number is not None:
            yield int(value(number, "numId", "0")), int(value(number, "ilvl", "0"))
        identity = value(every[identity], "basedOn")


def lists_by_style(styles: etree._Element, numbering: etree._Element, ids: dict[str, str], name: str) -> dict[str, Numbered]:
    """Style name in lower case to its list; raises BadText for every style that should have one and has not."""
    numbers, abstracts, lists = list_numbers(numbering), abstract_lists(numbering), style_numbers(styles)
    found: dict[str, Numbered] = {}
    for style in NUMBERED:
        number, depth = lists.get(ids[style.lower()], (0, 0))
        levels = abstracts.get(numbers.get(number, -1), ())
        if len(levels) > depth:
            found[style.lower()] = Numbered(number, depth, numbers[number], levels)
    if lacking := [style for style in NUMBERED if style.lower() not in found]:
        raise BadText(*(_lacks(name, f"no numbering in the style '{style}'") for style in lacking))
    return found


def looks_of(ids: dict[str, str]) -> dict[tuple[bool, bool, bool, bool], str]:
    """``w:rPr`` of every mixture of strong, emphasis, link and right to left; a run has one style, the rest is set directly."""
    return {looks: _properties(ids, *looks) for looks in product((False, True), repeat=4)}  # type: ignore[misc]


def _properties(ids: dict[str, str], strong: bool, emphasis: bool, link: bool, rtl: bool) -> str:
    named = [name for name, wanted in (("hyperlink", link), ("strong", strong), ("emphasis", emphasis)) if wanted]
    direct = {"strong": "<w:b/><w:bCs/>", "emphasis": "<w:i/><w:iCs/>"}
    style = f'<w:rStyle w:val="{ids[named[0]]}"/>' if named else ""
    inner = style + "".join(direct[name] for name in named[1:]) + ("<w:rtl/>" if rtl else "")
    return f"<w:rPr>{inner}</w:rPr>" if inner else ""
