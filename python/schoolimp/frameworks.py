"""Frameworks: one trust's school improvement model as a checked, compiled document."""

from __future__ import annotations

import copy
import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from . import _checks, _core, _json
from ._document import Document, JsonDict
from .errors import Issue
from .levels import Level, Scale

if TYPE_CHECKING:
    from .tables import Constant, TableJudgement, TableLike

__all__ = ["Framework", "FrameworkInfo", "check_document", "check_framework", "framework", "frameworks", "schema"]


@dataclass(frozen=True, slots=True)
class FrameworkInfo:
    """One framework that comes with the library.

    Attributes
    ----------
    id : str
        Id of the framework.
    edition : str
        Edition; framework and edition together name a model.
    title : str
        For people.
    """

    id: str
    edition: str
    title: str


class Framework(Document):
    """A checked and compiled framework document: one trust's school improvement model. Schema ``schoolimp/framework/1``.

    See Also
    --------
    framework : those that come with the library.
    judge : judging a school with a framework.

    Examples
    --------
    >>> import schoolimp as si
    >>> si.framework("pvat").find_level("tier.tier_1")["title"]
    'Tier 1'
    """

    __slots__ = ()
    _core_class = _core.Framework

    @property
    def id(self) -> str:
        """Id of the framework, ``"pvat"``."""
        return str(self._handle.id)

    @property
    def edition(self) -> str:
        """Edition, ``"2026.1"``."""
        return str(self._handle.edition)

    @property
    def title(self) -> str:
        """Title for people."""
        return str(self._handle.title)

    @property
    def hash(self) -> str:
        """SHA-256 of the canonical bytes, lower-case hex: names the framework in every judgement made with it."""
        return str(self._handle.hash)

    @property
    def document(self) -> JsonDict:
        """The framework document as a new dict, the same as :meth:`to_dict`."""
        return self.to_dict()

    @property
    def warnings(self) -> tuple[Issue, ...]:
        """What was found while checking and does not stand in the way: rows never reached, indicators never used ..."""
        return tuple(Issue(*issue) for issue in self._handle.warnings)

    @property
    def judgements(self) -> tuple[str, ...]:
        """Ids of the questions the framework answers; the first is the main one."""
        return tuple(rule["id"] for rule in self._members().get("judgements", ()))

    @property
    def levels(self) -> tuple[str, ...]:
        """Levels of the main judgement as ``scale.level``, in the order of the scale; empty when the framework has no ladder."""
        rules = self._members().get("judgements", ())
        scale = self.find_scale(rules[0]["scale"]) if rules else None
        return tuple(f"{scale['id']}.{level['id']}" for level in scale["levels"]) if scale else ()

    @property
    def cells(self) -> tuple[str, ...]:
        """Cells of evidence the framework reads, named as columns of a table are: ``absence.overall``, ``prior(absence.overall)``, ``national(absence.overall)`` ..."""
        return self._cached("cells", lambda: tuple(_core.cells_of(self._handle)))

    def find_scale(self, id: str) -> JsonDict | None:
        """Return the members of a scale.

        Parameters
        ----------
        id : str
            Id of the scale.

        Returns
        -------
        dict or None
            A new dict with the members of the document; None when there is no such scale.
        """
        return self._find("scales", id)

    def find_level(self, qualified_id: str) -> JsonDict | None:
        """Return the members of a level.

        Parameters
        ----------
        qualified_id : str
            The level as ``scale.level``.

        Returns
        -------
        dict or None
            A new dict with the members of the document; None when there is no such level.
        """
        scale, _, level = qualified_id.partition(".")
        found = self.find_scale(scale)
        return next((item for item in found["levels"] if item["id"] == level), None) if found else None

    def scale(self, id: str) -> Scale:
        """Return a scale with its levels as values that can be put in order.

        Parameters
        ----------
        id : str
            Id of the scale.

        Returns
        -------
        Scale
            Iterating gives its levels in the order of the scale.

        Raises
        ------
        KeyError
            When the framework has no such scale; the message names those it has.
        TypeError
            When the id is no text.
        """
        scales: dict[str, Scale] = self._cached("scales", lambda: {item["id"]: Scale._of(item) for item in self._members().get("scales", ())})
        if _checks.text(id, "id") not in scales:
            raise KeyError(f"no scale {id!r} in the framework {self.id!r}; it has: {', '.join(scales) or 'none'}")
        return scales[id]

    def level(self, qualified_id: str) -> Level:
        """Return a level as a value that can be put in order with others of its scale.

        Parameters
        ----------
        qualified_id : str
            The level as ``scale.level``.

        Returns
        -------
        Level
            Greater is better.

        Raises
        ------
        KeyError
            When the framework has no such scale, or the scale no such level; the message names those there are.
        TypeError
            When the id is no text.

        Examples
        --------
        >>> import schoolimp as si
        >>> pvat = si.framework("pvat")
        >>> pvat.level("tier.tier_2") < pvat.level("tier.tier_1")
        True
        """
        scale, dot, level = _checks.text(qualified_id, "qualified_id").partition(".")
        if not dot:
            raise KeyError(f"{qualified_id!r} names no level: write it as scale.level, such as {next(iter(self.levels), 'ofsted_grade.good')!r}")
        return self.scale(scale).find(level)

    def find_indicator(self, id: str) -> JsonDict | None:
        """Return the members of an indicator.

        Parameters
        ----------
        id : str
            Id of the indicator.

        Returns
        -------
        dict or None
            A new dict with the members of the document; None when there is no such indicator. Its unit is the member ``unit``.
        """
        return self._find("indicators", id)

    def find_measure(self, id: str) -> JsonDict | None:
        """Return the members of a measure.

        Parameters
        ----------
        id : str
            Id of the measure.

        Returns
        -------
        dict or None
            A new dict with the members of the document; None when there is no such measure.
        """
        return self._find("measures", id)

    def find_criterion(self, id: str) -> JsonDict | None:
        """Return the members of a criterion.

        Parameters
        ----------
        id : str
            Id of the criterion.

        Returns
        -------
        dict or None
            A new dict with the members of the document; None when there is no such criterion.
        """
        return self._find("criteria", id)

    def find_judgement(self, id: str) -> JsonDict | None:
        """Return the members of a judgement rule, one of the questions the framework answers.

        Parameters
        ----------
        id : str
            Id of the judgement rule.

        Returns
        -------
        dict or None
            A new dict with the members of the document; None when there is no such judgement rule.
        """
        return self._find("judgements", id)

    def find_action(self, id: str) -> JsonDict | None:
        """Return the members of an action, of whichever offer.

        Parameters
        ----------
        id : str
            Id of the action.

        Returns
        -------
        dict or None
            A new dict with the members of the document; None when there is no such action.
        """
        for offer in self._members().get("offers", ()):
            for action in offer.get("actions", ()):
                if action["id"] == id:
                    found: JsonDict = copy.deepcopy(action)
                    return found
        return None

    def find_activity(self, id: str) -> JsonDict | None:
        """Return the members of an activity of the calendar.

        Parameters
        ----------
        id : str
            Id of the activity.

        Returns
        -------
        dict or None
            A new dict with the members of the document; None when there is no such activity.
        """
        return self._find("activities", id)

    def title_of(self, role_or_body: str) -> str:
        """Return the title of a role or body.

        Parameters
        ----------
        role_or_body : str
            Id of the role or body.

        Returns
        -------
        str
            The id itself when the framework has no such role or body.
        """
        found = self._find("roles", role_or_body) or self._find("bodies", role_or_body)
        return str(found["title"]) if found else role_or_body

    def judge_table(
        self,
        table: TableLike,
        *,
        valid: dt.date,
        known: dt.date | None = None,
        period: str | None = None,
        columns: Mapping[str, str] | None = None,
        constants: Mapping[str, Constant] | None = None,
        key: str | None = None,
        threads: int = 1,
        search_limit: int = 20_000,
        progress: Callable[[int, int], object] | None = None,
    ) -> TableJudgement:
        """Judge every row of a table: :func:`schoolimp.judge_table` with this framework, which describes the parameters in full.

        Parameters
        ----------
        table : table of pyarrow, pandas (2.2 or later), Polars or DuckDB, or dict of NumPy arrays
            A row for each school, a column for each cell of evidence, in the unit of its indicator.
        valid : datetime.date
            The day the values are those of.
        known : datetime.date, optional
            What had been recorded by this date counts; `valid` when absent.
        period : str, optional
            The school year of the annual indicators, ``"2018/19"``.
        columns : mapping of str to str, optional
            Cell to column, where they have not the same name.
        constants : mapping of str to int, Decimal, str, bool or datetime.date, optional
            Cells that have one value for every school.
        key : str, optional
            Column with the schools' ids.
        threads : int
            1 to 1024.
        search_limit : int
            At most so many evaluations for the possible levels of one row.
        progress : callable, optional
            Called as ``progress(done, rows)``; False stops the run.

        Returns
        -------
        TableJudgement
            An answer for each row.

        Raises
        ------
        InvalidDocumentError, TypeError, CancelledError, UnimplementedError
            As :func:`schoolimp.judge_table`.
        """
        from .tables import judge_table

        return judge_table(
            self,
            table,
            valid=valid,
            known=known,
            period=period,
            columns=columns,
            constants=constants,
            key=key,
            threads=threads,
            search_limit=search_limit,
            progress=progress,
        )

    def to_sql(
        self,
        table: str = "cells",
        key: str = "urn",
        *,
        schema: str = "",
        places: int = 6,
        not_applicable: bool | Iterable[str] = (),
        materialized: bool = True,
    ) -> str:
        """Write the judgement as one SQL query, which SQLite, DuckDB and PostgreSQL take as it is. docs/sql.md has the whole story.

        The table has one row for each school and one column for each cell, named as the framework language writes it:
        ``absence.overall``, ``prior(absence.overall)``, ``national(ks2.rwm_expected)``, ``school.phase``. Null is unknown.

        Parameters
        ----------
        table, key : str
            The table or view, and its column that names the school.
        schema : str, optional
            Schema of the table.
        places : int, optional
            Decimal places numbers are read to, 0 to 9. Numbers of up to 10 to the power of (15 - places) can be read.
        not_applicable : bool or iterable of str, optional
            Cells with a companion column ``<cell>:missing``, in which ``not_applicable`` says that the school has no such value; True for all cells.
        materialized : bool, optional
            Whether the steps are marked ``as materialized``. SQLite and PostgreSQL need it; False for databases that do not know the words.

        Returns
        -------
        str
            The query. It gives the key, ``judgement:<id>`` (a level's id or null), ``judgement:<id>:not_applicable`` (1 or 0), ``criterion:<id>`` (met, not_met,
            unknown or not_applicable), and ``unreadable``: where it is not 0 the row holds something the query cannot, and is for :func:`judge`.

        Raises
        ------
        UnimplementedError
            When something in the framework cannot be said exactly in portable SQL; the issues name every such expression.
        TypeError
            When an argument has a wrong type.
        InvalidDocumentError
            When a name is none a database takes, or `places` is not 0 to 9.

        Examples
        --------
        >>> import schoolimp as si
        >>> si.framework("pact").to_sql("school_figures").splitlines()[3]
        'with'
        """
        cells = [] if isinstance(not_applicable, bool) else [_checks.text(cell, "not_applicable") for cell in not_applicable]
        return str(
            _core.to_sql(
                self._handle,
                _checks.text(table, "table"),
                _checks.text(key, "key"),
                _checks.text(schema, "schema"),
                _checks.whole_number(places, "places"),
                cells,
                not_applicable is True,
                _checks.flag(materialized, "materialized"),
            )
        )

    def _find(self, members: str, id: str) -> JsonDict | None:
        index: dict[str, JsonDict] = self._cached(f"index {members}", lambda: {item["id"]: item for item in self._members().get(members, ())})
        return copy.deepcopy(index.get(id))

    def _repr_html_(self) -> str:
        """Return what notebooks show; docs/notebooks.md."""
        from ._html.frameworks import framework_html

        return framework_html(self)

    def _summary(self) -> str:
        return f"{self.id} {self.edition} hash={self.hash[:12]}"


