"""Drafting: which files are made, what is refused, and what is never lost."""

from __future__ import annotations

import hashlib
import signal
import zipfile
from pathlib import Path

import pytest

from tests.cli.user import COMPANY, draft, edit, handslag, listed, many_partners
from tests.processes import Running, command


def test_draft_prints_where_the_documents_are(school: Path) -> None:
    result = draft(school, COMPANY)
    assert result.exit_code == 0, result.output
    stem = school / f"made/samenwerkingsovereenkomst-{COMPANY}-concept"
    assert result.stdout.splitlines() == [f"{stem}.docx", f"{stem}.pdf"]
    assert stem.with_suffix(".docx").read_bytes()[:2] == b"PK"
    assert stem.with_suffix(".pdf").read_bytes()[:5] == b"%PDF-"


def test_draft_as_json(school: Path) -> None:
    edit(school / f"partners/{COMPANY}.yaml", 'statutory_seat: "’s-Heerenvoorde"', "statutory_seat: null")
    told = listed(draft(school, COMPANY, "--format", "txt", "--json"))
    (made,) = told["documents"]
    assert set(made) == {"partner", "kind", "occasion", "language", "format", "path", "reference", "sha256", "blanks"}
    assert (made["partner"], made["kind"], made["language"], made["format"]) == (COMPANY, "cooperation-agreement", "nl", "txt")
    assert made["reference"] == "DV-2027-0001"
    assert made["blanks"] == [{"label": "Statutaire zetel", "path": "partner.statutory_seat"}]
    assert made["sha256"] == hashlib.sha256(Path(made["path"]).read_bytes()).hexdigest()


def test_every_format_for_every_partner(school: Path) -> None:
    result = draft(school, "--all", "--format", "docx,pdf,html,txt,md,outline")
    assert result.exit_code == 0, result.output
    assert len(result.stdout.split()) == 18
    assert all(Path(path).stat().st_size > 1000 for path in result.stdout.split())


def test_the_same_again_gives_the_same_bytes(school: Path, tmp_path: Path) -> None:
    first = listed(draft(school, COMPANY, "--json", "--out", str(tmp_path / "a")))["documents"]
    second = listed(draft(school, COMPANY, "--json", "--out", str(tmp_path / "b")))["documents"]
    assert [made["sha256"] for made in first] == [made["sha256"] for made in second]
    assert len({made["sha256"] for made in first}) == 2


def test_an_edited_document_is_left_as_it_is(school: Path) -> None:
    draft(school, COMPANY, "--format", "txt")
    made = school / f"made/samenwerkingsovereenkomst-{COMPANY}-concept.txt"
    made.write_text("edited", encoding="utf-8")
    result = draft(school, COMPANY, "--format", "txt")
    assert made.read_text(encoding="utf-8") == "edited"
    assert result.stdout.strip().endswith("concept-2.txt")
    assert "left as it is" in result.stderr


def test_a_final_is_refused_while_a_blank_is_left(school: Path) -> None:
    edit(school / f"partners/{COMPANY}.yaml", 'statutory_seat: "’s-Heerenvoorde"', "statutory_seat: null")
    result = draft(school, COMPANY, "--final", "--format", "txt")
    assert result.exit_code == 1
    assert "is still blank" in result.stderr
    assert not (school / "made").exists()


def test_a_final_is_refused_while_an_error_is_left_but_a_draft_is_made(school: Path) -> None:
    file = school / "partners/gemeente-noorderlee.yaml"
    edit(file, ', decision_date: "2027-05-18", decision_number: "Z2027-00412"', "")
    assert draft(school, "gemeente-noorderlee", "--format", "txt").exit_code == 0
    refused = draft(school, "gemeente-noorderlee", "--final", "--format", "txt")
    assert refused.exit_code == 1
    assert "college" in refused.stderr.lower()


@pytest.mark.parametrize("partner", ["roc-noorderlee", COMPANY, "gemeente-noorderlee"])
def test_the_samples_are_complete_enough_to_be_final(school: Path, partner: str) -> None:
    result = draft(school, partner, "--final", "--format", "txt")
    assert result.exit_code == 0, result.output
    assert "CONCEPT" not in Path(result.stdout.strip()).read_text(encoding="utf-8")


def test_one_bad_profile_does_not_stop_the_others(school: Path) -> None:
    edit(school / f"partners/{COMPANY}.yaml", "legal_form: bv", "legal_form: bvv")
    result = draft(school, "--all", "--format", "txt")
    assert result.exit_code == 1
    assert len(result.stdout.split()) == 2
    assert "partner.legal_form" in result.stderr


