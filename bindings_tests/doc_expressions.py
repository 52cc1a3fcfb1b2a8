"""Expressions of the documentation, checked and valued by the language itself."""

from __future__ import annotations

import datetime as dt
import json
import re

import schoolimp as si

DAY = dt.date(2026, 9, 7)
_STATED = {"refs": [], "basis": "assumed", "rationale": "For the test."}
_INDICATORS = [
    {"id": id, "title": id, "type": "number", "unit": "percent", "precision": 2, "polarity": "high_is_good", "period": "school_year", "source": "published", **_STATED}
    for id in ("absence.overall", "ks2.rwm_expected")
]


def framework_members(**members: object) -> dict[str, object]:
    return {"schema": "schoolimp/framework/1", "id": "docs", "edition": "2026.1", "title": "Docs", "indicators": _INDICATORS, **members}


def criterion(id: str, test: str) -> dict[str, object]:
    return {"id": id, "title": id, "test": test, "desired": True, **_STATED}


def checked_expression(text: str) -> str:
    """What checking says of the expression in the second line of the text, at the place its first line names."""
    place, expression = text.splitlines()[:2]
    number = int(place.split("/")[2])
    tests = [criterion(f"c{index}", "absence.overall <= 5") for index in range(number)] + [criterion("mistyped", expression.strip())]
    issues = [issue for issue in si.check_framework(json.dumps(framework_members(criteria=tests))) if issue.severity == "error"]
    return "".join(f"{issue.pointer}: {issue.message} ({issue.hint})\n" for issue in issues)


def has_its_value(line: str) -> bool:
    """Whether the expression gives the value behind it: ``true``, ``false``, ``unknown``, ``not applicable`` or a number."""
    expression, value = (part.strip() for part in line.rsplit("//", 1))
    is_number = re.fullmatch(r"-?\d+(\.\d+)?", value) is not None
    measure = {"id": "m", "title": "m", "kind": "expression", "value": expression, **_STATED}
    members = framework_members(measures=[measure]) if is_number else framework_members(criteria=[criterion("c", expression)])
    framework = si.Framework.from_json(json.dumps(members))
    judgement = si.judge(framework, si.Evidence.from_observations([]), "900001", valid=DAY)
    if is_number:
        return judgement.measures[0].value == value
    words = {"met": "true", "not_met": "false", "unknown": "unknown", "not_applicable": "not applicable"}
    return words[judgement.criteria[0].result] == value
