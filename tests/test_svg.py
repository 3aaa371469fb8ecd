"""A logo as SVG: only a still picture that needs nothing else passes, and every format has the same door."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.blocks import Document
from generator.errors import BadInput
from generator.look import Logo, Look
from generator.svg import svg_size
from generator.writers.docx import write_docx
from generator.writers.html import write_html
from generator.writers.pdf import write_pdf
from tests.pdf.sample import LAYOUTS, document, par

NAMES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
TEN = "".join(f'<g id="a{n}">{f"""<use href="#a{n - 1}"/>""" * 10}</g>' for n in range(1, 9))
WRITERS: dict[str, Callable[[Document], object]] = {
    "docx": lambda made: write_docx(made, (LAYOUTS / "agreement.docx").read_bytes()),
    "html": lambda made: write_html(made, LAYOUTS),
    "pdf": lambda made: write_pdf(made, LAYOUTS),
}


def svg(inside: str = "", rest: str = 'viewBox="0 0 60 20"', before: str = "") -> bytes:
    return f"{before}<svg {NAMES} {rest}>{inside}</svg>".encode()


BAD = {
    "has a <script>": svg("<script>x</script>"),
    "has a <foreignObject>": svg("<foreignObject/>"),
    "has a <set>": svg('<set attributeName="href" to="javascript:x"/>'),
    "has 'onload', which runs": svg(rest='viewBox="0 0 60 20" onload="x"'),
    'elsewhere: href="http': svg('<image href="http://x.example/a.png"/>'),
    'elsewhere: href="data': svg('<image xlink:href="data:image/png;base64,AA"/>'),
    'elsewhere: href="javascript': svg('<a href="javascript:x"><path d="M0 0"/></a>'),
    'elsewhere: fill="url': svg('<rect fill="url( //x.example/a.svg#b)"/>'),
    r'elsewhere: style="fill: u\72l': svg(r'<rect style="fill: u\72l(http://x)"/>'),
    "its style takes something": svg("<style>@import 'x.css';</style>"),
    "declares things of its own": svg("&a;", before='<!DOCTYPE svg [<!ENTITY a "b">]>'),
    "is not in UTF-8": svg().decode().encode("utf-16"),
    "processing instruction": svg(before='<?xml-stylesheet href="x.css"?>'),
    "'a' is drawn inside itself": svg('<g id="a"><use href="#a"/></g>'),
    "is drawn inside itself": svg('<g id="a"><use href="#b"/></g><g id="b"><use xlink:href="#a"/></g>'),
    "more than 20000 shapes": svg(f'<defs><path id="a0" d="M0 0"/>{TEN}</defs><use href="#a8"/>'),
    "too deep": svg("<g>" * 100_000 + "</g>" * 100_000),
    "not with <svg>": b"<svg viewBox='0 0 60 20'/>",
    "no size: neither": svg(rest='viewBox="0 0 nan nan"'),
    "no size": svg(rest='width="60" height="20" viewBox="0 0 nan nan"'),
    "it has no size": svg(rest='viewBox="0 0 0 20"'),
    "has no size: neither 'width'": svg(rest=""),
    "1 by 100000": svg(rest='viewBox="0 0 1 100000"'),
    "unclosed token": b"<svg",
}


@pytest.mark.parametrize(("fault", "data"), BAD.items())
def test_what_runs_fetches_or_never_ends_is_refused_at_the_schools_own_place(fault: str, data: bytes) -> None:
    with pytest.raises(BadInput) as caught:
        svg_size(data)
    assert all(str(told).startswith("school.yaml: house_style.logo: the logo cannot be used") for told in caught.value.faults)
    assert fault in str(caught.value)
    assert all("PNG" in told.hint for told in caught.value.faults)


@pytest.mark.parametrize("format_", WRITERS)
@pytest.mark.parametrize(
    "fault", ["has a <script>", "has no size: neither 'width'", "no size", "1 by 100000", "'a' is drawn inside itself"]
)
def test_every_format_refuses_it_in_the_same_words(format_: str, fault: str) -> None:
    made = document(par("x"), look=Look(logo=Logo(BAD[fault], "image/svg+xml", "Logo")))
    with pytest.raises(BadInput, match=r"school\.yaml: house_style\.logo: the logo cannot be used") as caught:
        WRITERS[format_](made)
    assert fault in str(caught.value)
    assert not any("page.html" in told.hint for told in caught.value.faults)


@pytest.mark.parametrize("format_", ["docx", "pdf"])
def test_a_fault_that_only_shows_in_drawing_is_told_of_the_logo(format_: str) -> None:
    logo = Logo(svg('<rect transform="rotate(x)"/>'), "image/svg+xml", "Logo")
    with pytest.raises(BadInput, match=r"school\.yaml: house_style\.logo: the logo cannot be used") as caught:
        WRITERS[format_](document(par("x"), look=Look(logo=logo)))
    assert not any("page.html" in told.hint for told in caught.value.faults)


def test_a_drawing_programs_own_notes_do_no_harm() -> None:
    notes = (
        '<metadata xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><r:RDF r:about="http://x.example/"/></metadata>'
        '<n:view xmlns:n="http://notes.example/" n:file="C:\\logo.svg"/><style>.a { fill: url(#g) }</style>'
    )
    shapes = '<linearGradient id="g"/><g id="h"><rect class="a" fill="url(#g)"/></g><use xlink:href="#h"/>'
    before = '\ufeff<?xml version="1.0" encoding="UTF-8"?><!-- made by hand -->'
    assert svg_size(svg(notes + shapes, 'width="100mm" height="50mm" viewBox="0 0 1 1"', before)) == (100, 50)
    assert svg_size(svg(shapes, 'width="100%" height="100%" viewBox="0 0 60 20"')) == (60, 20)


def test_a_doctype_that_only_names_svg_is_what_drawing_programs_write() -> None:
    public = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    assert svg_size(svg(before=public)) == svg_size(svg())
