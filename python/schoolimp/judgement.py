"""Judging schools: every criterion with its reasons, the suggested level, the levels still possible, and what people decided."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from . import _checks, _core, _json
from ._document import Document, handle_of, handles_of, optional_handle
from .answers import Answer, Comparison, ConditionResult, CriterionResult, Decision, MeasureResult, Reading
from .cohort import Cohort, make_cohort
from .evidence import Benchmarks, Evidence
from .errors import FailedPreconditionError
from .frameworks import Framework
from .judgements import Judgements
from .levels import Level
from .trust import Trust

__all__ = [
    "Answer",
    "Comparison",
    "ConditionResult",
    "CriterionResult",
    "Decision",
    "Decisions",
    "Judgement",
    "MeasureResult",
    "Reading",
    "Rollup",
    "decide",
    "judge",
    "judge_all",
    "roll_up",
]


class Judgement(Document):
    """Everything known about one school under one framework at one pair of dates. Schema ``schoolimp/judgement/1``. Made by :func:`judge`.

    ``suggested`` is what the evidence gives, ``decided`` what people made of it; the two are kept apart.
    """

    __slots__ = ()
    _core_class = _core.Judgement

    @property
    def school(self) -> str:
        """Id of the school."""
        return str(self._members()["school"])

    @property
    def framework_hash(self) -> str:
        """Hash of the framework it was made with."""
        return str(self._handle.framework_hash)

    @property
    def valid(self) -> dt.date:
        """The day the judgement speaks of: what was the case by this date counts."""
        return _json.date_from_days(self._handle.valid)

    @property
    def known_by(self) -> dt.date:
        """The day its knowledge ends: what had been recorded by this date counts."""
        return _json.date_from_days(self._handle.known_by)

    @property
    def answers(self) -> tuple[Answer, ...]:
        """One answer for each question of the framework, in its order; the first is the main one."""
        return self._views("answers", Answer)

    @property
    def criteria(self) -> tuple[CriterionResult, ...]:
        """All criteria with their results."""
        return self._views("criteria", CriterionResult)

    @property
    def measures(self) -> tuple[MeasureResult, ...]:
        """All measures with their values."""
        return self._views("measures", MeasureResult)

    @property
    def conditions(self) -> tuple[ConditionResult, ...]:
        """Conditions of actions, activities, offers, interventions, deployments and movements."""
        return self._views("conditions", ConditionResult)

    @property
    def kpis(self) -> tuple[ConditionResult, ...]:
        """What the framework's KPIs ask of each school; ``owner`` is the KPI's id."""
        return self._views("kpis", ConditionResult)

    @property
    def readings(self) -> tuple[Reading, ...]:
        """Every cell of evidence read or looked for."""
        return self._views("readings", Reading)

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """History of decisions, oldest first."""
        return self._views("decisions", Decision)

    @property
    def known(self) -> int:
        """Number of the school's own cells that have a value."""
        return int(self._handle.known)

    @property
    def missing(self) -> int:
        """Number of the school's own cells that have none; those not applicable are not counted."""
        return int(self._handle.missing)

    def answer(self, judgement: str | None = None) -> Answer:
        """Return the answer to one question of the framework.

        Parameters
        ----------
        judgement : str, optional
            Id of the question; the main one when absent.

        Returns
        -------
        Answer
            What is suggested and possible, with reasons.

        Raises
        ------
        KeyError
            When the framework has no such question; the message names those it has.
        """
        for answer in self.answers:
            if judgement is None or answer.judgement == judgement:
                return answer
        ids = ", ".join(answer.judgement for answer in self.answers) or "none"
        raise KeyError(f"no judgement {judgement!r} in the framework; it has: {ids}")

    def suggested(self, judgement: str | None = None) -> str | None:
        """Return the level the evidence gives.

        Parameters
        ----------
        judgement : str, optional
            Id of the question; the main one when absent.

        Returns
        -------
        str or None
            Id of the level; None when the evidence does not settle it.

        Raises
        ------
        KeyError
            As :meth:`answer`.
        """
        return self.answer(judgement).suggested

    def possible(self, judgement: str | None = None) -> tuple[str, ...]:
        """Return the levels that some filling of the missing evidence would give.

        Parameters
        ----------
        judgement : str, optional
            Id of the question; the main one when absent.

        Returns
        -------
        tuple of str
            Ids of levels, in the order of the scale.

        Raises
        ------
        KeyError
            As :meth:`answer`.
        """
        return self.answer(judgement).possible

    def decided(self, judgement: str | None = None) -> Decision | None:
        """Return the decision in force: the last one people made.

        Parameters
        ----------
        judgement : str, optional
            Id of the question; the main one when absent.

        Returns
        -------
        Decision or None
            None when nobody decided.

        Raises
        ------
        KeyError
            As :meth:`answer`.
        """
        wanted = self.answer(judgement).judgement
        return next((decision for decision in reversed(self.decisions) if decision.judgement == wanted), None)

    def explain(self, judgement: str | None = None) -> str:
        """Return why the levels are suggested, in lines to print.

        Parameters
        ----------
        judgement : str, optional
            Id of the question; all of them when absent.

        Returns
        -------
        str
            For each question its level suggested, those possible, the decision in force where people decided, and the reasons. Levels are named by their ids;
            :func:`schoolimp.report.judgement_markdown` has their titles, and the criteria.

        Raises
        ------
        KeyError
            As :meth:`answer`.
        """
        answers = self.answers if judgement is None else (self.answer(judgement),)
        members = self._members()
        lines = [f"School {self.school}, {members['framework_id']} {members['framework_edition']}, valid {self.valid}"]
        for answer in answers:
            lines += [f"{answer.judgement}: {self._levels_of(answer)}", *(f"- {reason}" for reason in answer.reasons)]
        return "\n".join(lines)

    def _levels_of(self, answer: Answer) -> str:
        if answer.not_applicable:
            return "not asked of this school"
        decision = self.decided(answer.judgement)
        decided = f"; decided {decision.level} on {decision.decided_on} by {decision.by}" if decision else ""
        return f"suggested {answer.suggested or 'none'}; possible {', '.join(answer.possible) or 'none'}{decided}"

    def level_in_force(self, judgement: str | None = None) -> str | None:
        """Return the level to act on: the decided one, else the suggested one.

        Parameters
        ----------
        judgement : str, optional
            Id of the question; the main one when absent.

        Returns
        -------
        str or None
            The level as ``scale.level``; None when there is neither.

        Raises
        ------
        KeyError
            As :meth:`answer`.
        """
        return str(self._handle.level_in_force(self.answer(judgement).judgement)) or None

    def suggested_level(self, framework: Framework, judgement: str | None = None) -> Level | None:
        """Return the suggested level as a value with an order.

        Parameters
        ----------
        framework : Framework
            The one the judgement was made with; it has the order.
        judgement : str, optional
            Id of the question; the main one when absent.

        Returns
        -------
        Level or None
            None when the evidence does not settle it.

        Raises
        ------
        FailedPreconditionError, KeyError
            As :meth:`possible_levels`.
        """
        answer = self.answer(judgement)
        return None if answer.suggested is None else self._level(framework, answer, answer.suggested)

    def decided_level(self, framework: Framework, judgement: str | None = None) -> Level | None:
        """Return the level people decided, as a value with an order.

        Parameters
        ----------
        framework : Framework
            The one the judgement was made with; it has the order.
        judgement : str, optional
            Id of the question; the main one when absent.

        Returns
        -------
        Level or None
            None when nobody decided.

        Raises
        ------
        FailedPreconditionError, KeyError
            As :meth:`possible_levels`.
        """
        decision = self.decided(judgement)
        return None if decision is None else self._level(framework, self.answer(judgement), decision.level)

    def possible_levels(self, framework: Framework, judgement: str | None = None) -> tuple[Level, ...]:
        """Return the levels of :meth:`possible` as values with an order.

        Parameters
        ----------
        framework : Framework
            The one the judgement was made with; it has the order.
        judgement : str, optional
            Id of the question; the main one when absent.

        Returns
        -------
        tuple of Level
            In the order of the scale.

        Raises
        ------
        FailedPreconditionError
            When the judgement was made with another framework.
        KeyError
            When the framework has no such question.
        """
        answer = self.answer(judgement)
        return tuple(self._level(framework, answer, level) for level in answer.possible)

    def _level(self, framework: Framework, answer: Answer, level: str) -> Level:
        if framework.hash != self.framework_hash:
            raise FailedPreconditionError(
                f"the judgement was made with the framework of hash {self.framework_hash[:12]}, and this is {framework.id} {framework.edition} with {framework.hash[:12]}"
            )
        return framework.scale(answer.scale).find(level)

    def _repr_html_(self) -> str:
        """Return what notebooks show; docs/notebooks.md."""
        from ._html.judgement import judgement_html

        return judgement_html(self)

    def _summary(self) -> str:
        levels = ", ".join(f"{answer.judgement}={self._in_words(answer)}" for answer in self.answers)
        return f"school={self.school} {levels} known={self.known} missing={self.missing}"

    def _in_words(self, answer: Answer) -> str:
        decision = self.decided(answer.judgement)
        return (answer.suggested or "|".join(answer.possible) or "none") + (f" (decided {decision.level})" if decision else "")


