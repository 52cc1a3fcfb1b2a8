"""An engine with its data in place, ready to be run again and again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .answers import Answers


@dataclass
class Engine:
    """One line of a table of times."""

    name: str
    says: str  #: What it answers, in words.
    run: Callable[[], Any]  #: What is timed.
    answers: Callable[[Any], Answers] | None = None  #: What `run` gave, to be compared; None for the read floor, which compares itself.
    rows: int | None = None  #: When it judges the first rows only.
    seconds: Callable[[], float] | None = None  #: Instead of timing `run` here: seconds of a run in another process.
