"""Typed, read-only views of the members of documents: frozen dataclasses made from JSON objects."""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import types
import typing
from collections.abc import Hashable, Mapping
from typing import Any, TypeVar

from ._json import parse_instant

View = TypeVar("View")


def view(cls: type[View], members: Mapping[str, Any]) -> View:
    """Return ``cls`` filled from a JSON object.

    Members the class does not name are left out; those a document leaves out take the default of their field. Lists become tuples, texts
    become dates where the field is one, objects become the view class of the field.
    """
    values = {name: _converted(members[name], hint) for name, hint in _fields(typing.cast(Hashable, cls)) if name in members}
    return cls(**values)


@functools.cache
def _fields(cls: Any) -> tuple[tuple[str, Any], ...]:
    hints = typing.get_type_hints(cls)
    return tuple((field.name, hints[field.name]) for field in dataclasses.fields(cls))


def _converted(value: Any, hint: Any) -> Any:
    if value is None:
        return None
    if isinstance(hint, types.UnionType):
        for option in hint.__args__:
            if option in (dt.date, dt.datetime) or dataclasses.is_dataclass(option):
                return _converted(value, option)
        return value
    if typing.get_origin(hint) is tuple:
        item = typing.get_args(hint)[0]
        return tuple(_converted(element, item) for element in value)
    if hint is dt.datetime:
        return parse_instant(value)
    if hint is dt.date:
        return dt.date.fromisoformat(value)
    if dataclasses.is_dataclass(hint):
        return view(typing.cast(type, hint), value)
    return value
