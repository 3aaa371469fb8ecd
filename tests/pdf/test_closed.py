"""Closed and quiet: nothing is fetched, nothing of the machine is read, and what WeasyPrint would only log is a fault."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from generator.errors import BadInput, BadText
from generator.look import Logo, Look
from generator.writers.pdf import write_pdf
from tests.pdf.sample import LAYOUTS, document, par

ASKED: list[str] = []


class Ear(BaseHTTPRequestHandler):
    """Writes down every request."""

    def do_GET(self) -> None:
        ASKED.append(self.path)
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Ear)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def layouts(tmp_path: Path) -> Path:
    """A school's own folder of layouts, to break."""
    for name in ("page.html", "print.css", "screen.css"):
        shutil.copy(LAYOUTS / name, tmp_path)
    return tmp_path


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def test_a_schools_own_folder_of_layouts_works(layouts: Path) -> None:
    change(layouts / "print.css", "font-size: 24pt", "font-size: 20pt")
    assert write_pdf(document(par("x")), layouts) != write_pdf(document(par("x")), LAYOUTS)


@pytest.mark.parametrize(
    ("css", "fault"),
    [
        ("p { colour: red }", "Ignored `colour: red ` at .*unknown property"),
        ("p { color: redd }", "Ignored `color: redd ` at .*invalid value"),
        ("@import url(missing.css);", "missing.css"),
        ("h1 { background: url(missing.png) }", "missing.png"),
        ("@font-face { font-family: X; src: url(missing.ttf) } h1 { font-family: X }", "missing.ttf"),
    ],
)
def test_a_warning_of_weasyprint_is_a_fault(layouts: Path, css: str, fault: str) -> None:
    file = layouts / "print.css"
    file.write_text(css + "\n" + file.read_text("utf-8") if "@import" in css else file.read_text("utf-8") + "\n" + css, "utf-8")
    with pytest.raises(BadText, match=fault):
        write_pdf(document(par("x")), layouts)


@pytest.mark.parametrize(
    "css",
    [
        "@import url({0}/a.css);",
        "h1 {{ background: url({0}/a.png) }}",
        "@font-face {{ font-family: X; src: url({0}/a.ttf) }} h1 {{ font-family: X }}",
        "h1::before {{ content: url({0}/a.png) }}",
        "@page {{ background: url({0}/a.png) }}",
    ],
)
def test_a_style_sheet_fetches_nothing(layouts: Path, address: str, css: str) -> None:
    file = layouts / "print.css"
    file.write_text(css.format(address) + "\n" + file.read_text("utf-8"), "utf-8")
    with pytest.raises(BadText, match="was not fetched: a document takes nothing from elsewhere"):
        write_pdf(document(par("x")), layouts)
    assert ASKED == []


@pytest.mark.parametrize(
    "html",
    [
        '<img src="{0}/a.png" alt="x">',
        '<link rel="stylesheet" href="{0}/a.css">',
        '<link rel="attachment" href="{0}/a.txt">',
        '<link rel="attachment" href="file:///etc/passwd">',
        '<img src="file:///etc/passwd" alt="x">',
        '<base href="{0}/"><img src="a.png" alt="x">',
        '<object data="{0}/a.svg"></object>',
    ],
)
def test_a_page_fetches_nothing_and_reads_no_file_of_the_machine(layouts: Path, address: str, html: str) -> None:
    change(layouts / "page.html", "</header>", "</header>" + html.format(address))
    with pytest.raises(BadText, match=r"was not fetched|Failed to load"):
        write_pdf(document(par("x")), layouts)
    assert ASKED == []


@pytest.mark.parametrize("inside", ['<image href="{0}/a.png" width="9" height="9"/>', '<image href="file:///etc/passwd"/>'])
def test_a_logo_fetches_nothing(address: str, inside: str) -> None:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{inside.format(address)}</svg>'.encode()
    with pytest.raises(BadInput, match="takes something from elsewhere"):
        write_pdf(document(look=Look(logo=Logo(svg, "image/svg+xml", "Logo"))), LAYOUTS)
    assert ASKED == []


@pytest.mark.parametrize(
    ("data", "media_type", "fault"),
    [
        (b"\x89PNG\r\n\x1a\nnothing", "image/png", "house_style.logo: the logo cannot be used"),
        (b"\xff\xd8\xffnothing", "image/jpeg", "house_style.logo: the logo cannot be used"),
        (b"<svg", "image/svg+xml", "the logo"),
        (b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg>&a;</svg>', "image/svg+xml", "the logo"),
    ],
)
def test_a_broken_logo_is_a_fault(data: bytes, media_type: str, fault: str) -> None:
    with pytest.raises((BadInput, BadText), match=fault):
        write_pdf(document(look=Look(logo=Logo(data, media_type, "Logo"))), LAYOUTS)


def test_a_fault_in_one_document_does_not_spoil_the_next(layouts: Path) -> None:
    change(layouts / "page.html", "</header>", '</header><img src="file:///etc/passwd" alt="x">')
    with pytest.raises(BadText):
        write_pdf(document(par("x")), layouts)
    assert write_pdf(document(par("x")), LAYOUTS).startswith(b"%PDF-1.7")


def test_a_picture_without_words_is_a_fault(layouts: Path) -> None:
    change(layouts / "page.html", "</header>", '</header><img src="dot.svg">')
    (layouts / "dot.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>', "utf-8")
    with pytest.raises(BadText, match="no required alt description"):
        write_pdf(document(par("x")), layouts)
