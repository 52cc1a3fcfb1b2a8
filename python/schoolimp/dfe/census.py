"""The school census by school: pupils on roll and what is known of them."""

from __future__ import annotations

from datetime import date
from typing import Final

from ._collect import Collector, Figure, school_rows
from ._dates import iso
from ._numbers import parse_laestab, parse_whole
from ._period import period_of
from ._result import ReadResult, school_record
from ._table import Source, file_name, open_table
from .absence import NATIONAL_PHASES

KEYS: Final = ("URN", "NOR", "PSENELK")
_SHARES: Final = (
    Figure("PNUMFSMEVER", "census.fsm6", cohort="NOR"),
    Figure("PNUMEAL", "census.eal", cohort="NOR"),
    Figure("PSENELK", "census.sen_support", cohort="NOR"),
    Figure("PSENELSE", "census.ehcp", cohort="NOR"),
)
FIGURES: Final = (Figure("NOR", "census.pupils"), *_SHARES)

PHASES: Final = {
    "state-funded nursery": "nursery",
    "state-funded primary": "primary",
    "state-funded secondary": "secondary",
    "state-funded special school": "special",
    "non-maintained special school": "special",
    "pupil referral unit": "alternative_provision",
}


def read_census(source: Source, academic_year: str | int | None = None, *, recorded_at: date | str | None = None) -> ReadResult:
    """Reads the school census: roll, free school meals in the last six years, first language, special needs; national rows as benchmarks.

    Parameters
    ----------
    source : path or pandas.DataFrame
        The census file of the performance tables.
    academic_year : str or int, optional
        ``"2018/19"``; taken from the name of the file or its folder when absent.
    recorded_at : datetime.date or str, optional
        When the file was published: from that day its figures are known. From the start when absent.

    Returns
    -------
    ReadResult
        The roll in pupils, the rest in percent of pupils; national figures by phase; schools.

    Raises
    ------
    PublishedFileError
        When the file cannot be read: no text, no table, a needed column is not there, no academic year is named. Trouble in single cells and rows is in the report.
    ValueError
        When an argument is not a date or an academic year.
    """
    table = open_table(source, KEYS)
    period = period_of(source, academic_year)
    report = table.new_report("census", period)
    urns = table.need(report, "URN")
    las, estabs = table.need(report, "LA", "LEA"), table.need(report, "ESTAB")
    kinds, names = table.optional(report, "SCHOOLTYPE"), table.optional(report, "SCHNAME")
    collector = Collector(table, report, f"Department for Education, school census {period} ({file_name(source) or 'table'})", iso(recorded_at))
    result = ReadResult(report=report)
    schools: list[int] = []
    for index in range(len(table)):
        if urns[index].upper() != "NAT" and las[index].upper() != "NAT":
            schools.append(index)
        elif phase := NATIONAL_PHASES.get(estabs[index].upper()):
            report.national_rows += 1
            result.benchmarks.extend(collector.benchmarks(_SHARES, index, period, phase))
        else:
            report.skip("national row of an unknown kind of school", f"row {table.row(index)}: {estabs[index]!r}")
    rows = school_rows(table, report, urns, schools)
    result.observations = collector.figures(FIGURES, rows, period)
    pupils = table.need(report, "NOR")
    for row in rows:
        index = row.index
        school = school_record(
            row.urn,
            name=names[index] if names else None,
            phase=PHASES.get(kinds[index].casefold()) if kinds else None,
            laestab=parse_laestab(las[index], estabs[index]),
            pupils=parse_whole(pupils[index]),
        )
        result.schools.append(school)
    return result
