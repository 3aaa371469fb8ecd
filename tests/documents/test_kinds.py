"""A Word document in documents/ is a kind of document like the others: drafted, batched, kept in the register, printed."""

from __future__ import annotations

import os
import shutil
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from generator.kinds import kind_named
from generator.workspace import Workspace
from tests.cli.user import COMPANY, EXAMPLES, MADE, edit, handslag, listed
from tests.documents.word import docx, p, table, words

BODY = (
    p("Bezoek aan {{ partner.legal_name }}", style="Titel"),
    p("Op {{ day | date }} waren wij te gast. {% if not final %}Dit is een concept.{% endif %}"),
    table(("{%tr for one in parties %}", ""), ("{{ one.name }}", "{{ one.contact | name }}"), ("{%tr endfor %}", "")),
)


@pytest.fixture
def school(tmp_path: Path) -> Path:
    """The sample school with a Word document of its own."""
    shutil.copytree(EXAMPLES, tmp_path / "school", ignore=MADE)
    put(tmp_path / "school", "Bezoekverslag najaar.docx", docx(*BODY, header=p("Kenmerk {{ reference }}")))
    return tmp_path / "school"


def put(school: Path, name: str, data: bytes | str) -> Path:
    file = school / "documents" / name
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    return file


def draft(school: Path, *words_: str) -> list[Path]:
    """The files that are made; what is wrong is told by the assert."""
    result = handslag("draft", "bezoekverslag-najaar", *words_, "-w", school, "--date", "2027-06-17")
    assert result.exit_code == 0, result.output
    return [Path(line) for line in result.stdout.splitlines()]


def test_it_is_listed_with_the_others(school: Path) -> None:
    (own,) = [one for one in listed_kinds(school) if one["kind"] == "bezoekverslag-najaar"]
    assert own["name"] == {"nl": "Bezoekverslag najaar", "en": None}
    assert own["languages"] == ["nl"]
    assert own["formats"] == ["docx"]


def listed_kinds(school: Path) -> list[dict[str, object]]:
    found: list[dict[str, object]] = listed(handslag("kinds", "--json", "-w", school))  # type: ignore[assignment]
    return found


def test_it_is_drafted_for_everyone_and_kept_in_the_register(school: Path) -> None:
    files = draft(school, "--all")
    assert [file.name for file in files] == [
        f"bezoekverslag-najaar-{partner}-concept.docx"
        for partner in ("gemeente-noorderlee", "roc-noorderlee", "van-t-veld-en-zonen")
    ]
    assert words(files[2].read_bytes()).splitlines()[:2] == [
        "Bezoek aan Constructiebedrijf Van ’t Veld & Zonen B.V.",
        "Op 17\N{NO-BREAK SPACE}juni 2027 waren wij te gast. Dit is een concept.",
    ]
    register = handslag("register", "-w", school).output
    assert register.count("bezoekverslag-najaar") == 3
    assert words(files[0].read_bytes(), "word/header.xml") == "Kenmerk DV-2027-0001"


def test_made_again_it_is_the_same_and_edited_by_hand_it_is_left_alone(school: Path) -> None:
    (file,) = draft(school, COMPANY)
    before = file.read_bytes()
    (again,) = draft(school, COMPANY)
    assert (again, again.read_bytes()) == (file, before)
    file.write_bytes(before + b"\0")
    (beside,) = draft(school, COMPANY)
    assert beside.name == "bezoekverslag-najaar-van-t-veld-en-zonen-concept-2.docx"


