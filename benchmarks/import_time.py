#!/usr/bin/env python3
"""Measures what `import schoolimp` costs: fresh processes, turn by turn, the least and the median time of each.

    python benchmarks/import_time.py [RUNS]

Needs an installed schoolimp and nothing else. Let nothing else run on the machine meanwhile. Files are in the system's cache from the second run on, and compiled modules
(.pyc) are there when Python may write them: the first run is not counted.
"""

from __future__ import annotations

import importlib.util
import statistics
import subprocess
import sys
import time

#: Prints how long the statement took by the clock of its own process, in milliseconds.
TIMED = "from time import perf_counter_ns as now\nstart = now()\n{}\nprint((now() - start) / 1e6)"

JUDGE = """import datetime as dt
import schoolimp as si
evidence = si.Evidence.from_csv("school,indicator,period,value\\n100001,ks2.rwm_expected,2025/26,48\\n")
si.judge(si.framework("pvat"), evidence, "100001", valid=dt.date(2026, 9, 1))"""

CASES = {
    "import schoolimp": "import schoolimp",
    "from schoolimp import * (all of it)": "from schoolimp import *",
    "import schoolimp and the first judgement": JUDGE,
}
#: Measured beside them where it is installed.
BESIDE = {"import pandas": "import pandas"}


def process(program: str) -> tuple[float, str]:
    """Milliseconds from starting an interpreter to its end, and what it printed."""
    start = time.perf_counter_ns()
    done = subprocess.run([sys.executable, "-c", program], stdout=subprocess.PIPE, encoding="utf-8", check=True)
    return (time.perf_counter_ns() - start) / 1e6, done.stdout


def measure(runs: int) -> dict[str, list[float]]:
    """The times of every case."""
    times: dict[str, list[float]] = {}
    cases = {**CASES, **{name: statement for name, statement in BESIDE.items() if importlib.util.find_spec(name.split()[-1])}}
    for turn in range(runs + 1):
        taken = {"an interpreter that does nothing": process("pass")[0], "an interpreter that imports schoolimp": process("import schoolimp")[0]}
        for name, statement in cases.items():
            taken[name] = float(process(TIMED.format(statement))[1])
        if turn > 0:
            for name, value in taken.items():
                times.setdefault(name, []).append(value)
    return times


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    print(f"Python {sys.version.split()[0]}, {runs} runs, milliseconds")
    print(f"{'':42}{'least':>8}{'median':>8}")
    for name, values in measure(runs).items():
        print(f"{name:42}{min(values):8.1f}{statistics.median(values):8.1f}")


if __name__ == "__main__":
    main()
