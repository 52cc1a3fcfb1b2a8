"""The indicators the readers produce: ids of the standard catalogue, with the bounds a published number must keep."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final


def _between(low: int, high: int) -> tuple[Decimal, Decimal]:
    return Decimal(low), Decimal(high)


PERCENT: Final = _between(0, 100)

# A test holds this table against the catalogue.
BOUNDS: Final[Mapping[str, tuple[Decimal, Decimal]]] = {
    "ks2.rwm_expected": PERCENT,
    "ks2.rwm_higher": PERCENT,
    "ks2.expected": PERCENT,
    "ks2.progress": _between(-40, 40),
    "ks2.score": _between(80, 120),
    "phonics.year_1": PERCENT,
    "eyfs.good_level": PERCENT,
    "ks4.attainment8": _between(0, 90),
    "ks4.progress8": _between(-10, 10),
    "ks4.basics_5": PERCENT,
    "absence.overall": PERCENT,
    "absence.persistent": PERCENT,
    "exclusions.suspension_rate": _between(0, 1000),
    "exclusions.permanent_rate": PERCENT,
    "census.pupils": _between(0, 10000),
    "census.fsm6": PERCENT,
    "census.eal": PERCENT,
    "census.sen_support": PERCENT,
    "census.ehcp": PERCENT,
}

SUBJECTS: Final = ("reading", "writing", "maths")
PUPIL_GROUPS: Final = ("disadvantaged", "not_disadvantaged")


@dataclass(frozen=True, slots=True)
class NoMeasure:
    """School years an indicator does not exist for, and why."""

    periods: frozenset[str]
    why: str
    beside: str  # the indicator of the same results that there is in those years
    groups: tuple[str, ...] = ("",)


# A progress score starts from earlier tests. Pupils who could not sit those have none, whatever else is published of them.
NO_MEASURE: Final[Mapping[str, NoMeasure]] = {
    "ks2.progress": NoMeasure(frozenset({"2023/24", "2024/25"}), "no progress measure: these pupils had no Key Stage 1 tests to start from", "ks2.rwm_expected", SUBJECTS),
    "ks4.progress8": NoMeasure(frozenset({"2019/20", "2020/21", "2024/25", "2025/26"}),
                               "no Progress 8: no exams that year, or no Key Stage 2 tests to start from", "ks4.attainment8"),
}


def no_measure(indicator: str, period: str) -> str | None:
    """Why there is no such measure for that year; none when there is one."""
    gap = NO_MEASURE.get(indicator)
    return gap.why if gap and period in gap.periods else None
