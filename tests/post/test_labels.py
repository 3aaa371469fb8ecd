"""Sheets of address labels: each address on its own label, whole, at the measure of the sheet; who got none is told."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

from benchmarks.partners import town
from generator.errors import BadInput, WrongUsage
from generator.look import Look
from generator.post.labels import SHEETS, Label, Labels, Sheet, sheet_named, write_label_sheets
from generator.wording.addresses import address_block
from generator.workspace import read
from tests.pdf.reading import MILLIMETRE, fonts, page_texts, reader

LONG = "Stichting Regionaal Opleidingencentrum voor Techniek, Vakmanschap en Dienstverlening Noorderlee-Zuid en Omstreken"
WIDE = sheet_named("99.1x38.1")
Box = tuple[float, float, float, float]


def printed(labels: list[Label], sheet: Sheet, start: int = 1, look: Look | None = None) -> Labels:
    return write_label_sheets(labels, sheet, start, "Adresetiketten", "nl", look)


def numbered(count: int, more: str = "Smidsweg 7A\n1236 CD  ’S-HEERENVOORDE") -> list[Label]:
    """Labels that say their number: ``N7``."""
    return [Label(f"partner {n}", f"N{n} & Zn. <B.V.>\n{more}") for n in range(count)]


def words(data: bytes, folder: Path) -> list[list[tuple[str, Box]]]:
    """Per page: each word with its left, top, right and bottom side in millimetres, as Poppler finds them."""
    file = folder / "labels.pdf"
    file.write_bytes(data)
    ran = subprocess.run(["pdftotext", "-bbox", str(file), "-"], capture_output=True, check=True)
    pages = ElementTree.fromstring(ran.stdout).iter("{http://www.w3.org/1999/xhtml}page")
    return [[(word.text or "", box(word)) for word in page] for page in pages]


def box(word: ElementTree.Element) -> Box:
    left, top, right, bottom = (float(word.attrib[side]) * MILLIMETRE for side in ("xMin", "yMin", "xMax", "yMax"))
    return left, top, right, bottom


def place(sheet: Sheet, number: int) -> Box:
    row, column = divmod(number, sheet.columns)
    left, top = sheet.left + column * sheet.across, sheet.top + row * sheet.down
    return left, top, left + sheet.width, top + sheet.height


def inside(word: Box, label: Box, free: tuple[float, float]) -> bool:
    sides, ends = free
    return (
        word[0] >= label[0] + sides - 0.1
        and word[1] >= label[1] + ends - 0.1
        and word[2] <= label[2] - sides + 0.1
        and word[3] <= label[3] - ends + 0.1
    )


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_each_address_stands_on_its_own_label(sheet: Sheet, tmp_path: Path) -> None:
    """The first sheet is half used, the second is full, the third has one label: row by row, from place 5 on."""
    made = printed(numbered(2 * sheet.count - 3), sheet, start=5)
    found: dict[int, tuple[int, int]] = {}
    for page, said in enumerate(words(made.data, tmp_path)):
        at = [next(n for n in range(sheet.count) if inside(where, place(sheet, n), sheet.inset)) for _, where in said]
        found |= {int(word[1:]): (page, n) for (word, _), n in zip(said, at, strict=True) if re.fullmatch(r"N\d+", word)}
        assert len(said) == 9 * len(set(at)), "each label says all of its words"
    assert found == {n: divmod(n + 4, sheet.count) for n in range(2 * sheet.count - 3)}
    assert made.faults == ()


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_a_sheet_is_on_the_paper_in_the_middle_of_it(sheet: Sheet) -> None:
    last = place(sheet, sheet.count - 1)
    assert 210 - last[2] == pytest.approx(sheet.left, abs=0.05)
    assert 297 - last[3] == pytest.approx(sheet.top, abs=0.5)
    sides, ends = sheet.inset
    assert sheet.left + sides >= 5
    assert sheet.top + ends >= 5


def test_a_hundred_labels_fill_five_sheets(tmp_path: Path) -> None:
    """Twenty-five addresses, each on four labels."""
    profiles = read(town(tmp_path, 25)).partners
    blocks = [address_block(each.partner, each.partner.people, language=each.language) for each in profiles] * 4
    labels = [Label(f"partner {n}", block) for n, block in enumerate(blocks)]
    made = printed(labels, SHEETS[0])
    assert made.faults == ()
    assert len(reader(made.data).pages) == 5
    text = re.sub(r"\W", "", "".join(page_texts(made.data)))
    assert len(text) == len(re.sub(r"\W", "", "".join(blocks)))


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_a_long_name_is_set_smaller_and_broken_at_a_blank_but_never_clipped(sheet: Sheet, tmp_path: Path) -> None:
    block = (
        f"{LONG}\nT.a.v. mevrouw prof. dr. A.B. van der Ven-van Dijk MBA\nBurgemeester Van der Lindenstraat 12-2\n1236 CD  OORD"
    )
    made = printed([Label("lang", block), *numbered(1)], sheet)
    said = words(made.data, tmp_path)[0]
    first = [word for word, where in said if inside(where, place(sheet, 0), sheet.inset)]
    assert "".join(first) == "".join(block.split())
    assert next(word for word, where in said if inside(where, place(sheet, 1), sheet.inset)) == "N0"


def test_short_addresses_have_large_letters_and_long_ones_at_least_seven_points(tmp_path: Path) -> None:
    made = printed([*numbered(1), Label("lang", f"{LONG}\n{LONG}\n{LONG}")], SHEETS[0])
    heights = {word: where[3] - where[1] for word, where in words(made.data, tmp_path)[0]}
    assert 7 <= 10.5 * heights["Stichting"] / heights["N0"] <= 8


def test_what_does_not_fit_has_no_label_and_is_told_with_the_partners_name(tmp_path: Path) -> None:
    labels = [Label("Zeer lang B.V.", "\n".join([LONG] * 4)), *numbered(1), Label("Eén woord", "W" * 60), Label("Niets", "\n")]
    made = printed(labels, SHEETS[0])
    assert [str(fault).partition(":")[0] for fault in made.faults] == ["Zeer lang B.V.", "Eén woord", "Niets"]
    assert "does not fit on a label of 63.5x38.1 mm, not even in letters of 7 points" in str(made.faults[0])
    (said,) = words(made.data, tmp_path)
    assert inside(said[0][1], place(SHEETS[0], 0), SHEETS[0].inset), "the next address takes the place"
    assert len(printed(labels, WIDE).faults) == 2, "a larger label holds more"


def test_an_address_of_five_thousand_characters_is_told_too() -> None:
    (fault,) = printed([*numbered(1), Label("x", "woord " * 1000)], WIDE).faults
    assert "does not fit" in fault.problem


def test_a_character_that_no_font_has_is_told_with_the_partners_name() -> None:
    made = printed([*numbered(1), Label("Vreemd", "𒀀\nStraat 1")], WIDE)
    assert [fault.path for fault in made.faults] == ["Vreemd"]
    assert "no font has the character" in made.faults[0].problem


def test_without_any_address_there_is_no_file() -> None:
    for nothing in ([], [Label("x", "")]):
        with pytest.raises(BadInput, match="address"):
            printed(nothing, WIDE)


@pytest.mark.parametrize("start", [0, -1, 15])
def test_a_place_that_the_sheet_does_not_have_is_refused(start: int) -> None:
    with pytest.raises(WrongUsage, match=f"has no place {start}"):
        printed(numbered(1), WIDE, start)


def test_the_last_place_of_a_sheet_can_be_the_first(tmp_path: Path) -> None:
    first, second = words(printed(numbered(2), WIDE, 14).data, tmp_path)
    assert inside(first[0][1], place(WIDE, 13), WIDE.inset)
    assert inside(second[0][1], place(WIDE, 0), WIDE.inset)


def test_values_are_data_in_every_script() -> None:
    lines = "Jansen & Zn. <B.V.> *_{{7*7}}_* | #1\n\u202aKâmil Yıldız\u202c\n😀 👩\u200d🏫 Ünïcode\nمرحبا Straat 1"
    text = page_texts(printed([Label("x", lines.replace("\u202a", "").replace("\u202c", ""))], WIDE).data)[0]
    assert "Jansen & Zn. <B.V.> *_{{7*7}}_* | #1" in text


def test_the_file_asks_for_its_true_size_and_has_our_fonts_only() -> None:
    made = printed(numbered(30), SHEETS[0])
    root = reader(made.data).trailer["/Root"]
    assert root["/ViewerPreferences"]["/PrintScaling"] == "/None"  # type: ignore[index]
    assert fonts(made.data) == {"Carlito": True}


def test_the_same_labels_give_the_same_bytes() -> None:
    assert printed(numbered(3), WIDE) == printed(numbered(3), WIDE)


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("63.5x38.1", "63.5x38.1"),
        ("63,5 × 38,1 mm", "63.5x38.1"),
        ("3x7", "63.5x38.1"),
        ("2 × 7", "99.1x38.1"),
        ("l7160", "63.5x38.1"),
    ],
)
def test_a_sheet_is_named_by_measure_grid_or_number(given: str, name: str) -> None:
    assert sheet_named(given).name == name


def test_a_grid_of_two_measures_and_an_unknown_sheet_are_refused_with_the_choices() -> None:
    with pytest.raises(WrongUsage) as several:
        sheet_named("3x8")
    assert several.value.faults[0].hint == "look at the measure on the box: 64x33.9 or 70x37"
    with pytest.raises(WrongUsage) as unknown:
        sheet_named("70x36")
    assert unknown.value.faults[0].hint == "did you mean '70x37'?"
