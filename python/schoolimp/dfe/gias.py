"""Get Information About Schools: the wide extract of schools, the links of schools to trusts, the links of old to new URNs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from ._collect import date_cell, school_rows, whole_cell
from ._numbers import parse_code, parse_laestab, parse_urn
from ._report import Report
from ._result import ReadResult, School, school_record
from ._table import Source, Table, open_table

GIAS_KEYS: Final = ("URN", "EstablishmentName", "EstablishmentNumber")
GROUP_KEYS: Final = ("URN", "Group UID", "Joined date")

_PHASES: Final[Mapping[str, str]] = {
    "nursery": "nursery",
    "primary": "primary",
    "middle deemed primary": "middle",
    "middle deemed secondary": "middle",
    "secondary": "secondary",
    "all-through": "all_through",
    "16 plus": "sixth_form",
}
_LINKED = re.compile(r"([1-9][0-9]{5}) (Predecessor|Successor)")


def phase_of(phase: str, kind: str) -> str | None:
    """The phase of framework documents: special schools and alternative provision by their type, the others by their phase."""
    text = kind.casefold()
    if "special" in text and "post 16" not in text:
        return "special"
    if "alternative provision" in text or "pupil referral" in text:
        return "alternative_provision"
    return _PHASES.get(phase.casefold())


def read_gias(source: Source, *, trust: str | None = None, open_only: bool = True) -> ReadResult:
    """Reads a wide extract (edubasealldata and extracts like it): schools, no observations.

    The columns with names of head teachers are never looked at.

    Parameters
    ----------
    source : path or pandas.DataFrame
        The extract.
    trust : str, optional
        Only schools of this trust, by UID or by name.
    open_only : bool
        Leaves out closed schools and schools not open yet.

    Returns
    -------
    ReadResult
        The schools.

    Raises
    ------
    PublishedFileError
        When the file cannot be read: no text, no table, a needed column is not there. Trouble in single cells and rows is in the report.
    """
    table = open_table(source, GIAS_KEYS)
    report = table.new_report("gias")
    urns = table.need(report, "URN")
    columns = _Columns(table, report)
    wanted = trust.casefold() if trust else None
    indexes: list[int] = []
    for index in range(len(table)):
        if open_only and not columns.is_open(index):
            report.skip("not open", f"row {table.row(index)}: {urns[index]}")
        elif wanted and wanted not in (columns.trust_uids(index).casefold(), columns.trust_names(index).casefold()):
            report.skip("not in the trust", f"row {table.row(index)}: {urns[index]}")
        else:
            indexes.append(index)
    rows = school_rows(table, report, urns, indexes)
    return ReadResult(schools=[columns.school(row.index, row.urn) for row in rows], report=report)


class _Columns:
    """The columns of a wide extract that say something of a school."""

    def __init__(self, table: Table, report: Report) -> None:
        self._table, self._report = table, report
        self._blank = [""] * len(table)
        read = self._read
        self._names, self._status = read("EstablishmentName"), read("EstablishmentStatus (name)")
        self._phases, self._kinds = read("PhaseOfEducation (name)"), read("TypeOfEstablishment (name)")
        self._las, self._la_names, self._estabs = read("LA (code)"), read("LA (name)"), read("EstablishmentNumber")
        self._low, self._high, self._pupils = read("StatutoryLowAge"), read("StatutoryHighAge"), read("NumberOfPupils")
        self._uids, self._trusts = read("Trusts (code)"), read("Trusts (name)")
        self._opened, self._closed, self._links = read("OpenDate"), read("CloseDate"), read("Linked establishments")

    def _read(self, name: str) -> list[str]:
        return self._table.optional(self._report, name) or self._blank

    def is_open(self, index: int) -> bool:
        """Whether the school is open, or the extract does not say."""
        return not self._status[index] or self._status[index].casefold().startswith("open")

    def trust_uids(self, index: int) -> str:
        """UID of the school's trust."""
        return parse_code(self._uids[index])

    def trust_names(self, index: int) -> str:
        """Name of the school's trust."""
        return self._trusts[index]

    def school(self, index: int, urn: str) -> School:
        """What the extract says of one school."""
        linked = _LINKED.findall(self._links[index])
        successors = [urn for urn, kind in linked if kind == "Successor"]
        return school_record(
            urn,
            name=self._names[index],
            phase=phase_of(self._phases[index], self._kinds[index]),
            type=self._kinds[index],
            laestab=parse_laestab(self._las[index], self._estabs[index]),
            local_authority=self._la_names[index],
            status=self._status[index],
            low_age=self._count(urn, index, "StatutoryLowAge", self._low),
            high_age=self._count(urn, index, "StatutoryHighAge", self._high),
            pupils=self._count(urn, index, "NumberOfPupils", self._pupils),
            opened=self._date(urn, index, "OpenDate", self._opened),
            closed=self._date(urn, index, "CloseDate", self._closed),
            trust_name=self._trusts[index],
            trust_uid=self.trust_uids(index),
            predecessors=[urn for urn, kind in linked if kind == "Predecessor"],
            successor=successors[0] if len(successors) == 1 else None,
        )

    def _count(self, urn: str, index: int, column: str, cells: list[str]) -> int | None:
        return whole_cell(self._report, self._table.row(index), urn, column, cells[index])

    def _date(self, urn: str, index: int, column: str, cells: list[str]) -> str | None:
        return date_cell(self._report, self._table.row(index), urn, column, cells[index])


