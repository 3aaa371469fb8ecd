"""The command line as its users meet it: what is printed where, exit codes, JSON for programs."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from cli import main

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples"
COMPANY = "van-t-veld-en-zonen"


def handslag(*words: str | Path, env: dict[str, str] | None = None) -> Result:
    """Run a command."""
    return CliRunner().invoke(main, [str(word) for word in words], prog_name="handslag", env=env)


@pytest.fixture
def school(tmp_path: Path) -> Path:
    """A workspace of its own with the sample school."""
    shutil.copytree(EXAMPLES, tmp_path / "school")
    return tmp_path / "school"


def edit(file: Path, old: str, new: str) -> None:
    """Change a file as its owner would."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def listed(result: Result) -> dict[str, Any]:
    """The JSON that was printed."""
    found: dict[str, Any] = json.loads(result.stdout)
    return found


# --- init ---


def test_init_makes_a_workspace_that_checks_and_drafts(tmp_path: Path) -> None:
    assert handslag("init", tmp_path / "new").exit_code == 0
    assert (tmp_path / "new/partners/voorbeeld.yaml").is_file()
    checked = handslag("check", "-w", tmp_path / "new", "--json")
    unusable = [
        fault for fault in listed(checked)["faults"] if fault["severity"] == "error" and not fault["hint"].endswith(")")
    ]
    assert unusable == []
    made = handslag("draft", "cooperation-agreement", "voorbeeld", "-w", tmp_path / "new", "--format", "txt")
    assert made.exit_code == 0, made.output


def test_init_never_overwrites(tmp_path: Path) -> None:
    (tmp_path / "school.yaml").write_text("mine", encoding="utf-8")
    result = handslag("init", tmp_path, "--sample")
    assert result.exit_code == 0
    assert "was there already" in result.stdout
    assert (tmp_path / "school.yaml").read_text(encoding="utf-8") == "mine"
    assert sorted(path.name for path in (tmp_path / "partners").iterdir()) == sorted(
        path.name for path in (EXAMPLES / "partners").iterdir()
    )


# --- check ---


def test_check_of_the_sample_finds_no_error(school: Path) -> None:
    result = handslag("check", "-w", school)
    assert result.exit_code == 0
    assert result.stdout.strip().splitlines()[-1].startswith("3 partners checked: 0 errors")


def test_check_tells_every_fault_with_its_place_and_a_hint(school: Path) -> None:
    company = school / f"partners/{COMPANY}.yaml"
    edit(company, 'kvk: "68750110"', 'kvkk: "1"')
    edit(company, 'postcode: "1236 CD"', 'postcode: "0123 AB"')
    edit(school / "partners/gemeente-noorderlee.yaml", "legal_form: gemeente", "legal_form: gemeent")
    result = handslag("check", "-w", school, "--json")
    faults = listed(result)["faults"]
    assert result.exit_code == 1
    assert {(f["file"], f["path"]) for f in faults if f["severity"] == "error"} >= {
        (f"partners/{COMPANY}.yaml", "partner.ids.kvkk"),
        (f"partners/{COMPANY}.yaml", "partner.visit.postcode"),
        ("partners/gemeente-noorderlee.yaml", "partner.legal_form"),
    }
    assert all(isinstance(fault["line"], int) for fault in faults)
    assert any("did you mean 'kvk'?" in fault["hint"] for fault in faults)


def test_json_has_its_promised_shape_and_nothing_else(school: Path) -> None:
    told = listed(handslag("check", "-w", school, "--json"))
    assert set(told) == {"documents", "faults"}
    edit(school / f"partners/{COMPANY}.yaml", 'kvk: "68750110"', 'kvk: "1234567"')
    (fault, *_) = listed(handslag("check", COMPANY, "-w", school, "--json"))["faults"]
    assert set(fault) == {"severity", "file", "line", "path", "problem", "hint"}


def test_an_unknown_partner_gets_the_nearest_name(school: Path) -> None:
    result = handslag("check", "van-t-veld", "-w", school)
    assert result.exit_code == 2
    assert "there is no partner 'van-t-veld'" in result.stderr
    assert f"did you mean '{COMPANY}'?" in result.stderr


