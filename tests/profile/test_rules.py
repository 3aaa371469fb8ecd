"""The rules between fields: each changes one thing in a sample and sees one finding."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest

from generator.load.yaml import read_yaml
from generator.profile import Profile, School
from generator.profile.rules import partner_findings, school_findings

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
ROC, VELD, GEMEENTE = "roc-noorderlee", "van-t-veld-en-zonen", "gemeente-noorderlee"
A0, A1, A2 = (f"cooperation.activities.{index}" for index in range(3))
NOTHING: Any = object()


def plain(name: str) -> Any:
    path = EXAMPLES / "school.yaml" if name == "school" else EXAMPLES / "partners" / f"{name}.yaml"
    return read_yaml(path, name).data


def changed(data: Any, changes: dict[str, Any]) -> Any:
    data = copy.deepcopy(data)
    for path, value in changes.items():
        *steps, last = path.split(".")
        place = data
        for step in steps:
            place = place[int(step)] if isinstance(place, list) else place[step]
        if value is NOTHING:
            del place[last]
        elif isinstance(place, list):
            place[int(last)] = value
        else:
            place[last] = value
    return data


def findings(name: str, changes: dict[str, Any]) -> list[tuple[str, str, bool, str]]:
    school = School.model_validate(changed(plain("school"), changes if name == "school" else {}))
    if name == "school":
        found = school_findings(school)
    else:
        found = partner_findings(Profile.model_validate(changed(plain(name), changes)), school)
    return [(each.fault.severity.value, each.fault.path, each.unusable, each.fault.rule) for each in found]


CASES: list[tuple[str, dict[str, Any], list[tuple[str, str, str]]]] = [
    (ROC, {"partner.people.0.authority": None}, [("error", "partner.people.0.authority", "L-11")]),
    (ROC, {"partner.people.0.roles": []}, [("error", "partner.people", "L-11")]),
    (
        GEMEENTE,
        {"third_parties.0.people.0.authority.together_with": None},
        [("error", "third_parties.0.people.0.authority", "L-11")],
    ),
    (
        GEMEENTE,
        {"third_parties.0.people.1.roles": []},
        [("error", "third_parties.0.people.0.authority.together_with", "L-11")],
    ),
    (GEMEENTE, {"partner.people.0.authority.decision_date": None}, [("error", "partner.people", "L-11")]),
    (GEMEENTE, {"partner.people.1.authority.date": None}, [("error", "partner.people.1.authority", "L-11")]),
    (
        GEMEENTE,
        {"partner.people.1.roles": ["signatory"], "partner.people.1.authority": {"basis": "statutory", "evidence": "decision"}},
        [("error", "partner.people.1.authority", "L-11")],
    ),
    (ROC, {"partner.ids.kvk": None}, [("error", "partner.ids.kvk", "1.3")]),
    (
        ROC,
        {"partner.ids.rsin": None, "partner.ids.brin": None},
        [("warning", "partner.ids.rsin", "1.3"), ("warning", "partner.ids.brin", "1.3")],
    ),
    (VELD, {"partner.ids.btw_id": None}, [("error", "partner.ids.btw_id", "1.3")]),
    (VELD, {"partner.bank.account_name": None}, [("error", "partner.bank", "1.3")]),
    (ROC, {"cooperation.shared_ambition": ""}, [("error", "cooperation.shared_ambition", "DO-02a")]),
    (ROC, {"cooperation.evaluation.per_school_year": 0}, [("error", "cooperation.evaluation", "DO-06b")]),
    (ROC, {"relationship.fixed_contact_school": None}, [("error", "relationship.fixed_contact_school", "DO-07a")]),
    (ROC, {"cooperation.recitals": ["een"]}, [("warning", "cooperation.recitals", "R")]),
    (ROC, {"cooperation.goals.0.due": None}, [("warning", "cooperation.goals.0", "DO-01b")]),
    (ROC, {"cooperation.activities": []}, [("error", "cooperation.activities", "A3")]),
    (ROC, {"cooperation.end": None}, [("error", "cooperation.end", "A23")]),
    (ROC, {"documents.agreement.date": "2027-09-01"}, [("warning", "documents.agreement.date", "D-06")]),
    (VELD, {"finance.shares.parties.0.weight": 44}, [("warning", "finance.shares.parties", "D-04")]),
    (ROC, {"finance.lines.2.payer": "ouders"}, [("error", "finance.lines.2.payer", "L-06")]),
    (ROC, {"documents.press_release.embargo": "2027-06-22T16:00"}, [("warning", "documents.press_release.embargo", "5.1")]),
    (ROC, {f"{A0}.place": None}, [("error", A0, "DO-06a")]),
    (VELD, {f"{A0}.schedule": None}, [("error", A0, "DO-06a")]),
    (ROC, {f"{A0}.pupils.voluntary": False}, [("error", f"{A0}.pupils", "DT-04")]),
    (VELD, {"partner.people.1.vog.date": None}, [("error", "partner.people.1.vog", "L-01")]),
    (VELD, {"partner.people.1.vog.date": "2027-02-01"}, [("error", "partner.people.1.vog.date", "L-01")]),
    (VELD, {"partner.people.1.vog.date": "2027-02-01", "partner.people.1.vog.handed_over": "2027-07-01"}, []),
    (VELD, {"partner.people.1.vog.checked_by_school": False}, [("error", "partner.people.1.vog", "L-01")]),
    (VELD, {f"{A1}.pupils.min_age": 13}, [("error", f"{A1}.pupils.min_age", "L-03")]),
    (VELD, {f"{A1}.schedule.end": "17.00"}, [("error", f"{A1}.schedule", "L-04")]),
    (VELD, {f"{A1}.schedule.break_minutes": 15}, [("error", f"{A1}.schedule", "L-04")]),
    (VELD, {f"{A1}.schedule.start": "6.30", f"{A1}.schedule.end": "12.00"}, [("error", f"{A1}.schedule", "L-04")]),
    (VELD, {f"{A1}.schedule.end": "18.00", f"{A1}.pupils.min_age": 16}, []),
    (GEMEENTE, {f"{A2}.schedule.end": "16.31"}, [("error", f"{A2}.schedule", "L-04"), ("error", f"{A2}.schedule", "L-04")]),
    (GEMEENTE, {f"{A2}.internship_agreement.parents_sign": False}, [("error", f"{A2}.internship_agreement", "L-05")]),
    (ROC, {f"{A0}.exam.pta_included": False}, [("error", f"{A0}.exam", "L-09")]),
    (ROC, {f"{A0}.exam.pta_deadline": "2027-06-01"}, [("warning", f"{A0}.exam.pta_deadline", "L-09")]),
    (ROC, {f"{A0}.pupils.count": 25}, [("error", f"{A0}.pupils.by_location", "")]),
    ("school", {"people.0.authority.evidence": None}, [("error", "people.0.authority", "L-11")]),
    ("school", {"school.ids": None}, [("error", "school.ids.brin", "1.3")]),
    ("school", {"board.ids.kvk": None}, [("error", "board.ids.kvk", "1.3")]),
]


@pytest.mark.parametrize(
    ("name", "changes", "expected"), CASES, ids=[f"{name}: {' '.join(changes)}" for name, changes, _ in CASES]
)
def test_a_rule_finds_what_was_changed(name: str, changes: dict[str, Any], expected: list[tuple[str, str, str]]) -> None:
    found = findings(name, changes)
    assert [(severity, path, rule) for severity, path, _, rule in found] == expected
    assert not any(unusable for _, _, unusable, _ in found), "a draft can still be made"


UNUSABLE: list[tuple[str, dict[str, Any], str]] = [
    (VELD, {f"{A1}.supervisor": "praktijk"}, f"{A1}.supervisor"),
    (VELD, {f"{A1}.school_supervisor": "dga"}, f"{A1}.school_supervisor"),
    (VELD, {f"{A0}.person": "niemand"}, f"{A0}.person"),
    (ROC, {f"{A0}.responsible": "niemand"}, f"{A0}.responsible"),
    (ROC, {f"{A0}.teachers": ["docent", "x"]}, f"{A0}.teachers.1"),
    (ROC, {f"{A0}.exam.assessor": "examinator"}, f"{A0}.exam.assessor"),
    (
        GEMEENTE,
        {"third_parties.0.people.0.authority.together_with": "voorzitter"},
        "third_parties.0.people.0.authority.together_with",
    ),
    (GEMEENTE, {"third_parties.0.id": "partner"}, "third_parties.0.id"),
    (GEMEENTE, {"cooperation.governance.steering_group.chair": "wethouder"}, "cooperation.governance.steering_group.chair"),
    (GEMEENTE, {"partner.ids.oin": "00000001999910012000"}, "partner.ids.oin"),
    (ROC, {"documents.thank_you.0.activity": "ACT9"}, "documents.thank_you.0.activity"),
    (ROC, {"relationship.contact_log.1.open_promises.0.by": "iemand"}, "relationship.contact_log.1.open_promises.0.by"),
    (ROC, {f"{A0}.pupils.min_age": 17}, f"{A0}.pupils.min_age"),
    (ROC, {"documents.agreement.date": "2027-04-01"}, "documents.agreement.date"),
    (ROC, {"cooperation.evaluation.dates": ["2029-09-01"]}, "cooperation.evaluation.dates.0"),
    (VELD, {"partner.legal_form": "eenmanszaak", "partner.ids.rsin": None}, "partner.ids.btw_id"),
    (VELD, {"partner.legal_form": "eenmanszaak", "partner.ids.btw_id": "NL000099998B57"}, "partner.ids.rsin"),
    (VELD, {"partner.ids.btw_id": "NL000099998B57", "partner.ids.rsin": None}, "partner.ids.btw_id"),
    ("school", {"people.2.backup_person": "conrector"}, "people.2.backup_person"),
    ("school", {"people.1.id": "bestuurder"}, "people.1.id"),
]


@pytest.mark.parametrize(("name", "changes", "path"), UNUSABLE, ids=[f"{name}: {path}" for name, _, path in UNUSABLE])
def test_a_reference_to_nobody_or_a_clash_makes_a_profile_unusable(name: str, changes: dict[str, Any], path: str) -> None:
    assert path in [found for _, found, unusable, _ in findings(name, changes) if unusable]


@pytest.mark.parametrize("name", [ROC, VELD, GEMEENTE, "school"])
def test_no_rule_finds_anything_in_a_sample(name: str) -> None:
    assert findings(name, {}) == []


def test_a_partner_of_whom_only_name_and_address_are_known_breaks_no_rule() -> None:
    profile = Profile.model_validate(
        {"schema": "handslag/partnerprofiel/1", "id": "x", "partner": {"kind": "municipality", "legal_name": "gemeente X"}}
    )
    assert partner_findings(profile, None) == ()
