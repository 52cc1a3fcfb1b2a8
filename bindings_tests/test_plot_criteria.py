"""The heat map of criteria: every school and criterion once, results as judged, nothing rests on colour alone."""

from __future__ import annotations

import datetime as dt
import random
import time

import pytest
import samples
import schoolimp as si
from pictures import cells, legend_of, looks_as_kept, texts
from random_frameworks import judge_row, random_framework, random_row
from schoolimp import plot


def test_looks_as_kept() -> None:
    figure, _ = plot.criteria(samples.judgements(), samples.framework(), names=samples.trust())
    looks_as_kept(figure, "criteria")


def test_every_school_and_criterion_stands_once_under_its_group() -> None:
    _, axes = plot.criteria(samples.judgements(), samples.framework(), names=samples.trust())
    assert [label.get_text() for label in axes.get_xticklabels()] == ["Ash Primary", "Birch Primary"]
    document = samples.framework().to_dict()
    labels = [label.get_text() for label in axes.get_yticklabels()]
    headings = [label.get_text() for label in axes.get_yticklabels() if label.get_fontweight() == "bold"]
    assert headings == [domain["title"] for domain in document["domains"]]
    assert sorted(label for label in labels if label not in headings) == sorted(item["title"] for item in document["criteria"])


def test_every_result_is_a_cell_with_a_mark() -> None:
    _, axes = plot.criteria(samples.judgements(), samples.framework())
    results = [item.result for judgement in samples.judgements() for item in judgement.criteria]
    for result in ("met", "not_met", "unknown", "not_applicable"):
        assert cells(axes, f"cells {result}") == results.count(result)
        marks = next(each for each in axes.collections if each.get_gid() == f"marks {result}")
        assert len(marks.get_offsets()) == results.count(result)


def test_what_is_not_as_wanted_has_a_frame() -> None:
    _, axes = plot.criteria(samples.judgements(), samples.framework())
    desired = {item["id"]: item.get("desired") for item in samples.framework().to_dict()["criteria"]}
    against = [item for judgement in samples.judgements() for item in judgement.criteria if (desired[item.id], item.result) in {(True, "not_met"), (False, "met")}]
    assert cells(axes, "frames") == len(against) > 0
    assert "framed: not as the framework wants it" in legend_of(axes)


def test_the_description_counts_what_is_drawn() -> None:
    figure, axes = plot.criteria(samples.judgements(), samples.framework())
    assert figure.get_label() == axes.get_label()
    assert "33 criteria of School Improvement Model at 2 schools: 5 met, 11 not met, 40 unknown and 10 not applicable" in figure.get_label()


def test_schools_and_criteria_are_chosen_in_the_order_given() -> None:
    _, axes = plot.criteria(samples.judgements(), samples.framework(), schools=["100002", "100001"], criteria=["finance.sustainable"])
    assert [label.get_text() for label in axes.get_xticklabels()] == ["100002", "100001"]
    assert [label.get_text() for label in axes.get_yticklabels()] == ["Finance", "Finance is sustainable"]


def test_a_table_gives_the_same_cells_as_its_schools_judged_alone() -> None:
    table = {"urn": ["1", "2", "3"], "absence.overall": [4.0, 9.0, 500.0], "ofsted.overall": ["good", "inadequate", "good"]}
    pandas = pytest.importorskip("pandas")
    judged = samples.framework().judge_table(pandas.DataFrame(table), valid=samples.TODAY, key="urn")
    assert judged.failed == 1
    _, axes = plot.criteria(judged, samples.framework())
    alone = [item.result for row in (0, 1) for item in judged.explain(row).criteria]
    assert {result: cells(axes, f"cells {result}") for result in ("met", "not_met", "unknown")} == {result: alone.count(result) for result in ("met", "not_met", "unknown")}
    assert cells(axes, "cells failed") == len(samples.framework().to_dict()["criteria"])
    assert "!  row failed, no answer" in legend_of(axes)


@pytest.mark.parametrize("seed", range(12))
def test_any_framework_can_be_drawn(seed: int) -> None:
    sample = random_framework(seed)
    framework = si.Framework.from_dict(sample.document)
    judgement = judge_row(framework, sample.cells, random_row(sample.cells, random.Random(seed)))
    figure, axes = plot.criteria(judgement, framework)
    figure.draw_without_rendering()
    assert sum(cells(axes, f"cells {result}") for result in ("met", "not_met", "unknown", "not_applicable")) == len(judgement.criteria)


def test_names_that_cannot_be_set_as_formulas_stand_as_they_are() -> None:
    names = {"100001": "The $x School$ & Co_1 \\frac", "100002": "Line\nbreak"}
    figure, axes = plot.criteria(samples.judgements(), samples.framework(), names=names)
    figure.draw_without_rendering()
    assert [label.get_text() for label in axes.get_xticklabels()] == ["The $x School$ & Co_1 \\frac", "Line break"]


def test_long_names_are_cut_and_still_differ() -> None:
    names = {"100001": "St Mary and St John's Church of England Primary School (North)", "100002": "St Mary and St John's Church of England Primary School (South)"}
    _, axes = plot.criteria(samples.judgements(), samples.framework(), names=names)
    first, second = (label.get_text() for label in axes.get_xticklabels())
    assert first.endswith("(100001)") and second.endswith("(100002)")
    assert max(len(first), len(second)) <= 44


def test_sixty_schools_are_drawn_in_seconds() -> None:
    evidence = si.Evidence.from_observations([])
    judgements = [si.judge(samples.framework(), evidence, str(100000 + number), valid=samples.TODAY) for number in range(60)]
    begun = time.process_time()
    figure, axes = plot.criteria(judgements, samples.framework())
    figure.draw_without_rendering()
    assert time.process_time() - begun < 20
    assert len(set(texts(axes))) > 60


def test_nothing_to_draw_is_said() -> None:
    figure, axes = plot.criteria([], samples.framework())
    figure.draw_without_rendering()
    assert "No school to draw" in texts(axes)
    assert figure.get_label() == "No school to draw"


def test_axes_given_are_drawn_on_and_the_figure_keeps_its_label() -> None:
    from matplotlib.figure import Figure

    own = Figure()
    given = own.add_subplot()
    figure, axes = plot.criteria(samples.judgements(), samples.framework(), ax=given)
    assert (figure, axes) == (own, given)
    assert (own.get_label(), bool(axes.get_label())) == ("", True)


@pytest.mark.parametrize(
    ("members", "error", "words"),
    [
        ({"schools": ["10001"]}, KeyError, "did you mean '100001'"),
        ({"criteria": ["finance.sustainble"]}, KeyError, "did you mean 'finance.sustainable'"),
    ],
)
def test_what_is_not_there_is_refused_with_what_is(members: dict[str, list[str]], error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        plot.criteria(samples.judgements(), samples.framework(), **members)


def test_judgements_of_another_framework_are_refused() -> None:
    with pytest.raises(si.FailedPreconditionError, match="school 100001: judged with framework"):
        plot.criteria(samples.judgements(), si.framework("pact"))


def test_too_many_schools_are_refused_with_the_mend() -> None:
    judgement = si.judge(samples.framework(), samples.evidence(), "100001", valid=dt.date(2026, 9, 1))
    with pytest.raises(si.OutOfRangeError, match="121 schools; a picture that can be read holds at most 120") as caught:
        plot.criteria([judgement] * 121, samples.framework())
    assert caught.value.issues[0].hint == "choose some with schools="


def test_what_are_no_judgements_is_refused() -> None:
    with pytest.raises(TypeError, match="not str"):
        plot.criteria(["100001"], samples.framework())
