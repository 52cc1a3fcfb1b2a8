"""Percentages that a spreadsheet saved as fractions are noticed; they are never changed."""

from __future__ import annotations

from decimal import Decimal

import pytest

import schoolimp as si

PVAT = si.framework("pvat")


def reading(indicator: str, figures: list[object], framework: si.Framework | None = PVAT) -> si.WideReading:
    table = {"urn": [str(900001 + row) for row in range(len(figures))], "x": figures}
    return si.read_wide(table, columns={"x": indicator}, period="2024/25", framework=framework, missing={"SUPP": "suppressed"})


@pytest.mark.parametrize("figures", [[0.61, 0.48], [1, 0.25], ["0.61", "SUPP", "0.7"], ["0", "0.999999"]])
def test_percentages_none_of_which_is_above_1_are_noticed(figures: list[object]) -> None:
    read = reading("ks2.rwm_expected", figures)
    (warning,) = read.report.warnings
    assert warning.startswith("column 'x': no figure is above 1, and 'ks2.rwm_expected' is in percent")
    assert warning.endswith("multiply them by 100")
    assert warning in read.report.summary()


def test_they_are_read_as_they_stand() -> None:
    assert [row.value for row in reading("ks2.rwm_expected", ["0.61", "0.48"]).evidence.observations] == [Decimal("0.61"), Decimal("0.48")]


@pytest.mark.parametrize(
    ("indicator", "figures"),
    [
        ("ks2.rwm_expected", [61.5, 0.5]),
        ("ks2.rwm_expected", ["1.01", "0.5"]),
        ("ks2.rwm_expected", ["0", "0"]),
        ("ks2.rwm_expected", ["0.61"]),
        ("ks2.rwm_expected", ["SUPP", "SUPP"]),
        ("ks4.progress8", ["0.61", "0.48"]),
        ("exclusions.permanent_rate", ["0.05", "0.11"]),
    ],
)
def test_figures_that_may_be_what_they_say_are_not(indicator: str, figures: list[object]) -> None:
    assert reading(indicator, figures).report.warnings == ()


def test_without_a_framework_no_unit_is_known() -> None:
    assert reading("ks2.rwm_expected", ["0.61", "0.48"], framework=None).report.warnings == ()
