"""A whole page around a fragment: a file to keep or to send."""

from __future__ import annotations

from .markup import Html, tag
from .style import LANGUAGE

__all__ = ["page"]

# The ground of the page is light or dark as that of the fragment is.
_HEAD = '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">'


def page(title: str, fragment: str) -> str:
    """Return a page of one file: nothing is fetched and no script runs. Folds are open, so that print and search find everything."""
    opened = Html(fragment.replace("<details>", "<details open>"))
    head = tag("head", Html(_HEAD), tag("title", title))
    return f"<!DOCTYPE html>\n{tag('html', head, tag('body', tag('main', opened)), lang=LANGUAGE)}\n"
