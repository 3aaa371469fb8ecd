"""What all tests share: ``--accept`` writes the goldens again, to be read like prose before they are committed."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--accept``."""
    parser.addoption("--accept", action="store_true", help="write the goldens in tests/goldens again")


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    """Whether goldens are written instead of compared."""
    return bool(request.config.getoption("--accept"))
