"""Ofsted management information: grades under the old framework and report cards under the renewed one, each with its own date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from ._codes import MissingCode, code_of
from ._collect import SchoolRow, date_cell, school_rows, state_missing, urn_cell
from ._dates import find_date, iso
from ._numbers import parse_code, parse_laestab, parse_urn, parse_whole
from ._ofsted_absent import OEIF_SINCE, without_grades, without_report_card
from ._ofsted_blocks import CURRENT, IN_YEAR, LATEST_OEIF, MOST_RECENT, PREVIOUS, UNGRADED, Area, Block
from ._report import Report
from ._result import Observation, ReadResult, School, school_record
from ._table import Source, Table, file_name, open_table

KEYS: Final = ("URN", "Ofsted phase")
_PHASES: Final = {
    "nursery": "nursery", "primary": "primary", "secondary": "secondary", "special": "special", "all-through": "all_through",
    "pru": "alternative_provision", "pupil referral unit": "alternative_provision", "alternative provision": "alternative_provision",
}
_BLANK: Final = ("", "null")
_CATEGORY: Final = "ofsted.category_of_concern"


def read_ofsted_mi(source: Source, *, as_at: date | str | None = None, recorded_at: date | str | None = None, follow_predecessors: bool = False,
                   state_not_inspected: bool = True) -> ReadResult:
    """Reads Ofsted management information of state-funded schools, in any of its three forms.

    Parameters
    ----------
    source : path or pandas.DataFrame
        The sheet, as CSV.
    as_at : datetime.date or str, optional
        The day the sheet describes; taken from the file's name, if that holds one, when absent.
    recorded_at : datetime.date or str, optional
        For grades whose publication date the sheet does not give; all others are recorded at their publication date.
    follow_predecessors : bool
        Also takes inspections of a school's earlier record (another URN), with a note; otherwise they are skipped and counted.
    state_not_inspected : bool
        Says of inspections a school has not had that their grades are not applicable, from its opening day: of a school not yet inspected, of
        report cards where the sheet has none for it, of four-point grades where it was inspected under report cards only. A school that is not
        in the sheet stays unknown.

    Returns
    -------
    ReadResult
        Grades, each on the first day of its inspection; schools.

    Raises
    ------
    PublishedFileError
        When the file cannot be read: no text, no table, a needed column is not there. Trouble in single cells and rows is in the report.
    ValueError
        When an argument is not a date.
    """
    table = open_table(source, KEYS)
    name = file_name(source)
    day = iso(as_at) or iso(find_date(name))
    report = table.new_report("ofsted_mi", day or "")
    blocks = _blocks(table)
    in_year = blocks == (IN_YEAR,)
    urns = table.need(report, "URN")
    table.need_some((*KEYS[1:], "Overall effectiveness", "Latest OEIF overall effectiveness", "Safeguarding standards"))
    rows = _every_inspection(table, report, urns) if in_year else school_rows(table, report, urns, range(len(table)))
    reader = _Reader(table, report, f"Ofsted, management information{' as at ' + day if day else ''} ({name or 'table'})", iso(recorded_at), follow_predecessors)
    result = ReadResult(report=report, schools=_schools(table, report, rows))
    for block in blocks:
        result.observations.extend(reader.block(block, rows))
    if not in_year:
        if state_not_inspected:
            result.observations.extend(_not_inspected(result, reader, rows, blocks, day))
        if blocks[0] is MOST_RECENT:
            result.observations.extend(list(reader.most_recent_category(result.observations, rows, day)))
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
        if urn := urn_cell(table, report, index, text):
            rows.append(SchoolRow(index, urn))
            report.school_rows += 1
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
        self._told: dict[str, set[str]] = {}  # schools a block tells of, by its title: graded, or skipped as inspected under an earlier record

    def cells(self, column: str) -> list[str]:
        """The cells of a column; blank ones when the sheet does not have it."""
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
            if graded or relates[index].casefold() == "no":
                self._told.setdefault(block.title, set()).add(row.urn)
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

    def untold(self, rows: list[SchoolRow], *blocks: Block) -> list[SchoolRow]:
        """The schools none of these blocks tells of."""
        told = set().union(*(self._told.get(block.title, set()) for block in blocks))
        return [row for row in rows if row.urn not in told]

    def most_recent_category(self, told: Iterable[Observation], rows: list[SchoolRow], day: str | None) -> Iterator[Observation]:
        """What the column "Most recent category of concern" adds. It has no date: it is taken, as at the day of the sheet, only where the inspections told of
        say otherwise."""
        area = Area("Most recent category of concern", _CATEGORY, MOST_RECENT.areas[-1].values, MOST_RECENT.areas[-1].codes, blank_is="none")
        if not self.table.has(area.column):
            return
        cells, latest = self.cells(area.column), _latest_categories(told)
        for row in rows:
            if row.urn not in latest or self._value(area, row, cells[row.index]) == latest[row.urn]:
                continue
            if day is None:
                self.report.warn("some schools' most recent category of concern differs from that of the inspections told of; give as_at to take it")
                continue
            changed = self._observation(area, row, cells[row.index], "", _Inspection(day, None, self.source, "category in force on that day"))
            if changed is not None:
                yield changed


def _latest_categories(observations: Iterable[Observation]) -> dict[str, object]:
    """The category of concern each school's latest inspection gave."""
    latest: dict[str, tuple[str, object]] = {}
    for observation in observations:
        if observation["indicator"] == _CATEGORY:
            dated = (observation.get("observed_on", ""), observation.get("value", ""))
            latest[observation["school"]] = max(latest.get(observation["school"], dated), dated, key=lambda pair: pair[0])
    return {school: category for school, (_, category) in latest.items()}


