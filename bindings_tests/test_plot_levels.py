"""The distribution of levels: every school is counted once, an unsettled one at no level, a decision beside the suggestion."""

from __future__ import annotations

import datetime as dt

import pytest
import samples
import schoolimp as si
from pictures import legend_of, looks_as_kept, texts
from schoolimp import plot


def decided() -> list[si.Judgement]:
    decision = {"level": "tier_2", "decided_on": dt.date(2026, 9, 8), "by": "trust_board"}
    unknown = [si.judge(samples.framework(), samples.evidence(), school, valid=samples.TODAY) for school in ("100003", "100004")]
    return [samples.judgement("100001"), si.decide(samples.framework(), samples.judgement("100002"), decision), *unknown]


def test_looks_as_kept() -> None:
    figure, _ = plot.levels(decided(), samples.framework())
    looks_as_kept(figure, "levels")


def test_suggested_and_decided_stand_side_by_side() -> None:
    figure, axes = plot.levels(decided(), samples.framework())
    notes = [text.get_text() for text in axes.texts]
    assert [note for note in notes if note.startswith("suggested")] == ["suggested 1", "suggested 0", "suggested 1"]
    assert [note for note in notes if note.startswith("decided")] == ["decided 0", "decided 1", "decided 0"]
    assert "Suggested: 1 Tier 1 and 1 Tier 3; 2 not settled. Decided: 1 Tier 2." in figure.get_label()


def test_bars_add_up_to_the_schools() -> None:
    _, axes = plot.levels(samples.judgements(), samples.framework())
    assert sum(bar.get_width() for bar in axes.patches) == len(samples.judgements())


def test_what_is_not_settled_is_split_by_what_is_possible() -> None:
    _, axes = plot.levels(decided()[2:], samples.framework())
    assert [words for words in legend_of(axes)] == ["not settled, possible: any of the 3 levels (2)"]


def test_levels_stand_in_the_order_of_the_scale() -> None:
    _, axes = plot.levels(samples.judgements(), samples.framework())
    assert [label.get_text() for label in axes.get_yticklabels()] == ["Tier 1", "Tier 2", "Tier 3", "Not settled"]


def test_a_table_is_counted_with_its_failed_rows() -> None:
    pandas = pytest.importorskip("pandas")
    table = pandas.DataFrame({"urn": ["1", "2"], "absence.overall": [4.0, 500.0]})
    figure, axes = plot.levels(samples.framework().judge_table(table, valid=samples.TODAY, key="urn"), samples.framework())
    assert "Row failed" in texts(axes)
    assert "1 not settled; 1 failed" in figure.get_label()


@pytest.mark.parametrize("question", si.framework("tpat").judgements)
def test_every_question_has_its_levels(question: str) -> None:
    framework = si.framework("tpat")
    judgement = si.judge(framework, si.Evidence.from_observations([]), "1", valid=samples.TODAY)
    figure, axes = plot.levels(judgement, framework, question)
    figure.draw_without_rendering()
    rule = framework.find_judgement(question)
    scale = framework.find_scale(rule["scale"]) if rule else None
    assert scale is not None
    assert len(axes.get_yticks()) >= len(scale["levels"]) + 1


def test_no_school_is_said() -> None:
    figure, axes = plot.levels([], samples.framework())
    figure.draw_without_rendering()
    assert "No school to count" in texts(axes)


def test_a_question_that_is_not_there_is_refused() -> None:
    with pytest.raises(KeyError, match="did you mean 'tier_of_support'"):
        plot.levels(samples.judgements(), samples.framework(), "tier_of_suport")
