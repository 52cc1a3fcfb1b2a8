"""Key Stage 2 results by school: the files ks2final, ks2revised and ks2provisional of the performance tables."""

from __future__ import annotations

from datetime import date
from typing import Final, Literal

from ._collect import Figure
from ._result import ReadResult
from ._table import Source
from ._tables_form import RecordTypes, read_tables_form

_TYPES: Final = RecordTypes(mainstream="1", special="2", la="3", national_all="4", national_state="5")
KEYS: Final = ("RECTYPE", "URN", "PTRWM_EXP")


def _by_group(column: str, indicator: str) -> tuple[Figure, ...]:
    return (
        Figure(column, indicator, cohort="TELIG"),
        Figure(f"{column}_FSM6CLA1A", indicator, "disadvantaged", cohort="TFSM6CLA1A"),
        Figure(f"{column}_NotFSM6CLA1A", indicator, "not_disadvantaged", cohort="TNotFSM6CLA1A"),
    )


def _progress(column: str, subject: str) -> Figure:
    return Figure(column, "ks2.progress", subject, "TELIG", f"{column}_LOWER", f"{column}_UPPER")


FIGURES: Final = (
    *_by_group("PTRWM_EXP", "ks2.rwm_expected"),
    *_by_group("PTRWM_HIGH", "ks2.rwm_higher"),
    Figure("PTREAD_EXP", "ks2.expected", "reading", "TELIG"),
    Figure("PTWRITTA_EXP", "ks2.expected", "writing", "TELIG"),
    Figure("PTMAT_EXP", "ks2.expected", "maths", "TELIG"),
    _progress("READPROG", "reading"),
    _progress("WRITPROG", "writing"),
    _progress("MATPROG", "maths"),
    Figure("READ_AVERAGE", "ks2.score", "reading", "TELIG"),  # writing is teacher-assessed and has no scaled score
    Figure("MAT_AVERAGE", "ks2.score", "maths", "TELIG"),
)


def read_ks2(source: Source, academic_year: str | int | None = None, *, recorded_at: date | str | None = None,
             national: Literal["state_funded", "all_schools"] = "state_funded") -> ReadResult:
    """Reads a Key Stage 2 performance table.

    Parameters
    ----------
    source : path or pandas.DataFrame
        ks2final, ks2revised or ks2provisional of the performance tables.
    academic_year : str or int, optional
        ``"2018/19"``; taken from the name of the file or its folder when absent.
    recorded_at : datetime.date or str, optional
        When the file was published: from that day its figures are known. From the start when absent.
    national : {"state_funded", "all_schools"}
        Which of the file's two national rows becomes the benchmark.

    Returns
    -------
    ReadResult
        Shares in percent of pupils, progress and scaled scores in points, with cohorts and confidence intervals; national figures; schools.

    Raises
    ------
    PublishedFileError
        When the file cannot be read: no text, no table, a needed column is not there, no academic year is named. Trouble in single cells and rows is in the report.
    ValueError
        When an argument is not a date or an academic year.
    """
    return read_tables_form(source, family="ks2", keys=KEYS, types=_TYPES, figures=FIGURES, academic_year=academic_year, recorded_at=recorded_at,
                            title="Department for Education, Key Stage 2 performance tables", national=national)
