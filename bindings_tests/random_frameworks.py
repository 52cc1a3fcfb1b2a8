"""Random small frameworks that use everything the language has, random rows of cells for them, and the evidence that says the same as a row.

    sample = random_framework(seed)
    row = random_row(sample.cells, random.Random(1))     # cell name -> value, None (unknown) or NOT_APPLICABLE
    judgement = judge_row(si.Framework.from_dict(sample.document), sample.cells, row)

Values lie on a coarse grid around the thresholds, so that comparisons are often met exactly.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from random_rows import (  # Also for those who import this module alone.
    BACK,
    DATES,
    NOT_APPLICABLE,
    NUMBERS,
    PHASES,
    TEXTS,
    VALID,
    Cell,
    Row,
    benchmarks_of,
    cell_name,
    cells_of,
    cells_read,
    cells_with_history,
    evidence_of,
    judge_row,
    random_row,
    random_value,
    trust_of,
)

__all__ = [
    "BACK",
    "COMPARATORS",
    "DATES",
    "NOT_APPLICABLE",
    "NUMBERS",
    "PHASES",
    "SCALES",
    "STATED",
    "TEXTS",
    "VALID",
    "Cell",
    "Row",
    "Sample",
    "benchmarks_of",
    "cell_name",
    "cells_of",
    "cells_read",
    "cells_with_history",
    "evidence_of",
    "judge_row",
    "random_framework",
    "random_row",
    "random_value",
    "trust_of",
]

SCALES = {"grade": ("best_first", ["a", "b", "c", "d"]), "rag": ("worst_first", ["red", "amber", "green"]), "sort": ("none", ["x1", "x2", "x3"])}
COMPARATORS = ["==", "!=", "<", "<=", ">", ">="]
STATED = {"refs": ["T-001"], "basis": "stated"}


@dataclass
class Sample:
    """A framework document and the cells it may read."""

    document: dict[str, Any]
    cells: list[Cell]


@dataclass
class _Scope:
    depth: int
    back: int
    grouped: bool = False  #: Inside any, all or share.

    def inner(self, back: int = 0, grouped: bool = False) -> _Scope:
        return _Scope(self.depth - 1, self.back - back, self.grouped or grouped)


@dataclass
class _Definition:
    id: str
    type: str
    reach: int


@dataclass
class _Maker:
    rng: random.Random
    reach: int = 0
    defined: list[_Definition] = field(default_factory=list)
    made: list[dict[str, Any]] = field(default_factory=list)  #: The indicators.

    # --- vocabulary

    def indicators(self) -> list[dict[str, Any]]:
        made = [self.indicator(f"n{i}", "number") for i in range(1, 5)]
        made += [self.indicator(f"p{i}", "number", dimension="subject") for i in (1, 2)]
        made += [self.indicator(f"b{i}", "boolean") for i in (1, 2)]
        made += [self.indicator(f"l{i}", "level", scale=scale) for i, scale in ((1, "grade"), (2, "grade"), (3, "rag"), (4, "sort"))]
        made += [self.indicator("t1", "text"), self.indicator("d1", "date")]
        return made

    def indicator(self, id: str, type: str, **members: str) -> dict[str, Any]:
        made: dict[str, Any] = {"id": id, "title": f"Indicator {id}", "type": type, "period": self.rng.choice(["school_year", "term", "point"]), **members, **STATED}
        if type == "number" and self.rng.random() < 0.7:
            made["minimum"], made["maximum"] = self.rng.choice([(0, 100), (-20, 20), (Decimal("0.5"), 50)])
        return made

    # --- expressions: each gives the text; self.reach grows with how far it looks back

    def of(self, type: str, scope: _Scope) -> str:
        if type == "number":
            return self.number(scope)
        if type == "boolean":
            return self.condition(scope)
        if type == "text":
            return self.text(scope)
        if type == "date":
            return self.date(scope)
        return self.level(type, scope)

    def pick(self, *ways: Any) -> str:
        return str(self.rng.choice(ways)())

    def named(self, type: str, scope: _Scope) -> str | None:
        """A measure or criterion of this type."""
        fitting = [each for each in self.defined if each.type == type and each.reach <= scope.back]
        if not fitting:
            return None
        chosen = self.rng.choice(fitting)
        self.look_back(BACK - scope.back + chosen.reach)
        return chosen.id

    def look_back(self, reach: int) -> None:
        self.reach = max(self.reach, reach)

    def earlier(self, type: str, scope: _Scope) -> str:
        n = self.rng.randint(1, min(2, scope.back))
        self.look_back(BACK - scope.back + n)
        inside = self.of(type, scope.inner(n))
        return f"prior({inside})" if n == 1 else f"prior({inside}, {n})"

    def chosen(self, type: str, scope: _Scope) -> str:
        inner = scope.inner()
        ways = [
            lambda: f"({self.condition(inner)} ? {self.of(type, inner)} : {self.of(type, inner)})",
            lambda: f"or_else({self.of(type, inner)}, {self.of(type, inner)})",
        ]
        if scope.back > 0 and not scope.grouped:
            ways.append(lambda: self.earlier(type, scope))
        return self.pick(*ways)

    def extreme(self, type: str, scope: _Scope) -> str:
        parts = ", ".join(self.of(type, scope.inner()) for _ in range(self.rng.choice([2, 2, 3, 9])))
        return f"{self.rng.choice(['min', 'max'])}({parts})"

    def plain_number(self, scope: _Scope) -> str:
        if scope.grouped and self.rng.random() < 0.6:
            return self.rng.choice(["p1", "p2"])
        return self.pick(
            lambda: self.rng.choice(["n1", "n2", "n3", "n4"]),
            lambda: self.rng.choice(["n1", "n2", "n3", "n4"]),
            lambda: self.rng.choice(["p1", "p2", "p1['maths']", "p2['reading']"]),
            lambda: self.rng.choice(NUMBERS),
            lambda: "school.pupils",
        )

    def figure(self, scope: _Scope) -> str:
        """A number without a unit."""
        return self.rng.choice(["p1", "p2", "n1", "n2"] if scope.grouped else ["n1", "n2", "n3", "n4", "p1"])

    def number(self, scope: _Scope) -> str:
        if scope.depth <= 0:
            return self.plain_number(scope)
        inner = scope.inner()
        ways = [
            lambda: self.plain_number(scope),
            lambda: self.named("number", scope) or self.plain_number(scope),
            lambda: f"({self.number(inner)} {self.rng.choice(['+', '-'])} {self.number(inner)})",
            lambda: f"({self.number(inner)} * {self.rng.choice(NUMBERS)})",
            lambda: f"({self.plain_number(inner)} * {self.figure(inner)})",
            lambda: f"({self.plain_number(inner)} / {self.figure(inner)})",
            lambda: f"({self.number(inner)} / {self.rng.choice(NUMBERS)})",
            lambda: f"abs({self.number(inner)})",
            lambda: f"-{self.plain_number(inner)}",
            lambda: f"round({self.number(inner)}, {self.rng.randint(0, 3)})",
            lambda: self.extreme("number", scope),
            lambda: f"count({', '.join(self.condition(inner) for _ in range(self.rng.randint(1, 3)))})",
            lambda: self.chosen("number", scope),
        ]
        if scope.back > 0 and not scope.grouped:
            ways += [lambda: self.over_periods("mean", "number", scope), lambda: self.over_periods("years", "boolean", scope), lambda: self.change(scope)]
            ways.append(lambda: self.national(scope))
        return self.pick(*ways)

    def over_periods(self, function: str, type: str, scope: _Scope) -> str:
        n = self.rng.randint(1, min(3, scope.back + 1))
        self.look_back(BACK - scope.back + n - 1)
        return f"{function}({n}, {self.of(type, scope.inner(n - 1))})"

    def change(self, scope: _Scope) -> str:
        self.look_back(BACK - scope.back + 1)
        return f"change({self.number(scope.inner(1))})"

    def national(self, scope: _Scope) -> str:
        fitting = [each["id"] for each in self.made if each["type"] == "number" and each["period"] == "school_year"]
        return f"national({self.rng.choice(fitting)})" if fitting else self.plain_number(scope)

    def level(self, scale: str, scope: _Scope) -> str:
        indicators = {"grade": ["l1", "l2"], "rag": ["l3"], "sort": ["l4"]}[scale]
        plain = [lambda: self.rng.choice(indicators), lambda: f"{scale}.{self.rng.choice(SCALES[scale][1])}"]
        if scope.depth <= 0:
            return self.pick(*plain)
        ways = [*plain, plain[0], lambda: self.named(scale, scope) or self.pick(*plain), lambda: self.chosen(scale, scope)]
        if scale != "sort":
            ways.append(lambda: self.extreme(scale, scope))
        if scale == "rag":
            ways.append(lambda: f"map_level(to_rag, {self.level('grade', scope.inner())})")
        return self.pick(*ways)

    def text(self, scope: _Scope) -> str:
        return self.rng.choice(["t1", "t1", "school.type"]) if scope.depth <= 0 or self.rng.random() < 0.7 else self.chosen("text", scope)

    def date(self, scope: _Scope) -> str:
        plain = [lambda: "d1", lambda: "school.joined", lambda: f"date('{self.rng.choice(DATES)}')", lambda: f"observed_on({self.rng.choice(self.made)['id']})"]
        if scope.depth <= 0:
            return self.pick(*plain)
        return self.pick(*plain, lambda: self.extreme("date", scope), lambda: self.chosen("date", scope))

    def comparison(self, scope: _Scope) -> str:
        inner = scope.inner()
        compare = self.rng.choice(COMPARATORS)
        ordered = self.rng.choice(["grade", "rag"])
        return self.pick(
            lambda: f"{self.number(inner)} {compare} {self.rng.choice(NUMBERS)}",
            lambda: f"{self.number(inner)} {compare} {self.number(inner)}",
            lambda: f"{self.plain_number(inner)} in [{', '.join(self.rng.sample(NUMBERS, 3))}]",
            lambda: f"{self.level(ordered, inner)} {compare} {self.level(ordered, inner)}",
            lambda: f"{self.level('sort', inner)} {self.rng.choice(['==', '!='])} {self.level('sort', inner)}",
            lambda: f"{self.level('grade', inner)} in [grade.a, grade.c]",
            lambda: f"{self.date(inner)} {compare} {self.date(inner)}",
            lambda: f"{self.text(inner)} {self.rng.choice(['==', '!='])} {self.quoted(self.rng.choice(TEXTS))}",
            lambda: f"{self.text(inner)} in [{', '.join(self.quoted(text) for text in self.rng.sample(TEXTS, 2))}]",
            lambda: f"school.phase == '{self.rng.choice(PHASES)}'",
        )

    @staticmethod
    def quoted(text: str) -> str:
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"

    def condition(self, scope: _Scope) -> str:
        if scope.depth <= 0:
            plain = self.rng.choice(["p1", "p2"]) if scope.grouped else self.rng.choice(["n1", "n2", "n3", "n4"])
            return self.pick(lambda: self.rng.choice(["b1", "b2"]), lambda: f"{plain} {self.rng.choice(COMPARATORS)} {self.rng.choice(NUMBERS)}")
        inner = scope.inner()
        ways = [
            lambda: self.comparison(scope),
            lambda: self.comparison(scope),
            lambda: self.named("boolean", scope) or self.comparison(scope),
            lambda: "(" + " && ".join(self.condition(inner) for _ in range(self.rng.randint(2, 3))) + ")",
            lambda: "(" + " || ".join(self.condition(inner) for _ in range(self.rng.randint(2, 3))) + ")",
            lambda: f"!({self.condition(inner)})",
            lambda: self.threshold(inner),
            lambda: f"{self.rng.choice(['known', 'applicable'])}({self.of(self.rng.choice(['number', 'boolean', 'grade', 'date']), inner)})",
            lambda: f"({self.condition(inner)}) {self.rng.choice(['==', '!='])} ({self.condition(inner)})",
            lambda: self.chosen("boolean", scope),
        ]
        if scope.back > 0 and not scope.grouped:
            ways.append(lambda: self.over_periods("every", "boolean", scope))
        if not scope.grouped:
            ways += [lambda: self.over_members(scope), lambda: f"share(subject, {self.member(scope)}) {self.rng.choice(COMPARATORS)} {self.rng.choice(['33', '50', '66.666666666667', '100'])}"]
        return self.pick(*ways)

    def threshold(self, scope: _Scope) -> str:
        count = self.rng.randint(1, 4)
        function = self.rng.choice(["at_least", "at_most", "exactly"])
        n = self.rng.randint(1 if function == "at_least" else 0, count)
        return f"{function}({n}, {', '.join(self.condition(scope) for _ in range(count))})"

    def member(self, scope: _Scope) -> str:
        """A condition that is read by the dimension."""
        return f"({self.condition(scope.inner(grouped=True))}) && p1 {self.rng.choice(COMPARATORS)} {self.rng.choice(NUMBERS)}"

    def over_members(self, scope: _Scope) -> str:
        return f"{self.rng.choice(['any', 'all'])}(subject, {self.member(scope)})"

    # --- measures and criteria

    def top(self) -> _Scope:
        return _Scope(depth=self.rng.randint(1, 3), back=BACK)

    def measure(self, id: str) -> dict[str, Any]:
        self.reach = 0
        kinds = [self.expression, self.bands, self.matrix, self.score, self.table, self.table, self.extreme_of]
        if len(self.criteria_so_far()) >= 3:
            kinds.append(self.best_fit)
        type, members = self.rng.choice(kinds)()
        if type in SCALES:
            members["scale"] = type
            if type != "sort" and self.rng.random() < 0.3:
                members["limits"] = [self.limit(type, i) for i in range(self.rng.randint(1, 2))]
        self.defined.append(_Definition(id, type, self.reach))
        return {"id": id, "title": f"Measure {id}", **members, **STATED}

    def criteria_so_far(self) -> list[str]:
        return [each.id for each in self.defined if each.id.startswith("c")]

    def limit(self, scale: str, i: int) -> dict[str, Any]:
        return {"id": f"limit{i}", "when": self.condition(self.top()), self.rng.choice(["at_best", "at_worst"]): f"{scale}.{self.rng.choice(SCALES[scale][1])}", **STATED}

    def expression(self) -> tuple[str, dict[str, Any]]:
        type = self.rng.choice(["number", "number", "boolean", "grade", "rag", "text", "date"])
        return type, {"kind": "expression", "value": self.of(type, self.top())}

    def ranges(self) -> list[dict[str, Any]]:
        edges = sorted(self.rng.sample([Decimal(number) for number in NUMBERS], 3))
        marks = [self.rng.random() < 0.5 for _ in edges]  # Whether the edge belongs to the band below it.
        low = ["(-inf", *(f"{'(' if mark else '['}{edge}" for edge, mark in zip(edges, marks, strict=True))]
        high = [*(f"{edge}{']' if mark else ')'}" for edge, mark in zip(edges, marks, strict=True)), "inf)"]
        levels = self.rng.sample(SCALES["grade"][1], 4)
        return [{"level": level, "range": f"{a}, {b}", **STATED} for level, a, b in zip(levels, low, high, strict=True)]

    def bands(self) -> tuple[str, dict[str, Any]]:
        members: dict[str, Any] = {"kind": "bands", "of": self.number(self.top()), "bands": self.ranges()}
        if self.rng.random() < 0.4:
            members["gaps"] = "unknown"
            del members["bands"][self.rng.randrange(4)]
        if self.rng.random() < 0.4:
            members["variants"] = [{"when": self.condition(self.top()), "bands": self.ranges(), **STATED} for _ in range(self.rng.randint(1, 2))]
        return "grade", members

    def matrix(self) -> tuple[str, dict[str, Any]]:
        to, rows, columns = self.rng.choice(["grade", "rag"]), "rag", "grade"
        cells = {row: {column: self.rng.choice([None, *SCALES[to][1]]) for column in SCALES[columns][1]} for row in SCALES[rows][1]}
        return to, {"kind": "matrix", "rows": self.level(rows, self.top()), "columns": self.level(columns, self.top()), "cells": cells}

    def score(self) -> tuple[str, dict[str, Any]]:
        missing = self.rng.choice(["unknown", "redistribute", "drop", "default"])
        parts = [{"id": f"part{i}", "value": self.number(self.top()), "weight": Decimal(self.rng.choice(["1", "2", "0.5", "1.5", "3"])), **STATED} for i in range(self.rng.randint(1, 4))]
        for part in parts:
            if self.rng.random() < 0.3:
                part["maximum"] = Decimal(self.rng.choice(["4", "10.1", "-1"]))
        members: dict[str, Any] = {"kind": "score", "missing": missing, "parts": parts}
        if missing == "default":
            members["default"] = Decimal(self.rng.choice(["0", "1.5", "-2"]))
        if missing == "redistribute" and self.rng.random() < 0.5:
            members["minimum_known"] = self.rng.randint(1, len(parts))
        if self.rng.random() < 0.4:
            members["round"] = self.rng.randint(0, 2)
        return "number", members

    def table(self) -> tuple[str, dict[str, Any]]:
        policy = self.rng.choice(["FIRST", "FIRST", "UNIQUE", "COLLECT_COUNT"])
        type = "number" if policy == "COLLECT_COUNT" else self.rng.choice(["grade", "rag", "sort", "number", "boolean", "date"])
        rules: list[dict[str, Any]] = [{"id": f"rule{i}", "when": self.condition(self.top()), **STATED} for i in range(self.rng.randint(1, 4))]
        members: dict[str, Any] = {"kind": "decision_table", "hit_policy": policy, "rules": rules}
        if policy != "COLLECT_COUNT":
            for rule in rules:
                rule["then"] = self.outcome(type)
            if self.rng.random() < 0.7:
                members["otherwise"] = self.outcome(type)
        return type, members

    def outcome(self, type: str) -> str:
        if type in SCALES and self.rng.random() < 0.6:
            return f"{type}.{self.rng.choice(SCALES[type][1])}"
        return self.of(type, self.top())

    def best_fit(self) -> tuple[str, dict[str, Any]]:
        scale = self.rng.choice(["grade", "rag"])
        criteria = self.criteria_so_far()
        levels = [
            {"level": level, "criteria": self.rng.sample(criteria, self.rng.randint(1, min(4, len(criteria)))), **STATED}
            for level in self.rng.sample(SCALES[scale][1], self.rng.randint(2, 3))
        ]
        for each in self.defined:
            if each.id in criteria:
                self.look_back(each.reach)
        members: dict[str, Any] = {"kind": "best_fit", "levels": levels, "missing": self.rng.choice(["unknown", "unknown", "ignore"])}
        if members["missing"] == "ignore" and self.rng.random() < 0.5:
            members["minimum_known"] = self.rng.randint(1, 3 if sum(len(level["criteria"]) for level in levels) >= 3 else 1)
        if self.rng.random() < 0.5:
            members["tie"] = "better"
        return scale, members

    def extreme_of(self) -> tuple[str, dict[str, Any]]:
        scale = self.rng.choice(["grade", "rag"])
        members: dict[str, Any] = {"kind": self.rng.choice(["worst_of", "best_of"]), "of": [self.level(scale, self.top()) for _ in range(self.rng.randint(2, 4))]}
        members["missing"] = self.rng.choice(["unknown", "ignore"])
        if members["missing"] == "ignore" and self.rng.random() < 0.5:
            members["minimum_known"] = self.rng.randint(1, len(members["of"]))
        return scale, members

    def criterion(self, id: str, test: str | None = None) -> dict[str, Any]:
        self.reach = 0
        made = {"id": id, "title": f"Criterion {id}", "test": test or self.condition(self.top()), **STATED}
        if test is None and self.rng.random() < 0.3:
            made["when"] = self.condition(self.top())
        if test is None:
            self.defined.append(_Definition(id, "boolean", self.reach))
        return made

    # --- the document

    def document(self) -> dict[str, Any]:
        self.made = self.indicators()
        criteria, measures = [], []
        for i in range(self.rng.randint(3, 6)):
            criteria.append(self.criterion(f"c{i}"))
            if self.rng.random() < 0.9:
                measures.append(self.measure(f"m{i}"))
        measures.append({"id": "last", "title": "Last", "scale": "grade", "kind": "expression", "value": self.level("grade", self.top()), **STATED})
        self.defined.append(_Definition("last", "grade", 0))
        asked = [each for each in self.defined if each.type in SCALES]
        for each in list(self.defined):
            if not each.id.startswith("c"):
                criteria += [self.criterion(f"{each.id}_{word}", f"{word}({each.id})") for word in ("known", "applicable")]
                criteria.append(self.criterion(f"{each.id}_is", self.about(each)))
        document: dict[str, Any] = {
            "schema": "schoolimp/framework/1",
            "id": "random",
            "edition": "2026",
            "title": "Random framework",
            "scales": [
                {"id": id, "title": id, "order": order, "levels": [{"id": level, "title": level, **STATED} for level in levels], **STATED} for id, (order, levels) in SCALES.items()
            ],
            "dimensions": [{"id": "subject", "title": "Subject", "members": [{"id": id, "title": id} for id in ("reading", "maths", "writing")], **STATED}],
            "crosswalks": [self.crosswalk()],
            "indicators": self.made,
            "criteria": criteria,
            "measures": measures,
            "judgements": [{"id": each.id, "title": f"Question {each.id}", "scale": each.type, "measure": each.id, **STATED} for each in asked[-3:]],
        }
        if self.rng.random() < 0.3:
            document["applies_to"] = ["primary", "secondary"]
        return document

    def crosswalk(self) -> dict[str, Any]:
        lines = [{"from": level, "to": self.rng.choice([None, *SCALES["rag"][1]]), **STATED} for level in SCALES["grade"][1]]
        return {"id": "to_rag", "title": "To rag", "from": "grade", "to": "rag", "map": lines, **STATED}

    def about(self, measure: _Definition) -> str:
        """A comparison of the measure."""
        if measure.type == "number":
            return f"{measure.id} {self.rng.choice(COMPARATORS)} {self.rng.choice(NUMBERS)}"
        if measure.type == "boolean":
            return measure.id
        if measure.type == "date":
            return f"{measure.id} {self.rng.choice(COMPARATORS)} date('{self.rng.choice(DATES)}')"
        if measure.type == "text":
            return f"{measure.id} == {self.quoted(self.rng.choice(TEXTS))}"
        return f"{measure.id} == {measure.type}.{self.rng.choice(SCALES[measure.type][1])}"


def random_framework(seed: int) -> Sample:
    """Return a framework document, the same for the same seed, and the cells it may read."""
    document = _Maker(random.Random(seed)).document()
    return Sample(document, cells_of(document))
