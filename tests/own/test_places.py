"""What may not stand in a document, and a reference to what is not there, are told with the file and line of their text."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.user import COMPANY, draft, handslag

PARKING = """---
after: contacts
when: activities
---
{% if partner %}
## Parkeren
{% endif %}

1. Bezoekers parkeren op het terrein.
   Dat is gratis.

{% for activity in activities %}
1. Een tweede lid.
{% endfor %}

LAST
"""


@pytest.mark.parametrize(
    ("last", "told"),
    [
        ("<b>Let op</b>", "clauses/parking.nl.md:16: a document may not contain HTML: '<b>Let op</b>'"),
        ("1. Een derde lid\n   met een ![plaatje](x.png).", "clauses/parking.nl.md:17: a document may not contain an image"),
        ("1. Zie [](#parkin).", "clauses/parking.nl.md:16: a reference goes to 'parkin', which is not in this document"),
        ("1. Zie [hier](ftp://x).", "clauses/parking.nl.md:16: a link may not go to 'ftp://x'"),
        ("| a | b |\n|---|---|\n| 1 | <i>2</i> |", "clauses/parking.nl.md:18: a document may not contain HTML"),
        ("1. {{ partner.nam }}", "clauses/parking.nl.md:16: there is no field 'nam' there"),
        ("{% if %}", "clauses/parking.nl.md:16: "),
        ("{{ 1 | dat }}", "clauses/parking.nl.md:16: "),
    ],
)
def test_a_fault_in_a_text_has_its_file_and_line(school: Path, last: str, told: str) -> None:
    (school / "clauses").mkdir()
    (school / "clauses/parking.nl.md").write_text(PARKING.replace("LAST", last), encoding="utf-8")
    result = draft(school, COMPANY, "--format", "txt")
    assert result.exit_code == 1
    assert told in result.stderr


def test_the_same_mistake_twice_is_told_twice(school: Path) -> None:
    (school / "clauses").mkdir()
    (school / "clauses/parking.nl.md").write_text(PARKING.replace("LAST", "1. Zie [](#x).\n\n1. Zie [](#x)."), encoding="utf-8")
    told = draft(school, COMPANY, "--format", "txt").stderr
    assert "clauses/parking.nl.md:16: a reference goes to 'x'" in told
    assert "clauses/parking.nl.md:18: a reference goes to 'x'" in told


def test_a_letter_has_its_places_too(school: Path) -> None:
    handslag("text", "export", "thank-you-letter/na_stage", "--lang", "nl", "-w", school)
    file = school / "texts/thank-you-letter/na_stage.nl.md"
    lines = file.read_text("utf-8").splitlines()
    line = next(number for number, text in enumerate(lines, 1) if text.startswith("Ook de leerlingen"))
    lines[line - 1] = "<hr>"
    file.write_text("\n".join(lines), encoding="utf-8")
    words = ["draft", "thank-you-letter", COMPANY, "--occasion", "na_stage", "-w", str(school), "--format", "txt"]
    assert f"thank-you-letter/na_stage.nl.md:{line}: a document may not contain HTML" in handslag(*words).stderr
