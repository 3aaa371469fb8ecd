"""Own layouts as their owner meets them: every fault at once, in a sentence with its place; what is made, and made anew."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from docx.document import Document

from tests.cli.user import EXAMPLES, MADE, edit, handslag, listed
from tests.docx.sample import part
from tests.docx.test_file import VALIDATOR
from tests.layouts.word import changed, in_word, words
from tests.pdf.reading import page_texts

pytestmark = pytest.mark.slow

LETTER = ("draft", "thank-you-letter", "roc-noorderlee", "--date", "2027-06-17", "--occasion", "na_stage")
STYLES, NUMBERS, FOOTER = "word/styles.xml", "word/numbering.xml", "word/footer1.xml"


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample school with a letterhead of its own, in which one stands."""
    shutil.copytree(EXAMPLES, tmp_path / "school", ignore=MADE)
    monkeypatch.chdir(tmp_path / "school")
    assert handslag("layout", "export", "letter").exit_code == 0
    return tmp_path / "school"


def styled(school: Path, style: str) -> None:
    with (school / "school.yaml").open("a", encoding="utf-8") as file:
        file.write(f"\nhouse_style: {style}\n")


def made(*more: str) -> Path:
    result = handslag(*LETTER, *more)
    assert result.exit_code == 0, result.output
    return Path(result.stdout.split()[0])


def test_what_is_exported_has_the_schools_look_and_is_never_overwritten(school: Path) -> None:
    styled(school, '{accent: "#7A1F5C", heading_font: "DejaVu Sans"}')
    handslag("layout", "export", "agreement")
    agreement = (school / "layouts/agreement.docx").read_bytes()
    theme = part(agreement, "word/theme/theme1.xml")
    assert "7A1F5C" in theme
    assert '<a:majorFont><a:latin typeface="DejaVu Sans"/>' in theme
    assert "{{p body }}" in part(agreement, "word/document.xml")
    result = handslag("layout", "export", "letter")
    assert "was there already, left as it is" in result.stdout
    assert handslag("layout", "export", "brief").exit_code == 2


def test_the_list_says_whose_counts(school: Path) -> None:
    rows = listed(handslag("layout", "list", "--json"))["layouts"]
    assert [(row["name"], row["own"]) for row in rows] == [
        ("agreement", False),
        ("letter", True),
        ("press-release", False),
        ("page", False),
    ]


def test_all_that_is_wrong_is_told_at_once_with_its_place(school: Path) -> None:
    letter = school / "layouts/letter.docx"
    changed(letter, FOOTER, r"\{\{ sender\.name \}\}", "{{ sender.nam }}")
    changed(letter, "word/header2.xml", r"\{\{ reference \}\}", "{{ referentie }}")
    changed(letter, "word/document.xml", r"\{\{p body \}\}", "")
    changed(letter, STYLES, '<w:name w:val="Closing Name"/>', '<w:name w:val="Slot"/>')
    result = handslag("layout", "check")
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "error: layouts/letter.docx: the layout has no paragraph style 'Closing Name'",
        "  hint: add it in Word (Home, Styles, New Style), or start from a copy of the package's own layout",
        "error: layouts/letter.docx: the layout has no place for the text: '{{p body }}'",
        "  hint: put {{p body }}, with the p, in a paragraph of its own, once, where the text begins",
        "error: layouts/letter.docx: a header, '{{ kind_name }} · {{ referentie }}DRAFTCONCEPT': the layout has a tag "
        "'{{ referentie }}' that cannot be filled: 'referentie' is undefined",
        "  hint: did you mean 'reference'?",
        "error: layouts/letter.docx: a footer, '{{ sender.nam }} · {{ reference }}PagePagina 1 ofv…': the layout has a tag "
        "'{{ sender.nam }}' that cannot be filled: there is no 'nam'",
        "  hint: did you mean 'name'?",
        "hint: layouts/letter.docx: makes the DOCX; the PDF is not made from it",
        "  hint: to print the PDF from the Word file: house_style.pdf_engine: libreoffice; or: handslag layout export page",
        "1 of your own; 4 to mend",
    ]


