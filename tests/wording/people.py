"""The people and addresses that the tables speak of."""

from __future__ import annotations

from typing import Any

from generator.profile import Address, Person

MEVROUW, HEER, NEUTRAAL = ({"salutation": word} for word in ("mevrouw", "heer", "neutraal"))


def person(surname: str, infix: str | None = None, **more: Any) -> Person:
    return Person.model_validate({"id": "somebody", "surname": surname, "infix": infix, **more})


BERG = person("Berg", "van den", initials="J.", given_name="Jan", **HEER)
VEN = person(
    "Ven",
    "van der",
    second_infix="van",
    second_surname="Dijk",
    initials="A.B.",
    given_name="Anneke",
    titles_before=["dr."],
    titles_after=["MBA"],
    address_form="u",
    **MEVROUW,
)
JANSSEN = person("Janssen", second_infix="ten", second_surname="Broeke", initials="N.", given_name="Noor", **MEVROUW)
VELD = person("Veld", "van ’t", initials="W.H.", given_name="Wim", address_form="je", **HEER)
HART = person("Hart", "’t", initials="IJ.", given_name="IJsbrand", titles_before=["ir."], address_form="je", **HEER)
ANCONA = person("Ancona", "d’", initials="C.E.", given_name="Cécile", titles_before=["mr."], address_form="u", **MEVROUW)
HOUT = person("Hout", "in ’t", initials="P.", given_name="Pieter", titles_before=["drs."], address_form="u", **HEER)
HAMDAOUI = person("Hamdaoui", "el", initials="R.", given_name="Robin", address_form="je", **NEUTRAAL)
BEECK = person("Beeck", "Op de", initials="S.", given_name="Sam", name_style="as_registered", address_form="je", **NEUTRAAL)
YILDIZ = person("Yıldız", initials="K.", given_name="Kâmil", address_form="je", **NEUTRAAL)
GRAAF = person("Graaf", "de", initials="M.J.", given_name="Marjan", titles_before=["drs."], **MEVROUW)
VRIES = person("Vries", "de", initials="S.", given_name="Saskia", address_form="je", **MEVROUW)


def address(**parts: Any) -> Address:
    return Address.model_validate(parts)


SMIDSWEG = address(street="Smidsweg", number=7, letter="A", postcode="1236 CD", place="’s-Heerenvoorde")
MARKTSTRAAT = address(street="Marktstraat", number=22, suffix="bis", postcode="1234 BK", place="Oudervoorde")
POSTBUS = address(po_box="250", postcode="1234 ZP", place="Oudervoorde")
KERKSTRAAT = address(street="Kerkstraat", number=12, suffix="2", postcode="2000", place="Antwerpen", country="BE")
