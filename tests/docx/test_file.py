"""The file around the text: properties, the same bytes each time, no loose ends, and what other people's tools say of it."""

from __future__ import annotations

import json
import re
import subprocess
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import get_args

import docx
import pytest

from generator.blocks import Block, BoxKind, Document, Heading, Inline, Item, Numbering, Text
from generator.look import Logo, Look
from generator.readback import canonical, pieces
from generator.settle import settle
from generator.writers.docx import write_docx
from generator.writers.docx_layout import compile_layout
from tests.docx.sample import (
    LAYOUT,
    META,
    REGULAR,
    bound,
    letter,
    made,
    names,
    part,
    press_release,
    written,
)
from tests.docx.test_layouts import SVG, picture
from tests.docx.test_words import NASTY, everywhere
from tests.docx.texts import AGREEMENT, ANNEX, FORM
from tests.office import printed

ROOT = Path(__file__).resolve().parents[2]
VALIDATOR = ROOT / "node_modules" / "@xarsh" / "ooxml-validator" / "dist" / "src" / "cli.js"


def with_logo(data: bytes, media_type: str) -> Callable[[], Document]:
    return lambda: made(
        AGREEMENT, look=Look(accent="#A0401A", font="Huis", font_files=(REGULAR,), logo=Logo(data, media_type, "Logo"))
    )


SAMPLES: dict[str, Callable[[], Document]] = {
    "agreement": lambda: made(AGREEMENT),
    "final": lambda: made(AGREEMENT, draft=False),
    "english": lambda: made(AGREEMENT, language="en"),
    "png": with_logo(picture("PNG"), "image/png"),
    "jpeg": with_logo(picture("JPEG"), "image/jpeg"),
    "svg": with_logo(SVG, "image/svg+xml"),
    "nasty": lambda: everywhere(" ".join(NASTY)),
    "short": lambda: made("# T\n"),
    "letter": letter,
    "english letter": lambda: letter(language="en", look=Look(logo=Logo(picture("PNG"), "image/png", "Logo"), window="right")),
    "press release": press_release,
    "form": lambda: made(FORM, draft=False),
    "bound": lambda: bound(AGREEMENT, ANNEX, FORM),
}


ALIKE = ("final", "english", "jpeg", "short", "english letter")
"""Samples that Microsoft's validator would hardly tell from the others: a second each."""


def test_the_samples_have_every_block_box_numbering_and_inline_there_is() -> None:
    found = {kind for sample in SAMPLES.values() for block in sample().blocks for kind in kinds_in(block)}
    assert found == {*get_args(Block), *get_args(Inline), *BoxKind, *Numbering, Item}


def kinds_in(thing: object) -> Iterator[object]:
    """The types of a block and of all in it; of boxes, lists and headings also what kind they are."""
    if isinstance(thing, tuple):
        yield from (kind for inner in thing for kind in kinds_in(inner))
    elif is_dataclass(thing):
        yield type(thing)
        yield from (kind for field in fields(thing) for kind in kinds_in(getattr(thing, field.name)))
    elif isinstance(thing, BoxKind | Numbering):
        yield thing


def test_the_same_document_gives_the_same_bytes() -> None:
    first = write_docx(made(AGREEMENT), LAYOUT)
    compile_layout.cache_clear()
    assert write_docx(made(AGREEMENT), bytes(bytearray(LAYOUT))) == first
    with zipfile.ZipFile(BytesIO(first)) as file:
        assert {info.date_time for info in file.infolist()} == {(2027, 3, 9, 0, 0, 0)}
        found = file.namelist()
    assert found == ["[Content_Types].xml", "_rels/.rels", *sorted(found[2:])]


def test_the_properties_say_what_the_document_is() -> None:
    data = write_docx(made(AGREEMENT), LAYOUT)
    core = docx.Document(BytesIO(data)).core_properties
    assert {
        "title": core.title,
        "subject": core.subject,
        "author": core.author,
        "keywords": core.keywords,
        "comments": core.comments,
        "category": core.category,
        "version": core.version,
        "language": core.language,
        "identifier": core.identifier,
        "content_status": core.content_status,
        "created": core.created and core.created.date(),
        "modified": core.modified and core.modified.date(),
    } == {
        "title": "Samenwerkingsovereenkomst Keuzevak robotica",
        "subject": "Van ’t Veld Techniek B.V.",
        "author": "Stichting Voortgezet Onderwijs De Vuurbaak",
        "keywords": "DV-2027-001-SO; Samenwerkingsovereenkomst; Tekstversie 1.0.0 (2026-11-23)",
        "comments": "Samenwerkingsovereenkomst DV-2027-001-SO, Concept",
        "category": "cooperation-agreement",
        "version": "1.0.0 (2026-11-23)",
        "language": "nl-NL",
        "identifier": "DV-2027-001-SO",
        "content_status": "Concept",
        "created": date(2027, 3, 9),
        "modified": date(2027, 3, 9),
    }
    custom = dict(re.findall(r'name="([^"]*)"><vt:lpwstr>([^<]*)<', part(data, "docProps/custom.xml")))
    assert custom == {"handslag": "cooperation-agreement", "Tekstversie": "1.0.0 (2026-11-23)", "Kenmerk": "DV-2027-001-SO"}
    assert "<Company>Vakcollege De Vuurbaak</Company>" in part(data, "docProps/app.xml")


