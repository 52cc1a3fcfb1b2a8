"""Problems of documents and tables as a list: where, what, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from .badges import badge
from .markup import Html, join, tag
from .parts import count, heading, items, short
from .style import fragment

if TYPE_CHECKING:
    from ..errors import Issue, SchoolImpError

__all__ = ["error_html", "issue_html", "issue_lines"]


def issue_lines(issues: Iterable[Issue], see: str) -> Html:
    """Return the issues as a list; `see` is the expression that gives all of them."""
    return items([_line(issue) for issue in issues], see=see)


def _line(issue: Issue) -> Html:
    sign = badge("! warning", "middle") if issue.severity == "warning" else badge(f"\u2717 {issue.severity}", "worst")
    place = tag("code", short(issue.pointer)) if issue.pointer else "the whole"
    mend = join(" Mend: ", short(issue.hint)) if issue.hint else ""
    return join(sign, " ", place, f": {short(issue.message)}.".replace("..", "."), mend)


def issue_html(issue: Issue) -> str:
    """Return one issue as an HTML fragment."""
    return fragment("Issue", tag("div", _line(issue)))


def error_html(error: SchoolImpError) -> str:
    """Return an exception with its issues as an HTML fragment."""
    name = type(error).__name__
    about = count(len(error.issues), "issue") if error.issues else ""
    return fragment(name, heading(name, about), tag("p", short(str(error.args[0]))), issue_lines(error.issues, "error.issues"))
