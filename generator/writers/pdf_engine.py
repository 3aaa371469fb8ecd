"""WeasyPrint, closed and quiet: no font of the machine, nothing fetched, every warning a fault. In: HTML. Out: pages.

Imported only by the PDF writer: importing WeasyPrint takes half a second. What a look needs (fonts, style sheets, logo) is made
once per process and used for every document after.
"""

from __future__ import annotations

import hashlib
import logging
import os
import re
import warnings
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from generator.errors import BadInput, BadText, Fault
from generator.look import Look
from generator.package import resource
from generator.svg import logo_fault
from generator.writers.fonts import bundled, font_faces, house
from generator.writers.html import PAGE, look_css, solved, styles
from generator.writers.pdf_logo import flat, printable

_SETTING = "FONTCONFIG_FILE"


@contextmanager
def _no_system_fonts() -> Iterator[None]:
    """Fontconfig sees no font of the machine, so that a document has the same letters and the same bytes everywhere."""
    before = os.environ.get(_SETTING)
    os.environ[_SETTING] = str(resource("templates") / "layouts" / "fonts" / "fonts.conf")
    try:
        with warnings.catch_warnings():
            # -- WeasyPrint warns that the machine has no fonts, which is what is meant
            warnings.filterwarnings("ignore", "No fonts configured")
            yield
    finally:
        os.environ.pop(_SETTING) if before is None else os.environ.update({_SETTING: before})


with _no_system_fonts():
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher, URLFetcherResponse

STYLE = "print.css"
OPTIONS: dict[str, Any] = {"pdf_variant": "pdf/a-3a", "pdf_identifier": True, "output_intent": "--srgb"}
"""What a PDF is; ``--srgb`` is :class:`Colours`."""
_PICTURE = re.compile(r"data:(image/[a-z+]+);base64,")
"""How the address of a picture begins that holds the picture itself."""
_ADDRESS = re.compile(r"'?memory:logo/\w+'?")


class Closed(URLFetcher):  # type: ignore[misc]
    """Gives what lies in memory and in the folder of layouts; all else is refused, and remembered."""

    def __init__(self, memory: dict[str, tuple[bytes, str]], folder: Path) -> None:
        super().__init__()
        self.memory = memory
        self.folder = folder.resolve()
        self.refused: list[str] = []

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
        """The bytes behind ``url``; raises ValueError for anything that is not a layout's own."""
        if url in self.memory:
            data, media_type = self.memory[url]
            return URLFetcherResponse(url, data, {"Content-Type": media_type})
        if found := _PICTURE.match(url):
            return URLFetcherResponse(url, b64decode(url[found.end() :]), {"Content-Type": found[1]})
        parts = urlsplit(url)
        path = Path(unquote(parts.path)).resolve()
        if parts.scheme == "file" and not parts.netloc and path.is_relative_to(self.folder) and path.is_file():
            return URLFetcherResponse(url, path.read_bytes())
        self.refused.append(url[:200])
        raise ValueError(f"{url[:200]} is not part of the layout")


@dataclass(frozen=True, slots=True)
class Press:
    """All that documents of one look share."""

    fonts: Any
    styles: list[Any]
    fetcher: Closed
    logo: str
    """The address of the logo, in memory."""
    families: frozenset[str]
    """The font families that a document of this look may have."""
    pictures: dict[str, Any] = field(default_factory=dict)
    """WeasyPrint's decoded pictures, by address."""


def lay_out(html: str, press: Press) -> Any:
    """The HTML as pages of a WeasyPrint Document. Raises BadText with every warning."""
    with no_warnings(press):
        page = weasyprint.HTML(string=html, base_url=press.fetcher.folder.as_uri() + "/", url_fetcher=press.fetcher)
        colours = {OPTIONS["output_intent"]: Colours(_srgb())}
        laid_out = page.render(
            font_config=press.fonts, stylesheets=press.styles, cache=press.pictures, color_profiles=colours, **OPTIONS
        )
    for sheet in laid_out.pages:
        # -- a link is one thing, whatever is in it: bold words inside would become a second link, which no tag holds
        sheet.links[:] = [link for link in sheet.links if link[3].link]
    return laid_out


@dataclass
class Colours:
    """The colours of a screen, in the form that WeasyPrint asks for; its own form writes the hour into the file."""

    content: bytes
    name: str = "sRGB2014"
    components: str = "rgb"
    pdf_reference: Any = None


@lru_cache(maxsize=1)
def _srgb() -> bytes:
    return (files("weasyprint.pdf") / "sRGB2014.icc").read_bytes()


@lru_cache(maxsize=8)
def press_for(look: Look, layout_dir: Path) -> Press:
    """The fonts, styles and logo of a look. Raises BadInput for a bad font or logo, BadText for a bad style sheet."""
    faces = (*bundled(), *house(look))
    addresses = [f"memory:font/{hashlib.sha256(face.data).hexdigest()}" for face in faces]
    memory = {address: (face.data, "font/ttf") for address, face in zip(addresses, faces, strict=True)}
    logo = ""
    if look.logo:
        logo = f"memory:logo/{hashlib.sha256(look.logo.data).hexdigest()}"
        memory[logo] = printable(look.logo)
    with _no_system_fonts():
        fonts = FontConfiguration()
    press = Press(fonts, [], Closed(memory, layout_dir), logo, frozenset(face.family for face in faces))
    press.styles.extend(_styles(look, layout_dir, press, font_faces(faces, addresses)))
    if logo:
        _try_logo(press)
    return press


def _try_logo(press: Press) -> None:
    """Print the logo alone, so that what is wrong with it is not told of the page it stands on."""
    try:
        with no_warnings(press):
            page = weasyprint.HTML(string=f'<img alt="" src="{press.logo}">', url_fetcher=press.fetcher)
            page.write_pdf(font_config=press.fonts, cache=press.pictures)
    except BadText as error:
        raise BadInput(*(logo_fault(f"the logo cannot be used: {fault.problem}") for fault in error.faults)) from error


def _styles(look: Look, layout_dir: Path, press: Press, faces: str) -> list[Any]:
    # -- a bitmap that is smoothed may not stand in a PDF/A
    sheet = solved(styles(look, layout_dir, STYLE, flat), look)
    texts = [faces, look_css(look), "html { image-rendering: crisp-edges }", sheet]
    with no_warnings(press):
        return [
            weasyprint.CSS(
                string=text,
                font_config=press.fonts,
                url_fetcher=press.fetcher,
                base_url=(layout_dir / STYLE).resolve().as_uri(),
            )
            for text in texts
        ]


@contextmanager
def no_warnings(press: Press) -> Iterator[None]:
    """What WeasyPrint would only log (a rule it does not know, a picture it did not get) is a fault."""
    heard = _Ear()
    press.fetcher.refused.clear()
    loggers = [logging.getLogger("weasyprint"), logging.getLogger("fontTools")]
    for logger in loggers:
        logger.addHandler(heard)
    try:
        yield
    finally:
        for logger in loggers:
            logger.removeHandler(heard)
    refused = [f"'{url}' was not fetched: a document takes nothing from elsewhere" for url in press.fetcher.refused]
    if problems := dict.fromkeys([*refused, *heard.messages]):
        hint = f"mend {PAGE} or {STYLE} in the folder of layouts"
        raise BadText(*(Fault(problem, file="layouts", hint=hint) for problem in problems))


class _Ear(logging.Handler):
    """Keeps what is logged at warning level and above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(_ADDRESS.sub("the logo", record.getMessage()).rstrip(": "))
