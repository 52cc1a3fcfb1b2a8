"""Pictures under the host's own style sheets, and on axes of the host: text stays readable on the ground it stands on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import samples
from layout_of import assert_readable
from schoolimp import plot
from schoolimp.plot._palette import luminance

matplotlib = pytest.importorskip("matplotlib", reason="pictures need matplotlib")
style_sheets = pytest.importorskip("matplotlib.style")

DRAWN: dict[str, Callable[..., tuple[Any, Any]]] = {
    "criteria": lambda **ax: plot.criteria(samples.judgements(), samples.framework(), names=samples.trust(), **ax),
    "levels": lambda **ax: plot.levels(samples.judgements(), samples.framework(), **ax),
    "indicator": lambda **ax: plot.indicator(samples.evidence(), samples.framework(), "100001", "ks2.rwm_expected", **ax),
    "plan": lambda **ax: plot.plan(samples.plan(), samples.framework(), school_years=samples.school_year(), **ax),
    "year": lambda **ax: plot.year(samples.calendar(), school_year=samples.school_year(), **ax),
}


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def beside(axes: Any) -> list[Any]:
    """The texts that stand on the figure's ground."""
    notes = [text for text in axes.texts if text.get_gid() == "note"]
    return [text for text in (axes._left_title, axes.xaxis.label, axes.yaxis.label, *axes.get_xticklabels(), *axes.get_yticklabels(), *notes) if text.get_text()]


@pytest.mark.parametrize("style", ["default", "dark_background", "ggplot", "fivethirtyeight"])
@pytest.mark.parametrize("picture", DRAWN)
def test_text_beside_the_axes_can_be_read_on_axes_of_the_host(picture: str, style: str) -> None:
    from matplotlib.figure import Figure

    with style_sheets.context(style):
        figure = Figure(figsize=(12, 9), layout="constrained")
        _, axes = DRAWN[picture](ax=figure.add_subplot())
        figure.draw_without_rendering()
    ground = matplotlib.colors.to_hex(figure.get_facecolor())
    low = {text.get_text(): text.get_color() for text in beside(axes) if contrast(matplotlib.colors.to_hex(text.get_color()), ground) < 4.5}
    assert low == {}
    legend = axes.get_legend()
    explained = [] if legend is None else legend.get_texts()
    assert (legend is None) == (picture == "levels")  # Both schools are settled, so no pattern is to be explained.
    assert all(contrast(matplotlib.colors.to_hex(text.get_color()), "#ffffff" if legend.get_frame_on() else ground) >= 4.5 for text in explained)
    assert matplotlib.colors.to_hex(axes.get_facecolor()) == "#ffffff"


@pytest.mark.parametrize("picture", DRAWN)
def test_a_figure_of_its_own_is_white_when_saved_under_a_dark_style(picture: str, tmp_path: Any) -> None:
    with style_sheets.context("dark_background"):
        figure, axes = DRAWN[picture]()
        figure.savefig(tmp_path / "picture.png", dpi=40)
        assert_readable(figure, axes)
    corner = matplotlib.image.imread(tmp_path / "picture.png")[0, 0, :3]
    assert corner.min() == 1


def test_a_transparent_figure_is_saved_transparent_when_asked_for(tmp_path: Any) -> None:
    figure, _ = DRAWN["levels"]()
    figure.savefig(tmp_path / "picture.png", dpi=40, transparent=True)
    assert matplotlib.image.imread(tmp_path / "picture.png")[0, 0, 3] == 0


@pytest.mark.parametrize("picture", DRAWN)
def test_every_picture_says_where_it_comes_from(picture: str) -> None:
    _, axes = DRAWN[picture]()
    notes = " ".join(text.get_text().replace("\n", " ") for text in axes.texts if text.get_gid() == "note")
    expected = {
        "criteria": "Suggested by the evidence as of 7 September 2026; School Improvement Model, edition 2026.1",
        "levels": "Suggested by the evidence as of 7 September 2026; School Improvement Model, edition 2026.1",
        "indicator": "Figures: example National: DfE LAIT, England, KS2RWM_Expected_STD: state-funded schools, percentage of pupils",
        "plan": "Made on 7 September 2026; School Improvement Model, edition 2026.1",
        "year": "School Improvement Model, edition 2026.1",
    }
    assert notes == expected[picture]
