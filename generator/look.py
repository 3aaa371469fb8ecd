"""The school's look: colour, font, logo. In: plain values, checked by the profile. Out: one frozen record that layouts read."""

from __future__ import annotations

from dataclasses import dataclass

SCHOOL_FILE = "school.yaml"
"""The file in a workspace that says how a school's documents look."""
ACCENT = "#1B5E6F"
"""handslag's own accent, a deep teal: contrast 7.2 : 1 on white (WCAG AAA for text)."""


INK = "#1F2933"
"""handslag's own colour of headings: that of the text."""
WEASYPRINT, LIBREOFFICE = "weasyprint", "libreoffice"
"""What makes the PDF: from the page and its styles, or from the Word file."""


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
    """``#RRGGBB``: numbers, rules and table heads."""
    heading: str = INK
    """``#RRGGBB``: titles and headings."""
    font: str = ""
    """Font family for all text; empty: the bundled Carlito in the PDF and Calibri (same widths) in Word."""
    heading_font: str = ""
    """Font family for titles and headings; empty: that of the text."""
    font_files: tuple[tuple[str, bytes], ...] = ()
    """Own font files as (file name, bytes): ``(("Huis-Regular.ttf", b"…"),)``; empty: bundled or installed."""
    logo: Logo | None = None
    window: str = "left"
    """The side of the window in the school's envelopes, ``left`` or ``right``: where a letter's address stands."""
    engine: str = WEASYPRINT
    """What makes the PDF."""
    layouts: tuple[tuple[str, bytes], ...] = ()
    """The school's own layouts, and the pictures they show, as (file name, bytes): ``(("letter.docx", b"…"),)``."""

    def own(self, name: str) -> bytes | None:
        """A file of the school's own layouts."""
        return dict(self.layouts).get(name)
