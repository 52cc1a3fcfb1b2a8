"""What a notebook shows of a judgement."""

from __future__ import annotations

import datetime as dt
import json

import pytest
import samples
import schoolimp as si
from html_pages import Page, agrees_with_golden


def changed(**members: object) -> si.Judgement:
    """The judgement of the first school with other members."""
    return si.Judgement.from_dict({**samples.judgement().to_dict(), **members})


def many_criteria(number: int, text: str) -> si.Judgement:
    """A judgement with long criteria, none of which the framework has."""
    comparison = {"text": text, "left": text, "comparator": ">", "right": text, "result": "met", "readings": [0]}
    return changed(criteria=[{"id": f"c{place}", "result": "met", "comparisons": [comparison] * 4, "readings": [0]} for place in range(number)])


@pytest.mark.parametrize("school", ["100001", "100002"])
def test_golden(school: str) -> None:
    agrees_with_golden(f"judgement_{school}", samples.judgement(school)._repr_html_())


def test_the_level_suggested_is_named_and_coloured_by_its_place_in_the_scale() -> None:
    made = samples.judgement()._repr_html_()
    assert '<span class="si-badge si-best si-word">Tier 1</span>' in made
    assert '<span class="si-badge si-worst si-word">Tier 3</span>' in made


def test_what_is_missing_comes_before_the_reasons_and_the_criteria() -> None:
    words = [text for text in Page(samples.judgement()._repr_html_()).texts if text.startswith(("Missing and", "Reasons (", "Criteria ("))]
    assert [word.split(" ")[0] for word in words] == ["Missing", "Reasons", "Criteria"]


def test_where_nothing_missing_can_change_the_level_it_says_so() -> None:
    words = "No missing value can change this level"
    assert words in Page(samples.judgement("100002")._repr_html_()).text
    assert words not in Page(samples.judgement("100001")._repr_html_()).text


def test_a_decision_stands_beside_the_suggestion() -> None:
    decision = {"level": "tier_2", "decided_on": dt.date(2026, 9, 8), "by": "trust_board", "reason": "Agreed <with> the head"}
    page = Page(si.decide(samples.framework(), samples.judgement(), decision)._repr_html_())
    assert "on 8 September 2026 by" in page.text
    assert "Agreed <with> the head" in page.text
    assert "nobody has decided" in Page(samples.judgement()._repr_html_()).text


def test_a_judgement_of_another_framework_shows_ids() -> None:
    page = Page(changed(framework_hash="0" * 64)._repr_html_())
    assert "Ids stand for titles" in page.text
    assert "tier_1" in page.texts and "Tier 1" not in page.texts


def test_words_say_what_colours_say() -> None:
    page = Page(samples.judgement()._repr_html_())
    assert {"\u2713 met", "? unknown", "\u2013 not applicable"} <= set(page.texts)


def test_the_values_compared_are_shown() -> None:
    assert "outcomes.primary_gap > 0 \u2192 8 above 0: met" in Page(samples.judgement()._repr_html_()).text


@pytest.mark.parametrize("text", ["school.phase in ['primary', 'middle', 'all_through']", "<" * 3000], ids=["usual", "long"])
def test_a_hundred_criteria_stay_under_200_kilobytes(text: str) -> None:
    made = many_criteria(100, text)._repr_html_()
    assert len(made.encode()) < 200_000
    Page(made)


def test_many_questions_are_cut_and_counted() -> None:
    answer = {**samples.judgement().to_dict()["answers"][0], "reasons": ["<" * 500] * 30}
    made = changed(answers=[{**answer, "judgement": f"q{place}"} for place in range(80)])._repr_html_()
    assert len(made.encode()) < 200_000
    assert "more; all of them: judgement.answers" in Page(made).text


def test_all_of_a_hundred_usual_criteria_are_shown() -> None:
    made = many_criteria(100, "absence.overall > 5")._repr_html_()
    assert "c99" in Page(made).texts


def test_the_same_value_gives_the_same_bytes() -> None:
    judgement = samples.judgement()
    assert si.Judgement.from_json(judgement.to_json())._repr_html_() == judgement._repr_html_()
    assert json.loads(judgement.to_json())["school"] in judgement._repr_html_()


def test_an_unknown_criterion_without_comparisons_says_what_it_waits_for() -> None:
    assert "waits for Review finding: capacity to keep improving by itself" in Page(samples.judgement()._repr_html_()).text
