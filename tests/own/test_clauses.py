"""Own articles: placed by what stands above them, left out, or written in a profile; numbers and references stay right."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest

from tests.cli.user import COMPANY, draft, edit, handslag

PARKING = """---
after: contacts
---
## Parkeren

1. Bezoekers parkeren op het terrein van {{ the_school }}, zie ook [](#contacts).
"""
PROFILE = f"partners/{COMPANY}.yaml"


def put(school: Path, name: str, text: str) -> None:
    """A clause in the workspace."""
    (school / "clauses").mkdir(exist_ok=True)
    (school / f"clauses/{name}.md").write_text(text, encoding="utf-8")


def agreed(school: Path, text: str) -> None:
    """More of the cooperation, in the company's profile."""
    edit(school / PROFILE, "\ncooperation:\n", f"\ncooperation:\n{textwrap.indent(textwrap.dedent(text).strip(), '  ')}\n")


def drafted(school: Path, *words: str) -> str:
    """The agreement as plain text."""
    result = draft(school, COMPANY, "--format", "txt", *words)
    assert result.exit_code == 0, result.stderr
    return Path(result.stdout.split("\n")[0]).read_text(encoding="utf-8")


def refused(school: Path, *words: str) -> str:
    """What is told of an agreement that is not made."""
    result = draft(school, COMPANY, "--format", "txt", *words)
    assert result.exit_code == 1
    assert result.stdout == ""
    return result.stderr


def headings(text: str, word: str = "Artikel") -> list[str]:
    """``["Artikel 1 Begripsbepalingen", …]``"""
    return re.findall(rf"^{word} \d+ .*$", text, re.MULTILINE)


def test_an_own_article_comes_after_the_one_it_names_and_all_others_are_numbered_anew(school: Path) -> None:
    before = headings(drafted(school))
    put(school, "parking.nl", PARKING)
    text = drafted(school)
    after = headings(text)
    place = next(n for n, heading in enumerate(after) if heading.endswith("Parkeren"))
    assert after[place - 1].endswith("Contactpersonen")
    assert [heading.split(" ", 2)[2] for heading in after if "Parkeren" not in heading] == [
        heading.split(" ", 2)[2] for heading in before
    ]
    assert [int(heading.split()[1]) for heading in after] == list(range(1, len(before) + 2))
    assert f"zie ook artikel {place}." in text.replace("\n", " ").replace("\N{NO-BREAK SPACE}", " ")


def test_own_articles_behind_each_other_keep_their_order_and_their_conditions(school: Path) -> None:
    put(school, "parking.nl", PARKING)
    put(school, "bikes.nl", "---\nafter: contacts\n---\n## Fietsen\n\n1. Fietsen staan in de stalling.\n")
    put(school, "keys.nl", "---\nafter: parking\nwhen: placements\n---\n## Sleutels\n\n1. De sleutel ligt klaar.\n")
    put(school, "boats.nl", "---\nafter: parking\nwhen: not placements\n---\n## Boten\n\n1. Boten liggen aan de kade.\n")
    named = [heading.split(" ", 2)[2] for heading in headings(drafted(school))]
    start = named.index("Contactpersonen")
    assert named[start : start + 4] == ["Contactpersonen", "Fietsen", "Parkeren", "Sleutels"]
    assert "Boten" not in named


def test_an_own_text_of_one_of_our_articles_counts(school: Path) -> None:
    put(school, "contacts.nl", "## Wie belt wie\n\n1. De school belt.\n")
    text = drafted(school)
    assert "Wie belt wie" in text
    assert "Contactpersonen" not in text


def test_an_own_article_without_english_is_said_when_english_is_asked_for(school: Path) -> None:
    put(school, "parking.nl", PARKING)
    told = refused(school, "--lang", "en")
    assert "clauses/parking.en.md: there is no clause 'parking' in language 'en'" in told
    assert "hint: write it, beside the other language" in told
    put(school, "parking.en", "---\nafter: contacts\n---\n## Parking\n\n1. Visitors park at {{ the_school }}.\n")
    assert any(heading.endswith("Parking") for heading in headings(drafted(school, "--lang", "en"), "Article"))


def test_an_own_text_in_one_language_alone_is_warned_of_in_the_other(school: Path) -> None:
    put(school, "contacts.nl", "## Wie belt wie\n\n1. De school belt.\n")
    result = draft(school, COMPANY, "--format", "txt", "--lang", "en")
    assert result.exit_code == 0
    told = "clauses/contacts.en.md: the text in 'nl' is your own, and this one is not: they may differ"
    assert f"warning: {told}" in result.stderr
    assert "handslag text export clauses/contacts --lang en" in result.stderr
    assert "may differ" not in draft(school, COMPANY, "--format", "txt").stderr


@pytest.mark.parametrize(
    ("front", "told"),
    [
        ("after: contacten", "clauses/parking.nl.md: after: there is no article 'contacten'\n  hint: did you mean 'contacts'?"),
        ("aftr: contacts", "clauses/parking.nl.md:2: aftr: unknown field 'aftr'\n  hint: did you mean 'after'?"),
        ("when: placements", "clauses/parking.nl.md: after: nothing says where the article 'parking' comes"),
        ("after: parking", "clauses/parking.nl.md: after: the article 'parking' comes after itself"),
        (
            "after: contacts\nkinds: invitatoin",
            "kinds: there is no document kind 'invitatoin'\n  hint: did you mean 'invitation'",
        ),
        ("after: contacts\nwhen: placement", "clauses/parking.nl.md:3: there is nothing called 'placement'"),
        ("after: [contacts", "clauses/parking.nl.md:"),
    ],
)
def test_a_mistake_above_an_article_is_told_where_it_stands(school: Path, front: str, told: str) -> None:
    put(school, "parking.nl", PARKING.replace("after: contacts", front))
    assert told in refused(school)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (
            "parking",
            "clauses/parking.md: the name of a text is one word and its language\n  hint: call it parking.nl.md or",
        ),
        ("parking.nl.md.txt", "clauses/parking.nl.md.txt: the name of a text is one word and its language"),
        ("Mijn artikel.nl", "clauses/Mijn artikel.nl.md: the name of a text is one word and its language"),
        ("Parking.nl", "clauses/Parking.nl.md: 'Parking' cannot be the name of an article\n  hint: use small letters"),
    ],
)
def test_a_name_that_no_article_has_is_told_and_not_passed_over(school: Path, name: str, told: str) -> None:
    put(school, name, PARKING)
    if name.endswith(".txt"):
        (school / f"clauses/{name}.md").rename(school / f"clauses/{name}")
    assert told in refused(school)


