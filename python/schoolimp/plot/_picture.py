"""A figure that notebooks show by themselves, with the words for readers who cannot see it."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable
from typing import Any

from matplotlib.figure import Figure

__all__ = ["Picture"]

_FEW_COLOURS = 4096  #: Flat areas and the edges of text come to about a thousand; more is a gradient or a photograph, which a palette would spoil.


class Picture(Figure):
    """A figure of matplotlib that is shown when it is the last value of a notebook's cell.

    A plain ``Figure`` is shown there only once pyplot is imported; pictures leave pyplot alone.
    """

    def _repr_mimebundle_(self, include: Iterable[str] | None = None, exclude: Iterable[str] | None = None) -> tuple[dict[str, str], dict[str, dict[str, Any]]]:
        """Return the picture as PNG in its own resolution, and its sentence as text and as the alternative text of the image."""
        words = str(self.get_label()) or repr(self)
        return {"image/png": base64.b64encode(self._png()).decode("ascii"), "text/plain": words}, {"image/png": {"alt": words}}

    def _png(self) -> bytes:
        """Return the picture with a palette of 256 colours, a third of the size in a notebook; no channel of a pixel differs by more than a few of 255."""
        from PIL import Image  # matplotlib writes its PNG files with it.

        with io.BytesIO() as drawn, io.BytesIO() as small:
            self.savefig(drawn, format="png", dpi="figure", metadata={"Software": None})
            image = Image.open(drawn)
            if image.getextrema()[-1] != (255, 255) or image.getcolors(_FEW_COLOURS) is None:
                return drawn.getvalue()
            image.convert("RGB").quantize(256, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(small, format="png", optimize=True)
            return small.getvalue()