class Rollup(Document):
    """The trust as a whole: schools by level, KPIs, who gives and receives support. Schema ``schoolimp/rollup/1``. Made by :func:`roll_up`."""

    __slots__ = ()
    _core_class = _core.Rollup

    @property
    def schools(self) -> tuple[str, ...]:
        """Ids of the schools rolled up."""
        return tuple(self._members().get("schools", ()))

    def _repr_html_(self) -> str:
        """Return what notebooks show; docs/notebooks.md."""
        from ._html.rollup import rollup_html

        return rollup_html(self)

    def _summary(self) -> str:
        return f"framework={self._members()['framework_id']} schools={len(self.schools)}"


class Decisions(Document):
    """A list of decisions as a document of its own. Schema ``schoolimp/decisions/1``; ``len()`` is their number."""

    __slots__ = ()
    _core_class = _core.Decisions

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """The decisions in the order of the document."""
        return self._views("decisions", Decision)

    def __len__(self) -> int:
        return len(self._members().get("decisions", ()))

    def _summary(self) -> str:
        return f"decisions={len(self)}"


def judge(
    framework: Framework,
    evidence: Evidence,
    school: str,
    *,
    valid: dt.date,
    known: dt.date | None = None,
    trust: Trust | None = None,
    benchmarks: Benchmarks | None = None,
    period: str | None = None,
    cohort: Cohort | None = None,
) -> Judgement:
    """Judge one school: what level the evidence gives, which others are still possible, and why.

    Nothing is decided by it: :func:`decide` puts what people decide beside what is suggested.

    Parameters
    ----------
    framework : Framework
        The model: one that comes with the library, :func:`framework`, or a trust's own, :meth:`Framework.from_json`.
    evidence : Evidence
        Observations, in the units of the framework's indicators (percentages as 48.5); only those of the school are read.
    school : str
        Id of the school, customarily its URN. A school without any observation is judged too: everything is then unknown.
    valid : datetime.date
        The day the judgement speaks of: what was the case by this date counts.
    known : datetime.date, optional
        What had been recorded by this date counts; `valid` when absent. With an earlier day a judgement of the past is made again as it was.
    trust : Trust, optional
        Gives the school's phase, type, date of joining and number of pupils; without it they are unknown.
    benchmarks : Benchmarks, optional
        National figures; those that come with the library when absent.
    period : str, optional
        The school year that is the current one for annual indicators, ``"2018/19"``; the latest seen of each when absent.
    cohort : Cohort, optional
        The schools that ``rank``, ``percentile``, ``quantile`` and ``median`` compare with, from :func:`make_cohort` with the same framework and dates; without
        it, such figures are missing and every level they could give is possible.

    Returns
    -------
    Judgement
        :meth:`Judgement.suggested` is the level, None when the evidence does not settle it; :meth:`Judgement.possible` the levels that some filling of the missing
        evidence would give; ``answer().reasons`` says why in sentences. The same inputs give the same bytes.

    Raises
    ------
    InvalidDocumentError
        When the evidence contradicts the framework: a level not in its scale, a figure out of its bounds, a wrong type; all of them in ``issues``. Also when
        `period` is no school year.
    FailedPreconditionError
        When the cohort was made with another framework or for other dates.
    TypeError
        When `school` is no text, a date is not a ``datetime.date``, or a document is of another kind.

    See Also
    --------
    judge_all : every school of a trust.
    judge_table : every row of a table, thousands of schools at once.
    decide : what people decide, beside what is suggested.

    Examples
    --------
    >>> import datetime as dt
    >>> import schoolimp as si
    >>> evidence = si.Evidence.from_observations([
    ...     {"school": "100001", "indicator": "ks2.rwm_expected", "period": "2025/26", "value": 48},
    ...     {"school": "100001", "indicator": "ofsted.overall", "value": "good", "observed_on": dt.date(2024, 3, 5)},
    ... ])
    >>> judgement = si.judge(si.framework("pvat"), evidence, "100001", valid=dt.date(2026, 9, 1))
    >>> judgement.suggested(), judgement.possible()
    (None, ('tier_1', 'tier_2', 'tier_3'))
    >>> judgement.answer().reasons[0]
    'The evidence does not settle a level.'
    """
    figures = Benchmarks.builtin() if benchmarks is None else benchmarks
    handle = _core.judge(
        handle_of(framework, Framework, "framework"),
        handle_of(evidence, Evidence, "evidence"),
        _checks.text(school, "school"),
        optional_handle(trust, Trust, "trust"),
        handle_of(figures, Benchmarks, "benchmarks"),
        _json.days(valid, "valid"),
        _json.days(valid if known is None else known, "known"),
        _checks.text(period or "", "period"),
        _cohort_handle(cohort),
    )
    return Judgement._wrap(handle)


