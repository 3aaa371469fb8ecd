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
from tempfile import TemporaryDirectory
from typing import Any

import docx
import pypdfium2
import pytest
import yaml
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from generator.blocks import Document
from generator.desk import compose, write
from generator.errors import Severity
from generator.kinds import kind_named
from generator.load.profiles import Loaded, load_partner, load_school
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
    "ĳ", "ﬁ", "’t", "½", "€ -12", "a" * 80, "  ", "İı", "Ωμέγα", "Привет",
)  # fmt: skip
VALUES = st.lists(st.sampled_from(HARD), min_size=1, max_size=6).map(" ".join)
LONG_VALUES = st.lists(st.sampled_from((*HARD, "a" * 300)), min_size=1, max_size=6).map(" ".join)
"""A word of 300 letters takes a second in each cell of a PDF."""


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


def hard(data: Any, values: dict[Leaf, str], path: Leaf = ()) -> Any:
    """A copy of the data with other texts at some places."""
    if isinstance(data, dict):
        return {key: hard(value, values, (*path, key)) for key, value in data.items()}
    if isinstance(data, list):
        return [hard(value, values, (*path, index)) for index, value in enumerate(data)]
    return values.get(path, data)


def loaded(data: Any, folder: Path) -> Loaded[Profile]:
    """The profile of the data, through the real door."""
    file = folder / "partner.yaml"
    file.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return load_partner(file, "partner.yaml", sample_school())


def faults(data: Any, folder: Path) -> list[str]:
    """The places of what keeps the data from being a profile."""
    found = loaded(data, folder)
    return [] if found.value else [fault.path for fault in found.faults if fault.severity is Severity.ERROR]


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


@cache
def free_text(partner: str) -> tuple[Leaf, ...]:
    """The fields of a sample partner that take any text: those whose door lets a hard value in."""
    data = plain(sample(partner))
    asked = tuple(leaves(data))
    with TemporaryDirectory() as folder:
        while refused := faults(hard(data, dict.fromkeys(asked, "Q & <b> * 🙂")), Path(folder)):
            taken = tuple(leaf for leaf in asked if not any(f"{path}.".startswith(dotted(leaf)) for path in refused))
            assert len(taken) < len(asked), refused
            asked = taken
    return asked


def dotted(leaf: Leaf) -> str:
    return "".join(f"{step}." for step in leaf)


def composed(profile: Profile) -> Document:
    workspace = Workspace(EXAMPLES)
    kind = kind_named("cooperation-agreement", workspace.text_roots)
    return compose(Order(kind, sample_school(), profile, "nl", date(2027, 6, 17), False, workspace.text_roots, EXAMPLES))


def arrives(partner: str, values: list[str]) -> None:
    """Each free field gets one of the values, with a mark of its own; all arrive as typed in every format and property."""
    given_ = {leaf: f"Q{n}q {values[n % len(values)]} Z" for n, leaf in enumerate(free_text(partner))}
    with TemporaryDirectory() as folder:
        profile = loaded(hard(plain(sample(partner)), given_), Path(folder)).value
    assert profile is not None
    document = composed(profile)
    said = canonical(" ".join(pieces(document, numbers=True)))
    arrived = [value for value in given_.values() if value.split()[0] in said]
    assert len(arrived) > 20
    assert [value for value in arrived if canonical(value) not in said] == []
    word, pdf = write(document, "docx"), write(document, "pdf")  # each reads back what it wrote, or raises
    title = canonical(document.meta.title)
    assert canonical(docx.Document(io.BytesIO(word)).core_properties.title) == title
    assert canonical(pypdfium2.PdfDocument(pdf).get_metadata_dict()["Title"]) == title
    for format_ in ("html", "txt", "md", "outline"):
        assert write(document, format_)


@pytest.mark.parametrize("partner", PARTNERS)
def test_many_fields_take_any_text(partner: str) -> None:
    found = free_text(partner)
    assert len(found) > 120
    assert ("partner", "legal_name") in found
    assert ("cooperation", "activities", 0, "name") in found


def tried(times: int) -> settings:
    """So many examples; they are long, and would hardly become clearer by being made shorter."""
    return settings(max_examples=times, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))


@pytest.mark.parametrize("partner", PARTNERS)
@tried(2)
@given(values=st.lists(VALUES, min_size=12, max_size=12))
def test_any_value_arrives_as_typed(partner: str, values: list[str]) -> None:
    arrives(partner, values)


@pytest.mark.slow
@pytest.mark.parametrize("partner", PARTNERS)
@tried(12)
@given(values=st.lists(LONG_VALUES, min_size=12, max_size=12))
def test_many_values_arrive_as_typed(partner: str, values: list[str]) -> None:
    arrives(partner, values)
