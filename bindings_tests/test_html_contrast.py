"""Every text of a fragment can be read on its ground, on light pages and on dark ones."""

from __future__ import annotations

import re

import pytest
from html_pages import contrast
from schoolimp._html.badges import tone_of
from schoolimp._html.colours import DARK, LIGHT, PAGE_TEXTS, TONES
from schoolimp._html.style import STYLE

PAIRS = [(text, ground) for text in PAGE_TEXTS for ground in ("page", "stripe")] + [(f"{tone}-text", tone) for tone in TONES]


def test_contrast_is_computed_as_the_standard_says() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
    assert contrast("#ffffff", "#ffffff") == 1


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_has_a_contrast_of_at_least_4_5(colours: dict[str, str], text: str, ground: str) -> None:
    assert contrast(colours[text], colours[ground]) >= 4.5


def test_both_pages_name_the_same_colours() -> None:
    assert list(LIGHT) == list(DARK)


def test_rules_use_only_colours_that_are_defined() -> None:
    assert set(re.findall(r"var\(--si-([a-z-]+)\)", STYLE)) <= set(LIGHT)
    assert set(re.findall(r"#[0-9a-f]{6}", STYLE)) == set(LIGHT.values()) | set(DARK.values())


def test_rules_reach_nothing_outside_the_fragment() -> None:
    selectors = [selector for block in re.findall(r"(?:^|[{}])\s*([^{}@]+)\{", STYLE) for selector in block.split(",")]
    assert selectors
    assert all(".si-root" in selector for selector in selectors), selectors
    assert "url(" not in STYLE and "@import" not in STYLE and "<" not in STYLE


@pytest.mark.parametrize(
    ("levels", "order", "tones"),
    [
        (2, "best_first", ["best", "worst"]),
        (3, "best_first", ["best", "middle", "worst"]),
        (3, "worst_first", ["worst", "middle", "best"]),
        (5, "best_first", ["best", "good", "middle", "poor", "worst"]),
        (3, "none", ["neutral"] * 3),
        (1, "best_first", ["neutral"]),
    ],
)
def test_a_level_has_the_tone_of_its_place(levels: int, order: str, tones: list[str]) -> None:
    assert [tone_of(place, levels, order) for place in range(levels)] == tones
