"""A calendar file is read again by another reader of the format, and says the same."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from helpers.report.agenda import Entry, agenda

MADE = date(2026, 9, 15)
ENTRIES = st.lists(
    st.builds(
        Entry,
        st.dates(date(1990, 1, 1), date(2190, 1, 1)),
        st.uuids().map(str),
        st.text(st.characters(exclude_categories=["C"]), min_size=1, max_size=200),
        st.just(""),
    ),
    max_size=5,
)


@given(ENTRIES)
def test_what_goes_in_comes_out(entries: list[Entry]) -> None:
    events = Calendar.from_ical(agenda(entries, MADE)).walk("VEVENT")
    assert [event.decoded("dtstart") for event in events] == [one.day for one in entries]
    assert [str(event["summary"]) for event in events] == [one.title for one in entries]
    assert [str(event["uid"]) for event in events] == [f"{one.name}@draagvlak" for one in entries]
    for event in events:
        assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(1)
        assert len(event.walk("VALARM")) == 1


def test_lines_are_short_end_as_the_format_says_and_hide_nothing() -> None:
    title = "Hoofdlijn; komma, en é " * 20 + "\\n BEGIN:VEVENT"
    file = agenda([Entry(MADE, "een", title, "")], MADE)
    lines = file.split(b"\r\n")
    assert b"\n" not in file.replace(b"\r\n", b"")
    assert max(map(len, lines)) <= 75
    assert file.count(b"\r\nBEGIN:VEVENT") == 1


def test_the_same_entries_on_the_same_day_give_the_same_file() -> None:
    entries = [Entry(MADE, "een", "Raad", "")]
    assert agenda(entries, MADE) == agenda(entries, MADE)
