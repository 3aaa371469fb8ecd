"""The school's logo in a Word file. In: the logo's bytes. Out: the pictures to put in the file and the run that shows them.

Word facts: a picture's size on the page stands in the text, in EMU; an SVG needs a PNG beside it for readers that know no SVG.
"""

from __future__ import annotations

import struct
from functools import lru_cache

from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.image.image import Image

from generator.errors import BadInput
from generator.look import Logo
from generator.svg import logo_fault, svg_size
from generator.writers.docx_text import attribute

SVG = "image/svg+xml"
LOGO_RELATION, SVG_RELATION = "rIdLogo", "rIdLogoSvg"
ImageError = (InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError)
_EMU_MM, _EMU_POINT = 36000, 12700
_MOST_HIGH, _MOST_WIDE = 18 * _EMU_MM, 75 * _EMU_MM
"""A logo is 18 mm high, or 75 mm wide when it is that long."""
_ENDINGS = {"image/png": "png", "image/jpeg": "jpeg"}


def pictures(logo: Logo) -> dict[str, tuple[str, bytes]]:
    """Relation id to file name and bytes; an SVG has a PNG beside it."""
    wide, high = _size(logo)
    if logo.media_type != SVG:
        return {LOGO_RELATION: (f"logo.{_ENDINGS[logo.media_type]}", logo.data)}
    from generator.writers.picture import png_of_svg

    return {
        LOGO_RELATION: ("logo.png", png_of_svg(logo.data, wide / _EMU_POINT, high / _EMU_POINT)),
        SVG_RELATION: ("logo.svg", logo.data),
    }


def logo_run(logo: Logo) -> str:
    """The logo as a run: in the line, 18 mm high, with its words for a screen reader."""
    wide, high = _size(logo)
    svg = (
        '<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}">'
        '<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" '
        f'r:embed="{SVG_RELATION}"/></a:ext></a:extLst>'
    )
    extent = f'cx="{wide}" cy="{high}"'
    return (
        '<w:r><w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
        f'<wp:docPr id="1" name="Logo" descr="{attribute(logo.alt)}"/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        '<pic:nvPicPr><pic:cNvPr id="1" name="Logo"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{LOGO_RELATION}">{svg if logo.media_type == SVG else ""}</a:blip>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</pic:spPr>"
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


@lru_cache(maxsize=16)
def _size(logo: Logo) -> tuple[int, int]:
    """Width and height on the page, in EMU. Raises BadInput for bytes that are no such picture."""
    wide, high = svg_size(logo.data) if logo.media_type == SVG else _raster_size(logo)
    scale = min(_MOST_HIGH / high, _MOST_WIDE / wide)
    return max(1, round(wide * scale)), max(1, round(high * scale))


def _raster_size(logo: Logo) -> tuple[int, int]:
    try:
        image = Image.from_blob(logo.data)
        wide, high = image.px_width, image.px_height
        if not (wide and high):
            raise ValueError("it has no size")
    except (*ImageError, ValueError, IndexError, KeyError, struct.error) as error:
        raise BadInput(logo_fault(f"the logo cannot be read as {logo.media_type}: {error}", "save it again as PNG")) from error
    return wide, high
