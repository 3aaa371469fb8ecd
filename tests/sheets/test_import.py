"""Rows that become profiles: what is made, what changes, what is refused and where that is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.errors import BadInput, ExitCode
from generator.sheets.importing import Imported, State, go, look
from generator.sheets.known import known_partners
from generator.workspace import Workspace
from tests.cli.user import COMPANY
from tests.sheets.files import BAKERY, HEADINGS, book, text

FULL: dict[str, Any] = {
    "Naam": "Bakkerij De Korenaar B.V.", "Soort partner": "bedrijf", "Handelsnaam": "De Korenaar", "Rechtsvorm": "bv",
    "KVK": 1234567.0, "Adres": "Molenpad 7A", "Postcode": "1236cd", "Plaats": "Oudervoorde", "Postadres": "Postbus 12",
    "Telefoon": "010 123 45 67", "Taal": "Engels", "Aanhef": "mevr.", "Titel": "dr.", "Voorletters": "A.B.",
    "Roepnaam": "Anneke", "Tussenvoegsel": "van 't", "Achternaam": "Ven", "Functie": "bedrijfsleider", "U of je": "je",
    "Fase": "lopend",
    "Netwerken": "Kring; STO", "Volgend contact": "7-9-2027", "Bedankmoment": "kerst", "Bedankdatum": "15-12-2027",
    "Resultaat": "twaalf leerlingen bakten een taart", "Presentje": "=een taart",
}  # fmt: skip
MADE = """\
# yaml-language-server: $schema=../.handslag/partner.schema.json
schema: handslag/partnerprofiel/1
id: de-korenaar
language: en

partner:
  kind: company
  legal_name: "Bakkerij De Korenaar B.V."
  trade_name: "De Korenaar"
  legal_form: bv
  ids:
    kvk: "01234567"
  visit:
    street: "Molenpad"
    number: 7
    letter: "A"
    postcode: "1236 CD"
    place: "Oudervoorde"
  post:
    po_box: "12"
  phone: "+31101234567"
  people:
    - id: van-t-ven
      salutation: mevrouw
      titles_before: ["dr."]
      initials: "A.B."
      given_name: "Anneke"
      infix: "van ’t"
      surname: "Ven"
      function: "bedrijfsleider"
      address_form: je

relationship:
  phase: lopend
  networks: ["Kring", "STO"]
  fixed_contact_partner: van-t-ven
  next_contact: "2027-09-07"

documents:
  thank_you:
    - moment: einde_kalenderjaar
      date: "2027-12-15"
      present: "=een taart"
      result: "twaalf leerlingen bakten een taart"
