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

try:
    from . import _core
except ImportError as error:  # pragma: no cover - needs a broken installation
    import platform as _platform

    raise ImportError(
        f"the compiled part of schoolimp cannot be loaded by Python {_platform.python_version()} on {_platform.platform()}: {error}. "
        "It is built for one version of Python; install schoolimp again with this interpreter: python -m pip install --force-reinstall schoolimp"
    ) from error

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
from .evidence import Benchmark, Benchmarks, Evidence, Observation, check_evidence
from .frameworks import (
    Framework,
    FrameworkInfo,
    check_document,
    check_framework,
    framework,
    frameworks,
    schema,
)
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
from .levels import Level, NormalisedLevels, NormalisedWord, Scale
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
from .wide import IndicatorColumn

__version__: str = _core.__version__

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
    "record_progress",
    "report",
    "revise_plan",
    "roll_up",
    "schema",
    "write_icalendar",
]
