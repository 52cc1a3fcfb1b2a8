"""From published files to a judged table: cells named as the framework names them, and the same answers as of the same evidence judged school by school."""

from __future__ import annotations

import datetime as dt
import random
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import schoolimp as si
from schoolimp import dfe

DAY = dt.date(2019, 8, 31)
NATIONAL = si.Benchmarks.from_dict(
    {
        "schema": "schoolimp/benchmarks/1",
        "lines": [
            {"indicator": "absence.overall", "period": "2017/18", "value": Decimal("4.8"), "phase": "all", "source": "invented"},
            {"indicator": "absence.overall", "period": "2018/19", "value": 4, "phase": "primary", "source": "invented"},
            {"indicator": "absence.overall", "period": "2018/19", "value": Decimal("5.5"), "phase": "secondary", "source": "invented"},
        ],
    }
)
SCHOOLS: list[Any] = [
    {"id": "1", "name": "Ash", "phase": "primary", "pupils": 210, "joined": "2015-09-01"},
    {"id": "2", "name": "Birch", "phase": "secondary"},
    {"id": "3", "name": "Cedar"},
]
OBSERVATIONS: list[Any] = [
    {"school": "1", "indicator": "absence.overall", "period": "2018/19", "value": Decimal("3.9")},
    {"school": "1", "indicator": "absence.overall", "period": "2017/18", "value": Decimal("4.1")},
    {"school": "1", "indicator": "absence.overall", "period": "2015/16", "value": Decimal("9.9")},
    {"school": "2", "indicator": "absence.overall", "period": "2018/19", "missing": "suppressed"},
    {"school": "2", "indicator": "absence.overall", "period": "2017/18", "value": Decimal("5.0"), "recorded_at": "2019-03-01"},
    {"school": "2", "indicator": "absence.overall", "period": "2017/18", "value": Decimal("5.1"), "recorded_at": "2019-04-01"},
    {"school": "2", "indicator": "absence.overall", "period": "2017/18", "value": Decimal("5.2"), "recorded_at": "2020-04-01"},
    {"school": "3", "indicator": "absence.overall", "period": "2017/18", "value": Decimal("6.5")},
    {"school": "1", "indicator": "ks2.progress", "group": "maths", "period": "2018/19", "missing": "not_applicable"},
    {"school": "1", "indicator": "ofsted.overall", "value": "good", "observed_on": "2016-05-01"},
    {"school": "1", "indicator": "ofsted.overall", "value": "outstanding", "observed_on": "2018-05-01"},
    {"school": "1", "indicator": "ofsted.overall", "value": "inadequate", "observed_on": "2019-12-01"},
    {"school": "2", "indicator": "ofsted.safeguarding_effective", "value": True, "observed_on": "2018-05-01"},
    {"school": "4", "indicator": "absence.overall", "period": "2018/19", "value": Decimal("7.0")},
]


def cells(**options: Any) -> pd.DataFrame:
    return dfe.ReadResult(list(OBSERVATIONS), list(SCHOOLS)).to_cells(DAY, **{"benchmarks": NATIONAL, **options}).set_index("school")


def column(name: str, **options: Any) -> list[Any]:
    return [None if pd.isna(value) else value for value in cells(**options)[name]]


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("name", ["Ash", "Birch", "Cedar", None]),
        ("school.phase", ["primary", "secondary", None, None]),
        ("school.pupils", [210.0, None, None, None]),
        ("school.joined", [dt.date(2015, 9, 1), None, None, None]),
        ("absence.overall", [3.9, None, 6.5, 7.0]),
        ("absence.overall:missing", [None, "suppressed", None, None]),
        ("prior(absence.overall)", [4.1, 5.1, None, None]),
        ("national(absence.overall)", [4.0, 5.5, 4.8, None]),
        ("prior(national(absence.overall))", [4.8, 4.8, None, 4.8]),
        ("ks2.progress['maths']:missing", ["not_applicable", None, None, None]),
        ("ofsted.overall", ["outstanding", None, None, None]),
        ("observed_on(ofsted.overall)", [dt.date(2018, 5, 1), None, None, None]),
        ("prior(ofsted.overall)", ["good", None, None, None]),
        ("ofsted.safeguarding_effective", [None, True, None, None]),
    ],
)
def test_cells_of_the_latest_year_of_each_school(name: str, values: list[Any]) -> None:
    assert column(name) == values


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("absence.overall", [3.9, None, None, 7.0]),
        ("prior(absence.overall)", [4.1, 5.1, 6.5, None]),
        ("national(absence.overall)", [4.0, 5.5, None, None]),
        ("prior(national(absence.overall))", [4.8, 4.8, 4.8, 4.8]),
    ],
)
def test_cells_of_one_year_for_all(name: str, values: list[Any]) -> None:
    assert column(name, period="2018-19") == values


