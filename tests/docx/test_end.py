"""The end of a Word file: what Word wants behind a table takes no room, and an empty page never follows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.blocks import Align, Document, Heading, Paragraph, Table, Text
from generator.writers.docx import write_docx
from tests.docx.sample import LAYOUT, META
from tests.office import pages, printed


def ends_with_a_table(rows: int) -> Document:
    line = ((Text("woord"),), (Text("woord"),))
    table = Table((line,), (line,) * rows, (Align.LEFT, Align.LEFT))
    return Document(META, (Heading(1, (Text("Titel"),)), Paragraph((Text("Tabel:"),)), table))


@pytest.mark.slow
def test_no_length_of_a_last_table_gives_an_empty_page(tmp_path: Path) -> None:
    files = []
    for rows in range(18, 36):
        files.append(tmp_path / f"{rows}.docx")
        files[-1].write_bytes(write_docx(ends_with_a_table(rows), LAYOUT))
    for name, pdf in printed(files, tmp_path / "printed").items():
        last = " ".join(word.text for word in pages(pdf)[-1])
        assert re.search(r"\bwoord\b", last), name
