"""Nothing is kept that is no longer used: work done over and over leaves reference counts and memory as they were, and values end with their last reference."""

from __future__ import annotations

import array
import ctypes
import gc
import sys
import tracemalloc
import weakref
from collections.abc import Callable
from typing import Any

import pytest
import samples
import schoolimp as si
import table_sample
from repeated_work import FAILURES, SMALL, STEPS, TABLE, calendar, judgement, plan

TURNS = 200
ROUNDS = 6
SPARE_BYTES = 4_000  #: What a round may leave: less than 32 bytes for each turn.


def refusal(name: str) -> Callable[[], None]:
    """Work that fails, as work that does not: the exception ends with its turn."""
    kind, work = FAILURES[name]

    def fail() -> None:
        try:
            work()
        except kind:
            return
        pytest.fail(f"{name!r} did not fail")

    return fail


WORK: dict[str, Callable[[], Any]] = {**STEPS, **{f"failure: {name}": refusal(name) for name in FAILURES}}


class Mallinfo(ctypes.Structure):
    """What the allocator of the C library counts (``struct mallinfo2``)."""

    _fields_ = [(name, ctypes.c_size_t) for name in ("arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks", "fsmblks", "uordblks", "fordblks", "keepcost")]


def allocated() -> Callable[[], int] | None:
    """A function that gives the bytes in use in the C library's allocator, C++ and Python together; None where there is none."""
    mallinfo = getattr(ctypes.CDLL(None), "mallinfo2", None) if sys.platform == "linux" else None
    if mallinfo is None:
        return None
    mallinfo.restype = Mallinfo

    def in_use() -> int:
        info = mallinfo()
        return int(info.uordblks + info.hblkhd)

    return in_use


def turns(work: Callable[[], Any]) -> None:
    for _ in range(TURNS):
        work()
    gc.collect()


def least_growth(work: Callable[[], Any], measure: Callable[[], int]) -> int:
    """The least that one of some rounds left: a leak leaves something in every round, caches and the machine do not."""
    least = sys.maxsize
    for _ in range(ROUNDS):
        before = measure()
        turns(work)
        least = min(least, measure() - before)
        if least <= SPARE_BYTES:
            break
    return least


def reference_counts() -> dict[str, int]:
    """Of what all work shares: documents, what is inside them, and the classes of what is made."""
    shared: dict[str, Any] = {**samples.documents(), "small framework": SMALL, "table": TABLE, "a column": TABLE["absence"]}
    handles = {f"inside {kind}": document._handle for kind, document in samples.documents().items()}
    classes = {name: getattr(si, name) for name in si.__all__ if isinstance(getattr(si, name), type)}
    return {name: sys.getrefcount(value) for name, value in {**shared, **handles, **classes}.items()}


@pytest.mark.parametrize("name", WORK)
def test_reference_counts_stay(name: str) -> None:
    work = WORK[name]
    work()
    gc.collect()  # What earlier tests left must not end between the two counts.
    before = reference_counts()
    turns(work)
    after = reference_counts()
    assert {name: (before[name], count) for name, count in after.items() if abs(count - before[name]) > 2} == {}


@pytest.mark.parametrize("name", WORK)
def test_memory_of_the_process_stays(name: str) -> None:
    in_use = allocated()
    if in_use is None:
        pytest.skip("the C library here does not count what is allocated (mallinfo2): leaks of C++ are looked for on Linux with glibc")
    WORK[name]()
    assert least_growth(WORK[name], in_use) <= SPARE_BYTES, f"bytes left by {TURNS} turns, in each of {ROUNDS} rounds"


@pytest.mark.parametrize("name", WORK)
def test_memory_of_python_stays(name: str) -> None:
    tracemalloc.start()
    try:
        WORK[name]()
        assert least_growth(WORK[name], lambda: tracemalloc.get_traced_memory()[0]) <= SPARE_BYTES, f"bytes left by {TURNS} turns, in each of {ROUNDS} rounds"
    finally:
        tracemalloc.stop()


def test_a_leak_would_be_seen() -> None:
    kept: list[bytearray] = []
    assert least_growth(lambda: kept.append(bytearray(1000)), lambda: sum(map(len, kept))) > SPARE_BYTES
    in_use = allocated()
    if in_use is not None:
        assert least_growth(lambda: kept.append(bytearray(1000)), in_use) > SPARE_BYTES


@pytest.mark.parametrize("make", [judgement, plan, calendar, lambda: si.Framework.from_json(samples.framework().to_json())], ids=["judgement", "plan", "calendar", "framework"])
def test_a_document_ends_with_its_last_reference(make: Callable[[], Any]) -> None:
    gc.disable()  # Its end must not wait for the collector.
    try:
        document = make()
        document.to_dict(), hash(document), repr(document)
        other = document
        watched = weakref.ref(document)
        del document
        assert watched() is other
        del other
        assert watched() is None
    finally:
        gc.enable()


def test_what_is_made_of_a_document_outlives_it() -> None:
    made = judgement()
    answers, expected = made.answers, samples.judgement("100002").answers
    del made
    gc.collect()
    assert answers == expected


def test_a_table_judged_is_kept_as_long_as_its_answers() -> None:
    column = array.array("d", [5.0] * 10)
    watched, count = weakref.ref(column), sys.getrefcount(column)
    judged = table_sample.judge(SMALL, {"absence": column}, key=None)
    answers = weakref.ref(judged)
    assert sys.getrefcount(column) > count
    del column
    assert watched() is not None
    assert judged.explain(3).school == "3"
    del judged
    gc.collect()
    assert (answers(), watched()) == (None, None)
