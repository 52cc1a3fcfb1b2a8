"""Many judgements together: found by school, chosen by level, given out as a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, SupportsIndex, overload

from . import _core, _table_out

if TYPE_CHECKING:
    from .judgement import Answer, Judgement

__all__ = ["Judgements"]


class Judgements(tuple["Judgement", ...]):
    """Judgements in an order, usually that of a trust's schools; what :func:`judge_all` returns.

    It is a tuple, and can do what tuples do; besides, ``judgements["100001"]`` is that of a school. Made of any judgements by ``Judgements(...)``.

    As a table it is :meth:`to_table`, which every library takes; given the judgements themselves, libraries would see a tuple.
    """

    __slots__ = ()

    @property
    def schools(self) -> tuple[str, ...]:
        """Ids of the schools, in order."""
        return tuple(judgement.school for judgement in self)

    @overload
    def __getitem__(self, place: str | SupportsIndex) -> Judgement: ...
    @overload
    def __getitem__(self, place: slice) -> Judgements: ...
    def __getitem__(self, place: str | SupportsIndex | slice) -> Judgement | Judgements:
        """Return the judgement at a position or of a school, or those of a slice.

        Raises
        ------
        KeyError
            When no judgement is of the school, or several are.
        IndexError
            When there is no such position.
        """
        if isinstance(place, str):
            return self._of(place)
        if isinstance(place, slice):
            return Judgements(super().__getitem__(place))
        return super().__getitem__(place)

    def _of(self, school: str) -> Judgement:
        places = [place for place, id in enumerate(self.schools) if id == school]
        if len(places) == 1:
            return super().__getitem__(places[0])
        if places:
            raise KeyError(f"{len(places)} judgements are of the school {school!r}: at {', '.join(map(str, places[:5]))}; name one by its position")
        import difflib  # Only when something went wrong: importing the package stays quick.

        near = difflib.get_close_matches(school, self.schools, n=1)
        raise KeyError(f"no judgement of the school {school!r}; " + (f"did you mean {near[0]!r}" if near else f"there are {len(self)} judgements"))

    def where(
        self,
        judgement: str | None = None,
        *,
        suggested: str | None = None,
        possible: str | None = None,
        decided: str | None = None,
        settled: bool | None = None,
        criteria: Mapping[str, str] | None = None,
    ) -> Judgements:
        """Return those judgements for which everything given holds, in their order.

        Parameters
        ----------
        judgement : str, optional
            Id of the question the levels are of; the main one when absent.
        suggested, possible, decided : str, optional
            Id of a level: that suggested, one of those possible, that people decided.
        settled : bool, optional
            Whether any level is suggested.
        criteria : mapping of str to str, optional
            Ids of criteria, each with its result: ``met``, ``not_met``, ``unknown`` or ``not_applicable``.

        Raises
        ------
        KeyError
            When the framework has no such question or criterion.
        """
        wanted = dict(criteria or {})

        def holds(each: Judgement) -> bool:
            answer, decision = each.answer(judgement), each.decided(judgement)
            results = {criterion.id: criterion.result for criterion in each.criteria}
            return (
                suggested in (None, answer.suggested)
                and (possible is None or possible in answer.possible)
                and (decided is None or (decision is not None and decision.level == decided))
                and settled in (None, answer.suggested is not None)
                and all(_result(results, id) == result for id, result in wanted.items())
            )

        return Judgements(each for each in self if holds(each))

    def to_table(self) -> _core.Table:
        """Return one row for each school and question, in order, as a table with ``__arrow_c_stream__``.

        ``school``, ``judgement`` (the question), ``scale``; ``suggested`` and ``decided``, ids of levels, null where there is none; ``possible``, ids of
        levels in the order of the scale with a blank between; ``not_applicable`` and ``only_possible``, as of :class:`Answer`; ``known`` and
        ``missing``, how many of the school's own cells have a value and have none; ``criteria_met``, ``criteria_not_met``, ``criteria_unknown`` and
        ``criteria_not_applicable``, how many of the school's criteria.
        """
        rows = [(each, answer, Counter(criterion.result for criterion in each.criteria)) for each in self for answer in each.answers]
        return _core.Table.from_columns({name: (kind, [value(*row) for row in rows]) for name, (kind, value) in _COLUMNS.items()})

    def to_arrow(self) -> Any:
        """Return :meth:`to_table` as a ``pyarrow.Table``. Raises ImportError when pyarrow is not installed."""
        return _table_out.to_arrow(self.to_table())

    def to_pandas(self) -> Any:
        """Return :meth:`to_table` as a ``pandas.DataFrame``. Raises ImportError when pandas, or pyarrow, which it reads tables with, is not installed."""
        return _table_out.to_pandas(self.to_table())

    def to_polars(self) -> Any:
        """Return :meth:`to_table` as a ``polars.DataFrame``. Raises ImportError when Polars is not installed."""
        return _table_out.to_polars(self.to_table())

    def _repr_html_(self) -> str:
        """Return what notebooks show; docs/notebooks.md."""
        from ._html.judgements import judgements_html

        return judgements_html(self)

    def __repr__(self) -> str:
        return f"<schoolimp.Judgements schools={len(self)}>"


def _result(results: Mapping[str, str], id: str) -> str:
    if id not in results:
        import difflib  # Only when something went wrong: importing the package stays quick.

        near = difflib.get_close_matches(id, results, n=1)
        raise KeyError(f"no criterion {id!r} in the framework; " + (f"did you mean {near[0]!r}" if near else f"it has: {', '.join(results) or 'none'}"))
    return results[id]


def _decided(judgement: Judgement, answer: Answer) -> str | None:
    decision = judgement.decided(answer.judgement)
    return decision.level if decision else None


_Value = Callable[["Judgement", "Answer", Counter[str]], Any]
_COLUMNS: dict[str, tuple[str, _Value]] = {
    "school": ("text", lambda judgement, answer, counts: judgement.school),
    "judgement": ("text", lambda judgement, answer, counts: answer.judgement),
    "scale": ("text", lambda judgement, answer, counts: answer.scale),
    "suggested": ("text", lambda judgement, answer, counts: answer.suggested),
    "possible": ("text", lambda judgement, answer, counts: " ".join(answer.possible)),
    "decided": ("text", lambda judgement, answer, counts: _decided(judgement, answer)),
    "not_applicable": ("truth", lambda judgement, answer, counts: answer.not_applicable),
    "only_possible": ("truth", lambda judgement, answer, counts: answer.only_possible),
    "known": ("whole", lambda judgement, answer, counts: judgement.known),
    "missing": ("whole", lambda judgement, answer, counts: judgement.missing),
    "criteria_met": ("whole", lambda judgement, answer, counts: counts["met"]),
    "criteria_not_met": ("whole", lambda judgement, answer, counts: counts["not_met"]),
    "criteria_unknown": ("whole", lambda judgement, answer, counts: counts["unknown"]),
    "criteria_not_applicable": ("whole", lambda judgement, answer, counts: counts["not_applicable"]),
}
