"""Copies of our texts: made once, never over somebody's work, and held against what they were copied from."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from generator.package import resource
from tests.cli.user import COMPANY, draft, edit, handslag, listed

OURS = resource("agreements") / "clauses/contacts.nl.md"
STAGE = "texts/thank-you-letter/na_stage.nl.md"


def exported(school: Path, *words: str) -> list[str]:
    """The files that an export names, as its user would."""
    result = handslag("text", "export", *words, "-w", school)
    assert result.exit_code == 0, result.stderr
    return [os.path.relpath(line.split(" (")[0], school) for line in result.stdout.splitlines()]


def states(school: Path) -> dict[str, str]:
    """The school's own texts, and what they are."""
    texts: list[dict[str, Any]] = listed(handslag("text", "list", "-w", school, "--json"))["texts"]
    return {text["file"]: text["state"] for text in texts if text["state"] != "ours"}


def aged(school: Path, name: str, now: str, then: str) -> None:
    """As if the copy had been made when ours said something else; to be done before the copy is changed."""
    edit(school / f".handslag/originals/{name}", now, then)
    edit(school / name, now, then)


def test_an_article_is_copied_in_both_languages_or_in_one(school: Path) -> None:
    assert exported(school, "clause/contacts", "--lang", "nl") == ["clauses/contacts.nl.md"]
    assert (school / "clauses/contacts.nl.md").read_text("utf-8") == OURS.read_text("utf-8")
    assert exported(school, "clauses/contacts.en.md") == ["clauses/contacts.en.md"]
    assert exported(school, "clause/term") == ["clauses/term.en.md", "clauses/term.nl.md"]


def test_a_kind_is_copied_with_all_its_texts_and_one_text_alone(school: Path) -> None:
    assert exported(school, "thank-you-letter/na_stage", "--lang", "nl") == [STAGE]
    found = exported(school, "thank-you-letter", "--lang", "nl")
    assert STAGE in found
    assert "texts/thank-you-letter/text.nl.md" in found
    assert not [name for name in found if "/_" in name or name.endswith(".yaml")]


def test_what_is_there_is_never_replaced(school: Path) -> None:
    exported(school, "clause/contacts", "--lang", "nl")
    edit(school / "clauses/contacts.nl.md", "Contactpersonen", "Wie belt wie")
    result = handslag("text", "export", "clause/contacts", "--lang", "nl", "-w", school)
    assert result.stdout.endswith("contacts.nl.md (was there already, left as it is)\n")
    assert "Wie belt wie" in (school / "clauses/contacts.nl.md").read_text("utf-8")
    assert states(school) == {"clauses/contacts.nl.md": "changed"}


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("clause/contact", "there is no text 'clause/contact'\n  hint: did you mean 'clause/contacts'?"),
        ("contacts", "there is no text 'contacts'\n  hint: did you mean 'clause/contacts'?"),
        ("na_stage", "there is no text 'na_stage'\n  hint: did you mean 'thank-you-letter/na_stage'?"),
        ("thank-you-leter", "did you mean 'thank-you-letter'?"),
        ("../../etc/passwd", "there is no text '../../etc/passwd'"),
        ("", "there is no text ''"),
    ],
)
def test_a_name_that_there_is_not_is_told_with_the_nearest(school: Path, name: str, told: str) -> None:
    result = handslag("text", "export", name, "-w", school)
    assert result.exit_code == 2
    assert told in result.stderr


def test_the_copy_counts_at_once(school: Path) -> None:
    exported(school, "clause/contacts", "--lang", "nl")
    edit(school / "clauses/contacts.nl.md", "## Contactpersonen", "## Wie belt wie")
    result = draft(school, COMPANY, "--format", "txt")
    assert "Wie belt wie" in Path(result.stdout.strip()).read_text("utf-8")


