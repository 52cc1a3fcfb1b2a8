"""National figures to compare schools with."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from . import _core
from ._document import Document, handle_of

__all__ = ["Benchmark", "Benchmarks"]


@dataclass(frozen=True, slots=True)
class Benchmark:
    """One national figure.

    Attributes
    ----------
    indicator : str
        Id of the indicator; it has the unit.
    period : str
        ``"2018/19"``
    value : int or decimal.Decimal
        The national figure, in the unit of the indicator.
    phase : str
        Phase of the schools it is of; ``all`` for the one used where there is none for the phase.
    group : str
        Member of the indicator's dimension; empty for all pupils.
    source : str
        The table it was read from.
    """

    indicator: str
    period: str
    value: int | Decimal
    phase: str = "all"
    group: str = ""
    source: str = ""


class Benchmarks(Document):
    """An immutable table of national figures. Schema ``schoolimp/benchmarks/1``; ``len()`` is the number of figures.

    Examples
    --------
    >>> import schoolimp as si
    >>> si.Benchmarks.builtin().find("ks2.rwm_expected", "2018/19").value
    65
    """

    __slots__ = ()
    _core_class = _core.Benchmarks

    @classmethod
    def builtin(cls) -> Benchmarks:
        """Return the published national figures that come with the library.

        Returns
        -------
        Benchmarks
            England, 2015/16 to 2024/25; every line names the table of the Department for Education it was read from.
        """
        return cls._wrap(_core.builtin_benchmarks())

    @property
    def lines(self) -> tuple[Benchmark, ...]:
        """The figures, ordered by indicator, group, phase and period."""
        return self._views("lines", Benchmark)

    def find(self, indicator: str, period: str, *, group: str = "", phase: str = "all") -> Benchmark | None:
        """Return the figure of exactly this period: the one for the phase, else the one for ``all``.

        Parameters
        ----------
        indicator : str
            Id of the indicator.
        period : str
            ``"2018/19"``; no other year stands in for it.
        group : str
            Member of the indicator's dimension; empty for all pupils.
        phase : str
            Phase of the school: primary, secondary ...

        Returns
        -------
        Benchmark or None
            None when there is no such figure.
        """
        found = {line.phase: line for line in self.lines if (line.indicator, line.period, line.group) == (indicator, period, group)}
        return found.get(phase) or found.get("all")

    def overlaid(self, other: Benchmarks) -> Benchmarks:
        """Return this table with the lines of another put over it.

        Parameters
        ----------
        other : Benchmarks
            Its figures hold where both have one.

        Returns
        -------
        Benchmarks
            The lines of both.

        Raises
        ------
        TypeError
            When `other` is no Benchmarks.
        """
        return Benchmarks._wrap(self._handle.overlaid(handle_of(other, Benchmarks, "other")))

    def __len__(self) -> int:
        return int(self._handle.size())

    def _summary(self) -> str:
        return f"figures={len(self)}"
