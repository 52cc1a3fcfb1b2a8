"""Numbers, dates, years and codes as published."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from schoolimp.dfe import _codes, _dates, _numbers

decimals = st.decimals(min_value=-9999, max_value=99999, places=2, allow_nan=False, allow_infinity=False)
days = st.dates(min_value=date(1901, 1, 1), max_value=date(2100, 12, 31))
years = st.integers(min_value=1990, max_value=2098)


@given(decimals)
def test_a_number_comes_back_digit_for_digit(number: Decimal) -> None:
    for text in (f"{number}", f" {number}%", f"{number} %", f"{number:,}", f"{number:,}%"):
        read = _numbers.parse_decimal(text)
        assert read == number
        assert read is not None and read.as_tuple() == number.as_tuple()


@given(decimals.filter(lambda number: number < 0))
def test_typographic_minus_signs_are_minus_signs(number: Decimal) -> None:
    assert _numbers.parse_decimal(str(number).replace("-", "\u2212")) == number


@given(st.text(max_size=8))
def test_text_never_becomes_a_number_by_accident(text: str) -> None:
    read = _numbers.parse_decimal(text)
    assert (read is None) or any("0" <= character <= "9" for character in text)


@pytest.mark.parametrize("text", ["", "SUPP", "1,20", "12,34,567", "1.2.3", "--1", "1 2", "٣", "1e999", "0x10", "inf", "nan", ".", "%", "5."])
def test_what_is_not_a_number_is_none(text: str) -> None:
    assert _numbers.parse_decimal(text) is None


@given(st.integers(min_value=0, max_value=99_999_999))
def test_counts(number: int) -> None:
    for text in (str(number), f"{number:,}", f"{number}.0", f" {number} "):
        assert _numbers.parse_whole(text) == number


@given(st.integers(min_value=100_000, max_value=999_999))
def test_urns_survive_spreadsheets(number: int) -> None:
    for text in (str(number), f"{number}.0", f" {number} "):
        assert _numbers.parse_urn(text) == str(number)


@pytest.mark.parametrize("text", ["", "20003", "1234567", "012345", "10312O", "103120.5", "NAT", "1.0312e5", "-103120"])
def test_a_urn_is_never_guessed(text: str) -> None:
    assert _numbers.parse_urn(text) is None


@pytest.mark.parametrize(("la", "estab", "laestab"), [("850", "2229", "8502229"), ("850.0", "52", "8500052"), ("8502229.0", None, "8502229"), ("850/2229", None, "8502229"), ("NAT", "PRI", None), ("85", "2229", None)])
def test_laestab(la: str, estab: str | None, laestab: str | None) -> None:
    assert _numbers.parse_laestab(la, estab) == laestab


@given(days)
def test_every_published_form_of_a_date(day: date) -> None:
    for form in ("%d/%m/%Y", "%d-%m-%Y", "%Y%m%d", "%Y-%m-%d", "%Y-%m-%d 00:00:00"):
        assert _dates.parse_date(day.strftime(form)) == day


@pytest.mark.parametrize("text", ["01/01/1900", "1900-01-01", "01-01-1900"])
def test_the_first_of_january_1900_stands_for_unknown(text: str) -> None:
    assert _dates.parse_date(text) is None


@pytest.mark.parametrize("text", ["31/02/2023", "13/31/2023", "1/2/23", "2023", "tomorrow", "31/08-2023", ""])
def test_other_dates_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="calendar|not a date"):
        _dates.parse_date(text)


@given(years)
def test_every_form_of_an_academic_year(start: int) -> None:
    short, year = (start + 1) % 100, f"{start}/{(start + 1) % 100:02d}"
    for text in (year, f"{start}-{short:02d}", f"{start}-{start + 1}", f"{start}/{start + 1}", f"{start}_{short:02d}", f"{start}{short:02d}", f"{start}{start + 1}"):
        assert _dates.parse_academic_year(text) == year
        assert _dates.find_academic_years(f"england_ks2final_{text.replace('/', '-')}_v2") == [year]


@pytest.mark.parametrize("name", ["england_ks2final", "gias_2022-04-20", "edubasealldata20220420", "mi_2011-12-05", "results 2019", "2018-20"])
def test_other_figures_in_a_name_are_no_academic_year(name: str) -> None:
    assert _dates.find_academic_years(name) == []


def test_the_day_of_a_sheet_is_read_from_its_name() -> None:
    assert _dates.find_date("ofsted_mi_2023-08-31_west_midlands.csv") == date(2023, 8, 31)
    assert _dates.find_date("Management_information_as_at_30_April_2026.csv") == date(2026, 4, 30)
    assert _dates.find_date("mi_2023-08-31_and_2023-09-30.csv") is None


@pytest.mark.parametrize(("code", "reason"), [
    ("SUPP", "suppressed"), ("suppmat", "suppressed"), ("NE", "not_applicable"), ("NELIG", "not_applicable"), ("NA", "not_published"), ("NP", "not_published"),
    ("NEW", "not_collected"), ("LOWCOV", "low_coverage"), ("SP", "suppressed"), ("RE", "withheld"), ("z", "not_applicable"), ("x", "not_published"), ("c", "suppressed"),
    ("low", "suppressed"), ("k", "suppressed"), ("u", "withheld"), ("~", "unknown"), ("", "not_published"), (" NULL ", "not_published"), ("-", "not_published"),
])
def test_codes_become_reasons(code: str, reason: str) -> None:
    read = _codes.code_of(code)
    assert read is not None and read.reason == reason
    assert _numbers.parse_decimal(code) is None


def test_nine_says_different_things_of_areas_and_of_provision() -> None:
    area, provision = _codes.code_of("9", _codes.GRADE_CODES), _codes.code_of("9", _codes.PROVISION_CODES)
    assert area is not None and (area.reason, area.note) == ("not_applicable", "not judged at this inspection")
    assert provision is not None and (provision.reason, provision.note) == ("not_applicable", "")
    eight = _codes.code_of("8", _codes.GRADE_CODES)
    assert eight is not None and eight.reason == "unknown"
