"""The year planner: every day once, its kind as the school year says, every event by its code."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest
import samples
import schoolimp as si
from pictures import cells, legend_of, looks_as_kept, texts
from schoolimp import plot
from schoolimp.plot._year import _codes


def codes(axes: object) -> Counter[str]:
    return Counter(text.get_text() for text in axes.texts if (text.get_gid() or "").startswith("event"))  # type: ignore[attr-defined]


def test_looks_as_kept() -> None:
    figure, _ = plot.year(samples.calendar(), school_year=samples.school_year())
    looks_as_kept(figure, "year")


def test_every_day_has_the_kind_of_the_school_year() -> None:
    _, axes = plot.year(samples.school_year())
    year = samples.school_year()
    days = [year.first + dt.timedelta(days=step) for step in range((year.last - year.first).days + 1)]
    kinds = Counter(year.kind(day) for day in days)
    assert cells(axes, "days school_day") == kinds["school_day"]
    assert cells(axes, "days inset") == kinds["inset"]
    assert cells(axes, "days bank_holiday") == kinds["bank_holiday"]
    assert cells(axes, "days closure") == kinds["closure"] == 1


def test_cells_stand_under_their_weekday() -> None:
    _, axes = plot.year(samples.school_year())
    labels = [label.get_text() for label in axes.get_xticklabels()]
    september = next(place for place, label in enumerate(axes.get_yticklabels()) if label.get_text() == "September 2026")
    first = next(text for text in axes.texts if text.get_text() == "1" and abs(text.get_position()[1] + 0.44 - september) < 0.01)
    assert labels[round(first.get_position()[0] + 0.44)] == "T"
    assert dt.date(2026, 9, 1).weekday() == 1


def test_every_event_stands_on_its_day_by_a_code() -> None:
    figure, axes = plot.year(samples.calendar(), school_year=samples.school_year())
    kinds = Counter(event.type for event in samples.calendar().events)
    assert codes(axes) == Counter({"M": kinds["milestone"], "R": kinds["review"], "V": kinds["visit"]})
    assert {f"V  visit ({kinds['visit']})", f"R  review ({kinds['review']})", "i  INSET day", "x  closed"} <= set(legend_of(axes))
    assert figure.get_label().startswith("Year planner from August 2026 to August 2027: 189 school days and 5 INSET days; 29 events:")


def test_events_are_chosen_by_school_and_type() -> None:
    _, axes = plot.year(samples.calendar(), school_year=samples.school_year(), schools=["100001"], types=["visit"])
    wanted = [event for event in samples.calendar().events if event.type == "visit" and event.school in ("", "100001")]
    assert codes(axes) == {"V": len(wanted)}


def test_several_events_of_a_type_on_a_day_are_counted() -> None:
    document = samples.calendar().to_dict()
    event = next(item for item in document["events"] if item["type"] == "visit")
    document["events"] = [event, {**event, "id": event["id"] + "2", "key": event["key"] + "2"}]
    _, axes = plot.year(si.Calendar.from_dict(document))
    assert codes(axes) == {"V\N{MULTIPLICATION SIGN}2": 1}


def test_a_day_with_more_types_than_it_has_room_for_says_how_many_more() -> None:
    document = samples.calendar().to_dict()
    event = document["events"][0]
    document["events"] = [{**event, "id": f"{event['id']}{number}", "key": f"{event['key']}{number}", "type": f"{letter}_meeting"} for number, letter in enumerate("abcde")]
    _, axes = plot.year(si.Calendar.from_dict(document))
    assert codes(axes) == {"A": 1, "B": 1}
    assert {"+3", "A plus and a number say how many more types have events on the day"} <= set(texts(axes))


def test_cancelled_events_are_left_out() -> None:
    document = samples.calendar().to_dict()
    document["events"] = [{**item, "status": "cancelled"} for item in document["events"]]
    figure, axes = plot.year(si.Calendar.from_dict(document))
    figure.draw_without_rendering()
    assert "No day to draw: the calendar has no events" in texts(axes)


@pytest.mark.parametrize("types", [["visit"], ["review", "report", "visit"], ["a", "ab", "abc", "abcd", "abce", "a b"], [f"meeting_{n}" for n in range(20)], ["", "\N{GREEK SMALL LETTER ALPHA}"]])
def test_codes_differ(types: list[str]) -> None:
    made = [code for code, _ in _codes(types).values()]
    assert len(set(made)) == len(types)
    assert all(0 < len(code) <= 3 for code in made)


def test_what_is_not_there_is_refused() -> None:
    with pytest.raises(si.InvalidDocumentError, match="no events of the type 'visits'; it has milestone, review and visit"):
        plot.year(samples.calendar(), types=["visits"])
    with pytest.raises(si.OutOfRangeError, match="58 months; a picture that can be read holds at most 48"):
        document = samples.calendar().to_dict()
        document["events"][0] |= {"first": dt.date(2021, 12, 1), "last": dt.date(2021, 12, 1)}
        plot.year(si.Calendar.from_dict({**document, "events": document["events"][:2]}))
    with pytest.raises(TypeError, match="not str"):
        plot.year("2026/27")  # type: ignore[arg-type]
