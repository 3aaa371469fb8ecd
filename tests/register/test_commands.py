"""The register as a user meets it: drafting fills it, and it is listed, shown, verified and marked."""

from __future__ import annotations

import csv
import io
import json
import random
import time
from pathlib import Path

import pytest

from generator.register.database import ELSEWHERE
from tests.cli.conftest import school
from tests.cli.user import COMPANY, draft, edit, handslag, listed, many_partners
from tests.processes import Running, command
from tests.register.postgres import create

__all__ = ["school"]
LATER = {"SOURCE_DATE_EPOCH": "1830000000"}
"""Late in 2027, when the sample documents have been made."""


def letters(where: Path, *words: str) -> list[str]:
    """The references of the thank-you letters that a command makes."""
    result = handslag("draft", "thank-you-letter", *words, "-w", where, "--format", "txt", "--json")
    return [made["reference"] for made in listed(result)["documents"]]


def signed(where: Path, *words: str) -> None:
    """The agreement of the company, signed."""
    draft(where, COMPANY, "--format", "txt")
    assert handslag("mark", "DV-2027-0001", "signed", *words, "-w", where, env=LATER).exit_code == 0


# --- drafting ---


def test_every_document_gets_the_next_reference_and_says_it(school: Path) -> None:
    result = draft(school, "--all", "--format", "txt", "--json")
    made = listed(result)["documents"]
    assert [one["reference"] for one in made] == ["DV-2027-0001", "DV-2027-0002", "DV-2027-0003"]
    assert all(one["reference"] in Path(one["path"]).read_text("utf-8") for one in made)


def test_all_formats_of_a_document_have_one_reference_and_another_language_has_its_own(school: Path) -> None:
    made = listed(draft(school, COMPANY, "--format", "txt,md,html", "--json"))["documents"]
    assert {one["reference"] for one in made} == {"DV-2027-0001"}
    (english,) = listed(draft(school, COMPANY, "--format", "txt", "--lang", "en", "--json"))["documents"]
    assert english["reference"] == "DV-2027-0002"


def test_a_bound_agreement_and_its_annexes_have_the_agreements_reference(school: Path) -> None:
    draft(school, COMPANY, "--format", "txt")
    (bound,) = listed(draft(school, COMPANY, "--format", "txt", "--annexes", "--json"))["documents"]
    assert bound["reference"] == "DV-2027-0001"
    assert "DV-2027-002-FA" not in Path(bound["path"]).read_text("utf-8")


def test_a_document_that_is_refused_uses_no_number(school: Path) -> None:
    edit(school / f"partners/{COMPANY}.yaml", 'statutory_seat: "’s-Heerenvoorde"', "statutory_seat: null")
    assert draft(school, COMPANY, "--final", "--format", "txt").exit_code == 1
    assert listed(draft(school, "roc-noorderlee", "--format", "txt", "--json"))["documents"][0]["reference"] == "DV-2027-0001"
    assert handslag("register", "-w", school).stdout.count("\n") == 2


def test_a_pattern_of_the_schools_own(school: Path) -> None:
    edit(school / "school.yaml", "DV-{year}-{number:04}", "{year}/VB {number:03}")
    assert listed(draft(school, COMPANY, "--format", "txt", "--json"))["documents"][0]["reference"] == "2027/VB 001"
    edit(school / "school.yaml", "{year}/VB {number:03}", "{year}/{nummer}")
    refused = draft(school, COMPANY, "--format", "txt")
    assert refused.exit_code == 1
    assert "school.yaml:" in refused.stderr
    assert "references.pattern: '{year}/{nummer}' must have {year} and {number} in it" in refused.stderr


@pytest.mark.parametrize("pattern", ["{year}", "{number}", "{year}{number}{number}", "{year:04}-{number:4}", "={year}{number}"])
def test_a_pattern_that_cannot_tell_documents_apart_is_refused(school: Path, pattern: str) -> None:
    edit(school / "school.yaml", "DV-{year}-{number:04}", pattern)
    assert "references.pattern" in handslag("check", "-w", school).stdout


def test_the_letter_of_next_year_stands_beside_the_old_one(school: Path) -> None:
    words = ("roc-noorderlee", "--occasion", "einde_kalenderjaar")
    assert letters(school, *words) == ["DV-2027-0001"]
    edit(school / "partners/roc-noorderlee.yaml", 'date: "2027-12-13"', 'date: "2028-12-13"')
    assert letters(school, *words) == ["DV-2028-0001"]
    stem = "bedankbrief-einde-kalenderjaar-roc-noorderlee"
    assert sorted(path.name for path in (school / "made").iterdir()) == [
        f"{stem}-concept.txt",
        f"{stem}-dv-2028-0001-concept.txt",
    ]