MENDED: dict[str, tuple[Callable[[Path], None], str]] = {
    "the numbering taken off": (
        lambda file: changed(file, STYLES, r'<w:numPr><w:numId w:val="2"/></w:numPr>', ""),
        "layouts/letter.docx: the layout has no numbering in the style 'Party'",
    ),
    "all lists deleted": (
        lambda file: changed(file, NUMBERS, r"<w:abstractNum .*</w:num>", ""),
        "layouts/letter.docx: the layout has no numbering in the style 'List Bullet'",
    ),
    "a block that is not closed": (
        lambda file: changed(file, "word/header1.xml", r"\{%p endfor %\}", ""),
        "the layout has a tag '{%p for line in sender.lines %}' without an 'endfor' after it",
    ),
    "a tag over two paragraphs": (
        lambda file: changed(file, FOOTER, r"\{\{ sender\.name \}\}", "{{ sender.</w:t></w:r></w:p><w:p><w:r><w:t>name }}"),
        "the layout has a '{{' that is not a whole tag",
    ),
    "the text in a table": (
        lambda file: in_word(file, into_a_table),
        "the layout has no place for the text: '{{p body }}' stands inside something else",
    ),
}


def into_a_table(document: Document) -> None:
    (place,) = [paragraph for paragraph in document.paragraphs if "body" in paragraph.text]
    table = document.add_table(1, 1)
    table.cell(0, 0).paragraphs[0].text = "{{p body }}"
    place.text = ""


@pytest.mark.parametrize(("change", "said"), MENDED.values(), ids=MENDED)
def test_what_was_broken_in_word_is_told_in_a_sentence(school: Path, change: Callable[[Path], None], said: str) -> None:
    change(school / "layouts/letter.docx")
    result = handslag("layout", "check")
    assert result.exit_code == 1
    assert said in result.stdout
    assert said in handslag(*LETTER).stderr


def test_a_tag_that_word_broke_over_runs_is_no_fault(school: Path) -> None:
    broken = '{{</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve"> sender.name }}'
    changed(school / "layouts/letter.docx", FOOTER, r"\{\{ sender\.name \}\}", broken)
    assert handslag("layout", "check").exit_code == 0
    assert "Vakcollege De Vuurbaak · DV-2027-0001" in words(made("--format", "docx").read_bytes())


def test_a_document_on_own_paper_is_valid_and_counts_as_ours(school: Path) -> None:
    handslag("layout", "export", "agreement")
    in_word(school / "layouts/agreement.docx", lambda document: document.sections[0].first_page_header.add_paragraph("Leuze"))
    result = handslag("draft", "cooperation-agreement", "roc-noorderlee", "--date", "2027-06-17", "--format", "docx")
    path = Path(result.stdout.strip())
    assert "Leuze" in words(path.read_bytes())
    told = subprocess.run(["node", str(VALIDATOR), str(path)], capture_output=True, text=True, check=False)
    assert json.loads(told.stdout)["errors"] == []


def test_the_schools_own_theme_holds_where_the_house_style_chooses_nothing(school: Path) -> None:
    changed(school / "layouts/letter.docx", "word/theme/theme1.xml", "1B5E6F", "AA3300")
    assert "AA3300" in part(made("--format", "docx").read_bytes(), "word/theme/theme1.xml")


@pytest.mark.parametrize("name", ["brief.docx", "Letter.docx", "print.scss", "notities.txt"])
def test_a_file_that_would_not_be_used_is_told(school: Path, name: str) -> None:
    (school / "layouts" / name).write_bytes(b"x")
    for words_ in (("layout", "check"), LETTER):
        result = handslag(*words_)
        assert result.exit_code == 1
        assert f"layouts/{name}: is no layout that handslag knows, and would not be used" in result.output


