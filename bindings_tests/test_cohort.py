"""Judging schools together: ranks, percentiles and quantiles need a cohort, and say so when there is none."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
import schoolimp as si

VALID = dt.date(2019, 12, 31)
RESULTS = {"a": 70, "b": 80, "c": 80, "d": 60, "e": None}


def stated(**members):
    return {**members, "refs": ["T-001"], "basis": "stated"}


def document():
    levels = [stated(id=level, title=level) for level in ("low", "middle", "high")]
    tests = {
        "top": "rank(results) <= 2",
        "primary": "rank(results, school.phase == 'primary') == 1",
        "half": "results >= median(results)",
        "quarter": "percentile(results) < 25",
    }
    rules = [stated(id="best", when="top", then="band.high"), stated(id="worst", when="quarter", then="band.low")]
    return {
        "schema": "schoolimp/framework/1",
        "id": "ranked",
        "edition": "2026",
        "title": "Ranked",
        "scales": [stated(id="band", title="Band", order="worst_first", levels=levels)],
        "indicators": [stated(id="results", title="Results", type="number", unit="percent", minimum=0, maximum=100, period="school_year")],
        "criteria": [stated(id=id, title=id, test=test) for id, test in tests.items()],
        "measures": [
            stated(id="place", title="Place", kind="decision_table", scale="band", hit_policy="FIRST", rules=rules, otherwise="band.middle"),
        ],
        "judgements": [stated(id="place", title="Place", scale="band", measure="place", decision=stated(by=["board"]))],
        "bodies": [stated(id="board", title="Board")],
    }


@pytest.fixture(scope="module")
def framework():
    return si.Framework.from_dict(document())


@pytest.fixture(scope="module")
def evidence():
    rows = [
        {"school": school, "indicator": "results", "period": "2018/19", **({"missing": "suppressed"} if value is None else {"value": value})}
        for school, value in RESULTS.items()
    ]
    return si.Evidence.from_observations(rows)


@pytest.fixture(scope="module")
def trust():
    phases = {"a": "primary", "b": "secondary", "c": "primary", "d": "primary", "e": "primary", "f": "primary"}
    schools = [{"id": id, "name": id, "phase": phase} for id, phase in phases.items()]
    return si.Trust.from_dict({"schema": "schoolimp/trust/1", "id": "t", "name": "Trust", "schools": schools})


@pytest.fixture(scope="module")
def cohort(framework, evidence, trust):
    return si.make_cohort(framework, evidence, trust=trust, valid=VALID)


def results(judgement):
    return {criterion.id: criterion.result for criterion in judgement.criteria}


def test_figures(cohort, framework):
    assert cohort.schools == ("a", "b", "c", "d", "e", "f")
    assert len(cohort) == 6
    assert "f" in cohort
    assert "g" not in cohort
    assert cohort.functions == ("rank(results)", "rank(results, school.phase == 'primary')", "median(results)", "percentile(results)")
    assert [cohort.figure("rank(results)", school) for school in "abcdefg"] == [3, 1, 1, 4, None, None, None]
    assert cohort.figure("percentile(results)", "a") == Decimal("37.5")
    assert cohort.figure("median(results)", "e") == 75
    assert cohort.population("rank(results)") == 4
    assert cohort.population("rank(results, school.phase == 'primary')") == 3
    assert (cohort.framework_hash, cohort.valid, cohort.known_by) == (framework.hash, VALID, VALID)
    assert repr(cohort) == "<Cohort schools=6 functions=4 valid=2019-12-31>"


def test_unknown_function(cohort):
    with pytest.raises(KeyError, match=r"no population function 'rank\(x\)'; it has: rank\(results\), "):
        cohort.figure("rank(x)", "a")
    with pytest.raises(KeyError):
        cohort.population("")


def test_judged_with_a_cohort(framework, evidence, trust, cohort):
    judged = si.judge(framework, evidence, "b", trust=trust, valid=VALID, cohort=cohort)
    assert results(judged) == {"top": "met", "primary": "not_applicable", "half": "met", "quarter": "not_met"}
    assert judged.suggested() == "high"
    rank = next(reading for reading in judged.readings if reading.indicator == "rank(results)")
    assert rank.population
    assert (rank.value, rank.missing, rank.source) == ("1", "", "4 of the 6 schools in the cohort")
    assert si.Judgement.from_json(judged.to_json()) == judged


def test_judged_without_one_says_so(framework, evidence, trust):
    judged = si.judge(framework, evidence, "b", trust=trust, valid=VALID)
    assert judged.suggested() is None
    assert judged.possible() == ("low", "middle", "high")
    rank = next(reading for reading in judged.readings if reading.indicator == "rank(results)")
    assert (rank.value, rank.missing, rank.source) == ("", "not_loaded", "needs a cohort: the schools it is compared with")
    assert any("rank(results) (needs a cohort" in reason for reason in judged.answer().reasons)
    report = si.report.judgement_markdown(framework, judged, trust=trust)
    assert "needs a cohort" in report


def test_all_schools_of_a_trust_are_a_cohort(framework, evidence, trust, cohort):
    judged = si.judge_all(framework, evidence, trust=trust, valid=VALID)
    assert [judgement.suggested() for judgement in judged] == ["middle", "high", "high", "low", None, None]
    assert judged == si.judge_all(framework, evidence, trust=trust, valid=VALID, cohort=cohort)
    rollup = si.roll_up(framework, judged)
    assert rollup.to_dict()["judgements"][0]["without_level"] == ["e", "f"]


def test_schools_outside_the_trust_count(framework, evidence):
    alone = si.Trust.from_dict({"schema": "schoolimp/trust/1", "id": "t", "name": "Trust", "schools": [{"id": "a", "name": "A", "phase": "primary"}]})
    (judged,) = si.judge_all(framework, evidence, trust=alone, valid=VALID)
    assert results(judged)["top"] == "not_met"
    assert next(reading for reading in judged.readings if reading.indicator == "rank(results)").value == "3"


def test_the_cohort_of_another_framework_or_date_is_refused(framework, evidence, trust, cohort):
    other = si.Framework.from_dict({**document(), "title": "Another"})
    with pytest.raises(si.FailedPreconditionError, match="made with another framework"):
        si.judge(other, evidence, "a", trust=trust, valid=VALID, cohort=cohort)
    with pytest.raises(si.FailedPreconditionError, match="the cohort is as of 2019-12-31, recorded by 2019-12-31; the judgement is as of 2019-12-30"):
        si.judge(framework, evidence, "a", trust=trust, valid=dt.date(2019, 12, 30), cohort=cohort)


def test_evidence_that_contradicts_the_framework(framework):
    rows = [{"school": school, "indicator": "results", "period": "2018/19", "value": 101} for school in "ab"]
    with pytest.raises(si.InvalidDocumentError) as failure:
        si.make_cohort(framework, si.Evidence.from_observations(rows), valid=VALID)
    assert len(failure.value.issues) == 2


def test_a_cohort_is_only_made(framework):
    with pytest.raises(TypeError, match="make_cohort"):
        si.Cohort()
    assert len(si.make_cohort(framework, si.Evidence.from_observations([]), valid=VALID)) == 0
