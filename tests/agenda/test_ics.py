"""The calendar: it reads back as it was meant, and taking it again changes what is there, and doubles nothing."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from icalendar import Calendar

from generator.agenda.agenda import Asked
from generator.agenda.ics import Made, calendar
from tests.agenda.school import items, partner

HARD = "Lasserij; Smit, Zn. & \\co “Ünïcode” – heel lang " + "héél " * 20
PROMISE = {"what": HARD, "by": "school", "due": "2027-09-10"}
LOG = {"contact_log": [{"date": "2027-09-01", "open_promises": [PROMISE]}]}
PROFILE = partner(relationship=LOG, cooperation={"start": "2027-08-01", "end": "2029-07-31", "notice": {"months": 3}})


def made(today: str = "2027-09-05", profile: Any = PROFILE, before: bytes = b"", until: str = "2028-06-01") -> bytes:
    asked = Asked(date.fromisoformat(today), date.fromisoformat(until), "nl")
    moment = datetime.fromisoformat(f"{today}T10:30:00+00:00")
    return calendar(
        items(profile, today, until), Made("de-vuurbaak", "Vakcollege De Vuurbaak", asked, {profile.id}, moment), before
    )


def events(data: bytes) -> list[Any]:
    return list(Calendar.from_ical(data).walk("VEVENT"))


def test_what_is_due_is_a_whole_day_that_is_nobody_s_time() -> None:
    promise, notice = events(made())
    assert [str(promise[name].dt) for name in ("DTSTART", "DTEND")] == ["2027-09-10", "2027-09-11"]
    assert [notice["DTSTART"].to_ical(), notice["TRANSP"]] == [b"20280428", "TRANSPARENT"]
    assert notice["SUMMARY"] == "Lasserij B.V.: Stoppen na 31 juli 2028? Zeg op vóór 1 mei 2028"
    assert notice["DESCRIPTION"].splitlines() == [
        "Opzeggen gaat schriftelijk. Doorgaan? Dan hoeft er niets te gebeuren.",
        "eigenlijk 30 april 2028: meivakantie, daarom de werkdag ervoor",
    ]
    assert notice["CATEGORIES"].to_ical() == b"opzeggen"


def test_every_character_comes_through() -> None:
    assert events(made())[0]["SUMMARY"] == f"Lasserij B.V.: Toegezegd door de school: {' '.join(HARD.split())}"


def test_the_calendar_warns_at_nine_some_days_ahead() -> None:
    promise, notice = events(made())
    (soon,), (early,) = promise.walk("VALARM"), notice.walk("VALARM")
    assert (soon["TRIGGER"].dt, early["TRIGGER"].dt) == (timedelta(hours=-15), timedelta(days=-13, hours=-15))
    assert soon["ACTION"] == "DISPLAY"
    assert soon["DESCRIPTION"] == promise["SUMMARY"]


def test_lines_are_short_and_end_as_the_standard_asks() -> None:
    data = made()
    lines = data.split(b"\r\n")
    assert max(len(line) for line in lines) <= 75
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert all(line.decode("utf-8") or line == b"" for line in lines), "no character is cut in two"
    assert data.startswith(b"BEGIN:VCALENDAR\r\n")
    assert data.endswith(b"END:VCALENDAR\r\n")


def test_the_same_moment_gives_the_same_bytes() -> None:
    assert made() == made()
    assert {event["DTSTAMP"].to_ical() for event in events(made())} == {b"20270905T103000Z"}


def test_taking_it_again_doubles_nothing_and_moves_what_moved() -> None:
    later = {**LOG["contact_log"][0], "open_promises": [PROMISE | {"due": "2027-10-01", "what": "iets anders"}]}
    moved = partner(relationship={"contact_log": [later]}, cooperation=PROFILE.cooperation)
    before, after = events(made()), events(made("2027-09-06", moved))
    assert [event["UID"] for event in before] == [event["UID"] for event in after]
    assert str(after[0]["DTSTART"].dt) == "2027-10-01"
    assert before[0]["SEQUENCE"] < after[0]["SEQUENCE"]
    assert len({event["UID"] for event in before}) == len(before)


def test_what_is_late_or_near_is_told_in_time() -> None:
    """An alarm in the past would never go off."""
    late = events(made("2027-09-20"))[0]
    assert str(late["DTSTART"].dt) == "2027-09-20"
    near = events(made("2028-04-25", partner(cooperation=PROFILE.cooperation)))[0]
    triggers = [event.walk("VALARM")[0]["TRIGGER"].dt for event in (late, near)]
    assert triggers == [timedelta(hours=9), timedelta(days=-3, hours=9)]


KEPT = partner(
    relationship={"contact_log": [{**LOG["contact_log"][0], "open_promises": [PROMISE | {"done": True}]}]},
    cooperation=PROFILE.cooperation,
)


def test_what_was_done_since_is_told_as_done_and_warns_no_more() -> None:
    before = made()
    notice, done = events(made("2027-09-06", KEPT, before))
    assert (notice["STATUS"], notice["SUMMARY"]) == ("CONFIRMED", events(before)[1]["SUMMARY"])
    assert (done["UID"], done["STATUS"], done.walk("VALARM")) == (events(before)[0]["UID"], "CANCELLED", [])
    assert done["SUMMARY"].startswith("Gedaan of vervallen: Lasserij B.V.: Toegezegd door de school: ")
    assert str(done["DTSTART"].dt) == "2027-09-10"
    assert done["SEQUENCE"] > events(before)[0]["SEQUENCE"]


def test_it_is_told_again_for_a_year_and_comes_back_when_it_is_due_again() -> None:
    over = made("2027-09-06", KEPT, made())
    assert events(made("2027-09-07", KEPT, over))[1] == events(over)[1]
    assert [event["STATUS"] for event in events(made("2027-09-07", PROFILE, over))] == ["CONFIRMED", "CONFIRMED"]
    assert [event["SUMMARY"][:12] for event in events(made("2028-09-30", KEPT, over, "2028-10-01"))] == ["Gedaan of ve"]


def test_that_at_which_nobody_looked_stays_as_it_was() -> None:
    before = made()
    soon = made("2027-09-06", KEPT, before, until="2027-10-01")
    assert [event["STATUS"] for event in events(soon)] == ["CANCELLED", "CONFIRMED"], "the notice comes after that day"
    other = partner(id="ander")
    assert events(made("2027-09-06", other, before)) == events(before)


def test_a_file_that_is_no_calendar_of_ours_is_replaced() -> None:
    for before in (b"geen agenda", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:x@ander\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"):
        assert made("2027-09-06", KEPT, before) == made("2027-09-06", KEPT)


def test_an_empty_agenda_is_a_calendar_too() -> None:
    assert events(made(profile=partner())) == []
