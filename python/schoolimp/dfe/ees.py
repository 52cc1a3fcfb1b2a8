"""Files in the form of Explore Education Statistics: one row for a time period, a place and a choice of filters.

Read are the families whose column names are established: absence, suspensions and exclusions, Key Stage 2 and Key Stage 4.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from ._collect import Collector, Figure, SchoolRow
from ._dates import iso, parse_academic_year
from ._errors import PublishedFileError
from ._numbers import parse_laestab, parse_urn
from ._report import Report
from ._result import ReadResult, School
from ._table import Source, Table, file_name, open_table

KEYS: Final = ("time_period", "time_identifier", "geographic_level")

FIGURES: Final = (
    Figure("sess_overall_percent", "absence.overall", cohort="enrolments"),
    Figure("enrolments_pa_10_exact_percent", "absence.persistent", cohort="enrolments"),
    Figure("susp_rate", "exclusions.suspension_rate", cohort="headcount", aliases=("suspension_rate", "fixed_excl_rate")),
    Figure("perm_excl_rate", "exclusions.permanent_rate", cohort="headcount"),
    Figure("pt_rwm_met_expected_standard", "ks2.rwm_expected", cohort="t_rwm_eligible_pupils"),
    Figure("pt_rwm_met_higher_standard", "ks2.rwm_higher", cohort="t_rwm_eligible_pupils"),
    Figure("pt_read_met_expected_standard", "ks2.expected", "reading", "t_read_eligible_pupils"),
    Figure("pt_writta_met_expected_standard", "ks2.expected", "writing", "t_writta_eligible_pupils"),
    Figure("pt_mat_met_expected_standard", "ks2.expected", "maths", "t_mat_eligible_pupils"),
    *(Figure(f"avg_{column}_progress_score", "ks2.progress", subject, f"t_{column}_progress_eligible_pupils",
             f"avg_{column}_progress_score_lower_CI", f"avg_{column}_progress_score_upper_CI")
      for column, subject in (("read", "reading"), ("writta", "writing"), ("mat", "maths"))),
    Figure("avg_att8", "ks4.attainment8", cohort="t_pupils"),
    Figure("avg_p8score", "ks4.progress8", cohort="t_inp8calc", lower="p8score_CI_low", upper="p8score_CI_upp"),
    Figure("pt_l2basics_95", "ks4.basics_5", cohort="t_pupils"),
)

_YEAR: Final = "academic year"
_PARTS: Final = ("term", "half term", "terms")  # how the identifiers of parts of a year end: "Autumn term", "Autumn and spring term"
_PART_OF_YEAR: Final = "part of a school year: the indicators are of whole years"
_PHASES: Final = {
    "total": "all", "state-funded primary": "primary", "state-funded secondary": "secondary", "special": "special", "state-funded special": "special",
    "primary": "primary", "secondary": "secondary",
}
_PHASE_COLUMNS: Final = ("education_phase", "school_type", "phase_type_grouping")
# Filters that pick out some pupils, with the value that means all of them.
_PUPIL_FILTERS: Final = ("sex", "gender", "breakdown_topic", "breakdown", "characteristic_group", "characteristic", "characteristic_topic",
                         "disadvantage_status", "fsm_status", "sen_status", "first_language", "ethnicity_major", "ethnicity_minor", "prior_attainment")
_ALL_PUPILS: Final = frozenset({"", "total", "all", "all pupils", "totals"})
_DISADVANTAGE: Final = {
    "disadvantaged": "disadvantaged",
    "not disadvantaged": "not_disadvantaged",
    "non-disadvantaged": "not_disadvantaged",
    "not known to be disadvantaged": "not_disadvantaged",
    "all other pupils": "not_disadvantaged",
}
_BY_GROUP: Final = ("ks2.rwm_expected", "ks2.rwm_higher")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a row's figures go: a school's or the nation's, which period, which group of pupils."""

    index: int
    school: str  # empty: national
    period: str
    phase: str
    group: str


def read_ees(source: Source, *, recorded_at: date | str | None = None, schools: Iterable[School] = ()) -> ReadResult:
    """Reads school and national rows of a file in the form of Explore Education Statistics.

    The indicators of the catalogue are of whole school years. Rows of single terms and weeks, of regions and local authorities, and of pupil groups the catalogue
    does not know are skipped and counted.

    Parameters
    ----------
    source : path or pandas.DataFrame
        Absence, suspensions and exclusions, Key Stage 2 or Key Stage 4.
    recorded_at : datetime.date or str, optional
        When the file was published: from that day its figures are known. From the start when absent.
    schools : iterable of School, optional
        Needed when the file names schools by LAESTAB only: it tells which URN each has.

    Returns
    -------
    ReadResult
        Shares and rates in percent of pupils or sessions as published; national figures by phase.

    Raises
    ------
    PublishedFileError
        When the file cannot be read: no text, no table, a needed column is not there, it has none of the indicators. Trouble in single cells and rows is in the report.
    ValueError
        When an argument is not a date.
    """
    table = open_table(source, KEYS)
    report = table.new_report("ees")
    figures = [figure for figure in FIGURES if table.has(figure.column) or any(table.has(alias) for alias in figure.aliases)]
    if not figures:
        raise PublishedFileError(table.file, "has none of the indicators read", "columns found: " + ", ".join(table.headers[-12:]))
    collector = Collector(table, report, f"Department for Education, Explore Education Statistics ({file_name(source) or 'table'})", iso(recorded_at))
    urns = {school["laestab"]: school["id"] for school in schools if "laestab" in school}
    result = ReadResult(report=report)
    cells: dict[tuple[str, str], list[SchoolRow]] = {}  # schools' rows by period and group
    for place in _only_ones(_Places(table, report, urns).all(), table, report):
        if place.school:
            report.school_rows += 1
            cells.setdefault((place.period, place.group), []).append(SchoolRow(place.index, place.school))
        else:
            report.national_rows += 1
            result.benchmarks += collector.benchmarks(_taken(figures, place.group), place.index, place.period, place.phase)
    for (period, group), rows in cells.items():
        report.remember(((row.urn, table.row(row.index)) for row in rows), period, group)
        result.observations += collector.figures(_taken(figures, group), rows, period)
    return result


