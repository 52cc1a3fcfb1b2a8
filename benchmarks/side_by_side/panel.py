"""The national panel of primary schools as columns of cells: what the built-in frameworks are given, and the same in DuckDB for to_sql().

Key Stage 2 results of 2018 are the current ones, those of 2017 and 2016 the ones before; absence is that of 2018/19; inspections are those before September 2018.
National figures are constants. What the panel does not have is unknown for every school.
"""

from __future__ import annotations

import csv
import os
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import schoolimp as si

from .duckdb_engines import suggested
from .engine import Engine
from .own import VALID, level_places

FILE = "panel_primary_2016-2020.csv"
FRAMEWORKS = ("pact", "tpat", "pvat", "primary4", "djanogly")
KS2 = {"ks2.rwm_expected": "rwm_exp", "ks2.rwm_higher": "rwm_high", "ks2.progress['reading']": "read_prog", "ks2.progress['writing']": "writ_prog", "ks2.progress['maths']": "mat_prog"}
KS2_YEARS = ("2018", "2017", "2016")
CURRENT = {"ks2": 2017, "absence": 2018}  #: First calendar year of the current period.
ABSENCE = {"absence.overall": "abs_overall_2018_19", "absence.persistent": "abs_pa10_2018_19"}
GRADES = {"Outstanding": "outstanding", "Good": "good", "Requires improvement": "requires_improvement", "Requires Improvement": "requires_improvement", "Satisfactory": "requires_improvement", "Inadequate": "inadequate"}
CELL = re.compile(r"^(?:prior\((?P<prior>.*?)(?:, (?P<back>\d+))?\)|(?P<plain>.*))$")


def panel_file() -> Path | None:
    """The published file, when SCHOOLIMP_DATA names a folder that has it."""
    folder = os.environ.get("SCHOOLIMP_DATA", "")
    path = Path(folder) / FILE if folder else None
    return path if path is not None and path.is_file() else None


def number(text: str) -> float:
    """NaN for blanks and for words such as SUPP."""
    try:
        return float(text)
    except ValueError:
        return float("nan")


def unshifted(cell: str) -> tuple[str, int]:
    """The cell without prior(), and how many periods back it is."""
    found = CELL.match(cell)
    if found is None or found["prior"] is None:
        return cell, 0
    return found["prior"], int(found["back"] or 1)


@dataclass(frozen=True)
class Panel:
    """The file's columns, and the tables made of them."""

    rows: list[dict[str, str]]

    @classmethod
    def read(cls, path: Path, most: int | None = None) -> Panel:
        with path.open(encoding="utf-8", newline="") as file:
            return cls(list(csv.DictReader(file))[:most])

    def __len__(self) -> int:
        return len(self.rows)

    @cached_property
    def frameworks(self) -> dict[str, si.Framework]:
        return {id: si.framework(id) for id in FRAMEWORKS}

    def numbers(self, column: str) -> np.ndarray:
        return np.array([number(row[column]) for row in self.rows])

    def source(self, cell: str) -> str | None:
        """The file's column of a cell of numbers."""
        name, back = unshifted(cell)
        if name in KS2 and back < len(KS2_YEARS):
            return f"{KS2[name]}_{KS2_YEARS[back]}"
        return ABSENCE.get(cell)

    @cached_property
    def cells(self) -> dict[str, Any]:
        """All cells the panel has of any framework's, as Arrow columns; schools without a grade have null."""
        import pyarrow as pa

        made: dict[str, Any] = {"urn": pa.array([row["urn"] for row in self.rows])}
        for cell in sorted({cell for framework in self.frameworks.values() for cell in framework.cells}):
            if (column := self.source(cell)) is not None:
                made[cell] = pa.array(self.numbers(column), from_pandas=True)
        made["school.phase"] = pa.array(["primary"] * len(self)).dictionary_encode()
        made["ofsted.overall"] = pa.array([GRADES.get(row["ofsted_last_before_2018_09"]) for row in self.rows]).dictionary_encode()
        return made

    @cached_property
    def table(self) -> Any:
        import pyarrow as pa

        return pa.table(self.cells)

    def constants(self, framework: si.Framework) -> dict[str, Any]:
        """The national figures the framework reads."""
        benchmarks = si.Benchmarks.builtin()
        made = {}
        for cell in framework.cells:
            name, back = unshifted(cell)
            found = re.match(r"^national\(([\w.]+)(?:\['(\w+)'\])?\)$", name)
            if found is None:
                continue
            year = CURRENT.get(found[1].split(".")[0])
            if year is None:
                continue
            period = f"{year - back}/{(year - back + 1) % 100:02d}"
            figure = benchmarks.find(found[1], period, group=found[2] or "", phase="primary")
            if figure is not None:
                made[cell] = figure.value
        return made

    def judge(self, id: str, threads: int = 1, kernels: str | None = None) -> si.TableJudgement:
        return si.judge_table(self.frameworks[id], self.table, valid=VALID, constants=self.all_constants[id], threads=threads, _kernels=kernels)

    @cached_property
    def all_constants(self) -> dict[str, dict[str, Any]]:
        return {id: self.constants(framework) for id, framework in self.frameworks.items()}

    def judge_all(self, threads: int = 1, kernels: str | None = None) -> list[si.TableJudgement]:
        return [self.judge(id, threads, kernels) for id in FRAMEWORKS]


def engines(panel: Panel, kernels: list[str]) -> list[Engine]:
    """The five frameworks together, and each by itself."""
    says = "five frameworks: all answers"
    made = [Engine("schoolimp, five frameworks", says, panel.judge_all)]
    made.append(Engine("schoolimp, five frameworks, 2 threads", says, lambda: panel.judge_all(2)))
    made += [Engine(f"schoolimp, five frameworks, {name} kernels", says, lambda name=name: panel.judge_all(1, name)) for name in kernels]
    made += [Engine(f"schoolimp, {id}", "all answers", lambda id=id: panel.judge(id)) for id in FRAMEWORKS]
    return made