def test_a_document_that_becomes_one_of_two_keeps_its_reference(school: Path) -> None:
    words = ("roc-noorderlee", "--occasion", "einde_kalenderjaar")
    first = letters(school, *words)
    file = school / "partners/roc-noorderlee.yaml"
    lines = file.read_text("utf-8").splitlines(keepends=True)
    twin = next(line for line in lines if "moment: einde_kalenderjaar" in line)
    lines.insert(lines.index(twin), twin)
    file.write_text("".join(lines), "utf-8")
    assert letters(school, *words) == [*first, "DV-2027-0002"]


# --- what was signed ---


def test_a_signed_document_is_not_made_again(school: Path) -> None:
    signed(school)
    before = {path: path.read_bytes() for path in (school / "made").iterdir()}
    result = draft(school, COMPANY, "--format", "txt,md", "--force")
    assert result.exit_code == 1
    assert result.stderr.startswith("error: DV-2027-0001 was signed on 2027-12-28, and is not made again")
    assert "hint: make it with a new reference: --new-version" in result.stderr
    assert {path: path.read_bytes() for path in (school / "made").iterdir()} == before


@pytest.mark.parametrize("words", [("cooperation-agreement", "--all"), ("all", COMPANY)])
def test_among_many_a_signed_document_is_left_out_and_that_is_no_failure(school: Path, words: tuple[str, ...]) -> None:
    signed(school)
    result = handslag("draft", *words, "-w", school, "--format", "txt")
    assert result.exit_code == 0, result.stderr
    assert "hint: left out: DV-2027-0001 was signed on 2027-12-28" in result.stderr
    assert len(result.stdout.splitlines()) >= 2


def test_a_new_version_has_a_new_reference_and_its_own_file(school: Path) -> None:
    signed(school)
    for _ in range(2):
        (made,) = listed(draft(school, COMPANY, "--format", "txt", "--new-version", "--json"))["documents"]
        assert made["reference"] == "DV-2027-0002"
        assert Path(made["path"]).name == f"samenwerkingsovereenkomst-{COMPANY}-dv-2027-0002-concept.txt"
    told = handslag("register", "show", "DV-2027-0002", "-w", school).stdout
    assert "  replaces:    DV-2027-0001" in told
    assert "  replaced by: DV-2027-0002" in handslag("register", "show", "DV-2027-0001", "-w", school).stdout


def test_a_new_version_of_what_never_left_is_the_document_itself(school: Path) -> None:
    first, second = (listed(draft(school, COMPANY, "--format", "txt", "--new-version", "--json")) for _ in range(2))
    assert first == second


# --- list, show, verify, mark ---


def test_the_register_is_listed_for_readers_programs_and_spreadsheets(school: Path) -> None:
    draft(school, "--all", "--format", "txt")
    lines = handslag("register", "-w", school).stdout.splitlines()
    assert lines[0].split() == ["reference", "date", "kind", "partner", "occasion", "language", "status"]
    assert [line.split()[0] for line in lines[1:]] == ["DV-2027-0001", "DV-2027-0002", "DV-2027-0003"]
    told = json.loads(handslag("register", "--partner", COMPANY, "-w", school, "--json").stdout)
    assert [(one["partner"], one["partner_name"]) for one in told] == [(COMPANY, "Constructiebedrijf Van ’t Veld & Zonen B.V.")]
    sheet = handslag("register", "--csv", "-w", school).stdout_bytes.decode("utf-8-sig")
    assert len(list(csv.DictReader(io.StringIO(sheet), delimiter=";"))) == 3


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("register", "--partner", "roc"), "nothing was made for the partner 'roc'"),
        (("register", "--kind", "invitaton"), "nothing was made of the kind 'invitaton'"),
        (("register", "show", "DV-1"), "there is no document 'DV-1'"),
        (("register", "--json", "--csv"), "exclude each other"),
        (("register", "verfiy"), "did you mean 'verify'?"),
        (("mark", "DV-1", "signed"), "there is no document 'DV-1'"),
        (("mark", "DV-1", "lost"), "'lost' is not one of 'sent', 'signed', 'withdrawn'"),
    ],
)
def test_wrong_usage_ends_with_two(school: Path, words: tuple[str, ...], said: str) -> None:
    result = handslag(*words, *(() if "verfiy" in words else ("-w", school)))
    assert result.exit_code == 2
    assert said in result.output


def test_nothing_was_made_yet(school: Path) -> None:
    nothing = handslag("register", "-w", school)
    assert (nothing.stdout, nothing.stderr) == ("", "nothing was made yet\n")
    assert handslag("register", "verify", "-w", school).stdout == "0 files checked\n"


