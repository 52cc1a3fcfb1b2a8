"""What a notebook shows of a framework."""

from __future__ import annotations

import pytest
import samples
import schoolimp as si
from html_pages import Page, agrees_with_golden
from schoolimp._html.cadence import how_often

IDS = [info.id for info in si.frameworks()]


def test_golden() -> None:
    agrees_with_golden("framework_pvat", samples.framework()._repr_html_())


@pytest.mark.parametrize("id", IDS)
def test_title_edition_scales_and_every_criterion_with_its_test_are_shown(id: str) -> None:
    framework = si.framework(id)
    members = framework.to_dict()
    page = Page(framework._repr_html_())
    assert framework.title in page.texts
    assert f"edition {framework.edition}" in page.text
    for level in (level for scale in members["scales"] for level in scale["levels"]):
        assert level["title"] in page.texts
    for criterion in members["criteria"]:
        assert criterion["title"] in page.texts
        assert criterion["test"][:600] in "".join(page.texts)


@pytest.mark.parametrize("id", IDS)
def test_a_framework_stays_under_200_kilobytes(id: str) -> None:
    assert len(si.framework(id)._repr_html_().encode()) < 200_000


def test_what_is_assumed_is_marked_in_words_with_its_reason() -> None:
    criterion = next(item for item in samples.framework().to_dict()["criteria"] if item["basis"] == "assumed")
    page = Page(samples.framework()._repr_html_())
    assert any(text.startswith("\u25cb assumed") and criterion["rationale"][:100] in text for text in page.texts)


@pytest.mark.parametrize(
    ("cadence", "words"),
    [
        ({}, ""),
        ({"every": "term"}, "each term"),
        ({"every": "half_term", "times": 2, "at_least": True}, "at least 2 times each half term"),
        ({"every": "year", "position": "start"}, "each year, start"),
        ({"every": "week", "more_if_required": True}, "each week and more if required"),
        ({"every": "on_event", "event": "joining"}, "at an event: joining"),
        ({"every": "regular"}, "regular"),
    ],
)
def test_how_often_in_words(cadence: dict[str, object], words: str) -> None:
    assert how_often(cadence) == words
