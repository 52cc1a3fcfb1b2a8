"""The history of graded inspections (URN, Rating, Inspection Date), one row an inspection."""

from __future__ import annotations

from datetime import date
from typing import Final

from ._collect import date_cell, urn_cell
from ._dates import iso
from ._report import Report
from ._result import Observation, ReadResult
from ._table import Source, file_name, open_table

KEYS: Final = ("URN", "Rating", "Inspection Date")
SATISFACTORY: Final = "published as Satisfactory, the name of grade 3 until 2012"
RATINGS: Final = {
    "outstanding": "outstanding",
    "good": "good",
    "requires improvement": "requires_improvement",
    "satisfactory": "requires_improvement",
    "inadequate": "inadequate",
}


def read_ofsted_history(source: Source, *, recorded_at: date | str | None = None) -> ReadResult:
    """Reads overall grades of all inspections in the file; grade 3 was called Satisfactory until 2012 and is noted so.

    Parameters
    ----------
    source : path or pandas.DataFrame
        The file of all graded inspections.
    recorded_at : datetime.date or str, optional
        When the file was published: from that day its figures are known. From the start when absent.

    Returns
    -------
    ReadResult
        Grades, each on the first day of its inspection.

    Raises
    ------
    PublishedFileError
        When the file cannot be read: no text, no table, a needed column is not there. Trouble in single cells and rows is in the report.
    ValueError
        When an argument is not a date.
    """
    table = open_table(source, KEYS)
    report = table.new_report("ofsted_history")
    urns, ratings, days = table.need(report, "URN"), table.need(report, "Rating"), table.need(report, "Inspection Date")
    origin, recorded = f"Ofsted, inspection history ({file_name(source) or 'table'})", iso(recorded_at)
    seen: dict[tuple[str, str], Observation] = {}
    for index in range(len(table)):
        place = table.row(index)
        urn = urn_cell(table, report, index, urns[index])
        if urn is None:
            continue
        day = date_cell(report, place, urn, "Inspection Date", days[index])
        grade = RATINGS.get(ratings[index].casefold())
        if day is None or grade is None:
            report.skip("no date" if day is None else "rating is not known", f"row {place}: {urn}, {ratings[index]!r} on {days[index]!r}")
            continue
        report.school_rows += 1
        report.remember([(urn, place)], day)
        observation: Observation = {"school": urn, "indicator": "ofsted.overall", "value": grade, "observed_on": day}
        if recorded:
            observation["recorded_at"] = recorded
        observation["source"] = origin
        if ratings[index].casefold() == "satisfactory":
            observation["note"] = SATISFACTORY
        _keep(seen, observation, grade, day, report, place)
    return ReadResult(list(seen.values()), report=report)


def _keep(seen: dict[tuple[str, str], Observation], observation: Observation, grade: str, day: str, report: Report, place: int) -> None:
    """One observation for a school and day. Two grades for one day contradict each other: both are left out."""
    urn = observation["school"]
    other = seen.setdefault((urn, day), observation)
    if other is observation:
        return
    if other.get("value") == grade:
        report.warn("some inspections stand in the file twice; one of each is taken")
        return
    grades = f"{other.get('value', other.get('missing'))} and {grade}"
    report.error(place, urn, "Rating", grade, f"two grades for one day, {day}: {grades}; neither is taken")
    seen[urn, day] = {"school": urn, "indicator": "ofsted.overall", "missing": "unknown", "observed_on": day, "source": observation.get("source", ""),
                      "note": f"the file gives two grades: {grades}"}
