"""NumPy, whole columns at a time: two-valued; with what is missing filled once for the best and once for the worst; and with masks of the criteria."""

from __future__ import annotations

import numpy as np

from .answers import Answers
from .engine import Engine
from .sample import Sample


def level_of(sample: Sample, count: np.ndarray, gates: np.ndarray) -> np.ndarray:
    rules = sample.rules
    levels = [np.int8(0), np.int8(1), np.int8(2)]
    return np.select([count == rules.criteria, (count >= rules.most) & gates, count >= rules.half], levels, np.int8(3))


def two_valued(sample: Sample) -> np.ndarray:
    """NaN meets nothing."""
    count = np.zeros(sample.rows, np.int8)
    gates = np.ones(sample.rows, bool)
    for i, (numbers, threshold) in enumerate(zip(sample.columns.values(), sample.rules.thresholds, strict=True)):
        met = numbers >= threshold
        count += met
        if i in sample.rules.gates:
            gates &= met
    return level_of(sample, count, gates)


def three_valued(sample: Sample, masks: bool) -> tuple[np.ndarray, ...]:
    """Best and worst level, and the masks of criteria met, not met and unknown."""
    rows = sample.rows
    least, most = np.zeros(rows, np.int8), np.zeros(rows, np.int8)
    least_gates, most_gates = np.ones(rows, bool), np.ones(rows, bool)
    met_mask, not_met_mask, unknown_mask = (np.zeros(rows, np.uint64) for _ in range(3)) if masks else (None,) * 3
    for i, (numbers, threshold) in enumerate(zip(sample.columns.values(), sample.rules.thresholds, strict=True)):
        met, not_met = numbers >= threshold, numbers < threshold
        may_be_met = ~not_met
        least += met
        most += may_be_met
        if i in sample.rules.gates:
            least_gates &= met
            most_gates &= may_be_met
        if masks:
            bit = np.uint64(1 << i)
            met_mask |= met * bit
            not_met_mask |= not_met * bit
            unknown_mask |= (may_be_met & ~met) * bit
    levels = level_of(sample, most, most_gates), level_of(sample, least, least_gates)
    return (*levels, met_mask, not_met_mask, unknown_mask) if masks else levels


def engines(sample: Sample) -> list[Engine]:
    made = [
        Engine("NumPy, two-valued", "one level; missing counts as not met", lambda: two_valued(sample), lambda worst: Answers(worst=worst)),
        Engine("NumPy, best and worst", "best and worst level", lambda: three_valued(sample, False), lambda of: Answers(best=of[0], worst=of[1])),
    ]
    if sample.rules.criteria <= 64:
        says = "best and worst level, masks of criteria"
        made.append(Engine("NumPy, best, worst and masks", says, lambda: three_valued(sample, True), lambda of: Answers(None, None, *of)))
    return made
