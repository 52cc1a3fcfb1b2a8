"""A value that is no document of the kind asked for: a TypeError that names the argument and the way to a document, never the inside of one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
import samples

import schoolimp as si

ON = dt.date(2026, 9, 10)


def placed(**options: object) -> si.Calendar:
    given = {"trust": samples.trust(), "school_years": [samples.school_year()], "judgements": samples.judgements(), **options}
    return si.make_calendar(samples.framework(), from_date=ON, stamp=samples.STAMP, **given)  # type: ignore[arg-type]


def judged(framework: object, evidence: object, **options: object) -> si.Judgement:
    return si.judge(framework, evidence, "100001", valid=ON, **options)  # type: ignore[arg-type]


def planned(**given: object) -> si.Plan:
    parts: dict[str, object] = {"judgement": samples.judgement(), "school_year": samples.school_year(), "trust": samples.trust(), **given}
    return si.make_plan(samples.framework(), parts["judgement"], parts["school_year"], trust=parts["trust"], made_on=ON)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (lambda: judged("pvat", samples.evidence()), r"^framework is a Framework, not str \('pvat'\); schoolimp.framework\(id\) gives one$"),
        (lambda: judged(samples.framework(), None), r"^evidence is an Evidence, not NoneType \(None\)$"),
        (lambda: judged(samples.framework(), {"observations": []}), r"evidence is .* not dict .*; Evidence.from_dict\(members\) makes one$"),
        (lambda: judged(samples.framework(), "school,indicator"), r"evidence is .* not str .*; Evidence.from_json\(text\) makes one$"),
        (lambda: judged(samples.framework(), samples.evidence(), trust=[]), "trust is a Trust, not list"),
        (lambda: judged(samples.framework(), samples.evidence(), benchmarks={}), "benchmarks is a Benchmarks, not dict"),
        (lambda: judged(samples.framework(), samples.evidence(), cohort=samples.evidence()), "cohort is a Cohort, not Evidence"),
        (lambda: si.judge_all(samples.framework(), samples.evidence(), trust=["100001"], valid=ON), "trust is a Trust, not list"),  # type: ignore[arg-type]
        (lambda: si.make_cohort(samples.evidence(), samples.framework(), valid=ON), "framework is a Framework, not Evidence"),  # type: ignore[arg-type]
        (lambda: si.decide(samples.framework(), "100001", {"level": "tier_1"}), "judgement is a Judgement, not str"),  # type: ignore[arg-type]
        (lambda: si.roll_up(samples.framework(), [samples.judgement(), 2]), r"^judgements\[1\] is a Judgement, not int \(2\)$"),  # type: ignore[list-item]
        (lambda: si.roll_up(samples.framework(), samples.judgement()), r"^judgements are several, not one Judgement; give a list of it"),  # type: ignore[arg-type]
        (lambda: planned(school_year="2026/27"), "school_year is a SchoolYear, not str"),
        (lambda: planned(trust=samples.school_year()), "trust is a Trust, not SchoolYear"),
        (lambda: si.rate_objectives(samples.judgement(), ON), "plan is a Plan, not Judgement"),  # type: ignore[arg-type]
        (lambda: si.record_progress(None, {"item": "a", "on": ON}), "plan is a Plan, not NoneType"),  # type: ignore[arg-type]
        (lambda: placed(school_years=samples.school_year()), "school_years are several, not one SchoolYear"),
        (lambda: placed(plans=[samples.judgement()]), r"plans\[0\] is a Plan, not Judgement"),
        (lambda: placed(previous={}), "previous is a Calendar, not dict"),
        (lambda: si.compare_calendars(samples.calendar(), None), "after is a Calendar, not NoneType"),  # type: ignore[arg-type]
        (lambda: si.write_icalendar(samples.plan()), "calendar is a Calendar, not Plan"),  # type: ignore[arg-type]
        (lambda: si.report.judgement_markdown(samples.judgement(), samples.framework()), "framework is a Framework, not Judgement"),  # type: ignore[arg-type]
        (lambda: si.report.plan_markdown(samples.framework(), samples.judgement()), "plan is a Plan, not Judgement"),  # type: ignore[arg-type]
        (lambda: si.report.calendar_markdown(samples.plan()), "calendar is a Calendar, not Plan"),  # type: ignore[arg-type]
    ],
)
def test_the_argument_and_the_way_to_a_document_are_named(call: Callable[[], object], told: str) -> None:
    with pytest.raises(TypeError, match=told):
        call()


@pytest.mark.parametrize(
    "report",
    [
        lambda framework: si.report.judgement_markdown(framework, samples.judgement()),
        lambda framework: si.report.rollup_markdown(framework, si.roll_up(samples.framework(), samples.judgements())),
        lambda framework: si.report.plan_markdown(framework, samples.plan()),
    ],
)
def test_a_report_with_the_words_of_another_framework_is_refused(report: Callable[[si.Framework], str]) -> None:
    assert report(samples.framework()).startswith("# ")
    with pytest.raises(si.FailedPreconditionError, match=f"was made with the framework of hash {samples.framework().hash[:12]}, and this is tpat") as caught:
        report(si.framework("tpat"))
    assert [(issue.code, issue.hint) for issue in caught.value.issues] == [("other_framework", "give the framework it was made with")]
