"""Document to HTML: one file that shows, reads aloud and prints by itself; no script, nothing fetched. In: the tree. Out: str.

The page around the words (letterhead, footers) is ``page.html`` in the folder of layouts, filled by a strict, sandboxed Jinja.
The PDF is printed from the same page.
"""

from __future__ import annotations

import base64
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from generator.blocks import Document, Meta
from generator.colour import readable, tint
from generator.errors import BadText, Fault
from generator.look import Logo, Look
from generator.svg import svg_size
from generator.writers.fonts import css_string, font_faces, house, media_type
from generator.writers.html_body import apart, body, escaped
from generator.writers.layouts import shown
from generator.writers.own_page import Address, as_data, check_page, own_text
from generator.writers.words import WORDS, author, footer, keywords, mark, running

if TYPE_CHECKING:
    from jinja2 import Environment

PAGE = "page.html"
STYLES = ("print.css", "screen.css")


def write_html(document: Document, layout_dir: Path) -> str:
    """The document as one HTML file that needs no other.

    Raises BadText for a layout that cannot be used, BadInput for a logo.
    """
    look = document.meta.look
    css = [house_fonts(look), look_css(look), *(styles(look, layout_dir, name, as_data) for name in STYLES)]
    logo = _logo_uri(look.logo) if look.logo else ""
    return page(document, layout_dir, "\n".join(part for part in css if part), logo)


def styles(look: Look, layout_dir: Path, name: str, address: Address) -> str:
    """A style sheet: the school's own, else ours."""
    own = own_text(look, name, address)
    return read_layout(layout_dir / name) if own is None else own


def page(document: Document, layout_dir: Path, css: str, logo: str, address: Address = as_data) -> str:
    """The whole page: ``css`` is put in it, ``logo`` is its address, and ``address`` makes that of other pictures."""
    from jinja2 import TemplateError

    meta = document.meta
    own = own_text(meta.look, PAGE, address)
    try:
        if own is not None:
            return _own_page(own, {**variables(meta), "logo": logo}, {"css": css, "body": body(document.blocks)})
        template = _environment(layout_dir).get_template(PAGE)
        return template.render(**variables(meta), css=css, logo=logo, body=body(document.blocks)) + "\n"
    except (TemplateError, TypeError, ValueError) as error:
        raise BadText(_layout_fault(error, layout_dir)) from error


def _own_page(source: str, values: dict[str, Any], ours: dict[str, str]) -> str:
    """A page of the school's own. What we made (styles, the text) goes in last, so that only its own words are looked at."""
    from generator.limits import budget

    marks = {name: Markup(f"\ufdd0{name}\ufdd1") if text else "" for name, text in ours.items()}
    with budget():
        filled = _own_environment().from_string(source).render(**values, **marks) + "\n"
    check_page(filled)
    if filled.count(marks["body"]) != 1 or 'class="body"' not in source:
        hint = 'keep <div class="body">{{ body }}</div>, once, where the text begins'
        raise BadText(Fault("has no place for the text", file=f"layouts/{PAGE}", hint=hint))
    for name, place in marks.items():
        filled = filled.replace(place, ours[name]) if place else filled
    return filled


def variables(meta: Meta) -> dict[str, Any]:
    """What ``page.html`` may use, besides ``css``, ``logo`` and ``body``."""
    return {
        "meta": meta,
        "shown": shown(meta.layout),
        "words": WORDS[meta.language],
        "author": author(meta),
        "keywords": keywords(meta),
        "running": running(meta),
        "footer": footer(meta),
        "draft": mark(meta),
    }


def look_css(look: Look) -> str:
    """The school's colours and font as CSS variables."""
    return "html { " + " ".join(f"--{name}: {value};" for name, value in _look(look).items()) + " }"


def solved(css: str, look: Look) -> str:
    """A style sheet with the school's colours and fonts in place of their variables, which take a tenth of the time of a PDF.

    A variable that the sheet gives a value of its own stays one.
    """
    for name, value in _look(look).items():
        if f"--{name}:" not in css:
            css = css.replace(f"var(--{name})", value)
    return css


def _look(look: Look) -> dict[str, str]:
    name = look.font or (house(look)[0].family if look.font_files else "")
    return {
        "accent": look.accent,
        "accent-text": readable(look.accent),
        "tint": tint(look.accent),
        "heading": readable(look.heading),
        "font": _families(name),
        "heading-font": _families(look.heading_font or name),
    }


def _families(name: str) -> str:
    family = f'"{css_string(name)}", ' if name else ""
    return f'{family}Carlito, Calibri, "DejaVu Sans", "Noto Emoji"'


def house_fonts(look: Look) -> str:
    """The school's own fonts, inside the page; handslag's are left out (3 MB; Calibri has the same widths)."""
    faces = house(look)
    return font_faces(faces, [data_uri(face.data, media_type(face.data)) for face in faces])


def _logo_uri(logo: Logo) -> str:
    if logo.media_type == "image/svg+xml":
        svg_size(logo.data)
    return data_uri(logo.data, logo.media_type)


def data_uri(data: bytes, media_type: str) -> str:
    """Bytes as an address that holds them."""
    return f"data:{media_type};base64,{base64.b64encode(data).decode('ascii')}"


def read_layout(path: Path) -> str:
    """The text of a layout's file. Raises BadText when it is not there, or no UTF-8."""
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        hint = f"a folder of layouts has {', '.join((PAGE, *STYLES))} and fonts/"
        raise BadText(Fault(f"the layout cannot be read: {error}", file=path.name, hint=hint)) from error


@lru_cache(maxsize=8)
def _environment(layout_dir: Path) -> Environment:
    from jinja2 import FileSystemLoader
    from jinja2.sandbox import SandboxedEnvironment

    return _with_filters(SandboxedEnvironment(loader=FileSystemLoader(layout_dir), **_options()))


@lru_cache(maxsize=1)
def _own_environment() -> Environment:
    """For a page from elsewhere: it includes nothing, and is done in time."""
    from generator.limits import LimitedEnvironment

    return _with_filters(LimitedEnvironment(**_options()))


def _options() -> dict[str, Any]:
    from jinja2 import StrictUndefined

    strict = {"autoescape": True, "undefined": StrictUndefined, "finalize": _no_none}
    return {**strict, "trim_blocks": True, "lstrip_blocks": True}


def _with_filters(environment: Environment) -> Environment:
    environment.filters["breakable"] = escaped
    environment.filters["apart"] = apart
    return environment


def _no_none(value: object) -> object:
    if value is None:
        raise ValueError("a layout prints a value that is None")
    return value


def _layout_fault(error: Exception, layout_dir: Path) -> Fault:
    """The error with the layout's own file and line: the last step of the traceback that lies in the folder of layouts."""
    line, name, step = getattr(error, "lineno", None), getattr(error, "name", None) or PAGE, error.__traceback__
    while step is not None:
        if Path(step.tb_frame.f_code.co_filename).parent == layout_dir:
            line, name = step.tb_lineno, Path(step.tb_frame.f_code.co_filename).name
        step = step.tb_next
    return Fault(str(error) or type(error).__name__, file=f"layouts/{name}", line=line)
