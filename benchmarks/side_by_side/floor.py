"""The read floor: what it takes to read the columns once and do nothing with them."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Sequence
from typing import Any

import numpy as np

from .engine import Engine
from .sample import Sample

LIBRARY = "SCHOOLIMP_READ_FLOOR"  #: Environment variable with the file of the shared library made from benchmarks/read_floor.cpp.
ONE_THREAD = ("read floor, column by column", "read floor, block by block")
TWO_THREADS = "read floor, column by column, 2 threads"


def of_numpy(sample: Sample) -> int:
    return int(np.bitwise_xor.reduce([int(np.bitwise_xor.reduce(numbers.view(np.uint64))) for numbers in sample.columns.values()]))


def floors(sample: Sample, threads: Sequence[int] = (1, 2)) -> list[Engine]:
    """The XOR of all numbers, in C++ where the library for it has been built, otherwise in NumPy; the sums are compared."""
    right = of_numpy(sample)
    path = os.environ.get(LIBRARY, "")
    if not path:
        return [Engine(ONE_THREAD[0], "the XOR of all numbers (NumPy: the library for it was not built)", lambda: of_numpy(sample))]
    xor = ctypes.CDLL(path).schoolimp_read_floor
    xor.restype = ctypes.c_uint64
    xor.argtypes = [ctypes.POINTER(ctypes.c_void_p), ctypes.c_size_t, ctypes.c_size_t, ctypes.c_size_t, ctypes.c_int]
    columns = list(sample.columns.values())
    pointers = (ctypes.c_void_p * len(columns))(*[numbers.ctypes.data for numbers in columns])

    def reads(by_blocks: bool, of: int) -> Any:
        def read() -> int:
            return int(xor(pointers, len(columns), sample.rows, of, int(by_blocks)))

        if read() != right:
            raise AssertionError("the read floor did not read all numbers")
        return read

    made = [Engine(name, "the XOR of all numbers", reads(by_blocks, 1)) for name, by_blocks in zip(ONE_THREAD, (False, True), strict=True)]
    return [*made, *([Engine(TWO_THREADS, "the XOR of all numbers", reads(False, 2))] if 2 in threads else [])]
