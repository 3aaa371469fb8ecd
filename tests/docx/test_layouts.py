"""Layouts that people bring: styles by name, a house style in the theme, and everything that bars a layout, in a sentence."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

import docx
import pytest
from PIL import Image

from generator.errors import BadInput, BadText
from generator.look import Logo, Look
from generator.writers.docx import read_docx, write_docx
from generator.writers.fonts import width_of
from tests.docx.sample import LAYOUT, LAYOUTS, REGULAR, made, names, part, relaid
from tests.docx.texts import AGREEMENT

SMALL = "# T\n\n## Doel {#a}\n\n1. een\n"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100"><circle cx="50" cy="50" r="50" fill="#A0401A"/></svg>'


def picture(kind: str) -> bytes:
    file = BytesIO()
    Image.new("RGB", (600, 200), "#A0401A").save(file, kind)
    return file.getvalue()


def test_styles_are_found_by_name_whatever_their_id() -> None:
    found = {"Heading1": "Kop1", "Member": "Lid", "Strong": "Zwaar", "TableText": "Tabeltekst"}
    with zipfile.ZipFile(BytesIO(LAYOUT)) as old:
        parts = {name: old.read(name).decode() for name in old.namelist()}
    for identity, other in found.items():
        change = re.compile(rf'(w:styleId|w:(?:pStyle|rStyle|basedOn|next|tblStyle) w:val)="{identity}"')
        parts = {name: change.sub(rf'\1="{other}"', xml) for name, xml in parts.items()}
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as new:
        for name, xml in parts.items():
            new.writestr(name, xml)
    layout = file.getvalue()
    data = write_docx(made(AGREEMENT), layout)
    assert [line.style for line in read_docx(data).lines] == [
        line.style for line in read_docx(write_docx(made(AGREEMENT), LAYOUT)).lines
    ]
    assert ['"Kop1"' in part(data, "word/document.xml"), '"Heading1"' in part(data, "word/document.xml")] == [True, False]


@pytest.mark.parametrize("style", ["paragraph style 'Member'", "paragraph style 'Closing Name'", "table style 'Entry Table'"])
def test_a_layout_without_the_styles_it_needs_is_refused_with_all_their_names(style: str) -> None:
    name = style.split("'")[1]
    layout = relaid({"word/styles.xml": (f'<w:name w:val="{name}"/>', '<w:name w:val="Lid"/>')})
    with pytest.raises(BadText) as refused:
        write_docx(made(SMALL), layout)
    assert str(refused.value) == f"agreement.docx: the layout has no {style}"


def test_a_style_without_its_numbering_is_refused() -> None:
    layout = relaid({"word/styles.xml": ('<w:numPr><w:numId w:val="2"/></w:numPr>', "")})
    with pytest.raises(BadText, match=r"^agreement\.docx: the layout has no numbering in the style 'Party'$"):
        write_docx(made(SMALL), layout)


BODY, FOOTER, RELATIONS = "word/document.xml", "word/footer1.xml", "word/_rels/document.xml.rels"
SENDER = "{{ sender.name }}"
TAG = "{{p body }}"
END = "</Relationships>"
ELSEWHERE = (
    f'<Relationship Id="x" Type="http://x/attachedTemplate" Target="http://x.example/t.dotm" TargetMode="External"/>{END}'
)
MACRO = f'<Relationship Id="x" Type="http://x/vbaProject" Target="vbaProject.bin"/>{END}'
FETCH = " INCLUDETEXT http://x.example "
TWICE = f"{TAG}</w:t></w:r></w:p><w:p><w:r><w:t>{TAG}</w:t></w:r></w:p>"
COUNTS = r"does not count as the text does: '1' where the text has '1\.1'"

REFUSED = {
    "no place for the text": (BODY, TAG, "Tekst", r"no place for the text: '\{\{p body \}\}'"),
    "the text inside a line": (BODY, TAG, "{{ body }}", r"no place for the text: '\{\{p body \}\}'"),
    "the text twice": (BODY, f"{TAG}</w:t></w:r></w:p>", TWICE, "no place for the text"),
    "an unknown name": (
        FOOTER,
        SENDER,
        "{{ adres }}",
        r"a footer, '.*': the layout has a tag '\{\{ adres \}\}' that cannot be filled: 'adres' is undefined",
    ),
    "an unknown part of a name": (
        FOOTER,
        SENDER,
        "{{ sender.fax }}",
        r"a footer, '\{\{ sender\.fax \}\} · .*': the layout has a tag .* there is no 'fax'",
    ),
    "half a tag": (FOOTER, SENDER, "{{ sender.name", r"a footer, '\{\{ sender\.name · .*': the layout has a"),
    "a stray brace": (
        FOOTER,
        SENDER,
        "sender.name }}",
        r"a footer, 'sender\.name \}\}.*': the layout has a '\}\}' that is not a whole tag",
    ),
    "code": (FOOTER, SENDER, "{{ ''.__class__ }}", "cannot be filled: access to attribute '__class__'"),
    "broken XML": ("word/styles.xml", "</w:styles>", "", r"word/styles\.xml is not XML"),
    "a field that fetches": (
        FOOTER,
        " NUMPAGES ",
        FETCH,
        r"it has a field that reads, runs or sends something \(INCLUDETEXT\)",
    ),
    "another way to count": ("word/numbering.xml", 'w:val="%1.%2"', 'w:val="%2"', COUNTS),
    "a template from elsewhere": (RELATIONS, END, ELSEWHERE, "it has an attached template"),
    "a macro": (RELATIONS, END, MACRO, "it has a macro"),
}


@pytest.mark.parametrize(("name", "old", "new", "message"), REFUSED.values(), ids=REFUSED)
def test_a_layout_that_cannot_be_used_is_refused_in_a_sentence(name: str, old: str, new: str, message: str) -> None:
    with pytest.raises(BadText, match=rf"^agreement\.docx: .*{message}"):
        write_docx(made(SMALL), relaid({name: (old, new)}))


@pytest.mark.parametrize(
    ("data", "said"), [(b"", "is empty"), (b"no zip", "is not a Word file"), (b"PK\x03\x04 broken", "is not a Word file")]
)
def test_what_is_no_word_file_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(BadText, match=rf"^agreement\.docx: this.* {said}"):
        write_docx(made(SMALL), data)


def test_a_layout_that_unpacks_to_far_too_much_is_refused() -> None:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("[Content_Types].xml", b" " * 61_000_000)
    with pytest.raises(BadText, match="61 MB when unpacked"):
        write_docx(made(SMALL), file.getvalue())


def test_a_tag_that_word_broke_over_runs_is_filled() -> None:
    broken = '{</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>{ sender</w:t></w:r><w:r><w:t xml:space="preserve">.name }}'
    data = write_docx(made(SMALL), relaid({"word/footer1.xml": ("{{ sender.name }}", broken)}))
    assert "Vakcollege De Vuurbaak" in read_docx(data).pages["word/footer1.xml"]


def test_a_layout_may_change_a_value() -> None:
    data = write_docx(made(SMALL), relaid({"word/footer1.xml": ("{{ sender.name }}", "{{ sender.name | upper }}")}))
    assert "VAKCOLLEGE DE VUURBAAK" in read_docx(data).pages["word/footer1.xml"]


def test_the_house_style_is_in_the_theme_and_in_every_colour_written_out() -> None:
    data = write_docx(made(AGREEMENT, look=Look(accent="#A0401A", font="Huis", font_files=(REGULAR,))), LAYOUT)
    theme = part(data, "word/theme/theme1.xml")
    assert '<a:accent1><a:srgbClr val="A0401A"/>' in theme
    assert re.findall(r'<a:latin typeface="([^"]*)"', theme) == ["Huis", "Huis"]
    for name in ("word/styles.xml", "word/numbering.xml"):
        assert "1B5E6F" not in part(data, name)
    assert 'w:fill="F8F0ED" w:themeFill="accent1"' in part(data, "word/styles.xml")


def test_no_colour_or_font_stands_in_the_text_itself() -> None:
    xml = part(write_docx(made(AGREEMENT), LAYOUT), "word/document.xml")
    assert re.findall(r"<w:(color|rFonts|sz|shd)\b", xml) == []


@pytest.mark.parametrize(("kind", "data"), [("png", picture("PNG")), ("jpeg", picture("JPEG"))])
def test_a_logo_stands_in_the_letterhead_instead_of_the_name(kind: str, data: bytes) -> None:
    made_file = write_docx(made(SMALL, look=Look(logo=Logo(data, f"image/{kind}", 'Logo van "De Vuurbaak"'))), LAYOUT)
    header = part(made_file, "word/header1.xml")
    assert 'descr="Logo van &quot;De Vuurbaak&quot;"' in header
    assert '<wp:extent cx="1944000" cy="648000"/>' in header
    assert "Vakcollege De Vuurbaak" not in read_docx(made_file).pages["word/header1.xml"]
    assert f"word/media/logo.{kind}" in names(made_file)
    assert "rIdLogo" in part(made_file, "word/_rels/header1.xml.rels")


def test_an_svg_logo_has_a_png_beside_it() -> None:
    data = write_docx(made(SMALL, look=Look(logo=Logo(SVG, "image/svg+xml", "Logo"))), LAYOUT)
    with zipfile.ZipFile(BytesIO(data)) as file:
        assert file.read("word/media/logo.svg") == SVG
        png = Image.open(BytesIO(file.read("word/media/logo.png")))
    assert round(png.width / png.height, 1) == 3
    assert [png.getpixel((png.height // 2, png.height // 2)), png.getpixel((1, 1))] == [(160, 64, 26, 255), (255, 255, 255, 0)]
    assert "svgBlip" in part(data, "word/header1.xml")


@pytest.mark.parametrize(
    ("media_type", "data"), [("image/png", b"no picture"), ("image/svg+xml", b"<svg/>"), ("image/svg+xml", b"<svg")]
)
def test_a_logo_that_cannot_be_read_is_refused(media_type: str, data: bytes) -> None:
    with pytest.raises(BadInput, match=r"^school\.yaml: house_style\.logo: the logo cannot be (read as image/png|used): "):
        write_docx(made(SMALL, look=Look(logo=Logo(data, media_type, "Logo"))), LAYOUT)


def test_a_final_document_does_not_say_concept() -> None:
    pages = read_docx(write_docx(made(SMALL, draft=False), LAYOUT)).pages
    assert not any("CONCEPT" in text for text in pages.values())
    drafts = read_docx(write_docx(made(SMALL), LAYOUT)).pages
    assert ["CONCEPT" in drafts[f"word/header{n}.xml"] for n in (1, 2)] == [True, True]


def test_every_page_has_the_reference_and_the_page_number() -> None:
    pages = read_docx(write_docx(made(SMALL), LAYOUT)).pages
    assert pages["word/footer1.xml"] == "Vakcollege De Vuurbaak · DV-2027-001-SO\tPagina 1 van 1"
    assert pages["word/header2.xml"] == "Samenwerkingsovereenkomst · DV-2027-001-SO\tCONCEPT"


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_layout_in_the_package_is_what_its_script_makes(layout: str) -> None:
    from tools.build_layout import parts

    with zipfile.ZipFile(BytesIO(LAYOUTS[layout])) as file:
        assert {name: file.read(name).decode() for name in file.namelist()} == parts(layout)
    assert docx.Document(BytesIO(LAYOUTS[layout])).styles["Member"].name == "Member"


def test_the_number_of_an_article_runs_on_in_its_heading_so_that_no_font_is_too_wide_for_it() -> None:
    (level,) = re.findall(r'<w:lvl w:ilvl="0">(?:(?!</w:lvl>).)*"Artikel %1".*?</w:lvl>', part(LAYOUT, "word/numbering.xml"))
    assert '<w:suff w:val="space"/>' in level
    assert "<w:tab " not in level


def test_a_rule_above_a_signature_has_room_on_both_sides() -> None:
    body = part(
        write_docx(made("# T\n\nAldus getekend,\n\n::: signature\nNamens de School:\n:::\n"), LAYOUT), "word/document.xml"
    )
    before, rule = body.split("<w:tbl>", 1)
    gap = before.rpartition("<w:p>")[2]
    assert '<w:keepNext/><w:spacing w:after="200"/>' in gap
    assert rule.count('<w:tcMar><w:top w:w="170" w:type="dxa"/></w:tcMar>') == 1


def test_no_word_of_a_full_table_breaks_in_a_wide_font() -> None:
    head = ["Activiteit", "Plaats", "Periode", "Tijd", "Deelnemers", "Verantwoordelijk"]
    cells = ["lastechniek", "Vakcollege", "16-9-2027,", "10.00-11.30 uur", "leerlingen,", "mevrouw"]
    table = "\n".join(f"| {' | '.join(line)} |" for line in (head, ["---"] * 6, cells))
    look = Look(font="DejaVu Serif")
    body = part(write_docx(made(f"# T\n\n{table}\n", look=look), LAYOUT), "word/document.xml")
    columns = [int(width) for width in re.findall(r'<w:gridCol w:w="(\d+)"/>', body)]
    assert sum(columns) == 9072
    for column, words in zip(columns, zip(head, cells, strict=True), strict=True):
        assert all(width_of(look, part_) * 190 + 216 <= column for word in words for part_ in re.split("(?<=-)", word))
