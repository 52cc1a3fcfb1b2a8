"""The structures of the Arrow C Data Interface, as its specification lays them out: for columns of texts made and read without any other library."""

from __future__ import annotations

import ctypes
from typing import Any

__all__ = ["Array", "Schema", "Stream", "capsule", "pointer_in"]


class Schema(ctypes.Structure):
    """``struct ArrowSchema``: the type of a column, or of a table."""


class Array(ctypes.Structure):
    """``struct ArrowArray``: the values of a column, or of a table."""


class Stream(ctypes.Structure):
    """``struct ArrowArrayStream``: a table in parts."""


RELEASE_SCHEMA = ctypes.CFUNCTYPE(None, ctypes.POINTER(Schema))
RELEASE_ARRAY = ctypes.CFUNCTYPE(None, ctypes.POINTER(Array))

Schema._fields_ = [
    ("format", ctypes.c_char_p),
    ("name", ctypes.c_char_p),
    ("metadata", ctypes.c_void_p),
    ("flags", ctypes.c_int64),
    ("n_children", ctypes.c_int64),
    ("children", ctypes.POINTER(ctypes.POINTER(Schema))),
    ("dictionary", ctypes.POINTER(Schema)),
    ("release", RELEASE_SCHEMA),
    ("private_data", ctypes.c_void_p),
]
Array._fields_ = [
    ("length", ctypes.c_int64),
    ("null_count", ctypes.c_int64),
    ("offset", ctypes.c_int64),
    ("n_buffers", ctypes.c_int64),
    ("n_children", ctypes.c_int64),
    ("buffers", ctypes.POINTER(ctypes.c_void_p)),
    ("children", ctypes.POINTER(ctypes.POINTER(Array))),
    ("dictionary", ctypes.POINTER(Array)),
    ("release", RELEASE_ARRAY),
    ("private_data", ctypes.c_void_p),
]
Stream._fields_ = [
    ("get_schema", ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(Stream), ctypes.POINTER(Schema))),
    ("get_next", ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(Stream), ctypes.POINTER(Array))),
    ("get_last_error", ctypes.CFUNCTYPE(ctypes.c_char_p, ctypes.POINTER(Stream))),
    ("release", ctypes.CFUNCTYPE(None, ctypes.POINTER(Stream))),
    ("private_data", ctypes.c_void_p),
]

_new_capsule = ctypes.PYFUNCTYPE(ctypes.py_object, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p)(("PyCapsule_New", ctypes.pythonapi))
_capsule_pointer = ctypes.PYFUNCTYPE(ctypes.c_void_p, ctypes.py_object, ctypes.c_char_p)(("PyCapsule_GetPointer", ctypes.pythonapi))

#: A capsule keeps only the address of its name, so the names live as long as the module.
_NAMES = {"arrow_schema": b"arrow_schema", "arrow_array": b"arrow_array", "arrow_array_stream": b"arrow_array_stream"}


def capsule(structure: Schema | Array, name: str) -> object:
    """Return a capsule of this name around a structure, which whoever takes it empties; the caller keeps it alive until then."""
    made: object = _new_capsule(ctypes.addressof(structure), _NAMES[name], None)
    return made


def pointer_in(holder: object, name: str) -> Any:
    """Return the pointer to the stream in a capsule. Raises ValueError when the capsule has another name."""
    return ctypes.cast(_capsule_pointer(holder, _NAMES[name]), ctypes.POINTER(Stream))
