"""What a notebook shows of calendars and school years."""

from __future__ import annotations

import datetime as dt

import samples
import schoolimp as si
from html_pages import Page, agrees_with_golden
from schoolimp._html.planner import months_between


def test_golden_calendar() -> None:
    agrees_with_golden("calendar", samples.calendar()._repr_html_())


def test_golden_school_year() -> None:
    agrees_with_golden("school_year", samples.school_year()._repr_html_())


def test_every_event_is_listed_with_its_day_and_status() -> None:
    calendar = samples.calendar()
    texts = Page(calendar._repr_html_()).texts
    assert f"Events ({len(calendar)})" in texts
    assert "9 September 2026" in texts and "? tentative" in texts
    assert sum(text.startswith("Monitoring and accountability visit (") for text in texts) == 20


def test_days_with_events_have_a_sign_beside_the_number() -> None:
    texts = Page(samples.calendar()._repr_html_()).texts
    days: dict[dt.date, int] = {}
    for event in samples.calendar().events:
        assert event.first == event.last
        days[event.first] = days.get(event.first, 0) + 1
    for day, events in days.items():
        assert f"{day.day}\u2022" + (str(events) if events > 1 else "") in texts


def test_a_school_year_has_a_planner_of_twelve_months_with_a_letter_for_every_kind_of_day() -> None:
    page = Page(samples.school_year()._repr_html_())
    months = [text for text in page.texts if text.split(" ")[-1] in ("2026", "2027") and len(text.split(" ")) == 2]
    assert months[0] == "September 2026" and months[-1] == "August 2027" and len(months) == 12
    assert {"1i", "25b", "6c", "5w", "26h"} <= set(page.texts)
    assert "i: INSET day" in page.text


def test_days_that_stand_out_are_named() -> None:
    page = Page(samples.school_year()._repr_html_())
    assert "Polling station" in page.texts and "Good Friday" in page.texts


def test_months_go_over_the_new_year() -> None:
    assert months_between(dt.date(2026, 11, 30), dt.date(2027, 2, 1)) == [(2026, 11), (2026, 12), (2027, 1), (2027, 2)]


def test_what_has_no_date_says_why() -> None:
    item = si.UndatedItem("moderation", ("100001",), "Moderation <x>", message="The framework names no interval.")
    members = samples.calendar().to_dict()
    members["to_be_agreed"] = [{"source": item.source, "schools": list(item.schools), "title": item.title, "reason": item.reason, "message": item.message}]
    page = Page(si.Calendar.from_dict(members)._repr_html_())
    assert {"Moderation <x>", "Ash Primary", item.message} <= set(page.texts)
