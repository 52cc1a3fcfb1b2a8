"""The joined panel of state primaries 2016 to 2020: a derived table that is handy for trials, not a published file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from ._codes import NUMBER_CODES, MissingCode
from ._collect import Collector, Figure, SchoolRow, date_cell, school_rows, whole_cell
from ._dates import iso
from ._numbers import parse_laestab, parse_whole
from ._report import Report
from ._result import Observation, ReadResult, School, school_record
from ._table import Source, Table, file_name, open_table
from .census import PHASES
from .ofsted_history import RATINGS, SATISFACTORY

KEYS: Final = ("urn", "laestab", "rwm_exp_2018", "ofsted_next")
_LAST_YEAR: Final = "2018/19"
# A blank may be a suppressed figure, a school that was not there, or a join that failed: the panel does not say which.
_CODES: Final[Mapping[str, MissingCode]] = {**NUMBER_CODES, "": MissingCode("unknown", "blank in a joined table")}

_CENSUS: Final = (
    Figure("nor_2019", "census.pupils"),
    Figure("pct_fsm6_2019", "census.fsm6", cohort="nor_2019"),
    Figure("pct_eal_2019", "census.eal", cohort="nor_2019"),
    Figure("pct_sen_support_2019", "census.sen_support", cohort="nor_2019"),
    Figure("pct_ehcp_2019", "census.ehcp", cohort="nor_2019"),
    Figure("abs_overall_2018_19", "absence.overall"),
    Figure("abs_pa10_2018_19", "absence.persistent"),
)
_SUBJECTS: Final = (("read", "reading"), ("writ", "writing"), ("mat", "maths"))
_INSPECTIONS: Final = (
    ("ofsted_prev2", "ofsted_prev2_date"),
    ("ofsted_last_before_2018_09", "ofsted_last_before_date"),
    ("ofsted_next", "ofsted_next_date"),
)


def _ks2(year: int) -> tuple[Figure, ...]:
    pupils = f"ks2_pupils_{year}"
    return (
        Figure(f"rwm_exp_{year}", "ks2.rwm_expected", cohort=pupils),
        Figure(f"rwm_high_{year}", "ks2.rwm_higher", cohort=pupils),
        *(Figure(f"{column}_prog_{year}", "ks2.progress", subject, pupils) for column, subject in _SUBJECTS),
        *(Figure(f"{column}_score_{year}", "ks2.score", subject, pupils) for column, subject in _SUBJECTS if column != "writ"),
    )


def read_panel_primary(source: Source, *, recorded_at: date | str | None = None, inspections: bool = True) -> ReadResult:
    """Reads the joined panel: Key Stage 2 of 2015/16 to 2017/18, progress, absence and census of 2018/19, inspections before and after September 2018.

    A school without pupils in a Key Stage 2 year gives no observations for that year.

    Parameters
    ----------
    source : path or pandas.DataFrame
        The joined panel.
    recorded_at : datetime.date or str, optional
        When the file was published: from that day its figures are known. From the start when absent.
    inspections : bool
        False leaves inspections out, for back-tests that must not see them.

    Returns
    -------
    ReadResult
        Shares in percent of pupils, progress and scaled scores in points, grades; schools.

    Raises
    ------
    PublishedFileError
        When the file cannot be read: no text, no table, a needed column is not there. Trouble in single cells and rows is in the report.
    ValueError
        When an argument is not a date.
    """
    table = open_table(source, KEYS)
    report = table.new_report("panel_primary", "2015/16 to 2018/19")
    rows = school_rows(table, report, table.need(report, "urn"), range(len(table)))
    collector = Collector(table, report, f"joined panel of state primaries ({file_name(source) or 'table'})", iso(recorded_at), _CODES)
    result = ReadResult(report=report, schools=_schools(table, report, rows))
    for year in (2016, 2017, 2018):
        pupils = table.need(report, f"ks2_pupils_{year}")
        taught = [row for row in rows if whole_cell(report, table.row(row.index), row.urn, f"ks2_pupils_{year}", pupils[row.index])]
        result.observations += collector.figures(_ks2(year), taught, f"{year - 1}/{year % 100}")
    progress = tuple(Figure(f"{column}_prog_2019", "ks2.progress", subject) for column, subject in _SUBJECTS)
    result.observations += collector.figures((*progress, *_CENSUS), rows, _LAST_YEAR)
    if inspections:
        for rating, day in _INSPECTIONS:
            result.observations += _inspections(table, report, collector, rows, rating, day)
    return result


def _inspections(table: Table, report: Report, collector: Collector, rows: list[SchoolRow], rating: str, day: str) -> list[Observation]:
    ratings, days = table.need(report, rating), table.need(report, day)
    found: list[Observation] = []
    for row in rows:
        grade = RATINGS.get(ratings[row.index].casefold())
        inspected = date_cell(report, table.row(row.index), row.urn, day, days[row.index])
        if grade is None or inspected is None:
            continue
        observation: Observation = {"school": row.urn, "indicator": "ofsted.overall", "value": grade, "observed_on": inspected}
        if collector.recorded_at:
            observation["recorded_at"] = collector.recorded_at
        observation["source"] = collector.source
        if ratings[row.index].casefold() == "satisfactory":
            observation["note"] = SATISFACTORY
        found.append(observation)
    return found


def _schools(table: Table, report: Report, rows: list[SchoolRow]) -> list[School]:
    names, kinds, laestabs = table.need(report, "name"), table.need(report, "schooltype"), table.need(report, "laestab")
    uids, trusts, joined = table.need(report, "trust_uid_2022"), table.need(report, "trust_name_2022"), table.need(report, "trust_joined")
    pupils = table.need(report, "nor_2019")
    schools: list[School] = []
    for row in rows:
        index = row.index
        school = school_record(
            row.urn,
            name=names[index],
            phase=PHASES.get(kinds[index].casefold()),
            laestab=parse_laestab(laestabs[index]),
            pupils=parse_whole(pupils[index]),
            trust_uid=uids[index],
            trust_name=trusts[index] if uids[index] else None,
            joined=date_cell(report, table.row(index), row.urn, "trust_joined", joined[index]),
        )
        schools.append(school)
    return schools
