"""This library: judging the whole table, with every kernel set, on one thread and on two."""

from __future__ import annotations

import datetime as dt
from typing import Any

import numpy as np
import schoolimp as si
from schoolimp import _core

from .answers import Answers
from .engine import Engine
from .rules import LEVELS, Rules
from .sample import Sample

VALID = dt.date(2018, 12, 31)
SAYS = "level suggested, possible levels, masks of criteria"


def framework(rules: Rules) -> si.Framework:
    return si.Framework.from_dict(rules.document())


def kernel_names() -> list[str]:
    """The fastest first."""
    return list(_core.kernel_names())


def answers(judged: si.TableJudgement) -> Answers:
    """From the Arrow stream the library gives."""
    import pyarrow as pa

    if judged.failed:
        raise AssertionError(f"{judged.failed} rows failed: {judged.failures[0]}")
    table = pa.table(judged.to_table())
    masks = {word: table[f"criteria.{word}"].to_numpy() for word in ("met", "not_met", "unknown")} if len(judged.framework.cells) <= 64 else {}
    possible = table["category_of_school.possible"].to_numpy().astype(np.uint64)
    levels = np.stack([(possible >> np.uint64(i)) & np.uint64(1) for i in range(len(LEVELS))])
    best, worst = np.argmax(levels, 0), len(LEVELS) - 1 - np.argmax(levels[::-1], 0)
    return Answers(level_places(table["category_of_school"], LEVELS), possible, best, worst, **masks)


def level_places(column: Any, levels: tuple[str, ...]) -> np.ndarray:
    """Of a column of level ids: their places in the scale, -1 for null."""
    import pyarrow as pa
    import pyarrow.compute as pc

    words = column.cast(pa.string())
    return pc.fill_null(pc.index_in(words, pa.array(levels)), -1).to_numpy(zero_copy_only=False).astype(np.int8)


def engine(sample: Sample, name: str, table: Any, *, threads: int = 1, kernels: str | None = None, exported: bool = False) -> Engine:
    """`exported`: with the answers as an Arrow table, which copies them."""
    model = framework(sample.rules)

    def run() -> si.TableJudgement:
        judged = si.judge_table(model, table, valid=VALID, threads=threads, _kernels=kernels)
        if exported:
            judged.to_table()
        return judged

    return Engine(name, SAYS + (", as an Arrow table" if exported else ""), run, answers)


def engines(sample: Sample) -> list[Engine]:
    """The first one is the one to compare others with."""
    made = [engine(sample, "schoolimp", sample.arrow)]
    made.append(engine(sample, "schoolimp, 2 threads", sample.arrow, threads=2))
    made += [engine(sample, f"schoolimp, {name} kernels", sample.arrow, kernels=name) for name in kernel_names()]
    made.append(engine(sample, "schoolimp, validity bitmaps instead of NaN", sample.arrow_with_nulls))
    made.append(engine(sample, "schoolimp, validity bitmaps, 2 threads", sample.arrow_with_nulls, threads=2))
    made.append(engine(sample, "schoolimp, NumPy arrays", sample.columns))
    made.append(engine(sample, "schoolimp, answers as an Arrow table", sample.arrow, exported=True))
    return made
