"""The guide's chapter on own texts, done as it is written: each command run, each change made, each file put down."""

from __future__ import annotations

import re
import shlex
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.cli.user import COMPANY, ROOT, edit, handslag

pytestmark = pytest.mark.slow

GUIDE = (ROOT / "docs/handleiding.md").read_text("utf-8")
CHAPTER = re.search(r"^## \d+\. Eigen teksten\n(.*?)^## \d+\. ", GUIDE, re.MULTILINE | re.DOTALL)
BLOCK = re.compile(r"(?P<before>[^\n]*)\n+ *```(?P<kind>\w+)\n(?P<body>.*?)\n *```", re.DOTALL)
FILE = re.compile(r"`((?:clauses|texts)/[^`]+\.md)`")
PROFILE = f"partners/{COMPANY}.yaml"


class Step(NamedTuple):
    """A block of the guide, with the line that says what to do with it."""

    before: str
    kind: str
    body: str


def section(title: str) -> list[Step]:
    """The steps below a heading of the chapter."""
    assert CHAPTER is not None
    found = re.search(rf"^### {title}\n(.*?)(?=^### |\Z)", CHAPTER[1], re.MULTILINE | re.DOTALL)
    assert found is not None, title
    return [Step(m["before"].strip(), m["kind"], textwrap.dedent(m["body"])) for m in BLOCK.finditer(found[1])]


def follow(school: Path, steps: list[Step]) -> list[str]:
    """Do what the guide says; everything that was printed."""
    return list(_followed(school, iter(steps)))


def _followed(school: Path, steps: Iterator[Step]) -> Iterator[str]:
    for step in steps:
        named = FILE.search(step.before)
        if step.kind == "sh":
            yield from map(run, step.body.splitlines())
        elif step.before.endswith("onder `cooperation`:"):
            edit(school / PROFILE, "\ncooperation:\n", f"\n{step.body}\n")
        elif "Zoek in" in step.before:
            assert named is not None
            instead = next(steps)
            assert instead.before == "Maak daarvan:"
            edit(school / named[1], step.body.strip(), instead.body.strip())
        else:
            assert named is not None, step
            (school / named[1]).parent.mkdir(exist_ok=True)
            (school / named[1]).write_text(f"{step.body}\n", encoding="utf-8")


def run(command: str) -> str:
    """A command of the guide, in the workspace; what it printed."""
    program, *words = shlex.split(command)
    assert program == "handslag"
    result = handslag(*words, *(["--format", "txt"] if words[0] == "draft" else []))
    assert result.exit_code == 0, f"{command}\n{result.output}"
    return result.stdout


@pytest.fixture
def there(school: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The workspace, in which one stands."""
    monkeypatch.chdir(school)
    return school


def made(printed: str) -> str:
    """The document that a command made."""
    return Path(printed.split("\n")[0]).read_text("utf-8").replace("\N{NO-BREAK SPACE}", " ")


def test_one_article_is_changed(there: Path) -> None:
    before = made(run(f"handslag draft cooperation-agreement {COMPANY}"))
    *_, checked, drafted = follow(there, section("Eén artikel veranderen"))
    assert "binnen vijf werkdagen" in " ".join(before.split())
    assert ": 0 errors, 1 warning\n" in checked
    assert "warning: clauses/communication.en.md: the text in 'nl' is your own, and this one is not" in checked
    after = " ".join(made(drafted).split())
    assert "binnen tien werkdagen" in after
    assert after == " ".join(before.split()).replace("binnen vijf werkdagen", "binnen tien werkdagen")


def test_one_letter_is_changed(there: Path) -> None:
    *_, checked, drafted = follow(there, section("Eén brief veranderen"))
    assert ": 0 errors, 1 warning\n" in checked
    said = " ".join(made(drafted).split())
    assert "De foto’s van de stage hangen nu in de hal van de school. Ook de leerlingen groeten je hartelijk." in said


def test_an_article_is_added(there: Path) -> None:
    follow(there, section("Een artikel toevoegen"))
    said = made(run(f"handslag draft cooperation-agreement {COMPANY}"))
    assert re.search(r"^Artikel \d+ Parkeren$", said, re.MULTILINE)
    assert "Bezoekers van de School parkeren" in " ".join(said.split())
    checked = run("handslag text check")
    assert "warning: clauses/parkeren.en.md: there is no clause 'parkeren' in language 'en'" in checked
    assert ": 0 errors, 1 warning\n" in checked


def test_articles_are_for_one_partner(there: Path) -> None:
    follow(there, section("Voor één partner"))
    said = made(run(f"handslag draft cooperation-agreement {COMPANY}"))
    assert re.search(r"^Artikel \d+ Sleutels$", said, re.MULTILINE)
    assert "Intellectuele eigendom" not in said
    assert "Sleutels" not in made(run("handslag draft cooperation-agreement roc-noorderlee"))
    assert "0 errors" in run("handslag check")


def test_the_list_and_the_difference_are_shown(there: Path) -> None:
    follow(there, section("Eén artikel veranderen")[:3])
    listed, differing = follow(there, section("Als handslag zelf verandert"))
    assert "clauses/communication.nl.md: yours instead of ours" in listed
    assert "binnen tien werkdagen" in differing
