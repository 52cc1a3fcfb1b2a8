"""A wide table beside a framework: its indicators and groups looked up, its words read as levels, and what the evidence then contradicts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from ._near import did_you_mean
from .errors import InvalidDocumentError, Issue

if TYPE_CHECKING:
    from .evidence import Evidence
    from .frameworks import Framework
    from .levels import Scale
    from .wide_columns import IndicatorColumn

__all__ = ["LevelReader", "check_columns", "contradictions", "kinds", "level_readers"]

#: Reads a word of a column: what it is read as and the rules allowed for, or what is wrong with it.
LevelReader = Callable[[str], "tuple[str, tuple[str, ...]] | Issue"]
Cell = tuple[str, str, str, str, str]  # School, indicator, period, group, day: what an observation is about.


def check_columns(framework: Framework, columns: Mapping[str, IndicatorColumn]) -> list[Issue]:
    """Return an issue for each column whose indicator or group the framework does not have."""
    members = framework._members()
    indicators = [each["id"] for each in members.get("indicators", ())]
    groups = {each["id"]: [member["id"] for member in each["members"]] for each in members.get("dimensions", ())}
    issues: list[Issue] = []
    for name, column in columns.items():
        place = f"option columns, {name!r}"
        if column.indicator not in indicators:
            message = f"framework {framework.id!r} has no indicator {column.indicator!r}"
            issues.append(Issue(place, "unknown_name", message, did_you_mean(column.indicator, indicators, "its indicators are")))
            continue
        dimension = (framework.find_indicator(column.indicator) or {}).get("dimension", "")
        if column.group and column.group not in groups.get(dimension, []):
            what = f"is not a member of dimension {dimension!r}" if dimension else f"is a group, and {column.indicator!r} has none"
            hint = did_you_mean(column.group, groups[dimension], "its members are") if dimension else "leave the group out"
            issues.append(Issue(place, "unknown_group", f"{column.group!r} {what}", hint))
    return issues


def kinds(framework: Framework, columns: Mapping[str, IndicatorColumn]) -> dict[str, tuple[bool, bool]]:
    """Return for each column whether its figures have periods, and whether they have days: an indicator has the one or the other."""
    indicators = {name: framework.find_indicator(column.indicator) or {} for name, column in columns.items()}
    return {name: (each.get("period") != "point", each.get("period") == "point") for name, each in indicators.items()}


def level_readers(framework: Framework, columns: Mapping[str, IndicatorColumn], aliases: Mapping[str, str]) -> dict[str, LevelReader]:
    """Return for each column of levels what reads its words. Raises KeyError when an alias means a level that no scale of them has."""
    scales: dict[str, Scale] = {}
    for name, column in columns.items():
        indicator = framework.find_indicator(column.indicator) or {}
        if indicator.get("type") == "level":
            scales[name] = framework.scale(indicator["scale"])
    known = {level.id for scale in scales.values() for level in scale}
    for alias, level in aliases.items():
        if level not in known:
            raise KeyError(f"aliases[{alias!r}]: no column of the table has levels with {level!r} among them; {did_you_mean(level, known, 'they are')}")
    return {name: _reader(scale, {alias: level for alias, level in aliases.items() if level in scale}) for name, scale in scales.items()}


def _reader(scale: Scale, aliases: Mapping[str, str]) -> LevelReader:
    def read(word: str) -> tuple[str, tuple[str, ...]] | Issue:
        try:
            found = scale.normalise([word], aliases)
        except InvalidDocumentError as failure:
            issue = failure.issues[0]
            hint = "say what it means with aliases=, or with missing= that it stands for no value"
            return Issue("", issue.code, issue.message, f"{issue.hint} {hint[0].upper()}{hint[1:]}" if issue.hint.endswith("?") else hint)
        (level,) = found.levels
        return (level.id if level else word), (found.changed[0].rules if found.changed else ())

    return read


def contradictions(framework: Framework, evidence: Evidence, places: Iterable[tuple[Cell, str]]) -> list[Issue]:
    """Return what of the evidence the framework cannot use, with the cell of the table each observation is of."""
    from .evidence import check_evidence

    found = [issue for issue in check_evidence(framework, evidence) if issue.severity == "error"]
    if not found:
        return []
    first: dict[Cell, str] = {}
    for cell, place in places:
        first.setdefault(cell, place)
    rows = evidence.observations
    issues = []
    for issue in found:
        row = rows[_position(issue.pointer.split("/"))]
        day = row.observed_on.isoformat() if row.observed_on else ""
        place = first.get((row.school, row.indicator, row.period, row.group, day), issue.pointer)
        word = row.value if issue.code == "wrong_type" and isinstance(row.value, str) else None
        hint = issue.hint if word is None else f"say with missing={{{word!r}: ...}} why there is no value, or {issue.hint or 'correct the cell'}"
        issues.append(Issue(place, issue.code, issue.message, hint, issue.severity))
    return issues


def _position(pointer: Sequence[str]) -> int:
    return int(pointer[2])  # /observations/<position>/<member>
