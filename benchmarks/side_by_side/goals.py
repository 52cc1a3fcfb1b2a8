"""What the engine is meant to reach, and whether this run did."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .cases import Case, MemoryResult, PanelResult

MEGABYTE = 1e6
MASKS = "kernel/masks_of_a_million_rows/"


@dataclass
class Goal:
    """`reached` is None where the run could not tell."""

    what: str
    bound: str
    found: str
    reached: bool | None


def seconds_of(programs: Sequence[Mapping[str, Any]], name: str) -> float | None:
    """Real time of a benchmark program by its name, the least of its repetitions."""
    units = {"ns": 1e-9, "us": 1e-6, "ms": 1e-3, "s": 1.0}
    found = [entry["real_time"] * units[entry["time_unit"]] for entry in programs if matches(entry, name)]
    return min(found, default=None)


def matches(entry: Mapping[str, Any], name: str) -> bool:
    return entry.get("run_type") == "iteration" and not entry.get("error_occurred") and entry["name"].removesuffix("/real_time") == name


def ratio(what: str, bound: float, least: bool, above: float | None, below: float | None) -> Goal:
    """above / below against a bound it must not pass, or must reach when `least`."""
    words = f"{'at least' if least else 'at most'} {bound:g}"
    if above is None or below is None:
        return Goal(what, words, "not measured", None)
    found = above / below
    return Goal(what, words, f"{found:.2f}", found >= bound if least else found <= bound)


def time_of(case: Case, name: str) -> float | None:
    line = case.find(name)
    return None if line is None else line.times.least


def of_main_case(case: Case, rows: int, programs: Sequence[Mapping[str, Any]], kernels: Sequence[str]) -> list[Goal]:
    own, floor = time_of(case, "schoolimp"), case.floor
    floor_time = None if floor is None else floor.times.least
    masks = seconds_of(programs, MASKS + kernels[0])
    without = own - masks * rows / 1e6 if own is not None and masks is not None else None
    three, with_masks = time_of(case, "NumPy, best and worst"), time_of(case, "NumPy, best, worst and masks")
    baseline = time_of(case, f"schoolimp, {kernels[-1]} kernels")
    goals = [ratio("time over the read floor, one thread", 2.5, False, own, floor_time)]
    if "avx2" in kernels:
        goals.append(ratio("the same with AVX2", 2.5, False, time_of(case, "schoolimp, avx2 kernels"), floor_time))
    goals += [
        ratio("with masks of criteria over without (the masks' own time taken off)", 1.3, False, own, without),
        ratio("NumPy with best, worst and masks over this", 3, True, with_masks, own),
        ratio("NumPy with best and worst only over this", 3, True, three, own),
        ratio("DuckDB on one thread, best and worst only by hand, over this", 8, True, time_of(case, "DuckDB, CASE WHEN by hand for best and worst, 1 thread"), own),
        ratio("DuckDB on one thread, two-valued by hand, over this", 8, True, time_of(case, "DuckDB, CASE WHEN by hand, 1 thread"), own),
        ratio("NumPy with best, worst and masks over the baseline kernels", 1, True, with_masks, baseline),
        ratio("NumPy with best and worst only over the baseline kernels", 1, True, three, baseline),
    ]
    return goals


def of_panel(panel: PanelResult | None) -> Goal:
    what = "the five frameworks over the national panel, from Arrow columns, one thread"
    time = None if panel is None else time_of(panel.case, "schoolimp, five frameworks")
    return Goal(what, "under 20 ms", "not measured" if time is None else f"{time * 1e3:.1f} ms", None if time is None else time < 0.020)


def of_memory(memory: MemoryResult) -> list[Goal]:
    goals = []
    for threads, extra in memory.extra.items():
        what = f"extra memory beyond the output, {threads} thread{'s' * (threads > 1)}"
        beyond = None if extra is None else extra - memory.output
        goals.append(Goal(what, "at most 2 MB", "not measured" if beyond is None else f"{beyond / MEGABYTE:.1f} MB", None if beyond is None else beyond <= 2 * MEGABYTE))
    return goals


def of_linearity(by_rows: Mapping[int, Case], by_criteria: Mapping[int, Case]) -> list[Goal]:
    """Time a row at the most rows over that at the size before, where both are beyond the caches; time a criterion at the most criteria over that at 10."""
    goals = []
    rows = [(count, line.row) for count, case in sorted(by_rows.items()) if (line := case.find("schoolimp")) is not None]
    if len(rows) > 1:
        (small, small_time), (large, large_time) = rows[-2:]
        goals.append(ratio(f"time a row at {large:,} rows over that at {small:,}", 1.25, False, large_time, small_time))
    criteria = {count: line.row / count for count, case in by_criteria.items() if (line := case.find("schoolimp")) is not None}
    if 10 in criteria and max(criteria) > 10:
        goals.append(ratio(f"time a criterion at {max(criteria)} criteria over that at 10", 1.25, False, criteria[max(criteria)], criteria[10]))
    return goals


def of_one_school(programs: Sequence[Mapping[str, Any]]) -> list[Goal]:
    """Judging one school alone with its reasons, by framework."""
    labels = {entry["name"]: entry.get("label", "") for entry in programs if entry["name"].startswith("judge_school/") and matches(entry, entry["name"])}
    goals = []
    for name, label in labels.items():
        time = seconds_of(programs, name) or 0.0
        goals.append(Goal(f"one school alone with all reasons, {label}", "under 10 µs", f"{time * 1e6:.1f} µs", time < 10e-6))
    return goals


def c_times(programs: Sequence[Mapping[str, Any]]) -> dict[str, dict[str, float]]:
    """Least times of what is done through both interfaces: by work, "C++" and "C"."""
    found: dict[str, dict[str, float]] = {}
    for entry in programs:
        if entry["name"].startswith("c_") and matches(entry, entry["name"].removesuffix("/real_time")):
            work, _, interface = entry["label"].rpartition(", ")
            times = found.setdefault(work, {})
            times[interface] = min(times.get(interface, float("inf")), seconds_of([entry], entry["name"]) or 0.0)
    return found


def of_c_interface(programs: Sequence[Mapping[str, Any]]) -> list[Goal]:
    """What judging one school costs more through the C interface."""
    goals = []
    for work, times in c_times(programs).items():
        if work.startswith("judging") and len(times) == 2:
            more = times["C"] - times["C++"]
            goals.append(Goal(f"{work}, through C over C++", "at most 10 % and 2 µs more", f"{100 * more / times['C++']:+.1f} %, {more * 1e6:+.1f} µs", more <= min(0.1 * times["C++"], 2e-6)))
    return goals
