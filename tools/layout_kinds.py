"""What tells the Word layouts apart: a row a layout. Out: ``LAYOUTS``. All else they share, so nothing is written twice."""

from __future__ import annotations

from dataclasses import dataclass

from tools.layout_styles import ACCENT, BOLD, HEADING, INK, KEEP, MUTED, Style, number, size, space, style


@dataclass(frozen=True, slots=True)
class Plan:
    """A layout, as far as it is not like the agreement's."""

    letterhead: int = 0
    """Height of the letterhead at least, in twips: what comes below it has its place on the page."""
    styles: tuple[Style, ...] = ()
    """Those that look different."""


def paragraph(name: str, p: str, r: str, follow: str = "Normal") -> Style:
    """A paragraph style that keeps with the next: a title, a heading."""
    return style("paragraph", name, KEEP + p, r, follow=follow)


def article(before: float, after: float, points: float) -> Style:
    """The style of an article's heading."""
    return paragraph(
        "heading 1", f'{number(1)}{space(before, after)}<w:outlineLvl w:val="0"/>', f"{BOLD}{HEADING}{size(points)}"
    )


LAYOUTS = {
    "agreement": Plan(),
    "letter": Plan(
        letterhead=1850,
        styles=(
            style("paragraph", "Normal", space(0, 8), INK),
            paragraph("Title", space(0, 14, 1.05), f"{BOLD}{HEADING}{size(11.5)}"),
            article(12, 3, 10.5),
            style("paragraph", "Letterhead Lines", f'{space(0, 0, 0.96)}<w:jc w:val="right"/>', f"{MUTED}{size(8)}"),
        ),
    ),
    "press-release": Plan(
        styles=(
            paragraph("Document Kind", space(16, 12), f'{BOLD}<w:caps/>{ACCENT}<w:spacing w:val="48"/>{size(20)}'),
            paragraph("Title", space(14, 12, 1), f"{BOLD}{HEADING}{size(17)}"),
            article(12, 3, 11),
            style("paragraph", "Letterhead Name", space(0, 0, 1), f"{BOLD}{ACCENT}{size(12)}"),
        ),
    ),
}
