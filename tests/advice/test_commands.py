"""The commands advise, catalogue and add, as somebody types them; and what drafts tell of advice."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from generator.catalogue import catalogue
from generator.profile.activity import ActivityType
from generator.workspace import Workspace, one_partner
from tests.cli.conftest import school as school
from tests.cli.user import COMPANY, ROOT, edit, handslag, listed, many_partners
from tests.texts.letters import ROOTS

ROC = "roc-noorderlee"
DAY = ("--date", "2027-06-01")
PROMISE = 'due: "2027-06-15", done: true'


def file_of(school: Path, partner: str = COMPANY) -> Path:
    return school / f"partners/{partner}.yaml"


# --- advise ------------------------------------------------------------------------------------------------------------------


def test_advice_has_its_rule_its_place_why_and_what_to_do(school: Path) -> None:
    edit(file_of(school), "partner_declined: false", "partner_declined: true")
    told = handslag("advise", COMPANY, "-w", school, *DAY, "--min", "error")
    assert told.exit_code == 1
    assert told.stdout.splitlines() == [
        "Van ’t Veld & Zonen (van-t-veld-en-zonen)",
        "  fout DT-06a: Van ’t Veld & Zonen heeft aangegeven niet te willen. Stuur geen uitnodiging.",
        "    partners/van-t-veld-en-zonen.yaml:182  documents.invitations.0",
        "    Van ’t Veld & Zonen heeft aangegeven niet te willen. Stuur geen uitnodiging.",
        "    partners/van-t-veld-en-zonen.yaml:183  documents.invitations.1",
        "    waarom: Wie nee zegt en toch weer post krijgt, zegt ook de volgende keer nee (don’t: pushen als",
        "      een bedrijf niet wil).",
        "    doen: Laat het rusten. Is de partner van gedachten veranderd, haal relationship.partner_declined",
        "      dan weg.",
        "",
        "1 partner: 2 fouten, 0 waarschuwingen, 4 tips",
    ]


def test_the_samples_give_no_errors_and_no_warnings_before_they_begin(school: Path) -> None:
    told = handslag("advise", "-w", school, *DAY)
    assert told.exit_code == 0
    assert told.stdout.splitlines()[-1] == "3 partners: 0 fouten, 0 waarschuwingen, 5 tips"


@pytest.mark.parametrize(
    ("day", "rules"),
    [
        ("2027-06-01", {"WT-01", "DO-01c", "WT-03", "DO-03"}),
        ("2027-08-10", {"DT-05a", "WT-01", "DO-01c", "WT-03", "DO-03"}),
        ("2028-02-25", {"DT-05a", "DO-06c", "WT-01", "DO-01c", "WT-03"}),
        ("2028-06-12", {"DT-05a", "DO-06c", "DO-09b", "DO-09c", "WT-01", "DO-01c", "WT-03"}),
        ("2028-07-20", {"DT-05a", "DT-05c", "DO-06c", "DO-09c", "WT-01", "DO-01c", "WT-03"}),
    ],
)
def test_advice_goes_with_the_days_of_a_year(school: Path, day: str, rules: set[str]) -> None:
    told = listed(handslag("advise", COMPANY, "-w", school, "--date", day, "--json"))
    assert {each["rule"] for each in told["advice"]} == rules


def test_json_has_all_there_is_to_tell(school: Path) -> None:
    edit(file_of(school, ROC), 'networks: ["STO-regio Noorderlee"]', "networks: []")
    told = listed(handslag("advise", ROC, "-w", school, *DAY, "--json", "--lang", "en"))
    (found,) = (each for each in told["advice"] if each["rule"] == "DO-05")
    assert found == {
        "partner": ROC,
        "rule": "DO-05",
        "severity": "hint",
        "message": "Which network, colleague, pupil or parent links you? Record it.",
        "why": "A door opens sooner for who comes through somebody they know.",
        "source": "do: join a network",
        "do": "Fill in relationship.networks.",
        "file": f"partners/{ROC}.yaml",
        "line": 68,
        "path": "relationship.networks",
        "accepted": "",
    }
    assert told["faults"] == []


def test_a_profile_that_cannot_be_used_is_told_with_its_rules_and_its_other_faults(school: Path) -> None:
    edit(file_of(school), 'kvk: "68750110"', 'kvk: "6875011"')
    edit(file_of(school), "phase: lopend", "phase: loopend")
    told = listed(handslag("advise", COMPANY, "-w", school, *DAY, "--json"))
    assert [(each["rule"], each["message"]) for each in told["advice"]] == [("D-03", "Nummer ongeldig: ‘KVK-nummer’.")]
    assert [each["path"] for each in told["faults"]] == ["relationship.phase"]


def test_the_network_is_advised_on_when_nobody_is_named(school: Path) -> None:
    file_of(school, "gemeente-noorderlee").unlink()
    told = handslag("advise", "-w", school, *DAY).stdout
    assert told.startswith("De school en het netwerk\n  tip DO-10: Zoek contact met de gemeente.\n    waarom: ")
    assert "DO-10" not in handslag("advise", COMPANY, ROC, "-w", school, *DAY).stdout
    with (school / "school.yaml").open("a", encoding="utf-8") as file:
        file.write('accepted: {DO-10: "volgend schooljaar"}\n')
    assert "  geaccepteerd DO-10: Zoek contact met de gemeente." in handslag("advise", "--all", "-w", school, *DAY).stdout


def test_a_school_that_just_began_is_told_where_to_begin(tmp_path: Path) -> None:
    assert handslag("init", tmp_path / "new").exit_code == 0
    told = handslag("advise", "-w", tmp_path / "new")
    assert told.exit_code == 1
    assert "  fout L-11: Vertegenwoordigingsbevoegdheid niet aangetoond (Naam van de stichting)." in told.stdout
    assert "  tip DO-10: Zoek contact met de gemeente." in told.stdout
    assert "(rule A23)" in told.stderr


def test_names_and_all_exclude_each_other(school: Path) -> None:
    assert handslag("advise", COMPANY, "--all", "-w", school).exit_code == 2
    unknown = handslag("advise", "van-t-veld", "-w", school)
    assert (unknown.exit_code, "did you mean 'van-t-veld-en-zonen'?" in unknown.output) == (2, True)


# --- accepted ----------------------------------------------------------------------------------------------------------------


def accept(school: Path, line: str, partner: str = COMPANY) -> None:
    edit(file_of(school, partner), "\nrelationship:", f"\naccepted: {line}\nrelationship:")


def test_what_is_accepted_stays_in_sight_with_its_reason(school: Path) -> None:
    edit(file_of(school), "partner_declined: false", "partner_declined: true")
    accept(school, '{DT-06a: "zij belden zelf weer"}')
    told = handslag("advise", COMPANY, "-w", school, *DAY, "--min", "error")
    assert told.exit_code == 0
    assert "  geaccepteerd DT-06a: Van ’t Veld" in told.stdout
    assert "    reden: zij belden zelf weer" in told.stdout


@pytest.mark.parametrize(
    ("line", "problem", "hint"),
    [
        ('{DO-8a: "geen pers"}', "accepted.DO-8a: 'DO-8a' is not one of the choices", "did you mean 'DO-08a'?"),
        ('{DO-08a: ""}', "accepted.DO-08a: is empty", "fill it in"),
        ('{L-15: "mag wel"}', "accepted: L-15 cannot be accepted: the profile cannot be used so", "take it out here"),
    ],
)
def test_only_a_rule_that_exists_can_be_accepted_and_only_with_a_reason(
    school: Path, line: str, problem: str, hint: str
) -> None:
    accept(school, line)
    told = handslag("check", COMPANY, "-w", school)
    assert told.exit_code == 1
    assert problem in told.stdout
    assert hint in told.stdout


def test_an_error_keeps_a_draft_until_it_is_mended_or_accepted_and_is_named_then(school: Path) -> None:
    edit(file_of(school), "choice_recorded: true", "choice_recorded: false")
    edit(file_of(school), "place: school\n      leerjaar: 4", "place: partner\n      leerjaar: 4")
    edit(file_of(school), "count: 48, min_age: 14, max_age: 17, voluntary: true", "count: 48, min_age: 14, max_age: 17")
    refused = handslag("draft", "cooperation-agreement", COMPANY, "-w", school, "--final", "--format", "txt")
    assert refused.exit_code == 1
    assert "(rule DT-04)" in refused.stderr
    accept(school, '{DT-04: "de mentor heeft de lijst"}')
    made = handslag("draft", "cooperation-agreement", COMPANY, "-w", school, "--final", "--format", "txt")
    assert made.exit_code == 0, made.output
    assert made.stderr.count("(accepted: de mentor heeft de lijst)") == 2


# --- drafts and batches ------------------------------------------------------------------------------------------------------


def test_advice_that_is_an_error_bars_the_final_document_that_it_is_about(school: Path) -> None:
    edit(file_of(school), "partner_declined: false", "partner_declined: true")
    refused = handslag("draft", "invitation", COMPANY, "--occasion", "open_dag", "-w", school, "--final")
    assert refused.exit_code == 1
    assert "Van ’t Veld & Zonen has declined. Do not send an invitation." in refused.stderr
    assert "(rule DT-06a)" in refused.stderr
    thanks = handslag("draft", "thank-you-letter", COMPANY, "--occasion", "na_stage", "-w", school, "--final")
    assert "DT-06a" not in thanks.output
    draft = handslag("draft", "invitation", COMPANY, "--occasion", "jury", "-w", school, "--format", "txt")
    assert (draft.exit_code, draft.stderr.count("DT-06a")) == (0, 1)


def test_a_late_promise_stands_in_the_way_of_an_invitation(school: Path) -> None:
    edit(file_of(school), PROMISE, 'due: "2026-09-01"')
    env = {"SOURCE_DATE_EPOCH": "1795219200"}  # 21 November 2026
    refused = handslag("draft", "invitation", COMPANY, "--occasion", "jury", "-w", school, "--final", env=env)
    assert "Promise ‘VOG-aanvraag klaarzetten’ was due on 1 September 2026." in refused.stderr.replace("\xa0", " ")
    press = handslag("draft", "press-release", COMPANY, "-w", school, "--format", "txt", env=env)
    assert "DT-03" not in press.stderr


def test_a_draft_tells_a_few_warnings_and_counts_the_others(school: Path) -> None:
    text = file_of(school).read_text(encoding="utf-8")
    start, end = text.index("  goals:"), text.index("  activities:")
    text = text[:start] + text[end:]
    for old, new in (("terms_days: 30", "terms_days: 60"), ("partner: [", "partner: [] #["), ("rie_covers_youth: true, ", "")):
        assert old in text
        text = text.replace(old, new, 1)
    file_of(school).write_text(text, encoding="utf-8")
    made = handslag("draft", "cooperation-agreement", COMPANY, "-w", school, "--format", "txt", *DAY)
    assert (made.exit_code, made.stderr.count("warning: ")) == (0, 3)
    assert "  more advice (1 warning): handslag advise van-t-veld-en-zonen" in made.stderr
    told = listed(handslag("draft", "cooperation-agreement", COMPANY, "-w", school, "--format", "txt", *DAY, "--json"))
    assert sum(fault["severity"] == "warning" for fault in told["faults"]) == 4


def test_a_batch_counts_advice_and_tells_what_is_wrong(tmp_path: Path) -> None:
    school = many_partners(tmp_path, 3)
    for file in (school / "partners").glob("partner-*.yaml"):
        edit(file, "terms_days: 30", "terms_days: 60")
    done = handslag(
        "batch", "financial-arrangement", "--where", "kind=company", "-w", school, "--format", "txt", "--workers", "1"
    )
    assert done.exit_code == 0, done.output
    assert done.stderr == ""
    assert "3 warnings of advice: handslag advise" in done.stdout


# --- catalogue ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("type_", ActivityType)
def test_every_entry_is_shown_with_what_it_asks_and_brings(type_: ActivityType, language: str) -> None:
    told = handslag("catalogue", type_, "--lang", language).stdout
    entry = catalogue(ROOTS).activities[type_]
    assert entry.tip.in_(language).split(".")[0].split()[0] in told
    assert f"handslag add activity PARTNER {type_}" in told
    assert "{" not in told
    assert [name for name in entry.clauses if f" {name};" in told and "-" in name] == []


def test_the_catalogue_shows_what_suits_a_partner(school: Path) -> None:
    told = handslag("catalogue", "--for", "mbo_college", "-w", school).stdout
    assert "keuzevak_op_mbo  Keuzevak op het mbo" in told
    assert "hybride_docent" not in told
    unknown = handslag("catalogue", "--for", "compani", "-w", school)
    assert (unknown.exit_code, "did you mean 'company'?" in unknown.output) == (2, True)


def test_the_catalogue_for_programs() -> None:
    (found,) = json.loads(handslag("catalogue", "gastles", "--json").stdout)
    assert found["asks"][1] == {"field": "schedule.dates", "label": "Data"}
    assert found["clauses"][0] == {"name": "conduct-certificate", "title": "VOG en gedragsregels"}


# --- add activity ------------------------------------------------------------------------------------------------------------

LESSON = ("--set", "name=Gastles lassen", "--set", "schedule.dates=2028-03-02, 2028-03-09", "--set", "teacher_present=ja")


def test_an_activity_comes_into_the_profile_and_nothing_else_changes(school: Path) -> None:
    before = file_of(school).read_text(encoding="utf-8")
    told = handslag("add", "activity", COMPANY, "gastles", *LESSON, "--set", "place=school", "-w", school)
    assert told.exit_code == 0, told.output
    after = file_of(school).read_text(encoding="utf-8")
    lines = [line for line in after.splitlines() if line not in before.splitlines()]
    assert lines == [
        "    - id: ACT5",
        '      name: "Gastles lassen"',
        "      schedule:",
        '        dates: ["2028-03-02", "2028-03-09"]',
        "      teacher_present: true",
    ]
    assert told.stdout.splitlines()[:3] == ["    - id: ACT5", "      type: gastles", '      name: "Gastles lassen"']
    assert "nog in te vullen: Onderwerp (topic), Aantal lessen (lessons)" in told.stderr
    added = one_partner(Workspace(school), COMPANY).cooperation
    assert added is not None
    assert added.activities[4].id == "ACT5"


def test_a_partner_without_a_cooperation_gets_one(school: Path) -> None:
    text = file_of(school).read_text(encoding="utf-8")
    file_of(school).write_text(text[: text.index("\nrelationship:")] + "\n", encoding="utf-8")
    told = handslag("add", "activity", COMPANY, "bedrijfsbezoek", "--set", "transport.mode=fiets", "-w", school)
    assert told.exit_code == 0, told.output
    assert (
        file_of(school)
        .read_text(encoding="utf-8")
        .endswith(
            "cooperation:\n  activities:\n    - id: ACT1\n      type: bedrijfsbezoek\n      transport:\n        mode: fiets\n"
        )
    )


def test_an_answer_that_is_wrong_writes_nothing(school: Path) -> None:
    before = file_of(school).read_bytes()
    for setting, problem in (
        ("schedule.dates=2 maart", "schedule.dates.0: '2 maart' is not a"),
        ("lesons=2", "unknown field 'lesons'"),
        ("lessons=-1", "lessons: -1 is negative"),
        ("schedule.dates=[2028-03-02", "schedule.dates:"),
        ("lessons", "'lessons' sets nothing"),
    ):
        told = handslag("add", "activity", COMPANY, "gastles", "--set", setting, "-w", school)
        assert told.exit_code in (1, 2), setting
        assert problem in told.stderr, told.stderr
    dry = handslag("add", "activity", COMPANY, "gastles", *LESSON, "--dry-run", "-w", school)
    assert (dry.exit_code, dry.stderr) == (0, "er is niets geschreven\n")
    assert file_of(school).read_bytes() == before


def test_what_does_not_suit_is_told_and_what_does_not_exist_is_refused(school: Path) -> None:
    told = handslag("add", "activity", COMPANY, "doorlopende_leerroute", "--dry-run", "-w", school)
    assert "'doorlopende_leerroute' does not usually suit a company" in told.stderr
    unknown = handslag("add", "activity", COMPANY, "gastlez", "-w", school)
    assert (unknown.exit_code, "did you mean 'gastles'?" in unknown.output) == (2, True)


@pytest.mark.parametrize("type_", ActivityType)
def test_every_type_can_be_added_with_nothing_known(school: Path, type_: ActivityType) -> None:
    told = handslag("add", "activity", ROC, type_, "-w", school)
    assert told.exit_code == 0, told.output
    assert handslag("draft", "cooperation-agreement", ROC, "-w", school, "--format", "txt").exit_code == 0


def test_on_a_terminal_it_asks_and_asks_again(school: Path) -> None:
    answers = ["Kijkje in de keuken", "2 maart", "2028-03-02", "3b", "15", "2", "", "leerlingen zien hoe staal wordt bewerkt"]
    answers += ["fiets", "", "partner", "j"]
    said = at_terminal([*answers], "add", "activity", COMPANY, "bedrijfsbezoek", "-w", str(school))
    assert "'2 maart' is not a" in said
    assert "Vervoer [bus, ov, fiets, taxi, auto, lopend]" in said
    found = one_partner(Workspace(school), COMPANY).cooperation
    assert found is not None
    visit = found.activities[-1]
    assert (visit.name, visit.group, str(visit.place), visit.ppe) == ("Kijkje in de keuken", "3b", "partner", ())


def at_terminal(answers: list[str], *words: str) -> str:
    """What a command says on a terminal to somebody who types these answers."""
    ours, theirs = pty.openpty()
    command = [sys.executable, str(ROOT / "cli.py"), *words]
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, close_fds=True) as process:
        os.close(theirs)
        os.write(ours, "".join(f"{answer}\n" for answer in answers).encode())
        said = b""
        with suppress(OSError):  # the terminal is gone when the command is
            while part := os.read(ours, 1024):
                said += part
        assert process.wait(60) == 0, said.decode()
    os.close(ours)
    return said.decode()