def _not_inspected(result: ReadResult, reader: _Reader, rows: list[SchoolRow], blocks: tuple[Block, ...], day: str | None) -> list[Observation]:
    """The grades there are not: of report cards, and on the four-point scale."""
    opened = {school["id"]: school.get("opened") for school in result.schools}
    renewed = blocks[0] is MOST_RECENT
    carded = {row.urn for row in rows} - {row.urn for row in reader.untold(rows, MOST_RECENT)}
    without_card = reader.untold(rows, MOST_RECENT) if renewed else rows
    ungraded = reader.cells(UNGRADED)
    known: dict[str, str] = {}
    for row in reader.untold(rows, LATEST_OEIF) if renewed else reader.untold(rows, *blocks):
        if ungraded[row.index].casefold() not in _BLANK:
            reader.report.skip("inspected, but its last graded inspection is not in the sheet", f"row {reader.table.row(row.index)}: {row.urn}")
            continue
        since = opened.get(row.urn)
        if since is None:
            reader.report.warn("some schools have no inspection and no opening day: nothing is said of them")
        elif renewed and row.urn not in carded and since < OEIF_SINCE:
            reader.report.skip("no inspection since September 2019: an earlier one would not be in the sheet", f"row {reader.table.row(row.index)}: {row.urn}")
        else:
            known[row.urn] = since
    graded = [row for row in rows if row.urn in known]
    return [
        *without_report_card(without_card, opened, day, renewed, reader.source),
        *without_grades([row for row in graded if row.urn not in carded], known, reader.source, "not inspected since it opened"),
        *without_grades([row for row in graded if row.urn in carded], known, reader.source, "inspected under report cards only"),
    ]


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
        has_trust = parse_whole(uids[index]) is not None
        school = school_record(
            row.urn,
            name=names[index],
            phase=_PHASES.get(phases[index].casefold()),
            type=kinds[index],
            laestab=parse_laestab(laestabs[index]),
            local_authority=las[index],
            pupils=parse_whole(pupils[index]),
            low_age=parse_whole(low[index]),
            high_age=parse_whole(high[index]),
            opened=date_cell(report, table.row(index), row.urn, "School open date", opened[index]),
            trust_uid=parse_code(uids[index]) if has_trust else None,
            trust_name=trusts[index] if has_trust else None,
        )
        schools.setdefault(row.urn, school)
    return list(schools.values())
