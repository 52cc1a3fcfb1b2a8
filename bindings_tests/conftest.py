"""Shared by all tests: where the project and the published data are, and a small trust that is known by heart."""

from __future__ import annotations

import datetime as dt
import os
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(Path(__file__).resolve().parent))


@pytest.fixture(scope="session")
def root() -> Path:
    """The project."""
    return ROOT


@pytest.fixture(scope="session")
def data() -> Path:
    """Published data; tests that need it say so when it is not there."""
    folder = os.environ.get("SCHOOLIMP_DATA", "")
    if not folder or not Path(folder).is_dir():
        pytest.skip("published data is not here: set SCHOOLIMP_DATA to its folder")
    return Path(folder)


@pytest.fixture(scope="session")
def seeds(data: Path) -> Path:
    """The published models the built-in frameworks describe, beside the data."""
    folder = data.parent / "seeds"
    if not folder.is_dir():
        pytest.skip("the published models are not beside the data: the wording check is left out")
    return folder


@pytest.fixture(scope="session")
def today() -> dt.date:
    """The day the small trust is looked at."""
    return dt.date(2026, 9, 7)
