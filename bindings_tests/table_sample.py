"""A small framework that reads cells of every type, and four schools as columns of a table."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import schoolimp as si

VALID = dt.date(2026, 9, 1)
BASIS = {"refs": ["EX-001"], "basis": "stated"}
DOCUMENT: dict[str, Any] = {
    "schema": "schoolimp/framework/1",
    "id": "example",
    "edition": "2026",
    "title": "Example",
    "scales": [
        {"id": "need", "title": "Need", "order": "best_first", **BASIS, "levels": [{"id": id, "title": id, **BASIS} for id in ("none", "some", "much")]},
        {
            "id": "grade",
            "title": "Grade",
            "order": "best_first",
            **BASIS,
            "levels": [{"id": id, "title": id, **BASIS} for id in ("outstanding", "good", "requires_improvement", "inadequate")],
        },
    ],
    "indicators": [
        {"id": "absence", "title": "Absence", "type": "number", "minimum": 0, "maximum": 100, "period": "school_year", **BASIS},
        {"id": "pupils", "title": "Pupils", "type": "number", "period": "school_year", **BASIS},
        {"id": "grade_given", "title": "Grade given", "type": "level", "scale": "grade", "period": "point", **BASIS},
        {"id": "academy", "title": "Is an academy", "type": "boolean", "period": "school_year", **BASIS},
        {"id": "opened", "title": "Opened", "type": "date", "period": "school_year", **BASIS},
        {"id": "kind", "title": "Kind", "type": "text", "period": "school_year", **BASIS},
    ],
    "criteria": [
        {"id": "low", "title": "Low absence", "test": "absence <= national(absence)", **BASIS},
        {"id": "good", "title": "Good or better", "test": "grade_given >= grade.good", **BASIS},
        {"id": "small", "title": "Small", "test": "pupils < 210", **BASIS},
        {"id": "settled", "title": "Settled", "test": "academy && opened < date('2020-01-01') && kind == 'infant'", **BASIS},
    ],
    "measures": [
        {"id": "by_all", "title": "By all", "kind": "expression", "scale": "need", "value": "low && good ? need.none : low || good ? need.some : need.much", **BASIS}
    ],
    "judgements": [{"id": "support", "title": "Support needed", "scale": "need", "measure": "by_all", **BASIS}],
}
NATIONAL = {"national(absence)": Decimal("5.2")}
COLUMNS: dict[str, list[Any]] = {
    "urn": [100001, 100002, 100003, 100004],
    "absence": [3.9, 6.25, None, 5.2],
    "pupils": [180, 420, 209, None],
    "grade_given": ["good", "requires_improvement", "outstanding", None],
    "academy": [True, False, None, True],
    "opened": [dt.date(2012, 9, 1), dt.date(2021, 9, 1), None, dt.date(2015, 1, 1)],
    "kind": ["infant", "junior", "infant", "a kind of more than twelve bytes"],
}
SUGGESTED = ["none", "much", None, None]
POSSIBLE = [("none",), ("much",), ("none", "some"), ("none", "some")]


def judge(framework: si.Framework, table: Any, **options: Any) -> si.TableJudgement:
    return si.judge_table(framework, table, **{"valid": VALID, "constants": NATIONAL, "key": "urn", **options})
