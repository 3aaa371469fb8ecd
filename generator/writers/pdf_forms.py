"""Fields to fill in. In: pages with room for answers and ticks, and their PDF, unwritten. Out: the same, with form fields.

WeasyPrint's own fields would cost the file PDF/A (no appearance of their own) and break a choice in two at a page end. So a
page only has the room, and the fields are made here, each with a name, a description, an appearance and a tag. What is filled
in is set in an embedded font.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

import pydyf

from generator.writers.fonts import ANSWER_FIRST, TURKISH, answer_font
from generator.writers.pdf_read import POINTS
from generator.writers.pdf_tags import Elements

_PRINTED, _LINES, _CHOICE = 1 << 2, 1 << 12, 1 << 15
"""Flags: of an annotation that is printed, a text of several lines, a choice of one (in PDF counted from 1: 3, 13, 16)."""
_ANSWER = "/Answer 10 Tf 0 g"
"""How an answer is set."""
_GLYPHS = {"İ": "Idotaccent", "ı": "dotlessi", "Ğ": "Gbreve", "ğ": "gbreve", "Ş": "Scedilla", "ş": "scedilla"}
"""What the PDF standard calls the letters that Windows 1252 does not have."""
_ROUND = 0.5523
"""Of the radius: how far the handles of a curve lie that is a quarter of a circle."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a field stands, in points from the lower left corner of its page."""

    element: Any
    """The HTML element that made the room."""
    page: int
    left: float
    bottom: float
    right: float
    top: float

    @property
    def label(self) -> str:
        """What a screen reader says."""
        return str(self.element.get("aria-label"))

    @property
    def size(self) -> tuple[float, float]:
        """Width and height."""
        return round(self.right - self.left, 2), round(self.top - self.bottom, 2)


def add_fields(pages: Sequence[Any], pdf: Any) -> None:
    """A field in every place on the pages that is there for one; a document without any stays as it is."""
    if places := list(_places(pages)):
        form = _Form(pdf)
        for place in places:
            form.add(place)
        form.finish()


def _places(pages: Sequence[Any]) -> Iterator[Place]:
    """In reading order. A box that is drawn again in a repeated table head is no second field."""
    seen = set()
    for number, page in enumerate(pages):
        for box in page._page_box.descendants():
            if getattr(box.element, "tag", "") in {"input", "textarea"} and box.element not in seen:
                seen.add(box.element)
                left, top = box.padding_box_x() * POINTS, (page.height - box.padding_box_y()) * POINTS
                right, bottom = left + box.padding_width() * POINTS, top - box.padding_height() * POINTS
                yield Place(box.element, number, left, bottom, right, top)


@dataclass(frozen=True, slots=True)
class Choice:
    """A field of which one tick is chosen, and what its ticks mean, in order."""

    field: Any
    group: str
    labels: list[str]

    @property
    def about(self) -> str:
        """The words that its ticks begin with: ``afspraken zijn duidelijk``."""
        words = zip(*(label.split() for label in self.labels), strict=False)
        same = takewhile(lambda beside: len(set(beside)) == 1, words)
        return " ".join(first for first, *_ in same).rstrip(" :–-") or self.group


