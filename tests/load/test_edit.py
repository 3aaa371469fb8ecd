"""A value put into somebody's YAML: that value changes, and not a blank, a comment or a quote besides."""

from __future__ import annotations

import copy
import difflib
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.load.dump import document
from generator.load.edit import put
from generator.load.nodes import outline
from generator.load.paths import order_at, put_at
from generator.load.yaml import Source, read_bytes
from generator.sheets.columns import written
from generator.sheets.places import resolved
from generator.sheets.write import said_by
from tests.cli.user import EXAMPLES
from tests.sheets.profiles import IDS, NAMES, TEXTS, profiles

SAMPLES = [path.read_text("utf-8") for path in sorted((EXAMPLES / "partners").glob("*.yaml"))]
PATHS = sorted({resolved(path, spots) for column in written() for path in column.paths for spots in ((0, 0), (1, 1))})
LISTS = ("networks", "titles_before", "titles_after")
VALUES = st.one_of(TEXTS, NAMES, IDS, st.integers(0, 10**6), st.booleans())
SEVERAL = st.lists(NAMES, min_size=1, max_size=4)
PUTS = st.sampled_from(PATHS).flatmap(lambda path: st.tuples(st.just(path), SEVERAL if path.endswith(LISTS) else VALUES))
"""A path, and a value that can stand there: a list where a list stands."""
MANY = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


def read(text: str) -> dict[str, Any]:
    """What a file says."""
    source = read_bytes(text.encode(), Source("x.yaml"))
    assert source.data is not None
    assert source.faults == []
    return source.data


def expected(text: str, path: str, value: object) -> dict[str, Any]:
    """What a file says with a value put in its place."""
    data = copy.deepcopy(read(text))
    put_at(data, path, value)
    return data


def changed(old: str, new: str) -> list[str]:
    """The lines that differ: ``-`` before an old one, ``+`` before a new one."""
    return [line for line in difflib.ndiff(old.splitlines(), new.splitlines()) if line[0] in "-+"]


@MANY
@given(text=st.sampled_from(SAMPLES), wanted=PUTS)
def test_only_the_value_changes_in_a_file_with_comments(text: str, wanted: tuple[str, object]) -> None:
    path, value = wanted
    new = put(text, path, value, order_at(path))
    assert read(new) == expected(text, path, value)
    gone = [line for line in changed(text, new) if line[0] == "-"]
    assert len(gone) <= (3 if path == "partner.boilerplate" else 1)  # which stands in three lines
    assert all(comment in new for comment in (line.partition(" # ")[2] for line in text.splitlines()))


@MANY
@given(
    profile=profiles(),
    wanted=PUTS,
    style=st.sampled_from([None, "'", '"']),
    flow=st.sampled_from([True, False, None]),
    indent=st.integers(2, 6),
    newline=st.sampled_from(["\n", "\r\n"]),
)
def test_it_works_in_yaml_of_every_style(
    profile: Any, wanted: tuple[str, object], style: str | None, flow: bool | None, indent: int, newline: str
) -> None:
    path, value = wanted
    data = texts_of(profile.model_dump(by_alias=True, exclude_unset=True, mode="json"))
    dumped = yaml.safe_dump(
        data,
        default_style=style,
        default_flow_style=flow,
        indent=indent,
        allow_unicode=True,
        sort_keys=False,
        line_break=newline,
    )
    if (fits := path_fits(read(dumped), path)) is not None:
        assert read(put(dumped, path, value)) == expected(dumped, path, value), fits


def texts_of(data: Any) -> Any:
    """Plain data of texts only: PyYAML writes a number in quotes with a tag."""
    if isinstance(data, dict):
        return {key: texts_of(value) for key, value in data.items()}
    return [texts_of(item) for item in data] if isinstance(data, list) else str(data)


def path_fits(data: dict[str, Any], path: str) -> str | None:
    """The path, when its lists have the item before the one that it names; else None."""
    here: Any = data
    for step in path.split("."):
        if step.isdigit():
            if int(step) > len(here or ()):
                return None
            here = here[int(step)] if here and int(step) < len(here) else None
        else:
            here = here.get(step) if isinstance(here, dict) else None
    return path


