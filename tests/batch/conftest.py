"""A town for every test of batches."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.partners import town


@pytest.fixture
def three(tmp_path: Path) -> Path:
    """A school with three partners."""
    return town(tmp_path / "town", 3).root
