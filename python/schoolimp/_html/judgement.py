"""A judgement: for each question what is suggested, possible and decided, what is missing and matters, the reasons; then the criteria and what was read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .answers import decided, possible, suggested, titles_for
from .badges import result
from .markup import Html, join, tag
from .parts import bounded, count, date, fold, heading, items, more, short, table
from .readings import cell_name, missing_words, value_words
from .style import fragment
from .titles import Titles

if TYPE_CHECKING:
    from ..judgement import Answer, Comparison, CriterionResult, Judgement

__all__ = ["judgement_html"]

_WORDS = {"==": "is", "!=": "is not", ">=": "at least", "<=": "at most", ">": "above", "<": "below", "in": "one of"}


def judgement_html(judgement: Judgement, titles: Titles | None = None, school: str = "") -> str:
    """Return a judgement as an HTML fragment, with the titles given or those of the library, and the school's name where it is known."""
    members = judgement._members()
    titles = titles or titles_for(judgement)
    name = f"{school} ({judgement.school})" if school else f"School {judgement.school}"
    framework = f"{members['framework_id']} {members['framework_edition']}"
    as_of = f"what was the case by {date(judgement.valid)} and recorded by {date(judgement.known_by)}"
    cells = f"{count(judgement.known, 'cell')} of evidence known, {judgement.missing:,} missing"
    return fragment(
        f"Judgement of {school or 'school'} {judgement.school}",
        heading(name, f"Framework {framework}; {as_of}; {cells}. Levels are suggested by the evidence and decided by people."),
        titles.note(),
        _levels(judgement, titles),
        _answers(judgement, titles),
        _criteria(judgement, titles),
        _readings(judgement, titles),
    )


def _levels(judgement: Judgement, titles: Titles) -> Html:
    rows = [
        (short(titles.title("judgements", answer.judgement)), suggested(answer, titles), possible(answer, titles), decided(judgement, answer, titles))
        for answer in judgement.answers
    ]
    return table("Levels", ["Question", "Suggested", "Possible", "Decided"], rows, see="judgement.answers", budget=20_000)


def _answers(judgement: Judgement, titles: Titles) -> Html:
    shown, left_out = bounded([_answer(judgement, answer, titles) for answer in judgement.answers], 20, 40_000)
    return join(*shown, more(left_out, "judgement.answers"))


def _answer(judgement: Judgement, answer: Answer, titles: Titles) -> Html:
    """What is missing and matters comes first, for it is what people can do something about."""
    several = f": {short(titles.title('judgements', answer.judgement))}" if len(judgement.answers) > 1 else ""
    missing = [judgement.readings[place] for place in answer.missing_that_matters]
    rows = [(cell_name(reading, titles), missing_words(reading.missing)) for reading in missing]
    see = f"judgement.answer({answer.judgement!r})"
    wanted = (
        table("Missing values that can still change the level", ["Value", "Why it is missing"], rows, see=f"{see}.missing_that_matters", most=25, budget=15_000)
        if rows
        else ""
    )
    settled = (
        tag("p", f"No missing value can change this level{several}.", class_="si-about")
        if len(answer.possible) == 1 and answer.possible_is_exact and not rows
        else ""
    )
    return join(
        settled,
        fold(f"Missing and matters ({len(missing):,}){several}", wanted, open=answer.suggested is None),
        fold(f"Reasons ({len(answer.reasons):,}){several}", items(answer.reasons, see=f"{see}.reasons", most=30, budget=15_000)),
    )


def _criteria(judgement: Judgement, titles: Titles) -> Html:
    counts = Counter(criterion.result for criterion in judgement.criteria)
    words = ", ".join(f"{counts[word]} {word.replace('_', ' ')}" for word in ("met", "not_met", "unknown", "not_applicable") if counts[word])
    rows = [
        (short(titles.title("criteria", criterion.id), 200), result(criterion.result), _compared(judgement, criterion, titles))
        for criterion in judgement.criteria
    ]
    made = table("Criteria", ["Criterion", "Result", "Values compared"], rows, see="judgement.criteria", budget=80_000) if rows else ""
    return fold(f"Criteria ({words})", made)


def _compared(judgement: Judgement, criterion: CriterionResult, titles: Titles) -> Html:
    lines = [_comparison(comparison) for comparison in criterion.comparisons] or _waiting(judgement, criterion, titles)
    shown, left_out = bounded([tag("li", line) for line in lines], 6, 4_000)
    return join(tag("ul", *shown) if shown else "", f"and {left_out} more" if left_out else "")


def _waiting(judgement: Judgement, criterion: CriterionResult, titles: Titles) -> list[Html]:
    return [join("waits for ", short(cell_name(judgement.readings[place], titles), 200)) for place in criterion.waiting_for]


def _comparison(comparison: Comparison) -> Html:
    """The comparison as written, the values where one of them is more than what is written, and the result."""
    says_more = comparison.left or (comparison.right and comparison.right not in comparison.text)
    values = f"{comparison.left or 'unknown'} {_WORDS.get(comparison.comparator, comparison.comparator)} {comparison.right or 'unknown'}"
    compared = f" \u2192 {short(values, 200)}: " if comparison.comparator and says_more else ": "
    return join(tag("code", short(comparison.text, 200)), compared, comparison.result.replace("_", " "))


def _readings(judgement: Judgement, titles: Titles) -> Html:
    rows = list(_read(judgement, titles))
    made = table("Evidence read", ["Value of", "Is", "Source"], rows, see="judgement.readings", most=60, budget=20_000) if rows else ""
    return fold(f"Evidence read ({count(len(rows), 'cell')} with a value)", made)


def _read(judgement: Judgement, titles: Titles) -> Iterator[tuple[str, str, str]]:
    for reading in judgement.readings:
        if reading.value:
            yield cell_name(reading, titles), value_words(reading), reading.source
