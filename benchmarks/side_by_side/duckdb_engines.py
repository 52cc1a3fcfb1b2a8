"""DuckDB: a query as an analyst would write it, and the one the library writes."""

from __future__ import annotations

from typing import Any

import numpy as np

from .answers import Answers
from .engine import Engine
from .rules import LEVELS, Rules
from .sample import Sample

TABLE = "cells"


def tests(rules: Rules) -> list[tuple[str, int]]:
    return list(zip(rules.names, rules.thresholds, strict=True))


def level(rules: Rules, count: str, gates: str) -> str:
    return f"cast(case when {count} = {rules.criteria} then 0 when {count} >= {rules.most} and {gates} then 1 when {count} >= {rules.half} then 2 else 3 end as tinyint)"


def analyst_query(rules: Rules) -> str:
    """Two-valued: a comparison with null is not true."""
    count = " + ".join(f"case when {name} >= {least} then 1 else 0 end" for name, least in tests(rules))
    gates = " and ".join(f"{name} >= {least}" for name, least in tests(rules)[: len(rules.gates)])
    return f"with counted as (select *, {count} as met from {TABLE}) select {level(rules, 'met', gates)} as category from counted"


def best_and_worst_query(rules: Rules) -> str:
    """Three-valued by hand: what is null is neither met nor missed for certain."""
    met = " + ".join(f"case when {name} >= {least} then 1 else 0 end" for name, least in tests(rules))
    may_be_met = " + ".join(f"case when {name} < {least} then 0 else 1 end" for name, least in tests(rules))
    gates = " and ".join(f"{name} >= {least}" for name, least in tests(rules)[: len(rules.gates)])
    may_be_gates = " and ".join(f"({name} < {least}) is not true" for name, least in tests(rules)[: len(rules.gates)])
    levels = f"{level(rules, 'most_met', may_be_gates)} as best, {level(rules, 'met', gates)} as worst"
    return f"with counted as (select *, {met} as met, {may_be_met} as most_met from {TABLE}) select {levels} from counted"


def connect(sample: Sample, threads: int) -> Any:
    """A database in memory with the table in its own format."""
    import duckdb

    database = duckdb.connect(config={"threads": threads})
    database.register("given", sample.arrow_with_nulls.append_column("urn", [np.arange(sample.rows)]))
    database.execute(f"create table {TABLE} as select * from given")
    database.unregister("given")
    return database


def column(table: Any, name: str) -> np.ndarray:
    return table[name].to_numpy(zero_copy_only=False)


def own_answers(table: Any) -> Answers:
    """Of the library's query, in the order of the keys. A level that every filling gives, but not the evidence, is not the query's to find."""
    table = table.sort_by("urn")
    if table["unreadable"].to_numpy().any():
        raise AssertionError("DuckDB: the query could not hold some rows")
    masks = {word: 0 for word in ("met", "not_met", "unknown")}
    criteria = [name for name in table.column_names if name.startswith("criterion:")]
    for i, name in enumerate(criteria):
        words = column(table, name)
        for word in masks:
            masks[word] = masks[word] | ((words == word).astype(np.uint64) << np.uint64(i))
    return Answers(suggested=suggested(table, "judgement:category_of_school", LEVELS), **masks)


def suggested(table: Any, name: str, levels: tuple[str, ...]) -> np.ndarray:
    """Places of levels in a column of their ids; -1 for null."""
    import pyarrow as pa
    import pyarrow.compute as pc

    return pc.fill_null(pc.index_in(table[name], pa.array(levels)), -1).to_numpy(zero_copy_only=False).astype(np.int8)


def engines(sample: Sample, query: str, threads: tuple[int, ...] = (1, 2)) -> list[Engine]:
    """`query` is what the library's to_sql() gives."""
    made = []
    for count in threads:
        database = connect(sample, count)
        words = f"{count} thread{'s' * (count > 1)}"

        def run(text: str, database: Any = database) -> Any:
            return database.sql(text).to_arrow_table()

        analyst, both = analyst_query(sample.rules), best_and_worst_query(sample.rules)
        made.append(
            Engine(f"DuckDB, CASE WHEN by hand, {words}", "one level; missing counts as not met", lambda run=run: run(analyst), lambda of: Answers(worst=column(of, "category")))
        )
        made.append(
            Engine(
                f"DuckDB, CASE WHEN by hand for best and worst, {words}",
                "best and worst level",
                lambda run=run: run(both),
                lambda of: Answers(best=column(of, "best"), worst=column(of, "worst")),
            )
        )
        made.append(Engine(f"DuckDB, to_sql(), {words}", "level suggested, a word for each criterion", lambda run=run: run(query), own_answers))
    return made
