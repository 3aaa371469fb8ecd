"""YAML at the door: values stay as typed, what a profile never needs is refused, and nothing escapes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.load.yaml import MAX_BYTES, Source, read_bytes, read_yaml
from generator.profile.base import BareNumber


def read(text: str | bytes) -> Source:
    return read_bytes(text.encode("utf-8") if isinstance(text, str) else text, Source("x.yaml"))


def problems(text: str | bytes) -> list[tuple[int | None, int | None, str]]:
    return [(fault.line, fault.column, fault.problem) for fault in read(text).faults]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("no", "no"),
        ("yes", "yes"),
        ("NO", "NO"),
        ("on", "on"),
        ("true", True),
        ("False", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("1.10", "1.10"),
        ("13.00", "13.00"),
        ("0123", "0123"),
        ("01234567", "01234567"),
        ("12:30", "12:30"),
        ("1_000", "1_000"),
        ("0x1F", "0x1F"),
        ("1e3", "1e3"),
        (".inf", ".inf"),
        ("+31612345678", "+31612345678"),
        ("12", 12),
        ("-12", -12),
        ("0", 0),
        ("2027-08-01", "2027-08-01"),
        ("'12'", "12"),
        ('"null"', "null"),
        ("=", "="),
        ("9" * 30, "9" * 30),
    ],
)
def test_a_value_means_what_yaml_1_2_says_and_stays_as_typed(typed: str, meant: object) -> None:
    source = read(f"a: {typed}\n")
    assert source.faults == []
    assert source.data == {"a": meant}
    assert type(source.data["a"]) in (type(meant), BareNumber)


def test_only_a_number_without_quotes_is_a_bare_number() -> None:
    data = read("a: 1.10\nb: '1.10'\n").data
    assert data is not None
    assert isinstance(data["a"], BareNumber)
    assert not isinstance(data["b"], BareNumber)


def test_every_key_and_value_has_its_line_and_column() -> None:
    places = read("a: 1\nb:\n  - x\n  - {c: 2}\n").places
    assert places.of("a") == (1, 4)
    assert places.of("a", key=True) == (1, 1)
    assert places.of("b") == (2, 1)
    assert places.of("b.0") == (3, 5)
    assert places.of("b.1.c") == (4, 9)
    assert places.of("b.1.missing") == (4, 5)
    assert places.of("nowhere") == (1, 1)


@pytest.mark.parametrize(
    ("raw", "place", "problem"),
    [
        (b"a: \xe9t\xe9", (1, 4), "byte 0xe9 is not UTF-8"),
        (b"a: 1\nb: caf\xe9", (2, 7), "byte 0xe9 is not UTF-8"),
        ("a: 1".encode("utf-16"), (1, 1), "is saved as UTF-16"),
        (b"a: \x07", (1, 4), "holds a control character (U+0007)"),
        (b"a: 1\nb: x\x00y", (2, 5), "holds a control character (U+0000)"),
        (b"a: 1\n" * (MAX_BYTES // 5 + 1), (1, 1), "is larger than 1 MB"),
        (b"a: " + b"[" * 5000, (1, 43), "nests too deep"),
        (b"a: " + b"{a: " * 5000, (1, 160), "nests too deep"),
        (b"- " * 4000, (1, 81), "nests too deep"),
        (b"", (1, 1), "the file is empty"),
        (b"\xef\xbb\xbf", (1, 1), "the file is empty"),
        (b"null", (1, 1), "the file is empty"),
        (b"just words", (1, 1), "holds one single text, not keys with values"),
        (b"*x", (1, 1), "'*x' refers to another value (an alias), which profiles do not use"),
        (b"'': 1", (1, 1), "a key is empty"),
        (b"%YAML 1.3\n---\na: 1", (1, 1), "is written for another version of YAML"),
        (b"a: 1\n...\nb: 2\n", (3, 1), "there is text after the end of the profile"),
        (b"a: @x", (1, 4), "a value cannot begin with @"),
        (b'a: "\\ud800"', (1, 7), "this escape is half of a character (a surrogate)"),
        (b'a: "C:\\docs"', (1, 7), "a backslash in double quotes has a meaning of its own"),
        (b'a: "b\n', (1, 4), "the quotes that open here are never closed"),
    ],
)
def test_what_a_profile_never_needs_is_one_clear_fault(raw: bytes, place: tuple[int, int], problem: str) -> None:
    assert problems(raw) == [(*place, problem)]


def test_a_bomb_of_aliases_is_refused_without_being_followed() -> None:
    lines = ["a: &a [x, x]"] + [f"{chr(98 + i)}: &{chr(98 + i)} [*{chr(97 + i)}, *{chr(97 + i)}]" for i in range(20)]
    source = read("\n".join(lines))
    assert len(source.faults) == 61
    assert all("alias" in fault.problem or "anchor" in fault.problem for fault in source.faults)


def test_faults_of_values_are_told_all_at_once() -> None:
    assert [problem for _, _, problem in problems("a: 1\na: 2\nb: !x 3\n<<: {d: 4}\n[c]: 5\n")] == [
        "'a' is here twice; it is on line 1 too",
        "'!x' is a tag, which profiles do not use",
        "'<<' (a merge key) is not used in profiles",
        "a key is a list or a group of fields",
    ]


def test_a_byte_order_mark_and_windows_line_ends_are_fine() -> None:
    assert read(b"\xef\xbb\xbfa: 1\r\nb: |\r\n  x\r\n  y\r\n").data == {"a": 1, "b": "x\ny\n"}


def test_a_file_that_is_not_there_or_is_a_folder_is_a_fault(tmp_path: Path) -> None:
    assert [fault.problem for fault in read_yaml(tmp_path / "no.yaml", "no.yaml").faults] == [
        "cannot be read: no such file or directory"
    ]
    assert [fault.problem for fault in read_yaml(tmp_path, "x").faults] == ["cannot be read: is a directory"]


PIECES = "a b: c: - [ ] { } , : ? & * ! | > ' \" % @ ` # \\ ~ << *a &a !!str --- ... 1.10 null \u2028 é 👍 \x85 0x1"
BLANKS = ("\t", " ", "  ", "\n", "\n  ", "\n    ", "\n- ", "key: ", "\r\n")
YAMLISH = st.lists(st.sampled_from([*PIECES.split(" "), *BLANKS]), max_size=60).map("".join)


@settings(max_examples=400, deadline=None)
@given(st.one_of(YAMLISH, st.text(max_size=200)))
def test_no_text_makes_the_door_raise(text: str) -> None:
    source = read(text.encode("utf-8", "surrogatepass"))
    lines = text.count("\n") + text.count("\r") + text.count("\x85") + text.count("\u2028") + text.count("\u2029") + 1
    assert source.faults or isinstance(source.data, dict)
    assert all(fault.line and fault.line <= lines and fault.column and fault.column > 0 for fault in source.faults)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_make_the_door_raise(raw: bytes) -> None:
    source = read(raw)
    assert source.faults or isinstance(source.data, dict)
