"""The wheel: built here, installed in an empty environment, used from another folder. What a school gets is what was tested."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from generator import __version__

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = ("agreements", "templates", "examples")


def run(*command: str | Path, cwd: Path, **environment: str) -> str:
    """Standard output of a command that must succeed; its error output is shown when it does not."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(command, cwd=cwd, env=kept | environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=ROOT)
    (made,) = folder.glob("*.whl")
    return made


def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_the_wheel_brings_one_package_and_nothing_beside_it(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in names(wheel)}
    assert tops == {"generator", f"handslag-{__version__}.dist-info"}


def test_the_wheel_carries_every_text_layout_font_example_and_licence(wheel: Path) -> None:
    files = [path for folder in SHIPPED for path in (ROOT / folder).rglob("*") if path.is_file()]
    wanted = {f"generator/data/{path.relative_to(ROOT).as_posix()}" for path in files}
    assert len(wanted) > 40
    assert wanted - names(wheel) == set()
    licences = {name for name in names(wheel) if ".dist-info/licenses/" in name}
    assert {Path(name).name for name in licences} >= {"LICENSE"}
    assert len(licences) >= 2, "the licence of the fonts goes with the fonts"


@pytest.mark.slow
def test_an_installed_handslag_drafts_an_agreement_from_another_folder(wheel: Path, tmp_path: Path) -> None:
    venv, school = tmp_path / "venv", tmp_path / "mijn school"
    run(sys.executable, "-m", "venv", "--without-pip", venv, cwd=tmp_path)
    pip = (sys.executable, "-m", "pip", "--python", venv, "--disable-pip-version-check", "--quiet", "install", "--no-compile")
    run(*pip, "--require-hashes", "--requirement", ROOT / "requirements.txt", cwd=tmp_path)
    run(*pip, "--no-deps", wheel, cwd=tmp_path)

    handslag = venv / "bin" / "handslag"
    assert __version__ in run(handslag, "--version", cwd=tmp_path)
    run(handslag, "init", school, "--sample", cwd=tmp_path)
    run(handslag, "check", cwd=school)
    printed = run(handslag, "draft", "cooperation-agreement", "--all", "--format", "docx,pdf", cwd=school / "partners")

    made = sorted(path for path in school.rglob("*") if path.suffix in {".docx", ".pdf"})
    partners = list((school / "partners").glob("*.yaml"))
    assert len(made) == 2 * len(partners) > 0
    assert all(path.name in printed for path in made)
    assert {path.read_bytes()[:2] for path in made} == {b"PK", b"%P"}
