"""A parcel: a task that was sent without what it shares is, where it arrives, the task that it was."""

from __future__ import annotations

import pickle
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from generator.batch import prepare
from generator.make import make
from generator.parcel import packed, sent
from generator.workspace import Workspace, read
from tests.cluster.test_cluster import job

pytestmark = pytest.mark.slow


def test_a_task_arrives_as_it_was_where_the_workspace_is_not(three: Path, tmp_path: Path) -> None:
    tasks = [done.task for done in prepare(job(three, "txt"), read(Workspace(three))).planned if done.task]
    parcel = pickle.loads(pickle.dumps(packed(tasks[0].order)))
    travelling, whole = pickle.dumps(sent(tasks)), sum(len(pickle.dumps(task)) for task in tasks)
    before = [make(task) for task in tasks]
    shutil.rmtree(three)
    there = parcel.unpack(tmp_path / "worker")
    arrived = parcel.arrived(pickle.loads(travelling), there)
    here = replace(tasks[0].order, workspace=there.root, roots=there.text_roots)
    assert arrived[0].order == here
    assert [make(task) for task in arrived] == before
    assert len(travelling) < whole / 2
