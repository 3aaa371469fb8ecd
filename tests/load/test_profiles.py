"""School and partner files become profiles: the samples as they stand, and whatever else is thrown at the door."""

from __future__ import annotations

import json
import time as clock
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.partners import town
from generator.load import load_partner, load_school
from generator.profile import Profile, School
from generator.workers import FEW
from generator.workspace import read

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
PARTNERS = sorted((EXAMPLES / "partners").glob("*.yaml"))


@pytest.fixture(scope="module")
def school() -> School:
    loaded = load_school(EXAMPLES / "school.yaml", "school.yaml")
    assert loaded.faults == ()
    assert loaded.value is not None
    return loaded.value


def sample(name: str, school: School) -> Profile:
    value = load_partner(EXAMPLES / "partners" / f"{name}.yaml", name, school).value
    assert value is not None
    return value


@pytest.mark.parametrize("path", PARTNERS, ids=[path.stem for path in PARTNERS])
def test_a_sample_partner_loads_without_any_fault(path: Path, school: School) -> None:
    loaded = load_partner(path, path.name, school)
    assert loaded.faults == ()
    assert loaded.value is not None
    assert loaded.value.id == path.stem


def test_there_are_three_sample_partners() -> None:
    assert [path.stem for path in PARTNERS] == ["gemeente-noorderlee", "roc-noorderlee", "van-t-veld-en-zonen"]


def test_values_have_their_own_types(school: School) -> None:
    roc = sample("roc-noorderlee", school)
    assert roc.cooperation is not None
    assert roc.finance is not None
    assert roc.documents is not None
    activity: Any = roc.cooperation.activities[0]
    assert (activity.schedule.start, activity.schedule.first) == (time(13), date(2027, 9, 9))
    assert activity.exam.pta_deadline == date(2027, 10, 1)
    assert activity.internship_agreement is None, "a text may ask any activity for the data of another type"
    assert roc.finance.lines[1].unit_price == Decimal("47.25")
    assert roc.finance.indexation is not None
    assert roc.finance.indexation.from_ == date(2028, 8, 1)
    assert roc.documents.press_release is not None
    assert roc.documents.press_release.embargo == datetime(2027, 6, 17, 16)
    assert roc.finance.expected is not None
    assert roc.finance.expected.instalments[0] == Decimal("2216.63")


def test_an_attribute_that_no_activity_has_is_an_error(school: School) -> None:
    roc = sample("roc-noorderlee", school)
    assert roc.cooperation is not None
    with pytest.raises(AttributeError, match="no type of activity has 'colour'"):
        _ = roc.cooperation.activities[0].colour


def test_name_kind_and_address_are_enough(tmp_path: Path, school: School) -> None:
    path = tmp_path / "jansen.yaml"
    path.write_text(
        "schema: handslag/partnerprofiel/1\nid: jansen\npartner:\n  kind: company\n  legal_name: Jansen & Zn. <B.V.>\n"
        "  visit: {street: Kade, number: 3, postcode: 1234AB, place: Oudervoorde}\n",
        "utf-8",
    )
    loaded = load_partner(path, "jansen.yaml", school)
    assert loaded.faults == ()
    assert loaded.value is not None
    assert loaded.value.partner.visit is not None
    assert loaded.value.partner.visit.postcode == "1234 AB"
    assert loaded.value.partner.ids.kvk is None


def test_without_a_school_its_people_are_not_looked_for(school: School) -> None:
    loaded = load_partner(PARTNERS[0], "x.yaml", None)
    assert loaded.value == sample("gemeente-noorderlee", school)


def test_null_is_the_same_as_absent(tmp_path: Path, school: School) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(
        "schema: handslag/partnerprofiel/1\nid: x\nlanguage: null\nthird_parties: null\nrelationship: null\n"
        "partner: {kind: company, legal_name: X, ids: null, people: null, trade_name: '',\n"
        "  visit: {country: null, letter: ''}}\n",
        "utf-8",
    )
    loaded = load_partner(path, "x.yaml", school)
    assert loaded.faults == ()
    assert loaded.value is not None
    assert loaded.value.language == "nl"
    assert loaded.value.partner.trade_name is None


def test_a_partner_file_as_school_is_told_once() -> None:
    loaded = load_school(PARTNERS[0], "school.yaml")
    assert [(fault.line, fault.path, fault.problem) for fault in loaded.faults] == [
        (2, "schema", "this is a partner profile, not a school file")
    ]


KEYS = st.sampled_from(
    ["schema", "id", "partner", "kind", "legal_name", "people", "cooperation", "activities", "type", "finance"]
)
VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-10, 10**20), st.text(max_size=20), st.floats(allow_nan=False)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.one_of(KEYS, st.text(max_size=5)), inner, max_size=4)
    ),
    max_leaves=20,
)


@settings(max_examples=300, deadline=None)
@given(data=st.dictionaries(KEYS, VALUES, min_size=1))
def test_no_data_makes_the_loader_raise(data: dict[str, object], tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.getbasetemp() / "fuzz.yaml"
    path.write_text(json.dumps(data), "utf-8")
    for loaded in (load_partner(path, "fuzz.yaml", None), load_school(path, "fuzz.yaml")):
        assert loaded.value is None
        assert loaded.faults
        assert all(fault.problem and fault.line and fault.column for fault in loaded.faults)


def test_a_large_profile_is_read_in_a_blink(tmp_path: Path) -> None:
    body = "\n".join(f"    - {{id: p{number}, surname: Jansen}}" for number in range(5000))
    path = tmp_path / "x.yaml"
    path.write_text(
        f"schema: handslag/partnerprofiel/1\nid: x\npartner:\n  kind: other\n  legal_name: X\n  people:\n{body}\n", "utf-8"
    )
    started = clock.perf_counter()
    loaded = load_partner(path, "x.yaml", None)
    assert loaded.value is not None
    assert len(loaded.value.partner.people) == 5000
    assert clock.perf_counter() - started < 10


def test_many_profiles_are_read_as_each_is_alone(tmp_path: Path) -> None:
    workspace = town(tmp_path, FEW + 20)
    files = workspace.partner_files()
    files[7].write_text("id: half\npartner: [\n", "utf-8")
    contents = read(workspace)
    alone = [read(workspace, [id_]) for id_ in contents.files]
    assert contents.partners == tuple(partner for each in alone for partner in each.partners)
    assert contents.faults == tuple(fault for each in alone for fault in each.faults) != ()
    assert [*contents.files.values()] == [f"partners/{file.name}" for file in files]