def _cohort_handle(cohort: Cohort | None) -> Any:
    if cohort is not None and not isinstance(cohort, Cohort):
        raise TypeError(f"cohort is a Cohort, not {_checks.described(cohort)}; schoolimp.make_cohort gives one")
    return None if cohort is None else cohort._handle


def judge_all(
    framework: Framework,
    evidence: Evidence,
    *,
    trust: Trust,
    valid: dt.date,
    known: dt.date | None = None,
    benchmarks: Benchmarks | None = None,
    period: str | None = None,
    progress: Callable[[int, int], object] | None = None,
    cohort: Cohort | None = None,
) -> Judgements:
    """Judge every school of a trust, in its order, also those without evidence.

    Parameters
    ----------
    framework, evidence
        As for :func:`judge`.
    trust : Trust
        The schools to judge, and what is known of each.
    valid, known, benchmarks, period
        As for :func:`judge`.
    progress : callable, optional
        Called as ``progress(done, total)`` after each school.
    cohort : Cohort, optional
        As for :func:`judge`; that of the whole evidence and the trust when absent.

    Returns
    -------
    Judgements
        A tuple of one for each school, in the order of the trust; a school's is found by its id, and all of them are a table.

    Raises
    ------
    InvalidDocumentError
        As :func:`judge`, at the first school whose evidence contradicts the framework; of all schools at once when the framework has population functions.
    TypeError
        When a date is not a ``datetime.date``, or a document is of another kind.
    """
    figures = Benchmarks.builtin() if benchmarks is None else benchmarks
    handle_of(trust, Trust, "trust")  # Before any work is done.
    if cohort is None:
        cohort = make_cohort(framework, evidence, valid=valid, known=known, trust=trust, benchmarks=figures, period=period)
    judgements: list[Judgement] = []
    for school in trust.schools:
        judgements.append(
            judge(framework, evidence, school.id, valid=valid, known=known, trust=trust, benchmarks=figures, period=period, cohort=cohort)
        )
        if progress is not None:
            progress(len(judgements), len(trust))
    return Judgements._made_with(framework, judgements)


