"""Pictures for the guide: two schools, two layouts, as LibreOffice prints the Word file (``python -m tools.pictures``).

In: the sample school and the styles below. Out: ``docs/huisstijl-*.png``, small: a page of 70 dots to the inch, in 128 colours.
"""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pypdfium2
from PIL import Image

from generator.desk import write
from generator.house_style import look_of
from generator.look import LIBREOFFICE
from generator.own_layouts import sample
from generator.workspace import Workspace, school_of

ROOT = Path(__file__).resolve().parent.parent
SCALE, COLOURS = 70 / 72, 128
SUN = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 60"><circle cx="30" cy="30" r="28" fill="#F2B705"/>
<path d="M14 40 L30 12 L46 40 Z" fill="#3B2A00"/><rect x="70" y="14" width="120" height="12" fill="#3B2A00"/>
<rect x="70" y="34" width="80" height="12" fill="#F2B705"/></svg>"""
STAMP = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 60"><rect width="60" height="60" rx="12" fill="#B0124A"/>
<path d="M15 45 V15 H25 L30 32 L35 15 H45 V45" stroke="#fff" stroke-width="6" fill="none"/></svg>"""
PICTURES = {
    # name: layout, house style, logo
    "brief": (
        "letter",
        '{accent: "#F2B705", heading_colour: "#3B2A00", font: "DejaVu Sans", logo: logo.svg, '
        'letterhead: [board, post, phone, website, kvk], footer: "IBAN NL99 BANK 0123 4567 89"}',
        SUN,
    ),
    "overeenkomst": (
        "agreement",
        '{accent: "#B0124A", heading_colour: "#B0124A", heading_font: "DejaVu Sans", logo: logo.svg, letterhead: [website]}',
        STAMP,
    ),
}


def page(layout: str, style: str, logo: str, folder: Path) -> bytes:
    """A sample on a layout in a house style, as PDF."""
    school = (ROOT / "examples" / "school.yaml").read_text("utf-8")
    (folder / "school.yaml").write_text(f"{school}\nhouse_style: {style}\n", "utf-8")
    (folder / "logo.svg").write_text(logo, "utf-8")
    read = school_of(Workspace(folder))
    return write(sample(layout, read, replace(look_of(read, folder), engine=LIBREOFFICE), "nl"), "pdf")


def drawn(pdf: bytes) -> Image.Image:
    """The first page, with a line around it."""
    document = pypdfium2.PdfDocument(pdf)
    picture = document[0].render(scale=SCALE).to_pil()
    document.close()
    framed = Image.new("RGB", (picture.width + 2, picture.height + 2), "#CBD2D9")
    framed.paste(picture, (1, 1))
    return framed.quantize(COLOURS, dither=Image.Dither.NONE)


def main() -> None:
    """Draw every picture."""
    for name, (layout, style, logo) in PICTURES.items():
        with tempfile.TemporaryDirectory() as folder:
            drawn(page(layout, style, logo, Path(folder))).save(ROOT / "docs" / f"huisstijl-{name}.png", optimize=True)


if __name__ == "__main__":
    main()
