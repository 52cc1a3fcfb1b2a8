"""Evidence from a table in long form, for :meth:`schoolimp.Evidence.from_table`."""

from __future__ import annotations

from . import _arrow, _core
from ._figures import MOST_PLACES, fits
from ._hints import with_hints
from .errors import InvalidDocumentError, Issue

__all__ = ["long_evidence"]

_MOST_ISSUES = 100
_INFINITE = ("inf", "-inf")


def long_evidence(table: _arrow.TableLike) -> _core.Evidence:
    """Return the observations of a table. Raises InvalidDocumentError with one issue for every row and column that cannot be read."""
    taken = _arrow.taken_in(table)
    issues = _no_figures(taken)
    if issues:
        more = f"; and {len(issues) - 1} more" if len(issues) > 1 else ""
        raise InvalidDocumentError(f"evidence table: {issues[0]}{more}", issues[:_MOST_ISSUES])
    with with_hints(taken.column_names):
        return _core.Evidence.from_table(taken)


def _no_figures(table: _core.Table) -> list[Issue]:
    """Return an issue for each number that is none the library can hold: it would be a missing value there, or a text."""
    from ._arrow_values import texts_of

    kind = dict(zip(table.column_names, table.type_names, strict=True)).get("value", "")
    if not kind or kind.startswith(("bool", "date", "timestamp", "int")):
        return []
    texts = texts_of(table, ["value"])["value"]
    wrong = {text: said for text in set(texts) if text is not None and (said := _trouble(text, kind))}
    if not wrong:
        return []
    return [Issue(f"row {row}, column value", *wrong[text]) for row, text in enumerate(texts) if text in wrong]


def _trouble(text: str, kind: str) -> tuple[str, str, str] | None:
    """Return the code, message and hint of what is wrong with a number; None for one that is right, and for other texts."""
    if text in _INFINITE and kind.startswith("float"):
        return "not_a_number", f"{text} is no figure", "leave the cell empty, or say in column missing why it is missing"
    if fits(text) is False:
        return "out_of_range", f"{text} has more digits than a figure can have: {MOST_PLACES}", "round it"
    return None
