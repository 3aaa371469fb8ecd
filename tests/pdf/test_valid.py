"""Valid by other people's tools: each kind of document as PDF/A-3a and PDF/UA-1, with veraPDF and with page-validation."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import page
import pypdf
import pytest
from PIL import Image

from generator.blocks import Box, BoxKind, Document, Emphasis, Link, Paragraph, Strong, Text
from generator.look import Logo, Look
from generator.post.labels import SHEETS, Label, write_label_sheets
from generator.writers.pdf import write_pdf
from tests.pdf.sample import LAYOUTS, LONG, agreement, document, grid, labelled, par, words
from tests.pdf.sample_forms import bound, form
from tests.pdf.sample_letters import letter, press_release
from tests.pdf.test_forms import ANSWERS, fill
from tests.pdf.validators import verapdf

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 160"><defs><linearGradient id="g">'
    b'<stop offset="0" stop-color="#f00" stop-opacity=".5"/><stop offset="1" stop-color="#00f"/></linearGradient></defs>'
    b'<rect width="400" height="160" fill="url(#g)" opacity=".7"/>'
    b'<text x="20" y="90" font-family="Arial" font-size="40">Vuurbaak</text></svg>'
)
SCRIPTS = "emoji 😀 👩\u200d🏫 👍🏽 🇳🇱 ☎ ✓ → € مرحبا Ελλάδα Москва שלום"

FALSE_ALARMS = {"PDFA3A-STREAM-LENGTH-001"}
"""It takes packed bytes that happen to end in a carriage return for a part of the line end after them; veraPDF counts well."""


def picture(mode: str, format_: str) -> bytes:
    file = BytesIO()
    Image.new(mode, (400, 160), 90 if mode == "L" else (90,) * len(mode)).save(file, format_)
    return file.getvalue()


def with_logo(data: bytes, media_type: str) -> Document:
    return document(par(LONG), look=Look(accent="#FFCC00", logo=Logo(data, media_type, "Logo van Vakcollege De Vuurbaak")))


DOCUMENTS = {
    "draft": agreement(),
    "final": agreement(draft=False, rows=2),
    "short": document(),
    "rgb": with_logo(picture("RGB", "PNG"), "image/png"),
    "rgba": with_logo(picture("RGBA", "PNG"), "image/png"),
    "cmyk": with_logo(picture("CMYK", "JPEG"), "image/jpeg"),
    "grey": with_logo(picture("L", "JPEG"), "image/jpeg"),
    "svg": with_logo(SVG, "image/svg+xml"),
    "links": document(
        Paragraph((Link((Strong(words("vet")), Text(" en "), Emphasis(words("schuin " * 30))), "https://example.org/"),)),
        Paragraph((Link(words("https://example.org/" + "lang/" * 60), "https://example.org/" + "lang/" * 60),)),
    ),
    "letter": letter(par(LONG * 12), par(LONG * 12), draft=True),
    "press release": press_release(),
    "form": form(statements=40),
    "bound": bound(),
    "scripts": document(
        par(SCRIPTS),
        Box(BoxKind.FACTS, (labelled((SCRIPTS, words(SCRIPTS))),)),
        Paragraph((Strong(words(SCRIPTS)), Emphasis(words(SCRIPTS)))),
        grid((SCRIPTS, "x")),
    ),
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("valid")
    for name, tree in DOCUMENTS.items():
        (folder / f"{name}.pdf").write_bytes(write_pdf(tree, LAYOUTS))
    return sorted(folder.iterdir())


def test_verapdf_finds_nothing_but_in_what_is_not_ours(made: list[Path], tmp_path: Path) -> None:
    """All in one go, with a form that was filled in and a sheet of labels: most of its time it takes to start."""
    filled, labels, empty = (tmp_path / f"{name}.pdf" for name in ("filled", "labels", "empty"))
    filled.write_bytes(fill(write_pdf(form(), LAYOUTS), ANSWERS))
    addresses = [Label(f"partner {n}", f"N{n} & Zn. <B.V.>\nSmidsweg 7A\n1236 CD  ’S-HEERENVOORDE") for n in range(30)]
    labels.write_bytes(write_label_sheets(addresses, SHEETS[0], 1, "Adresetiketten", "nl").data)
    with pypdf.PdfWriter() as writer:
        writer.add_blank_page(100, 100)
        writer.write(empty)
    found = [finding.split("\t") for finding in verapdf([*made, filled, labels, empty])]
    assert [finding for finding in found if finding[0] != str(empty)] == []
    assert {profile for _, profile, *_ in found} == {"3a", "ua1"}


@pytest.mark.parametrize("profile", [page.ValidationProfile.PDF_A_3A, page.ValidationProfile.PDF_UA_1])
def test_page_validation_finds_nothing(made: list[Path], profile: page.ValidationProfile) -> None:
    failures = [(path.name, failure) for path in made for failure in page.validate_pdf(path, profile=profile).failures]
    assert [f"{name}: {failure}" for name, failure in failures if failure.rule_id not in FALSE_ALARMS] == []
