"""The papers of one partner agree with each other: names, dates, amounts and addresses, read back from every file, compared."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from itertools import chain, product
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from pydantic import BaseModel

from cli import main
from generator.profile import Profile, School
from generator.profile.person import Person
from generator.wording.cldr import words
from generator.workspace import Workspace, read
from generator.writers.docx_read import read_docx
from tests.papers import EXAMPLES, FULL, LANGUAGES, SAMPLES

MONTHS = tuple(list(words(language).months[1:]) for language in LANGUAGES)
DAYS = tuple(list(words(language).weekdays) for language in LANGUAGES)
DATE = re.compile(rf"(?:({'|'.join(chain(*DAYS))}) )?(\d{{1,2}}) ({'|'.join(chain(*MONTHS))})(?: (\d{{4}}))?")
AMOUNT = re.compile(r"€ ?([–-]?)(\d{1,3}(?:[.,]\d{3})*(?:[.,]\d\d)?)(?!\d)")
REFERENCE = re.compile(r"\bDV-\d{4}-\d+")
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


PAPERS = [
    pytest.param(*which, marks=[pytest.mark.samples] if which != (FULL, "nl") else []) for which in product(SAMPLES, LANGUAGES)
]
"""Every partner in every language, the quick tests only the one with every kind."""


@pytest.mark.parametrize(("partner", "language"), PAPERS)
def test_every_file_of_a_partner_says_the_same(partner: str, language: str, tmp_path: Path) -> None:
    texts, references = said(tmp_path, partner, language)
    contents = read(Workspace(EXAMPLES), [partner])
    assert contents.school is not None
    known = Known(contents.partners[0], contents.school)
    assert all(known.number in texts[paper] for paper in ("cooperation-agreement", "financial-arrangement"))
    agreed = amounts(texts["cooperation-agreement"]) | amounts(texts["financial-arrangement"])
    for paper, text in texts.items():
        assert set(REFERENCE.findall(text)) <= {references[paper], known.number}, paper
        assert references[paper] in text, paper
        assert amounts(text) <= agreed | known.amounts, paper
        assert list(wrong_weekdays(text, known.dates)) == [], paper
        assert dates(text) - known.dates == set(), paper
        assert set(EMAIL.findall(text)) <= known.emails, paper
        assert list(misspelt(text, known.people)) == [], paper


def said(folder: Path, partner: str, language: str) -> tuple[dict[str, str], dict[str, str]]:
    """By paper, what its Word file and its PDF say, one after the other; and its reference."""
    shutil.copytree(EXAMPLES, folder / "school", ignore=shutil.ignore_patterns(".handslag", "made"))
    command = ["draft", "all", partner, "-w", str(folder / "school"), "--lang", language, "--format", "docx,pdf", "--json"]
    texts: dict[str, str] = {}
    references: dict[str, str] = {}
    for made in json.loads(CliRunner().invoke(main, command).stdout)["documents"]:
        paper = "/".join(part for part in (made["kind"], made["occasion"]) if part)
        texts[paper] = texts.get(paper, "") + plain(Path(made["path"])) + "\n"
        references[paper] = made["reference"]
    assert {"cooperation-agreement", "financial-arrangement"} <= set(texts)
    return texts, references


def plain(path: Path) -> str:
    """What a file says, one space between its words."""
    if path.suffix == ".docx":
        reading = read_docx(path.read_bytes())
        text = " ".join([*(line.text for line in reading.lines), *reading.pages.values()])
    else:
        text = subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, text=True, check=True).stdout
        text = text.replace("\u2010\n", "")
    return " ".join(text.split())


class Known:
    """What the profile and the school's file say."""

    def __init__(self, profile: Profile, school: School) -> None:
        values = [*leaves(profile), *leaves(school)]
        assert profile.cooperation is not None
        assert profile.cooperation.number is not None
        self.number = profile.cooperation.number
        known = {value.date() if isinstance(value, datetime) else value for value in values if isinstance(value, date)}
        self.dates = known | {date.today()}  # a letter that the profile gives no date has that of the day
        typed = " ".join(value for value in values if isinstance(value, str))
        self.amounts = amounts(typed)
        self.emails = set(EMAIL.findall(typed))
        self.people = [value for value in sections(profile, school) if isinstance(value, Person)]


def sections(*roots: Any) -> Iterator[BaseModel]:
    for root in roots:
        if isinstance(root, BaseModel):
            yield root
            yield from sections(*(getattr(root, name) for name in type(root).model_fields))
        elif isinstance(root, tuple):
            yield from sections(*root)


def leaves(root: Any) -> Iterator[Any]:
    if isinstance(root, BaseModel):
        yield from (leaf for name in type(root).model_fields for leaf in leaves(getattr(root, name)))
    elif isinstance(root, tuple):
        yield from (leaf for item in root for leaf in leaves(item))
    elif isinstance(root, dict):
        yield from (leaf for item in root.values() for leaf in leaves(item))
    elif root is not None:
        yield root


def amounts(text: str) -> set[Decimal]:
    """Every amount of money in a text, Dutch or English."""
    return {number(sign, digits) for sign, digits in AMOUNT.findall(text)}


def number(sign: str, digits: str) -> Decimal:
    whole, mark, cents = digits[:-3], digits[-3:-2], digits[-2:]
    if mark not in ".,":
        whole, cents = digits, "00"
    return Decimal(f"{'-' if sign else ''}{re.sub('[.,]', '', whole)}.{cents}")


def dates(text: str) -> set[date]:
    """Every day that a text names with its year."""
    return {date(int(year), place(month, MONTHS) + 1, int(day)) for _, day, month, year in DATE.findall(text) if year}


def place(word: str, languages: tuple[list[str], ...]) -> int:
    """A month's or weekday's place in its language, from 0."""
    return next(names.index(word) for names in languages if word in names)


def wrong_weekdays(text: str, known: set[date]) -> Iterator[str]:
    """Days that are said to be another day of the week than they are; without a year, in the years that the profile names."""
    for weekday, day, month, year in DATE.findall(text):
        if not weekday:
            continue
        years = [int(year)] if year else sorted({one.year for one in known})
        month_ = place(month, MONTHS) + 1
        if not any(date(one, month_, int(day)).weekday() == place(weekday, DAYS) for one in years):
            yield f"{weekday} {day} {month} {year}"


def misspelt(text: str, people: list[Person]) -> Iterator[str]:
    """Surnames with another infix before them than the person has."""
    for person in people:
        if not person.infix:
            continue
        wanted = f"{person.infix}{'' if person.infix.endswith('’') else ' '}"
        for found in re.finditer(rf"(?<!\w){re.escape(person.surname)}(?!\w)", text):
            before = text[max(0, found.start() - len(wanted)) : found.start()]
            if before.casefold().replace("\n", " ") != wanted.casefold():
                yield text[max(0, found.start() - 20) : found.end()]
