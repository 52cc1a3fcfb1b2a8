"""A judged table: how many rows have which level, the first rows, and the rows that failed."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from .badges import badge
from .issues import issue_lines
from .markup import Html, join
from .parts import count, fold, heading, items, short, table
from .style import fragment
from .titles import Titles

if TYPE_CHECKING:
    from ..tables import TableJudgement

__all__ = ["table_judgement_html"]

_FIRST = 10


def table_judgement_html(judged: TableJudgement) -> str:
    """Return what judging a table gave as an HTML fragment."""
    framework = judged.framework
    titles = Titles(framework)
    rows = f"{count(len(judged), 'row')}, {judged.failed:,} failed"
    about = f"{framework.title}, {framework.id} {framework.edition}; {rows}. Levels are suggested by the evidence and decided by people."
    return fragment(
        "Table judged",
        heading("Table judged", about),
        fold(f"Failed rows ({judged.failed:,})", issue_lines(judged.failures, "judged.failures"), open=True),
        *(_counts(judged, judgement, titles) for judgement in framework.judgements),
        _first_rows(judged, titles),
        fold(f"Cells without a column ({len(judged.absent):,}): unknown for every school", items(judged.absent, see="judged.absent", most=60)),
    )


def _scale(titles: Titles, judgement: str) -> str:
    return str(titles.find("judgements", judgement)["scale"])


def _counts(judged: TableJudgement, judgement: str, titles: Titles) -> Html:
    """Rows by level; those without a suggestion told apart, for each of them means something else."""
    from ..tables import RowState

    scale = _scale(titles, judgement)
    levels = Counter(judged.suggested(judgement))
    states = judged.states(judgement)
    failed = sum(RowState.FAILED in state for state in states)
    outside = sum(RowState.NOT_APPLICABLE in state for state in states)
    rows = [(titles.level(scale, level["id"]), levels[level["id"]]) for level in titles.find("scales", scale)["levels"]]
    rows += [(badge("? not settled"), levels[None] - failed - outside), (badge("\u2013 not applicable"), outside), (badge("\u2717 failed"), failed)]
    return table(f"Rows by suggested level: {short(titles.title('judgements', judgement))}", ["Level", "Rows"], rows, see="judged.suggested()", numbers=[1])


def _first_rows(judged: TableJudgement, titles: Titles) -> Html:
    ids = judged.framework.judgements
    rows = [(judged.schools[row] or f"row {row}", *(_answer(judged, judgement, row, titles) for judgement in ids)) for row in range(min(_FIRST, len(judged)))]
    columns = ["School", *(titles.title("judgements", judgement) for judgement in ids)]
    return fold("First rows", table("First rows", columns, rows, see="judged.to_arrow()", total=len(judged))) if rows else Html("")


def _answer(judged: TableJudgement, judgement: str, row: int, titles: Titles) -> Html:
    from ..tables import RowState

    state = judged.states(judgement, row=row)
    if RowState.FAILED in state:
        return badge("\u2717 failed")
    if RowState.NOT_APPLICABLE in state:
        return badge("\u2013 not applicable")
    scale = _scale(titles, judgement)
    level = judged.suggested(judgement, row=row)
    if level is not None:
        return titles.level(scale, level)
    return join(badge("? not settled"), "possible:", *(titles.level(scale, possible) for possible in judged.possible(judgement, row=row)), by=" ")
