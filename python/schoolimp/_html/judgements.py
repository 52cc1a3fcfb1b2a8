"""Many judgements: a table by school."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .answers import decided, possible, suggested, titles_for
from .markup import Html, join
from .parts import count, heading, short, table
from .style import fragment

if TYPE_CHECKING:
    from ..judgement import Judgement
    from ..judgements import Judgements

__all__ = ["judgements_html"]

#: Rows are made for so many schools only; the others are counted.
_FIRST = 100


def judgements_html(judgements: Judgements) -> str:
    """Return judgements as an HTML fragment."""
    shown = judgements[:_FIRST]
    rows = [row for judgement in shown for row in _rows(judgement)]
    columns = ["School", "Question", "Suggested", "Possible", "Decided", "Cells known", "Missing"]
    unshown = sum(len(judgement.answers) for judgement in judgements[_FIRST:])
    made = table("Levels by school", columns, rows, see="judgements.to_table()", most=_FIRST, numbers=[5, 6], total=len(rows) + unshown) if rows else ""
    notes = {titles_for(judgement).note() for judgement in shown}
    about = "Levels are suggested by the evidence and decided by people; a school's reasons are judgements[school]."
    return fragment("Judgements", heading(count(len(judgements), "judgement"), about), join(*sorted(notes)), made)


def _rows(judgement: Judgement) -> Iterator[tuple[str | int | Html, ...]]:
    titles = titles_for(judgement)
    for answer in judgement.answers:
        question = short(titles.title("judgements", answer.judgement))
        levels = suggested(answer, titles), possible(answer, titles), decided(judgement, answer, titles)
        yield judgement.school, question, *levels, judgement.known, judgement.missing
