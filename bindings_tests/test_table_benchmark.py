"""The benchmark of tables runs, and checks what it times."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[1] / "benchmarks" / "tables.py"


def test_it_runs_on_a_few_schools() -> None:
    done = subprocess.run([sys.executable, str(SCRIPT), "--rows", "60", "--repeat", "1"], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[0].startswith("60 schools, 9 columns; least of 1; Python ")
    assert [line.split(" ms  ")[1].split(",")[0] for line in lines[1:]].count("Evidence.from_table") == 3
    assert all(float(line.split(" ms ")[0]) >= 0 for line in lines[1:])
