"""The three levels of an answer: suggested by the evidence, still possible, decided by people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .badges import badge
from .markup import Html, join, tag
from .parts import bounded, date, short
from .titles import Titles, titles_of

if TYPE_CHECKING:
    from ..judgement import Answer, Judgement

__all__ = ["decided", "possible", "suggested", "titles_for"]


def titles_for(judgement: Judgement) -> Titles:
    """Return the titles of the framework the judgement was made with."""
    members = judgement._members()
    return titles_of(members["framework_id"], members["framework_edition"], judgement.framework_hash)


def suggested(answer: Answer, titles: Titles) -> Html:
    """Return the suggested level; in words, when there is none."""
    if answer.not_applicable:
        return badge("\u2013 not applicable")
    if answer.suggested is None:
        return badge("? not settled")
    only = tag("span", "the only possible level", class_="si-muted") if answer.only_possible else ""
    return join(titles.level(answer.scale, answer.suggested), only, by=" ")


def possible(answer: Answer, titles: Titles) -> Html:
    """Return the levels still possible, in the order of the scale."""
    limit = "" if answer.possible_is_exact else tag("span", "there may be fewer: the search stopped at its limit", class_="si-muted")
    shown, left_out = bounded([titles.level(answer.scale, level) for level in answer.possible], 30)
    return join(*shown, f"and {left_out} more" if left_out else "", limit, by=" ") or tag("span", "none", class_="si-muted")


def decided(judgement: Judgement, answer: Answer, titles: Titles) -> Html:
    """Return the level people decided, with day, decider and reason."""
    decision = judgement.decided(answer.judgement)
    if decision is None:
        return tag("span", "nobody has decided", class_="si-muted")
    by = ", ".join(word for word in (titles.who(decision.by) if decision.by else "", decision.person) if word)
    return join(
        titles.level(answer.scale, decision.level),
        short(f"on {date(decision.decided_on)}" + (f" by {by}" if by else "") + (f": {decision.reason}" if decision.reason else "")),
        by=" ",
    )
