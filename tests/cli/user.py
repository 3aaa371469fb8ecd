"""What the tests of the command line share: a workspace of their own, and running a command as a user would."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from cli import main

ROOT = Path(__file__).parent.parent.parent
EXAMPLES = ROOT / "examples"
MADE = shutil.ignore_patterns(".handslag", "made")
"""What somebody may have made in the examples by hand."""
COMPANY = "van-t-veld-en-zonen"


def handslag(*words: str | Path, env: dict[str, str] | None = None) -> Result:
    """Run a command."""
    return CliRunner().invoke(main, [str(word) for word in words], prog_name="handslag", env=env)


def draft(school: Path, *words: str) -> Result:
    """Draft the agreement on a fixed day."""
    return handslag("draft", "cooperation-agreement", *words, "-w", school, "--date", "2027-06-17")


def edit(file: Path, old: str, new: str) -> None:
    """Change a file as its owner would."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def listed(result: Result) -> dict[str, Any]:
    """The JSON that was printed."""
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def many_partners(folder: Path, number: int) -> Path:
    """A workspace with the sample company under many names."""
    shutil.copytree(EXAMPLES, folder / "school", ignore=MADE)
    sample = folder / f"school/partners/{COMPANY}.yaml"
    for n in range(number):
        text = sample.read_text(encoding="utf-8").replace(f"id: {COMPANY}", f"id: partner-{n}", 1)
        (folder / f"school/partners/partner-{n}.yaml").write_text(text, encoding="utf-8")
    return folder / "school"
