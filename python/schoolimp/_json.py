"""JSON with exact decimals: figures are :class:`decimal.Decimal` on the Python side and keep every digit on the way."""

from __future__ import annotations

import datetime as dt
import json
import numbers
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, NoReturn

from .errors import InvalidDocumentError, Issue, ResourceExhaustedError

JsonDict = dict[str, Any]

_DEEPEST = 64  # As the reader of documents has it.
_SHOWN = 60


def loads(text: str) -> Any:
    """Return the value of a JSON text; numbers with a point or an exponent as Decimal."""
    return json.loads(text, parse_float=Decimal)


def dumps(value: Any) -> str:
    """Return the JSON text of ``value``.

    Takes dict, list, tuple, str, bool, None, whole numbers, Decimal, ``datetime.date`` and UTC ``datetime.datetime``. Binary floats are
    refused: ``0.1 + 0.2`` is not a published figure.
    """
    return "".join(_parts(value, "", 0))


def _parts(value: Any, pointer: str, depth: int) -> Iterator[str]:
    if depth > _DEEPEST:  # Also of one that holds itself.
        message = f"objects and lists are nested deeper than {_DEEPEST}"
        raise ResourceExhaustedError(f"{pointer[:_SHOWN]}...: {message}", [Issue(pointer, "too_deep", message, "take the inner ones out")])
    if isinstance(value, Mapping):
        yield from _object(value, pointer, depth + 1)
    elif isinstance(value, Sequence) and not isinstance(value, (str, bytes, bytearray)):
        yield from _array(value, pointer, depth + 1)
    else:
        yield _scalar(value, pointer)


def _object(value: Mapping[Any, Any], pointer: str, depth: int) -> Iterator[str]:
    separator = "{"
    for name, member in value.items():
        if not isinstance(name, str):
            raise TypeError(f"{pointer or '/'}: member names are text, not {type(name).__name__} ({name!r})")
        yield f"{separator}{json.dumps(name)}:"
        yield from _parts(member, f"{pointer}/{name}", depth)
        separator = ","
    yield "{}" if separator == "{" else "}"


def _array(value: Iterable[Any], pointer: str, depth: int) -> Iterator[str]:
    separator = "["
    for index, item in enumerate(value):
        yield separator
        yield from _parts(item, f"{pointer}/{index}", depth)
        separator = ","
    yield "[]" if separator == "[" else "]"


def _scalar(value: Any, pointer: str) -> str:
    if value is None or isinstance(value, (str, bool)):
        return json.dumps(value)
    if isinstance(value, Decimal):
        if not value.is_finite():
            raise ValueError(f"{pointer or '/'}: {value} is not a figure; leave it out, or give a missing reason")
        return str(value) if value.as_tuple().exponent else str(int(value))
    if isinstance(value, numbers.Integral):
        return str(int(value))
    if isinstance(value, dt.datetime):
        return json.dumps(instant_text(value))
    if isinstance(value, dt.date):
        return json.dumps(value.isoformat())
    _refuse(value, pointer)


def _refuse(value: Any, pointer: str) -> NoReturn:
    place = pointer or "/"
    if isinstance(value, numbers.Real):
        raise TypeError(f"{place}: {value!r} is a binary floating-point number; give Decimal('{value}') or a whole number")
    raise TypeError(f"{place}: {type(value).__name__} cannot stand in a document ({value!r})")


_INSTANT = "%Y-%m-%dT%H:%M:%SZ"


def instant_text(moment: dt.datetime) -> str:
    """Return a moment as documents write it, YYYY-MM-DDTHH:MM:SSZ; fractions of a second are dropped."""
    return _in_utc(moment).strftime(_INSTANT)


def parse_instant(text: str) -> dt.datetime:
    """Return the moment of a text as documents write it. Raises ValueError when it is none."""
    return dt.datetime.strptime(text, _INSTANT).replace(tzinfo=dt.UTC)


def seconds(moment: dt.datetime) -> int:
    """Return whole seconds since 1970-01-01T00:00:00Z, as moments cross to C++."""
    return int((_in_utc(moment) - dt.datetime(1970, 1, 1, tzinfo=dt.UTC)) // dt.timedelta(seconds=1))


def _in_utc(moment: dt.datetime) -> dt.datetime:
    if moment.tzinfo is None:
        raise ValueError(f"{moment!r} has no time zone; give datetime(..., tzinfo=timezone.utc)")
    return moment.astimezone(dt.UTC)


def as_date(value: dt.date, name: str) -> dt.date:
    """Return ``value`` when it is a date without a time."""
    if isinstance(value, dt.datetime) or not isinstance(value, dt.date):
        raise TypeError(f"{name} is a datetime.date, not {type(value).__name__} ({value!r})")
    return value


def given_date(value: Any, name: str) -> dt.date:
    """Return the date of a member that may be given as a date or as ISO text."""
    return dt.date.fromisoformat(value) if isinstance(value, str) else as_date(value, name)


_EPOCH = dt.date(1970, 1, 1).toordinal()


def days(value: dt.date, name: str) -> int:
    """Return days since 1970-01-01, as dates cross to C++."""
    return as_date(value, name).toordinal() - _EPOCH


def optional_days(value: dt.date | None, name: str) -> int | None:
    """Return days since 1970-01-01 of a date that may be left out."""
    return None if value is None else days(value, name)


def date_from_days(value: int) -> dt.date:
    """Return the date of a number of days since 1970-01-01."""
    return dt.date.fromordinal(value + _EPOCH)


def as_bytes(text: str | bytes | bytearray | memoryview) -> bytes:
    """Return a document as bytes. Text that is not Unicode is passed on: the parser says where it is wrong."""
    if isinstance(text, str):
        return text.encode("utf-8", "surrogatepass")
    if isinstance(text, (bytes, bytearray, memoryview)):
        return bytes(text)
    way = "give path.read_bytes()" if hasattr(text, "__fspath__") else "give file.read()" if hasattr(text, "read") else "for a dict use from_dict()"
    raise TypeError(f"a document is given as str or bytes, not {type(text).__name__}; {way}")


def text_of_document(text: str | bytes | bytearray | memoryview) -> bytes:
    """Return a document as bytes, as :func:`as_bytes`. Raises InvalidDocumentError for the name of a file instead of its text."""
    if isinstance(text, str) and text.lower().endswith((".json", ".csv")) and len(text) < 4096 and "\n" not in text:
        message = f"{text!r} is the name of a file, not its text"
        raise InvalidDocumentError(message, [Issue("", "file_name", message, "give what the file holds: pathlib.Path(name).read_bytes()")])
    return as_bytes(text)
