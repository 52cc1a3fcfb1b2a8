"""What is meant by a name or word that is wrong is said in the hint: other letters, a slip, or the initials of a title."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import schoolimp as si
from schoolimp._near import did_you_mean, near
from table_sample import COLUMNS, DOCUMENT, judge

FRAMEWORK = si.Framework.from_dict(DOCUMENT)
LONG: dict[str, list[Any]] = {"school": ["1", "2"], "indicator": ["a.b", "a.b"], "period": ["2018/19", "2018/19"], "value": [1.0, 2.0]}


def table(**columns: list[Any]) -> pa.Table:
    return pa.table({**COLUMNS, **columns})


def renamed(old: str, new: str) -> dict[str, list[Any]]:
    return {new if name == old else name: values for name, values in LONG.items()}


HINTS: dict[str, tuple[Callable[[], Any], str]] = {
    "the key in other letters": (lambda: judge(FRAMEWORK, table(), key="URN"), "did you mean 'urn'?"),
    "the key with a slip": (lambda: judge(FRAMEWORK, table(), key="unr"), "did you mean 'urn'?"),
    "a key like no other": (lambda: judge(FRAMEWORK, table(), key="school"), "its columns are: urn, absence"),
    "a column of a cell in other letters": (lambda: judge(FRAMEWORK, table(), columns={"absence": "ABSENCE"}), "did you mean 'absence'?"),
    "a constant by its initials": (lambda: judge(FRAMEWORK, table(), constants={"grade_given": "RI"}), "did you mean 'requires_improvement'?"),
    "a constant by its title": (lambda: judge(FRAMEWORK, table(), constants={"grade_given": "Requires improvement"}), "did you mean 'requires_improvement'?"),
    "a failed row that is asked for": (lambda: judge(FRAMEWORK, table(grade_given=["RI"] * 4))["100002"], "did you mean 'requires_improvement'?"),
    "the criteria of a failed row": (lambda: judge(FRAMEWORK, table(grade_given=["RI"] * 4)).criteria(2), "did you mean 'requires_improvement'?"),
    "the school of long evidence": (lambda: si.Evidence.from_table(renamed("school", "School")), "did you mean 'school'?"),
    "the indicator of long evidence": (lambda: si.Evidence.from_table(renamed("indicator", "Indicators")), "did you mean 'indicator'?"),
    "the value of long evidence": (lambda: si.Evidence.from_table(renamed("value", "figure")), "its columns are: school, indicator, period, figure"),
    "the column to join on": (lambda: judge(FRAMEWORK, table()).join(pd.DataFrame({"URN": [1]}), on="urn"), "did you mean 'URN'?"),
}


@pytest.mark.parametrize("what", HINTS)
def test_the_hint_names_what_is_meant(what: str) -> None:
    call, hint = HINTS[what]
    with pytest.raises(si.InvalidDocumentError) as caught:
        call()
    (issue,) = caught.value.issues
    assert issue.hint.startswith(hint)
    assert hint in str(caught.value)


@pytest.mark.parametrize(("word", "meant"), [("RI", "requires_improvement"), ("ri", "requires_improvement"), ("Good", "good"), ("outstanding ", "outstanding"), ("goood", "good")])
def test_failed_rows_and_checked_evidence_say_the_same(word: str, meant: str) -> None:
    (failure,) = judge(FRAMEWORK, table(grade_given=["good", word, None, "good"])).failures
    evidence = si.Evidence.from_observations([{"school": "1", "indicator": "grade_given", "value": word, "observed_on": dt.date(2026, 1, 1)}])
    (issue,) = si.check_evidence(FRAMEWORK, evidence)
    assert failure.hint == issue.hint == f"did you mean '{meant}'?"


def test_a_word_like_no_level_has_all_levels_for_a_hint() -> None:
    (failure,) = judge(FRAMEWORK, table(grade_given=["good", "4", None, "good"])).failures
    assert failure.hint.startswith("its levels are ") and all(level.id in failure.hint for level in FRAMEWORK.scale("grade"))


NO_FIGURES: dict[str, tuple[list[Any], pa.DataType, str, str]] = {
    "infinity": ([1.0, float("inf")], pa.float64(), "out_of_range", "inf is no figure"),
    "infinity below": ([1.0, float("-inf")], pa.float32(), "out_of_range", "-inf is no figure"),
    "a great number": ([1.0, 1e19], pa.float64(), "out_of_range", "1e+19 has more digits"),
    "a great whole number": ([1, 2**63], pa.uint64(), "out_of_range", "'9223372036854775808' has more digits"),
    "a number of many digits as text": (["1", "0.1234567890123456789"], pa.string(), "out_of_range", "'0.1234567890123456789' has more digits"),
}


@pytest.mark.parametrize("what", NO_FIGURES)
@pytest.mark.parametrize("library", [pa.table, pl.DataFrame, lambda made: made.to_pandas()], ids=["pyarrow", "polars", "pandas"])
def test_numbers_that_are_no_figures_are_named_in_long_evidence(what: str, library: Callable[[Any], Any]) -> None:
    values, kind, code, message = NO_FIGURES[what]
    made = pa.table({**LONG, "value": pa.array(values, kind)})
    with pytest.raises(si.InvalidDocumentError) as caught:
        si.Evidence.from_table(made if library is pa.table else library(made))
    (issue,) = caught.value.issues
    assert (issue.pointer, issue.code) == ("row 1, column value", code)
    assert issue.message.startswith(message) and issue.hint


def test_the_greatest_figures_are_read() -> None:
    for text in ("9223372036854775807", "-9223372036854775807", "0.123456789012345678"):
        (row,) = si.Evidence.from_table({name: values[:1] for name, values in {**LONG, "value": [text, ""]}.items()}).observations
        assert not isinstance(row.value, str) and format(Decimal(row.value or 0), "f") == text


def test_near_guesses_nothing_that_two_may_be() -> None:
    assert near("rs", ["red_schools", "rural_schools"]) is None
    assert did_you_mean("x", [], "there are") == "there are: none"
    assert did_you_mean("x", [f"column {number}" for number in range(30)], "its columns are").endswith("column 19, ...")
