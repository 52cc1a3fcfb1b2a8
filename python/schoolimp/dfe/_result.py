"""What a reader gives back: observations, schools and national figures, and a report of how the file was read."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, NotRequired, TypedDict, cast

from ._report import Report

if TYPE_CHECKING:
    from datetime import date

    import pandas as pd

    from ..evidence import Benchmarks, Evidence

ObservedValue = Decimal | bool | str


class Observation(TypedDict):
    """One observation in the member names of evidence documents; dates are ISO text. It has a ``value`` or is ``missing`` for a reason.

    Attributes
    ----------
    school : str
        URN.
    indicator : str
        Id of the indicator; it has the unit.
    period : str, optional
        ``"2018/19"``, ``"2018/19 autumn"``.
    group : str, optional
        Member of the indicator's dimension; absent for the whole school.
    value : ObservedValue, optional
        Exact figure, condition, or id of a level.
    missing : str, optional
        Why there is no value: suppressed, not_applicable, not_collected ...
    observed_on : str, optional
        When it was the case, ``"2018-03-05"``.
    recorded_at : str, optional
        When it was published, ``"2019-12-13"``.
    source : str, optional
        Publisher, table and file, in words.
    cohort : int, optional
        Number of pupils behind the figure.
    interval : list of decimal.Decimal, optional
        Published confidence limits, lower and upper.
    note : str, optional
        In words.
    """

    school: str
    indicator: str
    period: NotRequired[str]
    group: NotRequired[str]
    value: NotRequired[ObservedValue]
    missing: NotRequired[str]
    observed_on: NotRequired[str]
    recorded_at: NotRequired[str]
    source: NotRequired[str]
    cohort: NotRequired[int]
    interval: NotRequired[list[Decimal]]
    note: NotRequired[str]


class School(TypedDict):
    """One school: the members of trust documents, then what else the files say of it.

    Attributes
    ----------
    id : str
        URN.
    name : str, optional
        Name of the school.
    phase : str, optional
        nursery, primary, middle, secondary, all_through, special, alternative_provision or sixth_form.
    type : str, optional
        Type of establishment, as published.
    laestab : str, optional
        Number of the local authority and the establishment.
    local_authority : str, optional
        Name of the local authority.
    joined : str, optional
        The day it joined its trust, ``"2019-09-01"``.
    pupils : int, optional
        Number of pupils on roll.
    predecessors : list of str, optional
        URNs of earlier records of the school.
    low_age : int, optional
        Statutory lowest age in years. This and what follows are not part of a trust document.
    high_age : int, optional
        Statutory highest age in years.
    status : str, optional
        Open, closed ..., as published.
    opened : str, optional
        The day it opened, ``"2019-09-01"``.
    closed : str, optional
        The day it closed.
    successor : str, optional
        URN of the record that follows.
    trust_uid : str, optional
        UID of its trust.
    trust_name : str, optional
        Name of its trust.
    """

    id: str
    name: NotRequired[str]
    phase: NotRequired[str]
    type: NotRequired[str]
    laestab: NotRequired[str]
    local_authority: NotRequired[str]
    joined: NotRequired[str]
    pupils: NotRequired[int]
    predecessors: NotRequired[list[str]]
    # Not part of a trust document:
    low_age: NotRequired[int]
    high_age: NotRequired[int]
    status: NotRequired[str]
    opened: NotRequired[str]
    closed: NotRequired[str]
    successor: NotRequired[str]
    trust_uid: NotRequired[str]
    trust_name: NotRequired[str]


def school_record(urn: str, **members: str | int | list[str] | None) -> School:
    """A school with those members that say something: blank texts, empty lists and None are left out."""
    return cast(School, {"id": urn} | {name: value for name, value in members.items() if value not in ("", None, [])})


class Benchmark(TypedDict):
    """One national figure.

    Attributes
    ----------
    indicator : str
        Id of the indicator; it has the unit.
    group : str
        Member of the indicator's dimension; empty for all pupils.
    period : str
        ``"2018/19"``
    phase : str
        Phase of the schools it is of; ``all`` for every phase.
    value : decimal.Decimal
        The national figure, exact.
    source : str
        The table it was read from.
    """

    indicator: str
    group: str
    period: str
    phase: str
    value: Decimal
    source: str


SCHOOL_DOCUMENT_MEMBERS = ("id", "name", "phase", "type", "laestab", "local_authority", "joined", "pupils", "predecessors")
_COLUMNS = ("school", "indicator", "period", "group", "value", "missing", "observed_on", "recorded_at", "source", "cohort", "lower", "upper", "note")


@dataclass(slots=True)
class ReadResult:
    """What was read, and how. Results of several files go together with :func:`combine`.

    Attributes
    ----------
    observations : list of Observation
        Figures and grades of schools, in the member names of evidence documents.
    schools : list of School
        What the files say of the schools.
    benchmarks : list of Benchmark
        National figures.
    report : Report
        What was read, left out and why.
    """

    observations: list[Observation] = field(default_factory=list)
    schools: list[School] = field(default_factory=list)
    benchmarks: list[Benchmark] = field(default_factory=list)
    report: Report = field(default_factory=Report)

    def to_frame(self) -> pd.DataFrame:
        """Return the observations as a frame of pandas, to look at and to work with; :meth:`evidence` is for judging, :meth:`to_cells` for judging thousands.

        Returns
        -------
        pandas.DataFrame
            One row each, with the columns of evidence tables; ``value`` holds decimals, booleans and level ids, dates are dates, ``cohort`` is Int64.

        Raises
        ------
        ImportError
            When pandas is not installed.
        """
        import pandas as pd

        rows = [_row(observation) for observation in self.observations]
        frame = pd.DataFrame(rows, columns=pd.Index(_COLUMNS), dtype=object)
        for column in ("observed_on", "recorded_at"):
            frame[column] = pd.to_datetime(frame[column], format="%Y-%m-%d")
        frame["cohort"] = frame["cohort"].astype("Int64")
        return frame

    def of(self, *schools: str | int) -> ReadResult:
        """Return what there is of these schools only.

        Parameters
        ----------
        *schools : str or int
            URNs: ``of("900001", "900002")``, of a list ``of(*urns)``. A whole number means the same as its digits.

        Returns
        -------
        ReadResult
            Their observations and records; national figures and report stay. A school of which nothing was read is not there.

        Raises
        ------
        TypeError
            When a URN is neither a text nor a whole number.
        """
        wanted = {_urn(school) for school in schools}
        return ReadResult(
            [observation for observation in self.observations if observation["school"] in wanted],
            [school for school in self.schools if school["id"] in wanted],
            list(self.benchmarks),
            self.report,
        )

    def evidence(self) -> Evidence:
        """Return the observations as evidence, also those of a whole nation, which are too many for one document.

        Returns
        -------
        schoolimp.Evidence
            The same as that of :meth:`evidence_document`.

        Raises
        ------
        InvalidDocumentError
            When two observations of one cell, recorded on one day, differ; :func:`combine` settles that.
        """
        from ._evidence import evidence_of

        return evidence_of(self.observations)

    def to_cells(self, as_at: date, *, period: str | None = None, earlier: int = 2, benchmarks: Benchmarks | None = None) -> pd.DataFrame:
        """Return a table for :func:`schoolimp.judge_table`: one row a school, one column a cell, named as the framework language names it.

        Parameters
        ----------
        as_at : datetime.date
            Only what had been observed and recorded by this day counts; give it to judge_table as ``valid``, too.
        period : str, optional
            The school year that is the current one for annual figures, ``"2018/19"``; of each school and indicator the latest there is when absent.
        earlier : int
            How many years, and how many earlier grades, ``prior(...)`` columns reach back.
        benchmarks : schoolimp.Benchmarks, optional
            National figures; those of the files, and for the rest those that come with the library, when absent.

        Returns
        -------
        pandas.DataFrame
            ``school`` (the key, as text), ``name``, and cells: ``ks2.rwm_expected``, ``prior(ks2.rwm_expected)``, ``ks2.progress['maths']``,
            ``national(ks2.rwm_expected)`` of the phase of each school, ``observed_on(ofsted.overall)``, ``school.phase`` ... Figures are in the unit of their
            indicator. Why a figure is missing stands in ``<cell>:missing``.

        Raises
        ------
        ValueError
            When `period` is no school year, or `earlier` is negative.
        """
        from ..evidence import Benchmarks as Figures
        from ._cells import cells_frame
        from ._dates import parse_academic_year

        if earlier < 0:
            raise ValueError(f"earlier is {earlier}; it is 0 or more")
        figures = Figures.builtin().overlaid(Figures.from_dict(self.benchmarks_document())) if benchmarks is None else benchmarks
        return cells_frame(self.schools, self.observations, figures, as_at, None if period is None else parse_academic_year(period), earlier)

    def evidence_document(self) -> dict[str, object]:
        """Return the observations as an evidence document, which :meth:`schoolimp.Evidence.from_dict` takes.

        Returns
        -------
        dict
            ``schema`` and ``observations``; numbers stay decimals.
        """
        return {"schema": "schoolimp/evidence/1", "observations": list(self.observations)}

    def benchmarks_document(self) -> dict[str, object]:
        """Return the national figures as a benchmarks document; to put over those that come with the library: ``Benchmarks.builtin().overlaid(...)``.

        Returns
        -------
        dict
            ``schema`` and ``lines``; figures stay decimals. What :meth:`schoolimp.Benchmarks.from_dict` takes.
        """
        lines = [{name: value for name, value in line.items() if value != ""} for line in self.benchmarks]
        return {"schema": "schoolimp/benchmarks/1", "lines": lines}

    def trust_document(self, uid: str) -> dict[str, object]:
        """Return a trust document of the open schools of one trust, as the files have them; people and school years are not in the files.

        Parameters
        ----------
        uid : str
            Group UID of the trust, as Get Information About Schools and Ofsted give it.

        Returns
        -------
        dict
            ``schema``, ``id``, ``name``, ``uid`` and ``schools``. What :meth:`schoolimp.Trust.from_dict` takes.

        Raises
        ------
        KeyError
            When no open school of the files is in that trust.
        """
        schools = [school for school in self.schools if school.get("trust_uid") == uid and not _closed(school)]
        if not schools:
            raise KeyError(f"no open school is in the trust {uid!r}; {_trust_meant(uid, self.schools)}")
        name = next((school["trust_name"] for school in schools if "trust_name" in school), uid)
        return {"schema": "schoolimp/trust/1", "id": f"trust_{uid}", "name": name, "uid": uid, "schools": [_document(school) for school in schools]}

    def school_documents(self) -> list[dict[str, object]]:
        """Return the schools as a trust document has them, for its member ``schools``.

        Returns
        -------
        list of dict
            With just the members of trust documents.
        """
        return [_document(school) for school in self.schools]


def _document(school: School) -> dict[str, object]:
    return {name: school[name] for name in SCHOOL_DOCUMENT_MEMBERS if name in school}  # type: ignore[literal-required]


def _urn(school: str | int) -> str:
    if isinstance(school, str):
        return school
    if isinstance(school, bool) or not hasattr(school, "__index__"):
        raise TypeError(f"a URN is a text or a whole number, not {type(school).__name__} ({str(school)[:60]}); of a list: of(*urns)")
    return str(school.__index__())


def _trust_meant(uid: str, schools: list[School]) -> str:
    """Return which trust may be meant, also by its name; a number that is merely somewhat alike is that of another trust."""
    names = {school["trust_uid"]: school.get("trust_name", "") for school in schools if "trust_uid" in school}
    named = [number for number, name in sorted(names.items()) if uid and uid.casefold() in name.casefold()]
    near = difflib.get_close_matches(uid, sorted(names), n=1, cutoff=0.8) or named[:1]
    return f"did you mean {near[0]!r} ({names[near[0]] or 'without a name'})?" if near else f"the files have schools of {len(names)} trust{'s' * (len(names) != 1)}"


def _closed(school: School) -> bool:
    return not school.get("status", "Open").casefold().startswith("open")


def _row(observation: Observation) -> tuple[object, ...]:
    low, high = observation.get("interval", (None, None))
    return (
        observation["school"],
        observation["indicator"],
        observation.get("period"),
        observation.get("group"),
        observation.get("value"),
        observation.get("missing"),
        observation.get("observed_on"),
        observation.get("recorded_at"),
        observation.get("source"),
        observation.get("cohort"),
        low,
        high,
        observation.get("note"),
    )
