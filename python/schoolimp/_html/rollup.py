"""A trust as a whole: every school with its level to each question, the schools by level, and the KPIs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .badges import badge, result
from .markup import Html, join
from .parts import count, fold, heading, short, table
from .style import fragment
from .titles import Titles, titles_of

if TYPE_CHECKING:
    from ..judgement import Rollup

__all__ = ["rollup_html"]

Item = Mapping[str, Any]


def rollup_html(rollup: Rollup) -> str:
    """Return a rollup as an HTML fragment."""
    members = rollup._members()
    titles = titles_of(members["framework_id"], members["framework_edition"], members["framework_hash"])
    framework = f"{members['framework_id']} {members['framework_edition']}"
    questions = members.get("judgements", [])
    return fragment(
        "Schools of the trust by level",
        heading(f"{count(len(rollup.schools), 'school')} of the trust", f"Framework {framework}. A decided level stands in place of the suggested one."),
        titles.note(),
        _schools(rollup, questions, titles),
        *(_counts(question, titles) for question in questions),
        _kpis(members.get("kpis", ()), titles),
    )


def _schools(rollup: Rollup, questions: list[Item], titles: Titles) -> Html:
    found = [_levels_by_school(question, titles) for question in questions]
    rows = [(school, *(levels.get(school) or badge("? not settled") for levels in found)) for school in rollup.schools]
    columns = ["School", *(titles.title("judgements", question["judgement"]) for question in questions)]
    return table("Schools and their levels", columns, rows, see="rollup.schools", most=200)


def _scale(question: Item, titles: Titles) -> str:
    return str(titles.find("judgements", question["judgement"]).get("scale", ""))


def _levels_by_school(question: Item, titles: Titles) -> dict[str, Html]:
    scale = _scale(question, titles)
    found: dict[str, Html] = {}
    for level in question.get("levels", ()):
        for how in ("suggested", "decided"):
            found.update({school: join(titles.level(scale, level["level"]), how, by=" ") for school in level.get(how, ())})
    return found


def _counts(question: Item, titles: Titles) -> Html:
    scale = _scale(question, titles)
    rows: list[tuple[object, ...]] = [
        (titles.level(scale, level["level"]), len(level.get("suggested", ())), len(level.get("decided", ()))) for level in question.get("levels", ())
    ]
    rows.append(("not settled", len(question.get("without_level", ())), 0))
    return table(
        f"Schools by level: {short(titles.title('judgements', question['judgement']))}",
        ["Level", "Suggested", "Decided"],
        rows,
        see='rollup.to_dict()["judgements"]',
        numbers=[1, 2],
        budget=20_000,
    )


def _kpis(kpis: list[Item], titles: Titles) -> Html:
    words = ("met", "not_met", "unknown", "not_applicable")
    rows = [(titles.title("kpis", kpi["id"]), result(kpi.get("result", "unknown")), *(len(kpi.get(word, ())) for word in words)) for kpi in kpis]
    columns = ["KPI", "Trust", "Schools: met", "not met", "unknown", "not applicable"]
    made = table("KPIs", columns, rows, see='rollup.to_dict()["kpis"]', numbers=[2, 3, 4, 5], budget=30_000) if rows else ""
    return fold(f"KPIs ({len(rows):,})", made)
