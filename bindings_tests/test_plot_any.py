"""Whatever is drawn can be read: random frameworks, evidence, plans and years give pictures without error, nothing cut off, no label upon another."""

from __future__ import annotations

import datetime as dt
import random
from decimal import Decimal
from typing import Any

import pytest
import samples
import schoolimp as si
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from layout_of import assert_readable
from random_frameworks import judge_row, random_framework, random_row
from schoolimp import plot

few = settings(max_examples=6, deadline=None, phases=[Phase.explicit, Phase.generate], suppress_health_check=[HealthCheck.too_slow])  # Drawing is slow.
days = st.dates(dt.date(2018, 1, 1), dt.date(2029, 12, 31))
titles = st.text(st.characters(categories=["L", "N", "P", "S", "Zs"], max_codepoint=0x24F), min_size=1, max_size=200).filter(str.strip)
statuses = st.sampled_from(["not_started", "in_progress", "done", "stopped", "withdrawn"])
figures = st.decimals(0, 100, places=1) | st.sampled_from(["suppressed", "not_published", "withheld", "low_coverage"])


def observation(period: str, figure: object, indicator: str = "ks2.rwm_expected") -> dict[str, Any]:
    return {"school": "1", "indicator": indicator, "period": period, "missing" if isinstance(figure, str) else "value": figure, "source": "a file of figures.csv"}


def school_year(first: int) -> si.SchoolYear:
    """The sample year, moved to begin in another year."""
    document = samples.school_year().to_dict()

    def moved(day: str) -> str:
        return f"{int(day[:4]) - 2026 + first}{day[4:]}"

    halves = [{**half, "first": moved(half["first"]), "last": moved(half["last"])} for half in document["half_terms"]]
    return si.SchoolYear.from_dict({"schema": document["schema"], "id": "y", "title": "y", "academic_year": f"{first}/{(first + 1) % 100:02d}", "half_terms": halves})


@pytest.mark.parametrize("seed", range(8))
def test_judgements_of_any_framework(seed: int) -> None:
    sample = random_framework(seed)
    framework = si.Framework.from_dict(sample.document)
    judgements = [judge_row(framework, sample.cells, random_row(sample.cells, random.Random(seed + number))) for number in range(3)]
    for figure, axes in (plot.criteria(judgements[0], framework), *(plot.levels(judgements, framework, question) for question in framework.judgements)):
        assert_readable(figure, axes)


@pytest.mark.parametrize(("framework", "count"), [("pact", 0), ("pact", 1), ("tpat", 5), ("djanogly", 20), ("pvat", 23), ("pvat", 24), ("primary4", 60)])
def test_trusts_of_any_size(framework: str, count: int) -> None:
    made = si.framework(framework)
    judgements = [si.judge(made, samples.evidence(), str(100001 + number), valid=samples.TODAY) for number in range(count)]
    names = {str(100001 + number): f"Saint Number {number} the Great Church of England Voluntary Aided Primary School" for number in range(count)}
    assert_readable(*plot.criteria(judgements, made, names=names))
    assert_readable(*plot.levels(judgements, made))


@few
@given(st.dictionaries(st.integers(1990, 2030), figures, max_size=20), titles)
def test_annual_figures(years: dict[int, Decimal | str], name: str) -> None:
    evidence = si.Evidence.from_observations([observation(f"{year}/{(year + 1) % 100:02d}", figure) for year, figure in years.items()])
    for framework in ("primary4", "pvat"):
        assert_readable(*plot.indicator(evidence, si.framework(framework), "1", "ks2.rwm_expected", names={"1": name}))


@few
@given(st.dictionaries(st.tuples(st.integers(2010, 2028), st.sampled_from(["autumn", "spring", "summer"])), figures, min_size=1, max_size=40))
def test_termly_figures(terms: dict[tuple[int, str], Decimal | str]) -> None:
    rows = [observation(f"{year}/{(year + 1) % 100:02d} {term}", figure, "in_house.on_track") for (year, term), figure in terms.items()]
    assert_readable(*plot.indicator(si.Evidence.from_observations(rows), si.framework("primary4"), "1", "in_house.on_track"))


@few
@given(st.dictionaries(days, st.sampled_from(["outstanding", "good", "requires_improvement", "inadequate", ""]), min_size=1, max_size=25))
def test_inspections(grades: dict[dt.date, str]) -> None:
    rows = [
        {"school": "1", "indicator": "ofsted.overall", "observed_on": day, "value" if grade else "missing": grade or "not_published"} for day, grade in grades.items()
    ]
    figure, axes = plot.indicator(si.Evidence.from_observations(rows), samples.framework(), "1", "ofsted.overall")
    assert_readable(figure, axes)
    line = next(each for each in axes.get_lines() if each.get_label() == "this school")
    assert list(line.get_xdata()) == sorted(day.toordinal() for day in grades)


def test_figures_that_are_all_missing() -> None:
    rows = [observation(f"20{year}/{year + 1}", "suppressed") for year in range(17, 25)]
    figure, axes = plot.indicator(si.Evidence.from_observations(rows), samples.framework(), "1", "ks2.rwm_expected")
    assert_readable(figure, axes)
    assert [text.get_text() for text in axes.texts].count("suppressed") == 8


@st.composite
def plans(draw: st.DrawFn) -> si.Plan:
    """The sample plan with other dates, titles, statuses and visits."""
    document = samples.plan().to_dict()
    start = draw(days)
    end = start + dt.timedelta(days=draw(st.integers(1, 1200)))
    within = st.dates(start, end)
    document |= {"start": start, "end": end}
    for number, action in enumerate(document["actions"]):
        first, last = sorted(draw(st.tuples(within, within)))
        visits = sorted(draw(st.sets(within, max_size=12)))
        action |= {"title": draw(titles), "status": draw(statuses), "start": first, "due": last}
        action["visits"] = [{"id": f"{action['id']}.v{number}.{place}", "on": day, "status": draw(statuses)} for place, day in enumerate(visits)]
    for item in (*document["objectives"], *document["milestones"]):
        item |= {"title": draw(titles), "status": draw(statuses)}
    for objective in document["objectives"]:
        objective["due"] = draw(within)
    for milestone in document["milestones"]:
        milestone["on"] = draw(within)
    return si.Plan.from_dict(document)


@few
@given(plans(), titles)
def test_plans(plan: si.Plan, name: str) -> None:
    years = [school_year(plan.start.year), school_year(plan.start.year + 1)]
    assert_readable(*plot.plan(plan, samples.framework(), school_years=years, on=plan.start + dt.timedelta(days=9), names={plan.school: name}))


@pytest.mark.parametrize("first", [2005, 2020, 2027])
def test_bare_years(first: int) -> None:
    assert_readable(*plot.year(school_year(first)))


@settings(few, max_examples=3)
@given(st.dictionaries(st.dates(dt.date(2026, 6, 1), dt.date(2027, 9, 30)), st.sampled_from(["visit", "review", "a very long name of a type of event", "report"]), max_size=30))
def test_calendars(planned: dict[dt.date, str]) -> None:
    document = samples.calendar().to_dict()
    event = document["events"][0]
    document["events"] = [
        {**event, "id": f"e{place}@x", "key": f"e{place}", "type": type, "first": day, "last": day + dt.timedelta(days=1)} for place, (day, type) in enumerate(sorted(planned.items()))
    ]
    assert_readable(*plot.year(si.Calendar.from_dict(document), school_year=school_year(2026)))
