"""A table made of Python values, given to the library as one Arrow array; also beside columns the library has already."""

from __future__ import annotations

import ctypes
import datetime as dt
import itertools
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from . import _core
from ._arrow_memory import RELEASE_ARRAY, RELEASE_SCHEMA, Array, Schema, capsule, pointer_in

__all__ = ["Column", "beside", "table_of"]

_EPOCH = dt.date(1970, 1, 1).toordinal()
_NULLABLE = 2

#: What C++ points into, by a number that travels in ``private_data``; let go of when it is released.
_held: dict[int, Any] = {}
_numbers = itertools.count(1)


@dataclass(frozen=True, slots=True)
class Column:
    """Values of one type, None where there is none."""

    kind: str  #: ``text``, ``whole``, ``number``, ``decimal``, ``truth``, ``date`` or ``null``.
    values: Sequence[Any]

    @property
    def places(self) -> int:
        """Decimal places that all values of a column of decimals need."""
        return max([0, *(-int(Decimal(value).as_tuple().exponent) for value in self.values if value is not None)]) if self.kind == "decimal" else 0

    @property
    def format(self) -> bytes:
        """How Arrow names the type."""
        return f"d:38,{self.places}".encode() if self.kind == "decimal" else _FORMATS[self.kind]


def table_of(columns: Mapping[str, Column]) -> _core.Table:
    """Return a table with these columns; they have one length."""
    lengths = {len(column.values) for column in columns.values()}
    rows = lengths.pop() if lengths else 0
    if lengths:
        raise ValueError(f"columns of different lengths: { {name: len(column.values) for name, column in columns.items()} }")
    return _core.Table.from_arrow(_Given(*_children(columns), rows))


def beside(columns: Mapping[str, Column], table: _core.Table) -> _core.Table:
    """Return a table with these columns and those of another table, which has as many rows; its values are not copied again."""
    schemas, arrays = _children(columns)
    holder = table.__arrow_c_stream__()
    stream = pointer_in(holder, "arrow_array_stream")
    schema, array = Schema(), Array()
    if stream.contents.get_schema(stream, ctypes.byref(schema)) or stream.contents.get_next(stream, ctypes.byref(array)):
        raise OSError((stream.contents.get_last_error(stream) or b"the stream cannot be read").decode())
    schemas += [_moved(schema.children[place], Schema, RELEASE_SCHEMA) for place in range(schema.n_children)]
    arrays += [_moved(array.children[place], Array, RELEASE_ARRAY) for place in range(array.n_children)]
    for parent in (schema, array):
        parent.release(ctypes.byref(parent))
    return _core.Table.from_arrow(_Given(schemas, arrays, table.rows))


def _moved(pointer: Any, kind: Any, none: Any) -> Any:
    """Return a child taken out of its parent, which then has nothing of it to release."""
    made = kind()
    ctypes.memmove(ctypes.byref(made), pointer, ctypes.sizeof(kind))
    pointer.contents.release = none()
    return made


def _children(columns: Mapping[str, Column]) -> tuple[list[Schema], list[Array]]:
    return [_schema(column.format, name.encode(), []) for name, column in columns.items()], [_column_array(column) for column in columns.values()]


class _Given:
    """The columns for the one call that takes them in."""

    def __init__(self, schemas: list[Schema], arrays: list[Array], rows: int) -> None:
        self._schema = _schema(b"+s", b"", schemas)
        self._array = _array(rows, 0, [], arrays)

    def __arrow_c_array__(self, requested_schema: object | None = None) -> tuple[object, object]:
        return capsule(self._schema, "arrow_schema"), capsule(self._array, "arrow_array")


_FORMATS = {"text": b"U", "whole": b"l", "number": b"g", "truth": b"b", "date": b"tdD", "null": b"n"}


def _column_array(column: Column) -> Array:
    values = column.values
    if column.kind == "null":
        return _array(len(values), len(values), [], [], buffers_of_its_own=0)
    nulls = sum(value is None for value in values)
    buffers = [_bits([value is not None for value in values])]
    if column.kind == "text":
        encoded = [b"" if value is None else value.encode() for value in values]
        buffers += [array("q", itertools.accumulate(map(len, encoded), initial=0)).tobytes(), b"".join(encoded)]
    elif column.kind == "truth":
        buffers.append(_bits([bool(value) for value in values]))
    elif column.kind == "date":
        buffers.append(array("i", [0 if value is None else value.toordinal() - _EPOCH for value in values]).tobytes())
    elif column.kind == "number":
        buffers.append(array("d", [0.0 if value is None else float(value) for value in values]).tobytes())
    elif column.kind == "decimal":
        places = column.places
        wholes = (0 if value is None else int(Decimal(value).scaleb(places)) for value in values)
        buffers.append(b"".join(whole.to_bytes(16, "little", signed=True) for whole in wholes))
    else:
        buffers.append(array("q", [0 if value is None else int(value) for value in values]).tobytes())
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


def _array(length: int, nulls: int, buffers: list[bytes], children: list[Array], buffers_of_its_own: int = 1) -> Array:
    # The buffers of a table itself are one, the nulls of its rows, which it has not.
    held = [ctypes.create_string_buffer(buffer, max(1, len(buffer))) for buffer in buffers]
    addresses = (ctypes.c_void_p * max(1, len(held)))(*map(ctypes.addressof, held))
    pointers = (ctypes.POINTER(Array) * max(1, len(children)))(*map(ctypes.pointer, children))
    number = next(_numbers)
    _held[number] = (held, addresses, pointers, children)
    return Array(length, nulls, 0, max(buffers_of_its_own, len(held)), len(children), addresses, pointers, None, _ARRAY_RELEASED, number)


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
