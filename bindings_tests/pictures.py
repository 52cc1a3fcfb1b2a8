"""Pictures beside the ones kept: drawn with Agg in the font that comes with matplotlib, alike but for a small difference of its versions.

With SCHOOLIMP_UPDATE_GOLDEN=1 in the environment the kept ones are renewed: look at them before keeping them.
"""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import Any

import numpy as np
import pytest

matplotlib = pytest.importorskip("matplotlib", reason="pictures need matplotlib")

KEPT = Path(__file__).resolve().parent / "plots"
KEPT_WITH = "3.11"  #: The version of matplotlib the kept ones were drawn with: others lay text out a little differently.
TOLERANCE = 8.0  #: Root of the mean squared difference, of 255: antialiasing of text differs between versions of FreeType; a cell of another colour is more.


def pixels(figure: Any) -> np.ndarray:
    """The figure as an array of height, width and three colours."""
    with io.BytesIO() as file:
        figure.savefig(file, format="png", dpi=60, metadata={"Software": None})
        file.seek(0)
        return np.asarray(matplotlib.image.imread(file), dtype=float)[..., :3] * 255


def looks_as_kept(figure: Any, name: str) -> None:
    """Fail when the figure does not look like the picture kept under this name."""
    if not matplotlib.__version__.startswith(f"{KEPT_WITH}."):
        pytest.skip(f"kept pictures were drawn with matplotlib {KEPT_WITH}; this is {matplotlib.__version__}")
    path = KEPT / f"{name}.png"
    if os.environ.get("SCHOOLIMP_UPDATE_GOLDEN") == "1":
        KEPT.mkdir(exist_ok=True)
        figure.savefig(path, dpi=60, metadata={"Software": None})
    assert path.exists(), f"there is no {path.name}; make it with SCHOOLIMP_UPDATE_GOLDEN=1 and look at it"
    drawn, kept = pixels(figure), np.asarray(matplotlib.image.imread(path), dtype=float)[..., :3] * 255
    assert drawn.shape == kept.shape, f"{name}: drawn in {drawn.shape[:2]} pixels, kept in {kept.shape[:2]}"
    difference = float(np.sqrt(((drawn - kept) ** 2).mean()))
    assert difference <= TOLERANCE, f"{name}: differs by {difference:.1f} of 255, at most {TOLERANCE} are allowed; SCHOOLIMP_UPDATE_GOLDEN=1 renews it"


def texts(axes: Any) -> list[str]:
    """All texts that can be read in the axes: titles, labels, legend and notes."""
    found = [axes.get_title(loc="left"), axes.get_xlabel(), axes.get_ylabel()]
    found += [label.get_text() for label in (*axes.get_xticklabels(), *axes.get_yticklabels())]
    found += [text.get_text() for text in axes.texts]
    if axes.get_legend() is not None:
        found += [text.get_text() for text in axes.get_legend().get_texts()]
    return found


def legend_of(axes: Any) -> list[str]:
    """The texts of the legend."""
    made = axes.get_legend()
    return [] if made is None else [text.get_text() for text in made.get_texts()]


def cells(axes: Any, name: str) -> int:
    """How many patches the collection with this name holds."""
    return sum(len(each.get_paths()) for each in axes.collections if each.get_gid() == name)