def decide(framework: Framework, judgement: Judgement, decision: Mapping[str, Any] | Decision) -> Judgement:
    """Return the judgement with one more decision of people.

    Parameters
    ----------
    framework : Framework
        The one the judgement was made with: it says who may decide, and in which direction.
    judgement : Judgement
        What is decided on; it stays as it is.
    decision : mapping or Decision
        ``level``, ``decided_on``, ``by`` and, where the framework asks for it, ``reason``. ``school`` and ``judgement`` may be left out: the school judged
        and the main question are meant.

    Returns
    -------
    Judgement
        With the decision last in :attr:`Judgement.decisions`, and so in force; what was suggested stays.

    Raises
    ------
    TypeError
        When ``level`` or ``decided_on`` is not given, or a member is not known.
    InvalidDocumentError, FailedPreconditionError, PermissionDeniedError
        When the framework does not know the judgement or level, lets only others decide, does not allow the direction, or asks for a reason.
    """
    judged = handle_of(judgement, Judgement, "judgement")
    made = decision if isinstance(decision, Decision) else _decision(judgement, decision)
    names = ("school", "judgement", "level", "by", "person", "reason", "suggested", "framework_hash")
    school, question, level, *others = (_checks.text(getattr(made, name), name) for name in names)
    by, person, reason, suggested, framework_hash = others
    decided_on = _json.days(made.decided_on, "decided_on")
    return Judgement._wrap(
        _core.decide(handle_of(framework, Framework, "framework"), judged, school, question, level, decided_on, by, person, reason, suggested, framework_hash)
    )


def _decision(judgement: Judgement, members: Mapping[str, Any]) -> Decision:
    values: dict[str, Any] = {"school": judgement.school, "judgement": judgement.answer().judgement, **members}
    values["decided_on"] = _json.given_date(values.get("decided_on"), "decided_on")
    return Decision(**values)


def roll_up(framework: Framework, judgements: Iterable[Judgement]) -> Rollup:
    """Roll up the judgements of a trust's schools.

    Parameters
    ----------
    framework : Framework
        The one all judgements were made with.
    judgements : iterable of Judgement
        At most one for each school.

    Returns
    -------
    Rollup
        Schools by level, KPIs, and who gives and receives support.

    Raises
    ------
    InvalidDocumentError
        When they were made with another framework, or name a school twice; all of it in ``issues``.
    TypeError
        When an argument is another document, or one judgement is given alone.
    """
    return Rollup._wrap(_core.roll_up(handle_of(framework, Framework, "framework"), handles_of(judgements, Judgement, "judgements")))
