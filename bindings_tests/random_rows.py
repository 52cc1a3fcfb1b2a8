"""Cells of evidence as columns of a table: random rows of them, and the evidence that says the same as a row."""

from __future__ import annotations

import datetime as dt
import random
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import schoolimp as si

NOT_APPLICABLE = "not_applicable"  #: Of a cell: there is no such value for the school. Texts of frameworks made here never say so.
VALID = dt.date(2026, 8, 31)
BACK = 4  #: No framework looks further back than this many periods.

TEXTS = ["infant", "junior", "it's", 'of "some" kind', "-- ; drop"]
PHASES = ["primary", "secondary", "special", "all_through"]
NUMBERS = ["0", "0.5", "1", "2", "2.5", "3", "3.1", "4.75", "5", "5.05", "6", "7", "10.1", "0.333333", "12"]
DATES = [dt.date(2024, 9, 1) + dt.timedelta(days=61 * n) for n in range(12)]
TERMS = ["2025/26 summer", "2025/26 spring", "2025/26 autumn", "2024/25 summer", "2024/25 spring"]
YEARS = ["2025/26", "2024/25", "2023/24", "2022/23", "2021/22"]


@dataclass(frozen=True)
class Cell:
    """One cell of evidence, which is one column of a table."""

    name: str
    source: str  #: indicator, observed_on, national, school
    type: str  #: number, boolean, level, text, date
    indicator: str = ""  #: Of ``school`` cells the property: phase, type, joined, pupils.
    group: str = ""
    shift: int = 0
    period: str = ""  #: school_year, term, point
    levels: tuple[str, ...] = ()
    minimum: Decimal | None = None
    maximum: Decimal | None = None

    @property
    def may_be_absent(self) -> bool:
        """Whether the cell can be not applicable."""
        return self.source in ("indicator", "observed_on")


def cell_name(source: str, indicator: str, group: str = "", shift: int = 0) -> str:
    """What the framework language writes for a cell."""
    name = f"{indicator}['{group}']" if group else indicator
    name = f"{source}({name})" if source in ("observed_on", "national") else name
    return name if shift == 0 else f"prior({name})" if shift == 1 else f"prior({name}, {shift})"


def indicator_cells(document: Mapping[str, Any], indicator: Mapping[str, Any], groups: Iterable[str], shifts: Iterable[int]) -> list[Cell]:
    """The cells of one indicator: its values, their dates, and the national figures."""
    scales = {scale["id"]: tuple(level["id"] for level in scale["levels"]) for scale in document.get("scales", ())}
    sources = ["indicator", "observed_on"]
    if indicator["type"] == "number" and indicator["period"] == "school_year":
        sources.append("national")
    bounds = [None if indicator.get(side) is None else Decimal(str(indicator[side])) for side in ("minimum", "maximum")]
    shifts = list(shifts)
    return [
        Cell(
            cell_name(source, indicator["id"], group, shift),
            source,
            {"indicator": indicator["type"], "observed_on": "date", "national": "number"}[source],
            indicator["id"],
            group,
            shift,
            indicator["period"],
            scales.get(indicator.get("scale", ""), ()) if source == "indicator" else (),
            *(bounds if source == "indicator" else [None, None]),
        )
        for group in groups
        for shift in shifts
        for source in sources
    ]


def cells_of(document: Mapping[str, Any], back: int = BACK) -> list[Cell]:
    """All the cells a framework may read that looks `back` periods back, the four of the trust document included."""
    members = {dimension["id"]: [member["id"] for member in dimension["members"]] for dimension in document.get("dimensions", ())}
    cells = [cell for indicator in document["indicators"] for cell in indicator_cells(document, indicator, ["", *members.get(indicator.get("dimension", ""), [])], range(back + 1))]
    properties = {"phase": "text", "type": "text", "joined": "date", "pupils": "number"}
    return cells + [Cell(f"school.{name}", "school", type, name) for name, type in properties.items()]


def cells_read(query: str, cells: Iterable[Cell]) -> list[Cell]:
    """Those of the cells that a query of ``to_sql`` reads."""
    names = {name.replace('""', '"') for name in re.findall(r'\bt\."((?:[^"]|"")*)"', query)}
    return [cell for cell in cells if cell.name in names]


def cells_with_history(cells: Iterable[Cell], read: Iterable[Cell]) -> list[Cell]:
    """All cells of the indicators of which some are read: which observation is the one before depends on all of them."""
    indicators = {(cell.source == "school", cell.indicator) for cell in read}
    return [cell for cell in cells if (cell.source == "school", cell.indicator) in indicators]


# --- rows

Row = dict[str, Any]


