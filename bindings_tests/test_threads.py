"""Values are shared between threads, and other threads run while the library works."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import samples
import schoolimp as si


def test_many_threads_judge_with_one_framework():
    expected = {school: samples.judgement(school).to_json() for school in ("100001", "100002")}

    def work(turn: int) -> bool:
        school = ("100001", "100002")[turn % 2]
        judgement = si.judge(samples.framework(), samples.evidence(), school, valid=samples.TODAY, trust=samples.trust(), benchmarks=samples.benchmarks())
        return judgement.to_json() == expected[school] and judgement.answers == si.Judgement.from_json(judgement.to_json()).answers

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(work, range(64)))


def test_many_threads_read_one_document():
    document = si.Framework.from_json(samples.framework().to_json())
    barrier = threading.Barrier(8)

    def work(_: int) -> tuple[str, int]:
        barrier.wait()
        return document.to_json(pretty=False), hash(document)

    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(work, range(8)))) == 1


def test_the_interpreter_lock_is_free_while_a_document_is_parsed():
    rows = [{"school": str(i), "indicator": "absence.overall", "period": "2018/19", "value": i % 100} for i in range(120_000)]
    text = si.Evidence.from_observations(rows).to_json()
    ticks: list[float] = []
    done = threading.Event()

    def tick() -> None:
        while not done.is_set():
            ticks.append(time.perf_counter())
            time.sleep(0.002)

    ticker = threading.Thread(target=tick)
    ticker.start()
    begin = time.perf_counter()
    handle = si._core.Evidence.parse(text.encode())
    end = time.perf_counter()
    done.set()
    ticker.join()
    assert handle.size() == len(rows)
    during = sum(begin < moment < end for moment in ticks)
    assert end - begin > 0.02, "too quick to tell; give more rows"
    assert during >= 2
