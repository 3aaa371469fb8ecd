"""What a reader sees in Word: each paragraph with its style, its number and its words."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest

from generator.blocks import Document, Heading, Paragraph, Reference, Text
from generator.errors import OurFault
from generator.writers.docx import read_docx, write_docx
from tests.docx.sample import LAYOUT, META, made, part


def lines(markdown: str, **changes: object) -> list[tuple[str, str, str]]:
    """The lines of the text; the layout's own line before it is left out."""
    data = write_docx(made(markdown, **changes), LAYOUT)
    return [(line.style, line.number, line.text) for line in read_docx(data).lines[1:] if line.style != "Table Gap"]


def test_articles_members_and_points_are_numbered_by_word_and_start_again_by_themselves() -> None:
    points = "1. een\n\n   1. punt\n   1. punt\n\n1. twee\n\n   1. punt\n"
    text = f"# T\n\n## Doel {{#a}}\n\n{points}\n## Los\n\nniets\n\n## Geld {{#b}}\n\n1. een\n"
    assert lines(text) == [
        ("Title", "", "T"),
        ("heading 1", "Artikel 1", "Doel"),
        ("Member", "1.1", "een"),
        ("Point", "a.", "punt"),
        ("Point", "b.", "punt"),
        ("Member", "1.2", "twee"),
        ("Point", "a.", "punt"),
        ("heading 1", "", "Los"),
        ("Normal", "", "niets"),
        ("heading 1", "Artikel 2", "Geld"),
        ("Member", "2.1", "een"),
    ]


def test_members_run_on_through_an_article_with_a_table_in_it() -> None:
    found = lines("# T\n\n## Doel {#a}\n\n1. een\n\n| a | b |\n|---|--:|\n| c | d |\n\n2. twee\n")
    assert found[2:] == [
        ("Member", "1.1", "een"),
        ("Table Head", "", "a"),
        ("Table Head", "", "b"),
        ("Table Text", "", "c"),
        ("Table Text", "", "d"),
        ("Member", "1.2", "twee"),
    ]


def test_every_other_list_has_its_own_numbers_and_starts_again() -> None:
    text = "# T\n\n## Los\n\n1. een\n   - bul\n1. twee\n\nen\n\n1. weer een\n\n   1. punt\n\n1. weer twee\n\n   1. weer punt\n"
    assert lines(text)[2:] == [
        ("List Number", "1.", "een"),
        ("List Bullet", "–", "bul"),
        ("List Number", "2.", "twee"),
        ("Normal", "", "en"),
        ("List Number", "1.", "weer een"),
        ("List Letter", "a.", "punt"),
        ("List Number", "2.", "weer twee"),
        ("List Letter", "a.", "weer punt"),
    ]


def test_a_second_list_of_points_under_one_member_starts_again() -> None:
    found = lines("# T\n\n## Doel {#a}\n\n1. een\n\n   1. punt\n   1. punt\n\n   tussen\n\n   1. punt\n\n1. twee\n")
    assert [number for _, number, _ in found[2:]] == ["1.1", "a.", "b.", "", "a.", "1.2"]


def test_parties_recitals_and_annexes_have_a_numbering_of_their_own() -> None:
    text = "# T\n\n::: parties\n1. p\n1. q\n:::\n\n::: recitals\n1. r\n:::\n\n::: annexes\n1. s\n1. t {#annex-t}\n:::\n"
    assert lines(text)[1:] == [
        ("Party", "1.", "p"),
        ("Party", "2.", "q"),
        ("Recital", "A.", "r"),
        ("Annex", "Bijlage 1", "s"),
        ("Annex", "Bijlage 2", "t"),
    ]


def test_an_english_document_says_article_and_annex() -> None:
    text = "# T\n\n## Aim {#a}\n\n1. see [](#annex-t)\n\n::: annexes\n1. t {#annex-t}\n:::\n"
    data = write_docx(made(text, language="en"), LAYOUT)
    assert [(line.number, line.text) for line in read_docx(data).lines[2:]] == [
        ("Article 1", "Aim"),
        ("1.1", "see annex\N{NO-BREAK SPACE}1"),
        ("Annex 1", "t"),
    ]
    assert 'w:val="en-GB"' in part(data, "word/styles.xml")
    assert "DRAFT" in part(data, "word/header1.xml")
    assert ["Page " in part(data, "word/footer1.xml"), " of " in part(data, "word/footer1.xml")] == [True, True]


