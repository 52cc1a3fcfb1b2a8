"""Trouble in tables: each row of the table of docs/tables.md, on both ways into the library."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import schoolimp as si
from table_sample import DOCUMENT, judge

FRAMEWORK = si.Framework.from_dict(DOCUMENT)
PAGE = Path(__file__).resolve().parents[1] / "docs" / "tables.md"
NAN = float("nan")


def judged(cell: str, values: list[Any], urns: list[Any] | None = None, **options: Any) -> si.TableJudgement:
    return judge(FRAMEWORK, pd.DataFrame({"urn": urns or list(range(1, len(values) + 1)), cell: values}), **options)


def wide(indicator: str, values: list[Any], urns: list[Any] | None = None, **options: Any) -> si.Evidence:
    when = {"observed_on": dt.date(2026, 1, 1)} if indicator == "grade_given" else {"period": "2018/19"}
    table = pd.DataFrame({"urn": urns or [str(number) for number in range(1, len(values) + 1)], "x": values})
    return si.Evidence.from_wide(table, **{"columns": {"x": indicator}, **when, **options})


def failed(cell: str, values: list[Any]) -> str:
    return "; ".join(map(str, judged(cell, values).failures))


def refused(make: Any, *arguments: Any, **options: Any) -> str:
    with pytest.raises(si.InvalidDocumentError) as caught:
        make(*arguments, **options)
    return "; ".join(map(str, caught.value.issues))


def checked(indicator: str, values: list[Any]) -> str:
    return "; ".join(map(str, si.check_evidence(FRAMEWORK, wide(indicator, values))))


def values(evidence: si.Evidence) -> list[Any]:
    return [row.value for row in evidence.observations]


def for_framework(indicator: str, values: list[Any], **options: Any) -> si.WideReport:
    table = {"urn": [str(number) for number in range(1, len(values) + 1)], "x": values}
    return si.read_wide(table, columns={"x": indicator}, framework=FRAMEWORK, period="2018/19", observed_on=dt.date(2026, 1, 1), **options).report


def column_name() -> None:
    assert "did you mean 'urn'" in refused(judged, "absence", [1.0], key="URN")
    assert "did you mean 'urn'" in refused(wide, "absence", [1.0], school="URN")
    assert "did you mean 'absence'" in refused(judged, "absence", [1.0], columns={"absence": "absense"})
    assert "did you mean 'x'" in refused(wide, "absence", [1.0], columns={"X": "absence"})


def indicator_name() -> None:
    assert "did you mean 'absence'" in refused(judged, "x", [1.0], columns={"absense": "x"})
    assert "did you mean 'absence'" in checked("absense", [1.0])
    assert "did you mean 'absence'" in refused(for_framework, "absense", [1.0])


def mixed_types() -> None:
    for text in (refused(judged, "absence", [1.0, "a"]), refused(wide, "absence", [1.0, "a"])):
        assert "column" in text and "'a'" in text and "one type" in text


def blanks() -> None:
    assert "did you mean 'outstanding'" in failed("grade_given", ["outstanding "])
    assert values(wide("grade_given", ["outstanding "])) == ["outstanding"]
    assert [(change.word, change.rules) for change in for_framework("grade_given", ["outstanding "]).changed] == [("outstanding ", ("white_space",))]


def a_title() -> None:
    for text in (failed("grade_given", ["Requires Improvement"]), checked("grade_given", ["Requires Improvement"])):
        assert "is not a level" in text and "did you mean 'requires_improvement'" in text
    assert [change.read for change in for_framework("grade_given", ["Requires_Improvement"]).changed] == ["requires_improvement"]


def initials() -> None:
    for text in (failed("grade_given", ["RI"]), checked("grade_given", ["RI"])):
        assert "'RI' is not a level" in text and "did you mean 'requires_improvement'" in text
    assert "'RI'" in refused(for_framework, "grade_given", ["RI"])
    assert [change.rules for change in for_framework("grade_given", ["RI"], aliases={"RI": "requires_improvement"}).changed] == [("alias",)]


def float_ids() -> None:
    assert "text or whole numbers" in refused(judged, "absence", [1.0, 2.0], [137182.0, 137183.0])
    assert wide("absence", [1.0], [137182.0]).schools == ("137182",)
    (warning,) = si.read_wide(pd.DataFrame({"urn": [137182.0], "x": [1.0]}), columns={"x": "absence"}, period="2018/19").report.warnings
    assert "floating-point" in warning
    assert "137182.5" in refused(wide, "absence", [1.0], [137182.5])


def no_school() -> None:
    assert judged("absence", [1.0, 2.0], ["137182", None]).schools == ("137182", "")
    assert "row 1, column 'urn': the school is missing" in refused(wide, "absence", [1.0, 2.0], [137182.0, NAN])


def percent() -> None:
    assert "column 'absence'" in refused(judged, "absence", ["48.5%"])
    assert "row 0, column 'x': '48.5%'" in refused(wide, "absence", ["48.5%"])


def thousands() -> None:
    assert "column 'pupils'" in refused(judged, "pupils", ["1,234"])
    assert "row 0, column 'x': '1,234'" in refused(wide, "pupils", ["1,234"])


def exponents() -> None:
    assert "column 'pupils'" in refused(judged, "pupils", ["1.5e3"])
    assert "row 0, column 'x': '1.5e3'" in refused(wide, "pupils", ["1.5e3"])


def two_rows() -> None:
    with pytest.raises(KeyError, match="2 rows have the key '1': 0, 1"):
        judged("absence", [1.0, 2.0], [1, 1])["1"]
    assert "row 0, column 'x'" in refused(wide, "absence", [1.0, 2.0], ["1", "1"])
    assert values(wide("absence", [1.5, 1.5], ["1", "1"])) == [1.5]


def times() -> None:
    for zone in (None, "Europe/London"):
        day = [pd.Timestamp("2020-01-01", tz=zone)]
        assert "date32" in refused(judged, "opened", day)
        assert "timestamp" in refused(wide, "opened", day)


def days_as_digits() -> None:
    assert "date32" in refused(judged, "opened", ["20191016"])
    table = pd.DataFrame({"urn": ["1"], "x": ["good"], "day": ["20191016"]})
    with pytest.raises(si.InvalidDocumentError, match="row 0, column 'day': '20191016' is no date"):
        si.Evidence.from_wide(table, columns={"x": "grade_given"}, observed_on_column="day")


def yes_and_no() -> None:
    assert "bool" in refused(judged, "academy", ["Y", "N"])
    assert "boolean" in checked("academy", ["Y"])
    assert "row 0, column 'x'" in refused(for_framework, "academy", ["Y"])


def empty() -> None:
    assert "'' is not a level" in failed("grade_given", ["", "good"])
    assert values(wide("grade_given", ["", "good"])) == ["good"]


def infinite() -> None:
    assert "infinite" in failed("absence", [float("inf"), 1.0])
    assert "row 0, column 'absence'" in failed("absence", [1e19, 1.0])
    for number in (float("inf"), 1e19):
        told = refused(wide, "absence", [number, 1.0])
        assert "row 0, column 'x'" in told and "figure" in told
        long = pd.DataFrame({"school": ["1", "2"], "indicator": "absence", "period": "2018/19", "value": [1.0, number]})
        told = refused(si.Evidence.from_table, long)
        assert "row 1, column value" in told and "figure" in told


#: The rows of the page by how they begin.
TROUBLE = {
    "a wrong name of a column": column_name,
    "a name of a cell or indicator with a slip": indicator_name,
    "mixed types in a column": mixed_types,
    'a word that is no level: `"outstanding "`': blanks,
    'a word that is no level: `"Requires improvement"`': a_title,
    'a word that is no level: `"RI"`': initials,
    "ids of schools as floating-point numbers": float_ids,
    "a row without a school": no_school,
    "percent signs": percent,
    "separators of thousands": thousands,
    "numbers with an exponent": exponents,
    "two rows for one cell": two_rows,
    "dates with a time": times,
    "dates as `": days_as_digits,
    "conditions as": yes_and_no,
    "empty texts": empty,
    "infinity": infinite,
}


@pytest.mark.parametrize("trouble", TROUBLE)
def test_what_the_page_says_happens(trouble: str) -> None:
    TROUBLE[trouble]()


def test_the_page_has_a_row_for_each() -> None:
    section = PAGE.read_text(encoding="utf-8").split("## Trouble in tables", 1)[1].split("\n## ", 1)[0]
    rows = re.findall(r"^\| (.+?) \| .+ \| .+ \|$", section, re.MULTILINE)[1:]
    assert [next((row for row in rows if row.startswith(trouble)), None) for trouble in TROUBLE] == rows
