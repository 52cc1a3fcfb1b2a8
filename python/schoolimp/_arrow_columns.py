"""A table of texts, whole numbers, conditions and dates made of Python values, given to the library as one Arrow array."""

from __future__ import annotations

import ctypes
import datetime as dt
import itertools
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from . import _core
from ._arrow_memory import RELEASE_ARRAY, RELEASE_SCHEMA, Array, Schema, capsule

__all__ = ["Column", "table_of"]

_EPOCH = dt.date(1970, 1, 1).toordinal()
_NULLABLE = 2

#: What C++ points into, by a number that travels in ``private_data``; let go of when it is released.
_held: dict[int, Any] = {}
_numbers = itertools.count(1)


@dataclass(frozen=True, slots=True)
class Column:
    """Values of one type, None where there is none."""

    kind: str  #: ``text``, ``whole``, ``truth`` or ``date``.
    values: Sequence[Any]


def table_of(columns: Mapping[str, Column]) -> _core.Table:
    """Return a table with these columns; they have one length."""
    lengths = {len(column.values) for column in columns.values()}
    rows = lengths.pop() if lengths else 0
    if lengths:
        raise ValueError(f"columns of different lengths: { {name: len(column.values) for name, column in columns.items()} }")
    return _core.Table.from_arrow(_Given(columns, rows))


class _Given:
    """The columns for the one call that takes them in."""

    def __init__(self, columns: Mapping[str, Column], rows: int) -> None:
        self._schema = _schema(b"+s", b"", [_schema(_FORMATS[column.kind], name.encode(), []) for name, column in columns.items()])
        self._array = _array(rows, 0, [], [_column_array(column) for column in columns.values()])

    def __arrow_c_array__(self, requested_schema: object | None = None) -> tuple[object, object]:
        return capsule(self._schema, "arrow_schema"), capsule(self._array, "arrow_array")


_FORMATS = {"text": b"U", "whole": b"l", "truth": b"b", "date": b"tdD"}


def _column_array(column: Column) -> Array:
    values = column.values
    nulls = sum(value is None for value in values)
    buffers = [_bits([value is not None for value in values])]
    if column.kind == "text":
        encoded = [b"" if value is None else value.encode() for value in values]
        buffers += [array("q", itertools.accumulate(map(len, encoded), initial=0)).tobytes(), b"".join(encoded)]
    elif column.kind == "truth":
        buffers.append(_bits([bool(value) for value in values]))
    elif column.kind == "date":
        buffers.append(array("i", [0 if value is None else value.toordinal() - _EPOCH for value in values]).tobytes())
    else:
        buffers.append(array("q", [0 if value is None else value for value in values]).tobytes())
    return _array(len(values), nulls, buffers, [])


def _bits(values: Sequence[bool]) -> bytes:
    """Return one bit a value, the first in the lowest bit of the first byte."""
    bits = bytearray((len(values) + 7) // 8)
    for place, is_true in enumerate(values):
        bits[place // 8] |= is_true << place % 8
    return bytes(bits)


def _schema(form: bytes, name: bytes, children: list[Schema]) -> Schema:
    pointers = (ctypes.POINTER(Schema) * max(1, len(children)))(*map(ctypes.pointer, children))
    number = next(_numbers)
    _held[number] = (form, name, pointers, children)
    return Schema(form, name, None, _NULLABLE, len(children), pointers, None, _SCHEMA_RELEASED, number)


def _array(length: int, nulls: int, buffers: list[bytes], children: list[Array]) -> Array:
    # The buffers of a table itself are one, the nulls of its rows, which it has not.
    held = [ctypes.create_string_buffer(buffer, max(1, len(buffer))) for buffer in buffers]
    addresses = (ctypes.c_void_p * max(1, len(held)))(*map(ctypes.addressof, held))
    pointers = (ctypes.POINTER(Array) * max(1, len(children)))(*map(ctypes.pointer, children))
    number = next(_numbers)
    _held[number] = (held, addresses, pointers, children)
    return Array(length, nulls, 0, max(1, len(held)), len(children), addresses, pointers, None, _ARRAY_RELEASED, number)


def _let_go(pointer: Any, released: Any) -> None:
    structure = pointer.contents
    for place in range(structure.n_children):
        child = structure.children[place]
        if child and child.contents.release:
            child.contents.release(child)
    structure.release = released
    _held.pop(structure.private_data, None)


def _release_schema(pointer: Any) -> None:
    _let_go(pointer, RELEASE_SCHEMA())


def _release_array(pointer: Any) -> None:
    _let_go(pointer, RELEASE_ARRAY())


_SCHEMA_RELEASED = RELEASE_SCHEMA(_release_schema)
_ARRAY_RELEASED = RELEASE_ARRAY(_release_array)
