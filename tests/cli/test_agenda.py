"""``handslag agenda``: what is due, for a reader, for a program, and for a calendar."""

from __future__ import annotations

import json
from pathlib import Path

from icalendar import Calendar

from tests.cli.user import COMPANY, edit, handslag, listed

DAY = ("--date", "2028-04-20", "--until", "2028-05-15")


def test_what_is_late_comes_first_then_day_by_day(school: Path) -> None:
    result = handslag("agenda", COMPANY, "-w", school, "--date", "2027-09-01", "--until", "2027-09-14")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "TE LAAT",
        "  Van ’t Veld & Zonen: Neem contact op: 90 dagen na het laatste contact (11 mei",
        "    2027) (maandag 9 augustus 2027)",
        "    → Bel Kâmil Yıldız, 06 12 34 56 82. Leg het vast: handslag log",
        '      van-t-veld-en-zonen "…" --kind telefoon',
        "  Van ’t Veld & Zonen: Verstuur de uitnodiging: bedrijfsbezoek, op 14 september",
        "    2027 (dinsdag 24 augustus 2027)",
        "    → handslag draft invitation van-t-veld-en-zonen --occasion bedrijfsbezoek",
        "  Van ’t Veld & Zonen: Verstuur het persbericht (dinsdag 31 augustus 2027)",
        "    → handslag draft press-release van-t-veld-en-zonen",
        "",
        "dinsdag 7 september 2027",
        "  Van ’t Veld & Zonen: Neem contact op, zoals gepland",
        "    → Bel Kâmil Yıldız, 06 12 34 56 82. Leg het vast: handslag log",
        '      van-t-veld-en-zonen "…" --kind telefoon',
        "  Van ’t Veld & Zonen: Laatste dag om te antwoorden op de uitnodiging:",
        "    bedrijfsbezoek",
        "    → Nog geen antwoord? Bel, en leg het vast: handslag log van-t-veld-en-zonen",
        '      "…" --kind telefoon',
        "",
        "dinsdag 14 september 2027",
        "  Van ’t Veld & Zonen: Bedrijfsbezoek, 13.30 uur, Constructiebedrijf Van ’t Veld",
        "    & Zonen, Smidsweg 7A, ’s-Heerenvoorde",
    ]
    assert "not all school holidays of 2026-2027 are known" not in result.stderr


def test_nothing_due_is_said_in_words(tmp_path: Path) -> None:
    handslag("init", tmp_path / "new")
    result = handslag("agenda", "-w", tmp_path / "new", "--date", "2027-11-04", "--until", "2027-11-06", "--lang", "en")
    assert result.stdout == "Nothing is due up to and including Saturday 6 November 2027.\n"


def test_a_program_gets_every_item_with_both_its_days(school: Path) -> None:
    told = listed(handslag("agenda", "roc-noorderlee", "-w", school, *DAY, "--json"))
    (notice,) = [item for item in told["items"] if item["what"] == "notice"]
    assert notice == {
        "date": "2028-04-28",
        "meant": "2028-04-30",
        "late": False,
        "what": "notice",
        "partner": "roc-noorderlee",
        "name": "ROC Noorderlee",
        "title": "Stoppen na 31 juli 2028? Zeg op vóór 1 mei 2028",
        "do": "Opzeggen gaat schriftelijk. Doorgaan? Dan hoeft er niets te gebeuren.",
        "note": "eigenlijk 30 april 2028: meivakantie, daarom de werkdag ervoor",
        "path": "cooperation.notice.2028",
    }
    assert told["faults"] == []


def test_the_calendar_is_written_once_and_replaced_only_when_asked(school: Path, tmp_path: Path) -> None:
    file = tmp_path / "agenda.ics"
    assert handslag("agenda", "-w", school, *DAY, "--ics", file).exit_code == 0
    assert len(Calendar.from_ical(file.read_bytes()).walk("VEVENT")) > 2
    again = handslag("agenda", "-w", school, *DAY, "--ics", file)
    assert (again.exit_code, "hint: --force replaces it" in again.stderr) == (1, True)
    assert handslag("agenda", "-w", school, *DAY, "--ics", file, "--force").exit_code == 0


def test_a_year_of_which_holidays_are_not_known_is_told(school: Path) -> None:
    result = handslag("agenda", "-w", school, "--date", "2029-08-20", "--until", "2029-10-01")
    assert "hint: not all school holidays of 2029-2030 are known: a day of that year may fall in one" in result.stderr
    edit(school / "school.yaml", "  vacation_region: midden", "  # vacation_region: midden")
    without = handslag("agenda", "-w", school, *DAY)
    assert "school.yaml: school.vacation_region: no holiday region, so only weekends" in without.stderr


def test_what_cannot_be_asked_is_refused(school: Path) -> None:
    early = handslag("agenda", "-w", school, "--date", "2028-04-20", "--until", "2028-04-19")
    assert (early.exit_code, "error: --until 2028-04-19 is before 2028-04-20" in early.stderr) == (2, True)
    far = handslag("agenda", "-w", school, "--date", "2028-04-20", "--until", "9999-12-31")
    assert (far.exit_code, "is more than ten years ahead" in far.stderr) == (2, True)
    old = handslag("status", "-w", school, "--date", "0001-01-01")
    assert (old.exit_code, "0001-01-01 lies outside the years 1900-2200" in old.stderr) == (2, True)
    name = handslag("agenda", "-w", school, *DAY, "--ics", "agenda.txt")
    assert (name.exit_code, "hint: write agenda.ics" in name.stderr) == (2, True)
    assert handslag("agenda", "van-t-veld", "-w", school).exit_code == 2


def test_a_partner_that_cannot_be_read_is_told_and_the_others_are_there(school: Path) -> None:
    edit(school / f"partners/{COMPANY}.yaml", "phase: lopend", "phase: bezig")
    result = handslag("agenda", "-w", school, *DAY)
    assert "relationship.phase: 'bezig' is not one of the choices" in result.stderr
    assert "ROC Noorderlee: Stoppen na 31 juli 2028? Zeg op vóór 1 mei 2028" in result.stdout


def test_looking_makes_no_register(school: Path) -> None:
    handslag("agenda", "-w", school, *DAY)
    assert not (school / ".handslag").exists()


def test_what_the_register_knows_to_be_sent_is_no_longer_due(school: Path) -> None:
    days = ("--date", "2027-12-01", "--until", "2027-12-31")
    assert "Verstuur het bedankje: einde van het kalenderjaar" in handslag("agenda", COMPANY, "-w", school, *days).stdout
    made = handslag("draft", "thank-you-letter", COMPANY, "-w", school, "--occasion", "einde_kalenderjaar", "--format", "txt")
    assert made.exit_code == 0
    (document,) = json.loads(handslag("register", "-w", school, "--json").stdout)
    handslag("mark", document["reference"], "sent", "-w", school)
    assert "einde van het kalenderjaar" not in handslag("agenda", COMPANY, "-w", school, *days).stdout
