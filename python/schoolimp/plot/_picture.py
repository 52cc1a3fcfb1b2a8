"""A figure that notebooks show by themselves, with the words for readers who cannot see it."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable
from typing import Any

from matplotlib.figure import Figure

__all__ = ["Picture"]


class Picture(Figure):
    """A figure of matplotlib that is shown when it is the last value of a notebook's cell.

    A plain ``Figure`` is shown there only once pyplot is imported; pictures leave pyplot alone.
    """

    def _repr_mimebundle_(self, include: Iterable[str] | None = None, exclude: Iterable[str] | None = None) -> tuple[dict[str, str], dict[str, dict[str, Any]]]:
        """Return the picture as PNG in its own resolution, and its sentence as text and as the alternative text of the image."""
        with io.BytesIO() as file:
            self.savefig(file, format="png", dpi="figure", metadata={"Software": None})
            image = base64.b64encode(file.getvalue()).decode("ascii")
        words = str(self.get_label()) or repr(self)
        return {"image/png": image, "text/plain": words}, {"image/png": {"alt": words}}
