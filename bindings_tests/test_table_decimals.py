"""Decimal columns of other libraries, read to the last place, whatever scale the column has; and categories of numbers."""

from __future__ import annotations

from decimal import Decimal

import pandas as pd
import pyarrow as pa
import pytest
import schoolimp as si


def evidence(values: list[Decimal | None], kind: pa.DataType) -> si.Evidence:
    table = pa.table({"school": [str(row) for row in range(len(values))], "indicator": ["a.b"] * len(values), "period": ["2018/19"] * len(values), "value": pa.array(values, kind)})
    return si.Evidence.from_table(table)


@pytest.mark.parametrize("kind", [pa.decimal128(9, 2), pa.decimal128(38, 20), pa.decimal128(38, 30)])
def test_zeros_behind_a_number_do_not_count(kind: pa.DataType) -> None:
    assert [each.value for each in evidence([Decimal("61.50"), Decimal("-0.25"), Decimal(0)], kind).observations] == [Decimal("61.5"), Decimal("-0.25"), 0]


def test_the_least_decimal_is_read() -> None:
    least = Decimal("0.000000000000000001")
    assert evidence([least], pa.decimal128(38, 20)).observations[0].value == least


@pytest.mark.parametrize("number", ["0.0000000000000000001", "12345678901234567890"], ids=["too many places", "too great"])
def test_what_no_decimal_of_the_library_holds_is_refused(number: str) -> None:
    with pytest.raises(si.InvalidDocumentError) as caught:
        evidence([Decimal(1), Decimal(number)], pa.decimal128(38, 19) if "." in number else pa.decimal128(38, 0))
    assert [(issue.pointer, issue.code) for issue in caught.value.issues][:1] == [("row 1, column value", "out_of_range")]


def test_categories_of_numbers_are_read_as_their_numbers() -> None:
    frame = pd.DataFrame({"school": pd.Categorical([900001, 900002, 900001]), "indicator": "a.b", "period": ["2017/18", "2018/19", "2018/19"]})
    frame["value"] = pd.Categorical([61.5, 70.0, 61.5])
    read = [(each.school, each.value) for each in si.Evidence.from_table(frame).observations]
    assert read == [("900001", Decimal("61.5")), ("900001", Decimal("61.5")), ("900002", 70)]
