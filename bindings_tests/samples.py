"""A small trust: two schools, their evidence, a school year, and everything made from them."""

from __future__ import annotations

import datetime as dt
import functools
from decimal import Decimal

import schoolimp as si

TODAY = dt.date(2026, 9, 7)
STAMP = dt.datetime(2026, 9, 7, 12, 0, tzinfo=dt.UTC)


@functools.cache
def framework() -> si.Framework:
    return si.framework("pvat")


@functools.cache
def trust() -> si.Trust:
    return si.Trust.from_dict(
        {
            "schema": "schoolimp/trust/1",
            "id": "example",
            "name": "Example Trust",
            "schools": [
                {"id": "100001", "name": "Ash Primary", "phase": "primary", "joined": dt.date(2019, 9, 1), "pupils": 210},
                {"id": "100002", "name": "Birch Primary", "phase": "primary", "pupils": 420},
            ],
            "people": [{"id": "p1", "name": "Sam Example", "roles": ["director_of_education"]}],
        }
    )


@functools.cache
def evidence() -> si.Evidence:
    rows = []
    for school, figures in {"100001": (70, 66, 64), "100002": (50, 52, 49)}.items():
        for year, value in zip(("2025/26", "2024/25", "2023/24"), figures, strict=True):
            rows.append({"school": school, "indicator": "ks2.rwm_expected", "period": year, "value": value, "source": "example", "cohort": 30})
        rows.append({"school": school, "indicator": "absence.overall", "period": "2025/26", "value": Decimal("5.1")})
        rows.append({"school": school, "indicator": "ofsted.overall", "value": "good", "observed_on": dt.date(2024, 3, 5)})
        rows.append({"school": school, "indicator": "review.finance", "missing": "not_collected", "observed_on": dt.date(2026, 3, 5)})
    return si.Evidence.from_observations(rows)


@functools.cache
def benchmarks() -> si.Benchmarks:
    years = {"2025/26": 62, "2024/25": 62, "2023/24": Decimal("60.5")}
    lines = [{"indicator": "ks2.rwm_expected", "period": year, "phase": "all", "value": value, "source": "example"} for year, value in years.items()]
    lines.append({"indicator": "absence.overall", "period": "2025/26", "phase": "primary", "value": Decimal("5.2"), "source": "example"})
    return si.Benchmarks.from_dict({"schema": "schoolimp/benchmarks/1", "lines": lines})


@functools.cache
def school_year() -> si.SchoolYear:
    return si.SchoolYear.from_dict(
        {
            "schema": "schoolimp/school_year/1",
            "id": "main-2026",
            "title": "2026/27",
            "academic_year": "2026/27",
            "half_terms": [
                {"term": "autumn", "first": "2026-09-01", "last": "2026-10-23"},
                {"term": "autumn", "first": "2026-11-02", "last": "2026-12-18"},
                {"term": "spring", "first": "2027-01-04", "last": "2027-02-12"},
                {"term": "spring", "first": "2027-02-22", "last": "2027-03-25"},
                {"term": "summer", "first": "2027-04-12", "last": "2027-05-28"},
                {"term": "summer", "first": "2027-06-07", "last": "2027-07-21"},
            ],
            "inset_days": ["2026-09-01", "2026-09-02", "2027-01-04", "2027-06-07", "2027-07-21"],
            "closures": [{"first": "2027-05-06", "last": "2027-05-06", "reason": "Polling station"}],
        }
    )


@functools.cache
def judgement(school: str = "100001") -> si.Judgement:
    return si.judge(framework(), evidence(), school, valid=TODAY, trust=trust(), benchmarks=benchmarks())


@functools.cache
def judgements() -> tuple[si.Judgement, ...]:
    return si.judge_all(framework(), evidence(), trust=trust(), valid=TODAY, benchmarks=benchmarks())


@functools.cache
def rollup() -> si.Rollup:
    return si.roll_up(framework(), judgements())


@functools.cache
def decisions() -> si.Decisions:
    return si.Decisions.from_dict(
        {
            "schema": "schoolimp/decisions/1",
            "decisions": [{"school": "100001", "judgement": "tier_of_support", "level": "tier_1", "decided_on": dt.date(2026, 9, 8), "by": "trust_board"}],
        }
    )


@functools.cache
def plan(school: str = "100002") -> si.Plan:
    return si.make_plan(framework(), judgement(school), school_year(), trust=trust(), made_on=TODAY)


@functools.cache
def calendar() -> si.Calendar:
    return si.make_calendar(
        framework(),
        trust=trust(),
        school_years=[school_year()],
        judgements=judgements(),
        plans=[plan()],
        from_date=dt.date(2026, 9, 1),
        stamp=STAMP,
    )


@functools.cache
def documents() -> dict[str, si.Framework | si.Evidence | si.Benchmarks | si.Trust | si.SchoolYear | si.Judgement | si.Rollup | si.Decisions | si.Plan | si.Calendar]:
    """One document of each kind, by the name of its kind."""
    return {
        "framework": framework(),
        "evidence": evidence(),
        "benchmarks": benchmarks(),
        "trust": trust(),
        "school_year": school_year(),
        "judgement": judgement(),
        "rollup": rollup(),
        "decisions": decisions(),
        "plan": plan(),
        "calendar": calendar(),
    }


KINDS = ("framework", "evidence", "benchmarks", "trust", "school_year", "judgement", "rollup", "decisions", "plan", "calendar")
