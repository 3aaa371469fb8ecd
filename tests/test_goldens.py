"""Goldens: the outline of every sample's agreement, and of one with hardly a field filled in; ``--accept`` writes them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.desk import compose, write
from generator.kinds import kind_named
from generator.order import Order
from generator.workspace import Workspace, read

ROOT = Path(__file__).parent.parent
GOLDENS = Path(__file__).parent / "goldens"
SAMPLES = [(ROOT / "examples", name) for name in ("roc-noorderlee", "van-t-veld-en-zonen", "gemeente-noorderlee")]
STARTER = (ROOT / "templates/workspace", "voorbeeld")


@pytest.mark.parametrize(("folder", "partner"), [*SAMPLES, STARTER], ids=lambda value: value if isinstance(value, str) else "")
def test_agreement(folder: Path, partner: str, accept: bool) -> None:
    workspace = Workspace(folder)
    contents = read(workspace, [partner])
    assert contents.school is not None
    kind = kind_named("cooperation-agreement", workspace.text_roots)
    order = Order(kind, contents.school, contents.partners[0], "nl", date(2027, 6, 17), False, workspace.text_roots, folder)
    outline = write(compose(order), "outline").decode()
    golden = GOLDENS / f"cooperation-agreement-{partner}.txt"
    if accept:
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(outline, encoding="utf-8")
    assert outline == golden.read_text(encoding="utf-8")
