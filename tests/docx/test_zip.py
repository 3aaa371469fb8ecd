"""Members packed by us are unpacked by others."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from zipfile import ZipFile

from hypothesis import given
from hypothesis import strategies as st

from generator.writers.docx_zip import kept_member, member, packed

NAMES = st.text(st.characters(exclude_categories=["C", "Z"], exclude_characters="/\\"), min_size=1, max_size=30)


@given(st.dictionaries(NAMES, st.binary(max_size=2000), max_size=8), st.dates(date(1980, 1, 1), date(2107, 12, 31)))
def test_python_reads_what_was_packed(members: dict[str, bytes], day: date) -> None:
    data = packed([member(name, inside) for name, inside in members.items()], day)
    with ZipFile(BytesIO(data)) as file:
        assert {name: file.read(name) for name in file.namelist()} == members
        assert file.testzip() is None
        assert {info.date_time for info in file.infolist()} <= {(day.year, day.month, day.day, 0, 0, 0)}


def test_a_day_that_zip_does_not_know_becomes_the_first_that_it_does() -> None:
    with ZipFile(BytesIO(packed([member("a", b"")], date(1872, 4, 1)))) as file:
        assert file.getinfo("a").date_time[:3] == (1980, 4, 1)


def test_what_is_kept_is_the_same_and_compressed_once() -> None:
    assert kept_member("a", b"b" * 99) == member("a", b"b" * 99)
    assert kept_member("a", b"b" * 99) is kept_member("a", b"b" * 99)