def test_how_far_back() -> None:
    assert not [name for name in cells(earlier=0).columns if name.startswith("prior")]
    assert column("prior(absence.overall, 3)", earlier=3) == [9.9, None, None, None]
    with pytest.raises(ValueError, match="earlier is -1"):
        cells(earlier=-1)
    with pytest.raises(ValueError, match="not an academic year"):
        cells(period="2018")


def test_the_columns_are_cells_of_the_framework() -> None:
    judged = si.framework("pvat").judge_table(cells().reset_index(), valid=DAY, key="school")
    assert judged.failed == 0 and judged.schools == ("1", "2", "3", "4")
    assert set(si.framework("pvat").cells) - set(judged.absent) <= set(cells().columns)
    missing = {reading.indicator: reading.missing for reading in judged["2"].readings if not reading.national and not reading.shift}
    assert missing["absence.overall"] == "suppressed"


def test_nothing_read_is_a_table_without_rows() -> None:
    assert list(dfe.ReadResult().to_cells(DAY).columns) == ["school"]


def differences(read: dfe.ReadResult, framework: si.Framework, day: dt.date, period: str | None) -> list[str]:
    """Schools whose row is judged otherwise than their evidence."""
    national = si.Benchmarks.builtin().overlaid(si.Benchmarks.from_dict(read.benchmarks_document()))
    schools = read.school_documents()
    trust = si.Trust.from_dict({"schema": "schoolimp/trust/1", "id": "all", "name": "All", "schools": schools})
    judged = framework.judge_table(read.to_cells(day, period=period), valid=day, key="school")
    found = [f"{issue}" for issue in judged.failures]
    for judgement in si.judge_all(framework, read.evidence(), trust=trust, valid=day, benchmarks=national, period=period):
        row = judged[judgement.school]
        for part in ("suggested", "possible"):
            if getattr(judgement, part)() != getattr(row, part)():
                found.append(f"{judgement.school}: {part} {getattr(judgement, part)()} of the evidence, {getattr(row, part)()} of the row")
        if {each.id: each.result for each in judgement.criteria} != {each.id: each.result for each in row.criteria}:
            found.append(f"{judgement.school}: criteria")
    return found


@pytest.mark.parametrize("period", [None, "2024/25"])
@pytest.mark.parametrize("id", ["pvat", "pact", "tpat", "djanogly"])
def test_the_example_is_judged_as_its_evidence_is(id: str, period: str | None) -> None:
    read = dfe.load_folder(Path(dfe.__file__).parent.parent / "example" / "published")
    assert differences(read, si.framework(id), dt.date(2026, 9, 1), period) == []


@pytest.mark.parametrize("period", [None, "2018/19"])
def test_schools_of_the_panel_are_judged_as_their_evidence_is(data: Path, period: str | None) -> None:
    panel = dfe.read_panel_primary(data / "panel_primary_2016-2020.csv")
    some = panel.of(*(school["id"] for school in random.Random(1).sample(panel.schools, 50)))
    assert differences(some, si.framework("pvat"), DAY, period) == []


def test_evidence_is_that_of_the_document() -> None:
    read = dfe.load_folder(Path(dfe.__file__).parent.parent / "example" / "published")
    assert read.evidence() == si.Evidence.from_dict(read.evidence_document())
    assert dfe.ReadResult().evidence() == si.Evidence.from_observations([])
