"""Capitals at the start, lists, counts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.wording import filters
from generator.wording.sentences import conjunction, count, fold, full_stop, lower_first, start, titled
from tests.wording import spaced


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("het Bedrijf", "Het Bedrijf"),
        ("de School", "De School"),
        ("’s-Heerenvoorde", "’s-Heerenvoorde"),
        ("’t Bedrijf", "’t Bedrijf"),
        ("’t bedrijf", "’t Bedrijf"),
        ("'t bedrijf", "'t Bedrijf"),
        ("’s ochtends", "’s Ochtends"),
        ("d’Ancona", "d’Ancona"),
        ("ijsclub De Vliet", "IJsclub De Vliet"),
        ("IJsselstein", "IJsselstein"),
        ("één keer", "Eén keer"),
        ("vmbo-leerlingen", "Vmbo-leerlingen"),
        ("vmbo’ers", "Vmbo’ers"),
        ("iXperium", "iXperium"),
        ("24 leerlingen", "24 leerlingen"),
        ("‘het Bedrijf’", "‘Het Bedrijf’"),
        ("(de School)", "(De School)"),
        ("mevrouw dr. A. de Graaf", "Mevrouw dr. A. de Graaf"),
        ("prof. dr. A. Verschoor", "Prof. dr. A. Verschoor"),
        ("", ""),
    ],
)
def test_a_sentence_starts_with_a_capital(text: str, written: str) -> None:
    assert start(text) == written


@given(st.text())
def test_a_second_start_changes_nothing(text: str) -> None:
    assert start(start(text)) == start(text)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Het Bedrijf", "het Bedrijf"),
        ("VOG-plicht", "VOG-plicht"),
        ("D&P", "D&P"),
        ("B.V. in oprichting", "B.V. in oprichting"),
        ("IJsvrij", "ijsvrij"),
        ("Een dag", "een dag"),
        ("", ""),
        ("Vragen, voorbeelden", "vragen, voorbeelden"),
        ("A. de Vries", "A. de Vries"),
    ],
)
def test_inside_a_sentence(text: str, written: str) -> None:
    assert lower_first(text) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("zij leren lassen", "zij leren lassen."),
        ("zij leren lassen. ", "zij leren lassen."),
        ("zij leren lassen;", "zij leren lassen."),
        ("wat een dag!", "wat een dag!"),
        ("hij zei: ‘Ik kom terug.’", "hij zei: ‘Ik kom terug.’"),
        ("posters (zie de foto)", "posters (zie de foto)."),
        ("zagen, lassen enz.", "zagen, lassen enz."),
    ],
)
def test_a_sentence_ends_once(text: str, written: str) -> None:
    assert full_stop(text) == written
    assert full_stop(written) == written


@pytest.mark.parametrize(
    ("items", "dutch", "english"),
    [
        ([], "", ""),
        (["a"], "a", "a"),
        (["a", "b"], "a en b", "a and b"),
        (("a", "b", "c"), "a, b en c", "a, b and c"),
    ],
)
def test_lists(items: list[str], dutch: str, english: str) -> None:
    assert (conjunction(items, language="nl"), conjunction(items, language="en")) == (dutch, english)
    assert conjunction(iter(items), "of", language="nl") == dutch.replace(" en ", " of ")


@given(st.lists(st.text("abcdef ", min_size=1), min_size=1))
def test_a_list_has_all_its_items_and_one_and(items: list[str]) -> None:
    written = conjunction(items, language="nl")
    rest = written
    for item in items:
        assert item in rest
        rest = rest.partition(item)[2]
    assert len(written) == sum(map(len, items)) + 2 * max(len(items) - 2, 0) + (4 if len(items) > 1 else 0)


def test_a_list_is_made_of_texts() -> None:
    with pytest.raises(TypeError, match="not of a NoneType"):
        filters("nl")["conjunction"](["a", None])


def test_counts_and_copies() -> None:
    assert [spaced(count(n, "keer", "keer")) for n in (1, 3)] == ["1 keer", "3 keer"]
    assert [spaced(count(n, "leerling", "leerlingen")) for n in (0, 1, 24)] == ["0 leerlingen", "1 leerling", "24 leerlingen"]
    assert [fold(n, language="nl") for n in (1, 2, 3)] == ["enkelvoud", "tweevoud", "drievoud"]
    assert [spaced(fold(n, language="en")) for n in (2, 3, 12)] == ["duplicate", "triplicate", "12 copies"]


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Lintstage metaal", "de lintstage metaal"),
        ("Keuzevak robotica", "het keuzevak robotica"),
        ("Stageweek leerjaar 3", "de stageweek leerjaar 3"),
        ("Onderdeel plaatwerk van het keuzevak constructie", "het onderdeel plaatwerk van het keuzevak constructie"),
        ("Gastlessen veilig werken", "de gastlessen veilig werken"),
        ("Open bedrijvendag Noorderlee", "de open bedrijvendag Noorderlee"),
        ("PIE-dag", "de PIE-dag"),
        ("Techniek XL", "‘Techniek XL’"),
        ("Samen de lucht in", "‘Samen de lucht in’"),
        ("Open", "‘Open’"),
    ],
)
def test_a_name_has_its_article_or_is_a_title(name: str, written: str) -> None:
    assert titled(name, language="nl") == written
    assert titled(name, language="en") == f"‘{name}’"