def read_gias_group_links(source: Source, *, trust: str | None = None, group_types: Iterable[str] = ("Multi-academy trust",)) -> ReadResult:
    """Reads the links of schools to groups: schools with the trust they belong to and the day they joined.

    Parameters
    ----------
    source : path or pandas.DataFrame
        The file of links.
    trust : str, optional
        Only schools of this group, by UID or by name.
    group_types : iterable of str
        Which kinds of group count; the others are skipped and counted.

    Returns
    -------
    ReadResult
        The schools.

    Raises
    ------
    PublishedFileError
        When the file cannot be read: no text, no table, a needed column is not there. Trouble in single cells and rows is in the report.
    """
    table = open_table(source, GROUP_KEYS)
    report = table.new_report("gias_group_links")
    urns, uids, joined = table.need(report, "URN"), table.need(report, "Group UID"), table.need(report, "Joined date")
    names, kinds = table.need(report, "Group Name"), table.need(report, "Group Type")
    statuses = table.optional(report, "Group Status")
    wanted, counted = trust.casefold() if trust else None, {kind.casefold() for kind in group_types}
    indexes: list[int] = []
    for index in range(len(table)):
        place = f"row {table.row(index)}: {urns[index]}"
        if kinds[index].casefold() not in counted:
            report.skip(f"group is a {kinds[index].lower()}", place)
        elif statuses and statuses[index].casefold() == "closed":
            report.skip("group is closed", place)
        elif wanted and wanted not in (parse_code(uids[index]), names[index].casefold()):
            report.skip("not in the trust", place)
        else:
            indexes.append(index)
    details = _LinkedSchools(table, report)
    result = ReadResult(report=report)
    for row in school_rows(table, report, urns, indexes):
        school = details.school(row.index, row.urn)
        school["trust_uid"], school["trust_name"] = parse_code(uids[row.index]), names[row.index]
        if day := date_cell(report, table.row(row.index), row.urn, "Joined date", joined[row.index]):
            school["joined"] = day
        result.schools.append(school)
    return result


class _LinkedSchools:
    """What the links file says of the schools themselves."""

    def __init__(self, table: Table, report: Report) -> None:
        blank = [""] * len(table)
        self._names = table.optional(report, "EstablishmentName") or blank
        self._phases = table.optional(report, "PhaseOfEducation (name)") or blank
        self._kinds = table.optional(report, "TypeOfEstablishment (name)") or blank
        self._las = table.optional(report, "LA (name)") or blank

    def school(self, index: int, urn: str) -> School:
        """What the file says of one school."""
        return school_record(
            urn,
            name=self._names[index],
            phase=phase_of(self._phases[index], self._kinds[index]),
            type=self._kinds[index],
            local_authority=self._las[index],
        )


