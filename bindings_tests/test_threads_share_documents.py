"""Threads that judge, plan and write calendars with the same documents get what one thread gets, and others run while the library works."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import samples
import schoolimp as si
from repeated_work import FAILURES, STEPS, calendar, judgement, plan

THREADS = 4
ATTEMPTS = 300


def in_words(value: Any) -> str:
    """A result in words that two threads can compare."""
    return str(value.to_json()) if hasattr(value, "to_json") else repr(value)


def at_once(works: list[Callable[[], Any]]) -> list[Any]:
    """The results of works that begin together, each in a thread of its own."""
    barrier = threading.Barrier(len(works), timeout=60)

    def begin(work: Callable[[], Any]) -> Any:
        barrier.wait()
        return work()

    with ThreadPoolExecutor(len(works)) as pool:
        return list(pool.map(begin, works))


@pytest.mark.parametrize("name", STEPS)
def test_four_threads_get_what_one_gets(name: str) -> None:
    work = STEPS[name]
    expected = in_words(work())
    results = at_once([lambda: [in_words(work()) for _ in range(5)]] * THREADS)
    assert {word for words in results for word in words} == {expected}


def test_threads_doing_different_things_do_not_meet() -> None:
    works = [judgement, plan, calendar, lambda: si.write_icalendar(samples.calendar())]
    expected = [in_words(work()) for work in works]
    for _ in range(5):
        assert [in_words(result) for result in at_once(list(works))] == expected


@pytest.mark.parametrize("make", [judgement, plan, calendar], ids=["judgement", "plan", "calendar"])
def test_what_a_document_keeps_is_made_by_whichever_thread_comes_first(make: Callable[[], Any]) -> None:
    expected = make().to_dict()
    for _ in range(20):
        document = make()
        assert at_once([document.to_dict, lambda document=document: hash(document), document.to_dict, document.to_dict])[::2] == [expected] * 2


def test_each_thread_gets_its_own_exception() -> None:
    names = ["many problems", "contradiction", "no such framework", "bad CSV"]

    def caught(name: str) -> str:
        kind, work = FAILURES[name]
        with pytest.raises(kind) as failure:
            work()
        return repr((type(failure.value), failure.value.args, getattr(failure.value, "issues", ())))

    expected = [caught(name) for name in names]
    for _ in range(5):
        assert at_once([lambda name=name: caught(name) for name in names]) == expected


class Counter:
    """A thread that counts whenever the interpreter's lock is free; it gives the lock back after each count."""

    def __init__(self) -> None:
        self.count = 0
        self._done = False
        self._thread = threading.Thread(target=self._run)

    def _run(self) -> None:
        while not self._done:
            self.count += 1
            time.sleep(0)

    def __enter__(self) -> Counter:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done = True
        self._thread.join()


@pytest.fixture
def nobody_is_interrupted() -> Iterator[None]:
    """The interpreter takes the lock from no thread: another runs only when the one that has it gives it back."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1000)
    yield
    sys.setswitchinterval(before)


def advanced(counter: Counter, work: Callable[[], Any]) -> bool:
    """Whether the counter counts during one of some attempts: each is short, and the machine may be busy."""
    for _ in range(ATTEMPTS):
        before = counter.count
        work()
        if counter.count > before:
            return True
    return False


GIVES_WAY = {name: STEPS[name] for name in ("read framework", "read evidence", "judge", "judge table", "plan", "calendar", "iCalendar", "SQL")}


@pytest.mark.usefixtures("nobody_is_interrupted")
@pytest.mark.parametrize("name", GIVES_WAY)
def test_others_run_while_the_library_works(name: str) -> None:
    with Counter() as counter:
        assert advanced(counter, GIVES_WAY[name])


@pytest.mark.usefixtures("nobody_is_interrupted")
def test_nobody_runs_while_python_works() -> None:
    """So that the test above says something: without the library the lock is not given back."""
    with Counter() as counter:
        assert not advanced(counter, lambda: sum(range(2000)))
