"""What is wrong with the money is told before anything is computed: one change in a sample, one finding, never a traceback."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from cli import main
from tests.profile.test_rules import GEMEENTE, NOTHING, ROC, VELD, findings

EXAMPLES = Path(__file__).parents[2] / "examples"
INCOME = {"code": "B1", "text": "sponsor", "amount": "10.00"}
CASES: list[tuple[str, dict[str, Any], list[tuple[str, str, str]]]] = [
    (VELD, {"finance.shares.parties.0.weight": 44}, [("warning", "finance.shares.parties", "D-04")]),
    (VELD, {"finance.instalments.basis": "percentage"}, []),
    (
        ROC,
        {"finance.instalments.basis": "percentage"},
        [("warning", "finance.instalments.parts", "D-04")],
    ),
    (GEMEENTE, {"finance.shares.parties.0.weight": 2}, [("error", "finance.shares.parties", "D-04")]),
    (ROC, {"finance.lines.2.payer": "Leerlingen"}, [("error", "finance.lines.2.payer", "L-06")]),
    (GEMEENTE, {"finance.income.0.amount": "-750.00"}, [("error", "finance.income.0.amount", "14.9")]),
    (VELD, {"finance.lines": [], "finance.income": [INCOME]}, [("error", "finance.income", "14.9")]),
    (GEMEENTE, {"finance.shares.parties.0.name": "Provincie"}, [("error", "finance.instalments.of", "14.8")]),
    (GEMEENTE, {"finance.shares.parties.0": {"name": "G", "weight": 1, "party": "partner"}}, []),
    (GEMEENTE, {"finance.shares": NOTHING}, [("error", "finance.instalments.of", "14.8")]),
    (VELD, {"finance.instalments.of": "payable_to_partner"}, []),
    (
        GEMEENTE,
        {"finance.instalments.of": "payable_to_partner"},
        [("error", "finance.instalments.of", "14.8")],
    ),
    (
        GEMEENTE,
        {"cooperation.school_years": ["2027-2028", "2027-2028"]},
        [("error", "cooperation.school_years.1", "14.4")],
    ),
    (ROC, {"finance.indexation.from": "2027-08-01"}, [("warning", "finance.indexation.from", "4.4")]),
    (ROC, {"finance.lines.0.unit_price": "-68.50"}, []),
]


@pytest.mark.parametrize(
    ("name", "changes", "expected"), CASES, ids=[f"{name}: {' '.join(changes)}" for name, changes, _ in CASES]
)
def test_a_rule_finds_what_was_changed(name: str, changes: dict[str, Any], expected: list[tuple[str, str, str]]) -> None:
    found = findings(name, changes)
    assert [(severity, path, rule) for severity, path, _, rule in found] == expected
    assert not any(unusable for _, _, unusable, _ in found), "a draft can still be made"


UNUSABLE = [
    ({"finance.shares": {"parties": [{"name": "x", "weight": 0}]}}, "finance.shares.parties"),
    ({"finance.instalments.parts": [{"weight": 0}, {"weight": 0}]}, "finance.instalments.parts"),
    ({"finance.lines.0.quantity": "999999999999"}, "finance.lines.0"),
    ({"finance.in_kind.0.unit_price": "-99999999.99"}, "finance.in_kind.0"),
    ({"finance.income": [INCOME | {"amount": "1000000000"}]}, "finance.income.0"),
]


@pytest.mark.parametrize(("changes", "path"), UNUSABLE, ids=[path for _, path in UNUSABLE])
def test_what_cannot_be_computed_makes_a_profile_unusable(changes: dict[str, Any], path: str) -> None:
    assert [(severity, place, unusable) for severity, place, unusable, _ in findings(VELD, changes)] == [("error", path, True)]


@pytest.mark.parametrize(
    ("given", "typed", "told"),
    [
        ('{name: "Bedrijvenkring", weight: 1}', '{name: "Bedrijvenkring", weight: -1}', "-1 is negative"),
        ("weight: 1}", "weight: 0}", "finance.shares.parties: all weights are zero"),
        ('quantity: "120"', 'quantity: "-120"', "-120 is negative"),
        ('unit_price: "58.00"', "unit_price: 58.005", "has more than two decimals"),
        ('quantity: "120"', 'quantity: "120000000"', "it comes to 6960000000.00 euros"),
    ],
)
@pytest.mark.parametrize("kind", ["cooperation-agreement", "financial-arrangement"])
def test_a_draft_tells_file_place_and_hint(tmp_path: Path, kind: str, given: str, typed: str, told: str) -> None:
    shutil.copytree(EXAMPLES, tmp_path / "school")
    file = tmp_path / f"school/partners/{GEMEENTE}.yaml"
    file.write_text(file.read_text("utf-8").replace(given, typed), encoding="utf-8")
    ran = CliRunner().invoke(main, ["draft", kind, GEMEENTE, "-w", str(tmp_path / "school"), "--out", str(tmp_path)])
    assert ran.exit_code == 1
    assert f"partners/{GEMEENTE}.yaml:" in ran.output
    assert told in ran.output
    assert "hint: " in ran.output
    assert "Traceback" not in ran.output
