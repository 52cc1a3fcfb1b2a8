"""The command. `--quick` is small and writes nothing unless told where."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from . import cases, machine, own, page


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="side_by_side", description="Judging tables side by side: outputs compared row by row, then times.")
    parser.add_argument("--quick", action="store_true", help="small sizes, under a minute: for seeing that all engines agree, not for figures")
    parser.add_argument("--page", type=Path, help="write the results as this Markdown file, plots beside it")
    parser.add_argument("--programs", type=Path, nargs="*", default=[], help="what Google Benchmark wrote as JSON (--benchmark_out), for the page")
    parser.add_argument("--json", type=Path, help="write all times as this JSON file")
    return parser.parse_args()


def main() -> int:
    given = arguments()
    plan = cases.QUICK if given.quick else cases.Plan()
    described = machine.describe()

    def say(words: str) -> None:
        print(words, flush=True)

    say(f"{described['processor']}, {described['cores']} cores; kernels: {', '.join(own.kernel_names())}")
    say("a table of criteria")
    main_case = cases.main_case(plan, say)
    say(page.times_table(main_case))
    say("the national panel")
    panel = cases.panel_case(plan, say)
    if panel is not None:
        say(page.times_table(panel.case))
    say("by criteria")
    by_criteria = cases.criteria_cases(plan, say)
    say("by rows")
    by_rows, left_out = cases.row_cases(plan, say)
    say("memory")
    memory = cases.memory_case(plan, say)
    programs: list[dict[str, Any]] = [entry for path in given.programs for entry in json.loads(path.read_text())["benchmarks"]]
    results = page.Results(described, plan, main_case, panel, by_criteria, by_rows, left_out, memory, programs)
    if not given.quick:  # Small tables lie in the caches: their times are no figures.
        say(page.goals_table(results))
    if given.page:
        page.write(given.page, results)
        say(f"wrote {given.page}")
    if given.json:
        given.json.write_text(json.dumps(asdict(results), indent=1, default=str))
    return 0


if __name__ == "__main__":
    sys.exit(main())
