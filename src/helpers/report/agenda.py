"""A calendar file (.ics) with one entry a day for what is due."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple


class Entry(NamedTuple):
    """One entry: its day, a name that no other entry has, and what it says."""

    day: date
    name: str
    title: str
    text: str


def agenda(entries: Iterable[Entry], made: date) -> bytes:
    """Return the file: whole days, each with a reminder a day before.

    An entry keeps its name, so that a calendar that takes the file in again replaces it. Format:
    RFC 5545, by the library icalendar.

    >>> file = agenda([Entry(date(2026, 10, 27), "plein-raad", "Raad", "")], date(2026, 9, 15))
    >>> "DTSTART;VALUE=DATE:20261027" in file.decode()
    True
    """
    from icalendar import Alarm, Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//Draagvlak//NL")
    calendar.add("version", "2.0")
    for one in entries:
        event, alarm = Event(), Alarm()
        event.add("uid", f"{one.name}@draagvlak")
        event.add("dtstamp", datetime.combine(made, time(), UTC))
        event.add("dtstart", one.day)
        event.add("dtend", one.day + timedelta(1))
        event.add("summary", one.title)
        event.add("transp", "TRANSPARENT")
        if one.text:
            event.add("description", one.text)
        alarm.add("action", "DISPLAY")
        alarm.add("description", one.title)
        alarm.add("trigger", timedelta(days=-1))
        event.add_component(alarm)
        calendar.add_component(event)
    return bytes(calendar.to_ical())
