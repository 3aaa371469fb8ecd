"""Choosing partners: by any field; what is misspelt is told with the choices."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.partners import town
from generator.choose import chosen
from generator.errors import WrongUsage
from generator.workspace import Contents, read


@pytest.fixture(scope="module")
def thirty(tmp_path_factory: pytest.TempPathFactory) -> Contents:
    return read(town(tmp_path_factory.mktemp("town"), 30))


@pytest.mark.parametrize(
    ("where", "count"),
    [
        (["kind=company"], 20),
        (["partner.kind=COMPANY"], 20),
        (["kind=company", "kind=municipality"], 21),
        (["kind=company", "language=en"], 2),
        (["phase=lopend"], 30),
        (["partner.people.roles=signatory"], 30),
        (["fictional=true"], 30),
        (["email="], 3),
        (["partner.email=", "legal_form=bv"], 2),
    ],
)
def test_conditions_choose(thirty: Contents, where: list[str], count: int) -> None:
    found = chosen(thirty, where)
    assert len(found.partners) == len(found.files) == count


def test_a_place_is_that_of_either_address(thirty: Contents) -> None:
    place = next(one.partner.visit.place for one in thirty.partners if one.partner.visit)
    assert chosen(thirty, [f"place={str(place).upper()}"]).partners


@pytest.mark.parametrize(
    ("where", "problem", "hint"),
    [
        ("knd=company", "a profile has no field 'knd'", "did you mean 'kind'?"),
        ("partner.knd=company", "a profile has no field 'partner.knd'", "did you mean 'kind'?"),
        ("partner.visit=Smidsweg", "'partner.visit' is a section, not a field", "partner.visit.street"),
        ("kind", "there is no '='", "write it as kind=company"),
        (" =company", "there is no field before the '='", "write it as kind=company"),
        ("kind=compny", "no partner has kind=compny", "did you mean 'company'?"),
        ("language=fr", "no partner has language=fr", "choose from: en, nl"),
        ("oin=1", "no partner has oin=1", "no partner has it filled in"),
    ],
)
def test_what_is_misspelt_is_told_with_the_choices(thirty: Contents, where: str, problem: str, hint: str) -> None:
    with pytest.raises(WrongUsage) as raised:
        chosen(thirty, [where])
    (fault,) = raised.value.faults
    assert problem in fault.problem
    assert hint in fault.hint


def test_of_many_values_the_usual_ones_are_named(thirty: Contents) -> None:
    with pytest.raises(WrongUsage) as raised:
        chosen(thirty, ["street=xyz"])
    assert " more" in raised.value.faults[0].hint


def test_conditions_that_nobody_meets_at_once_are_told(thirty: Contents) -> None:
    with pytest.raises(WrongUsage, match="no partner has language=en and kind=municipality at once"):
        chosen(thirty, ["language=en", "kind=municipality"])


def test_a_partner_that_cannot_be_read_is_not_forgotten(tmp_path: Path) -> None:
    workspace = town(tmp_path, 3)
    broken = workspace.partner_files()[0]
    broken.write_text(broken.read_text("utf-8").replace("legal_form", "legl_form"), encoding="utf-8")
    assert len(chosen(read(workspace), ["kind=company"]).files) == 3
    others = [path.stem for path in workspace.partner_files()[1:]]
    assert list(chosen(read(workspace), [f"id={others[0]}"]).files) == [others[0]]
    assert list(chosen(read(workspace), [f"id={broken.stem}"]).files) == [broken.stem]
