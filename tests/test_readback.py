"""The read-back: nothing missing, nothing extra, and layout does not count."""

from __future__ import annotations

import pytest

from generator.errors import OurFault
from generator.readback import canonical, compare


@pytest.mark.parametrize(
    ("tree", "file"),
    [
        ("een samenwerkings-overeenkomst", "een samen\u2010\nwerkings-\noverEenkomst".replace("E", "e")),
        ("€\u00a01.234,50", "€ 1.234,50"),
        ("ﬁnanciën", "financie\u0308n"),
        ("a\nb\tc", "a b c"),
        ("👩\u200d🏫️", "👩🏫"),
    ],
)
def test_layout_does_not_count(tree: str, file: str) -> None:
    compare([tree], file, "x.pdf")


@pytest.mark.parametrize(
    ("tree", "file"),
    [
        ("Jansen & Zn.", "Jansen Zn."),
        ("€ -750,00", "€ 750,00"),
        ("–€12.00", "€12.00"),
        ("een woord", "een woord extra"),
        ("Falu R&D AB", "Falu R AB"),
        ("1,50", "15,0"),
    ],
)
def test_every_character_counts(tree: str, file: str) -> None:
    with pytest.raises(OurFault, match="does not say what was written"):
        compare([tree], file, "x.pdf")


def test_right_to_left_text_may_come_in_another_order() -> None:
    compare(["مرحبا بكم"], "بكم مرحبا", "x.pdf", ordered=False)
    with pytest.raises(OurFault):
        compare(["مرحبا بكم"], "بكم مرحب", "x.pdf", ordered=False)


def test_brackets_and_quotes_may_be_turned_beside_right_to_left_text() -> None:
    compare(["مرحبا (‘a’)"], "مرحبا )’a‘(", "x.pdf", ordered=False)
    with pytest.raises(OurFault):
        compare(["مرحبا (a)"], "مرحبا (a", "x.pdf", ordered=False)


def test_a_dash_beside_an_amount_counts_in_any_order() -> None:
    compare(["مرحبا - € -12 Z"], "12- € - مرحبا Z", "x.pdf", ordered=False)


def test_a_minus_is_a_minus_however_it_is_written() -> None:
    assert canonical("€ -5") == canonical("€ \u22125") != canonical("€ 5")
