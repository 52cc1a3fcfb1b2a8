"""pandas and Polars, as their users would write the rules: one level, and what is missing counts as not met."""

from __future__ import annotations

import multiprocessing
import os
import time
from typing import Any

import numpy as np

from .answers import Answers
from .engine import Engine
from .rules import Rules
from .sample import Sample

SAYS = "one level; missing counts as not met"


def pandas_engine(sample: Sample) -> Engine:
    import pandas as pd

    frame = pd.DataFrame(sample.columns, copy=False)
    rules = sample.rules

    def run() -> Any:
        met = pd.DataFrame({name: frame[name] >= least for name, least in zip(rules.names, rules.thresholds, strict=True)})
        count = met.sum(axis=1)
        gates = met[[rules.names[i] for i in rules.gates]].all(axis=1)
        level = pd.Series(3, index=frame.index, dtype="int8")
        return level.mask(count >= rules.half, 2).mask((count >= rules.most) & gates, 1).mask(count == rules.criteria, 0)

    return Engine("pandas", SAYS, run, lambda levels: Answers(worst=levels.to_numpy()))


def polars_frame(sample: Sample) -> Any:
    import polars as pl

    return pl.from_arrow(sample.arrow_with_nulls)


def run_polars(frame: Any, rules: Rules) -> Any:
    import polars as pl

    met = [pl.col(name) >= least for name, least in zip(rules.names, rules.thresholds, strict=True)]  # Sums leave nulls out, and when() takes them for false.
    count, gates = pl.sum_horizontal(met), pl.all_horizontal([met[i] for i in rules.gates])
    counted = frame.lazy().select(count=count, gates=gates)
    level = pl.when(pl.col("count") == rules.criteria).then(0).when((pl.col("count") >= rules.most) & pl.col("gates")).then(1).when(pl.col("count") >= rules.half).then(2).otherwise(3)
    return counted.select(level=level.cast(pl.Int8)).collect()


def serve_polars(sample: Sample, threads: int, calls: Any) -> None:
    """Runs in a process of its own: Polars takes its number of threads when it is first imported."""
    os.environ["POLARS_MAX_THREADS"] = str(threads)
    frame = polars_frame(sample)
    calls.send(run_polars(frame, sample.rules)["level"].to_numpy())
    try:
        while calls.recv():
            start = time.perf_counter()
            run_polars(frame, sample.rules)
            calls.send(time.perf_counter() - start)
    except EOFError:  # The run has ended.
        return


def polars_engine(sample: Sample, threads: int) -> Engine:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    worker = context.Process(target=serve_polars, args=(Sample(sample.rules, sample.rows, sample.seed), threads, theirs), daemon=True)
    worker.start()
    theirs.close()
    levels: np.ndarray = ours.recv()

    def seconds() -> float:
        ours.send(True)
        return float(ours.recv())

    return Engine(f"Polars, {threads} thread{'s' * (threads > 1)}", SAYS, lambda: levels, lambda given: Answers(worst=given), seconds=seconds)
