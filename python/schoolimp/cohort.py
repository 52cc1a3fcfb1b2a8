"""Cohorts: the schools judged together, and what ``rank``, ``percentile``, ``quantile`` and ``median`` give each of them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from . import _checks, _core, _json
from ._document import handle_of, optional_handle
from .evidence import Benchmarks, Evidence
from .frameworks import Framework
from .trust import Trust

__all__ = ["Cohort", "make_cohort"]


class Cohort:
    """The schools a school is compared with, for one framework at one pair of dates. Made by :func:`make_cohort`; does not change.

    Safe to use from any number of threads.

    Examples
    --------
    >>> import datetime as dt
    >>> import schoolimp as si
    >>> evidence = si.Evidence.from_csv("school,indicator,period,value\\n100001,ks2.rwm_expected,2025/26,48\\n")
    >>> si.make_cohort(si.framework("pvat"), evidence, valid=dt.date(2026, 9, 1)).schools
    ('100001',)
    """

    __slots__ = ("_handle", "_positions")
    _handle: _core.Cohort
    _positions: dict[str, int]

    def __init__(self) -> None:
        raise TypeError("Cohort is made by make_cohort()")

    @classmethod
    def _wrap(cls, handle: _core.Cohort) -> Cohort:
        cohort = object.__new__(cls)
        cohort._handle = handle
        cohort._positions = {function: i for i, function in enumerate(handle.functions)}
        return cohort

    @property
    def framework_hash(self) -> str:
        """Hash of the framework it was made for."""
        return self._handle.framework_hash

    @property
    def valid(self) -> dt.date:
        """What was the case by this date counts."""
        return _json.date_from_days(self._handle.valid)

    @property
    def known_by(self) -> dt.date:
        """What had been recorded by this date counts."""
        return _json.date_from_days(self._handle.known_by)

    @property
    def schools(self) -> tuple[str, ...]:
        """Ids of all schools in it, in order."""
        return tuple(self._handle.schools)

    @property
    def functions(self) -> tuple[str, ...]:
        """The framework's population functions as it writes them: ``rank(ks2.rwm_expected)``, ``prior(median(attendance))``."""
        return tuple(self._positions)

    def population(self, function: str) -> int:
        """Return how many schools are eligible and have a value for one of :attr:`functions`.

        Parameters
        ----------
        function : str
            The population function as the framework writes it.

        Returns
        -------
        int
            Number of schools.

        Raises
        ------
        KeyError
            When the framework has no such function; the message names those it has.
        """
        return self._handle.population(self._position(function))

    def figure(self, function: str, school: str) -> Decimal | None:
        """Return a school's figure for one of :attr:`functions`.

        Parameters
        ----------
        function : str
            The population function as the framework writes it.
        school : str
            Id of the school.

        Returns
        -------
        decimal.Decimal or None
            In the unit of the function: a place from 1 for ``rank``, percent for ``percentile``, else the unit of its indicator. None when the school has
            none, or is not in the cohort.

        Raises
        ------
        KeyError
            As :meth:`population`.
        TypeError
            When `school` is no text.
        """
        text = self._handle.figure(self._position(function), _checks.text(school, "school"))
        return Decimal(text) if text else None

    def _position(self, function: str) -> int:
        if function not in self._positions:
            raise KeyError(f"the framework has no population function {function!r}; it has: {', '.join(self._positions) or 'none'}")
        return self._positions[function]

    def __contains__(self, school: object) -> bool:
        return isinstance(school, str) and self._handle.contains(school)

    def __len__(self) -> int:
        return len(self._handle.schools)

    def __repr__(self) -> str:
        return f"<Cohort schools={len(self)} functions={len(self._positions)} valid={self.valid}>"


def make_cohort(
    framework: Framework,
    evidence: Evidence,
    *,
    valid: dt.date,
    known: dt.date | None = None,
    trust: Trust | None = None,
    benchmarks: Benchmarks | None = None,
    period: str | None = None,
) -> Cohort:
    """Make the cohort of all schools that have an observation or are in the trust.

    Parameters
    ----------
    framework : Framework
        The model whose population functions are worked out.
    evidence : Evidence
        Observations of all schools to compare.
    valid, known, trust, benchmarks, period
        As for :func:`judge`, and the same as there: a cohort of other dates is refused.

    Returns
    -------
    Cohort
        To give to :func:`judge` and :func:`judge_all`.

    Raises
    ------
    InvalidDocumentError
        When the evidence of any school contradicts the framework; all of it in ``issues``.
    TypeError
        When a date is not a ``datetime.date``, `period` no text, or a document of another kind.
    """
    figures = Benchmarks.builtin() if benchmarks is None else benchmarks
    handle = _core.make_cohort(
        handle_of(framework, Framework, "framework"),
        handle_of(evidence, Evidence, "evidence"),
        optional_handle(trust, Trust, "trust"),
        handle_of(figures, Benchmarks, "benchmarks"),
        _json.days(valid, "valid"),
        _json.days(valid if known is None else known, "known"),
        _checks.text(period or "", "period"),
    )
    return Cohort._wrap(handle)
