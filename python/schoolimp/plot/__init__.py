"""Pictures of judgements, evidence, plans and years, made with matplotlib: ``pip install "schoolimp[plot]"``.

Every function returns the figure and its axes and shows nothing; pyplot and its settings are not touched. ``figure.get_label()`` describes the picture in words,
for readers who cannot see it: put it beside the picture as its alternative text. Pictures passed ``ax=`` carry the words on the axes: ``axes.get_label()``.
"""

from __future__ import annotations

from ._criteria import criteria
from ._indicator import indicator
from ._levels import levels
from ._plan import plan
from ._year import year

__all__ = ["criteria", "indicator", "levels", "plan", "year"]
