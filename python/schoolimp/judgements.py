"""Many judgements together: found by school, chosen by level, given out as a table."""

from __future__ import annotations

import operator
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, NoReturn, SupportsIndex, overload

from . import _core, _table_out
from ._near import did_you_mean

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

    from ._arrow import TableLike
    from .frameworks import Framework
    from .judgement import Answer, Judgement

__all__ = ["Judgements"]


class Judgements(tuple["Judgement", ...]):
    """Judgements in an order, usually that of a trust's schools; what :func:`judge_all` returns.

    It is a tuple, and can do what tuples do; besides, ``judgements["100001"]`` is that of a school. Made of any judgements by ``Judgements(...)``.

    As a table it is :meth:`to_table`, which every library takes; given the judgements themselves, libraries would see a tuple.
    """

    #: Ids of the levels of each question, where the framework is known: what :func:`judge_all` returns has them. Only names are checked with them.
    _levels: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @classmethod
    def _made_with(cls, framework: Framework, judgements: Iterable[Judgement]) -> Judgements:
        return cls(judgements)._knowing(levels_of(framework))

    def _some(self, judgements: Iterable[Judgement]) -> Judgements:
        """Return some of these judgements, whose questions have the same levels."""
        return Judgements(judgements)._knowing(self._levels)

    def _knowing(self, levels: tuple[tuple[str, tuple[str, ...]], ...]) -> Judgements:
        if levels:
            self.__dict__["_levels"] = levels
        return self

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"Judgements do not change: {name!r} cannot be set")

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
            return self._some(super().__getitem__(place))
        try:
            return super().__getitem__(place)
        except IndexError:
            school = str(operator.index(place))
            hint = f"; the school's is found by its id as text: [{school!r}]" if school in self.schools else ""
            raise IndexError(f"there are {len(self)} judgements, and a whole number is a position: {school}{hint}") from None

    def _of(self, school: str) -> Judgement:
        places = [place for place, id in enumerate(self.schools) if id == school]
        if len(places) == 1:
            return super().__getitem__(places[0])
        if places:
            raise KeyError(f"{len(places)} judgements are of the school {school!r}: at {', '.join(map(str, places[:5]))}; name one by its position")
        raise KeyError(f"no judgement of the school {school!r}; {did_you_mean(school, self.schools, 'its schools are')}")

    def where(
        self,
        judgement: str | None = None,
        *,
        suggested: str | None = None,
        possible: str | None = None,
        decided: str | None = None,
        settled: bool | None = None,
        criteria: Mapping[str, str] | None = None,
        framework: Framework | None = None,
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
        framework : Framework, optional
            The one the judgements were made with, which says what levels there are. What :func:`judge_all` returns, and parts of it, know that by themselves;
            ``Judgements(...)`` made of others know of the levels that one of them has suggested, possible or decided.

        Returns
        -------
        Judgements
            In the same order; may be empty.

        Raises
        ------
        KeyError
            When there is no such question, level or criterion; the message names the nearest, or those there are.
        ValueError
            When a result of a criterion is none.
        """
        from ._judgements_where import holding

        wanted = {"suggested": suggested, "possible": possible, "decided": decided}
        levels = levels_of(framework) if framework is not None else self._levels
        return self._some(holding(self, dict(levels), judgement, {name: level for name, level in wanted.items() if level is not None}, settled, criteria or {}))

    def to_table(self) -> _core.Table:
        """Return the judgements as a table with ``__arrow_c_stream__``, which other libraries read.

        Returns
        -------
        table with ``__arrow_c_stream__``
            One row for each school and question, in order: ``school``, ``judgement`` (the question), ``scale``; ``suggested`` and ``decided``, ids of levels, null
            where there is none; ``possible``, ids of levels in the order of the scale with a blank between; ``not_applicable`` and ``only_possible``, as of
            :class:`Answer`; ``known`` and ``missing``, how many of the school's own cells have a value and have none; ``criteria_met``, ``criteria_not_met``,
            ``criteria_unknown`` and ``criteria_not_applicable``, how many of the school's criteria.
        """
        return _table_of((each, answer) for each in self for answer in each.answers)

    @overload
    def join(self, table: pd.DataFrame, on: str, judgement: str | None = None) -> pd.DataFrame: ...
    @overload
    def join(self, table: pl.DataFrame, on: str, judgement: str | None = None) -> pl.DataFrame: ...
    @overload
    def join(self, table: TableLike, on: str, judgement: str | None = None) -> Any: ...
    def join(self, table: Any, on: str, judgement: str | None = None) -> Any:
        """Return a table with the answers of its schools beside its rows: ``suggested``, ``possible`` and all that follow them in :meth:`to_table`.

        Parameters
        ----------
        table
            Any table :func:`judge_table` takes; it stays as it is.
        on : str
            Its column with the schools' ids, text or whole numbers; also the name of an index of pandas.
        judgement : str, optional
            Id of the question; the main one when absent.

        Returns
        -------
        pandas.DataFrame, polars.DataFrame or pyarrow.Table
            Of the library the table is of; pyarrow for all but pandas and Polars. Every row of the table in its order; the answers are null where no
            judgement is of its school. A school may stand in several rows of the table.

        Raises
        ------
        InvalidDocumentError
            When the table has no such column, or has a column of the answers already.
        KeyError
            When the framework has no such question, or several judgements are of the school of a row.
        """
        from ._beside import put_beside

        rows = {school: row for row, school in enumerate(self.schools)}
        repeated = {school for school, count in Counter(self.schools).items() if count > 1}

        def place_of(school: str) -> int | None:
            if school in repeated:
                self._of(school)  # It says where the judgements are.
            return rows.get(school)

        answers = _table_of((each, each.answer(judgement)) for each in self)
        return put_beside(table, on, answers.select([name for name in _COLUMNS if name not in ("school", "judgement", "scale")]), place_of)

    def to_arrow(self) -> Any:
        """Return :meth:`to_table` as a table of pyarrow.

        Returns
        -------
        pyarrow.Table
            The columns of :meth:`to_table`.

        Raises
        ------
        ImportError
            When pyarrow is not installed.
        """
        return _table_out.to_arrow(self.to_table())

    def to_pandas(self) -> pd.DataFrame:
        """Return :meth:`to_table` as a frame of pandas.

        Returns
        -------
        pandas.DataFrame
            The columns of :meth:`to_table`.

        Raises
        ------
        ImportError
            When pandas, or pyarrow, which it reads tables with, is not installed.
        """
        return _table_out.to_pandas(self.to_table())

    def to_polars(self) -> pl.DataFrame:
        """Return :meth:`to_table` as a frame of Polars.

        Returns
        -------
        polars.DataFrame
            The columns of :meth:`to_table`.

        Raises
        ------
        ImportError
            When Polars is not installed.
        """
        return _table_out.to_polars(self.to_table())

    def _repr_html_(self) -> str:
        """Return what notebooks show; docs/notebooks.md."""
        from ._html.judgements import judgements_html

        return judgements_html(self)

    def __repr__(self) -> str:
        return f"<schoolimp.Judgements schools={len(self)}>"


def levels_of(framework: Framework) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the ids of the levels of each question of a framework."""
    rules = {id: framework.find_judgement(id) or {} for id in framework.judgements}
    return tuple((id, tuple(level.id for level in framework.scale(rule["scale"]))) for id, rule in rules.items())


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


def _table_of(answers: Iterable[tuple[Judgement, Answer]]) -> _core.Table:
    rows = [(each, answer, Counter(criterion.result for criterion in each.criteria)) for each, answer in answers]
    return _core.Table.from_columns({name: (kind, [value(*row) for row in rows]) for name, (kind, value) in _COLUMNS.items()})
