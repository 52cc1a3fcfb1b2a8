"""The form of the performance tables (RECTYPE, LEA, ESTAB, URN, SCHNAME ...), shared by Key Stage 2 and Key Stage 4."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from ._codes import code_of
from ._collect import Collector, Figure, SchoolRow, school_rows, whole_cell
from ._dates import iso, parse_date
from ._numbers import parse_code, parse_laestab, parse_urn, parse_whole
from ._period import period_of
from ._report import Report
from ._result import ReadResult, School, school_record
from ._table import DamagedRow, Source, Table, file_name, open_table

# NFTYPE, as the wording of Get Information About Schools.
SCHOOL_TYPES: Final[Mapping[str, str]] = {
    "CY": "Community school", "VA": "Voluntary aided school", "VC": "Voluntary controlled school", "FD": "Foundation school",
    "CTC": "City technology college", "AC": "Academy sponsor led", "ACC": "Academy converter", "F": "Free schools",
    "UTC": "University technical college", "SS": "Studio schools", "CYS": "Community special school", "FDS": "Foundation special school",
    "ACS": "Academy special sponsor led", "ACCS": "Academy special converter", "FS": "Free schools special",
    "NMSS": "Non-maintained special school", "PRU": "Pupil referral unit", "AP": "Alternative provision",
    "FAP": "Free schools alternative provision", "ACAP": "Academy alternative provision sponsor led",
    "ACCAP": "Academy alternative provision converter", "CHS": "Community hospital school", "FHS": "Foundation hospital school",
    "F1619": "Free schools 16 to 19", "ACC1619": "Academy 16-19 converter", "AC1619": "Academy 16 to 19 sponsor led",
    "IND": "Other independent school", "INDSS": "Other independent special school", "FESI": "Further education",
    "MODFC": "Institution funded by other government department",
}


@dataclass(frozen=True, slots=True)
class RecordTypes:
    """What the values of RECTYPE mean in one family."""

    mainstream: str
    special: str
    la: str
    national_all: str
    national_state: str


@dataclass(slots=True)
class _Rows:
    schools: list[int] = field(default_factory=list)
    las: list[int] = field(default_factory=list)
    national: dict[str, int] = field(default_factory=dict)  # record type -> row


def read_tables_form(source: Source, *, family: str, keys: Sequence[str], types: RecordTypes, figures: Sequence[Figure], academic_year: str | int | None,
                     recorded_at: date | str | None, title: str, national: str) -> ReadResult:
    """Reads one performance table: its schools, their figures, and the national row that compares (state-funded or all schools)."""
    table = open_table(source, keys, ends_left_off=True)
    period = period_of(source, academic_year)
    report = table.new_report(family, period)
    urns = table.need(report, "URN")
    table.need_some([figure.column for figure in figures])
    record_types = table.cells(report, "RECTYPE")
    rows = _sort_rows(table, report, types, record_types, urns, _broken_off(table, report, figures))
    collector = Collector(table, report, f"{title} {period} ({file_name(source) or 'table'})", iso(recorded_at))
    schools = school_rows(table, report, urns, rows.schools)
    result = ReadResult(report=report)
    result.observations = collector.figures(figures, schools, period)
    result.schools = _schools(table, report, types, record_types, rows, schools)
    _add_benchmarks(result, collector, figures, rows, types, national)
    return result


def _broken_off(table: Table, report: Report, figures: Sequence[Figure]) -> frozenset[int]:
    """Rows that end among their figures. Blank cells are left off at the end of a row, but a row that has some of the figures and not the others was cut.

    The last cell of such a row may be half a figure: it counts as cut off.
    """
    places = table.positions({column for figure in figures for column in (figure.column, figure.lower, figure.upper) if column})
    found = {index for index, number in table.short.items() if any(place < number - 1 for place in places) and any(place >= number - 1 for place in places)}
    for index in sorted(found):
        table.damage(report, DamagedRow(table.row(index), f"the row breaks off among its figures, after {table.short[index]} cells of {len(table.headers)}"))
    return frozenset(found)


def _sort_rows(table: Table, report: Report, types: RecordTypes, record_types: list[str] | None, urns: list[str], broken_off: frozenset[int]) -> _Rows:
    """Schools, local authorities and national rows apart, by RECTYPE; in a copy without that column a row with a URN is a school's."""
    rows = _Rows()
    for index in range(len(table)):
        if index in broken_off:
            continue
        kind = parse_code(record_types[index]) if record_types else (types.mainstream if parse_urn(urns[index]) else "")
        if kind in (types.mainstream, types.special):
            rows.schools.append(index)
        elif kind == types.la:
            rows.las.append(index)
        elif kind in (types.national_all, types.national_state) and kind not in rows.national:
            rows.national[kind] = index
        else:
            report.skip(f"record type {kind!r} is not a school, a local authority or the nation" if record_types else "no URN", f"row {table.row(index)}")
    report.la_rows, report.national_rows = len(rows.las), len(rows.national)
    if record_types is None:
        report.warn("no column RECTYPE: every row with a URN is taken for a school, the others are left out")
    return rows


