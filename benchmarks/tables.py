"""Times tables in and tables out for a nation's primary schools, from Python.

usage: tables.py [--rows N] [--repeat N] [--threads N] [--processor]

The schools are made from a fixed seed: no published file is needed. Every output is checked before its time counts: table out against table in, evidence against
evidence, answers against those of the schools judged one by one. The least of all repetitions is given, in milliseconds: by the clock on the wall, or with
--processor of the processor, which says more on a machine that others use, too.
"""

from __future__ import annotations

import argparse
import datetime as dt
import importlib.metadata
import platform
import random
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
import schoolimp as si

SCHOOLS = 15_332  # State primaries of England in the joined panel of 2016 to 2020.
VALID = dt.date(2019, 8, 31)
DAY = dt.date(2018, 5, 1)
GRADES = ("outstanding", "good", "requires_improvement", "inadequate")
FIGURES = {
    "ks2.rwm_expected": (30, 100),
    "prior(ks2.rwm_expected)": (30, 100),
    "prior(ks2.rwm_expected, 2)": (30, 100),
    "ks2.progress['reading']": (-8, 8),
    "ks2.progress['writing']": (-8, 8),
    "ks2.progress['maths']": (-8, 8),
    "absence.overall": (2, 9),
    "absence.persistent": (2, 25),
}
CONSTANTS: dict[str, Any] = {
    "school.phase": "primary",
    "national(ks2.rwm_expected)": 64,
    "prior(national(ks2.rwm_expected))": 61,
    "prior(national(ks2.rwm_expected), 2)": 53,
    "national(absence.overall)": 4,
    "national(absence.persistent)": Decimal("8.2"),
}
WIDE = {
    "ks2.rwm_expected": "ks2.rwm_expected",
    "absence.overall": "absence.overall",
    "absence.persistent": "absence.persistent",
    "ks2.progress['reading']": si.IndicatorColumn("ks2.progress", group="reading"),
    "ks2.progress['writing']": si.IndicatorColumn("ks2.progress", group="writing"),
    "ks2.progress['maths']": si.IndicatorColumn("ks2.progress", group="maths"),
    "ofsted.overall": "ofsted.overall",
}


def schools(rows: int) -> pa.Table:
    """Figures of invented schools; one in ten is missing."""
    rng = random.Random(1)
    columns: dict[str, list[Any]] = {"urn": [100000 + row for row in range(rows)]}
    for name, (low, high) in FIGURES.items():
        columns[name] = [None if rng.random() < 0.1 else round(rng.uniform(low, high), 1) for _ in range(rows)]
    columns["ofsted.overall"] = [rng.choice((*GRADES, None)) for _ in range(rows)]
    return pa.table(columns)


CLOCKS = {False: time.perf_counter, True: time.process_time}
clock = CLOCKS[False]


def least(run: Callable[[], Any], repeat: int) -> tuple[float, Any]:
    """The least time of several runs in milliseconds, and what the last gave."""
    times, made = [], None
    for _ in range(repeat):
        start = clock()
        made = run()
        times.append(clock() - start)
    return min(times) * 1000, made


def judged_rows(framework: si.Framework, judged: si.TableJudgement) -> None:
    """Stop when a row is not judged as its school is by itself."""
    for row in range(0, len(judged), max(1, len(judged) // 50)):
        whole = judged.explain(row)
        told = judged.suggested(row=row), judged.possible(row=row), judged.criteria(row)
        assert told == (whole.suggested(), whole.possible(), {each.id: each.result for each in whole.criteria}), row


def judging(framework: si.Framework, table: pa.Table, repeat: int, threads: int) -> list[tuple[str, float]]:
    def judge(given: Any, count: int = 1) -> si.TableJudgement:
        return framework.judge_table(given, valid=VALID, key="urn", constants=CONSTANTS, threads=count)

    first, judged = least(lambda: judge(table), 1)
    judged_rows(framework, judged)
    expected = judged.to_arrow()
    done = [("judge_table, pyarrow, the first time", first)]
    for name, given, count in (("pyarrow", table, 1), (f"pyarrow, {threads} threads", table, threads), ("pandas", table.to_pandas(), 1), ("Polars", pl.DataFrame(table), 1)):
        took, again = least(lambda given=given, count=count: judge(given, count), repeat)
        assert again.to_arrow().equals(expected), name
        done.append((f"judge_table, {name}", took))
    outputs: dict[str, Callable[[], Any]] = {"to_arrow": judged.to_arrow, "to_pandas": judged.to_pandas, "to_polars": judged.to_polars}
    for name, run in outputs.items():
        took, made = least(run, repeat)
        back = pa.table(pl.DataFrame(made)) if name == "to_polars" else made
        assert len(back) == len(judged) and list(back["urn"] if name == "to_pandas" else back["urn"].to_pylist()) == list(judged.schools), name
        done.append((f"TableJudgement.{name}", took))
    took, chosen = least(lambda: judged.where(settled=False), repeat)
    assert len(chosen) == judged.suggested().count(None)
    return [*done, ("TableJudgement.where", took)]


def evidence(framework: si.Framework, table: pa.Table, repeat: int) -> list[tuple[str, float]]:
    asked: dict[str, Any] = {"columns": WIDE, "period": "2018/19", "observed_on": DAY, "framework": framework}
    took, read = least(lambda: si.read_wide(table, **asked), repeat)
    cells = sum(len(table) - table[name].null_count for name in WIDE)
    assert read.report.values == len(read.evidence) == cells
    done = [(f"read_wide, {cells} cells, with a framework", took)]
    plain = {"columns": {name: what for name, what in WIDE.items() if name != "ofsted.overall"}, "period": "2018/19"}
    took, made = least(lambda: si.Evidence.from_wide(table, **plain), repeat)
    assert len(made) == sum(len(table) - table[name].null_count for name in plain["columns"])
    done.append((f"Evidence.from_wide, {len(made)} cells", took))
    took, long = least(read.evidence.to_arrow, repeat)
    assert long.num_rows == cells
    done.append((f"Evidence.to_arrow, {cells} observations", took))
    for name, given in (("pyarrow", long), ("pandas", read.evidence.to_pandas()), ("Polars", read.evidence.to_polars())):
        took, again = least(lambda given=given: si.Evidence.from_table(given), repeat)
        assert again == read.evidence, name
        done.append((f"Evidence.from_table, {name}", took))
    return done


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=SCHOOLS)
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--processor", action="store_true")
    given = parser.parse_args(arguments)
    global clock
    clock = CLOCKS[given.processor]
    framework, table = si.framework("pvat"), schools(given.rows)
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in ("pandas", "polars", "pyarrow"))
    least_of = f"least of {given.repeat}" + (" of processor time" if given.processor else "")
    print(f"{given.rows} schools, {table.num_columns - 1} columns; {least_of}; Python {platform.python_version()}, {versions}")
    for name, took in [*judging(framework, table, given.repeat, given.threads), *evidence(framework, table, given.repeat)]:
        print(f"{took:10.1f} ms  {name}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
