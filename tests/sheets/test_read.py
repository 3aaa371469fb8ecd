"""Reading a file: every encoding and separator that schools meet, the right sheet, and everything that a sheet hides."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from generator.errors import BadInput, WrongUsage
from generator.sheets.read import Sheet, read_sheet
from generator.sheets.table import Broken, letters
from tests.sheets.files import BAKERY, HEADINGS, Typed, book, ods, ods_row, part_changed, text

LIST = "Naam;Plaats\nCafé ’t Hoekje;Oudervoorde\n"


def rows(sheet: Sheet) -> list[list[object]]:
    """The rows below the headings."""
    return [list(row) for row in sheet.table.rows[sheet.headings.row + 1 :]]


# --- text files ---


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_encoding(tmp_path: Path, encoding: str) -> None:
    assert rows(read_sheet(text(tmp_path / "a.csv", LIST, encoding), None)) == [["Café ’t Hoekje", "Oudervoorde"]]


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_every_separator(tmp_path: Path, separator: str) -> None:
    content = f'Naam{separator}Plaats\n"Jansen{separator} & Zn";"x"\n'.replace(";", separator)
    assert rows(read_sheet(text(tmp_path / "a.csv", content), None)) == [[f"Jansen{separator} & Zn", "x"]]


def test_a_line_about_the_separator_counts_as_a_row(tmp_path: Path) -> None:
    sheet = read_sheet(text(tmp_path / "a.csv", f"sep=;\r\n{LIST}"), None)
    assert sheet.table.place(2, 1) == "a.csv, B3"
    assert rows(sheet) == [["Café ’t Hoekje", "Oudervoorde"]]


def test_a_title_and_empty_rows_above_the_headings(tmp_path: Path) -> None:
    sheet = read_sheet(text(tmp_path / "a.csv", f"Partners van onze school;\n\n;\n{LIST}"), None)
    assert (sheet.headings.row, rows(sheet)) == (3, [["Café ’t Hoekje", "Oudervoorde"]])


@pytest.mark.parametrize("quotes", ['Naam;Plaats\n"Jansen;x\n', 'Naam;Plaats\n"Jansen" BV;x\n'])
def test_quotes_that_are_wrong_are_a_fault_with_its_line(tmp_path: Path, quotes: str) -> None:
    with pytest.raises(BadInput, match=r"a\.csv:[23]: the quotes are wrong"):
        read_sheet(text(tmp_path / "a.csv", quotes), None)


def test_bytes_of_no_encoding_are_a_fault_with_their_line(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"Naam;Plaats\nCaf\x81;x\n")
    with pytest.raises(BadInput, match=r"a\.csv:2: byte 0x81 is no letter in CP1252"):
        read_sheet(tmp_path / "a.csv", None)


# --- headings ---


def told(tmp_path: Path, *headings: str) -> list[str]:
    """The faults of a row of headings."""
    sheet = read_sheet(book(tmp_path / "p.xlsx", headings, ["x"] * len(headings)), None)
    return [f"{fault} | {fault.hint}" for fault in sheet.headings.faults]


@pytest.mark.parametrize(
    "heading",
    ["KVK-nummer", "  kvk   nummer ", "KvK nr.", "KVK number", "kvknummer", "KVK_NUMMER:", "\ufeffKVK", "partner.ids.kvk"],
)
def test_a_heading_in_any_spelling(tmp_path: Path, heading: str) -> None:
    assert told(tmp_path, "Naam", heading) == []


def test_a_heading_that_is_not_known_gets_the_nearest(tmp_path: Path) -> None:
    (fault,) = told(tmp_path, "Naam", "KVK-numer")
    assert fault.startswith(
        "p.xlsx, sheet Partners, B1: there is no column 'KVK-numer' | did you mean 'KVK-nummer' (KVK number)?"
    )
    assert "begins with #" in fault


def test_a_column_stands_once(tmp_path: Path) -> None:
    (fault,) = told(tmp_path, "Naam", "E-mail", "mailadres")
    assert "C1: 'mailadres' is 'E-mail', and so is column B" in fault


@pytest.mark.parametrize("heading", ["BSN", "Geboortedatum", "Nationaliteit"])
def test_what_no_profile_may_hold_is_refused_as_a_column(tmp_path: Path, heading: str) -> None:
    (fault,) = told(tmp_path, "Naam", heading)
    assert "does not belong in a profile" in fault


def test_a_whole_name_in_one_column_gets_advice(tmp_path: Path) -> None:
    (fault,) = told(tmp_path, "Naam", "Contactpersoon")
    assert "give a name in parts" in fault


def test_a_column_without_a_heading_is_a_fault_when_it_holds_something(tmp_path: Path) -> None:
    sheet = read_sheet(book(tmp_path / "p.xlsx", ["Naam", "", "Plaats"], ["x", None, "y"], ["x", "hier", "y"]), None)
    assert [str(fault) for fault in sheet.headings.faults] == [
        "p.xlsx, sheet Partners, B3: stands in a column without a heading"
    ]


def test_a_column_with_a_hash_is_left_out_and_told(tmp_path: Path) -> None:
    sheet = read_sheet(book(tmp_path / "p.xlsx", ["Naam", "# intern", "Plaats"], ["x", "y", "z"]), None)
    assert [column.nl for column in sheet.headings.columns.values()] == ["Statutaire naam", "Plaats"]
    assert [fault.problem for fault in sheet.told] == ["B: left out, because the heading begins with #"]


def test_no_headings_is_one_clear_fault(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"p\.xlsx, sheet Partners: no row has headings"):
        read_sheet(book(tmp_path / "p.xlsx", [1, 2], [3, 4]), None)


# --- workbooks ---


def test_errors_and_formulas_without_result_are_no_empty_cells(tmp_path: Path) -> None:
    path = book(tmp_path / "p.xlsx", HEADINGS, ["x", Typed("#N/A", "e"), Typed("=1+1", "f"), Typed("=1+1", "s")])
    (row,) = rows(read_sheet(path, None))
    assert [cell.problem if isinstance(cell, Broken) else cell for cell in row] == [
        "x",
        "#N/A is an error of the spreadsheet",
        "the formula has no result yet",
        "=1+1",
    ]


def test_an_error_that_the_reader_does_not_know_is_told_at_its_cell(tmp_path: Path) -> None:
    path = book(tmp_path / "p.xlsx", HEADINGS, BAKERY, ["A", Typed("#SPILL!", "e")])
    with pytest.raises(BadInput) as found:
        read_sheet(path, None)
    assert [str(fault) for fault in found.value.faults] == [
        "p.xlsx, sheet Partners, B3: #SPILL! is an error of the spreadsheet"
    ]


def test_the_result_of_a_formula_counts(tmp_path: Path) -> None:
    path = book(tmp_path / "p.xlsx", HEADINGS, ["x", Typed("=A1", "f")])
    part_changed(path, "xl/worksheets/sheet1.xml", b"<f>A1</f><v></v>", b"<f>A1</f><v>12</v>")
    assert rows(read_sheet(path, None)) == [["x", 12.0, "", ""]]


def test_cells_that_are_merged_downwards_all_have_the_value_and_it_is_told(tmp_path: Path) -> None:
    made = Workbook()
    sheet = made.create_sheet("Partners", 0)
    for row in (["Naam", "Plaats"], ["A", "Oudervoorde"], ["B", None], ["C", "Elders"]):
        sheet.append(row)
    sheet.merge_cells("B2:B3")
    sheet.merge_cells("A4:B4")
    made.save(tmp_path / "p.xlsx")
    read = read_sheet(tmp_path / "p.xlsx", None)
    assert rows(read) == [["A", "Oudervoorde"], ["B", "Oudervoorde"], ["C", ""]]
    assert [str(fault) for fault in read.told] == [
        "p.xlsx, sheet Partners, B2: is merged with the cells below it, to row 3; each of these rows has its value",
        "p.xlsx, sheet Partners, A4: is merged with the cells to its right; it counts as 'Statutaire naam' alone",
    ]


def test_hidden_rows_and_columns_are_read_and_told(tmp_path: Path) -> None:
    made = Workbook()
    sheet = made.create_sheet("Partners", 0)
    for row in (["Naam", "Plaats"], ["A", "x"], ["B", "y"], [None, None]):
        sheet.append(row)
    sheet.row_dimensions[3].hidden = sheet.row_dimensions[4].hidden = True
    sheet.column_dimensions["B"].hidden = True
    made.save(tmp_path / "p.xlsx")
    read = read_sheet(tmp_path / "p.xlsx", None)
    assert rows(read)[:2] == [["A", "x"], ["B", "y"]]
    assert [fault.problem for fault in read.told] == ["hidden row 3 is read too", "hidden column B is read too"]


def test_a_cell_at_the_far_end_is_refused_before_it_takes_all_memory(tmp_path: Path) -> None:
    path = book(tmp_path / "p.xlsx", HEADINGS, BAKERY)
    part_changed(
        path, "xl/worksheets/sheet1.xml", b"</sheetData>", b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    )
    with pytest.raises(BadInput, match=r"p\.xlsx, sheet Partners: the sheet reaches to XFD1048576"):
        read_sheet(path, None)


def test_days_of_a_workbook_that_counts_from_1904(tmp_path: Path) -> None:
    path = book(tmp_path / "p.xlsx", ["Naam", "Volgend contact"], ["x", date(2027, 9, 7)])
    part_changed(path, "xl/workbook.xml", b"<workbookPr", b'<workbookPr date1904="1"')
    assert read_sheet(path, None).table.marks.since_1904


def workbook_with(path: Path, **sheets: list[list[str]]) -> Path:
    """A workbook with these sheets."""
    made = Workbook()
    for name, cells in sheets.items():
        sheet = made.create_sheet(name)
        for row in cells:
            sheet.append(row)
    made.remove(made.worksheets[0])
    made.save(path)
    return path


def test_the_sheet_that_lists_partners_is_found(tmp_path: Path) -> None:
    path = workbook_with(tmp_path / "p.xlsx", Uitleg=[["Lees dit"]], Lijst=[["Naam", "Plaats"], ["A", "x"]])
    assert read_sheet(path, None).table.sheet == "Lijst"


def test_of_several_lists_the_one_called_partners_counts(tmp_path: Path) -> None:
    cells = [["Naam", "Plaats"], ["A", "x"]]
    assert read_sheet(workbook_with(tmp_path / "p.xlsx", Oud=cells, partners=cells), None).table.sheet == "partners"


def test_several_lists_are_asked_about(tmp_path: Path) -> None:
    cells = [["Naam", "Plaats"], ["A", "x"]]
    path = workbook_with(tmp_path / "p.xlsx", Noord=cells, Zuid=cells)
    with pytest.raises(WrongUsage, match="several sheets list partners: 'Noord', 'Zuid'"):
        read_sheet(path, None)
    assert read_sheet(path, "zuid").table.sheet == "Zuid"
    with pytest.raises(WrongUsage, match="there is no sheet 'Oost'"):
        read_sheet(path, "Oost")


# --- .ods ---


def test_an_ods_is_read_with_all_that_it_hides(tmp_path: Path) -> None:
    kind = 'table:formula="of:=NA()" office:value-type="string" calcext:value-type="error"'
    error = f"<table:table-cell {kind}><text:p>#N/B</text:p></table:table-cell>"
    no_type = "<table:table-cell><text:p>x</text:p></table:table-cell>"
    merged = (
        '<table:table-cell table:number-rows-spanned="2" office:value-type="string"><text:p>Elders</text:p></table:table-cell>'
    )
    path = ods(
        tmp_path / "p.ods",
        ods_row("Naam", "KVK", "Plaats")
        + ods_row("A", error, merged)
        + ods_row("B", no_type, "<table:covered-table-cell/>")
        + ods_row("C", '<table:table-cell office:value-type="float" office:value="1234567"/>', more='table:visibility="filter"')
        + ods_row('<table:table-cell table:number-columns-repeated="16384"/>', more='table:number-rows-repeated="1048000"'),
        columns='<table:table-column/><table:table-column table:visibility="collapse"/>',
    )
    read = read_sheet(path, None)
    found = [[cell.problem if isinstance(cell, Broken) else cell for cell in row] for row in rows(read)]
    assert found == [
        ["A", "the cell has an error of the spreadsheet", "Elders"],
        ["B", "the cell does not say what it holds", "Elders"],
        ["C", 1234567.0, ""],
    ]
    assert [fault.problem.partition(",")[0] for fault in read.told] == [
        "hidden row 4 is read too",
        "hidden column B is read too",
        "is merged with the cells below it",
    ]


def test_an_ods_that_repeats_a_cell_a_million_times_is_refused(tmp_path: Path) -> None:
    cell = (
        '<table:table-cell office:value-type="string" table:number-columns-repeated="900"><text:p>x</text:p></table:table-cell>'
    )
    path = ods(tmp_path / "p.ods", ods_row("Naam", "Plaats") + ods_row(cell, more='table:number-rows-repeated="1000000"'))
    with pytest.raises(BadInput, match="which is more than a list of partners can be"):
        read_sheet(path, None)


# --- what is no spreadsheet ---


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("a.xlsx", b"<html></html>", "is no spreadsheet"),
        ("a.pdf", b"%PDF-1.7", "is no spreadsheet"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is locked with a password, or of an old kind"),
        ("a.xlsx", b"PK\x03\x04 and then nothing", "cannot be read: it is damaged, or no workbook"),
        ("a.csv", b"\xef\xbb\xbf\r\n", "is empty"),
        ("a.csv", b"x;y\n1;2\n", "no row has headings"),
    ],
)
def test_what_is_no_spreadsheet_is_said(tmp_path: Path, name: str, content: bytes, problem: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(BadInput, match=problem):
        read_sheet(tmp_path / name, None)


def test_a_workbook_that_is_called_csv_is_a_workbook(tmp_path: Path) -> None:
    path = book(tmp_path / "p.xlsx", HEADINGS, BAKERY).rename(tmp_path / "p.csv")
    assert rows(read_sheet(path, None)) == [list(BAKERY)]


@pytest.mark.parametrize("missing", ["nergens.xlsx", "."])
def test_a_file_that_is_not_there_is_said(tmp_path: Path, missing: str) -> None:
    with pytest.raises(BadInput, match=r"cannot be read|is no ordinary file"):
        read_sheet(tmp_path / missing, None)


def test_a_workbook_whose_xml_defines_entities_is_refused(tmp_path: Path) -> None:
    path = book(tmp_path / "p.xlsx", HEADINGS, BAKERY)
    part_changed(path, "xl/workbook.xml", b"<workbook ", b'<!DOCTYPE x [<!ENTITY a "b">]><workbook ')
    with pytest.raises(BadInput, match="is not written as workbooks are"):
        read_sheet(path, None)


def test_a_workbook_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    path = book(tmp_path / "p.xlsx", HEADINGS, BAKERY)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive, archive.open("xl/media/x.bin", "w") as part:
        for _ in range(51):
            part.write(bytes(10_000_000))
    with pytest.raises(BadInput, match="unpacks to more than 500 MB"):
        read_sheet(path, None)


@pytest.mark.parametrize(("column", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16383, "XFD")])
def test_columns_have_the_names_of_excel(column: int, name: str) -> None:
    assert letters(column) == name
