"""Settings of a trust folder: every problem at once, each with place, value and mend."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schoolimp.errors import Issue
from schoolimp.folder import InputError, Settings, SettingsError, load_settings
from schoolimp.folder.calendar_options import calendar_options
from schoolimp.folder.values import ValueProblem, read_date, read_instant, read_period

UTC = dt.timezone.utc


def folder_with(tmp_path: Path, settings: Any) -> Path:
    text = settings if isinstance(settings, str) else json.dumps(settings)
    (tmp_path / "schoolimp.json").write_text(text, encoding="utf-8")
    return tmp_path


def issues_of(tmp_path: Path, settings: Any) -> list[Issue]:
    with pytest.raises(InputError) as caught:
        load_settings(folder_with(tmp_path, settings))
    return list(caught.value.issues)


def test_all_members(tmp_path: Path) -> None:
    members = {
        "schema": "schoolimp/settings/1",
        "note": "Invented.",
        "framework": "pvat",
        "edition": "2026.1",
        "valid": "2025-10-06",
        "known": "2025-10-31",
        "period": "2025/26",
        "made_on": "2025-11-03",
        "stamp": "2025-11-03T08:30:00Z",
        "trust": "our.json",
        "evidence": ["autumn.csv", "more"],
        "published": "dfe",
        "predecessors": True,
        "calendar": {"from": "2025-11-03"},
        "icalendar": {"colour": "teal"},
        "output": "results",
    }
    settings = load_settings(folder_with(tmp_path, members))
    assert settings == Settings(
        folder=tmp_path,
        framework="pvat",
        edition="2026.1",
        valid=dt.date(2025, 10, 6),
        known=dt.date(2025, 10, 31),
        period="2025/26",
        made_on=dt.date(2025, 11, 3),
        stamp=dt.datetime(2025, 11, 3, 8, 30, tzinfo=UTC),
        trust=tmp_path / "our.json",
        evidence=(tmp_path / "autumn.csv", tmp_path / "more"),
        published=(tmp_path / "dfe",),
        predecessors=True,
        calendar={"from": "2025-11-03"},
        icalendar={"colour": "teal"},
        note="Invented.",
        output=tmp_path / "results",
    )


def test_no_settings_file_is_no_problem(tmp_path: Path) -> None:
    assert load_settings(tmp_path) == Settings(folder=tmp_path)


def test_dates_follow_from_the_valid_date() -> None:
    settings = Settings(framework="pvat", valid=dt.date(2025, 10, 6)).with_defaults()
    assert settings.known == settings.made_on == dt.date(2025, 10, 6)
    assert settings.stamp == dt.datetime(2025, 10, 6, tzinfo=UTC)


def test_what_is_needed_is_asked_for_together() -> None:
    with pytest.raises(SettingsError) as caught:
        Settings().with_defaults()
    assert [issue.pointer for issue in caught.value.issues] == ["--framework", "--valid"]


def test_known_before_valid_is_allowed_but_stays_as_given() -> None:
    settings = Settings(framework="pvat", valid=dt.date(2025, 10, 6), known=dt.date(2025, 9, 1)).with_defaults()
    assert settings.known == dt.date(2025, 9, 1)


def test_options_go_over_settings(tmp_path: Path) -> None:
    settings = load_settings(folder_with(tmp_path, {"framework": "pvat", "valid": "2025-10-06"}))
    changed = settings.with_options(valid=dt.date(2026, 1, 12), framework=None)
    assert (changed.framework, changed.valid) == ("pvat", dt.date(2026, 1, 12))


def test_paths_may_be_texts() -> None:
    settings = Settings().with_options(output="results", evidence="autumn.csv", published=["dfe"])
    assert (settings.output, settings.evidence, settings.published) == (Path("results"), (Path("autumn.csv"),), (Path("dfe"),))


def test_an_option_that_is_no_setting() -> None:
    with pytest.raises(SettingsError, match='did you mean "valid"'):
        Settings().with_options(vaild=dt.date(2025, 10, 6))


def test_a_framework_file_is_found_from_the_folder(tmp_path: Path) -> None:
    assert load_settings(folder_with(tmp_path, {"framework": "ours.json"})).framework == str(tmp_path / "ours.json")


def test_every_wrong_member_is_named(tmp_path: Path) -> None:
    issues = issues_of(
        tmp_path,
        {
            "framwork": "pvat",
            "valid": "06/10/2025",
            "known": 20251006,
            "period": "2025/27",
            "predecessors": "yes",
            "calendar": {"form": "2025-10-06"},
            "evidence": [1],
        },
    )
    found = {issue.pointer.split(": ")[1]: issue for issue in issues}
    assert list(found) == ["/framwork", "/valid", "/known", "/period", "/predecessors", "/calendar/form", "/evidence/0"]
    assert found["/framwork"].hint == 'did you mean "framework"?'
    assert '"06/10/2025" is not a date' in found["/valid"].message
    assert "YYYY-MM-DD" in found["/valid"].hint
    assert found["/period"].hint == "write 2025/26"
    assert found["/calendar/form"].hint == 'did you mean "from"?'


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('{"framework": "pvat", "valid": ', "line 1"),
        ("", "line 1, column 1"),
        ("[]", "not an object"),
        ('{"valid": "2025-10-06", "valid": "2025-10-07"}', "stands twice"),
        ("[" * 100_000, "nested too deeply"),
    ],
)
def test_text_that_is_no_settings(tmp_path: Path, text: str, says: str) -> None:
    assert any(says in issue.message for issue in issues_of(tmp_path, text))


def test_other_encodings_are_named(tmp_path: Path) -> None:
    (tmp_path / "schoolimp.json").write_bytes('{"note": "é"}'.encode("latin-1"))
    with pytest.raises(InputError, match="UTF-8"):
        load_settings(tmp_path)


def test_a_byte_order_mark_is_no_problem(tmp_path: Path) -> None:
    (tmp_path / "schoolimp.json").write_bytes(b'\xef\xbb\xbf{"framework": "pvat"}')
    assert load_settings(tmp_path).framework == "pvat"


def test_a_file_instead_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("")
    with pytest.raises(InputError, match="is a file, not a folder"):
        load_settings(tmp_path / "x")
    with pytest.raises(InputError, match="no such folder"):
        load_settings(tmp_path / "y")


@given(st.dates())
def test_dates_are_read_as_written(day: dt.date) -> None:
    assert read_date(day.isoformat()) == day
    assert read_instant(day.isoformat()) == dt.datetime(day.year, day.month, day.day, tzinfo=UTC)


@pytest.mark.parametrize("text", ["2025-1-06", "20251006", "2025-W41-1", "2025-02-30", "06-10-2025", "", "2025-10-06 ", "٢٠٢٥-10-06"])
def test_other_forms_of_dates_are_refused(text: str) -> None:
    with pytest.raises(ValueProblem):
        read_date(text)


@pytest.mark.parametrize("text", ["2025-10-06T08:00:00", "2025-10-06T08:00:00+01:00", "2025-10-06 08:00:00Z", "2025-10-06T25:00:00Z"])
def test_moments_are_in_utc(text: str) -> None:
    with pytest.raises(ValueProblem):
        read_instant(text)


@given(st.integers(min_value=1000, max_value=9998))
def test_school_years_are_consecutive(first: int) -> None:
    assert read_period(f"{first}/{(first + 1) % 100:02d}")
    with pytest.raises(ValueProblem):
        read_period(f"{first}/{(first + 2) % 100:02d}")


def test_calendar_choices_become_values() -> None:
    members = {
        "from": "2025-11-03",
        "include": ["peer_review"],
        "pins": [{"event": "t/100001/2025/review/1", "first": "2025-11-20"}],
        "cadences": [{"activity": "visits", "reason": "agreed in May", "cadence": {"every": "term", "times": 2}}],
        "known_events": [{"event": "inspection", "date": "2025-11-18", "school": "100001"}],
    }
    options = calendar_options(members, dt.date(2025, 10, 6))
    assert options["from_date"] == dt.date(2025, 11, 3)
    assert options["pins"][0].first == dt.date(2025, 11, 20)
    assert options["cadences"][0].cadence.times == 2
    assert options["known_events"][0].school == "100001"
    assert options["include"] == ["peer_review"]
    assert calendar_options({}, dt.date(2025, 10, 6))["from_date"] == dt.date(2025, 10, 6)


def test_wrong_calendar_choices_are_named_together() -> None:
    members = {"from": "soon", "pins": [{"evnt": "x"}, 3], "include": "all", "known_events": [{"event": "inspection", "date": "18 November"}]}
    members["keep_published"] = "false"
    with pytest.raises(InputError) as caught:
        calendar_options(members, dt.date(2025, 10, 6))
    places = [issue.pointer.split(": ")[1] for issue in caught.value.issues]
    assert places == [
        "/calendar/from",
        "/calendar/pins/0/evnt",
        "/calendar/pins/0",
        "/calendar/pins/0",
        "/calendar/pins/1",
        "/calendar/known_events/0",
        "/calendar/include",
        "/calendar/keep_published",
    ]
