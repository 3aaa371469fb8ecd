"""The school's house style: files of the workspace, and no others, in both formats."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from fontTools.ttLib import TTFont
from PIL import Image

from cli import main
from generator.colour import contrast
from tests.layouts.word import words
from tests.pdf.reading import page_texts

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
        ('{font: "Bestaat Niet"}', "house_style.font: the font 'Bestaat Niet' is not on this machine"),
        ('{heading_font: "Bestaat Niet"}', "house_style.heading_font: the font 'Bestaat Niet' is not on this machine"),
        ("{letterhead: [fax]}", "house_style.letterhead"),
        ("{pdf_engine: word}", "house_style.pdf_engine"),
    ],
)
@pytest.mark.parametrize("format_", ["docx", "pdf", "html"])
def test_what_is_wrong_is_said_and_nothing_is_made(school: Path, style: str, said: str, format_: str) -> None:
    (school / "false.png").write_bytes(b"not a picture")
    styled(school, style)
    code, told = drafted(school, format_)
    assert code == 1
    assert said in told
    assert not list(school.glob("made/*"))


def test_a_link_cannot_lead_out_of_the_workspace(school: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(picture("PNG"))
    (school / "logo.png").symlink_to(tmp_path / "secret.png")
    styled(school, '{logo: "logo.png"}')
    code, told = drafted(school, "docx")
    assert code == 1
    assert "lies outside the workspace" in told


def parts_of(path: str) -> dict[str, str]:
    with zipfile.ZipFile(path) as made:
        return {part: made.read(part).decode("utf-8", "replace") for part in made.namelist()}


def checked(school: Path) -> str:
    return CliRunner().invoke(main, ["check", "-w", str(school)]).stdout


def test_a_colour_that_is_hard_to_read_is_told_with_one_near_it_that_passes(school: Path) -> None:
    styled(school, '{accent: "#F2B705", heading_colour: "#3B2A00"}')
    told = checked(school)
    assert "house_style.accent: '#F2B705' has a contrast of 1.8 : 1 on white; text needs 4.5 : 1 (WCAG AA)" in told
    (better,) = re.findall(r"text in it is printed in (#[0-9A-F]{6}), which passes", told)
    assert contrast(better, "#FFFFFF") >= 4.5
    assert "heading_colour" not in told
    parts = parts_of(drafted(school, "docx")[1])
    theme = parts["word/theme/theme1.xml"]
    roles = dict(re.findall(r'<a:(accent[134])><a:srgbClr val="(\w{6})"', theme))
    assert roles == {"accent1": "F2B705", "accent3": "3B2A00", "accent4": better[1:]}
    assert f"--accent-text: {better};" in Path(drafted(school, "html")[1]).read_text("utf-8")


def test_headings_have_a_font_and_colour_of_their_own_and_word_takes_them_from_its_theme(school: Path) -> None:
    styled(school, '{heading_colour: "#7A1F5C", heading_font: "DejaVu Sans"}')
    parts = parts_of(drafted(school, "docx")[1])
    assert re.findall(r'<a:latin typeface="([^"]*)"', parts["word/theme/theme1.xml"]) == ["DejaVu Sans", "Calibri"]
    heading = re.search(r'<w:name w:val="heading 1"/>.*?</w:style>', parts["word/styles.xml"])
    assert heading is not None
    assert 'w:asciiTheme="majorHAnsi"' in heading[0]
    assert 'w:themeColor="accent3"' in heading[0]
    assert "w:ascii=" not in parts["word/styles.xml"].replace('w:ascii="MS Gothic"', "")
    html = Path(drafted(school, "html")[1]).read_text("utf-8")
    assert "--heading: #7A1F5C; --font: Carlito" in html
    assert '--heading-font: "DejaVu Sans", Carlito' in html
    assert drafted(school, "pdf")[0] == 0


def test_the_letterhead_has_the_lines_that_were_chosen_and_the_footer_its_own(school: Path) -> None:
    styled(school, '{letterhead: [kvk, visit], footer: "IBAN NL99 BANK 0123 4567 89 & meer"}')
    for said in (
        words(Path(drafted(school, "docx")[1]).read_bytes()),
        *page_texts(Path(drafted(school, "pdf")[1]).read_bytes()),
    ):
        assert "KVK 90000102" in said or "Pagina 1 " not in said
        assert "www.devuurbaak.example" not in said.split("Pagina")[0].split("tussen")[0]
        assert "IBAN NL99 BANK 0123 4567 89 &" in said


def test_a_line_of_the_letterhead_without_words_is_a_hint(school: Path) -> None:
    file = school / "school.yaml"
    file.write_text(re.sub(r"(?m)^  website:.*\n", "", file.read_text("utf-8")), "utf-8")
    styled(school, "{letterhead: [phone, website]}")
    assert "house_style.letterhead.1: 'website' is left out: school.website is not filled in" in checked(school)


def test_a_font_goes_along_in_the_word_file_where_its_maker_allows_it(school: Path) -> None:
    fonts = Path(__file__).parent.parent / "templates/layouts/fonts"
    shutil.copy(fonts / "Carlito-Regular.ttf", school / "Huis.ttf")
    font = TTFont(fonts / "Carlito-Bold.ttf")
    font["OS/2"].fsType = 2
    font.save(school / "Dicht.ttf")
    styled(school, '{font: "Huis", font_files: [Huis.ttf]}')
    parts = parts_of(drafted(school, "docx")[1])
    assert "<w:embedTrueTypeFonts/>" in parts["word/settings.xml"]
    row = re.search(r'<w:font w:name="Huis">.*?</w:font>', parts["word/fontTable.xml"])
    assert row is not None
    assert "w:embedRegular" in row[0]
    assert len([part for part in parts if part.endswith(".odttf")]) == 1
    styled_again = (school / "school.yaml").read_text("utf-8").replace("Huis.ttf", "Dicht.ttf")
    (school / "school.yaml").write_text(styled_again, "utf-8")
    assert not [part for part in parts_of(drafted(school, "docx")[1]) if part.endswith(".odttf")]
    told = CliRunner().invoke(main, ["layout", "check", "-w", str(school)]).stdout
    assert "the font 'Huis' cannot go along in a Word file" in told
