"""The indicators the readers produce: ids of the standard catalogue, with the bounds a published number must keep."""

from __future__ import annotations

from collections.abc import Mapping
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
