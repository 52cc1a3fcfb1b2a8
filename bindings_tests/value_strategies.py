"""Strategies that make any public value of the package, from the types of its fields; what has rules of its own is made by them."""

from __future__ import annotations

import dataclasses
import datetime as dt
import types
import typing
from decimal import Decimal
from typing import Any

import schoolimp as si
from hypothesis import strategies as st

WORDS = st.from_regex(r"\A[a-z][a-z0-9_]{0,8}\Z")
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
SIMPLE: dict[Any, st.SearchStrategy[Any]] = {
    str: TEXTS,
    int: st.integers(),
    bool: st.booleans(),
    Decimal: st.decimals(allow_nan=False),
    dt.date: st.dates(),
    # Of an hour that comes twice there is only one in UTC: the second is no other instant there.
    dt.datetime: st.datetimes(timezones=st.just(dt.UTC)).map(lambda moment: moment.replace(fold=0)),
    type(None): st.none(),
    si.Evidence: st.lists(st.integers(0, 100), max_size=3).map(
        lambda figures: si.Evidence.from_observations(
            {"school": str(900001 + place), "indicator": "ks2.rwm_expected", "period": "2024/25", "value": figure} for place, figure in enumerate(figures)
        )
    ),
}


@st.composite
def scales(draw: st.DrawFn) -> si.Scale:
    """A scale with levels of its own."""
    id, order = draw(WORDS), draw(st.sampled_from(["best_first", "worst_first", "none"]))
    among = tuple(draw(st.lists(WORDS, min_size=1, max_size=5, unique=True)))
    return si.Scale(id, draw(TEXTS), order, tuple(si.Level(id, level, draw(TEXTS), order, among) for level in among))


LEVELS = scales().flatmap(lambda scale: st.sampled_from(scale.levels))


def of_type(hint: Any) -> st.SearchStrategy[Any]:
    """Values of a type as the fields of public classes are annotated."""
    if hint in SIMPLE:
        return SIMPLE[hint]
    if isinstance(hint, types.UnionType):
        return st.one_of([of_type(option) for option in typing.get_args(hint)])
    if typing.get_origin(hint) is tuple:
        item, *rest = typing.get_args(hint)
        if rest == [...]:
            return st.lists(of_type(item), max_size=3).map(tuple)
        return st.tuples(*(of_type(part) for part in (item, *rest)))
    if dataclasses.is_dataclass(hint):
        return values(hint)
    raise AssertionError(f"nothing makes a {hint}: add it to value_strategies.py")


def values(cls: Any) -> st.SearchStrategy[Any]:
    """Values of a public dataclass."""
    if cls is si.Level:
        return LEVELS
    if cls is si.Scale:
        return scales()
    hints = typing.get_type_hints(cls)
    return st.builds(cls, **{field.name: of_type(hints[field.name]) for field in dataclasses.fields(cls)})