def test_its_properties_are_those_of_what_was_made_of_it(school: Path) -> None:
    data = docx(*BODY)
    with zipfile.ZipFile(BytesIO(data)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    assert "docProps/core.xml" not in parts  # -- what has none gets none --
    (made,) = draft(school, COMPANY)
    with zipfile.ZipFile(made) as file:
        assert set(file.namelist()) == {*parts, "word/header.xml"}


def test_every_format_but_a_web_page(school: Path) -> None:
    made = draft(school, COMPANY, "--format", "docx,pdf,txt,md,outline")
    assert [file.suffix for file in made] == [".docx", ".pdf", ".txt", ".md", ".txt"]
    assert "Bezoek aan Constructiebedrijf Van ’t Veld & Zonen B.V." in made[2].read_text("utf-8")
    result = handslag("draft", "bezoekverslag-najaar", COMPANY, "--format", "html", "-w", school)
    assert result.exit_code == 1
    assert "'bezoekverslag-najaar' is a Word document, and is not made as html" in result.output


def test_a_blank_is_told_and_bars_a_final(school: Path) -> None:
    put(school, "Brief.docx", docx(p("{{ partner.ids.btw_id }}"), footer=p("{{ partner.visit.suffix }}")))
    result = handslag("draft", "brief", "gemeente-noorderlee", "--json", "-w", school)
    (made,) = listed(result)["documents"]
    assert [blank["path"] for blank in made["blanks"]] == ["partner.ids.btw_id", "partner.visit.suffix"]
    final = handslag("draft", "brief", "gemeente-noorderlee", "--final", "-w", school)
    assert final.exit_code == 1
    assert "partners/gemeente-noorderlee.yaml: partner.ids.btw_id: 'Btw-id' is still blank" in final.output
    assert "partner.visit.suffix: 'Toevoeging' is still blank" in final.output


def test_a_final_says_no_concept(school: Path) -> None:
    put(school, "Brief.docx", docx(p("{{ partner.legal_name }}{% if not final %} CONCEPT{% endif %}")))
    result = handslag("draft", "brief", COMPANY, "--final", "-w", school)
    assert result.exit_code == 0, result.output
    assert Path(result.stdout.strip()).name == "brief-van-t-veld-en-zonen.docx"
    assert words(Path(result.stdout.strip()).read_bytes()) == "Constructiebedrijf Van ’t Veld & Zonen B.V."


def test_a_batch_makes_it_and_the_next_one_makes_what_changed(school: Path) -> None:
    go = ("batch", "bezoekverslag-najaar", "-w", school, "--date", "2027-06-17", "--json")
    assert listed(handslag(*go))["counts"]["made"] == 3
    assert listed(handslag(*go))["counts"]["made"] == 0
    put(school, "~$zoekverslag najaar.docx", b"open in Word")
    assert listed(handslag(*go))["counts"]["made"] == 0
    put(school, "Bezoekverslag najaar.docx", docx(p("Anders: {{ partner.legal_name }}")))
    assert listed(handslag(*go))["counts"]["made"] == 3


ABOUT = """\
title: {nl: Verslag van een bezoek, en: Report of a visit}
what: Wat er bij een bezoek is gezien
file_name: verslag
needs: [documents.thank_you]
languages: [nl, en]
formats: [docx, txt]
partners: [company]
occasions: {from: documents.thank_you, named: moment, day: date}
code: VB
version: 2.1.0
date: 2026-11-24
"""


def test_a_yaml_file_beside_it_says_more(school: Path) -> None:
    put(school, "Bezoekverslag najaar.yaml", ABOUT)
    put(school, "Bezoekverslag najaar.docx", docx(p("{{ occasion.moment }} {{ day | date }}")))
    made = handslag("draft", "bezoekverslag-najaar", COMPANY, "-w", school)
    assert made.exit_code == 0, made.output
    names = [Path(line).name for line in made.stdout.splitlines()]
    assert names[0].startswith("verslag-")
    assert {Path(name).suffix for name in names} == {".docx", ".txt"}
    kind = kind_named("bezoekverslag-najaar", Workspace(school).text_roots)
    assert kind.text_version == "2.1.0 (2026-11-24)"
    other = handslag("draft", "bezoekverslag-najaar", "gemeente-noorderlee", "-w", school)
    assert "this kind of document is not for a municipality" in other.output


def test_english_may_have_a_file_of_its_own(school: Path) -> None:
    put(school, "Bezoekverslag najaar.en.docx", docx(p("Visit on {{ day | date }}")))
    (file,) = draft(school, COMPANY, "--lang", "en")
    assert words(file.read_bytes()) == "Visit on 17\N{NO-BREAK SPACE}June 2027"
    assert [one["kind"] for one in listed_kinds(school)].count("bezoekverslag-najaar") == 1


def test_it_wins_over_a_kind_of_ours(school: Path) -> None:
    put(school, "press-release.docx", docx(p("Ons eigen persbericht")))
    result = handslag("draft", "press-release", COMPANY, "-w", school)
    assert words(Path(result.stdout.splitlines()[0]).read_bytes()) == "Ons eigen persbericht"


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("brief.yaml", "titel: Brief", "documents/brief.yaml:1: titel: there is no 'titel'"),
        ("brief.yaml", "formats: [html]", "documents/brief.yaml: formats: there is no format 'html' here"),
        ("Brief!.docx", docx(p("x")), "documents: 'brief.docx' and 'Brief!.docx' are both called 'brief'"),
        ("all.docx", docx(p("x")), "documents: 'all' cannot be the name of a document"),
    ],
)
def test_what_is_wrong_with_it_is_told_when_it_is_asked_for(school: Path, name: str, data: bytes | str, told: str) -> None:
    put(school, "brief.docx", docx(p("x")))
    put(school, name, data)
    result = handslag("draft", "brief", COMPANY, "-w", school)
    assert result.exit_code == 1
    assert told.split(": there is no")[0] in result.output
    assert "Traceback" not in result.output


def test_a_document_that_cannot_be_opened_bars_itself_alone(school: Path) -> None:
    put(school, "kapot.docx", b"geen zip")
    assert handslag("draft", "kapot", COMPANY, "-w", school).exit_code == 1
    assert "this is not a Word file, or a damaged one" in handslag("draft", "kapot", COMPANY, "-w", school).output
    assert len(draft(school, "--all")) == 3


def test_a_rule_is_told_as_for_any_kind(school: Path) -> None:
    put(school, "Bezoekverslag najaar.yaml", "rules:\n- {that: not final, say: alleen als concept, severity: warning}\n")
    result = handslag("draft", "bezoekverslag-najaar", "roc-noorderlee", "-w", school)
    assert result.exit_code == 0
    edit(school / "documents/Bezoekverslag najaar.yaml", "not final", "final")
    again = handslag("draft", "bezoekverslag-najaar", "roc-noorderlee", "-w", school)
    assert "warning: " in again.output
    assert "alleen als concept" in again.output


@pytest.mark.slow
def test_prints_that_follow_each_other_are_made_in_one_run_of_libreoffice(
    school: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs, counting = tmp_path / "runs", tmp_path / "bin" / "soffice"
    counting.parent.mkdir()
    counting.write_text(f'#!/bin/sh\necho run >> "{runs}"\nexec {shutil.which("soffice")} "$@"\n')
    counting.chmod(0o755)
    monkeypatch.setenv("PATH", f"{counting.parent}:{os.environ['PATH']}")
    files = draft(school, "--all", "--format", "pdf")
    assert [file.read_bytes()[:4] for file in files] == [b"%PDF"] * 3
    assert runs.read_text().split() == ["run"]
