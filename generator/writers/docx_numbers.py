"""Which list a numbered paragraph is in. In: its style, its level, a pen. Out: ``w:numPr``, or nothing where the style says so.

Word facts: lists of one abstract list share their count; a list may start a level again, once, at its first paragraph.
"""

from __future__ import annotations

from generator.writers.docx_text import Pen

_ROUNDING = 20
"""Twips that two equal distances may differ by, one in millimetres and one in points."""


def depth_at(pen: Pen, style: str, indent: int) -> int:
    """The first level whose number stands at or right of ``indent``; the deepest when none does."""
    levels = pen.layout.lists[style.lower()].levels
    fitting = (depth for depth, level in enumerate(levels) if level.left - level.hanging >= indent - _ROUNDING)
    return next(fitting, len(levels) - 1) if indent else 0


def number(pen: Pen, style: str, depth: int, runs_on: bool) -> str:
    """The ``w:numPr`` of a list at a level: one that runs on where the last of its kind in this part stopped, or a new one."""
    own = pen.layout.lists[style.lower()]
    chosen = own.number if own.levels[depth].form == "bullet" else _list(pen, own.abstract, own.number, depth, runs_on)
    if (chosen, depth) == (own.number, own.depth):
        return ""
    return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{chosen}"/></w:numPr>'


def _list(pen: Pen, abstract: int, first: int, depth: int, runs_on: bool) -> int:
    """The list that counts on; else the style's own, as long as nothing has counted; else one that starts again."""
    if runs_on and abstract in pen.counting:
        return pen.counting[abstract]
    if abstract in pen.counted:
        pen.lists.append((abstract, depth))
        first = pen.layout.last_list + len(pen.lists)
    pen.counted.add(abstract)
    pen.counting[abstract] = first
    return first