def test_a_cross_reference_is_a_field_with_the_number_as_its_result() -> None:
    xml = part(write_docx(made("# T\n\n## Doel {#goal}\n\n1. Zie [](#goal).\n"), LAYOUT), "word/document.xml")
    assert '<w:bookmarkStart w:id="0" w:name="_Ref_goal"/>' in xml
    assert " REF\t_Ref_goal \\r \\h \\t " in xml
    assert '"separate"/></w:r><w:r><w:t xml:space="preserve">1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/>' in xml


def test_a_reference_that_was_not_settled_is_a_fault_of_ours() -> None:
    document = Document(META, (Heading(1, (Text("T"),)), Paragraph((Reference("goal"),))))
    with pytest.raises(OurFault, match="was not settled"):
        write_docx(document, LAYOUT)


def test_a_blank_is_a_content_control_with_its_label_and_path() -> None:
    xml = part(write_docx(made("# T\n\nnummer [KVK-nummer](blank:partner.ids.kvk)\n"), LAYOUT), "word/document.xml")
    for piece in (
        'w:alias w:val="KVK-nummer"',
        'w:tag w:val="partner.ids.kvk"',
        "<w:showingPlcHdr/><w:text/>",
        "PlaceholderText",
    ):
        assert piece in xml


def test_a_table_has_a_repeated_head_whole_rows_and_a_description() -> None:
    data = write_docx(made("# T\n\n## Planning\n\n| Wat | Kosten |\n|---|--:|\n| les | 1 |\n"), LAYOUT)
    table = docx.Document(BytesIO(data)).tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["Wat", "Kosten"], ["les", "1"]]
    xml = part(data, "word/document.xml")
    assert (xml.count("<w:tblHeader/>"), xml.count("<w:cantSplit/>")) == (1, 2)
    assert '<w:tblCaption w:val="Planning"/><w:tblDescription w:val="Wat, Kosten"/>' in xml
    assert xml.count('<w:jc w:val="right"/>') == 2


def test_a_signature_box_is_one_table_whose_rows_stay_together() -> None:
    text = (
        "# T\n\n::: signature\n**Partner**\n\n| | |\n|---|---|\n| Naam | A |\n| Handtekening | [handtekening](write:) |\n:::\n"
    )
    data = write_docx(made(text), LAYOUT)
    table = docx.Document(BytesIO(data)).tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["Partner"] * 2, ["Naam", "A"], ["Handtekening", "\t"]]
    xml = part(data, "word/document.xml")
    assert xml.count("<w:cantSplit/>") == 3
    assert 'w:leader="underscore" w:pos="3402"' in xml
    styles = {
        paragraph.style.name for row in table.rows for cell in row.cells for paragraph in cell.paragraphs if paragraph.style
    }
    assert styles == {"Signature Text", "Signature Label"}
    assert all(docx.Document(BytesIO(data)).styles[name].paragraph_format.keep_with_next for name in styles)


def test_what_announces_a_list_stays_with_it() -> None:
    document = docx.Document(BytesIO(write_docx(made("# T\n\nToelichting.\n\nNodig is:\n\n- a\n- b\n"), LAYOUT)))
    kept = {paragraph.text: paragraph.paragraph_format.keep_with_next for paragraph in document.paragraphs}
    assert kept == {"Samenwerkingsovereenkomst": None, "T": None, "Toelichting.": None, "Nodig is:": True, "a": None, "b": None}


def test_links_open_and_are_written_once() -> None:
    data = write_docx(
        made("# T\n\n[a](https://x.example/?a=1&b=2) [b](https://x.example/?a=1&b=2) [c](mailto:a@x.example)\n"), LAYOUT
    )
    links = docx.Document(BytesIO(data)).paragraphs[-1].hyperlinks
    assert [link.address for link in links] == [
        "https://x.example/?a=1&b=2",
        "https://x.example/?a=1&b=2",
        "mailto:a@x.example",
    ]
    assert part(data, "word/_rels/document.xml.rels").count("TargetMode") == 2
