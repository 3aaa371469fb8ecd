"""Recording: what is kept of each making, and what verify says of the files."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from generator.register.finding import documents
from generator.register.register import Register
from generator.register.told import as_csv, as_lines, checked_as_json, checked_as_lines, faults, shown, whole
from generator.register.verify import verify
from tests.register.office import agreement, file, fingerprint, finished, letter, make, marked, record


def states(register: Register) -> list[tuple[str, str]]:
    return [(checked.path, checked.state) for checked in verify(register, documents(register))]


def test_the_same_again_adds_nothing(register: Register) -> None:
    make(register, agreement(), "a.docx", "a.pdf")
    before = documents(register)[0]
    make(register, agreement(), "a.docx", "a.pdf")
    assert whole(documents(register)[0]) == whole(before)


def test_another_format_of_the_same_is_one_making(register: Register) -> None:
    make(register, agreement(), "a.docx")
    make(register, agreement(), "a.pdf")
    (making,) = documents(register)[0].makings
    assert [one.path for one in making.files] == ["made/a.docx", "made/a.pdf"]


def test_what_was_made_before_is_never_forgotten(register: Register) -> None:
    for text in ("1", "2", "1"):
        make(register, agreement(), text=text)
    (document,) = documents(register)
    assert [making.input for making in document.makings] == [fingerprint(text) for text in "121"]
    assert [one.sha256 for making in document.makings for one in making.files] == [fingerprint(text) for text in "121"]


def test_other_bytes_from_the_same_input_are_a_making_of_their_own(register: Register) -> None:
    """As after a new version of a library: the old file must still be known as ours."""
    entry = make(register, agreement(), text="1")
    other = register.promise(agreement())
    done = finished(register, other, text="2")
    (known,) = register.record(replace(done, work=replace(done.work, input=fingerprint("1"))))
    assert known == {"made/a.docx": frozenset({fingerprint("1"), fingerprint("2")})}
    assert entry == other


def test_a_file_that_went_beside_an_edited_one_is_found_there(register: Register) -> None:
    entry = register.promise(agreement())
    record(register, entry)
    made = register.root / "made"
    register.moved(entry, {made / "a.docx": made / "a-2.docx"})
    assert [path for path, _ in states(register)] == ["made/a-2.docx"]


def test_verify_holds_every_format_against_the_disk(register: Register) -> None:
    make(register, agreement(), "same.docx", "edited.pdf", "gone.txt")
    (register.root / "made/edited.pdf").write_text("by hand", encoding="utf-8")
    (register.root / "made/gone.txt").unlink()
    assert states(register) == [("made/same.docx", "unchanged"), ("made/edited.pdf", "edited"), ("made/gone.txt", "missing")]
    checked = list(verify(register, documents(register)))
    assert list(checked_as_lines(checked)) == [
        "made/edited.pdf: DV-2027-0001: was edited after it was made",
        "3 files checked: 1 unchanged, 1 edited, 1 missing",
    ]
    assert [str(fault) for fault in faults(checked)] == ["made/gone.txt: DV-2027-0001: is missing"]
    assert [one["ok"] for one in json.loads(checked_as_json(checked))] == [True, True, False]


def test_a_draft_may_go_when_there_is_a_final_document(register: Register) -> None:
    make(register, agreement(), "a-concept.docx")
    make(register, agreement(), "a.docx", text="2", draft=False)
    (register.root / "made/a-concept.docx").unlink()
    assert states(register) == [("made/a.docx", "unchanged")]


def test_a_file_that_was_recorded_and_not_stored_is_told(register: Register) -> None:
    """As after a kill between the two: the old file is no edited one, and making it again mends it."""
    entry = make(register, agreement(), text="1")
    record(register, entry, text="2")
    assert states(register) == [("made/a.docx", "older")]
    make(register, agreement(), text="2")
    assert states(register) == [("made/a.docx", "unchanged")]


def test_a_scan_that_changed_is_told(register: Register, tmp_path: Path) -> None:
    reference = make(register, agreement()).reference
    scan = marked(register, reference, "signed", file(tmp_path, "s.pdf")).scan
    assert scan is not None
    assert ("made/dv-2027-0001-getekend.pdf", "unchanged") in states(register)
    scan.write_text("another amount", encoding="utf-8")
    assert ("made/dv-2027-0001-getekend.pdf", "changed") in states(register)
    scan.unlink()
    assert ("made/dv-2027-0001-getekend.pdf", "missing") in states(register)
    assert [one.hint for one in verify(register, documents(register)) if one.scan] == [
        "put back the scan that was added, from a backup"
    ]


def test_a_list_for_a_reader(register: Register) -> None:
    assert list(as_lines(documents(register))) == []
    make(register, agreement())
    marked(register, make(register, letter("gemeente-x")).reference, "sent")
    assert list(as_lines(documents(register))) == [
        "reference     date        kind                   partner         occasion  language  status",
        "DV-2027-0001  2027-06-17  cooperation-agreement  roc-noorderlee            nl        made",
        "DV-2027-0002  2027-06-17  thank-you-letter       gemeente-x      na_stage  nl        sent",
    ]


def test_one_document_for_a_reader(register: Register) -> None:
    make(register, agreement())
    make(register, agreement(), text="2", draft=False)
    (document,) = documents(register)
    lines = [line for line in shown(document, verify(register, [document])) if "made:" not in line]
    assert lines == [
        "DV-2027-0001  cooperation-agreement",
        "  partner:     roc-noorderlee (ROC Noorderlee)",
        "  language:    nl",
        "  status:      made",
        "  date:        2027-06-17, final",
        "  text:        1.0.0 (2026-11-23), layout agreement",
        f"  input:       {fingerprint('2')}",
        "  unchanged    made/a.docx",
        "  made 2 times; --json tells each",
    ]


@pytest.mark.parametrize("name", ["=1+1", "+31", "-2", "@x", "\tx"])
def test_a_spreadsheet_never_takes_a_cell_for_a_formula(register: Register, name: str) -> None:
    make(register, letter(occasion=name))
    text = as_csv(documents(register)).decode("utf-8")
    assert text.startswith("\ufeffreference;day;kind;partner;")
    assert f";'{name};" in text.splitlines()[1]


def test_documents_of_partners_and_kinds(register: Register) -> None:
    for which in (agreement("a"), letter("a"), letter("b")):
        make(register, which)
    assert [one.number for one in documents(register, partners=("a",))] == [1, 2]
    assert [one.number for one in documents(register, kinds=("thank-you-letter",))] == [2, 3]
    assert [one.number for one in documents(register, ("a",), ("thank-you-letter",))] == [2]
