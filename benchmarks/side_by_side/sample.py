"""The data of a case: percentages of one decimal place, one in twenty missing. Made once, and the same bytes for every engine that can read them in place."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from .rules import Rules

MISSING = 0.05


@dataclass(frozen=True)
class Sample:
    """Columns of a table of so many rows under some rules."""

    rules: Rules
    rows: int
    seed: int = 1

    @cached_property
    def columns(self) -> dict[str, np.ndarray]:
        """NaN where a value is missing."""
        made = {}
        for i, name in enumerate(self.rules.names):
            rng = np.random.default_rng([self.seed, i])
            numbers = rng.integers(0, 1001, self.rows, dtype=np.int16) / 10.0
            numbers[rng.random(self.rows, dtype=np.float32) < MISSING] = np.nan
            made[name] = numbers
        return made

    @property
    def bytes(self) -> int:
        """Of the columns."""
        return 8 * self.rows * self.rules.criteria

    @cached_property
    def arrow(self) -> Any:
        """The columns where they lie, NaN for missing, as a table of pyarrow."""
        import pyarrow as pa

        return pa.table({name: pa.array(numbers, from_pandas=False) for name, numbers in self.columns.items()})

    @cached_property
    def arrow_with_nulls(self) -> Any:
        """The same with validity bitmaps."""
        import pyarrow as pa

        return pa.table({name: pa.array(numbers, mask=np.isnan(numbers)) for name, numbers in self.columns.items()})

    def first_rows(self, count: int) -> list[dict[str, float | None]]:
        """Rows as dicts, None where a value is missing: for engines that take them one by one."""
        columns = [numbers[:count].tolist() for numbers in self.columns.values()]
        return [{name: None if value != value else value for name, value in zip(self.rules.names, values, strict=True)} for values in zip(*columns, strict=True)]
