"""Figures and axes without pyplot, so that no global state is touched and nothing is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ._palette import ALERT, GREY, INK, LINE, PAPER, luminance
from ._words import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["TEXT", "TITLE", "Inks", "canvas", "describe", "entitle", "foot", "frame", "inks", "say"]

TEXT = 8.0  #: Points, as all sizes of text; lengths of figures are in inches, so that pictures look alike in any resolution.
TITLE = 10.5
_MARGIN = 0.09  # Inches.
_LEADING = 1.35  # Heights of text from line to line.


@dataclass(frozen=True, slots=True)
class Inks:
    """Colours of text that stands beside the axes, on the ground of the figure."""

    plain: str
    second: str
    alert: str


_ON_LIGHT = Inks(INK, GREY, ALERT)
_ON_DARK = Inks("#f2f2f2", "#c4c4c4", "#ffb987")


def canvas(width: float, height: float, ax: Axes | None) -> tuple[Figure, Axes]:
    """Return a new figure of `width` by `height` inches with one axes, or the axes given and its figure.

    Raises ImportError, naming the extra, when matplotlib is not installed.
    """
    if ax is None:
        try:
            from matplotlib.layout_engine import ConstrainedLayoutEngine

            from ._picture import Picture
        except ImportError as error:
            raise ImportError(
                f'pictures need matplotlib, which cannot be imported ({error}): python -m pip install "schoolimp[plot]"', name="matplotlib"
            ) from error
        figure: Figure = Picture(figsize=(width, height), layout=ConstrainedLayoutEngine(w_pad=_MARGIN, h_pad=_MARGIN), facecolor=PAPER)
        axes = figure.add_subplot()
    else:
        found = _figure_of(ax)
        assert found is not None, "the axes has been taken out of its figure"
        figure, axes = found, ax
    axes.set_facecolor(PAPER)  # Whatever style is in force: the colours of a picture are made for paper.
    return figure, axes


def _figure_of(axes: Axes) -> Figure | None:
    """Return the whole figure, also from inside a sub-figure; None when the axes has been taken out of it. ``get_figure(root=True)`` is of matplotlib 3.10."""
    parent = axes.get_figure()
    return None if parent is None else parent.figure


def inks(axes: Axes) -> Inks:
    """Return the colours of text beside the axes: dark ones, or light ones where the host's figure is dark."""
    from matplotlib.colors import to_hex, to_rgba

    figure = _figure_of(axes)
    ground = to_rgba(figure.get_facecolor() if figure is not None else PAPER)
    return _ON_DARK if ground[3] > 0.5 and luminance(to_hex(ground)) < 0.18 else _ON_LIGHT


def frame(axes: Axes, *, sides: Sequence[str] = ()) -> None:
    """Leave only these sides of the frame, and take ticks and grid away but not the labels, whatever style is in force."""
    for side, spine in axes.spines.items():
        spine.set_visible(side in sides)
        spine.set_color(LINE)
    axes.grid(False)
    axes.minorticks_off()
    axes.tick_params(length=0, labelsize=TEXT, labelcolor=inks(axes).plain)


def entitle(axes: Axes, title: str) -> None:
    """Write the title, left."""
    axes.set_title(title, loc="left", fontsize=TITLE, fontweight="bold", color=inks(axes).plain, pad=8, parse_math=False)


def foot(axes: Axes, handles: Sequence[Artist], notes: Sequence[str] = (), *, under: float = 0, columns: int = 1, width: int = 100) -> None:
    """Write notes below the axes and then the legend, each at the left edge.

    Parameters
    ----------
    handles : sequence of Artist
        What the legend explains; without any there is none.
    notes : sequence of str
        Where the picture comes from: a line each, or several when longer than `width` characters.
    under : float
        Points below the axes that its labels need.
    columns : int
        Columns the legend may have.
    width : int
        Characters a line of notes may have.
    """
    at = under + 6
    for words in notes:
        lines = wrap(words, width, 4)
        axes.annotate(
            lines, (0, 0), (0, -at), xycoords="axes fraction", textcoords="offset points", va="top", fontsize=TEXT, color=inks(axes).second, parse_math=False, gid="note"
        )
        at += TEXT * _LEADING * (lines.count("\n") + 1)
    if handles:
        _legend(axes, handles, at + 4, columns)


def _legend(axes: Axes, handles: Sequence[Artist], under: float, columns: int) -> None:
    from matplotlib.transforms import ScaledTranslation

    figure = _figure_of(axes)
    assert figure is not None
    look: dict[str, Any] = {"frameon": False}
    if inks(axes) is _ON_DARK:  # The samples are made for paper.
        look = {"frameon": True, "facecolor": PAPER, "edgecolor": "none", "framealpha": 1, "fancybox": False}
    made = axes.legend(
        handles=list(handles),
        loc="upper left",
        bbox_to_anchor=(0, 0),
        bbox_transform=axes.transAxes + ScaledTranslation(0, -under / 72, figure.dpi_scale_trans),
        borderaxespad=0,
        borderpad=0.2,
        ncols=min(columns, len(handles)),
        fontsize=TEXT,
        labelcolor=INK,
        handlelength=2.2,
        handletextpad=0.8,
        labelspacing=0.5,
        columnspacing=1.4,
        shadow=False,
        **look,
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
