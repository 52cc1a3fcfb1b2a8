"""Wide tables read for a framework: what it does not know or cannot use is an error with its place, and words of levels are read and reported."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
import schoolimp as si
from schoolimp.wide import WideReading
from table_sample import DOCUMENT

PVAT = si.framework("pvat")
DAY = dt.date(2018, 3, 5)

WRONG: dict[str, tuple[Any, list[Any], str, str, str]] = {
    "an indicator with a slip": ("ks2.rwm_expectd", ["1"], "option columns, 'x'", "unknown_name", "did you mean 'ks2.rwm_expected'?"),
    "an indicator like no other": ("zzz", ["1"], "option columns, 'x'", "unknown_name", "its indicators are: "),
    "a group with a slip": (si.IndicatorColumn("ks2.rwm_expected", group="disadvantagd"), ["1"], "option columns, 'x'", "unknown_group", "did you mean 'disadvantaged'?"),
    "a group of an indicator without any": (si.IndicatorColumn("absence.overall", group="maths"), ["1"], "option columns, 'x'", "unknown_group", "leave the group out"),
    "initials of a level": ("ofsted.overall", ["good", "RI"], "row 1, column 'x'", "unknown_name", "did you mean 'requires_improvement'? Say what it means with aliases="),
    "a level with a slip": ("ofsted.overall", ["goood"], "row 0, column 'x'", "unknown_name", "did you mean 'good'?"),
    "a word that is no level": ("ofsted.overall", ["n/a"], "row 0, column 'x'", "unknown_name", "say what it means with aliases=, or with missing= that it stands for no value"),
    "a word for a figure": ("absence.overall", ["5.1", "n/a"], "row 1, column 'x'", "wrong_type", "say with missing={'n/a': ...} why there is no value, or write a number such as 61.5"),
    "a figure out of its bounds": ("absence.overall", ["5.1", "140"], "row 1, column 'x'", "out_of_range", "the bounds are those the framework gives"),
    "Y for a condition": ("report_card.safeguarding_met", ["Y"], "row 0, column 'x'", "wrong_type", ""),
}


def read(columns: Any, values: list[Any], **options: Any) -> WideReading:
    table = {"urn": [str(900001 + row) for row in range(len(values))], "x": values}
    return si.read_wide(table, columns={"x": columns}, **{"period": "2018/19", "observed_on": DAY, "framework": PVAT, **options})


@pytest.mark.parametrize("what", WRONG)
def test_what_the_framework_cannot_use_is_named(what: str) -> None:
    columns, values, place, code, hint = WRONG[what]
    with pytest.raises(si.InvalidDocumentError) as caught:
        read(columns, values)
    (issue,) = caught.value.issues
    assert (issue.pointer, issue.code) == (place, code)
    assert hint in issue.hint


def test_all_that_is_wrong_is_named_at_once() -> None:
    with pytest.raises(si.InvalidDocumentError) as caught:
        read("ofsted.overall", ["goood", "good", "n/a", "RI", "RI"])
    assert [issue.pointer for issue in caught.value.issues] == [f"row {row}, column 'x'" for row in (0, 2, 3, 4)]


@pytest.mark.parametrize(
    ("word", "rules"), [("good", None), ("Good", ("title",)), ("GOOD", ("case",)), ("2", ("alias",)), ("requires  Improvement", ("title", "white_space", "case"))])
def test_levels_are_read_as_the_scale_reads_them(word: str, rules: tuple[str, ...] | None) -> None:
    found = read("ofsted.overall", [word], aliases={"2": "good"})
    (level,) = PVAT.scale("ofsted_grade").normalise([word], {"2": "good"}).levels
    assert level is not None and [row.value for row in found.evidence.observations] == [level.id]
    assert [change.rules for change in found.report.changed] == ([] if rules is None else [rules])


def test_without_a_framework_words_stay_as_they_are() -> None:
    assert [row.value for row in read("ofsted.overall", ["Good"], framework=None, period=None).evidence.observations] == ["Good"]


def test_the_period_is_that_of_annual_indicators_and_the_day_that_of_the_others() -> None:
    table = {"urn": ["1"], "rwm": [61.5], "grade": ["good"]}
    rows = si.read_wide(table, columns={"rwm": "ks2.rwm_expected", "grade": "ofsted.overall"}, period="2018/19", observed_on=DAY, framework=PVAT).evidence.observations
    assert [(row.indicator, row.period, row.observed_on) for row in rows] == [("ks2.rwm_expected", "2018/19", None), ("ofsted.overall", "", DAY)]


def test_aliases_for_levels_of_no_column_are_an_error() -> None:
    with pytest.raises(KeyError, match="no column of the table has levels with 'requires_improvment' among them; did you mean 'requires_improvement'"):
        read("ofsted.overall", ["good"], aliases={"RI": "requires_improvment"})
    with pytest.raises(TypeError, match="give framework="):
        read("ofsted.overall", ["good"], framework=None, aliases={"RI": "requires_improvement"})


def test_an_alias_holds_for_the_scales_that_have_its_level() -> None:
    table = {"urn": ["1"], "grade": ["S"], "kind": ["S"]}
    framework = si.Framework.from_dict(DOCUMENT)
    found = si.read_wide(table, columns={"grade": "grade_given", "kind": "kind"}, period="2018/19", observed_on=DAY, framework=framework, aliases={"S": "good"})
    assert {row.indicator: row.value for row in found.evidence.observations} == {"grade_given": "good", "kind": "S"}


def test_what_was_read_fits_the_framework() -> None:
    evidence = read("ofsted.overall", ["Inadequate "]).evidence
    assert si.check_evidence(PVAT, evidence) == ()
