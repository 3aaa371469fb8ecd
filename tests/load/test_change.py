"""A change in a partner's file: what was wanted is in it, and every other line is as its owner wrote it."""

from __future__ import annotations

import difflib

import pytest

from generator.errors import BadInput
from generator.load.change import Edit, change
from tests.cli.user import COMPANY, EXAMPLES

COMMENTED = """# Van Noor.
schema: handslag/partnerprofiel/1
id: lasserij   # zo noemen wij ze

partner:
  kind: company
  legal_name: "Lasserij B.V."
# relationship:
#   phase: verkenning

cooperation:
  title: 'Lassen'   # werktitel
"""


def changed(old: str, *edits: Edit) -> list[str]:
    """The lines that differ."""
    new = change(old.encode(), "partners/x.yaml", lambda _: edits, None).raw.decode()
    return [line for line in difflib.ndiff(old.splitlines(), new.splitlines()) if line[0] in "-+"]


def test_a_group_that_is_not_there_comes_where_it_usually_stands() -> None:
    new = change(COMMENTED.encode(), "x", lambda _: [("relationship.contact_log.0", {"date": "2027-01-14"})], None)
    assert new.raw.decode().splitlines()[4:] == [
        "partner:",
        "  kind: company",
        '  legal_name: "Lasserij B.V."',
        "relationship:",
        "  contact_log:",
        '    - date: "2027-01-14"',
        "# relationship:",
        "#   phase: verkenning",
        "",
        "cooperation:",
        "  title: 'Lassen'   # werktitel",
    ]
    assert new.profile.relationship is not None
    assert [str(entry.date) for entry in new.profile.relationship.contact_log] == ["2027-01-14"]


def test_an_item_is_added_and_no_other_line_changes() -> None:
    sample = (EXAMPLES / f"partners/{COMPANY}.yaml").read_text("utf-8")
    entry = {"date": "2027-09-02", "kind": "telefoon", "note": "Zij zei: \"kom langs\" & 'snel'"}
    assert changed(sample, ("relationship.contact_log.2", entry)) == [
        '+     - date: "2027-09-02"',
        '+       kind: "telefoon"',
        '+       note: "Zij zei: \\"kom langs\\" & \'snel\'"',
    ]


def test_a_file_keeps_its_mark_and_its_line_ends() -> None:
    raw = b"\xef\xbb\xbf" + COMMENTED.replace("\n", "\r\n").encode()
    new = change(raw, "x", lambda _: [("partner.sector", "metaal")], None).raw
    assert new.startswith(b"\xef\xbb\xbf")
    assert new.count(b"\n") == new.count(b"\r\n") == COMMENTED.count("\n") + 1


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (("relationship.phase", "bezig"), "x.yaml:9: relationship.phase: 'bezig' is not one of the choices"),
        (("cooperation.end", "2027-02-30"), "x.yaml:13: cooperation.end: '2027-02-30' is not a day of the calendar"),
        (("partner.iban", "x"), "x.yaml:8: partner.iban: unknown field 'iban'"),
    ],
)
def test_a_value_that_is_not_right_is_refused_and_told_in_its_place(edit: Edit, told: str) -> None:
    with pytest.raises(BadInput) as refused:
        change(COMMENTED.encode(), "x.yaml", lambda _: [edit], None)
    assert [str(fault) for fault in refused.value.faults] == [told]


def test_a_file_with_faults_is_not_touched() -> None:
    with pytest.raises(BadInput, match="'bedrijf' is not one of the choices"):
        change(COMMENTED.replace("company", "bedrijf").encode(), "x.yaml", lambda _: [], None)
