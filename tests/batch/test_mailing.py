"""What goes out with a batch: a print file, e-mails that wait to be sent, labels; of what was made and of what was there."""

from __future__ import annotations

import email
import email.policy
import shutil
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest

from benchmarks.partners import town
from generator.workspace import Workspace, read
from tests.batch.office import batch, made, partner
from tests.cli.user import edit, handslag
from tests.pdf.reading import bookmarks, page_texts


@pytest.fixture(scope="module")
def posted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four partners with their letters: number 1 has no address, number 3 no e-mail address."""
    where = town(tmp_path_factory.mktemp("posted") / "town", 4).root
    file = partner(where, 1)
    lines = iter(file.read_text("utf-8").splitlines(keepends=True))
    file.write_text("".join(without_addresses(lines)), encoding="utf-8")
    assert batch(where, formats="pdf").exit_code == 0
    return where


def without_addresses(lines: Iterator[str]) -> Iterator[str]:
    """The lines of a profile but for its addresses."""
    inside = False
    for line in lines:
        inside = line.startswith(("  visit:", "  post:")) or (inside and line.startswith("    "))
        if not inside:
            yield line


@pytest.fixture
def there(posted: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(posted, tmp_path / "town"))


def drafts(folder: Path) -> list[EmailMessage]:
    """The e-mails, as a mail program reads them."""
    found = [email.message_from_bytes(file.read_bytes(), policy=email.policy.default) for file in sorted(folder.iterdir())]
    assert all(isinstance(one, EmailMessage) for one in found)
    return found


def test_the_print_file_has_every_letter_that_was_there_by_postal_code_on_a_leaf_of_its_own(there: Path) -> None:
    pile = there / "pile.pdf"
    ran = batch(there, "--combined", pile, formats="pdf")
    assert ran.stdout == f"{pile}\n4 documents: 4 unchanged\n"
    data = pile.read_bytes()
    assert [bool(text.strip()) for text in page_texts(data)] == [True, False, True, False, True, False, True]
    codes = [postcode(there, name) for _, name in bookmarks(data)]
    assert codes[:3] == sorted(codes[:3])
    assert codes[3] == "", "who has no address comes last"


def postcode(where: Path, name: str) -> str:
    """The postal code of the partner of this name."""
    (party,) = (one.partner for one in read(Workspace(where)).partners if one.partner.legal_name == name)
    place = party.post or party.visit
    return str(place.postcode) if place else ""


def test_a_print_file_of_the_first_ones_says_so_and_of_none_is_not_made(there: Path) -> None:
    pile = there / "pile.pdf"
    told = f"{pile}: has only the first documents, because of --limit 2"
    assert told in batch(there, "--combined", pile, "--limit", "2", formats="pdf").stderr
    assert len(bookmarks(pile.read_bytes())) == 2
    assert "--limit" not in batch(there, "--combined", pile, "--limit", "9", formats="pdf").stderr
    assert len(bookmarks(pile.read_bytes())) == 4
    for number in range(4):
        edit(partner(there, number), "kind: ", "kind: ander # ")
    ran = batch(there, "--combined", there / "none.pdf", formats="pdf")
    assert f"{there / 'none.pdf'}: is not made: there is no document for it" in ran.stderr
    assert not (there / "none.pdf").exists()


def test_what_was_edited_in_word_is_told_when_its_pdf_goes_out(tmp_path: Path) -> None:
    where = town(tmp_path / "town", 1).root
    batch(where, formats="docx,pdf")
    (letter,) = (where / "made").glob("*.docx")
    told = f"{letter}: was edited after it was made, and the PDF that goes out has nothing of that"
    assert told not in batch(where, "--combined", where / "pile.pdf", formats="docx,pdf").stderr
    letter.write_bytes(letter.read_bytes() + b" ")
    assert told in batch(where, "--combined", where / "pile.pdf", formats="docx,pdf").stderr
    assert told not in batch(where, "--labels", where / "labels.pdf", formats="docx,pdf").stderr


def test_by_name_the_pile_is_as_its_bookmarks_say(there: Path) -> None:
    pile = there / "pile.pdf"
    batch(there, "--combined", pile, "--order", "name", formats="pdf")
    names = [name for _, name in bookmarks(pile.read_bytes())]
    assert names == sorted(names, key=str.casefold)


def test_the_same_command_makes_the_same_print_file_and_replaces_only_its_own(there: Path) -> None:
    pile = there / "pile.pdf"
    batch(there, "--combined", pile, formats="pdf")
    first = pile.read_bytes()
    batch(there, "--combined", pile, formats="pdf")
    assert pile.read_bytes() == first
    pile.write_bytes(b"somebody else's")
    ran = batch(there, "--combined", pile, formats="pdf")
    assert "is not as handslag made it" in ran.stderr
    assert (pile.read_bytes(), pile.with_name("pile-2.pdf").read_bytes()) == (b"somebody else's", first)


def test_everyone_gets_an_email_with_the_words_of_the_letter_and_the_letter(there: Path) -> None:
    ran = batch(there, "--email", there / "mail", formats="pdf")
    found = drafts(there / "mail")
    assert len(found) == 4
    for draft in found:
        body, (attached,) = draft.get_body(("plain",)), draft.iter_attachments()
        assert body is not None
        text = body.get_content()
        assert text.startswith(("Geachte ", "Beste "))
        assert "Met hartelijke groet," in text
        assert "CONCEPT" not in text
        assert (draft["X-Unsent"], draft["Subject"]) == ("1", "Dank voor de samenwerking in 2027")
        assert attached.get_content() == made(there)[str(attached.get_filename())]
    without = [draft for draft in found if draft["To"] is None]
    assert len(without) == 1
    assert f"partners/{partner(there, 3).name}: partner.email: no e-mail address is known" in ran.stderr
    assert "what goes out are drafts, with CONCEPT on every page" in ran.stderr
    assert ran.stdout == f"{there / 'mail'}\n4 documents: 4 unchanged\n"


def test_an_agreement_is_no_text_of_an_email(there: Path) -> None:
    ran = handslag("batch", "cooperation-agreement", "-w", there, "--email", there / "mail")
    assert ran.exit_code == 2
    assert "is no letter" in ran.stderr


def test_labels_begin_where_the_sheet_does_and_who_has_no_address_is_told(there: Path) -> None:
    labels = there / "labels.pdf"
    ran = batch(there, "--labels", labels, "--sheet", "3x7", "--start", "20")
    assert ran.exit_code == 0
    assert f"{partner(there, 1).stem} gets no label: no address is known" in ran.stderr
    first, second = page_texts(labels.read_bytes())
    assert (first + second).count("T.a.v.") == 3
    assert second.count("T.a.v.") == 1


def test_two_letters_to_one_address_are_one_label(there: Path) -> None:
    letters = partner(there, 0)
    edit(letters, "thank_you:\n", "thank_you:\n  - {moment: jubileum, date: '2027-12-07'}\n")
    handslag("batch", "thank-you-letter", "-w", there, "--format", "txt", "--labels", there / "labels.pdf")
    assert "".join(page_texts((there / "labels.pdf").read_bytes())).count("T.a.v.") == 3
