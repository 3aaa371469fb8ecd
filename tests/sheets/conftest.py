"""A workspace of its own for every test of spreadsheets."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.workspace import Workspace
from tests.cli.user import EXAMPLES, MADE


@pytest.fixture
def school(tmp_path: Path) -> Workspace:
    """The sample school without its partners."""
    (tmp_path / "school").mkdir()
    shutil.copy(EXAMPLES / "school.yaml", tmp_path / "school")
    return Workspace(tmp_path / "school")


@pytest.fixture
def sample(tmp_path: Path) -> Workspace:
    """The sample school with its partners."""
    shutil.copytree(EXAMPLES, tmp_path / "sample", ignore=MADE)
    return Workspace(tmp_path / "sample")
