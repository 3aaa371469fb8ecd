"""A cluster in trouble: told in a sentence, and what was made is whole."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from benchmarks.partners import town
from generator.batch import prepare
from generator.cluster import cluster
from generator.errors import OurFault
from generator.workspace import Workspace, read
from tests.batch.office import batch, made
from tests.cluster.site import ROOT, Site
from tests.cluster.test_cluster import DAY, job, rounds


def test_a_scheduler_without_workers(three: Path, lonely: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.cluster.PATIENCE", 1)
    ran = batch(three, "--scheduler", lonely.address)
    told = f"error: the scheduler at {lonely.address} has no workers\n  hint: start some with 'dask worker {lonely.address}'\n"
    assert (ran.exit_code, ran.stderr) == (1, told)


def test_a_worker_with_other_texts_is_refused(three: Path, lonely: Site) -> None:
    program = lonely.scratch / "program"
    for folder in ("generator", "agreements", "templates"):
        shutil.copytree(ROOT / folder, program / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", program)
    with (program / "agreements/clauses/evaluation.nl.md").open("a", encoding="utf-8") as text:
        text.write("\nDe evaluatie is gezellig.\n")
    lonely.grow(1, program)
    ran = batch(three, "--scheduler", lonely.address)
    assert ran.exit_code == 1
    assert ran.stderr.startswith("error: worker tcp://127.0.0.1:")
    assert " and should be " in ran.stderr
    assert "hint: install there what is installed here" in ran.stderr
    assert not (three / "made").exists()


def test_a_document_that_ends_its_worker(three: Path, lonely: Site) -> None:
    lonely.grow(1)
    where = Workspace(three)
    task = prepare(job(three, "txt"), read(where)).planned[0].task
    assert task is not None
    told = "a document ended every worker that tried it"
    with pytest.raises(OurFault, match=told), cluster(lonely.address, task.order) as executor:
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
