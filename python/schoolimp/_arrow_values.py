"""Columns of a table as Python texts: each value written as evidence documents write it."""

from __future__ import annotations

import ctypes
import datetime as dt
import struct
from collections.abc import Callable, Iterator, Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Any

from . import _core
from ._arrow_memory import Array, Schema, pointer_in
from .errors import InvalidDocumentError, Issue

__all__ = ["texts_of"]

_EPOCH = dt.date(1970, 1, 1).toordinal()
_MOST_PLACES = 18
_VIEW_BYTES, _IN_PLACE = 16, 12
_EXACT = Context(prec=400, rounding=ROUND_HALF_UP)

_WHOLE = {"c": ctypes.c_int8, "C": ctypes.c_uint8, "s": ctypes.c_int16, "S": ctypes.c_uint16, "i": ctypes.c_int32, "I": ctypes.c_uint32, "l": ctypes.c_int64, "L": ctypes.c_uint64}


def texts_of(table: _core.Table, names: Sequence[str]) -> dict[str, list[str | None]]:
    """Return the values of these columns by row: numbers exactly, dates in ISO form, ``true`` and ``false``; None for null and NaN.

    Raises InvalidDocumentError when a column is of a type that is no value of evidence.
    """
    unique = list(dict.fromkeys(names))
    found: dict[str, list[str | None]] = {name: [] for name in unique}
    capsule = table.select(unique).__arrow_c_stream__()  # Lives until the columns are read: the stream is in it.
    types = dict(zip(table.column_names, table.type_names, strict=True))
    stream = pointer_in(capsule, "arrow_array_stream")
    schema = Schema()
    _checked(stream, stream.contents.get_schema(stream, ctypes.byref(schema)))
    try:
        for chunk in _chunks(stream):
            for place, name in enumerate(unique):
                found[name] += _column(schema.children[place].contents, chunk.children[place].contents, chunk.offset, chunk.length, (name, types[name]))
    finally:
        schema.release(ctypes.byref(schema))
    return found


def _checked(stream: Any, code: int) -> None:
    if code:
        raise OSError(code, (stream.contents.get_last_error(stream) or b"the stream cannot be read").decode())


def _chunks(stream: Any) -> Iterator[Array]:
    while True:
        chunk = Array()
        _checked(stream, stream.contents.get_next(stream, ctypes.byref(chunk)))
        if not chunk.release:
            return
        try:
            yield chunk
        finally:
            chunk.release(ctypes.byref(chunk))


def _column(schema: Schema, array: Array, offset: int, length: int, named: tuple[str, str]) -> list[str | None]:
    first = array.offset + offset
    form = schema.format.decode()
    if form == "n":
        return [None] * length
    valid = _valid(array, first, length)
    if schema.dictionary:
        words = _column(schema.dictionary.contents, array.dictionary.contents, 0, array.dictionary.contents.length, named)
        return [words[place] if there else None for place, there in zip(_numbers(array, first, length, _WHOLE[form]), valid, strict=True)]
    read = _reader(form)
    if read is None:
        message = f"the column holds {named[1]}"
        issue = Issue(f"column {named[0]!r}", "wrong_type", message, "give text, numbers, conditions or dates without a time")
        raise InvalidDocumentError(f"column {named[0]!r}: {message}", [issue])
    return [value if there else None for value, there in zip(read(array, first, length, valid), valid, strict=True)]


_Read = Callable[[Array, int, int, Sequence[bool]], list[str | None]]


