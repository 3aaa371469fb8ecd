"""The print of a Word file: by LibreOffice, within a time limit, whole, and the same each time."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import page
import pikepdf
import pytest

from generator.errors import BadInput, BadText
from generator.readback import pieces
from generator.writers.office import Paper, to_pdf, to_pdfs
from generator.writers.office_pdf import missing
from tests.docx.sample import letter, made, written
from tests.docx.texts import AGREEMENT

DAY = date(2027, 6, 17)


def paper(name: str = "brief.docx", **changes: object) -> Paper:
    document = letter()
    given = {"docx": written(document), "day": DAY, "words": tuple(pieces(document, numbers=True)), "name": name}
    return Paper(**(given | changes))  # type: ignore[arg-type]


@pytest.mark.slow
def test_a_print_says_every_word_and_is_the_same_each_time() -> None:
    document = made(AGREEMENT)
    sheet = paper(docx=written(document), words=tuple(pieces(document, numbers=True)))
    first, second = to_pdf(sheet), to_pdf(sheet)
    assert first == second
    with pikepdf.open(BytesIO(first)) as pdf:
        assert str(pdf.docinfo["/CreationDate"]) == "D:20270617000000Z"
        assert str(pdf.docinfo["/Title"]) == document.meta.title
        assert bool(pdf.Root.MarkInfo.Marked)


@pytest.mark.slow
def test_a_print_can_be_archived() -> None:
    report = page.validate_pdf_bytes(to_pdf(paper()), profile=page.ValidationProfile.PDF_A_3B)
    assert report.is_compliant, report.failures


@pytest.mark.slow
def test_a_bad_file_keeps_back_none_of_the_others() -> None:
    prints = to_pdfs([paper("een"), paper("kapot", docx=b"PK\x03\x04 kapot"), paper("tekst", docx=b"geen Word"), paper("twee")])
    assert [isinstance(one, bytes) for one in prints] == [True, False, False, True]
    assert [str(one) for one in prints[1:3]] == [f"{name}: LibreOffice could not print it" for name in ("kapot", "tekst")]


def test_a_print_that_takes_too_long_is_ended_and_told() -> None:
    with pytest.raises(BadInput, match=r"^brief\.docx: LibreOffice had not printed it after 0\.1 seconds$"):
        to_pdf(paper(), seconds=0.1)


@pytest.mark.slow
def test_a_print_without_a_word_is_refused() -> None:
    with pytest.raises(BadText, match=r"^brief\.docx: the PDF does not say 'Dit staat er niet'$"):
        to_pdf(paper(words=("Dit staat er niet",)))


def test_without_libreoffice_it_is_said_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(BadInput) as refused:
        to_pdf(paper())
    assert "this PDF is printed by LibreOffice, and that is not on this machine" in str(refused.value)
    assert "install LibreOffice" in refused.value.faults[0].hint


@pytest.mark.slow
def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    to_pdf(paper())
    assert list(tmp_path.iterdir()) == []


PAGES = ["Kop\nEen lange zin die onder aan de\nVoet 1", "Kop\nbladzijde begint en hier ophoudt. Datum: Datum:\nVoet 2"]


@pytest.mark.parametrize(
    ("line", "lost"),
    [
        ("Een lange zin die onder aan de bladzijde begint en hier ophoudt.", False),
        ("Een lange zin die onder aan de bladzijde begint en daar ophoudt.", True),
        ("EEN LANGE ZIN die onder-aan de", False),
        ("Naam:", True),
    ],
)
def test_a_line_may_run_on_to_the_next_page(line: str, lost: bool) -> None:
    assert missing([line], PAGES) == (line if lost else "")


def test_a_line_that_is_there_too_few_times_is_missed() -> None:
    assert missing(["Datum:"] * 2, PAGES) == ""
    assert missing(["Datum:"] * 3, PAGES) == "Datum:"
