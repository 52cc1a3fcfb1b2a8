"""What a notebook shows of many schools: evidence, rollups and judged tables."""

from __future__ import annotations

import array
import datetime as dt

import samples
import schoolimp as si
from html_pages import Page, agrees_with_golden


def judged(rows: int = 3) -> si.TableJudgement:
    figures = {
        "urn": array.array("q", range(100001, 100001 + rows)),
        "absence.overall": array.array("d", [3.9, 101.0] + [5.0] * (rows - 2)),
    }
    return samples.framework().judge_table(figures, valid=dt.date(2026, 9, 7), key="urn", constants={"school.phase": "primary"})


def test_golden_evidence() -> None:
    agrees_with_golden("evidence", samples.evidence()._repr_html_())


def test_golden_rollup() -> None:
    agrees_with_golden("rollup", samples.rollup()._repr_html_())


def test_golden_table() -> None:
    agrees_with_golden("table_judgement", judged()._repr_html_())


def test_missing_evidence_is_counted_apart_and_its_reason_shown() -> None:
    page = Page(samples.evidence()._repr_html_())
    assert "missing: not collected" in page.texts
    row = page.texts.index("review.finance")
    assert page.texts[row : row + 5] == ["review.finance", "on a day", "2", "0", "2"]


def test_empty_evidence_is_shown_as_empty() -> None:
    assert "0 observations of 0 schools" in Page(si.Evidence.from_observations([])._repr_html_()).text


def test_every_school_of_a_rollup_has_its_level_and_how_it_came_about() -> None:
    page = Page(samples.rollup()._repr_html_())
    assert "100001 Tier 1 suggested 100002 Tier 3 suggested" in page.text
    decision = {"level": "tier_2", "decided_on": dt.date(2026, 9, 8), "by": "trust_board"}
    decided = si.decide(samples.framework(), samples.judgement(), decision)
    page = Page(si.roll_up(samples.framework(), [decided])._repr_html_())
    assert "100001 Tier 2 decided" in page.text


def test_a_judged_table_counts_rows_by_level_and_says_why_rows_failed() -> None:
    table = judged()
    page = Page(table._repr_html_())
    assert "Failed rows (1)" in page.texts
    assert table.failures[0].pointer in page.texts
    place = page.texts.index("\u2717 failed")
    assert page.texts[place + 1] == "1"


def test_only_the_first_rows_of_a_judged_table_are_shown_and_the_others_counted() -> None:
    made = judged(1000)._repr_html_()
    assert "and 990 more; all of them: judged.to_arrow()" in Page(made).text
    assert len(made.encode()) < 60_000


def test_counts_by_level_add_up_to_the_rows() -> None:
    table = judged(50)
    page = Page(table._repr_html_())
    caption = next(place for place, text in enumerate(page.texts) if text.startswith("Rows by suggested level"))
    numbers = [int(text) for text in page.texts[caption : page.texts.index("First rows")] if text.isdigit()]
    assert sum(numbers) == 50


def test_golden_judgements() -> None:
    agrees_with_golden("judgements", si.Judgements(samples.judgements())._repr_html_())


def test_judgements_beyond_the_first_hundred_schools_are_counted() -> None:
    many = si.Judgements(samples.judgements()[place % 2] for place in range(137))
    page = Page(many._repr_html_())
    assert "137 judgements" in page.texts
    assert page.text.endswith("and 37 more; all of them: judgements.to_table()")
    assert "0 judgements" in Page(si.Judgements()._repr_html_()).texts
