"""The spreadsheets that we write: the template, the export, and the copy in which bad cells are marked."""

from __future__ import annotations

import io
import json
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment

from generator.sheets.annotate import bad_rows
from generator.sheets.columns import written
from generator.sheets.export import exported, template
from generator.sheets.importing import Imported, State, look
from generator.sheets.known import known_partners
from generator.workspace import Workspace
from tests.cli.user import ROOT
from tests.sheets.files import Typed, book, ods, ods_row, text

VALIDATOR = ROOT / "node_modules" / "@xarsh" / "ooxml-validator" / "dist" / "src" / "cli.js"


def opened(data: bytes) -> Any:
    """The sheet with partners, as openpyxl reads it."""
    return load_workbook(io.BytesIO(data))["Partners"]


def cells(sheet: Any) -> list[list[Any]]:
    """What stands in a sheet."""
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


# --- template ---


def test_the_template_explains_every_column_and_offers_the_choices() -> None:
    sheet = opened(template("nl"))
    headings = {cell.value: cell for cell in sheet[1]}
    assert list(headings) == [column.nl for column in written()]
    assert headings["KVK-nummer"].comment.text == "Nummer in het handelsregister: 8 cijfers, ook de nullen vooraan."
    assert all(cell.comment.text for cell in headings.values())
    choices = {str(rule.sqref).partition(":")[0]: rule.formula1 for rule in sheet.data_validations.dataValidation}
    place = headings["Soort partner"].column_letter
    hidden = load_workbook(io.BytesIO(template("nl")))["Keuzes"]
    column = choices[f"{place}2"].split("$")[1]
    assert [cell.value for cell in hidden[column] if cell.value][:3] == ["mbo-college", "bedrijf", "gemeente"]
    assert (sheet.freeze_panes, hidden.sheet_state) == ("B2", "hidden")


def test_a_column_of_the_template_keeps_leading_zeros() -> None:
    sheet = opened(template("nl"))
    place = {cell.value: cell.column_letter for cell in sheet[1]}
    assert sheet.column_dimensions[place["KVK-nummer"]].number_format == "@"
    assert sheet.column_dimensions[place["Volgend contact"]].number_format == "dd-mm-yyyy"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_example_row_is_left_out_and_would_be_a_good_one(school: Workspace, tmp_path: Path, language: str) -> None:
    (tmp_path / "p.xlsx").write_bytes(template(language))
    assert [fault.problem for fault in look(school, tmp_path / "p.xlsx", None).faults] == [
        "has no partners: there are no rows below the headings",
        "the row begins with # and is left out",
    ]
    made = load_workbook(tmp_path / "p.xlsx")
    made["Partners"]["A2"] = "voorbeeld"
    made.save(tmp_path / "p.xlsx")
    imported = look(school, tmp_path / "p.xlsx", None)
    assert [outcome.state for outcome in imported.outcomes] == [State.NEW]
    assert [fault for fault in imported.faults if fault.hint != "compare it with the register"] == []


# --- export ---


def test_an_export_of_the_samples(sample: Workspace) -> None:
    people = [known.profile for known in known_partners(sample) if known.profile]
    data, told = exported(people, "nl")
    rows = cells(opened(data))
    row = dict(zip(rows[0], next(row for row in rows if row[0] == "van-t-veld-en-zonen"), strict=True))
    assert told == ()
    assert {name: row[name] for name in ("Soort partner", "KVK-nummer", "Huisnummer", "Huisletter", "Achternaam", "Taal")} == {
        "Soort partner": "bedrijf", "KVK-nummer": "68750110", "Huisnummer": 7, "Huisletter": "A", "Achternaam": "Yıldız",
        "Taal": "Nederlands",
    }  # fmt: skip
    assert exported(people, "nl")[0] == data, "the same again gives the same bytes"


def test_a_text_that_is_too_long_for_a_cell_is_left_out_and_told(sample: Workspace) -> None:
    profile = next(known.profile for known in known_partners(sample) if known.profile)
    long = profile.model_copy(update={"partner": profile.partner.model_copy(update={"boilerplate": "x" * 32_768})})
    _, (fault,) = exported([long], "nl")
    assert (fault.path, fault.severity) == ("partner.boilerplate", "warning")


@pytest.mark.parametrize("value", ["=1+1", "+31", "-5", "@SUM(A1)", "\tx1", "=cmd|'/c calc'!A0", "#N/A", "1e5", "TRUE", "007"])
def test_what_looks_like_a_formula_is_a_text_in_what_we_write(sample: Workspace, value: str) -> None:
    profile = next(known.profile for known in known_partners(sample) if known.profile)
    data, _ = exported([profile.model_copy(update={"partner": profile.partner.model_copy(update={"trade_name": value})})], "nl")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        xml = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in xml
    assert 't="e"' not in xml
    (cell,) = [cell for row in opened(data).iter_rows(min_row=2) for cell in row if cell.value == value]
    assert cell.data_type in {"s", "inlineStr"}


# --- what others say of our files ---


