"""Days off: weekends and public holidays are computed, school holidays looked up, and what is not known is not guessed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.agenda.holidays import FILE, NAMES, HolidayFile, Holidays, holidays
from generator.errors import BadInput
from generator.load.sections import section_of
from generator.load.yaml import read_yaml
from generator.package import resource
from generator.profile.school import VacationRegion
from generator.wording.dates import school_year_of

OURS = resource("agreements") / FILE
MIDDEN = VacationRegion.MIDDEN


def known(region: VacationRegion | None = MIDDEN, own: Path = Path("none")) -> Holidays:
    return holidays(OURS, own, region)


@pytest.mark.parametrize(
    ("day", "nl", "en"),
    [
        ("2028-04-30", "meivakantie", "May holiday"),
        ("2028-04-28", "", ""),
        ("2028-04-17", "Tweede paasdag", "Easter Monday"),
        ("2029-04-27", "Koningsdag", "King's Day"),  # outside the May holiday
        ("2027-04-27", "meivakantie", "May holiday"),  # inside it
        ("2028-04-14", "Goede vrijdag", "Good Friday"),
        ("2027-09-11", "zaterdag", "Saturday"),
        ("2027-12-26", "kerstvakantie", "Christmas holiday"),
        ("2028-03-05", "voorjaarsvakantie", "spring holiday"),
        ("2028-03-06", "", ""),
    ],
)
def test_why_nobody_works(day: str, nl: str, en: str) -> None:
    assert (known().why_off(date.fromisoformat(day), "nl"), known().why_off(date.fromisoformat(day), "en")) == (nl, en)


@pytest.mark.parametrize(
    ("day", "working"),
    [
        ("2028-04-30", "2028-04-28"),  # the May holiday
        ("2028-07-31", "2028-07-07"),  # the summer holiday: the last day of school
        ("2028-01-01", "2027-12-24"),
        ("2028-04-17", "2028-04-13"),  # Easter, and Good Friday before it
        ("2027-09-13", "2027-09-13"),
    ],
)
def test_a_deadline_moves_to_the_working_day_before(day: str, working: str) -> None:
    assert known().working_day(date.fromisoformat(day)) == date.fromisoformat(working)


@pytest.mark.parametrize(
    ("name", "year", "noord", "midden", "zuid"),
    [
        ("herfst", 2025, "2025-10-18", "2025-10-18", "2025-10-11"),
        ("zomer", 2026, "2026-07-04", "2026-07-18", "2026-07-11"),
        ("herfst", 2026, "2026-10-10", "2026-10-17", "2026-10-17"),
        ("voorjaar", 2027, "2027-02-20", "2027-02-20", "2027-02-13"),
        ("mei", 2027, "2027-04-24", "2027-04-24", "2027-04-24"),
        ("zomer", 2027, "2027-07-10", "2027-07-17", "2027-07-24"),
    ],
)
def test_the_weeks_are_those_of_the_ministry(name: str, year: int, noord: str, midden: str, zuid: str) -> None:
    assert [str(known(region).starts(name, year)) for region in VacationRegion] == [noord, midden, zuid]


def test_each_region_has_its_own_holidays() -> None:
    starts = {region: known(region).starts("zomer", 2028) for region in VacationRegion}
    assert {str(region): str(day) for region, day in starts.items()} == {
        "noord": "2028-07-15",
        "midden": "2028-07-08",
        "zuid": "2028-07-22",
    }


def test_a_year_that_is_not_known_is_not_guessed(tmp_path: Path) -> None:
    assert known().knows(date(2025, 9, 1))
    assert known().knows(date(2028, 8, 25))
    assert not known().knows(date(2029, 9, 1))
    assert known().starts("zomer", 2030) is None
    (tmp_path / FILE).write_text(YEAR.replace("true", "false") % 'kerst: {all: ["2029-12-22", "2030-01-06"]}', "utf-8")
    partly = known(own=tmp_path / FILE)
    assert partly.why_off(date(2029, 12, 31), "nl") == "kerstvakantie"
    assert not partly.knows(date(2030, 5, 1)), "only a part of that school year is known"


def test_without_a_region_only_weekends_and_public_holidays_are_known() -> None:
    assert not known(None).knows(date(2028, 5, 1))
    assert known(None).working_day(date(2028, 4, 30)) == date(2028, 4, 28)
    assert known(None).why_off(date(2028, 5, 3), "nl") == ""


def test_a_school_year_of_the_school_itself_counts_instead(tmp_path: Path) -> None:
    own = tmp_path / FILE
    own.write_text(
        """school_years:
  "2029-2030":
    source: "schoolgids"
    seen: "2029-06-01"
    complete: true
    kerst: {all: ["2029-12-22", "2030-01-06"]}
""",
        "utf-8",
    )
    assert known(own=own).why_off(date(2029, 12, 31), "nl") == "kerstvakantie"
    assert known(own=own).why_off(date(2028, 5, 3), "nl") == "meivakantie", "ours are still there"
    assert known(own=own).knows(date(2030, 5, 1))


YEAR = 'school_years: {"2029-2030": {source: x, seen: "2029-06-01", complete: true, %s}}'


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("school_years: {2029: {}}", "holidays.yaml:1: school_years.2029: '2029' is not a school year"),
        (
            YEAR % 'kerst: {all: ["2029-12-22"]}',
            "holidays.yaml: school_years.2029-2030.kerst: all is not a first and a last day",
        ),
        (
            YEAR % 'mei: {midden: ["2030-05-05", "2030-05-01"]}',
            "holidays.yaml: school_years.2029-2030.mei: midden is not a first and a last day",
        ),
        (YEAR % "mey: {}", "holidays.yaml:1: school_years.2029-2030.mey: unknown field 'mey'"),
    ],
)
def test_faults_in_the_school_s_own_file_are_told(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / FILE).write_text(text, "utf-8")
    with pytest.raises(BadInput) as refused:
        known(own=tmp_path / FILE)
    assert told in [str(fault) for fault in refused.value.faults]


def test_our_own_holidays_are_whole_weeks_from_saturday_to_sunday() -> None:
    days = {"zomer": 44, "kerst": 16}
    for region in VacationRegion:
        for one in known(region).breaks:
            assert (one.first.weekday(), one.last.weekday()) == (5, 6), one
            assert (one.last - one.first).days + 1 == days.get(one.name, 9), one


def test_a_year_that_is_complete_has_every_holiday_in_every_region() -> None:
    for label, year in section_of(read_yaml(OURS, FILE), HolidayFile).school_years.items():
        starts = [known(region).breaks for region in VacationRegion]
        begun = [{one.name for one in breaks if school_year_of(one.first) == label} for breaks in starts]
        assert not year.complete or begun == [set(NAMES)] * 3, label
