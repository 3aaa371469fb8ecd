"""The school's house style: files of the workspace, and no others, in both formats."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image

from cli import main

EXAMPLES = Path(__file__).parent.parent / "examples"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20"><rect width="60" height="20" fill="#7A1F5C"/></svg>'


@pytest.fixture
def school(tmp_path: Path) -> Path:
    shutil.copytree(EXAMPLES, tmp_path / "school")
    return tmp_path / "school"


def styled(school: Path, style: str) -> None:
    with (school / "school.yaml").open("a", encoding="utf-8") as file:
        file.write(f"\nhouse_style: {style}\n")


def drafted(school: Path, format_: str) -> tuple[int, str]:
    words = ["draft", "cooperation-agreement", "roc-noorderlee", "-w", str(school), "--format", format_, "--date", "2027-06-17"]
    result = CliRunner().invoke(main, words)
    return result.exit_code, result.stdout.strip() if result.exit_code == 0 else result.stderr


def picture(kind: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (60, 20), "#7A1F5C").save(out, kind)
    return out.getvalue()


LOGOS = {"logo.png": picture("PNG"), "logo.jpg": picture("JPEG"), "logo.svg": SVG.encode()}


@pytest.mark.parametrize(("name", "data"), LOGOS.items())
def test_colour_and_logo_are_in_both_formats(school: Path, name: str, data: bytes) -> None:
    (school / name).write_bytes(data)
    styled(school, f'{{accent: "#7A1F5C", logo: "{name}"}}')
    code, word = drafted(school, "docx")
    assert code == 0, word
    with zipfile.ZipFile(word) as made:
        parts = {part: made.read(part) for part in made.namelist()}
    assert any(content == data for part, content in parts.items() if part.startswith("word/media/"))
    assert b"7A1F5C" in parts["word/theme/theme1.xml"]
    assert any(b"Logo Vakcollege De Vuurbaak" in content for content in parts.values())
    code, page = drafted(school, "html")
    assert code == 0, page
    html = Path(page).read_text(encoding="utf-8").lower()
    assert "#7a1f5c" in html
    assert re.search(r'alt="logo vakcollege de vuurbaak"', html)
    assert drafted(school, "pdf")[0] == 0


@pytest.mark.parametrize(
    ("style", "said"),
    [
        ('{logo: "weg.png"}', "school.yaml: house_style.logo: 'weg.png' cannot be read"),
        ('{logo: "../../secret.png"}', "house_style.logo"),
        ('{logo: "school.yaml"}', "is no PNG, JPEG or SVG"),
        ('{logo: "false.png"}', "'false.png' is not what its name says"),
        ('{accent: "paars"}', "house_style.accent"),
        ('{font: "Bestaat Niet"}', "Bestaat Niet"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_made(school: Path, style: str, said: str) -> None:
    (school / "false.png").write_bytes(b"not a picture")
    styled(school, style)
    code, told = drafted(school, "pdf")
    assert code == 1
    assert said in told
    assert not list(school.glob("made/*.pdf"))


def test_a_link_cannot_lead_out_of_the_workspace(school: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(picture("PNG"))
    (school / "logo.png").symlink_to(tmp_path / "secret.png")
    styled(school, '{logo: "logo.png"}')
    code, told = drafted(school, "docx")
    assert code == 1
    assert "lies outside the workspace" in told
