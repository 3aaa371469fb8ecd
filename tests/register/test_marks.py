"""Marks: what may be said of a document, and what becomes of the scan."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.errors import BadInput, HandslagError, WrongUsage
from generator.register.finding import document
from generator.register.register import Register
from tests.register.office import HAPPENED, agreement, file, fingerprint, make, marked, unmarked


def status(register: Register, reference: str) -> str:
    return document(register, reference).status


def test_a_document_is_sent_signed_and_withdrawn(register: Register) -> None:
    reference = make(register, agreement()).reference
    assert status(register, reference) == "made"
    for word in ("sent", "signed", "withdrawn"):
        marked(register, reference, word)
        assert status(register, reference) == word
    assert [(one.status, one.day) for one in document(register, reference).marks] == [
        ("sent", HAPPENED),
        ("signed", HAPPENED),
        ("withdrawn", HAPPENED),
    ]


def test_a_signed_document_that_is_sent_stays_signed(register: Register) -> None:
    reference = make(register, agreement()).reference
    marked(register, reference, "signed")
    marked(register, reference, "sent", day=date(2027, 6, 25))
    assert status(register, reference) == "signed"


def test_a_scan_is_kept_beside_the_document_with_its_fingerprint(register: Register, tmp_path: Path) -> None:
    reference = make(register, agreement(), "agreement.pdf").reference
    told = marked(register, reference, "signed", file(tmp_path, "Scan 1.PDF"))
    assert told.scan == register.root / "made/dv-2027-0001-getekend.pdf"
    assert told.scan.read_text("utf-8") == "scan"
    (found,) = document(register, reference).marks
    assert (found.path, found.sha256) == ("made/dv-2027-0001-getekend.pdf", fingerprint("scan"))


def test_a_second_scan_never_replaces_the_first(register: Register, tmp_path: Path) -> None:
    reference = make(register, agreement(language="en")).reference
    first = marked(register, reference, "signed", file(tmp_path, "a.pdf", "first"))
    second = marked(register, reference, "signed", file(tmp_path, "b.pdf", "second"))
    assert [told.scan and told.scan.name for told in (first, second)] == [
        "dv-2027-0001-signed.pdf",
        "dv-2027-0001-signed-2.pdf",
    ]
    assert first.scan is not None
    assert first.scan.read_text("utf-8") == "first"


def test_the_same_scan_again_changes_nothing(register: Register, tmp_path: Path) -> None:
    """As after a command that was stopped between the file and the register."""
    reference = make(register, agreement()).reference
    for _ in range(2):
        told = marked(register, reference, "signed", file(tmp_path, "a.pdf"))
    assert len(document(register, reference).marks) == 1
    assert told.scan is not None
    assert told.scan.name == "dv-2027-0001-getekend.pdf"


def test_a_document_outside_the_workspace_keeps_its_scan_beside_it_there(
    register: Register, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    reference = make(register, agreement(), str(elsewhere / "a.docx")).reference
    told = marked(register, reference, "signed", file(elsewhere, "s.pdf"))
    assert told.scan == elsewhere / "dv-2027-0001-getekend.pdf"
    assert document(register, reference).marks[0].path == told.scan.as_posix()


def test_signing_says_what_is_worth_knowing(register: Register, tmp_path: Path) -> None:
    draft, final = make(register, agreement("a")).reference, make(register, agreement("b"), draft=False).reference
    said = [str(fault) for fault in marked(register, draft, "signed").faults]
    assert said == [
        "DV-2027-0001: it was made as a draft: is this the document that was signed?",
        "DV-2027-0001: the signed paper can be kept with it: --file scan.pdf",
    ]
    assert marked(register, final, "signed", file(tmp_path, "s.pdf")).faults == ()


@pytest.mark.parametrize(
    ("before", "word", "day", "said"),
    [
        ("sent", "sent", HAPPENED, "is marked as sent already, on 2027-06-20"),
        ("withdrawn", "signed", HAPPENED, "DV-2027-0001 was withdrawn"),
        (None, "sent", date(2020, 1, 1), "2020-01-01 is before DV-2027-0001 was made"),
        (None, "sent", date(2072, 6, 20), "2072-06-20 is still to come"),
    ],
)
def test_what_cannot_have_happened_is_refused(register: Register, before: str | None, word: str, day: date, said: str) -> None:
    reference = make(register, agreement()).reference
    if before:
        marked(register, reference, before)
    with pytest.raises(BadInput, match=said):
        marked(register, reference, word, day=day)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [("no.pdf", None, "no.pdf: is not there"), ("empty.pdf", "", "is empty"), ("scan", "x", "does not say what sort of file")],
)
def test_a_scan_that_is_none_is_refused_and_nothing_is_marked(
    register: Register, tmp_path: Path, name: str, text: str | None, said: str
) -> None:
    reference = make(register, agreement()).reference
    scan = tmp_path / name if text is None else file(tmp_path, name, text)
    with pytest.raises(HandslagError, match=said):
        marked(register, reference, "signed", scan)
    assert status(register, reference) == "made"
    assert [path.name for path in (register.root / "made").iterdir()] == ["a.docx"]


@pytest.mark.parametrize("given", ["dv-2027-0001", " DV-2027-0001 "])
def test_a_reference_is_found_however_it_is_typed(register: Register, given: str) -> None:
    make(register, agreement())
    assert document(register, given).reference == "DV-2027-0001"


def test_an_unknown_reference_gets_the_nearest(register: Register) -> None:
    with pytest.raises(WrongUsage, match="there is no document 'DV-2027-0001'") as caught:
        document(register, "DV-2027-0001")
    assert caught.value.faults[0].hint == "nothing was made yet"
    make(register, agreement())
    with pytest.raises(WrongUsage) as caught:
        document(register, "DV-2027-001")
    assert caught.value.faults[0].hint == "did you mean 'DV-2027-0001'?"


def test_a_mark_that_was_a_mistake_is_taken_back_and_not_forgotten(register: Register, tmp_path: Path) -> None:
    reference = make(register, agreement()).reference
    marked(register, reference, "sent")
    marked(register, reference, "signed", file(tmp_path, "s.pdf"))
    assert unmarked(register, reference, "signed").document.status == "sent"
    assert [(one.status, one.holds) for one in document(register, reference).marks] == [("sent", True), ("signed", False)]
    register.promise(agreement())
    marked(register, reference, "signed")
    assert status(register, reference) == "signed"


def test_what_is_not_marked_cannot_be_taken_back(register: Register) -> None:
    reference = make(register, agreement()).reference
    with pytest.raises(BadInput, match="DV-2027-0001 is not marked as signed"):
        unmarked(register, reference, "signed")


def test_what_was_withdrawn_by_mistake_can_still_be_signed(register: Register) -> None:
    reference = make(register, agreement()).reference
    marked(register, reference, "withdrawn")
    unmarked(register, reference, "withdrawn")
    marked(register, reference, "signed")
    assert status(register, reference) == "signed"
