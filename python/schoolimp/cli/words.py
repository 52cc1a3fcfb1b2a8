"""Sentences several commands say."""

from __future__ import annotations

from pathlib import Path

from ..folder.readable import readable
from ..folder.store import Written

__all__ = ["counted", "written_line"]


def counted(number: int, noun: str) -> str:
    """Return ``1 plan``, ``2 plans``."""
    return f"1 {noun}" if number == 1 else f"{number} {noun}s"


def written_line(written: Written, output: Path) -> str:
    """Return what was written where, in one line."""
    where = readable(str(output))
    if written.nothing:
        return f"no changes: all {len(written.unchanged)} files in {where} are up to date"
    return f"wrote {len(written.new) + len(written.replaced)} files to {where} ({len(written.new)} new, {len(written.replaced)} replaced, {len(written.unchanged)} as they were)"
