"""Names: infixes, double names, titles, forms of address, sorting."""

from __future__ import annotations

from typing import Any

import pytest

from generator.profile import Person
from generator.wording import names
from tests.wording import spaced
from tests.wording.people import (
    ANCONA,
    BEECK,
    BERG,
    GRAAF,
    HAMDAOUI,
    HART,
    HEER,
    HOUT,
    JANSSEN,
    MEVROUW,
    NEUTRAAL,
    VELD,
    VEN,
    YILDIZ,
    person,
)


@pytest.mark.parametrize(
    ("somebody", "after_initials", "after_heer", "sorted_as"),
    [
        (BERG, "J. van den Berg", "Van den Berg", "Berg, J. van den"),
        (VEN, "A.B. van der Ven-van Dijk", "Van der Ven-van Dijk", "Ven-van Dijk, A.B. van der"),
        (JANSSEN, "N. Janssen-ten Broeke", "Janssen-ten Broeke", "Janssen-ten Broeke, N."),
        (VELD, "W.H. van ’t Veld", "Van ’t Veld", "Veld, W.H. van ’t"),
        (HART, "IJ. ’t Hart", "’t Hart", "Hart, IJ. ’t"),
        (ANCONA, "C.E. d’Ancona", "d’Ancona", "Ancona, C.E. d’"),
        (HOUT, "P. in ’t Hout", "In ’t Hout", "Hout, P. in ’t"),
        (HAMDAOUI, "R. el Hamdaoui", "El Hamdaoui", "Hamdaoui, R. el"),
        (BEECK, "S. Op de Beeck", "Op de Beeck", "Op de Beeck, S."),
        (YILDIZ, "K. Yıldız", "Yıldız", "Yıldız, K."),
        (person("Cocq van Delwijnen", "de", initials="K."), "K. de Cocq van Delwijnen", "De Cocq van Delwijnen", None),
        (person("Hermite", "l’", initials="P."), "P. l’Hermite", "L’Hermite", "Hermite, P. l’"),
        (person("Gravesande", "’s", initials="W."), "W. ’s Gravesande", "’s Gravesande", "Gravesande, W. ’s"),
        (person("Hamdaoui", "El", initials="M."), "M. El Hamdaoui", "El Hamdaoui", "Hamdaoui, M. El"),
        (person("ijzer", initials="P."), "P. ijzer", "IJzer", "ijzer, P."),
        (
            person("jongsma", "op de", initials="A.", name_style="as_registered"),
            "A. op de jongsma",
            "op de jongsma",
            "op de jongsma, A.",
        ),
        (person("Hart", "'t", initials="M."), "M. ’t Hart", "’t Hart", "Hart, M. ’t"),
        (person("O'Brien", initials="C."), "C. O'Brien", "O'Brien", "O'Brien, C."),
    ],
)
def test_the_infix_has_a_capital_when_nothing_of_the_name_stands_before_it(
    somebody: Person, after_initials: str, after_heer: str, sorted_as: str | None
) -> None:
    assert spaced(names.plain_name(somebody)) == after_initials
    assert spaced(names.surname(somebody)) == after_heer
    assert spaced(names.surname(somebody, preceded=True)) == after_initials.partition(" ")[2]
    if sorted_as:
        assert spaced(names.sort_name(somebody)) == sorted_as


@pytest.mark.parametrize(
    ("titles", "dutch", "english"),
    [
        ({"titles_before": ["drs."]}, "drs. A. Jansen", "A. Jansen"),
        ({"titles_after": ["BSc"]}, "A. Jansen BSc", "A. Jansen BSc"),
        ({"titles_after": ["LLM", "MA", "BSc"]}, "A. Jansen LLM, MA, BSc", "A. Jansen LLM, MA, BSc"),
        ({"titles_before": ["dr.", "ir.", "prof."]}, "prof. dr. ir. A. Jansen", "Professor A. Jansen"),
        ({"titles_before": ["mr.", "dr."]}, "mr. dr. A. Jansen", "Dr A. Jansen"),
        ({"titles_before": ["mr.", "prof."], "noble_title": "jhr."}, "prof. jhr. mr. A. Jansen", "Professor A. Jansen"),
        ({"noble_title": "baron"}, "A. baron Jansen", "A. baron Jansen"),
    ],
)
def test_titles_stand_around_the_name(titles: dict[str, Any], dutch: str, english: str) -> None:
    somebody = person("Jansen", initials="A.", **titles)
    assert (spaced(names.name(somebody, language="nl")), spaced(names.name(somebody, language="en"))) == (dutch, english)


@pytest.mark.parametrize(
    ("somebody", "dutch", "english"),
    [
        (VELD, "de heer W.H. van ’t Veld", "Mr W.H. van ’t Veld"),
        (GRAAF, "mevrouw drs. M.J. de Graaf", "Ms drs. M.J. de Graaf"),
        (VEN, "mevrouw dr. A.B. van der Ven-van Dijk MBA", "Ms dr. A.B. van der Ven-van Dijk MBA"),
        (YILDIZ, "K. Yıldız", "K. Yıldız"),
        (person("Graaf", "de", initials="M."), "M. de Graaf", "M. de Graaf"),
    ],
)
def test_an_address_names_titles_and_nobody_is_given_a_gender(somebody: Person, dutch: str, english: str) -> None:
    assert spaced(names.addressed(somebody, language="nl")) == dutch
    assert spaced(names.addressed(somebody, language="en")) == english


@pytest.mark.parametrize(
    ("somebody", "full", "polite"),
    [
        (GRAAF, "Marjan de Graaf", "mevrouw De Graaf"),
        (HART, "IJsbrand ’t Hart", "de heer ’t Hart"),
        (HAMDAOUI, "Robin el Hamdaoui", "R. el Hamdaoui"),
        (person("Raet", "de", initials="F.", noble_title="baron", **HEER), "F. baron de Raet", "de heer baron de Raet"),
        (person("Six", initials="F.", noble_title="jonkheer", **HEER), "F. Six", "de heer Six"),
        (person("Graaf", "de", given_name="Marjan", **MEVROUW), "Marjan de Graaf", "mevrouw De Graaf"),
        (person("Graaf", "de", **NEUTRAAL), "De Graaf", "De Graaf"),
    ],
)
def test_names_in_running_text(somebody: Person, full: str, polite: str) -> None:
    assert spaced(names.full_name(somebody)) == full
    assert spaced(names.polite_name(somebody, language="nl")) == polite


def test_initials_do_not_part_from_the_name() -> None:
    assert names.plain_name(BERG) == "J.\u00a0van den Berg"
    assert names.plain_name(person("Raet", "de", initials="F.", noble_title="baron")) == "F.\u00a0baron\u00a0de Raet"


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("van 't", "van ’t"),
        ("'s-Gravenhage", "’s-Gravenhage"),
        ("`t", "’t"),
        ("´t", "’t"),
        ("‘t", "’t"),
        ("d'", "d’"),
        ("d'Ancona", "d’Ancona"),
        ("l'Hermite", "l’Hermite"),
        ("O'Brien", "O'Brien"),
        ("’t", "’t"),
    ],
)
def test_typed_apostrophes_in_names(typed: str, written: str) -> None:
    assert names.normal_apostrophes(typed) == written


def test_places_and_names_sort_by_their_main_word() -> None:
    places = ["Zwolle", "’s-Heerenvoorde", "Écluse", "IJsselstein", "Haren", "’t Harde"]
    assert sorted(places, key=names.sort_key) == ["Écluse", "’t Harde", "Haren", "’s-Heerenvoorde", "IJsselstein", "Zwolle"]
