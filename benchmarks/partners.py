"""A school with as many partners as asked for, all fictional. In: a folder, a number, a seed. Out: always the same workspace.

Every kind and legal form, people with every form of name and address, Dutch and English, each with a word of thanks for the end
of the year. A partner is the same however many there are: number 7 of 60 is number 7 of 10,000. The numbers can belong to
nobody: KVK numbers of a chamber 00 that never was, RSINs from 9999, the bank FICT, BRINs from 99, hosts in ``.example``.

    python -m benchmarks.partners FOLDER [NUMBER] [SEED]
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml
from stdnum.iso7064 import mod_97_10
from stdnum.nl import bsn as elfproef

from benchmarks import fiction
from benchmarks.material import sample
from generator.profile import Person
from generator.store import file_name
from generator.wording.names import surname
from generator.workspace import Workspace

Data = dict[str, Any]

FORMS = (
    # the kind and legal form of thirty partners, again and again: mostly companies, as in life
    *(("company", form) for form in ("bv", "bv", "bv", "bv", "vof", "eenmanszaak", "bv", "nv", "maatschap", "cooperatie")),
    *(("company", form) for form in ("bv", "bv", "eenmanszaak", "bv", "vof", "bv", "cv", "eenmanszaak", "bv", "vof")),
    ("institution", "stichting"),
    ("institution", "stichting"),
    ("association", "vereniging"),
    ("association", "vereniging"),
    ("mbo_college", "stichting"),
    ("municipality", "gemeente"),
    ("other", "waterschap"),
    ("other", "provincie"),
    ("other", "openbaar_lichaam"),
    ("other", "kerkgenootschap"),
)
PUBLIC = {"gemeente", "waterschap", "provincie", "openbaar_lichaam"}
ENDINGS = {"bv": " B.V.", "nv": " N.V.", "vof": " V.O.F.", "cv": " C.V.", "cooperatie": " U.A.", "maatschap": ""}
PUBLIC_NAMES = {
    "gemeente": "gemeente {}",
    "waterschap": "Waterschap {}",
    "provincie": "Provincie {}",
    "openbaar_lichaam": "Recreatieschap {}",
    "kerkgenootschap": "Protestantse Gemeente te {}",
}


def town(folder: Path, number: int, seed: int = 1) -> Workspace:
    """The sample school with so many partners of its own, ``partners/*.yaml``."""
    workspace = sample(folder)
    for path in workspace.partner_files():
        path.unlink()
    for count in range(number):
        made = partner(count, seed)
        text = yaml.dump(made, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=120)
        (workspace.root / "partners" / f"{made['id']}.yaml").write_text(text, "utf-8")
    return workspace


def partner(count: int, seed: int = 1) -> Data:
    """The profile of one partner, as plain data."""
    chance = Random(f"{seed}/{count}")
    kind, form = FORMS[count % len(FORMS)]
    language = "en" if count % 10 == 7 else "nl"
    place = _place(chance)
    people = _people(chance, kind, form)
    names = _named(chance, kind, form, people[0], place)
    slug = _slug(names.get("trade_name") or names["legal_name"])
    organisation = {"kind": kind, **names, "legal_form": form, "size": _size(form), "ids": _ids(count, kind, form)}
    organisation |= _money(count, form, names["legal_name"]) | _reached(chance, count, place, slug)
    return {
        "schema": "handslag/partnerprofiel/1",
        "id": f"{slug}-{count:05}",
        "fictional": True,
        "language": language,
        "partner": organisation | {"people": [_reachable(each, organisation) for each in people]},
        "relationship": {
            "phase": "lopend",
            "fixed_contact_school": "relatiebeheerder",
            "fixed_contact_partner": people[-1]["id"],
        },
        "documents": {"thank_you": _thanks(chance, count, language, form, people)},
    }


# --- what it is called -------------------------------------------------------------------------------------------------------


def _named(chance: Random, kind: str, form: str, owner: Data, place: str) -> Data:
    if kind == "company":
        return _company(chance, form, surname(Person.model_validate(owner)), owner)
    if kind == "mbo_college":
        trade = f"ROC {place}"
        return {
            "legal_name": f"Stichting Regionaal Opleidingencentrum {place}",
            "trade_name": trade,
            "short_name": "het Mbo-college",
        }
    if kind in ("institution", "association"):
        starts, short = (
            (fiction.INSTITUTIONS, "de Stichting") if kind == "institution" else (fiction.ASSOCIATIONS, "de Vereniging")
        )
        return {"legal_name": f"{chance.choice(starts)} {place}", "short_name": short}
    return {"legal_name": PUBLIC_NAMES[form].format(place), "short_name": "de Gemeente" if form == "gemeente" else "de Partner"}


def _company(chance: Random, form: str, name: str, owner: Data) -> Data:
    if form == "eenmanszaak":
        trade, sector = chance.choice(fiction.ALONE)
        legal = " ".join(part for part in (owner["initials"], owner.get("infix"), owner["surname"]) if part)
        return {"legal_name": legal, "trade_name": f"{trade} {name}", "short_name": "het Bedrijf", "sector": sector}
    trade, sector, _ = chance.choice(fiction.TRADES)
    family = chance.choice(("", "", " & Zonen", " en Dochters", " Groep"))
    start = {"cooperatie": "Coöperatie ", "maatschap": "Maatschap "}.get(form, "")
    return {"legal_name": f"{start}{trade} {name}{family}{ENDINGS[form]}", "short_name": "het Bedrijf", "sector": sector}


def _place(chance: Random) -> str:
    town = chance.choice(fiction.PLACE_STARTS) + chance.choice(fiction.PLACE_ENDS)
    before = chance.choice(fiction.PLACE_SAINTS) if chance.random() < 0.2 else ""
    return before + (town.lower() if before.endswith("en") else town)


def _slug(name: str) -> str:
    """``van-t-veld-zonen``: a host, or the start of an id."""
    return re.sub("-+", "-", file_name(name, suffix="").rstrip("."))[:60].strip("-")


def _size(form: str) -> str:
    return "public" if form in PUBLIC else {"nv": "large", "bv": "medium"}.get(form, "small")


# --- its numbers -------------------------------------------------------------------------------------------------------------


def _ids(count: int, kind: str, form: str) -> Data:
    ids: Data = {"kvk": f"00{count + 1:06}"}
    if form == "eenmanszaak":
        return ids | {"btw_id": sole_trader_vat_id(count)}
    rsins = _rsins()
    if count < len(rsins):
        ids |= {"rsin": rsins[count]} | ({"btw_id": f"NL{rsins[count]}B01"} if kind == "company" else {})
    if kind == "mbo_college":
        place = count // len(FORMS)
        ids |= {"brin": f"99{chr(65 + place // 26 % 26)}{chr(65 + place % 26)}"}
    return ids


@cache
def _rsins() -> list[str]:
    """Every number from 9999 that passes the elfproef, but for those of the samples: some nine thousand."""
    return [str(number) for number in range(999920000, 10**9) if elfproef.is_valid(str(number))]


@cache
def sole_trader_vat_id(count: int) -> str:
    """A btw-id that passes mod 97 and holds no BSN: its nine digits fail the elfproef."""
    digits = next(text for step in range(20) if not elfproef.is_valid(text := f"{10_000 + count * 20 + step:09}"))
    return next(whole for check in range(2, 100) if mod_97_10.is_valid(whole := f"NL{digits}B{check:02}"))


def iban(count: int) -> str:
    """An account at the bank FICT, which does not exist."""
    account = f"FICT01{count:08}"
    return f"NL{mod_97_10.calc_check_digits(account + 'NL')}{account}"


def _money(count: int, form: str, name: str) -> Data:
    status = "public" if form in PUBLIC else "exempt" if form == "stichting" else "taxable"
    return {"vat": {"status": status}, "bank": {"iban": iban(count), "account_name": name}}


# --- where it is -------------------------------------------------------------------------------------------------------------


def _reached(chance: Random, count: int, place: str, slug: str) -> Data:
    """Addresses, telephone, e-mail: one in forty has no address, one in ten no e-mail, one in twenty-five is abroad."""
    host = f"{slug}.example"
    reached: Data = {"phone": f"+31101{count:06}", "website": f"https://www.{host}"}
    if count % 10 != 3:
        reached["email"] = f"info@{host}"
    if count % 40 != 35:
        reached["visit"] = _abroad(chance) if count % 25 == 11 else _visit(chance, place)
        if chance.random() < 0.3 and reached["visit"]["country"] == "NL":
            reached["post"] = {"po_box": str(chance.randrange(1, 2000)), "postcode": _postcode(chance), "place": place}
    return reached


def _visit(chance: Random, place: str) -> Data:
    address: Data = {"street": chance.choice(fiction.STREETS), "number": chance.randrange(1, 400)}
    address |= chance.choice(({}, {}, {}, {"letter": chance.choice("ABC")}, {"suffix": chance.choice(("bis", "2", "hs"))}))
    return address | {"postcode": _postcode(chance), "place": place, "country": "NL"}


def _abroad(chance: Random) -> Data:
    country, postcode, place, street = chance.choice(fiction.ABROAD)
    return {"street": street, "number": chance.randrange(1, 200), "postcode": postcode, "place": place, "country": country}


def _postcode(chance: Random) -> str:
    return f"{chance.randrange(1000, 10_000)} {chance.choice(fiction.LETTERS)}{chance.choice(fiction.LETTERS)}"


def _reachable(person: Data, organisation: Data) -> Data:
    """The person with an e-mail address at the organisation, if that has one at all."""
    host = str(organisation.get("email", "")).partition("@")[2]
    return person | ({"email": f"{_slug(person['given_name'])}@{host}"} if host and person["id"] != "directie" else {})


# --- its people --------------------------------------------------------------------------------------------------------------


def _people(chance: Random, kind: str, form: str) -> list[Data]:
    """Who leads it, and mostly somebody with whom the school has contact."""
    leader = "burgemeester" if form == "gemeente" else "eigenaar" if form in ("eenmanszaak", "vof") else "directeur"
    people = [_person(chance, "directie", leader, ["signatory"])]
    if form != "eenmanszaak" and chance.random() < 0.7:
        function = chance.choice(fiction.TRADES)[2] if kind == "company" else "beleidsmedewerker"
        people.append(_person(chance, "contact", function, ["contact"]))
    return people


def _person(chance: Random, id_: str, function: str, roles: list[str]) -> Data:
    given, initials, salutation = chance.choice(fiction.GIVEN)
    person: Data = {"id": id_, "roles": roles, "salutation": salutation, "initials": initials, "given_name": given}
    person |= chance.choice((_dutch, _dutch, _dutch, _dutch, _double, _titled, _belgian))(chance)
    return person | {"function": function, "address_form": chance.choice(("u", "u", "je"))}


def _dutch(chance: Random) -> Data:
    infix, name = chance.choice(fiction.SURNAMES)
    return ({"infix": infix} if infix else {}) | {"surname": name}


def _double(chance: Random) -> Data:
    infix, name = chance.choice(fiction.SECOND)
    return _dutch(chance) | ({"second_infix": infix} if infix else {}) | {"second_surname": name}


def _titled(chance: Random) -> Data:
    titles: Callable[[], Data] = chance.choice(
        (
            lambda: {"titles_before": list(chance.choice(fiction.BEFORE))},
            lambda: {"titles_after": list(chance.choice(fiction.AFTER))},
        )
    )
    return titles() | _dutch(chance)


def _belgian(chance: Random) -> Data:
    infix, name = chance.choice(fiction.BELGIAN)
    return ({"infix": infix} if infix else {}) | {"surname": name, "name_style": "as_registered"}


# --- the word of thanks ------------------------------------------------------------------------------------------------------


def _thanks(chance: Random, count: int, language: str, form: str, people: list[Data]) -> list[Data]:
    """One for the end of the year; one in ten partners has one for the end of the school year too."""
    present = fiction.SYMBOLIC[language] if form in PUBLIC else chance.choice(fiction.PRESENTS[language])
    letter = {"to": people[-1]["id"], "present": present, "result": _result(chance, language)}
    letters: list[Data] = [{"moment": "einde_kalenderjaar", "date": f"2027-12-{chance.randrange(6, 11):02}"} | letter]
    if count % 10 == 1:
        letters.append(
            {"moment": "einde_schooljaar", "date": "2028-07-03", "to": letter["to"], "result": _result(chance, language)}
        )
    return letters


def _result(chance: Random, language: str) -> str:
    return chance.choice(fiction.RESULTS[language]).format(n=chance.randrange(12, 49))


if __name__ == "__main__":
    folder, number, seed = (*sys.argv[1:], "1000", "1")[:3]
    print(town(Path(folder), int(number), int(seed)).root)