def test_what_word_leaves_while_it_is_open_is_no_layout(school: Path) -> None:
    (school / "layouts/~$letter.docx").write_bytes(b"x")
    assert handslag("layout", "check").exit_code == 0


def test_own_page_and_styles_make_pdf_and_web_page_with_their_pictures(school: Path) -> None:
    handslag("layout", "export", "page")
    (school / "layouts/zegel.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9" fill="#7A1F5C"/></svg>', "utf-8"
    )
    edit(school / "layouts/print.css", ".note {", ".letterhead { background: url(zegel.svg) } .note {")
    edit(school / "layouts/page.html", "<main>", '<main>\n<p class="motto">Samen leren</p>')
    assert handslag("layout", "check").exit_code == 0
    html = made("--format", "html").read_text("utf-8")
    assert 'class="motto">Samen leren' in html
    assert "url(data:image/svg+xml;base64," in html
    edit(school / "layouts/page.html", '<p class="motto">Samen leren</p>', '<p class="kind">Samen leren</p>')
    assert "SAMEN LEREN" in page_texts(made("--format", "pdf").read_bytes())[0]


def test_a_page_without_a_place_for_the_text_is_told(school: Path) -> None:
    handslag("layout", "export", "page")
    edit(school / "layouts/page.html", "{{ body }}", "")
    result = handslag("layout", "check")
    assert result.exit_code == 1
    assert "layouts/page.html: has no place for the text" in result.stdout


def test_styles_that_hide_a_word_are_told_as_the_schools_own(school: Path) -> None:
    handslag("layout", "export", "page")
    edit(school / "layouts/print.css", ".note {", ".letterhead .sender { display: none } .note {")
    result = handslag("layout", "check")
    assert result.exit_code == 1
    assert "the layout is your own (layouts/page.html, layouts/print.css)" in result.stdout


def test_a_changed_letterhead_makes_the_letters_of_a_batch_anew(school: Path) -> None:
    batch = ("batch", "thank-you-letter", "--format", "docx", "--date", "2027-06-17")
    assert "made" in handslag(*batch).stdout
    assert "7 unchanged" in handslag(*batch).stdout
    in_word(school / "layouts/letter.docx", lambda document: document.sections[0].footer.add_paragraph("Leuze"))
    assert "7 made" in handslag(*batch).stdout


def test_a_batch_is_printed_together_and_one_that_fails_bars_no_other(school: Path) -> None:
    styled(school, "{pdf_engine: libreoffice}")
    batch = ("batch", "thank-you-letter", "--format", "pdf", "--date", "2027-06-17", "--workers", "2")
    result = handslag(*batch)
    assert "7 made" in result.stdout, result.output
    prints = sorted((school / "made").glob("*.pdf"))
    assert len(prints) == 7
    assert all("Vakcollege De Vuurbaak" in page_texts(path.read_bytes())[0] for path in prints)


def test_a_print_is_the_same_each_time(school: Path) -> None:
    styled(school, "{pdf_engine: libreoffice}")
    first = made("--format", "pdf").read_bytes()
    assert made("--format", "pdf", "--force").read_bytes() == first


def test_without_libreoffice_nothing_is_made_and_it_is_said(school: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    styled(school, "{pdf_engine: libreoffice}")
    monkeypatch.setenv("PATH", str(school))
    result = handslag(*LETTER)
    assert result.exit_code == 1
    assert "this PDF is printed by LibreOffice, and that is not on this machine" in result.stderr
    assert not list(school.glob("made/*"))


def test_a_font_that_would_be_printed_as_another_is_told(school: Path) -> None:
    styled(school, "{pdf_engine: libreoffice}")
    changed(school / "layouts/letter.docx", STYLES, '<w:rFonts w:asciiTheme="majorHAnsi"', '<w:rFonts w:ascii="Nergens Sans"')
    said = "layouts/letter.docx: uses the font 'Nergens Sans', which is not on this machine: LibreOffice would print another"
    assert said in handslag("layout", "check").stdout
    assert said in handslag(*LETTER).stderr
