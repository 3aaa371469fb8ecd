"""The doctor: what it looks at, and what it says about what is not there."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from generator import doctor
from generator.own_layouts import prints

ROOT = Path(__file__).resolve().parent.parent


def test_everything_handslag_needs_is_on_the_machine_that_runs_the_tests() -> None:
    assert [finding for finding in doctor.examine() if not finding.ok] == []


def test_every_dependency_of_the_project_is_looked_at() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    names = {re.split("[<>=~!]", line)[0] for line in declared}
    assert names == set(doctor.requirements())
    assert names <= {finding.name for finding in doctor.examine()}


def test_a_program_that_is_missing_is_told_with_the_command_that_brings_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    found = {finding.name: finding for finding in doctor.examine()}
    assert found["fc-list"].ok  # only a house font that is not in the workspace needs it
    assert "fontconfig" in found["fc-list"].mend
    assert found["fc-list"].detail.startswith("not found: optional")


def test_a_library_that_cannot_be_loaded_counts_as_absent(tmp_path: Path) -> None:
    broken = tmp_path / "libbroken.so.1"
    broken.write_bytes(b"not a library")
    assert doctor._loadable("handslag-has-no-such-library", str(broken)) == ""


def test_what_is_missing_always_comes_with_a_way_to_mend_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert all(finding.mend for finding in doctor.examine() if not finding.ok)


def test_libreoffice_is_named_where_the_workspace_needs_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert "soffice" not in {finding.name for finding in doctor.examine()}
    assert {finding.name: finding.ok for finding in doctor.examine(prints=True)}["soffice"]
    monkeypatch.setenv("PATH", str(tmp_path))
    found = {finding.name: finding for finding in doctor.examine(prints=True)}["soffice"]
    assert (found.ok, found.detail) == (False, "not found: LibreOffice prints Word files as PDF")


@pytest.mark.parametrize(
    ("school", "needs"),
    [
        ("house_style:\n  pdf_engine: libreoffice\n", True),
        ("house_style: {pdf_engine: 'libreoffice'}\n", True),
        ("# pdf_engine: libreoffice\n", False),
        ("house_style:\n  pdf_engine: weasyprint\n", False),
    ],
)
def test_a_workspace_needs_it_when_it_prints_word_files(tmp_path: Path, school: str, needs: bool) -> None:
    (tmp_path / "school.yaml").write_text(school, encoding="utf-8")
    assert prints(tmp_path) is needs
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "brief.docx").write_bytes(b"")
    assert prints(tmp_path)
