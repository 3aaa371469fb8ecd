"""Address labels to PDF. In: lines of text, and where on a sheet of A4 they go. Out: bytes, read back before they are given.

A label's letters are as large as fit: first with every line whole, then with long lines broken at a blank, down to 7 points.
What does not fit even so is for the caller to tell; nothing is clipped. The file says that it is printed at its true size.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from markupsafe import Markup

from generator.errors import Fault, OurFault
from generator.look import Look
from generator.readback import canonical, compare, counted, is_right_to_left
from generator.writers.html_body import escaped

SIZES = (10.5, 10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0)
"""Sizes of letters, in points, largest first."""
_WHOLE = 9.0
"""Smaller than this, a broken line reads better than a whole one."""
_PIXEL = 25.4 / 96
"""Millimetres in a CSS pixel."""
_POINT = 25.4 / 72
_PAPER = 297.0
"""Millimetres that a sheet is high."""
_ENDLESS = "@page { size: 210mm 1000000mm }"
"""Paper on which every label fits whole, to measure it."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How a label is set."""

    lines: tuple[str, ...]
    size: float
    """Of its letters, in points."""
    wrapped: bool
    """Whether a line may be broken at a blank."""
    height: float
    """Of all its lines, in millimetres."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A label on a sheet: the place for its words, in millimetres from the upper left corner of the paper."""

    left: float
    top: float
    width: float
    height: float
    setting: Setting


def fitted(
    labels: Sequence[tuple[str, ...]], width: float, height: float, look: Look, layout_dir: Path
) -> list[Setting | None]:
    """How each label is set to fit in a place of this size; None for one that does not, not even in the smallest letters."""
    largest = [Setting(lines, SIZES[0], False, 0) for lines in labels]
    found = [_whole(setting, width, height) for setting in _measured(largest, width, look, layout_dir)]
    for size in SIZES:
        waiting = [n for n, setting in enumerate(found) if setting is None]
        tried = [Setting(labels[n], size, True, 0) for n in waiting]
        for n, (setting, wide) in zip(waiting, _measured(tried, width, look, layout_dir), strict=True):
            found[n] = setting if wide <= width and setting.height <= height else None
    return found


def _whole(measured: tuple[Setting, float], width: float, height: float) -> Setting | None:
    """The label with every line whole, in the largest letters that fit: half as large is half as wide and high."""
    setting, wide = measured
    for size in SIZES:
        scale = size / setting.size
        if size >= _WHOLE and wide * scale <= width and setting.height * scale <= height:
            return Setting(setting.lines, size, False, setting.height * scale)
    return None


def write_labels(sheets: Sequence[Sequence[Slot]], title: str, language: str, look: Look, layout_dir: Path) -> bytes:
    """The sheets as PDF; the same labels give the same bytes. Raises OurFault when a label does not say its words."""
    from generator.writers.pdf_engine import OPTIONS, lay_out, no_warnings, press_for
    from generator.writers.pdf_tags import add_ua, remembering_sources
    from generator.writers.pdf_text import glyphs_say_what_they_show

    press = press_for(look, layout_dir)
    body = Markup("\n").join(Markup("<section>{}</section>").format(_sheet(slots)) for slots in sheets)
    laid_out = lay_out(_page(body, language), press)
    metadata = laid_out.metadata
    metadata.title, metadata.lang, metadata.generator = title, language, "handslag"
    add_ua(metadata)
    with no_warnings(press), remembering_sources(), glyphs_say_what_they_show():
        data: bytes = laid_out.write_pdf(finisher=_finish, **OPTIONS)
    _check_words(sheets, data)
    return data


# --- HTML --------------------------------------------------------------------------------------------------------------------


def _page(body: Markup, language: str, css: str = "") -> str:
    head = Markup('<!doctype html>\n<html lang="{}"><head><meta charset="utf-8"><style>{}</style></head>').format(language, css)
    return head + Markup("\n<body>\n{}\n</body></html>\n").format(body)


def _sheet(slots: Sequence[Slot]) -> Markup:
    return Markup("\n").join(_label(slot.setting, slot.width, _place(slot)) for slot in slots)


def _place(slot: Slot) -> str:
    """In the middle of its height, so that sheet and printer may differ a little."""
    top = slot.top + (slot.height - slot.setting.height) / 2
    return f"left: {slot.left:.2f}mm; top: {top:.2f}mm; "


def _label(setting: Setting, width: float, place: str = "") -> Markup:
    style = f"{place}width: {width:.2f}mm; font-size: {setting.size:g}pt"
    lines = Markup("").join(Markup('<span class="line">{}</span>').format(escaped(line)) for line in setting.lines)
    return Markup('<p class="{}" style="{}">{}</p>').format("wrapped" if setting.wrapped else "whole", style, lines)


# --- how large it is ---------------------------------------------------------------------------------------------------------


def _measured(settings: Sequence[Setting], width: float, look: Look, layout_dir: Path) -> list[tuple[Setting, float]]:
    """Each label with its height, and its width in millimetres, when set in a place of this width and of any height."""
    from generator.writers.pdf_engine import lay_out, press_for

    if not settings:
        return []
    body = Markup("\n").join(_label(setting, width) for setting in settings)
    (page,) = lay_out(_page(body, "nl", _ENDLESS), press_for(look, layout_dir)).pages
    labels = [box for box in page._page_box.descendants() if box.element_tag == "p"]
    return [
        (replace(setting, height=label.height * _PIXEL), _wide(label)) for setting, label in zip(settings, labels, strict=True)
    ]


def _wide(label: Any) -> float:
    texts = [box for box in label.descendants() if type(box).__name__ == "TextBox"]
    return max((box.position_x + box.width - label.position_x for box in texts), default=0.0) * _PIXEL


# --- PDF ---------------------------------------------------------------------------------------------------------------------


def _finish(_: Any, pdf: Any) -> None:
    """WeasyPrint's ``finisher``: tags mended, and a wish not to shrink the page to the printer's margins."""
    from generator.writers.pdf_tags import mend

    pdf.catalog["ViewerPreferences"]["PrintScaling"] = "/None"
    mend(pdf)


def _check_words(sheets: Sequence[Sequence[Slot]], data: bytes) -> None:
    """Each place says its label's words, and there are no words elsewhere."""
    from generator.writers.pdf_read import read_places

    pages = read_places(data, [[_corners(slot) for slot in slots] for slots in sheets])
    for slots, (said, page) in zip(sheets, pages, strict=True):
        for slot, words in zip(slots, said, strict=True):
            lines = slot.setting.lines
            compare(lines, words, f"the label '{lines[0]}'", ordered=not is_right_to_left(lines))
        if counted(canonical(page)) != counted(canonical("".join(said))):
            raise OurFault(Fault("there are words beside the labels", hint="nothing was written; please report this"))


def _corners(slot: Slot) -> tuple[float, float, float, float]:
    """Left, bottom, right, top, in points from the lower left corner of the paper."""
    bottom = _PAPER - slot.top - slot.height
    return slot.left / _POINT, bottom / _POINT, (slot.left + slot.width) / _POINT, (bottom + slot.height) / _POINT
