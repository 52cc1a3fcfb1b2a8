"""The commands by name."""

from __future__ import annotations

from .check import check
from .completion import completion
from .frameworks import frameworks
from .options import Command
from .stages import calendar, judge, plan
from .whole import demo, run

__all__ = ["COMMANDS"]

COMMANDS: dict[str, Command] = {
    "frameworks": frameworks,
    "check": check,
    "judge": judge,
    "plan": plan,
    "calendar": calendar,
    "run": run,
    "demo": demo,
    "completion": completion,
}
