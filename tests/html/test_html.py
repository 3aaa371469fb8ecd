"""HTML: one file that shows, reads aloud and prints by itself."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, get_args

import pytest
import tinyhtml5

from generator.blocks import (
    Block,
    Box,
    BoxKind,
    Document,
    Entry,
    Heading,
    Inline,
    Item,
    Link,
    Numbering,
    Paragraph,
    Sender,
    Table,
    Tick,
    WriteLine,
)
from generator.colour import contrast, readable, tint
from generator.errors import BadText
from generator.look import Logo, Look
from generator.readback import canonical, pieces
from generator.writers.html import solved, write_html
from tests.pdf.sample import LAYOUTS, agreement, article, document, items, labelled, long_table, par, words
from tests.pdf.sample_forms import SCALE, bound, form
from tests.pdf.sample_letters import letter, press_release

NASTY = "Jansen & Zn. <B.V.> \"x\" 'y' *_{{7*7}}_* | #1 \\ </style><script>alert(1)</script> {% raw %} <!-- ]]>"


def parsed(html: str) -> Any:
    return tinyhtml5.parse(html, namespace_html_elements=False)


def text_of(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def found(html: str, path: str) -> list[str]:
    return [text_of(element) for element in parsed(html).findall(f".//{path}")]


def test_an_agreement_has_a_language_a_title_and_headings_in_order() -> None:
    root = parsed(write_html(agreement(), LAYOUTS))
    assert root.get("lang") == "nl"
    assert text_of(root.find(".//title")) == "Samenwerkingsovereenkomst Keuzevak robotica"
    headings = [(e.tag, text_of(e)) for e in root.iter() if e.tag in {"h1", "h2", "h3"}]
    assert headings == [
        ("h1", "Keuzevak robotica"),
        ("h2", "Partijen"),
        ("h2", "Overwegingen"),
        ("h2", "Artikel 1 Doel"),
        ("h2", "Artikel 2 Financiën"),
        ("h3", "Contact"),
        ("h2", "Artikel 3 Planning"),
        ("h2", "Bijlagen"),
    ]


def test_no_word_is_lost_or_added() -> None:
    body = parsed(write_html(agreement(), LAYOUTS)).find(".//div[@class='body']")
    assert canonical("".join(body.itertext())) == canonical(" ".join(pieces(agreement(), numbers=True)))


def test_numbers_are_text_and_references_are_links() -> None:
    root = parsed(write_html(agreement(), LAYOUTS))
    numbers = [text_of(e) for e in root.iter("span") if e.get("class") == "number"]
    assert numbers[:10] == ["1.", "2.", "A.", "B.", "Artikel 1", "1.1", "1.2", "a.", "b.", "c."]
    assert numbers[-4:] == ["3.1", "3.2", "Bijlage 1", "Bijlage 2"]
    links = [(e.get("href"), text_of(e)) for e in root.iter("a")]
    assert links == [
        ("#finance", "artikel 2"),
        ("#annex-plan", "bijlage 1"),
        ("mailto:info@devuurbaak.example", "info@devuurbaak.example"),
    ]
    anchors = {e.get("id") for e in root.iter() if e.get("id")}
    assert {"finance", "annex-plan"} <= anchors


def test_tables_say_what_heads_a_column_and_what_a_row() -> None:
    facts = Box(BoxKind.FACTS, (labelled(("Partner", words("ROC"))),))
    html = write_html(document(facts, long_table(2)), LAYOUTS)
    scopes = [(e.get("scope"), text_of(e)) for e in parsed(html).iter("th")]
    assert scopes == [("row", "Partner"), ("col", "Activiteit"), ("col", "Wanneer"), ("col", "Bedrag")]
    assert found(html, "thead/tr/th[@class='right']") == ["Bedrag"]


def test_a_blank_is_a_field_with_its_label_and_a_write_line_says_what_it_is_for() -> None:
    root = parsed(write_html(agreement(), LAYOUTS))
    blanks = [(e.get("data-path"), text_of(e)) for e in root.iter("span") if e.get("class") == "blank"]
    assert blanks == [("partner.ids.kvk", "KVK-nummer")]
    lines = [e.get("aria-label") for e in root.iter("span") if e.get("class") == "write"]
    assert lines == ["plaats en datum", "handtekening"] * 2


def test_data_is_data() -> None:
    meta = replace(
        document().meta, title=NASTY, kind_name=NASTY, reference=NASTY, subject=NASTY, sender=Sender(NASTY, (NASTY,))
    )
    look = Look(font=NASTY, font_files=(("Huis.ttf", (LAYOUTS / "fonts" / "Carlito-Bold.ttf").read_bytes()),))
    html = write_html(replace(document(par(NASTY), look=look), meta=replace(meta, look=look)), LAYOUTS)
    root = parsed(html)
    assert root.findall(".//script") == []
    assert len(root.findall(".//style")) == 1
    assert found(html, "div[@class='body']/p") == [NASTY]
    assert text_of(root.find(".//title")) == NASTY
    assert root.find(".//meta[@name='description']").get("content") == NASTY


def test_nothing_is_fetched_and_nothing_runs() -> None:
    logo = Logo(b"\x89PNG\r\n\x1a\n", "image/png", "Logo van de school")
    html = write_html(agreement(look=Look(logo=logo)), LAYOUTS)
    root = parsed(html)
    assert [(e.get("src")[:22], e.get("alt")) for e in root.iter("img")] == [("data:image/png;base64,", "Logo van de school")]
    assert [e.tag for e in root.iter() if e.tag in {"script", "link", "iframe", "object", "base"}] == []
    assert "@import" not in html
    assert "url(" not in html


def test_the_schools_own_font_is_inside() -> None:
    look = Look(font="Huis", font_files=(("Huis-Bold.ttf", (LAYOUTS / "fonts" / "Carlito-Bold.ttf").read_bytes()),))
    html = write_html(document(look=look), LAYOUTS)
    assert '@font-face { font-family: "Huis"; font-weight: 700; font-style: normal; src: url("data:font/ttf;base64,' in html
    assert '--font: "Huis", Carlito' in html


def test_english_speaks_english() -> None:
    made = document(draft=True)
    html = write_html(replace(made, meta=replace(made.meta, language="en")), LAYOUTS)
    assert parsed(html).get("lang") == "en"
    assert found(html, "p[@class='on-screen draft']") == ["DRAFT"]


def test_a_final_document_does_not_say_concept() -> None:
    assert "CONCEPT" not in write_html(document(draft=False), LAYOUTS)


def test_lists_in_lists_and_blocks_in_items_keep_their_number() -> None:
    html = write_html(document(*article("Doel", "doel", items(Numbering.MEMBER, "een", "twee"))), LAYOUTS)
    assert found(html, "li") == ["1.1 een", "1.2 twee"]


@pytest.mark.parametrize("target", ["https:devuurbaak.example", "http://x.example/?a=1&b=2", "mailto:a@b.example", "tel:+31"])
def test_a_link_goes_where_the_text_says(target: str) -> None:
    html = write_html(document(Paragraph((Link(words("x"), target),))), LAYOUTS)
    assert [e.get("href") for e in parsed(html).iter("a")] == [target]


def test_a_row_to_write_on_is_marked_for_its_space() -> None:
    html = write_html(document(Box(BoxKind.SIGNATURE, (labelled(("Datum", (WriteLine("datum"),))),))), LAYOUTS)
    assert found(html, "tr[@class='to-write']/th") == ["Datum"]


def test_a_letter_has_its_parts_and_no_kind() -> None:
    html = write_html(letter(look=Look(window="right"), draft=True), LAYOUTS)
    assert parsed(html).find(".//body").get("class") == "letter thank-you-letter window-right"
    parts = [e.get("class") for e in parsed(html).iter("div") if e.get("class") not in {"letterhead", "body"}]
    assert parts == ["address", "details", "closing"]
    assert [(e.get("scope"), text_of(e)) for e in parsed(html).iter("th")] == [("row", "Datum"), ("row", "Ons kenmerk")]
    assert found(html, "p[@class='kind']") == []
    assert found(html, "p[@class='on-screen draft']") == ["CONCEPT"]


def test_a_press_release_has_its_kind_and_named_passages() -> None:
    html = write_html(press_release(), LAYOUTS)
    assert found(html, "p[@class='kind']") == ["Persbericht"]
    assert found(html, "div[@class='passage lead']/p") == ["Dertig leerlingen bouwen een robot met vakmensen."]


def test_places_to_fill_in_have_a_name_for_who_cannot_see_them() -> None:
    root = parsed(write_html(form(statements=1), LAYOUTS))
    places = [(e.tag, e.get("type"), e.get("name"), e.get("aria-label")) for e in root.iter() if e.tag in {"input", "textarea"}]
    assert places == [
        ("input", "text", None, "ingevuld door"),
        ("input", "text", None, "datum"),
        *(("input", "radio", "vraag-0", f"Afspraken zijn duidelijk: {mark}") for mark in SCALE),
        ("textarea", None, None, "toelichting bij afspraken"),
        ("input", "checkbox", None, "mail mij de uitkomst"),
    ]
    assert [(e.get("rows"), e.get("style")) for e in root.iter("textarea")] == [("4", "--lines: 4")]


def test_a_label_is_no_markup() -> None:
    root = parsed(write_html(document(Paragraph((Entry(NASTY, 2), Tick(NASTY, NASTY), Entry(NASTY)))), LAYOUTS))
    assert [e.get("aria-label") for e in root.iter() if e.tag in {"input", "textarea"}] == [NASTY] * 3
    assert root.find(".//input[@type='radio']").get("name") == NASTY


def test_bound_papers_are_sections() -> None:
    html = write_html(bound(), LAYOUTS)
    assert found(html, "section[@class='part']/h1") == [
        "Keuzevak robotica",
        "Keuzevak robotica",
        "Bijlage 1: Jaarplanning",
        "Bijlage 2: Begroting",
    ]


def test_the_samples_have_every_block_and_inline_there_is() -> None:
    used = set(parts(agreement(), letter(), press_release(), form(), bound()))
    assert used == {*get_args(Block), *get_args(Inline), *BoxKind, *Numbering}


def parts(*trees: object) -> Iterator[object]:
    """The type of every block and inline, and every kind of box and list."""
    for tree in trees:
        match tree:
            case tuple():
                yield from parts(*tree)
            case BoxKind() | Numbering():
                yield tree
            case Document() | Item():
                yield from parts(tree.blocks)
            case _ if type(tree) in {*get_args(Block), *get_args(Inline)}:
                yield type(tree)
                yield from (part for field in fields(tree) for part in parts(getattr(tree, field.name)))  # type: ignore[arg-type]


def test_what_is_not_in_the_tree_is_an_error() -> None:
    with pytest.raises((KeyError, BadText)):
        write_html(document(Table((), (("x",),), ())), LAYOUTS)  # type: ignore[arg-type]
    with pytest.raises(KeyError):
        write_html(document("text"), LAYOUTS)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("page", "fault"),
    [
        ("<title>{{ meta.titel }}</title>", r"layouts/page\.html:1: .*titel"),
        ("<p>\n{{ nobody }}</p>", r"layouts/page\.html:2: 'nobody' is undefined"),
        ("{% if %}", r"layouts/page\.html:1: "),
        ("{{ meta.look.logo }}", "a layout prints a value that is None"),
        ("{{ ''.__class__.__mro__ }}", "unsafe"),
    ],
)
def test_a_layout_with_a_fault_is_refused_with_its_place(tmp_path: Path, page: str, fault: str) -> None:
    for name in ("print.css", "screen.css"):
        shutil.copy(LAYOUTS / name, tmp_path)
    (tmp_path / "page.html").write_text(page, "utf-8")
    with pytest.raises(BadText, match=fault):
        write_html(document(), tmp_path)


def test_a_folder_without_a_layout_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadText, match=r"print\.css: the layout cannot be read"):
        write_html(document(), tmp_path)


@pytest.mark.parametrize("accent", ["#FFFF00", "#1B5E6F", "#000000", "#FFFFFF", "#E6007E"])
def test_text_in_the_accent_can_be_read(accent: str) -> None:
    assert contrast(readable(accent), tint(accent)) >= 4.5
    assert contrast(readable(accent), "#FFFFFF") >= 4.5


def test_a_variable_is_filled_in_unless_the_sheet_has_a_value_of_its_own_for_it() -> None:
    look = Look(accent="#1B5E6F", font="Gill")
    css = "p { --tint: red; color: var(--accent); background: var(--tint); font-family: var(--font); margin: var(--gap) }"
    assert solved(css, look) == (
        "p { --tint: red; color: #1B5E6F; background: var(--tint); "
        'font-family: "Gill", Carlito, Calibri, "DejaVu Sans", "Noto Emoji"; margin: var(--gap) }'
    )


def test_a_good_accent_stays_as_it_is() -> None:
    assert readable("#1B5E6F") == "#1B5E6F"
    assert tint("#1B5E6F") == "#EDF2F3"


def test_heading_levels_below_the_article_are_kept() -> None:
    html = write_html(document(Heading(2, words("Deel")), Heading(3, words("Onderdeel"))), LAYOUTS)
    assert found(html, "h3") == ["Onderdeel"]
