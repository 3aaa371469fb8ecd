"""What a text may use is listed, with words in both languages and an example; and what is listed can be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.documents.names import Names
from generator.errors import BadText
from generator.field_words import MEMBERS, NAMES
from generator.fields import Row
from generator.fields_run import rows
from generator.kinds import kinds
from generator.shapes import names_of
from generator.texts import environment
from generator.vocabulary import vocabulary
from generator.workspace import Workspace
from tests.cli.user import EXAMPLES, handslag, listed
from tests.documents.word import MAIN, docx, filled, p, words

SCHOOL = Workspace(EXAMPLES)


@pytest.fixture(scope="module")
def dutch() -> dict[str, Row]:
    return {row.path: row for row in rows(None, SCHOOL, "nl")}


def test_a_row_says_what_it_is_and_shows_one(dutch: dict[str, Row]) -> None:
    row = dutch["partner.legal_name"]
    assert (row.tag, row.holds, row.description) == ("{{ partner.legal_name }}", "tekst", "Statutaire naam")
    assert row.example == "gemeente Noorderlee"
    assert dutch["cooperation.start"].tag == "{{ cooperation.start | date }}"
    assert dutch["school.visit"].tag == "{{ school.visit | address }}"
    assert dutch["parties"].tag == "{% for party in parties %} … {% endfor %}"
    assert dutch["parties[].name"].tag == "{{ party.name }}"
    assert dutch["final"].tag == "{% if final %} … {% endif %}"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_field_is_explained(language: str) -> None:
    assert [row.path for row in rows(None, SCHOOL, language) if not row.description] == []


def test_every_name_has_words_and_no_words_are_left_over() -> None:
    found = {name for kind in kinds(SCHOOL.text_roots).values() for name in vocabulary(kind, SCHOOL, "nl").names}
    assert found == set(NAMES)


def test_every_record_that_follows_from_a_profile_is_explained_in_dutch() -> None:
    kind = next(iter(kinds(SCHOOL.text_roots).values()))
    seen = {one.__name__: one for shape in vocabulary(kind, SCHOOL, "nl").names.values() for one in _records(shape, set())}
    assert {name for name in seen if name in MEMBERS} == set(MEMBERS)
    wrong = {name: set(names_of(seen[name])) ^ set(MEMBERS[name]) for name in MEMBERS}
    assert {name: words_ for name, words_ in wrong.items() if words_} == {}


def _records(shape: object, met: set[type]) -> set[type]:
    """Every type below a shape."""
    for one in getattr(shape, "types", ()):
        if one not in met:
            met.add(one)
            for name in names_of(one):
                _records(shape.field(name), met)  # type: ignore[attr-defined]
    if getattr(shape, "items", None):
        _records(shape.items, met)  # type: ignore[attr-defined]
    return met


def test_what_is_listed_can_be_pasted_and_printed(dutch: dict[str, Row]) -> None:
    """Each plain tag in one document: nothing is unknown, nothing needs another filter."""
    tags = [row.tag for row in dutch.values() if row.tag.startswith("{{") and not _elsewhere(row.path)]
    known = vocabulary(next(iter(kinds(SCHOOL.text_roots).values())), SCHOOL, "nl")
    room = environment((), "nl")
    found = Names(known.names, known.filters, known.tests).check(room.parse("\n".join(tags)))
    assert found == []
    assert len(words(filled(docx(*map(p, tags))).data, MAIN)) > 2_000


def _elsewhere(path: str) -> bool:
    """In a loop, or only there when the subsidy asks it: behind an ``{% if %}``."""
    return "[" in path or path.startswith("budget.cofinancing.")


def test_what_is_asked_of_nothing_is_told() -> None:
    with pytest.raises(BadText, match="'required' is asked of something that is empty"):
        filled(docx(p("{{ budget.cofinancing.required | money }}")))


def test_a_kind_shows_its_occasion() -> None:
    assert "occasion.moment" in {row.path for row in rows("thank-you-letter", SCHOOL, "nl")}
    assert "occasion.moment" not in {row.path for row in rows("invitation", SCHOOL, "nl")}


def test_the_command_prints_a_line_a_field_or_json() -> None:
    lines = handslag("fields", "-w", EXAMPLES).output.splitlines()
    assert "partner.legal_name                            Statutaire naam (tekst)  e.g. gemeente Noorderlee" in lines
    (one,) = [
        row for row in listed(handslag("fields", "--lang", "en", "--json", "-w", EXAMPLES))["fields"] if row["path"] == "day"
    ]
    assert one == {
        "path": "day",
        "tag": "{{ day | date }}",
        "holds": "date",
        "description": "The document's date.",
        "example": "17 June 2027",
    }


def test_the_command_writes_a_word_file_to_paste_from(tmp_path: Path) -> None:
    file = tmp_path / "velden.docx"
    assert handslag("fields", "--docx", file, "-w", EXAMPLES).output == f"{file}\n"
    said = words(file.read_bytes())
    assert "{{ partner.legal_name }}\nStatutaire naam (tekst)\ngemeente Noorderlee" in said
    assert "is there already" in handslag("fields", "--docx", file, "-w", EXAMPLES).output
    assert handslag("fields", "--docx", tmp_path / "velden.txt", "-w", EXAMPLES).exit_code == 2
    assert handslag("fields", "no-kind", "-w", EXAMPLES).exit_code == 2


def test_it_works_outside_a_workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "partner.legal_name" in handslag("fields").output
