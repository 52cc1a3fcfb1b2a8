"""Timing: engines take turns, so that noise of the machine hits all alike; the least of several times is reported, and the median."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass

from .engine import Engine


@dataclass(frozen=True)
class Times:
    """Seconds of one engine's runs."""

    least: float
    median: float
    runs: int


def time_once(engine: Engine) -> float:
    if engine.seconds is not None:
        return engine.seconds()
    start = time.perf_counter()
    result = engine.run()
    elapsed = time.perf_counter() - start
    del result  # Not within the time: letting go of memory is no part of judging.
    return elapsed


def take_turns(engines: Sequence[Engine], rounds: int, budget: float) -> dict[str, Times]:
    """Times of each engine by name. An engine that has used up `budget` seconds is done, after two runs at the least."""
    times: dict[str, list[float]] = {engine.name: [] for engine in engines}
    enabled = gc.isenabled()
    gc.collect()
    gc.disable()
    try:
        for _ in range(rounds):
            for engine in engines:
                own = times[engine.name]
                if len(own) < 2 or sum(own) < budget:
                    own.append(time_once(engine))
    finally:
        if enabled:
            gc.enable()
    return {name: Times(min(own), statistics.median(own), len(own)) for name, own in times.items()}
