"""A folder of bad profiles, each of which announces its faults in its first lines.

``# expect: LINE: path: start of the problem``, a line for each fault, in the order of the file.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.load import load_partner, load_school
from generator.profile import School

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples"
BAD = sorted((HERE / "bad").glob("*.yaml"))
EXPECT = re.compile(r"^# expect: (\d+): (\S+): (.+)$", re.MULTILINE)


@pytest.fixture(scope="module")
def school() -> School:
    loaded = load_school(EXAMPLES / "school.yaml", "school.yaml")
    assert loaded.value is not None
    return loaded.value


@pytest.mark.parametrize("path", BAD, ids=[path.stem for path in BAD])
def test_a_bad_profile_has_the_faults_it_announces_and_no_other(path: Path, school: School) -> None:
    announced = [(int(line), "" if at == "-" else at, problem) for line, at, problem in EXPECT.findall(path.read_text("utf-8"))]
    loaded = load_partner(path, path.name, school)
    found = [(fault.line, fault.path, fault.problem) for fault in loaded.faults if fault.severity == "error"]
    shortened = [
        (line, at, problem[: len(want[2])]) if (line, at) == want[:2] else (line, at, problem)
        for (line, at, problem), want in zip(found, announced, strict=False)
    ]
    assert announced, "the file announces nothing"
    assert [*shortened, *found[len(shortened) :]] == announced
    assert loaded.value is None
    assert all(fault.file == path.name and fault.column for fault in loaded.faults)
