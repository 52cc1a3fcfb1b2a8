"""The time line of a plan: a line for everything in it, its status, and what is to be agreed; no date is made up."""

from __future__ import annotations

import datetime as dt

import pytest
import samples
import schoolimp as si
from matplotlib.patches import Polygon, Rectangle
from pictures import legend_of, looks_as_kept, texts
from schoolimp import plot


def begun() -> si.Plan:
    plan = samples.plan()
    for item, status in ((plan.objectives[0].id, "in_progress"), (plan.actions[2].id, "done")):
        plan = si.record_progress(plan, {"item": item, "on": dt.date(2026, 10, 1), "status": status})
    return plan


def test_looks_as_kept() -> None:
    figure, _ = plot.plan(begun(), samples.framework(), school_years=samples.school_year(), on=dt.date(2026, 11, 10), names=samples.trust())
    looks_as_kept(figure, "plan")


def test_everything_in_the_plan_has_a_line() -> None:
    _, axes = plot.plan(samples.plan(), samples.framework())
    labels = [label.get_text().replace("\n", " ") for label in axes.get_yticklabels()]
    plan = samples.plan()
    expected = ["Objectives", *(item.title for item in plan.objectives), "Actions and visits", *(item.title for item in plan.actions), "Milestones", *(item.title for item in plan.milestones)]
    assert labels == expected


def test_statuses_stand_in_the_legend() -> None:
    _, axes = plot.plan(begun(), samples.framework())
    assert legend_of(axes) == ["not started", "in progress", "done", "no dates given", "visit or milestone"]


def test_what_is_to_be_agreed_stands_beside_its_line() -> None:
    _, axes = plot.plan(samples.plan(), samples.framework())
    notes = [text.get_text().replace("\n", " ") for text in axes.texts]
    for action in samples.plan().actions:
        for point in (point for point in samples.plan().to_be_agreed if point.item == action.id):
            assert any("to be agreed" in note and point.what in note for note in notes)
    assert axes.get_xlabel().startswith("To be agreed of the plan as a whole: length; ")


def test_bars_end_on_the_day_due() -> None:
    _, axes = plot.plan(samples.plan(), samples.framework())
    due = samples.plan().objectives[0].due
    assert due is not None
    bars = [patch for patch in axes.patches if isinstance(patch, Rectangle)]
    assert bars[0].get_x() == samples.plan().start.toordinal()
    assert bars[0].get_x() + bars[0].get_width() == due.toordinal() + 1


def test_holidays_are_shaded() -> None:
    _, axes = plot.plan(samples.plan(), samples.framework(), school_years=[samples.school_year()])
    shaded = [patch for patch in axes.patches if patch.get_gid() == "holiday"]
    assert all(isinstance(patch, (Rectangle, Polygon)) for patch in shaded)
    assert len(shaded) >= 5
    assert "holiday" in legend_of(axes)


def test_a_day_is_marked_when_asked_for() -> None:
    _, axes = plot.plan(samples.plan(), samples.framework(), on=dt.date(2026, 11, 10))
    assert " 10 Nov 2026" in texts(axes)


def test_the_description_counts_the_plan() -> None:
    figure, _ = plot.plan(samples.plan(), samples.framework(), names=samples.trust())
    assert figure.get_label() == (
        "Time line of the plan of Birch Primary for Tier 3 from 7 Sep 2026 to 20 Jul 2027: 3 objectives, 8 actions, 0 visits and 3 milestones; "
        f"{len(samples.plan().to_be_agreed)} points to be agreed."
    )


@pytest.mark.parametrize("members", [{"objectives": [], "actions": [], "milestones": [], "to_be_agreed": []}])
def test_an_empty_plan_says_so(members: dict[str, list[object]]) -> None:
    plan = si.Plan.from_dict({**samples.plan().to_dict(), **members})
    figure, axes = plot.plan(plan, samples.framework())
    figure.draw_without_rendering()
    assert "The plan of 100002 has nothing in it" in texts(axes)
