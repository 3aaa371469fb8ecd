"""The chapter on house style and letterhead in the guide, done as it is written: its example, its steps, its commands."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import docx
import pytest
from docx.document import Document

from tests.cli.user import EXAMPLES, MADE, ROOT, handslag
from tests.layouts.word import in_word, picture, words
from tests.pdf.reading import page_texts

pytestmark = pytest.mark.slow

GUIDE = (ROOT / "docs/handleiding.md").read_text("utf-8")
CHAPTER = re.split(r"^## ", GUIDE.partition("## 11. De huisstijl en het briefpapier\n")[2], flags=re.MULTILINE)[0]
(STYLE,) = re.findall(r"^```yaml\n(.*?)^```", CHAPTER, re.MULTILINE | re.DOTALL)
COMMANDS = [
    line for block in re.findall(r"^```sh\n(.*?)^```", CHAPTER, re.MULTILINE | re.DOTALL) for line in block.splitlines()
]
TAGS = re.findall(r"^\| `(\{\{[^`]+\}\})`", CHAPTER, re.MULTILINE)
MOTTO = "Samen vakmanschap leren"


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample school, in which one stands."""
    shutil.copytree(EXAMPLES, tmp_path / "school", ignore=MADE)
    monkeypatch.chdir(tmp_path / "school")
    return tmp_path / "school"


def run(line: str) -> str:
    result = handslag(*line.split()[1:])
    assert result.exit_code == 0, (line, result.output)
    return result.stdout


def letterhead(document: Document) -> None:
    """Steps 2 and 3: in the header a line and a picture are added."""
    left = document.sections[0].first_page_header.tables[0].cell(0, 0).tables[0].cell(0, 0)
    left.add_paragraph(MOTTO)
    left.add_paragraph().add_run().add_picture(picture())


def footer(document: Document) -> None:
    """Every tag of the table, below the page."""
    for tag in TAGS:
        document.sections[0].footer.add_paragraph(tag)


def test_every_command_works_in_its_turn_and_the_letterhead_is_in_the_letter(school: Path) -> None:
    export, check, draft = COMMANDS
    run(export)
    in_word(school / "layouts/letter.docx", letterhead)
    assert run(check).endswith("1 of your own; in order\n")
    made = [Path(line) for line in run(draft).splitlines()]
    letters = [path for path in made if path.suffix == ".docx"]
    assert letters
    for path in letters:
        assert MOTTO in words(path.read_bytes())
        assert docx.Document(str(path)).sections[0].first_page_header.part.related_parts


def test_the_example_of_a_house_style_is_taken(school: Path) -> None:
    (school / "logo.png").write_bytes(picture().getvalue())
    with (school / "school.yaml").open("a", encoding="utf-8") as file:
        file.write(f"\n{STYLE}")
    run("handslag layout check")
    docx_path, pdf_path = run("handslag draft cooperation-agreement roc-noorderlee --date 2027-06-17").splitlines()
    for said in (words(Path(docx_path).read_bytes()), "\n".join(page_texts(Path(pdf_path).read_bytes()))):
        assert "IBAN NL99 BANK 0123 4567 89" in said
        assert "KVK 90000102" in said
        assert "info@devuurbaak.example\n" not in said.split("OVEREENKOMST")[0]


def test_what_the_table_says_can_be_typed(school: Path) -> None:
    run("handslag layout export letter")
    assert len(TAGS) == 8
    in_word(school / "layouts/letter.docx", footer)
    run("handslag layout check")
    path = run("handslag draft thank-you-letter roc-noorderlee --format docx --date 2027-06-17").splitlines()[0]
    said = words(Path(path).read_bytes())
    for value in ("Vakcollege De Vuurbaak", "Bedankbrief", "DV-2027-0001", "Stichting Regionaal Opleidingencentrum Noorderlee"):
        assert value in said
    assert "{{" not in said


def test_the_pdf_is_the_print_of_the_letterhead_when_that_is_chosen(school: Path) -> None:
    run("handslag layout export letter")
    in_word(school / "layouts/letter.docx", letterhead)
    with (school / "school.yaml").open("a", encoding="utf-8") as file:
        file.write("\nhouse_style:\n  pdf_engine: libreoffice\n")
    run("handslag layout check")
    path = run("handslag draft thank-you-letter roc-noorderlee --format pdf --date 2027-06-17").splitlines()[0]
    assert MOTTO in page_texts(Path(path).read_bytes())[0]


def test_without_the_file_our_letterhead_counts_again(school: Path) -> None:
    run("handslag layout export letter")
    assert "letter         your own: layouts/letter.docx" in run("handslag layout list")
    (school / "layouts/letter.docx").unlink()
    assert "letter         ours" in run("handslag layout list")
