"""One cluster for all tests that leave it as it was."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.partners import town
from tests.cluster.site import Site


@pytest.fixture
def three(tmp_path: Path) -> Path:
    """A school with three partners."""
    return town(tmp_path / "town", 3).root


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A scheduler; its workers cannot reach any test's folder."""
    with tempfile.TemporaryDirectory() as scratch:
        site = Site(tmp_path_factory.getbasetemp(), Path(scratch))
        yield site
        site.close()


@pytest.fixture
def site(running: Site) -> Site:
    """The same, with two workers."""
    running.grow(2)
    return running


@pytest.fixture
def lonely(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A scheduler of a test's own, without workers, which gives a document up when one worker died of it."""
    with tempfile.TemporaryDirectory() as scratch:
        site = Site(tmp_path_factory.getbasetemp(), Path(scratch), failures=0)
        yield site
        site.close()
