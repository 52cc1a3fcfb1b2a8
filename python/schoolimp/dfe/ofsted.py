"""Ofsted management information: grades under the old framework and report cards under the renewed one, each with its own date."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from ._codes import MissingCode, code_of
from ._collect import SchoolRow, school_rows, state_missing
from ._dates import find_date, iso
from ._numbers import parse_code, parse_laestab, parse_urn, parse_whole
from ._ofsted_blocks import CURRENT, GRADED_ALWAYS, IN_YEAR, LATEST_OEIF, MOST_RECENT, PREVIOUS, Area, Block
from ._report import Report
from ._result import Observation, ReadResult, School
from ._table import Source, Table, file_name, open_table
from .gias import date_cell

KEYS: Final = ("URN", "Ofsted phase")
_PHASES: Final = {
    "nursery": "nursery", "primary": "primary", "secondary": "secondary", "special": "special", "all-through": "all_through",
    "pru": "alternative_provision", "pupil referral unit": "alternative_provision", "alternative provision": "alternative_provision",
}
_BLANK: Final = ("", "null")


def read_ofsted_mi(source: Source, *, as_at: date | str | None = None, recorded_at: date | str | None = None, follow_predecessors: bool = False,
                   state_not_inspected: bool = True) -> ReadResult:
    """Reads Ofsted management information of state-funded schools, in any of its three forms.

    as_at: the day the sheet describes; left out, it is taken from the file's name if that holds one.
    recorded_at: for grades whose publication date the sheet does not give; all others are recorded at their publication date.
    follow_predecessors: also takes inspections of a school's earlier record (another URN), with a note; left out, they are skipped and counted.
    state_not_inspected: says of a school no inspection is given for that its grades are not collected yet, from its opening day.
    """
    table = open_table(source, KEYS)
    name = file_name(source)
    day = iso(as_at) or iso(find_date(name))
    report = Report(file=table.file, family="ofsted_mi", encoding=table.encoding, period=day or "", rows=len(table))
    blocks = _blocks(table)
    in_year = blocks == (IN_YEAR,)
    urns = table.need(report, "URN")
    rows = _every_inspection(table, report, urns) if in_year else school_rows(table, report, urns, range(len(table)))
    reader = _Reader(table, report, f"Ofsted, management information{' as at ' + day if day else ''} ({name or 'table'})", iso(recorded_at), follow_predecessors)
    result = ReadResult(report=report, schools=_schools(table, report, rows))
    for block in blocks:
        result.observations.extend(reader.block(block, rows))
    if not in_year:
        _tell_of_uninspected(result, reader, rows, state_not_inspected)
        if blocks[0] is MOST_RECENT:
            result.observations.extend(_most_recent_category(reader, result, rows, day))
    return result


def _blocks(table: Table) -> tuple[Block, ...]:
    if table.has("Latest OEIF overall effectiveness"):
        return (MOST_RECENT, LATEST_OEIF)
    if table.has("Safeguarding standards", "Leadership and governance"):
        return (IN_YEAR,)
    return (CURRENT, PREVIOUS)


def _every_inspection(table: Table, report: Report, urns: list[str]) -> list[SchoolRow]:
    """In a sheet of inspections a school may stand more than once."""
    rows: list[SchoolRow] = []
    for index, text in enumerate(urns):
        if urn := parse_urn(text):
            rows.append(SchoolRow(index, urn))
            report.school_rows += 1
        else:
            report.skip("URN is not six digits" if text else "no URN", f"row {table.row(index)}: {text!r}")
    return rows


@dataclass(frozen=True, slots=True)
class _Inspection:
    """When a block's inspection of one school took place, was published, and under which record."""

    day: str | None
    published: str | None
    source: str
    note: str
    graded: bool = True  # false: no area is, as after a monitoring visit; then only a category of concern is taken


