"""What the rules say of each row, worked out without any of the engines, and the comparison of an engine's answers with it.

Levels are places in ``rules.LEVELS``; -1 is none.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np

from .sample import Sample


@dataclass
class Answers:
    """Of all rows. None: the engine does not say it."""

    suggested: np.ndarray | None = None  #: The level whatever is missing turns out to be; -1 where that is not settled.
    possible: np.ndarray | None = None  #: Bit i: some filling of what is missing gives level i.
    best: np.ndarray | None = None
    worst: np.ndarray | None = None  #: With what is missing taken for not met: the two-valued reading.
    met: np.ndarray | None = None  #: Bit i: criterion i.
    not_met: np.ndarray | None = None
    unknown: np.ndarray | None = None


def expected(sample: Sample) -> Answers:
    """The closed form: which numbers of criteria met can be reached, with the gates and without."""
    rules, rows = sample.rules, sample.rows
    n = rules.criteria
    met, unknown = np.zeros(rows, np.int16), np.zeros(rows, np.int16)
    masks = {name: np.zeros(rows, np.uint64) for name in ("met", "not_met", "unknown")} if n <= 64 else {}
    gate_met = gate_unknown = gate_not_met = np.zeros(rows, np.int16)
    for i, (numbers, threshold) in enumerate(zip(sample.columns.values(), rules.thresholds, strict=True)):
        is_met, is_unknown = numbers >= threshold, np.isnan(numbers)
        is_not_met = ~is_met & ~is_unknown
        met, unknown = met + is_met, unknown + is_unknown
        if i in rules.gates:
            gate_met, gate_unknown, gate_not_met = gate_met + is_met, gate_unknown + is_unknown, gate_not_met + is_not_met
        for name, mask in masks.items():
            mask |= {"met": is_met, "not_met": is_not_met, "unknown": is_unknown}[name].astype(np.uint64) << np.uint64(i)

    def reaches(low: np.ndarray, high: np.ndarray, least: int, most: int) -> np.ndarray:
        return np.maximum(low, least) <= np.minimum(high, most)

    most_met = met + unknown
    a_gate_fails = np.where(gate_not_met > 0, most_met, np.where(gate_unknown > 0, most_met - 1, -1))  # The most that can be met while a gate is not.
    first = most_met == n
    second = (gate_not_met == 0) & reaches(met + gate_unknown, most_met, rules.most, n - 1)
    third = reaches(met, most_met, rules.half, min(rules.most, n) - 1) | reaches(met, a_gate_fails, rules.half, n - 1)
    levels = np.stack([first, second, third, met < rules.half])
    possible = sum(level.astype(np.uint64) << np.uint64(i) for i, level in enumerate(levels))
    best, worst = np.argmax(levels, 0).astype(np.int8), (3 - np.argmax(levels[::-1], 0)).astype(np.int8)
    return Answers(np.where(best == worst, best, -1).astype(np.int8), possible, best, worst, **masks)


def compare(engine: str, given: Answers, wanted: Answers) -> list[str]:
    """Stops the run where an engine says otherwise; returns what was compared. Engines that judge some rows only are compared in these."""
    compared = []
    for field in fields(Answers):
        got, right = getattr(given, field.name), getattr(wanted, field.name)
        if got is None or right is None:
            continue
        right = right[: len(got)]
        wrong = np.flatnonzero(np.asarray(got).astype(right.dtype) != right)
        if wrong.size > 0 or len(got) == 0:
            row = wrong[0] if wrong.size > 0 else -1
            raise AssertionError(f"{engine}: {field.name} differs in {wrong.size} of {len(got)} rows; row {row} has {got[row]}, not {right[row]}")
        compared.append(field.name)
    if not compared:
        raise AssertionError(f"{engine}: nothing was compared")
    return compared
