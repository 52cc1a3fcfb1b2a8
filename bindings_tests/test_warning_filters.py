"""Which warnings are errors in the tests: those of the library, not the deprecations of packages it uses."""

from __future__ import annotations

import re
import tomllib
import warnings
from pathlib import Path

import pytest


def warn(category: type[Warning], module: str) -> None:
    with warnings.catch_warnings(record=True):
        warnings.warn_explicit("trial", category, f"{module}.py", 1, module=module, registry={})


@pytest.mark.parametrize("module", ["schoolimp", "schoolimp.dfe.ees"])
def test_our_own_warnings_are_errors(module: str) -> None:
    with pytest.raises(UserWarning, match="trial"):
        warn(UserWarning, module)


@pytest.mark.parametrize(("category", "module"), [
    (UserWarning, "pandas.core"), (DeprecationWarning, "pandas.core"), (FutureWarning, "hypothesis"), (UserWarning, "schoolimproved"),
    (DeprecationWarning, "schoolimp.dfe.ees"), (FutureWarning, "schoolimp.dfe.ees"),
])
def test_others_are_not(category: type[Warning], module: str) -> None:
    warn(category, module)


def test_everything_the_tests_need_is_pinned_and_bounded(root: Path) -> None:
    extras = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    lines = [line for line in (root / "tools" / "constraints.txt").read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    pinned = dict(line.split("==") for line in lines)
    for requirement in extras["test"]:
        name, bounds = re.fullmatch(r"([a-z]+)>=([0-9.]+,<[0-9]+)", requirement).groups()  # type: ignore[union-attr]
        lower, upper = ([int(part) for part in bound.split(".")] for bound in bounds.split(",<"))
        assert lower <= [int(part) for part in pinned[name].split(".")] < upper, requirement