class _Form:
    """The fields of one file. A field is its own widget (what a page shows); a choice has a widget for each of its ticks."""

    def __init__(self, pdf: Any) -> None:
        self.pdf = pdf
        self.elements = Elements(pdf)
        tags = [tag for tag in self.elements.document() if hasattr(tag, "source")]
        self.tags = {tag.source: tag for tag in reversed(tags)}
        self.font = self._made({"Font": pydyf.Dictionary({"Answer": _font(pdf).reference})})
        self.fields = pydyf.Array()
        self.names: set[str] = set()
        self.choices: dict[str, Choice] = {}
        self.pictures: dict[tuple[str, tuple[float, float]], Any] = {}
        """Drawings that many ticks have."""

    def add(self, place: Place) -> None:
        """One more field, or one more tick of a choice."""
        kind = place.element.get("type", "textarea")
        widget = {"radio": self._radio, "checkbox": self._checkbox}.get(kind, self._text)(place)
        widget |= {"Type": "/Annot", "Subtype": "/Widget", "F": _PRINTED, "TU": pydyf.String(place.label)}
        widget["Rect"] = pydyf.Array(round(side, 2) for side in (place.left, place.bottom, place.right, place.top))
        self._put(widget, place)

    def finish(self) -> None:
        """The form itself, when each choice has all of its ticks."""
        for choice in self.choices.values():
            choice.field.update(TU=pydyf.String(choice.about), Opt=pydyf.Array(map(pydyf.String, choice.labels)))
        form = {"Fields": self.fields, "DR": self.font.reference, "DA": pydyf.String(_ANSWER)}
        self.pdf.catalog["AcroForm"] = self._made(form).reference

    # -- one method for each kind of field --

    def _text(self, place: Place) -> Any:
        """A reader draws the answer into the field's own appearance, so no two share one."""
        field, shown = self._field(place.label), self._drawn("text", place)
        field |= {"FT": "/Tx", "DA": pydyf.String(_ANSWER), "AP": pydyf.Dictionary({"N": shown.reference})}
        if place.element.tag == "textarea":
            field["Ff"] = _LINES
        return field

    def _checkbox(self, place: Place) -> Any:
        field = self._field(place.label)
        field |= {"FT": "/Btn", "V": "/Off", "AS": "/Off", "AP": self._ticked("Yes", "checkbox", place)}
        return field

    def _radio(self, place: Place) -> Any:
        choice = self._choice(place.element.get("name"))
        state = str(len(choice.labels))
        choice.labels.append(place.label)
        tick = self._made({"Parent": choice.field.reference, "AS": "/Off", "AP": self._ticked(state, "radio", place)})
        choice.field["Kids"].append(tick.reference)
        return tick

    def _choice(self, group: str) -> Choice:
        if group not in self.choices:
            field = self._field(group)
            field |= {"FT": "/Btn", "Ff": _CHOICE, "V": "/Off", "Kids": pydyf.Array()}
            self.choices[group] = Choice(field, group, [])
        return self.choices[group]

    # -- what they share --

    def _field(self, label: str) -> Any:
        field = self._made({"T": pydyf.String(self._name(label))})
        self.fields.append(field.reference)
        return field

    def _name(self, label: str) -> str:
        """``toelichting-bij-doel-g1``, and ``…-2`` for the next of that name."""
        plain = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().lower()
        words = "-".join(re.findall(r"[a-z0-9]+", plain))[:60] or "field"
        name = next(name for n in range(len(self.names) + 1) if (name := f"{words}-{n + 1}" if n else words) not in self.names)
        self.names.add(name)
        return name

    def _made(self, entries: dict[str, Any]) -> Any:
        made = pydyf.Dictionary(entries)
        self.pdf.add_object(made)
        return made

    def _put(self, widget: Any, place: Place) -> None:
        """On its page, and in the tree that a screen reader walks through."""
        page, tag = self.pdf.page_references[place.page], self.tags[place.element]
        self.elements.at(page).setdefault("Annots", pydyf.Array()).append(widget.reference)
        held = self._made({"Type": "/OBJR", "Obj": widget.reference, "Pg": page})
        tag["S"], tag["K"] = "/Form", pydyf.Array([held.reference])
        parents = self.elements.parents()
        widget["P"], widget["StructParent"] = page, len(parents) // 2
        parents.extend([len(parents) // 2, tag.reference])

    def _ticked(self, state: str, kind: str, place: Place) -> Any:
        shown = {state: self._picture(kind, place).reference, "Off": self._picture("off", place).reference}
        return pydyf.Dictionary({"N": pydyf.Dictionary(shown)})

    def _picture(self, kind: str, place: Place) -> Any:
        """One drawing for all ticks of the same kind and size."""
        key = (kind, place.size)
        if key not in self.pictures:
            self.pictures[key] = self._drawn(kind, place)
        return self.pictures[key]

    def _drawn(self, kind: str, place: Place) -> Any:
        width, height = place.size
        extra = {"Type": "/XObject", "Subtype": "/Form", "BBox": pydyf.Array([0, 0, width, height])}
        drawing = pydyf.Stream(extra=extra | {"Resources": self.font.reference}, compress=True)
        _DRAWINGS[kind](drawing, width / 2, height / 2)
        self.pdf.add_object(drawing)
        return drawing


# --- drawings ----------------------------------------------------------------------------------------------------------------


def _empty(drawing: Any, _x: float, _y: float) -> None:
    drawing.stream.append(b"/Tx BMC EMC")


def _off(_drawing: Any, _x: float, _y: float) -> None:
    """Nothing: the page itself has the box."""


def _dot(drawing: Any, x: float, y: float) -> None:
    r = 0.55 * min(x, y)
    h = _ROUND * r
    drawing.move_to(x + r, y)
    drawing.curve_to(x + r, y + h, x + h, y + r, x, y + r)
    drawing.curve_to(x - h, y + r, x - r, y + h, x - r, y)
    drawing.curve_to(x - r, y - h, x - h, y - r, x, y - r)
    drawing.curve_to(x + h, y - r, x + r, y - h, x + r, y)
    drawing.fill()


def _cross(drawing: Any, x: float, y: float) -> None:
    r = 0.6 * min(x, y)
    drawing.set_line_width(1.2)
    for slope in (1, -1):
        drawing.move_to(x - r, y - slope * r)
        drawing.line_to(x + r, y + slope * r)
    drawing.stroke()


_DRAWINGS = {"text": _empty, "off": _off, "radio": _dot, "checkbox": _cross}

# --- the font ----------------------------------------------------------------------------------------------------------------


def _font(pdf: Any) -> Any:
    """The font of the answers, embedded whole: readers set what is typed in it."""
    font = answer_font()
    file = pydyf.Stream([font.data], {"Length1": len(font.data)}, compress=True)
    pdf.add_object(file)
    descriptor = pydyf.Dictionary({"Type": "/FontDescriptor", "FontName": f"/{font.name}", "Flags": 1 << 5, "StemV": 80})
    descriptor |= {"Ascent": font.ascent, "Descent": font.descent, "CapHeight": font.capitals, "ItalicAngle": 0}
    descriptor |= {"FontBBox": pydyf.Array(font.box), "FontFile2": file.reference}
    pdf.add_object(descriptor)
    made = pydyf.Dictionary({"Type": "/Font", "Subtype": "/TrueType", "BaseFont": f"/{font.name}"})
    made |= {"FirstChar": ANSWER_FIRST, "LastChar": 255, "Widths": pydyf.Array(font.widths)}
    made |= {"FontDescriptor": descriptor.reference, "Encoding": _encoding()}
    pdf.add_object(made)
    return made


def _encoding() -> Any:
    """Windows 1252, with Turkish letters where it has none."""
    differences = [entry for code, letter in TURKISH.items() for entry in (code, f"/{_GLYPHS[letter]}")]
    return pydyf.Dictionary({"Type": "/Encoding", "BaseEncoding": "/WinAnsiEncoding", "Differences": pydyf.Array(differences)})
