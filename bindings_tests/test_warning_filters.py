"""Which warnings are errors in the tests: those of the library, not the deprecations of packages it uses."""

from __future__ import annotations

import warnings

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
