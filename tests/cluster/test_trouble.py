"""A cluster in trouble: told in a sentence, and what was made is whole."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

import pytest

from benchmarks.partners import town
from generator.batch import prepare
from generator.cluster import cluster
from generator.errors import OurFault
from generator.plan import Task
from generator.workspace import Workspace, read
from tests.batch.office import batch, made
from tests.cluster.site import ROOT, Site, until
from tests.cluster.test_cluster import DAY, job, rounds

pytestmark = pytest.mark.slow


def other_program(folder: Path) -> Path:
    """Handslag with a clause of its own."""
    for part in ("generator", "agreements", "templates"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    with (folder / "agreements/clauses/evaluation.nl.md").open("a", encoding="utf-8") as text:
        text.write("\nDe evaluatie is gezellig.\n")
    return folder


def task_of(where: Path) -> Task:
    """Some letter."""
    task = prepare(job(where, "txt"), read(Workspace(where))).planned[0].task
    assert task is not None
    return task


def test_a_scheduler_without_workers(three: Path, lonely: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.cluster.PATIENCE", 1)
    ran = batch(three, "--scheduler", lonely.address)
    told = f"error: the scheduler at {lonely.address} has no workers\n  hint: start some with 'dask worker {lonely.address}'\n"
    assert (ran.exit_code, ran.stderr) == (1, told)


def test_a_worker_with_other_texts_is_refused(three: Path, lonely: Site) -> None:
    lonely.grow(1, other_program(lonely.scratch / "program"))
    ran = batch(three, "--scheduler", lonely.address)
    assert ran.exit_code == 1
    assert ran.stderr.startswith("error: worker tcp://127.0.0.1:")
    assert " and should be " in ran.stderr
    assert "hint: install there what is installed here" in ran.stderr
    assert not (three / "made").exists()


def test_a_worker_that_joins_later_and_differs_stops_the_batch(three: Path, lonely: Site) -> None:
    lonely.grow(1)
    with pytest.raises(OurFault, match=r"^worker tcp:.*: handslag is .* and should be "):
        joined(three, lonely)


def joined(where: Path, site: Site) -> None:
    """Begin, have another program join, and give both something to do."""
    with cluster(site.address, task_of(where).order) as executor:
        site.grow(2, other_program(site.scratch / "program"))
        until(lambda: executor.workers == 2)
        for future in [executor.submit(time.sleep, 0.2) for _ in range(6)]:
            future.result()


def test_a_document_that_ends_its_worker(three: Path, lonely: Site) -> None:
    lonely.grow(1)
    told = "a document ended every worker that tried it"
    with pytest.raises(OurFault, match=told), cluster(lonely.address, task_of(three).order) as executor:
        executor.submit(os._exit, 1).result()


def test_a_scheduler_that_is_lost_half_way(tmp_path: Path, lonely: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.batch.TOGETHER", 2)
    lonely.grow(1)
    here, there = town(tmp_path / "here", 60).root, town(tmp_path / "there", 60).root
    going = rounds(there, lonely, "txt").go()
    next(going)
    lonely.scheduler.kill()
    with pytest.raises(OurFault, match=f"the scheduler at {lonely.address} was lost"):
        list(going)
    for where in (here, there):
        assert batch(where, "--date", DAY.isoformat()).exit_code == 0
    assert made(there) == made(here)
