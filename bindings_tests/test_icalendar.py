"""iCalendar output, read by an outside parser."""

from __future__ import annotations

import datetime as dt

import pytest
import samples
import schoolimp as si

import icalendar


@pytest.fixture(scope="module")
def feed() -> bytes:
    return si.write_icalendar(samples.calendar())


@pytest.fixture(scope="module")
def parsed(feed) -> icalendar.Calendar:
    return icalendar.Calendar.from_ical(feed)


def test_every_event_is_read_back_with_its_values(parsed):
    components = {str(component["UID"]): component for component in parsed.walk("VEVENT")}
    events = samples.calendar().events
    assert len(components) == len(events) > 0
    for event in events:
        component = next(component for uid, component in components.items() if event.id in uid)
        assert component.decoded("DTSTART") == event.first
        assert component.decoded("DTEND") == event.last + dt.timedelta(days=1)
        assert event.title in str(component["SUMMARY"])
        assert int(component.get("SEQUENCE", 0)) == event.sequence
        assert str(component.get("STATUS", "CONFIRMED")).lower() == event.status
        assert component.decoded("DTSTAMP").tzinfo is not None


def test_the_calendar_itself(parsed):
    assert str(parsed["VERSION"]) == "2.0"
    assert parsed["PRODID"]
    assert "Example Trust" in str(parsed.get("NAME") or parsed["X-WR-CALNAME"])
    assert [error for component in parsed.walk() for error in component.errors] == []


def test_lines_are_as_the_standard_asks(feed):
    text = feed.decode("utf-8")
    assert text.endswith("END:VCALENDAR\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75


def test_the_same_calendar_gives_the_same_bytes(feed):
    assert si.write_icalendar(si.Calendar.from_json(samples.calendar().to_json())) == feed


def unescaped(text: str) -> str:
    """The value of a property whose type the outside parser does not know."""
    return str(text).replace("\\;", ";").replace("\\,", ",")


def test_one_school_with_reminders():
    events = samples.calendar().events
    bytes_ = si.write_icalendar(samples.calendar(), school="100001", trust_wide=False, alarm_days_before=2, name="Ash; dates, all")
    parsed = icalendar.Calendar.from_ical(bytes_)
    assert unescaped(parsed.get("NAME") or parsed["X-WR-CALNAME"]) == "Ash; dates, all"
    components = parsed.walk("VEVENT")
    assert len(components) == sum(event.school == "100001" for event in events) > 0
    for component in components:
        (alarm,) = component.walk("VALARM")
        assert alarm["ACTION"] == "DISPLAY"
        assert alarm.decoded("TRIGGER") < dt.timedelta(0)


@pytest.mark.parametrize("options", [{"school": "999999"}, {"colour": "no colour"}, {"source_url": "not a\nurl"}, {"refresh_hours": 0}, {"alarm_days_before": -1}])
def test_options_that_cannot_be(options):
    with pytest.raises(si.InvalidDocumentError):
        si.write_icalendar(samples.calendar(), **options)


def test_text_of_any_kind_survives():
    title = "Visit; with, commas \\ and “quotes” – é 学校 " * 4
    members = samples.calendar().to_dict()
    members["events"][0]["title"] = title.strip()
    members["events"][0]["text"] = "First line\nsecond line, with a comma; and a semicolon"
    calendar = si.Calendar.from_dict(members)
    parsed = icalendar.Calendar.from_ical(si.write_icalendar(calendar))
    component = next(component for component in parsed.walk("VEVENT") if calendar.events[0].id in str(component["UID"]))
    assert title.strip() in str(component["SUMMARY"])
    assert "First line\nsecond line, with a comma; and a semicolon" in str(component["DESCRIPTION"])
