"""Pictures leave the host alone: no pyplot, no setting changed, nothing imported before it is needed, a clear word when matplotlib is missing."""

from __future__ import annotations

import subprocess
import sys

import pytest

DRAW_ALL = """
import sys, matplotlib
import samples
from schoolimp import plot
def settings():  # Asking for "backend" would itself import pyplot.
    return {name: matplotlib.rcParams[name] for name in matplotlib.rcParams if name != "backend"}

before = settings()
framework = samples.framework()
plot.criteria(samples.judgements(), framework)
plot.levels(samples.judgements(), framework)
plot.indicator(samples.evidence(), framework, "100001", "ks2.rwm_expected")
plot.plan(samples.plan(), framework, school_years=samples.school_year())
plot.year(samples.calendar(), school_year=samples.school_year())
assert settings() == before
assert "matplotlib.pyplot" not in sys.modules
"""
WITHOUT_MATPLOTLIB = """
import sys
sys.modules["matplotlib"] = sys.modules["matplotlib.figure"] = None
import samples
from schoolimp import plot
for draw in (lambda: plot.criteria([], samples.framework()), lambda: plot.year(samples.school_year())):
    try:
        draw()
    except ImportError as error:
        assert 'pip install "schoolimp[plot]"' in str(error), error
    else:
        raise AssertionError("drawn without matplotlib")
"""
LAZY = """
import sys
import schoolimp
assert "schoolimp.plot" not in sys.modules
from schoolimp import plot
assert "matplotlib" not in sys.modules and "numpy" not in sys.modules
assert sorted(plot.__all__) == ["criteria", "indicator", "levels", "plan", "year"]
"""


@pytest.mark.parametrize("program", [DRAW_ALL, WITHOUT_MATPLOTLIB, LAZY], ids=["pyplot and settings", "without matplotlib", "imports"])
def test_manners(program: str) -> None:
    paths = [path for path in sys.path if path]
    made = subprocess.run([sys.executable, "-c", f"import sys; sys.path[:0] = {paths!r}\n{program}"], capture_output=True, text=True, timeout=120, check=False)
    assert made.returncode == 0, made.stderr
