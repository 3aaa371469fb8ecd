"""Letters and press releases: an address in the window, an end that stays whole, page numbers from page 2."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest

from generator.blocks import Document, Sender
from generator.look import Logo, Look
from generator.writers.docx import read_docx
from tests.docx.sample import META, letter, press_release, written
from tests.docx.test_layouts import picture
from tests.docx.texts import LETTER
from tests.office import Word, pages, printed

SIX = Sender(
    "Vakcollege De Vuurbaak",
    ("Smidsweg 7A, 1236 CD ’s-Heerenvoorde", "Postbus 12, 1236 ZZ ’s-Heerenvoorde", "035 - 555 01 20", "a@b.example", "b", "c"),
)
LONG = ("Stichting Samenwerkende Instellingen " * 9)[:300].strip()
LONG_LETTER = LETTER.replace("Constructiebedrijf Van ’t Veld & Zonen B.V.", LONG)
LOGO = Logo(picture("PNG"), "image/png", "Logo")
LETTERS: dict[str, Document] = {
    "left": letter(),
    "right": letter(look=Look(window="right")),
    "one-line": letter(sender=replace(META.sender, lines=("a",)), draft=False),
    "six-lines": letter(sender=SIX),
    "six-lines-and-logo": letter(sender=SIX, look=Look(logo=LOGO, window="right")),
    "long": letter(LONG_LETTER, sender=replace(SIX, name=LONG), look=Look(window="right")),
    "english": letter(language="en", draft=False),
    **{f"{n}-lines": letter(LETTER.replace("Geachte heer", "Regel.\n\n" * n + "Geachte heer")) for n in range(2, 14)},
}
ORDINARY = ("left", "right", "one-line", "six-lines", "six-lines-and-logo")
LENGTHS = [name for name in LETTERS if name.endswith("-lines") and name[0].isdigit()]


@pytest.fixture(scope="module")
def prints(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[list[Word]]]:
    """Every letter as LibreOffice prints it: the words of its pages."""
    folder = tmp_path_factory.mktemp("letters")
    for name, document in LETTERS.items():
        (folder / f"{name}.docx").write_bytes(written(document))
    return {Path(name).stem: pages(pdf) for name, pdf in printed(sorted(folder.glob("*.docx")), folder / "printed").items()}


def lines(data: bytes) -> list[tuple[str, str]]:
    return [(line.style, line.text) for line in read_docx(data).lines if line.style != "Table Gap"]


def test_a_letter_is_address_details_subject_text_end_and_enclosures() -> None:
    found = lines(written(letter()))
    assert [style for style, _ in found] == [
        "Address Text",
        *("Details Label", "Details Text") * 2,
        "Title",
        *("Normal",) * 3,
        *("List Bullet",) * 3,
        "Normal",
        "Closing Text",
        "Closing Name",
        *("Enclosures",) * 2,
    ]
    assert found[-3:] == [
        ("Closing Name", "mevrouw drs. M.J. de Graaf\nteamleider\nVakcollege De Vuurbaak"),
        ("Enclosures", "Bijlage: programma van 6\N{NO-BREAK SPACE}juni 2028"),
        ("Enclosures", "Kopie: mevrouw A.B. van der Ven-van Dijk MBA"),
    ]


def at_the_head(word: Word) -> bool:
    return word.top < 25


def at_the_foot(word: Word) -> bool:
    return word.top > 275


def test_a_second_signatory_has_room_to_sign_and_no_greeting() -> None:
    ends = "::: closing\nGroet,\n\nA\\\nbestuurder\n:::\n\n::: closing\nB\n:::\n"
    found = lines(written(letter(f"# T\n\ntekst\n\n{ends}")))
    assert found[2:] == [("Closing Text", "Groet,"), ("Closing Name", "A\nbestuurder"), ("Closing Name", "B")]


@pytest.mark.parametrize(
    ("before", "last"),
    [("tekst", ["tekst"]), ("- a\n- b", ["eerste", "b"]), ("| a | b |\n|---|---|\n| c | d |", ["c", "d", "eerste", ""])],
    ids=["text", "list", "table"],
)
def test_what_stands_before_the_end_of_a_letter_stays_with_it(before: str, last: list[str]) -> None:
    data = written(letter(f"# T\n\neerste\n\n{before}\n\n::: closing\nGroet,\n\nA\n:::\n"))
    document = docx.Document(BytesIO(data))
    cells = [paragraph for table in document.tables for cell in table.rows[-1].cells for paragraph in cell.paragraphs]
    kept = [paragraph.text for paragraph in (*cells, *document.paragraphs) if paragraph.paragraph_format.keep_with_next]
    assert kept == [*last, "Groet,", "A"]


@pytest.mark.slow
@pytest.mark.parametrize("name", ORDINARY)
def test_the_address_is_where_the_window_shows_it(name: str, prints: dict[str, list[list[Word]]]) -> None:
    first = prints[name][0]
    address = next(word for word in first if word.text == "Constructiebedrijf")
    side = LETTERS[name].meta.look.window
    assert (round(address.left), round(address.top)) == ({"left": 25, "right": 115}[side], 50)
    above = [word for word in first if word.top < address.top]
    assert max(word.bottom for word in above) < address.top
    assert next(word for word in first if word.text == "Plaats").top > 90, "the details would show in the window"


@pytest.mark.slow
def test_a_long_letterhead_and_a_long_address_stand_below_each_other(prints: dict[str, list[list[Word]]]) -> None:
    first = prints["long"][0]
    mark, place = (next(word for word in first if word.text == text) for text in ("CONCEPT", "Plaats"))
    address = [word for word in first if word.left > 114 and mark.bottom < word.bottom < place.top]
    assert " ".join(word.text for word in address).startswith(LONG[:200])
    assert max(word.right for word in address) <= 185.2
    assert address[-1].text == "’S-HEERENVOORDE"
    assert address[-1].bottom < place.top


@pytest.mark.slow
@pytest.mark.parametrize("name", [*ORDINARY, "english"])
def test_a_letter_of_a_hundred_and_fifty_words_fits_on_one_page_without_a_number(
    name: str, prints: dict[str, list[list[Word]]]
) -> None:
    (page,) = prints[name]
    assert len(page) > 130
    assert not {"Pagina", "Page"} & {word.text for word in page}
    assert "DV-2027-001-BD" in [word.text for word in page if at_the_foot(word)]


@pytest.mark.slow
@pytest.mark.parametrize("name", LENGTHS)
def test_the_end_of_a_letter_is_whole_and_has_text_above_it(name: str, prints: dict[str, list[list[Word]]]) -> None:
    found = prints[name]
    (place,) = [n for n, page in enumerate(found) if "teamleider" in [word.text for word in page]]
    words = [word.text for word in found[place]]
    assert words.index("hartelijk.") < words.index("Met") < words.index("teamleider") < words.index("Kopie:")
    for number, page in enumerate(found[1:], 2):
        edges = [" ".join(word.text for word in page if inside(word)) for inside in (at_the_head, at_the_foot)]
        assert edges == [
            "Bedankbrief · DV-2027-001-BD CONCEPT",
            f"Vakcollege De Vuurbaak · DV-2027-001-BD Pagina {number} van {len(found)}",
        ]


@pytest.mark.slow
def test_the_lengths_tried_are_those_where_the_end_would_break(prints: dict[str, list[list[Word]]]) -> None:
    assert {len(prints[name]) for name in LENGTHS} == {1, 2}


def test_a_letter_has_no_kind_above_it_and_its_draft_mark_on_every_page() -> None:
    found = read_docx(written(letter())).pages
    assert {name[5:]: text.strip().splitlines() for name, text in found.items()} == {
        "header1.xml": [META.sender.name, *META.sender.lines, "CONCEPT"],
        "header2.xml": ["Bedankbrief · DV-2027-001-BD\tCONCEPT"],
        "footer1.xml": ["Vakcollege De Vuurbaak · DV-2027-001-BD\tPagina 1 van 1"],
        "footer2.xml": ["Vakcollege De Vuurbaak · DV-2027-001-BD"],
    }


def test_an_english_letter_has_english_pages() -> None:
    found = read_docx(written(letter(language="en"))).pages
    assert found["word/footer1.xml"].endswith("\tPage 1 of 1")
    assert found["word/header2.xml"].endswith("\tDRAFT")


def test_a_press_release_says_so_on_top_and_is_plain() -> None:
    data = written(press_release())
    found = lines(data)
    assert found[0] == ("Document Kind", "Persbericht")
    assert [text for style, text in found if style == "Title"] == ["Leerlingen lassen mee bij Van ’t Veld & Zonen"]
    assert {style for style, _ in found} == {"Document Kind", "Title", "Normal", "heading 1"}
    document = docx.Document(BytesIO(data))
    assert not document.tables
    sizes = {name: document.styles[name].font.size for name in ("Document Kind", "Title", "Letterhead Name")}
    assert {name: size and size.pt for name, size in sizes.items()} == {"Document Kind": 20, "Title": 17, "Letterhead Name": 12}
