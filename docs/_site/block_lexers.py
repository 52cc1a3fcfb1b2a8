"""Colours of the code blocks whose language Pygments has no name for."""

from __future__ import annotations

from typing import Any

from pygments.lexers.javascript import JavascriptLexer
from pygments.lexers.special import TextLexer
from sphinx.application import Sphinx


def setup(app: Sphinx) -> dict[str, Any]:
    """Give each of those languages a lexer."""
    app.add_lexer("cel", JavascriptLexer)  # The framework language has the operators and literals of this one.
    app.add_lexer("csv", TextLexer)
    return {"version": "1", "parallel_read_safe": True}