class _Places:
    """Works out for every row what it is about."""

    def __init__(self, table: Table, report: Report, urns: Mapping[str, str]) -> None:
        self._table, self._report, self._urns_of = table, report, urns
        blank = [""] * len(table)

        def cells(*names: str) -> list[str]:
            return table.optional(report, *names) or blank

        self._years, self._terms, self._levels = cells("time_period"), cells("time_identifier"), cells("geographic_level")
        self._urns, self._laestabs = cells("school_urn", "urn"), cells("school_laestab", "laestab")
        self._phases = cells(*_PHASE_COLUMNS)
        self._filters = {name: cells(name) for name in _PUPIL_FILTERS if table.has(name)}

    def all(self) -> list[_Place]:
        """The rows that are about a school or the nation; the others are skipped and counted."""
        found = (self._place(index) for index in range(len(self._table)))
        return [place for place in found if place is not None]

    def _skip(self, reason: str, index: int, example: str, *, unexpected: bool = False) -> None:
        self._report.skip(reason, f"row {self._table.row(index)}: {example}", unexpected=unexpected)

    def _place(self, index: int) -> _Place | None:
        level, term = self._levels[index].casefold(), self._terms[index].casefold()
        if level not in ("school", "national"):
            if level == "local authority":
                self._report.la_rows += 1
            else:
                self._skip(f"level {level!r}", index, self._years[index])
            return None
        if term != _YEAR:
            is_part = term.endswith(_PARTS)
            self._skip(_PART_OF_YEAR if is_part else "not a school year", index, self._terms[index], unexpected=is_part)
            return None
        group = self._group(index)
        if group is None:
            self._skip("pupil group not in the catalogue", index, self._filter_text(index))
            return None
        school = self._school(index) if level == "school" else ""
        phase = _PHASES.get(self._phases[index].casefold() or "total", "")
        if school is None or (not school and not phase):
            self._skip("school without a known URN" if school is None else "kind of school not in the catalogue", index, self._phases[index] or self._laestabs[index])
            return None
        try:
            return _Place(index, school, parse_academic_year(self._years[index]), phase, group)
        except ValueError:
            self._skip("not a school year", index, self._years[index])
            return None

    def _school(self, index: int) -> str | None:
        if urn := parse_urn(self._urns[index]):
            return urn
        return self._urns_of.get(parse_laestab(self._laestabs[index]) or "")

    def _group(self, index: int) -> str | None:
        """The pupil group of a row: empty for all pupils, none when it is one the catalogue does not know."""
        named = [cells[index].casefold() for cells in self._filters.values() if cells[index].casefold() not in _ALL_PUPILS]
        groups = {_DISADVANTAGE[word] for word in named if word in _DISADVANTAGE}
        others = [word for word in named if word not in _DISADVANTAGE and word not in ("disadvantage status", "disadvantage", "fsm6cla1a")]
        if others or len(groups) > 1 or (named and not groups):
            return None
        return groups.pop() if groups else ""

    def _filter_text(self, index: int) -> str:
        return ", ".join(cells[index] for cells in self._filters.values() if cells[index])


def _only_ones(places: list[_Place], table: Table, report: Report) -> list[_Place]:
    """Rows that stand alone for their place. Where several do, the file has a filter that is not known, and none of them is taken."""
    rows: dict[tuple[str, str, str, str], list[_Place]] = {}
    for place in places:
        rows.setdefault((place.school, place.period, "" if place.school else place.phase, place.group), []).append(place)
    single: list[_Place] = []
    for same in rows.values():
        if len(same) == 1:
            single += same
            continue
        for place in same:
            report.skip("several rows for one school, period and group: the file has a filter that is not known",
                        f"row {table.row(place.index)}: {place.school or 'national'} {place.period}")
    return sorted(single, key=lambda place: place.index)


def _taken(figures: list[Figure], group: str) -> list[Figure]:
    """With a pupil group, only the figures that are given by group."""
    if not group:
        return figures
    return [Figure(figure.column, figure.indicator, group, figure.cohort, aliases=figure.aliases) for figure in figures if figure.indicator in _BY_GROUP]