def _add_benchmarks(result: ReadResult, collector: Collector, figures: Sequence[Figure], rows: _Rows, types: RecordTypes, national: str) -> None:
    wanted, other = (types.national_state, types.national_all) if national == "state_funded" else (types.national_all, types.national_state)
    index = rows.national.get(wanted)
    if index is None and other in rows.national:
        index = rows.national[other]
        result.report.warn(f"no national row for {'state-funded' if national == 'state_funded' else 'all'} schools; the other one is taken")
    if index is not None:
        result.benchmarks = collector.benchmarks(figures, index, result.report.period, "all")


def _schools(table: Table, report: Report, types: RecordTypes, record_types: list[str] | None, rows: _Rows, schools: list[SchoolRow]) -> list[School]:
    names = table.optional(report, "SCHNAME")
    las, estabs = table.optional(report, "LEA", "LA"), table.optional(report, "ESTAB")
    la_names = {parse_code(las[index]): names[index] for index in rows.las} if las and names else {}
    kinds, pupils, ages = table.optional(report, "NFTYPE"), table.optional(report, "TOTPUPS"), table.optional(report, "AGERANGE")
    new_urns, opened = table.optional(report, "URN_AC"), table.optional(report, "OPEN_AC")
    found: list[School] = []
    for row in schools:
        index = row.index
        school = school_record(
            row.urn,
            name=names[index] if names else None,
            phase="special" if record_types and parse_code(record_types[index]) == types.special else None,
            type=SCHOOL_TYPES.get(kinds[index]) if kinds else None,
            laestab=parse_laestab(las[index], estabs[index]) if las and estabs else None,
            local_authority=la_names.get(parse_code(las[index])) if las else None,
            pupils=whole_cell(report, table.row(index), row.urn, "TOTPUPS", pupils[index]) if pupils else None,
        )
        _add_ages(school, ages[row.index] if ages else "")
        _add_successor(school, report, table.row(row.index), new_urns[row.index] if new_urns else "", opened[row.index] if opened else "")
        found.append(school)
    return found


def _add_ages(school: School, text: str) -> None:
    low, _, high = text.replace(" to ", "-").partition("-")
    first, last = parse_whole(low), parse_whole(high)
    if first is not None and last is not None:
        school["low_age"], school["high_age"] = first, last


def _add_successor(school: School, report: Report, row: int, urn_text: str, opened: str) -> None:
    """URN_AC: the record the school got when it became an academy during the year; its results are still published under this one."""
    successor = parse_urn(urn_text)
    if successor is None:
        return
    school["successor"] = successor
    if opened and code_of(opened) is None:
        try:
            day = parse_date(opened)
        except ValueError as error:
            report.error(row, school["id"], "OPEN_AC", opened, str(error))
        else:
            if day:
                school["closed"] = day.isoformat()
