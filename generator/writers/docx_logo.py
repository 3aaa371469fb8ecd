"""The school's logo in a Word file. In: the logo's bytes. Out: the pictures to put in the file and the run that shows them.

Word facts: a picture's size on the page stands in the text, in EMU; an SVG needs a PNG beside it for readers that know no SVG.
"""

from __future__ import annotations

import re
import struct
from functools import lru_cache

from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.image.image import Image
from lxml import etree

from generator.errors import BadInput, Fault
from generator.look import Logo
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
    try:
        wide, high = _svg_size(logo.data) if logo.media_type == SVG else _raster_size(logo.data)
        scale = min(_MOST_HIGH / high, _MOST_WIDE / wide)
    except (*ImageError, etree.XMLSyntaxError, ValueError, IndexError, KeyError, ZeroDivisionError, struct.error) as error:
        hint = "give a PNG, JPEG or SVG file with a size"
        raise BadInput(
            Fault(f"the logo cannot be read as {logo.media_type}: {error}", path="house_style.logo", hint=hint)
        ) from error
    return round(wide * scale), round(high * scale)


def _raster_size(data: bytes) -> tuple[float, float]:
    image = Image.from_blob(data)
    return float(image.px_width), float(image.px_height)


def _svg_size(data: bytes) -> tuple[float, float]:
    """From ``width`` and ``height``, or else from the view box; only the proportion counts."""
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    lengths = [re.match(r"\s*([\d.]+)(?!\s*%)", root.get(side, "")) for side in ("width", "height")]
    if all(lengths):
        return float(lengths[0][1]), float(lengths[1][1])  # type: ignore[index]
    box = re.split(r"[\s,]+", root.get("viewBox", "").strip())
    return float(box[2]), float(box[3])
