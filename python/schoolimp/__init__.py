"""School improvement models as data: evidence, judgement with reasons, support plan, improvement calendar.

First result:

>>> import datetime as dt
>>> import schoolimp as si
>>> evidence = si.Evidence.from_csv("school,indicator,period,value\\n100001,ks2.rwm_expected,2025/26,48\\n")
>>> si.judge(si.framework("pvat"), evidence, "100001", valid=dt.date(2026, 9, 1)).possible()
('tier_1', 'tier_2', 'tier_3')

Documents (Framework, Evidence, Trust, SchoolYear, Judgement, Plan, Calendar ...) are immutable values with ``from_json``, ``to_json``, ``from_dict``,
``to_dict``; they compare, hash and pickle by their content. Functions are pure: they read no clock and write no file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

try:
    from . import _core
except ImportError as _error:  # pragma: no cover - needs a broken installation
    import platform as _platform

    raise ImportError(
        f"the compiled part of schoolimp cannot be loaded by Python {_platform.python_version()} on {_platform.platform()}: {_error}. "
        "It is built for one version of Python; install schoolimp again with this interpreter: python -m pip install --force-reinstall schoolimp"
    ) from _error

from .errors import (
    AbortedError,
    AlreadyExistsError,
    CancelledError,
    DataLossError,
    DeadlineExceededError,
    FailedPreconditionError,
    InternalError,
    InvalidDocumentError,
    Issue,
    NotFoundError,
    OutOfRangeError,
    PermissionDeniedError,
    ResourceExhaustedError,
    SchoolImpError,
    StatusCode,
    UnauthenticatedError,
    UnavailableError,
    UnimplementedError,
    UnknownError,
)
from .frameworks import (
    Framework,
    FrameworkInfo,
    check_document,
    check_framework,
    framework,
    frameworks,
    schema,
)
from .levels import Level, NormalisedLevels, NormalisedWord, Scale

# These are imported when first asked for (PEP 562), so that importing the package is quick. Not so frameworks: the module would hide the function of its name.
if TYPE_CHECKING:
    from . import report
    from .calendar import (
        Cadence,
        CadenceOverride,
        Calendar,
        CalendarChanges,
        CalendarEvent,
        CalendarSchool,
        DateRange,
        EventParticipant,
        EventReport,
        KnownEvent,
        Offset,
        PinnedDate,
        UndatedItem,
        compare_calendars,
        make_calendar,
        write_icalendar,
    )
    from .cohort import Cohort, make_cohort
    from .evidence import Benchmark, Benchmarks, Evidence, Observation, check_evidence
    from .judgement import (
        Answer,
        Comparison,
        ConditionResult,
        CriterionResult,
        Decision,
        Decisions,
        Judgement,
        MeasureResult,
        Reading,
        Rollup,
        decide,
        judge,
        judge_all,
        roll_up,
    )
    from .judgements import Judgements
    from .plan import (
        Milestone,
        Objective,
        OpenPoint,
        Plan,
        PlanAction,
        PlanLevel,
        ProgressEntry,
        RagResult,
        Revision,
        Visit,
        make_plan,
        rate_objectives,
        record_progress,
        revise_plan,
    )
    from .schoolyear import (
        BankHoliday,
        HalfTermCount,
        SchoolYear,
        SchoolYearAudit,
        bank_holidays,
    )
    from .tables import RowState, TableJudgement, judge_table
    from .trust import Person, School, Trust
    from .wide import WideReading, read_wide
    from .wide_columns import IndicatorColumn
    from .wide_report import WideCode, WideColumn, WideReport, WideWord

__version__: str = _core.__version__

#: The modules that are imported when they, or one of these names of theirs, are first asked for.
_LATER = {
    "calendar": "Cadence CadenceOverride Calendar CalendarChanges CalendarEvent CalendarSchool DateRange EventParticipant EventReport KnownEvent Offset "
    "PinnedDate UndatedItem compare_calendars make_calendar write_icalendar",
    "cohort": "Cohort make_cohort",
    "evidence": "Benchmark Benchmarks Evidence Observation check_evidence",
    "judgement": "Answer Comparison ConditionResult CriterionResult Decision Decisions Judgement MeasureResult Reading Rollup decide judge judge_all roll_up",
    "judgements": "Judgements",
    "plan": "Milestone Objective OpenPoint Plan PlanAction PlanLevel ProgressEntry RagResult Revision Visit make_plan rate_objectives record_progress revise_plan",
    "report": "",
    "schoolyear": "BankHoliday HalfTermCount SchoolYear SchoolYearAudit bank_holidays",
    "tables": "RowState TableJudgement judge_table",
    "trust": "Person School Trust",
    "wide": "WideReading read_wide",
    "wide_columns": "IndicatorColumn",
    "wide_report": "WideCode WideColumn WideReport WideWord",
}
_MODULE_OF = {name: module for module, names in _LATER.items() for name in names.split()}

if not TYPE_CHECKING:  # Seen by a type checker, this would make every misspelled name a good one.

    def __getattr__(name: str) -> object:
        import sys
        from importlib import import_module

        if name in _LATER:
            return import_module(f"{__name__}.{name}")
        if name not in _MODULE_OF:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name, obj=sys.modules[__name__])
        value = globals()[name] = getattr(import_module(f"{__name__}.{_MODULE_OF[name]}"), name)
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


__all__ = [
    "AbortedError",
    "AlreadyExistsError",
    "Answer",
    "BankHoliday",
    "Benchmark",
    "Benchmarks",
    "Cadence",
    "CadenceOverride",
    "Calendar",
    "CalendarChanges",
    "Cohort",
    "CalendarEvent",
    "CalendarSchool",
    "CancelledError",
    "Comparison",
    "ConditionResult",
    "CriterionResult",
    "DataLossError",
    "DateRange",
    "DeadlineExceededError",
    "Decision",
    "Decisions",
    "Evidence",
    "EventParticipant",
    "EventReport",
    "FailedPreconditionError",
    "Framework",
    "FrameworkInfo",
    "HalfTermCount",
    "IndicatorColumn",
    "InternalError",
    "InvalidDocumentError",
    "Issue",
    "Judgement",
    "Judgements",
    "KnownEvent",
    "Level",
    "MeasureResult",
    "Milestone",
    "NormalisedLevels",
    "NormalisedWord",
    "NotFoundError",
    "Objective",
    "Observation",
    "Offset",
    "OpenPoint",
    "OutOfRangeError",
    "PermissionDeniedError",
    "Person",
    "PinnedDate",
    "Plan",
    "PlanAction",
    "PlanLevel",
    "ProgressEntry",
    "RagResult",
    "Reading",
    "ResourceExhaustedError",
    "Revision",
    "Rollup",
    "RowState",
    "Scale",
    "School",
    "SchoolImpError",
    "SchoolYear",
    "SchoolYearAudit",
    "StatusCode",
    "TableJudgement",
    "Trust",
    "UnauthenticatedError",
    "UnavailableError",
    "UndatedItem",
    "UnimplementedError",
    "UnknownError",
    "Visit",
    "WideCode",
    "WideColumn",
    "WideReading",
    "WideReport",
    "WideWord",
    "__version__",
    "bank_holidays",
    "check_document",
    "check_evidence",
    "check_framework",
    "compare_calendars",
    "decide",
    "framework",
    "frameworks",
    "judge",
    "judge_all",
    "judge_table",
    "make_calendar",
    "make_cohort",
    "make_plan",
    "rate_objectives",
    "read_wide",
    "record_progress",
    "report",
    "revise_plan",
    "roll_up",
    "schema",
    "write_icalendar",
]