def random_value(cell: Cell, rng: random.Random) -> Any:
    """A value the cell can hold."""
    if cell.source == "school" and cell.indicator == "phase":
        return rng.choice(PHASES)
    if cell.source == "school" and cell.indicator == "pupils":
        return rng.choice([0, 3, 12, 210, 1500])
    if cell.source == "observed_on" or cell.type == "date" and cell.source == "indicator":
        age = {"school_year": 365 * cell.shift, "term": 120 * cell.shift, "point": 30 * cell.shift}[cell.period] if cell.source == "observed_on" else 0
        return VALID - dt.timedelta(days=age + rng.randint(0, 25)) if cell.source == "observed_on" else rng.choice(DATES)
    if cell.type == "number":
        return random_number(cell, rng)
    if cell.type == "boolean":
        return rng.random() < 0.5
    if cell.type == "level":
        return rng.choice(cell.levels)
    return rng.choice(DATES if cell.type == "date" else TEXTS)


def random_number(cell: Cell, rng: random.Random) -> Decimal:
    low = Decimal(-20) if cell.minimum is None else cell.minimum
    high = Decimal(100) if cell.maximum is None else cell.maximum
    while True:
        number = rng.choice(
            [
                Decimal(rng.choice(NUMBERS)),
                Decimal(rng.randint(-5, 13)),
                Decimal(rng.randint(-200, 1100)) / 10,
                Decimal(rng.randint(0, 1300)) / 100,
                Decimal(rng.randint(0, 10**7)) / 10**6,
            ]
        )
        if low <= number <= high:
            return number


def random_row(cells: Iterable[Cell], rng: random.Random, *, unknown: float = 0.2, absent: float = 0.12) -> Row:
    """A value for each cell, None or NOT_APPLICABLE. The date of an observation is there when its value is."""
    row: Row = {}
    dice = {}
    for cell in cells:
        key = (cell.indicator, cell.group, cell.shift) if cell.may_be_absent else cell.name
        fate = dice.setdefault(key, rng.random())
        if fate < unknown:
            row[cell.name] = None
        elif fate < unknown + absent and cell.may_be_absent:
            row[cell.name] = NOT_APPLICABLE
        else:
            row[cell.name] = random_value(cell, rng)
    return row


# --- rows as evidence


def observation_of(cell: Cell, row: Row, school: str) -> dict[str, Any]:
    """The observation behind a cell of an indicator, also where there is no value: a missing one still says which period is the current one."""
    made: dict[str, Any] = {"school": school, "indicator": cell.indicator}
    if cell.group:
        made["group"] = cell.group
    if cell.period != "point":
        made["period"] = (TERMS if cell.period == "term" else YEARS)[cell.shift]
    observed = row.get(cell_name("observed_on", cell.indicator, cell.group, cell.shift))
    if isinstance(observed, dt.date):
        made["observed_on"] = observed
    elif cell.period == "point":
        made["observed_on"] = VALID - dt.timedelta(days=30 * cell.shift)
    value = row.get(cell.name)
    if value is None:
        made["missing"] = "not_loaded"
    elif value == NOT_APPLICABLE and isinstance(value, str):
        made["missing"] = NOT_APPLICABLE
    else:
        made["value"] = value.isoformat() if isinstance(value, dt.date) else value
    return made


def evidence_of(cells: Iterable[Cell], row: Row, school: str = "s1") -> si.Evidence:
    """The evidence that says what the row says."""
    return si.Evidence.from_observations(observation_of(cell, row, school) for cell in cells if cell.source == "indicator")


def benchmarks_of(cells: Iterable[Cell], row: Row) -> si.Benchmarks:
    """The national figures of the row."""
    lines = [
        {"indicator": cell.indicator, "period": YEARS[cell.shift], "phase": "all", "value": row[cell.name], "source": "made up", **({"group": cell.group} if cell.group else {})}
        for cell in cells
        if cell.source == "national" and row.get(cell.name) is not None
    ]
    return si.Benchmarks.from_dict({"schema": "schoolimp/benchmarks/1", "lines": lines})


def trust_of(row: Row, school: str = "s1") -> si.Trust:
    """A trust of one school with what the row says of it."""
    known = {name: row[f"school.{name}"] for name in ("phase", "type", "joined", "pupils") if row.get(f"school.{name}") is not None}
    return si.Trust.from_dict({"schema": "schoolimp/trust/1", "id": "t", "name": "T", "schools": [{"id": school, "name": "S", **known}]})


def judge_row(framework: si.Framework, cells: Iterable[Cell], row: Row, school: str = "s1") -> si.Judgement:
    """What the library says of the row."""
    cells = list(cells)
    return si.judge(
        framework,
        evidence_of(cells, row, school),
        school,
        valid=VALID,
        trust=trust_of(row, school),
        benchmarks=benchmarks_of(cells, row),
    )
