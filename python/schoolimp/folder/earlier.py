"""What earlier runs left in the output folder: judgements to compare with, plans to revise, the calendar whose events are kept."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import schoolimp as si

from ..errors import Issue
from .documents import read_document
from .names import file_name
from .problems import InputError, Problems

__all__ = ["Earlier", "load_earlier"]

Read = TypeVar("Read")


@dataclass(frozen=True)
class Earlier:
    """Documents of the last run, by school id. ``plans_left`` are plans of schools that are no longer in the trust."""

    judgements: Mapping[str, si.Judgement] = field(default_factory=dict)
    plans: Mapping[str, si.Plan] = field(default_factory=dict)
    plans_left: Mapping[str, si.Plan] = field(default_factory=dict)
    calendar: si.Calendar | None = None
    schools: frozenset[str] | None = None  #: Schools of the last run; None when that cannot be told.
    unread: frozenset[str] = frozenset()  #: Schools of the trust whose judgement is there but cannot be read.
    notices: tuple[Issue, ...] = ()

    @property
    def nothing(self) -> bool:
        """True before the first run."""
        return not self.judgements and not self.plans and self.calendar is None


def load_earlier(folder: Path, trust: si.Trust, *, plans: bool = True, calendar: bool = True) -> Earlier:
    """Read what stands in an output folder; plans and calendar only where they are worked on.

    Plans and the calendar hold what people did and what was published: when one cannot be read nothing goes on. Judgements are made anew each time; a
    broken one is only noted.

    Raises
    ------
    InputError
        When a plan or the calendar cannot be read, or a plan's file holds another school's plan.
    """
    problems = Problems()
    schools = [school.id for school in trust.schools]
    found = _plans_of(folder / "plans", schools, problems) if plans else {}
    left = _plans_left(folder / "plans", schools, problems) if plans else {}
    published = _if_there(folder / "calendar.json", si.Calendar.from_json, problems, "calendar") if calendar else None
    problems.raise_errors(InputError, f"{folder}: results of an earlier run")
    judgements = _judgements(folder / "judgements", problems)
    unread = frozenset(school for school in schools if school not in judgements and _is_there(folder / "judgements" / f"{file_name(school)}.json"))
    return Earlier(judgements, found, left, published, _schools(folder / "rollup.json"), unread, problems.warnings)


def _if_there(path: Path, parse: Callable[[str], Read], problems: Problems, kind: str = "") -> Read | None:
    return read_document(path, parse, problems, kind) if _is_there(path) else None


def _is_there(path: Path) -> bool:
    """Whether anything has this name. A link that leads nowhere is something: what it led to may come back, and must not be replaced."""
    return os.path.lexists(path)


def _plans_of(folder: Path, schools: Iterable[str], problems: Problems) -> dict[str, si.Plan]:
    plans = {}
    for school in schools:
        path = folder / f"{file_name(school)}.json"
        plan = _if_there(path, si.Plan.from_json, problems, "plan")
        if plan is not None and plan.school != school:
            problems.error(
                str(path),
                "other_school",
                f'holds the plan of school "{plan.school}", not of "{school}"',
                f"name the file {file_name(plan.school)}.json",
            )
        elif plan is not None:
            plans[school] = plan
    return plans


def _plans_left(folder: Path, schools: Iterable[str], problems: Problems) -> dict[str, si.Plan]:
    """Plans of schools that left; they are kept as they are."""
    expected = {f"{file_name(school)}.json" for school in schools}
    noted = Problems()
    left = {}
    for path in sorted(folder.glob("*.json")):
        if path.name in expected:
            continue
        plan = read_document(path, si.Plan.from_json, noted)
        if plan is not None and f"{file_name(plan.school)}.json" in expected:
            problems.warning(
                str(path),
                "not_read",
                f'is not read: the plan of school "{plan.school}" is {file_name(plan.school)}.json',
                "move the copy out of the folder",
            )
        elif plan is not None:
            left[plan.school] = plan
    _as_warnings(noted, problems, "it is left alone: no school of the trust has this file")
    return left


def _judgements(folder: Path, problems: Problems) -> dict[str, si.Judgement]:
    noted = Problems()
    judgements = {}
    for path in sorted(folder.glob("*.json")):
        judgement = read_document(path, si.Judgement.from_json, noted)
        if judgement is not None:
            judgements[judgement.school] = judgement
    _as_warnings(noted, problems, "the judgement is made again; what changed in it cannot be told")
    return judgements


def _schools(path: Path) -> frozenset[str] | None:
    rollup = _if_there(path, si.Rollup.from_json, Problems())
    return None if rollup is None else frozenset(rollup.schools)


def _as_warnings(noted: Problems, problems: Problems, consequence: str) -> None:
    for issue in noted.issues:
        problems.warning(issue.pointer, issue.code, issue.message, consequence)
