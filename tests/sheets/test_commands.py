"""Spreadsheets on the command line: what is said where, what is written, and how the command ends."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from generator.workspace import Workspace
from tests.cli.user import COMPANY, ROOT, handslag, listed
from tests.sheets.files import BAKERY, HEADINGS, book, text

BAD = ("Café Noord", "bedrif", "123", "Oudervoorde")


def files(workspace: Workspace) -> dict[str, bytes]:
    """Every file of a workspace."""
    return {
        path.relative_to(workspace.root).as_posix(): path.read_bytes() for path in workspace.root.rglob("*") if path.is_file()
    }


def test_an_import_says_what_it_did_and_what_is_wrong(sample: Workspace, tmp_path: Path) -> None:
    path = book(
        tmp_path / "nieuw.xlsx",
        (*HEADINGS, "Id", "Telefoon"),
        (*BAKERY, None, 612345678),
        BAD,
        (*[None] * 4, COMPANY, "010 1234573"),
    )
    result = handslag("import", path, "-w", sample.root)
    assert result.stdout.splitlines() == [
        "new      bakkerij-de-korenaar-bv",
        f"changed  {COMPANY}  ({COMPANY}.yaml)",
        "  partner.phone: '+31101234572' -> '+31101234573'",
        "nieuw.xlsx, sheet Partners: 3 rows: 1 new, 1 changed, 0 unchanged, 1 bad",
    ]
    assert result.stderr.splitlines() == [
        "hint: nieuw.xlsx, sheet Partners, F2: partner.phone: 612345678 lost its leading zero; read as +31612345678",
        "  hint: a Dutch number is assumed",
        "error: nieuw.xlsx, sheet Partners, B3: partner.kind: 'bedrif' is not one of the choices",
        "  hint: did you mean 'bedrijf'?",
        "error: nieuw.xlsx, sheet Partners, C3: partner.ids.kvk: '123' has 3 digits; a KVK number has 8",
        "  hint: format the cell as text and type it again",
        f"the cells with errors are marked in {sample.root}/made/nieuw-nakijken.xlsx",
    ]
    assert result.exit_code == 1
    assert handslag("check", "bakkerij-de-korenaar-bv", "-w", sample.root).exit_code == 0


def test_a_dry_run_says_the_same_and_writes_nothing(sample: Workspace, tmp_path: Path) -> None:
    path, before = book(tmp_path / "nieuw.xlsx", HEADINGS, BAKERY, BAD), files(sample)
    result = handslag("import", path, "--dry-run", "-w", sample.root)
    assert result.stdout.splitlines() == [
        "new      bakkerij-de-korenaar-bv",
        "nieuw.xlsx, sheet Partners: 2 rows: 1 new, 0 changed, 0 unchanged, 1 bad",
        "nothing was written (--dry-run)",
    ]
    assert result.exit_code == 1
    assert files(sample) == before


def test_good_rows_alone_end_well(sample: Workspace, tmp_path: Path) -> None:
    result = handslag("import", book(tmp_path / "nieuw.xlsx", HEADINGS, BAKERY), "-w", sample.root)
    assert (result.exit_code, result.stderr) == (0, "")
    assert not (sample.root / "made").exists()


def test_as_json(sample: Workspace, tmp_path: Path) -> None:
    path = book(tmp_path / "nieuw.xlsx", ("Id", "Telefoon", "Soort"), (COMPANY, "010 1234573", None), ("x", None, "bedrif"))
    told = listed(handslag("import", path, "-w", sample.root, "--json"))
    assert told["rows"] == [
        {
            "row": 2,
            "partner": COMPANY,
            "state": "changed",
            "changes": [{"path": "partner.phone", "old": "+31101234572", "new": "+31101234573"}],
        },
        {"row": 3, "partner": "x", "state": "bad", "changes": []},
    ]
    assert told["marked"].endswith("nieuw-nakijken.xlsx")
    assert [fault["file"] for fault in told["faults"]] == ["nieuw.xlsx, sheet Partners", "nieuw.xlsx, sheet Partners, C3"]


def test_many_hints_of_one_sort_are_few_lines(sample: Workspace, tmp_path: Path) -> None:
    lines = "".join(f"Partner {number};bedrijf;{1000000 + number}\n" for number in range(50))
    result = handslag("import", text(tmp_path / "p.csv", f"Naam;Soort;KVK\n{lines}"), "-w", sample.root)
    hints = [line for line in result.stderr.splitlines() if line.startswith("hint")]
    assert len(hints) == 4
    assert hints[3] == (
        "hint: p.csv, C51: partner.ids.kvk: and 47 more like the first 3; the last: 1000049 lost its leading zero; "
        "read as 01000049"
    )


def test_headings_that_are_wrong_stop_it(sample: Workspace, tmp_path: Path) -> None:
    result = handslag(
        "import", book(tmp_path / "p.xlsx", ("Naam", "Soort", "Opmerking"), ("A", "bedrijf", "x")), "-w", sample.root
    )
    assert "nothing was written: first put the headings right" in result.stdout
    assert "there is no column 'Opmerking'" in result.stderr
    assert result.exit_code == 1


def test_a_sheet_that_is_not_there_is_wrong_usage(sample: Workspace, tmp_path: Path) -> None:
    result = handslag("import", book(tmp_path / "p.xlsx", HEADINGS, BAKERY), "--sheet", "Partner", "-w", sample.root)
    assert result.exit_code == 2
    assert "did you mean 'Partners'?" in result.stderr


def test_a_template_needs_no_workspace_and_replaces_nothing(tmp_path: Path) -> None:
    file = tmp_path / "leeg.xlsx"
    assert handslag("import", "--template", file).stdout.strip() == str(file)
    made = file.read_bytes()
    again = handslag("import", "--template", file, "--lang", "en")
    assert again.exit_code == 1
    assert "is there already" in again.stderr
    assert file.read_bytes() == made
    assert handslag("import", "--template", file, "--lang", "en", "--force").exit_code == 0
    assert file.read_bytes() != made


def test_an_export_can_be_imported_again_without_a_change(sample: Workspace, tmp_path: Path) -> None:
    before = files(sample)
    result = handslag("export", tmp_path / "uit.xlsx", "-w", sample.root)
    assert (result.exit_code, result.stdout) == (0, f"{tmp_path}/uit.xlsx: 3 partners\n")
    again = handslag("import", tmp_path / "uit.xlsx", "-w", sample.root)
    assert again.stdout == "uit.xlsx, sheet Partners: 3 rows: 0 new, 0 changed, 3 unchanged, 0 bad\n"
    assert (again.exit_code, again.stderr) == (0, "")
    assert files(sample) == before


def test_an_export_tells_whom_it_leaves_out(sample: Workspace, tmp_path: Path) -> None:
    file = sample.root / f"partners/{COMPANY}.yaml"
    file.write_text(file.read_text("utf-8").replace("legal_form: bv", "legal_form: bvv"), "utf-8")
    result = handslag("export", tmp_path / "uit.xlsx", "-w", sample.root)
    assert result.exit_code == 1
    assert result.stdout.endswith("uit.xlsx: 2 partners\n")
    assert f"partners/{COMPANY}.yaml" in result.stderr


def test_an_export_is_an_excel_file(sample: Workspace, tmp_path: Path) -> None:
    result = handslag("export", tmp_path / "uit.csv", "-w", sample.root)
    assert result.exit_code == 2
    assert "write uit.xlsx" in result.stderr


def test_a_spreadsheet_as_large_as_a_region_uses_all_cores_and_gives_the_same(sample: Workspace, tmp_path: Path) -> None:
    lines = "".join(f"Partner {number};bedrijf;{10000000 + number}\n" for number in range(1500))
    path = text(tmp_path / "p.csv", f"Naam;Soort;KVK\n{lines}Fout;bedrif;1\n")
    result = handslag("import", path, "-w", sample.root)
    assert result.stdout.splitlines()[-1] == "p.csv: 1501 rows: 1500 new, 0 changed, 0 unchanged, 1 bad"
    assert len(sample.partner_files()) == 1503


def test_help_does_not_wait_for_spreadsheets() -> None:
    code = (
        "import sys, cli; print('openpyxl' in sys.modules, 'python_calamine' in sys.modules, 'generator.sheets' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["False"] * 3
