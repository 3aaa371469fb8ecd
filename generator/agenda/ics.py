"""The agenda as a calendar (RFC 5545) for Outlook, Google and Apple. In: items, the school. Out: bytes of an ``.ics`` file.

Every item is known by where it stands in the profile, so that a calendar that takes the file again changes what it has, and
doubles nothing. It deletes nothing by itself either: what was done since, or fell away, is told as such. Days are whole days,
which no time zone can move; the time of an appointment stands in its words.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from icalendar import Alarm, Calendar, Event

from generator import __version__
from generator.agenda.agenda import Asked, Item
from generator.agenda.due import What
from generator.agenda.told import sort_of

EPOCH = datetime(2020, 1, 1, tzinfo=UTC)
"""From when the seconds are counted that number a version: the later one counts, for programs that look at it."""
MORNING = timedelta(hours=9)
AHEAD = {What.NOTICE: 14, What.RENEWAL: 14, What.EVALUATION: 14, What.END: 14, What.COUNCIL: 14, What.VOG: 28, What.PTA: 14}
"""Days ahead on which the calendar warns, for what takes time; others ``USUALLY``."""
USUALLY = 1
OURS = "@handslag"
"""The end of every uid of ours."""
PARTNER = "x-handslag-partner"
DONE = "CANCELLED"
ENDED = {"nl": "Gedaan of vervallen: {title}", "en": "Done or dropped: {title}"}
KEPT = timedelta(days=366)
"""So long after its day, a calendar is told that something is no longer due."""


@dataclass(frozen=True, slots=True)
class Made:
    """A calendar that is made."""

    school: str
    """The school's id."""
    name: str
    asked: Asked
    partners: Collection[str]
    """Ids of the partners that were looked at."""
    moment: datetime

    @property
    def sequence(self) -> int:
        """The number of this version."""
        return max(int((self.moment - EPOCH).total_seconds()), 0)


def calendar(items: Sequence[Item], made: Made, before: bytes = b"") -> bytes:
    """The calendar of what is due; ``before`` is the one whose place it takes, if any."""
    found = Calendar()
    found.add("prodid", f"-//handslag//handslag {__version__}//{made.asked.language.upper()}")
    found.add("version", "2.0")
    found.add("method", "PUBLISH")
    found.add("x-wr-calname", f"handslag: {made.name}")
    found.add("x-wr-relcalid", _known_by(made.school))
    for item in items:
        found.add_component(_event(item, made))
    for event in _no_longer_due(_events(before), {uid(item, made.school) for item in items}, made):
        found.add_component(event)
    return bytes(found.to_ical())


def _event(item: Item, made: Made) -> Event:
    event, day = Event(), max(item.day, made.asked.today)  # what is late is to be done now
    event.add("uid", uid(item, made.school))
    event.add("dtstamp", made.moment)
    event.add("sequence", made.sequence)
    event.add("status", "CONFIRMED")
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", f"{item.name}: {item.title}")
    event.add("description", "\n".join(part for part in (item.do, item.note) if part))
    event.add("categories", [sort_of(item, made.asked.language)])
    event.add("transp", "TRANSPARENT")
    event.add(PARTNER, item.partner)
    event.add_component(_alarm(event, item, (day - made.asked.today).days))
    return event


def _alarm(event: Event, item: Item, left: int) -> Alarm:
    """Nine o'clock in the morning, some days ahead: no more than the days that are ``left``."""
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", event["summary"])
    alarm.add("trigger", MORNING - timedelta(days=min(AHEAD.get(item.what, USUALLY), left)))
    return alarm


def uid(item: Item, school: str) -> str:
    """By what a calendar knows an item again, whatever becomes of its day and its words."""
    return _known_by(school, item.partner, item.what, item.path) + OURS


def _known_by(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]


# --- what was due ---------------------------------------------------------------------------------------------------------


def _events(data: bytes) -> list[Any]:
    """The events of a calendar that we made; none of a file that is something else."""
    try:
        found = list(Calendar.from_ical(data).walk("VEVENT")) if data else []
    except ValueError:
        return []
    return [event for event in found if str(event.get("uid", "")).endswith(OURS) and "dtstart" in event]


def _no_longer_due(events: Sequence[Any], due: Collection[str], made: Made) -> Iterator[Any]:
    """What was due and is not now has ended; that at which nobody looked now stays as it was."""
    for event in events:
        day: date = event.decoded("dtstart")
        if str(event["uid"]) in due or day < made.asked.today - KEPT:
            continue
        if str(event.get(PARTNER)) in made.partners and day <= made.asked.until and event.get("status") != DONE:
            _end(event, made)
        yield event


def _end(event: Any, made: Made) -> None:
    """The event is over: its title says so, and it warns no more."""
    title = ENDED[made.asked.language].format(title=event.get("summary", ""))
    news = {"status": DONE, "summary": title, "dtstamp": made.moment, "sequence": made.sequence}
    for name, value in news.items():
        event.pop(name, None)
        event.add(name, value)
    event.subcomponents.clear()
