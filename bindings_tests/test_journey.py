"""The way from evidence to calendar through the public layer: arguments, results, and what is refused."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
import samples
import schoolimp as si


class TestJudging:
    def test_answers_come_with_reasons(self):
        judgement = samples.judgement("100002")
        answer = judgement.answer()
        assert answer.judgement == "tier_of_support"
        assert judgement.suggested() == judgement.suggested("tier_of_support") == answer.suggested == "tier_3"
        assert answer.possible == judgement.possible() == ("tier_3",)
        assert answer.reasons
        results = {criterion.id: criterion for criterion in judgement.criteria}
        below = results["outcomes.primary_below"]
        assert below.result == "met"
        cells = {(reading.indicator, reading.national, reading.shift): reading for reading in judgement.readings}
        assert cells["ks2.rwm_expected", False, 0].value == "50"
        assert cells["ks2.rwm_expected", True, 0].value == "62"
        assert cells["ks2.rwm_expected", False, 0].period == "2025/26"
        unknown = results["finance.sustainable"]
        assert (unknown.result, [judgement.readings[at].missing for at in unknown.waiting_for]) == ("unknown", ["not_collected"])

    def test_what_is_missing_is_counted_and_named(self):
        judgement = samples.judgement()
        assert judgement.known > 0
        assert judgement.missing > 0
        assert all(judgement.readings[at].missing for at in judgement.answer().missing_that_matters)

    def test_dates_and_provenance(self):
        judgement = samples.judgement()
        assert (judgement.valid, judgement.known_by) == (samples.TODAY, samples.TODAY)
        assert judgement.framework_hash == samples.framework().hash
        assert judgement.school == "100001"

    def test_known_by_is_a_second_clock(self):
        rows = [
            {"school": "100001", "indicator": "absence.overall", "period": "2025/26", "value": 3, "recorded_at": dt.date(2026, 8, 1)},
            {"school": "100001", "indicator": "absence.overall", "period": "2025/26", "value": 9, "recorded_at": dt.date(2026, 9, 5)},
        ]
        evidence = si.Evidence.from_observations(rows)

        def absence(known: dt.date) -> str:
            judgement = si.judge(samples.framework(), evidence, "100001", valid=samples.TODAY, known=known, trust=samples.trust(), benchmarks=samples.benchmarks())
            return next(reading.value for reading in judgement.readings if reading.indicator == "absence.overall" and not reading.national)

        assert (absence(dt.date(2026, 8, 2)), absence(samples.TODAY)) == ("3", "9")

    def test_progress_is_told(self):
        told = []
        judgements = si.judge_all(
            samples.framework(), samples.evidence(), trust=samples.trust(), valid=samples.TODAY, benchmarks=samples.benchmarks(), progress=lambda *done: told.append(done)
        )
        assert judgements == samples.judgements()
        assert told == [(1, 2), (2, 2)]

    def test_a_progress_call_can_stop_the_work(self):
        def stop(done: int, total: int) -> None:
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            si.judge_all(samples.framework(), samples.evidence(), trust=samples.trust(), valid=samples.TODAY, progress=stop)

    def test_figures_of_the_library_when_none_are_given(self):
        evidence = si.Evidence.from_observations([{"school": "100001", "indicator": "ks2.rwm_expected", "period": "2018/19", "value": 70}])
        judgement = si.judge(samples.framework(), evidence, "100001", valid=dt.date(2019, 12, 31), trust=samples.trust())
        national = next(reading for reading in judgement.readings if reading.national and reading.indicator == "ks2.rwm_expected" and reading.shift == 0)
        published = si.Benchmarks.builtin().find("ks2.rwm_expected", "2018/19", phase="primary")
        assert Decimal(national.value) == published.value
        assert published.source

    @pytest.mark.parametrize(
        ("row", "word"),
        [
            ({"indicator": "ofsted.overall", "value": "superb", "observed_on": "2024-03-05"}, "outstanding"),
            ({"indicator": "absence.overall", "value": 101, "period": "2025/26"}, "100"),
            ({"indicator": "absence.overall", "value": True, "period": "2025/26"}, "number"),
        ],
    )
    def test_evidence_against_the_framework_is_refused(self, row, word):
        evidence = si.Evidence.from_observations([{"school": "100001", **row}])
        with pytest.raises(si.InvalidDocumentError, match=word):
            si.judge(samples.framework(), evidence, "100001", valid=samples.TODAY)
        (issue,) = si.check_evidence(samples.framework(), evidence)
        assert issue.severity == "error"
        assert issue.pointer == "/observations/0/value"

    def test_an_indicator_the_framework_does_not_use_is_a_warning(self):
        evidence = si.Evidence.from_observations([{"school": "100001", "indicator": "absence.overal", "value": 5, "period": "2025/26"}])
        (issue,) = si.check_evidence(samples.framework(), evidence)
        assert (issue.severity, "absence.overall" in issue.hint) == ("warning", True)

    @pytest.mark.parametrize("valid", ["2026-09-07", dt.datetime(2026, 9, 7), 20000])
    def test_dates_are_dates(self, valid):
        with pytest.raises(TypeError, match="valid is a datetime.date"):
            si.judge(samples.framework(), samples.evidence(), "100001", valid=valid)

    def test_a_period_that_is_none(self):
        with pytest.raises(si.InvalidDocumentError, match="2018/19"):
            si.judge(samples.framework(), samples.evidence(), "100001", valid=samples.TODAY, period="2018")

    def test_an_unknown_question(self):
        with pytest.raises(KeyError, match="tier_of_support"):
            samples.judgement().suggested("category")


class TestDeciding:
    DECISION = {"level": "tier_2", "decided_on": samples.TODAY, "by": "trust_board", "reason": "Agreed after a visit."}

    def test_a_decision_stands_beside_the_suggestion(self):
        before = samples.judgement()
        after = si.decide(samples.framework(), before, self.DECISION)
        assert after.suggested() == before.suggested() == "tier_1"
        assert before.decided() is None
        assert after.decided() == after.decisions[-1]
        assert after.decided().level == "tier_2"
        assert after.decided().suggested == "tier_1"
        assert after.decided().framework_hash == samples.framework().hash
        assert "=tier_1 (decided tier_2) known=" in repr(after) and "decided" not in repr(before)
        assert (before.level_in_force(), after.level_in_force()) == ("tier.tier_1", "tier.tier_2")

    def test_the_last_decision_is_in_force(self):
        once = si.decide(samples.framework(), samples.judgement(), self.DECISION)
        twice = si.decide(samples.framework(), once, si.Decision("100001", "tier_of_support", "tier_3", dt.date(2026, 9, 20), by="trust_board"))
        assert [decision.level for decision in twice.decisions] == ["tier_2", "tier_3"]
        assert twice.decided().level == "tier_3"

    def test_dates_may_be_texts_as_in_json(self):
        after = si.decide(samples.framework(), samples.judgement(), {**self.DECISION, "decided_on": "2026-09-07"})
        assert after.decided().decided_on == samples.TODAY

    @pytest.mark.parametrize(
        ("change", "error"),
        [
            ({"level": "tier_9"}, si.SchoolImpError),
            ({"judgement": "category"}, si.SchoolImpError),
            ({"school": "100002"}, si.SchoolImpError),
            ({"decided_on": None}, TypeError),
            ({"levle": "tier_1"}, TypeError),
        ],
    )
    def test_what_cannot_be_decided(self, change, error):
        with pytest.raises(error):
            si.decide(samples.framework(), samples.judgement(), {**self.DECISION, **change})


class TestRollingUp:
    def test_schools_by_level(self):
        rollup = samples.rollup()
        assert rollup.schools == ("100001", "100002")
        levels = {level["level"]: level.get("suggested", []) for level in rollup.to_dict()["judgements"][0]["levels"]}
        assert levels == {"tier_1": ["100001"], "tier_2": [], "tier_3": ["100002"]}

    def test_another_framework_is_refused(self):
        with pytest.raises(si.SchoolImpError):
            si.roll_up(si.framework("pact"), samples.judgements())
        with pytest.raises(si.SchoolImpError):
            si.roll_up(samples.framework(), samples.judgements() * 2)


class TestPlanning:
    def test_a_plan_answers_to_the_level_in_force(self):
        plan = samples.plan()
        assert plan.school == "100002"
        assert [(level.judgement, level.level, level.decided) for level in plan.levels] == [("tier_of_support", "tier.tier_3", False)]
        assert plan.start == samples.TODAY
        actions = {action["id"] for offer in samples.framework().document["offers"] for action in offer["actions"]}
        assert {action.action for action in plan.actions} <= actions
        assert {objective.criterion for objective in plan.objectives} <= {criterion["id"] for criterion in samples.framework().document["criteria"]}
        assert plan.to_be_agreed

    def test_every_date_is_a_school_day(self):
        plan, year = samples.plan(), samples.school_year()
        dates = [date for action in plan.actions for date in (action.start, action.due, *(visit.on for visit in action.visits)) if date]
        dates += [milestone.on for milestone in plan.milestones]
        assert dates
        assert {year.kind(date) for date in dates} <= {"school_day", "inset", "staff_only"}

    def test_progress_is_recorded_and_rated(self):
        plan = samples.plan()
        objective = plan.objectives[0]
        entry = {"item": objective.id, "on": dt.date(2026, 11, 3), "by": "director_of_education", "note": "Seen in a visit.", "rag": "amber"}
        after = si.record_progress(plan, entry)
        assert plan.progress == ()
        assert after.progress == (si.ProgressEntry(objective.id, dt.date(2026, 11, 3), "director_of_education", "Seen in a visit.", rag="amber"),)
        assert si.record_progress(plan, after.progress[0]) == after
        rating = {result.objective: result for result in si.rate_objectives(after, dt.date(2026, 11, 4))}[objective.id]
        assert rating.people == "amber"
        assert rating.reason

    @pytest.mark.parametrize(
        ("change", "error"),
        [
            ({"item": "objective.nothing"}, si.NotFoundError),
            ({"on": "2020-01-01"}, si.SchoolImpError),
            ({"rag": "blue"}, si.InvalidDocumentError),
            ({"status": "started"}, si.InvalidDocumentError),
            ({"colour": "red"}, TypeError),
            ({"on": None}, TypeError),
        ],
    )
    def test_entries_that_cannot_be(self, change, error):
        entry = {"item": samples.plan().objectives[0].id, "on": "2026-11-03", **change}
        with pytest.raises(error):
            si.record_progress(samples.plan(), entry)

    def test_revising_with_nothing_new_changes_nothing(self):
        again = si.revise_plan(
            samples.plan(), samples.framework(), samples.judgement("100002"), samples.school_year(), trust=samples.trust(), made_on=dt.date(2026, 10, 1)
        )
        assert again == samples.plan()

    def test_revising_after_a_decision_keeps_the_record(self):
        objective = samples.plan().objectives[0]
        plan = si.record_progress(samples.plan(), {"item": objective.id, "on": "2026-11-03", "note": "kept"})
        judgement = si.decide(samples.framework(), samples.judgement("100002"), {"level": "tier_2", "decided_on": "2026-11-10", "by": "trust_board"})
        revised = si.revise_plan(plan, samples.framework(), judgement, samples.school_year(), trust=samples.trust(), made_on=dt.date(2026, 11, 10))
        assert revised.progress == plan.progress
        assert [revision.number for revision in revised.revisions] == [1, 2]
        assert revised.revisions[-1].changes
        assert revised.levels[0].level == "tier.tier_2"

    def test_without_a_level_there_is_no_plan(self):
        nothing = si.judge(samples.framework(), si.Evidence.from_observations([]), "100001", valid=samples.TODAY)
        assert nothing.suggested() is None
        with pytest.raises(si.FailedPreconditionError):
            si.make_plan(samples.framework(), nothing, samples.school_year(), trust=samples.trust(), made_on=samples.TODAY)

    def test_a_judgement_of_another_framework(self):
        with pytest.raises(si.FailedPreconditionError, match="judge again with this framework"):
            si.make_plan(si.framework("pact"), samples.judgement(), samples.school_year(), trust=samples.trust(), made_on=samples.TODAY)


class TestCalendar:
    def make(self, **options):
        arguments = {
            "trust": samples.trust(),
            "school_years": [samples.school_year()],
            "judgements": samples.judgements(),
            "plans": [samples.plan()],
            "from_date": dt.date(2026, 9, 1),
            "stamp": samples.STAMP,
        }
        return si.make_calendar(samples.framework(), **{**arguments, **options})

    def test_events_lie_on_school_days_of_the_year(self):
        calendar, year = samples.calendar(), samples.school_year()
        assert len(calendar) == len(calendar.events) > 10
        assert {year.kind(event.first) for event in calendar.events} <= {"school_day", "inset", "staff_only"}
        assert len({event.id for event in calendar.events}) == len(calendar)
        assert calendar.stamp == samples.STAMP
        assert calendar.changes is None
        event = calendar.events[0]
        assert calendar.find_event(event.id) == event
        assert calendar.find_event("nothing") is None

    def test_plans_are_in_it(self):
        kinds = {event.kind for event in samples.calendar().events if event.school == "100002"}
        assert kinds & {"action", "monitoring", "milestone", "review"}
        without = self.make(plans=[])
        assert len(without) < len(samples.calendar())

    def test_making_it_again_changes_nothing(self):
        later = dt.datetime(2026, 9, 8, 9, tzinfo=dt.UTC)
        again = self.make(previous=samples.calendar(), stamp=later)
        assert again.changes.unchanged == len(samples.calendar())
        assert (again.changes.added, again.changes.moved, again.changes.cancelled, again.changes.removed) == ((), (), (), ())
        assert again.changes.summary

    def test_an_agreed_date_moves_an_event_and_keeps_its_id(self):
        year = samples.school_year()
        event = next(event for event in samples.calendar().events if event.kind == "activity" and event.school)
        day = year.next_school_day(event.last + dt.timedelta(days=1)) or year.previous_school_day(event.first - dt.timedelta(days=1))
        moved = self.make(previous=samples.calendar(), pins=[si.PinnedDate(event.id, day)], stamp=dt.datetime(2026, 9, 9, tzinfo=dt.UTC))
        after = moved.find_event(event.id)
        assert (after.first, after.pinned, after.sequence) == (day, True, event.sequence + 1)
        assert after.moved_from == si.DateRange(event.first, event.last)
        assert event.id in moved.changes.moved
        assert si.compare_calendars(samples.calendar(), moved) == moved.changes

    def test_an_agreed_rate_dates_what_has_none(self):
        framework = si.framework("djanogly")
        arguments = {
            "trust": samples.trust(),
            "school_years": [samples.school_year()],
            "judgements": si.judge_all(framework, samples.evidence(), trust=samples.trust(), valid=samples.TODAY, benchmarks=samples.benchmarks()),
            "from_date": dt.date(2026, 9, 1),
            "stamp": samples.STAMP,
        }
        before = si.make_calendar(framework, **arguments)
        item = next(item for item in before.to_be_agreed if item.reason == "no_interval" and not item.report_to)
        assert item.message
        assert not [event for event in before.events if event.source == item.source]
        agreed = si.CadenceOverride(item.source, si.Cadence("term", position="middle"), "Agreed by the board.")
        events = [event for event in si.make_calendar(framework, cadences=[agreed], **arguments).events if event.source == item.source]
        assert len(events) in (3, 6)
        assert all("Agreed by the board" in event.reason for event in events)

    @pytest.mark.parametrize(
        "options",
        [
            {"cadences": [si.CadenceOverride("nothing", si.Cadence("term"), "x")]},
            {"cadences": [si.CadenceOverride("nothing", si.Cadence("termly"), "x")]},
            {"pins": [si.PinnedDate("nothing", dt.date(2026, 10, 5))]},
            {"include": ["nothing"]},
            {"known_events": [si.KnownEvent("eclipse", dt.date(2026, 10, 5))]},
            {"trust_school_year": "nothing"},
        ],
    )
    def test_options_that_name_what_is_not_there(self, options):
        with pytest.raises(si.InvalidDocumentError):
            self.make(**options)

    def test_a_stamp_has_a_time_zone(self):
        with pytest.raises(ValueError, match="time zone"):
            self.make(stamp=dt.datetime(2026, 9, 7))
        local = self.make(stamp=dt.datetime(2026, 9, 7, 13, tzinfo=dt.timezone(dt.timedelta(hours=1))))
        assert local.stamp == samples.STAMP

    def test_iterables_of_any_kind(self):
        assert self.make(judgements=iter(samples.judgements()), school_years=iter([samples.school_year()]), plans=iter([samples.plan()])) == samples.calendar()


class TestReports:
    def test_each_report_has_one_heading_and_names_the_school(self):
        texts = [
            si.report.judgement_markdown(samples.framework(), samples.judgement(), samples.trust()),
            si.report.rollup_markdown(samples.framework(), samples.rollup(), samples.trust()),
            si.report.plan_markdown(samples.framework(), samples.plan(), samples.trust(), rated_on=dt.date(2026, 12, 1)),
            si.report.calendar_markdown(samples.calendar()),
        ]
        for text in texts:
            assert text.startswith("# ")
            assert text.endswith("\n")
            assert sum(line.startswith("# ") for line in text.splitlines()) == 1
        assert "Ash Primary" in texts[0]
        assert "Birch Primary" in texts[2]

    def test_without_a_trust_the_id_stands_for_the_name(self):
        assert "100001" in si.report.judgement_markdown(samples.framework(), samples.judgement())


class TestSchoolYear:
    def test_days_are_counted(self):
        year = samples.school_year()
        audit = year.audit()
        assert audit.inset_days == 5
        assert audit.staff_days - audit.pupil_days == 5
        assert audit.pupil_days == len(year.school_days) == year.school_days_between(year.first, year.last)
        assert sum(half.pupil_days for half in audit.half_terms) == audit.pupil_days
        assert len(audit.half_terms) == 6
        assert audit.statements

    def test_kinds_of_day(self):
        year = samples.school_year()
        days = {
            dt.date(2026, 9, 1): "inset",
            dt.date(2026, 9, 3): "school_day",
            dt.date(2026, 9, 5): "weekend",
            dt.date(2026, 10, 28): "holiday",
            dt.date(2027, 5, 3): "bank_holiday",
            dt.date(2027, 5, 6): "closure",
        }
        assert {day: year.kind(day) for day in days} == days
        assert year.describe(dt.date(2027, 5, 6)) == "Polling station"
        assert year.is_school_day(dt.date(2026, 9, 3))

    def test_moving_along_school_days(self):
        year = samples.school_year()
        assert year.next_school_day(dt.date(2026, 10, 24)) == dt.date(2026, 11, 2)
        assert year.previous_school_day(dt.date(2026, 11, 1)) == dt.date(2026, 10, 23)
        assert year.school_day_after(dt.date(2026, 10, 23), 1) == dt.date(2026, 11, 2)
        assert year.school_day_after(dt.date(2026, 11, 2), -1) == dt.date(2026, 10, 23)
        assert year.next_school_day(dt.date(2027, 8, 1)) is None
        assert year.half_term_of(dt.date(2026, 11, 2)) == 1
        assert year.half_term_of(dt.date(2026, 10, 28)) is None
        assert year.half_term_title(1).startswith("autumn half term 2")
        with pytest.raises(IndexError):
            year.half_term_title(6)

    def test_problems_are_placed(self):
        members = samples.school_year().to_dict()
        members["half_terms"][1]["first"] = "2026-10-20"
        with pytest.raises(si.InvalidDocumentError, match="/half_terms/1"):
            si.SchoolYear.from_dict(members)

    def test_bank_holidays_agree_with_the_published_list(self, data):
        import json

        published = json.loads((data / "calendar/bank-holidays.json").read_text(encoding="utf-8"))["england-and-wales"]["events"]
        by_year: dict[int, set[dt.date]] = {}
        for event in published:
            date = dt.date.fromisoformat(event["date"])
            by_year.setdefault(date.year, set()).add(date)
        assert len(by_year) > 5
        for year, dates in by_year.items():
            assert {holiday.date for holiday in si.bank_holidays(year)} == dates
