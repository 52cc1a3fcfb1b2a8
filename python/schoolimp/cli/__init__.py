"""The command line ``schoolimp``; ``docs/command-line.md`` describes it."""

from __future__ import annotations

from .main import main

__all__ = ["main"]