class UrnLinks:
    """Which school records follow which: a school gets a new URN when it becomes an academy, is merged or opens afresh.

    Parameters
    ----------
    links : iterable of (str, str)
        Old URN and the one that follows it.
    report : Report, optional
        How they were read.

    Attributes
    ----------
    report : Report
        How they were read; empty when none was given.
    """

    def __init__(self, links: Iterable[tuple[str, str]], report: Report | None = None) -> None:
        self.report: Report = report or Report()
        self._after: dict[str, set[str]] = {}
        self._before: dict[str, set[str]] = {}
        for old, new in links:
            if old != new:
                self._after.setdefault(old, set()).add(new)
                self._before.setdefault(new, set()).add(old)

    def __repr__(self) -> str:
        return f"<schoolimp.dfe.UrnLinks links={sum(map(len, self._after.values()))}>"

    def successors(self, urn: str) -> list[str]:
        """Return the records that follow directly.

        Parameters
        ----------
        urn : str
            URN of a record.

        Returns
        -------
        list of str
            URNs in order; several when a school was split, none when nothing follows.
        """
        return sorted(self._after.get(urn, ()))

    def latest(self, urn: str) -> str:
        """Return the record that stands for the school today.

        Parameters
        ----------
        urn : str
            URN of a record.

        Returns
        -------
        str
            URN; the last one before a split, since which part it became is not known.
        """
        seen = {urn}
        while len(following := self._after.get(urn, set())) == 1:
            (urn,) = following
            if urn in seen:
                break
            seen.add(urn)
        return urn

    def predecessors(self, urn: str) -> list[str]:
        """Return all earlier records that led to this one.

        Parameters
        ----------
        urn : str
            URN of a record.

        Returns
        -------
        list of str
            URNs in order; several when schools were merged or changed more than once.
        """
        found: set[str] = set()
        waiting = [urn]
        while waiting:
            for old in self._before.get(waiting.pop(), ()):
                if old not in found and old != urn:
                    found.add(old)
                    waiting.append(old)
        return sorted(found)

    def add_predecessors(self, schools: Iterable[School]) -> list[School]:
        """Return the schools with the predecessors these links know, added to those they already name.

        Parameters
        ----------
        schools : iterable of School
            They stay as they are.

        Returns
        -------
        list of School
            New records, in the same order.
        """
        result: list[School] = []
        for school in schools:
            with_known = school.copy()
            known = {*school.get("predecessors", ()), *self.predecessors(school["id"])}
            if known:
                with_known["predecessors"] = sorted(known)
            result.append(with_known)
        return result


def read_urn_links(source: Source) -> UrnLinks:
    """Reads which school records follow which.

    Parameters
    ----------
    source : path or pandas.DataFrame
        A table of old and latest URNs (OLD_URN, LATEST_URN), or the links file of Get Information About Schools (URN, LinkURN, LinkType).

    Returns
    -------
    UrnLinks
        The links, with a report of how they were read.

    Raises
    ------
    PublishedFileError
        When the file cannot be read: no text, no table, a needed column is not there. Trouble in single cells and rows is in the report.
    """
    table = open_table(source, ())
    if table.has("LinkURN"):
        return _read_links(table)
    table = open_table(source, ("OLD_URN", "LATEST_URN"))
    report = table.new_report("urn_links")
    old, latest = table.need(report, "OLD_URN"), table.need(report, "LATEST_URN")
    return _links(table, report, zip(old, latest, strict=True))


def _read_links(table: Table) -> UrnLinks:
    report = table.new_report("urn_links")
    urns, linked, kinds = table.need(report, "URN"), table.need(report, "LinkURN"), table.need(report, "LinkType")
    pairs: list[tuple[str, str]] = []
    for urn, other, kind in zip(urns, linked, kinds, strict=True):
        word = kind.casefold()
        pairs.append((other, urn) if word.startswith("predecessor") else (urn, other) if word.startswith("successor") else ("", kind))
    return _links(table, report, pairs)


def _links(table: Table, report: Report, pairs: Iterable[tuple[str, str]]) -> UrnLinks:
    links: list[tuple[str, str]] = []
    for index, (old_text, new_text) in enumerate(pairs):
        old, new = parse_urn(old_text), parse_urn(new_text)
        if old is None or new is None:
            report.skip("not a link from one URN to a later one", f"row {table.row(index)}: {old_text!r} to {new_text!r}")
        else:
            report.school_rows += 1
            links.append((old, new))
    return UrnLinks(links, report)
