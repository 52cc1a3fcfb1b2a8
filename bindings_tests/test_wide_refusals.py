"""Wide tables that cannot be read: every issue names the row and the column of the table, and how to mend it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pyarrow as pa
import pytest
import schoolimp as si

ROWS: dict[str, tuple[dict[str, list[Any]], str, str, str]] = {
    "a name with a slip": ({"urn": ["1"], "xy": [1.0]}, "column 'x'", "unknown_column", "did you mean 'xy'?"),
    "a name like no other": ({"urn": ["1"], "PTRWM_EXPP": [1.0]}, "column 'x'", "unknown_column", "its columns are: urn, PTRWM_EXPP"),
    "a name in other letters": ({"URN": ["1"], "x": [1.0]}, "column 'urn'", "unknown_column", "did you mean 'URN'?"),
    "a percent sign": ({"urn": ["1", "2"], "x": ["48.5", "48.5%"]}, "row 1, column 'x'", "not_a_number", "write 48.5 for 48.5%"),
    "separators of thousands": ({"urn": ["1"], "x": ["1,234"]}, "row 0, column 'x'", "not_a_number", "take the separators of thousands out"),
    "infinity": ({"urn": ["1"], "x": [float("inf")]}, "row 0, column 'x'", "out_of_range", "leave the cell empty, or say why it is missing"),
    "too great a number": ({"urn": ["1"], "x": [1e19]}, "row 0, column 'x'", "out_of_range", "correct or round the number, or leave the cell empty"),
    "too many digits": ({"urn": ["1"], "x": ["12345678901234567890"]}, "row 0, column 'x'", "out_of_range", "round it"),
    "no school": ({"urn": ["1", None], "x": [1.0, 2.0]}, "row 1, column 'urn'", "missing_member", "leave the row out, or give its school"),
    "a school as text of a number": ({"urn": ["137182.0"], "x": [1.0]}, "row 0, column 'urn'", "bad_id", "read the column as text or as whole numbers"),
    "a time": ({"urn": ["1"], "x": [dt.datetime(2026, 3, 1, tzinfo=dt.UTC)]}, "column 'x'", "wrong_type", "convert it to date32"),
}


def issues_of(table: dict[str, list[Any]], **options: Any) -> list[si.Issue]:
    with pytest.raises(si.InvalidDocumentError) as caught:
        si.Evidence.from_wide(pa.table(table), **{"columns": {"x": "a.b"}, "period": "2018/19", **options})
    return list(caught.value.issues)


@pytest.mark.parametrize("what", ROWS)
def test_what_is_wrong_is_named(what: str) -> None:
    table, place, code, hint = ROWS[what]
    assert [(issue.pointer, issue.code, issue.hint) for issue in issues_of(table)] == [(place, code, hint)]


def test_two_rows_for_one_cell_are_named_as_cells() -> None:
    (issue,) = issues_of({"urn": ["1", "1"], "x": [1.0, 2.0]})
    assert "row 1, column 'x'" in issue.pointer and "row 0, column 'x'" in issue.pointer + issue.message


def test_the_issues_of_the_long_form_name_the_cells_of_the_wide_one() -> None:
    table = {"urn": ["1", "2"], "spare": [1.0, 1.0], "x": [None, 2.0]}
    (issue,) = issues_of(table, period="2018")
    assert (issue.pointer, issue.code) == ("row 1, column 'x'", "bad_period")


def test_a_value_and_a_reason_contradict_each_other() -> None:
    (issue,) = issues_of({"urn": ["1"], "x": [1.0], "x:missing": ["suppressed"]})
    assert (issue.pointer, issue.code) == ("row 0, column 'x:missing'", "contradiction")


def test_the_column_of_days_is_named_when_a_day_is_none() -> None:
    (issue,) = issues_of({"urn": ["1"], "x": [1.0], "day": ["20191016"]}, period=None, observed_on_column="day")
    assert (issue.pointer, issue.code, issue.hint) == ("row 0, column 'day'", "bad_date", "give the column as dates, or as texts such as 2019-10-16")


def test_numbers_with_an_exponent_are_no_texts() -> None:
    (issue,) = issues_of({"urn": ["1"], "x": ["1.5e3"]})
    assert (issue.code, issue.hint) == ("not_a_number", "write the number in full")


def test_a_reason_that_is_none_is_named() -> None:
    (issue,) = issues_of({"urn": ["1"], "x": ["SUPP"]}, missing={"SUPP": "supressed"})
    assert issue.code == "unknown_word" and "suppressed" in issue.hint


def test_all_issues_are_there_up_to_a_hundred() -> None:
    found = issues_of({"urn": [str(number) for number in range(130)], "x": ["1%"] * 130})
    assert len(found) == 101 and found[-1].message == "30 more are not listed"


@pytest.mark.parametrize("pair", [{"period": "2018/19", "period_column": "urn"}, {"observed_on": dt.date(2019, 1, 1), "observed_on_column": "urn"}])
def test_one_of_two_ways_to_say_when(pair: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match="give one of them"):
        si.Evidence.from_wide(pa.table({"urn": ["1"], "x": [1.0]}), columns={"x": "a.b"}, **pair)
