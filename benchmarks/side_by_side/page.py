"""docs/performance.md: written by the run, with nothing in it that was not measured."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from . import goals, machine, own, plot
from .cases import Case, Line, MemoryResult, PanelResult, Plan


@dataclass
class Results:
    described: dict[str, str]
    plan: Plan
    main_case: Case
    panel: PanelResult | None
    by_criteria: dict[int, Case]
    by_rows: dict[int, Case]
    left_out: list[str]
    memory: MemoryResult
    programs: list[dict[str, Any]]


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Columns after the first two words of a row are numbers when the head says so by a leading '>'."""
    marks = ["---:" if title.startswith(">") else "---" for title in head]
    lines = [[title.lstrip(">") for title in head], marks, *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def times_table(case: Case) -> str:
    floor = case.floor

    def cells(line: Line) -> list[str]:
        ratio = f"{line.row / floor.row:.2f}" if floor is not None else ""
        sample = f" (first {line.rows:,} rows)" if floor is not None and line.rows != floor.rows else ""
        return [line.name, line.says + sample, plot.seconds_text(line.times.least), plot.seconds_text(line.times.median), plot.seconds_text(line.row), ratio]

    head = ["engine", "says", ">least time", ">median", ">a row", ">over the read floor"]
    rows = [cells(line) for line in case.lines]
    return table(head, rows) if floor is not None else table(head[:-1], [row[:-1] for row in rows])


def goal_list(results: Results) -> list[goals.Goal]:
    return [
        *goals.of_main_case(results.main_case, results.plan.rows, results.programs, own.kernel_names()),
        goals.of_panel(results.panel),
        *goals.of_memory(results.memory),
        *goals.of_linearity(results.by_rows, results.by_criteria),
        *goals.of_one_school(results.programs),
        *goals.of_c_interface(results.programs),
    ]


def goals_table(results: Results) -> str:
    words = {True: "reached", False: "**not reached**", None: "not measured"}
    return table(["figure", "meant to be", ">this run", ""], [[goal.what, goal.bound, goal.found, words[goal.reached]] for goal in goal_list(results)])


# --- sections


def beginning(results: Results) -> str:
    versions = machine.versions()
    machine_rows = [*results.described.items(), ("kernel sets, the fastest first", ", ".join(own.kernel_names()))]
    machine_rows += [(f"{name}", version or "not installed: left out") for name, version in versions.items()]
    return f"""# Performance

Written by `tools/run-benchmarks.sh` on {dt.date.today().isoformat()}; everything below is from one run. Each engine gets the same data; its answers are compared row by row
before anything is timed, and a difference stops the run. Engines take turns, up to {results.plan.rounds} times each; the least time counts, the median stands beside it.
Ratios are of least times.

{table(["", ""], [[name, value] for name, value in machine_rows])}

## What is meant to be reached

{goals_table(results)}
"""


def main_section(results: Results) -> str:
    plan = results.plan
    return f"""## {plan.criteria} criteria over {plan.rows:,} rows

Columns of float64 with one decimal place, 5 % missing; criterion i is met when column i is at least its threshold. First: all are met; second: four fifths and two
gates; third: half; else fourth. Missing values are NaN unless the line says otherwise.

The read floor is the XOR of all numbers in a C++ loop with run-time dispatch, column by column and block by block; the faster one is the floor. This library's lines give
the level suggested, the exact set of possible levels and three masks of criteria for each row; "best and worst" is less than the set of possible levels, and
two-valued engines say less again. A two-valued reading of this library without possible levels, or without masks, is not offered, so it is not measured; what the masks cost
is measured in the kernels below. json-logic is the package json-logic-qubit: the one called json-logic does not run on Python 3. Engines that take rows one by one get
the first {min(plan.single_rows, plan.rows):,} rows.

{times_table(results.main_case)}

![Times of all engines](performance/engines.svg)
"""


def panel_section(results: Results) -> str:
    found = results.panel
    if found is None:
        return "## The national panel\n\nThe published panel was not there when this was run.\n"
    settled = table(["framework", ">schools with one possible level", ">answers that had to be searched for, of all questions"], [[id, f"{one:,}", f"{searched:,}"] for id, (one, searched) in found.settled.items()])
    refused = "".join(f"\nSQL cannot say {each}\n" for each in found.refused)
    return f"""## Five frameworks over the national panel

{found.schools:,} state-funded primary schools: Key Stage 2 of 2018 with the two years before, absence, the inspection grade before September 2018; national figures are constants.
What the panel does not have (reviews, report cards ...) is unknown for every school. The time is that from Arrow columns to all answers. {found.compared:,} suggestions and results of
criteria were compared with those of the library's own SQL queries in DuckDB; every kernel set and number of threads gave the same answers.
{refused}
{times_table(found.case)}

{settled}
"""


def over_sizes(title: str, head: str, cases: Mapping[int, Case]) -> str:
    names = list(dict.fromkeys(line.name for case in cases.values() for line in case.lines))
    rows = []
    for size, case in sorted(cases.items()):
        lines = [case.find(name) for name in names]
        rows.append([f"{size:,}", *["" if line is None else f"{plot.seconds_text(line.times.least)} ({plot.seconds_text(line.row)})" for line in lines]])
    return f"{title}\n\n{table([head, *[f'>{name}' for name in names]], rows)}\n"


def size_sections(results: Results) -> str:
    left_out = "".join(f"\nLeft out: {each}.\n" for each in results.left_out)
    by_rows = over_sizes(f"## By rows\n\n{results.plan.criteria} criteria, one thread; least time, and the time a row.", ">rows", results.by_rows)
    criteria = f"## By criteria\n\n{results.plan.criteria_rows:,} rows, one thread; least time, and the time a row. The most is 99: with the number that is wanted a list has 100 parts."
    by_criteria = over_sizes(criteria, ">criteria", results.by_criteria)
    return f"{by_rows}{left_out}\n![Time by rows](performance/rows.svg)\n\n{by_criteria}\n![Time by criteria](performance/criteria.svg)\n"


def memory_section(results: Results) -> str:
    found = results.memory
    rows = [[str(threads), f"{found.output / 1e6:.1f} MB", "not measured" if extra is None else f"{extra / 1e6:.1f} MB"] for threads, extra in found.extra.items()]
    head = table([">threads", ">output", ">extra at its peak"], rows)
    return f"## Memory\n\n{results.plan.criteria} criteria over {found.rows:,} rows: the growth of the process's resident size while the table is judged, at its peak, in a process of its own.\n\n{head}\n"


# --- the C++ programs


PARTS = (("parts/load", "taking in the columns: reading, finding what is missing and out of bounds"), ("parts/run", "comparisons and gates"), ("parts/write", "answers by row (levels, possible levels, masks), with the first touch of the memory they stand in"))


def bounds_section(results: Results) -> str:
    """Times that include one another, taken apart."""
    rows, floor = results.plan.rows, results.main_case.floor
    whole = {name: goals.seconds_of(results.programs, name) for name, _ in PARTS}
    if any(time is None for time in whole.values()):
        return ""
    loading, running, writing = (float(time or 0.0) for time in whole.values())
    parts = [loading, running - loading, writing - running]
    parts = [max(part, 0.0) for part in parts]
    lines = [[words, plot.seconds_text(part / 1e6), f"{part / sum(parts):.0%}"] for (_, words), part in zip(PARTS, parts, strict=True)]
    first = f"Reading alone takes {plot.seconds_text(floor.row)} a row ({floor.rows:,} rows). " if floor is not None else ""
    largest = PARTS[max(range(len(parts)), key=lambda i: parts[i])][1]
    return f"""## What bounds the engine

{first}The parts of judging 1,000,000 rows by {results.plan.criteria} criteria with the fastest kernels, each measured by leaving out what comes after it; the largest is
{largest}.

{table(["part", ">a row", ">share"], lines)}
""" + ("" if rows == 1_000_000 else "\nThe times above are of another number of rows than the tables of this page.\n")


def kernel_section(results: Results) -> str:
    sets = own.kernel_names()
    rates: dict[str, dict[str, float]] = {}
    for entry in results.programs:
        parts = entry["name"].split("/")
        if parts[0] == "kernel" and not entry["name"].startswith(goals.MASKS) and goals.matches(entry, entry["name"]):
            known = rates.setdefault(parts[1], {})
            known[parts[2]] = max(known.get(parts[2], 0.0), entry["bytes_per_second"])
    if not rates:
        return ""
    rows = [[f"`{name}`", *[f"{of.get(each, 0) / 1e9:.1f}" for each in sets]] for name, of in rates.items()]
    masks = goals.seconds_of(results.programs, goals.MASKS + sets[0])
    words = "" if masks is None else f"\nThe masks of 15 criteria of a million rows take {plot.seconds_text(masks)} ({plot.seconds_text(masks / 1e6)} a row).\n"
    return f"## Kernels\n\nGB/s, read and written, of single blocks, which stay in the caches, by kernel set.\n\n{table(['kernel', *[f'>{each}' for each in sets]], rows)}\n{words}"


def rows_section(results: Results) -> str:
    """judge_table() from C++: `judge_table/<kernels>/rows:<n>/threads:<n>`."""
    found: dict[tuple[int, int], dict[str, float]] = {}
    for entry in results.programs:
        parts = entry["name"].removesuffix("/real_time").split("/")
        if parts[0] == "judge_table" and goals.matches(entry, entry["name"].removesuffix("/real_time")):
            time = goals.seconds_of([entry], "/".join(parts)) or 0.0
            known = found.setdefault((int(parts[3].split(":")[1]), int(parts[2].split(":")[1])), {})
            known[parts[1]] = min(known.get(parts[1], time), time)
    if not found:
        return ""
    sets = own.kernel_names()
    rows = [[str(threads), f"{count:,}", *[plot.seconds_text(times[each] / count) if each in times else "" for each in sets]] for (threads, count), times in sorted(found.items())]
    head = table([">threads", ">rows", *[f">{each}" for each in sets]], rows)
    return f"## Kernel sets, rows and threads\n\nTime a row of `judge_table()` called from C++, 15 criteria, 5 % NaN.\n\n{head}\n"


def program_section(results: Results) -> str:
    titles = {
        "judge_school": "one school alone, with all reasons",
        "explain_row": "explaining one row of a judged table",
        "compile_for_columns": "compiling a framework's circuits",
        "judge_one_row": "a table of one row: all that comes before the rows",
    }
    found: dict[str, dict[str, float]] = {}
    for entry in results.programs:
        kind = entry["name"].split("/")[0]
        if kind in titles and goals.matches(entry, entry["name"]):
            time = goals.seconds_of([entry], entry["name"]) or 0.0
            known = found.setdefault(entry.get("label", ""), {})
            known[kind] = min(known.get(kind, time), time)
    if not found:
        return ""
    rows = [[id, *[plot.seconds_text(times[kind]) if kind in times else "" for kind in titles]] for id, times in found.items()]
    return f"## Before the rows, and one school\n\n{table(['framework', *[f'>{title}' for title in titles.values()]], rows)}\n"


def c_section(results: Results) -> str:
    found = goals.c_times(results.programs)
    if not found:
        return ""
    rows = [[work, *[plot.seconds_text(times[each]) if each in times else "" for each in ("C++", "C")]] for work, times in found.items()]
    return f"## Through the C interface\n\nThe same work through both interfaces, taking turns; the documents they give were compared first.\n\n{table(['work', '>C++', '>C'], rows)}\n"


def write(path: Path, results: Results) -> None:
    """The page, and its plots in a folder of its name beside it."""
    folder = path.with_suffix("")
    folder.mkdir(parents=True, exist_ok=True)
    plot.bars(folder / "engines.svg", f"{results.plan.criteria} criteria: time a row", {line.name: line.row for line in results.main_case.lines})
    for name, across, cases in (("rows", "rows", results.by_rows), ("criteria", "criteria", results.by_criteria)):
        series: dict[str, dict[float, float]] = {}
        for size, case in cases.items():
            for line in case.lines:
                series.setdefault(line.name, {})[size] = line.times.least
        plot.lines(folder / f"{name}.svg", f"Time by {across}", across, series)
    sections = [beginning(results), main_section(results), bounds_section(results), panel_section(results), size_sections(results), memory_section(results), kernel_section(results), rows_section(results), program_section(results), c_section(results)]
    path.write_text("\n".join(section for section in sections if section), encoding="utf-8")
