"""Texts from elsewhere that want more than to be read: each is refused, in time, with a sentence that says where."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest

from generator.errors import BadText
from generator.source import fill

KIND = "visit"
TEXT = f"{KIND}/text.nl.md"
TIME = 5.0
"""Seconds in which an attack has to be over; the longest takes less than one."""

WORK = "this asks more work than a document can need"
LONG = "this becomes longer than"
ENDLESS = "this goes on in itself without an end"


def refused(folder: Path, text: str, name: str = TEXT) -> str:
    """The sentence with which a text is refused; it has cost neither much time nor memory."""
    (folder / KIND).mkdir(exist_ok=True)
    (folder / TEXT).write_text(f"# Bezoek\n{text}\n", encoding="utf-8")
    began = process_time()
    with pytest.raises(BadText) as caught:
        fill((folder,), name, (), {"activities": ()}, {}, "nl")
    assert process_time() - began < TIME
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "told"),
    {
        "the globals of a function": ("{{ range.__globals__ }}", "2: there is no field '__globals__'"),
        "the class of a text": ("{{ ''.__class__.__mro__[1].__subclasses__() }}", "2: there is no field"),
        "the code of a macro": ("{% macro a() %}{% endmacro %}{{ a._func.__globals__ }}", "2: there is no field '__globals__'"),
        "the inside of a loop": ("{% for x in [1] %}{{ loop._iterable }}{% endfor %}", "2: there is no field '_iterable'"),
        "the inside of a template": ("{{ self._TemplateReference__context }}", "2: there is no field"),
        "the way round of a filter": (
            "{{ ['a'] | map(attribute='__class__') | first }}",
            "2: access to attribute '__class__' of 'str' object is unsafe",
        ),
        "Jinja's own way round": ("{{ '' | attr('__class__') }}", "2: No filter named 'attr'"),
        "the methods of a text": ("{{ '{0.__class__}'.format(1) }}", "2: there is no field 'format'"),
    }.values(),
)
def test_nothing_of_python_can_be_reached(tmp_path: Path, text: str, told: str) -> None:
    assert f"{TEXT}:{told}" in refused(tmp_path, text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "{% for a in range(9999) %}{% for b in range(9999) %}{% for c in range(99) %}{% endfor %}{% endfor %}{% endfor %}",
            WORK,
        ),
        ("{% for x in range(10 ** 9) %}{% endfor %}", WORK),
        ("{% for x in range(20000) %}{% endfor %}", "range() goes to 10,000 at most"),
        ("{% macro a(n) %}{% if n %}{{ a(n - 1) }}{{ a(n - 1) }}{% endif %}{% endmacro %}{{ a(60) }}", WORK),
        ("{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}", ENDLESS),
        ("{% for x in [1] recursive %}{{ loop([1, 1]) }}{% endfor %}", ENDLESS),
        ("{% include 'visit/text.nl.md' %}", ENDLESS),
        ("{% extends 'visit/text.nl.md' %}", ENDLESS),
        ("{% for x in range(9999) %}{% for y in range(99) %}{{ range(9999) | sum }}{% endfor %}{% endfor %}", WORK),
    ],
)
def test_a_text_does_not_go_on_for_ever(tmp_path: Path, text: str, told: str) -> None:
    assert f"{TEXT}:2: {told}" in refused(tmp_path, text)


GROWING = "{% set a = namespace(x=START) %}{% for turn in range(99) %}{% set a.x = GROWN %}{% endfor %}"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{{ 'a' * 10 ** 9 }}", "'*' does not work on text"),
        ("{{ '%999999999d' % 1 }}", "'%' does not work on text"),
        ("{{ ([0] * 10 ** 9) | length }}", f"{LONG} 10,000"),
        ("{{ 10 ** (10 ** 10) }}", "this number becomes too large"),
        ("{{ 1 | number(10 ** 9) }}", WORK),
        (GROWING.replace("START", "'abcdefgh'").replace("GROWN", "a.x ~ a.x"), f"{LONG} 2,000,000 characters"),
        (GROWING.replace("START", "[1]").replace("GROWN", "a.x + a.x"), f"{LONG} 10,000"),
        (GROWING.replace("START", "[]").replace("GROWN", "[a.x, a.x]"), WORK),
        (GROWING.replace("START", "{}").replace("GROWN", "{1: a.x, 2: a.x}"), WORK),
        (GROWING.replace("START", "9").replace("GROWN", "a.x * a.x"), "this number becomes too large"),
        ("{% set x %}abcdefgh{% endset %}" + "{% set x %}{{ x }}{{ x }}{% endset %}" * 60, f"{LONG} 2,000,000 characters"),
    ],
)
def test_a_text_does_not_grow_without_end(tmp_path: Path, text: str, told: str) -> None:
    assert f"{TEXT}:2: {told}" in refused(tmp_path, text)


@pytest.mark.parametrize("text", ["{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}", "{{ 1" + " | list" * 5000 + " }}"])
def test_brackets_in_brackets_are_told(tmp_path: Path, text: str) -> None:
    assert ENDLESS in refused(tmp_path, text)


def test_blocks_in_blocks_are_told(tmp_path: Path) -> None:
    text = "{% for x in activities %}" * 60 + "{% endfor %}" * 60
    assert f"{TEXT}:1: too many blocks stand in each other" in refused(tmp_path, text)


@pytest.mark.parametrize("tag", ["include 'NAME'", "import 'NAME' as x", "from 'NAME' import x", "extends 'NAME'"])
@pytest.mark.parametrize("name", ["/etc/passwd", "../secret.md", f"{KIND}/../../secret.md", "..\\\\secret.md", ""])
def test_no_file_outside_the_texts_is_read(tmp_path: Path, tag: str, name: str) -> None:
    (tmp_path / "secret.md").write_text("geheim", encoding="utf-8")
    texts = tmp_path / "texts"
    texts.mkdir()
    told = refused(texts, f"{{% {tag.replace('NAME', name)} %}}")
    assert "there is no text '" in told
    assert "geheim" not in told
