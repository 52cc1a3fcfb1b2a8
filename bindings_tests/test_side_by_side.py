"""The side-by-side benchmark, small: that every engine installed gives the same answers in every row. Times are not looked at."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.fixture
def run(root, tmp_path):
    pytest.importorskip("numpy", reason="NumPy is not installed: there is nothing to compare with")
    pytest.importorskip("pyarrow", reason="pyarrow is not installed: answers are compared as its tables")

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        folders = [str(root / "benchmarks"), *(folder for folder in sys.path if folder)]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(folders), "SCHOOLIMP_READ_FLOOR": ""}
        command = [sys.executable, "-m", "side_by_side", "--quick", *arguments]
        return subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, env=environment, timeout=600, check=False)

    return run


def test_engines_agree_and_the_page_is_written(run, tmp_path):
    page = tmp_path / "performance.md"
    done = run("--page", str(page))
    assert done.returncode == 0, done.stderr[-2000:]
    assert done.stdout.count("agree in every row") >= 8
    text = page.read_text()
    for name, module in (("pandas", "pandas"), ("Polars, 2 threads", "polars"), ("DuckDB, to_sql(), 1 thread", "duckdb")):
        assert (f"| {name} |" in text) == (importlib.util.find_spec(module) is not None)
    for plot in ("engines", "rows", "criteria"):
        assert (tmp_path / "performance" / f"{plot}.svg").read_text().startswith("<svg")


def test_a_difference_stops_the_run(root, monkeypatch):
    np = pytest.importorskip("numpy", reason="NumPy is not installed: there is nothing to compare with")
    monkeypatch.syspath_prepend(str(Path(root) / "benchmarks"))
    from side_by_side.answers import Answers, compare, expected
    from side_by_side.rules import Rules
    from side_by_side.sample import Sample

    wanted = expected(Sample(Rules(15), 1000))
    assert wanted.worst is not None
    assert compare("right", Answers(worst=wanted.worst), wanted) == ["worst"]
    wrong = wanted.worst.copy()
    wrong[17] = (wrong[17] + 1) % 4
    with pytest.raises(AssertionError, match="wrong: worst differs in 1 of 1000 rows; row 17"):
        compare("wrong", Answers(worst=wrong), wanted)
    with pytest.raises(AssertionError, match="nothing was compared"):
        compare("silent", Answers(), wanted)
    assert len(np.unique(wanted.worst)) == 4


def test_the_closed_form_is_what_trying_all_fillings_gives(root, monkeypatch):
    pytest.importorskip("numpy", reason="NumPy is not installed: there is nothing to compare with")
    monkeypatch.syspath_prepend(str(Path(root) / "benchmarks"))
    from itertools import product

    from side_by_side.answers import expected
    from side_by_side.rules import Rules
    from side_by_side.sample import Sample

    for criteria in (1, 2, 3, 5, 6, 15):
        sample = Sample(Rules(criteria), 400)
        wanted = expected(sample)
        for row, values in enumerate(sample.first_rows(400)):
            levels = set()
            states = [(True, False) if value is None else (value >= least,) for value, least in zip(values.values(), sample.rules.thresholds, strict=True)]
            for met in product(*states):
                number = sum(met)
                second = number >= sample.rules.most and all(met[i] for i in sample.rules.gates)
                levels.add(0 if number == criteria else 1 if second else 2 if number >= sample.rules.half else 3)
            assert int(wanted.possible[row]) == sum(1 << level for level in levels), (criteria, row)
            assert (wanted.best[row], wanted.worst[row]) == (min(levels), max(levels))
