"""Safe to stop: whatever happens to a batch, only whole files are left, and the same command goes on to the same result."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FEW = ("kill=4", "interrupt=2", "full=2", "twice=1")
MANY = (f"kill={os.environ.get('HANDSLAG_KILLS', '10')}", "interrupt=3", "full=3", "twice=1")
"""How many moments are tried; each has its place in a sequence that the seed decides."""


@pytest.mark.parametrize("moments", [pytest.param(FEW, id="few"), pytest.param(MANY, id="many", marks=pytest.mark.slow)])
def test_stopped_at_random_moments_it_leaves_whole_files_and_goes_on_to_the_same_bytes(
    tmp_path: Path, moments: tuple[str, ...]
) -> None:
    """Killed, interrupted, on a full disk, and two at once; all in one process, since most of its time goes to imports."""
    words = [sys.executable, "-W", "error", "-m", "tests.batch.stopping", str(tmp_path), "1", *moments]
    ran = subprocess.run(words, capture_output=True, text=True, cwd=ROOT, check=False)
    assert ran.returncode == 0, ran.stderr
    told = [json.loads(line) for line in ran.stdout.splitlines() if line.startswith("{")]
    assert [(each["how"], each["wrong"]) for each in told] == [(how, []) for how in ("kill", "interrupt", "full", "twice")]
    assert all(each["cut"] for each in told[:-1]), "none was stopped before its end"
