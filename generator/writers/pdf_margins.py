"""Room for what stands above and below the text of each page. In: pages as laid out. Out: the CSS of wider margins, if needed.

A reference or a school's name of many words takes many lines. A margin box grows away from the text, so what does not fit would
be off the paper; then the margin itself must grow.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from generator.errors import BadInput, Fault

PIXEL = 25.4 / 96
"""Millimetres in a CSS pixel."""
_EDGE = 5.0
"""Millimetres along the edge of the paper that printers leave white."""
_MOST = 0.3
"""Share of a page's height that one margin may take."""


def wider_margins(pages: Sequence[Any]) -> str:
    """``@page`` rules with which all of each margin is on the paper; empty: it already is.

    Raises BadInput when the words in a margin would leave no page for the text.
    """
    first, others = _needed(pages[:1]), _needed(pages[1:])
    if not (first[2] or others[2]):
        return ""
    height = pages[0].height * PIXEL
    if max(*first[:2], *others[:2]) > _MOST * height:
        hint = "shorten the school's name, or cooperation.number"
        raise BadInput(Fault("the words above or below each page take too much of it", path="cooperation.number", hint=hint))
    rules = {"": others if len(pages) > 1 else first, ":first": first}
    return "\n".join(f"@page {name} {{ margin-top: {t:.2f}mm; margin-bottom: {b:.2f}mm }}" for name, (t, b, _) in rules.items())


def _needed(pages: Sequence[Any]) -> tuple[float, float, bool]:
    """Millimetres above and below the text, and whether that is more than there is."""
    top = bottom = 0.0
    more = False
    for page in pages:
        box = page._page_box
        above, below = _outside(box)
        more = more or above > 0 or below > 0
        top, bottom = max(top, box.margin_top * PIXEL + above), max(bottom, box.margin_bottom * PIXEL + below)
    return top, bottom, more


def _outside(page: Any) -> tuple[float, float]:
    """Millimetres by which the lines in the margins come too near to the upper and the lower edge of the paper."""
    edge = _EDGE / PIXEL
    lines = [(line.position_y, line.position_y + line.height) for line in _lines(page)]
    above = max((edge - top for top, _ in lines), default=0.0)
    below = max((bottom - (page.margin_height() - edge) for _, bottom in lines), default=0.0)
    return max(0.0, above) * PIXEL, max(0.0, below) * PIXEL


def _lines(page: Any) -> Iterator[Any]:
    for box in page.children:
        if getattr(box, "at_keyword", ""):
            yield from (line for line in box.descendants() if type(line).__name__ == "LineBox")
