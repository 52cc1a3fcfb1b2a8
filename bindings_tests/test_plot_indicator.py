"""A school's figure over the years: gaps stay gaps and say why, the nation and the thresholds stand beside."""

from __future__ import annotations

import math
from decimal import Decimal

import numpy as np
import pytest
import samples
import schoolimp as si
from pictures import legend_of, looks_as_kept, texts
from schoolimp import plot
from schoolimp.plot._thresholds import thresholds_for

RWM = "ks2.rwm_expected"


def evidence(**figures: object) -> si.Evidence:
    """Observations of one indicator: a figure, or the word why there is none, by year."""
    rows = [{"school": "1", "indicator": RWM, "period": f"20{year[1:3]}/{year[3:]}", "missing" if isinstance(value, str) else "value": value} for year, value in figures.items()]
    return si.Evidence.from_observations(rows)


def gappy() -> si.Evidence:
    return evidence(y1617=48, y1718=Decimal("55.5"), y1819=61, y2122=52, y2223="suppressed", y2425=70)


def heights(axes: object, label: str) -> list[float]:
    line = next(each for each in axes.get_lines() if each.get_label().startswith(label))  # type: ignore[attr-defined]
    return [float(value) for value in line.get_ydata()]


def test_looks_as_kept() -> None:
    figure, _ = plot.indicator(gappy(), si.framework("primary4"), "1", RWM, names={"1": "Ash Primary"})
    looks_as_kept(figure, "indicator")


def test_missing_years_break_the_line_and_say_why() -> None:
    _, axes = plot.indicator(gappy(), si.framework("pact"), "1", RWM)
    assert [label.get_text() for label in axes.get_xticklabels()][2:6] == ["2018/19", "2019/20", "2020/21", "2021/22"]
    drawn = heights(axes, "this school")
    assert [value for value in drawn if not math.isnan(value)] == [48, 55.5, 61, 52, 70]
    assert [place for place, value in enumerate(drawn) if math.isnan(value)] == [3, 4, 6, 7]
    reasons = [text.get_text() for text in axes.texts]
    assert (reasons.count("no record"), reasons.count("suppressed")) == (3, 1)


def test_national_figures_are_those_given() -> None:
    _, axes = plot.indicator(samples.evidence(), samples.framework(), "100001", RWM, benchmarks=samples.benchmarks(), names=samples.trust())
    assert heights(axes, "national (all phases)") == [60.5, 62, 62]
    _, axes = plot.indicator(samples.evidence(), samples.framework(), "100001", "absence.overall", benchmarks=samples.benchmarks(), names=samples.trust())
    assert heights(axes, "national (primary)") == [5.2]


def test_thresholds_from_the_national_figure_go_with_it() -> None:
    figure, axes = plot.indicator(gappy(), si.framework("pact"), "1", RWM)
    national, threshold = np.array(heights(axes, "national")), np.array(heights(axes, "below national - 15"))
    np.testing.assert_allclose(threshold, national - 15)
    assert "below national - 15 (KS2 attainment more than 15 points below national)" in figure.get_label()


def test_figures_are_written_as_published() -> None:
    _, axes = plot.indicator(gappy(), si.framework("pact"), "1", RWM)
    assert {"48", "55.5", "61", "52", "70"} <= set(texts(axes))


@pytest.mark.parametrize(
    ("framework", "indicator", "group", "expected"),
    [
        ("primary4", RWM, "", ["below 65", "below 85", "at least national - 5", "above national", "at least national"]),
        ("pvat", "ks4.progress8", "", ["below -0.25"]),
        ("pvat", "absence.overall", "", ["at least national + 1"]),
        ("pvat", "ks2.expected", "maths", ["below national"]),
        ("pvat", "ks2.progress", "writing", ["below -3.5"]),
        ("pvat", "ks2.progress", "", []),
        ("pvat", "review.teaching", "", ["below secure"]),
    ],
)
def test_thresholds_are_read_from_the_criteria(framework: str, indicator: str, group: str, expected: list[str]) -> None:
    assert [threshold.words for threshold in thresholds_for(si.framework(framework), indicator, group)] == expected


def test_criteria_that_ask_for_the_national_figure_stand_with_its_line() -> None:
    figure, axes = plot.indicator(gappy(), samples.framework(), "1", RWM)
    national = next(words for words in legend_of(axes) if words.startswith("national (all phases)")).replace("\n", " ")
    assert "below national: Key Stage 2 attainment below national" in national
    assert "below national (Key Stage 2 attainment below national)" in figure.get_label()


def test_part_of_a_criterion_is_called_so() -> None:
    _, axes = plot.indicator(gappy(), si.framework("primary4"), "1", RWM)
    assert "below 65: Key Stage 2 results below the floor standard (part of it)" in legend_of(axes)


@pytest.mark.parametrize("framework", [info.id for info in si.frameworks()])
def test_every_indicator_can_be_drawn_or_is_refused_by_its_type(framework: str) -> None:
    made = si.framework(framework)
    for item in made.to_dict()["indicators"]:
        if item["type"] in ("number", "level", "boolean"):
            figure, axes = plot.indicator(si.Evidence.from_observations([]), made, "1", item["id"])
            assert figure.get_label() == f"No observation of {item['title']} for 1"
        else:
            with pytest.raises(si.FailedPreconditionError, match="which no axis holds"):
                plot.indicator(si.Evidence.from_observations([]), made, "1", item["id"])


def test_levels_stand_by_their_titles_the_best_on_top() -> None:
    rows = [{"school": "1", "indicator": "ofsted.overall", "value": value, "observed_on": day} for value, day in (("good", "2014-03-01"), ("inadequate", "2019-03-01"))]
    _, axes = plot.indicator(si.Evidence.from_observations(rows), samples.framework(), "1", "ofsted.overall")
    assert [label.get_text() for label in axes.get_yticklabels()] == ["Inadequate", "Requires improvement", "Good", "Outstanding"]
    assert heights(axes, "this school") == [2, 0]


def test_the_latest_recording_counts() -> None:
    rows = [{"school": "1", "indicator": RWM, "period": "2024/25", "value": value, "recorded_at": day} for value, day in ((50, "2025-07-01"), (52, "2025-12-01"))]
    _, axes = plot.indicator(si.Evidence.from_observations(rows), samples.framework(), "1", RWM)
    assert heights(axes, "this school") == [52]


def test_an_indicator_that_is_not_there_is_refused() -> None:
    with pytest.raises(KeyError, match="did you mean 'ks2.rwm_expected'"):
        plot.indicator(gappy(), samples.framework(), "1", "ks2.rwm_expcted")
