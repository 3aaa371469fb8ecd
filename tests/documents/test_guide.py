"""The chapter on Word documents in the guide, done as it is written: its example, its table, its commands."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.cli.user import EXAMPLES, MADE, ROOT, handslag
from tests.documents.word import docx, p, table, words

pytestmark = pytest.mark.slow

GUIDE = (ROOT / "docs/handleiding.md").read_text("utf-8")
CHAPTER = re.split(r"^## ", GUIDE.partition("## 12. Eigen Word-documenten\n")[2], flags=re.MULTILINE)[0]
(EXAMPLE,) = re.findall(r"^```text\n(.*?)^```", CHAPTER, re.MULTILINE | re.DOTALL)
(ABOUT,) = re.findall(r"^```yaml\n(.*?)^```", CHAPTER, re.MULTILINE | re.DOTALL)
COMMANDS = [
    line for block in re.findall(r"^```sh\n(.*?)^```", CHAPTER, re.MULTILINE | re.DOTALL) for line in block.splitlines()
]


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample school, in which one stands, with the example of the guide."""
    shutil.copytree(EXAMPLES, tmp_path / "school", ignore=MADE)
    (tmp_path / "school/documents").mkdir()
    (tmp_path / "school/documents/Bezoekverslag.docx").write_bytes(docx(*map(p, EXAMPLE.splitlines())))
    monkeypatch.chdir(tmp_path / "school")
    return tmp_path / "school"


def test_every_command_works_in_its_turn(school: Path) -> None:
    for line in COMMANDS:
        result = handslag(*line.split()[1:])
        assert result.exit_code == 0, (line, result.output)
    made = sorted(path.name for path in (school / "made").iterdir())
    assert [name for name in made if name.endswith(".pdf")] == ["bezoekverslag-van-t-veld-en-zonen-concept.pdf"]
    assert len([name for name in made if name.endswith(".docx")]) == 3
    assert (school / "velden.docx").is_file()
    assert (school / "Bezoekverslag-nakijken.docx").is_file()


def test_the_example_says_what_the_guide_promises(school: Path) -> None:
    handslag("draft", "bezoekverslag", "van-t-veld-en-zonen", "--date", "2027-06-17")
    said = words((school / "made/bezoekverslag-van-t-veld-en-zonen-concept.docx").read_bytes())
    assert "Datum: 17\N{NO-BREAK SPACE}juni 2027" in said
    assert "CONCEPT" in said


def test_what_the_table_says_can_be_typed(school: Path) -> None:
    tags = [re.findall(r"`([^`]+)`", row) for row in re.findall(r"^\| (?:een|alleen).*\|$", CHAPTER, re.MULTILINE)]
    inline, paragraphs, party, rows = tags
    body = [*map(p, [*inline, paragraphs[0], "Er is een samenwerking.", paragraphs[1], *party])]
    data = docx(*body, table(*((tag, "") for tag in rows)))
    (school / "documents/Lijst.docx").write_bytes(data)
    assert handslag("document", "check", "documents/Lijst.docx").exit_code == 0
    handslag("draft", "lijst", "van-t-veld-en-zonen")
    said = words((school / "made/lijst-van-t-veld-en-zonen-concept.docx").read_bytes()).split("\n")
    names = ["de School", "het Bedrijf"]
    assert said[:2] == ["CONCEPT", "Er is een samenwerking."]
    assert [line for line in said[2:] if line] == [*names, *names]


def test_the_file_that_says_more_is_taken(school: Path) -> None:
    (school / "documents/Bezoekverslag.yaml").write_text(ABOUT, "utf-8")
    (school / "documents/Bezoekverslag.en.docx").write_bytes(docx(p("Visit to {{ partner.legal_name }}")))
    result = handslag("draft", "bezoekverslag", "van-t-veld-en-zonen", "--lang", "en", "--format", "docx")
    assert result.exit_code == 0, result.output
    assert Path(result.stdout.strip()).name == "verslag-van-t-veld-en-zonen-draft.docx"
    assert words(Path(result.stdout.strip()).read_bytes()).startswith("Visit to ")