def _reader(form: str) -> _Read | None:
    if form in _WHOLE:
        return lambda array, first, length, valid: list(map(str, _numbers(array, first, length, _WHOLE[form])))
    if form in ("f", "g"):
        kind, shortest = (ctypes.c_float, _shortest_float32) if form == "f" else (ctypes.c_double, repr)
        return lambda array, first, length, valid: [_number_text(shortest(number)) for number in _numbers(array, first, length, kind)]
    if form in ("u", "U"):
        return lambda array, first, length, valid: _texts(array, first, length, ctypes.c_int32 if form == "u" else ctypes.c_int64)
    if form == "vu":
        return _text_views
    if form == "b":
        return lambda array, first, length, valid: ["true" if bit else "false" for bit in _bits(array.buffers[1], first, length)]
    if form == "tdD":
        return lambda array, first, length, valid: [
            dt.date.fromordinal(day + _EPOCH).isoformat() if there else None for day, there in zip(_numbers(array, first, length, ctypes.c_int32), valid, strict=True)
        ]
    return _decimal_reader(form)


def _decimal_reader(form: str) -> _Read | None:
    kind, _, parameters = form.partition(":")
    if kind != "d" or parameters.count(",") != 1:  # A third parameter is a width other than 128 bits.
        return None
    places = int(parameters.split(",")[1])

    def read(array: Array, first: int, length: int, valid: Sequence[bool]) -> list[str | None]:
        data = _bytes(array.buffers[1], 16 * first, 16 * length)
        wholes = (int.from_bytes(data[at : at + 16], "little", signed=True) for at in range(0, 16 * length, 16))
        return [_number_text(str(Decimal(whole).scaleb(-places, _EXACT))) for whole in wholes]

    return read


def _number_text(text: str) -> str | None:
    """Return a number without exponent, to the last place a decimal of the library has; None for NaN."""
    number = Decimal(text)
    if number.is_nan():
        return None
    if not number.is_finite():
        return text
    if -int(number.as_tuple().exponent) > _MOST_PLACES:
        number = number.quantize(Decimal(1).scaleb(-_MOST_PLACES), context=_EXACT)
    written = format(abs(number) if not number else number, "f")
    return written.rstrip("0").rstrip(".") if "." in written else written


def _shortest_float32(number: float) -> str:
    for digits in range(1, 10):
        text = f"{number:.{digits}g}"
        if text in ("nan", "inf", "-inf") or struct.pack("f", float(text)) == struct.pack("f", number):
            return text
    return repr(number)


def _valid(array: Array, first: int, length: int) -> list[bool]:
    if array.null_count == 0 or not array.buffers[0]:
        return [True] * length
    return _bits(array.buffers[0], first, length)


def _bits(address: int, first: int, length: int) -> list[bool]:
    start = first // 8
    data = _bytes(address, start, (first + length + 7) // 8 - start)
    return [bool(data[(first + place) // 8 - start] >> (first + place) % 8 & 1) for place in range(length)]


def _numbers(array: Array, first: int, length: int, kind: Any) -> list[Any]:
    size = ctypes.sizeof(kind)
    return list((kind * length).from_buffer_copy(_bytes(array.buffers[1], size * first, size * length)))


def _texts(array: Array, first: int, length: int, kind: Any) -> list[str | None]:
    ends = _numbers(array, first, length + 1, kind) if length else [0]
    data = _bytes(array.buffers[2], ends[0], ends[-1] - ends[0])
    return [data[start - ends[0] : end - ends[0]].decode() for start, end in zip(ends, ends[1:], strict=False)]


def _text_views(array: Array, first: int, length: int, valid: Sequence[bool]) -> list[str | None]:
    views = _bytes(array.buffers[1], _VIEW_BYTES * first, _VIEW_BYTES * length)
    texts: list[str | None] = []
    for place, there in enumerate(valid):
        view = views[_VIEW_BYTES * place : _VIEW_BYTES * (place + 1)]
        size, _, buffer, start = struct.unpack("=iiii", view)
        if not there:
            texts.append(None)
        elif size <= _IN_PLACE:
            texts.append(view[4 : 4 + size].decode())
        else:
            texts.append(_bytes(array.buffers[2 + buffer], start, size).decode())
    return texts


def _bytes(address: int | None, start: int, size: int) -> bytes:
    return ctypes.string_at(address + start, size) if address and size else b""
