"""Whether a picture can be read: what is written stands inside the figure, and labels do not cover each other."""

from __future__ import annotations

import itertools
from typing import Any

__all__ = ["assert_readable"]

_SLACK = 1.5  #: Pixels: edges of letters are rounded to pixels.


def assert_readable(figure: Any, axes: Any) -> None:
    """Draw the figure and fail when a text is cut off at its edge, or covers another one that stands beside it."""
    figure.draw_without_rendering()
    width, height = figure.bbox.width, figure.bbox.height
    for text in _written(axes):
        box = text.get_window_extent()
        inside = box.x0 >= -_SLACK and box.y0 >= -_SLACK and box.x1 <= width + _SLACK and box.y1 <= height + _SLACK
        assert inside, f"{text.get_text()!r} stands at {box.extents}, outside the figure of {width} x {height} pixels"
    for labels in (_on_axis(axes.xaxis), _on_axis(axes.yaxis), _below(axes)):
        _assert_apart([label for label in labels if label.get_text() and label.get_visible()])


def _written(axes: Any) -> list[Any]:
    legend = axes.get_legend()
    beside = [axes.xaxis.label, axes.yaxis.label, axes._left_title]
    found = [*beside, *_on_axis(axes.xaxis), *_on_axis(axes.yaxis), *axes.texts, *(legend.get_texts() if legend is not None else ())]
    return [text for text in found if text.get_text() and text.get_visible()]


def _on_axis(axis: Any) -> list[Any]:
    """The labels of the ticks within the axis; matplotlib keeps some beyond it that it does not draw."""
    low, high = sorted(axis.get_view_interval())
    return [label for place, label in zip(axis.get_ticklocs(), axis.get_ticklabels(), strict=True) if low <= place <= high]


def _below(axes: Any) -> list[Any]:
    """What stands below the axes, one under the other: the label, the notes and the legend."""
    legend = axes.get_legend()
    return [axes.xaxis.label, *(text for text in axes.texts if text.get_gid() == "note"), *(legend.get_texts() if legend is not None else ())]


def _assert_apart(labels: list[Any]) -> None:
    for one, other in itertools.combinations(labels, 2):
        a, b = _box(one), _box(other)
        across, down = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
        assert across <= _SLACK or down <= _SLACK, f"{one.get_text()!r} and {other.get_text()!r} cover each other by {across:.1f} x {down:.1f} pixels"


def _box(label: Any) -> tuple[float, float, float, float]:
    """The box of a label; of a slanting one a line's height around where it is fastened, for slanting labels run side by side."""
    if label.get_rotation() % 90 == 0:
        return tuple(label.get_window_extent().extents)
    x, y = label.get_transform().transform(label.get_position())
    half = label.get_fontsize() * label.figure.dpi / 72 / 2
    return (x - half, y - half, x + half, y + half)
