"""Peak memory of judging a table beyond the table itself, measured in a process of its own by the resident size."""

from __future__ import annotations

import multiprocessing
from pathlib import Path
from typing import Any

from .rules import Rules
from .sample import Sample

STATUS = Path("/proc/self/status")


def resident(line: str) -> int:
    """Bytes: VmRSS is what is resident now, VmHWM the most that was."""
    for each in STATUS.read_text().splitlines():
        if each.startswith(line + ":"):
            return 1024 * int(each.split()[1])
    raise AssertionError(f"{STATUS} has no {line}")


def output_bytes(rows: int) -> int:
    """One judgement: the level in a byte, possible levels in eight, the state in one; three masks of eight."""
    return rows * (1 + 8 + 1 + 3 * 8)


def measure(criteria: int, rows: int, threads: int, result: Any) -> None:
    import schoolimp as si

    from .own import VALID, framework

    sample = Sample(Rules(criteria), rows)
    model, table = framework(sample.rules), sample.arrow
    small = table.slice(0, 5000)
    for _ in range(3):
        si.judge_table(model, small, valid=VALID, threads=threads)
    Path("/proc/self/clear_refs").write_text("5")  # The most is counted from here.
    before = resident("VmRSS")
    judged = si.judge_table(model, table, valid=VALID, threads=threads)
    result.send(resident("VmHWM") - before)
    del judged


def extra(criteria: int, rows: int, threads: int) -> int | None:
    """Bytes; None where the system does not tell."""
    if not STATUS.is_file():
        return None
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    worker = context.Process(target=measure, args=(criteria, rows, threads, theirs))
    worker.start()
    theirs.close()
    try:
        return int(ours.recv())
    finally:
        worker.join()
