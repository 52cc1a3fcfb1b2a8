"""Absence by school: the file abs of the performance tables (LA, ESTAB, URN, PERCTOT, PPERSABS10)."""

from __future__ import annotations

from datetime import date
from typing import Final

from ._collect import Collector, Figure, school_rows
from ._dates import iso
from ._numbers import parse_laestab
from ._period import period_of
from ._report import Report
from ._result import ReadResult, School, school_record
from ._table import Source, Table, file_name, open_table

KEYS: Final = ("URN", "PERCTOT")
FIGURES: Final = (
    Figure("PERCTOT", "absence.overall"),
    Figure("PPERSABS10", "absence.persistent"),
)
NATIONAL_PHASES: Final = {"PRI": "primary", "SEC": "secondary", "SPE": "special"}


def read_absence(source: Source, academic_year: str | int | None = None, *, recorded_at: date | str | None = None) -> ReadResult:
    """Reads the absence file: overall and persistent absence of every school, and the national rows of primary, secondary and special schools.

    Parameters
    ----------
    source : path or pandas.DataFrame
        The absence file of the performance tables.
    academic_year : str or int, optional
        ``"2018/19"``; taken from the name of the file or its folder when absent.
    recorded_at : datetime.date or str, optional
        When the file was published: from that day its figures are known. From the start when absent.

    Returns
    -------
    ReadResult
        Absence in percent of sessions missed, persistent absence in percent of pupils; national figures by phase.

    Raises
    ------
    PublishedFileError
        When the file cannot be read: no text, no table, a needed column is not there, no academic year is named. Trouble in single cells and rows is in the report.
    ValueError
        When an argument is not a date or an academic year.
    """
    table = open_table(source, KEYS)
    period = period_of(source, academic_year)
    report = table.new_report("absence", period)
    urns = table.need(report, "URN")
    table.need_some([figure.column for figure in FIGURES] + ["PPERSABS15"])
    las, estabs = table.need(report, "LA", "LEA"), table.need(report, "ESTAB")
    collector = Collector(table, report, f"Department for Education, absence by school {period} ({file_name(source) or 'table'})", iso(recorded_at))
    result = ReadResult(report=report)
    schools: list[int] = []
    for index in range(len(table)):
        if las[index].upper() == "NAT" or urns[index].upper() == "NAT":
            _add_national(result, collector, index, estabs[index], period)
        else:
            schools.append(index)
    rows = school_rows(table, report, urns, schools)
    result.observations = collector.figures(FIGURES, rows, period)
    result.schools = [_school(row.urn, las[row.index], estabs[row.index]) for row in rows]
    _warn_of_old_definition(table, report)
    return result


def _add_national(result: ReadResult, collector: Collector, index: int, estab: str, period: str) -> None:
    phase = NATIONAL_PHASES.get(estab.upper())
    if phase is None:
        result.report.skip("national row of an unknown kind of school", f"row {collector.table.row(index)}: {estab!r}")
        return
    result.report.national_rows += 1
    result.benchmarks.extend(collector.benchmarks(FIGURES, index, period, phase))


def _school(urn: str, la: str, estab: str) -> School:
    return school_record(urn, laestab=parse_laestab(la, estab))


def _warn_of_old_definition(table: Table, report: Report) -> None:
    if not table.has("PPERSABS10") and table.has("PPERSABS15"):
        report.warn("persistent absence is given by the definition of 15% used to 2014/15; it does not compare with today's 10% and is not taken")
