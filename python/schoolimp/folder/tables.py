"""The table of judgements: one row for each school and question."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass, fields

import schoolimp as si

__all__ = ["PLAN_COLUMNS", "JudgementRow", "csv_text", "judgement_cells", "judgement_rows", "level_title", "level_titles", "plan_cells", "rows_csv", "rows_table"]

_FORMULA = ("=", "+", "-", "@", "\t", "\r")

PLAN_COLUMNS = ("from", "until", "objectives", "actions", "to be agreed")


@dataclass(frozen=True, slots=True)
class JudgementRow:
    """What is known about one school under one question. Levels by their id; possible ones separated by spaces, in the order of the scale."""

    urn: str
    name: str
    judgement: str
    suggested: str
    possible: str
    decided: str
    known: int  #: Cells of evidence with a value, over all questions.
    missing: int


def judgement_rows(judgements: Iterable[si.Judgement], names: Mapping[str, str]) -> list[JudgementRow]:
    """Return the rows of a trust's judgements, in the order of its schools and of the framework's questions."""
    rows = []
    for judgement in judgements:
        for answer in judgement.answers:
            decision = judgement.decided(answer.judgement)
            decided = decision.level if decision is not None else ""
            suggested = "not_applicable" if answer.not_applicable else answer.suggested or ""
            rows.append(
                JudgementRow(
                    judgement.school,
                    names.get(judgement.school, ""),
                    answer.judgement,
                    suggested,
                    " ".join(answer.possible),
                    decided,
                    judgement.known,
                    judgement.missing,
                )
            )
    return rows


def judgement_cells(rows: Iterable[JudgementRow]) -> list[tuple[str | int, ...]]:
    """Return the rows for programs, the line of column names first."""
    return [tuple(field.name for field in fields(JudgementRow)), *(astuple(row) for row in rows)]


def rows_csv(rows: Iterable[JudgementRow]) -> str:
    """Return the rows as CSV with a line of column names."""
    return csv_text(judgement_cells(rows), "\n")


def csv_text(table: Iterable[Sequence[str | int]], line_end: str) -> str:
    """Return rows as CSV, quoted where RFC 4180 asks for it.

    The text is for spreadsheets: a cell they would take for a formula gets an apostrophe before it.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator=line_end)
    writer.writerows(map(_guarded, row) for row in table)
    return text.getvalue()


def _guarded(cell: str | int) -> str | int:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def level_titles(framework: si.Framework) -> dict[tuple[str, str], str]:
    """Return the titles of levels by judgement and level id."""
    titles = {}
    for judgement in framework.judgements:
        rule = framework.find_judgement(judgement) or {}
        scale = framework.find_scale(rule.get("scale", "")) or {}
        for level in scale.get("levels", ()):
            titles[judgement, level["id"]] = level.get("title", level["id"])
    return titles


def level_title(framework: si.Framework, level: str) -> str:
    """Return the title of a level ``scale.level``; the level itself when the framework does not have it."""
    return str((framework.find_level(level) or {}).get("title", level))


def plan_cells(plan: si.Plan) -> tuple[str, ...]:
    """Return what a table of plans says of one, in the order of ``PLAN_COLUMNS``: its days, and how many objectives, actions and open points it has."""
    return str(plan.start), str(plan.end or "open"), str(len(plan.objectives)), str(len(plan.actions)), str(len(plan.to_be_agreed))


def rows_table(rows: Sequence[JudgementRow], framework: si.Framework) -> list[tuple[str, ...]]:
    """Return the rows for people: titles instead of ids, a column for the question only when there are several, the line of names first."""
    titles = level_titles(framework)
    questions = {judgement: (framework.find_judgement(judgement) or {}).get("title", judgement) for judgement in framework.judgements}
    several = len({row.judgement for row in rows}) > 1

    def title(row: JudgementRow, level: str) -> str:
        return titles.get((row.judgement, level), level.replace("_", " "))

    question = ("question",) if several else ()
    table = [("URN", "school", *question, "suggested", "possible", "decided", "known", "missing")]
    for row in rows:
        asked = (questions[row.judgement],) if several else ()
        possible = ", ".join(title(row, level) for level in row.possible.split())
        table.append(
            (
                row.urn,
                row.name,
                *asked,
                title(row, row.suggested) or "-",
                possible or "-",
                title(row, row.decided) or "-",
                str(row.known),
                str(row.missing),
            )
        )
    return table
