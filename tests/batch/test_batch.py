"""A batch: what is in order is made, what is not is told; and what is there is not made again."""

from __future__ import annotations

import csv
import io
import os
import time
from pathlib import Path

import pytest

from benchmarks.partners import town
from generator.register import open_register
from generator.register.finding import documents
from generator.workspace import Workspace, school_of
from tests.batch.office import batch, made, partner
from tests.cli.user import edit, handslag, listed


def test_everyone_gets_a_letter_and_the_second_time_nothing_is_made(three: Path) -> None:
    first = batch(three)
    assert (first.exit_code, first.stdout, first.stderr) == (0, "3 documents: 3 made\n", "")
    before = {path: path.stat().st_mtime_ns for path in (three / "made").iterdir()}
    assert batch(three).stdout == "3 documents: 3 unchanged\n"
    assert {path: path.stat().st_mtime_ns for path in (three / "made").iterdir()} == before


def test_only_what_changed_or_is_missing_is_made_again(three: Path) -> None:
    batch(three)
    edit(partner(three, 0), "present:", "present: drie")
    next((three / "made").glob("*-00002-*")).unlink()
    assert batch(three).stdout == "3 documents: 2 made, 1 unchanged\n"


def test_a_file_that_was_edited_is_left_alone(three: Path) -> None:
    batch(three)
    letter = next((three / "made").glob("*-00000-*"))
    letter.write_text("edited", encoding="utf-8")
    assert batch(three).stdout == "3 documents: 3 unchanged\n"
    assert letter.read_text(encoding="utf-8") == "edited"


def test_what_is_made_beside_a_file_that_was_edited_is_told(three: Path) -> None:
    batch(three)
    letter = next((three / "made").glob("*-00000-*"))
    letter.write_text("edited", encoding="utf-8")
    edit(partner(three, 0), "present:", "present: drie")
    ran = batch(three, "--report", three / "report.csv")
    assert f"warning: {letter} is not as handslag made it, and is left as it is\n  hint: the new one is" in ran.stderr
    assert f"{letter} is not as handslag made it" in (three / "report.csv").read_text("utf-8-sig")


def test_bad_ones_are_told_with_place_field_and_fix_and_the_others_are_made(three: Path) -> None:
    edit(partner(three, 1), "postcode: ", "postcode: 12 # ")
    edit(partner(three, 2), "thank_you:", "thank_yu:")
    ran = batch(three, "--report", three / "report.csv")
    assert ran.exit_code == 1
    assert ran.stdout.endswith("3 documents: 1 made, 2 failed\n")
    assert f"partners/{partner(three, 1).name}" in ran.stderr
    assert "did you mean 'thank_you'?" in ran.stderr
    rows = list(csv.DictReader(io.StringIO((three / "report.csv").read_text("utf-8-sig")), delimiter=";"))
    failed = [row for row in rows if row["state"] == "failed" and row["severity"] == "error"]
    assert {row["field"].rpartition(".")[2] for row in failed} == {"postcode", "thank_yu"}
    assert all(row["place"].startswith("partners/") and row["hint"] for row in failed)
    assert [row["files"] for row in rows if row["state"] == "made"] == [str(next((three / "made").iterdir()))]


def test_a_final_letter_with_a_blank_fails_and_its_number_is_used_by_the_next(three: Path) -> None:
    edit(partner(three, 0), "present:", "# present:")
    edit(partner(three, 0), "result:", "# result:")
    ran = batch(three, "--final")
    assert (ran.exit_code, ran.stdout) == (1, "3 documents: 2 made, 1 failed\n")
    edit(partner(three, 0), "# result:", "result:")
    assert batch(three, "--final").stdout == "3 documents: 1 made, 2 unchanged\n"
    with open_register(three, school_of(Workspace(three))) as register:
        numbers = sorted(document.reference for document in documents(register))
    assert numbers == ["DV-2027-0001", "DV-2027-0002", "DV-2027-0003"]


def test_a_letter_that_was_signed_is_left_out(three: Path) -> None:
    batch(three)
    assert handslag("mark", "DV-2027-0001", "withdrawn", "-w", three).exit_code == 0
    ran = batch(three)
    assert (ran.exit_code, ran.stdout) == (0, "3 documents: 2 unchanged, 1 left out; 1 hint: --json has them\n")


def test_a_dry_run_says_what_would_be_done_and_writes_nothing(three: Path) -> None:
    before = sorted(three.rglob("*"))
    ran = batch(three, "--dry-run", "--combined", three / "all.pdf", "--report", three / "report.csv", formats="pdf")
    assert ran.stdout == "3 documents: 3 to make\nnothing was written (--dry-run)\n"
    assert sorted(three.rglob("*")) == before
    batch(three, "--limit", "1")
    before = sorted(three.rglob("*"))
    assert batch(three, "--dry-run").stdout.startswith("3 documents: 2 to make, 1 unchanged\n")
    assert sorted(three.rglob("*")) == before


