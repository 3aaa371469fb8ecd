"""An SVG as PNG, for readers that know no SVG. In: the SVG and its size. Out: the PNG's bytes, the same each time."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

import pypdfium2

from generator.look import Logo, Look
from generator.package import resource
from generator.writers.pdf_engine import no_warnings, press_for

_SCALE = 4
"""Pixels for each point: 288 an inch."""


@lru_cache(maxsize=16)
def png_of_svg(svg: bytes, wide: float, high: float) -> bytes:
    """The picture, ``wide`` by ``high`` points, on a clear ground. Raises BadInput for one that cannot be drawn."""
    document = pypdfium2.PdfDocument(_pdf_of_svg(svg, wide, high))
    try:
        picture = document[0].render(scale=_SCALE, fill_color=(255, 255, 255, 0), rev_byteorder=True).to_pil()
        file = BytesIO()
        picture.save(file, "PNG")
        return file.getvalue()
    finally:
        document.close()


def _pdf_of_svg(svg: bytes, wide: float, high: float) -> bytes:
    """A page as big as the picture."""
    import weasyprint

    press = press_for(Look(logo=Logo(svg, "image/svg+xml", "logo")), resource("templates") / "layouts")
    css = f"@page {{ size: {wide:.3f}pt {high:.3f}pt; margin: 0 }} body {{ margin: 0 }} img {{ display: block; width: 100% }}"
    html = f'<html lang="nl"><title>logo</title><style>{css}</style><img alt="logo" src="{press.logo}"></html>'
    with no_warnings(press):
        page = weasyprint.HTML(string=html, url_fetcher=press.fetcher)
        data: bytes = page.write_pdf(font_config=press.fonts)
    return data
