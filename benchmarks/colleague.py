"""What a handy colleague would write: one letter after another. In: a folder with a letter as template. Out: so many files.

    python -m benchmarks.colleague WAY FOLDER NUMBER

The folder has ``template.docx``, ``values.json`` and ``letter.html``: a letter of handslag's with its values as tags (and, for
the PDF, under a style sheet as short as such a script would have). Nothing is checked, read back or registered.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

GROUP = 200
"""Files in one call of LibreOffice: past some 250 it leaves out the rest, and says nothing."""


def words(folder: Path, number: int) -> list[Path]:
    """The letters as Word files, by docxtpl."""
    from docxtpl import DocxTemplate

    values = json.loads((folder / "values.json").read_text("utf-8"))
    made = [folder / f"letter-{count}.docx" for count in range(number)]
    for path in made:
        layout = DocxTemplate(folder / "template.docx")
        layout.render(values, autoescape=True)
        layout.save(path)
    return made


def office_each(folder: Path, number: int) -> None:
    """And as PDF by LibreOffice, a call a letter."""
    for path in words(folder, number):
        _office(folder, [path])


def office_groups(folder: Path, number: int) -> None:
    """And as PDF by LibreOffice, many in a call."""
    made = words(folder, number)
    for start in range(0, number, GROUP):
        _office(folder, made[start : start + GROUP])


def weasyprint(folder: Path, number: int) -> None:
    """And as PDF by WeasyPrint."""
    from weasyprint import HTML

    html = (folder / "letter.html").read_text("utf-8")
    for path in words(folder, number):
        HTML(string=html).write_pdf(path.with_suffix(".pdf"))


def _office(folder: Path, files: list[Path]) -> None:
    profile = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True)


WAYS: dict[str, Callable[[Path, int], object]] = {
    "docxtpl": words,
    "libreoffice-each": office_each,
    "libreoffice-groups": office_groups,
    "weasyprint": weasyprint,
}

if __name__ == "__main__":
    way, where, many = sys.argv[1:]
    WAYS[way](Path(where), int(many))