def test_the_list_says_what_each_own_text_is(school: Path) -> None:
    assert "no text is your own yet" in handslag("text", "list", "-w", school).stdout
    exported(school, "clause/contacts", "--lang", "nl")
    exported(school, "thank-you-letter/na_stage", "--lang", "nl")
    exported(school, "clause/term", "--lang", "nl")
    edit(school / STAGE, "Hartelijk dank", "Veel dank")
    aged(school, "clauses/term.nl.md", "## Duur", "## De duur")
    edit(school / "clauses/term.nl.md", "## De duur", "## Looptijd")
    (school / "clauses/parking.nl.md").write_text("---\nafter: contacts\n---\n## Parkeren\n\n1. Parkeren mag.\n", "utf-8")
    (school / "clauses/bikes.nl.md").write_bytes(b"## Fietsen \xff\n")
    assert states(school) == {
        "clauses/bikes.nl.md": "own",
        "clauses/contacts.nl.md": "same",
        "clauses/parking.nl.md": "own",
        "clauses/term.nl.md": "behind",
        STAGE: "changed",
    }
    told = handslag("text", "list", "-w", school).stdout
    assert "  clauses/term.nl.md: yours instead of ours, and ours has changed since (from cooperation-agreement" in told
    assert "    to see what changed: handslag text diff clause/term\n" in told
    assert "contacts (en)" in told


def test_the_difference_says_who_changed_what(school: Path) -> None:
    exported(school, "clause/contacts", "--lang", "nl")
    own = school / "clauses/contacts.nl.md"
    first = next(line for line in own.read_text("utf-8").splitlines() if line.startswith("1. "))
    aged(school, "clauses/contacts.nl.md", first, "1. Dit stond er eerst.")
    edit(own, "## Contactpersonen", "## Wie belt wie")
    told = handslag("text", "diff", "clause/contacts", "-w", school).stdout
    yours, _, ours = told.partition("  handslag changed since:\n")
    assert "    - ## Contactpersonen\n    + ## Wie belt wie\n" in yours
    assert "    - 1. Dit stond er eerst.\n" in ours
    assert f"    + {first}\n" in ours
    (difference,) = listed(handslag("text", "diff", "-w", school, "--json"))["texts"]
    assert difference["yours"] != []
    assert [change["both"] for change in difference["ours"]] == [False]
    edit(own, "1. Dit stond er eerst.", first)
    assert "handslag changed since" not in handslag("text", "diff", "clause/contacts", "-w", school).stdout


def test_a_place_that_both_changed_is_marked(school: Path) -> None:
    exported(school, "clause/contacts", "--lang", "nl")
    aged(school, "clauses/contacts.nl.md", "## Contactpersonen", "## Contacten")
    edit(school / "clauses/contacts.nl.md", "## Contacten", "## Wie belt wie")
    assert ", where you changed something too:" in handslag("text", "diff", "clause/contacts", "-w", school).stdout


def test_what_was_taken_over_is_no_difference_any_more(school: Path) -> None:
    exported(school, "clause/contacts", "--lang", "nl")
    aged(school, "clauses/contacts.nl.md", "1. ", "1. Vroeger: ")
    edit(school / "clauses/contacts.nl.md", "## Contactpersonen", "## Wie belt wie")
    assert states(school) == {"clauses/contacts.nl.md": "behind"}
    result = handslag("text", "diff", "clause/contacts", "--done", "-w", school)
    assert result.stdout.startswith("clauses/contacts.nl.md: based on cooperation-agreement ")
    assert states(school) == {"clauses/contacts.nl.md": "changed"}
    assert handslag("text", "diff", "--done", "-w", school).exit_code == 2


def test_a_text_that_was_not_exported_is_held_against_ours(school: Path) -> None:
    (school / "clauses").mkdir()
    (school / "clauses/contacts.nl.md").write_text("## Wie belt wie\n\n1. De school belt.\n", "utf-8")
    assert states(school) == {"clauses/contacts.nl.md": "changed"}
    told = handslag("text", "diff", "-w", school).stdout
    assert "clauses/contacts.nl.md (not known from which version)" in told
    assert "    + ## Wie belt wie" in told
