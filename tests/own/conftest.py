"""A workspace of its own for every test of own texts."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.user import EXAMPLES, MADE


@pytest.fixture
def school(tmp_path: Path) -> Path:
    """The sample school, to change at will."""
    shutil.copytree(EXAMPLES, tmp_path / "school", ignore=MADE)
    return tmp_path / "school"
