"""D-05: a letter says u or je, in the fields of a profile and in a school's own text alike."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.advice.forms import other_form
from generator.profile.person import AddressForm
from tests.cli.conftest import school as school
from tests.cli.user import COMPANY, ROOT, edit, handslag

OWN = "thank-you-letter/text.nl.md"
DRAFT = ("draft", "thank-you-letter", COMPANY, "--occasion", "na_stage", "--format", "txt", "--date", "2028-06-01")


@pytest.mark.parametrize(
    ("text", "form", "word"),
    [
        ("Wij hopen u weer te zien.", AddressForm.JE, "u"),
        ("Uw bedrijf is groot.", AddressForm.JE, "Uw"),
        ("Een half uur bij U. Jansen of U-bouw.", AddressForm.JE, ""),
        ("Een leerling zei: ‘Dank u wel, meneer!’", AddressForm.JE, ""),
        ("Dank je wel.", AddressForm.U, "je"),
        ("Jullie mensen waren geweldig.", AddressForm.U, "Jullie"),
        ("Je-vorm, jeugd en objecten.", AddressForm.U, ""),
        ("Zij zei: “Fijn dat je er was.”", AddressForm.U, ""),
    ],
)
def test_a_word_of_the_other_form_is_found_where_it_speaks_to_the_reader(text: str, form: AddressForm, word: str) -> None:
    assert other_form(text, form) == word


@pytest.fixture
def own(school: Path) -> Path:
    """A school with its own text of the thank-you letter, that says both."""
    shutil.copytree(ROOT / "templates/texts/thank-you-letter", school / "texts/thank-you-letter")
    edit(school / "texts" / OWN, "{{ closing(", "Wij hopen dat u weer meedoet.\n\n{{ closing(")
    return school


def test_a_school_s_own_text_is_looked_at_too(own: Path) -> None:
    told = handslag(*DRAFT, "-w", own)
    assert told.exit_code == 0
    assert "warning: partners/van-t-veld-en-zonen.yaml: Formal and familiar Dutch are mixed" in told.stderr
    assert "‘the text’ says ‘u’" in told.stderr
    assert told.stderr.count("(rule D-05)") == 1
    edit(own / f"partners/{COMPANY}.yaml", "\nrelationship:", '\naccepted: {D-05: "zo zeggen wij het"}\nrelationship:')
    assert "D-05" not in handslag(*DRAFT, "-w", own, "--force").stderr, "a hint is for advise"


def test_a_field_that_is_told_is_not_told_twice(school: Path) -> None:
    edit(school / f"partners/{COMPANY}.yaml", "{moment: na_stage,", '{moment: na_stage, personal: "Wij zien u graag terug.",')
    told = handslag(*DRAFT, "-w", school)
    assert (told.stderr.count("(rule D-05)"), "thank_you.1.personal" in told.stderr) == (1, True), told.stderr


def test_our_own_texts_keep_to_one_form(school: Path) -> None:
    for kind in ("thank-you-letter", "invitation", "cover-letter"):
        for partner in (COMPANY, "roc-noorderlee", "gemeente-noorderlee"):
            told = handslag("draft", kind, partner, "-w", school, "--format", "txt", "--date", "2027-06-01")
            assert "D-05" not in told.stderr, told.stderr
