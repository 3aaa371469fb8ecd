"""Texts from elsewhere that want more than to be read: each is refused, in time, with a sentence that says where."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from time import process_time

import pytest

from generator.errors import BadText
from generator.parse import parse
from generator.source import fill
from generator.tree import WHOLE, passages
from tests.cli.user import COMPANY, EXAMPLES, MADE, handslag
from tests.pipeline.conftest import META

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
        (GROWING.replace("START", "'abcdefgh'").replace("GROWN", "a.x ~ a.x"), f"{LONG} 300,000 characters"),
        (GROWING.replace("START", "[1]").replace("GROWN", "a.x + a.x"), f"{LONG} 10,000"),
        (GROWING.replace("START", "[]").replace("GROWN", "[a.x, a.x]"), WORK),
        (GROWING.replace("START", "{}").replace("GROWN", "{1: a.x, 2: a.x}"), WORK),
        (GROWING.replace("START", "9").replace("GROWN", "a.x * a.x"), "this number becomes too large"),
        ("{% set x %}abcdefgh{% endset %}" + "{% set x %}{{ x }}{{ x }}{% endset %}" * 60, f"{LONG} 300,000 characters"),
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


def test_brackets_that_slow_markdown_down_are_read_in_time(tmp_path: Path) -> None:
    (tmp_path / KIND).mkdir()
    (tmp_path / TEXT).write_text("# Bezoek\n\n" + "[" * 50_000, encoding="utf-8")
    began = process_time()
    document = parse(fill((tmp_path,), TEXT, (), {}, {}, "nl"), META)
    assert passages(document)[WHOLE].endswith("[[[")
    assert process_time() - began < TIME


# --- files ---


@pytest.fixture
def school(tmp_path: Path) -> Path:
    """The sample school, whose texts come from elsewhere; a secret stands beside it."""
    (tmp_path / "secret.md").write_text("geheim\n", encoding="utf-8")
    (tmp_path / "outside/visit").mkdir(parents=True)
    (tmp_path / "outside/visit/about.yaml").write_text("name: {nl: geheim}\n", encoding="utf-8")
    shutil.copytree(EXAMPLES, tmp_path / "school", ignore=MADE)
    (tmp_path / "school/clauses").mkdir()
    return tmp_path / "school"


def told(school: Path, *words: str) -> str:
    """What is told of a document that is not made; never what stands in the secret."""
    result = handslag(*(words or ("draft", "cooperation-agreement", COMPANY)), "-w", school)
    assert result.exit_code == 1, result.output
    assert "geheim" not in result.output
    assert not (school / "made").exists()
    return result.stderr + result.stdout


def test_a_text_that_is_a_link_to_elsewhere_is_refused(school: Path) -> None:
    (school / "clauses/contacts.nl.md").symlink_to(school.parent / "secret.md")
    found = "clauses/contacts.nl.md: is a link that leads out of its folder\n  hint: put the text itself there"
    assert found in told(school)
    assert "clauses/contacts.nl.md: is a link that leads out of its folder" in told(school, "text", "check", COMPANY)


def test_an_include_of_a_link_to_elsewhere_is_refused(school: Path) -> None:
    (school / "clauses/_secret.nl.md").symlink_to(school.parent / "secret.md")
    (school / "clauses/contacts.nl.md").write_text("## A\n\n1. {% include 'clauses/_secret.nl.md' %}\n", encoding="utf-8")
    assert "clauses/_secret.nl.md: is a link that leads out of its folder" in told(school)


@pytest.mark.parametrize("folder", ["texts", "clauses"])
def test_a_folder_that_is_a_link_to_elsewhere_is_refused(school: Path, folder: str) -> None:
    (school / "clauses").rmdir()
    (school / folder).symlink_to(school.parent / "outside")
    assert f"{folder}: is a link that leads out of the workspace\n  hint: make it a folder" in told(school)


def test_a_kind_that_is_a_link_to_elsewhere_is_refused(school: Path) -> None:
    (school / "texts").mkdir()
    (school / "texts/visit").symlink_to(school.parent / "outside/visit")
    assert "visit/about.yaml: is a link that leads out of its folder" in told(school, "draft", "visit", COMPANY)


def test_a_pipe_and_a_text_without_end_keep_nobody_waiting(school: Path) -> None:
    os.mkfifo(school / "clauses/contacts.nl.md")
    (school / "clauses/term.nl.md").write_text("## A\n\n" + "a" * 300_000, encoding="utf-8")
    assert "clauses/term.nl.md: is longer than 200,000 bytes" in told(school)


DOUBLED = "".join(f"{new}: &{new} [*{old}, *{old}]\n" for old, new in zip("abcdefghijklmnop", "bcdefghijklmnopq", strict=True))
BOMB = f"after: contacts\na: &a [1, 1]\n{DOUBLED}"


@pytest.mark.parametrize(
    ("front", "problem"),
    [
        ("after: !!python/object/apply:os.system ['touch made']", "clauses/bad.nl.md:2: after: "),
        ("after: !!python/name:os.system", "clauses/bad.nl.md:2: after: "),
        (BOMB, "clauses/bad.nl.md:3: "),
        ("after: " + "[" * 5000, "clauses/bad.nl.md:2: "),
        ("after: contacts\nwhen: \"''.__class__.__mro__\"", "clauses/bad.nl.md:3: there is no field '__mro__' there"),
        ("after: contacts\nwhen: \"'' | attr('__class__')\"", "clauses/bad.nl.md:3: No filter named 'attr'"),
        ("after: ../../secret", "clauses/bad.nl.md: after: there is no article '../../secret'"),
        ("kinds: [../outside/visit]\nafter: contacts", "clauses/bad.nl.md:2: kinds.0: '../outside/visit' cannot be an id"),
    ],
)
def test_what_stands_above_a_text_cannot_act(school: Path, front: str, problem: str) -> None:
    (school / "clauses/bad.nl.md").write_text(f"---\n{front}\n---\n## A\n\n1. B.\n", encoding="utf-8")
    assert problem in told(school)


ABOUT = """name: {nl: Bezoek}
version: '1.0.0'
date: 2026-11-24
code: BV
layout: letter
"""


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        ("clauses: [../../secret]", "there is no clause '../../secret' in language 'nl'"),
        ("requires: [{that: \"''.__class__.__mro__\", say: x}]", "visit/about.yaml: there is no field '__mro__' there"),
        ("requires: [{that: 'range(10 ** 9)', say: x}]", "visit/about.yaml: this asks more work than a document can need"),
        ("what: !!python/name:os.system", "visit/about.yaml:6: what: "),
    ],
)
def test_an_about_yaml_cannot_act(school: Path, more: str, problem: str) -> None:
    (school / "texts/visit").mkdir(parents=True)
    (school / "texts/visit/about.yaml").write_text(ABOUT + more + "\n", encoding="utf-8")
    (school / "texts/visit/text.nl.md").write_text("# Bezoek\n", encoding="utf-8")
    assert problem in told(school, "draft", "visit", COMPANY)


def test_a_text_cannot_claim_to_be_another(school: Path) -> None:
    """The marks that say where a line comes from are no way to blame somebody else's text."""
    body = "## A\n\n1. \ue000/etc/passwd:1\ue001\n\n1. <b>x</b>\n"
    (school / "clauses/contacts.nl.md").write_text(body, encoding="utf-8")
    found = told(school)
    assert "clauses/contacts.nl.md:5: a document may not contain HTML" in found
    assert "passwd" not in found


def test_an_export_goes_through_no_link(school: Path) -> None:
    (school / "clauses/contacts.nl.md").symlink_to(school.parent / "nowhere.md")
    result = handslag("text", "export", "clause/contacts", "--lang", "nl", "-w", school)
    assert "was there already, left as it is" in result.stdout
    assert not (school.parent / "nowhere.md").exists()