# --- the same in DuckDB


def sql_type(framework: si.Framework, cell: str) -> str:
    """Of a cell the panel does not have."""
    name = re.sub(r"^(?:national|observed_on)\((.*)\)$", r"\1", unshifted(cell)[0])
    indicator = next((each for each in framework.to_dict()["indicators"] if each["id"] == name.split("[")[0]), None)
    if "observed_on(" in cell:
        return "date"
    kinds = {"number": "double", "boolean": "boolean", "date": "date"}
    return kinds.get(indicator["type"], "varchar") if indicator else {"school.pupils": "double", "school.joined": "date"}.get(name, "varchar")


def quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def sql_engines(panel: Panel, threads: tuple[int, ...] = (1, 2)) -> tuple[list[Engine], list[str]]:
    """An engine for each number of threads that runs the queries of all frameworks, and the frameworks SQL cannot say."""
    import duckdb

    queries, refused = {}, []
    for id, framework in panel.frameworks.items():
        try:
            queries[id] = framework.to_sql(f"cells_{id}", key="urn")
        except si.UnimplementedError as refusal:
            refused.append(f"{id}: {refusal}")
    made = []
    for count in threads:
        database = duckdb.connect(config={"threads": count})
        database.register("panel", panel.table)
        for id in queries:
            make_cells(database, panel, id)
        database.unregister("panel")

        def run(database: Any = database) -> dict[str, Any]:
            return {id: database.sql(query).to_arrow_table() for id, query in queries.items()}

        made.append(Engine(f"DuckDB, to_sql(), {count} thread{'s' * (count > 1)}", f"{len(queries)} frameworks: level suggested, a word for each criterion", run))
    return made, refused


def make_cells(database: Any, panel: Panel, id: str) -> None:
    """The table the query of a framework reads: the panel's columns, the national figures, and null for what there is not."""
    framework = panel.frameworks[id]
    columns = ["urn"]
    for cell in framework.cells:
        if cell in panel.all_constants[id]:
            columns.append(f"{panel.all_constants[id][cell]}::double as {quoted(cell)}")
        elif cell in panel.cells:
            columns.append(f"{quoted(cell)}::{sql_type(framework, cell)} as {quoted(cell)}")
        else:
            columns.append(f"null::{sql_type(framework, cell)} as {quoted(cell)}")
    if "school.phase" not in framework.cells:
        columns.append(quoted("school.phase"))
    database.execute(f"create table cells_{id} as select {', '.join(columns)} from panel")


def compare(panel: Panel, judged: list[si.TableJudgement], tables: dict[str, Any]) -> int:
    """Every suggestion and every criterion of the queries against the library's, row by row; returns how many were compared."""
    import pyarrow as pa

    compared = 0
    for id, own in zip(FRAMEWORKS, judged, strict=True):
        if own.failed:
            raise AssertionError(f"{id}: {own.failed} rows failed: {own.failures[0]}")
        if id not in tables:
            continue
        ours, theirs = pa.table(own.to_table()), tables[id]
        order = np.argsort(theirs["urn"].to_numpy(zero_copy_only=False).astype(np.int64), kind="stable")
        own_order = np.argsort(np.array([int(row["urn"]) for row in panel.rows]), kind="stable")
        if theirs["unreadable"].to_numpy().any():
            raise AssertionError(f"{id}: the query could not hold some rows")
        for rule in panel.frameworks[id].to_dict()["judgements"]:
            levels = tuple(level["id"] for level in panel.frameworks[id].find_scale(rule["scale"])["levels"])
            states = ours[f"{rule['id']}.state"].to_numpy()
            right = level_places(ours[rule["id"]], levels).copy()
            right[(states & int(si.RowState.ONLY_POSSIBLE)) != 0] = -1  # Not the query's to find.
            given = suggested(theirs, f"judgement:{rule['id']}", levels)
            wrong = np.flatnonzero(given[order] != right[own_order])
            if wrong.size:
                row = own_order[wrong[0]]
                raise AssertionError(f"{id}, {rule['id']}: {wrong.size} rows differ; school {panel.rows[row]['urn']}: {given[order][wrong[0]]}, not {right[row]}")
            compared += len(right)
        compared += compare_criteria(panel, id, ours.take(own_order), theirs.take(order))
    return compared


def compare_criteria(panel: Panel, id: str, ours: Any, theirs: Any) -> int:
    """Bits of the masks against words; both tables in the same order."""
    criteria = panel.frameworks[id].to_dict().get("criteria", ())
    for i, criterion in enumerate(criteria):
        part = "" if i < 64 else f".{i // 64}"
        holds = [(ours[f"criteria.{word}{part}"].to_numpy() >> np.uint64(i % 64)) & np.uint64(1) == 1 for word in ("met", "not_met", "unknown")]
        right = np.select(holds, ["met", "not_met", "unknown"], "not_applicable")
        wrong = np.flatnonzero(theirs[f"criterion:{criterion['id']}"].to_numpy(zero_copy_only=False).astype(right.dtype) != right)
        if wrong.size:
            raise AssertionError(f"{id}, criterion {criterion['id']}: {wrong.size} rows differ; school {theirs['urn'][int(wrong[0])]}: not {right[wrong[0]]}")
    return len(criteria) * len(ours)


def known_share(judged: list[si.TableJudgement]) -> dict[str, tuple[int, int]]:
    """By framework: rows whose main question has one possible level, and rows that were searched."""
    return {each.framework.id: (sum(len(levels) == 1 for levels in each.possible()), each.searched_rows) for each in judged}
