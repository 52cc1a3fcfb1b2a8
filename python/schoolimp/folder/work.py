"""The work of a run: judge every school, make or revise its plan, place the calendar."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any

import schoolimp as si

from ..errors import Issue, SchoolImpError
from .calendar_options import calendar_options
from .decided import Decider
from .earlier import Earlier
from .inputs import Inputs
from .problems import InputError, Problems, did_you_mean
from .settings import SETTINGS_FILE, Settings
from .tables import level_titles
from .years import YearsInForce

__all__ = ["Progress", "Results", "judge_trust", "place_calendar", "plan_trust", "put_aside_notices"]

Progress = Callable[[str, int, int], object]


@dataclass(frozen=True)
class Results:
    """What a run came to. Stages that were not asked for stay empty."""

    judgements: tuple[si.Judgement, ...] = ()
    rollup: si.Rollup | None = None
    plans: dict[str, si.Plan] = field(default_factory=dict)
    plans_replaced: dict[str, si.Plan] = field(default_factory=dict)  #: Plans under another framework, put aside.
    calendar: si.Calendar | None = None
    notices: tuple[Issue, ...] = ()


def judge_trust(inputs: Inputs, settings: Settings, earlier: Earlier, progress: Progress | None = None) -> Results:
    """Judge every school and put the decisions of people on the judgements.

    Raises
    ------
    InputError
        When the evidence contradicts the framework, or a decision names what the framework does not have.
    """
    problems = Problems()
    try:
        judged = si.judge_all(
            inputs.framework,
            inputs.evidence,
            trust=inputs.trust,
            benchmarks=inputs.benchmarks,
            progress=_stage(progress, "judging"),
            **_as_of(settings),
        )
    except SchoolImpError as failure:
        problems.from_document("evidence", failure)
        raise InputError(f"evidence: {failure}", problems.issues) from failure
    assert settings.known is not None
    decider = Decider(inputs.framework, earlier.judgements, inputs.decisions_file, settings.known, problems)
    judgements = decider.apply(judged, inputs.decisions)
    problems.raise_errors(InputError, "decisions")
    return Results(judgements, si.roll_up(inputs.framework, judgements), notices=problems.warnings)


def plan_trust(inputs: Inputs, settings: Settings, results: Results, earlier: Earlier, progress: Progress | None = None) -> Results:
    """Make the plan of every school that has a level in force, revising the one it has.

    Raises
    ------
    InputError
        When a school has no school year for the day plans are made on, or a plan cannot be made from the data.
    """
    problems = Problems()
    planner = _Planner(inputs, settings, earlier, problems)
    report = _stage(progress, "planning")
    for done, judgement in enumerate(results.judgements, start=1):
        planner.plan(judgement)
        if report is not None:
            report(done, len(results.judgements))
    problems.raise_errors(InputError, "plans")
    return replace(results, plans=planner.plans, plans_replaced=planner.replaced, notices=results.notices + problems.warnings)


def place_calendar(inputs: Inputs, settings: Settings, results: Results, earlier: Earlier) -> Results:
    """Place the calendar of the whole trust, keeping what the earlier one published.

    Raises
    ------
    InputError
        When the calendar's settings name what does not exist.
    """
    assert settings.valid is not None and settings.stamp is not None
    options = calendar_options(settings.calendar, settings.valid)
    years = YearsInForce(inputs.school_years, inputs.trust, settings.made_on or settings.valid)
    problems = Problems()
    years.need_one(problems)
    problems.raise_errors(InputError, "calendar")
    try:
        calendar = si.make_calendar(
            inputs.framework,
            trust=inputs.trust,
            school_years=years.documents,
            judgements=results.judgements,
            plans=results.plans.values(),
            previous=earlier.calendar,
            stamp=settings.stamp,
            **options,
        )
    except SchoolImpError as failure:
        problems.from_document("calendar", failure)
        raise InputError(f"calendar: {failure}", problems.issues) from failure
    for issue in calendar.issues:
        problems.issue_of("calendar", issue)
    _note_unknown(options["unpin"], (earlier.calendar, calendar), problems)
    return replace(results, calendar=calendar, notices=results.notices + problems.warnings)


def _note_unknown(unpin: Iterable[str], calendars: Iterable[si.Calendar | None], problems: Problems) -> None:
    """An event whose agreed date is to be given up, but which no calendar has: most likely its name is mistyped."""
    events = [event for calendar in calendars if calendar is not None for event in calendar.events]
    known = {name for event in events for name in (event.id, event.key)}
    for position, event in enumerate(unpin):
        if event not in known:
            hint = did_you_mean(event, known, "take it off the list, or correct it; calendar.json has the ids and keys")
            problems.warning(f"{SETTINGS_FILE}: /calendar/unpin/{position}", "unknown_event", f'there is no event "{event}" whose date could be given up', hint)


def put_aside_notices(results: Results) -> tuple[Issue, ...]:
    """What happened to plans in this run only; the next run has nothing to say of it."""
    problems = Problems()
    for school, plan in results.plans_replaced.items():
        made_with = plan.to_dict()["framework_id"]
        message = f'was made with the framework "{made_with}"; it is kept beside the new one in plans/earlier'
        problems.warning(f"plan of {school}", "other_framework", message, "carry over by hand what still counts")
    return problems.warnings


def _as_of(settings: Settings) -> dict[str, Any]:
    return {"valid": settings.valid, "known": settings.known, "period": settings.period or None}


def _stage(progress: Progress | None, name: str) -> Callable[[int, int], object] | None:
    return None if progress is None else lambda done, total: progress(name, done, total)


class _Planner:
    """Makes and revises plans school by school, noting what stands in the way."""

    def __init__(self, inputs: Inputs, settings: Settings, earlier: Earlier, problems: Problems) -> None:
        assert settings.made_on is not None
        self._inputs = inputs
        self._made_on = settings.made_on
        self._earlier = earlier
        self._problems = problems
        self._years = YearsInForce(inputs.school_years, inputs.trust, settings.made_on)
        self._titles = level_titles(inputs.framework)
        self.plans: dict[str, si.Plan] = {}
        self.replaced: dict[str, si.Plan] = {}

    def plan(self, judgement: si.Judgement) -> None:
        """Make or revise the plan of one school; without a level in force, or with a problem noted, there is none."""
        school = judgement.school
        plan = self._of_this_framework(school)
        if not any(judgement.level_in_force(answer.judgement) for answer in judgement.answers):
            self._without_level(judgement, plan)
            return
        year = self._years.of(school, self._problems)
        if year is None or (plan is not None and self._before_last_revision(plan)):
            return
        try:
            self.plans[school] = self._made(plan, judgement, year)
        except SchoolImpError as failure:
            self._problems.from_document(f"plan of {self._named(school)}", failure)

    def _of_this_framework(self, school: str) -> si.Plan | None:
        """The school's plan; one under another framework is put aside under its own name and a new one is made."""
        plan = self._earlier.plans.get(school)
        if plan is None:
            return None
        made_with = plan.to_dict()["framework_id"]
        if made_with == self._inputs.framework.id:
            return plan
        self.replaced[school] = plan
        return None

    def _before_last_revision(self, plan: si.Plan) -> bool:
        """A plan does not go back in time; what was believed on an earlier day is looked at beside it, in another folder."""
        last = max((revision.on for revision in plan.revisions if revision.on is not None), default=self._made_on)
        if last <= self._made_on:
            return False
        self._problems.error(
            f"plan of {self._named(plan.school)}",
            "later_revision",
            f"was revised on {last}, after {self._made_on}",
            "give a later --valid or --made-on, or write into another folder with --output",
        )
        return True

    def _without_level(self, judgement: si.Judgement, plan: si.Plan | None) -> None:
        possible = "; ".join(
            ", ".join(self._titles.get((answer.judgement, level), level) for level in answer.possible) for answer in judgement.answers
        )
        kept = "its plan is kept as it is" if plan is not None else "no plan is made"
        message = f"no level is suggested or decided, so {kept}; possible: {possible or 'none'}"
        place = f"school {self._named(judgement.school)}"
        self._problems.warning(place, "no_level", message, "add the missing evidence, or a decision to decisions.json")
        if plan is not None:
            self.plans[judgement.school] = plan

    def _made(self, plan: si.Plan | None, judgement: si.Judgement, year: si.SchoolYear) -> si.Plan:
        inputs = self._inputs
        if plan is None:
            return si.make_plan(inputs.framework, judgement, year, trust=inputs.trust, made_on=self._made_on)
        return si.revise_plan(plan, inputs.framework, judgement, year, trust=inputs.trust, made_on=self._made_on)

    def _named(self, school: str) -> str:
        name = self._inputs.school_names.get(school, "")
        return f"{school} ({name})" if name else school