CASES = {
    "in the quotes that it has": ("a: 'x'   # why\nb: y\n", "a", "it's", "a: 'it''s'   # why\nb: y\n"),
    "a plain word stays plain": ("a: x # why\n", "a", "z", "a: z # why\n"),
    "a word that means something else gets quotes": ("a: x\n", "a", "no", 'a: "no"\n'),
    "a key without a value gets one": ("a:\nb: 1\n", "a", "x", "a: x\nb: 1\n"),
    "null with a comment": ("a: null # later\n", "a", "x y", 'a: "x y" # later\n'),
    "a new key comes behind those that it follows": ("a: 1\nc: 3\n\n# end\n", "b", 2, "a: 1\nb: 2\nc: 3\n\n# end\n"),
    "and before the comments behind its group": ("p:\n  a: 1 # x\n\n# q: 1\n", "p.b", 2, "p:\n  a: 1 # x\n  b: 2\n\n# q: 1\n"),
    "in braces": ("p: {a: 1}\n", "p.b", "x y", 'p: {a: 1, b: "x y"}\n'),
    "in empty braces": ("p: {}\n", "p.b", 1, "p: {b: 1}\n"),
    "in empty braces within braces": ("p: {q: {}, r: []}\n", "p.q.b", 1, "p: {q: {b: 1}, r: []}\n"),
    "the first item of a list": ("p:\n  q: []   # none\nz: 1\n", "p.q.0", {"a": 2}, "p:\n  q: # none\n    - a: 2\nz: 1\n"),
    "the first item of a list in an item": ("- q: null\n", "0.q.0", {"a": 2}, "- q:\n    - a: 2\n"),
    "the first item of a list in braces": ("p: {q: []}\n", "p.q.0", {"a": 2}, "p: {q: [{a: 2}]}\n"),
    "the first item at the end": ("q: []", "q.0", {"a": 2}, "q:\n  - a: 2\n"),
    "a group that is not there": ("a: 1\n", "p.q", 2, "a: 1\np:\n  q: 2\n"),
    "a group that is empty": ("p:\nz: 1\n", "p.q", 2, "p: {q: 2}\nz: 1\n"),
    "a new item in a list": ("p:\n- a: 1\nz: 1\n", "p.1", {"a": 2, "b": 3}, "p:\n- a: 1\n- a: 2\n  b: 3\nz: 1\n"),
    "items that stay keep their comments": ("p:\n  - a # one\n  - b\n", "p", ["a", "c"], "p:\n  - a # one\n  - c\n"),
    "items that go": ("p:\n  - a # one\n  - b\nz: 1\n", "p", ["a"], "p:\n  - a # one\nz: 1\n"),
    "a list in brackets": ("p: [a, b] # why\n", "p", ["c"], 'p: ["c"] # why\n'),
    "a text in lines": ("a: >-\n  x\n  y\nb: 1\n", "a", "z", 'a: "z"\nb: 1\n'),
    "no line end at the end": ("a: 1", "b", 2, "a: 1\nb: 2\n"),
    "line ends of Windows": ("a: 1\r\nc: 3\r\n", "b", 2, "a: 1\r\nb: 2\r\nc: 3\r\n"),
}


@pytest.mark.parametrize(("old", "path", "value", "new"), CASES.values(), ids=CASES)
def test_what_an_edit_does(old: str, path: str, value: object, new: str) -> None:
    assert put(old, path, value, ("a", "b", "c")) == new


@MANY
@given(profile=profiles())
def test_a_new_file_says_what_the_profile_says(profile: Any) -> None:
    data = profile.model_dump(by_alias=True, exclude_unset=True, mode="json")
    assert read(document(data)) == data
    assert outline(document(data)) == said_by(data)


@pytest.mark.parametrize("other", ["a: 2\n", "a: '1'\n", "b: 1\n", "a: [1]\n", "a: {b: 1}\n", "a: 1\nb:\n", ""])
def test_what_a_file_says_is_not_what_another_says(other: str) -> None:
    assert outline("a: 1\n") == said_by({"a": 1})
    assert outline(other) != said_by({"a": 1})