def test_verify_says_what_is_wrong_and_what_is_not(school: Path) -> None:
    made = [Path(line) for line in draft(school, "--all", "--format", "txt").stdout.split()]
    assert handslag("register", "verify", "-w", school).exit_code == 0
    made[0].write_text("edited", encoding="utf-8")
    told = handslag("register", "verify", "-w", school)
    assert (told.exit_code, told.stdout.splitlines()) == (
        0,
        [
            "made/samenwerkingsovereenkomst-gemeente-noorderlee-concept.txt: DV-2027-0001: was edited after it was made",
            "3 files checked: 2 unchanged, 1 edited",
        ],
    )
    made[1].unlink()
    told = handslag("register", "-w", school, "verify")
    assert told.exit_code == 1
    assert "error: made/samenwerkingsovereenkomst-roc-noorderlee-concept.txt: DV-2027-0002: is missing" in told.stdout
    states = json.loads(handslag("register", "verify", "-w", school, "--json").stdout)
    assert [one["state"] for one in states] == ["edited", "missing", "unchanged"]


def test_mark_keeps_the_scan_and_says_where(school: Path, tmp_path: Path) -> None:
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.7 signed")
    draft(school, COMPANY, "--format", "txt")
    words = ("mark", "dv-2027-0001", "signed", "--date", "2027-06-20", "--file", tmp_path / "scan.pdf", "-w", school)
    result = handslag(*words, env=LATER)
    assert result.exit_code == 0, result.stderr
    assert result.stdout.splitlines() == [
        f"DV-2027-0001  cooperation-agreement  {COMPANY}: signed",
        str(school / "made/dv-2027-0001-getekend.pdf"),
    ]
    told = json.loads(handslag("register", "show", "DV-2027-0001", "-w", school, "--json").stdout)
    assert (told["status"], told["status_day"], told["marks"][0]["path"]) == (
        "signed",
        "2027-06-20",
        "made/dv-2027-0001-getekend.pdf",
    )


def test_a_mistake_is_taken_back(school: Path) -> None:
    signed(school)
    words = ("mark", "DV-2027-0001", "signed", "--undo", "-w", school)
    assert handslag(*words, "--date", "2027-06-20").exit_code == 2
    assert handslag(*words).stdout == f"DV-2027-0001  cooperation-agreement  {COMPANY}: made\n"
    assert "  signed:      2027-12-28 (taken back on " in handslag("register", "show", "DV-2027-0001", "-w", school).stdout
    assert draft(school, COMPANY, "--format", "txt").exit_code == 0


def test_completion_knows_references(school: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    draft(school, "--all", "--format", "txt")
    words = {"_HANDSLAG_COMPLETE": "bash_complete", "COMP_WORDS": "handslag mark DV-2027-0002", "COMP_CWORD": "2"}
    monkeypatch.chdir(school)
    assert handslag(env=words).stdout == "plain,DV-2027-0002\n"


def test_a_group_of_schools_keeps_one_register_in_postgresql(school: Path, postgres: str) -> None:
    shared = {ELSEWHERE: create(postgres, "group")}
    words = ("draft", "cooperation-agreement", COMPANY, "-w", school, "--format", "txt", "--date", "2027-06-17")
    assert handslag(*words, env=shared).exit_code == 0
    assert "DV-2027-0001" in handslag("register", "-w", school, env=shared).stdout
    assert handslag("register", "verify", "-w", school, env=shared).stdout == "1 file checked: 1 unchanged\n"
    assert not (school / ".handslag/register.sqlite").exists()


# --- several at once, and stopped ---


def start(where: Path, *words: str) -> Running:
    return Running(command, "draft", *words, "--format", "txt", "-w", str(where))


def made(where: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((where / "made").iterdir())}


def test_commands_at_once_in_one_workspace(tmp_path: Path) -> None:
    """Two that make the same, and one that makes something else."""
    where = many_partners(tmp_path, 8)
    commands = (("cooperation-agreement", "--all"), ("cooperation-agreement", "--all"), ("letter-of-intent", "--all"))
    running = [start(where, *words, "--date", "2027-06-17") for words in commands]
    said = [process.end() for process in running]
    assert [code for code, _ in said] == [0, 0, 0], said
    told = json.loads(handslag("register", "-w", where, "--json").stdout)
    assert [one["reference"] for one in told] == [f"DV-2027-{n:04}" for n in range(1, 23)]
    assert len(made(where)) == 22
    assert handslag("register", "verify", "-w", where).stdout == "22 files checked: 22 unchanged\n"


def test_a_command_that_is_killed_and_given_again_makes_what_it_would_have_made(tmp_path: Path) -> None:
    chance = random.Random(4)
    whole, stopped = (many_partners(tmp_path / name, 6) for name in ("whole", "stopped"))
    words = ("cooperation-agreement", "--all", "--date", "2027-06-17")
    code, said = start(whole, *words).end()
    assert (code, sorted(said.splitlines())) == (0, [str(whole / "made" / name) for name in made(whole)])
    for _ in range(6):
        process = start(stopped, *words)
        process.line()
        time.sleep(chance.uniform(0, 0.3))
        process.stop()
    assert start(stopped, *words).end()[0] == 0
    scraps = [name for name in made(stopped) if name.endswith(".part")]
    assert {name: data for name, data in made(stopped).items() if name not in scraps} == made(whole)
    assert handslag("register", "verify", "-w", stopped).stdout == "9 files checked: 9 unchanged\n"