"""


def imported(workspace: Workspace, folder: Path, *rows: dict[str, Any]) -> Imported:
    """What becomes of rows, each by its headings; it is written too."""
    headings = list(dict.fromkeys(heading for row in rows for heading in row))
    found = look(workspace, book(folder / "p.xlsx", headings, *([row.get(each) for each in headings] for row in rows)), None)
    go(found)
    return found


def told(found: Imported) -> list[str]:
    """Every error, with its place."""
    return [str(fault) for fault in found.errors]


def states(found: Imported) -> list[str]:
    """What became of each row."""
    return [str(outcome.state) for outcome in found.outcomes]


def changes(found: Imported) -> list[str]:
    """What changes in the first partner."""
    return [str(change) for change in found.outcomes[0].changes]


# --- new partners ---


def test_a_row_becomes_a_profile_as_one_would_write_it(school: Workspace, tmp_path: Path) -> None:
    found = imported(school, tmp_path, FULL)
    assert told(found) == []
    assert (school.root / "partners/de-korenaar.yaml").read_text("utf-8") == MADE
    assert imported(school, tmp_path, FULL).count(State.UNCHANGED) == 1


def test_every_fault_has_its_cell_and_good_rows_go_in(school: Workspace, tmp_path: Path) -> None:
    good = {"Naam": "A", "Soort": "bedrijf", "KVK": "12345678", "Postcode": "1236 CD", "E-mail": "a@b.example"}
    found = imported(
        school, tmp_path, good, {"Naam": "B", "Soort": "bedrif", "KVK": "123", "Postcode": "0123 AB", "E-mail": "b"}
    )
    assert told(found) == [
        "p.xlsx, sheet Partners, B3: partner.kind: 'bedrif' is not one of the choices",
        "p.xlsx, sheet Partners, C3: partner.ids.kvk: '123' has 3 digits; a KVK number has 8",
        "p.xlsx, sheet Partners, D3: partner.visit.postcode: '0123 AB' is not a Dutch postcode",
        "p.xlsx, sheet Partners, E3: partner.email: 'b' is not an e-mail address",
    ]
    assert all(fault.hint for fault in found.errors)
    assert states(found) == ["new", "bad"]
    assert found.exit_code is ExitCode.BAD_INPUT
    assert [path.name for path in school.partner_files()] == ["a.yaml"]


def test_what_somebody_new_needs_is_told_once(school: Workspace, tmp_path: Path) -> None:
    found = imported(school, tmp_path, {"Naam": "A", "Roepnaam": "Wim"}, {"Naam": "B", "Roepnaam": "Kim"})
    assert told(found) == [
        "p.xlsx, sheet Partners: partner.kind: there is no column 'Soort partner' (Kind of partner), and somebody new needs it",
        "p.xlsx, sheet Partners: partner.people.0.surname: there is no column 'Achternaam' (Surname), and somebody new needs "
        "it",
    ]
    found = imported(school, tmp_path, {"Naam": None, "Soort": "bedrijf", "Bedankmoment": None, "Presentje": "een taart"})
    assert told(found) == [
        "p.xlsx, sheet Partners, A2: partner.legal_name: 'Statutaire naam' is empty",
        "p.xlsx, sheet Partners, C2: documents.thank_you.coming.moment: 'Bedankmoment' is empty",
    ]


def test_a_rule_that_makes_a_profile_unusable_is_told_at_its_cell(school: Workspace, tmp_path: Path) -> None:
    row = {"Naam": "A", "Soort": "bedrijf", "RSIN": "999910036", "Btw-id": "NL999910048B01"}
    assert told(imported(school, tmp_path, row)) == [
        "p.xlsx, sheet Partners, D2: partner.ids.btw_id: 'NL999910048B01' does not hold the RSIN '999910036'"
    ]


def test_headings_that_are_not_understood_stop_all_of_it(school: Workspace, tmp_path: Path) -> None:
    found = imported(school, tmp_path, {"Naam": "A", "Soort": "bedrijf", "Opmerking": "belangrijk"})
    assert states(found) == ["bad"]
    assert told(found) == ["p.xlsx, sheet Partners, C1: there is no column 'Opmerking'"]
    assert school.partner_files() == ()


def test_a_row_with_a_hash_is_left_out_and_told(school: Workspace, tmp_path: Path) -> None:
    found = imported(school, tmp_path, {"Naam": "# voorbeeld", "Soort": "bedrijf"}, {"Naam": "A", "Soort": "bedrijf"})
    assert states(found) == ["new"]
    assert [str(fault) for fault in found.faults] == ["p.xlsx, sheet Partners, A2: the row begins with # and is left out"]


def test_two_cells_that_contradict_each_other(school: Workspace, tmp_path: Path) -> None:
    found = imported(school, tmp_path, {"Naam": "A", "Soort": "bedrijf", "Adres": "Weg 7A", "Huisletter": "B"})
    assert told(found) == ["p.xlsx, sheet Partners, D2: partner.visit.letter: says 'B', where 'Adres' says 'A'"]


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("De Vries & Zn. B.V.", "de-vries-en-zn-bv"),
        ("Café ’t Hoekje", "cafe-t-hoekje"),
        ("con", "x-con"),
        ("株式会社", "partner"),
        ("../../etc/passwd", "etc-passwd"),
        (f"Stichting {'zeer ' * 30}lang", "stichting-zeer-zeer-zeer-zeer-zeer-zeer-zeer-zeer-zeer-zeer"),
    ],
)
def test_a_new_partner_gets_an_id_from_its_name(school: Workspace, tmp_path: Path, name: str, id_: str) -> None:
    found = imported(school, tmp_path, {"Naam": name, "Soort": "bedrijf"})
    assert [outcome.partner for outcome in found.outcomes] == [id_]
    assert [known.data["id"] for known in known_partners(school)] == [id_]


def test_ids_that_are_taken_get_the_town_or_a_number(school: Workspace, tmp_path: Path) -> None:
    names = [("Jansen", "Noord", "11111111"), ("Jansen", "Zuid", "22222222"), ("Jansen", "Zuid-West", "33333333")]
    rows = [{"Naam": name, "Soort": "bedrijf", "Plaats": place, "KVK": kvk} for name, place, kvk in names]
    found = imported(school, tmp_path, *rows)
    assert [outcome.partner for outcome in found.outcomes] == ["jansen", "jansen-zuid", "jansen-zuid-west"]


# --- partners that are there ---


def test_an_update_says_what_changes_and_touches_nothing_else(sample: Workspace, tmp_path: Path) -> None:
    file = sample.root / f"partners/{COMPANY}.yaml"
    before = file.read_text("utf-8")
    row = {
        "Id": COMPANY,
        "Telefoon": "010-1234573",
        "Omvang": None,
        "Netwerken": "Bedrijvenkring Noorderlee",
        "Presentje": None,
    }
    found = imported(sample, tmp_path, row)
    assert changes(found) == [
        "partner.phone: '+31101234572' -> '+31101234573'",
        "relationship.networks: ['Bedrijvenkring Noorderlee', 'STO-regio Noorderlee'] -> ['Bedrijvenkring Noorderlee']",
    ]
    after = before.replace('phone: "+31101234572"', 'phone: "+31101234573"')
    after = after.replace(
        'networks: ["Bedrijvenkring Noorderlee", "STO-regio Noorderlee"]', 'networks: ["Bedrijvenkring Noorderlee"]'
    )
    assert file.read_text("utf-8") == after


def test_values_that_were_not_there_come_where_they_belong(sample: Workspace, tmp_path: Path) -> None:
    file = sample.root / f"partners/{COMPANY}.yaml"
    lines = file.read_text("utf-8").splitlines()
    row = {
        "Id": COMPANY,
        "Postbus": "12",
        "Postadres postcode": "1230 AB",
        "Persoonlijke zin": "Fijn!",
        "Tweede achternaam": "Öz",
    }
    imported(sample, tmp_path, row)
    now = file.read_text("utf-8").splitlines()
    assert next(line for line in lines if line not in now) == "  post: null"
    new = [line for line in now if line not in lines]
    assert new[:2] == ['  post: {po_box: "12", postcode: "1230 AB"}', '      second_surname: "Öz"']
    assert new[2].endswith(', result: "veertien lesdagen in vier maanden", personal: "Fijn!"}')
    assert now[now.index(new[1]) - 1] == '      surname: "Yıldız"'


def test_an_empty_cell_changes_nothing(sample: Workspace, tmp_path: Path) -> None:
    found = imported(sample, tmp_path, {"Id": COMPANY, "Telefoon": None, "E-mail": " ", "Achternaam": "\u00a0"})
    assert states(found) == ["unchanged"]


def test_a_partner_is_known_by_its_name_however_it_is_written(sample: Workspace, tmp_path: Path) -> None:
    found = imported(sample, tmp_path, {"Naam": "VAN 'T VELD & ZONEN", "Telefoon": "010 123 45 73"})
    assert changes(found) == ["partner.phone: '+31101234572' -> '+31101234573'"], "the legal name stays as it is"


def test_somebody_else_gets_a_place_of_their_own(sample: Workspace, tmp_path: Path) -> None:
    found = imported(sample, tmp_path, {"Id": COMPANY, "Voorletters": "M.", "Tussenvoegsel": "de", "Achternaam": "Boer"})
    assert changes(found) == [
        "partner.people.3.initials: nothing -> 'M.'",
        "partner.people.3.infix: nothing -> 'de'",
        "partner.people.3.surname: nothing -> 'Boer'",
        "partner.people.3.id: nothing -> 'de-boer'",
        "relationship.fixed_contact_partner: 'praktijkbegeleider' -> 'de-boer'",
    ]
    known = next(each for each in known_partners(sample) if each.profile and each.profile.id == COMPANY)
    assert known.profile is not None
    assert [(person.surname, len(person.roles)) for person in known.profile.partner.people][-1] == ("Boer", 0)


@pytest.mark.parametrize(
    "row",
    [
        {"Achternaam": "Yıldız", "Functie": "baas"},
        {"Achternaam": "Yildiz", "Voorletters": "K.", "Functie": "baas"},
        {"Functie": "baas"},
        {"Contactpersoon id": "praktijkbegeleider", "Functie": "baas"},
    ],
)
def test_the_contact_is_known_by_name_or_id(sample: Workspace, tmp_path: Path, row: dict[str, str]) -> None:
    found = imported(sample, tmp_path, {"Id": COMPANY, **row})
    assert changes(found)[-1] == "partner.people.2.function: 'praktijkopleider' -> 'baas'"


def test_a_name_that_changes_with_the_same_address_is_the_same_person(sample: Workspace, tmp_path: Path) -> None:
    row = {"Id": COMPANY, "Roepnaam": "Saskia", "Achternaam": "Bakker", "E-mail contactpersoon": "saskia@vantveldzonen.example"}
    assert changes(imported(sample, tmp_path, row)) == ["partner.people.1.surname: 'Vries' -> 'Bakker'"]


def test_another_occasion_is_another_letter(sample: Workspace, tmp_path: Path) -> None:
    thanks = {"Id": COMPANY, "Bedankmoment": "kerst", "Bedankdatum": "15-12-2027", "Presentje": "een taart"}
    found = imported(sample, tmp_path, thanks)
    paths = [change.path for change in found.outcomes[0].changes]
    place = paths[0].split(".")[2]
    assert paths == [f"documents.thank_you.{place}.{key}" for key in ("moment", "date", "present")]
    assert imported(sample, tmp_path, {**thanks, "Presentje": "twee taarten"}).outcomes[0].changes[0].old == "een taart"


def test_a_house_number_that_changes_while_its_letter_stays_is_told(sample: Workspace, tmp_path: Path) -> None:
    found = imported(sample, tmp_path, {"Id": COMPANY, "Huisnummer": 9})
    assert [str(fault) for fault in found.faults] == [
        "p.xlsx, sheet Partners, B2: partner.visit.number: the house number changes, and 'A' behind it stays"
    ]


def test_a_profile_with_faults_of_its_own_is_left_alone(sample: Workspace, tmp_path: Path) -> None:
    file = sample.root / f"partners/{COMPANY}.yaml"
    file.write_text(file.read_text("utf-8").replace("legal_form: bv", "legal_form: bvv"), "utf-8")
    found = imported(sample, tmp_path, {"Id": COMPANY, "Telefoon": "010 123 45 73"})
    assert told(found) == [f"p.xlsx, sheet Partners, A2: id: belongs to partners/{COMPANY}.yaml, which has faults of its own"]


def test_a_file_that_cannot_be_read_stops_all_of_it(sample: Workspace, tmp_path: Path) -> None:
    (sample.root / "partners/kapot.yaml").write_text("a: [", "utf-8")
    with pytest.raises(BadInput, match=r"partners/kapot\.yaml:1"):
        imported(sample, tmp_path, {"Naam": "A", "Soort": "bedrijf"})


def test_a_file_that_is_changed_meanwhile_is_not_written_over(sample: Workspace, tmp_path: Path) -> None:
    file = sample.root / f"partners/{COMPANY}.yaml"
    rows = (["Id", "Naam", "Soort", "Telefoon"], [COMPANY, None, None, "010 123 45 73"], [None, "A", "bedrijf", None])
    found = look(sample, book(tmp_path / "p.xlsx", *rows), None)
    mine = file.read_text("utf-8") + "# mine\n"
    file.write_text(mine, "utf-8")
    with pytest.raises(BadInput, match="was changed meanwhile"):
        go(found)
    assert file.read_text("utf-8") == mine
    assert sorted(path.name for path in file.parent.iterdir()) == sorted(path.name for path in sample.partner_files())
    assert not (file.parent / "a.yaml").exists()


# --- who is who ---


def clash(workspace: Workspace, folder: Path, *rows: dict[str, Any]) -> list[str]:
    """Why rows cannot be given to a partner."""
    found = imported(workspace, folder, *rows)
    assert not found.count(State.CHANGED)
    return [f"{str(fault).removeprefix('p.xlsx, sheet Partners, ')} | {fault.hint}" for fault in found.errors]


def test_two_rows_for_one_partner_are_both_refused(school: Workspace, tmp_path: Path) -> None:
    row = {"Naam": "Bakkerij A", "Soort": "bedrijf", "KVK": "12345678"}
    hint = "keep one row for each partner; two that are really different each get an id of their own"
    assert clash(school, tmp_path, row, {**row, "Naam": "BAKKERIJ A b.v."}) == [
        f"C2: partner.ids.kvk: is the same partner as row 3 | {hint}",
        f"C3: partner.ids.kvk: is the same partner as row 2 | {hint}",
    ]
    assert school.partner_files() == ()


@pytest.mark.parametrize("order", [1, -1])
def test_it_makes_no_difference_which_row_comes_first(school: Workspace, tmp_path: Path, order: int) -> None:
    rows = [{"Id": "", "Naam": "Bakkerij A", "Soort": "bedrijf"}, {"Id": "aar", "Naam": "Bakkerij A", "Soort": "bedrijf"}]
    first, second = clash(school, tmp_path, *rows[::order])
    assert "is the same partner as row 3" in first
    assert "is the same partner as row 2" in second


def test_two_rows_with_one_id_are_both_refused_also_when_one_is_unclear(sample: Workspace, tmp_path: Path) -> None:
    nobody = {"Id": "nieuw", "Naam": "Bakkerij A", "Soort": "bedrijf"}
    unclear, twice = clash(sample, tmp_path, {**nobody, "KVK": "68750110"}, {**nobody, "KVK": "01234567"})
    assert "has the KVK number of" in unclear
    assert "is the same partner as row 2" in twice


def test_a_row_that_cannot_be_given_to_anybody_tells_its_other_faults_too(school: Workspace, tmp_path: Path) -> None:
    row = {"Naam": "Bakkerij A", "Soort": "bedrijf", "KVK": "12345678"}
    assert clash(school, tmp_path, row, {**row, "Naam": "Heel Anders", "Postcode": "12", "Telefoon": "6,12E+08"}) == [
        "C3: partner.ids.kvk: '12345678' is the KVK number of row 2, with another name | "
        "if it is the same partner, keep one row for it",
        "D3: partner.visit.postcode: '12' is not a Dutch postcode | "
        "write four digits (not starting with 0), a blank and two capitals: 1234 AB",
        "E3: partner.phone: '6,12E+08' is how a spreadsheet shortens a long number; its last digits are lost | "
        "format the cell as text and type it again",
    ]


def test_a_known_kvk_number_with_another_name_is_told(sample: Workspace, tmp_path: Path) -> None:
    assert clash(sample, tmp_path, {"Naam": "Heel Anders", "Soort": "bedrijf", "KVK": "68750110"}) == [
        f"C2: partner.ids.kvk: '68750110' is the KVK number of '{COMPANY}' (Constructiebedrijf Van ’t Veld & Zonen B.V.), with "
        f"another name | if it is the same partner, give its id in the column Id: '{COMPANY}'"
    ]


def test_an_id_in_the_sheet_decides(sample: Workspace, tmp_path: Path) -> None:
    found = imported(sample, tmp_path, {"Id": COMPANY, "Naam": "Heel Anders", "KVK": "68750110"})
    assert changes(found) == ["partner.legal_name: 'Constructiebedrijf Van ’t Veld & Zonen B.V.' -> 'Heel Anders'"]


def test_a_known_kvk_number_under_a_new_id_is_told(sample: Workspace, tmp_path: Path) -> None:
    row = {"Id": "nieuw", "Naam": "Van 't Veld & Zonen", "Soort": "bedrijf", "KVK": "68750110"}
    (fault,) = clash(sample, tmp_path, row)
    assert fault.startswith(f"D2: partner.ids.kvk: has the KVK number of '{COMPANY}'")
    assert clash(sample, tmp_path, {**row, "Vestigingsnummer": "000000000001"}) == [], "another branch is another partner"


def test_a_kvk_number_of_somebody_else_is_told(sample: Workspace, tmp_path: Path) -> None:
    (fault,) = clash(sample, tmp_path, {"Id": "roc-noorderlee", "KVK": "68750110"})
    assert fault.startswith(f"B2: partner.ids.kvk: '68750110' is the KVK number of '{COMPANY}'")


@pytest.mark.parametrize(
    ("more", "why"), [({"Plaats": "Elders"}, "with another town"), ({"KVK": "11111111"}, "with another KVK number")]
)
def test_one_name_with_another_town_or_number_is_told(
    sample: Workspace, tmp_path: Path, more: dict[str, str], why: str
) -> None:
    (fault,) = clash(sample, tmp_path, {"Naam": "Van ’t Veld & Zonen", "Soort": "bedrijf", **more})
    assert fault.startswith(f"A2: partner.legal_name: has the name of '{COMPANY}'")
    assert why in fault


def test_one_name_with_another_town_and_another_number_is_somebody_else(sample: Workspace, tmp_path: Path) -> None:
    row = {"Naam": "Van ’t Veld & Zonen", "Soort": "bedrijf", "Plaats": "Elders", "KVK": "11111111"}
    found = imported(sample, tmp_path, row)
    assert states(found) == ["new"]
    (note,) = found.faults
    assert "is taken as somebody else than" in note.problem


def test_an_id_that_is_too_much_like_another_is_that_other(sample: Workspace, tmp_path: Path) -> None:
    found = imported(sample, tmp_path, {"Id": "Roc_Noorderlee", "Telefoon": "010 123 45 73"})
    assert [outcome.partner for outcome in found.outcomes] == ["roc-noorderlee"]


def test_an_id_that_cannot_be_one_is_told(school: Workspace, tmp_path: Path) -> None:
    (fault,) = clash(school, tmp_path, {"Id": "../x", "Naam": "A", "Soort": "bedrijf"})
    assert fault.startswith("A2: id: '../x' cannot be an id")


# --- other files ---


def test_a_text_file_has_cells_too(school: Workspace, tmp_path: Path) -> None:
    found = look(school, text(tmp_path / "p.csv", "Naam;Soort;KVK\nA;bedrijf;12\n", "cp1252"), None)
    assert told(found) == ["p.csv, C2: partner.ids.kvk: '12' has 2 digits; a KVK number has 8"]


def test_the_bakery_of_the_other_tests_is_a_good_row(school: Workspace, tmp_path: Path) -> None:
    found = look(school, book(tmp_path / "p.xlsx", HEADINGS, BAKERY), None)
    assert (states(found), found.faults, found.exit_code) == (["new"], (), ExitCode.DONE)
