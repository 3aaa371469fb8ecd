"""Every paper of the sample partners: what tests of the whole go through. In: a folder, a partner, a language. Out: orders."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from generator.judge import cannot_make
from generator.kinds import Kind, kinds
from generator.occasions import occasions
from generator.order import Order
from generator.workspace import Contents, Workspace, read

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples"
SAMPLES = ("roc-noorderlee", "van-t-veld-en-zonen", "gemeente-noorderlee")
FULL = "van-t-veld-en-zonen"
"""The sample that can have every kind of document."""
STARTER = "voorbeeld"
"""The partner of a new workspace, of whom hardly anything is filled in."""
KINDS = kinds(Workspace(EXAMPLES).text_roots)
LANGUAGES = ("nl", "en")
DAY = date(2027, 6, 17)


def orders(kind: Kind, partner: str, language: str, final: bool = False) -> Iterator[Order]:
    """An order for each document of this kind that the partner can have."""
    workspace, contents = _contents(partner)
    assert contents.school is not None
    roots = workspace.text_roots
    order = Order(kind, contents.school, contents.partners[0], language, DAY, final, roots, workspace.root)
    if not cannot_make(order):
        for occasion in occasions(kind, (), order.ask):
            yield replace(order, occasion=occasion, day=occasion.day or DAY)


@cache
def _contents(partner: str) -> tuple[Workspace, Contents]:
    workspace = Workspace(ROOT / "templates/workspace" if partner == STARTER else EXAMPLES)
    return workspace, read(workspace, [partner])
