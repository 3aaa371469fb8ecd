"""A logo that may stand in a PDF/A. In: the school's file. Out: the same picture in RGB, opaque, no larger than it prints.

A vector picture that only draws stays as it is. Ink colours (CMYK) may not stand in a PDF/A that is in RGB, and transparency
would cost time in every document.
"""

from __future__ import annotations

import io
import warnings
from functools import lru_cache

from PIL import Image, ImageOps

from generator.errors import BadInput, Fault
from generator.look import Logo
from generator.svg import logo_fault, svg_size
from generator.writers.own_page import FOLDER, as_data

LARGEST = (1600, 800)
"""Pixels: what a letterhead shows at more than 400 to the inch."""
_MODES = {"1", "L", "LA", "P", "PA", "RGB", "RGBA", "CMYK"}


def printable(logo: Logo) -> tuple[bytes, str]:
    """The picture's bytes and media type. Raises BadInput for a file that is no whole picture."""
    if logo.media_type == "image/svg+xml":
        svg_size(logo.data)
        return logo.data, logo.media_type
    try:
        with warnings.catch_warnings():
            # -- Pillow only warns of a picture that unpacks to hundreds of megabytes
            warnings.simplefilter("error")
            return _flat(logo.data), "image/png"
    except Exception as error:
        # -- Pillow raises OSError, SyntaxError, ValueError and its own, each for another kind of damage
        raise BadInput(logo_fault(f"the logo cannot be used: {error}", "save it again as PNG, JPEG or SVG")) from error


@lru_cache(maxsize=16)
def flat(name: str, data: bytes) -> str:
    """The address of a picture of the school's own page, that holds it. Raises BadInput for a file that is no whole picture."""
    if name.lower().endswith(".svg"):
        return as_data(name, data)
    try:
        return as_data("x.png", printable(Logo(data, "image/*", ""))[0])
    except BadInput as error:
        said = (fault.problem.replace("the logo", "the picture") for fault in error.faults)
        hint = "save it again as PNG, JPEG or SVG"
        raise BadInput(*(Fault(problem, file=f"{FOLDER}/{name}", hint=hint) for problem in said)) from error


def _flat(data: bytes) -> bytes:
    """On white, the right way up, as PNG."""
    with Image.open(io.BytesIO(data)) as opened:
        if opened.mode not in _MODES:
            raise ValueError(f"its colours are stored as {opened.mode}; RGB is needed")
        picture = ImageOps.exif_transpose(opened)
    if picture.has_transparency_data:
        picture = Image.alpha_composite(Image.new("RGBA", picture.size, "white"), picture.convert("RGBA"))
    picture = picture.convert("RGB")
    picture.thumbnail(LARGEST)
    file = io.BytesIO()
    picture.save(file, "PNG", icc_profile=None)
    return file.getvalue()