def test_one_worker_and_two_make_the_same_bytes(tmp_path: Path) -> None:
    one, two = town(tmp_path / "one", 3).root, town(tmp_path / "two", 3).root
    batch(one, "--workers", "1", formats="docx,pdf")
    batch(two, "--workers", "2", formats="docx,pdf")
    assert made(one) == made(two)
    assert len(made(one)) == 6


@pytest.mark.parametrize("workers", ["1", "2"])
def test_workers_that_are_renewed_make_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, workers: str) -> None:
    one, two = town(tmp_path / "one", 3).root, town(tmp_path / "two", 3).root
    batch(one, "--workers", "1")
    monkeypatch.setattr("generator.batch.CHUNK", 1)
    monkeypatch.setattr("generator.batch.STRETCH", 1)
    batch(two, "--workers", workers)
    assert made(one) == made(two)


def test_a_school_with_one_partner_and_one_with_none(tmp_path: Path) -> None:
    assert batch(town(tmp_path / "one", 1).root, "--workers", "2").stdout == "1 document: 1 made\n"
    none = batch(town(tmp_path / "none", 0).root)
    assert (none.exit_code, none.stdout) == (1, "")
    assert "there are no partners yet" in none.stderr


def test_programs_are_told_everything_and_readers_who_want_quiet_nothing(three: Path) -> None:
    told = listed(batch(three, "--json", "--where", "id=" + partner(three, 0).stem))
    (document,) = told["documents"]
    assert (document["state"], document["reference"], document["faults"]) == ("made", "DV-2027-0001", [])
    assert [file["format"] for file in document["files"]] == ["txt"]
    assert told["counts"]["made"] == 1
    quiet = batch(three, "--quiet")
    assert (quiet.stdout, quiet.stderr) == ("", "")


def test_a_report_in_which_somebody_took_notes_is_not_replaced(three: Path) -> None:
    report = three / "report.json"
    batch(three, "--report", report)
    batch(three, "--report", report)
    assert [path.name for path in three.glob("report*")] == ["report.json"]
    report.write_text("my notes", encoding="utf-8")
    ran = batch(three, "--report", report)
    assert "is not as handslag made it" in ran.stderr
    assert report.read_text(encoding="utf-8") == "my notes"
    assert sorted(path.name for path in three.glob("report*")) == ["report-2.json", "report.json"]


def test_a_report_cannot_hold_a_formula(three: Path) -> None:
    edit(partner(three, 0), "postcode: ", "postcode: '=1+1' # ")
    batch(three, "--report", three / "report.csv", "--format", "txt")
    assert not [cell for cell in (three / "report.csv").read_text("utf-8-sig").split(";") if cell.startswith("=")]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--report", "report.xlsx"), "name it report.csv or report.json"),
        (("--combined", "all.pdf"), "add pdf to --format"),
        (("--combined", "all", "--format", "pdf"), "write all.pdf"),
        (("--labels", "school.yaml"), "write school.pdf"),
        (("--combined", "a.pdf", "--labels", "a.pdf", "--format", "pdf"), "--combined and --labels name one file"),
        (("--scheduler", ""), "--scheduler has no address"),
        (("--scheduler", "tcp://127.0.0.1:1", "--workers", "2"), "leave one of them out"),
        (("--email", "mail"), "add pdf to --format"),
        (("--labels", "l.pdf", "--sheet", "3x9"), "there is no label sheet"),
        (("--labels", "l.pdf", "--start", "22"), "places are 1 to 21"),
    ],
)
def test_what_cannot_be_done_is_told_before_anything_is_made(three: Path, words: tuple[str, ...], told: str) -> None:
    ran = batch(three, *words)
    assert ran.exit_code == 2
    assert told in ran.stderr
    assert not (three / "made").exists()


@pytest.mark.parametrize("option", ["--combined", "--labels", "--report", "--email"])
def test_a_place_where_nothing_can_be_written_is_told_before_anything_is_made(three: Path, option: str) -> None:
    ran = batch(three, option, three / "school.yaml/mail" / ("a.csv" if option == "--report" else "a.pdf"), formats="pdf")
    assert ran.exit_code == 1
    assert f"cannot write {three}/school.yaml/mail" in ran.stderr
    assert not (three / "made").exists()


def test_scratch_files_of_a_process_that_was_killed_are_taken_away_in_the_end(three: Path) -> None:
    (three / "made").mkdir()
    old, new = three / "made/.old.part", three / "made/.new.part"
    for file in (old, new):
        file.touch()
    os.utime(old, (time.time() - 7200,) * 2)
    batch(three)
    assert (old.exists(), new.exists()) == (False, True)