def frameworks() -> tuple[FrameworkInfo, ...]:
    """Return the frameworks that come with the library, in order of id and edition.

    Returns
    -------
    tuple of FrameworkInfo
        What :func:`framework` takes.

    Examples
    --------
    >>> import schoolimp as si
    >>> [info.id for info in si.frameworks()]
    ['djanogly', 'pact', 'primary4', 'pvat', 'tpat']
    """
    return tuple(FrameworkInfo(*info) for info in _core.builtin_frameworks())


def framework(id: str, edition: str | None = None) -> Framework:
    """Return a framework that comes with the library.

    Parameters
    ----------
    id : str
        For example ``"pvat"``; :func:`frameworks` lists them.
    edition : str, optional
        The newest when absent.

    Returns
    -------
    Framework
        Compiled; equal values for equal ids and editions.

    Raises
    ------
    NotFoundError
        When there is no such framework; the message names those there are.
    TypeError
        When `id` or `edition` is no text.

    Examples
    --------
    >>> import schoolimp as si
    >>> si.framework("pvat").title
    'School Improvement Model'
    """
    return Framework._wrap(_core.builtin_framework(_checks.text(id, "id"), _checks.text(edition or "", "edition")))


def check_framework(text: str | bytes) -> tuple[Issue, ...]:
    """Return every problem of a framework document.

    Parameters
    ----------
    text : str or bytes
        The JSON text.

    Returns
    -------
    tuple of Issue
        Errors and warnings; empty when there is none. Nothing the document says is an exception.

    Raises
    ------
    TypeError
        When `text` is neither str nor bytes.
    """
    return check_document("framework", text)


def check_document(kind: str, text: str | bytes) -> tuple[Issue, ...]:
    """Return every problem of a document of any kind.

    Parameters
    ----------
    kind : str
        benchmarks, calendar, decisions, evidence, framework, judgement, plan, rollup, school_year or trust.
    text : str or bytes
        The JSON text.

    Returns
    -------
    tuple of Issue
        Errors and warnings; empty when there is none. Nothing the document says is an exception.

    Raises
    ------
    NotFoundError
        When there is no such kind; the message names those there are.
    TypeError
        When `text` is neither str nor bytes.
    """
    return tuple(Issue(*issue) for issue in _core.check_document(_checks.text(kind, "kind"), _json.as_bytes(text)))


def schema(kind: str) -> str:
    """Return the JSON Schema (2020-12) of a kind of document.

    Parameters
    ----------
    kind : str
        framework, evidence, trust, school_year ...

    Returns
    -------
    str
        The schema as JSON text.

    Raises
    ------
    NotFoundError
        When there is no such kind; the message names those there are.
    TypeError
        When `kind` is no text.
    """
    return str(_core.schema(_checks.text(kind, "kind")))
