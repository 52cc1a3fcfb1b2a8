"""Columns of evidence tables with a slip in their names: told, for without its group the figure of a group would be that of the whole school."""

from __future__ import annotations

import pytest
import schoolimp as si
from schoolimp._evidence_columns import COLUMNS

ROW = {"school": "900001", "indicator": "ks2.rwm_expected", "period": "2018/19", "value": "61.5"}


def as_csv(row: dict[str, str]) -> str:
    return f"{','.join(row)}\n{','.join(row.values())}\n"


def test_the_columns_are_those_evidence_is_written_with() -> None:
    assert list(COLUMNS) == si.Evidence.from_csv(as_csv(ROW)).to_table().column_names


@pytest.mark.parametrize("slip, meant", [("grop", "group"), ("Group", "group"), ("observed on", "observed_on"), ("mising", "missing"), ("Cohort", "cohort")])
@pytest.mark.parametrize("read", [lambda row: si.Evidence.from_csv(as_csv(row)), lambda row: si.Evidence.from_table([row])], ids=["CSV", "table"])
def test_a_slip_is_an_error_that_names_what_is_meant(read, slip: str, meant: str) -> None:
    with pytest.raises(si.InvalidDocumentError) as caught:
        read({**ROW, slip: "disadvantaged"})
    (issue,) = caught.value.issues
    assert issue.code == "unknown_column" and repr(slip) in issue.message and f"did you mean {meant!r}?" in issue.hint


@pytest.mark.parametrize("other", ["school_name", "name", "la", "phase", "value_as_printed", "Indicator name", "colour", "group_name"])
def test_other_columns_are_left_alone(other: str) -> None:
    for evidence in (si.Evidence.from_csv(as_csv({**ROW, other: "x"})), si.Evidence.from_table([{**ROW, other: "x"}])):
        assert evidence == si.Evidence.from_csv(as_csv(ROW))


def test_a_missing_column_under_another_name_is_named() -> None:
    with pytest.raises(si.InvalidDocumentError, match="did you mean 'indicator'"):
        si.Evidence.from_csv("school,indcator,period,value\n900001,ks2.rwm_expected,2018/19,61.5\n")


@pytest.mark.parametrize("text", [b"", b"\xff\xfe", b'"school', b"\xef\xbb\xbfschool,indicator,period,value\r\n900001,ks2.rwm_expected,2018/19,61.5\r\n"])
def test_headers_that_cannot_be_read_are_told_by_reading_the_table(text: bytes) -> None:
    if text.startswith(b"\xef"):
        assert len(si.Evidence.from_csv(text)) == 1
    else:
        with pytest.raises(si.InvalidDocumentError):
            si.Evidence.from_csv(text)
