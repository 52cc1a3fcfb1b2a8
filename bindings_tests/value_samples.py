"""One value of every public class of the package, always the same: what the tests of pickles and the pickles kept are made from."""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import inspect
import types
import typing
from decimal import Decimal
from typing import Any

import samples
import schoolimp as si
import table_sample

#: Classes that hold what is worked out and say so when they are pickled: they are made again.
MADE_AGAIN = ("Cohort", "TableJudgement")
ISSUES = (si.Issue("/levels/0", "unknown_name", "'x' is no level", "did you mean 'y'?"), si.Issue("", "stale", "old", severity="warning"))
SIMPLE: dict[Any, Any] = {int: 7, bool: True, Decimal: Decimal("2.50"), dt.date: dt.date(2026, 9, 7), dt.datetime: dt.datetime(2026, 9, 7, 12, 30, tzinfo=dt.UTC)}


def public_classes() -> dict[str, type]:
    """The public classes by name, those made again left out."""
    named = {name: getattr(si, name) for name in si.__all__}
    return {name: value for name, value in named.items() if inspect.isclass(value) and name not in MADE_AGAIN}


def sample(cls: Any) -> Any:
    """The value of a public class."""
    if issubclass(cls, si.SchoolImpError):
        return cls(f"a failure of the kind {cls.__name__}", ISSUES)
    if dataclasses.is_dataclass(cls):
        return _dataclass(cls)
    if cls in (si.StatusCode, si.RowState):
        return list(cls)[1]
    return _documents()[cls]


@functools.cache
def _documents() -> dict[type, Any]:
    """Small documents of every kind."""
    framework = si.Framework.from_dict(table_sample.DOCUMENT)
    row = {"school": "100001", "indicator": "absence", "period": "2025/26", "value": Decimal("3.9")}
    judgement = si.judge(framework, si.Evidence.from_observations([row]), "100001", valid=samples.TODAY)
    calendar = si.make_calendar(
        samples.framework(), trust=samples.trust(), school_years=[samples.school_year()], judgements=[samples.judgement("100001")], from_date=dt.date(2027, 6, 1), stamp=samples.STAMP
    )
    rest = {type(document): document for document in samples.documents().values()}
    return {**rest, si.Framework: framework, si.Judgement: judgement, si.Judgements: si.Judgements([judgement]), si.Calendar: calendar}


def _dataclass(cls: Any) -> Any:
    if cls in (si.Level, si.Scale):
        scale = si.framework("pvat").scale("tier")
        return scale if cls is si.Scale else scale.find("tier_2")
    hints = typing.get_type_hints(cls)
    return cls(**{field.name: _of_type(hints[field.name], field.name) for field in dataclasses.fields(cls)})


def _of_type(hint: Any, name: str) -> Any:
    """A value of a field that shows which field it is."""
    if hint is str:
        return f"the {name}"
    if hint in SIMPLE:
        return SIMPLE[hint]
    if isinstance(hint, types.UnionType):
        return _of_type(typing.get_args(hint)[0], name)
    if typing.get_origin(hint) is tuple:
        return tuple(_of_type(item, name) for item in typing.get_args(hint) if item is not ...)
    return sample(hint)
