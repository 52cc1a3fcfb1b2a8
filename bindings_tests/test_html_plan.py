"""What a notebook shows of a plan."""

from __future__ import annotations

import datetime as dt

import samples
import schoolimp as si
from html_pages import Page, agrees_with_golden


def test_golden() -> None:
    agrees_with_golden("plan_100002", samples.plan()._repr_html_())


def test_objectives_actions_and_milestones_are_shown() -> None:
    plan = samples.plan()
    texts = Page(plan._repr_html_()).texts
    titles = [objective.title for objective in plan.objectives] + [action.title for action in plan.actions] + [milestone.title for milestone in plan.milestones]
    assert titles and set(titles) <= set(texts)


def test_what_the_framework_leaves_open_is_said_to_be_open() -> None:
    plan = samples.plan()
    page = Page(plan._repr_html_())
    assert f"To be agreed ({len(plan.to_be_agreed)})" in page.texts
    for point in plan.to_be_agreed:
        assert point.text in page.texts


def test_the_record_shows_who_saw_what_on_which_day() -> None:
    plan = samples.plan()
    entry = {"item": plan.actions[0].id, "on": dt.date(2026, 10, 1), "by": "ceo", "note": "First <visit>", "rag": "amber", "status": "in_progress"}
    page = Page(si.record_progress(plan, entry)._repr_html_())
    assert {"1 October 2026", "Chief executive", "First <visit>", "amber", "\u25b6 in progress"} <= set(page.texts)


def test_a_level_says_whether_it_was_suggested_or_decided() -> None:
    assert "Tier 3 suggested" in Page(samples.plan()._repr_html_()).text


def test_an_objective_about_a_level_shows_its_titles() -> None:
    inspected = si.Evidence.from_observations([{"school": "100002", "indicator": "ofsted.overall", "value": "inadequate", "observed_on": dt.date(2025, 3, 4)}])
    framework = samples.framework()
    judgement = si.judge(framework, samples.evidence().merged(inspected), "100002", valid=samples.TODAY, trust=samples.trust(), benchmarks=samples.benchmarks())
    plan = si.make_plan(framework, judgement, samples.school_year(), trust=samples.trust(), made_on=samples.TODAY)
    assert ("ofsted_grade.inadequate", "ofsted_grade.good") in [(objective.baseline, objective.target) for objective in plan.objectives]
    page = Page(plan._repr_html_())
    assert {"Inadequate", "Good"} <= set(page.texts) and "ofsted_grade" not in page.text
