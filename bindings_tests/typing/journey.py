"""From evidence to calendar, as docs/python.md has it: what each step gives is what a type checker says it gives."""

import datetime as dt
from decimal import Decimal
from typing import Any, assert_type

import schoolimp as si

framework = si.framework("pvat")
assert_type(framework, si.Framework)
assert_type(framework.levels, tuple[str, ...])
assert_type(framework.warnings, tuple[si.Issue, ...])
assert_type(framework.find_level("tier.tier_1"), dict[str, Any] | None)
assert_type(framework.to_sql(not_applicable=["ks2.rwm_expected"]), str)
assert_type([info.title for info in si.frameworks()], list[str])
assert_type(si.schema("trust"), str)

trust = si.Trust.from_dict(
    {
        "schema": "schoolimp/trust/1",
        "id": "example",
        "name": "Example Trust",
        "schools": [{"id": "100001", "name": "Ash Primary", "phase": "primary"}, {"id": "100002", "name": "Birch Primary", "phase": "primary"}],
    }
)
assert_type(trust, si.Trust)
assert_type(trust.schools[0].joined, dt.date | None)
assert_type(trust.schools[0].pupils, int | None)
assert_type(trust.find_school("100001"), si.School | None)

evidence = si.Evidence.from_observations(
    [
        {"school": "100001", "indicator": "ks2.rwm_expected", "period": "2018/19", "value": 70},
        {"school": "100001", "indicator": "absence.overall", "period": "2018/19", "value": Decimal("3.9")},
        {"school": "100001", "indicator": "ofsted.overall", "value": "good", "observed_on": dt.date(2018, 3, 5)},
        {"school": "100002", "indicator": "ks2.rwm_expected", "period": "2018/19", "value": 48},
    ]
)
assert_type(evidence, si.Evidence)
assert_type(evidence.observations[0].value, int | Decimal | bool | str | None)
assert_type(evidence.of("100001"), tuple[si.Observation, ...])
assert_type(evidence.merged(si.Evidence.from_csv(evidence.to_csv())), si.Evidence)
assert_type(si.Evidence.from_json(evidence.to_json(pretty=False)), si.Evidence)
assert_type(evidence.to_dict(), dict[str, Any])
assert_type(si.check_evidence(framework, evidence), tuple[si.Issue, ...])

national = si.Benchmarks.builtin().find("ks2.rwm_expected", "2018/19")
assert_type(national, si.Benchmark | None)
if national is not None:
    assert_type(national.value, int | Decimal)

cohort = si.make_cohort(framework, evidence, valid=dt.date(2019, 12, 31), trust=trust)
assert_type(cohort, si.Cohort)
assert_type(cohort.schools, tuple[str, ...])

valid = dt.date(2019, 12, 31)
one = si.judge(framework, evidence, "100001", valid=valid, trust=trust)
assert_type(one, si.Judgement)
judgements = si.judge_all(framework, evidence, trust=trust, valid=valid, progress=lambda done, total: print(done, "of", total))
assert_type(judgements, si.Judgements)
assert_type(judgements[0], si.Judgement)
assert_type(judgements["100001"], si.Judgement)
assert_type(judgements[:1], si.Judgements)
assert_type(judgements.where(settled=True), si.Judgements)
assert_type([judgement.school for judgement in judgements], list[str])
assert_type(one.suggested(), str | None)
assert_type(one.possible(), tuple[str, ...])
assert_type(one.answer().reasons, tuple[str, ...])
assert_type(one.level_in_force(), str | None)
assert_type(one.readings[0].observed_on, dt.date | None)
assert_type(one.criteria[0].comparisons, tuple[si.Comparison, ...])

second = si.decide(framework, judgements["100002"], {"level": "tier_2", "decided_on": dt.date(2020, 1, 8), "by": "trust_board", "reason": "Agreed."})
assert_type(second, si.Judgement)
decision = second.decided()
assert_type(decision, si.Decision | None)
if decision is not None:
    assert_type(decision.level, str)
    assert_type(decision.decided_on, dt.date)
assert_type(si.roll_up(framework, [one, second]).schools, tuple[str, ...])

school_year = si.SchoolYear.from_dict(
    {
        "schema": "schoolimp/school_year/1",
        "id": "main-2019",
        "academic_year": "2019/20",
        "half_terms": [
            {"term": "autumn", "first": "2019-09-03", "last": "2019-12-20"},
            {"term": "spring", "first": "2020-01-06", "last": "2020-04-03"},
            {"term": "summer", "first": "2020-04-20", "last": "2020-07-17"},
        ],
    }
)
assert_type(school_year.audit().staff_difference, int)
assert_type(school_year.audit().half_terms, tuple[si.HalfTermCount, ...])
assert_type(school_year.school_days, tuple[dt.date, ...])
assert_type(school_year.next_school_day(dt.date(2020, 1, 1)), dt.date | None)
assert_type(si.bank_holidays(2020)[0].date, dt.date)

plan = si.make_plan(framework, second, school_year, trust=trust, made_on=dt.date(2020, 1, 8))
assert_type(plan, si.Plan)
assert_type(plan.end, dt.date | None)
assert_type(plan.objectives[0].due, dt.date | None)
assert_type(plan.actions[0].visits, tuple[si.Visit, ...])
assert_type([point.text for point in plan.to_be_agreed], list[str])
plan = si.record_progress(plan, si.ProgressEntry(plan.objectives[0].id, dt.date(2020, 3, 2), note="On the way."))
plan = si.record_progress(plan, {"item": plan.objectives[0].id, "on": dt.date(2020, 4, 2), "rag": "amber"})
assert_type(si.rate_objectives(plan, dt.date(2020, 5, 1)), tuple[si.RagResult, ...])
assert_type(si.revise_plan(plan, framework, second, school_year, trust=trust, made_on=dt.date(2020, 5, 4)), si.Plan)

calendar = si.make_calendar(
    framework,
    trust=trust,
    school_years=[school_year],
    judgements=judgements,
    plans=[plan],
    from_date=dt.date(2020, 1, 6),
    stamp=dt.datetime(2020, 1, 6, 9, tzinfo=dt.timezone.utc),
    cadences=[si.CadenceOverride("attend_events", si.Cadence("term"), "Agreed by the board.")] if framework.find_activity("attend_events") else (),
)
assert_type(calendar, si.Calendar)
assert_type(calendar.changes, si.CalendarChanges | None)
assert_type(calendar.events[0].moved_from, si.DateRange | None)
assert_type(calendar.stamp, dt.datetime)
assert_type(si.compare_calendars(calendar, calendar).unchanged, int)
assert_type(si.write_icalendar(calendar, alarm_days_before=2), bytes)

assert_type(si.report.judgement_markdown(framework, one, trust), str)
assert_type(si.report.plan_markdown(framework, plan, rated_on=dt.date(2020, 5, 1)), str)