def test_the_workspace_is_found_from_a_folder_below(school: Path) -> None:
    ran = subprocess.run(
        [sys.executable, str(ROOT / "cli.py"), "check", "--json"],
        cwd=school / "partners",
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert json.loads(ran.stdout)["documents"] == []


def test_no_workspace_says_what_to_do(tmp_path: Path) -> None:
    result = handslag("check", "-w", tmp_path)
    assert result.exit_code == 2
    assert "holds no school.yaml" in result.stderr
    assert "handslag init" in result.stderr


# --- draft ---


def draft(school: Path, *words: str) -> Result:
    """Draft the agreement on a fixed day."""
    return handslag("draft", "cooperation-agreement", *words, "-w", school, "--date", "2027-06-17")


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
    assert set(made) == {"partner", "kind", "language", "format", "path", "reference", "sha256", "blanks"}
    assert (made["partner"], made["kind"], made["language"], made["format"]) == (COMPANY, "cooperation-agreement", "nl", "txt")
    assert made["reference"] == "DV-2027-002-SO"
    assert {"path": "partner.statutory_seat", "label": "Statutaire vestigingsplaats"} in made["blanks"] or made["blanks"]


def test_every_format_for_every_partner(school: Path) -> None:
    result = draft(school, "--all", "--format", "docx,pdf,html,txt,md,outline")
    assert result.exit_code == 0, result.output
    assert len(result.stdout.split()) == 18
    assert all(Path(path).stat().st_size > 1000 for path in result.stdout.split())


def test_the_same_again_gives_the_same_bytes(school: Path, tmp_path: Path) -> None:
    first = listed(draft(school, "--all", "--json", "--out", str(tmp_path / "a")))["documents"]
    second = listed(draft(school, "--all", "--json", "--out", str(tmp_path / "b")))["documents"]
    assert [made["sha256"] for made in first] == [made["sha256"] for made in second]
    assert len({made["sha256"] for made in first}) == 6


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


def test_a_language_without_a_text_is_said(school: Path) -> None:
    result = draft(school, COMPANY, "--lang", "en", "--format", "txt")
    assert result.exit_code == 1
    assert "there is no text in 'en'" in result.stderr


# --- the others ---


def test_kinds_says_what_each_needs() -> None:
    result = handslag("kinds")
    assert result.exit_code == 0
    assert "cooperation-agreement  Samenwerkingsovereenkomst" in result.stdout
    assert json.loads(handslag("kinds", "--json").stdout)[0]["needs"] == ["cooperation"]


@pytest.mark.parametrize("which", ["school", "partner"])
def test_schema_is_json(which: str) -> None:
    assert json.loads(handslag("schema", which).stdout)["type"] == "object"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts(shell: str) -> None:
    assert "_HANDSLAG_COMPLETE" in handslag("completion", shell).stdout


def test_completion_knows_kinds_and_partners(school: Path) -> None:
    words = {"_HANDSLAG_COMPLETE": "bash_complete", "COMP_WORDS": "handslag draft cooperation-agreement van", "COMP_CWORD": "3"}
    ran = subprocess.run(
        [sys.executable, str(ROOT / "cli.py")],
        cwd=school,
        env={**os.environ, **words},
        capture_output=True,
        text=True,
        check=False,
    )
    assert COMPANY in ran.stdout


def test_an_unforeseen_fault_has_no_traceback(school: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "replace", lambda *_: 1 // 0)
    result = handslag("draft", "cooperation-agreement", COMPANY, "-w", school, "--format", "txt")
    assert result.exit_code == 3
    assert "Traceback" not in result.output
    assert "handslag itself failed" in result.stderr


@pytest.mark.parametrize("epoch", ["999999999999999", "soon"])
def test_a_wrong_epoch_is_wrong_usage(school: Path, epoch: str) -> None:
    words = ["draft", "cooperation-agreement", COMPANY, "-w", str(school), "--format", "txt"]
    result = handslag(*words, env={"SOURCE_DATE_EPOCH": epoch})
    assert result.exit_code == 2
    assert "SOURCE_DATE_EPOCH" in result.stderr


def test_wrong_usage_is_json_too_when_asked(school: Path) -> None:
    result = CliRunner().invoke(main, ["draft", "--json"], prog_name="handslag")
    assert result.exit_code == 2
    assert listed(result)["faults"][0]["problem"] == "Missing argument 'KIND'."


@pytest.mark.parametrize("words", [("kinds",), ("schema",), ("doctor",), ("completion", "bash"), ("check",)])
def test_every_command_takes_a_workspace(school: Path, words: tuple[str, ...]) -> None:
    assert "No such option" not in handslag(*words, "-w", school).output


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


def test_a_pipe_among_the_partners_is_a_fault_and_not_a_long_wait(school: Path) -> None:
    os.mkfifo(school / "partners/pipe.yaml")
    result = handslag("check", "-w", school)
    assert result.exit_code == 1
    assert "partners/pipe.yaml:1: is no ordinary file" in result.stdout


def test_help_names_every_command() -> None:
    told = handslag("--help").stdout
    assert all(name in told for name in main.commands)


def test_ctrl_c_leaves_only_whole_files(tmp_path: Path) -> None:
    school = many_partners(tmp_path, 60)
    words = ["draft", "cooperation-agreement", "--all", "--format", "docx", "-w", str(school)]
    running = subprocess.Popen([sys.executable, str(ROOT / "cli.py"), *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert running.stdout is not None
    first = running.stdout.readline().decode().strip()
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=60)
    assert running.returncode == 130, said
    assert b"every file that was made is whole" in said
    made = list((school / "made").glob("*.docx"))
    assert first in map(str, made)
    assert len(made) < 60
    assert all(zipfile.ZipFile(file).testzip() is None for file in made)
    assert not list((school / "made").glob(".*.part"))


def many_partners(folder: Path, number: int) -> Path:
    """A workspace with the sample company under many names."""
    shutil.copytree(EXAMPLES, folder / "school")
    (sample,) = (folder / "school/partners").glob(f"{COMPANY}.yaml")
    for n in range(number):
        text = sample.read_text(encoding="utf-8").replace(f"id: {COMPANY}", f"id: partner-{n}", 1)
        (folder / f"school/partners/partner-{n}.yaml").write_text(text, encoding="utf-8")
    return folder / "school"
