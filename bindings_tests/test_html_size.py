"""What a notebook shows stays small, however large the value; and says what it left out."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
import samples
import schoolimp as si
from html_pages import Page

MOST = 200_000  #: Bytes, as docs/notebooks.md promises.


def test_a_framework_of_a_thousand_criteria() -> None:
    document = samples.framework().to_dict()
    one = next(item for item in document["criteria"] if item["id"] == "outcomes.primary_below")
    document["criteria"] += [{**one, "id": f"more.c{number}", "title": f"Another criterion, number {number}, with a title of some length"} for number in range(1000)]
    made = si.Framework.from_dict({**document, "id": "large"})._repr_html_()
    assert len(made.encode()) < MOST
    assert re.search(r"and [\d,]+ more; all of them: ", Page(made).text)


def test_five_hundred_judgements() -> None:
    schools = [{"id": str(100000 + number), "name": f"School {number}", "phase": "primary"} for number in range(500)]
    trust = si.Trust.from_dict({"schema": "schoolimp/trust/1", "id": "large", "name": "Large", "schools": schools})
    judgements = si.judge_all(samples.framework(), samples.evidence(), trust=trust, valid=samples.TODAY)
    for shown in (judgements._repr_html_(), si.roll_up(samples.framework(), judgements)._repr_html_()):
        assert len(shown.encode()) < MOST
        assert re.search(r"and [\d,]+ more; all of them: ", Page(shown).text)


def test_evidence_of_a_nation() -> None:
    rows = [{"school": str(100000 + number), "indicator": "ks2.rwm_expected", "period": "2024/25", "value": Decimal(number % 100)} for number in range(15_000)]
    made = si.Evidence.from_observations(rows)._repr_html_()
    assert len(made.encode()) < MOST / 4
    assert "15,000" in Page(made).text


@pytest.mark.parametrize("kind", ["framework", "judgement", "plan", "calendar", "school_year", "rollup"])
def test_without_styles_and_classes_the_same_words_stand_in_tables_lists_and_folds(kind: str) -> None:
    made = samples.documents()[kind]._repr_html_()  # type: ignore[union-attr]
    bare = re.sub(r' class="[^"]*"', "", re.sub(r"<style>.*?</style>", "", made, flags=re.DOTALL))
    assert Page(bare).text == Page(made).text
    assert Page(bare).named("table") and Page(bare).named("summary" if kind != "rollup" else "caption")


@pytest.mark.parametrize("kind", ["framework", "evidence", "judgement", "plan", "calendar", "school_year", "rollup"])
def test_what_scrolls_can_be_reached_by_keyboard_and_has_a_name(kind: str) -> None:
    page = Page(samples.documents()[kind]._repr_html_())  # type: ignore[union-attr]
    regions = [attributes for attributes in page.named("div") if "si-scroll" in (attributes.get("class") or "")]
    assert regions
    assert all((region["tabindex"], region["role"]) == ("0", "region") and region["aria-label"] for region in regions)
