"""How often a kind is made: for each of a list of names, and for the usual ones when the profile has none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from types import SimpleNamespace
from typing import Any

import pytest

from generator.about import About
from generator.errors import WrongUsage
from generator.kinds import Kind
from generator.missing import Missing
from generator.occasions import Occasion, names_of, occasions
from generator.profile.occasions import Respondent

ABOUT = {"name": {"nl": "Formulier"}, "version": "1.0.0", "date": "2026-11-24", "code": "FO", "layout": "agreement"}
RESPONDENTS = {"from": "documents.evaluation.respondents", "named": "it"}


def kind(**of: Any) -> Kind:
    return Kind("form", About.model_validate(ABOUT | {"occasions": of}))


def asking(value: object) -> Callable[..., Any]:
    """A profile that has this value, whatever is asked; ``it`` is the item itself, ``it.id`` its id."""
    return lambda expression, it=None: it if expression == "it" else it.id if expression == "it.id" else value


def made(of: Kind, value: object, *wanted: str) -> list[tuple[str, int]]:
    return [(one.name, one.number) for one in occasions(of, wanted, asking(value))]


LISTED = (Respondent.PARTNER, Respondent.OUDERS)


def test_a_list_of_names_has_an_occasion_for_each() -> None:
    first, second = occasions(kind(**RESPONDENTS), (), asking(LISTED))
    assert first == Occasion(Respondent.PARTNER, Respondent.PARTNER, 1, "documents.evaluation.respondents.0")
    assert (second.record, second.number, second.path[-2:]) == (Respondent.OUDERS, 2, ".1")


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (["ouders"], [("ouders", 2)]),
        (["school"], [("school", 3)]),
        (["school", "partner", "school", "leerlingen"], [("school", 3), ("partner", 1), ("leerlingen", 4)]),
    ],
)
def test_names_that_are_asked_for_need_not_be_in_the_profile_and_each_has_a_number(
    wanted: Sequence[str], expected: list[tuple[str, int]]
) -> None:
    assert made(kind(**RESPONDENTS), LISTED, *wanted) == expected


@pytest.mark.parametrize("nothing", [(), Missing("Invullers")])
def test_without_any_in_the_profile_there_are_the_usual_ones(nothing: object) -> None:
    assert made(kind(**RESPONDENTS), nothing) == []
    usual = kind(**RESPONDENTS, usual=["school", "partner"])
    assert made(usual, nothing) == [("school", 1), ("partner", 2)]
    assert made(usual, nothing, "ouders") == [("ouders", 1)]
    assert made(usual, LISTED) == [("partner", 1), ("ouders", 2)]


def test_the_names_are_those_of_the_enumeration() -> None:
    assert names_of(kind(**RESPONDENTS)) == ("school", "partner", "leerlingen", "bedrijven", "ouders")
    with pytest.raises(WrongUsage, match="form has no occasion 'ouder'") as raised:
        occasions(kind(**RESPONDENTS), ["ouder"], asking(LISTED))
    assert raised.value.faults[0].hint == "did you mean 'ouders'?"


def test_what_follows_from_the_profile_has_no_names_of_its_own() -> None:
    placed = kind(**{"from": "placements", "named": "id", "without": "no placement"})
    known = (SimpleNamespace(id="ACT2"), SimpleNamespace(id="ACT4"))
    assert names_of(placed) == ()
    assert made(placed, known, "ACT4") == [("ACT4", 2)]
    for wanted, hint in {"ACT3": "did you mean 'ACT2'?", "x": "choose from: ACT2, ACT4"}.items():
        with pytest.raises(WrongUsage, match="form has no occasion") as raised:
            occasions(placed, [wanted], asking(known))
        assert raised.value.faults[0].hint in (hint, "did you mean 'ACT4'?")