@pytest.mark.parametrize("sample", SAMPLES)
def test_nothing_in_the_file_points_to_what_is_not_there(sample: str) -> None:
    data = written(SAMPLES[sample]())
    xml, styles, numbering = (part(data, f"word/{name}.xml") for name in ("document", "styles", "numbering"))
    assert set(re.findall(r'w:(?:pStyle|rStyle|tblStyle) w:val="([^"]*)"', xml)) <= set(
        re.findall(r'w:styleId="([^"]*)"', styles)
    )
    assert set(re.findall(r'<w:numId w:val="([^"]*)"', xml)) <= {"0", *re.findall(r'<w:num w:numId="([^"]*)"', numbering)}
    assert set(re.findall(r"REF\t(\S+)", xml)) <= set(re.findall(r'bookmarkStart w:id="\d+" w:name="([^"]*)"', xml))
    for name in names(data):
        if name.endswith(".rels"):
            inside = re.findall(r'Target="([^"]*)"(?![^>]*TargetMode)', part(data, name).replace("/word/", ""))
            folder = "" if name.startswith("_rels") else "word/"
            assert {folder + target for target in inside} <= set(names(data))
    ids = re.findall(r'<w:id w:val="(\d+)"', xml)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("sample", [pytest.param(name, marks=[pytest.mark.slow] * (name in ALIKE)) for name in SAMPLES])
def test_microsofts_validator_finds_nothing(sample: str, tmp_path: Path) -> None:
    file = tmp_path / "made.docx"
    file.write_bytes(written(SAMPLES[sample]()))
    said = subprocess.run(["node", str(VALIDATOR), str(file)], capture_output=True, text=True, check=False)
    assert json.loads(said.stdout)["errors"] == []


@pytest.mark.slow
def test_libreoffice_shows_the_same_words_and_numbers(tmp_path: Path) -> None:
    document = made(AGREEMENT)
    (tmp_path / "made.docx").write_bytes(write_docx(document, LAYOUT))
    (print_,) = printed([tmp_path / "made.docx"], tmp_path / "printed").values()
    text = subprocess.run(["pdftotext", "-raw", str(print_), "-"], capture_output=True, text=True, check=True).stdout
    shown = canonical(text)
    for piece in pieces(document, numbers=True):
        # -- a table's cell is read out of turn, and the foot of a page may cut a paragraph in two: look for the words then --
        words = [piece] if canonical(piece) in shown else piece.split()
        assert all(canonical(word) in shown for word in words), piece
    for whole in (
        "Artikel 3 Looptijd",
        "3.2 Een partij kan",
        "b. met wederzijds",
        "staat in artikel 2 en bijlage 2",
        "Pagina 2 van 3",
    ):
        assert canonical(whole) in shown, whole


def test_a_warm_agreement_is_written_and_read_back_at_once() -> None:
    document = made(AGREEMENT)
    write_docx(document, LAYOUT)
    times = []
    for _ in range(5):
        start = time.perf_counter()
        write_docx(document, LAYOUT)
        times.append(time.perf_counter() - start)
    assert min(times) < 0.1, "ten times what it takes; the layout is compiled each time?"


def test_a_bookmark_has_a_name_that_word_accepts() -> None:
    anchors = ["a" * 60, "a" * 60 + "b", "annex-finance", "annex_finance", "één"]
    articles = tuple(Heading(2, (Text("Kop"),), Numbering.ARTICLE, anchor) for anchor in anchors)
    document = settle(Document(META, (Heading(1, (Text("T"),)), *articles)))
    xml = part(write_docx(document, LAYOUT), "word/document.xml")
    found = re.findall(r'bookmarkStart w:id="\d+" w:name="([^"]*)"', xml)
    assert len(set(found)) == 5
    assert all(re.fullmatch(r"[A-Za-z_]\w{0,39}", name) for name in found)
