"""Which academic year a file is about: as the caller says, else as its name or its folder's name says; never a guess."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from ._dates import find_academic_years, parse_academic_year
from ._errors import PublishedFileError
from ._table import Source


def period_of(source: Source, academic_year: str | int | None) -> str:
    """The period as documents write it, "2018/19"."""
    if academic_year is not None:
        return parse_academic_year(academic_year)
    if isinstance(source, pd.DataFrame):
        raise PublishedFileError("table", "does not say which academic year it is about", "give academic_year='2018/19'")
    path = Path(source)
    years = find_academic_years(path.stem) or find_academic_years(path.absolute().parent.name)
    if len(years) != 1:
        named = f"names more than one academic year ({', '.join(years)})" if years else "does not say in its name which academic year it is about"
        raise PublishedFileError(path.name, named, "give academic_year='2018/19'")
    return years[0]
