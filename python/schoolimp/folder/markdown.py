"""Markdown: foreign text in it says what it says and marks nothing up, as in the library's own reports."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .readable import readable

__all__ = ["Markup", "in_markdown", "link", "markdown_table"]

_MARKUP = re.compile(r"[\\`*_\[\]<>|~&]")
_BLOCK = re.compile(r"[#+=]|-(?!\d)|\d+(?=[.)](?: |$))")  # What would begin a heading, list or rule; a negative number may keep its sign.


class Markup(str):
    """A text that is Markdown already."""

    __slots__ = ()


def in_markdown(text: str) -> str:
    """Return a text as it may stand in a line or cell of Markdown: in one line, with every sign that would mark something up escaped."""
    if isinstance(text, Markup):
        return text
    line = readable(" ".join(re.sub(r"[\x00-\x1f\x7f]", " ", text).split()))
    block = _BLOCK.match(line)
    if block is None:
        return _escaped(line)
    mark = block.end() if block[0].isdigit() else 0  # Of "1." the point.
    return f"{_escaped(line[:mark])}\\{line[mark]}{_escaped(line[mark + 1 :])}"


def link(text: str, target: str) -> Markup:
    """Return a link to a file beside; the target is a path made of ids."""
    return Markup(f"[{in_markdown(text)}]({target.replace('%', '%25')})")


def markdown_table(table: Sequence[Sequence[str]]) -> str:
    """Return a Markdown table; the first row names the columns."""
    head, *body = table
    lines = ["| " + " | ".join(head) + " |", "|" + " --- |" * len(head)]
    lines += ["| " + " | ".join(in_markdown(cell) for cell in row) + " |" for row in body]
    return "\n".join(lines) + "\n"


def _escaped(text: str) -> str:
    return _MARKUP.sub(r"\\\g<0>", text)
