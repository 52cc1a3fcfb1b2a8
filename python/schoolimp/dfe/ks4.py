"""Key Stage 4 results by school: the files ks4final, ks4revised and ks4provisional of the performance tables."""

from __future__ import annotations

from datetime import date
from typing import Final, Literal

from ._collect import Figure
from ._result import ReadResult
from ._table import Source
from ._tables_form import RecordTypes, read_tables_form

_TYPES: Final = RecordTypes(mainstream="1", special="2", la="4", national_all="5", national_state="7")
KEYS: Final = ("RECTYPE", "URN", "ATT8SCR")

FIGURES: Final = (
    Figure("ATT8SCR", "ks4.attainment8", cohort="TPUP"),
    Figure("P8MEA", "ks4.progress8", cohort="P8PUP", lower="P8CILOW", upper="P8CIUPP"),
    Figure("PTL2BASICS_95", "ks4.basics_5", cohort="TPUP"),
)


def read_ks4(source: Source, academic_year: str | int | None = None, *, recorded_at: date | str | None = None,
             national: Literal["state_funded", "all_schools"] = "state_funded") -> ReadResult:
    """Reads a Key Stage 4 performance table.

    Parameters
    ----------
    source : path or pandas.DataFrame
        ks4final, ks4revised or ks4provisional of the performance tables.
    academic_year : str or int, optional
        ``"2018/19"``; taken from the name of the file or its folder when absent.
    recorded_at : datetime.date or str, optional
        When the file was published: from that day its figures are known. From the start when absent.
    national : {"state_funded", "all_schools"}
        Which of the file's two national rows becomes the benchmark.

    Returns
    -------
    ReadResult
        Attainment 8 and Progress 8 in points, basics in percent of pupils; national figures; schools.

    Raises
    ------
    PublishedFileError
        When the file cannot be read: no text, no table, a needed column is not there, no academic year is named. Trouble in single cells and rows is in the report.
    ValueError
        When an argument is not a date or an academic year.
    """
    return read_tables_form(source, family="ks4", keys=KEYS, types=_TYPES, figures=FIGURES, academic_year=academic_year, recorded_at=recorded_at,
                            title="Department for Education, Key Stage 4 performance tables", national=national)
