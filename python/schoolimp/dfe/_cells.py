"""What was read, as a table for ``judge_table``: one row a school, one column a cell, named as the framework language names it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

    from ..evidence import Benchmarks
    from ._result import Observation, School

__all__ = ["cells_frame"]

_Phase = Mapping[str, Decimal]  # National figures by phase.


@dataclass(slots=True)
class _Seen:
    """What was known of the schools on a day: by school and indicator the annual observations and those of days."""

    annual: dict[tuple[str, str], dict[tuple[str, str], Observation]] = field(default_factory=dict)  # period, group
    dated: dict[tuple[str, str], dict[tuple[str, str], Observation]] = field(default_factory=dict)  # day, group

    def add(self, observation: Observation, as_at: str) -> None:
        """Take an observation in, if it was known on the day; of several for one cell the last recorded counts."""
        if observation.get("recorded_at", "") > as_at or observation.get("observed_on", "") > as_at:
            return
        period, group = observation.get("period", ""), observation.get("group", "")
        kept = (self.annual if period else self.dated).setdefault((observation["school"], observation["indicator"]), {})
        place = (period or observation.get("observed_on", ""), group)
        if place not in kept or kept[place].get("recorded_at", "") <= observation.get("recorded_at", ""):
            kept[place] = observation


class _Columns:
    """The columns made so far; a cell nothing is known of stays None."""

    def __init__(self, rows: int) -> None:
        self._rows = rows
        self.made: dict[str, list[Any]] = {}

    def put(self, name: str, row: int, value: object) -> None:
        if name not in self.made:
            self.made[name] = [None] * self._rows
        self.made[name][row] = value


def cells_frame(
    schools: Iterable[School], observations: Iterable[Observation], benchmarks: Benchmarks, as_at: date, period: str | None, earlier: int
) -> pd.DataFrame:
    """Return the table; :meth:`schoolimp.dfe.ReadResult.to_cells` says what it is."""
    seen = _Seen()
    known: dict[str, School] = {school["id"]: school for school in schools}
    for observation in observations:
        known.setdefault(observation["school"], {"id": observation["school"]})
        seen.add(observation, as_at.isoformat())
    places = {school: row for row, school in enumerate(known)}
    columns = _Columns(len(known))
    for row, school in enumerate(known.values()):
        _describe(columns, row, school)
    current = {key: period or max(when for when, _ in found) for key, found in seen.annual.items()}
    for key, found in seen.annual.items():
        _annual(columns, places[key[0]], key[1], found, current[key], earlier)
    for key, found in seen.dated.items():
        _dated(columns, places[key[0]], key[1], found, earlier)
    _nationals(columns, known, current, seen, benchmarks, period, earlier)
    return _frame(list(known), columns.made)


def _describe(columns: _Columns, row: int, school: School) -> None:
    columns.put("name", row, school.get("name"))
    for member in ("phase", "type", "pupils"):
        if (value := school.get(member)) is not None:
            columns.put(f"school.{member}", row, value)
    if "joined" in school:
        columns.put("school.joined", row, date.fromisoformat(school["joined"]))


def _annual(columns: _Columns, row: int, indicator: str, found: Mapping[tuple[str, str], Observation], current: str, earlier: int) -> None:
    years = _shifts(current, earlier)
    for (when, group), observation in found.items():
        if when in years:
            _put(columns, row, _shifted(_named(indicator, group), years[when]), observation)


def _dated(columns: _Columns, row: int, indicator: str, found: Mapping[tuple[str, str], Observation], earlier: int) -> None:
    for group in dict.fromkeys(group for _, group in found):
        days = sorted((day for day, other in found if other == group), reverse=True)
        for shift, day in enumerate(days[: earlier + 1]):
            name = _named(indicator, group)
            _put(columns, row, _shifted(name, shift), found[day, group])
            if day:
                columns.put(_shifted(f"observed_on({name})", shift), row, date.fromisoformat(day))


def _put(columns: _Columns, row: int, name: str, observation: Observation) -> None:
    if "value" in observation:
        columns.put(name, row, observation["value"])
    else:
        columns.put(name, row, None)
        columns.put(f"{name}:missing", row, observation.get("missing"))


def _nationals(
    columns: _Columns,
    known: Mapping[str, School],
    current: Mapping[tuple[str, str], str],
    seen: _Seen,
    benchmarks: Benchmarks,
    period: str | None,
    earlier: int,
) -> None:
    """Put the national figures of the years and phases of the schools beside their figures."""
    lines: dict[tuple[str, str, str], dict[str, Decimal]] = {}
    for line in benchmarks.lines:
        lines.setdefault((line.indicator, line.group, line.period), {})[line.phase] = Decimal(line.value)
    groups: dict[str, dict[str, None]] = {}
    for (_, indicator), found in seen.annual.items():
        groups.setdefault(indicator, {}).update((group, None) for _, group in found)
    figures: dict[tuple[str, str, str], list[tuple[str, Decimal]]] = {}
    for row, (id, school) in enumerate(known.items()):
        phase = school.get("phase", "")
        for indicator in groups:
            now = period or current.get((id, indicator), "")
            if (indicator, now, phase) not in figures:
                figures[indicator, now, phase] = _of_phase(lines, indicator, list(groups[indicator]), now, phase, earlier)
            for name, figure in figures[indicator, now, phase]:
                columns.put(name, row, figure)


def _of_phase(
    lines: Mapping[tuple[str, str, str], _Phase], indicator: str, groups: Iterable[str], now: str, phase: str, earlier: int
) -> list[tuple[str, Decimal]]:
    """Return the national figures of an indicator for schools of one phase and year, each with its cell: those of the phase, else of all schools."""
    found = []
    for group in groups if now else ():
        for shift in range(earlier + 1):
            figures = lines.get((indicator, group, _before(now, shift)), {})
            figure = figures.get(phase, figures.get("all"))
            if figure is not None:
                found.append((_shifted(f"national({_named(indicator, group)})", shift), figure))
    return found


def _before(period: str, years: int) -> str:
    first = int(period[:4]) - years
    return f"{first}/{(first + 1) % 100:02}"


@cache
def _shifts(current: str, earlier: int) -> Mapping[str, int]:
    """Return the years that are read, each with how many it is before the current one."""
    return {_before(current, shift): shift for shift in range(earlier + 1)}


@cache
def _named(indicator: str, group: str) -> str:
    return f"{indicator}['{group}']" if group else indicator


@cache
def _shifted(name: str, periods: int) -> str:
    return name if not periods else f"prior({name})" if periods == 1 else f"prior({name}, {periods})"


def _frame(schools: list[str], made: Mapping[str, list[Any]]) -> pd.DataFrame:
    import pandas as pd

    columns = {name: _series(values) for name, values in made.items()}
    return pd.DataFrame({"school": pd.Series(schools, dtype="str"), **columns})


def _series(values: list[Any]) -> pd.Series[Any]:
    import pandas as pd

    first = next((value for value in values if value is not None), None)
    if first is None:
        return pd.Series(values, dtype="object")
    if isinstance(first, bool):
        return pd.Series(values, dtype="boolean")
    if isinstance(first, (Decimal, int)):
        return pd.Series([None if value is None else float(value) for value in values], dtype="float64")
    return pd.Series(values, dtype="str" if isinstance(first, str) else "object")
