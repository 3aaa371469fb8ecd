"""The agenda as a calendar (RFC 5545) for Outlook, Google and Apple. In: items, the school. Out: bytes of an ``.ics`` file.

Every item is known by where it stands in the profile, so that a calendar that takes the file again changes what it has, and
doubles nothing. Days are whole days, which no time zone can move; the time of an appointment stands in its words.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Alarm, Calendar, Event

from generator import __version__
from generator.agenda.agenda import Item
from generator.agenda.due import What
from generator.agenda.told import sort_of

MORNING = timedelta(hours=9)
AHEAD = {What.NOTICE: 14, What.RENEWAL: 14, What.EVALUATION: 14, What.END: 14, What.COUNCIL: 14, What.VOG: 28, What.PTA: 14}
"""Days ahead on which the calendar warns, for what takes time; others ``USUALLY``."""
USUALLY = 1


def calendar(items: Iterable[Item], school: str, name: str, language: str, today: date) -> bytes:
    """A calendar; ``school`` is the school's id, ``name`` its name. The same items give the same bytes on the same day."""
    found = Calendar()
    found.add("prodid", f"-//handslag//handslag {__version__}//{language.upper()}")
    found.add("version", "2.0")
    found.add("method", "PUBLISH")
    found.add("x-wr-calname", f"handslag: {name}")
    for item in items:
        found.add_component(_event(item, school, language, today))
    return bytes(found.to_ical())


def _event(item: Item, school: str, language: str, today: date) -> Event:
    event = Event()
    event.add("uid", uid(item, school))
    event.add("dtstamp", datetime.combine(today, time(), UTC))
    event.add("sequence", (today - date(2000, 1, 1)).days)  # a later file counts: Outlook looks at this
    day = max(item.day, today)  # what is late is to be done now
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", f"{item.name}: {item.title}")
    event.add("description", "\n".join(part for part in (item.do, item.note) if part))
    event.add("categories", [sort_of(item, language)])
    event.add("transp", "TRANSPARENT")
    event.add_component(_alarm(event, item))
    return event


def _alarm(event: Event, item: Item) -> Alarm:
    """Nine o'clock in the morning, some days ahead."""
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", event["summary"])
    alarm.add("trigger", MORNING - timedelta(days=AHEAD.get(item.what, USUALLY)))
    return alarm


def uid(item: Item, school: str) -> str:
    """By what a calendar knows an item again, whatever becomes of its day and its words."""
    told = f"{school}\n{item.partner}\n{item.what}\n{item.path}"
    return f"{hashlib.sha256(told.encode()).hexdigest()[:32]}@handslag"
