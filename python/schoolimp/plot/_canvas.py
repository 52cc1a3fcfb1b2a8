"""Figures and axes without pyplot, so that no global state is touched and nothing is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._palette import GREY, INK, LINE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["TEXT", "TITLE", "canvas", "describe", "entitle", "frame", "legend", "say"]

TEXT = 8.0  #: Points, as all sizes of text; lengths of figures are in inches, so that pictures look alike in any resolution.
TITLE = 10.5


def canvas(width: float, height: float, ax: Axes | None) -> tuple[Figure, Axes]:
    """Return a new figure of `width` by `height` inches with one axes, or the axes given and its figure.

    Raises ImportError, naming the extra, when matplotlib is not installed.
    """
    if ax is not None:
        figure = ax.get_figure(root=True)
        assert figure is not None, "the axes has been taken out of its figure"
        return figure, ax
    try:
        from ._picture import Picture
    except ImportError as error:
        raise ImportError(f'pictures need matplotlib, which cannot be imported ({error}): python -m pip install "schoolimp[plot]"', name="matplotlib") from error
    made = Picture(figsize=(width, height), layout="constrained", facecolor="white")
    return made, made.add_subplot()


def frame(axes: Axes, *, sides: Sequence[str] = ()) -> None:
    """Leave only these sides of the frame, and take the ticks away but not their labels."""
    for side, spine in axes.spines.items():
        spine.set_visible(side in sides)
        spine.set_color(LINE)
    axes.tick_params(length=0, labelsize=TEXT, labelcolor=INK)


def entitle(axes: Axes, title: str) -> None:
    """Write the title, left."""
    axes.set_title(title, loc="left", fontsize=TITLE, fontweight="bold", color=INK, pad=8, parse_math=False)


def legend(axes: Axes, handles: Sequence[Artist], *, columns: int = 5, below: float = 1.2) -> None:
    """Draw the legend so many lines below the axes; nothing when there is nothing to explain."""
    if not handles:
        return
    made = axes.legend(
        handles=list(handles),
        loc="upper left",
        bbox_to_anchor=(0, 0),
        borderaxespad=2 * below,
        ncols=min(columns, len(handles)),
        frameon=False,
        fontsize=TEXT,
        handlelength=2.2,
        columnspacing=1.4,
    )
    for text in made.get_texts():
        text.set_parse_math(False)


def say(axes: Axes, words: str) -> None:
    """Say in the middle of empty axes why there is nothing to see."""
    frame(axes)
    axes.set_xticks([])
    axes.set_yticks([])
    axes.text(0.5, 0.5, words, transform=axes.transAxes, ha="center", va="center", fontsize=TITLE, color=GREY, parse_math=False)


def describe(figure: Figure, axes: Axes, words: str, *, own: bool) -> None:
    """Put the description in words on the axes, and on the figure when it is ours: ``figure.get_label()``."""
    axes.set_label(words)
    if own:
        figure.set_label(words)
