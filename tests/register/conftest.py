"""A register of its own for every test: in a SQLite file, and in PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from generator.register.database import ELSEWHERE, database
from generator.register.register import Register
from tests.register.postgres import create, server


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """A PostgreSQL server."""
    with server() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def environment(request: pytest.FixtureRequest) -> dict[str, str]:
    """An environment that names where the register is."""
    if request.param == "sqlite":
        return {}
    return {ELSEWHERE: create(request.getfixturevalue("postgres"), f"t{uuid4().hex}")}


@pytest.fixture
def register(tmp_path: Path, environment: dict[str, str]) -> Iterator[Register]:
    """An empty register."""
    opened, _ = database(tmp_path, environment)
    with Register(opened, ".", tmp_path, "DV-{year}-{number:04}") as register:
        yield register