def test_an_article_without_a_heading_is_told(school: Path) -> None:
    put(school, "parking.nl", "---\nafter: contacts\n---\nBezoekers parkeren op het terrein.\n")
    assert "clauses/parking.nl.md: an article has a heading of its own: ## Parkeren" in refused(school)


def test_what_editors_do_to_a_file_is_no_matter(school: Path) -> None:
    text = "\ufeff" + PARKING.replace("---\n", "---  \n").replace("\n", "\r\n")
    put(school, "parking.nl", text)
    put(school, "parking.nl.md~", "")
    (school / "clauses/.parking.nl.md.swp").write_bytes(b"\x00")
    (school / "clauses/Thumbs.db").write_bytes(b"\x00")
    (school / "clauses/parking.nl.md~.md").rename(school / "clauses/parking.nl.md~")
    assert any(heading.endswith("Parkeren") for heading in headings(drafted(school)))


def test_an_article_that_has_its_place_may_not_have_another(school: Path) -> None:
    put(school, "contacts.nl", "---\nafter: term\n---\n## Wie belt wie\n\n1. De school belt.\n")
    assert "clauses/contacts.nl.md: after: the article 'contacts' has its place already" in refused(school)


def test_a_broken_article_is_in_nobody_elses_way(school: Path) -> None:
    put(school, "parking.nl", PARKING.replace("after: contacts", "after: contacten"))
    result = handslag("draft", "financial-arrangement", COMPANY, "-w", school, "--format", "outline")
    assert result.exit_code == 0, result.stderr


# --- in a profile ---

EXTRA = """
extra_clauses:
  - after: contacts
    title: "Parkeren & *fietsen*"
    text: ["Bezoekers parkeren op het plein", "Fietsen {{ 1 }} staan binnen."]
    en: {title: "Parking", text: ["Visitors park in the square."]}
  - {after: contacts, title: "Sleutels", text: ["De sleutel ligt klaar."], en: {title: "Keys", text: ["The key is ready."]}}
"""


def test_an_article_of_a_profile_is_shown_as_it_was_typed(school: Path) -> None:
    agreed(school, EXTRA)
    text = drafted(school)
    named = [heading.split(" ", 2)[2] for heading in headings(text)]
    start = named.index("Contactpersonen")
    assert named[start + 1 : start + 3] == ["Parkeren & *fietsen*", "Sleutels"]
    assert "Bezoekers parkeren op het plein.\n" in text
    assert "Fietsen {{ 1 }} staan binnen.\n" in text
    assert [h.split(" ", 2)[2] for h in headings(drafted(school, "--lang", "en"), "Article")][start + 1 : start + 3] == [
        "Parking",
        "Keys",
    ]


def test_an_article_of_a_profile_without_english_is_said(school: Path) -> None:
    agreed(school, 'extra_clauses: [{after: contacts, title: "Parkeren", text: ["Parkeren mag."]}]')
    told = refused(school, "--lang", "en")
    assert f"{PROFILE}: cooperation.extra_clauses.0.en: the article 'Parkeren' is not there in English" in told


def test_articles_are_left_out_for_one_partner(school: Path) -> None:
    before = headings(drafted(school))
    agreed(school, "left_out_clauses: [intellectual-property, insurance]")
    after = headings(drafted(school))
    assert len(after) == len(before) - 2
    assert [int(heading.split()[1]) for heading in after] == list(range(1, len(after) + 1))
    gone = {h.split(" ", 2)[2] for h in before} - {h.split(" ", 2)[2] for h in after}
    assert gone == {"Verzekering", "Intellectuele eigendom"}


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        ("left_out_clauses: [insurances]", "cooperation.left_out_clauses.0: there is no article 'insurances'"),
        ('extra_clauses: [{after: contact, title: "A", text: ["B."]}]', "extra_clauses.0.after: there is no article 'contact'"),
    ],
)
def test_an_article_that_there_is_not_is_told_with_the_nearest(school: Path, wanted: str, told: str) -> None:
    agreed(school, wanted)
    found = refused(school)
    assert f"{PROFILE}: " in found
    assert told in found
    assert "did you mean" in found
