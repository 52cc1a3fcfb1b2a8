"""The calendar's settings as the values :func:`schoolimp.make_calendar` takes."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping
from typing import Any

from .. import _views
from ..calendar import CadenceOverride, KnownEvent, PinnedDate
from .problems import InputError, Problems, did_you_mean
from .settings import SETTINGS_FILE
from .values import ValueProblem, read_date

__all__ = ["calendar_options"]

_ITEMS: dict[str, type[Any]] = {"cadences": CadenceOverride, "pins": PinnedDate, "known_events": KnownEvent}
_WORDS = ("include", "unpin")


def calendar_options(members: Mapping[str, Any], valid: dt.date) -> dict[str, Any]:
    """Return the keyword arguments of a calendar made for ``valid``.

    Raises
    ------
    InputError
        With every member that is not what it should be.
    """
    problems = Problems()
    options: dict[str, Any] = {"from_date": _date(members, "from", problems) or valid}
    for name, cls in _ITEMS.items():
        options[name] = [
            item
            for position, value in enumerate(_list(members, name, problems))
            if (item := _item(cls, value, f"/calendar/{name}/{position}", problems)) is not None
        ]
    for name in _WORDS:
        options[name] = [word for word in _list(members, name, problems) if _is_text(word, f"/calendar/{name}", problems)]
    if _is_text(members.get("trust_school_year", ""), "/calendar/trust_school_year", problems):
        options["trust_school_year"] = members.get("trust_school_year", "")
    options["keep_published"] = _flag(members, "keep_published", True, problems)
    problems.raise_errors(InputError, SETTINGS_FILE)
    return options


def _place(pointer: str) -> str:
    return f"{SETTINGS_FILE}: {pointer}"


def _date(members: Mapping[str, Any], name: str, problems: Problems) -> dt.date | None:
    if name not in members:
        return None
    try:
        return read_date(str(members[name]))
    except ValueProblem as problem:
        problems.error(_place(f"/calendar/{name}"), "wrong_value", str(problem), problem.hint)
        return None


def _list(members: Mapping[str, Any], name: str, problems: Problems) -> list[Any]:
    value = members.get(name, [])
    if isinstance(value, list):
        return value
    problems.error(_place(f"/calendar/{name}"), "wrong_type", "is not a list", "write [ ... ]")
    return []


def _is_text(value: Any, pointer: str, problems: Problems) -> bool:
    if isinstance(value, str):
        return True
    problems.error(_place(pointer), "wrong_type", f"{value!r} is not a text", "put it in quotation marks")
    return False


def _flag(members: Mapping[str, Any], name: str, default: bool, problems: Problems) -> bool:
    value = members.get(name, default)
    if isinstance(value, bool):
        return value
    problems.error(_place(f"/calendar/{name}"), "wrong_type", f"{value!r} is neither true nor false", "write true or false without quotation marks")
    return default


def _item(cls: type[Any], value: Any, pointer: str, problems: Problems) -> Any:
    """Return one dated choice as its class; None with the problem noted."""
    fields = {field.name: field for field in dataclasses.fields(cls)}
    if not isinstance(value, dict):
        problems.error(_place(pointer), "wrong_type", "is not an object", "write {...} with members " + ", ".join(fields))
        return None
    unknown = [name for name in value if name not in fields]
    for name in unknown:
        problems.error(
            _place(f"{pointer}/{name}"),
            "unknown_member",
            f'"{name}" is not a member here',
            did_you_mean(name, fields, "members are " + ", ".join(fields)),
        )
    absent = [name for name, field in fields.items() if field.default is dataclasses.MISSING and name not in value]
    for name in absent:
        problems.error(_place(pointer), "missing_member", f'"{name}" is missing', f"add the member {name}")
    if unknown or absent:
        return None
    try:
        return _views.view(cls, value)
    except (TypeError, ValueError, AttributeError) as failure:
        problems.error(
            _place(pointer), "wrong_value", f"cannot be used: {failure}", "dates are written YYYY-MM-DD; docs/command-line.md shows the members"
        )
        return None
