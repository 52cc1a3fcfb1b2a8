"""The rules all engines apply: criteria ``x<i> >= threshold``, and four categories by how many are met. benchmarks/table_sample.cpp has the same in C++."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

LEVELS = ("first", "second", "third", "fourth")
STATEMENT: dict[str, Any] = {"refs": ["EX-001"], "basis": "stated"}
MOST_CRITERIA = 99  #: A list of conditions has at most 100 parts, and the number in ``at_least`` is one of them.
MOST_COUNTED = 20  #: The greatest number ``at_least`` and ``at_most`` take.


@dataclass(frozen=True)
class Rules:
    """First: all criteria met. Second: four fifths of them, and the gates. Third: half of them. Else fourth.

    The language counts to 20 only, so beyond 40 criteria third is 20 met.
    """

    criteria: int

    @property
    def names(self) -> list[str]:
        """The columns."""
        return [f"x{i}" for i in range(self.criteria)]

    @property
    def thresholds(self) -> list[int]:
        """Of the columns: evenly spread percentages meet three in four on average."""
        return [15 + i * 7 % 21 for i in range(self.criteria)]

    @property
    def most(self) -> int:
        return (4 * self.criteria + 4) // 5

    @property
    def half(self) -> int:
        return min((self.criteria + 1) // 2, MOST_COUNTED)

    @property
    def gates(self) -> range:
        """Criteria without which nobody comes second."""
        return range(min(2, self.criteria))

    def document(self) -> dict[str, Any]:
        """The framework."""
        criteria = [f"c{i}" for i in range(self.criteria)]
        most = f"at_most({self.criteria - self.most}, {', '.join('!' + each for each in criteria)})"  # No more missed than that.
        whens = {"first": " && ".join(criteria), "second": " && ".join([most, *(criteria[i] for i in self.gates)]), "third": f"at_least({self.half}, {', '.join(criteria)})"}
        return {
            "schema": "schoolimp/framework/1",
            "id": "counting",
            "edition": "2026",
            "title": "Counting",
            "scales": [{"id": "category", "title": "Category", "order": "best_first", "levels": [{"id": id, "title": id, **STATEMENT} for id in LEVELS], **STATEMENT}],
            "indicators": [{"id": x, "title": x, "type": "number", "minimum": 0, "maximum": 100, "period": "point", **STATEMENT} for x in self.names],
            "criteria": [{"id": f"c{i}", "title": f"Criterion {i}", "test": f"x{i} >= {least}", **STATEMENT} for i, least in enumerate(self.thresholds)],
            "measures": [
                {
                    "id": "by_count",
                    "title": "Category",
                    "kind": "decision_table",
                    "hit_policy": "FIRST",
                    "scale": "category",
                    "rules": [{"id": f"rule_{level}", "when": when, "then": f"category.{level}", **STATEMENT} for level, when in whens.items()],
                    "otherwise": "category.fourth",
                    **STATEMENT,
                }
            ],
            "judgements": [{"id": "category_of_school", "title": "Category", "scale": "category", "measure": "by_count", **STATEMENT}],
        }
