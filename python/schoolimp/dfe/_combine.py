"""Several results as one."""

from __future__ import annotations

from ._report import Problem, Report
from ._result import Benchmark, Observation, ReadResult, School

_Cell = tuple[str, str, str, str, str, str]


def combine(*results: ReadResult) -> ReadResult:
    """All results together. Give the files you trust most first.

    Where two of them tell of the same cell (school, indicator, group, period or day, and recording date), a value goes before a missing one,
    and of two different values the first is kept and the other listed in the report's errors. Of a school each member is taken from
    the first result that has it.

    Parameters
    ----------
    *results : ReadResult
        They stay as they are.

    Returns
    -------
    ReadResult
        Each cell, school and national figure once; ``report.parts`` has the reports of all.

    Raises
    ------
    TypeError
        When a list of results is given instead of its items.
    """
    for result in results:
        if not isinstance(result, ReadResult):
            raise TypeError(f"combine takes results one by one, combine(first, second), and a {type(result).__name__} is none; of a list: combine(*results)")
    report = Report(family="combination")
    for result in results:
        report.include(result.report)
    observations: dict[_Cell, Observation] = {}
    schools: dict[str, School] = {}
    benchmarks: dict[tuple[str, str, str, str], Benchmark] = {}
    for result in results:
        for observation in result.observations:
            _keep(observations, observation, report)
        for school in result.schools:
            known = schools.get(school["id"])
            schools[school["id"]] = {**school, **known} if known else school
        for line in result.benchmarks:
            _keep_benchmark(benchmarks, line, report)
    return ReadResult(list(observations.values()), list(schools.values()), list(benchmarks.values()), report)


def _cell(observation: Observation) -> _Cell:
    return (observation["school"], observation["indicator"], observation.get("group", ""), observation.get("period", ""),
            observation.get("observed_on", ""), observation.get("recorded_at", ""))


def _keep(kept: dict[_Cell, Observation], observation: Observation, report: Report) -> None:
    cell = _cell(observation)
    other = kept.setdefault(cell, observation)
    if other is observation:
        return
    if "value" not in other and "value" in observation:
        kept[cell] = observation
    elif "value" in other and "value" in observation and other["value"] != observation["value"]:
        when = observation.get("period") or observation.get("observed_on", "")
        report.errors.append(Problem(observation.get("source", ""), 0, observation["school"], observation["indicator"], str(observation["value"]),
                                     f"{observation['value']} for {when} contradicts {other['value']} from {other.get('source', 'another file')}, which is kept"))


def _keep_benchmark(kept: dict[tuple[str, str, str, str], Benchmark], line: Benchmark, report: Report) -> None:
    cell = (line["indicator"], line["group"], line["period"], line["phase"])
    other = kept.setdefault(cell, line)
    if other["value"] != line["value"]:
        report.warn(f"national {line['indicator']}{' ' + line['group'] if line['group'] else ''} {line['period']} ({line['phase']}): "
                    f"{line['value']} from {line['source']} differs from {other['value']} from {other['source']}, which is kept")
