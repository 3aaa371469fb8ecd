"""The school's look: colour, font, logo. In: plain values, checked by the profile. Out: one frozen record that layouts read."""

from __future__ import annotations

from dataclasses import dataclass

SCHOOL_FILE = "school.yaml"
"""The file in a workspace that says how a school's documents look."""
ACCENT = "#1B5E6F"
"""handslag's own accent, a deep teal: contrast 7.2 : 1 on white (WCAG AAA for text)."""


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo, as bytes, so that no writer reads files."""

    data: bytes
    media_type: str
    """``image/png``, ``image/jpeg`` or ``image/svg+xml``."""
    alt: str
    """What a screen reader says: ``Logo van Vakcollege De Vuurbaak``."""


@dataclass(frozen=True, slots=True)
class Look:
    """How the documents of one school look."""

    accent: str = ACCENT
    """``#RRGGBB``: headings, rules and table heads."""
    font: str = ""
    """Font family for all text; empty: the bundled Carlito in the PDF and Calibri (same widths) in Word."""
    font_files: tuple[tuple[str, bytes], ...] = ()
    """Own font files as (file name, bytes): ``(("Huis-Regular.ttf", b"…"),)``; empty: bundled or installed."""
    logo: Logo | None = None
    window: str = "left"
    """The side of the window in the school's envelopes, ``left`` or ``right``: where a letter's address stands."""
