"""The promise that data is data: whatever a text field of a profile holds, it arrives as typed in every format and property.

Every text field that the door lets through gets a hard value at once; each value carries a mark of its own, so that it
can be found.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import docx
import pypdfium2
import pytest
import yaml
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from generator.blocks import Document
from generator.desk import compose, write
from generator.kinds import kind_named
from generator.load.profiles import load_partner, load_school
from generator.order import Order
from generator.profile import Profile, School
from generator.readback import canonical, pieces
from generator.workspace import Workspace

EXAMPLES = Path(__file__).parent.parent / "examples"
PARTNERS = ("roc-noorderlee", "van-t-veld-en-zonen", "gemeente-noorderlee")
Leaf = tuple[str | int, ...]

HARD = (
    "&", "<", ">", '"', "'", "|", "*", "_", "#", "{", "}", "\\", "`", "[x](y)", "{{ 7*7 }}", "{% raw %}", "{# c #}",
    "</w:t></w:r></w:p>", "<b>B</b>",
    "]]>", "<!--", "&amp;", "&#10;", "R&D <AB>", "1. ", "- ", "::: note", "---",
    "{#finance}", "[](#finance)", "\n", "\u00a0", "🙂", "👩\u200d🏫", "مرحبا",
    "ĳ", "ﬁ", "’t", "½", "€ -12", "a" * 300, "  ", "İı", "Ωμέγα", "Привет",
)  # fmt: skip
VALUES = st.lists(st.sampled_from(HARD), min_size=1, max_size=6).map(" ".join)


def leaves(data: Any, path: Leaf = ()) -> Iterator[Leaf]:
    """The place of every text in the data."""
    if isinstance(data, str):
        yield path
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from leaves(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from leaves(value, (*path, index))


def replaced(data: Any, path: Leaf, value: str) -> Any:
    """A copy of the data with another text at one place."""
    if not path:
        return value
    if isinstance(data, dict):
        return {**data, path[0]: replaced(data[path[0]], path[1:], value)}
    return [replaced(item, path[1:], value) if index == path[0] else item for index, item in enumerate(data)]


def loaded(data: Any, folder: Path) -> Profile | None:
    """The profile of the data, through the real door."""
    file = folder / "partner.yaml"
    file.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return load_partner(file, "partner.yaml", sample_school()).value


@cache
def sample_school() -> School:
    school = load_school(EXAMPLES / "school.yaml", "school.yaml").value
    assert school is not None
    return school


@cache
def sample(partner: str) -> Any:
    return yaml.load((EXAMPLES / f"partners/{partner}.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def plain(data: Any) -> Any:
    """BaseLoader gives every scalar as text: null and booleans back as they were meant."""
    if isinstance(data, dict):
        return {key: plain(value) for key, value in data.items()}
    if isinstance(data, list):
        return [plain(value) for value in data]
    return {"null": None, "true": True, "false": False, "": None}.get(
        data, int(data) if str(data).isdecimal() and len(data) < 5 else data
    )


@pytest.fixture(scope="module")
def free_text(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Leaf, ...]]:
    """For each sample partner, the fields that take any text: those whose door lets a hard value in."""
    folder = tmp_path_factory.mktemp("door")
    found = {}
    for partner in PARTNERS:
        data = plain(sample(partner))
        found[partner] = tuple(
            leaf for leaf in leaves(data) if loaded(replaced(data, leaf, "Q & <b> * 🙂"), folder) is not None
        )
    return found


def composed(profile: Profile) -> Document:
    workspace = Workspace(EXAMPLES)
    kind = kind_named("cooperation-agreement", workspace.text_roots)
    return compose(Order(kind, sample_school(), profile, "nl", date(2027, 6, 17), False, workspace.text_roots, EXAMPLES))


def test_many_fields_take_any_text(free_text: dict[str, tuple[Leaf, ...]]) -> None:
    assert {partner: len(found) > 60 for partner, found in free_text.items()} == dict.fromkeys(PARTNERS, True)
    assert ("partner", "legal_name") in free_text["roc-noorderlee"]
    assert ("cooperation", "activities", 0, "name") in free_text["roc-noorderlee"]


@pytest.mark.parametrize("partner", PARTNERS)
@settings(
    max_examples=5,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(values=st.lists(VALUES, min_size=12, max_size=12))
def test_any_value_arrives_as_typed(
    partner: str, values: list[str], free_text: dict[str, tuple[Leaf, ...]], tmp_path: Path
) -> None:
    data = plain(sample(partner))
    given_: dict[str, str] = {}
    for number, leaf in enumerate(free_text[partner]):
        value = f"Q{number}q {values[number % len(values)]} Z"
        given_[f"Q{number}q"] = value
        data = replaced(data, leaf, value)
    profile = loaded(data, tmp_path)
    assert profile is not None
    document = composed(profile)
    said = canonical(" ".join(pieces(document, numbers=True)))
    arrived = [value for mark, value in given_.items() if mark in said]
    assert len(arrived) > 20
    assert [value for value in arrived if canonical(value) not in said] == []
    word, pdf = write(document, "docx"), write(document, "pdf")  # each reads back what it wrote, or raises
    title = canonical(document.meta.title)
    assert canonical(docx.Document(io.BytesIO(word)).core_properties.title) == title
    assert canonical(pypdfium2.PdfDocument(pdf).get_metadata_dict()["Title"]) == title
    for format_ in ("html", "txt", "md", "outline"):
        assert write(document, format_)
