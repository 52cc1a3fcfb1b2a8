"""What a school cannot have: an infant school no Key Stage 2, a year without earlier tests no progress, a day before November 2025 no report card."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from ._dates import iso, parse_academic_year
from ._indicators import NO_MEASURE, PUPIL_GROUPS, SUBJECTS, NoMeasure
from ._ofsted_absent import no_report_card_yet
from ._result import Observation, School


@dataclass(frozen=True, slots=True)
class Stage:
    """A key stage: the age at which its last year begins and ends, the phases that never have it, and the indicators of its results.

    Attributes
    ----------
    title : str
        Name of the key stage.
    starts_by : int
        Pupils must be taken in by this age in years ...
    lasts_to : int
        ... and stay to this one.
    never : frozenset[str]
        Phases that never have it.
    cells : tuple of tuple[str, str]
        Indicator and group of each of its results.
    """

    title: str
    starts_by: int
    lasts_to: int
    never: frozenset[str]
    cells: tuple[tuple[str, str], ...]


_KS2_CELLS: Final = (
    *((indicator, group) for indicator in ("ks2.rwm_expected", "ks2.rwm_higher") for group in ("", *PUPIL_GROUPS)),
    *((indicator, subject) for indicator in ("ks2.expected", "ks2.progress") for subject in SUBJECTS),
    *(("ks2.score", subject) for subject in SUBJECTS if subject != "writing"),
)
#: The stage that ends at 11, with its results.
KEY_STAGE_2: Final = Stage("Key Stage 2", 10, 11, frozenset({"nursery", "secondary", "sixth_form"}), _KS2_CELLS)
#: The stage that ends at 16, with its results.
KEY_STAGE_4: Final = Stage("Key Stage 4", 15, 16, frozenset({"nursery", "primary", "middle", "sixth_form"}),
                           (("ks4.attainment8", ""), ("ks4.progress8", ""), ("ks4.basics_5", "")))
STAGES: Final = (KEY_STAGE_2, KEY_STAGE_4)


def has_stage(school: School, stage: Stage) -> bool | None:
    """Return whether a school teaches the last year of a key stage: by its statutory ages, else by its phase where that settles it.

    Parameters
    ----------
    school : School
        With its ages or phase.
    stage : Stage
        ``KEY_STAGE_2`` or ``KEY_STAGE_4``.

    Returns
    -------
    bool or None
        None when neither settles it.
    """
    low, high = school.get("low_age"), school.get("high_age")
    if low is not None and high is not None:
        return low <= stage.starts_by and high >= stage.lasts_to
    return False if school.get("phase") in stage.never else None


def mark_not_applicable(schools: Iterable[School], observations: Iterable[Observation], periods: Iterable[str] = (), *,
                        as_at: date | str | None = None) -> list[Observation]:
    """The observations, with not applicable ones added for what a school cannot have.

    Results of a key stage it does not teach are added for the periods given, else for every period the observations have results of that stage for. Nothing is added for a
    school that has an observation of the stage with a value: its ages may have changed since. Progress scores are added beside the results of years that have no progress measure, where nothing is said of them.

    Parameters
    ----------
    schools : iterable of School
        With their statutory ages or phase.
    observations : iterable of Observation
        What is known so far.
    periods : iterable of str, optional
        ``"2018/19"`` ...
    as_at : datetime.date or str, optional
        The day the schools are looked at. On a day before 10 November 2025, when report cards began, no school has one.

    Returns
    -------
    list of Observation
        Those given, then those added.
    """
    result, judged = list(observations), list(schools)
    wanted = [parse_academic_year(period) for period in periods]
    for stage in STAGES:
        indicators = {indicator for indicator, _ in stage.cells}
        of_stage = [observation for observation in result if observation["indicator"] in indicators]
        years = wanted or sorted({observation["period"] for observation in of_stage if "period" in observation})
        with_results = {observation["school"] for observation in of_stage if "value" in observation}
        taken = {_cell(observation) for observation in of_stage}
        for school in judged:
            if has_stage(school, stage) is False and school["id"] not in with_results:
                result += [added for year in years for added in _marks(school, stage, year) if _cell(added) not in taken]
    for indicator, gap in NO_MEASURE.items():
        result += _without_measure(indicator, gap, result)
    if as_at is not None:
        result += no_report_card_yet((school["id"] for school in judged), iso(as_at) or "")
    return result


def _without_measure(indicator: str, gap: NoMeasure, observations: list[Observation]) -> list[Observation]:
    """The measure that is not there beside each of the results it would belong to; known from the day those are."""
    taken = {_cell(observation) for observation in observations if observation["indicator"] == indicator}
    found: list[Observation] = []
    for beside in observations:
        if beside["indicator"] != gap.beside or beside.get("group") or "value" not in beside or "period" not in beside or beside["period"] not in gap.periods:
            continue
        for group in gap.groups:
            observation: Observation = {"school": beside["school"], "indicator": indicator, "period": beside["period"], "missing": "not_applicable",
                                        "source": beside.get("source", ""), "note": gap.why}
            if group:
                observation["group"] = group
            if "recorded_at" in beside:
                observation["recorded_at"] = beside["recorded_at"]
            if _cell(observation) not in taken:
                found.append(observation)
    return found


def _cell(observation: Observation) -> tuple[str, str, str, str]:
    return observation["school"], observation["indicator"], observation.get("group", ""), observation.get("period", "")


def _marks(school: School, stage: Stage, period: str) -> Iterable[Observation]:
    low, high = school.get("low_age"), school.get("high_age")
    why = f"pupils from {low} to {high}" if low is not None and high is not None else f"phase {school.get('phase')}"
    for indicator, group in stage.cells:
        observation: Observation = {"school": school["id"], "indicator": indicator, "period": period, "missing": "not_applicable",
                                    "source": "statutory ages and phase of the school", "note": f"no {stage.title}: {why}"}
        if group:
            observation["group"] = group
        yield observation
