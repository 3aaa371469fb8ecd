"""The command line as its users meet it: what is printed where, exit codes, JSON for programs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from cli import main
from tests.cli.user import COMPANY, EXAMPLES, ROOT, edit, handslag, listed

# --- init ---


def test_init_makes_a_workspace_that_checks_and_drafts(tmp_path: Path) -> None:
    assert handslag("init", tmp_path / "new").exit_code == 0
    assert (tmp_path / "new/partners/voorbeeld.yaml").is_file()
    checked = handslag("check", "-w", tmp_path / "new", "--json")
    unusable = [fault for fault in listed(checked)["faults"] if fault["severity"] == "error" and not fault["rule"]]
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
    assert set(fault) == {"severity", "file", "line", "path", "problem", "hint", "rule", "accepted"}


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


def test_completion_knows_kinds_and_partners(school: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words = {"_HANDSLAG_COMPLETE": "bash_complete", "COMP_WORDS": "handslag draft cooperation-agreement van", "COMP_CWORD": "3"}
    monkeypatch.chdir(school)
    assert handslag(env=words).stdout == f"plain,{COMPANY}\n"


def test_an_unforeseen_fault_has_no_traceback(school: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "replace", lambda *_: 1 // 0)
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


def test_a_pipe_among_the_partners_is_a_fault_and_not_a_long_wait(school: Path) -> None:
    os.mkfifo(school / "partners/pipe.yaml")
    result = handslag("check", "-w", school)
    assert result.exit_code == 1
    assert "partners/pipe.yaml:1: is no ordinary file" in result.stdout


def test_help_names_every_command() -> None:
    told = handslag("--help").stdout
    assert all(name in told for name in main.commands)
