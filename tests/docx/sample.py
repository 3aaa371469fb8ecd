"""Small documents of every kind as trees, made from Markdown, and a Word file as something to look at."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

from generator.blocks import Document, Meta, Part, Sender
from generator.parse import parse
from generator.settle import settle
from generator.writers.docx import write_docx
from tests.docx.texts import LETTER, PRESS_RELEASE

FOLDER = Path(__file__).resolve().parents[2] / "templates" / "layouts"
LAYOUTS = {path.stem: path.read_bytes() for path in sorted(FOLDER.glob("*.docx"))}
LAYOUT = LAYOUTS["agreement"]
REGULAR = ("Huis-Regular.ttf", (FOLDER / "fonts" / "Carlito-Regular.ttf").read_bytes())
"""A font of the school's own, in any name."""

META = Meta(
    title="Samenwerkingsovereenkomst Keuzevak robotica",
    kind="cooperation-agreement",
    kind_name="Samenwerkingsovereenkomst",
    text_version="1.0.0 (2026-11-23)",
    language="nl",
    reference="DV-2027-001-SO",
    day=date(2027, 3, 9),
    draft=True,
    sender=Sender(
        "Vakcollege De Vuurbaak",
        ("Smidsweg 7A, 1236 CD ’s-Heerenvoorde", "035 - 555 01 20", "info@devuurbaak.example · www.devuurbaak.example"),
        "Stichting Voortgezet Onderwijs De Vuurbaak",
    ),
    subject="Van ’t Veld Techniek B.V.",
)


def made(markdown: str, **changes: object) -> Document:
    """A settled document of this text; ``changes`` are fields of its Meta."""
    meta = replace(META, **changes)  # type: ignore[arg-type]
    return settle(parse(markdown, meta))


def letter(markdown: str = LETTER, **changes: object) -> Document:
    """A settled letter."""
    own = {"layout": "letter", "kind": "thank-you-letter", "kind_name": "Bedankbrief", "reference": "DV-2027-001-BD"}
    return made(markdown, **(own | changes))


def press_release(markdown: str = PRESS_RELEASE, **changes: object) -> Document:
    """A settled press release."""
    own = {"layout": "press-release", "kind": "press-release", "kind_name": "Persbericht", "reference": "DV-2027-001-PB"}
    return made(markdown, **(own | changes))


def bound(*markdown: str, **changes: object) -> Document:
    """Papers that were settled each by itself, bound in one."""
    papers = [made(text, **changes) for text in markdown]
    return replace(papers[0], blocks=tuple(Part(paper.blocks) for paper in papers))


def written(document: Document) -> bytes:
    """The document on the package's layout for it."""
    return write_docx(document, LAYOUTS[document.meta.layout])


def part(data: bytes, name: str) -> str:
    """One part of a Word file."""
    with zipfile.ZipFile(BytesIO(data)) as file:
        return file.read(name).decode()


def names(data: bytes) -> list[str]:
    with zipfile.ZipFile(BytesIO(data)) as file:
        return file.namelist()


def relaid(changes: dict[str, tuple[str, str]], data: bytes = LAYOUT) -> bytes:
    """A layout (or a file) with text replaced: part to (old, new)."""
    made_file = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(made_file, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode()
            if name in changes:
                assert changes[name][0] in text, changes[name][0]
                text = text.replace(*changes[name])
            new.writestr(name, text)
    return made_file.getvalue()
