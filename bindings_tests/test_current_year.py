"""Which year's figure is the current one: the school's latest, unless the year is named or the latest has a reason for being missing."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

import schoolimp as si

VALID = dt.date(2026, 9, 1)
LAST_YEAR = {"school": "900001", "indicator": "ks2.rwm_expected", "period": "2023/24", "value": 30}


def current(*rows: dict[str, Any], **options: Any) -> tuple[str, str, str]:
    """Period, value and reason of the figure read as the current one, by judge and judge_all alike."""
    framework, evidence = si.framework("pvat"), si.Evidence.from_observations([LAST_YEAR, *rows])
    trust = si.Trust.from_dict({"schema": "schoolimp/trust/1", "id": "t", "name": "T", "schools": [{"id": "900001", "name": "Ash", "phase": "primary"}]})
    judgement = si.judge(framework, evidence, "900001", valid=VALID, trust=trust, **options)
    (of_all,) = si.judge_all(framework, evidence, trust=trust, valid=VALID, **options)
    assert of_all.readings == judgement.readings
    (found,) = (reading for reading in judgement.readings if reading.indicator == "ks2.rwm_expected" and not reading.national and reading.shift == 0)
    return found.period, found.value, found.missing


def this_year(**members: Any) -> dict[str, Any]:
    return {"school": "900001", "indicator": "ks2.rwm_expected", "period": "2024/25", **members}


@pytest.mark.parametrize(
    ("rows", "options", "expected"),
    [
        ([], {}, ("2023/24", "30", "")),
        ([], {"period": "2024/25"}, ("2024/25", "", "not_loaded")),
        ([this_year(value=Decimal("61.5"))], {}, ("2024/25", "61.5", "")),
        ([this_year(value=Decimal("61.5"))], {"period": "2023/24"}, ("2023/24", "30", "")),
        ([this_year(missing="suppressed")], {}, ("2024/25", "", "suppressed")),
        ([this_year(missing="not_applicable")], {}, ("2024/25", "", "not_applicable")),
    ],
)
def test_the_current_figure(rows: list[dict[str, Any]], options: dict[str, Any], expected: tuple[str, str, str]) -> None:
    assert current(*rows, **options) == expected


def test_an_empty_cell_of_a_wide_table_leaves_last_years_figure_current() -> None:
    columns = {"2024": si.IndicatorColumn("ks2.rwm_expected", period="2023/24"), "2025": si.IndicatorColumn("ks2.rwm_expected", period="2024/25")}
    wide = {"urn": ["900001"], "2024": ["30"], "2025": [""]}
    assert [row.period for row in si.Evidence.from_wide(wide, columns=columns).observations] == ["2023/24"]
