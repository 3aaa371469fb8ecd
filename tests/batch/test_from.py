"""A batch from a spreadsheet: its rows are partners, as an import would make them; nothing of the workspace changes."""

from __future__ import annotations

from pathlib import Path

from tests.batch.office import batch, made, partner
from tests.cli.user import handslag
from tests.sheets.files import book

HEADS = ("Naam", "Soort", "Taal", "Straat", "Huisnummer", "Postcode", "Plaats")
SMID = ("Smederij Jansen B.V.", "bedrijf", "nl", "Smidsweg", 7, "1236 CD", "Heerenvoorde")
BAKER = ("Bakkerij De Vries B.V.", "bedrijf", "en", "Markt", 1, "1234 AB", "Oudervoorde")


def test_rows_get_letters_and_no_profile_is_written(three: Path, tmp_path: Path) -> None:
    before = {path: path.read_bytes() for path in (three / "partners").iterdir()}
    ran = batch(three, "--from", book(tmp_path / "partners.xlsx", HEADS, SMID, BAKER))
    assert (ran.exit_code, ran.stdout.split(";")[0].strip()) == (0, "2 documents: 2 made")
    letters = made(three)
    assert any("Smidsweg 7" in data.decode() for data in letters.values())
    assert {path: path.read_bytes() for path in (three / "partners").iterdir()} == before


def test_a_bad_row_is_told_at_its_cell_and_the_others_are_made(three: Path, tmp_path: Path) -> None:
    bad = (*BAKER[:5], "12", BAKER[6])
    ran = batch(three, "--from", book(tmp_path / "partners.xlsx", HEADS, SMID, bad))
    assert ran.exit_code == 1
    assert "2 documents: 1 made, 1 failed" in ran.stdout
    assert "partners.xlsx, sheet Partners, F3" in ran.stderr


def test_after_the_import_nothing_is_made_again(three: Path, tmp_path: Path) -> None:
    file = book(tmp_path / "partners.xlsx", HEADS, SMID)
    batch(three, "--from", file)
    assert handslag("import", file, "-w", three).exit_code == 0
    assert "1 document: 1 unchanged" in batch(three, "--where", "id=smederij-jansen-bv").stdout
    assert "1 document: 1 unchanged" in batch(three, "--from", file).stdout


def test_a_partner_that_is_there_counts_as_it_would_be_after_the_import(three: Path, tmp_path: Path) -> None:
    file = book(tmp_path / "partners.xlsx", ("id", "Straat"), (partner(three, 1).stem, "Nieuwe Kade"))
    ran = batch(three, "--from", file)
    assert ran.stdout.startswith("1 document: 1 made")
    (letter,) = made(three).values()
    assert "Nieuwe Kade" in letter.decode()
    assert "Nieuwe Kade" not in partner(three, 1).read_text("utf-8")


def test_a_heading_that_is_not_understood_stops_it(three: Path, tmp_path: Path) -> None:
    ran = batch(three, "--from", book(tmp_path / "partners.xlsx", ("Naam", "Soortje"), ("Smederij", "bedrijf")))
    assert ran.exit_code == 1
    assert not (three / "made").exists()