def test_a_profile_without_the_section_is_one_clear_message(school: Path) -> None:
    (school / "partners/klein.yaml").write_text(
        'schema: handslag/partnerprofiel/1\nid: klein\npartner: {kind: company, legal_name: "Klein B.V."}\n', encoding="utf-8"
    )
    result = draft(school, "klein")
    assert result.exit_code == 1
    assert "the profile has no section 'cooperation'" in result.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("draft", "cooperation-agreemnt", COMPANY), "did you mean 'cooperation-agreement'?"),
        (("draft", "cooperation-agreement"), "name the partners, or ask for --all"),
        (("draft", "cooperation-agreement", COMPANY, "--all"), "name the partners, or ask for --all"),
        (("draft", "cooperation-agreement", COMPANY, "--format", "docs"), "there is no format 'docs'"),
        (("draft", "cooperation-agreement", COMPANY, "--date", "2027-02-30"), "is not a day"),
        (("chekc",), "did you mean 'check'?"),
    ],
)
def test_wrong_usage_ends_with_two_and_a_way_out(school: Path, words: tuple[str, ...], said: str) -> None:
    result = handslag(*words, *(("-w", school) if words[0] == "draft" else ()))
    assert result.exit_code == 2
    assert said in result.stderr


def test_when_one_format_cannot_be_made_none_is_stored(school: Path) -> None:
    edit(school / f"partners/{COMPANY}.yaml", 'title: "Metaal in de klas', 'title: "\u91d1\u5c5e in de klas')
    result = draft(school, COMPANY, "--format", "docx,pdf")
    assert result.exit_code == 1
    assert "U+91D1" in result.stderr
    assert not (school / "made").exists()


def test_a_final_asks_that_the_schools_own_file_is_right(school: Path) -> None:
    edit(school / "school.yaml", "authority: {basis: sole, evidence: kvk}", "authority: {basis: joint, evidence: kvk}")
    result = draft(school, COMPANY, "--final", "--format", "txt")
    assert result.exit_code == 1
    assert "school.yaml" in result.stderr
    assert not (school / "made").exists()


def test_a_blank_of_the_school_is_told_in_the_schools_file(school: Path) -> None:
    edit(school / "school.yaml", 'statutory_seat: "Oudervoorde"', "statutory_seat: null")
    result = draft(school, COMPANY, "--final", "--format", "txt")
    assert "school.yaml: board.statutory_seat: 'Statutaire zetel' is still blank" in result.stderr


def test_ctrl_c_leaves_only_whole_files(tmp_path: Path) -> None:
    school = many_partners(tmp_path, 60)
    words = ["draft", "cooperation-agreement", "--all", "--format", "docx", "-w", str(school)]
    running = Running(command, *words)
    first = running.line()
    code, said = running.stop(signal.SIGINT)
    assert code == 130, said
    assert "every file that was made is whole" in said
    made = list((school / "made").glob("*.docx"))
    assert first in map(str, made)
    assert len(made) < 60
    assert all(zipfile.ZipFile(file).testzip() is None for file in made)
    assert not list((school / "made").glob(".*.part"))


@pytest.mark.parametrize("id_", ["Roc_Noorderlee", "ROC-noorderlee", "roc-noorderlee"])
def test_partners_whose_documents_would_replace_each_other_are_refused(school: Path, id_: str) -> None:
    sample = (school / "partners/roc-noorderlee.yaml").read_text(encoding="utf-8")
    (school / "partners/zz.yaml").write_text(sample.replace("id: roc-noorderlee", f"id: {id_}", 1), encoding="utf-8")
    result = draft(school, "--all", "--format", "txt")
    assert result.exit_code == 1
    assert "too much like it: partners/roc-noorderlee.yaml" in result.stderr


@pytest.mark.parametrize("head", ["\ufeffid: nieuw", '"id": nieuw', "'id' : 'nieuw'"])
def test_a_partner_is_found_however_its_id_is_written(school: Path, head: str) -> None:
    sample = (school / "partners/roc-noorderlee.yaml").read_text(encoding="utf-8")
    lines = [line for line in sample.splitlines() if not line.startswith("id:")]
    (school / "partners/roc-noorderlee.yaml").write_text("\n".join([head, *lines]), encoding="utf-8")
    result = draft(school, "nieuw", "--format", "txt")
    assert result.exit_code == 0, result.output
    assert "-nieuw-concept.txt" in result.stdout
