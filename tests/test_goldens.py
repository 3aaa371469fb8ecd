"""Goldens: the outline of every paper of every sample, and of one with hardly a field filled in; ``--accept`` writes them."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.desk import compose, write
from generator.kinds import Kind
from tests.papers import KINDS, LANGUAGES, SAMPLES, STARTER, orders

GOLDENS = Path(__file__).parent / "goldens"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("partner", [*SAMPLES, STARTER])
@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.id)
def test_every_paper_says_what_it_said(kind: Kind, partner: str, language: str, accept: bool) -> None:
    made = [
        f"=== {order.occasion.name or kind.id}  {order.reference}  {order.day}\n\n{write(compose(order), 'outline').decode()}"
        for order in orders(kind, partner, language)
    ]
    golden = GOLDENS / f"{kind.id}-{partner}{'' if language == 'nl' else f'.{language}'}.txt"
    if accept and made:
        golden.write_text("\n".join(made), encoding="utf-8")
    elif accept:
        golden.unlink(missing_ok=True)
    assert "\n".join(made) == (golden.read_text(encoding="utf-8") if golden.exists() else "")


def test_no_golden_is_of_nothing() -> None:
    names = {f"{kind}-{partner}" for kind in KINDS for partner in (*SAMPLES, STARTER)}
    assert {path.name.removesuffix(".txt").removesuffix(".en") for path in GOLDENS.iterdir()} <= names