def test_every_file_of_ours_is_valid_by_the_open_xml_sdk(sample: Workspace, tmp_path: Path) -> None:
    people = [known.profile for known in known_partners(sample) if known.profile]
    bad = look(sample, book(tmp_path / "bad.xlsx", ["Naam", "Soort"], ["A", "bedrif"]), None)
    files = {
        "template.xlsx": template("nl"),
        "export.xlsx": exported(people, "en")[0],
        "copy.xlsx": bad_rows(bad, (tmp_path / "bad.xlsx").read_bytes()),
        "new.xlsx": bad_rows(look(sample, text(tmp_path / "b.csv", "Naam;Soort\nA;bedrif\n"), None), b""),
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
        ran = subprocess.run(["node", str(VALIDATOR), str(tmp_path / name)], capture_output=True, text=True, check=False)
        assert json.loads(ran.stdout)["errors"] == [], name


# --- the marked copy ---


def marked(workspace: Workspace, path: Path) -> tuple[Imported, Any]:
    """What an import found, and the sheet with its marks."""
    imported = look(workspace, path, None)
    return imported, opened(bad_rows(imported, path.read_bytes()))


def notes(sheet: Any) -> dict[str, str]:
    """The note on each cell that has one."""
    return {cell.coordinate: cell.comment.text for row in sheet.iter_rows() for cell in row if cell.comment}


def test_each_bad_cell_has_a_note_and_a_colour(school: Workspace, tmp_path: Path) -> None:
    path = book(tmp_path / "p.xlsx", ["Naam", "Soort", "KVK"], ["A", "bedrijf", "12345678"], ["B", "bedrif", "12"])
    _, sheet = marked(school, path)
    assert notes(sheet) == {
        "B3": "'bedrif' is not one of the choices\ndid you mean 'bedrijf'?",
        "C3": "'12' has 2 digits; a KVK number has 8\nformat the cell as text and type it again",
    }
    assert {sheet[place].fill.start_color.rgb for place in ("B3", "C3")} == {"FFF4CCCC"}
    assert sheet["A3"].fill.start_color.rgb != "FFF4CCCC"
    assert cells(sheet)[2] == ["B", "bedrif", "12"]


def test_a_copy_keeps_the_look_the_other_sheets_and_the_notes_of_its_owner(school: Workspace, tmp_path: Path) -> None:
    made = Workbook()
    sheet: Any = made.active
    sheet.title = "Partners"
    for row in (["Naam", "Soort"], ["A", "bedrif"]):
        sheet.append(row)
    sheet.column_dimensions["A"].width = 42
    sheet["B2"].comment = Comment("nog bellen", "Saskia")
    made.create_sheet("Anders")["A1"] = "blijft"
    made.save(tmp_path / "p.xlsx")
    _, copy = marked(school, tmp_path / "p.xlsx")
    assert copy.column_dimensions["A"].width == 42
    assert copy.parent["Anders"]["A1"].value == "blijft"
    assert notes(copy)["B2"].endswith("\n\nnog bellen")


def test_what_is_wrong_is_in_sight_in_the_copy(school: Workspace, tmp_path: Path) -> None:
    made = Workbook()
    sheet: Any = made.active
    sheet.title = "Partners"
    for row in (["Naam", "Soort", "KVK", "Plaats"], ["A", "bedrif", "12345678", "X"], ["B", "bedrijf", "12345679", "Y"]):
        sheet.append(row)
    sheet.column_dimensions["B"].hidden = sheet.column_dimensions["D"].hidden = True
    sheet.row_dimensions[2].hidden = sheet.row_dimensions[3].hidden = True
    made.save(tmp_path / "p.xlsx")
    _, copy = marked(school, tmp_path / "p.xlsx")
    assert [copy.column_dimensions[name].hidden for name in "BD"] == [False, True]
    assert [copy.row_dimensions[row].hidden for row in (2, 3)] == [False, True]


def test_what_was_put_right_in_the_copy_can_be_imported(school: Workspace, tmp_path: Path) -> None:
    path = book(tmp_path / "p.xlsx", ["Naam", "Soort", "KVK"], ["A", "bedrif", "12"])
    _, sheet = marked(school, path)
    sheet["B2"] = "bedrijf"
    sheet.parent.save(tmp_path / "p-nakijken.xlsx")
    imported, again = marked(school, tmp_path / "p-nakijken.xlsx")
    assert [fault.path for fault in imported.errors] == ["partner.ids.kvk"]
    assert list(notes(again)) == ["C2"], "the note on what is right now is gone"
    assert again["B2"].fill.start_color.rgb != "FFF4CCCC"


def test_the_copy_has_no_formulas(school: Workspace, tmp_path: Path) -> None:
    path = book(tmp_path / "p.xlsx", ["Naam", "Soort"], [Typed("=1+1", "s"), "bedrif"], [Typed("=1+1", "f"), "bedrijf"])
    _, sheet = marked(school, path)
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "inlineStr"}
    assert notes(sheet)["A3"].startswith("the formula has no result yet")


def test_another_file_becomes_a_workbook_with_the_same_places(school: Workspace, tmp_path: Path) -> None:
    path = text(tmp_path / "p.csv", "Naam;Soort\n=1+1;bedrif\n\x07x;bedrijf\n", "cp1252")
    imported, sheet = marked(school, path)
    assert cells(sheet) == [["Naam", "Soort"], ["=1+1", "bedrif"], ["�x", "bedrijf"]]
    assert {fault.file.rpartition(" ")[2] for fault in imported.errors} == set(notes(sheet)) == {"B2", "A3"}
    path = ods(tmp_path / "p.ods", ods_row("Naam", "Soort") + ods_row("A", "bedrif"))
    assert list(notes(marked(school, path)[1])) == ["B2"]


def test_of_a_very_long_list_only_the_bad_rows_are_written(school: Workspace, tmp_path: Path) -> None:
    lines = "".join(f"Partner {number};bedrijf;;;;;;;;;;\n" for number in range(10_000))
    heads = "Naam;Soort;KVK;RSIN;Plaats;Postcode;Telefoon;E-mail;Website;Taal;Fase;Branche\n"
    imported, sheet = marked(school, text(tmp_path / "p.csv", f"{heads}{lines}Laatste;bedrif;;;;;;;;;;\n"))
    assert imported.count(State.NEW) == 10_000
    assert [row[:2] for row in cells(sheet)] == [["Naam", "Soort"], ["Laatste", "bedrif"]]
    assert list(notes(sheet)) == ["B2"]
