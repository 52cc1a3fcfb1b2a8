"""The cases: each puts its engines in place, compares their answers row by row, and then times them in turns."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from . import duckdb_engines, floor, frame_engines, machine, memory, numpy_engines, own, panel, row_engines
from .answers import compare, expected
from .engine import Engine
from .rules import Rules
from .sample import Sample
from .timing import Times, take_turns


@dataclass(frozen=True)
class Plan:
    """How large a run is."""

    rows: int = 1_000_000
    criteria: int = 15
    criteria_rows: int = 100_000
    criteria_counts: Sequence[int] = (1, 3, 10, 30, 99)
    row_counts: Sequence[int] = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)
    single_rows: int = 5_000  #: For engines that take rows one by one.
    panel_rows: int | None = None
    rounds: int = 15
    budget: float = 6.0  #: Seconds for one engine in one case.


QUICK = Plan(20_000, 15, 3_000, (1, 3, 10, 30, 99), (1_000, 10_000), 200, 600, 2, 1.0)


@dataclass
class Line:
    """One engine in one case."""

    name: str
    says: str
    rows: int
    times: Times
    compared: list[str]

    @property
    def row(self) -> float:
        """Seconds a row, at best."""
        return self.times.least / self.rows


@dataclass
class Case:
    lines: list[Line] = field(default_factory=list)

    def find(self, name: str) -> Line | None:
        return next((line for line in self.lines if line.name == name), None)

    @property
    def floor(self) -> Line | None:
        """The faster way to read the columns once on one thread."""
        found = [line for name in floor.ONE_THREAD if (line := self.find(name)) is not None]
        return min(found, key=lambda line: line.times.least, default=None)


Say = Callable[[str], None]


def installed(package: str) -> bool:
    modules = {"json-logic-qubit": "json_logic", "zen-engine": "zen", "python": "sys"}
    return importlib.util.find_spec(modules.get(package, package)) is not None


def run_case(sample: Sample, engines: Sequence[Engine], plan: Plan, say: Say) -> Case:
    """Compares, then times."""
    wanted = expected(sample)
    compared = {engine.name: compare(engine.name, engine.answers(engine.run()), wanted) if engine.answers else [] for engine in engines}
    say(f"  {sample.rows:,} rows, {sample.rules.criteria} criteria: {len(engines)} engines agree in every row")
    times = take_turns(engines, plan.rounds, plan.budget)
    return Case([Line(engine.name, engine.says, engine.rows or sample.rows, times[engine.name], compared[engine.name]) for engine in engines])


def duckdb_of(sample: Sample, threads: tuple[int, ...]) -> list[Engine]:
    return duckdb_engines.engines(sample, own.framework(sample.rules).to_sql(duckdb_engines.TABLE, key="urn"), threads) if installed("duckdb") else []


def main_case(plan: Plan, say: Say) -> Case:
    """(a): everything there is."""
    sample = Sample(Rules(plan.criteria), plan.rows)
    engines = [*floor.floors(sample), *own.engines(sample), *numpy_engines.engines(sample)]
    if installed("pandas"):
        engines.append(frame_engines.pandas_engine(sample))
    if installed("polars"):
        engines += [frame_engines.polars_engine(sample, threads) for threads in (1, 2)]
    engines += duckdb_of(sample, (1, 2))
    engines += [make() for package, make in row_engines.engines(sample, min(plan.single_rows, plan.rows)) if installed(package)]
    return run_case(sample, engines, plan, say)


def few(sample: Sample, with_database: bool) -> list[Engine]:
    """The engines that are shown over sizes."""
    made = [*floor.floors(sample, (1,)), own.engine(sample, "schoolimp", sample.arrow), *numpy_engines.engines(sample)[1:2]]
    if with_database:
        made += [engine for engine in duckdb_of(sample, (1,)) if "by hand, " in engine.name]
    return made


def criteria_cases(plan: Plan, say: Say) -> dict[int, Case]:
    """(c): by the number of criteria."""
    made = {}
    for count in plan.criteria_counts:
        sample = Sample(Rules(count), plan.criteria_rows)
        made[count] = run_case(sample, few(sample, True), plan, say)
    return made


def row_cases(plan: Plan, say: Say) -> tuple[dict[int, Case], list[str]]:
    """(d): by the number of rows; and sizes there was no memory for."""
    made, left_out = {}, []
    for rows in plan.row_counts:
        sample = Sample(Rules(plan.criteria), rows)
        needed = 4 * sample.bytes  # Columns, a copy in the database, and what NumPy makes on the way.
        if needed > machine.free_memory():
            left_out.append(f"{rows:,} rows would need {needed / 2**30:.0f} GiB, more than is free")
            continue
        made[rows] = run_case(sample, few(sample, rows <= 1_000_000), plan, say)
    return made, left_out


@dataclass
class PanelResult:
    schools: int
    case: Case
    compared: int  #: Suggestions and criteria of the queries that were compared.
    refused: list[str]  #: Frameworks SQL cannot say.
    settled: dict[str, tuple[int, int]]  #: Schools with one possible level, and those searched.


def panel_case(plan: Plan, say: Say) -> PanelResult | None:
    """(b): None where the published file is not here."""
    path = panel.panel_file()
    if path is None:
        say("  the national panel is not here: set SCHOOLIMP_DATA to the folder that has it")
        return None
    schools = panel.Panel.read(path, plan.panel_rows)
    engines = panel.engines(schools, own.kernel_names())
    judged = schools.judge_all()
    compared, refused = 0, []
    if installed("duckdb"):
        queries, refused = panel.sql_engines(schools)
        for engine in queries:
            compared += panel.compare(schools, judged, engine.run())
        engines += queries
    same_for_all_kernels(schools, judged)
    say(f"  {len(schools):,} schools: {compared:,} suggestions and criteria of SQL queries compared, all equal; all kernels give the same")
    times = take_turns(engines, plan.rounds, plan.budget)
    lines = [Line(engine.name, engine.says, len(schools), times[engine.name], []) for engine in engines]
    return PanelResult(len(schools), Case(lines), compared, refused, panel.known_share(judged))


def same_for_all_kernels(schools: panel.Panel, judged: list[Any]) -> None:
    import pyarrow as pa

    for kernels in own.kernel_names():
        for threads in (1, 2):
            for first, second in zip(judged, schools.judge_all(threads, kernels), strict=True):
                if not pa.table(first.to_table()).equals(pa.table(second.to_table())):
                    raise AssertionError(f"{first.framework.id}: {kernels} kernels on {threads} threads give other answers")


@dataclass
class MemoryResult:
    rows: int
    output: int
    extra: dict[int, int | None]  #: By threads.


def memory_case(plan: Plan, say: Say) -> MemoryResult:
    """(f)"""
    extra = {threads: memory.extra(plan.criteria, plan.rows, threads) for threads in (1, 2)}
    say("  extra memory: " + ", ".join(f"{threads} threads {'unknown' if size is None else f'{size / 1e6:.1f} MB'}" for threads, size in extra.items()))
    return MemoryResult(plan.rows, memory.output_bytes(plan.rows), extra)
