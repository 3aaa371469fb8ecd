"""How letters greet people, groups, bodies and functions, in u and je, in Dutch and English."""

from __future__ import annotations

import pytest

from generator.profile import Person
from generator.wording.salutations import salutation
from tests.wording import spaced
from tests.wording.people import ANCONA, GRAAF, HAMDAOUI, HEER, NEUTRAAL, VELD, VEN, VRIES, YILDIZ, person

RAET = person("Raet", "de", initials="F.", noble_title="baron", **HEER)
NAMELESS = person("Graaf", "de", initials="M.", address_form="je", salutation="mevrouw")


@pytest.mark.parametrize(
    ("to", "form", "dutch", "english"),
    [
        (VEN, "u", "Geachte mevrouw Van der Ven-van Dijk,", "Dear Ms Van der Ven-van Dijk,"),
        (VEN, "je", "Beste Anneke,", "Dear Anneke,"),
        (VELD, "u", "Geachte heer Van ’t Veld,", "Dear Mr Van ’t Veld,"),
        (VELD, "je", "Beste Wim,", "Dear Wim,"),
        (VELD, "", "Beste Wim,", "Dear Wim,"),
        (ANCONA, "", "Geachte mevrouw d’Ancona,", "Dear Ms d’Ancona,"),
        (HAMDAOUI, "u", "Geachte R. el Hamdaoui,", "Dear R. el Hamdaoui,"),
        (HAMDAOUI, "middle", "Beste Robin el Hamdaoui,", "Dear Robin el Hamdaoui,"),
        (HAMDAOUI, "je", "Beste Robin,", "Dear Robin,"),
        (YILDIZ, "", "Beste Kâmil,", "Dear Kâmil,"),
        (GRAAF, "middle", "Beste mevrouw De Graaf,", "Dear Ms De Graaf,"),
        (GRAAF, "", "Geachte mevrouw De Graaf,", "Dear Ms De Graaf,"),
        (NAMELESS, "", "Beste mevrouw De Graaf,", "Dear Ms De Graaf,"),
        (RAET, "u", "Geachte baron de Raet,", "Dear Mr De Raet,"),
        (person("Graaf", "de", **NEUTRAAL), "u", "Geachte De Graaf,", "Dear De Graaf,"),
        ([VRIES, VELD], "u", "Geachte mevrouw De Vries, geachte heer Van ’t Veld,", "Dear Ms De Vries and Mr Van ’t Veld,"),
        ([VRIES, VELD], "", "Beste Saskia en Wim,", "Dear Saskia and Wim,"),
        ([VRIES, VELD, HAMDAOUI], "je", "Beste Saskia, Wim en Robin,", "Dear Saskia, Wim and Robin,"),
        ([VRIES, VEN], "", "Geachte mevrouw De Vries, geachte mevrouw Van der Ven-van Dijk,", None),
        ([VRIES, NAMELESS], "", "Beste mevrouw De Vries en mevrouw De Graaf,", None),
        ([], "", "Geachte heer of mevrouw,", "Dear Sir or Madam,"),
        ("", "", "Geachte heer of mevrouw,", "Dear Sir or Madam,"),
        ("burgemeester", "", "Geachte burgemeester,", None),
        ("wethouder", "u", "Geachte wethouder,", None),
        ("bestuur", "", "Geacht bestuur,", None),
        ("college", "u", "Geacht college,", None),
        ("college van burgemeester en wethouders", "", "Geacht college van burgemeester en wethouders,", None),
        ("leden van het bestuur", "u", "Geachte leden van het bestuur,", None),
        ("redactie", "u", "Geachte redactie,", None),
        ("redactie", "je", "Beste redactie,", None),
        ("dames en heren", "u", "Geachte dames en heren,", None),
        ("partners", "je", "Beste partners,", "Dear partners,"),
        ("leden van de werkgroep", "u", "Geachte leden van de werkgroep,", None),
    ],
)
def test_salutations(to: Person | str | list[Person], form: str, dutch: str, english: str | None) -> None:
    assert spaced(salutation(to, form, language="nl")) == dutch
    if english:
        assert spaced(salutation(to, form, language="en")) == english
