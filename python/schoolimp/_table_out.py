"""Tables for other libraries: what ``to_arrow``, ``to_pandas`` and ``to_polars`` of the package have in common."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any, cast

from . import _core

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

__all__ = ["library", "to_arrow", "to_pandas", "to_polars"]


def to_arrow(table: _core.Table) -> Any:
    """Return a ``pyarrow.Table``, which has no types. Raises ImportError when pyarrow is not installed."""
    return library("pyarrow", "to_arrow").table(table)


def to_pandas(table: _core.Table, *, nullable: bool = False) -> pd.DataFrame:
    """Return a ``pandas.DataFrame``; with ``nullable``, whole numbers with gaps are Int64 and not floating-point numbers.

    Raises ImportError when pandas, or pyarrow, which it reads tables with, is not installed.
    """
    pandas = library("pandas", "to_pandas")
    pyarrow = library("pyarrow", "to_pandas")
    types = {pyarrow.int64(): pandas.Int64Dtype()} if nullable else {}
    return cast("pd.DataFrame", pyarrow.table(table).to_pandas(types_mapper=types.get))


def to_polars(table: _core.Table) -> pl.DataFrame:
    """Return a ``polars.DataFrame``. Raises ImportError when Polars is not installed."""
    return cast("pl.DataFrame", library("polars", "to_polars").DataFrame(table))


def library(name: str, wanted_by: str) -> Any:
    """Return a library that need not be installed. Raises ImportError with the way to install it."""
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise ImportError(f"{wanted_by}() needs {name}, which cannot be imported ({error}): python -m pip install {name}", name=name) from error