class _Reader:
    def __init__(self, table: Table, report: Report, source: str, recorded_at: str | None, follow_predecessors: bool) -> None:
        self.table, self.report, self.source = table, report, source
        self._recorded_at, self._follow = recorded_at, follow_predecessors
        self._blank = [""] * len(table)
        self.inspected: set[str] = set()

    def cells(self, column: str) -> list[str]:
        return (self.table.cells(self.report, column) if column else None) or self._blank

    def block(self, block: Block, rows: list[SchoolRow]) -> Iterator[Observation]:
        """The observations of one block of columns for all schools."""
        inspections = self._inspections(block, rows)
        for area in block.areas:
            if self.table.cells(self.report, area.column) is None:
                continue
            cells, dates = self.cells(area.column), self.cells(area.dated)
            for row, inspection in inspections:
                observation = self._observation(area, row, cells[row.index], dates[row.index], inspection)
                if observation is not None:
                    yield observation

    def _inspections(self, block: Block, rows: list[SchoolRow]) -> list[tuple[SchoolRow, _Inspection]]:
        numbers, days, published = self.cells(block.number), self.cells(block.date), self.cells(block.published)
        relates, urns_then, names_then = self.cells(block.relates), self.cells(block.urn_then), self.cells(block.name_then)
        kept: list[tuple[SchoolRow, _Inspection]] = []
        for row in rows:
            index, place = row.index, self.table.row(row.index)
            day = date_cell(self.report, place, row.urn, block.date, days[index])
            graded = any(self.cells(area.column)[index].casefold() not in _BLANK for area in block.areas if not area.blank_is)
            if day is None and not graded:
                continue
            self.inspected.add(row.urn)
            note = ""
            if relates[index].casefold() == "no":
                then = parse_urn(urns_then[index]) or "another record"
                if not self._follow:
                    self.report.skip(f"{block.title} was of an earlier record of the school", f"row {place}: {row.urn}, inspected as {then}")
                    continue
                note = f"inspected as {then}" + (f" ({names_then[index]})" if names_then[index] else "") + ", before this school record"
            number = f", inspection {parse_code(numbers[index])}" if numbers[index] else ""
            shown = date_cell(self.report, place, row.urn, block.published, published[index])
            kept.append((row, _Inspection(day, shown, self.source + number, note, graded)))
        return kept

    def _observation(self, area: Area, row: SchoolRow, text: str, own_date: str, inspection: _Inspection) -> Observation | None:
        if not inspection.graded and text.casefold() in _BLANK:
            return None
        place = self.table.row(row.index)
        day = date_cell(self.report, place, row.urn, area.dated, own_date) or inspection.day
        value = self._value(area, row, text)
        if day is None or value is None:
            return None
        observation: Observation = {"school": row.urn, "indicator": area.indicator, "observed_on": day}
        if isinstance(value, MissingCode):
            self.report.codes[parse_code(text)] += 1
            state_missing(observation, value)
        else:
            observation["value"] = value
        recorded = inspection.published if day == inspection.day else None
        if recorded or self._recorded_at:
            observation["recorded_at"] = recorded or str(self._recorded_at)
        observation["source"] = inspection.source
        if inspection.note:
            observation["note"] = "; ".join(filter(None, (observation.get("note"), inspection.note)))
        return observation

    def _value(self, area: Area, row: SchoolRow, text: str) -> str | bool | MissingCode | None:
        plain = parse_code(text).casefold()
        if area.blank_is and plain in _BLANK:
            return area.blank_is
        if plain in area.values:
            return area.values[plain]
        code = code_of(plain, area.codes)
        if code is None:
            known = ", ".join(map(str, area.values))
            self.report.error(self.table.row(row.index), row.urn, area.column, text, f"{text!r} is not a known grade ({known}); left out")
        elif code.reason == "unknown" and not code.note:
            self.report.warn(f"{area.column}: the meaning of {plain!r} is not established; read as unknown")
        return code


def _tell_of_uninspected(result: ReadResult, reader: _Reader, rows: list[SchoolRow], state: bool) -> None:
    """A school without any inspection: no grade yet, which is not the same as no data."""
    opened = {school["id"]: school.get("opened") for school in result.schools}
    for row in rows:
        if row.urn in reader.inspected:
            continue
        day = opened.get(row.urn)
        if not state or day is None:
            missing_day = "some schools have no inspection and no opening day: nothing is said of them"
            reader.report.warn(missing_day if state else "schools without an inspection are left out")
            continue
        for indicator in GRADED_ALWAYS:
            result.observations.append({"school": row.urn, "indicator": indicator, "missing": "not_collected", "observed_on": day, "source": reader.source,
                                        "note": "not inspected since it opened"})


def _most_recent_category(reader: _Reader, result: ReadResult, rows: list[SchoolRow], day: str | None) -> Iterator[Observation]:
    """ "Most recent category of concern" has no date: it is taken, as at the day of the sheet, only where the inspections told of say otherwise."""
    area = Area("Most recent category of concern", "ofsted.category_of_concern", MOST_RECENT.areas[-1].values, MOST_RECENT.areas[-1].codes, blank_is="none")
    if not reader.table.has(area.column):
        return
    cells = reader.cells(area.column)
    latest: dict[str, tuple[str, object]] = {}
    for observation in result.observations:
        if observation["indicator"] == area.indicator:
            told_now = (observation["observed_on"], observation.get("value", ""))
            latest[observation["school"]] = max(latest.get(observation["school"], told_now), told_now, key=lambda pair: pair[0])
    for row in rows:
        told = latest.get(row.urn)
        if told is None or reader._value(area, row, cells[row.index]) == told[1]:
            continue
        if day is None:
            reader.report.warn("some schools' most recent category of concern differs from that of the inspections told of; give as_at to take it")
            continue
        changed = reader._observation(area, row, cells[row.index], "", _Inspection(day, None, reader.source, "category in force on that day"))
        if changed is not None:
            yield changed


def _schools(table: Table, report: Report, rows: list[SchoolRow]) -> list[School]:
    blank = [""] * len(table)

    def cells(*names: str) -> list[str]:
        return table.optional(report, *names) or blank

    names, phases, kinds = cells("School name"), cells("Ofsted phase"), cells("Type of education")
    laestabs, las, pupils = cells("LAESTAB"), cells("Local authority"), cells("Total number of pupils")
    low, high, opened = cells("Statutory lowest age"), cells("Statutory highest age"), cells("School open date")
    uids, trusts = cells("Multi-academy trust UID"), cells("Multi-academy trust name")
    schools: dict[str, School] = {}
    for row in rows:
        index = row.index
        school: School = {"id": row.urn, "name": names[index]}
        if phase := _PHASES.get(phases[index].casefold()):
            school["phase"] = phase
        if kinds[index]:
            school["type"] = kinds[index]
        if laestab := parse_laestab(laestabs[index]):
            school["laestab"] = laestab
        if las[index]:
            school["local_authority"] = las[index]
        if (count := parse_whole(pupils[index])) is not None:
            school["pupils"] = count
        if (age := parse_whole(low[index])) is not None:
            school["low_age"] = age
        if (age := parse_whole(high[index])) is not None:
            school["high_age"] = age
        if day := date_cell(report, table.row(index), row.urn, "School open date", opened[index]):
            school["opened"] = day
        if parse_whole(uids[index]) is not None:
            school["trust_uid"], school["trust_name"] = parse_code(uids[index]), trusts[index]
        schools.setdefault(row.urn, school)
    return list(schools.values())
